"""What people get wrong in YAML, and what they are told: the place, what is, and what to do."""

from collections.abc import Iterator

import pytest
from yaml.cyaml import CParser
from yaml.error import MarkedYAMLError

from prodops_cli.documents.complaint import Complaint, complaint
from prodops_cli.documents.syntax import BEGINNINGS, MEANINGS
from tests.documents.reading import refused, source_of, told

ESCAPE = "'\\\\' this is no escape that YAML knows; write `\\\\` for a backslash, or use single quotes"
MISTAKES = (
    # Colons.
    (
        "id: a\nname: “Orders: paid”\n",
        "2:14 ':' a second `: ` stands on one line; write plain quotes instead of the curly `“`, which quotes nothing",
    ),
    ("id: a\nname: Orders: paid\n", "2:13 ':' a second `: ` stands on one line; quote the text, or begin a new line"),
    (
        "id: a\nname: Anna\n  role: x\n",
        "3:7 ':' this line is read as more of the text above it; "
        "align it with the other keys, or look for a missing `:` above",
    ),
    (
        "- id: a\n   name: b\n",
        "2:8 ':' this line is read as more of the text above it; "
        "align it with the other keys, or look for a missing `:` above",
    ),
    (
        "id: a\nname Anna\ntype: x\n",
        "2:1 'name Anna' this line is neither `key: value` nor a list item; write `key: value`, or indent it",
    ),
    (
        "id: a\nname:Anna\r\ntype: x\n",
        "2:1 'name:Anna' this line is neither `key: value` nor a list item; write a space behind the `:`",
    ),
    (
        "id: a\n- name:Anna\n",
        "2:1 '-' this list item belongs to no list; "
        "align it with its neighbours, or write nothing behind the `:` above the list",
    ),
    (
        "id: a\nname:\u00a0Anna\n",
        "2:1 'name:\\xa0Anna' this line is neither `key: value` nor a list item; "
        "replace the no-break space (U+00A0) by a plain one",
    ),
    ("id: a\n: b\n", "2:1 ':' no key stands before this `:`; write one"),
    ("{{ name }}: b\n", "1:1 '{' a key must be text; put it in quotes, or write a word before the `:`"),
    ("a: {{ name }}\n", "1:5 '{' a key must be text; put it in quotes, or write a word before the `:`"),
    ("? [a]\n: b\n", "1:3 '[' a key must be text; put it in quotes, or write a word before the `:`"),
    ("? {a: b}\n: b\n", "1:3 '{' a key must be text; put it in quotes, or write a word before the `:`"),
    ("a: &x b\n*x : c\n", "2:1 '*x' a key must be text; put it in quotes, or write a word before the `:`"),
    # Indentation.
    ("a:\n    b: 1\n  c: 2\n", "3:3 'c' the indentation fits no line above; align it with its neighbours"),
    (
        "- a\nb: 1\n",
        "2:1 'b' this line does not belong to the list above; begin it with `- `, or align it",
    ),
    (
        "id: a\ntags: b\n- c\n",
        "3:1 '-' this list item belongs to no list; "
        "align it with its neighbours, or write nothing behind the `:` above the list",
    ),
    ("tags: - a\n", "1:7 '-' a list can't begin here; begin it on a line of its own, indented"),
    ("a:\n\tb: 1\n", "2:1 '\\t' a tab is used to indent; indent with spaces"),
    ("a: 1\n\tb: 2\n", "2:1 '\\t' a tab is used to indent; indent with spaces"),
    ("a: |\n\tb\n", "2:1 '\\t' a tab is used to indent; indent with spaces"),
    # Quotes and brackets.
    ('id: a\nname: "Anna\ntype: x\n', "2:7 '\"' this quote is not closed; add the missing quote"),
    ("name: 'Anna\n---\ntype: x\n", '1:7 "\'" this quote is not closed; add the missing quote'),
    ("name: 'it's here'\n", "1:11 's' the value has ended before this; put all of it in quotes, or remove the rest"),
    ('name: "Anna" Smith\n', "1:14 'S' the value has ended before this; put all of it in quotes, or remove the rest"),
    ('- "a" b\n', "1:7 'b' the value has ended before this; put all of it in quotes, or remove the rest"),
    ("tags: [a]]\n", "1:10 ']' this `]` closes nothing; remove it, or quote the text"),
    ("tags: ]\n", "1:7 ']' a value can't begin with `]`; put it in quotes"),
    ("id: a\ntags: [a, b\n", "2:7 '[' this `[` is not closed; add the missing `]`"),
    ("id: a\ntags: [a,\n\n# end\n", "5:1 '' a `[` or `{` is not closed; add the missing `]` or `}`"),
    (
        "id: a\ntags: [a, b\nname: x\n",
        "3:5 ':' a `,` or `]` is missing before this (the `[` is on line 2); add it",
    ),
    ('a: ["b" c]\n', "1:9 'c' a `,` or `]` is missing before this (the `[` is on line 1); add it"),
    ('{"id": "a"\n "name": "b"}\n', "2:2 '\"' a `,` or `}` is missing before this (the `{` is on line 1); add it"),
    ("tags: [a,, b]\n", "1:10 ',' a value is missing before this comma; write it, or remove the comma"),
    (
        "{a:, b: c}\n",
        "1:3 ':' a `:` stands here that belongs to no key; write a space behind it, or quote the text",
    ),
    ("# a\n...\n", "2:1 '.' a line `...` ends a document, and none has begun; remove it"),
    ("a: , b\n", "1:4 ',' a value can't begin with `,`; put it in quotes"),
    # Characters that mean something.
    *(
        (f"a: {character}b c\n", f"1:4 {character!r} a value can't begin with `{character}`; put it in quotes")
        for character in "@%`"
    ),
    ("a: **bold**\n", "1:4 '*' a value can't begin with `*`; put it in quotes"),
    ("a: & b\n", "1:4 '&' a value can't begin with `&`; put it in quotes"),
    ("a: !foo!bar\n", "1:4 '!' a value can't begin with `!`; put it in quotes"),
    ("a: !urgent\n", "1:4 '!urgent' the tag `!urgent` is not read; remove it, or put all of it in quotes"),
    ("a: ? b\n", "1:4 '?' a value can't begin with `?`; put it in quotes"),
    ("a: *b\n", "1:4 '*b' no `&b` stands before `*b`; write the value itself"),
    ("a: | b\n", "1:4 '|' a text below a `|` begins on the next line; begin a new line, or quote the text"),
    ("a: >5 %\n", "1:4 '>' a text below a `>` begins on the next line; begin a new line, or quote the text"),
    ("%a\n", "1:1 '%' a line that begins with `%` speaks to the parser; remove it, or quote the text"),
    (
        'a: "C:\\Users"\n',
        f"1:7 {ESCAPE}",
    ),
    ('a: "\\d"\n', f"1:5 {ESCAPE}"),
    (
        'a: "\\ud800"\n',
        f"1:5 {ESCAPE}",
    ),
    # What belongs to YAML itself.
    ("%YAML 1.1\n---\na: b\n", "1:1 '%YAML 1.1' only YAML 1.2 is read; remove the `%YAML` line"),
    ("%YAML 1.3\n---\na: b\n", "1:1 '%' only YAML 1.2 is read; remove the `%YAML` line"),
    ("%TAG !e! tag:e,2000:\n---\na: b\n", "1:1 '%TAG !e! tag:e,2000:' tags are not read; remove the `%TAG` line"),
    ("%YAML 1.2\na: b\n", "2:1 'a' a line `---` is missing before this; add it, or remove the rest"),
    ("{a: b}\nc: d\n", "2:1 'c' a line `---` is missing before this; add it, or remove the rest"),
    ("a: b\n...\nc: d\n", "3:1 'c' a line `---` is missing before this; add it, or remove the rest"),
)


@pytest.mark.parametrize(("text", "words"), MISTAKES)
def test_what_people_are_told(text: str, words: str) -> None:
    assert told(refused(text)) == words


def test_columns_count_code_points() -> None:
    assert told(refused("name: 🎉: é: 'a'\r\n")).startswith("1:8 ':'")
    assert told(refused("a: 😀\r\nb: 😀😀 c: d\r\n")).startswith("2:8 ':'")


def test_every_meaning_is_reached() -> None:
    """What no text reaches is not in the tables."""
    said = [found for text, _ in MISTAKES for found in complaints(text)]
    words = [each.said for each in said]
    assert [part for part, _ in MEANINGS if not any(part in word for word in words)] == []
    rest = {each.opening for each in said if not any(part in each.said for part, _ in MEANINGS)}
    assert rest == set(BEGINNINGS)


def complaints(text: str) -> Iterator[Complaint]:
    """What libyaml says of a text, if it says anything."""
    parser = CParser(text)
    try:
        while parser.get_event() is not None:
            pass
    except MarkedYAMLError as error:
        yield complaint(source_of(text), error)
