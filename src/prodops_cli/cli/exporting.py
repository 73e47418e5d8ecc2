"""Exporting: what is asked for, what it is made from, and where it goes."""

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import Seen
from prodops_cli.catalog.selection import kind
from prodops_cli.cli.editions import history
from prodops_cli.cli.opening import Opened
from prodops_cli.cli.printing import print_to_the_letter
from prodops_cli.cli.reading import read
from prodops_cli.documents.decode import BYTE_ORDER_MARK
from prodops_cli.exporters.choose import load
from prodops_cli.exporters.material import Material
from prodops_cli.exporters.target import Target
from prodops_cli.failure import Failure, Misuse
from prodops_cli.lint.request import Request
from prodops_cli.models.entity import Owned
from prodops_cli.models.kinds import KINDS
from prodops_cli.phrases import count
from prodops_cli.pipeline import judge
from prodops_cli.reports.material.edition import Then
from prodops_cli.trees.revision import Repository
from prodops_cli.trees.worktree import find_top
from prodops_cli.trees.writing import write_file


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: which format, of which kinds and whose, seen from which day, and for which file."""

    format: str
    today: date
    kinds: tuple[str, ...] = ()
    owner: str | None = None
    output: str = "-"
    has_mark: bool = False
    """Whether a byte order mark is wanted, by which Excel knows UTF-8."""

    @property
    def is_folder(self) -> bool:
        """Whether the file is a folder, which is there or ends in a slash."""
        return self.output != "-" and (self.output.endswith(("/", os.sep)) or Path(self.output).is_dir())


def checked(wish: Wish) -> Target:
    """The target of a wish. Raises Misuse for what it can't be asked."""
    target = load(wish.format)
    if target.is_whole and (wish.kinds or wish.owner is not None):
        raise Misuse(f"{wish.format} tells of the whole catalog", "leave out the kinds and `--owner`")
    if wish.has_mark and wish.format != "csv":
        raise Misuse("`--bom` is for csv", "leave it out: no other format needs it")
    if target.parts and not wish.is_folder and len(wish.kinds) != 1:
        one = "" if target.is_whole else "a kind, or "
        raise Misuse(
            f"{wish.format} is a file for each {'table' if target.is_whole else 'kind'}",
            f"name {one}a folder that ends in a slash, such as -o {wish.format}/",
        )
    if not target.parts and wish.is_folder:
        raise Misuse(f"{wish.format} is one file, and `{wish.output}` is a folder", "name a file with -o")
    if target.is_binary and wish.output == "-" and sys.stdout.isatty():
        raise Misuse(
            f"{wish.format} is nothing to read on a terminal", f"name a file, such as -o catalog{target.suffix}"
        )
    return target


def material(place: Opened, target: Target, wish: Wish) -> Material:
    """What is exported. Raises Failure, Misuse, SettingsRefused."""
    seen: Seen = {}
    request = Request(wish.today, revision=place.revision)
    catalog = read(place.tree, request, seen)
    repository = Repository.of(place.root) if find_top(place.root) else None
    commit = newest(repository, place.revision) if repository and (target.looks_back or place.revision) else None
    return Material(
        catalog,
        wish.today,
        place.revision,
        repository.date(commit) if repository and commit and place.revision else None,
        place.prefix,
        tuple(kinds(wish)),
        wish.owner,
        judge(catalog, request) if target.looks_back else None,
        past(repository, commit, catalog, wish.today, seen) if repository and commit and target.looks_back else (),
    )


def kinds(wish: Wish) -> Iterator[str]:
    """The kinds that are asked for; where none is named, all that can be. Raises Misuse for what is none."""
    for name, model in KINDS.items():
        if not wish.kinds and (wish.owner is None or issubclass(model, Owned)):
            yield name
    yield from dict.fromkeys(kind(each).kind for each in wish.kinds)


def newest(repository: Repository, revision: str | None) -> str | None:
    """The commit of a revision, or HEAD; None where there is no commit yet."""
    try:
        return repository.resolve(revision or "HEAD")
    except Failure:
        return None


def past(repository: Repository, commit: str, catalog: Catalog, today: date, seen: Seen) -> tuple[Then, ...]:
    """How the catalog was in the weeks before."""
    return tuple(history(repository, commit, today, catalog.settings, seen))


def files(target: Target, wish: Wish, material: Material) -> Mapping[str, bytes]:
    """The bytes of each file by its path; `-` is stdout."""
    mark = BYTE_ORDER_MARK if wish.has_mark else b""
    if target.parts is None:
        return {wish.output: target.write(material, "")}
    parts = target.parts(material)
    if not wish.is_folder:
        return {wish.output: mark + target.write(material, parts[0])}
    return {str(Path(wish.output) / f"{part}{target.suffix}"): mark + target.write(material, part) for part in parts}


def delivered(made: Mapping[str, bytes], target: Target, check: bool) -> int:
    """Writes the files, or says whether they are so already: 1 where one is not."""
    if check:
        different = [path for path, data in made.items() if not Path(path).is_file() or Path(path).read_bytes() != data]
        sys.stderr.writelines(f"{path} is not as it would be written\n" for path in different)
        return int(bool(different))
    for path, data in made.items():
        if path == "-":
            printed(data, target)
        else:
            write(Path(path), data)
    return 0


def write(path: Path, data: bytes) -> None:
    """Writes a file whole; its folder is made, if the one above is there. Raises Failure."""
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise Failure(f"the folder {path.parent} cannot be made: {error.strerror}", "choose another path") from error
    write_file(path, data)


def printed(data: bytes, target: Target) -> None:
    """Writes a file to stdout: to the letter, but on a terminal."""
    if target.is_binary or not (sys.stdout.isatty() or os.environ.get("GITHUB_ACTIONS")):
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        print_to_the_letter(data.decode(errors="surrogateescape").splitlines())


def remarks(target: Target, material: Material) -> Iterator[str]:
    """What people should know of an export: what of the catalog is not in it, and what it says of itself."""
    if wrong := len(material.catalog.wrong):
        yield f"{count(wrong, 'mistake')}: what can be read is exported; `prodops lint` says what is wrong."
    yield from target.remarks(material)
