"""Serving: a server that knows its questions, from its first message to its last."""

from collections.abc import Callable
from datetime import date
from typing import BinaryIO

from lsprotocol import types as lsp

from prodops_cli.editor import notices, questions
from prodops_cli.editor.server import Server

TRIGGERS = [" ", "[", ","]
ACTIONS = [lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.SourceFixAll]


def server(today: Callable[[], date], pages: str = "") -> Server:
    """A server of which nothing has been asked yet."""
    made = Server(today, pages)
    made.feature(lsp.INITIALIZED)(notices.begin)
    made.feature(lsp.SHUTDOWN)(notices.end)
    made.feature(lsp.TEXT_DOCUMENT_DID_OPEN)(notices.did_open)
    made.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)(notices.did_change)
    made.feature(lsp.TEXT_DOCUMENT_DID_SAVE)(notices.did_save)
    made.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)(notices.did_close)
    made.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)(notices.did_change_watched_files)
    made.feature(lsp.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)(notices.did_change_folders)
    made.feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=TRIGGERS))(questions.complete)
    made.feature(lsp.TEXT_DOCUMENT_HOVER)(questions.hovered)
    made.feature(lsp.TEXT_DOCUMENT_DEFINITION)(questions.defined)
    made.feature(lsp.TEXT_DOCUMENT_REFERENCES)(questions.referred)
    made.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)(questions.may_rename)
    made.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))(questions.renamed)
    made.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(code_action_kinds=ACTIONS))(questions.acted)
    made.feature(lsp.TEXT_DOCUMENT_CODE_LENS)(questions.lensed)
    made.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)(questions.outlined)
    made.feature(lsp.WORKSPACE_SYMBOL)(questions.sought)
    return made


def serve(server: Server, questions: BinaryIO, answers: BinaryIO) -> int:
    """Answers until the editor goes. 0 where it said so before, as the protocol wants it, else 1."""
    server.start_io(questions, answers)
    server.worker.shutdown(cancel_futures=True)
    return 0 if server.is_over else 1
