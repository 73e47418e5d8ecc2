"""CODEOWNERS as GitHub reads it, whatever is in the file."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.catalog.codeowners import LARGEST, MOST_WILD, Codeowners, decoded, read_codeowners
from prodops_cli.documents.source import Source
from prodops_cli.exporters.formats.codeowners import BEGIN, END, merged
from prodops_cli.failure import Misuse
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.overlay import Overlay
from prodops_cli.trees.revision import Repository
from prodops_cli.trees.snapshot import Snapshot
from prodops_cli.trees.worktree import WorkTree

DOCUMENTED = {
    "*": (["a", "a/b.md"], []),
    "*.js": (["a.js", "x/y/a.js"], ["a.jsx", "a.ts"]),
    "/build/logs/": (["build/logs/a", "build/logs/b/c"], ["x/build/logs/a", "build/logs"]),
    "docs/*": (["docs/getting-started.md"], ["docs/build-app/troubleshooting.md", "x/docs/a"]),
    "apps/": (["apps/a", "x/apps/y/z"], ["apps", "myapps/a"]),
    "/docs/": (["docs/a", "docs/a/b"], ["x/docs/a"]),
    "/apps/github": (["apps/github", "apps/github/a"], ["apps/githubber", "x/apps/github"]),
    "**/logs": (["logs", "build/logs", "scripts/logs/a", "deeply/nested/logs/a"], ["mylogs"]),
    "a/**/b": (["a/b", "a/x/b", "a/x/y/b", "a/b/c"], ["x/a/b"]),
    "a/**": (["a/b", "a/b/c"], ["a", "x/a/b"]),
    "m?trics/*.yaml": (["metrics/a.yaml", "matrics/a.yaml"], ["mtrics/a.yaml", "metrics/x/a.yaml"]),
    r"with\ space.md": (["with space.md", "x/with space.md"], ["with"]),
    "[ab].md": (["[ab].md"], ["a.md"]),
    "a+b(c).md": (["a+b(c).md"], ["aab(c).md"]),
    "/*": (["a"], ["a/b"]),
    "Case.md": (["Case.md"], ["case.md"]),
    "/docs//a.md": ([], ["a.md"]),
    "a*b*c/": (["axbxc/d", "x/abc/d"], ["abc", "acb/d"]),
    "*.yaml/": (["x.yaml/a"], ["x.yaml"]),
}


def made(text: str, prefix: str = "") -> Codeowners:
    return Codeowners(Source("CODEOWNERS", text, ""), prefix)


@pytest.mark.parametrize("pattern", DOCUMENTED)
def test_what_a_pattern_matches(pattern: str) -> None:
    yes, no = DOCUMENTED[pattern]
    rules = made(f"{pattern} @a\n")
    assert [path for path in (*yes, *no) if rules.line_for(path)] == yes


def test_the_last_line_wins_also_where_it_names_nobody() -> None:
    rules = made("* @all\n/a/ @folder #comment @no\n\n# /a/b @no\n!/a/b @no\n/a/b @one x@y.z\n*.md\r\n", "top/")
    assert rules.line_for("c") == rules.lines[0]
    rules = made(rules.source.text)
    assert [
        (line.pattern, line.owners) for path in ("c", "a/c", "a/b", "a/b.md") if (line := rules.line_for(path))
    ] == [
        ("*", ("@all",)),
        ("/a/", ("@folder",)),
        ("/a/b", ("@one", "x@y.z")),
        ("*.md", ()),
    ]


@pytest.mark.parametrize("prefix", ["", "catalog/", "a b/c/", "docs/", ".github/"])
@pytest.mark.parametrize("place", ["CODEOWNERS", ".github/CODEOWNERS", "docs/CODEOWNERS"])
def test_every_tree_finds_it(repository: Path, commit: Callable[..., str], prefix: str, place: str) -> None:
    files = {place: b"* @a\n", f"{prefix}prodops.yaml": b"", f"{prefix}owners/a.yaml": b"id: a"}
    for path, data in files.items():
        (repository / path).parent.mkdir(parents=True, exist_ok=True)
        (repository / path).write_bytes(data)
    head = commit(repository)
    known = Repository.of(repository / prefix)
    disk = WorkTree(repository / prefix)
    for tree in (disk, known.tree(head), known.staged(), Overlay(Snapshot(disk), {})):
        found = read_codeowners(tree)
        assert found
        assert (found.prefix, found.source.text, found.unread) == (prefix, "* @a\n", "")
        assert [entry.path for entry in tree.walk("owners")] == ["owners/a.yaml"]
        assert not [entry.path for entry in tree.walk() if entry.path.startswith("..")]


def test_nothing_else_is_read_outside(repository: Path) -> None:
    (repository / "catalog").mkdir()
    for name in ("secret", "CODEOWNERS"):
        (repository / name).write_text("x")
    tree = WorkTree(repository / "catalog")
    assert tree.read("../CODEOWNERS") == b"x"
    for path in ("../secret", "../catalog/../CODEOWNERS", "..//CODEOWNERS", "../../CODEOWNERS", "../.git/config"):
        with pytest.raises(FileNotFoundError):
            tree.read(path)


def test_links_are_not_followed(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/CODEOWNERS").write_text("* @evil\n")
    (repository / "catalog").mkdir()
    (repository / ".github").symlink_to(tmp_path / "elsewhere")
    for root in (repository, repository / "catalog"):
        assert read_codeowners(WorkTree(root)) is None
    (repository / "CODEOWNERS").symlink_to(tmp_path / "elsewhere/CODEOWNERS")
    for root in (repository, repository / "catalog"):
        found = read_codeowners(WorkTree(root))
        assert found
        assert (found.unread, found.lines) == ("is a link, which is not followed", ())


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xff\xfe", "is no UTF-8"),
        (b"a\0b", "is no text"),
        (b"x" * (LARGEST + 1), "has more than the 3 MB that GitHub reads"),
        (b"*a @b\n" * (MOST_WILD + 1), "has more than 2,000 patterns with wildcards"),
        (b"", ""),
        (b"\xef\xbb\xbf* @a\r* @b\r\n", ""),
        (b"/a @b\n" * 40_000, ""),
    ],
)
def test_hostile_files(data: bytes, why: str) -> None:
    found = read_codeowners(MemoryTree({"CODEOWNERS": data}))
    assert found
    assert found.unread == why
    assert found.line_for("never/a/match.yaml") is None or not why


def test_no_pattern_takes_long() -> None:
    rules = decoded("CODEOWNERS", f"{'*a' * 50}b @x\n{'**/' * 50}b @x\n".encode(), "")
    before = time.process_time()
    assert rules.line_for("a" * 200 + "/c") is None
    assert time.process_time() - before < 1


@given(
    st.text("ab/*?\\ @#!\n\r[]", max_size=60), st.lists(st.sampled_from(("a", "b", "ab", " ")), min_size=1, max_size=4)
)
def test_any_text_can_be_asked(text: str, names: list[str]) -> None:
    rules = made(text)
    line = rules.line_for("/".join(names))
    assert line is None or line in rules.lines


@given(st.text("ab\n\r# ", max_size=30), st.sampled_from(("\n", "\r\n")))
def test_what_others_wrote_is_kept(before: str, end: str) -> None:
    text = f"# ours{end}{before}"
    first = merged(text, (BEGIN, "/a @b", END))
    assert first.startswith(text.rstrip("\r\n"))
    assert merged(first, (BEGIN, "/a @b", END)) == first
    second = merged(f"{first}/later @x{end}", (BEGIN, END))
    assert second == first.replace(f"/a @b{end}", "") + f"/later @x{end}"


@pytest.mark.parametrize("text", [f"{BEGIN}\n", f"{END}\n{BEGIN}\n", f"{BEGIN}\n{END}\n" * 2])
def test_odd_marks_are_refused(text: str) -> None:
    with pytest.raises(Misuse):
        merged(text, (BEGIN, END))
