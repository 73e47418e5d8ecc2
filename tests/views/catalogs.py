"""Small catalogs in memory, and what commands would print of them."""

from datetime import date

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import load
from prodops_cli.catalog.naming import named
from prodops_cli.catalog.selection import Selection, condition, kind, selected
from prodops_cli.lint.request import Request
from prodops_cli.outputs.look import Look
from prodops_cli.pipeline import judge
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.views.columns import shape
from prodops_cli.views.list import Format, Listing, lines
from prodops_cli.views.show.entity import Portrait, as_json, page
from prodops_cli.views.show.past import Past

TODAY = date(2026, 9, 7)


def catalog(**files: str) -> Catalog:
    """A catalog of documents by `kind__id`, of which only what is beside the id is written."""
    texts = {"prodops.yaml": "catalog: {timezone: Europe/Paris}\n"}
    for name, text in files.items():
        folder, _, id = name.partition("__")
        texts[f"{kind(folder).folder}/{id}.yaml"] = f"id: {id}\n{text}\n"
    return load(MemoryTree({path: text.encode() for path, text in texts.items()}))


def ids(catalog: Catalog, of: str, *where: str, **wanted: object) -> list[str]:
    """The ids of what is selected."""
    model = kind(of)
    conditions = tuple(condition(model, each) for each in where)
    return [entity.id for entity in selected(catalog, Selection(model, conditions, **wanted))]  # type: ignore[arg-type]


def listed(catalog: Catalog, of: str, format: Format, columns: str | None = None, width: int = 80) -> list[str]:
    """What `prodops list` prints."""
    model = kind(of)
    found = Listing(model.kind, selected(catalog, Selection(model)), catalog, TODAY)
    return list(lines(found, format, shape(model, columns, False), Look(width)))


def portrait(catalog: Catalog, of: str, id: str) -> Portrait:
    """What `prodops show` knows."""
    return Portrait(named(catalog, of, id), catalog, judge(catalog, Request(TODAY)), Past())


def shown(catalog: Catalog, of: str, id: str, width: int = 80) -> list[str]:
    """What `prodops show` prints for people."""
    return list(page(portrait(catalog, of, id), Look(width)))


def shown_as_json(catalog: Catalog, of: str, id: str) -> str:
    """What `prodops show` prints for programs."""
    return "\n".join(as_json(portrait(catalog, of, id)))
