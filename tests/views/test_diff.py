"""What a difference is told as: complete, in order, harmless whatever is written, and no longer than there is room."""

import json
import re
from datetime import date
from pathlib import Path

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options

from prodops_cli.lint.request import Base, Request
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.screen import columns
from prodops_cli.pipeline import Comparison, compare
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.tree import Tree
from prodops_cli.trees.worktree import WorkTree
from prodops_cli.views.changes.json import as_json
from prodops_cli.views.changes.markdown import LARGEST, MARKER, comment
from prodops_cli.views.changes.meaning import told
from prodops_cli.views.changes.text import text
from tests.examples.catalogs import ACME, TANGLED, TODAY
from tests.reports.test_hostile import PAYLOADS

OURS = frozenset(["h3", "h4", "p", "strong", "ul", "li", "code", "details", "summary", "span"])
TAG = re.compile(r"</?([a-z0-9]+)")
METRIC = "name: {name}\nowner: {owner}\ndescription: x\nstatus: active\ndirection: increase\nwindow: {window}\n"
MORE = [*PAYLOADS, "`", "a`b`c", "``` x", "`<b>`", "@acme/all", "#1", "</details>", "x\n- y", "-->", "; y"]


def between(base: Tree, head: Tree, today: date = TODAY) -> Comparison:
    """What is different between two trees."""
    return compare(head, Base(base, "0" * 40, "main@0000000"), Request(today))


def catalog(files: dict[str, str]) -> MemoryTree:
    """A tree in memory."""
    return MemoryTree({"prodops.yaml": b""} | {path: said.encode() for path, said in files.items()})


def tangled() -> Comparison:
    """A bad quarter of Acme's."""
    return between(WorkTree(ACME), WorkTree(TANGLED))


def test_nothing_is_nothing() -> None:
    same = between(WorkTree(ACME), WorkTree(ACME))
    assert told(same) == ()
    assert [*text(same, Look())] == ["Nothing is different since main@0000000."]
    assert json.loads("".join(as_json(same, None)))["changes"] == []
    assert comment(same).startswith(f"{MARKER}\n### Nothing means anything else")


def test_the_worst_comes_first() -> None:
    found = told(tangled())
    assert [each.is_breaking for each in found] == sorted((each.is_breaking for each in found), reverse=True)
    assert sum(each.is_breaking for each in found) >= 5


def test_every_format_tells_every_change() -> None:
    difference = tangled()
    changes = told(difference)
    assert len(json.loads("".join(as_json(difference, None)))["changes"]) == len(changes)
    assert sum(not line.startswith(" ") and bool(line) for line in text(difference, Look(10_000))) == len(changes) + 1
    assert len(
        re.findall(r"^- .*\*\*(?:changed|added|removed|renamed|moved)\*\*", comment(difference), re.MULTILINE)
    ) == len(changes)


@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_too_wide(width: int) -> None:
    for line in text(tangled(), Look(width)):
        assert columns(line) <= width or " " not in line.strip()


def test_as_much_as_there_is_room_for() -> None:
    before = {f"metrics/m{n}.yaml": f"id: m{n}\n{quoted(METRIC, 'A' * 200, 'anna', '7d')}" for n in range(400)}
    after = {path: said.replace("7d", f"{n + 8}d") for n, (path, said) in enumerate(before.items())}
    found = comment(between(catalog(before), catalog(after)))
    assert len(found) <= LARGEST
    left = re.search(r"^(\d+) more entries did not fit in here", found, re.MULTILINE)
    cases, rows = found.count("You can"), len(re.findall(r"\*\*changed\*\*", found))
    assert left
    assert cases + rows + int(left[1]) == 800


def quoted(shape: str, name: str, owner: str, window: str) -> str:
    """A metric whose texts are any texts at all."""
    return shape.format(name=json.dumps(name), owner=json.dumps(owner), window=window)


@pytest.mark.parametrize("payload", MORE)
def test_hostile_text_is_only_text(payload: str) -> None:
    said = json.dumps(payload)
    owner = f"name: {said}\ntype: team\nlead: {said}\nchannel: {said}\n"
    test = f"name: {said}\nowner: {said}\ntype: ab_test\nstatus: running\nmetrics: {{primary: [{said}]}}\n"
    files = {
        "owners/o.yaml": f"id: {said}\n{owner}",
        "metrics/m.yaml": f"id: {said}\n{quoted(METRIC, payload, payload, '7d')}",
        "experiments/x.yaml": f"id: {said}\n{test}",
    }
    base = catalog(files)
    changed = between(base, catalog(files | {"metrics/m.yaml": files["metrics/m.yaml"].replace("7d", "28d")}))
    removed = between(base, catalog({path: said for path, said in files.items() if "metrics" not in path}))
    for difference in (changed, removed):
        written = comment(difference)
        html = cmarkgfm.github_flavored_markdown_to_html(written, options=Options.CMARK_OPT_UNSAFE)
        assert set(TAG.findall(html.removeprefix(MARKER))) <= OURS
        harmless = comment(between(*(harmless_of(tree, payload) for tree in (base, difference))))
        assert written.count("\n") == harmless.count("\n")
        json.loads("".join(as_json(difference, None)))
        assert not any("\x1b" in line or "\u202e" in line for line in text(difference, Look()))


def harmless_of(tree: Tree | Comparison, payload: str) -> MemoryTree:
    """The same documents, in which nothing is meant to do harm."""
    if isinstance(tree, Comparison):
        sources = {each.document.source for each in tree.context.catalog.entities}
        return catalog({source.path: source.text.replace(json.dumps(payload), "x") for source in sources})
    return catalog({e.path: tree.read(e.path).decode().replace(json.dumps(payload), "x") for e in tree.walk()})


def test_all_is_new_where_there_was_no_catalog(tmp_path: Path) -> None:
    found = between(MemoryTree({}), WorkTree(ACME))
    assert {each.change.sort for each in told(found)} == {"added"}
    assert "has no catalog" in [*text(found, Look(200))][-1]
