"""What docs/export.md says beside its commands, which tests/docs runs: formats, categories, SQL, schema, workflow."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import jsonschema
import pytest
import yaml
from check_jsonschema.builtin_schemas import get_builtin_schema

from prodops_cli.catalog.load import load as load_catalog
from prodops_cli.exporters.calendar.days import events
from prodops_cli.exporters.choose import load, names
from prodops_cli.exporters.formats.sqlite import APPLICATION, VERSION
from prodops_cli.exporters.material import Material
from prodops_cli.trees.worktree import WorkTree
from tests.ci.reading import valid
from tests.examples.catalogs import ACME, TODAY
from tests.exporters.small import material

DOCS = Path(__file__).parents[2] / "docs"
TEXT = (DOCS / "export.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"^```sql\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


def acme() -> Material:
    """The healthy example."""
    return Material(load_catalog(WorkTree(ACME)), TODAY)


def first_column(heading: str) -> set[str]:
    """The words in the first column of the table in a section."""
    section = TEXT.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return {
        word for cell in re.findall(r"^\| (`.*?) \|", section, re.MULTILINE) for word in re.findall(r"`(\w+)`", cell)
    }


def test_every_format_is_named() -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", TEXT.partition("\n## ")[0], re.MULTILINE)) == set(names())


def test_every_category_is_named() -> None:
    found = {event.category for each in (acme(), material()) for event in events(each)}
    assert found == first_column("A calendar")


@pytest.mark.parametrize("query", QUERIES)
def test_queries_answer(query: str) -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(load("sqlite").write(acme(), ""))
        assert database.execute(query).fetchall()


def test_the_file_is_what_it_says() -> None:
    assert f"`application_id` {APPLICATION}, `user_version` {VERSION}" in TEXT


@pytest.mark.parametrize("found", [acme(), material()])
def test_the_schema_is_true(found: Material) -> None:
    schema = json.loads((DOCS / "export.schema.json").read_text(encoding="utf-8"))
    made = json.loads(load("json").write(found, ""))
    jsonschema.Draft202012Validator(schema).validate(made)
    assert set(schema["properties"]) | {"references", "document"} == first_column("JSON") - {
        *("timezone", "written", "catalog", "vocabulary", "surfaces", "attributes", "budgets", "review_every"),
        *("kind", "id", "path", "line", "field", "exists"),
    }


def test_the_workflow_is_one() -> None:
    ((path, text),) = re.findall(r"^```yaml\n# (\S+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    workflow = yaml.safe_load(text)
    assert path.startswith(".github/workflows/")
    valid(workflow | {"on": workflow.pop(True)}, get_builtin_schema("vendor.github-workflows"))
