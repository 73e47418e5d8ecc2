"""`prodops lint`: what is wrong with the catalog."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from prodops_cli.cli.completion import complete_format, complete_rule
from prodops_cli.cli.failures import tell
from prodops_cli.cli.options import Colour, Directory, Quiet, Revision, Today, day, in_colour, width
from prodops_cli.failure import WRONG_USAGE


def command(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATHS]...", help="Report only what stands here; all is read.", show_default=False),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select", metavar="RULES", help="Run only these rules or families.", autocompletion=complete_rule
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore", metavar="RULES", help="Leave out these rules or families.", autocompletion=complete_rule
        ),
    ] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", metavar="ID", help="What they have to mend; for a team its members, too.")
    ] = None,
    min_severity: Annotated[
        Literal["error", "warning", "notice"], typer.Option("--min-severity", help="Print nothing that matters less.")
    ] = "notice",
    most: Annotated[int | None, typer.Option("--max", metavar="N", min=0, help="Print only so many findings.")] = None,
    base: Annotated[
        str | None,
        typer.Option(
            "--base", metavar="REV|auto", help="Only what is new since a branch left REV; auto: the pull request's."
        ),
    ] = None,
    show_existing: Annotated[
        bool, typer.Option("--show-existing", help="Print what was there before, too; it does not fail.")
    ] = False,
    baseline: Annotated[
        Path | None,
        typer.Option("--baseline", metavar="FILE", help="Count what it holds; .prodops-baseline.json if it is there."),
    ] = None,
    no_baseline: Annotated[bool, typer.Option("--no-baseline", help="Tell what is in the baseline, too.")] = False,
    fail_on: Annotated[
        Literal["error", "warning", "notice", "never"],
        typer.Option("--fail-on", help="From which severity on to exit with 1."),
    ] = "error",
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "-f", "--format", metavar="FMT[:PATH]", help="How to print it, and where.", autocompletion=complete_format
        ),
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Repair what is safe to repair.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: also repairs that may change what is meant.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Print what --fix would change, and write nothing; exits with 1 if anything.")
    ] = False,
    add_allows: Annotated[
        str | None,
        typer.Option(
            "--add-allows", metavar="REASON", help="Write comments that allow what is found; see it with --diff."
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="DATE", help="With --add-allows: the last day on which it is allowed."),
    ] = None,
    staged: Annotated[
        bool, typer.Option("--staged", help="Look at what git's index holds, as the next commit.")
    ] = False,
    stdin_path: Annotated[
        Path | None,
        typer.Option("--stdin-path", metavar="PATH", help="With `-`: the file that standard input is the text of."),
    ] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Lint again whenever something has changed.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Say how much each rule looked at.")] = False,
    show_allowed: Annotated[bool, typer.Option("--show-allowed", help="Print what is allowed, too.")] = False,
    directory: Directory = Path(),
    rev: Revision = None,
    today: Today = None,
    color: Colour = "auto",
    quiet: Quiet = False,
) -> int:
    """Find what is wrong with the catalog.

    Exits with 0 if nothing is, 1 if something is, 2 for wrong usage or settings, 3 if it could not be done.
    """
    from prodops_cli.cli import again
    from prodops_cli.cli.baselines import baseline_of
    from prodops_cli.cli.judging import verdict_on
    from prodops_cli.cli.looking import Where
    from prodops_cli.cli.printing import print_lines, print_remarks, print_summary, print_verdict, printouts
    from prodops_cli.cli.progress import progress
    from prodops_cli.cli.repair import Fixing
    from prodops_cli.findings import Severity
    from prodops_cli.lint.baseline import NOTHING
    from prodops_cli.lint.request import Request, SettingsRefused
    from prodops_cli.lint.trim import at_least, at_most
    from prodops_cli.outputs.look import Look
    from prodops_cli.outputs.statistics import table

    wanted = printouts(formats or [])
    where = Where.wanted(paths or [], rev, staged, stdin_path)
    fixing = Fixing.wanted(fix, diff, unsafe_fixes, where.unwritable)
    fixing = fixing.accepting(add_allows, day(until) if until else None, where.unwritable)
    if watch:
        from prodops_cli.cli.watching import keep_watching, refuse_watching

        refuse_watching(where, fixing)
        keep_watching(directory, baseline, lambda: context.forward(context.command, watch=False), quiet)
    catalog = where.opened(directory)
    look = Look(width(), in_colour(color), catalog.prefix, where=again.where(context), asked=again.asked(context))
    known = NOTHING if no_baseline else baseline_of(catalog, baseline)
    since = None
    if base is not None:
        from prodops_cli.cli.since import base_of

        since = base_of(catalog, base, rev)
    request = Request(
        day(today),
        names(select),
        names(ignore),
        catalog.revision,
        where.paths(catalog, paths or []),
        owner,
        known,
        since,
        show_existing,
    )
    try:
        if fixing.diff:
            from prodops_cli.cli.fixing import preview

            return preview(catalog, request, fixing, look, quiet)
        if fixing.write:
            from prodops_cli.cli.fixing import fixed

            verdict = fixed(catalog, request, fixing, look, quiet)
        else:
            with progress("Checking the catalog", quiet):
                verdict = verdict_on(catalog.tree, request)
    except SettingsRefused as refused:
        print_verdict(refused.verdict, wanted, look)
        return tell("nothing was checked", "mend prodops.yaml first", WRONG_USAGE)
    shown = at_least(verdict.with_allowed() if show_allowed else verdict, Severity[min_severity])
    shown = shown if most is None else at_most(shown, most)
    print_verdict(shown, wanted, look)
    if not quiet:
        print_summary(shown, wanted, look)
        print_remarks(where.remarks(catalog), look)
    if statistics:
        print_lines(table(verdict))
    return int(fail_on != "never" and verdict.reaches(fail_on))


def names(said: list[str] | None) -> tuple[str, ...]:
    """The names in options that take several, divided by commas or given again."""
    return tuple(name.strip() for part in said or [] for name in part.split(",") if name.strip())
