"""Adopting the lint on a catalog that has findings: making, pruning and showing its baseline."""

from collections.abc import Iterator
from pathlib import Path

from prodops_cli import pipeline
from prodops_cli.cli.baselines import baseline_of, write
from prodops_cli.cli.opening import Opened
from prodops_cli.lint.baseline import FILE_NAME, Baseline, can_wait, made_of
from prodops_cli.lint.request import Request
from prodops_cli.phrases import count
from prodops_cli.views.baseline import table


def create(catalog: Opened, file: Path | None, request: Request) -> Iterator[str]:
    """Writes down all that is found now, over what was written before."""
    findings = pipeline.lint(catalog.tree, request).findings
    baseline = made_of(findings)
    write(catalog, file, baseline)
    lint = f"prodops lint --baseline {file}" if file else "prodops lint"
    yield f"{file or FILE_NAME} holds {count(len(baseline.entries), 'finding')}; `{lint}` tells what is new."
    if urgent := sum(not can_wait(finding) for finding in findings):
        yield f"{count(urgent, 'finding')} can't wait, in files that can't be read: mend them first."


def prune(catalog: Opened, file: Path | None, request: Request) -> Iterator[str]:
    """Takes out what is mended."""
    before = baseline_of(catalog, file)
    after = before.pruned(pipeline.lint(catalog.tree, request).findings)
    mended = len(before.entries) - len(after.entries)
    if mended:
        write(catalog, file, after)
    yield f"{mended:,} mended and taken out; {remaining(after)}."


def show(catalog: Opened, file: Path | None, request: Request) -> Iterator[str]:
    """Where to begin with mending."""
    baseline = baseline_of(catalog, file)
    yield from table(baseline, pipeline.opened(catalog.tree, request))
    yield f"{remaining(baseline)}."


def remaining(baseline: Baseline) -> str:
    """How many findings wait in a baseline."""
    number = len(baseline.entries)
    return f"{count(number, 'finding')} {'waits' if number == 1 else 'wait'} in the baseline"
