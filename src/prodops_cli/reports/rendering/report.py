"""Which reports there are: every module of `reports` that has a template of its name beside it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module, resources
from inspect import getdoc, signature
from types import ModuleType

from prodops_cli import reports
from prodops_cli.catalog.catalog import Catalog
from prodops_cli.failure import Misuse
from prodops_cli.models.entity import Entity
from prodops_cli.models.spelling import nearest
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.plain import Row
from prodops_cli.reports.rendering.apart import rendered_apart
from prodops_cli.reports.rendering.choose import Format
from prodops_cli.reports.rendering.formats.markdown import document
from prodops_cli.reports.rendering.templates import ENDING, rendered


@dataclass(frozen=True)
class Report:
    """A report by its name, about the catalog, or about one thing in it where `context` takes one."""

    name: str

    @property
    def purpose(self) -> str:
        """What it is for, in one sentence."""
        return (getdoc(self._module) or "").partition("\n")[0]

    @cached_property
    def about(self) -> type[Entity] | None:
        """The kind of what it is about; None where it is about the catalog."""
        of_kind = [*signature(self._context).parameters.values()][1:]
        return of_kind[0].annotation if of_kind else None

    def context(self, edition: Edition, id: str | None = None) -> Row:
        """What it says of an edition, in plain values. Raises Misuse where it needs an id, takes none, or has none."""
        if self.about is None:
            if id is not None:
                raise Misuse(f"`{self.name}` takes no `{id}`", "it is about the whole catalog")
            return self._context(edition)
        return self._context(edition, subject(self.name, self.about, id, edition.catalog))

    def text(self, edition: Edition, id: str | None = None, made: Format = document) -> str:
        """The document, made by a format; Markdown, unless another one is named."""
        context, own = self.context(edition, id), edition.templates
        return made(rendered_apart(self.name, context, own) if own else rendered(self.name, context))

    @property
    def template(self) -> str:
        """Our own."""
        return (resources.files(reports) / f"{self.name}{ENDING}").read_text(encoding="utf-8")

    @property
    def _module(self) -> ModuleType:
        return import_module(f"{reports.__name__}.{self.name}")

    @property
    def _context(self) -> Callable[..., Row]:
        said: Callable[..., Row] = self._module.context
        return said


def subject(name: str, kind: type[Entity], id: str | None, catalog: Catalog) -> Entity:
    """The thing that a report is to be about. Raises Misuse."""
    if id is None:
        raise Misuse(f"`{name}` is about one {kind.kind}", f"say which: `prodops report {name} ID`")
    found = catalog.get(kind, id)
    if found is None:
        near = nearest(id, [each.id for each in catalog.all(kind)])
        hint = f"did you mean `{near}`?" if near else f"`prodops list {kind.kind}` says which there are"
        raise Misuse(f"no {kind.kind} is called `{id}`", hint)
    return found


def found() -> Iterator[Report]:
    """All reports, by name."""
    files = (file.name for file in resources.files(reports).iterdir())
    yield from (Report(name) for name in sorted(file.removesuffix(ENDING) for file in files if file.endswith(ENDING)))


def report(name: str) -> Report:
    """The report of a name. Raises Misuse where there is none."""
    known = {each.name: each for each in found()}
    if name not in known:
        near = nearest(name, known)
        hint = f"did you mean `{near}`?" if near else f"there are {', '.join(known)}; `--list` says what they tell"
        raise Misuse(f"there is no report `{name}`", hint)
    return known[name]
