"""Bytes that are no text, and texts that are odd to their last byte."""

from collections.abc import Iterator

TEXT = "id: a\nname: Anna Ōé 😀\ntype: person\n"
MARK = b"\xef\xbb\xbf"
BYTES = {
    **{
        f"in {name}": TEXT.encode(name) for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "utf-7")
    },
    "in latin-1": "id: a\nname: Zoé\ntype: person\n".encode("latin-1"),
    "in shift-jis": "id: a\nname: 日本\ntype: person\n".encode("shift-jis"),
    "in EBCDIC": b"id: a\n".decode().encode("cp500"),
    "two marks": MARK * 2 + TEXT.encode(),
    "a mark in the middle": TEXT.encode().replace(b"name", MARK + b"name"),
    "a mark alone": MARK,
    "half a character at the end": TEXT.encode() + b"# \xf0\x9f\x98",
    "a lonely continuation byte": TEXT.encode() + b"# \x80\n",
    "an overlong slash": TEXT.encode() + b"# \xc0\xaf\n",
    "a surrogate in UTF-8": TEXT.encode() + b"# \xed\xa0\x80\n",
    "no code point": TEXT.encode() + b"# \xf5\x80\x80\x80\n",
    "gzip": b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03",
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "a zip": b"PK\x03\x04\x14\x00\x00\x00\x08\x00",
    "zeros": bytes(4096),
    "all bytes": bytes(range(256)),
    "old Macintosh line ends": TEXT.replace("\n", "\r").encode(),
    "mixed line ends": b"id: a\r\nname: A\rtype: person\n",
    "line ends of Unicode": "id: a\u2028name: A\u2029type: person\x85".encode(),
    "no end of the last line": TEXT.encode().rstrip(),
    "line ends alone": b"\n" * 5000,
    "carriage returns alone": b"\r" * 5000,
    "spaces alone": b" " * 5000,
    "tabs alone": b"\t" * 5000,
    "a terminal's escape": b"id: a\nname: \x1b[2J\x1b]0;x\x07\n",
    "an unresolved merge": b"id: a\n<<<<<<< HEAD\nname: A\n=======\nname: B\n>>>>>>> other\n",
    "a pointer to large storage": b"version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 2\n",
    "JSON": b'{"id": "a", "name": "A", "type": "person"}',
    "TOML": b'id = "a"\n[name]\n',
    "XML": b"<?xml version='1.0'?><id>a</id>",
    "Markdown": b"---\nid: a\n---\n# Anna\n\n* one: two\n",
    "Python": b"def a():\n\treturn {'id': 1}\n",
    "a template of Helm": b"id: {{ .Values.id }}\nname: {{- if .x }}A{{ end }}\n",
}
WHERE = ("owners/a.yaml", "prodops.yaml")


def encodings() -> Iterator[tuple[str, dict[str, bytes]]]:
    """All of them as an owner's file, and as prodops.yaml."""
    for path in WHERE:
        for name, data in BYTES.items():
            yield f"{path} {name if name.startswith('in ') else 'is ' + name}", {path: data}
