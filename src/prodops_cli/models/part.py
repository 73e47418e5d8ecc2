"""A part: a frozen piece of a document with known keys. What every model is made of."""

from collections import Counter
from typing import ClassVar, Final

from pydantic import BaseModel, ConfigDict

WRITTEN: Final[frozenset[str]] = frozenset()
"""What Pydantic is told of the keys that were written: nobody asks it."""


class Part(BaseModel):
    """A mapping with declared keys. `None` means that the key is not written, or that what is written is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    in_order: ClassVar[frozenset[str]] = frozenset()
    """The lists whose order means something."""

    def model_post_init(self, _: object) -> None:
        """Forgets which keys were written, as the document knows: a set for each part is a tenth of a catalog."""
        object.__setattr__(self, "__pydantic_fields_set__", WRITTEN)

    @property
    def known_as(self) -> str:
        """What it is called among the items of its list; empty where nothing tells it apart."""
        return ""

    @property
    def names(self) -> dict[str, str]:
        """The attributes by the keys that documents write."""
        declared = {field.alias or name: name for name, field in type(self).model_fields.items()}
        return declared | {key: key for key in self.model_extra or ()}

    def sense(self, name: str) -> object:
        """An attribute in a form that is equal where two mean the same: white space and order count for nothing."""
        value = getattr(self, name, None)
        if not isinstance(value, tuple) or any(isinstance(item, Part) for item in value):
            return plainly(value)
        plain = [plainly(item) for item in value]
        return plain if name in self.in_order else Counter((isinstance(item, bool), item) for item in plain)


def plainly(value: object) -> object:
    """A text on one line, with single spaces; anything else as it is."""
    return " ".join(value.split()) if isinstance(value, str) else value
