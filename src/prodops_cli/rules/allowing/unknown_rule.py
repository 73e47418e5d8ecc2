"""Every rule that a comment allows exists.

A slip in a rule's name allows nothing: the finding stays, and whoever wrote the
comment looks for the mistake in the wrong place. It also happens when a rule gets
another name. Names in `prodops.yaml` are checked as well; a wrong one there ends the
run.

## Bad

```yaml tools/figma.yaml
id: figma
owner: nobody # prodops: allow unknown-referense -- nobody joins in July
#                              ^^^^^^^^^^^^^^^^^ there is no rule `unknown-referense`; did you mean `unknown-reference`?
```

## Fixed

```yaml tools/figma.yaml
id: figma
owner: nobody # prodops: allow unknown-reference -- nobody joins in July
```
"""

from prodops_cli.findings import Fix, Problem, Problems, Replace
from prodops_cli.lint.comment import Allowance, Name
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.spelling import nearest


@rule(Allowance, warning)
def check(allowance: Allowance, context: Context) -> Problems:
    """Each name by itself. What is written instead accepts something, so that a person decides it."""
    for name in allowance.names:
        if name.text not in context.rules:
            near = nearest(name.text, context.rules)
            said = f"there is no rule `{name.text}`; {instead(name.text, near, context)}"
            yield Problem(name.place, said, fix=written(name, near) if near else None, detail=name.text)


def instead(name: str, near: str, context: Context) -> str:
    """What to do about it. Families are a good guess, but what is accepted is accepted by name."""
    if name in context.rules.values():
        return f"that is a family: name the rule of it that is meant (`prodops explain {name}` lists them)"
    return f"did you mean `{near}`?" if near else "`prodops explain` lists those that there are"


def written(name: Name, near: str) -> Fix:
    """The name that was probably meant."""
    replace = Replace(name.place.source, name.place.span, near)
    return Fix(f"write `{near}`", (replace,), safe=False)


CASES = """
## Bad: two of three

```yaml tools/figma.yaml
id: figma
# prodops: allow zzz, unknown-reference, references -- nobody joins in July
#                ^^^ there is no rule `zzz`; `prodops explain` lists those that there are
#                                        ^^^^^^^^^^ there is no rule `references`; that is a family: name the rule
#                                          of it that is meant (`prodops explain references` lists them)
owner: nobody
```
"""
