"""References: which fields name another document, and of which kind. A kind is named by its word."""

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, NamedTuple, TypeAlias, get_args, get_origin

from prodops_cli.documents.node import Address
from prodops_cli.models.part import Part
from prodops_cli.models.shape import annotations
from prodops_cli.models.values import Text


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a text as the id of a document of a kind."""

    kind: str


OwnerRef: TypeAlias = Annotated[Text, Ref("owner")]
ToolRef: TypeAlias = Annotated[Text, Ref("tool")]
MetricRef: TypeAlias = Annotated[Text, Ref("metric")]
ExperimentRef: TypeAlias = Annotated[Text, Ref("experiment")]
LayerRef: TypeAlias = Annotated[Text, Ref("layer")]
GoalRef: TypeAlias = Annotated[Text, Ref("goal")]
FeedbackRef: TypeAlias = Annotated[Text, Ref("feedback")]
LaunchRef: TypeAlias = Annotated[Text, Ref("launch")]
PracticeRef: TypeAlias = Annotated[Text, Ref("practice")]
SameKindRef: TypeAlias = Annotated[Text, Ref("same")]


class Reference(NamedTuple):
    """An id of another document, where it is written."""

    address: Address
    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Each:
    """Every item of a list holds references."""

    item: "Holder"


@dataclass(frozen=True, slots=True)
class Fields:
    """These fields of a part hold references: the attribute, the key as documents spell it, and what is in it."""

    fields: tuple[tuple[str, str, "Holder"], ...]


Holder: TypeAlias = Ref | Each | Fields


@cache
def holder(model: type[Part], within: frozenset[type[Part]] = frozenset()) -> Fields:
    """Which fields of a model hold references; a model inside of itself holds no more of them."""
    inner = within | {model}
    names = zip(model.model_fields, annotations(model).items(), strict=True)
    found = ((name, key, holder_in(annotation, inner)) for name, (key, annotation) in names)
    return Fields(tuple((name, key, part) for name, key, part in found if part))


def holder_in(annotation: Any, within: frozenset[type[Part]]) -> Holder | None:
    """What in a type holds references."""
    if isinstance(annotation, Ref):
        return annotation
    if isinstance(annotation, type) and issubclass(annotation, Part):
        fields = holder(annotation, within) if annotation not in within else None
        return fields if fields and fields.fields else None
    parts = (holder_in(argument, within) for argument in get_args(annotation))
    found = next((part for part in parts if part), None)
    return Each(found) if found and get_origin(annotation) is tuple else found


def references_in(value: Any, where: Holder, address: Address = ()) -> list[Reference]:
    """The references in a value, in the order of the fields."""
    match where:
        case Ref():
            return [Reference(address, where.kind, value)]
        case Each():
            items = enumerate(value)
            return [found for index, part in items for found in references_in(part, where.item, (*address, index))]
        case Fields():
            written = vars(value)
            found: list[Reference] = []
            for name, key, inner in where.fields:
                if (part := written[name]) is not None:
                    found += references_in(part, inner, (*address, key))
            return found
