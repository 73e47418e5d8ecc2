"""A verdict that is recalled is the one that a lint would come to, and says the same in every format."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from prodops_cli.cli.judging import verdict_on
from prodops_cli.failure import Failure
from prodops_cli.findings import Verdict
from prodops_cli.lint import as_data, recall
from prodops_cli.lint.baseline import made_of
from prodops_cli.lint.request import Base, Request, SettingsRefused
from prodops_cli.lint.trim import at_most
from prodops_cli.outputs.choose import load, names
from prodops_cli.outputs.look import Look
from prodops_cli.pipeline import lint
from prodops_cli.trees.keeping import kept_of
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.overlay import Overlay
from prodops_cli.trees.tree import Tree
from prodops_cli.trees.worktree import WorkTree
from tests.examples.catalogs import ACME, TANGLED, TODAY, judged
from tests.outputs.verdicts import ALL

FILES = {
    "prodops.yaml": "catalog: {name: Shop, include: ['more/*']}\n",
    "owners/anna.yaml": "id: anna\nname: Anna\ntype: person\nmanager: bob\n",
    "owners/README.md": "Who we are.\n",
    "CODEOWNERS": "* @anna\n",
    "more/goal.yaml": "kind: goal\nid: grow\nname: on\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    (tmp_path / ".git").mkdir()
    return tmp_path


def tree(root: Path) -> WorkTree:
    return WorkTree(root, kept_of(root))


def printed(verdict: Verdict) -> Iterator[tuple[str, ...]]:
    """What every format makes of a verdict, in several looks."""
    yield from (tuple(load(name)(verdict, Look())) for name in names())
    few = at_most(verdict.with_allowed(), 9)
    yield from (tuple(load(name)(few, Look(width=40, colour=True, prefix="catalog/"))) for name in names())


@pytest.mark.parametrize("catalog", [ACME, TANGLED], ids=["acme", "tangled"])
def test_every_format_says_the_same_of_it(catalog: Path, tmp_path: Path) -> None:
    shutil.copytree(catalog, tmp_path / "catalog")
    (tmp_path / "catalog" / ".git").mkdir()
    answer = verdict_on(tree(tmp_path / "catalog"), Request(TODAY))
    found = recall.recalled(tree(tmp_path / "catalog"), Request(TODAY))
    assert found is not None
    assert list(printed(found)) == list(printed(answer)) == list(printed(judged(WorkTree(catalog))))


@pytest.mark.parametrize("verdict", [ALL, replace(ALL, findings=(), allowed=ALL.findings, fixed=ALL.findings)])
def test_every_sort_of_finding_comes_back(verdict: Verdict) -> None:
    found = as_data.read(as_data.written(verdict))
    assert list(printed(found)) == list(printed(verdict))
    assert as_data.written(found) == as_data.written(verdict)


@pytest.mark.parametrize("data", [b"", b"[]", b"[[],[]]", b"[[],{}]", b"[[],[[],[1],[],[],[],[]]]", b"[" * 100_000])
def test_what_is_no_verdict_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no verdict"):
        as_data.read(data)


def is_recalled(tree: Tree, request: Request | None = None) -> bool:
    """Whether the answer is known, and then it is right."""
    request = Request(TODAY) if request is None else request
    found = recall.recalled(tree, request)
    if found is not None:
        assert list(printed(found)) == list(printed(lint(tree, request)))
    return found is not None


def edit(root: Path) -> None:
    (root / "owners/anna.yaml").write_text(FILES["owners/anna.yaml"].replace("bob", "eve"))


def add(root: Path) -> None:
    (root / "owners/bob.yaml").write_text("id: bob\nname: Bob\ntype: person\n")


def remove(root: Path) -> None:
    (root / "owners/anna.yaml").unlink()


def link(root: Path) -> None:
    (root / "owners/anna.yaml").rename(root / "anna")
    (root / "owners/anna.yaml").symlink_to(root / "anna")


def configure(root: Path) -> None:
    (root / "prodops.yaml").write_text(FILES["prodops.yaml"] + "rules: {unknown-reference: off}\n")


def review(root: Path) -> None:
    (root / "CODEOWNERS").unlink()


def review_elsewhere(root: Path) -> None:
    (root / ".github").mkdir()
    (root / ".github/CODEOWNERS").write_text("* @bob\n")


def edit_what_is_included(root: Path) -> None:
    (root / "more/goal.yaml").write_text("kind: goal\nid: grow\nname: off\n")


def add_what_is_included(root: Path) -> None:
    (root / "more/goal2.yaml").write_text("kind: goal\nid: grow2\nname: off\n")


CHANGES = (
    edit,
    add,
    remove,
    link,
    configure,
    review,
    review_elsewhere,
    edit_what_is_included,
    add_what_is_included,
)


@pytest.mark.parametrize("act", CHANGES, ids=lambda act: act.__name__)
def test_what_a_verdict_rests_on_makes_it_new(root: Path, act: Callable[[Path], None]) -> None:
    verdict_on(tree(root), Request(TODAY))
    assert is_recalled(tree(root))
    act(root)
    assert not is_recalled(tree(root))
    verdict_on(tree(root), Request(TODAY))
    assert is_recalled(tree(root))


def test_what_nobody_reads_does_not(root: Path) -> None:
    verdict_on(tree(root), Request(TODAY))
    (root / "owners/README.md").write_text("Who we were.\n")
    (root / "owners/anna.yaml").touch()
    assert is_recalled(tree(root))


def test_each_request_has_its_answer(root: Path) -> None:
    requests = (
        Request(TODAY),
        Request(TODAY.replace(day=8)),
        Request(TODAY, select=("references",)),
        Request(TODAY, ignore=("references",)),
        Request(TODAY, paths=("owners",)),
        Request(TODAY, owner="anna"),
        Request(TODAY, show_existing=True),
        Request(TODAY, baseline=made_of(lint(WorkTree(root), Request(TODAY)).findings)),
    )
    for number, request in enumerate(requests):
        assert not any(is_recalled(tree(root), each) for each in requests[number:])
        verdict_on(tree(root), request)
    assert all(is_recalled(tree(root), each) for each in requests)


def test_a_buffer_is_another_tree(root: Path) -> None:
    verdict_on(tree(root), Request(TODAY))
    over = Overlay(tree(root), {"owners/anna.yaml": b"id: anna\n"})
    assert not is_recalled(over)
    verdict_on(over, Request(TODAY))
    assert is_recalled(Overlay(tree(root), {"owners/anna.yaml": b"id: anna\n"}))
    assert not is_recalled(tree(root))


def test_nothing_is_kept_of_what_is_compared(root: Path) -> None:
    request = Request(TODAY, base=Base(MemoryTree({}), "0" * 40, "main"))
    verdict_on(tree(root), request)
    assert recall.recalled(tree(root), request) is None


def test_nothing_is_kept_of_what_is_large(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recall, "LARGEST", 10)
    verdict_on(tree(root), Request(TODAY))
    assert recall.recalled(tree(root), Request(TODAY)) is None


def test_nothing_is_kept_without_a_store(root: Path) -> None:
    verdict_on(WorkTree(root), Request(TODAY))
    assert recall.recalled(WorkTree(root), Request(TODAY)) is None
    assert not list((root / ".git").iterdir())


def test_only_the_last_are_kept(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recall, "MOST", 2)
    for day in range(1, 6):
        verdict_on(tree(root), Request(TODAY.replace(day=day)))
    assert len(list((root / ".git").glob("prodops/*/kept/verdict-*"))) == 2


def test_what_is_refused_is_refused_again(root: Path) -> None:
    (root / "prodops.yaml").write_text("x: 1\n")
    for _ in range(2):
        with pytest.raises(SettingsRefused):
            verdict_on(tree(root), Request(TODAY))
    (root / "prodops.yaml").unlink()
    for _ in range(2):
        with pytest.raises(Failure):
            verdict_on(tree(root), Request(TODAY))
