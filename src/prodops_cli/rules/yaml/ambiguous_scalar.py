"""Text that looks otherwise is quoted.

A version written `1.10` is the number 1.1, and everybody on 1.10 falls out of the
audience. Words such as `no` and `on` are text to YAML 1.2 and to prodops, but the
script that reads the same file with an older library sees false and true, and the
experiment in Norway runs nowhere.

It is an error where prodops itself reads something else than text, a warning where
only readers of YAML 1.1 do.

## Bad

```yaml tools/miro.yaml
id: miro
name: 2.10
#     ^^^^ `2.10` is read as a number where text is meant; quote it
owner: someone
status: adopted
purpose: on
#        ^^ `on` is text here, but readers of YAML 1.1 take it for true or false; quote it
```

## Fixed

```yaml tools/miro.yaml
id: miro
name: "2.10"
owner: someone
status: adopted
purpose: "on"
```
"""

from prodops_cli.findings import Fix, Problem, Problems, Replace, Severity
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.mistakes import AmbiguousScalar


@rule(AmbiguousScalar, error)
def check(mistake: AmbiguousScalar, context: Context) -> Problems:
    """Quotes change nothing of what was meant."""
    place, written = mistake.place(), mistake.written
    fix = Fix("quote it", (Replace(place.source, place.span, f'"{written}"'),))
    if mistake.here:
        yield Problem(place, f"`{written}` is read as {mistake.read_as} where text is meant; quote it", fix=fix)
    else:
        message = f"`{written}` is text here, but readers of YAML 1.1 take it for {mistake.read_as}; quote it"
        yield Problem(place, message, fix=fix, severity=Severity.warning)


CASES = """
## Bad: in lists, and a time

```yaml owners/anna.yaml
id: anna
name: true
#     ^^^^ `true` is read as true or false where text is meant; quote it
type: person
tags: [12, no]
#      ^^ `12` is read as a number where text is meant; quote it
#          ^^ `no` is text here, but readers of YAML 1.1 take it for true or false; quote it
external: {desk: 12:30}
#                ^^^^^ `12:30` is text here, but readers of YAML 1.1 take it for a number; quote it
```

## Fixed: in lists, and a time

```yaml owners/anna.yaml
id: anna
name: "true"
type: person
tags: ["12", "no"]
external: {desk: "12:30"}
```

## Good: words that begin like them

```yaml owners/anna.yaml
id: anna
name: No one
type: person
x-answer: no
```
"""
