"""The notices: what an editor says without asking for an answer."""

from pathlib import Path

from lsprotocol import types as lsp
from pygls.uris import to_fs_path

from prodops_cli.editor.server import Server

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
