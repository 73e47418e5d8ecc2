"""Fingerprints of what each rule's page shows: they stay the same where nothing but the text around it is another."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from prodops_cli.findings import READING
from prodops_cli.lint.page import Example, ExampleFile, examples
from prodops_cli.lint.rule import Rule
from tests.rules.examples import RULES, findings

BAD = [
    (rule, example)
    for rule in RULES
    if rule.family != READING
    for example in examples(rule)
    if example.title.startswith("Bad")
]
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def shifted(file: ExampleFile) -> ExampleFile:
    """The same file, three lines further down."""
    return replace(file, text=f"# one\n# two\n\n{file.text}")


def moved(file: ExampleFile) -> ExampleFile:
    """The same file in a folder below its own; settings stay where they are."""
    folder, slash, name = file.path.partition("/")
    return replace(file, path=f"{folder}/below/{name}") if slash else file


def fingerprints(rule: Rule[object], example: Example) -> Counter[str]:
    """What an example's findings are known by."""
    return Counter(finding.fingerprint for finding in findings(rule, example))


@pytest.mark.parametrize(("rule", "example"), BAD, ids=lambda each: getattr(each, "name", getattr(each, "title", "")))
def test_lines_and_files_move(rule: Rule[object], example: Example) -> None:
    told = findings(rule, example)
    assert fingerprints(rule, replace(example, files=tuple(map(shifted, example.files)))) == Counter(
        finding.fingerprint for finding in told
    )
    if any(file.path.endswith("CODEOWNERS") for file in example.files):
        return  # what it says, it says of folders: a document that moves has other owners
    after = findings(rule, replace(example, files=tuple(map(moved, example.files))))
    about = Counter(finding.fingerprint for finding in after if finding.about)
    assert about == Counter(finding.fingerprint for finding in told if finding.about)


@pytest.mark.parametrize(("rule", "example"), BAD, ids=lambda each: getattr(each, "name", getattr(each, "title", "")))
def test_no_day_is_in_them(rule: Rule[object], example: Example) -> None:
    """But for a day by which an item of a list is known."""
    assert not [finding.problem.detail for finding in findings(rule, example) if DATE.search(finding.problem.detail)]
