"""A target: how the files of a format are made, and what it has to say of itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from prodops_cli.exporters.material import Material


def nothing(material: Material) -> Iterator[str]:  # noqa: ARG001
    """No remark."""
    yield from ()


@dataclass(frozen=True, slots=True)
class Target:
    """A format: the bytes of a file, and what people should know of them, which is said on stderr.

    Where there are several files, `parts` are their names, and `write` gets one of them; else it gets an empty one.
    """

    write: Callable[[Material, str], bytes]
    parts: Callable[[Material], tuple[str, ...]] | None = None
    remarks: Callable[[Material], Iterator[str]] = nothing
    suffix: str = ""
    is_binary: bool = False
    is_whole: bool = False
    """Whether it tells of all kinds and owners, whatever one asks for."""
    looks_back: bool = False
    """Whether it tells of findings, and of the weeks before."""
