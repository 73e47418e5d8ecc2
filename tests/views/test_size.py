"""What `prodops size` says: advice by what is planned, and JSON that a program can rely on."""

import json
from datetime import date

import pytest

from prodops_cli.models.experiment import Experiment
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.screen import columns
from prodops_cli.sizing.plan import plan
from prodops_cli.views.size.json import as_json
from prodops_cli.views.size.text import page
from tests.sizing.written import catalog, planned


def shown(text: str = "", of: str = "proportion") -> list[str]:
    read = catalog(text, of)
    return list(page(plan(read.all(Experiment)[0], read), read, Look(80)))


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("", "The 4 weeks that are planned are enough; 3 weeks would do."),
        ("duration: 21d", "The 3 weeks that are planned are what it needs."),
        ("duration: 16d", "The 16 days that are planned are enough; make them 3 weeks, since no weekday is"),
        ("-duration", "Run it for 3 weeks."),
        ("duration: 10d", "Run it for 3 weeks: the 10 days that are planned are too short. In 10 days you"),
        ("duration: 36h", "Run it for 3 weeks: the 1.5 days that are planned are too short. In 1.5 days you"),
        ("traffic: 0", "There never are enough units for it."),
        ("-eligible_units", "Nobody can say it yet: 1 thing is missing."),
    ],
)
def test_the_advice_stands_first(text: str, advice: str) -> None:
    assert shown(text)[3] == advice


@pytest.mark.parametrize(
    ("analysis", "note"),
    [
        ("correction: none", "none corrected: a false alarm somewhere has a chance of up to 9.75%."),
        ("correction: bonferroni, sides: 1", "With alpha 0.05 on one side, power 0.8, 2 comparisons"),
        ("correction: bonferroni", "each at alpha 0.025 (Bonferroni)."),
        ("correction: benjamini_hochberg", "Benjamini and Hochberg asks alpha 0.025 of an effect that is alone"),
    ],
)
def test_what_several_comparisons_do(analysis: str, note: str) -> None:
    variants = "variants: [{key: a, role: control}, {key: b}, {key: c}]"
    assert note in " ".join(shown(f"{variants} | analysis: {{{analysis}}}"))


def test_a_metric_of_another_type_is_taken_for_a_share_and_that_is_said() -> None:
    assert "rate is taken for a share, yes or no of each unit" in " ".join(shown(of="ratio"))
    assert "taken for a share" not in " ".join(shown())


def test_nothing_is_wider_than_the_screen() -> None:
    wide = "name: 検索 検索 | metrics: {primary: [{metric: 検索検索検索検索, baseline: 0.1, mde: 10%}]}"
    for text in ("", "-variants | -eligible_units | -metrics", "type: rollout", wide):
        assert [line for line in shown(text) if columns(line) > 80] == []


def test_json_has_all_figures() -> None:
    (metric,) = as_read()["metrics"]
    assert (metric["baseline"], metric["mde"], metric["mde_type"]) == (0.1, 0.1, "relative")
    assert (metric["per_variant"], metric["total"], metric["days"]) == (14748, 29496, 21)
    assert (metric["variants"], metric["reachable"]) == ({"old": 14748, "new": 14748}, 56000)
    assert metric["power"] == pytest.approx(0.972, abs=1e-3)
    assert metric["detectable"] == pytest.approx(0.07215, abs=1e-5)


def test_json_says_null_for_what_can_not_be_told() -> None:
    read = as_read("traffic: 0")
    assert (read["days"], read["reachable"], read["metrics"][0]["detectable"]) == (None, 0, None)
    assert as_read("duration: 36h")["planned_days"] == 1.5
    assert as_read("-metrics")["missing"][0]["address"] == "metrics.primary"


def as_read(text: str = "") -> dict[str, list[dict[str, object]]]:
    lines = "\n".join(as_json(planned(text), date(2026, 3, 1), None))
    return json.loads(lines)  # type: ignore[no-any-return]
