"""Writing who reviews what into the repository's CODEOWNERS."""

import os
import sys

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.cli.opening import Opened
from prodops_cli.cli.printing import print_lines
from prodops_cli.escape import terminal
from prodops_cli.failure import Failure
from prodops_cli.phrases import count
from prodops_cli.trees.tree import codeowners
from prodops_cli.trees.writing import replace_file
from prodops_cli.views.codeowners import Block, block, merged

FEW = 3


def export_codeowners(place: Opened, catalog: Catalog, write: bool, quiet: bool) -> None:
    """Prints the lines, or writes them; says which files are not among them. Raises Failure, Misuse."""
    made = block(catalog, place.prefix)
    if write:
        write_codeowners(place, catalog, made, quiet)
    else:
        print_lines(made.lines)
    say_left_out(made, quiet)


def write_codeowners(place: Opened, catalog: Catalog, made: Block, quiet: bool) -> None:
    """Writes the lines where they belong. Raises Failure for a file that can't be read, Misuse for one that is odd."""
    found = catalog.reviewers
    if found and found.unread:
        raise Failure(f"CODEOWNERS {found.unread}: nothing is written", "put the file itself there")
    path = found.source.path if found else codeowners(place.prefix)[0]
    file = place.root / path
    before = found.source.text if found else ""
    after = merged(before, made.lines)
    if after != before:
        if file.parent.is_symlink():
            raise Failure(f"{terminal(str(file.parent))} is a link, which is not followed", "put a folder there")
        file.parent.mkdir(exist_ok=True)
        replace_file(file, after.encode())
    if not quiet:
        name = os.path.normpath(path)
        sys.stderr.write(f"Wrote {name}.\n" if after != before else f"{name} says so already.\n")


def say_left_out(made: Block, quiet: bool) -> None:
    """Says on stderr which files are not among the lines."""
    if made.left_out and not quiet:
        few = ", ".join(terminal(path) for path in made.left_out[:FEW])
        more = f" and {len(made.left_out) - FEW:,} more" if len(made.left_out) > FEW else ""
        sys.stderr.write(
            f"Left out: {count(len(made.left_out), 'file')} whose owner has no handle ({few}{more}): write "
            "`codeowners` for a team, `handles.github` for a person.\n"
        )
