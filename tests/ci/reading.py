"""How the files of CI services are read."""

from typing import Any

from jsonschema.validators import validator_for


def valid(value: object, schema: dict[str, Any]) -> None:
    """A value is as a published schema has it."""
    kind = validator_for(schema)
    kind(schema).validate(value)
