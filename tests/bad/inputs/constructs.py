"""What is no YAML, what YAML can do that no catalog may hold, and what nobody expects, each at several positions."""

from collections.abc import Iterator

CONSTRUCTS = {
    "an open quote": "'open",
    "an open double quote": '"open',
    "an open bracket": "[a, b",
    "an open brace": "{a: b",
    "a bracket that closes nothing": "a]",
    "a missing comma": "[a b: c d: e]",
    "two colons": "a: b: c",
    "a tag of one's own": "!mine x",
    "a tag that runs": "!!python/object/apply:os.system [ls]",
    "a binary tag": "!!binary aGVsbG8=",
    "a set": "!!set {a, b}",
    "an unknown alias": "*nobody",
    "an anchor within itself": "&x [*x]",
    "an anchor of nothing": "&x",
    "an anchor with a colon": "&x:y z",
    "a merge": "{<<: {a: b}}",
    "a key of a list": "{[a]: b}",
    "a key of a mapping": "{{a: b}: c}",
    "a number for a key": "{1: a, ~: b, true: c}",
    "a key twice": "{a: 1, a: 2}",
    "a question mark": "? a",
    "a question mark at a word": "{?a: b}",
    "a directive": "%YAML 1.1",
    "an invisible escape": '"a\\u0007b"',
    "a wrong escape": '"C:\\Users"',
    "half a surrogate": '"\\ud83d"',
    "a text block on its line": "| a",
    "a text block with a comment": ">- # note\n      folded\n      text",
    "a text block too far out": "|8\n  a",
    "a list on the line": "- a",
    "a tab": "\ta",
    "a number that is too long": "1" * 41,
    "a text that is too long": "x" * 262_145,
    "a line that ends nowhere": "a\\\n",
    "a backtick": "`a`",
    "a percent sign": "%a",
    "an at sign": "@a",
    "brackets": "[" * 65 + "]" * 65,
    "emoji and a combining row": "👩\u200d💻" + "e" + "\u0301" * 500,
}
POSITIONS = {
    "alone": "{}\n",
    "as a name": "id: a\nname: {}\ntype: person\n",
    "as an id": "name: A\ntype: person\nid: {}\n",
    "as an unknown key": "id: a\nname: A\ntype: person\n{}: x\n",
    "in a list": "id: a\nname: A\ntype: person\ntags:\n  - b\n  - {}\n",
    "in brackets": "id: a\nname: A\ntype: person\ntags: [b, {}]\n",
    "in braces": "id: a\nname: A\ntype: person\nhandles: {{github: {}}}\n",
    "in a second document": "id: a\nname: A\ntype: person\n---\nid: c\nname: {}\n",
    "at the end": "id: a\nname: A\ntype: person\n{}",
    "in a list of documents": "- id: a\n  name: A\n  type: person\n- id: c\n  name: {}\n  type: person\n",
}


def constructs() -> Iterator[tuple[str, dict[str, bytes]]]:
    """Each construct at each position, in the document of an owner."""
    for construct, text in CONSTRUCTS.items():
        for position, around in POSITIONS.items():
            yield f"{construct} {position}", {"owners/a.yaml": around.format(text).encode()}
