"""Tables: records of which a command line says what their columns are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from prodops_cli.documents.node import Value
from prodops_cli.failure import Misuse
from prodops_cli.importers.record import Record
from prodops_cli.importers.values.fit import says_nothing
from prodops_cli.models.keys import key
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.mapping import SourceMapping
from prodops_cli.models.spelling import nearest


@dataclass(frozen=True, slots=True)
class Table:
    """The kind of the records, from which columns fields come, and how days and decimals are written in all of them."""

    kind: str
    maps: tuple[str, ...] = ()
    key: str | None = None
    days: str | None = None
    decimal: str | None = None


def columns_of(records: Sequence[Record]) -> tuple[str, ...]:
    """The columns of a table: the keys of its records, and the dotted paths below them."""
    found: dict[str, None] = {}
    for record in records:
        found |= dict.fromkeys((*record.value, *paths(record.value)))
    return tuple(found)


def paths(value: Mapping[str, Value], above: str = "") -> Iterator[str]:
    """The dotted paths of what a record says; lists are not looked into."""
    for name, part in value.items():
        path = f"{above}{name}"
        if isinstance(part, dict) and part:
            yield from paths(part, f"{path}.")
        elif not says_nothing(part):
            yield path


def mapping_of(table: Table, columns: Sequence[str]) -> SourceMapping:
    """The mapping that a command line says: what is mapped, and each column that is called as a field is.

    Raises Misuse.
    """
    kind = table.kind
    ways = {heading: heading for heading in columns if is_field(kind, heading) and is_leaf(heading, columns)}
    ways |= dict(pair(kind, said, columns) for said in table.maps)
    called = {"id": ways.pop("id", None), "key": existing(table.key, columns) if table.key else None}
    written = {"days": table.days, "decimal": table.decimal}
    fields = {field: {"from": [column], **written, **money(field)} for field, column in ways.items()}
    said = {"kind": kind, "fields": fields} | {name: {"from": [column]} for name, column in called.items() if column}
    return SourceMapping.model_validate({"about": "a table", "take": [said]})


def money(field: str) -> dict[str, str]:
    """What is made of the text that a currency is in: an amount often has it."""
    return {"as": "currency"} if field.rpartition(".")[2] == "currency" else {}


def is_leaf(heading: str, columns: Sequence[str]) -> bool:
    """Whether no column stands below one."""
    return not any(other.startswith(f"{heading}.") for other in columns)


def existing(column: str, columns: Sequence[str]) -> str:
    """A column that a table has. Raises Misuse."""
    if column in columns:
        return column
    near = nearest(column, columns)
    raise Misuse(
        f"there is no column `{column}`", f"did you mean `{near}`?" if near else f"there are {', '.join(columns[:12])}"
    )


def pair(kind: str, said: str, columns: Sequence[str]) -> tuple[str, str]:
    """A field and its column; in whichever order they are written, the column is what the table has. Raises Misuse."""
    left, sign, right = (part.strip() for part in said.partition("="))
    if not (sign and left and right):
        raise Misuse(f"`{said}` maps nothing", 'write field=column, such as --map owner="Cost owner"')
    field, column = (left, right) if right in columns or left not in columns else (right, left)
    if field != "id":
        key(KINDS[kind], field)
    return field, existing(column, columns)


def is_field(kind: str, heading: str) -> bool:
    """Whether a column is called as a field of a kind is."""
    try:
        return bool(key(KINDS[kind], heading)) or heading == "id"
    except Misuse:
        return False
