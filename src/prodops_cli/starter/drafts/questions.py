"""Questions: what matters of each kind, in the order in which it is asked; all else can be written later."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from string import Template
from typing import Final

from prodops_cli.models.entity import Entity
from prodops_cli.models.owner import Owner
from prodops_cli.models.shape import required
from prodops_cli.starter.documents import days
from prodops_cli.starter.drafts.draft import Draft
from prodops_cli.starter.drafts.placing import QUARTER


@dataclass(frozen=True, slots=True)
class Question:
    """A key, and what one asks about it. `usual` is the answer of those who give none.

    It is only asked where another key has a certain value: `only_if`.
    """

    key: str
    asks: str
    usual: str = ""
    is_needed: bool = False
    only_if: tuple[str, str] | None = None
    people_only: bool = False

    def concerns(self, draft: Draft) -> bool:
        """Whether it is to be asked, with what is written already."""
        return draft.said(self.key) is None and (self.only_if is None or draft.said(self.only_if[0]) == self.only_if[1])


NAME: Final = Question("name", "What do people call it?", "$title", is_needed=True)
OWNER: Final = Question("owner", "Who answers for it?", is_needed=True)
REVIEWED: Final = Question("reviewed", "When was all of it last true?", "$today")
ADOPTED: Final = ("status", "adopted")
ACTIVE: Final = ("status", "active")
TEAM: Final = ("type", "team")

QUESTIONS: Final[dict[str, tuple[Question, ...]]] = {
    "owner": (
        NAME,
        Question("type", "A person, or a team?", "person", is_needed=True),
        Question("lead", "Who leads the team?", only_if=TEAM, people_only=True),
        Question("members", "Who else is in it?", only_if=TEAM, people_only=True),
    ),
    "tool": (
        NAME,
        Question("owner", "Which person answers for budget and decisions?", is_needed=True, people_only=True),
        Question("purpose", "What is it for, here?", is_needed=True),
        Question("status", "Where does it stand?", "evaluating", is_needed=True),
        Question("admins", "Who can administer it? Two or more.", only_if=ADOPTED, people_only=True),
        Question("data.classification", "How delicate may the data in it be?", only_if=ADOPTED),
        Question("contract.renewal", "On which day does its contract renew? Such as 2027-03-31.", only_if=ADOPTED),
        Question("contract.notice", "How long before must one say no? Such as 60d.", only_if=ADOPTED),
    ),
    "metric": (
        NAME,
        Question("description", "What does it count, and when? In a sentence.", is_needed=True),
        OWNER,
        Question("direction", "Which way is good?", "increase", is_needed=True),
        Question("type", "What kind of number is it?"),
        Question("status", "Where does it stand?", "draft", is_needed=True),
        Question("source.dashboard", "What is the address of its chart?", is_needed=True, only_if=ACTIVE),
    ),
    "experiment": (
        NAME,
        OWNER,
        Question("type", "How is it designed?", "ab_test", is_needed=True),
        Question("status", "Where does it stand?", "draft", is_needed=True),
        Question("hypothesis", "What will change, for whom, and why? In a sentence."),
        Question("goals", "Which goals does it serve?", is_needed=True),
        Question("metrics.primary", "Which metric decides?"),
        Question("metrics.guardrail", "Which metrics must not get worse?"),
        Question("surfaces", "What does it change?", is_needed=True),
        Question("layer.id", "Which layer gives it its users?"),
    ),
    "layer": (
        NAME,
        OWNER,
        Question("unit", "What is put into buckets?", "user", is_needed=True),
        Question("surfaces", "Where do its experiments happen?"),
    ),
    "goal": (
        NAME,
        OWNER,
        Question("period", "For which quarter?", "$quarter", is_needed=True),
        Question("parent", "Which goal does it serve?"),
        Question("level", "Whose goal is it?"),
        Question("description", "What should be true then? In a sentence."),
    ),
    "feedback": (
        NAME,
        OWNER,
        Question("source", "Where was it heard?", "interview"),
        Question("received", "On which day?", "$today"),
        Question("quote", "What did they say, in their words? Never their name.", is_needed=True),
        Question("surface", "Which part of the product is it about?"),
        Question("status", "What became of it?", "new"),
    ),
    "launch": (
        NAME,
        OWNER,
        Question("description", "What goes out? In a sentence.", is_needed=True),
        Question("tier", "How much does it matter? From 1, the most, to 4.", "3"),
        Question("stage", "For how many is it, now?", "idea"),
        Question("status", "How far is it?", "planned"),
        Question("target_date", "On which day is it planned?", "$launch"),
        Question("surfaces", "What does it change?"),
        Question("goals", "Which goals does it serve?"),
        Question("metrics.success", "Which metrics should get better?"),
    ),
    "practice": (
        NAME,
        OWNER,
        Question("purpose", "Why is it done?", is_needed=True),
        Question("cadence", "How often?"),
        Question("participants", "Who takes part?"),
        Question("status", "Does it hold?", "draft"),
    ),
}
"""What is asked of each kind."""

HALVES: Final = "[{key: control, role: control, weight: 1}, {key: treatment, role: treatment, weight: 1}]"
UNASKED: Final = {
    **dict.fromkeys(("tool", "metric", "layer", "practice"), (REVIEWED,)),
    "experiment": (Question("variants", "Who sees what?", HALVES, only_if=("type", "ab_test")),),
}
"""What is written without asking: who writes something down says that it is true, and most tests have two halves."""


def questions(model: type[Entity]) -> Iterator[Question]:
    """The questions of a kind; what its documents must have is among them."""
    known = QUESTIONS[model.kind]
    keys = {each.key for each in known}
    yield from known
    for key in required(model):
        if key not in keys and key != "id":
            yield Question(key, f"What is its {key}?", is_needed=True)


def usual(question: Question, draft: Draft, today: date) -> str:
    """The answer of those who give none; empty where there is none."""
    return Template(question.usual).substitute(days(today), title=title(draft.id, draft.model is Owner))


def title(id: str, of_owner: bool) -> str:
    """`Saved cards` of `2026q4-saved-cards`; `Anna Berg` of an owner `anna-berg`."""
    words = QUARTER.sub("", id).replace("-", " ").replace("_", " ").strip() or id
    return words.title() if of_owner else words.capitalize()
