"""The request: what is asked of a lint. Cheap to make, so that one may ask whether the answer is known already."""

from dataclasses import dataclass
from datetime import date

from prodops_cli.findings import Verdict
from prodops_cli.lint.baseline import NOTHING, Baseline
from prodops_cli.trees.tree import Tree


@dataclass(frozen=True, slots=True)
class Base:
    """The tree with which another is compared, its commit, and what people call it."""

    tree: Tree
    commit: str
    name: str


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a lint: on which day, by which rules (all, where none is selected), of which files.

    All files are always read; `paths` (relative to the catalog's root), `owner`, `base` and `baseline` only say what of
    it is reported: what stands there, what they have to mend, what was not found in them, unless `show_existing`.
    """

    today: date
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    revision: str | None = None
    paths: tuple[str, ...] = ()
    owner: str | None = None
    baseline: Baseline = NOTHING
    base: Base | None = None
    show_existing: bool = False


class SettingsRefused(Exception):
    """Nothing was checked, because prodops.yaml is wrong: `verdict` says where. It is mended by hand."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__("prodops.yaml")
        self.verdict = verdict.without_fixes()
