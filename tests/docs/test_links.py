"""Links in the docs lead somewhere, and commands that are only mentioned are such as could be typed."""

import re
import shlex
from pathlib import Path

import click
import pytest

from prodops_cli.cli.app import app
from tests.docs.page import DOCS

ROOT = DOCS.parent
HAND_WRITTEN = [ROOT / "README.md", *sorted(path for path in DOCS.rglob("*.md") if "rules" not in path.parts)]
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)")
MENTION = re.compile(r"`prodops ([^`\n…A-Z][^`\n…]*)`")
CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def prose(path: Path) -> str:
    """What a page says outside of its blocks of code."""
    return CODE.sub("", path.read_text(encoding="utf-8"))


def anchors(path: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", prose(path), re.MULTILINE)
    written = set(re.findall(r'<a id="([^"]+)"', path.read_text(encoding="utf-8")))
    return written | {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", HAND_WRITTEN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    for target, anchor in LINK.findall(prose(path)):
        file = (path.parent / target).resolve() if target else path
        assert file.exists(), f"{path.name}: {target}"
        assert not anchor or file.suffix != ".md" or anchor in anchors(file), f"{path.name}: {target}#{anchor}"


@pytest.mark.parametrize("path", HAND_WRITTEN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_commands_that_are_mentioned_can_be_typed(path: Path) -> None:
    for said in MENTION.findall(prose(path)):
        words = shlex.split(said)
        assert isinstance(app, click.Group)
        name, command, _ = (
            app.resolve_command(click.Context(app, info_name="prodops"), words)
            if words[0][0] != "-"
            else ("", None, [])
        )
        if command is None:
            assert words[0] in {option for each in app.params for option in each.opts}, said
            continue
        known = {option for each in command.params for option in (*each.opts, *each.secondary_opts)} | {"-h", "--help"}
        assert {word for word in words[1:] if re.match(r"--?[a-z]", word)} <= known, f"{path.name}: {name}: {said}"
