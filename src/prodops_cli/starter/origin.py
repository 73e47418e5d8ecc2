"""Where CI gets prodops from: a repository and a revision, never a name in an index that anybody could take."""

import json
import re
from dataclasses import dataclass
from typing import Any, Final

from prodops_cli import __version__

HOST: Final = r"[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]{1,5})?"
PATH: Final = r"[A-Za-z0-9_~][A-Za-z0-9._~/-]*"
REVISION: Final = r"[A-Za-z0-9_][A-Za-z0-9._/-]*"
ADDRESS: Final = re.compile(
    rf"(?:git\+)?(?P<repository>(?:https://|ssh://(?:[a-z][a-z0-9_-]*@)?){HOST}/{PATH})(?:@(?P<revision>{REVISION}))?"
)
"""What pip and git take, and neither a shell nor YAML reads as anything but a text; no password can be in it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A repository of git, and the tag or commit of it that is installed."""

    repository: str
    revision: str = f"v{__version__}"

    def __str__(self) -> str:
        return f"git+{self.repository}@{self.revision}"


TO_FILL_IN: Final = Origin("https://where-is-prodops.invalid/prodops")
"""What stands where nobody knows it: no address ends in `.invalid`, so that nothing is installed by accident."""


def origin(text: str) -> Origin | None:
    """The origin that somebody writes; without a revision it is the tag of this version. None for anything else."""
    if found := ADDRESS.fullmatch(text):
        return Origin(found["repository"], found["revision"] or TO_FILL_IN.revision)
    return None


def installed_from(direct_url: str | None) -> Origin | None:
    """The commit that pip has noted when it installed prodops from git (PEP 610); None where it came otherwise."""
    try:
        noted: Any = json.loads(direct_url or "{}")
        return origin(f"{noted['url']}@{noted['vcs_info']['commit_id']}") if "subdirectory" not in noted else None
    except (ValueError, TypeError, KeyError):
        return None
