"""The lines of CODEOWNERS that a catalog writes: who answers for each document is asked to review it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.handles import handles_of
from prodops_cli.documents.source import LINE_BREAK
from prodops_cli.escape import terminal
from prodops_cli.exporters.material import Material
from prodops_cli.exporters.target import Target
from prodops_cli.failure import Misuse
from prodops_cli.models.entity import Owned
from prodops_cli.models.owner import Owner
from prodops_cli.phrases import count

BEGIN: Final = "# BEGIN prodops"
END: Final = "# END prodops"
NOTE: Final = "# Written by `prodops export codeowners --write` from the catalog's owners: change those instead."
MARK: Final = re.compile(rf"^(?P<mark>{BEGIN}|{END})(?=[ \t]*\r?$)[ \t]*", re.MULTILINE)
FEW: Final = 3
SPECIAL: Final = re.compile(r"[*?\[\]\\#!\r\n]")


class Block(NamedTuple):
    """The lines, and the files that are not among them: their owners have no handle, or no pattern can name them."""

    lines: tuple[str, ...]
    left_out: tuple[str, ...]


def write(material: Material, _: str) -> bytes:
    """The lines alone."""
    return "".join(f"{line}\n" for line in block(material.catalog, material.prefix).lines).encode(
        errors="surrogateescape"
    )


def remarks(material: Material) -> Iterator[str]:
    """Which files are not among the lines."""
    left_out = block(material.catalog, material.prefix).left_out
    if left_out:
        few = ", ".join(terminal(path) for path in left_out[:FEW])
        more = f" and {len(left_out) - FEW:,} more" if len(left_out) > FEW else ""
        yield (
            f"Left out: {count(len(left_out), 'file')} whose owner has no handle ({few}{more}): write "
            "`codeowners` for a team, `handles.github` for a person."
        )


def block(catalog: Catalog, prefix: str) -> Block:
    """A line for each file that somebody answers for, sorted by path."""
    asked: defaultdict[str, list[str]] = defaultdict(list)
    for entity in catalog.all(Owned):
        owner = catalog.get(Owner, entity.owner)
        asked[entity.document.source.path] += handles_of(owner)[:1] if owner else ()
    told = {path: names for path, names in asked.items() if names and not SPECIAL.search(f"{prefix}{path}")}
    lines = (f"{pattern(prefix, path)} {' '.join(dict.fromkeys(names))}" for path, names in sorted(told.items()))
    return Block((BEGIN, NOTE, *lines, END), tuple(sorted(asked.keys() - told.keys())))


def pattern(prefix: str, path: str) -> str:
    """The pattern of one file, from the repository's root."""
    return f"/{prefix}{path}".replace(" ", r"\ ")


def merged(text: str, lines: tuple[str, ...]) -> str:
    """A file with these lines in the place of those that were written before, else at its end. Raises Misuse."""
    found = LINE_BREAK.search(text)
    end = found[0] if found else "\n"
    marks = list(MARK.finditer(text))
    if [each["mark"] for each in marks] not in ([], [BEGIN, END]):
        raise Misuse(f"CODEOWNERS has not one `{BEGIN}` and one `{END}` behind it", "mend that, or remove these lines")
    if marks:
        return text[: marks[0].start()] + end.join(lines) + text[marks[1].end() :]
    kept = text.rstrip("\r\n")
    return end.join((*((kept, "") if kept else ()), *lines, ""))


TARGET: Final = Target(write, remarks=remarks, is_whole=True)
