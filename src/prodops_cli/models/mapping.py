"""Mappings: which records of a source become documents, and from where each field comes. A YAML file says it."""

from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field, JsonValue

from prodops_cli.models.part import Part
from prodops_cli.models.settings import KindName
from prodops_cli.models.values import Flag, Number, Scalar, Shorthand, Text


def listed(value: object) -> object:
    """A list; one text alone is a list of it."""
    return [value] if isinstance(value, str) else value


def several(value: object) -> object:
    """A list; a value alone is a list of it."""
    return value if isinstance(value, list) else [value]


Paths: TypeAlias = Annotated[tuple[Text, ...], BeforeValidator(listed)]
Words: TypeAlias = Annotated[tuple[Scalar, ...], BeforeValidator(several)]


class Way(Part):
    """From where a value comes, and what is done to it on the way, in this order. A path alone is the first key."""

    from_: Paths | None = Field(default=None, alias="from")
    """The path in the record, such as `spec.profile.email`; of several, the first that says anything."""
    template: Text | None = None
    """A text with paths in braces, such as `{count}{unit}`; nothing where one of them says nothing."""
    value: JsonValue = None
    """The same for every record."""
    split: Text | None = None
    """What stands between the items of a list."""
    behind: Text | None = None
    """Only what stands behind the last of these."""
    before: Text | None = None
    """Only what stands before the first of these."""
    words: dict[Text, JsonValue] | None = None
    """The word of the source, and ours; `"*"` is any other. What has no word here is left out, and told."""
    days: Text | None = None
    """How a day is written where it is not ISO 8601, such as `%d.%m.%Y`."""
    decimal: Literal[",", "."] | None = None
    """The sign before the decimals, where a number could be read in two ways."""
    times: Number | None = None
    """By how much a number is multiplied, such as 100 for a percent of a share."""
    prefix: Text | None = None
    """What is put in front."""
    as_: Literal["lower", "slug", "currency"] | None = Field(default=None, alias="as")
    """What is made of a text: small letters, an id, or the currency that an amount is in."""
    at_first: Flag = False
    """Whether it only begins a document: one that is there keeps what it says."""
    each: dict[Text, "AnyWay"] | None = None
    """For a list of mappings: the keys of each item, with their ways from the item."""


AnyWay: TypeAlias = Annotated[Way, Shorthand("from", str, list)]


class Take(Part):
    """Some records of a source, and what becomes of them."""

    list: Paths = ("",)
    """The path to the list of records; without it, each document is one."""
    where: dict[Text, Words] = {}
    """What a record says at a path, if it is to be taken: one of these words."""
    kind: KindName
    """The kind of the documents."""
    key: AnyWay | None = None
    """What the source calls a record, whatever else changes; its id's source, if nothing is said."""
    id: AnyWay | None = None
    """What the id is made of; the name, if nothing is said."""
    fields: dict[Text, AnyWay]
    """The keys of a document by their dotted path, and from where they come."""
    dropped: dict[Text, Text] = {}
    """Paths that are left out knowingly, and why."""


class SourceMapping(Part):
    """How a source is read."""

    about: Text
    """What the source is, in a few words."""
    system: Text | None = None
    """What `external` calls the source; the file's name, if nothing is said."""
    reads: Literal["yaml", "json", "toml", "csv", "codeowners"] | None = None
    """The format of its files; their ending says it, if nothing is said."""
    take: tuple[Take, ...]
    """The sorts of records. A record becomes one document of each kind at most: the first that fits takes it."""
