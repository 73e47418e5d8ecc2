"""Texts of other people: bytes in the encodings that spreadsheets write."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, lookup

from prodops_cli.documents.source import Source, Span
from prodops_cli.failure import Misuse
from prodops_cli.importers.broken import LARGEST, Broken
from prodops_cli.trees.digest import blob_id

MARKS = ((BOM_UTF8, "utf-8-sig"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16"))


def decoded(path: str, data: bytes, encoding: str | None = None) -> Source:
    """The text of a file: UTF-8, what its first bytes say, or what somebody says. Raises Broken, Misuse."""
    if len(data) > LARGEST:
        raise Broken(Source(path, "", ""), Span(0, 0), f"it has {len(data):,} bytes, more than 16 MiB", "divide it")
    marked = next((name for mark, name in MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(known(encoding) if encoding else marked)
    except UnicodeDecodeError as error:
        before = Source(path, data[: error.start].decode("latin-1"), "")
        action = "save it as UTF-8, or say how it is written, such as --encoding windows-1252"
        end = len(before.text)
        raise Broken(before, Span(end, end), f"the byte 0x{data[error.start]:02x} is no UTF-8", action) from error
    return Source(path, text, blob_id(data))


def known(encoding: str) -> str:
    """The name of an encoding that makes text of bytes. Raises Misuse."""
    try:
        b"".decode(encoding)
        return lookup(encoding).name
    except LookupError as error:
        raise Misuse(f"there is no encoding `{encoding}`", "try windows-1252, iso-8859-1 or utf-16") from error
