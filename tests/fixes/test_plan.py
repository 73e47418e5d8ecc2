"""Which fixes are made, which are declined, and why."""

from collections.abc import Callable

import pytest

from prodops_cli.documents.decode import decode
from prodops_cli.documents.document import Place
from prodops_cli.documents.source import Source, Span
from prodops_cli.findings import Create, Finding, Fix, Move, Operation, Problem, Replace, Severity
from prodops_cli.fixes.plan import Plan, plan
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.tree import Tree
from tests.fixes.catalogs import ANNA, after, changed, judged, planned

BOB = ANNA.replace("anna", "bob").replace("Anna", "Bob")
TOOL = "id: miro\nname: Miro\nowner: anna\ntechnical_owner: anna\ncategory: design\nstatus: adopted\n"
MIXED = {
    "owners/anna.yaml": "id: anna\nname: no  # of course\ntype: Person\n",
    "owners/robert.yaml": BOB,
    "goals/grow.yaml": "id: grow\nname: Grow\nowner: bobb\nperiod: 2026-Q4\nlevel: company\n",
}


def test_makes_what_is_safe() -> None:
    made = planned(MIXED)
    assert changed(made) == {
        "owners/anna.yaml": 'id: anna\nname: "no"  # of course\ntype: person\n',
        "owners/bob.yaml": BOB,
        "owners/robert.yaml": None,
    }
    assert (len(made.fixed), made.files, made.declined) == (3, 2, ())


def test_makes_what_is_not_safe_if_somebody_asks() -> None:
    assert changed(planned(MIXED, unsafe=True))["goals/grow.yaml"] == MIXED["goals/grow.yaml"].replace("bobb", "bob")


def test_does_nothing_where_there_is_nothing_to_do() -> None:
    assert planned({"owners/anna.yaml": ANNA}) == Plan()


def test_does_not_find_anything_a_second_time() -> None:
    made = planned(MIXED, unsafe=True)
    tree = after(MIXED, made)
    assert plan(tree, judged(tree), judged, unsafe=True) == Plan()


def test_declines_what_would_bring_another_finding() -> None:
    files = {"owners/anna.yaml": ANNA, "owners/ann.yaml": "id: ann\nname: no\ntype: person\n"}
    files["metrics/orders.yaml"] = (
        "id: orders\nname: Orders\nowner: anna\ndescription: How many orders a week.\nstatus: Deprecated\n"
        "direction: increase\n"
    )
    made = planned(files)
    assert [finding.path for finding in made.fixed] == ["owners/ann.yaml"]
    (declined,) = made.declined
    assert declined.finding.path == "metrics/orders.yaml"
    assert " would be found at metrics/orders.yaml:" in declined.reason


# From here on, somebody else judges: a line `!` is a problem with a fix, whatever a table says.
TEXT = "a: [one, two, three] # all\nb: &b four\nc: *b\n"
FILES = {"x.yaml": TEXT, "y.yaml": "a: 1\n"}


def source(path: str, text: str) -> Source:
    return decode(path, text.encode())


def finding(rule: str, *operations: Operation, path: str = "x.yaml") -> Finding:
    """A finding of a rule that is called like what it says."""
    problem = Problem(Place(source(path, FILES.get(path, ""))), rule, fix=Fix(rule, operations), detail=rule)
    return Finding(rule, "tests", Severity.error, problem)


def instead(old: str, new: str, path: str = "x.yaml") -> Replace:
    """Other words in the place of the first that are so."""
    start = FILES[path].index(old)
    return Replace(source(path, FILES[path]), Span(start, start + len(old)), new)


ONE, TWO = finding("one", instead("one", "1")), finding("two", instead("two", "2"))
CASES: dict[str, tuple[tuple[Finding, ...], dict[str, str | None], tuple[str, ...]]] = {
    "two beside each other": ((ONE, TWO), {"x.yaml": TEXT.replace("one, two", "1, 2")}, ()),
    "the same twice": (
        (ONE, finding("same", instead("one", "1"))),
        {"x.yaml": TEXT.replace("one", "1")},
        (),
    ),
    "a clash: the first wins, and the rest is made": (
        (ONE, finding("one, two", instead("one, two", "none")), TWO),
        {"x.yaml": TEXT.replace("one, two", "1, 2")},
        ("it wants the same place as another fix",),
    ),
    "a comment would go": (
        (ONE, finding("all", instead(" # all", ""))),
        {"x.yaml": TEXT.replace("one", "1")},
        ("it would change more of `x.yaml` than it says",),
    ),
    "an alias would say something else": (
        (finding("four", instead("four", "5")), TWO),
        {"x.yaml": TEXT.replace("two", "2")},
        ("it would change more of `x.yaml` than it says",),
    ),
    "nobody could read it": (
        (finding("one", instead("one", "[")), TWO),
        {"x.yaml": TEXT.replace("two", "2")},
        ("`x.yaml` could not be read afterwards",),
    ),
    "a file in the way": (
        (finding("move", Move("x.yaml", "y.yaml")), TWO),
        {"x.yaml": TEXT.replace("two", "2")},
        ("there is a file `y.yaml` already",),
    ),
    "two to one place": (
        (finding("move x", Move("x.yaml", "z.yaml")), finding("move y", Move("y.yaml", "z.yaml"))),
        {"x.yaml": None, "z.yaml": TEXT},
        ("it wants the same place as another fix",),
    ),
    "one to two places": (
        (finding("to z", Move("x.yaml", "z.yaml")), finding("to w", Move("x.yaml", "w.yaml"))),
        {"x.yaml": None, "z.yaml": TEXT},
        ("it wants the same place as another fix",),
    ),
    "moved and edited": (
        (finding("move", Move("x.yaml", "z.yaml")), TWO),
        {"x.yaml": None, "z.yaml": TEXT.replace("two", "2")},
        (),
    ),
    "several files, one of which won't do": (
        (finding("both", instead("one", "1"), instead("1", "[", "y.yaml")), TWO),
        {"x.yaml": TEXT.replace("two", "2")},
        ("`y.yaml` could not be read afterwards",),
    ),
    "a new file, and one in its place": (
        (finding("new", Create("z.yaml", "a: 1\n")), finding("other", Create("z.yaml", "a: 2\n"))),
        {"z.yaml": "a: 1\n"},
        ("it wants the same place as another fix",),
    ),
    "bytes that nobody has seen": (
        (finding("old", Replace(source("x.yaml", "a: 1\n"), Span(3, 4), "2")), TWO),
        {"x.yaml": TEXT.replace("two", "2")},
        ("`x.yaml` has changed since it was read",),
    ),
}


def judge_of(findings: tuple[Finding, ...]) -> Callable[[Tree], tuple[Finding, ...]]:
    """Finds these in the files as they are, and nothing once anything has changed."""

    def judge(tree: Tree) -> tuple[Finding, ...]:
        files = [entry.path for entry in tree.walk()]
        return (
            findings
            if files == sorted(FILES) and all(tree.read(path).decode() == FILES[path] for path in files)
            else ()
        )

    return judge


@pytest.mark.parametrize(("findings", "texts", "reasons"), CASES.values(), ids=CASES)
def test_plans(findings: tuple[Finding, ...], texts: dict[str, str | None], reasons: tuple[str, ...]) -> None:
    made = plan(MemoryTree({path: text.encode() for path, text in FILES.items()}), findings, judge_of(findings))
    assert changed(made) == texts
    assert tuple(declined.reason for declined in made.declined) == reasons


def test_declines_what_does_not_help() -> None:
    tree = MemoryTree({path: text.encode() for path, text in FILES.items()})
    made = plan(tree, (ONE, TWO), lambda _: (ONE,))
    assert [(each.finding.rule, each.reason) for each in made.declined] == [
        ("one", "the problem would still be there"),
        ("two", "the problem would still be there"),
    ]


def test_keeps_a_byte_order_mark() -> None:
    tree = MemoryTree({"x.yaml": b"\xef\xbb\xbfa: 1\r\n"})
    fix = Fix("", (Replace(decode("x.yaml", tree.read("x.yaml")), Span(3, 4), "2"),))
    found = Finding("r", "f", Severity.error, Problem(Place(source("x.yaml", "")), "m", fix=fix))
    made = plan(tree, (found,), lambda at: (found,) if at is tree else ())
    assert [step.after for step in made.steps] == [b"\xef\xbb\xbfa: 2\r\n"]
