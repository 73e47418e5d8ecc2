"""What stands where no document is read is said, and nothing is said of what a healthy catalog has beside its own."""

from pathlib import Path

import pytest

from prodops_cli.cli.overlooked import KNOWN, overlooked
from prodops_cli.models.kinds import KINDS

DOCUMENT = "id: orders\nname: Orders\nowner: anna\n"


def said(root: Path, *paths: str, settings: str = "", text: str = DOCUMENT) -> list[str]:
    """What is said of a catalog in which these files hold a document."""
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    (root / "prodops.yaml").write_text(settings)
    return list(overlooked(root))


def test_the_folders_of_kinds_are_known() -> None:
    assert {model.folder for model in KINDS.values()} <= KNOWN


@pytest.mark.parametrize("path", ["orders.yaml", "metric_definitions/orders.yml"])
def test_what_is_not_read_is_said(path: str, tmp_path: Path) -> None:
    (sentence,) = said(tmp_path, path, "metrics/sales.yaml")
    assert sentence.startswith(f"Not read, though they look like documents: {path.replace('orders.yml', '')}. Move")


def test_of_many_folders_some_are_named(tmp_path: Path) -> None:
    (sentence,) = said(tmp_path, *(f"f{number}/a.yaml" for number in range(9)))
    assert "f0/, f1/, f2/, f3/, f4/ and others." in sentence


@pytest.mark.parametrize("path", ["metrics/a.yaml", "docs/a.yaml", "schemas/a.yaml", ".github/a.yaml", ".hidden.yaml"])
def test_a_healthy_catalog_is_let_alone(path: str, tmp_path: Path) -> None:
    assert said(tmp_path, path) == []


@pytest.mark.parametrize("text", ["site_name: A\nnav: []\n", "", "version: 2\nmodels:\n  - id: a\n"])
def test_other_yaml_is_let_alone(text: str, tmp_path: Path) -> None:
    assert said(tmp_path, "mkdocs.yml", "ops/values.yaml", text=text) == []


@pytest.mark.parametrize("settings", ["catalog: {folders: {metric: numbers}}", "catalog: {include: ['numbers/*']}"])
def test_what_settings_name_is_read(settings: str, tmp_path: Path) -> None:
    assert said(tmp_path, "numbers/a.yaml", settings=settings) == []
