"""A metric's calculation in a form in which two that mean the same are equal."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from prodops_cli.models.expression import normalised
from prodops_cli.models.metric import Metric
from prodops_cli.overlap.windows.duration import Duration


class Frame(NamedTuple):
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
