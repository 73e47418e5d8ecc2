"""Three ways, held to a plain table of who has changed what."""

from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.documents.node import Value
from prodops_cli.importers.merge import Fate, Side, settle
from prodops_cli.importers.remembered import recalled, remembered

VALUES = st.sampled_from([None, "a", "b", "c", 1, True, ["a"], ["a", "b"], {"k": "a"}, "x" * 300, "y" * 300])


def by_table(then: Value, now: Value, file: Value, wins: Side) -> tuple[Fate, Value]:
    """What becomes of a field, told case by case."""
    source_moved, file_moved = repr(then) != repr(now), repr(then) != repr(file)
    if repr(now) == repr(file):
        return Fate.same, file
    if file_moved and not source_moved:
        return Fate.kept, file
    if source_moved and not file_moved:
        return Fate.mapped, now
    return {
        Side.nobody: (Fate.conflict, file),
        Side.theirs: (Fate.mapped, now),
        Side.ours: (Fate.kept, file),
    }[wins]


@given(VALUES, VALUES, VALUES, st.sampled_from(Side))
def test_each_case_is_as_the_table_says(then: Value, now: Value, file: Value, wins: Side) -> None:
    made = settle(recalled(remembered(then), now, file), now, file, wins)
    assert (made.fate, repr(made.file)) == (
        by_table(then, now, file, wins)[0],
        repr(by_table(then, now, file, wins)[1]),
    )


@given(VALUES, VALUES, VALUES, st.sampled_from([Side.theirs, Side.ours]))
def test_what_is_decided_is_not_asked_again(then: Value, now: Value, file: Value, wins: Side) -> None:
    made = settle(then, now, file, wins)
    again = settle(made.source, now, made.file)
    assert again.fate in (Fate.same, Fate.kept)
    assert again.file == made.file


@given(VALUES, VALUES, VALUES)
def test_a_conflict_stays_until_somebody_decides(then: Value, now: Value, file: Value) -> None:
    made = settle(then, now, file)
    if made.fate is Fate.conflict:
        assert settle(made.source, now, made.file).fate is Fate.conflict


def test_white_space_and_kinds_of_numbers_change_nothing() -> None:
    assert settle("a  b\n", "a b", "a\nb").fate is Fate.same
    assert settle(1, 1.0, 1).fate is Fate.same
    assert settle(1, True, 1).fate is Fate.mapped
