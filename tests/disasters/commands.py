"""Every command that writes, and a catalog in which each of them has something to write."""

from collections.abc import Mapping

from tests.bad.healthy import HEALTHY
from tests.bad.healthy import over as healthy_with

CATALOG = "shop"
TODAY = "2026-09-07"
FILES = {
    "owners/old.yaml": b"id: new\nname: no # really\ntype: Person\n",
    "owners/c.yaml": HEALTHY["owners/a.yaml"].replace("id: a", "id: c").replace("person", "Person").encode(),
    "weekly.md": b"before\n",
    "found.json": b"{}\n",
    "out.json": b"{}\n",
    "costs.csv": b"id,name,owner,status\nslack,Slack,a,adopted\nmiro,Miro,a,trial\n",
}
COMMANDS: Mapping[str, tuple[str, ...]] = {
    "fix": ("lint", "--fix", "--no-baseline", "-q", "-f", "concise"),
    "allow": ("lint", "--add-allows", "known", "--no-baseline", "-q", "-f", "concise"),
    "findings": ("lint", "--no-baseline", "-q", "-f", "json:found.json"),
    "report": ("report", "weekly", "--worktree", "-o", "weekly.md"),
    "schedule": ("schedule", "--write", "--solver", "greedy"),
    "set": ("set", "a", "name=Bea"),
    "rename": ("rename", "g", "grow"),
    "new": (
        "new",
        "metric",
        "checkout_pages",
        "--set",
        "owner=a",
        "--set",
        "name=Pages",
        "--set",
        "direction=increase",
        "--set",
        "description=Pages that somebody looks at.",
    ),
    "init": ("init", "../begun", "--yes", "--github", "--pre-commit"),
    "import": ("import", "costs.csv", "--kind", "tool"),
    "export": ("export", "json", "-o", "out.json"),
    "export-folder": ("export", "csv", "-o", "out/"),
    "baseline": ("baseline", "create"),
    "schemas": ("schema", "--write", "schemas"),
    "codeowners": ("export", "codeowners", "--write"),
}


def files() -> dict[str, bytes]:
    """The files of the repository, in which the catalog is a folder."""
    return {f"{CATALOG}/{path}": data for path, data in healthy_with(FILES).items()} | {"CODEOWNERS": b"* @all\n"}


def words(name: str) -> list[str]:
    """A command with the day on which it is always run."""
    return [*COMMANDS[name], *(() if name == "schemas" else ("--today", TODAY))]
