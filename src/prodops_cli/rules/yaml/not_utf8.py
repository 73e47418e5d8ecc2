"""Every file is UTF-8.

In another encoding a name is another name: "Zoë" becomes "ZoÃ«" in the report, and
her metrics have an owner that nobody knows. Spreadsheets and old editors still save
so without asking.

## Bad

```yaml owners/zoe.yaml (latin-1)
id: zoe
name: Zoë
#       ^ the byte 0xEB is no UTF-8; save the file as UTF-8
type: person
```

## Good

```yaml owners/zoe.yaml
id: zoe
name: Zoë
type: person
```
"""

from prodops_cli.documents.document import Place
from prodops_cli.documents.refusal import NotUtf8
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule

WIDE = (0xFE, 0xFF)
"""How the mark begins with which editors save two bytes for each character."""


@rule(NotUtf8, error)
def check(refusal: NotUtf8, context: Context) -> Problems:
    """Where the readable text ends."""
    is_wide = refusal.byte in WIDE and refusal.span.start == 0
    what = "this is UTF-16 (“Unicode” in old editors)" if is_wide else f"the byte 0x{refusal.byte:02X} is no UTF-8"
    message = f"{what}; save the file as UTF-8"
    yield Problem(Place(refusal.source, exact=refusal.span), message)
