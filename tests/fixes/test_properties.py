"""Whatever a document looks like: fixes change their ranges, and a second run has nothing to do."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.documents.compose import compose
from prodops_cli.documents.decode import decode
from prodops_cli.findings import Replace
from prodops_cli.fixes.plan import Plan, plan
from prodops_cli.fixes.sameness import comments
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.overlay import Overlay
from tests.effort import examples
from tests.fixes.catalogs import judged

NAMES = (
    "no",
    "12:30",
    "Anna",
    "'Anna'",
    '"An\\u00f1a"',
    "~",
    "1.50",
    ">-\n  Anna\n  Berg",
    "|\n  no # text",
    "Añna 🚀",
)
KINDS = ("person", "Person", "PERSON", "'Team'", '"per son"', "persn")
TAGS = ("[a, no, 'c']", "[off, on, 3]", "\n  - yes\n  - b # no\n  - 'on'", "[]", "&x [no]")
ENDS = ("", " # no", "  # type: Person")
BETWEEN = ("", "\n", "# a comment\n", "  # another: no\n\n")


@st.composite
def owners(draw: st.DrawFn) -> bytes:
    """One owner's file, with comments, quotes, line ends and marks as people write them."""
    lines = [
        "id: anna",
        f"name: {draw(st.sampled_from(NAMES))}",
        f"type: {draw(st.sampled_from(KINDS))}",
        f"tags: {draw(st.sampled_from(TAGS))}",
    ]
    text = "".join(
        draw(st.sampled_from(BETWEEN)) + line + (draw(st.sampled_from(ENDS)) if "\n" not in line else "") + "\n"
        for line in draw(st.permutations(lines))
    )
    end, mark = draw(st.sampled_from(("\n", "\r\n"))), draw(st.sampled_from((b"", b"\xef\xbb\xbf")))
    return mark + text.replace("\n", end).encode()


def outside(data: bytes, made: Plan) -> list[str]:
    """What stands between the ranges that fixes replace."""
    text = data.decode().removeprefix("\ufeff")
    fixes = (finding.problem.fix for finding in made.fixed)
    spans = {each.span for fix in fixes if fix for each in fix.operations if isinstance(each, Replace)}
    edges = [0, *(edge for span in sorted(spans) for edge in span), len(text)]
    return [text[start:stop] for start, stop in zip(edges[::2], edges[1::2], strict=True)]


def stands_in(parts: list[str], text: str) -> bool:
    """Whether a text is made of these parts, in this order, with other words between them."""
    if not text.startswith(parts[0]) or not text.endswith(parts[-1]):
        return False
    end = len(parts[0])
    for part in parts[1:]:
        end = text.find(part, end)
        if end < 0:
            return False
        end += len(part)
    return True


def comments_in(data: bytes) -> Counter[str]:
    """The comments of a file."""
    source = decode("a.yaml", data)
    return comments(source, compose(source).roots)


@examples(25)
@given(owners(), st.booleans())
def test_fixes_change_their_ranges_and_nothing_else(data: bytes, unsafe: bool) -> None:
    tree = MemoryTree({"prodops.yaml": b"", "owners/anna.yaml": data})
    made = plan(tree, judged(tree), judged, unsafe)
    after = Overlay(tree, {step.path: step.after for step in made.steps})
    new = after.read("owners/anna.yaml")
    assert new.startswith(b"\xef\xbb\xbf") == data.startswith(b"\xef\xbb\xbf")
    assert stands_in(outside(data, made), new.decode().removeprefix("\ufeff"))
    assert comments_in(new) == comments_in(data)
    assert len(judged(after)) == len(judged(tree)) - len(made.fixed)
    declined = {each.finding.fingerprint for each in made.declined}
    second = plan(after, judged(after), judged, unsafe)
    assert second.steps == ()
    assert {each.finding.fingerprint for each in second.declined} <= declined
