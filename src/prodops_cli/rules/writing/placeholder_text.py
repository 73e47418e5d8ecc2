"""No text is a placeholder.

"TBD" was to be filled in before the meeting. It stays, it is read as "somebody is on
it", and a field that looks filled is missing from every list of gaps. A key that is
left out is honest: it shows up where it matters.

Drafts may have gaps, and what is over keeps them.

## Bad

```yaml tools/miro.yaml
id: miro
purpose: TBD
#        ^^^ `TBD` stands where a text should be; write it, or remove the key
```

## Good

```yaml tools/miro.yaml
id: miro
purpose: Whiteboards for workshops with several teams.
```

## Allowing

`# prodops: allow placeholder-text until 2025-07-01 -- legal answers by then`.
"""

import re
from collections.abc import Iterator

from prodops_cli.catalog.catalog import references_of
from prodops_cli.documents.node import Address, Value
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.entity import Entity

WHOLE = re.compile(
    r"\W*(?:tb[dac]|to be (?:defined|determined|done|decided|confirmed)|todo|fixme|n/a|xxx+|placeholder|change ?me)\W*"
    r"|\?{2,}|\.{3,}|…|-+",
    re.IGNORECASE,
)
WITHIN = re.compile(r"\bTBD\b|\bFIXME\b|\bTODO(?=:|\s*$)|\blorem ipsum\b|\bLorem ipsum\b")
MARKS = (
    *("tb", "to be", "todo", "fixme", "n/a", "xxx", "placeholder", "change me", "changeme", "lorem"),
    *("??", "...", "…", "--", '"-"', "'-'"),
)
"""One of them is in the text of every document that has a placeholder; in hardly any other."""

OTHERS_WORDS = {"id", "status", "quote", "audience"}
"""Keys whose texts nobody here has written as prose: a step of a launch may well be `todo`."""


@rule(Entity, warning)
def check(entity: Entity, context: Context) -> Problems:
    """A reference that is none is told of elsewhere."""
    if getattr(entity, "status", None) == "draft" or not entity.is_live_on(context.today):
        return
    text = entity.document.source.text.lower()
    if not any(mark in text for mark in MARKS):
        return
    if found := tuple(placeholders(entity.document.value)):
        references = {reference.address for reference in references_of(entity)}
        for address, text in found:
            if address not in references:
                message = f"`{text}` stands where a text should be; write it, or remove the key"
                yield Problem(entity.at(*address), message)


def placeholders(value: Value, address: Address = ()) -> Iterator[tuple[Address, str]]:
    """The addresses of placeholders in a value, and what marks them."""
    if isinstance(value, str):
        if found := WHOLE.fullmatch(value.strip()) or WITHIN.search(value):
            yield address, found.group()
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in OTHERS_WORDS and (address or not key.startswith("x-")):
                yield from placeholders(part, (*address, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from placeholders(part, (*address, index))


CASES = """
## Bad: all sorts

```yaml goals/faster.yaml
id: faster
name: "???"
#     ^^^^^ `???` stands where a text should be; write it, or remove the key
description: Lorem ipsum dolor sit amet.
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ `Lorem ipsum` stands where a text should be; write it, or remove the key
key_results:
  - {name: The number is TBD., target: 1}
#          ^^^^^^^^^^^^^^^^^^ `TBD` stands where a text should be; write it, or remove the key
  - {name: (todo), target: 1}
#          ^^^^^^ `(todo)` stands where a text should be; write it, or remove the key
links: [{title: n/a, url: "TODO: ask Ben"}]
#               ^^^ `n/a` stands where a text should be; write it, or remove the key
#                         ^^^^^^^^^^^^^^^ `TODO` stands where a text should be; write it, or remove the key
```

## Good: drafts, what is over, words that only look like it

```yaml experiments/experiments.yaml
- {id: a, name: a, status: draft, hypothesis: TBD}
- {id: b, name: b, status: completed, learnings: n/a}
- {id: c, name: Todo list, status: running, audience: {plan: [n/a]}, x-note: TBD}
```
```yaml launches/launches.yaml
- {id: a, name: a, readiness: [{item: Ask Ben, status: todo}]}
```
```yaml feedback/help.yaml
id: todo
quote: "???"
owner: tbd
tags: [nps, na]
```
"""
