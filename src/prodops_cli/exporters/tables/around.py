"""The tables around the kinds: references, findings, how the catalog was, and what the settings declare."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final, TypeAlias

from prodops_cli.catalog.catalog import Catalog, references_of
from prodops_cli.documents.node import Address
from prodops_cli.exporters.material import Material
from prodops_cli.exporters.tables.kinds import entities
from prodops_cli.exporters.tables.table import Column, Row, Table, Type
from prodops_cli.findings import Severity
from prodops_cli.lint.request import Request, SettingsRefused
from prodops_cli.models.kinds import KINDS
from prodops_cli.outputs.discreet import discreet
from prodops_cli.pipeline import judge
from prodops_cli.reports.scores import data, experiments, upkeep

DAY: Final = Column("day", Type.DATE, "The day, as it began; the last one is that of the export.")


def ref_rows(material: Material) -> Iterator[Row]:
    """A row for each reference."""
    catalog = material.catalog
    for model in KINDS.values():
        for entity in entities(model, material):
            for found in references_of(entity):
                keys = [step for step in found.address if isinstance(step, str)]
                is_there = (found.kind, found.id) in catalog.named
                yield (
                    entity.kind,
                    entity.id,
                    at(found.address),
                    ".".join(keys),
                    role(keys, found.kind),
                    *found[1:],
                    is_there,
                )


def at(address: Address) -> str:
    """An address with the numbers of items, from 1."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in address)


def role(keys: list[str], kind: str) -> str:
    """As what something is named: the last key that is no word for what it is."""
    return next((key for key in reversed(keys) if key not in ("id", kind)), keys[-1])


def finding_rows(material: Material) -> Iterator[Row]:
    """A row for each finding."""
    if material.verdict is None:
        return
    for number, each in enumerate(discreet(material.verdict).findings, 1):
        place, about = each.problem.place, each.about
        start = place.source.position(place.span.start)
        of = (about.kind, about.id, about.owner) if about else (None, None, None)
        yield (
            number,
            each.rule,
            each.family,
            each.severity.name,
            *of,
            each.path,
            *start,
            each.problem.message,
            each.allowed,
        )


Then: TypeAlias = tuple[date, Catalog]


def weeks(material: Material) -> Iterator[Then]:
    """The catalog in the weeks before, as far as it is known, and today."""
    yield from ((then.day, then.catalog) for then in material.history if then.catalog)
    yield material.today, material.catalog


def entity_rows(material: Material) -> Iterator[Row]:
    """How much there was of each kind."""
    for day, catalog in weeks(material):
        yield from ((day, kind, len(catalog.ids(kind))) for kind in KINDS)


def severity_rows(material: Material) -> Iterator[Row]:
    """How much was found of each severity, as the rules of today say it of that day."""
    for day, catalog in weeks(material):
        try:
            verdict = material.verdict if day == material.today else None
            found = Counter(each.severity for each in (verdict or judge(catalog, Request(day))).findings)
        except SettingsRefused:
            continue  # the settings of that day have options that the rules of today don't know
        yield from ((day, severity.name, found[severity]) for severity in sorted(Severity, reverse=True))


def measure_rows(material: Material) -> Iterator[Row]:
    """What each measure of the scorecard said."""
    for day, catalog in weeks(material):
        for measure in (*upkeep.MEASURES, *experiments.MEASURES, *data.MEASURES):
            mark = measure.mark
            more_is_better = mark is not None and mark.good == "at least"
            yield (
                day,
                measure.name,
                measure.read(catalog, day).value,
                more_is_better,
                float(mark.value) if mark else None,
            )


def surface_rows(material: Material) -> Iterator[Row]:
    """The surfaces that are declared."""
    for name, surface in sorted(material.catalog.settings.surfaces.items()):
        yield name, name.rpartition(".")[0] or None, surface.owner, surface.concurrent, surface.reason


def budget_rows(material: Material) -> Iterator[Row]:
    """The budgets that are declared."""
    for position, each in enumerate(material.catalog.settings.budgets, 1):
        yield position, each.cost_center, each.amount, each.currency, each.per


def about_rows(material: Material) -> Iterator[Row]:
    """What the file is."""
    settings = material.catalog.settings.catalog
    yield "catalog", settings.name
    yield "revision", material.revision
    yield "time_zone", settings.timezone
    yield "today", material.today.isoformat()


REFS: Final = Table(
    "refs",
    "Every reference: which document names which other, and as what.",
    (
        Column("from_kind", Type.TEXT, "The kind of the document that names another."),
        Column("from_id", Type.TEXT, "Its id."),
        Column("address", Type.TEXT, "Where it does, with the numbers of items from 1: metrics.primary.1.metric."),
        Column("field", Type.TEXT, "The same without numbers."),
        Column("role", Type.TEXT, "As what it names it: owner, primary, goals and so on."),
        Column("to_kind", Type.TEXT, "The kind of the document that is named."),
        Column("to_id", Type.TEXT, "Its id."),
        Column("is_there", Type.BOOLEAN, "Whether there is such a document."),
    ),
    ("from_kind", "from_id", "address"),
    ref_rows,
    (("to_kind", "to_id"),),
)
FINDINGS: Final = Table(
    "findings",
    "What `prodops lint` finds on the day of the export.",
    (
        Column("number", Type.INTEGER, "Its number, from 1."),
        Column("rule", Type.TEXT, "The rule."),
        Column("family", Type.TEXT, "The rule's family."),
        Column("severity", Type.TEXT, "error, warning or notice."),
        Column("kind", Type.TEXT, "The kind of the document that it is about."),
        Column("id", Type.TEXT, "The id of the document."),
        Column("owner", Type.TEXT, "Who answers for it."),
        Column("path", Type.TEXT, "The file."),
        Column("line", Type.INTEGER, "The line, from 1."),
        Column("column", Type.INTEGER, "The column, from 1, in characters."),
        Column("message", Type.TEXT, "What is wrong, and what to do."),
        Column("allowed", Type.TEXT, "Why it is allowed, where it is."),
    ),
    ("number",),
    finding_rows,
    (("kind", "id"),),
)
HISTORY_ENTITIES: Final = Table(
    "history_entities",
    "How many documents of each kind there were, week by week.",
    (DAY, Column("kind", Type.TEXT, "The kind."), Column("entities", Type.INTEGER, "How many.")),
    ("day", "kind"),
    entity_rows,
)
HISTORY_FINDINGS: Final = Table(
    "history_findings",
    "How much today's rules find in the catalog of each week.",
    (DAY, Column("severity", Type.TEXT, "The severity."), Column("findings", Type.INTEGER, "How many.")),
    ("day", "severity"),
    severity_rows,
)
HISTORY_MEASURES: Final = Table(
    "history_measures",
    "The measures of the scorecard, week by week (see docs/reports.md).",
    (
        DAY,
        Column("measure", Type.TEXT, "The measure."),
        Column("value", Type.REAL, "What it says; a share is from 0 to 1."),
        Column("more_is_better", Type.BOOLEAN, "Which way is good."),
        Column("mark", Type.REAL, "From where on it is good; empty where nobody can say."),
    ),
    ("day", "measure"),
    measure_rows,
)
SURFACES: Final = Table(
    "surfaces",
    "The surfaces that prodops.yaml declares.",
    (
        Column("surface", Type.TEXT, "The surface."),
        Column("parent", Type.TEXT, "The surface around it."),
        Column("owner", Type.TEXT, "Who answers for it."),
        Column("concurrent", Type.BOOLEAN, "Whether several experiments may change it at once."),
        Column("reason", Type.TEXT, "Why they may."),
    ),
    ("surface",),
    surface_rows,
)
BUDGETS: Final = Table(
    "budgets",
    "The budgets that prodops.yaml declares.",
    (
        Column("position", Type.INTEGER, "Its place in the list, from 1."),
        Column("cost_center", Type.TEXT, "Which cost centre."),
        Column("amount", Type.REAL, "How much, for each `per`."),
        Column("currency", Type.TEXT, "The currency's ISO 4217 code."),
        Column("per", Type.TEXT, "How often: month or year."),
    ),
    ("position",),
    budget_rows,
)
ABOUT: Final = Table(
    "about",
    "What the export was made from: catalog, revision, time_zone, today.",
    (Column("key", Type.TEXT, "What."), Column("value", Type.TEXT, "Which.")),
    ("key",),
    about_rows,
)
