"""Creating: a new document of what somebody says, on the command line or at a terminal; written when all is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.settings import SETTINGS
from prodops_cli.cli.asking import Asking
from prodops_cli.cli.dating import chosen, proposed
from prodops_cli.failure import Misuse
from prodops_cli.fixes.assign import Assignment
from prodops_cli.lint.request import Request
from prodops_cli.models.entity import Entity
from prodops_cli.models.owner import Owner
from prodops_cli.models.shape import required
from prodops_cli.pipeline import lint
from prodops_cli.starter.drafts.choices import Choices, choices
from prodops_cli.starter.drafts.days import Days
from prodops_cli.starter.drafts.draft import Draft
from prodops_cli.starter.drafts.naming import refuse_id, refuse_name
from prodops_cli.starter.drafts.placing import place
from prodops_cli.starter.drafts.questions import UNASKED, Question, questions, usual
from prodops_cli.starter.drafts.wording import commented, with_modeline
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.step import Step
from prodops_cli.trees.tree import Tree

CONVENTIONS = ("name-breaks-convention", "avoided-word")


@dataclass(frozen=True, slots=True)
class Creating:
    """Where a document is to be, and who can be asked; None where nobody is there."""

    tree: Tree
    catalog: Catalog
    today: date
    asking: Asking | None

    def begun(self, model: type[Entity], id: str | None) -> Draft:
        """A draft with an id that it may have. Raises Misuse."""
        if id is not None:
            return self.named(model, id)
        if self.asking is None:
            raise Misuse(f"the new {model.kind} needs an id", f"try `prodops new {model.kind} ID`")
        while True:
            said = self.asking.text(f"What is the id of the new {model.kind}? Small letters and digits, joined by -")
            try:
                return self.named(model, said)
            except Misuse as misuse:
                self.asking.refuse(misuse)

    def named(self, model: type[Entity], id: str) -> Draft:
        """A draft of an id. Raises Misuse for one that can't be, is taken, or is not built as ids are here."""
        refuse_id(self.catalog, model, id)
        draft = Draft.of(model, id, *place(self.catalog, model, id))
        request = Request(self.today, select=CONVENTIONS, paths=(draft.path,))
        refuse_name([each for each in lint(draft.upon(self.tree), request).findings if each.address == ("id",)])
        return draft

    def filled(self, draft: Draft, said: Sequence[Assignment]) -> Draft:
        """The draft with all that is said, asked, or usual. Raises Misuse for what is missing."""
        draft = draft.with_answers(said)
        for each in said:
            refuse_mistakes(draft, each.key)
        missing = []
        for question in questions(draft.model):
            if question.concerns(draft):
                draft = self.answered(question, draft)
                if self.is_missing(question, draft):
                    missing.append(question)
        if missing:
            raise self.lacking(draft, missing)
        return with_modeline(self.placed(commented(self.reviewed(self.dated(draft)))), self.catalog)

    def is_missing(self, question: Question, draft: Draft) -> bool:
        """Whether there must be an answer, and is none; who is asked can leave open what is not required."""
        must = question.is_needed if self.asking is None else is_required(question, draft)
        return must and draft.said(question.key) is None

    def answered(self, question: Question, draft: Draft) -> Draft:
        """The draft with what somebody answers; with the usual, where nobody is there."""
        known = usual(question, draft, self.today)
        if self.asking is None:
            return draft.with_answers([Assignment(question.key, known)] if known else [])
        among = choices(question, draft, self.catalog, self.today)
        if among.lacks_all:
            refuse_lacking(question, draft, among)
            return draft
        while True:
            said = self.asking.answer(question.key, question.asks, among, known, without(question, draft))
            try:
                after = draft.with_answers([Assignment(question.key, said)] if said else [])
                refuse_mistakes(after, question.key)
            except Misuse as misuse:
                self.asking.refuse(misuse)
            else:
                return after

    def lacking(self, draft: Draft, missing: Sequence[Question]) -> Misuse:
        """What is said where something is missing, and nobody can be asked."""
        asked = "; ".join(f"{each.key} ({each.asks})" for each in missing)
        example = " ".join(f"--set {each.key}=…" for each in missing)
        return Misuse(f"missing is {asked}", f"`prodops new {draft.model.kind} {draft.id} {example}`")

    def reviewed(self, draft: Draft) -> Draft:
        """The draft with what nobody needs to be asked."""
        unasked = (each for each in UNASKED.get(draft.model.kind, ()) if each.concerns(draft))
        return draft.with_answers(Assignment(each.key, usual(each, draft, self.today)) for each in unasked)

    def placed(self, draft: Draft) -> Draft:
        """The draft in its file; people and teams may have folders of their own."""
        return (
            draft.at(place(self.catalog, Owner, draft.id, str(draft.said("type"))).path)
            if draft.model is Owner
            else draft
        )

    def dated(self, draft: Draft) -> Draft:
        """An experiment with days on which it is in nobody's way, or with those that somebody chooses."""
        days = Days(draft, self.tree, self.catalog, self.today)
        if not days.are_open:
            return draft
        reply = chosen(days, self.asking) if self.asking else proposed(days)
        return draft.with_answers(days.answers(reply) if reply else ())


def is_required(question: Question, draft: Draft) -> bool:
    """Whether a document can't be without an answer."""
    return question.key in required(draft.model)


def without(question: Question, draft: Draft) -> str:
    """What it is to give no answer; empty where that can't be."""
    if is_required(question, draft):
        return ""
    return "leaves it open" if question.is_needed else "for none"


def refuse_lacking(question: Question, draft: Draft, among: Choices) -> None:
    """Raises Misuse where a document must name another one, and there is none."""
    if is_required(question, draft):
        raise Misuse(f"there is no {among.kind} yet that it could name", f"begin with `prodops new {among.kind} ID`")


def refuse_mistakes(draft: Draft, key: str) -> None:
    """Raises Misuse where reading finds a mistake in what stands at a dotted path."""
    alone = MemoryTree({SETTINGS: b"", f"{draft.model.folder}/{draft.id}.yaml": draft.text.encode()})
    way = tuple(key.split("."))
    for finding in lint(alone, Request(date.min, select=("yaml",))).findings:
        if finding.address[: len(way)] == way:
            raise Misuse(finding.problem.message)


def steps(draft: Draft, catalog: Catalog) -> tuple[Step, ...]:
    """What is to happen on disk. Raises Misuse where somebody has taken the id meanwhile."""
    refuse_id(catalog, draft.model, draft.id)
    return (draft.step,)
