"""Templates: a context becomes Markdown in which every value is only text, and every chart its data."""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from jinja2 import ChoiceLoader, FunctionLoader, PackageLoader, PrefixLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from prodops_cli.escape import markdown, xml
from prodops_cli.reports.charts.data import written
from prodops_cli.reports.material.plain import Row
from prodops_cli.reports.rendering.faults import MARK

BLANK_LINES = re.compile(r"\n{3,}")
QUOTED = re.compile(r"\\`(.+?)\\`")
ENDING: Final = ".md.j2"
NONE: Final[Mapping[str, str]] = {}
SAFE = "%/:?#@!&+,;=~"


def rendered(name: str, context: Row, texts: Mapping[str, str] = NONE) -> str:
    """The Markdown of the report of a name, with the data of charts; `texts` are users' templates, which come first.

    Raises jinja2's TemplateError, and what else users' templates do.
    """
    own = f"{name}{ENDING}"
    text = environment(texts).get_template(own if own in texts else f"builtin/{own}").render(context)
    lines = "\n".join(line.rstrip() for line in text.strip().split("\n"))
    return BLANK_LINES.sub("\n\n", lines) + "\n"


class References:
    """The addresses that a report leads to, numbered by their first use.

    Addresses within the text would make its lines too long for those who read the Markdown itself.
    """

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def link(self, thing: Mapping[str, str]) -> Markup:
        """A name that leads to its address, if it has one."""
        name = as_text(thing["name"])
        if not thing["link"]:
            return name
        number = self.numbers.setdefault(thing["link"], len(self.numbers) + 1)
        return Markup(f"[{name}][{number}]")  # noqa: S704

    def definitions(self) -> Markup:
        """What the numbers mean. It stands at the end, when all are known."""
        lines = (
            f"[{number}]: {quote(link, safe=SAFE, errors='surrogateescape')}" for link, number in self.numbers.items()
        )
        return Markup("\n".join(lines))  # noqa: S704


def environment(texts: Mapping[str, str]) -> ImmutableSandboxedEnvironment:
    """Templates in which an unknown name is an error, and a value can't be markup."""
    references = References()
    made = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader(
            [
                PrefixLoader({"builtin": PackageLoader("prodops_cli", "reports")}),
                FunctionLoader(lambda name: (texts[name], f"{MARK}{name}", None) if name in texts else None),
            ]
        ),
        undefined=StrictUndefined,
        finalize=as_text,
        autoescape=True,  # so that what macros and filters have made is known to be markup
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    del made.globals["lipsum"], made.filters["random"]  # the same commit makes the same report
    made.filters |= {"link": references.link, "message": as_message}
    made.globals |= {"definitions": references.definitions, "chart": as_block, "anchor": as_anchor}
    return made


def as_text(value: object) -> Markup:
    """A value that means nothing in Markdown; what is marked as safe stays as it is, and None is nothing."""
    if isinstance(value, Markup):
        return value
    return Markup(markdown("" if value is None else str(value)))  # noqa: S704


def as_message(text: str) -> Markup:
    """What a rule says: what it quotes in backticks is quoted as people do it, and means as little as the rest."""
    return Markup(QUOTED.sub(r"“\1”", str(as_text(text))))  # noqa: S704


def as_anchor(name: str) -> Markup:
    """A place that links lead to, whatever the heading beside it comes to be called; nothing without a name."""
    return Markup(f'<a id="{xml(name).replace("|", "&#124;")}"></a>' if name else "")  # noqa: S704


def as_block(chart: object) -> Markup:
    """A chart as a block of its data; whoever makes a document of the Markdown draws it. Raises TypeError."""
    return Markup(f"```chart\n{written(chart)}\n```\n")  # noqa: S704
