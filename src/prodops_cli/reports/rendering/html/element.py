"""Elements of HTML and SVG: text in them is only text."""

from markupsafe import Markup, escape

from prodops_cli.escape import terminal


def element(tag: str, *inside: str, **attributes: str | float) -> Markup:
    """An element; a trailing `_` of an attribute's name falls away, another one becomes `-`."""
    said = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(shown(value))}"' for name, value in attributes.items()
    )
    return Markup(f"<{tag}{said}>{text(*inside)}</{tag}>")  # noqa: S704 - all that is in it is escaped


def text(*parts: str) -> Markup:
    """Elements and texts one after the other; nothing in a text hides or reorders what is around it."""
    return Markup("").join(part if isinstance(part, Markup) else terminal(part) for part in parts)


def shown(value: str | float) -> str:
    """The value of an attribute: numbers with one digit behind the point."""
    return terminal(value) if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
