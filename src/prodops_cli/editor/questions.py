"""The questions: one function for each thing that an editor may ask."""

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

from prodops_cli.documents.source import Span
from prodops_cli.editor.actions import actions, all_safe
from prodops_cli.editor.completion import suggestions
from prodops_cli.editor.hover import hover
from prodops_cli.editor.lenses import titles
from prodops_cli.editor.navigation import definition, nameable, references, rename
from prodops_cli.editor.server import Server
from prodops_cli.editor.symbols import matching, outline
from prodops_cli.failure import Misuse
from prodops_cli.models.experiment import Experiment


async def complete(server: Server, params: lsp.CompletionParams) -> lsp.CompletionList | None:
    """What may be written here."""
    if found := await server.here(params.text_document.uri, params.position):
        wire, here = found
        where = wire.range(wire.ruler(here.source.path, here.source.text), here.cursor.word)
        return wire.items(suggestions(here), where)
    return None


async def hovered(server: Server, params: lsp.HoverParams) -> lsp.Hover | None:
    """What is known of this."""
    if found := await server.here(params.text_document.uri, params.position):
        wire, here = found
        known = hover(here, server.desks.today(), wire.desk.said.lenses)
        if known is None:
            return None
        where = wire.range(wire.ruler(here.source.path, here.source.text), known.span)
        return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, known.text), where)
    return None


async def defined(server: Server, params: lsp.DefinitionParams) -> lsp.Location | None:
    """Where this comes from."""
    found = await server.here(params.text_document.uri, params.position)
    place = definition(found[1]) if found else None
    return found[0].location(place) if found and place else None


async def referred(server: Server, params: lsp.ReferenceParams) -> list[lsp.Location]:
    """Who names this."""
    if found := await server.here(params.text_document.uri, params.position):
        wire, here = found
        return [wire.location(place) for place in references(here, params.context.include_declaration)]
    return []


async def may_rename(server: Server, params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder | None:
    """Whether this can be called otherwise."""
    found = await server.here(params.text_document.uri, params.position)
    span = nameable(found[1]) if found else None
    if found is None or span is None:
        return None
    wire, here = found
    where = wire.range(wire.ruler(here.source.path, here.source.text), span)
    return lsp.PrepareRenamePlaceholder(where, here.word)


async def renamed(server: Server, params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
    """Another id for this, wherever it is named. Why it can't be, the editor shows."""
    found = await server.here(params.text_document.uri, params.position)
    if found is None or nameable(found[1]) is None:
        return None
    wire, here = found
    try:
        return wire.edit(rename(here, wire.desk.tree, params.new_name).operations)
    except Misuse as misuse:
        said = f"{misuse.sentence}; {misuse.hint}" if misuse.hint else misuse.sentence
        raise JsonRpcException(said, lsp.LSPErrorCodes.RequestFailed) from misuse


async def acted(server: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    """What can be done about what is found here."""
    seat = await server.seat(params.text_document.uri)
    buffer = seat.desk.buffers.get(seat.path) if seat else None
    if seat is None or buffer is None:
        return []
    source, ruler, wire = buffer.source(seat.path), buffer.ruler(server.unit), server.wire(seat.desk)
    ends = (params.range.start, params.range.end)
    span = Span(*(ruler.offset(end.line, end.character) for end in ends))
    found = seat.desk.said.findings.get(seat.path, ())
    made = [wire.action(each, lsp.CodeActionKind.QuickFix) for each in actions(found, span, source)]
    if together := all_safe(found, source):
        made.append(wire.action(together, lsp.CodeActionKind.SourceFixAll))
    only = params.context.only
    return [each for each in made if not only or any(is_kind(each.kind, wanted) for wanted in only)]


def is_kind(kind: lsp.CodeActionKind | str | None, wanted: lsp.CodeActionKind | str) -> bool:
    """Whether a kind of action is one that is asked for: `source` asks for `source.fixAll`, too."""
    one, other = (str(getattr(each, "value", each)) for each in (kind, wanted))
    return not other or one == other or one.startswith(f"{other}.")


async def lensed(server: Server, params: lsp.CodeLensParams) -> list[lsp.CodeLens]:
    """Whom the experiments of a file meet."""
    seat = await server.seat(params.text_document.uri)
    catalog = seat.desk.view.catalog if seat else None
    if seat is None or catalog is None:
        return []
    wire, said = server.wire(seat.desk), seat.desk.said.lenses
    mine = (each for each in catalog.all(Experiment) if each.document.source.path == seat.path)
    return [
        lsp.CodeLens(wire.location(each.at("id")).range, lsp.Command(text, ""))
        for each in mine
        for text in titles(said.get(each.id, ()))
    ]


async def outlined(server: Server, params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
    """What a file holds."""
    seat = await server.seat(params.text_document.uri)
    catalog = seat.desk.view.catalog if seat else None
    buffer = seat.desk.buffers.get(seat.path) if seat else None
    if seat is None or catalog is None or buffer is None:
        return []
    wire = server.wire(seat.desk)
    return [wire.symbol(each, buffer.ruler(server.unit)) for each in outline(catalog, seat.path)]


async def sought(server: Server, params: lsp.WorkspaceSymbolParams) -> list[lsp.WorkspaceSymbol]:
    """What is called like this, in all catalogs of which a file is open."""
    found = []
    for desk in server.desks.desks.values():
        await server.read(desk)
        wire, catalog = server.wire(desk), desk.view.catalog
        for entity, place in matching(catalog, params.query) if catalog else ():
            name = f"{entity.id} · {entity.name}" if entity.name else entity.id
            symbol = lsp.WorkspaceSymbol(wire.location(place), name, lsp.SymbolKind.Object, container_name=entity.kind)
            found.append(symbol)
    return found
