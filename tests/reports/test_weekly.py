"""The weekly digest of a small company, word for word, and of catalogs in which there is little or nothing."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from prodops_cli.cli.editions import Wish, edition
from prodops_cli.reports import weekly
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.plain import Plain
from prodops_cli.reports.rendering.report import report
from tests.reports.bloom import VERDICT
from tests.reports.conftest import Repository

GOLDEN = Path(__file__).parent / "weekly.md"
TODAY = date(2026, 9, 8)


def bloom(folder: Path) -> Edition:
    """Week 36 of Bloom, with a verdict that no rule has a say in."""
    return replace(edition(folder, Wish("2026-W36", TODAY)), verdict=VERDICT)


def test_is_as_it_was_agreed(bloom_folder: Path, regen: bool) -> None:
    text = report("weekly").text(bloom(bloom_folder))
    if regen:
        GOLDEN.write_text(text, "utf-8")
    assert text == GOLDEN.read_text("utf-8")


def test_is_the_same_whenever_it_is_made(bloom_repository: Repository) -> None:
    first = report("weekly").text(bloom(bloom_repository.folder))
    bloom_repository.commit("Tom", "2026-09-09T10:00:00+02:00", {"owners/all.yaml": "{id: x, name: X, type: team}\n"})
    later = replace(edition(bloom_repository.folder, Wish("2026-W36", date(2027, 3, 1))), verdict=VERDICT)
    assert report("weekly").text(later) == first


def test_says_plain_values_only(bloom_folder: Path) -> None:
    context = weekly.context(bloom(bloom_folder))
    assert json.loads(json.dumps(context)) == context
    assert {type(value) for value in values(context)} <= {str, int, float, bool, type(None)}


def values(value: Plain) -> list[Plain]:
    """All values in a context that have no parts."""
    if isinstance(value, dict | list):
        parts = value.values() if isinstance(value, dict) else value
        return [each for part in parts for each in values(part)]
    return [value]


def text_of(folder: Path, week: str = "2026-W36", **wish: object) -> str:
    """A weekly digest."""
    return report("weekly").text(edition(folder, Wish(week, TODAY, **wish)))  # type: ignore[arg-type]


def test_of_an_empty_catalog(repository: Repository) -> None:
    repository.commit("Kim", "2026-08-01T10:00:00+02:00", {"prodops.yaml": "version: 1\n"})
    assert text_of(repository.folder) == (
        "# Product week 36 · 31 Aug – 6 Sep 2026\n\n"
        "A quiet week: nothing to decide, nothing decided, no goal at risk. As it stands on Mon 7 Sep 2026.\n\n"
        "---\n\n"
        "## Needs a decision\n\nNothing waits for a decision.\n\n"
        "## What changed\n\nNothing has changed since 31 Aug.\n\n"
        "## Expires soon\n\nNothing expires in the next 30 days.\n\n"
        "## Catalog health\n\nThe catalog is empty.\n\n"
        "---\n\n"
        f"Made from commit {head(repository)}, compared with {head(repository)}: 0 documents.\n"
    )


def head(repository: Repository) -> str:
    """The short id of the newest commit."""
    return repository.git("rev-parse", "HEAD")[:10]


def test_outside_git(tmp_path: Path, repository: Repository) -> None:
    outside = Repository(tmp_path / "outside")
    outside.write({"prodops.yaml": "version: 1\n", "owners/a.yaml": "{name: A, type: team, lead: a}\n"})
    text = text_of(outside.folder)
    assert "Without a git history nobody knows what changed." in text
    assert "Made from the work tree: 1 document." in text


def test_of_a_catalog_that_begins_in_the_week(bloom_folder: Path) -> None:
    text = text_of(bloom_folder, "2026-W35")
    assert "Before 24 Aug there was no catalog: all of it is new, 8 owners, 3 tools, 3 metrics" in text


def test_of_a_catalog_that_was_broken_before(repository: Repository) -> None:
    repository.commit("Kim", "2026-08-01T10:00:00+02:00", {"prodops.yaml": "version: none\n"})
    repository.commit("Kim", "2026-09-01T10:00:00+02:00", {"prodops.yaml": "version: 1\n"})
    assert "is not known: the settings of that time cannot be read" in text_of(repository.folder)


def test_of_the_week_that_is_not_over(bloom_folder: Path) -> None:
    text = text_of(bloom_folder, "this")
    assert text.startswith("# Product week 37 · 7 Sep – 13 Sep 2026 · Bloom\n")
    assert "as it stands on Tue 8 Sep 2026" in text
    assert "Too late" in text


@pytest.mark.parametrize(("wish", "seen"), [({"worktree": True}, True), ({}, False)])
def test_of_what_is_not_committed(bloom_repository: Repository, wish: dict[str, object], seen: bool) -> None:
    bloom_repository.write({"layers/new.yaml": "{id: new, name: Just written, owner: data, unit: user}\n"})
    assert ("Just written" in text_of(bloom_repository.folder, **wish)) is seen


def test_of_a_revision(bloom_folder: Path) -> None:
    text = text_of(bloom_folder, revision="HEAD~2")
    assert "Saved cards" not in text
    assert f"Made from commit {Repository(bloom_folder).git('rev-parse', 'HEAD~2')[:10]}" in text


def test_leads_to_files_from_where_it_is_written(bloom_folder: Path) -> None:
    nested = bloom_folder / "docs" / "digests" / "36.md"
    assert "]: ../../experiments/saved-cards.yaml" in text_of(bloom_folder, output=nested)
    assert "]: experiments/saved-cards.yaml" in text_of(bloom_folder)


def test_leads_to_the_web(bloom_repository: Repository) -> None:
    blob = 'report: {links: {blob: "https://git.example/{commit}/{path}#L{line}"}}\n'
    settings = (bloom_repository.folder / "prodops.yaml").read_text("utf-8") + blob
    id = bloom_repository.commit("Kim", "2026-09-05T10:00:00Z", {"prodops.yaml": settings})
    assert f"]: https://git.example/{id}/metrics/all.yaml#L11\n" in text_of(bloom_repository.folder)
