"""What happened to a field, in a few words."""

import pytest

from prodops_cli.outputs.wording import LONGEST, apart, difference
from tests.lint.rehearsal import TODAY

QUERY = "select date_trunc('week', at), count(distinct account_id) from analytics.{} group by 1"
TEXTS = {
    "in the middle": (
        QUERY.format("orders"),
        QUERY.format("sales"),
        "…from analytics.orders group by 1 → …from analytics.sales group by 1",
    ),
    "at the beginning": ("sum(a) " + "x " * 40, "sum(b)", "sum(a) " + "x " * 19 + "x… → sum(b)"),
    "at the end": (QUERY, f"{QUERY}, 2", "…analytics.{} group by 1 → …analytics.{} group by 1, 2"),
    "lines": ("select\n  1\nfrom\n  a_table_with_a_name", "select 2", "select 1 from a_table_with_a_name → select 2"),
}


@pytest.mark.parametrize(("before", "after", "expected"), TEXTS.values(), ids=TEXTS)
def test_a_calculation_is_shown_where_it_differs(before: str, after: str, expected: str) -> None:
    assert apart(before, after) == expected


def test_one_long_word_is_cut() -> None:
    was, now = apart("x" * 500 + "a", "x" * 500 + "b").split(" → ")
    assert (was[-1], now[-1]) == ("a", "b")
    assert max(len(was), len(now)) <= LONGEST + 1


def test_prose_is_reworded() -> None:
    assert difference("The share of accounts that did something in the week.", "Something else.", TODAY) == "reworded"
