"""The user's own templates: regular files below one folder of the catalog, and nothing else."""

from collections.abc import Mapping
from typing import Final

from prodops_cli.failure import Misuse
from prodops_cli.trees.tree import Entry, Tree

ENDING: Final = ".j2"
MOST: Final = 200
LONGEST: Final = 256 * 1024
"""How many bytes a template may have."""


def templates_in(tree: Tree, folder: str | None) -> Mapping[str, str]:
    """The templates by their path in the folder. Raises Misuse where there is none, or one can't be read."""
    if folder is None:
        return {}
    inside = folder.strip("/")
    found = [entry for entry in tree.walk(inside) if entry.path.endswith(ENDING)] if inside else []
    if not found or len(found) > MOST:
        how_many = f"more than {MOST} templates" if found else "no template"
        hint = f"write one, such as `weekly.md{ENDING}`, or take `report.templates` out of prodops.yaml"
        raise Misuse(f"`report.templates` names `{folder}`, and there is {how_many} in it", hint)
    return {entry.path.removeprefix(f"{inside}/"): text_of(entry, tree) for entry in found}


def text_of(entry: Entry, tree: Tree) -> str:
    """A template. Raises Misuse for a link, a FIFO, a device, and for what is no text."""
    if not entry.regular:
        raise Misuse(f"the template `{entry.path}` is no regular file", "write it as one; links are not followed")
    try:
        return decoded(entry.path, tree.read(entry.path))
    except OSError as error:
        raise Misuse(f"the template `{entry.path}` {error.strerror}", "write it as a file that can be read") from error


def decoded(path: str, data: bytes) -> str:
    """The text of a template. Raises Misuse."""
    if len(data) > LONGEST:
        raise Misuse(f"the template `{path}` has more than {LONGEST:,} bytes", "part it, and include the parts")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise Misuse(f"the template `{path}` is not UTF-8", "save it as UTF-8") from error
