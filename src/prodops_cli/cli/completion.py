"""What the shell can complete: names of rules, families, formats, kinds, ids."""

from pathlib import Path


def complete_rule(incomplete: str) -> list[str]:
    """The rules and families that begin so."""
    from prodops_cli import rules
    from prodops_cli.lint.discover import rules_in

    names = {name for rule in rules_in(rules) for name in (rule.name, rule.family)}
    return sorted(name for name in names if name.startswith(incomplete))


def complete_format(incomplete: str) -> list[str]:
    """The formats that begin so."""
    from prodops_cli.outputs.choose import names

    return [name for name in names() if name.startswith(incomplete)]


def complete_kind(incomplete: str) -> list[str]:
    """The kinds that begin so."""
    from prodops_cli.models.kinds import KINDS

    return [name for name in KINDS if name.startswith(incomplete)]


def complete_report(incomplete: str) -> list[str]:
    """The reports that begin so."""
    from prodops_cli.reports.rendering.report import found

    return [report.name for report in found() if report.name.startswith(incomplete)]


def complete_report_format(incomplete: str) -> list[str]:
    """The formats of reports that begin so."""
    from prodops_cli.reports.rendering.choose import names

    return [name for name in names() if name.startswith(incomplete)]


def complete_id(incomplete: str) -> list[str]:
    """The ids, of the catalog here, that begin so; where there is none, nothing is completed."""
    from prodops_cli.catalog.load import load
    from prodops_cli.catalog.settings import WrongSettings
    from prodops_cli.failure import Failure
    from prodops_cli.trees.worktree import WorkTree, find_root

    try:
        catalog = load(WorkTree(find_root(Path())))
    except (Failure, WrongSettings):
        return []
    return sorted({entity.id for entity in catalog.entities if entity.id.startswith(incomplete)})


def complete_name(incomplete: str) -> list[str]:
    """The kinds and ids that begin so."""
    return complete_kind(incomplete) + complete_id(incomplete)


def complete_export(incomplete: str) -> list[str]:
    """The formats of exports that begin so."""
    from prodops_cli.exporters.choose import names

    return [name for name in names() if name.startswith(incomplete)]
