"""The audience algebra against brute force: every client of a small world is asked."""

from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.overlap.answer import Apart, Together, Unsure
from prodops_cli.overlap.audiences.audience import Audience
from prodops_cli.overlap.audiences.clients import Meeting, admits, meet, satisfiable
from prodops_cli.overlap.audiences.truth import Truth
from prodops_cli.overlap.audiences.value import Client, ClientValue
from tests.effort import examples
from tests.overlap.universe import ATTRIBUTES, KINDS, NAMED, attribute_names, audiences, clients
from tests.overlap.written import Written, audience, takes, value, written_value

Pair = tuple[list[str], Written, Written]

pairs: st.SearchStrategy[Pair] = attribute_names().flatmap(
    lambda names: st.tuples(st.just(names), audiences(names), audiences(names, depth=2))
)
singles = attribute_names(1, 1).flatmap(lambda names: st.tuples(st.just(names), audiences(names), audiences(names)))
slowly = examples(45)


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
@given(pairs, st.randoms())
def test_a_wider_audience_meets_whom_the_narrower_one_meets(pair: Pair, random: Random) -> None:
    _, a, b = pair
    before, after = meeting(a, b), meeting(wider(a, random), b)
    assert not (isinstance(before, Together) and isinstance(after, Apart))


def wider(written: Written, random: Random) -> Written:
    """One thing less is asked, or one more is allowed."""
    if not written:
        return written
    name = random.choice(sorted(written))
    if name == "any_of":
        alternatives = [*written[name]]
        place = random.randrange(len(alternatives))
        alternatives[place] = wider(alternatives[place], random)
        return {**written, name: random.choice([alternatives, [*alternatives, {"country": ["FR"]}]])}
    constraint = wider_constraint(written[name], name, random)
    others = {other: asked for other, asked in written.items() if other != name}
    return others if constraint is None else {**others, name: constraint}


def wider_constraint(constraint: Any, name: str, random: Random) -> Any:
    more = random.choice(NAMED[name])
    match constraint:
        case bool():
            return random.choice([None, [True, False]])
        case list():
            return [*constraint, more] if constraint else None
        case {"in": [_, *_] as listed, **rest}:
            return {"in": [*listed, more], **rest}
        case {"not_in": [_, *rest_of_list], **rest}:
            return {"not_in": rest_of_list, **rest}
        case _:
            asked = random.choice(sorted(constraint))
            return {key: value for key, value in constraint.items() if key != asked}


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


SLIPS = {"andriod": ("web", "ios", "android"), "FR75": ("FR-75", "FR-13", "DE")}
LISTS = {"platform": ("web", "ios", "andriod"), "region": ("FR", "FR-75", "DE", "FR75")}


def slipped(name: str) -> st.SearchStrategy[Written]:
    lists = st.lists(st.sampled_from(LISTS[name]), min_size=1, max_size=3, unique=True)
    both = st.fixed_dictionaries({}, optional={"in": lists, "not_in": lists, "exists": st.just(value=True)})
    return both.map(lambda constraint: {name: constraint})


def meant(written: Written, slip: str, name: str) -> Written:
    """What it would say if the slip stood for this name."""
    swapped: dict[str, Any] = {
        key: [name if each == slip else each for each in listed] if isinstance(listed, list) else listed
        for key, listed in next(iter(written.values())).items()
    }
    return {next(iter(written)): swapped}


@slowly
@given(st.sampled_from(sorted(LISTS)).flatmap(lambda name: st.tuples(slipped(name), slipped(name))))
def test_what_is_proved_holds_whatever_an_undeclared_value_may_mean(pair: tuple[Written, Written]) -> None:
    found = meeting(*pair)
    name = next(iter(pair[0]))
    slip = LISTS[name][-1]
    answers = {
        any(all(takes(meant(each, slip, other), client, ATTRIBUTES) for each in pair) for client in clients([name]))
        for other in SLIPS[slip]
    }
    match found:
        case Together():
            assert answers == {True}
        case Apart():
            assert answers == {False}
        case Unsure():
            assert any(slip in listed for each in pair for listed in each[name].values() if isinstance(listed, list))
