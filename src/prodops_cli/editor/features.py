"""The features: one function for each thing that an editor may ask."""

from pathlib import Path

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pygls.uris import to_fs_path

from prodops_cli.documents.source import Span
from prodops_cli.editor.actions import actions, all_safe
from prodops_cli.editor.completion import suggestions
from prodops_cli.editor.hover import hover
from prodops_cli.editor.navigation import definition, nameable, references, rename
from prodops_cli.editor.server import Server
from prodops_cli.editor.symbols import matching, outline
from prodops_cli.failure import Misuse
from prodops_cli.models.experiment import Experiment

WATCHED = ("**/*.yaml", "**/*.yml", "**/CODEOWNERS", "**/.prodops-baseline.json")


def begin(server: Server, _: lsp.InitializedParams) -> None:
    """Opens the catalogs of the editor's folders, and asks to be told of changes on the disk."""
    for folder in server.workspace.folders:
        if path := to_fs_path(folder):
            server.desks.open(Path(path))
    watch(server)
    server.looked_again()


def watch(server: Server) -> None:
    """Asks to be told of files that change on the disk; where nobody can, the disk is looked at before each lint."""
    workspace = server.client_capabilities.workspace
    watched = workspace.did_change_watched_files if workspace else None
    if watched and watched.dynamic_registration:
        options = lsp.DidChangeWatchedFilesRegistrationOptions([lsp.FileSystemWatcher(glob) for glob in WATCHED])
        asked = lsp.Registration("watched", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        server.client_register_capability(lsp.RegistrationParams([asked]))
        server.is_watching = True


def end(server: Server, _: None) -> None:
    """The editor is about to go."""
    server.is_over = True


def did_change_folders(server: Server, params: lsp.DidChangeWorkspaceFoldersParams) -> None:
    """Another folder is open."""
    for folder in params.event.added:
        if path := to_fs_path(folder.uri):
            server.desks.open(Path(path))
    server.looked_again()


def did_open(server: Server, params: lsp.DidOpenTextDocumentParams) -> None:
    """A file is open."""
    document = params.text_document
    server.written(document.uri, document.text, document.version)


def did_change(server: Server, params: lsp.DidChangeTextDocumentParams) -> None:
    """Somebody has written in it; the editor sends the whole text."""
    if params.content_changes:
        server.written(params.text_document.uri, params.content_changes[-1].text, params.text_document.version)


def did_save(server: Server, _: lsp.DidSaveTextDocumentParams) -> None:
    """It is on the disk now."""
    server.looked_again()


def did_close(server: Server, params: lsp.DidCloseTextDocumentParams) -> None:
    """Nobody has it open any more."""
    server.closed(params.text_document.uri)


def did_change_watched_files(server: Server, _: lsp.DidChangeWatchedFilesParams) -> None:
    """Something has changed on the disk."""
    server.looked_again()


async def complete(server: Server, params: lsp.CompletionParams) -> lsp.CompletionList | None:
    """What may be written here."""
    if found := await server.here(params.text_document.uri, params.position):
        wire, here = found
        where = wire.range(wire.ruler(here.source.path, here.source.text), here.cursor.word)
        return wire.items(suggestions(here), where)
    return None


async def hovered(server: Server, params: lsp.HoverParams) -> lsp.Hover | None:
    """What is known of this."""
    if (found := await server.here(params.text_document.uri, params.position)) and (
        known := hover(found[1], server.desks.today())
    ):
        wire, here = found
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
        for text in said.get(each.id, ())
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
