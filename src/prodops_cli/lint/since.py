"""Since a base: what the rules find in it, so that findings are new, were there before, or are gone."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import Seen, load
from prodops_cli.catalog.settings import SETTINGS, NoSettings, WrongSettings
from prodops_cli.findings import Finding, Since, Verdict
from prodops_cli.lint.configure import Configured
from prodops_cli.lint.context import Context
from prodops_cli.lint.request import Base
from prodops_cli.lint.run import found

NO_CATALOG: Final = "has no catalog"


@dataclass(frozen=True, slots=True)
class Past:
    """The catalog of a base; None where `since` says that it has none."""

    since: Since
    catalog: Catalog | None


def past(base: Base, seen: Seen) -> Past:
    """Reads a base; what was `seen` in the other tree is not parsed again."""
    since = Since(base.commit, base.name)
    try:
        return Past(since, load(base.tree, seen))
    except NoSettings:
        return Past(replace(since, lacks=NO_CATALOG), None)
    except WrongSettings:
        return Past(replace(since, lacks="has settings that can't be read"), None)


def compared(verdict: Verdict, past: Past, rules: Sequence[Configured], context: Context) -> Verdict:
    """The same verdict, in which each finding is new or existing; where nothing was before, all are new."""
    before = found_in(past.catalog, rules, context) if past.catalog else ()
    now = (finding.fingerprint for finding in (*verdict.findings, *verdict.allowed))
    gone = (finding for finding, is_there in matched(before, now) if not is_there)
    known = (finding.fingerprint for finding in before)
    return replace(
        verdict,
        findings=tuple(
            replace(finding, state="existing" if is_known else "new")
            for finding, is_known in matched(verdict.findings, known)
        ),
        scope=replace(verdict.scope, since=past.since),
        fixed=tuple(finding for finding in gone if not is_hidden(finding, context.catalog)),
    )


def found_in(base: Catalog, rules: Sequence[Configured], head: Context) -> tuple[Finding, ...]:
    """What these rules find in a base, on the day and with the settings of the head.

    What stands in the settings is looked for in those of the base: who writes a mistake there is to blame for it.
    """
    settings, document = head.catalog.settings, head.catalog.settings_document
    as_now = replace(base, settings=settings, settings_document=document)
    judged = found(rules, Context(as_now, head.today, rules=head.rules))
    if base.settings_document.source.digest == document.source.digest:
        return judged
    own = found(rules, Context(base, head.today, rules=head.rules))
    elsewhere = (finding for finding in judged if finding.path != SETTINGS)
    return (*elsewhere, *(finding for finding in own if finding.path == SETTINGS))


def matched(findings: Iterable[Finding], known: Iterable[str]) -> Iterator[tuple[Finding, bool]]:
    """Each finding, and whether its fingerprint is known; one that is known twice stands for two findings."""
    left = Counter(known)
    for finding in findings:
        yield finding, left[finding.fingerprint] > 0
        left[finding.fingerprint] -= 1


def is_hidden(finding: Finding, catalog: Catalog) -> bool:
    """Whether nobody knows if a finding is gone, because its document can't be read any more."""
    about = finding.about
    return about is not None and (about.kind, about.id) in catalog.guessed - catalog.named.keys()
