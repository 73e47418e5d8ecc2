"""Every command that prints what it finds, in each of its formats."""

from prodops_cli.exporters.choose import load
from prodops_cli.exporters.choose import names as exports
from prodops_cli.models.kinds import KINDS
from prodops_cli.outputs.choose import names as formats
from prodops_cli.reports.rendering.choose import names as looks
from prodops_cli.reports.rendering.report import found

DATED = ("--today", "2026-09-07")
REPORTS = tuple(each.name for each in found() if not each.about)
COMMANDS: tuple[tuple[str, ...], ...] = (
    *(("lint", "-f", name, *DATED) for name in formats()),
    ("lint", "--statistics", "--show-allowed", *DATED),
    ("lint", "--fix", "--unsafe-fixes", "--diff", *DATED),
    ("lint", "--base", "HEAD", *DATED),
    ("diff", "HEAD", "-f", "markdown", *DATED),
    *(("report", name, "--worktree", "-f", look, *DATED) for name in REPORTS for look in looks()),
    ("report", "weekly", "--worktree", "--print-context", *DATED),
    *(("list", kind, *form, *DATED) for kind in KINDS for form in ((), ("-f", "csv"), ("-f", "json"))),
    *(("export", name, *DATED) for name in exports() if not load(name).parts),
    *(("export", "csv", kind, *DATED) for kind in KINDS),
    *(("overlap", *way, *DATED) for way in (("--all",), ("--all", "-f", "json"), ("--calendar",), ("--matrix",))),
    ("overlap", "--capacity", *DATED),
    ("overlap", "--surface", "checkout", "--start", "2026-09-07", "--days", "14", *DATED),
    ("seen-by", "country=DE", "platform=web", *DATED),
    ("seen-by", "country=DE", "-f", "json", *DATED),
    ("schedule", "--solver", "greedy", *DATED),
    ("schedule", "--solver", "greedy", "-f", "json", *DATED),
    ("explain",),
    *(("schema", kind) for kind in KINDS),
)
