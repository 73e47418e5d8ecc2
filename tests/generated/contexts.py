"""docs/contexts.md: what each report's template gets, in the words that stand beside the types."""

import ast
import inspect
from collections.abc import Iterator
from importlib import import_module
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from prodops_cli import reports
from prodops_cli.reports.charts.chart import Chart
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.rendering.report import Report, found

WORDS = {str: "text", int: "whole number", float: "number", bool: "true or false", type(None): "none"}
HEAD = """\
# What templates get

`prodops report NAME --print-context` prints it for your catalog. All texts are ready to be read (`7 Sep`,
`84,000 EUR`), and escaped where a template writes them. A Link is written with `{{ thing | link }}`, a chart with
`{{ chart(…) }}`. How to write templates of your own stands in [Reports](reports.md).
"""


def contexts_page() -> str:
    """The page."""
    lines = [HEAD]
    charts = get_args(Chart)
    seen: set[Any] = {Link, *charts}
    for report in found():
        lines += [f"## {report.name}", "", report.purpose, ""]
        lines += [line for part in parts(context_of(report), seen) for line in section(part)]
    lines += ["## Links", "", *section(Link), "## Charts", ""]
    shown: set[Any] = set()
    lines += [line for chart in charts for part in parts(chart, shown) for line in section(part)]
    return "\n".join(lines).rstrip() + "\n"


def context_of(report: Report) -> Any:
    """The type of what a report says."""
    module = import_module(f"{reports.__name__}.{report.name}")
    return get_type_hints(module.context)["return"]


def parts(part: Any, seen: set[Any]) -> Iterator[Any]:
    """A type and those that it is made of, each once."""
    if part not in seen:
        seen.add(part)
        yield part
        for value in get_type_hints(part).values():
            for inner in inside(value):
                yield from parts(inner, seen)


def inside(value: Any) -> Iterator[Any]:
    """The mappings with names in the type of a value."""
    if is_typeddict(value):
        yield value
    for argument in get_args(value):
        yield from inside(argument)


def section(part: Any) -> Iterator[str]:
    """One type as a table."""
    words = words_of(part)
    yield from (f"### {part.__name__}", "", inspect.cleandoc(part.__doc__ or ""), "", "| name | value | meaning |")
    yield "|---|---|---|"
    for name, value in get_type_hints(part, include_extras=True).items():
        yield f"| {name} | {said(value)} | {words.get(name, '')} |"
    yield ""


def said(value: Any) -> str:
    """The type of a value in a word or two."""
    origin, arguments = get_origin(value), get_args(value)
    if origin is list:
        return f"list of {said(arguments[0])}"
    if origin is Annotated:
        return "day such as 2026-09-07"
    if origin is Literal:
        return ", ".join(f"`{each}`" if each else "empty" for each in arguments)
    if origin in (Union, UnionType):
        return " or ".join(said(each) for each in arguments)
    return WORDS.get(value) or value.__name__


def words_of(part: Any) -> dict[str, str]:
    """The words below each name in the source."""
    (defined,) = ast.parse(inspect.getsource(part)).body
    assert isinstance(defined, ast.ClassDef)
    words = {}
    for field, below in zip(defined.body, defined.body[1:], strict=False):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(said))):
                words[name] = inspect.cleandoc(said)
            case _:
                pass
    return words
