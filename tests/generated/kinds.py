"""docs/kinds.md: every kind with an example, and with its keys in the words that stand in the models."""

import inspect
from collections.abc import Iterator

from prodops_cli.models.entity import Entity, Owned
from prodops_cli.models.kinds import KINDS
from tests.examples.catalogs import ACME
from tests.generated.keys import Sections

EXAMPLES = {
    "owner": ("owners/teams/checkout.yaml", "owners/people/ana-ribeiro.yaml"),
    "tool": ("tools/amplitude.yaml",),
    "metric": ("metrics/checkout/checkout_addon_rate.yaml",),
    "experiment": ("experiments/2026q3/2026q3-checkout-one-page.yaml",),
    "layer": ("layers/search.yaml",),
    "goal": ("goals/2026q3/2026q3-merchants-worth-staying.yaml",),
    "feedback": ("feedback/checkout-password-wall.yaml",),
    "launch": ("launches/2026/checkout-saved-cards.yaml",),
    "practice": ("practices/launch-readiness.yaml",),
}
"""From a catalog that lints clean."""
HEAD = """\
# The documents of a catalog

A catalog is a folder in git with a [prodops.yaml](settings.md) at its root (an empty one will do) and a folder of YAML
for each kind. A file holds one document, several divided by `---`, or a list of mappings; folders nest freely. The
folder says the kind; a document may say it too (`kind: metric`), and must where it stands elsewhere
([catalog.include](settings.md#catalog)). Keys in **bold** must be written. Keys that begin with `x-` are your own. An
editor that knows YAML schemas completes all of this: `prodops schema --write schemas`.

The examples are from `examples/acme`, a healthy catalog of a whole organisation.
"""
VALUES = """\
## How values are written

| value | such as |
|---|---|
| day | `2026-09-07` |
| day or instant | `2026-09-07`, or with an hour and its zone `2026-09-07T09:00:00+02:00` |
| duration | `90d`, `4w`, `6mo`, `1y`, or as ISO 8601 has it: `P90D` |
| text | `Checkout`; in quotes where it holds `: ` or ` #`: `"#growth"` |
| value | a text, a number, `true` or `false` |
| id | `checkout_conversion_rate`: the id of another document |
| number | `0.05`; where a share is meant, `5%` is the same |
| list | `[web, ios]`, or a line with a dash for each |
| mapping | `{amount: 84000, currency: EUR}`, or a line for each key |
"""


def kinds_page() -> str:
    """The page."""
    lines = [HEAD, "| kind | folder | what it is |", "|---|---|---|"]
    lines += [
        f"| [{kind}](#{kind}) | `{model.folder}/` | {about(kind).partition('. ')[0].rstrip('.')} |"
        for kind, model in KINDS.items()
    ]
    lines += ["", VALUES, "## What every document has", "", *Sections("every document").of(Owned), ""]
    for kind in KINDS:
        lines += section(kind)
    return "\n".join(lines).rstrip() + "\n"


def about(kind: str) -> str:
    """What a kind is."""
    return inspect.cleandoc(KINDS[kind].__doc__ or "")


def section(kind: str) -> Iterator[str]:
    """A kind: what it is, an example, its keys."""
    model = KINDS[kind]
    yield from (f"## {kind}", "", about(kind), "")
    for path in EXAMPLES[kind]:
        yield from (f'```yaml title="{path}"', (ACME / path).read_text(encoding="utf-8").rstrip(), "```", "")
    yield from Sections(kind).of(model, Owned if issubclass(model, Owned) else Entity)
    yield ""
