"""Links in the docs lead somewhere."""

import re
from pathlib import Path

import pytest

from tests.docs.page import DOCS

ROOT = DOCS.parent
HAND_WRITTEN = [ROOT / "README.md", *sorted(path for path in DOCS.rglob("*.md") if "rules" not in path.parts)]
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)")
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
        assert path.parent == ROOT or file.is_relative_to(DOCS), f"{path.name}: the site has no {target}"
        assert not anchor or file.suffix != ".md" or anchor in anchors(file), f"{path.name}: {target}#{anchor}"
