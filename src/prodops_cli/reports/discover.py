"""Which reports there are: every module here that has a template of its name beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module, resources
from inspect import getdoc

from prodops_cli import reports
from prodops_cli.failure import Misuse
from prodops_cli.models.spelling import nearest
from prodops_cli.reports.edition import Edition
from prodops_cli.reports.plain import Row
from prodops_cli.reports.render import render

TEMPLATE = ".md.j2"


@dataclass(frozen=True, slots=True)
class Report:
    """A report: what it is called, and what it is for in one sentence."""

    name: str
    purpose: str

    def context(self, edition: Edition) -> Row:
        """What it says of an edition, in plain values."""
        said: Row = import_module(f"{reports.__name__}.{self.name}").context(edition)
        return said

    def text(self, edition: Edition) -> str:
        """The Markdown."""
        return render(self.name, self.context(edition))


def found() -> Iterator[Report]:
    """All reports, by name."""
    files = (file.name for file in resources.files(reports).iterdir())
    for name in sorted(file.removesuffix(TEMPLATE) for file in files if file.endswith(TEMPLATE)):
        module = import_module(f"{reports.__name__}.{name}")
        yield Report(name, (getdoc(module) or "").partition("\n")[0])


def report(name: str) -> Report:
    """The report of a name. Raises Misuse where there is none."""
    known = {each.name: each for each in found()}
    if name not in known:
        near = nearest(name, known)
        hint = f"did you mean `{near}`?" if near else f"there are {', '.join(known)}; `--list` says what they tell"
        raise Misuse(f"there is no report `{name}`", hint)
    return known[name]
