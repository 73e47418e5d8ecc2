"""Mistakes that reading finds."""

from prodops_cli.models.entity import Entity
from prodops_cli.models.metric import Metric
from prodops_cli.models.tool import Tool
from tests.mutants.acme import Acme, At, Mutant, corrupted, is_alone


def _anything(acme: Acme) -> Entity:
    """Something that stands in a file of its own."""
    return acme.any(Entity, is_alone)


def yaml_syntax(acme: Acme) -> Mutant:
    entity = acme.any(Metric)
    return acme.add(entity, "<<<<<<< HEAD", told="<")


def duplicate_key(acme: Acme) -> Mutant:
    return acme.add(_anything(acme), "name: Said twice", told="name")


def unknown_key(acme: Acme) -> Mutant:
    return acme.add(_anything(acme), "colour: green", told="colour")


def wrong_type(acme: Acme) -> Mutant:
    return acme.write(acme.any(Tool), "capabilities", text="documentation").and_also("unused-word")


def missing_key(acme: Acme) -> Mutant:
    return acme.remove(acme.any(Metric, lambda metric: not acme.catalog.mentions(metric)), "direction")


def not_one_of(acme: Acme) -> Mutant:
    return acme.write(acme.any(Tool), "criticality", text="tier9")


def ambiguous_scalar(acme: Acme) -> Mutant:
    return acme.write(_anything(acme), "name", text="1.10")


def impossible_date(acme: Acme) -> Mutant:
    return acme.write(acme.any(Metric, lambda metric: metric.reviewed), "reviewed", text="2026-02-30")


def duplicate_id(acme: Acme) -> Mutant:
    metric = acme.any(Metric)
    path = f"metrics/zz-{metric.id}.yaml"
    return acme.create(path, metric.document.source.text, told=metric.id)


def skipped_file(acme: Acme) -> Mutant:
    entity = acme.any(Tool)
    return acme.create("tools/zz-copy.yaml.txt", entity.document.source.text, told="")


def not_utf8(acme: Acme) -> Mutant:
    entity = acme.any(Metric, lambda metric: metric.description and metric.document.source.text.isascii())
    start = entity.document.span(("description",)).start
    return corrupted(entity, start, b"\xe9")


def too_deep(acme: Acme) -> Mutant:
    path = "metrics/deep.yaml"
    return acme.create(path, f"id: deep\nx-deep: {'[' * 80}{']' * 80}\n", told="[").told_at(At(path, 2, 9 + 63))


def alias_bomb(acme: Acme) -> Mutant:
    rows = ["id: bomb", "x-a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"]
    for one, before in zip("bcdefgh", "abcdefg", strict=True):
        rows.append(f"x-{one}: &{one} [{', '.join([f'*{before}'] * 10)}]")
    return acme.create("metrics/bomb.yaml", "\n".join(rows) + "\n", told="[*f").told_at(At("metrics/bomb.yaml", 7, 10))


def too_large(acme: Acme) -> Mutant:
    return acme.create("metrics/large.yaml", f"id: large\n# {'x' * 1_100_000}\n", told="id")


def unknown_kind(acme: Acme) -> Mutant:
    included = acme.settings("catalog:\n", "catalog:\n  include: [misc/*]\n", told="include")
    return acme.create("misc/plants.yaml", "kind: plant\nid: plants\n", told="plant").with_(included)
