"""The page: what stands around a report, and how it looks. It needs no network, and runs no program."""

import base64
import hashlib
from importlib.resources import files
from typing import Final

from markupsafe import Markup

from prodops_cli.reports.rendering import html as folder
from prodops_cli.reports.rendering.html.body import Section, sections
from prodops_cli.reports.rendering.html.element import element

STYLE: Final = "page.css"
PAGE: Final = Markup(
    """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{digest}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<a class="skip" href="#report">Skip the contents</a>
<header>
{head}</header>
{contents}
<main id="report">
{body}</main>
{foot}
</body>
</html>
"""
)


def page(markdown: str) -> str:
    """The page of a report's Markdown with the data of its charts."""
    style = (files(folder) / STYLE).read_text(encoding="utf-8")
    first, *rest = sections(markdown) or (Section("", "", Markup("")),)
    foot = rest.pop() if rest and not rest[-1].id else None
    return PAGE.format(
        digest=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        title=first.heading or "Report",
        style=Markup(style),  # noqa: S704
        head=first.html,
        contents=contents(first, rest),
        body=Markup("\n").join(map(section, rest)),
        foot=element("footer", foot.html) if foot else "",
    )


def contents(first: Section, parts: list[Section]) -> Markup:
    """Where to jump to; nothing for a page of a single part, and for one that begins with its own contents."""
    named = [part for part in parts if part.id]
    if len(named) < 2 or 'href="#' in first.html:
        return Markup("")
    links = (element("li", element("a", part.heading, href=f"#{part.id}")) for part in named)
    return element("nav", element("ul", *links), aria_label="Contents")


def section(part: Section) -> Markup:
    """A part, called by its heading."""
    return element("section", part.html, aria_labelledby=part.id) if part.id else element("div", part.html)
