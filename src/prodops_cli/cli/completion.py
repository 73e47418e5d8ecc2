"""What the shell can complete: names of rules, families, formats, kinds."""


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
    from prodops_cli.reports.discover import found

    return [report.name for report in found() if report.name.startswith(incomplete)]
