"""Writing who reviews what into the repository's CODEOWNERS."""

import os
import sys

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.cli.opening import Opened
from prodops_cli.escape import terminal
from prodops_cli.exporters.formats.codeowners import block, merged
from prodops_cli.failure import Failure
from prodops_cli.trees.tree import codeowners
from prodops_cli.trees.writing import make_folder, write_file


def write_codeowners(place: Opened, catalog: Catalog, quiet: bool) -> None:
    """Writes the lines where they belong. Raises Failure for a file that can't be read, Misuse for one that is odd."""
    found = catalog.reviewers
    if found and found.unread:
        raise Failure(f"CODEOWNERS {found.unread}: nothing is written", "put the file itself there")
    path = found.source.path if found else codeowners(place.prefix)[0]
    file = place.root / path
    before = found.source.text if found else ""
    after = merged(before, block(catalog, place.prefix).lines)
    if after != before:
        if file.parent.is_symlink():
            raise Failure(f"{terminal(str(file.parent))} is a link, which is not followed", "put a folder there")
        make_folder(file.parent)
        write_file(file, after.encode())
    if not quiet:
        name = os.path.normpath(path)
        sys.stderr.write(f"Wrote {name}.\n" if after != before else f"{name} says so already.\n")
