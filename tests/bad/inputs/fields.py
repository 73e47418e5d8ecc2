"""A wrong value in each field of each kind and of prodops.yaml, also of their parts."""

import json
from collections.abc import Iterator
from typing import Any

from prodops_cli.documents.node import Address
from prodops_cli.models.schema import MODELS, schema
from tests.bad.healthy import MAIN, document

WRONG = {
    "two words": "'x y'",
    "a list of lists": "[1, [x], {}]",
    "a mapping of mappings": "{x: {y: 1}}",
    "nothing": "",
    "a negative number": "-1.5",
    "true": "true",
    "no day of any calendar": "2026-02-30",
    "the last day": "9999-12-31",
    "infinite": ".inf",
    "no number": ".nan",
    "too large": "9" * 40,
    "a fraction of nothing": "5.0e-324",
    "an empty text": "''",
    "an empty list": "[]",
    "an empty mapping": "{}",
    "text from right to left": '"\\u202E<img src=x>\\u200B::error::x%0A|`${{ x }}`"',
    "a long text": "word " * 2000,
    "an id of nobody": "nobody",
    "a template": '"{{ 7 * 7 }}{% for %}"',
    "a duration": "999999999y",
}
"""What is wrong nearly everywhere, by its name."""


class Raw(str):
    """YAML to the letter, in the place of a value."""

    __slots__ = ()


def fields(turn: int = 0) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Each field with one wrong value; with another turn, another one."""
    names = list(WRONG)
    place = turn
    for kind in MODELS:
        for address in addresses(kind):
            name = names[place % len(names)]
            yield f"{kind}.{'.'.join(map(str, address))} is {name}", with_value(kind, address, WRONG[name])
            place += 1


def addresses(kind: str) -> tuple[Address, ...]:
    """Where values can stand in documents of a kind, by its schema; of a list the first item."""
    root = json.loads(schema(kind))
    found: dict[Address, None] = {}
    collect(root, root["$defs"].get("document", root) if kind != "prodops" else root, (), found)
    return tuple(found)


def collect(root: Any, part: Any, way: Address, found: dict[Address, None]) -> None:
    """The addresses below a part of a schema; what holds itself is entered twice."""
    if "$ref" in part and way.count("any_of") < 2:
        collect(root, root["$defs"][part["$ref"].rpartition("/")[2]], way, found)
    steps: dict[str | int, Any] = {**part.get("properties", {})}
    steps |= {0: part.get("items"), "x": part.get("additionalProperties")}
    for step, inner in steps.items():
        if isinstance(inner, dict):
            found.setdefault((*way, step))
            collect(root, inner, (*way, step), found)
    for inner in (each for key in ("anyOf", "oneOf", "allOf") for each in part.get(key, ())):
        collect(root, inner, way, found)


def with_value(kind: str, address: Address, raw: str) -> dict[str, bytes]:
    """The healthy document of a kind with something else at an address; what lacks on the way is written, too."""
    return {MAIN[kind]: written(put(document(kind), address, raw)).encode()}


def put(value: Any, address: Address, raw: str) -> Any:
    """A value with something else at an address."""
    if not address:
        return Raw(raw)
    step, *rest = address
    if isinstance(step, int):
        items = value if isinstance(value, list) and value else [None]
        return [put(items[0], tuple(rest), raw), *items[1:]]
    entries = value if isinstance(value, dict) else {}
    return entries | {step: put(entries.get(step), tuple(rest), raw)}


def written(value: Any, indent: str = "") -> str:
    """A value as people write it: mappings below each other, with raw YAML where there is any."""
    if isinstance(value, dict) and value:
        return "".join(f"{indent}{json.dumps(key)}:{below(each, indent)}" for key, each in value.items())
    if isinstance(value, list) and value:
        return "".join(f"{indent}-{below(each, indent)}" for each in value)
    return f"{indent}{inline(value)}\n"


def below(value: Any, indent: str) -> str:
    """What stands behind a key or a dash."""
    if isinstance(value, dict | list) and value:
        return "\n" + written(value, indent + "  ")
    return f" {inline(value)}\n"


def inline(value: Any) -> str:
    """A value on one line."""
    return value if isinstance(value, Raw) else json.dumps(value)
