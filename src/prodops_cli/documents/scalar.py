"""The YAML 1.2 core schema: what a plain scalar means."""

import re

from prodops_cli.documents.node import Plain

CONSTANTS: dict[str, Plain] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
DECIMAL = re.compile(r"[-+]?[0-9]+", re.ASCII)
FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", re.ASCII)
OCTAL = re.compile(r"0o[0-7]+")
HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
NUMBER_STARTS = frozenset("+-.0123456789")
LONGEST_NUMBER = 40
OTHER_STARTS = NUMBER_STARTS | {text[:1] for text in CONSTANTS}


def is_word(text: str) -> bool:
    """Whether a plain scalar is text by its first character alone, as most are."""
    return text[:1] not in OTHER_STARTS


def resolve(text: str) -> Plain:
    """What a plain scalar means. Raises ValueError for a number of more than 40 characters."""
    if text in CONSTANTS:
        return CONSTANTS[text]
    if text[0] not in NUMBER_STARTS:
        return text
    number = parse_number(text)
    return text if number is None else number


def parse_number(text: str) -> int | float | None:
    """The number that the text writes, if it writes one."""
    for pattern, base in ((DECIMAL, 10), (OCTAL, 8), (HEXADECIMAL, 16)):
        if pattern.fullmatch(text):
            return int(short_enough(text), base) if base == 10 else int(short_enough(text)[2:], base)
    return float(short_enough(text)) if FLOAT.fullmatch(text) else None


def short_enough(text: str) -> str:
    """The text itself. Raises ValueError where it is longer than any number that people write."""
    if len(text) > LONGEST_NUMBER:
        raise ValueError(text)
    return text
