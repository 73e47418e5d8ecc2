"""The wire: our values as the protocol's, which counts lines and columns from 0 and names files by their address."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lsprotocol import types as lsp
from pygls.uris import from_fs_path

from prodops_cli.documents.document import Place
from prodops_cli.documents.source import Span
from prodops_cli.editor.actions import Action
from prodops_cli.editor.completion import MOST
from prodops_cli.editor.desk import Desk
from prodops_cli.editor.ruler import Ruler, Unit
from prodops_cli.editor.suggestion import Sort, Suggestion
from prodops_cli.editor.symbols import Symbol
from prodops_cli.findings import Create, Finding, Move, Operation, Replace, Severity
from prodops_cli.outputs.remarks import sentence

SEVERITIES: Final = {
    Severity.error: lsp.DiagnosticSeverity.Error,
    Severity.warning: lsp.DiagnosticSeverity.Warning,
    Severity.notice: lsp.DiagnosticSeverity.Information,
}
TAGS: Final = {
    "unused-allow": lsp.DiagnosticTag.Unnecessary,
    "unused-word": lsp.DiagnosticTag.Unnecessary,
    "retired-reference": lsp.DiagnosticTag.Deprecated,
}
KINDS: Final[Mapping[Sort, lsp.CompletionItemKind]] = {
    "key": lsp.CompletionItemKind.Property,
    "word": lsp.CompletionItemKind.EnumMember,
    "id": lsp.CompletionItemKind.Reference,
    "surface": lsp.CompletionItemKind.Module,
    "attribute": lsp.CompletionItemKind.Field,
    "rule": lsp.CompletionItemKind.Event,
}


@dataclass(frozen=True, slots=True)
class Wire:
    """For one desk: what a column counts, the addresses of open files, and where the pages of rules are."""

    desk: Desk
    unit: Unit
    addresses: Mapping[str, str]
    pages: str = ""
    can_move: bool = True

    def uri(self, path: str) -> str:
        """The address of a file."""
        return self.addresses.get(path) or from_fs_path(str(self.desk.root / path)) or ""

    def range(self, ruler: Ruler, span: Span) -> lsp.Range:
        """A range of a text."""
        start, stop = (lsp.Position(*spot) for spot in ruler.spots(span))
        return lsp.Range(start, stop)

    def ruler(self, path: str, text: str) -> Ruler:
        """How the editor counts in a text of a file."""
        buffer = self.desk.buffers.get(path)
        return Ruler(text, self.unit, buffer is not None and buffer.ruler(self.unit).has_mark)

    def location(self, place: Place) -> lsp.Location:
        """A place."""
        source = place.source
        return lsp.Location(self.uri(source.path), self.range(self.ruler(source.path, source.text), place.span))

    def diagnostic(self, finding: Finding) -> lsp.Diagnostic:
        """A finding."""
        problem = finding.problem
        tag = TAGS.get(finding.rule)
        return lsp.Diagnostic(
            self.location(problem.place).range,
            "\n".join((sentence(problem), *problem.notes)),
            SEVERITIES[finding.severity],
            finding.rule,
            lsp.CodeDescription(f"{self.pages}/{finding.family}/{finding.rule}.md")
            if self.is_explained(finding)
            else None,
            "prodops",
            [tag] if tag else None,
            [lsp.DiagnosticRelatedInformation(self.location(each.place), each.message) for each in problem.related],
        )

    def is_explained(self, finding: Finding) -> bool:
        """Whether there is a page to lead to."""
        return bool(self.pages) and finding.family != "settings"

    def item(self, suggestion: Suggestion, where: lsp.Range, rank: int) -> lsp.CompletionItem:
        """A suggestion; editors sort by a text of its own."""
        return lsp.CompletionItem(
            suggestion.word,
            kind=KINDS[suggestion.sort],
            tags=[lsp.CompletionItemTag.Deprecated] if suggestion.is_retired else None,
            detail=suggestion.detail or None,
            label_details=lsp.CompletionItemLabelDetails(description=suggestion.detail) if suggestion.detail else None,
            documentation=lsp.MarkupContent(lsp.MarkupKind.Markdown, suggestion.more) if suggestion.more else None,
            sort_text=f"{rank:04}",
            filter_text=suggestion.word,
            insert_text_mode=lsp.InsertTextMode.AsIs,
            text_edit=lsp.TextEdit(where, suggestion.text),
        )

    def items(self, found: Sequence[Suggestion], where: lsp.Range) -> lsp.CompletionList:
        """Suggestions in their order; there may be others for who writes on."""
        items = [self.item(each, where, rank) for rank, each in enumerate(found)]
        return lsp.CompletionList(is_incomplete=len(found) >= MOST, items=items)

    def symbol(self, symbol: Symbol, ruler: Ruler, kind: lsp.SymbolKind = lsp.SymbolKind.Object) -> lsp.DocumentSymbol:
        """What is called something, with what is in it."""
        parts = [self.symbol(part, ruler, lsp.SymbolKind.Property) for part in symbol.parts]
        ranges = self.range(ruler, symbol.span), self.range(ruler, symbol.chosen)
        return lsp.DocumentSymbol(symbol.name, kind, *ranges, detail=symbol.detail, children=parts)

    def edit(self, operations: Iterable[Operation]) -> lsp.WorkspaceEdit:
        """Changes of files: texts first, then those that come, then those that move."""
        made = tuple(operations)
        replaced: dict[str, list[lsp.TextEdit | lsp.AnnotatedTextEdit | lsp.SnippetTextEdit]] = {}
        for each in made:
            if isinstance(each, Replace):
                where = self.location(Place(each.source, exact=each.span)).range
                replaced.setdefault(each.source.path, []).append(lsp.TextEdit(where, each.text))
        changes = [lsp.TextDocumentEdit(self.versioned(path), edits) for path, edits in replaced.items()]
        created = [change for each in made if isinstance(each, Create) for change in self.created(each)]
        moved = [
            lsp.RenameFile(self.uri(each.path), self.uri(each.to))
            for each in made
            if isinstance(each, Move) and self.can_move
        ]
        return lsp.WorkspaceEdit(document_changes=[*changes, *created, *moved])

    def created(self, new: Create) -> tuple[lsp.CreateFile, lsp.TextDocumentEdit]:
        """A new file with its text."""
        start = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0))
        text = lsp.TextDocumentEdit(self.versioned(new.path), [lsp.TextEdit(start, new.text)])
        return lsp.CreateFile(self.uri(new.path)), text

    def versioned(self, path: str) -> lsp.OptionalVersionedTextDocumentIdentifier:
        """A file, and the number of its text where it is open."""
        buffer = self.desk.buffers.get(path)
        return lsp.OptionalVersionedTextDocumentIdentifier(self.uri(path), buffer.version if buffer else None)

    def action(self, action: Action, kind: lsp.CodeActionKind) -> lsp.CodeAction:
        """What can be done."""
        return lsp.CodeAction(
            action.title,
            kind,
            [self.diagnostic(action.finding)] if action.finding else None,
            action.is_preferred or None,
            edit=self.edit(action.operations),
        )
