"""What should stand in the place of a wrong value, in words."""

from pydantic_core import ErrorDetails

from prodops_cli.documents.node import Address
from prodops_cli.models.part import Part
from prodops_cli.models.shape import shorthands_at
from prodops_cli.phrases import count

WORDS = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "finite_number": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list, such as [a, b]",
    "dict_type": "a mapping, such as {key: value}",
}
OTHER = "another value"  # no document is known of which this would be said


def wanted(error: ErrorDetails, address: Address, model: type[Part]) -> str:
    """The words for an error of a model at an address."""
    context = error.get("ctx", {})
    match error["type"]:
        case "wrong_type":
            return str(context["wanted"])
        case "model_type":
            return mapping(address, model)
        case "too_short":
            return f"a list of at least {count(context['min_length'], 'item')}"
        case "too_long":
            return f"a list of at most {count(context['max_length'], 'item')}"
        case "greater_than_equal":
            return f"{context['ge']} or more"
        case "less_than_equal":
            return f"{context['le']} or less"
        case other:
            return WORDS.get(other, OTHER)


def mapping(address: Address, model: type[Part]) -> str:
    """A mapping, and what may stand for it."""
    shorthands = shorthands_at(model, address)
    if not shorthands:
        return "a mapping, such as {key: value}"
    forms = ", ".join(shorthand.words for shorthand in shorthands)
    return f"{forms}, or a mapping such as {{{shorthands[0].key}: …}}"
