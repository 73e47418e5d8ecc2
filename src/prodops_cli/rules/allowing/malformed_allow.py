"""Every comment to prodops can be understood.

One that can't be allows nothing. The finding stays, and the person who wrote the
comment believes that it is gone.

## Bad

```yaml tools/figma.yaml
id: figma
owner: nobody # prodops: alow unknown-reference -- nobody joins in July
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `alow` is nothing to tell prodops; did you
#               mean `allow`?
```
```yaml tools/miro.yaml
id: miro
owner: nobody # prodops: allow unknown-reference until July -- nobody joins then
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ there is no day `July`; write it
#               as 2026-09-07
```

## Good

```yaml tools/figma.yaml
id: figma
owner: nobody # prodops: allow unknown-reference until 2025-07-01 -- nobody joins in July
```
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.comment import Malformed
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning


@rule(Malformed, warning)
def check(comment: Malformed, _: Context) -> Problems:
    """What is wrong, the comment knows."""
    yield Problem(comment.place, comment.wrong)


CASES = """
## Bad: no rule, nothing at all, something else, a day that no calendar has

```yaml tools/a.yaml
id: a
owner: nobody # prodops: allow
#             ^^^^^^^^^^^^^^^^ names no rule; write `# prodops: allow RULE until DATE -- reason`
```
```yaml tools/b.yaml
id: b
owner: nobody #prodops:
#             ^^^^^^^^^ is empty; write `# prodops: allow RULE until DATE -- reason`
```
```yaml tools/c.yaml
id: c
owner: nobody # prodops: allow unknown-reference, because nobody joins
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ it is not clear what this allows; write
#               `# prodops: allow RULE until DATE -- reason`
```
```yaml tools/d.yaml
id: d
owner: nobody # prodops: allow unknown-reference until 2025-06-31 -- nobody joins
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ there is no day `2025-06-31`; write
#               it as 2026-09-07
```

## Good: no comment, and no word to prodops

```yaml tools/a.yaml
id: a
description: |
  # prodops: alow this
owner: nobody # prodops is what lints this
```
"""
