"""Scalars are read by the core schema of YAML 1.2, and by nothing else."""

import math

import pytest

from prodops_cli.documents.node import Plain
from prodops_cli.documents.refusal import NotYaml, TooLarge
from tests.documents.reading import refused, values_of

MEANINGS: tuple[tuple[str, Plain], ...] = (
    *((word, None) for word in ("", "~", "null", "Null", "NULL")),
    *((word, True) for word in ("true", "True", "TRUE")),
    *((word, False) for word in ("false", "False", "FALSE")),
    ("0", 0),
    ("12", 12),
    ("+12", 12),
    ("-12", -12),
    ("012", 12),
    ("-0", 0),
    ("0o14", 12),
    ("0x1F", 31),
    ("0xff", 255),
    ("1.5", 1.5),
    ("-1.5", -1.5),
    (".5", 0.5),
    ("+.5", 0.5),
    ("1.", 1.0),
    ("1.10", 1.1),
    ("1e3", 1000.0),
    ("1.5E-2", 0.015),
    ("012e03", 12000.0),
    *((word, math.inf) for word in (".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF")),
    *((word, -math.inf) for word in ("-.inf", "-.Inf", "-.INF")),
)
TEXTS = (
    *("yes", "no", "on", "off", "y", "n", "nULL", "tRUE", "None", "nil", "NaN", "inf", ".iNF", "+.nan"),
    *("1_000", "12:30", "1:30.5", "0b1", "0o", "0o8", "+0o14", "-0x1", "0x", "0xg", "0X1F", "0O14"),
    *(
        "2026-02-30",
        "2026-11-22",
        "2026-11-22T09:00:00Z",
        "1.2.3",
        "1,5",
        "12%",
        "€12",
        "1e",
        "1e+",
        "e3",
        ".",
        "-.",
        "+",
    ),
    *(
        "-.",
        "+",
        "..",
        ".e3",
        "1.5.",
        "١٢",
        "１２",
        "12px",
        "=",
        "--",
        "-a",
        "a b",
        "a#b",
        "a:b",
        "http://x.com:80/a",
        "<<a",
    ),
)
TAGGED: tuple[tuple[str, Plain], ...] = (
    ("!!str 12", "12"),
    ("!!str", ""),
    ("!!str null", "null"),
    ("! 12", "12"),
    ("! true", "true"),
    ("&a ! 12", "12"),
    ('! "12"', "12"),
    ("! a", "a"),
    ("!!int 12", 12),
    ('!!int "12"', 12),
    ("!!float 12", 12.0),
    ("!!float 1.5", 1.5),
    ("!!bool true", True),
    ("!!null ~", None),
    ("!!null", None),
    ("!<tag:yaml.org,2002:int> 12", 12),
    ("&a 12", 12),
    ("&a !!str 12", "12"),
    ("!!str &a 12", "12"),
    ("&a", None),
)
WRONG_TAGS = (
    ("!!int abc", "`abc` is no `!!int`"),
    ("!!int 1.5", "`1.5` is no `!!int`"),
    ("!!int true", "`true` is no `!!int`"),
    ("!!int 0x_", "`0x_` is no `!!int`"),
    ("!!float true", "`true` is no `!!float`"),
    ("!!bool 1", "`1` is no `!!bool`"),
    ("!!null a", "`a` is no `!!null`"),
    ("!!binary aGk=", "the tag `!!binary` is not read"),
    ("!!timestamp 2026-01-01", "the tag `!!timestamp` is not read"),
    ("!!set {a}", "the tag `!!set` is not read"),
    ("!!omap [a: 1]", "the tag `!!omap` is not read"),
    ("!!str [a]", "the tag `!!str` is not read"),
    ("!!seq {a: 1}", "the tag `!!seq` is not read"),
    ("!!map a", "the tag `!!map` is not read"),
    ("!important", "the tag `!important` is not read"),
    ("!!python/object:os.system x", "the tag `!!python/object:os.system` is not read"),
)


@pytest.mark.parametrize(("written", "value"), MEANINGS)
def test_plain_scalars(written: str, value: Plain) -> None:
    (read,) = values_of(f"key: {written}\n")
    assert read == {"key": value}
    assert isinstance(read, dict)
    assert type(read["key"]) is type(value)


def test_no_number() -> None:
    for written in (".nan", ".NaN", ".NAN"):
        (read,) = values_of(f"key: {written}\n")
        assert isinstance(read, dict)
        assert isinstance(read["key"], float)
        assert math.isnan(read["key"])


@pytest.mark.parametrize("written", TEXTS)
def test_texts_that_look_like_something_else(written: str) -> None:
    assert values_of(f"key: {written}\n") == [{"key": written}]
    assert values_of(f"key: '{written}'\n") == values_of(f'key: "{written}"\n') == [{"key": written}]


@pytest.mark.parametrize("written", [value for value, _ in MEANINGS])
def test_quotes_make_text(written: str) -> None:
    assert values_of(f"key: '{written}'\n") == values_of(f'key: "{written}"\n') == [{"key": written}]
    if written:
        assert values_of(f"key: |-\n  {written}\n") == values_of(f"key: >-\n  {written}\n") == [{"key": written}]


@pytest.mark.parametrize(("written", "value"), TAGGED)
def test_tags_of_the_core_schema(written: str, value: Plain) -> None:
    (read,) = values_of(f"key: {written}\n")
    assert isinstance(read, dict)
    assert (read["key"], type(read["key"])) == (value, type(value))


@pytest.mark.parametrize(("written", "problem"), WRONG_TAGS)
def test_other_tags(written: str, problem: str) -> None:
    refusal = refused(f"key: {written}\n")
    assert isinstance(refusal, NotYaml)
    assert refusal.problem == problem


@pytest.mark.parametrize("number", ["9", "0x9", "0o7", "1.9", "-9"])
def test_numbers_are_short(number: str) -> None:
    longest = number + number[-1] * (40 - len(number))
    (read,) = values_of(f"key: {longest}\n")
    assert isinstance(read, dict)
    assert isinstance(read["key"], int | float)
    refusal = refused(f"key: {longest}{number[-1]}\n")
    assert isinstance(refusal, TooLarge)
    assert refusal.span == (5, 46)
    assert values_of(f"key: '{longest}0'\n") == [{"key": f"{longest}0"}]
