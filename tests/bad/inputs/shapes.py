"""Documents that are deep, long or wide, and catalogs of odd files."""

from collections.abc import Iterator

from tests.bad.healthy import HEALTHY

OWNER = "id: {}\nname: A\ntype: person\n"
LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{','.join('*' + chr(97 + n) for _ in range(9))}]\n" for n in range(9)
)
SHAPES = {
    "brackets without end": "[" * 20_000,
    "braces without end": "{a: " * 5_000,
    "dashes without end": "- " * 5_000,
    "question marks without end": "? " * 5_000,
    "quotes without end": "'" * 20_001,
    "anchors without end": "&a " * 5_000,
    "stars without end": "*a " * 5_000,
    "exclamation marks without end": "! " * 5_000,
    "bars without end": "|\n" * 5_000,
    "keys in keys": "".join(" " * depth + "a:\n" for depth in range(200)),
    "a laugh": LAUGHS,
    "a circle": "&a {id: *a}\n",
    "many keys": "".join(f"k{number}: 1\n" for number in range(5_000)),
    "many items": "tags:\n" + "- a\n" * 10_000,
    "many values": f"tags: [{'a, ' * 20_000}a]\n",
    "many documents": "---\n" * 20_000,
    "many owners": "".join(f"- {{id: o{number}, name: O, type: person}}\n" for number in range(500)),
    "the same owner again": "- {id: a, name: A, type: person}\n" * 300,
    "many comments": "# x\n" * 200_000,
    "a long line": f"# {'x' * 900_000}\n",
    "a long key": f"{'k' * 2000}: 1\n",
    "a long id": OWNER.format("a" * 5000),
    "a file that is too large": "# x\n" * 300_000,
    "many duplicates": OWNER.format("a") + "name: B\n" * 2_000,
    "many merges": OWNER.format("a") + "<<: {}\n" * 500,
    "many aliases": f"id: &a a\nname: A\ntype: person\ntags: [{', '.join(['*a'] * 999)}]\n",
    "many allowances": OWNER.format("a") + "# prodops: allow orphan-owner: why\n" * 500,
    "allowances of nothing": OWNER.format("a") + "# prodops: allow\n# prodops: allow :\n# prodops: allow no until x\n",
    "blank lines within": OWNER.format("a").replace("\n", "\n" * 300),
    "a ring of owners": "".join(
        f"- {{id: o{n}, name: O, type: person, manager: o{(n + 1) % 60}}}\n" for n in range(60)
    ),
    "a chain of teams": "".join(f"- {{id: t{n}, name: T, type: team, parent: t{n + 1}}}\n" for n in range(150)),
}
FILES: dict[str, dict[str, str]] = {
    "a name with a line break": {"owners/a\nb.yaml": OWNER.format("c")},
    "a name with a tab": {"owners/a\tb.yaml": OWNER.format("c")},
    "a name like an option": {"owners/-rf.yaml": OWNER.format("c")},
    "a name like a command of a log": {"owners/::error::x.yaml": OWNER.format("c")},
    "a name from right to left": {"owners/\u202elmay.yaml": OWNER.format("c")},
    "a name with an escape": {"owners/\x1b[2J.yaml": OWNER.format("c")},
    "a name that is no UTF-8": {"owners/caf\udce9.yaml": OWNER.format("c")},
    "a name with spaces": {"owners/ a b .yaml": OWNER.format("c")},
    "a name with quotes": {"owners/'\"`$(x).yaml": OWNER.format("c")},
    "a name with a backslash": {"owners/a\\b.yaml": OWNER.format("c")},
    "a name with a percent sign": {"owners/%00%0a%.yaml": OWNER.format("c")},
    "a name of Markdown": {"owners/[x](y) **z** |.yaml": OWNER.format("c")},
    "a name that is only an ending": {"owners/.yaml": OWNER.format("c"), "owners/..yaml": OWNER.format("d")},
    "a long name": {f"owners/{'n' * 250}.yaml": OWNER.format("c")},
    "a name of other signs": {"owners/日本語😀.yaml": OWNER.format("c")},
    "two spellings of one name": {"owners/é.yaml": OWNER.format("c"), "owners/e\u0301.yaml": OWNER.format("d")},
    "two cases of one name": {"owners/C.yaml": OWNER.format("c"), "owners/c.yml": OWNER.format("d")},
    "both endings": {"owners/a.yml": OWNER.format("a")},
    "another ending": {"owners/c.YAML": OWNER.format("c"), "owners/d.json": "{}", "owners/e.yaml.orig": "x"},
    "a folder in folders": {f"owners/{'d/' * 60}c.yaml": OWNER.format("c")},
    "a file in the place of a folder": {"metrics": "x"},
    "a file in no folder": {"c.yaml": OWNER.format("c")},
    "one id in two kinds": {"goals/a.yaml": HEALTHY["goals/g.yaml"].replace("id: g", "id: a")},
    "one id in two files": {"owners/c.yaml": OWNER.format("a")},
    "nothing but settings": dict.fromkeys(HEALTHY, "") | {"prodops.yaml": ""},
    "every file empty": dict.fromkeys(HEALTHY, ""),
    "every file a comment": dict.fromkeys(HEALTHY, "# later\n"),
    "every file nothing": dict.fromkeys(HEALTHY, "~\n"),
    "every file a list": dict.fromkeys(HEALTHY, "[a]\n"),
    "every file a text": dict.fromkeys(HEALTHY, "words\n"),
    "every file an id": dict.fromkeys(HEALTHY, "id: a\n"),
    "every kind in the wrong folder": {
        path.replace(".yaml", "-x.yaml"): text
        for path, text in zip(list(HEALTHY)[1:], [*list(HEALTHY.values())[2:], HEALTHY["owners/a.yaml"]], strict=True)
    },
}


def shapes() -> Iterator[tuple[str, dict[str, bytes]]]:
    """Shapes as an owner's file, and odd files."""
    for name, text in SHAPES.items():
        yield name, {"owners/a.yaml": text.encode()}
    for name, files in FILES.items():
        yield name, {path: text.encode() for path, text in files.items()}
