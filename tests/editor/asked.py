"""Texts with a cursor mark, in the catalog of Acme, and what is answered there: tests as data."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.documents.source import Source
from prodops_cli.editor.buffer import Buffer
from prodops_cli.editor.desk import Desk
from prodops_cli.editor.place import Here

HERE = Path(__file__).parent
ACME = HERE.parent.parent / "examples" / "acme"
TODAY = date(2026, 9, 7)
MARK = "‸"


@dataclass(frozen=True)
class Case:
    """A title, a file with a mark in it, and what is answered."""

    title: str
    path: str
    marked: str
    answer: str

    @property
    def text(self) -> str:
        """The text without the mark."""
        return self.marked.replace(MARK, "")

    def here(self, catalog: Catalog) -> Here:
        """The marked place."""
        return Here(catalog, Source(self.path, self.text, ""), self.marked.index(MARK))


def cases(name: str) -> tuple[Case, ...]:
    """The cases of a file."""
    parts = (HERE / name).read_text("utf-8").split("\n== ")[1:]
    return tuple(case(*part.partition("\n----\n")[::2]) for part in parts)


def case(head: str, answer: str) -> Case:
    """One case."""
    title, path, marked = head.split("\n", 2)
    return Case(title, path, marked, answer.rstrip("\n"))


def regenerate(name: str, answer: Callable[[Case], str]) -> None:
    """Writes the file again, with what is answered now."""
    before = (HERE / name).read_text("utf-8").split("\n== ")[0]
    parts = (f"\n== {each.title}\n{each.path}\n{each.marked}\n----\n{answer(each)}\n" for each in cases(name))
    (HERE / name).write_text(before + "".join(parts), "utf-8")


def desk_with(path: str, text: str, root: Path = ACME) -> Desk:
    """A desk on which one file is open."""
    desk = Desk.at(root, lambda: TODAY)
    desk.write(path, Buffer(text, 1))
    return desk
