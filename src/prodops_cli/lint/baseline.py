"""The baseline: what was there when a catalog adopted the lint; it is counted, and not told again."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, Final

from prodops_cli.findings import READING, Finding

FILE_NAME: Final = ".prodops-baseline.json"
VERSION: Final = 1


class WrongBaseline(Exception):
    """A text that is no baseline; the message says why."""


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One finding. The fingerprint is what counts; the rule, the kind and the id (or the path) are for people."""

    rule: str
    kind: str
    id: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """Entries, sorted; a finding that is there twice stands here twice."""

    entries: tuple[Entry, ...] = ()

    @property
    def fingerprints(self) -> Iterator[str]:
        """What its findings are known by."""
        return (entry.fingerprint for entry in self.entries)

    def pruned(self, findings: Iterable[Finding]) -> "Baseline":
        """The same without what is no longer found."""
        found = Counter(finding.fingerprint for finding in findings)
        kept = []
        for entry in self.entries:
            if found[entry.fingerprint] > 0:
                kept.append(entry)
            found[entry.fingerprint] -= 1
        return Baseline(tuple(kept))


NOTHING: Final = Baseline()


def made_of(findings: Iterable[Finding]) -> Baseline:
    """The baseline that holds these findings, but for those that can't wait."""
    return Baseline(tuple(sorted(entry(finding) for finding in findings if can_wait(finding))))


def can_wait(finding: Finding) -> bool:
    """Whether a finding may stand in a baseline: in a file that can't be read, nobody knows what else is wrong."""
    return finding.family != READING or finding.about is not None


def entry(finding: Finding) -> Entry:
    """The entry of a finding."""
    kind, id = (finding.about.kind, finding.about.id) if finding.about else ("", finding.path)
    return Entry(finding.rule, kind, id, finding.fingerprint)


def written(baseline: Baseline) -> Iterator[str]:
    """The lines of a baseline's file: one for each finding, so that git merges what two people mend."""
    yield f'{{"version": {VERSION}, "findings": ['
    last = len(baseline.entries) - 1
    for number, each in enumerate(baseline.entries):
        yield json.dumps(asdict(each)) + ("," if number < last else "")
    yield "]}"


def parse(text: str) -> Baseline:
    """The baseline that a text holds. Raises WrongBaseline."""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError) as error:
        where = f": line {error.lineno} can't be read" if isinstance(error, json.JSONDecodeError) else ""
        raise WrongBaseline(f"is no JSON{where}") from error
    if not isinstance(said, dict) or "version" not in said:
        raise WrongBaseline("does not say which version it has")
    if said["version"] != VERSION:
        raise WrongBaseline(f"has version `{said['version']}`, and this prodops knows version {VERSION}")
    if not isinstance(said.get("findings"), list):
        raise WrongBaseline("has no list of findings")
    return Baseline(tuple(sorted(parsed(each, number) for number, each in enumerate(said["findings"], 1))))


def parsed(said: Any, number: int) -> Entry:
    """One entry. Raises WrongBaseline."""
    values = [said.get(key) for key in Entry.__slots__] if isinstance(said, dict) else [None]
    if not all(isinstance(value, str) for value in values):
        raise WrongBaseline(f"has a finding without {', '.join(Entry.__slots__)}: number {number}")
    return Entry(*values)
