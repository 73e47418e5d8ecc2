"""A metric's calculation in a form in which two that mean the same are equal."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, Literal, TypeAlias

from prodops_cli.models.metric import Metric
from prodops_cli.overlap.duration import Duration

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


@dataclass(frozen=True, slots=True)
class Frame:
    """What decides which number a metric says, beside its expression and filter; what is not written is None."""

    language: str | None
    parts: tuple[str | None, str | None]
    aggregation: str | None
    type: str | None
    source: tuple[str | None, str | None, str | None]
    grain: str | None
    window: Duration | None
    entity: str | None


@dataclass(frozen=True, slots=True)
class Calculation:
    """Everything that decides which number a metric says."""

    frame: Frame
    expression: str
    filter: str


def frame(metric: Metric) -> Frame | None:
    """What a metric's expression stands in; None where the metric does not say how it comes about. Cheap to compare."""
    how, source = metric.definition, metric.source
    if how is None or not (how.expression or (how.numerator and how.denominator)):
        return None
    is_exact = how.language not in (None, "prose")
    return Frame(
        language=how.language,
        parts=(None, None) if how.expression else (how.numerator, how.denominator),
        aggregation=how.aggregation,
        type=metric.type,
        # The same sentence may speak of two charts; the same query may not.
        source=(source.tool, source.dataset, None if is_exact else source.dashboard) if source else (None,) * 3,
        grain=metric.grain,
        window=metric.window,
        entity=metric.entity,
    )


def calculation(metric: Metric) -> Calculation | None:
    """How a metric comes about; None where it does not say."""
    found, how = frame(metric), metric.definition
    if found is None or how is None:
        return None
    texts = (normalised(text or "", how.language) for text in (how.expression, how.filter))
    return Calculation(found, *texts)


def fingerprint(found: Calculation) -> str:
    """The first twelve hexadecimal digits of the SHA-256 of a calculation's text, in UTF-8.

    The text has a line `name: value` for each of language, numerator, denominator, aggregation, type, tool, dataset,
    dashboard, grain, window, entity, expression and filter, in this order; what is empty has none. A window is written
    as `1 months 7 days 0 seconds`.
    """
    lines = (f"{name}: {value}\n" for name, value in said(found) if value)
    return sha256("".join(lines).encode(errors="surrogatepass")).hexdigest()[:12]


def said(found: Calculation) -> Iterator[tuple[str, str | None]]:
    """What a calculation's text says; what is new here comes last, and nothing is ever renamed."""
    frame, window = found.frame, found.frame.window
    yield "language", frame.language
    yield from zip(("numerator", "denominator"), frame.parts, strict=True)
    yield "aggregation", frame.aggregation
    yield "type", frame.type
    yield from zip(("tool", "dataset", "dashboard"), frame.source, strict=True)
    yield "grain", frame.grain
    yield "window", f"{window.months} months {window.days} days {window.seconds} seconds" if window else None
    yield "entity", frame.entity
    yield "expression", found.expression
    yield "filter", found.filter


def normalised(expression: str, language: Language | None) -> str:
    """An expression without what means nothing: white space outside of quotes, comments, the case of keywords."""
    if language in (None, "prose"):
        return " ".join(expression.split())
    return " ".join(tokens(expression, COMMENTS.get(language, NOTHING)))


def tokens(expression: str, comment: str) -> Iterator[str]:
    """The words, signs and quoted texts of an expression, one after the other."""
    for token in re.finditer(rf"(?P<comment>{comment})|(?P<quoted>{QUOTED})|\w+|\S", expression, re.DOTALL):
        text = token[0]
        if token["quoted"]:
            yield text
        elif not token["comment"]:
            yield text.lower() if text.lower() in KEYWORDS else text
