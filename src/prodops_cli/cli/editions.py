"""Editions: from which commits a report is made, and what stands in them."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import Seen, load
from prodops_cli.catalog.settings import NoSettings, WrongSettings, load_settings
from prodops_cli.cli.opening import kept
from prodops_cli.cli.periods import Asked, Stretch, stretch
from prodops_cli.cli.progress import Tell, silent
from prodops_cli.failure import Failure
from prodops_cli.lint.request import Request
from prodops_cli.models.settings import Settings
from prodops_cli.overlap.windows.instant import instant
from prodops_cli.phrases import day
from prodops_cli.pipeline import judge, opened
from prodops_cli.reports.material.edition import Edition, Origin, Past, Then
from prodops_cli.reports.material.links import Links
from prodops_cli.reports.material.period import DAY, Period
from prodops_cli.reports.material.templates import templates_in
from prodops_cli.trees.revision import Repository
from prodops_cli.trees.tree import Tree
from prodops_cli.trees.worktree import WorkTree, find_root, find_top

WEEKS_BACK = 7
"""How many weeks a report looks back, to say where it goes; with its own they are eight."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which edition is asked for: of which period, seen from which day, of which revision, written to which file."""

    week: str | None
    today: date
    revision: str | None = None
    worktree: bool = False
    output: Path | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """A tree, its commit (None for the work tree), and the newest commit that it has to do with (None outside git)."""

    tree: Tree
    commit: str | None
    newest: str | None


def edition(directory: Path, wish: Wish, tell: Tell = silent) -> Edition:
    """What a report is made from. Raises Failure, Misuse for a period that can't be, SettingsRefused.

    Which days a week has is a setting, and settings are a commit's: those of HEAD say it, or of the revision that is
    named. All else follows the settings of the commit that the report is made from.
    """
    root = find_root(directory)
    known = kept(root)
    repository = Repository.of(root, kept=known) if find_top(root) or wish.revision else None
    newest = newest_of(repository, wish)
    asked = repository.tree(newest) if repository and newest and not wish.worktree else WorkTree(root, known)
    settings = settings_of(asked, wish)
    asked_for = Asked(wish.week, wish.since, wish.until)
    found = stretch(asked_for, wish.today, settings.report.week_starts, settings.zone, repository)
    read = Read(asked, None, newest)
    if repository and newest and not wish.worktree:
        commit = found.commit or chosen(repository, newest, found.period, settings, wish)
        read = Read(asked if commit == newest else repository.tree(commit), commit, newest)
    return told(root, repository, read, found, wish, tell)


def newest_of(repository: Repository | None, wish: Wish) -> str | None:
    """HEAD, or the revision that is named; None outside git, and where only the work tree is there yet."""
    if repository is None:
        return None
    try:
        return repository.resolve(wish.revision or "HEAD")
    except Failure:
        if wish.worktree:
            return None
        raise


def settings_of(tree: Tree, wish: Wish) -> Settings:
    """The settings of a tree. Raises Failure, SettingsRefused."""
    try:
        return load_settings(tree)[1]
    except WrongSettings:
        return opened(tree, Request(wish.today)).settings  # which knows how to tell what is wrong


def chosen(repository: Repository, newest: str, period: Period, settings: Settings, wish: Wish) -> str:
    """The commit that a report is made from: the last one of a period that is over, unless a revision is named."""
    if wish.revision or not period.is_over(wish.today):
        return newest
    commit = repository.commit_at(instant(period.last + DAY, settings.zone), newest)
    if commit is None:
        raise Failure(
            f"there is no commit of {day(period.last, wish.today)} or before",
            "name a later week, a revision with --rev, or take what is not committed with --worktree",
        )
    return commit


def told(root: Path, repository: Repository | None, read: Read, found: Stretch, wish: Wish, tell: Tell) -> Edition:
    """The edition of a tree, compared with how it was before the period."""
    period = found.period
    today = period.seen_from(wish.today)
    request = Request(today, revision=read.tree.name if read.commit else None)
    seen: Seen = {}
    catalog = opened(read.tree, request, seen)
    start = instant(period.first, catalog.settings.zone)
    last = read.commit or read.newest
    base = found.base or (repository.commit_at(start, last) if repository and last else None)
    past, before = how_it_was(repository, base, seen) if last else ("none", None)
    return Edition(
        period,
        today,
        catalog,
        judge(catalog, request),
        Origin(read.commit, base, past),
        before,
        repository.commits(base, last) if repository and last else (),
        links(root, wish, catalog, read.commit),
        tuple(history(repository, last, today, catalog.settings, seen, tell)) if repository and last else (),
        templates_in(read.tree, catalog.settings.report.templates),
    )


def history(
    repository: Repository, last: str, today: date, settings: Settings, seen: Seen, tell: Tell = silent
) -> Iterator[Then]:
    """How the catalog was in the weeks before a day, the oldest first: what a shallow clone lacks is not known."""
    read: dict[str | None, Catalog | None] = {None: None}
    for weeks in range(WEEKS_BACK, 0, -1):
        on = today - timedelta(weeks=weeks)
        tell(f"Reading how the catalog was on {day(on, today)}")
        try:
            commit = repository.commit_at(instant(on, settings.zone), last)
        except Failure:
            commit = None
        if commit not in read:
            read[commit] = how_it_was(repository, commit, seen)[1]
        yield Then(on, read[commit])


def links(root: Path, wish: Wish, catalog: Catalog, commit: str | None) -> Links:
    """Where readers can look further."""
    said = catalog.settings.report.links
    is_page = wish.output is not None and wish.output.suffix.lower() in (".html", ".htm")
    return Links(way(root, wish.output), said.blob, commit, said.commit, ".html" if is_page else ".md")


def how_it_was(repository: Repository | None, base: str | None, seen: Seen) -> tuple[Past, Catalog | None]:
    """The catalog at a commit, if there was one and it can be read."""
    if repository is None or base is None:
        return "begins", None
    try:
        return "known", load(repository.tree(base), seen)
    except NoSettings:
        return "begins", None
    except WrongSettings:
        return "unreadable", None


def way(root: Path, output: Path | None) -> str:
    """The way from a file's folder to the catalog's root, ending in `/`; empty where they are one, and on stdout."""
    if output is None:
        return ""
    relative = os.path.relpath(root, output.absolute().parent.resolve()).replace(os.sep, "/")
    return "" if relative == "." else f"{relative}/"
