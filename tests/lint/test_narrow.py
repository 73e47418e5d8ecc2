"""What is left of a verdict when somebody asks for a part, and what is counted as left out."""

import pytest

from prodops_cli.failure import Misuse
from prodops_cli.findings import Problem, Problems, Related, Severity, Verdict
from prodops_cli.lint.configure import Configured
from prodops_cli.lint.context import Context
from prodops_cli.lint.narrow import of_owner, of_paths
from prodops_cli.lint.run import run
from prodops_cli.lint.trim import at_least, at_most
from prodops_cli.models.entity import Entity
from tests.lint.rehearsal import context, made_rule

CATALOG = context(
    {
        "owners/all.yaml": "- {id: anna, name: Anna, type: person}\n"
        "- {id: bob, name: Bob, type: person, teams: [growth]}\n"
        "- {id: growth, name: Growth, type: team, members: [anna]}\n"
        "- {id: search, name: Search, type: team}\n",
        "practices/some.yaml": "- {id: of-anna, name: A, owner: anna}\n- {id: of-growth, name: B, owner: growth}\n"
        "- {id: of-search, name: C, owner: search}\n- {id: of-nobody, name: D}\n",
    }
)
LEVELS = {"of-anna": Severity.error, "of-growth": Severity.notice}


def blame(entity: Entity, _: Context) -> Problems:
    """Finds fault with everything."""
    yield Problem(entity.at("id"), "is there", severity=LEVELS.get(entity.id, Severity.warning))


VERDICT = run([Configured(made_rule(Entity, blame))], CATALOG)


def ids(verdict: Verdict) -> list[str]:
    """Whom the findings are about."""
    return [finding.about.id for finding in verdict.findings if finding.about]


@pytest.mark.parametrize(
    ("owner", "theirs"),
    [
        ("anna", ["anna", "of-anna"]),
        ("bob", ["bob"]),
        ("growth", ["anna", "bob", "growth", "of-anna", "of-growth"]),
        ("search", ["search", "of-search"]),
    ],
)
def test_of_an_owner(owner: str, theirs: list[str]) -> None:
    narrowed = of_owner(VERDICT, CATALOG.catalog, owner)
    assert ids(narrowed) == theirs
    assert narrowed.left_out == (("of others", len(VERDICT.findings) - len(theirs)),)


@pytest.mark.parametrize(
    ("owner", "hint"), [("anne", "did you mean `anna`?"), ("zzzzzz", "name one of those in owners/")]
)
def test_of_nobody(owner: str, hint: str) -> None:
    with pytest.raises(Misuse) as refused:
        of_owner(VERDICT, CATALOG.catalog, owner)
    assert (refused.value.sentence, refused.value.hint) == (f"there is no owner `{owner}`", hint)


def test_by_severity_and_number() -> None:
    loud = at_least(VERDICT, Severity.warning)
    assert loud.left_out == (("below warning", 1),)
    few = at_most(loud, 2)
    assert ids(few) == ids(loud)[:2]
    assert few.left_out == (("below warning", 1), ("over --max", len(loud.findings) - 2))
    assert at_most(loud, 100) == loud
    assert at_least(VERDICT, Severity.notice) == VERDICT


def pair(entity: Entity, context: Context) -> Problems:
    """Finds fault with a practice beside another, and beside its owner."""
    if entity.id == "b":
        a, owner = (context.catalog.named[key] for key in (("practice", "a"), ("owner", "anna")))
        yield Problem(entity.at("id"), "like a", related=(Related(a.at("id"), "a"),))
        yield Problem(entity.at("id"), "of anna", related=(Related(owner.at("id"), "anna"),), detail="anna")


@pytest.mark.parametrize(
    ("paths", "messages"),
    [
        (("practices/a.yaml",), ["like a"]),
        (("practices/b.yaml",), ["like a", "of anna"]),
        (("owners",), []),
        (("owners", "practices/a.yaml"), ["like a"]),
        ((), ["like a", "of anna"]),
        (("prodops.yaml",), []),
    ],
)
def test_of_a_path(paths: tuple[str, ...], messages: list[str]) -> None:
    files = {f"practices/{id}.yaml": f"id: {id}\nname: X\nowner: anna\n" for id in ("a", "b")}
    found = context(files | {"owners/anna.yaml": "id: anna\nname: Anna\ntype: person\n"})
    verdict = of_paths(run([Configured(made_rule(Entity, pair))], found), found.catalog, paths)
    assert [finding.problem.message for finding in verdict.findings] == messages
