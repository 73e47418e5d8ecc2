"""A desk: one catalog on the disk, what of it is being written, and what was said of it last."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import Seen
from prodops_cli.catalog.settings import SETTINGS
from prodops_cli.editor.buffer import Buffer
from prodops_cli.editor.place import Here, kinds_at
from prodops_cli.editor.said import Said, of_one, of_settings
from prodops_cli.editor.shelf import Shelf
from prodops_cli.failure import Failure
from prodops_cli.findings import Verdict
from prodops_cli.lint.baseline import FILE_NAME, NOTHING, Baseline, WrongBaseline, parse
from prodops_cli.lint.request import Request, SettingsRefused
from prodops_cli.models.kinds import KINDS
from prodops_cli.pipeline import opened
from prodops_cli.trees.overlay import Overlay
from prodops_cli.trees.worktree import WorkTree


class View(NamedTuple):
    """The catalog as it is being written; None where there is none yet.

    `refused` says what is wrong with its settings; until they are mended, the catalog is the last that could be read.
    """

    catalog: Catalog | None = None
    refused: Verdict | None = None


@dataclass
class Desk:
    """`touched` are the files of whose last text nothing is said yet.

    `edition` grows with each change, so that one sees what an answer is about.
    """

    root: Path
    today: Callable[[], date]
    shelf: Shelf
    buffers: dict[str, Buffer] = field(default_factory=dict)
    seen: Seen = field(default_factory=dict)
    said: Said = field(default_factory=Said)
    touched: set[str] = field(default_factory=set)
    edition: int = 0
    _view: View = field(default_factory=View)
    _read: int = -1
    _reading: Lock = field(default_factory=Lock)
    """The first reading happens beside the others."""

    @classmethod
    def at(cls, root: Path, today: Callable[[], date]) -> "Desk":
        """The desk of the catalog in a folder."""
        return cls(root, today, Shelf(WorkTree(root)))

    def write(self, path: str, buffer: Buffer) -> None:
        """A file is open, and holds this."""
        self.buffers[path] = buffer
        if self.holds(path):
            self.touched.add(path)
            self.edition += 1

    def holds(self, path: str) -> bool:
        """Whether a file may be the catalog's: what other YAML lies in its folder changes nothing."""
        catalog = self._view.catalog
        if catalog is None or not path.endswith((".yaml", ".yml")):
            return True
        is_misplaced = path.partition("/")[0] in KINDS  # metric/, where metrics/ is meant
        return path == SETTINGS or path in catalog.files or is_misplaced or kinds_at(catalog, path) is not None

    def close(self, path: str) -> None:
        """A file is no longer open: what is on the disk holds."""
        self.buffers.pop(path, None)
        self.look_again()

    def look_again(self) -> None:
        """Something on the disk may have changed."""
        self.shelf = self.shelf.renewed()
        self.edition += 1

    @property
    def tree(self) -> Overlay:
        """The files as they are being written."""
        return Overlay(self.shelf, {path: buffer.data for path, buffer in dict(self.buffers).items()})

    @property
    def view(self) -> View:
        """The catalog as it is now; only what has changed is read."""
        with self._reading:
            edition = self.edition
            if self._read != edition:
                self._view, self._read = self._look(), edition
            return self._view

    @property
    def is_read(self) -> bool:
        """Whether anybody has looked at it: the first time takes longest."""
        return self._read >= 0

    @property
    def request(self) -> Request:
        """What is asked of the rules."""
        return Request(self.today(), baseline=self._baseline())

    def here(self, path: str, offset: int) -> Here | None:
        """A place in a file that is open; None where no catalog is."""
        catalog, buffer = self.view.catalog, self.buffers.get(path)
        return Here(catalog, buffer.source(path), offset) if catalog and buffer else None

    def look_near(self) -> None:
        """Says at once what can be said of the files that were just written in."""
        view = self.view
        if view.catalog and not view.refused:
            for path in sorted(self.touched):
                self.said = of_one(view.catalog, self.request, path, self.said)
        self.touched.clear()

    def _look(self) -> View:
        try:
            catalog = opened(self.tree, Request(self.today()), self.seen)
        except SettingsRefused as refused:
            self.said = of_settings(refused.verdict)
            return View(self._view.catalog, refused.verdict)
        except Failure:
            self.said = Said()
            return View()
        self._forget(catalog)
        return View(catalog)

    def _forget(self, catalog: Catalog) -> None:
        """What was typed a moment ago nobody reads again."""
        now = {(entity.document.source.path, entity.document.source.digest) for entity in catalog.entities}
        for key in [key for key in self.seen if key[0] in self.buffers and (key[0], key[2]) not in now]:
            del self.seen[key]

    def _baseline(self) -> Baseline:
        try:
            return parse(self.tree.read(FILE_NAME).decode())
        except (OSError, UnicodeDecodeError, WrongBaseline):
            return NOTHING
