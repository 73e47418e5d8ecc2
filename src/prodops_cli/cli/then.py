"""Then: the commit that a day or a revision means, and what is different since."""

from datetime import date, timedelta
from pathlib import Path

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.changes.between import changes_between
from prodops_cli.cli.opening import opened
from prodops_cli.cli.options import DAY, day
from prodops_cli.cli.reading import read
from prodops_cli.failure import Failure
from prodops_cli.lint.request import Request
from prodops_cli.models.entity import Entity
from prodops_cli.overlap.windows.instant import instant
from prodops_cli.phrases import day as in_words
from prodops_cli.trees.revision import Repository
from prodops_cli.views.show.later import Later


def commit_of(directory: Path, said: str, today: date) -> str:
    """The commit of a revision, or the last one of a day, as the catalog's time zone has it. Raises Failure, Misuse."""
    place = opened(directory, None)
    repository = Repository.of(place.root, kept=place.tree.kept)
    if not DAY.fullmatch(said):
        return repository.resolve(said)
    after = day(said) + timedelta(1)
    commit = repository.commit_at(instant(after, read(place.tree, Request(today)).settings.zone))
    if commit is None:
        raise Failure(f"there is no commit of {in_words(day(said), today)} or before", "name a later day")
    return commit


def later(entity: Entity, then: Catalog, directory: Path, today: date) -> Later:
    """What became of an entity until now, in the work tree."""
    now = read(opened(directory, None).tree, Request(today))
    key = (entity.kind, entity.id)
    changes = ((each.before, each) for each in changes_between(then, now))
    return Later(next((each for before, each in changes if before and (before.kind, before.id) == key), None))
