"""What is accepted has the value that YAML 1.2 gives it, and what is refused has a place: case by case, by hand."""

import pytest

from prodops_cli.documents.compose import compose
from prodops_cli.documents.node import plain
from prodops_cli.documents.refusal import Refused
from tests.documents.cases import Case, cases
from tests.documents.reading import refusals_of, source_of, told
from tests.documents.test_oracle import witness
from tests.documents.written import same

CASES = dict(cases())
OTHERWISE = {
    "blocks: a key of a date is text": "reads days as days, which only YAML 1.1 had",
    "scalars: whole numbers": "reads `0b1` and `1_000` as numbers, which only YAML 1.1 had",
    "names: the tag of no type": "forgets the single `!`",
}
"""Cases in which ruamel.yaml says something else, and is wrong."""


def test_there_are_enough() -> None:
    assert len(CASES) > 200


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_is_read_as_it_should_be(case: Case) -> None:
    assert [told(refusal) for refusal in refusals_of(case.text)] == case.refusals
    try:
        roots = compose(source_of(case.text)).roots
    except Refused:
        assert not case.values
        return
    assert len(roots) == len(case.values)
    assert all(same(plain(root), value) for root, value in zip(roots, case.values, strict=True))


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if not case.refusals and name not in OTHERWISE])
def test_somebody_else_reads_the_same(name: str) -> None:
    case = CASES[name]
    read = witness(case.text)
    assert read is None or all(same(value, other) for value, other in zip(case.values, read, strict=True))
