"""What hostile repositories, environments and users say; `canary` is there as soon as a program of theirs has run."""

from collections.abc import Callable
from pathlib import Path

Git = Callable[..., str]

SETTINGS = [
    "core.fsmonitor",
    "core.hooksPath",
    "core.pager",
    "core.editor",
    "core.sshCommand",
    "core.askPass",
    "core.gitProxy",
    "core.alternateRefsCommand",
    "pager.rev-list",
    "pager.cat-file",
    "pager.diff-tree",
    "alias.rev-parse",
    "alias.cat-file",
    "alias.ls-tree",
    "diff.external",
    "diff.evil.command",
    "diff.evil.textconv",
    "filter.evil.clean",
    "filter.evil.smudge",
    "filter.evil.process",
    "merge.evil.driver",
    "gpg.program",
    "gpg.ssh.program",
    "credential.helper",
    "sequence.editor",
    "uploadpack.packObjectsHook",
    "remote.origin.uploadpack",
]
REVISIONS = [
    "--output=x",
    "-x",
    "--all",
    "--git-dir",
    "--help",
    "--",
    "-",
    "HEAD:path",
    "HEAD:a.yaml",
    ":a.yaml",
    ":/first",
    ":/",
    "@{-1}",
    "@{u}",
    "@{yesterday}",
    "@",
    "@{",
    "",
    " ",
    "\t",
    ".",
    "..",
    "...",
    "HEAD..HEAD",
    "HEAD...HEAD",
    "^HEAD",
    "HEAD^@",
    "HEAD^-",
    "HEAD^{}",
    "HEAD^{tree}",
    "HEAD^{/first}",
    "HEAD^{/(((}",
    "HEAD~99999999999999999999",
    "HEAD\0--all",
    "HEAD\n",
    "HEAD\nmain",
    "HEAD main",
    "a" * 40,
    "0" * 40,
    "a" * 300,
    "a" * 3_000_000,
    "^" * 200,
    "zweig-ä-分支",
    "caf\udce9",
    "\ud800",
    "refs/heads/*",
    "main@{99}",
    "$(touch x)",
    "`touch x`",
    "; touch x",
    "../../../../etc/passwd",
    "/etc/passwd",
    "stash",
    "FETCH_HEAD",
]


def poison(repository: Path, git: Git, canary: Path) -> None:
    """Every setting of a repository that could run a program does, and every hook."""
    evil = str(canary.with_name("evil"))
    for name in SETTINGS:
        git(repository, "config", name, f"!{evil}" if name.startswith("alias") else evil)
    git(repository, "config", "log.showSignature", "true")
    git(repository, "config", "core.hooksPath", str(canary.parent / "hooks"))
    (canary.parent / "hooks").mkdir()
    for hook in ("post-checkout", "reference-transaction", "post-index-change", "fsmonitor-watchman"):
        (canary.parent / "hooks" / hook).symlink_to(evil)


def environment(folder: Path, canary: Path) -> dict[str, str]:
    """Variables that lead git elsewhere."""
    elsewhere = str(folder / "elsewhere")
    return {
        **dict.fromkeys(("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY"), elsewhere),
        **dict.fromkeys(("GIT_INDEX_FILE", "GIT_CONFIG", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"), elsewhere),
        **dict.fromkeys(("GIT_SHALLOW_FILE", "GIT_EXEC_PATH", "GIT_CEILING_DIRECTORIES"), elsewhere),
        **dict.fromkeys(("GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_SSH_COMMAND"), str(canary.with_name("evil"))),
        "GIT_PYTHON_GIT_EXECUTABLE": str(canary.with_name("evil")),
        "GIT_NAMESPACE": "elsewhere",
        "GIT_PREFIX": "elsewhere/",
        "GIT_TRACE": str(folder / "trace"),
        "GIT_ICASE_PATHSPECS": "1",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.bare",
        "GIT_CONFIG_VALUE_0": "nonsense",
    }
