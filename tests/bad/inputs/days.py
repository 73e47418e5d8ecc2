# ruff: noqa: E501 - a table of texts
"""Days and numbers that contradict each other, or that no calendar goes on with."""

from collections.abc import Iterator

from tests.bad.healthy import MAIN, document
from tests.bad.inputs.fields import put, written

STARTS = ("0001-01-01", "9999-12-31", "2026-09-07", "2026-03-29T02:30:00+01:00", "0001-01-01T00:00:00+23:59")
ENDS = ("0001-01-01", "9999-12-31", "2026-09-07", "2026-10-25T02:30:00Z", "9999-12-31T23:59:59-23:59")
LENGTHS = ("0d", "1s", "999999999y", "P999999999Y999999999M", "11999mo", "99999w")
TOGETHER = {
    "ends before it starts": {"start": "2026-09-07", "end": "2026-09-06"},
    "ended before it started": {"actual_start": "2026-09-07", "actual_end": "2026-09-01"},
    "enrols before it starts": {"start": "2026-09-07", "enrollment_end": "0001-01-01"},
    "enrols for ever": {"start": "2026-09-07", "enrollment_end": "9999-12-31"},
    "ramps before it starts": {"ramp": "[{on: 0001-01-01, traffic: 5}, {on: 9999-12-31, traffic: 100}]"},
    "ramps backwards": {"ramp": "[{on: 2026-09-09, traffic: 50}, {on: 2026-09-09, traffic: 5}, {on: 2026-09-01, traffic: 0}]"},
    "has a count of the future": {"exposures_as_of": "9999-12-31"},
    "has a count of the past": {"exposures_as_of": "0001-01-01"},
    "has no traffic": {"traffic": "0"},
    "has traffic of nearly nothing": {"traffic": "5.0e-324"},
    "has weights of nothing": {"variants": "[{key: a, weight: 0}, {key: b, weight: 0}]"},
    "has huge weights": {"variants": f"[{{key: a, weight: {'9' * 39}}}, {{key: b, weight: 1}}]"},
    "has one variant": {"variants": "[{key: a}]"},
    "has variants of one name": {"variants": "[{key: a}, {key: a}, {key: a}]"},
    "has five hundred variants": {"variants": f"[{', '.join(f'{{key: v{n}}}' for n in range(500))}]"},
    "has buckets beyond its layer": {"layer": "{id: l, buckets: [[9999, 99999999999999999999]]}"},
    "has buckets backwards": {"layer": "{id: l, buckets: [[5000, 10], [10, 10], [0, 0]]}"},
    "has too many buckets": {"layer": f"{{id: l, buckets: [{', '.join(f'[{n}, {n + 1}]' for n in range(0, 4000, 2))}]}}"},
    "has a baseline of zero": {"metrics": "{primary: [{metric: checkout_rate, baseline: 0, mde: 0.1}]}"},
    "has a baseline over one": {"metrics": "{primary: [{metric: checkout_rate, baseline: 1.0e+18, mde: 1.0e-18}]}"},
    "has a spread of nothing": {"metrics": "{primary: [{metric: checkout_rate, baseline: 1, sd: 0, mde: 0.1, mde_type: absolute}]}"},
    "has an effect of nearly nothing": {"metrics": "{primary: [{metric: checkout_rate, baseline: 0.5, mde: 5.0e-324}]}"},
    "has a certain alpha": {"analysis": "{alpha: 0, power: 1}"},
    "has an alpha of one": {"analysis": "{alpha: 1, power: 0}"},
    "has a tiny alpha": {"analysis": "{alpha: 5.0e-324, power: 0.9999999999999999}"},
    "has no units": {"eligible_units": "{per_day: 0, total: 0}"},
    "has units without number": {"eligible_units": f"{{per_day: {'9' * 40}, total: {'9' * 40}}}"},
    "has exposures without number": {"exposures": f"{{control: {'9' * 40}, new: 0}}"},
    "has exposures of others": {"exposures": "{x: 1, '': 2}"},
    "has a range backwards": {"results": "[{metric: checkout_rate, variant: new, lift: 1.0e+308, ci: [9, -9], p_value: 0}]"},
    "is judged by nothing": {"metrics": "{primary: [], secondary: [], guardrail: []}"},
    "is on no surface": {"surfaces": "[]"},
    "is on odd surfaces": {"surfaces": "['', '.', '..', a..b, checkout.a.b.c]"},
    "excludes itself": {"excludes": "[t]", "requires": "[t]", "holdout": "t", "replaced_by": "t"},
    "requires whom it excludes": {"excludes": "[u]", "requires": "[u]"},
    "has an audience of nobody": {"audience": "{country: [], app: {gt: '3', lt: '2'}}"},
    "has an audience without end": {"audience": "{any_of: [" * 12 + "{country: [DE]}" + "]}" * 12},
    "has a wide audience": {"audience": f"{{any_of: [{', '.join(f'{{country: [c{n}], x{n}: [y]}}' for n in range(40))}]}}"},
    "has many alternatives": {"audience": f"{{any_of: [{', '.join(f'{{any_of: [{{country: [DE]}}, {{app: {{gt: v{n}}}}}]}}' for n in range(20))}]}}"},
    "has odd versions": {"audience": "{app: {gte: '1..2', lt: 'x', in: ['', '1.0.0.0', 1.10, -1]}}"},
    "has bounds of several types": {"audience": "{x: {gte: 1, lt: '2', in: [true, 1, '1', 1.0]}, y: {gt: 2026-01-01, lte: 5}}"},
    "has bounds without end": {"audience": "{x: {gt: -.inf, lt: .inf, in: [.nan]}}"},
    "has odd attributes": {"audience": "{'': [a], any_of: [], '*': {opaque: ''}, 'a b': {exists: false}}"},
    "is a switchback of nothing": {"type": "switchback", "switchback": "{clusters: [], window: 0s, burn_in: 999999999y}"},
    "is a switchback of long windows": {"type": "switchback", "switchback": "{clusters: [{id: a, units: []}], window: 1s, burn_in: 1d}"},
    "is a control of nobody": {"type": "synthetic_control", "synthetic_control": "{treatment_units: [], donor_pool: [a], pre_period: {start: 9999-12-31, end: 0001-01-01}}"},
    "is decided before it began": {"status": "completed", "decision": "{outcome: ship, winner: nobody, date: 0001-01-01, by: nobody}"},
}  # fmt: skip
OTHERS: dict[str, tuple[str, dict[str, str]]] = {
    "a goal of no days": ("goal", {"period": "{start: 2026-10-01, end: 2026-01-01}"}),
    "a goal of all days": ("goal", {"period": "{start: 0001-01-01, end: 9999-12-31}"}),
    "a goal of no quarter": ("goal", {"period": "2026-Q9"}),
    "a goal of the last quarter": ("goal", {"period": "9999-Q4"}),
    "a goal of quarter zero": ("goal", {"period": "0000-Q1"}),
    "a goal that serves itself": ("goal", {"parent": "g"}),
    "a goal from one to one": ("goal", {"key_results": "[{metric: checkout_rate, baseline: 1, target: 1, current: 2}]"}),
    "a goal of huge steps": ("goal", {"key_results": "[{baseline: -1.0e+18, target: 1.0e+18, current: 5.0e-324}]"}),
    "a contract of all days": ("tool", {"contract": "{start: 0001-01-01, renewal: 9999-12-31, notice: 999999999y, term: 1s}"}),
    "a contract of no days": ("tool", {"contract": "{start: 9999-12-31, renewal: 0001-01-01, notice: 0d, auto_renew: true}"}),
    "a price without end": ("tool", {"cost": "{amount: 1.0e+18, currency: EUR, per: month}"}),
    "a price below nothing": ("tool", {"cost": "{amount: -1, currency: '', per: seat}"}),
    "seats of nobody": ("tool", {"seats": f"{{purchased: 0, active: {'9' * 40}}}"}),
    "a layer of no buckets": ("layer", {"buckets": "0"}),
    "a layer of too many buckets": ("layer", {"buckets": "9" * 40}),
    "a layer that is reserved": ("layer", {"reserved": "[[0, 10000], [5, 1], [0, 99999999999]]"}),
    "a metric of itself": ("metric", {"inputs": "[checkout_rate]", "replaced_by": "checkout_rate"}),
    "a metric of two targets": ("metric", {"target": "{op: between, value: 1, by: 0001-01-01}"}),
    "a metric of tomorrow": ("metric", {"value": "{current: 1, previous: 0, as_of: 9999-12-31}"}),
    "a metric of quotes": ("metric", {"definition": "{language: sql, expression: \"'''\\\"\\\"/* -- $$ \\\\ ;\"}"}),
    "a metric of brackets": ("metric", {"definition": f"{{language: sql, expression: '{'(' * 5000}'}}"}),
    "a metric of a long formula": ("metric", {"definition": f"{{language: sql, expression: {'a + ' * 20_000}a}}"}),
    "an owner of their own": ("owner", {"manager": "a", "successor": "a", "teams": "[a]", "left": "2020-01-01"}),
    "an owner who left tomorrow": ("owner", {"left": "9999-12-31", "active": "true"}),
    "a review of long ago": ("practice", {"reviewed": "0001-01-01", "review_every": "999999999y"}),
    "a review of tomorrow": ("practice", {"reviewed": "9999-12-31", "review_every": "0d", "created": "9999-12-31"}),
    "a launch that waits for itself": ("launch", {"depends_on": "[launch]", "target_date": "0001-01-01"}),
    "a launch at the end of days": ("launch", {"target_date": "9999-12-31", "actual_date": "0001-01-01"}),
    "feedback of itself": ("feedback", {"duplicate_of": "f", "status": "duplicate", "received": "9999-12-31"}),
    "feedback without number": ("feedback", {"mentions": "9" * 40, "revenue_at_risk": "1.0e+18"}),
}  # fmt: skip


def days() -> Iterator[tuple[str, dict[str, bytes]]]:
    """Contradictions within a document that is healthy but for them."""
    for start in STARTS:
        for end in ENDS:
            yield f"a test from {start} to {end}", told("experiment", {"start": start, "end": end})
        for length in LENGTHS:
            with_length = {"start": start, "end": "", "duration": length, "cooldown": length}
            yield f"a test from {start} for {length}", told("experiment", with_length)
    for name, values in TOGETHER.items():
        yield f"a test that {name}", told("experiment", values)
    for name, (kind, values) in OTHERS.items():
        yield name, told(kind, values)


def told(kind: str, values: dict[str, str]) -> dict[str, bytes]:
    """The document of a kind that says these things; what is empty, it does not say."""
    made = document(kind)
    for key, raw in values.items():
        made = put(made, (key,), raw)
    kept = {key: value for key, value in made.items() if value != ""}
    return {MAIN[kind]: written(kept).encode()}
