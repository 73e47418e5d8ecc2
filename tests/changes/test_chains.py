"""A chain of edits on a catalog: what is told of its ends is just what was done between them."""

import copy
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from prodops_cli.changes.between import changes_between
from tests.changes.test_properties import CATALOGS, EDITS, again, documents_of, put
from tests.effort import examples

BASE = CATALOGS["acme"]
KIND = {(each.document.source.path, each.id): each.kind for each in BASE.entities}


class Chain(RuleBasedStateMachine):
    """Edits of acme's documents, and a plain account of what each of them has become."""

    def __init__(self) -> None:
        super().__init__()
        self.documents: dict[str, list[Any]] = copy.deepcopy(START)
        self.added = 0

    @rule(edit=st.sampled_from(EDITS), data=st.data())
    def set(self, edit: tuple[str, tuple[str, ...], Any], data: st.DataObject) -> None:
        """A field of a document that was there at the start gets another value."""
        kind, keys, value = edit
        known = [each for path, id, each in self.each() if KIND.get((path, id)) == kind]
        if known:
            put(data.draw(st.sampled_from(known)), keys, value)

    @rule(data=st.data())
    def put_back(self, data: st.DataObject) -> None:
        """A document is again what it was."""
        path = data.draw(st.sampled_from(sorted(START)))
        self.documents[path] = copy.deepcopy(START[path])

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        """A file goes with all that it holds."""
        self.documents.pop(data.draw(st.sampled_from(sorted(START))), None)

    @rule()
    def add(self) -> None:
        """Somebody comes whom nobody resembles."""
        self.added += 1
        name = f"newcomer-{self.added}"
        self.documents[f"owners/{name}.yaml"] = [{"id": name, "name": name * 3, "type": "person"}]

    @rule(data=st.data())
    def reorder(self, data: st.DataObject) -> None:
        """Keys stand in another order, which is no change."""
        path = data.draw(st.sampled_from(sorted(self.documents)))
        self.documents[path] = [dict(reversed(list(each.items()))) for each in self.documents[path]]

    def each(self) -> list[tuple[str, str, Any]]:
        """Every document with its path and its id."""
        return [(path, each["id"], each) for path, found in self.documents.items() for each in found]

    @invariant()
    def is_told(self) -> None:
        """What came, what went, and what says something else; and nothing else."""
        before = {(path, each["id"]): each for path, found in START.items() for each in found}
        after = {(path, id): each for path, id, each in self.each()}
        wanted = {
            *(("added", id) for _, id in after.keys() - before.keys()),
            *(("removed", id) for _, id in before.keys() - after.keys()),
            *(("changed", key[1]) for key in before.keys() & after.keys() if before[key] != after[key]),
        }
        told = [(change.sort, change.key[1]) for change in changes_between(BASE, again(BASE, self.documents))]
        assert len(told) == len(set(told))
        assert set(told) == wanted


START = documents_of(BASE)
TestChain = Chain.TestCase
TestChain.settings = settings(examples(3), stateful_step_count=5)
