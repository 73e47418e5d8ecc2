"""A file is called like its document.

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

from collections import Counter

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.documents.document import read
from prodops_cli.findings import Fix, Move, Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.entity import Entity
from prodops_cli.models.pattern import is_slug


@rule(Catalog, error)
def check(catalog: Catalog, context: Context) -> Problems:
    """What is no id, and what two have, is said elsewhere; a file in the way is not moved over."""
    paths = frozenset(catalog.files)
    given = Counter((entity.kind, entity.id) for entity in catalog.entities)
    held = Counter(entity.document.source.path for entity in catalog.entities)
    for entity in catalog.entities:
        path = entity.document.source.path
        if held[path] > 1:
            continue
        name = path.rpartition("/")[2]
        if name.rpartition(".")[0] != entity.id and given[entity.kind, entity.id] == 1 and has_its_file(entity):
            to = f"{entity.id}.{name.rpartition('.')[2]}"
            moved = path.removesuffix(name) + to
            fix = Fix(f"move the file to `{moved}`", (Move(path, moved),))
            message = f"the file is called `{name}`; call it `{to}`, or change the id"
            yield Problem(entity.at("id"), message, fix=fix if moved not in paths else None)


def has_its_file(entity: Entity) -> bool:
    """Whether it has an id that a file can be called by, and a file for itself."""
    documents = read(entity.document.source).documents
    return is_slug(entity.id) and sum(document.value is not None for document in documents) == 1


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

## Good: two with one id

```yaml owners/ann.yaml
id: anna
```
```yaml owners/anna.yaml
id: anna
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
