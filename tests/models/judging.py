"""What validation says of a text, in short."""

from prodops_cli.documents.decode import decode
from prodops_cli.documents.document import Document, read
from prodops_cli.documents.node import Address
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.mistakes import (
    AmbiguousScalar,
    ImpossibleDate,
    MissingKey,
    Mistake,
    NotOneOf,
    UnknownKey,
    WrongType,
)
from prodops_cli.models.part import Part
from prodops_cli.models.settings import Settings
from prodops_cli.models.validate import Validation, validate

MODELS: dict[str, type[Part]] = {**KINDS, "prodops": Settings}


def document_of(text: str) -> Document:
    """The only document of a text."""
    (document,) = read(decode("x.yaml", text.encode())).documents
    return document


def validated(kind: str, text: str) -> Validation[Part]:
    """What validation makes of a text."""
    document = document_of(text)
    assert isinstance(document.value, dict)
    return validate(document, document.value, MODELS[kind])


def whole(kind: str, text: str) -> str:
    """A text with the required keys that it leaves out."""
    value = document_of(text).value if text else {}
    assert isinstance(value, dict)
    smallest = {"id": "x", **KINDS[kind].smallest} if kind in KINDS else {}
    return text + "".join(f"{key}: {said}\n" for key, said in smallest.items() if key not in value)


def told(mistake: Mistake) -> tuple[Address, str]:
    """A mistake in short."""
    match mistake:
        case UnknownKey(near=near):
            words = f"unknown, near {near or 'nothing'}"
        case MissingKey():
            words = "missing"
        case WrongType(wanted=wanted):
            words = wanted
        case NotOneOf(allowed=allowed):
            words = f"one of {' '.join(allowed)}"
        case ImpossibleDate(why=why):
            words = f"impossible: {why}"
        case AmbiguousScalar(written=written, read_as=read_as):
            words = f"{written} is {read_as}"
        case _:
            raise AssertionError(mistake)
    return mistake.address, words
