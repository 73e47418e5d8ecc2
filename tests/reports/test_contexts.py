"""What templates get is what the types of contexts say, in every report there is."""

import json
from datetime import date
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

import pytest

from prodops_cli.cli.editions import Wish, edition
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.rendering.report import Report, found
from tests.generated.contexts import context_of


@pytest.fixture(scope="module")
def bloom(bloom_folder: Path) -> Edition:
    """A week of Bloom."""
    return edition(bloom_folder, Wish("2026-W36", date(2026, 9, 8)))


@pytest.mark.parametrize("report", [*found()], ids=lambda report: report.name)
def test_is_what_the_types_say(report: Report, bloom: Edition) -> None:
    ids = [each.id for each in bloom.catalog.all(report.about)] if report.about else [None]
    for id in ids:
        context = report.context(bloom, id)
        assert json.loads(json.dumps(context)) == context, "plain values only"
        assert [*wrong(context, context_of(report), "")] == []


def wrong(value: object, wanted: Any, path: str) -> list[str]:
    """The places at which a value is not of its type."""
    origin, arguments = get_origin(wanted), get_args(wanted)
    if is_typeddict(wanted):
        hints = get_type_hints(wanted)
        if not isinstance(value, dict) or value.keys() != hints.keys():
            return [f"{path} is no {wanted.__name__}: {value}"]
        return [each for name, hint in hints.items() for each in wrong(value[name], hint, f"{path}.{name}")]
    if origin is list:
        listed = value if isinstance(value, list) else [None]
        return [each for number, item in enumerate(listed) for each in wrong(item, arguments[0], f"{path}[{number}]")]
    if origin in (Union, UnionType):
        return [] if any(not wrong(value, each, path) for each in arguments) else [f"{path} is no {wanted}"]
    allowed = (
        value in arguments if origin is Literal else isinstance(value, (int, float) if wanted is float else wanted)
    )
    return [] if allowed else [f"{path} is no {wanted}: {value!r}"]
