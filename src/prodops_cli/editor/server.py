"""The server: what an editor asks over standard input, and when it is told what is wrong."""

import asyncio
import gc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from prodops_cli import __version__
from prodops_cli.catalog.settings import SETTINGS
from prodops_cli.editor.buffer import Buffer
from prodops_cli.editor.desk import Desk
from prodops_cli.editor.desks import Desks, Seat
from prodops_cli.editor.place import Here
from prodops_cli.editor.ruler import Unit
from prodops_cli.editor.said import of_all
from prodops_cli.editor.wire import Wire

SOON, LATER = 0.1, 0.3
"""Seconds of rest after which a file is looked at, and then the whole catalog."""
MOST = 500
"""So many findings of one file are told; who mends them is told the others."""
UNITS: dict[str, Unit] = {"utf-8": "utf-8", "utf-16": "utf-16", "utf-32": "utf-32"}


class Server(LanguageServer):
    """A language server with its desks. It writes nothing but its answers."""

    def __init__(self, today: Callable[[], date], pages: str = "") -> None:
        super().__init__("prodops", __version__, lsp.TextDocumentSyncKind.Full)
        self.desks = Desks(today)
        self.pages = pages
        self.is_watching = False
        self.is_over = False
        self.checks: dict[Path, asyncio.Task[None]] = {}
        self.shown: dict[Path, set[str]] = {}
        self.worker = ThreadPoolExecutor(1, "lint")

    @property
    def unit(self) -> Unit:
        """What a column counts, as both sides have agreed."""
        agreed = self.workspace.position_encoding
        return UNITS.get(str(getattr(agreed, "value", agreed)), "utf-16")

    def wire(self, desk: Desk) -> Wire:
        """How what is said of a catalog is sent."""
        return Wire(desk, self.unit, self.desks.addresses(desk), self.pages, self.can_move)

    @property
    def can_move(self) -> bool:
        """Whether the editor gives files other names, if it is asked to."""
        workspace = self.client_capabilities.workspace
        edits = workspace.workspace_edit if workspace else None
        return lsp.ResourceOperationKind.Rename in ((edits.resource_operations if edits else None) or ())

    def written(self, address: str, text: str, version: int | None) -> None:
        """A file is open, and holds this."""
        file = to_fs_path(address) if address.startswith("file:") else None
        seat = self.desks.write(address, Path(file), Buffer(text, version)) if file else None
        if seat and seat.desk.holds(seat.path):
            self.check(seat.desk)

    def closed(self, address: str) -> None:
        """A file is no longer open: nothing is said of it any more."""
        if seat := self.desks.close(address):
            self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(address, []))
            self.check(seat.desk)

    def looked_again(self) -> None:
        """Something on the disk has changed."""
        self.desks.look_again()
        for desk in self.desks.desks.values():
            self.check(desk)

    def check(self, desk: Desk) -> None:
        """Looks at a catalog as soon as its writers rest; at the files that they write in first."""
        if running := self.checks.get(desk.root):
            running.cancel()
        self.checks[desk.root] = asyncio.ensure_future(self.checked(desk))

    async def checked(self, desk: Desk) -> None:
        """What is said of a few files, and then of all."""
        await self.read(desk)
        await asyncio.sleep(SOON)
        desk.look_near()
        self.publish(desk)
        await asyncio.sleep(LATER)
        await self.checked_whole(desk)

    async def checked_whole(self, desk: Desk) -> None:
        """What is said of all, looked for beside whatever is asked meanwhile; of a text that is gone it is not told."""
        if not self.is_watching:
            desk.look_again()
        view, edition = desk.view, desk.edition
        if view.catalog and not view.refused:
            asked = (view.catalog, desk.request, tuple(desk.buffers))
            said = await asyncio.get_running_loop().run_in_executor(self.worker, of_all, *asked)
            if edition == desk.edition:
                desk.said = said
        self.publish(desk)
        self.refresh_lenses()

    async def read(self, desk: Desk) -> None:
        """Reads a catalog for the first time, beside whatever is asked meanwhile."""
        if not desk.is_read:
            await asyncio.get_running_loop().run_in_executor(self.worker, lambda: desk.view)
            gc.freeze()  # what was read stays: to look through it for garbage would keep somebody waiting

    def publish(self, desk: Desk) -> None:
        """Tells what is wrong in the files that are open, and in the settings; clears what is told no more."""
        wire = self.wire(desk)
        wrong = {SETTINGS} if desk.said.findings.get(SETTINGS) else set()
        now = wrong | set(desk.buffers)
        for path in sorted(now | self.shown.get(desk.root, set())):
            buffer = desk.buffers.get(path)
            said = desk.said.findings.get(path, ())[:MOST] if path in now else ()
            found = [wire.diagnostic(each) for each in said]
            params = lsp.PublishDiagnosticsParams(wire.uri(path), found, buffer.version if buffer else None)
            self.text_document_publish_diagnostics(params)
        self.shown[desk.root] = now

    def refresh_lenses(self) -> None:
        """Lets the editor ask again for what stands above experiments, if it can."""
        workspace = self.client_capabilities.workspace
        if workspace and workspace.code_lens and workspace.code_lens.refresh_support:
            self.workspace_code_lens_refresh(None)

    async def seat(self, address: str) -> Seat | None:
        """The desk of a file that is open, as soon as its catalog is read."""
        seat = self.desks.seats.get(address)
        if seat:
            await self.read(seat.desk)
        return seat

    async def here(self, address: str, position: lsp.Position) -> tuple[Wire, Here] | None:
        """A place in a file that is open, and how what is there is sent; None where nothing is known of the file."""
        seat = await self.seat(address)
        buffer = seat.desk.buffers.get(seat.path) if seat else None
        if seat is None or buffer is None:
            return None
        offset = buffer.ruler(self.unit).offset(position.line, position.character)
        here = seat.desk.here(seat.path, offset)
        return (self.wire(seat.desk), here) if here else None
