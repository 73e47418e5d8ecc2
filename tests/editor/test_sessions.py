"""Whole sessions: a real editor's side of the protocol, and a server that is a process, warm in most of them."""

import asyncio
import hashlib
import shutil
import subprocess
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

from tests.editor.asked import ACME
from tests.editor.session import PATIENCE, Session, environment, session

GOAL = (
    "id: 2026q4-fewer-returns\nname: Fewer returns 😀\nowner: {owner} # 😀\nperiod: 2026-Q4\n"
    "level: company\nstatus: draft\n"
)
RIGHT, WRONG = GOAL.format(owner="checkout"), GOAL.format(owner="checkuot")
PATH = "goals/2026q4-fewer-returns.yaml"
EXPERIMENT = "experiments/2026q3/2026q3-checkout-express-wallets.yaml"


@pytest.fixture
def acme(tmp_path: Path) -> Path:
    """A copy of Acme, to be written in."""
    return Path(shutil.copytree(ACME, tmp_path / "acme")).resolve()


def in_session(
    program: Path, act: Callable[[Session], Awaitable[None]], *folders: Path, encodings: tuple[str, ...] = ()
) -> None:
    """Runs a session, which ends as the protocol wants it."""

    async def run() -> None:
        async with session(program, *folders, encodings=encodings) as made:
            await act(made)
            assert await made.end() == 0

    asyncio.run(run())


def fingerprint(folder: Path) -> str:
    """What a folder holds."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return hashlib.sha256(b"".join(str(path).encode() + path.read_bytes() for path in files)).hexdigest()


def test_what_is_wrong_while_somebody_writes(acme: Path, cold_prodops: Path) -> None:
    file = acme / PATH

    async def act(editor: Session) -> None:
        editor.open(file, RIGHT)
        await editor.told_of(file, version=1)
        editor.write(file, WRONG, 2)
        (found,) = await editor.told_of(file, "unknown-reference", version=2)
        assert found.range == lsp.Range(lsp.Position(2, 7), lsp.Position(2, 15))
        assert found.severity == lsp.DiagnosticSeverity.Error
        assert found.source == "prodops"
        assert found.message == "no owner is called `checkuot`; did you mean `checkout`?"
        editor.write(file, "id: [", 3)
        await editor.told_of(file, "yaml-syntax", version=3)
        editor.write(file, RIGHT, 4)
        await editor.told_of(file, version=4)
        editor.write(file, WRONG, 5)
        await editor.told_of(file, "unknown-reference", version=5)
        editor.close(file)
        await editor.told_of(file)

    before = fingerprint(acme)
    in_session(cold_prodops, act, acme)
    assert fingerprint(acme) == before


def test_a_mistake_here_is_told_there_and_so_is_the_disk(acme: Path, prodops: Path) -> None:
    file, team = acme / PATH, acme / "owners/teams/checkout.yaml"
    written = team.read_text()

    async def act(editor: Session) -> None:
        editor.open(file, RIGHT)
        await editor.told_of(file)
        assert editor.watched == [lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES]
        editor.open(team, written.replace("id: checkout", "id: tills"))
        await editor.told_of(file, "unknown-reference")
        editor.close(team)
        await editor.told_of(file)
        team.write_text(written.replace("id: checkout", "id: tills"))
        editor.disk_changed(team)
        await editor.told_of(file, "unknown-reference")

    in_session(prodops, act, acme)


def test_what_somebody_may_ask(acme: Path, prodops: Path) -> None:
    file, trial = acme / PATH, acme / EXPERIMENT

    async def act(editor: Session) -> None:
        goal = editor.open(file, WRONG)
        client, owner = editor.client, lsp.Position(2, 12)
        await editor.told_of(file, "unknown-reference")
        around, context = lsp.Range(owner, owner), lsp.CodeActionContext([])
        made = await client.text_document_code_action_async(lsp.CodeActionParams(goal, around, context))
        assert [(each.title, each.is_preferred) for each in made or ()] == [
            ("Write `checkout`", None),
            ("Allow unknown-reference here; then write why", None),
        ]
        editor.write(file, RIGHT, 2)
        hover = await client.text_document_hover_async(lsp.HoverParams(goal, owner))
        assert hover is not None
        assert "Checkout and Payments" in str(hover.contents)
        items = await client.text_document_completion_async(lsp.CompletionParams(goal, owner))
        assert isinstance(items, lsp.CompletionList)
        assert items.items[0].label == "checkout"
        place = await client.text_document_definition_async(lsp.DefinitionParams(goal, owner))
        assert isinstance(place, lsp.Location)
        assert place.uri == (acme / "owners/teams/checkout.yaml").as_uri()
        wanted = lsp.ReferenceParams(lsp.ReferenceContext(include_declaration=True), goal, owner)
        found = await client.text_document_references_async(wanted)
        assert {file.as_uri(), place.uri, (acme / "prodops.yaml").as_uri()} < {each.uri for each in found or ()}
        may = await client.text_document_prepare_rename_async(lsp.PrepareRenameParams(goal, owner))
        assert isinstance(may, lsp.PrepareRenamePlaceholder)
        assert may.placeholder == "checkout"
        edit = await client.text_document_rename_async(lsp.RenameParams(goal, owner, "tills"))
        assert edit is not None
        *texts, moved = edit.document_changes or ()
        assert isinstance(moved, lsp.RenameFile)
        assert moved.new_uri.endswith("owners/teams/tills.yaml")
        versions = {
            each.text_document.uri: each.text_document.version
            for each in texts
            if isinstance(each, lsp.TextDocumentEdit)
        }
        assert versions[file.as_uri()] == 2
        with pytest.raises(JsonRpcException, match="can't be an id"):
            await client.text_document_rename_async(lsp.RenameParams(goal, owner, "Tills!"))
        (outline,) = await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(goal)) or ()
        assert outline.name == "2026q4-fewer-returns"
        symbols = await client.workspace_symbol_async(lsp.WorkspaceSymbolParams("jonas"))
        assert [each.name for each in symbols or ()] == ["jonas-weber · Jonas Weber"]
        editor.refreshed.clear()
        experiment = editor.open(trial, trial.read_text())
        await asyncio.wait_for(editor.refreshed.wait(), PATIENCE)
        (lens,) = await client.text_document_code_lens_async(lsp.CodeLensParams(experiment)) or ()
        assert lens.command is not None
        assert lens.command.title.startswith("meets 2026q3-checkout-retry-declined from 31 Aug")

    in_session(prodops, act, acme)


@pytest.mark.parametrize(("encoding", "size"), [("utf-8", 4), ("utf-16", 2), ("utf-32", 1)])
def test_columns_are_what_both_sides_agreed_upon(acme: Path, encoding: str, size: int, prodops: Path) -> None:
    file = acme / PATH

    async def act(editor: Session) -> None:
        assert editor.agreed.position_encoding == encoding
        editor.open(file, GOAL.format(owner="😀"))
        (found,) = await editor.told_of(file, "unknown-reference")
        assert found.range == lsp.Range(lsp.Position(2, 7), lsp.Position(2, 7 + size))

    in_session(prodops, act, acme, encodings=(encoding,))


def test_what_belongs_to_no_catalog_is_left_alone(tmp_path: Path, prodops: Path) -> None:
    folder = tmp_path.resolve()
    file = folder / "goals/new.yaml"
    file.parent.mkdir()

    async def act(editor: Session) -> None:
        known = editor.open(file, "id: [")
        start = lsp.Position(0, 0)
        client = editor.client
        assert await client.text_document_hover_async(lsp.HoverParams(known, start)) is None
        nowhere = lsp.TextDocumentIdentifier("untitled:Untitled-1")
        assert await client.text_document_completion_async(lsp.CompletionParams(nowhere, start)) is None
        assert not await client.text_document_code_lens_async(lsp.CodeLensParams(nowhere))
        assert editor.told.empty()
        (folder / "prodops.yaml").touch()
        editor.disk_changed(folder / "prodops.yaml")
        await editor.told_of(file, "yaml-syntax")

    in_session(prodops, act, folder)


def test_two_catalogs_in_one_editor(acme: Path, tmp_path: Path, prodops: Path) -> None:
    other = tmp_path.resolve() / "other"
    (other / "goals").mkdir(parents=True)
    (other / "prodops.yaml").touch()

    async def act(editor: Session) -> None:
        for root in (acme, other):
            editor.open(root / PATH, RIGHT)
        told = {}
        while len(told) < 2 or not told[(other / PATH).as_uri()]:
            params = await asyncio.wait_for(editor.told.get(), PATIENCE)
            told[params.uri] = [each.code for each in params.diagnostics]
        assert told[(acme / PATH).as_uri()] == []
        assert "unknown-reference" in told[(other / PATH).as_uri()]

    in_session(prodops, act, acme, other)


def test_settings_that_are_wrong_are_told_until_they_are_mended(acme: Path, prodops: Path) -> None:
    file, settings = acme / PATH, acme / "prodops.yaml"
    written = settings.read_text()

    async def act(editor: Session) -> None:
        editor.open(file, WRONG)
        await editor.told_of(file, "unknown-reference")
        editor.open(settings, f"{written}nonsense: 1\n")
        await editor.told_of(settings, "unknown-key")
        editor.write(settings, written, 2)
        await editor.told_of(settings)
        await editor.told_of(file, "unknown-reference")

    in_session(prodops, act, acme)


def test_who_just_leaves_was_not_polite(acme: Path, cold_prodops: Path) -> None:
    async def run() -> None:
        async with session(cold_prodops, acme) as made:
            assert await made.leave() == 1

    asyncio.run(run())


@pytest.mark.parametrize(
    "said", [b"", b"Content-Length: 5\r\n\r\nhello", b"Content-Length: 99\r\n\r\n{}", b"\x00\xff\n" * 9]
)
def test_who_says_nothing_that_can_be_understood_is_left(said: bytes, prodops: Path) -> None:
    command = [prodops / "prodops", "lsp"]
    done = subprocess.run(command, input=said, env=environment(), capture_output=True, check=False, timeout=60)
    assert done.returncode == 1
    assert not done.stdout or done.stdout.startswith(b"Content-Length: ")


def test_what_is_cancelled_keeps_nobody_from_asking_again(acme: Path, prodops: Path) -> None:
    file = acme / PATH

    async def act(editor: Session) -> None:
        known = editor.open(file, RIGHT)
        params = lsp.HoverParams(known, lsp.Position(2, 12))
        asked = [editor.client.protocol.send_request_async("textDocument/hover", params) for _ in range(5)]
        tasks = [asyncio.ensure_future(each) for each in asked]
        await asyncio.sleep(0)
        for number in range(1, 8):
            editor.client.cancel_request(lsp.CancelParams(number))
        await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), PATIENCE)
        assert await editor.client.text_document_hover_async(params) is not None

    in_session(prodops, act, acme)
