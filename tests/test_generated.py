"""What is generated says what the code says: schemas, the rules' pages, the commands. `--regen` writes it again."""

from pathlib import Path

import pytest

from prodops_cli.models.schema import schemas
from tests.generated.commands import commands_page
from tests.generated.contexts import contexts_page
from tests.generated.formats import formats_page
from tests.generated.importers import importers_page
from tests.generated.kinds import kinds_page
from tests.generated.rules import rule_pages
from tests.generated.settings import settings_page
from tests.generated.tables import tables_page

ROOT = Path(__file__).parent.parent
FOLDERS = (ROOT / "schemas", ROOT / "docs" / "rules")


def generated() -> dict[Path, str]:
    """Every generated file with its text."""
    files = {ROOT / "schemas" / f"{name}.schema.json": f"{text}\n" for name, text in schemas().items()}
    files |= {ROOT / "docs" / "rules" / name: text for name, text in rule_pages().items()}
    pages = {
        "commands": commands_page(),
        "contexts": contexts_page(),
        "formats": formats_page(),
        "importers": importers_page(),
        "kinds": kinds_page(),
        "settings": settings_page(),
        "tables": tables_page(),
    }
    return files | {ROOT / "docs" / f"{name}.md": text for name, text in pages.items()}


FILES = generated()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_says_what_the_code_says(path: Path, regen: bool) -> None:
    if regen:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(FILES[path], encoding="utf-8")
    assert path.is_file(), f"{path} is missing: run `make regen`"
    assert path.read_text(encoding="utf-8") == FILES[path]


def test_nothing_is_left_over(regen: bool) -> None:
    left = {path for folder in FOLDERS for path in folder.rglob("*") if path.is_file()} - FILES.keys()
    if regen:
        for path in left:
            path.unlink()
    else:
        assert not left
