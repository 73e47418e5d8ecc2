"""Each word of the vocabulary is used somewhere.

A vocabulary is read by newcomers to learn what there is. A word that nothing is called
by is a plan that was dropped, an area that was renamed, or a slip of a letter in the
list itself, and it is offered to everybody who looks for a word.

A word is used that stands in an id, or alone as a value (`capabilities: [surveys]`).
As long as nothing uses any word of a vocabulary, it has only been prepared.

## Bad

```yaml prodops.yaml
vocabulary:
  area: [checkout, serach, search]
#                  ^^^^^^ nothing is called by the area `serach`; remove it, or correct it
```
```yaml metrics/checkout_rate.yaml
id: checkout_rate
```
```yaml metrics/search_rate.yaml
id: search_rate
```

## Good

```yaml prodops.yaml
vocabulary:
  area: [checkout, search]
```
```yaml metrics/checkout_rate.yaml
id: checkout_rate
```
```yaml metrics/search_rate.yaml
id: search_rate
```

## Allowing

`# prodops: allow unused-word until 2025-10-01 -- the team starts in autumn` beside the
word.
"""

import re
from collections.abc import Iterable, Iterator

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.documents.node import Value
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import notice, rule
from prodops_cli.phrases import listing

SEPARATOR = re.compile(r"[-_ ]+")


@rule(Catalog, notice)
def check(catalog: Catalog, context: Context) -> Problems:
    """One finding for each vocabulary, at the first word that is unused."""
    vocabularies = context.settings.vocabulary.words
    if not vocabularies:
        return
    used = used_words(catalog, longest(vocabularies.values()))
    for token, words in vocabularies.items():
        unused = [word for word in dict.fromkeys(words) if bare(word) not in used]
        if unused and len(unused) < len({*words}):
            place = catalog.settings_document.at("vocabulary", token, words.index(unused[0]))
            them = "it" if len(unused) == 1 else "them"
            said = listing([f"`{word}`" for word in unused], "or")
            message = f"nothing is called by the {token} {said}; remove {them}, or correct {them}"
            yield Problem(place, message, detail=token)


def longest(vocabularies: Iterable[Iterable[str]]) -> int:
    """How many parts the longest word of all has, as `one_page` has two."""
    return max((len(SEPARATOR.split(word)) for words in vocabularies for word in words), default=1)


def used_words(catalog: Catalog, most: int) -> set[str]:
    """All that stands in ids, up to so many words in a row, and all values that are one word."""
    found: set[str] = set()
    ids = [*(id for _, id in catalog.guessed), *(entity.id for entity in catalog.entities)]
    for words in (bare(id).split("_") for id in ids):
        rows = ("_".join(words[start : start + size]) for size in range(1, most + 1) for start in range(len(words)))
        found.update(rows)
    for entity in catalog.entities:
        found.update(values(entity.document.value))
    return found


def values(value: Value) -> Iterator[str]:
    """The texts of a value that have no spaces."""
    if isinstance(value, str):
        if " " not in value:
            yield bare(value)
    elif isinstance(value, dict):
        for part in value.values():
            yield from values(part)
    elif isinstance(value, list):
        for part in value:
            yield from values(part)


def bare(word: str) -> str:
    """A word however it is divided."""
    return SEPARATOR.sub("_", word).casefold()


CASES = """
## Bad: several, words of two parts, and values

```yaml prodops.yaml
vocabulary:
  area: [one_page, help_center, app]
#                  ^^^^^^^^^^^ nothing is called by the area `help_center` or `app`; remove them, or correct them
  capability: [surveys, design]
#                       ^^^^^^ nothing is called by the capability `design`; remove it, or correct it
```
```yaml experiments/new-one-page.yaml
id: new-one-page
description: An app for the help center
```
```yaml tools/maze.yaml
id: maze
capabilities: [surveys]
```

## Good: only prepared

```yaml prodops.yaml
vocabulary: {area: [app, web], avoid: {cart: basket}}
```

## Good: what can't be read may use it

```yaml prodops.yaml
vocabulary: {area: [app, web]}
```
```yaml metrics/app_starts.yaml
id: app_starts
```
```yaml metrics/web_starts.yaml
id: web_starts: 1
```
"""
