"""From bytes to a source: strict UTF-8, a size, and no characters that hide."""

import re

from prodops_cli.documents import limits
from prodops_cli.documents.refusal import NotUtf8, NotYaml, Refused, TooLarge
from prodops_cli.documents.source import Source, Span
from prodops_cli.documents.table import divided_by
from prodops_cli.trees.digest import blob_id

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
CONFLICT = re.compile(r"^(?:<{7} |\|{7} |>{7} )[^\r\n]*", re.MULTILINE)
MARKERS = ("<<<<<<<", "|||||||", ">>>>>>>")
PLAIN = b"\t\n\r" + bytes(range(0x20, 0x7F))
BINARY = {
    b"PK\x03\x04": "a spreadsheet or another archive",
    b"\xd0\xcf\x11\xe0": "a spreadsheet or another file of an office program",
    b"%PDF-": "a PDF",
}
INSTEAD = "save its table as a .csv file elsewhere, and run `prodops import FILE.csv --kind KIND`"
LARGE_FILE_POINTER = "version https://git-lfs.github.com/spec/"


def decode(path: str, data: bytes) -> Source:
    """The source that these bytes are. Raises Refused for what no document may hold."""
    if sort := next((sort for start, sort in BINARY.items() if data.startswith(start)), ""):
        raise Refused(NotYaml(Source(path, "", blob_id(data)), Span(0, 0), f"this is {sort}, and no text", INSTEAD))
    text, bad_byte = decode_strictly(data.removeprefix(BYTE_ORDER_MARK))
    source = Source(path, text, blob_id(data))
    if len(data) > limits.FILE_BYTES:
        raise Refused(TooLarge(source, Span(0, 0), "this file", "1 MiB"))
    if bad_byte is not None:
        raise Refused(NotUtf8(source, Span(len(text), len(text)), bad_byte))
    refuse_what_is_no_catalog(source, data)
    return source


def decode_strictly(data: bytes) -> tuple[str, int | None]:
    """The text up to the first byte that is no UTF-8, and that byte."""
    try:
        return data.decode(), None
    except UnicodeDecodeError as error:
        return data[: error.start].decode(), data[error.start]


def refuse_what_is_no_catalog(source: Source, data: bytes) -> None:
    """Names hidden characters, conflict markers, LFS pointers and tables for what they are: a parser would puzzle."""
    is_plain = not data.translate(None, PLAIN)  # far cheaper than looking for each character that is forbidden
    if not is_plain and (found := FORBIDDEN.search(source.text)):
        problem = f"the character U+{ord(found.group()):04X} is invisible and not allowed"
        raise Refused(NotYaml(source, Span(*found.span()), problem, "remove it"))
    if any(marker in source.text for marker in MARKERS) and (found := CONFLICT.search(source.text)):
        action = "choose one side and remove the markers"
        raise Refused(NotYaml(source, Span(*found.span()), "a merge conflict is not resolved", action))
    if source.text.startswith(LARGE_FILE_POINTER):
        action = "run `git lfs pull`, or keep YAML out of LFS"
        raise Refused(NotYaml(source, first_line(source), "this is a Git LFS pointer, not the file", action))
    if divider := divided_by(source.text):
        action = "save it as a .csv file elsewhere, and run `prodops import FILE.csv --kind KIND`"
        problem = f"this is a table, its cells divided by {divider}, and no YAML"
        raise Refused(NotYaml(source, first_line(source), problem, action))


def first_line(source: Source) -> Span:
    """The first line, without its end."""
    return Span(0, len(source.line(1)))
