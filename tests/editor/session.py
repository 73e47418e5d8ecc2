"""A session: an editor, and a server that it has started, over standard input and output."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

from tests.program.warm import EARLY

PATIENCE = 60
"""Seconds; a machine may be busy."""


@dataclass
class Session:
    """What the editor knows: what it was told of each file, in order, and how often to ask for lenses again."""

    client: LanguageClient
    told: asyncio.Queue[lsp.PublishDiagnosticsParams] = field(default_factory=asyncio.Queue)
    refreshed: asyncio.Event = field(default_factory=asyncio.Event)
    watched: list[str] = field(default_factory=list)
    agreed: lsp.ServerCapabilities = field(default_factory=lsp.ServerCapabilities)

    def tell(self, params: lsp.PublishDiagnosticsParams) -> None:
        """The server has told what is wrong in a file."""
        self.told.put_nowait(params)

    def open(self, file: Path, text: str, version: int = 1) -> lsp.TextDocumentIdentifier:
        """Opens a file that holds a text, saved or not."""
        item = lsp.TextDocumentItem(file.as_uri(), "yaml", version, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return lsp.TextDocumentIdentifier(file.as_uri())

    def write(self, file: Path, text: str, version: int) -> None:
        """Writes in an open file."""
        change = lsp.TextDocumentContentChangeWholeDocument(text)
        known = lsp.VersionedTextDocumentIdentifier(version, file.as_uri())
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(known, [change]))

    def close(self, file: Path) -> None:
        """Closes a file."""
        known = lsp.TextDocumentIdentifier(file.as_uri())
        self.client.text_document_did_close(lsp.DidCloseTextDocumentParams(known))

    def disk_changed(self, file: Path) -> None:
        """Says that a file on the disk has changed."""
        change = lsp.FileEvent(file.as_uri(), lsp.FileChangeType.Changed)
        self.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([change]))

    async def told_of(self, file: Path, *rules: str, version: int | None = None) -> list[lsp.Diagnostic]:
        """Waits until the editor is told just these rules of a file, of a version where one is named."""
        while True:
            params = await asyncio.wait_for(self.told.get(), PATIENCE)
            codes = sorted(str(each.code) for each in params.diagnostics)
            if params.uri == file.as_uri() and codes == sorted(rules) and version in (None, params.version):
                return list(params.diagnostics)

    async def end(self) -> int | None:
        """Asks the server to go, as the protocol wants it, and waits until it has."""
        await self.client.shutdown_async(None)
        return await self.leave()

    async def leave(self) -> int | None:
        """Goes, and waits until the server has gone, too."""
        self.client.exit(None)
        server = self.client._server
        assert server is not None
        return await asyncio.wait_for(server.wait(), PATIENCE)


@asynccontextmanager
async def session(program: Path, *folders: Path, encodings: tuple[str, ...] = ()) -> AsyncIterator[Session]:
    """A session with these folders open, whose server is the `prodops` of a folder."""
    client = LanguageClient("tests", "1")
    made = Session(client)
    client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(partial(Session.tell, made))
    client.feature(lsp.WORKSPACE_CODE_LENS_REFRESH)(lambda _: made.refreshed.set())
    client.feature(lsp.CLIENT_REGISTER_CAPABILITY)(
        lambda params: made.watched.extend(each.method for each in params.registrations)
    )
    command = (str(program / "prodops"), "lsp", "--stdio", "--today", "2026-09-07")
    await client.start_io(*command, env=environment())
    answer = await asyncio.wait_for(client.initialize_async(asked(folders, encodings)), PATIENCE)
    made.agreed = answer.capabilities
    client.initialized(lsp.InitializedParams())
    try:
        yield made
    finally:
        server = client._server
        if server is not None and server.returncode is None:
            server.kill()
        await client.stop()


def environment() -> dict[str, str]:
    """Where a server starts: nothing is said there that a warm one can't be told."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(EARLY)}
    return kept | {"LC_ALL": "C.UTF-8"}


def asked(folders: tuple[Path, ...], encodings: tuple[str, ...]) -> lsp.InitializeParams:
    """What an editor can do, and what is open in it."""
    workspace = lsp.WorkspaceClientCapabilities(
        workspace_edit=lsp.WorkspaceEditClientCapabilities(
            document_changes=True, resource_operations=[lsp.ResourceOperationKind.Rename]
        ),
        code_lens=lsp.CodeLensWorkspaceClientCapabilities(refresh_support=True),
        did_change_watched_files=lsp.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
    )
    general = lsp.GeneralClientCapabilities(position_encodings=[*encodings]) if encodings else None
    return lsp.InitializeParams(
        lsp.ClientCapabilities(workspace=workspace, general=general),
        workspace_folders=[lsp.WorkspaceFolder(folder.as_uri(), folder.name) for folder in folders],
    )
