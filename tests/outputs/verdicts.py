"""A verdict made by hand, with all that an output can meet; no rule changes it."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from prodops_cli.documents.document import Document, Place, read
from prodops_cli.documents.source import Source, Span
from prodops_cli.findings import About, Create, Finding, Fix, Move, Problem, Related, Replace, Scope, Severity, Verdict
from prodops_cli.trees.digest import blob_id

SAVED_CARDS: Final = """\
id: saved-cards
name: Saved cards
owner: payments
surfaces: [checkout]
start: 2026-09-07
end: 2026-09-21
hypothesis: |
  Who pays with one tap
  comes back more often.
variants:
  - id: control
    weight: 50
  - id: treatment
    weight: 60
"""
ONE_PAGE: Final = """\
id: one-page-checkout
name: One-page checkout
owner: growth
surfaces: [checkout]
start: 2026-08-31
end: 2026-09-14
"""
JAPANESE: Final = """\
id: kanban
name: 看板ツール 🚀 e\u0301quipe ❤\ufe0f TBD
seats: {used:\t12,\tpaid:\t10}
"""
LONG: Final = f"id: activation\ndescription: {'words and words, ' * 40}TBD{', and on and on' * 40}\nowner: ann\n"
HOSTILE: Final = "id: hostile\nname: '::error::boo ##[add-mask]x %0A <b>|`*_'\nowner: nobody\n"
BROKEN: Final = "id: broken\nname: a\u202eb\x1b[31mred\nowner: [ann\n"
METRICS: Final = "".join(f"- id: metric-{number}\n  owner: ann\n" for number in range(1, 13))


def source(path: str, text: str) -> Source:
    """A file, also one that would be refused."""
    return Source(path, text, blob_id(text.encode(errors="surrogatepass")))


def document(path: str, text: str, index: int = 0) -> Document:
    """A document of a file."""
    return read(source(path, text)).documents[index]


def exact(where: Source, words: str, length: int | None = None) -> Place:
    """The place of words in a source, without a document."""
    start = where.text.index(words)
    return Place(where, exact=Span(start, start + (len(words) if length is None else length)))


def overlap() -> Finding:
    """Two experiments that meet: related places in the same file and in another one."""
    saved = document("experiments/saved-cards.yaml", SAVED_CARDS)
    other = document("experiments/one-page-checkout.yaml", ONE_PAGE)
    problem = Problem(
        saved.at("start"),
        "meets one-page-checkout on checkout from 7 to 14 Sep (8 days)",
        label="starts before one-page-checkout ends",
        related=(
            Related(saved.at("surfaces", 0), "one-page-checkout changes it too"),
            Related(other.at("end"), '"One-page checkout", owner growth, ends here'),
        ),
        notes=(
            "for example: a user with country DE and platform web on 7 Sep; about 12.5% of saved-cards' users would be "
            "in both",
        ),
        help=("start on 2026-09-15, or accept it with growth in accepted_overlaps",),
        detail="one-page-checkout",
    )
    about = About("experiment", "saved-cards", "Saved cards", "payments")
    return Finding("overlapping-surface", "overlap", Severity.error, problem, about, ("start",))


def weights() -> Iterator[Finding]:
    """Two places far apart, a fix that changes what is meant, and a place of several lines."""
    saved = document("experiments/saved-cards.yaml", SAVED_CARDS)
    about = About("experiment", "saved-cards", "Saved cards", "payments")
    block = Problem(saved.at("hypothesis"), "names no metric; say which number moves, and how far", label="")
    yield Finding("no-metric-in-hypothesis", "writing", Severity.notice, block, about, ("hypothesis",))
    last = saved.at("variants", 1, "weight")
    problem = Problem(
        last,
        "the weights add up to 110, not 100; correct one of them",
        label="10 too much",
        related=(
            Related(saved.at("variants", 0, "weight"), "50 here"),
            Related(saved.at("variants", 1, "weight", part="key"), "a weight is a share of the units in percent"),
            Related(saved.at("name"), "of this experiment"),
        ),
        fix=Fix("write 50", (Replace(saved.source, last.span, "50"),), safe=False),
    )
    yield Finding("bad-weights", "experiments", Severity.error, problem, about, ("variants", "treatment", "weight"))


def wide() -> Iterator[Finding]:
    """Characters of two columns, of none, and tabs."""
    tool = document("tools/kanban.yaml", JAPANESE)
    about = About("tool", "kanban", "看板ツール 🚀 e\u0301quipe ❤\ufe0f TBD", "田中")
    message = (
        "「看板ツール」は使われていません。使わないなら、契約を更新しないでください。"
        "使うなら、誰が何のために使うのかを書いてください"
    )
    problem = Problem(exact(tool.source, "🚀 e\u0301quipe"), message, label="wide")
    yield Finding("placeholder-text", "writing", Severity.warning, problem, about, ("name",))
    todo = Problem(exact(tool.source, "TBD"), "`TBD` is no name; write one", label="behind an emoji and an accent")
    yield Finding("placeholder-text", "writing", Severity.warning, todo, about, ("name",))
    seats = Problem(
        tool.at("seats", "used"),
        "12 seats of 10 are used; buy two, or free two",
        related=(Related(tool.at("seats", "paid"), "so many are paid"),),
    )
    yield Finding("seats-exceeded", "tools", Severity.warning, seats, about, ("seats", "used"))


def long() -> Iterator[Finding]:
    """A line that is far too long, with marks at both ends and in the middle, and a long label."""
    metric = document("metrics/activation.yaml", LONG)
    about = About("metric", "activation", None, "ann")
    problem = Problem(
        exact(metric.source, "TBD"),
        "`TBD` stands in the description; write what is missing",
        label="a description that ends in the middle helps nobody, least of all those who come after us",
        related=(Related(metric.at("description", part="key"), "here"),),
    )
    yield Finding("placeholder-text", "writing", Severity.warning, problem, about, ("description",))
    whole = Problem(metric.at("description"), "has 1,203 characters; say it in 300", label="all of this")
    yield Finding("long-description", "writing", Severity.notice, whole, about, ("description",))


def hostile() -> Iterator[Finding]:
    """Names that want to be obeyed."""
    tool = document("tools/ho::st\x1b[2Jile,.yaml", HOSTILE)
    evil = "\r\n::error file=x::boo ##[add-mask]x\u202e\u200b %0A <script>\x07 \udce9 ::stop-commands::x"
    about = About("tool", f"hostile{evil}", evil, evil)
    problem = Problem(
        tool.at("name"),
        f"`{evil}` is no name; write one",
        label=evil,
        related=(Related(tool.at("owner"), evil),),
        notes=(evil,),
        help=(evil,),
        fix=Fix(
            f"write {evil}", (Replace(tool.source, tool.at("name").span, evil), Create(evil, evil), Move(evil, evil))
        ),
    )
    yield Finding("placeholder-text", "writing", Severity.error, problem, about, ("a", 1, evil))


def broken() -> Iterator[Finding]:
    """Files that are no documents: control characters, an unclosed list, nothing at all, a link."""
    text = source("tools/broken.yaml", BROKEN)
    bidi = Problem(exact(text, "\u202e"), "the character U+202E is invisible and not allowed; remove it")
    yield Finding("yaml-syntax", "yaml", Severity.error, bidi)
    unclosed = Problem(
        Place(text, exact=Span(len(BROKEN) - 1, len(BROKEN) - 1)),
        "this list is not closed; write `]`",
        related=(Related(exact(text, "[ann", 1), "it begins here"),),
    )
    yield Finding("yaml-syntax", "yaml", Severity.error, unclosed)
    end = Problem(Place(text, exact=Span(len(BROKEN), len(BROKEN))), "the file ends too early", label="here")
    yield Finding("yaml-syntax", "yaml", Severity.error, end)
    empty = Problem(Place(source("tools/empty.yaml", "")), "is empty; describe a tool, or remove the file")
    yield Finding("missing-key", "yaml", Severity.error, empty)
    latin = Problem(Place(source("tools/caf\udce9.yaml", "id: caf\n"), exact=Span(0, 2)), "the name is not UTF-8")
    yield Finding("not-utf8", "yaml", Severity.error, latin)
    link = Problem(
        Place(source("tools/link.yaml", "")), "is a link and was not read", help=("put the file itself here",)
    )
    yield Finding("skipped-file", "yaml", Severity.warning, link)


def unused() -> Iterator[Finding]:
    """More of a rule than anybody reads."""
    for index in range(12):
        metric = document("metrics/many.yaml", METRICS, index)
        about = About("metric", f"metric-{index + 1}", None, "ann")
        problem = Problem(metric.at("id"), "is used by nothing; use it, or remove it")
        yield Finding("unused-metric", "references", Severity.notice, problem, about, ("id",))


def renamed() -> Finding:
    """A file that has to move, and one of the same name in another revision."""
    now, before = document("experiments/one-page.yaml", ONE_PAGE), document("experiments/one-page.yaml", SAVED_CARDS)
    problem = Problem(
        now.at("id"),
        "the file is called one-page; rename it to one-page-checkout",
        related=(Related(before.at("id"), "was this"),),
        fix=Fix("rename the file", (Move("experiments/one-page.yaml", "experiments/one-page-checkout.yaml"),)),
    )
    about = About("experiment", "one-page-checkout", "One-page checkout", "growth")
    return Finding("id-not-file-name", "naming", Severity.error, problem, about, ("id",), allowed="growth agreed")


def findings() -> Iterator[Finding]:
    """All of them."""
    yield overlap()
    yield from weights()
    yield renamed()
    yield from (*long(), *unused(), *broken(), *hostile(), *wide())


def order(finding: Finding) -> tuple[str, int]:
    """By place, as a lint sorts."""
    return finding.path, finding.problem.place.span.start


SCOPE: Final = Scope(
    date(2026, 11, 22),
    files=128,
    entities=(("owner", 9), ("tool", 18), ("metric", 1041), ("launch", 2), ("feedback", 1), ("layer", 0)),
)
CLEAR: Final = Verdict((), SCOPE)
EXAMPLE: Final = Verdict((overlap(),), SCOPE)
ALL: Final = Verdict(tuple(sorted(findings(), key=order)), SCOPE, allowed=(overlap(), renamed()))
