"""Cleaning: texts of others without the characters that no document may hold."""

from prodops_cli.credentials import credentials
from prodops_cli.documents.decode import FORBIDDEN
from prodops_cli.documents.node import Value


def clean(value: Value) -> Value:
    """The same value: lines end as ours do, and nothing in it hides."""
    match value:
        case dict():
            return {cleaned(key): clean(part) for key, part in value.items()}
        case list():
            return [clean(part) for part in value]
        case str():
            return cleaned(value)
        case _:
            return value


def cleaned(text: str) -> str:
    """A text without what hides in it, and without blanks at its ends."""
    whole = text.encode(errors="ignore").decode().replace("\r\n", "\n").replace("\r", "\n")
    return FORBIDDEN.sub("", whole).strip()


def secret_in(value: Value) -> str:
    """What in a value nobody may see, such as `a token of GitHub`; empty where nothing is."""
    match value:
        case dict():
            return next(filter(None, map(secret_in, (*value, *value.values()))), "")
        case list():
            return next(filter(None, map(secret_in, value)), "")
        case str():
            return next((found.kind for found in credentials(value)), "")
        case _:
            return ""
