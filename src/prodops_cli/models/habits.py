"""Habits of YAML 1.1: unquoted words that other readers take for something else than the text that they are here."""

import re
from collections.abc import Iterator

from prodops_cli.documents.document import Document
from prodops_cli.documents.node import Address, Mapping, Node, Scalar, Sequence, Value, leaves
from prodops_cli.models.mistakes import AmbiguousScalar

BOOLEAN = re.compile(r"yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF")
NUMBER = re.compile(
    r"[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|0[0-7_]+|[1-9][0-9_]*(?::[0-5]?[0-9])*)"
    r"|[-+]?[0-9][0-9_]*(?:\.[0-9_]*(?:[eE][-+][0-9]+)?|(?::[0-5]?[0-9])+\.[0-9_]*)"
    r"|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?",
    re.ASCII,
)
"""What YAML 1.1 takes for a number; what YAML 1.2 does so, too, is no text, and never asked."""
UNUSUAL = re.compile(r"[-+]?(?:0b[01_]|\.?[0-9][0-9a-fA-Fx.]*[_:])|[-+]0x")
"""How such a number begins where YAML 1.2 takes it for text."""
WORDS = frozenset(BOOLEAN.pattern.split("|"))


def habits(document: Document) -> Iterator[AmbiguousScalar]:
    """The unquoted texts of a document that a reader of YAML 1.1 would not take for text."""
    if any(looks_unlike_text(value) for value in leaves(document.value)):
        for address, scalar in texts(document.node):
            written = document.source.text[scalar.span.start : scalar.span.stop]
            if BOOLEAN.fullmatch(written):
                yield AmbiguousScalar(document, address, written, "true or false", here=False)
            elif NUMBER.fullmatch(written):
                yield AmbiguousScalar(document, address, written, "a number", here=False)


def looks_unlike_text(value: Value) -> bool:
    """Whether a value is a text that would be none for YAML 1.1 if it stands without quotes."""
    return isinstance(value, str) and (value in WORDS or UNUSUAL.match(value) is not None)


def texts(node: Node, address: Address = ()) -> Iterator[tuple[Address, Scalar]]:
    """The scalars that are text, a company's own keys left out."""
    match node:
        case Scalar(value=str()):
            yield address, node
        case Sequence(items=items):
            for index, item in enumerate(items):
                yield from texts(item, (*address, index))
        case Mapping(entries=entries):
            for key, entry in entries.items():
                if address or not key.startswith("x-"):
                    yield from texts(entry.node, (*address, key))
        case _:
            pass
