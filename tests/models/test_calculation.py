"""Calculations that mean the same are equal, and no others."""

from hashlib import sha256

import pytest

from prodops_cli.models.calculation import calculation, fingerprint
from prodops_cli.models.expression import Language, normalised
from prodops_cli.models.metric import Metric

SAME: list[tuple[Language, str, str]] = [
    ("sql", "select count(*) from orders", "SELECT  COUNT( * )\n  FROM orders"),
    ("sql", "select a -- the first\n from t", "select a from t"),
    ("sql", "select a /* the\nfirst */ from t", "select a from t"),
    ("sql", "select a/*x*/from t", "select a from t"),
    ("sql", "a>=1 and b", "a >= 1 AND b"),
    ("sql", "select a from t -- no line follows", "select a from t"),
    ("dax", "DIVIDE( SUM(Sales[Net]), 2 ) // half", "divide(sum(Sales[Net]),2)"),
    ("formula", "a/b", "a / b"),
    ("prose", "orders  that were\npaid", "orders that were paid"),
]

DIFFERENT: list[tuple[Language, str, str]] = [
    ("sql", "select 'a  b'", "select 'a b'"),
    ("sql", "select 'A'", "select 'a'"),
    ("sql", "select '--x', a", "select '--y', a"),
    ("sql", "select 'it''s -- ' , A", "select 'it''s -- ' , a"),
    ("sql", 'select "Count"', 'select "count"'),
    ("sql", "select `Count`", "select `count`"),
    ("sql", "select [My  Count]", "select [My Count]"),
    ("sql", "select $$a  b$$", "select $$a b$$"),
    ("sql", "select Orders", "select orders"),
    ("sql", "select ab", "select a b"),
    ("sql", "select a; ", "select a"),
    ("sql", "select a // b", "select a"),
    ("formula", "a -- b", "a"),
    ("formula", "a - b", "b - a"),
    ("prose", "Orders", "orders"),
    ("prose", "select count(*)", "SELECT count(*)"),
]


@pytest.mark.parametrize(("language", "one", "other"), SAME)
def test_means_the_same(language: Language, one: str, other: str) -> None:
    assert normalised(one, language) == normalised(other, language)


@pytest.mark.parametrize(("language", "one", "other"), DIFFERENT)
def test_means_something_else(language: Language, one: str, other: str) -> None:
    assert normalised(one, language) != normalised(other, language)


@pytest.mark.parametrize("text", ["'", '"', "`", "[", "/*", "$$", "$a$ $b$", "--", "", " ", "''''"])
def test_what_is_never_closed_goes_on_to_the_end(text: str) -> None:
    assert normalised(f"{text}a", "sql") != normalised(f"{text}b", "sql") or text in ("/*", "--")


def test_long_expressions_take_no_longer_than_long() -> None:
    for part in ("'", "$", "[", "/*", "a b ", "''", "-", "$a$"):
        normalised(part * 50_000, "sql")


def metric(**said: object) -> Metric:
    missing = dict.fromkeys(("id", "name", "owner", "description", "status", "direction"), None) | {"id": "m"}
    return Metric.model_validate(missing | said, strict=False)


def test_says_nothing() -> None:
    assert calculation(metric()) is None
    assert calculation(metric(definition={"numerator": "a"})) is None


def test_a_dashboard_tells_sentences_apart_and_not_queries() -> None:
    def of(language: str, url: str) -> object:
        return calculation(
            metric(definition={"expression": "x", "language": language}, source={"dataset": "t", "dashboard": url})
        )

    assert of("sql", "https://a.example") == of("sql", "https://b.example")
    assert of("prose", "https://a.example") != of("prose", "https://b.example")


@pytest.mark.parametrize(
    "other", [{"grain": "week"}, {"entity": "user"}, {"type": "sum"}, {"source": {"dataset": "u"}}, {"window": "7d"}]
)
def test_other_metrics(other: dict[str, object]) -> None:
    said: dict[str, object] = {"definition": {"expression": "x", "language": "sql"}, "source": {"dataset": "t"}}
    assert calculation(metric(**said)) != calculation(metric(**(said | other)))


def printed(**said: object) -> str:
    """The fingerprint of a metric."""
    found = calculation(metric(**said))
    assert found is not None
    return fingerprint(found)


def test_a_fingerprint_is_kept_in_files_and_must_never_change() -> None:
    source = {"tool": "snowflake", "dataset": "marts.orders"}
    how = {"language": "sql", "expression": "SELECT sum(x) -- all", "aggregation": "sum", "filter": "paid"}
    text = (
        "language: sql\naggregation: sum\ntype: sum\ntool: snowflake\ndataset: marts.orders\ngrain: day\n"
        "window: 1 months 7 days 0 seconds\nentity: order\nexpression: select sum ( x )\nfilter: paid\n"
    )
    whole = printed(type="sum", definition=how, source=source, grain="day", window="P1M7D", entity="order")
    assert whole == sha256(text.encode()).hexdigest()[:12]


def test_a_fingerprint_tells_which_field_says_something() -> None:
    texts = [{"expression": "a"}, {"expression": "a", "filter": "b"}, {"expression": "b", "aggregation": "a"}]
    parts = [{"numerator": "a", "denominator": "b"}, {"numerator": "b", "denominator": "a"}]
    assert len({printed(definition=how) for how in (*texts, *parts)}) == 5
