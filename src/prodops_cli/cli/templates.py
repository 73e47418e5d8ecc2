"""Templates by name: ours, to begin from, and one of the user's, for once."""

from dataclasses import replace
from importlib import resources
from pathlib import Path

from prodops_cli import reports
from prodops_cli.failure import Misuse
from prodops_cli.models.spelling import nearest
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.templates import decoded
from prodops_cli.reports.rendering.templates import ENDING
from prodops_cli.trees.worktree import WorkTree


def ejected(name: str) -> str:
    """Our template of a report, or of a section such as `sections/goals`. Raises Misuse."""
    root = resources.files(reports)
    with resources.as_file(root) as folder:
        known = {path.relative_to(folder).as_posix().removesuffix(ENDING): path for path in folder.rglob(f"*{ENDING}")}
        if name not in known:
            near = nearest(name, known)
            hint = f"did you mean `{near}`?" if near else f"there are {', '.join(sorted(known))}"
            raise Misuse(f"there is no template `{name}`", hint)
        return known[name].read_text(encoding="utf-8")


def with_template(edition: Edition, report: str, file: Path | None) -> Edition:
    """The edition with a file in the place of a report's template. Raises Misuse."""
    if file is None:
        return edition
    try:
        text = decoded(str(file), WorkTree(file.absolute().parent).read(file.name))
    except OSError as error:
        raise Misuse(f"the template `{file}` {reason(error)}", "name a regular file; links are not followed") from error
    return replace(edition, templates={**edition.templates, f"{report}{ENDING}": text})


def reason(error: OSError) -> str:
    """Why a file can't be read, as the end of a sentence."""
    said = error.strerror or "can't be read"
    return said if said.startswith(("is ", "has ")) else f"can't be read: {said.lower()}"
