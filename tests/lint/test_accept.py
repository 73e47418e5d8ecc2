"""Comments that accept what was found: in the right place, one for each line, and once."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.documents.compose import compose
from prodops_cli.documents.decode import decode
from prodops_cli.documents.node import plain
from prodops_cli.failure import Misuse
from prodops_cli.fixes.plan import Plan, plan
from prodops_cli.fixes.sameness import comments
from prodops_cli.lint.accept import Acceptance, can_be_allowed, with_allows
from prodops_cli.lint.request import Request
from prodops_cli.pipeline import lint
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.overlay import Overlay
from prodops_cli.trees.tree import Tree
from tests.effort import examples
from tests.fixes.catalogs import ANNA, TODAY, changed, judged, tree

PATH = "practices/a.yaml"
BECAUSE = Acceptance("we know")
ALLOW = "# prodops: allow unknown-reference -- we know"
WRITTEN = re.compile(
    r"^ *# prodops: allow [a-z, -]+ -- we know\r?\n|  # prodops: allow [a-z, -]+ -- we know(?=\r?$)", re.MULTILINE
)
ONLY = Request(TODAY, select=("unknown-reference", "personal-data"))


def accepted(catalog: Tree, request: Request, acceptance: Acceptance = BECAUSE) -> Plan:
    """The plan that accepts all that can be accepted of what is asked for."""
    findings = filter(can_be_allowed, lint(catalog, request).findings)
    return plan(catalog, with_allows(findings, acceptance), judged)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("owner: x\n", f"owner: x  {ALLOW}\n"),
        ("owner: x", f"owner: x  {ALLOW}"),
        ("owner: x#1\n", f"owner: x#1  {ALLOW}\n"),
        ("owner: '# x'\n", f"owner: '# x'  {ALLOW}\n"),
        ("owner: x # why\r\n", f"{ALLOW}\r\nowner: x # why\r\n"),
        ("{id: a, owner: x}\n", f"{{id: a, owner: x}}  {ALLOW}\n"),
        ("{\n  id: a,\n  owner: x,\n}\n", f"{{\n  id: a,\n  owner: x,  {ALLOW}\n}}\n"),
        ("{\n  id: a,\n  owner: x # why\n}\n", f"{{\n  id: a,\n  {ALLOW}\n  owner: x # why\n}}\n"),
        ("owner: 'x\n  y'\n", f"{ALLOW}\nowner: 'x\n  y'\n"),
        ("owner: |\n  x\n", f"{ALLOW}\nowner: |\n  x\n"),
        ("owner: x\n  y\n", f"{ALLOW}\nowner: x\n  y\n"),
        ("- id: a\n  owner: x # why\n", f"- id: a\n  {ALLOW}\n  owner: x # why\n"),
        ("- owner: x # why\n  id: a\n", f"{ALLOW}\n- owner: x # why\n  id: a\n"),
        ("owner:\n  x\n", f"owner:\n  x  {ALLOW}\n"),
    ],
)
def test_where_the_comment_goes(before: str, after: str) -> None:
    assert changed(accepted(tree({PATH: before}), ONLY)) == {PATH: after}


def test_a_finding_within_a_text_is_allowed_above_it() -> None:
    text = "id: a\npurpose: >\n  ask\n  x@acme.io\n\nowner: anna\n"
    made = accepted(tree({"owners/anna.yaml": ANNA, PATH: text}), ONLY)
    expected = text.replace("purpose", "# prodops: allow personal-data -- we know\npurpose")
    assert changed(made) == {PATH: expected}


def test_one_line_gets_one_comment_until_a_day() -> None:
    text = "{id: a, owner: x, practice: y}\n"
    made = accepted(tree({"tools/a.yaml": text}), ONLY, Acceptance("we know", date(2026, 10, 1)))
    expected = text.replace("}", "}  # prodops: allow unknown-reference until 2026-10-01 -- we know")
    assert changed(made) == {"tools/a.yaml": expected}


def test_what_would_be_found_instead_is_declined() -> None:
    made = accepted(tree({PATH: "owner: x\n"}), ONLY, Acceptance("we know", date(2036, 1, 1)))
    assert made.steps == ()
    assert [each.reason.partition(":")[0] for each in made.declined] == [f"allow-too-long would be found at {PATH}"]


@pytest.mark.parametrize("reason", ["", " ", "a\nb", "a\rb", "a\u2028b", "a\u202eb", "a\0"])
def test_no_reason_is_no_acceptance(reason: str) -> None:
    with pytest.raises(Misuse):
        Acceptance.of(reason, None)


VALUES = (
    "x",
    "anna",
    "'x'",
    '"x # y"',
    "|\n  x\n  y # no comment",
    ">-\n\n  x",
    "x\n  y",
    "'x\n\n  y'",
    "&x x",
    "[x, y]",
    "\n- x\n- y # why\n-\n  z",
    "[\n  x, # why\n  y\n ]",
    "{x: {y: z}}",
    "no",
    "mail x@acme.io",
)
ENDS = ("", " # why", "   ", " # prodops: allow generic-id -- old", " # prodops: allow owner-gone -- \u00e9")
BETWEEN = ("", "\n", "# above\n", "# prodops: allow stale-review -- old\n")
KEYS = ("owner", "steward", "name", "purpose", "description", "tools", "links", "tags", "reviewed")


@st.composite
def practices(draw: st.DrawFn) -> bytes:
    """A file as nobody would write it, with much that is found in it."""
    keys = draw(st.lists(st.sampled_from(KEYS), unique=True, max_size=5))
    lines = [f"{key}: {draw(st.sampled_from(VALUES))}" for key in keys]
    text = "".join(
        draw(st.sampled_from(BETWEEN)) + line + draw(st.sampled_from(ENDS)) + "\n"
        for line in draw(st.permutations(["id: a", *lines]))
    )
    if draw(st.booleans()):
        text = "- " + text.replace("\n", "\n  ").rstrip(" ")
    end, mark = draw(st.sampled_from(("\n", "\r\n"))), draw(st.sampled_from((b"", b"\xef\xbb\xbf")))
    return mark + text.replace("\n", end).encode()


@examples(40)
@given(practices())
def test_all_that_can_be_allowed_is_and_nothing_else_changes(data: bytes) -> None:
    catalog = MemoryTree({"prodops.yaml": b"", "owners/anna.yaml": ANNA.encode(), PATH: data})
    request = Request(TODAY)
    before = lint(catalog, request)
    made = accepted(catalog, request)
    after = Overlay(catalog, {step.path: step.after for step in made.steps})
    left = sorted(finding.fingerprint for finding in lint(after, request).findings)
    unread = [finding for finding in before.findings if not can_be_allowed(finding)]
    assert left == sorted(finding.fingerprint for finding in (*unread, *(each.finding for each in made.declined)))
    assert not accepted(after, request).steps
    for step in made.steps:
        assert step.before is not None
        assert step.after is not None
        old, new = decode(PATH, step.before), decode(PATH, step.after)
        assert list(map(plain, compose(old).roots)) == list(map(plain, compose(new).roots))
        assert not comments(old, compose(old).roots) - comments(new, compose(new).roots)
        assert WRITTEN.sub("", new.text) == old.text
