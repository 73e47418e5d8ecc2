"""Hostile text: whatever stands in names, ids and paths, every format says it, and nothing begins in it."""

import csv
import json
import sqlite3
from contextlib import closing
from datetime import date
from io import BytesIO, StringIO

import icalendar
import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st
from pyarrow import parquet
from ruamel.yaml import YAML

from prodops_cli.catalog.load import load as load_catalog
from prodops_cli.documents.decode import FORBIDDEN
from prodops_cli.documents.inline import inline
from prodops_cli.exporters.choose import load, names
from prodops_cli.exporters.material import Material
from prodops_cli.lint.request import Request
from prodops_cli.pipeline import judge
from prodops_cli.trees.memory import MemoryTree

TODAY = date(2026, 9, 7)
BYTE = "\udcff"
WORDS = (
    "=1+1",
    "'); DROP TABLE tools; --",
    '"; \n"',
    "\\n\nBEGIN:VEVENT\nEND:VCALENDAR",
    "---\nkind: User",
    "\u202e\u200b",
    "😀" * 40,
    "x" * 50_000,
    "[a, b]",
    "!null",
)


def of(text: str, stem: str = "a") -> Material:
    """A catalog in which a text is everywhere where one may stand."""
    said = inline(text)
    key = said if len(text) < 500 else "key"  # YAML has no longer keys on one line
    owner = f"id: {said}\nname: {said}\ntype: person\nemail: {said}\ntags: [{said}]\nexternal: {{{key}: {said}}}\n"
    tool = f"name: {said}\nowner: {said}\nstatus: adopted\ndescription: {said}\ntrial_ends: 2026-09-30\nx-a: {said}\n"
    files = {
        "prodops.yaml": f"catalog: {{name: {said}}}\nsurfaces: {{{key}: {{owner: {said}}}}}\n",
        "owners/o.yaml": owner,
        f"tools/{stem}.yaml": tool,
    }
    catalog = load_catalog(MemoryTree({path: written.encode() for path, written in files.items()}))
    return Material(catalog, TODAY, verdict=judge(catalog, Request(TODAY)))


def made(material: Material) -> dict[str, bytes]:
    """Every file of every format."""
    files = {}
    for name in names():
        target = load(name)
        for part in target.parts(material) if target.parts else ("",):
            files[f"{name} {part}"] = target.write(material, part)
        list(target.remarks(material))
    return files


def read(files: dict[str, bytes]) -> None:
    """All of them are read by those who read them, and hold what there is, and nothing else."""
    assert len(json.loads(files["json "])["entities"]) == 2
    for kind in ("owner", "tool"):
        rows = list(csv.reader(StringIO(files[f"csv {kind}"].decode(), newline="")))
        assert len(rows) == 2
        assert len(rows[0]) == len(rows[1])
    assert len(icalendar.Calendar.from_ical(files["ics "]).walk("VEVENT")) == 1
    documents = list(YAML(typ="safe", pure=True).load_all(files["backstage "].decode()))
    assert [each["kind"] for each in documents] == ["User", "Component"]
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(files["sqlite "])
        assert database.execute("SELECT (SELECT count(*) FROM owners), (SELECT count(*) FROM tools)").fetchone() == (
            1,
            1,
        )
    assert parquet.read_table(BytesIO(files["parquet tools"])).num_rows == 1


@pytest.mark.parametrize("text", WORDS)
def test_words(text: str) -> None:
    read(made(of(text)))


@pytest.mark.parametrize("stem", [f"{BYTE}", "a b", "=1", "a;b", "@x", "x" * 200])
def test_file_names(stem: str) -> None:
    read(made(of("a", stem)))


@effort(max_examples=20)
@given(st.text(min_size=1, max_size=20).filter(lambda text: not FORBIDDEN.search(text)))
def test_texts(text: str) -> None:
    if not any("\ud800" <= character <= "\udfff" for character in text):
        read(made(of(text)))
