"""A draft: a document that grows by one answer after the other, and is in memory alone."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from prodops_cli.documents.document import Document, read
from prodops_cli.documents.node import Value
from prodops_cli.documents.source import Source
from prodops_cli.fixes.assign import Assignment, amended
from prodops_cli.models.entity import Entity
from prodops_cli.trees.digest import blob_id
from prodops_cli.trees.overlay import Overlay
from prodops_cli.trees.step import Step
from prodops_cli.trees.tree import Tree


@dataclass(frozen=True, slots=True)
class Draft:
    """What is written so far of a document of a kind."""

    model: type[Entity]
    document: Document

    @classmethod
    def of(cls, model: type[Entity], id: str, path: str, says_kind: bool) -> "Draft":
        """A document that has an id, and says its kind where its folder does not."""
        kind = f"kind: {model.kind}\n" if says_kind else ""
        return cls(model, document_of(path, f"{kind}id: {id}\n"))

    @property
    def path(self) -> str:
        """The file that it is to be."""
        return self.document.source.path

    @property
    def id(self) -> str:
        """What it is called."""
        return str(self.said("id"))

    @property
    def text(self) -> str:
        """All that is written so far."""
        return self.document.source.text

    def with_answers(self, answers: Iterable[Assignment]) -> "Draft":
        """The same with more values, each at its place. Raises Misuse for what can't be written."""
        document = self.document
        for each in answers:
            document = amended(document, self.model, each)
        return replace(self, document=document)

    def with_text(self, text: str) -> "Draft":
        """The same document in other words."""
        return replace(self, document=document_of(self.path, text))

    def at(self, path: str) -> "Draft":
        """The same document in another file."""
        return replace(self, document=document_of(path, self.text))

    def said(self, key: str) -> Value:
        """What is written at a dotted path; None where nothing is."""
        value: Value = self.document.value
        for step in key.split("."):
            value = value.get(step) if isinstance(value, dict) else None
        return value

    def upon(self, tree: Tree) -> Overlay:
        """A tree in which the document stands already."""
        return Overlay(tree, {self.path: self.text.encode()})

    @property
    def step(self) -> Step:
        """What is to happen on disk."""
        return Step(self.path, None, self.text.encode())


def document_of(path: str, text: str) -> Document:
    """The one document of a text."""
    (document,) = read(Source(path, text, blob_id(text.encode()))).documents
    return document
