"""What a killed run has left beside a file goes with the next writing of it; what is still being written stays."""

import os
from pathlib import Path

from prodops_cli.trees.lock import take
from prodops_cli.trees.writing import beside, remove_unfinished, write_file


def test_removes_what_was_left(tmp_path: Path) -> None:
    (tmp_path / ".a.md.x1.prodops-new").write_bytes(b"half")
    (tmp_path / ".b.md.x1.prodops-new").write_bytes(b"of another file")
    os.mkfifo(tmp_path / ".a.md.x2.prodops-new")
    (tmp_path / ".a.md.x3.prodops-new").symlink_to("b.md")
    write_file(tmp_path / "a.md", b"whole")
    left = {path.name for path in tmp_path.iterdir()} - {".a.md.x2.prodops-new", ".a.md.x3.prodops-new"}
    assert left == {"a.md", ".b.md.x1.prodops-new"}


def test_leaves_what_is_being_written(tmp_path: Path) -> None:
    with beside(tmp_path / "a.md", b"new", None) as begun:
        remove_unfinished(tmp_path / "a.md")
        assert begun.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == []


def test_leaves_what_somebody_else_has_locked(tmp_path: Path) -> None:
    left = tmp_path / ".a.md.x1.prodops-new"
    left.write_bytes(b"")
    with left.open("rb") as file:
        take(file)
        write_file(tmp_path / "a.md", b"new")
        assert left.exists()
