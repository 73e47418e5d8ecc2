"""What goes over the wire: findings and edits, as the protocol calls them."""

from dataclasses import replace
from pathlib import Path

import pytest
from lsprotocol import types as lsp

from prodops_cli.cli import answering
from prodops_cli.editor.wire import Wire
from prodops_cli.failure import Misuse
from prodops_cli.findings import Create, Finding, Move, Problem, Related, Replace, Severity
from tests.editor.asked import TODAY, desk_with

PATH = "goals/new.yaml"
TEXT = "id: new\nname: 😀 New\nowner: checkuot\n"


def wire(pages: str = "", can_move: bool = True) -> Wire:
    """The wire of a desk on which a goal lies."""
    return Wire(desk_with(PATH, TEXT), "utf-16", {PATH: "file:///c%3A/new.yaml"}, pages, can_move)


def finding(sent: Wire, rule: str = "unused-allow") -> Finding:
    """A finding at the goal's owner, with another place."""
    catalog = sent.desk.view.catalog
    assert catalog is not None
    goal = catalog.named["goal", "new"]
    problem = Problem(goal.at("owner"), "is wrong", related=(Related(goal.at("name"), "as here"),), help=("mend it",))
    return Finding(rule, "allowing", Severity.notice, problem)


def test_a_finding_says_what_who_where_and_why() -> None:
    sent = wire("https://example.com/docs/rules")
    found = sent.diagnostic(finding(sent))
    assert found.message == "is wrong; mend it"
    assert found.severity == lsp.DiagnosticSeverity.Information
    assert found.code_description == lsp.CodeDescription("https://example.com/docs/rules/allowing/unused-allow.md")
    assert list(found.tags or ()) == [lsp.DiagnosticTag.Unnecessary]
    (other,) = found.related_information or ()
    assert other.location == lsp.Location("file:///c%3A/new.yaml", lsp.Range(lsp.Position(1, 6), lsp.Position(1, 12)))


def test_nobody_is_led_to_a_page_that_is_nowhere() -> None:
    sent = wire()
    assert sent.diagnostic(finding(sent)).code_description is None
    settings = replace(finding(wire("https://example.com")), family="settings", rule="settings")
    assert wire("https://example.com").diagnostic(settings).code_description is None


def test_changes_of_files_come_in_the_order_in_which_they_can_be_made() -> None:
    sent = wire()
    place = finding(sent).problem.place
    made = (
        Move(PATH, "goals/b.yaml"),
        Create("goals/c.yaml", "id: c\n"),
        Replace(place.source, place.span, "checkout"),
    )
    changes = sent.edit(made).document_changes or ()
    kinds = (lsp.TextDocumentEdit, lsp.CreateFile, lsp.TextDocumentEdit, lsp.RenameFile)
    assert tuple(map(type, changes)) == kinds
    assert isinstance(changes[0], lsp.TextDocumentEdit)
    assert changes[0].text_document.version == 1
    assert len(wire(can_move=False).edit(made).document_changes or ()) == 3


def test_pages_are_where_this_comes_from(monkeypatch: pytest.MonkeyPatch) -> None:
    noted = '{"url": "https://example.com/a/prodops.git", "vcs_info": {"vcs": "git", "commit_id": "a26e0c9"}}'
    monkeypatch.setattr(answering, "noted", lambda: noted)
    assert answering.pages() == "https://example.com/a/prodops/blob/a26e0c9/docs/rules"
    monkeypatch.setattr(answering, "noted", lambda: None)
    assert answering.pages() == ""


def test_without_the_library_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "find_spec", lambda _: None)
    with pytest.raises(Misuse, match="pygls"):
        answering.answer(lambda: TODAY)


def test_pages_are_named_as_they_are_here() -> None:
    root = Path(__file__).parent.parent.parent / "docs" / "rules"
    assert (root / "allowing" / "unused-allow.md").is_file()
