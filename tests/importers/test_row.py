"""Lists that have a line for each item: what comes, goes or changes is written there, and comments stay."""

from typing import Final

import pytest

from prodops_cli.documents.amend import Unplaceable
from prodops_cli.documents.document import read
from prodops_cli.documents.node import Value
from prodops_cli.documents.source import Source
from prodops_cli.importers.document import amended
from prodops_cli.models.owner import Owner
from prodops_cli.models.tool import Tool

PEOPLE: Final = (
    "id: growth\nmembers:\n  # data\n  - ben # lead\n  - carl\n\n  # design\n  - dora # until May\n  - eva\ntags: [a]\n"
)
LINKS: Final = (
    "id: growth\nlinks:\n- title: Board # ours\n  url: https://a.example\n- title: Old\n  url: https://b.example\n"
)

WRITTEN: Final[dict[str, tuple[str, str, list[Value], str]]] = {
    "one comes last": (PEOPLE, "members", ["ben", "carl", "dora", "eva", "fay"], "  - eva\n  - fay\ntags"),
    "one comes between": (PEOPLE, "members", ["ben", "fay", "carl", "dora", "eva"], "# lead\n  - fay\n  - carl\n\n"),
    "one comes first": (PEOPLE, "members", ["fay", "ben", "carl", "dora", "eva"], "  # data\n  - fay\n  - ben # lead"),
    "one goes": (PEOPLE, "members", ["ben", "dora", "eva"], "# lead\n\n  # design\n  - dora # until May\n  - eva"),
    "the last goes": (PEOPLE, "members", ["ben", "carl", "dora"], "  - dora # until May\ntags"),
    "one is another": (PEOPLE, "members", ["ben", "a: b", "dora", "eva"], '# lead\n  - "a: b"\n\n  # design'),
    "several at once": (
        PEOPLE,
        "members",
        ["ben", "dora", "x", "y"],
        "# lead\n\n  # design\n  - dora # until May\n  - x\n  - y\n",
    ),
    "a part is another": (
        LINKS,
        "links",
        [{"title": "Board", "url": "https://c.example/#x"}, {"title": "Old", "url": "https://b.example"}],
        "- title: Board # ours\n  url: https://c.example/#x\n- title: Old",
    ),
    "a mapping goes": (LINKS, "links", [{"title": "Board", "url": "https://a.example"}], "url: https://a.example\n"),
    "a mapping comes": (
        LINKS,
        "links",
        [
            {"title": "Board", "url": "https://a.example"},
            {"title": "Old", "url": "https://b.example"},
            {"title": "New", "url": "https://d.example"},
        ],
        "b.example\n- title: New\n  url: https://d.example\n",
    ),
}

REFUSED: Final[dict[str, tuple[str, str, list[Value], str]]] = {
    "beside": (PEOPLE, "members", ["ben", "carl", "eva"], "a comment is about `dora`"),
    "above": (PEOPLE, "members", ["carl", "dora", "eva"], "a comment is about `ben`"),
    "inside": (
        LINKS,
        "links",
        [{"title": "New", "url": "https://d.example"}],
        "more would change with it, or a comment be lost",
    ),
}


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("name", WRITTEN)
def test_items_are_written_where_they_stand(name: str, end: str) -> None:
    text, field, value, expected = WRITTEN[name]
    (document,) = read(Source("x.yaml", text.replace("\n", end), "")).documents
    after = amended(document, Owner, (field,), value)
    assert isinstance(after.value, dict)
    assert after.value[field] == value
    assert expected.replace("\n", end) in after.source.text
    assert after.source.text.count("\n") == after.source.text.count(end)


@pytest.mark.parametrize("name", REFUSED)
def test_no_comment_is_lost_or_left_without_what_it_was_about(name: str) -> None:
    text, field, value, reason = REFUSED[name]
    (document,) = read(Source("x.yaml", text, "")).documents
    with pytest.raises(Unplaceable) as refused:
        amended(document, Owner, (field,), value)
    assert refused.value.reason == reason


BRACKETS: Final[dict[str, tuple[str, tuple[str, ...], Value, str]]] = {
    "a comma": (
        "vendor: {name: Amplitude, url: x}",
        ("vendor", "name"),
        "Amplitude, Inc.",
        '{name: "Amplitude, Inc.", url: x}',
    ),
    "quoted": ('vendor: {name: "A, Inc."}', ("vendor", "name"), "B, Inc.", 'vendor: {name: "B, Inc."}'),
    "brackets": ("vendor: {name: A}", ("vendor", "name"), "A [EU]", 'vendor: {name: "A [EU]"}'),
    "a new key": ("vendor: {name: A}", ("vendor", "url"), "a, b", 'vendor: {name: A, url: "a, b"}'),
    "no brackets": ("vendor:\n  name: A", ("vendor", "name"), "Amplitude, Inc.", "  name: Amplitude, Inc."),
}


@pytest.mark.parametrize("name", BRACKETS)
def test_a_text_in_brackets_has_the_quotes_that_it_needs_there(name: str) -> None:
    text, path, value, expected = BRACKETS[name]
    (document,) = read(Source("x.yaml", f"id: amplitude\n{text}\n", "")).documents
    after = amended(document, Tool, path, value)
    assert expected in after.source.text
