"""A reading as one line of JSON, to be kept: text and values, so that neither has to be read or parsed again."""

import json

from pydantic_core import from_json

from prodops_cli.documents.document import Reading, reading
from prodops_cli.documents.source import Source


def as_kept(made: Reading) -> bytes | None:
    """The line; None where something was refused, or can't be said in JSON."""
    if made.refusals:
        return None
    try:
        return json.dumps([made.source.text, made.roots], ensure_ascii=False, separators=(",", ":")).encode()
    except (ValueError, RecursionError):
        return None


def recalled(path: str, digest: str, line: bytes) -> Reading | None:
    """The reading that a line is of; None for what is no such line. Keys and words are one object in all documents."""
    try:
        text, roots = from_json(line)
    except (ValueError, TypeError, RecursionError):
        return None
    if not isinstance(text, str) or not isinstance(roots, list):
        return None
    return reading(Source(path, text, digest), tuple(roots))
