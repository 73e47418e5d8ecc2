"""What templates get is what the types of contexts say, in every report there is."""

import json
from datetime import date
from pathlib import Path

import pytest

from prodops_cli.cli.editions import Wish, edition
from prodops_cli.reports.charts.shape import wrong
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
        assert [*wrong(context, context_of(report), "it")] == []
