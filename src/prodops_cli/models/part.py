"""A part: a frozen piece of a document with known keys. What every model is made of."""

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """A mapping with declared keys. `None` means that the key is not written, or that what is written is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
