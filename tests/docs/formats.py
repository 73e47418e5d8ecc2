"""The schemas of what commands print for programs, as docs/formats publishes them."""

import json
from functools import cache
from typing import Any

from tests.docs.page import DOCS

FOLDER = DOCS / "formats"
NAMES = tuple(path.name.removesuffix(".schema.json") for path in sorted(FOLDER.glob("*.schema.json")))


@cache
def schema(name: str) -> dict[str, Any]:
    """One of them."""
    found: dict[str, Any] = json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))
    return found
