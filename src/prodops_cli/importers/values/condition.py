"""Conditions as GrowthBook writes them, after MongoDB: as an audience, as far as one can say them."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

from prodops_cli.documents.node import Value

REST: Final = "targeting"
"""The attribute below which stands what an audience can't say."""
NAME: Final = re.compile(r"[A-Za-z_][\w-]*")
DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
VERSION: Final = re.compile(r"\d+(?:\.\d+){2,}")
"""With fewer parts it could be a number."""
BOUNDS: Final = frozenset(("gt", "gte", "lt", "lte"))


def audience(condition: Mapping[str, Value]) -> dict[str, Value]:
    """The audience that meets a condition; what it can't say stays in GrowthBook's words, which nobody looks into."""
    made: dict[str, dict[str, Value]] = {}
    alternatives: Value = None
    rest: list[Value] = []
    for name, asked in parts(condition):
        either = one_of(asked) if name == "$or" and alternatives is None else None
        found = constraint(asked) if NAME.fullmatch(name) and name not in (REST, "any_of") else None
        if either:
            alternatives = either
        elif found and not found.keys() & made.get(name, {}).keys():
            made[name] = made.get(name, {}) | found
        else:
            rest.append({name: asked})
    said: dict[str, Value] = {name: short(each) for name, each in made.items()}
    left = {REST: opaque(rest[0] if len(rest) == 1 else {"$and": rest})} if rest else {}
    return said | left | ({"any_of": alternatives} if alternatives else {})


def parts(condition: Mapping[str, Value]) -> Iterator[tuple[str, Value]]:
    """The conditions that must all hold."""
    for name, asked in condition.items():
        each = [item for item in asked if isinstance(item, dict)] if isinstance(asked, list) else []
        if name == "$and" and isinstance(asked, list) and len(each) == len(asked):
            for item in each:
                yield from parts(item)
        else:
            yield name, asked


def one_of(asked: Value) -> list[Value]:
    """The audiences of which one must do; none where any of them is not known, or is everybody."""
    each = [item for item in asked if isinstance(item, dict) and item] if isinstance(asked, list) else []
    return [audience(item) for item in each] if isinstance(asked, list) and len(each) == len(asked) else []


def constraint(asked: Value) -> dict[str, Value] | None:
    """What one attribute must satisfy; None where no constraint says that."""
    if not isinstance(asked, dict):
        return compared("eq", asked)
    made: dict[str, Value] = {}
    for sign, operand in asked.items():
        found = compared(sign.removeprefix("$"), operand)
        if not found or found.keys() & made.keys():
            return None
        made |= found
    return made or None


def compared(sign: str, operand: Value) -> dict[str, Value] | None:
    """A comparison as a constraint says it."""
    match sign, operand:
        case "eq" | "ne", None:
            return {"exists": sign == "ne"}
        case "eq", bool():
            return {"is": operand}
        case "eq" | "ne", str() | int() | float():
            return {"in" if sign == "eq" else "not_in": [operand]}
        case "in" | "nin", list() if operand and all(isinstance(item, str | int | float) for item in operand):
            return {"in" if sign == "in" else "not_in": operand}
        case "exists", bool():
            return {"exists": operand}
        case _:
            return bound(sign, operand)


def bound(sign: str, operand: Value) -> dict[str, Value] | None:
    """The end of a range of numbers, days, or (`$vgte`) versions; other texts are compared letter by letter there."""
    match operand:
        case int() | float() if sign in BOUNDS and not isinstance(operand, bool):
            return {sign: operand}
        case str() if sign in BOUNDS and DAY.fullmatch(operand):
            return {sign: operand}
        case str() if sign.removeprefix("v") in BOUNDS and sign.startswith("v") and VERSION.fullmatch(operand):
            return {sign.removeprefix("v"): operand}
        case _:
            return None


def short(constraint: dict[str, Value]) -> Value:
    """A constraint as people write it: a list alone, or true and false."""
    return next(iter(constraint.values())) if constraint.keys() in ({"in"}, {"is"}) else constraint


def opaque(said: Value) -> dict[str, Value]:
    """Something that nobody looks into, in its own words."""
    return {"opaque": said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)}
