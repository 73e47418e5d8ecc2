"""docs/settings.md: what may stand in prodops.yaml; each part with an example, which tests/docs loads."""

import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap
from typing import get_origin

from prodops_cli.models.kinds import KINDS
from prodops_cli.models.schema import words_of
from prodops_cli.models.settings import Settings
from prodops_cli.models.shape import annotations, inside, part_in
from tests.generated.keys import Sections, default

EACH = {dict, tuple}
EXAMPLE = Path(__file__).with_name("prodops.yaml").read_text(encoding="utf-8")
HEAD = """\
# prodops.yaml

`prodops.yaml` marks the root of a catalog: all commands look for it in their folder, and above. It may be empty; what
isn't said has the meaning that is given here. Whatever it says is checked before anything else: a mistake in it is told
with its place, and the command exits with 2. The examples below are parts of one file.

What each kind of document may say, and how values are written, stands in [Kinds](kinds.md).
"""
MORE = {
    "catalog": "The folders of the kinds are "
    + ", ".join(f"`{model.folder}`" for model in KINDS.values())
    + " if nothing is said.",
    "naming": "Kinds are "
    + ", ".join(f"`{kind}`" for kind in KINDS)
    + ". A kind without a pattern may have any ids. How to agree on one: [Agree on names](naming.md).",
    "surfaces": "Where no surface is declared, experiments may name any; a typing error then goes unseen.",
    "attributes": "Where no attribute is declared, audiences may speak of any. "
    "What is proved with it: [When experiments overlap](overlap.md).",
    "review_every": "Kinds that are not named here are never overdue, unless a document says its own `review_every`.",
    "rules": "Severities are `error`, `warning`, `notice` and `off`. All rules: [the rules](rules/README.md).",
    "per_path": "For a single finding, write a comment where it stands: [Every day](everyday.md#accept-what-is-so).",
    "budgets": "Costs are added up by `cost_center`, seats and months multiplied; currencies are never converted.",
    "report": "[Reports](reports.md) says how templates and books are made.",
}


def settings_page() -> str:
    """The page."""
    lines = [HEAD, "| key | what it says |", "|---|---|"]
    words = words_of(Settings)
    lines += [f"| [{key}](#{key}) | {words[key]} |" for key in Settings.model_fields]
    for key in Settings.model_fields:
        lines += ["", *section(key)]
    return "\n".join(lines).rstrip() + "\n"


def section(key: str) -> Iterator[str]:
    """A key of the file: what it means, an example, its table."""
    said = f"{words_of(Settings)[key]}{default(Settings.model_fields[key])}"
    yield from (f"## {key}", "", *wrap(f"{said} {MORE.get(key, '')}", 120), "")
    yield from ("```yaml", examples()[key].rstrip(), "```")
    annotation = annotations(Settings)[key]
    if part := part_in(annotation):
        yield from (
            "",
            *(("What each of them says:", "") if EACH & {get_origin(item) for item in inside(annotation)} else ()),
        )
        yield from Sections(key).of(part)


def examples() -> dict[str, str]:
    """The example of each key: its lines of the file, with the comment above."""
    parts = re.split(r"\n\n(?=\S)", EXAMPLE)
    return {found[1]: part for part in parts if (found := re.search(r"^(\w+):", part, re.MULTILINE))}
