"""A catalog that begins is healthy, on whatever day; and beginning overwrites nothing."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema.builtin_schemas import get_builtin_schema
from jsonschema import Draft202012Validator

from prodops_cli import __version__
from prodops_cli.catalog.load import load
from prodops_cli.cli.run import run
from prodops_cli.lint.request import Request
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.owner import Owner
from prodops_cli.pipeline import lint
from prodops_cli.starter.documents import documents
from prodops_cli.starter.house import USUAL, House, teams
from prodops_cli.starter.origin import installed_from
from prodops_cli.starter.wiring import for_editors, with_modelines
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.worktree import WorkTree
from tests.ci.reading import valid

ROOT = Path(__file__).parent.parent.parent
FIRST = date(2026, 1, 1)
DAYS = [FIRST + timedelta(days=number) for number in range(0, 800, 29)] + [date(2027, 12, 31), date(2028, 2, 29)]


HOUSES = {
    "usual": USUAL,
    "shares pages": House("Shop & Söhne: the shop", "Europe/Paris", shares_pages=True),
    "several teams": House(
        teams=teams([("Growth", "Zoë Lind"), ("Pay: Pal", "王芳"), ("支付", "no"), ("!", "Zoë Lind")])
    ),
    "a team like its lead": House(teams=teams([("Sam-Meier!", "Sam Meier"), ("off", "Ana")])),
}


@pytest.mark.parametrize("name", HOUSES)
def test_all_is_clear_in_every_house(name: str) -> None:
    written = with_modelines(documents(FIRST, HOUSES[name]))
    tree = MemoryTree({path: text.encode() for path, text in written.items()})
    assert [finding.problem.message for finding in lint(tree, Request(FIRST)).findings] == []
    catalog = load(tree)
    assert catalog.settings.catalog.name == HOUSES[name].name
    said = {owner.name for owner in catalog.all(Owner)}
    assert {each.name for team in HOUSES[name].teams for each in (team.team, team.lead)} <= said


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_all_is_clear(today: date) -> None:
    tree = MemoryTree({path: text.encode() for path, text in documents(today).items()})
    verdict = lint(tree, Request(today))
    assert verdict.findings == ()
    assert verdict.allowed == ()
    assert {kind for kind, number in verdict.scope.entities if number} == set(KINDS)


def test_editors_know_every_document() -> None:
    wired = for_editors()
    globs = json.loads(wired[".vscode/settings.json"])["yaml.schemas"]
    for path, text in documents(FIRST).items():
        (schema,) = (name for name, found in globs.items() if is_one_of(path, found))
        value = plain(yaml.safe_load(text))
        Draft202012Validator(json.loads(wired[schema.removeprefix("./")])).validate(value)


def is_one_of(path: str, globs: list[str]) -> bool:
    """Whether a path is what a glob means."""
    return any(fnmatch(path, glob.replace("**/", "")) for glob in globs)


def plain(value: Any) -> Any:
    """What an editor has: days are texts."""
    match value:
        case dict():
            return {key: plain(part) for key, part in value.items()}
        case list():
            return [plain(part) for part in value]
        case date():
            return value.isoformat()
        case _:
            return value


def test_documents_below_the_top_tell_editors_where_their_schema_is(folder: Path) -> None:
    """The settings are those of a folder that nobody opens."""
    assert run(["init", "product"]) == 0
    assert (
        run(["new", "metric", "orders", "--set", "owner=growth", "--set", "description=Paid orders.", "-C", "product"])
        == 0
    )
    for path in (folder / "product").rglob("*.yaml"):
        head = path.read_text().splitlines()[0]
        schema = path.parent / head.removeprefix("# yaml-language-server: $schema=")
        assert json.loads(schema.read_text())["title"] == next(
            (name for name, kind in KINDS.items() if kind.folder == path.parent.name), "prodops"
        )


def test_documents_at_the_top_need_no_such_line(folder: Path) -> None:
    assert run(["init"]) == 0
    assert "yaml-language-server" not in (folder / "metrics" / "signup_rate.yaml").read_text()


def test_the_house_is_what_is_said(folder: Path) -> None:
    said = [
        "--name",
        "Shop",
        "--timezone",
        "Europe/Paris",
        "--team",
        "Payments=Ana Ribeiro",
        "--team",
        "Search",
        "--share-pages",
    ]
    assert run(["init", *said]) == 0
    assert run(["lint", "--fail-on", "notice"]) == 0
    catalog = load(WorkTree(folder))
    assert (catalog.settings.catalog.name, catalog.settings.catalog.timezone) == ("Shop", "Europe/Paris")
    assert {owner.id: owner.lead for owner in catalog.all(Owner) if owner.lead} == {
        "payments": "ana-ribeiro",
        "search": "alex-kim",
    }
    assert catalog.settings.surfaces["signup"].concurrent
    assert (folder / "README.md").read_text().startswith("# The product catalog of Shop\n")


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        ("--team==Ana", "names no team"),
        ("--team=A=", "names no team"),
        ("--timezone=Mars", "there is no time zone `Mars`"),
    ],
)
def test_a_house_that_cannot_be(option: str, sentence: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "product", option]) == 2
    assert sentence in capsys.readouterr().err
    assert not (folder / "product").exists()


def test_a_readme_that_is_there_is_somebodys_own(folder: Path) -> None:
    (folder / "README.md").write_text("mine")
    assert run(["init"]) == 0
    assert (folder / "README.md").read_text() == "mine"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The top of a repository."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """All files with their bytes, but for what is kept in git's folder."""
    paths = (path for path in sorted(folder.rglob("*")) if ".git" not in path.relative_to(folder).parts)
    return ((str(path), path.read_bytes()) for path in paths if path.is_file())


def test_begins_and_begins_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "--github", "--gitlab", "--pre-commit"]) == 0
    assert "wrote  prodops.yaml\n" in capsys.readouterr().out
    before = list(files(folder))
    assert run(["lint", "--fail-on", "notice"]) == 0
    assert run(["init", "--github", "--gitlab", "--pre-commit"]) == 0
    assert "Nothing to do" in capsys.readouterr().out
    assert list(files(folder)) == before


def test_overwrites_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".gitlab-ci.yml").write_text("mine\n")
    (folder / "owners").mkdir()
    (folder / "owners" / "people.yaml").symlink_to("/nowhere")
    assert run(["init", "--gitlab"]) == 1
    said = capsys.readouterr().out
    assert "kept   .gitlab-ci.yml: it is there already, and says something else\n" in said
    assert "kept   owners/people.yaml" in said
    assert (folder / ".gitlab-ci.yml").read_text() == "mine\n"
    assert (folder / "owners" / "people.yaml").readlink() == Path("/nowhere")


def test_leaves_the_documents_of_a_catalog_alone(folder: Path) -> None:
    (folder / "prodops.yaml").touch()
    assert run(["init"]) == 0
    assert not (folder / "owners").exists()
    assert (folder / "schemas" / "metric.schema.json").exists()


def test_ci_stands_at_the_top_and_knows_the_way(folder: Path) -> None:
    assert run(["init", "product ops", "--github", "--gitlab", "--pre-commit"]) == 0
    workflow = yaml.safe_load((folder / ".github" / "workflows" / "prodops.yml").read_text())
    valid(workflow | {"on": workflow.pop(True)}, get_builtin_schema("vendor.github-workflows"))
    assert workflow["jobs"]["lint"]["steps"][-1]["env"] == {"CATALOG": "product ops"}
    pipeline = yaml.safe_load((folder / ".gitlab-ci.yml").read_text())
    valid(pipeline, get_builtin_schema("vendor.gitlab-ci"))
    assert pipeline["prodops-lint"]["variables"]["CATALOG"] == "product ops"
    hooks = yaml.safe_load((folder / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"]
    assert hooks[0]["args"] == ["-C", "product ops"]


BAD = {
    "within another catalog": (2, "is in the catalog at"),
    "a file": (3, "can't be made: File exists"),
    "a link": (3, "a link leads out of"),
}


def test_writes_the_digest_on_mondays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    assert run(["init", "product ops", "--weekly"]) == 0
    assert not (tmp_path / ".github" / "workflows" / "prodops.yml").exists()
    workflow = yaml.safe_load((tmp_path / ".github" / "workflows" / "product-week.yml").read_text())
    assert workflow["jobs"]["digest"]["steps"][-1]["env"] == {"CATALOG": "product ops"}
    valid(workflow | {"on": workflow.pop(True)}, get_builtin_schema("vendor.github-workflows"))


def test_makes_the_digest_in_gitlab_when_a_schedule_asks(folder: Path) -> None:
    assert run(["init", "product ops", "--gitlab"]) == 0
    assert run(["init", "product ops", "--gitlab", "--weekly"]) == 0
    assert not (folder / ".github").exists()
    pipeline = yaml.safe_load((folder / ".gitlab-ci.yml").read_text())
    (included,) = pipeline["include"]
    assert included["rules"] == [{"exists": [included["local"]]}]
    week = yaml.safe_load((folder / included["local"]).read_text())
    valid(pipeline | week, get_builtin_schema("vendor.gitlab-ci"))
    assert week["product-week"]["variables"]["CATALOG"] == "product ops"


def test_both_services_get_the_digest(folder: Path) -> None:
    assert run(["init", "--github", "--gitlab", "--weekly"]) == 0
    assert (folder / ".github" / "workflows" / "product-week.yml").exists()
    assert (folder / ".gitlab" / "product-week.yml").exists()


@pytest.mark.parametrize("where", BAD)
def test_says_why_not(where: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, sentence = BAD[where]
    match where:
        case "within another catalog":
            (folder / "prodops.yaml").touch()
            (folder / "sub").mkdir()
        case "a file":
            (folder / "sub").touch()
        case _:
            (folder / "sub").mkdir()
            (folder / "sub" / "experiments").symlink_to(folder.parent)
    assert run(["init", "sub"]) == code
    assert sentence in capsys.readouterr().err


def test_an_empty_folder_is_told_of_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint"]) == 3
    assert "begin one with `prodops init`" in capsys.readouterr().err


FROM = "https://github.com/acme/prodops"
COMMIT = "5f2d1c0e9b8a7d6c5e4f3a2b1c0d9e8f7a6b5c4d"
NOTES: dict[str, tuple[dict[str, Any], str | None]] = {
    "git": ({"url": FROM, "vcs_info": {"vcs": "git", "commit_id": COMMIT}}, f"git+{FROM}@{COMMIT}"),
    "a folder": ({"url": "file:///home/ana/prodops", "dir_info": {"editable": True}}, None),
    "a clone": ({"url": "file:///home/ana/prodops", "vcs_info": {"vcs": "git", "commit_id": COMMIT}}, None),
    "a wheel": ({"url": f"{FROM}/prodops.whl", "archive_info": {}}, None),
    "a folder of a repository": ({"url": FROM, "subdirectory": "x", "vcs_info": {"commit_id": COMMIT}}, None),
    "a password": ({"url": "https://ana:x@example.com/prodops", "vcs_info": {"commit_id": COMMIT}}, None),
    "nonsense": ({"url": FROM, "vcs_info": 3}, None),
}


@pytest.mark.parametrize("note", NOTES)
def test_ci_installs_what_is_installed_here(note: str) -> None:
    noted, expected = NOTES[note]
    found = installed_from(json.dumps(noted))
    assert (str(found) if found else None) == expected


def test_where_pip_noted_nothing_nobody_knows() -> None:
    assert [installed_from(noted) for noted in (None, "", "{", "[]", "3")] == [None] * 5


ADDRESSES = {
    FROM: f"git+{FROM}@v{__version__}",
    f"git+{FROM}.git@main": f"git+{FROM}.git@main",
    "ssh://git@git.example.com:2222/a/prodops@v9": "git+ssh://git@git.example.com:2222/a/prodops@v9",
}


@pytest.mark.parametrize("said", ADDRESSES)
def test_ci_installs_from_the_repository_that_is_named(
    said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", "--github", "--gitlab", "--from", said]) == 0
    assert "Before you commit" not in capsys.readouterr().out
    assert installs(folder) == {ADDRESSES[said]}


def installs(folder: Path) -> set[str]:
    """What pip is given, in all files."""
    workflow = yaml.safe_load((folder / ".github" / "workflows" / "prodops.yml").read_text())
    (step,) = (step for step in workflow["jobs"]["lint"]["steps"] if "pip" in step.get("run", ""))
    job = yaml.safe_load((folder / ".gitlab-ci.yml").read_text())["prodops-lint"]
    assert {step["run"], job["script"][0]} == {'pip install "$PRODOPS"'}
    return {step["env"]["PRODOPS"], job["variables"]["PRODOPS"]}


def test_says_last_what_is_to_be_filled_in(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("prodops_cli.cli.beginning.noted", lambda: None)
    assert run(["init", "--github", "--gitlab", "--pre-commit"]) == 0
    told = " ".join(capsys.readouterr().out.split("\n\n")[-1].split())
    assert "https://where-is-prodops.invalid/prodops in .github/workflows/prodops.yml and .gitlab-ci.yml" in told
    assert installs(folder) == {f"git+https://where-is-prodops.invalid/prodops@v{__version__}"}


@pytest.mark.parametrize(
    "said",
    [
        *(
            "",
            "prodops",
            "prodops==0.1.0",
            "http://example.com/prodops",
            "file:///prodops",
            "git@example.com:a/prodops",
        ),
        *(
            "https://example.com",
            "https://-o/x",
            "https://ana:x@example.com/prodops",
            f"{FROM}@-x",
            f"{FROM}@",
            f"{FROM} x",
        ),
        *(f"{FROM}\n", f"{FROM}; id", f"{FROM}$(id)", f"{FROM}`id`", f"{FROM}${{{{ x }}}}", f'{FROM}"', f"{FROM}#x"),
    ],
)
def test_refuses_what_is_no_repository(said: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "--github", "--from", said]) == 2
    assert "is no address of a git repository" in capsys.readouterr().err
    assert list(files(folder)) == []


def test_nothing_is_installed_by_its_name() -> None:
    """Neither by what `init` writes, nor by the action, the template and the pages."""
    texts = [*ROOT.glob("*.*"), *ROOT.glob(".github/**/*.yml"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("templates/*")]
    texts += [*ROOT.glob("src/prodops_cli/starter/ci/*")]
    by_name = re.compile(r"(?:pip|pipx|uv|uvx)(?:\s+(?:tool|pip))?\s+(?:install|run)\b[^\n|`]*[ \"']prodops(?![\w/-])")
    assert [path.name for path in texts if path.is_file() and by_name.search(path.read_text(encoding="utf-8"))] == []
    assert by_name.search("pip install --quiet prodops==0.1.0")
