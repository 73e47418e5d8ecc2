"""What is said of a catalog while somebody writes: by file what is wrong, by experiment whom it meets."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.editor.lenses import lenses
from prodops_cli.editor.nearby import found_in, is_near, merged
from prodops_cli.findings import Finding, Scope, Verdict
from prodops_cli.lint.baseline import Baseline
from prodops_cli.lint.narrow import waiting, without_existing
from prodops_cli.lint.request import Request, SettingsRefused
from prodops_cli.lint.run import run
from prodops_cli.outputs.discreet import discreet
from prodops_cli.pipeline import context_of, known_to

ByPath: TypeAlias = Mapping[str, tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Said:
    """Findings by file, and what stands above experiments by their id."""

    findings: ByPath = field(default_factory=dict)
    lenses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def of_all(catalog: Catalog, request: Request, open_paths: Collection[str]) -> Said:
    """What all rules say of a catalog, and the lenses of the files that are open."""
    try:
        rules = known_to(catalog, request)
    except SettingsRefused as refused:
        return of_settings(refused.verdict)
    context = context_of(catalog, request, None)
    verdict = run(rules, context)
    return Said(by_path(told(verdict, request.baseline)), lenses(context.encounters, open_paths))


def of_settings(verdict: Verdict) -> Said:
    """What is wrong with prodops.yaml; nothing else is known then."""
    return Said(by_path(verdict.findings))


def of_one(catalog: Catalog, request: Request, path: str, before: Said) -> Said:
    """What was said before, but of one file what is said of it now by the rules that look no further."""
    try:
        rules = [each for each in known_to(catalog, request) if is_near(each)]
    except SettingsRefused as refused:
        return of_settings(refused.verdict)
    found = found_in(path, rules, context_of(catalog, request, None))
    near = told(Verdict(found, Scope(request.today)), request.baseline)
    names = frozenset(each.rule.name for each in rules)
    now = tuple(merged(near, before.findings.get(path, ()), names, catalog))
    return replace(before, findings={**before.findings, path: now})


def told(verdict: Verdict, baseline: Baseline) -> tuple[Finding, ...]:
    """What was not there when the catalog adopted the lint, without secrets."""
    return discreet(without_existing(waiting(verdict, baseline))).findings


def by_path(findings: Iterable[Finding]) -> ByPath:
    """Findings by the file that they stand in."""
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for each in findings:
        found[each.path].append(each)
    return {path: tuple(some) for path, some in found.items()}
