"""A file that holds one document is called like it.

People look for a metric by its file's name, and reviewers see nothing else in a list
of changed files. Where name and id differ, one of them was renamed and the other
forgotten, and the next person creates the document a second time.

It holds for files with one document; a file with several is called as you like.

## Bad

```yaml owners/ann.yaml
id: anna
#   ^^^^ the file is called `ann.yaml`; call it `anna.yaml`, or change the id
```

## Fixed

```yaml owners/anna.yaml (was owners/ann.yaml)
id: anna
```
"""

from pathlib import PurePosixPath

from prodops_cli.documents.document import Document, read
from prodops_cli.findings import Fix, Move, Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.entity import Entity
from prodops_cli.models.pattern import is_slug


@rule(Entity, error)
def check(entity: Entity, context: Context) -> Problems:
    """What is no id, and what another has already, is said elsewhere; a file in the way is not moved over."""
    path = PurePosixPath(entity.document.source.path)
    is_first = context.catalog.named[entity.kind, entity.id] is entity
    if path.stem == entity.id or not is_first or not is_slug(entity.id) or not is_alone(entity.document):
        return
    to = path.with_name(f"{entity.id}{path.suffix}")
    fix = Fix(f"move the file to `{to}`", (Move(str(path), str(to)),)) if str(to) not in context.catalog.files else None
    yield Problem(entity.at("id"), f"the file is called `{path.name}`; call it `{to.name}`, or change the id", fix=fix)


def is_alone(document: Document) -> bool:
    """Whether a document has its file for itself."""
    return sum(each.value is not None for each in read(document.source).documents) == 1


CASES = """
## Good: several in a file

```yaml owners/people.yaml
- {id: anna, name: Anna, type: person}
- {id: ben, name: Ben, type: person}
```

## Good: the id is missing

```yaml owners/anna.yaml
name: Anna
```

## Bad: another ending

```yaml owners/more/ann.yml
id: anna
#   ^^^^ the file is called `ann.yml`; call it `anna.yml`, or change the id
```

## Fixed: another ending

```yaml owners/more/anna.yml (was owners/more/ann.yml)
id: anna
```
"""
