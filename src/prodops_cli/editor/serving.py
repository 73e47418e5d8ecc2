"""Serving: a server that knows its features, from its first message to its last."""

from collections.abc import Callable
from datetime import date
from typing import BinaryIO

from lsprotocol import types as lsp

from prodops_cli.editor import features
from prodops_cli.editor.server import Server

TRIGGERS = [" ", "[", ","]
ACTIONS = [lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.SourceFixAll]


def server(today: Callable[[], date], pages: str = "") -> Server:
    """A server of which nothing has been asked yet."""
    made = Server(today, pages)
    made.feature(lsp.INITIALIZED)(features.begin)
    made.feature(lsp.SHUTDOWN)(features.end)
    made.feature(lsp.TEXT_DOCUMENT_DID_OPEN)(features.did_open)
    made.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)(features.did_change)
    made.feature(lsp.TEXT_DOCUMENT_DID_SAVE)(features.did_save)
    made.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)(features.did_close)
    made.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)(features.did_change_watched_files)
    made.feature(lsp.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)(features.did_change_folders)
    made.feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=TRIGGERS))(features.complete)
    made.feature(lsp.TEXT_DOCUMENT_HOVER)(features.hovered)
    made.feature(lsp.TEXT_DOCUMENT_DEFINITION)(features.defined)
    made.feature(lsp.TEXT_DOCUMENT_REFERENCES)(features.referred)
    made.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)(features.may_rename)
    made.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))(features.renamed)
    made.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(code_action_kinds=ACTIONS))(features.acted)
    made.feature(lsp.TEXT_DOCUMENT_CODE_LENS)(features.lensed)
    made.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)(features.outlined)
    made.feature(lsp.WORKSPACE_SYMBOL)(features.sought)
    return made


def serve(server: Server, questions: BinaryIO, answers: BinaryIO) -> int:
    """Answers until the editor goes. 0 where it said so before, as the protocol wants it, else 1."""
    server.start_io(questions, answers)
    server.worker.shutdown(cancel_futures=True)
    return 0 if server.is_over else 1
