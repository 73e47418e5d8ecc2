"""What is kept changes no answer: a catalog read with it is the same as one that is read without."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from prodops_cli.catalog.load import load
from prodops_cli.documents.decode import decode
from prodops_cli.documents.document import Reading, read
from prodops_cli.documents.kept import as_kept, recalled
from prodops_cli.documents.refusal import Refused
from prodops_cli.trees import shelf, signature
from prodops_cli.trees.drawer import Drawer
from prodops_cli.trees.keeping import kept_of
from prodops_cli.trees.overlay import Overlay
from prodops_cli.trees.worktree import WorkTree

PATHS = ("goals/a.yaml", "goals/b.yaml", "metrics/a.yaml", "owners/a.yaml", "owners/deep/b.yml", "prodops.yaml")
TEXTS = (
    "id: a\nname: A\n",
    "id: b\nname: B\n",
    "id: a\nname: on\n",
    "\ufeffid: a\nname: A\n",
    "id: é\r\nname: '\u65e5\u672c \U0001f600'\r\n",
    "id: a\nid: b\n",
    "a: &a [1, 2.0, .inf, ~]\nb: *a\n",
    "- id: a\n- id: b\n---\nid: c\n",
    "a: b: c\n",
    "",
    "---\n",
    "just text\n",
    "id: a\nn: 123456789012345678901234567890\nf: 1e400\n",
    '"\\ud83d": 1\n',
)


def told(tree: Any) -> list[str]:
    """All that there is to know of a catalog, or why there is none."""
    try:
        catalog = load(tree)
    except Exception as error:  # noqa: BLE001 - whatever it is, it must be the same
        return [repr(error)]
    documents = [repr(entity.document) + repr(entity.doubtful) for entity in catalog.entities]
    return [*map(repr, catalog.entities), *documents, *map(repr, catalog.wrong), *catalog.files, repr(catalog.guessed)]


class Work(RuleBasedStateMachine):
    """People who edit, git that switches, disks that fail, clocks that are set: between any two looks at a catalog."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(mkdtemp()) / "catalog"
        (self.root / ".git").mkdir(parents=True)
        self.write("prodops.yaml", b"")
        self.ahead = 10 * signature.REST  # as if each file had been there for long

    def write(self, path: str, data: bytes) -> None:
        time.sleep(0.006)  # longer than a tick of the system's clock, since all files count as old here
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_bytes(data)

    @rule(path=st.sampled_from(PATHS), text=st.sampled_from(TEXTS))
    def edit(self, path: str, text: str) -> None:
        self.write(path, text.encode())

    @rule(path=st.sampled_from(PATHS), name=st.sampled_from("XYZ"))
    def edit_with_the_same_size_and_time(self, path: str, name: str) -> None:
        if (self.root / path).exists():
            before = (self.root / path).stat()
            self.write(path, (self.root / path).read_bytes().replace(b"name: A", b"name: " + name.encode()))
            os.utime(self.root / path, ns=(before.st_atime_ns, before.st_mtime_ns))

    @rule(path=st.sampled_from(PATHS))
    def touch(self, path: str) -> None:
        if (self.root / path).exists():
            os.utime(self.root / path)

    @rule(path=st.sampled_from(PATHS))
    def delete(self, path: str) -> None:
        (self.root / path).unlink(missing_ok=True)

    @rule(path=st.sampled_from(PATHS), other=st.sampled_from(PATHS))
    def rename(self, path: str, other: str) -> None:
        if (self.root / path).exists():
            (self.root / other).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).rename(self.root / other)

    @rule(data=st.data())
    def corrupt(self, data: st.DataObject) -> None:
        if files := sorted(self.kept()):
            file = data.draw(st.sampled_from(files))
            whole = file.read_bytes()
            place = data.draw(st.integers(0, len(whole) - 1))
            file.write_bytes(whole[:place] + data.draw(st.binary(max_size=3)) + whole[place + 1 :])

    @rule(data=st.data())
    def lose(self, data: st.DataObject) -> None:
        if files := sorted(self.kept()):
            data.draw(st.sampled_from(files)).unlink()

    @rule()
    def set_the_clock(self) -> None:
        self.ahead = -self.ahead

    @rule()
    def look_by_two_at_once(self) -> None:
        with self.clock():
            first, second = (WorkTree(self.root, kept_of(self.root)) for _ in range(2))
            answers = [told(tree) for tree in (first, second)]
        assert answers[0] == answers[1] == told(WorkTree(self.root))

    @rule(text=st.sampled_from(TEXTS))
    def look_at_a_buffer(self, text: str) -> None:
        over = {"goals/a.yaml": text.encode()}
        with self.clock():
            with_it = told(Overlay(WorkTree(self.root, kept_of(self.root)), over))
        assert with_it == told(Overlay(WorkTree(self.root), over))

    @invariant()
    def nothing_differs(self) -> None:
        with self.clock():
            with_it = told(WorkTree(self.root, kept_of(self.root)))
        assert with_it == told(WorkTree(self.root))

    def kept(self) -> Iterator[Path]:
        return (self.root / ".git" / "prodops").glob("*/kept/*")

    @contextmanager
    def clock(self) -> Iterator[None]:
        now, ahead = time.time_ns, self.ahead
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(signature, "time_ns", lambda: now() + ahead)
            yield

    def teardown(self) -> None:
        shutil.rmtree(self.root.parent)


TestWork = Work.TestCase
TestWork.settings = settings(max_examples=settings().max_examples // 7, stateful_step_count=15)


@pytest.mark.parametrize("text", TEXTS)
def test_a_line_says_all_of_a_reading(text: str) -> None:
    made = read_or_none(text)
    line = as_kept(made) if made else None
    if made and line is not None:
        assert b"\n" not in line
        assert repr(recalled("goals/a.yaml", made.source.digest, line)) == repr(made)
    else:
        assert made is None or made.refusals


def read_or_none(text: str) -> Reading | None:
    """What a text holds, if it can be read at all."""
    try:
        return read(decode("goals/a.yaml", text.encode()))
    except Refused:
        return None


@pytest.mark.parametrize("line", [b"", b"[", b"[]", b"1", b'["a"]', b"[1, []]", b'["a", {}]', b"[" * 100_000, b"\xff"])
def test_no_other_line_is_one(line: bytes) -> None:
    assert recalled("a.yaml", "", line) is None


def test_what_was_not_used_for_long_leaves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "ROOM", 100)
    drawer = Drawer(tmp_path / "a" / "b", "1.0")
    for number in range(5):
        made = shelf.Shelf(drawer)
        made.get("a" * 39 + "1")
        made.put("a" * 39 + str(number), b"x" * 8)
        made.keep(drawer)
    kept = shelf.Shelf(drawer)
    assert [number for number in range(5) if kept.get("a" * 39 + str(number))] == [1, 4]
