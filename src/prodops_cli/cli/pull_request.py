"""Pull requests, as continuous integration tells of them in the environment."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

TARGETS: Final = (
    # a variable that holds the branch, and one that is there in pull requests only
    ("GITHUB_BASE_REF", "GITHUB_BASE_REF"),  # GitHub, Gitea, Forgejo
    ("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME"),  # GitLab
    ("SYSTEM_PULLREQUEST_TARGETBRANCH", "SYSTEM_PULLREQUEST_TARGETBRANCH"),  # Azure Pipelines
    ("BITBUCKET_PR_DESTINATION_BRANCH", "BITBUCKET_PR_DESTINATION_BRANCH"),
    ("CHANGE_TARGET", "CHANGE_TARGET"),  # Jenkins
    ("BUILDKITE_PULL_REQUEST_BASE_BRANCH", "BUILDKITE_PULL_REQUEST_BASE_BRANCH"),
    ("CI_COMMIT_TARGET_BRANCH", "CI_COMMIT_TARGET_BRANCH"),  # Woodpecker
    ("CIRRUS_BASE_BRANCH", "CIRRUS_BASE_BRANCH"),
    ("DRONE_TARGET_BRANCH", "DRONE_PULL_REQUEST"),
    ("TRAVIS_BRANCH", "TRAVIS_PULL_REQUEST_SHA"),
    ("APPVEYOR_REPO_BRANCH", "APPVEYOR_PULL_REQUEST_NUMBER"),
)
MERGES: Final = (
    # a variable that says what is built, how it reads where that is the merge, and the one that holds its commit
    ("GITHUB_REF", re.compile(r"refs/pull/\d+/merge"), "GITHUB_SHA"),
    ("CI_MERGE_REQUEST_EVENT_TYPE", re.compile(r"merged_result|merge_train"), "CI_COMMIT_SHA"),
    ("BUILD_SOURCEBRANCH", re.compile(r"refs/pull/\d+/merge"), "BUILD_SOURCEVERSION"),
)
START: Final = "CI_MERGE_REQUEST_DIFF_BASE_SHA"


@dataclass(frozen=True, slots=True)
class PullRequest:
    """The branch it goes to, the commit it began at, and the one that merges it for a try; empty where nobody says."""

    target: str = ""
    start: str = ""
    merge: str = ""


def pull_request(environment: Mapping[str, str]) -> PullRequest:
    """The pull request that is being built, if any is."""
    targets = (environment.get(name, "") for name, proof in TARGETS if environment.get(proof))
    merges = (
        environment.get(commit, "") for name, shape, commit in MERGES if shape.fullmatch(environment.get(name, ""))
    )
    target = next(filter(None, targets), "").removeprefix("refs/heads/")
    return PullRequest(target, environment.get(START, ""), next(filter(None, merges), ""))
