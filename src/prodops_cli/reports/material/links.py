"""Links: where in the catalog a report's reader can look further."""

from dataclasses import dataclass
from typing import TypedDict
from urllib.parse import quote

from prodops_cli.models.entity import Entity

WEB = ("https://", "http://")


class Link(TypedDict):
    """A name and where it leads: `{{ thing | link }}`."""

    name: str
    link: str
    """Empty where it leads nowhere."""


@dataclass(frozen=True, slots=True)
class Links:
    """Relative to the report by `way`, the folders from it to the catalog's root, ending in `/`; absolute with `blob`.

    `blob` is an address with {commit}, {path} and {line} in it, `log` one of a commit, with {commit} in it. Reports
    beside this one end in `suffix`.
    """

    way: str = ""
    blob: str | None = None
    commit: str | None = None
    log: str | None = None
    suffix: str = ".md"

    def to(self, entity: Entity) -> str:
        """The address of an entity's document."""
        path = quote(entity.document.source.path, errors="surrogateescape")
        if self.blob is None or self.commit is None or not self.blob.startswith(WEB):
            return f"{quote(self.way, errors='surrogateescape')}{path}"
        filled = self.blob.replace("{commit}", self.commit).replace("{path}", path)
        return filled.replace("{line}", str(line_of(entity))) if "{line}" in filled else filled

    def made_by(self, commit: str) -> Link:
        """A commit by its short id, with the address at which it can be seen, if there is one."""
        is_web = self.log is not None and self.log.startswith(WEB)
        return {"name": commit[:7], "link": self.log.replace("{commit}", commit) if self.log and is_web else ""}

    def named(self, entity: Entity) -> Link:
        """What a template needs for a link: a name and an address."""
        return {"name": entity.title, "link": self.to(entity)}


def line_of(entity: Entity) -> int:
    """The line of an entity's id, from 1."""
    place = entity.at("id")
    return place.source.position(place.span.start).line
