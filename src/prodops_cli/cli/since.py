"""Which commit a lint is compared with: the one that is named, or the one that a pull request began at."""

import os

from prodops_cli.cli.opening import Opened
from prodops_cli.cli.pull_request import pull_request
from prodops_cli.failure import Failure
from prodops_cli.lint.request import Base
from prodops_cli.trees.revision import REMOTES, Repository

AUTO = "auto"


def base_of(catalog: Opened, said: str, revision: str | None) -> Base:
    """What to compare a revision with; without one, the work tree. Raises Failure where that is not at hand."""
    repository = Repository.of(catalog.root, kept=catalog.tree.kept)
    head = repository.resolve(revision or "HEAD")
    commit, name = found(repository, head) if said == AUTO else since(repository, head, said, said)
    return Base(repository.tree(commit), commit, called(commit, name))


def called(commit: str, name: str) -> str:
    """`main@a26e0c9`; of a commit that was named by its id, the short id."""
    return commit[:7] if commit.startswith(name) else f"{name}@{commit[:7]}"


def since(repository: Repository, head: str, revision: str, name: str) -> tuple[str, str]:
    """Where the head left a revision, and its name: a branch is not blamed for what others did since."""
    return repository.merge_base(repository.resolve(revision), head), name


def found(repository: Repository, head: str) -> tuple[str, str]:
    """The base of a pull request, as CI tells of it; else where the head left the remote's main branch."""
    ours = pull_request(os.environ)
    if ours.merge == head and len(parents := repository.parents(head)) > 1:
        return present(repository, parents[0]), ours.target or "HEAD^1"
    if ours.start:
        return repository.resolve(ours.start), ours.target
    branch = f"origin/{ours.target or 'HEAD'}"
    if not ours.target and repository.find(f"{REMOTES}{branch}") is None:
        raise Failure(
            "nothing says what to compare with: no pull request is being built, and there is no origin/HEAD",
            "name it, such as `origin/main`, or run `git remote set-head origin --auto`",
        )
    return since(repository, head, f"{REMOTES}{branch}", branch)


def present(repository: Repository, parent: str) -> str:
    """The commit into which CI merged a pull request, which a clone of depth 1 lacks. Raises Failure."""
    if repository.find(parent) is None:
        raise Failure(
            f"this is a shallow clone: {parent[:7]}, into which the pull request is merged, is not here",
            "check out two commits (`fetch-depth: 2` in GitHub's checkout), or run `git fetch --deepen=1`",
        )
    return parent
