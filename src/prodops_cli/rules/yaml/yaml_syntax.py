"""Every document can be read as YAML.

A file that cannot be read is a hole in the catalog: the metric in it is not
checked, and what it says of owners and dates reaches no report. One finding is
made of it, where reading stopped, and nothing that refers to it is reported too.

What is read is YAML 1.2 with keys that are text: no merge keys, no tags of one's
own, and no characters that nobody sees.

## Bad

```yaml metrics/orders.yaml
id: orders
name: Orders: paid ones
#           ^ a second `: ` stands on one line; quote the text, or begin a new line
```

## Good

```yaml metrics/orders.yaml
id: orders
name: "Orders: paid ones"
owner: someone
description: Orders that were paid.
status: draft
direction: increase
```
"""

from prodops_cli.documents.document import Place
from prodops_cli.documents.refusal import NotYaml
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule


@rule(NotYaml, error)
def check(refusal: NotYaml, context: Context) -> Problems:
    """What the parser saw, and what to do."""
    yield Problem(Place(refusal.source, exact=refusal.span), f"{refusal.problem}; {refusal.action}")


CASES = """
## Bad: a merge that nobody finished

```yaml owners/anna.yaml
id: anna
<<<<<<< HEAD
^^^^^^^^^^^^ a merge conflict is not resolved; choose one side and remove the markers
name: Anna
=======
name: Anne
>>>>>>> rename
type: person
```

## Bad: a row of a spreadsheet is no document

```yaml tools/tools.yaml
id,name,owner
^^^^^^^^^^^^^ this is a table, its cells divided by commas, and no YAML; save it as a .csv file elsewhere, and
              run `prodops import FILE.csv --kind KIND`
miro,Miro,anna
```

## Bad: a dash that a text processor has made longer

```yaml owners/growth.yaml
id: growth
members:
– anna
^^^^^^ this line is neither `key: value` nor a list item; begin an item with `- `: a hyphen, and a space
```

## Bad: a wide colon

```yaml owners/anna.yaml
id： anna
name: Anna
    ^ this line is read as more of the text above it; write a plain `:` and a space instead of the wide `：`
```

## Bad: a key that is a number

```yaml owners/anna.yaml
id: anna
name: Anna
type: person
external:
  2024: anna
# ^^^^ the key `2024` is read as a number; quote it: "2024"
```

## Bad: the file is in LFS

```yaml owners/anna.yaml
version https://git-lfs.github.com/spec/v1
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this is a Git LFS pointer, not the file; run `git lfs pull`, or keep YAML
                                           out of LFS
```
"""
