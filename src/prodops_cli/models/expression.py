"""Expressions: queries, formulas and sentences in a form in which two that mean the same are equal."""

import re
from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

Language: TypeAlias = Literal["sql", "dax", "formula", "prose"]

COMMENTS: Final = {"sql": r"--[^\n]*|/\*.*?(?:\*/|\Z)", "dax": r"(?:--|//)[^\n]*|/\*.*?(?:\*/|\Z)"}
"""What means nothing. A formula has no comments: `a--b` takes away what is below zero."""

NOTHING: Final = r"(?!)"

FORMS: Final = (
    r"'(?:[^']|'')*(?:'|\Z)",
    r'"(?:[^"]|"")*(?:"|\Z)',
    r"`[^`]*(?:`|\Z)",
    r"\[[^\]]*(?:\]|\Z)",
    r"(?P<tag>\$\w*\$).*?(?:(?P=tag)|\Z)",
)
QUOTED: Final = "|".join(FORMS)
"""What is kept to the letter; the last form is that of PostgreSQL. One that is not closed goes on to the end."""

WORDS: Final = (
    "all and any array as asc avg between bigint boolean both by calculate case cast coalesce convert count cross "
    "cube current current_date current_timestamp date date_trunc datediff day decimal desc distinct distinctcount "
    "divide double else end escape except exists extract false fetch filter first float following for from full group "
    "grouping having hour if iff ilike in inner int integer intersect interval into is join last lateral leading left "
    "like limit max min minute month natural not null nullif nulls numeric offset on or order outer over partition "
    "percentile_cont percentile_disc preceding qualify quarter range recursive return right rollup round row "
    "row_number rows safe_divide second select set similar some sum sumx table then timestamp to trailing true "
    "try_cast unbounded union unnest using values var varchar week when where window with within year"
)
KEYWORDS: Final = frozenset(WORDS.split())
"""Words whose case means nothing. The case of names may: a warehouse can have `Orders` and `orders`."""


def normalised(expression: str, language: Language | None) -> str:
    """An expression without what means nothing: white space outside of quotes, comments, the case of keywords."""
    if language in (None, "prose"):
        return " ".join(expression.split())
    return " ".join(tokens(expression, COMMENTS.get(language, NOTHING)))


def words(expression: str) -> list[str]:
    """The words, signs and quoted texts of an expression in any language."""
    return list(tokens(expression, NOTHING))


def tokens(expression: str, comment: str) -> Iterator[str]:
    """The words, signs and quoted texts of an expression, one after the other."""
    for token in re.finditer(rf"(?P<comment>{comment})|(?P<quoted>{QUOTED})|\w+|\S", expression, re.DOTALL):
        text = token[0]
        if token["quoted"]:
            yield text
        elif not token["comment"]:
            yield text.lower() if text.lower() in KEYWORDS else text
