"""Settings: prodops.yaml, the document that marks a catalog's root."""

from typing import Annotated, Literal, TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, ConfigDict, Field, JsonValue

from prodops_cli.models.part import Part
from prodops_cli.models.reference import OwnerRef
from prodops_cli.models.values import Duration, Flag, Number, Scalar, Share, Slug, Text, wrong

KindName: TypeAlias = Literal[
    "owner", "tool", "metric", "experiment", "layer", "goal", "feedback", "launch", "practice"
]


def known_zone(name: str) -> str:
    """The name of a time zone that exists."""
    if not is_zone(name):
        raise wrong("a time zone such as Europe/Paris or UTC")
    return name


def is_zone(name: str) -> bool:
    """Whether a time zone of that name exists."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


class CatalogSettings(Part):
    """What the catalog is, and where its documents are."""

    name: Text | None = None
    """The organisation, as reports call it."""
    timezone: Annotated[Text, AfterValidator(known_zone)] = "UTC"
    """Where a day begins and ends."""
    folders: dict[KindName, Text] = {}
    """The folders of kinds, where they differ from the defaults."""
    include: tuple[Text, ...] = ()
    """Globs of further files; each document in them says its kind."""


class Vocabulary(Part):
    """The words of the house, by the token that they stand for in patterns."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, tuple[Text, ...]] = Field(init=False)

    avoid: dict[Text, Text] = {}
    """Words to avoid, with the word to use."""

    @property
    def words(self) -> dict[str, tuple[str, ...]]:
        """The words by token."""
        return self.__pydantic_extra__


class SurfaceSettings(Part):
    """A place where experiments happen."""

    owner: OwnerRef | None = None
    """Who answers for it."""
    concurrent: Flag = False
    """Whether several experiments may change it at once."""
    reason: Text | None = None
    """Why they may."""


class AttributeSettings(Part):
    """What audiences may say of a client."""

    type: Literal["text", "bool", "number", "date", "version"] = "text"
    """How its values compare."""
    values: tuple[Scalar, ...] | None = None
    """All values that there are."""
    shares: dict[Text, Share] | None = None
    """How many clients have each value, from 0 to 1."""
    parents: dict[Text, Text] = {}
    """The value that contains another, such as FR for FR-75."""
    stable: Flag = True
    """Whether a client keeps its value."""
    many: Flag = False
    """Whether a client can have several values."""


class PathRule(Part):
    """Rules that do not hold for some files."""

    paths: tuple[Text, ...]
    """Globs of the files."""
    ignore: tuple[Text, ...]
    """The rules, or families of rules."""
    reason: Text | None = None
    """Why."""


class Budget(Part):
    """What a cost centre may spend."""

    cost_center: Slug
    """Which one."""
    amount: Number
    """How much, in `currency`, for each `per`."""
    currency: Text
    """The currency's ISO 4217 code."""
    per: Literal["month", "year"]
    """How often."""


class LinkSettings(Part):
    """Where reports link to."""

    blob: Text | None = None
    """The address of a file's line, with {commit}, {path} and {line} in it."""
    commit: Text | None = None
    """The address of a commit, with {commit} in it."""


class ReportSettings(Part):
    """How reports look, and where they link to."""

    week_starts: Literal["monday", "sunday"] = "monday"
    """The first day of a week."""
    templates: Text | None = None
    """The folder of your own templates."""
    books: Text | None = None
    """The folder in which you keep the books (owners.md, metrics.md and so on), so that they lead to each other."""
    links: LinkSettings = Field(default_factory=LinkSettings)
    """Where reports link to."""


class Settings(Part):
    """How this catalog is read and judged."""

    version: Annotated[int, Field(strict=True, ge=1, le=1)] = 1
    """The version of this format."""
    requires: Text | None = None
    """The version of prodops that the catalog needs, such as >=0.3."""
    catalog: CatalogSettings = Field(default_factory=CatalogSettings)
    """What the catalog is called, and where its documents are."""
    naming: dict[KindName, Text] = {}
    """The pattern of each kind's ids, of words in {braces}: a vocabulary, or any one word."""
    vocabulary: Vocabulary = Field(default_factory=Vocabulary)
    """The words of the house."""
    surfaces: dict[Text, SurfaceSettings] = {}
    """Where experiments happen; once declared, others are findings."""
    attributes: dict[Text, AttributeSettings] = {}
    """What audiences may speak of; once declared, others are findings."""
    review_every: dict[KindName, Duration] = {}
    """How long a review holds, for each kind."""
    rules: dict[Text, JsonValue] = {}
    """Severities and options of rules: `stale-review: {severity: error}` or `capability-overlap: off`."""
    per_path: tuple[PathRule, ...] = ()
    """Rules that do not hold for some files."""
    budgets: tuple[Budget, ...] = ()
    """What cost centres may spend."""
    report: ReportSettings = Field(default_factory=ReportSettings)
    """How reports look, and where they link to."""

    @property
    def zone(self) -> ZoneInfo:
        """Where a day begins and ends."""
        return ZoneInfo(self.catalog.timezone)

    def folder(self, kind: str, default: str) -> str:
        """The folder of a kind."""
        return {str(name): folder for name, folder in self.catalog.folders.items()}.get(kind, default)
