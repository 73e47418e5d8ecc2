"""A chain of keys set and taken away: the document says just that, and keeps its comments and all other lines."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from prodops_cli.catalog.load import load
from prodops_cli.documents.node import Value
from prodops_cli.failure import Misuse
from prodops_cli.fixes.assign import Assignment, assigned
from prodops_cli.trees.memory import MemoryTree
from tests.effort import examples
from tests.fixes.test_assign import mapping
from tests.fixes.test_properties import comments_in, owners

PATH = "owners/anna.yaml"
SAID: dict[str, Value] = {
    "x": "x",
    "Anna # Berg": "Anna # Berg",
    "no": "no",
    "a: b": "a: b",
    "'": "'",
    "é 🚀": "é 🚀",
    '"\\t"': "\t",
}
KEYS = ("name", "description", "email", "channel", "handles.slack", "handles.github")


class Chain(RuleBasedStateMachine):
    """One owner's document, and what it should say by now."""

    @initialize(data=owners())
    def begin(self, data: bytes) -> None:
        """A document as people write it."""
        self.data = data
        self.comments = comments_in(data)
        self.value = dict(mapping(self.read()))

    def read(self) -> Value:
        """What the document says."""
        (anna,) = load(MemoryTree({"prodops.yaml": b"", PATH: self.data})).entities
        return anna.document.value

    @rule(key=st.sampled_from(KEYS), said=st.sampled_from(("", *SAID)))
    def set(self, key: str, said: str) -> None:
        """A key is set, or taken away; where that can't be done without a loss, nothing is."""
        (anna,) = load(MemoryTree({"prodops.yaml": b"", PATH: self.data})).entities
        before = anna.document.source.text
        try:
            after = assigned(anna, [Assignment(key, said)]).text
        except Misuse:
            return
        top, _, inner = key.partition(".")
        if inner and (said or inner in mapping(self.value.get(top) or {})):
            self.value[top] = dict(mapping(self.value.get(top) or {}))
            holder, name = mapping(self.value[top]), inner
        else:
            holder, name = self.value, key
        holder |= {name: SAID[said]} if said else {}
        if not said:
            holder.pop(name, None)
        self.data = after.encode()
        assert others(before, top) == others(after, top)

    @invariant()
    def says_so(self) -> None:
        """The values, and the comments."""
        assert mapping(self.read()) == self.value
        assert comments_in(self.data) == self.comments


def others(text: str, key: str) -> list[str]:
    """The lines that are not about a key: neither its own nor those below."""
    kept, is_other = [], True
    for line in text.splitlines():
        if line[:1].strip("# "):
            is_other = not line.startswith(f"{key}:")
        if is_other or "#" in line[:3]:
            kept.append(line)
    return [line for line in kept if line.strip()]


TestChain = Chain.TestCase
TestChain.settings = settings(examples(15), stateful_step_count=8)
