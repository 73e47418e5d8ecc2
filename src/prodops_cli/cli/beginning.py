"""Beginning a catalog: writing what is not there, and telling what is."""

import os
from collections.abc import Callable, Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from prodops_cli.failure import Failure, Misuse
from prodops_cli.starter.documents import documents, readme
from prodops_cli.starter.house import House
from prodops_cli.starter.origin import TO_FILL_IN, Origin, installed_from, origin
from prodops_cli.starter.wiring import Service, for_editors, for_service, with_modelines
from prodops_cli.trees.worktree import find_top
from prodops_cli.trees.writing import create_file, make_folder, remove_unfinished

SETTINGS = "prodops.yaml"
README = "README.md"


class Begun(NamedTuple):
    """The files that were written, and those that stand there already and say something else.

    In `unfilled` somebody has to write where prodops comes from.
    """

    written: tuple[Path, ...]
    kept: tuple[Path, ...]
    unfilled: tuple[Path, ...]


def origin_of(said: str | None) -> Origin:
    """Where CI gets prodops from: what somebody says, else what this one was installed from. Raises Misuse."""
    if said is None:
        return installed_from(noted()) or TO_FILL_IN
    if found := origin(said):
        return found
    raise Misuse(
        f"`{said}` is no address of a git repository that CI could install from",
        "write one such as https://github.com/acme/prodops@v0.1.0, without a password",
    )


def noted() -> str | None:
    """What pip has noted of where it got prodops from."""
    try:
        return distribution("prodops").read_text("direct_url.json")
    except PackageNotFoundError:
        return None


def begin(folder: Path, today: date, services: Sequence[Service], origin: Origin, house: Callable[[], House]) -> Begun:
    """Makes a catalog of a folder; one that is a catalog already only gets what stands around its documents.

    Raises Failure where something can't be written, Misuse within another catalog.
    """
    root = folder.resolve()
    top = find_top(root) or root
    way = PurePosixPath(root.relative_to(top).as_posix())
    is_new = not os.path.lexists(root / SETTINGS)
    if is_new:
        refuse_within_another(root, top)
    inside = (first(root, today, house(), origin, is_top=root == top) if is_new else {}) | for_editors()
    made(folder)
    wanted = {root / path: text for path, text in inside.items()}
    wanted |= {top / service.value: for_service(service, way, origin) for service in services}
    there = {path for path in wanted if os.path.lexists(path)}
    kept = tuple(path for path in wanted if path in there and not says(path, wanted[path]))
    written = tuple(path for path in wanted if path not in there)
    for path in sorted(written, key=lambda path: path == root / SETTINGS):  # last: by it one sees that all is there
        write(path, wanted[path], top)
    for path in wanted:
        remove_unfinished(path)
    install = {top / service.value for service in services if service.installs and origin == TO_FILL_IN}
    return Begun(written, kept, tuple(path for path in written if path in install))


def first(root: Path, today: date, house: House, origin: Origin, is_top: bool) -> dict[str, str]:
    """The files that a new catalog begins with; a README that is there already is somebody's own."""
    texts = documents(today, house)
    known = None if origin == TO_FILL_IN else origin
    own = {} if os.path.lexists(root / README) else {README: readme(house, known)}
    return (texts if is_top else with_modelines(texts)) | own


def made(folder: Path) -> Path:
    """The folder, which is made where there is none. Raises Failure."""
    make_folder(folder)
    return folder.resolve()


def refuse_within_another(root: Path, top: Path) -> None:
    """Raises Misuse within another catalog, which would read the new documents, too."""
    for above in root.parents:
        if not above.is_relative_to(top):
            return
        if os.path.lexists(above / SETTINGS):
            raise Misuse(f"{root} is in the catalog at {above}", "write your documents there, or choose another folder")


def says(path: Path, text: str) -> bool:
    """Whether a file says that already."""
    return path.is_file() and not path.is_symlink() and path.read_bytes() == text.encode()


def write(path: Path, text: str, top: Path) -> None:
    """Writes a new file and its folders, where no link leads out of the repository. Raises Failure."""
    if not path.parent.resolve().is_relative_to(top):
        raise Failure(f"{path} can't be written: a link leads out of {top}", "replace the link by a folder")
    made(path.parent)
    create_file(path, text.encode())
