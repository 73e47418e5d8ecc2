"""A buffer: what somebody is writing, saved or not."""

from dataclasses import dataclass

from prodops_cli.documents.source import Source
from prodops_cli.editor.ruler import MARK, Ruler, Unit
from prodops_cli.trees.digest import blob_id


@dataclass(frozen=True, slots=True)
class Buffer:
    """The text as the editor has it, and its number of that; half a surrogate may be in it."""

    text: str
    version: int | None = None

    @property
    def data(self) -> bytes:
        """What would be saved; what is no character becomes bytes that no reader takes for one."""
        return self.text.encode(errors="surrogatepass")

    def source(self, path: str) -> Source:
        """The text without its byte order mark, whether or not anybody could read it as YAML."""
        return Source(path, self.text.removeprefix(MARK), blob_id(self.data))

    def ruler(self, unit: Unit) -> Ruler:
        """How the editor counts in it."""
        return Ruler(self.text.removeprefix(MARK), unit, self.text.startswith(MARK))
