"""What `prodops overlap -f json` prints: pairs for programs, with exact days and shares."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Final, assert_never
from zoneinfo import ZoneInfo

from prodops_cli.encounters.asked.standing import Standing
from prodops_cli.encounters.days import first_day, last_day
from prodops_cli.encounters.layers import Layers
from prodops_cli.models.outcome import AcceptedOverlap
from prodops_cli.outputs.encode import written
from prodops_cli.overlap.audiences.value import ClientValue, Opaque
from prodops_cli.overlap.audiences.version import Version
from prodops_cli.overlap.bounds import Bounds
from prodops_cli.overlap.collide import Disjoint, Overlapping, Possible, Verdict, Witness
from prodops_cli.overlap.layers.capacity import worst
from prodops_cli.overlap.traffic import Shares
from prodops_cli.overlap.windows.stretch import Stretch
from prodops_cli.views.overlap.text import Found
from prodops_cli.views.plain import VERSION, Json

SHARES: Final = ("of_a", "of_b", "treated_of_a", "treated_of_b")


def as_json(found: Found, layers: Layers, revision: str | None) -> Iterator[str]:
    """One object; each pair is a line of its own, by ids."""
    head = {"version": VERSION, "today": found.today.isoformat(), "revision": revision}
    yield written(head)[:-1] + ', "pairs": ['
    standings = sorted(found.standings, key=lambda each: each.pair.ids)
    last = len(standings) - 1
    for index, standing in enumerate(standings):
        yield written(plain(standing, found.zone)) + ("," if index < last else "")
    yield '], "layers": ['
    last = len(layers.by_id) - 1
    for index, id in enumerate(sorted(layers.by_id)):
        yield written(layer(id, layers, found.zone)) + ("," if index < last else "")
    yield "]}"


def plain(standing: Standing, zone: ZoneInfo) -> Json:
    """A pair as plain values."""
    pair = standing.pair
    return {
        "a": pair.a.id,
        "b": pair.b.id,
        **verdict(pair.verdict, zone),
        "interference": [{"kind": each.kind, "what": each.what} for each in pair.sharing],
        "sort": standing.sort.name,
        "severity": standing.told.severity.name if standing.told else None,
        "accepted": accepted(standing.accepted) if standing.accepted else None,
        "owners": [pair.a.owner, pair.b.owner],
        "remedies": standing.remedies,
    }


def layer(id: str, layers: Layers, zone: ZoneInfo) -> Json:
    """A layer, and when more is needed of it than there is; else when most is."""
    known = layers.by_id[id]
    peaks = [
        {
            **{key: window(use.when, zone)[key] for key in ("start", "end")},
            "used": rounded(float(use.need.least)),
            "at_most": rounded(float(use.need.at_most)),
            "members": sorted(use.need.members),
        }
        for use in worst(layers.uses(id))
    ]
    return {"id": id, "packing": "audience_aware" if known.audience_aware else "strict", "peaks": peaks}


def verdict(found: Verdict, zone: ZoneInfo) -> Json:
    """What is proved. Every key is there, whatever the verdict."""
    empty: Json = {
        "disjoint_by": None,
        "unknown": (),
        "window": None,
        "witness": None,
        "share": None,
        "unstable": False,
    }
    match found:
        case Disjoint(by, unstable):
            return {"verdict": "disjoint", **empty, "disjoint_by": ", ".join(by), "unstable": unstable}
        case Overlapping(reach, example, shares):
            known = {"window": window(reach, zone), "witness": witness(example, zone), "share": share(shares)}
            return {"verdict": "overlapping", **empty, **known}
        case Possible(reach):
            return {"verdict": "possible", **empty, "unknown": found.dimensions, "window": window(reach, zone)}
        case _:
            assert_never(found)


def window(stretch: Stretch, zone: ZoneInfo) -> Json:
    """Instants with their offset, and whole days; null where there is no end, or no beginning."""
    first, last = first_day(stretch, zone), last_day(stretch, zone)
    return {
        "start": stretch.start.astimezone(zone).isoformat() if first else None,
        "end": stretch.stop.astimezone(zone).isoformat() if last else None,
        "days": (last - first).days + 1 if first and last else None,
    }


def witness(found: Witness, zone: ZoneInfo) -> Json:
    """A user and an instant."""
    attributes = {name: client_value(value) for name, value in sorted(found.client.items())}
    return {"at": found.at.astimezone(zone).isoformat(), "attributes": attributes}


def client_value(value: ClientValue) -> object:
    """A value of an attribute that JSON has: null where a user lacks it."""
    match value:
        case None | bool() | str():
            return value
        case Fraction():
            return int(value) if value.denominator == 1 else float(value)
        case date():
            return value.isoformat()
        case Version():
            return str(value)
        case Opaque(text):
            return {"opaque": text}
        case tuple():
            return [client_value(each) for each in value]
        case _:
            assert_never(value)


def share(found: Shares) -> Json:
    """The shares, null where only bounds are known, and the bounds."""
    named: dict[str, Bounds] = {name: getattr(found, name) for name in SHARES}
    exact: Json = {name: rounded(each.low) if each.exact else None for name, each in named.items()}
    bounds = {name: (rounded(each.low), rounded(each.high)) for name, each in named.items()}
    return {**exact, "exact": all(each.exact for each in named.values()), "bounds": bounds}


def rounded(share: float) -> float:
    """A share to nine digits, since floats add up to no more."""
    return round(share, 9)


def accepted(found: AcceptedOverlap) -> Json:
    """What people agreed to."""
    return {"reason": found.reason, "by": found.by, "until": found.until.isoformat() if found.until else None}
