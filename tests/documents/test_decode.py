"""Bytes become a source, or are named as what they are."""

import hashlib
import subprocess

import pytest

from prodops_cli.documents.decode import decode
from prodops_cli.documents.refusal import NotUtf8, NotYaml, TooLarge
from tests.documents.reading import refused, source_of, told, values_of

MARK = b"\xef\xbb\xbf"
INVISIBLE = (
    *(chr(code) for code in (*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0))),
    *"\u2028\u2029\ufeff\ufffe\uffff",
)
VISIBLE = "\t\u00a0\u00ad\u00e9\u200b\u200d\u202e\u3000\ue000\ufffd\U0001f389\U000e0001\U0010ffff"
NOT_UTF8 = (
    (b"a: \xff", 3, 0xFF),
    (b"\xff\xfea\0:\0", 0, 0xFF),
    (b"a: \xc3\xa9\xc3", 4, 0xC3),
    (b"a: \xc0\x80", 3, 0xC0),
    (b"a: \xed\xa0\x80", 3, 0xED),
    (b"a: \xf4\x90\x80\x80", 3, 0xF4),
    (MARK + b"a: \xe9", 3, 0xE9),
)
NAMED = (
    (
        "id: a\n<<<<<<< HEAD\nname: b\n=======\nname: c\n>>>>>>> x\n",
        "2:1 '<<<<<<< HEAD' a merge conflict is not resolved; choose one side and remove the markers",
    ),
    (
        "a: b\r\n||||||| 1a2b3c4\r\n",
        "2:1 '||||||| 1a2b3c4' a merge conflict is not resolved; choose one side and remove the markers",
    ),
    (
        "a: |\n  x\n>>>>>>> theirs",
        "3:1 '>>>>>>> theirs' a merge conflict is not resolved; choose one side and remove the markers",
    ),
    (
        "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 2\n",
        "1:1 'version https://git-lfs.github.com/spec/v1' this is a Git LFS pointer, not the file; "
        "run `git lfs pull`, or keep YAML out of LFS",
    ),
    ("id: a\nname: b\0", "2:8 '\\x00' the character U+0000 is invisible and not allowed; remove it"),
)


@pytest.mark.parametrize("character", INVISIBLE, ids=lambda character: f"U+{ord(character):04X}")
def test_invisible_characters(character: str) -> None:
    words = f"the character U+{ord(character):04X} is invisible and not allowed; remove it"
    assert told(refused(f"a: é{character}b\n")) == f"1:5 {character!r} {words}"
    escape = f"\\U{ord(character):08x}"
    for written in (f'"{escape}"', f'!!str "{escape}"', f'! "x{escape}"', f'&a "{escape}"'):
        refusal = refused(f"a: {written}\n")
        assert isinstance(refusal, NotYaml)
        assert refusal.problem == "an escape makes an invisible character"
    assert isinstance(refused(f'"{escape}": a\n'), NotYaml)


@pytest.mark.parametrize("character", VISIBLE, ids=lambda character: f"U+{ord(character):04X}")
def test_other_characters(character: str) -> None:
    assert values_of(f"a: b{character}c\n") == [{"a": f"b{character}c"}]
    assert values_of(f'a: "\\U{ord(character):08x}"\n') == [{"a": character}]


@pytest.mark.parametrize(("data", "offset", "byte"), NOT_UTF8)
def test_bytes_that_are_no_utf8(data: bytes, offset: int, byte: int) -> None:
    refusal = refused(data)
    assert isinstance(refusal, NotUtf8)
    assert (refusal.span, refusal.byte) == ((offset, offset), byte)
    assert len(refusal.source.text) == offset


@pytest.mark.parametrize(("text", "words"), NAMED)
def test_what_is_no_document(text: str, words: str) -> None:
    assert told(refused(text)) == words


def test_what_only_looks_like_a_conflict() -> None:
    assert values_of("a: <<<<<<< b\n") == [{"a": "<<<<<<< b"}]
    assert values_of("a: |\n  <<<<<<< b\n  =======\n") == [{"a": "<<<<<<< b\n=======\n"}]
    assert values_of("a: version https://git-lfs.github.com/spec/v1\n")


def test_a_byte_order_mark_is_cut_off() -> None:
    assert source_of(MARK + b"a: b").text == "a: b"
    assert isinstance(refused(MARK + MARK + b"a: b"), NotYaml)
    assert values_of(MARK) == []


def test_files_are_small() -> None:
    comment = b"# " + b"x" * (1024 * 1024 - 2)
    assert values_of(comment) == []
    refusal = refused(comment + b"\n")
    assert isinstance(refusal, TooLarge)
    assert (refusal.what, refusal.limit, refusal.span) == ("this file", "1 MiB", (0, 0))


@pytest.mark.parametrize("data", [b"", b"a: b\n", MARK + b"a: b\r\n", "é".encode()])
def test_the_digest_is_git_s(data: bytes) -> None:
    assert decode("x", data).digest == hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()
    git = subprocess.run(["git", "hash-object", "--stdin"], input=data, capture_output=True, check=True)
    assert decode("x", data).digest == git.stdout.decode().strip()
