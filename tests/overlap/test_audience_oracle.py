"""The audience algebra against brute force: every client of a small world is asked."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from prodops_cli.overlap.answer import Apart, Together, Unsure
from prodops_cli.overlap.audience import Audience
from prodops_cli.overlap.clients import Meeting, admits, meet, satisfiable
from prodops_cli.overlap.truth import Truth
from prodops_cli.overlap.value import Client, ClientValue
from tests.overlap.universe import ATTRIBUTES, KINDS, attribute_names, audiences, clients
from tests.overlap.written import Written, audience, takes, value, written_value

Pair = tuple[list[str], Written, Written]

pairs: st.SearchStrategy[Pair] = attribute_names().flatmap(
    lambda names: st.tuples(st.just(names), audiences(names), audiences(names, depth=2))
)
singles = attribute_names(1, 1).flatmap(lambda names: st.tuples(st.just(names), audiences(names), audiences(names)))
slowly = settings(deadline=None, max_examples=300)


def engine(written: Written) -> Audience:
    return audience(written, KINDS)


def meeting(a: Written, b: Written) -> Meeting:
    return meet(engine(a), engine(b), ATTRIBUTES)


def check_witness(client: Client, *both: Written) -> None:
    plain = {name: written_value(has) for name, has in client.items()}
    for written in both:
        assert takes(written, plain, ATTRIBUTES)
        assert admits(engine(written), client, ATTRIBUTES) is Truth.TRUE


def engine_client(client: dict[str, Any]) -> Client:
    return {name: engine_value(name, has) for name, has in client.items()}


def engine_value(name: str, has: Any) -> ClientValue:
    if isinstance(has, frozenset):
        return tuple(sorted(has))
    return None if has is None else value(has, KINDS[name])


@slowly
@given(pairs | singles)
def test_two_audiences_meet_exactly_where_a_client_is_in_both(pair: Pair) -> None:
    names, a, b = pair
    common = [client for client in clients(names) if takes(a, client, ATTRIBUTES) and takes(b, client, ATTRIBUTES)]
    match meeting(a, b):
        case Apart():
            assert not common
        case Together(client):
            assert common
            check_witness(client, a, b)
        case Unsure(doubts):
            raise AssertionError(doubts)


@slowly
@given(singles)
def test_a_client_is_in_an_audience_where_plain_python_says_so(pair: Pair) -> None:
    names, written, _ = pair
    for client in clients(names):
        expected = takes(written, client, ATTRIBUTES)
        assert admits(engine(written), engine_client(client), ATTRIBUTES) is (Truth.TRUE if expected else Truth.FALSE)


@slowly
@given(pairs)
def test_an_audience_is_satisfiable_where_anybody_is_in_it(pair: Pair) -> None:
    names, _, written = pair
    anybody = any(takes(written, client, ATTRIBUTES) for client in clients(names))
    assert satisfiable(engine(written), ATTRIBUTES) == anybody


@slowly
@given(pairs)
def test_it_is_nothing_to_the_answer_which_is_named_first(pair: Pair) -> None:
    _, a, b = pair
    one, other = meeting(a, b), meeting(b, a)
    if isinstance(one, Together) and isinstance(other, Together):
        check_witness(one.evidence, a, b)
        check_witness(other.evidence, a, b)
    else:
        assert one == other
