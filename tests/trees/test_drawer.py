"""A drawer gives back what was put in, or nothing: never other bytes, never a failure."""

import os
import stat
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.trees.drawer import ABANDONED, LARGEST, SEAL, Drawer

BODY = b"what was made of it"


@pytest.fixture
def drawer(tmp_path: Path) -> Drawer:
    made = Drawer(tmp_path / "prodops" / "0123" / "kept", "1.0")
    made.put("name", BODY)
    assert made.get("name") == BODY
    return made


def test_what_nobody_put_in_is_not_there(drawer: Drawer) -> None:
    assert drawer.get("other") is None
    assert Drawer(drawer.folder / "none", "1.0").get("name") is None


def test_another_writer_is_not_read(drawer: Drawer) -> None:
    assert Drawer(drawer.folder, "1.1").get("name") is None


def test_only_its_user_may_look(drawer: Drawer) -> None:
    assert stat.S_IMODE(drawer.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((drawer.folder / "name").stat().st_mode) == 0o600


def test_each_byte_counts(drawer: Drawer) -> None:
    file = drawer.folder / "name"
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert drawer.get("name") is None
        file.write_bytes(whole[:place])
        assert drawer.get("name") is None
    file.write_bytes(whole + b"\0")
    assert drawer.get("name") is None
    file.write_bytes(whole)
    assert drawer.get("name") == BODY


@given(data=st.binary(max_size=200))
def test_anything_else_is_nothing(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    drawer = Drawer(tmp_path_factory.mktemp("a") / "b" / "c", "1.0")
    drawer.put("name", BODY)
    (drawer.folder / "name").write_bytes(data)
    assert drawer.get("name") is None


def link(file: Path) -> None:
    file.rename(file.with_name("real"))
    file.symlink_to("real")


def pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def huge(file: Path) -> None:
    with file.open("ab") as open_file:
        open_file.truncate(LARGEST + 1)


def open_to_all(file: Path) -> None:
    file.chmod(0o666)


def linked_folder(file: Path) -> None:
    file.parent.rename(file.parent.with_name("real"))
    file.parent.symlink_to("real")


def linked_above(file: Path) -> None:
    above = file.parent.parent
    above.rename(above.with_name("real"))
    above.symlink_to("real")


HOSTILE = (link, pipe, folder, huge, open_to_all, linked_folder, linked_above)


@pytest.mark.parametrize("act", HOSTILE, ids=lambda act: act.__name__)
def test_nothing_strange_is_read(drawer: Drawer, act: Callable[[Path], None]) -> None:
    act(drawer.folder / "name")
    assert drawer.get("name") is None


@pytest.mark.parametrize("act", [linked_folder, linked_above], ids=lambda act: act.__name__)
def test_nothing_is_written_through_links(drawer: Drawer, act: Callable[[Path], None]) -> None:
    act(drawer.folder / "name")
    drawer.put("new", BODY)
    assert not (drawer.folder / "new").exists()


def test_somebody_elses_file_is_not_read(drawer: Drawer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: os.geteuid() + 1)
    assert drawer.get("name") is None


@pytest.mark.parametrize("name", ["replace", "mkdir"])
def test_what_cannot_be_written_is_not_kept(drawer: Drawer, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, name, refuse)
    drawer.put("name", b"new")
    assert drawer.get("name") == BODY
    assert [file.name for file in drawer.folder.iterdir()] == ["name"]


def test_a_full_disk_is_no_failure(drawer: Drawer, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("prodops_cli.trees.drawer.write_own", full)
    drawer.put("name", b"new")
    assert drawer.get("name") == BODY


def test_what_is_too_large_is_not_kept(drawer: Drawer) -> None:
    drawer.put("name", bytes(LARGEST - SEAL + 1))
    assert drawer.get("name") == BODY


def test_the_oldest_leave(drawer: Drawer) -> None:
    for number in range(5):
        drawer.put(f"verdict-{number}", BODY)
        os.utime(drawer.folder / f"verdict-{number}", (number, number))
    (drawer.folder / "verdict-9.77.new").write_bytes(b"half")
    os.utime(drawer.folder / "verdict-9.77.new", (ABANDONED, ABANDONED))
    (drawer.folder / "verdict-9.78.new").write_bytes(b"being written")
    drawer.tidy("verdict-", 2)
    assert sorted(file.name for file in drawer.folder.iterdir()) == [
        "name",
        "verdict-3",
        "verdict-4",
        "verdict-9.78.new",
    ]


def test_clearing_removes_all(drawer: Drawer) -> None:
    drawer.clear()
    assert not drawer.folder.exists()
    assert drawer.folder.parent.exists()


def write_often(folder: Path, number: int) -> None:
    drawer = Drawer(folder, "1.0")
    for _ in range(200):
        drawer.put("shared", bytes([number]) * 50_000)


def test_many_may_write_at_once(drawer: Drawer) -> None:
    fork = get_context("fork")
    writers = [fork.Process(target=write_often, args=(drawer.folder, number)) for number in range(4)]
    for each in writers:
        each.start()
    drawer.put("shared", b"\0" * 50_000)
    while any(each.is_alive() for each in writers):
        found = drawer.get("shared")
        assert found is not None
        assert len(set(found)) == 1
        assert len(found) == 50_000
    assert [each.exitcode for each in writers if not each.join()] == [0] * 4  # type: ignore[func-returns-value]
    assert sorted(file.name for file in drawer.folder.iterdir()) == ["name", "shared"]
