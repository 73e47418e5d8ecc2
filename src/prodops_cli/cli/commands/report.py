"""`prodops report`: a document that people read."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from prodops_cli.cli.completion import complete_id, complete_report, complete_report_format
from prodops_cli.cli.options import Directory, Revision, Today, day
from prodops_cli.failure import WRONG_USAGE


def command(
    name: Annotated[
        str, typer.Argument(metavar="[NAME]", help="Which report.", autocompletion=complete_report)
    ] = "weekly",
    id: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="What it is about, if it is about one thing.", autocompletion=complete_id),
    ] = None,
    week: Annotated[
        str | None,
        typer.Option(
            "--week",
            metavar="WEEK",
            help="last, this, or a week of a year such as 2026-W36.",
            show_default="last",
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE|REV", help="Tell of another period: its first day, or a commit."),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="DATE|REV", help="Its last day, or a commit.", show_default="today"),
    ] = None,
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="PATH", help="The file to write; - for stdout.")
    ] = "-",
    format: Annotated[
        str | None,
        typer.Option(
            "-f",
            "--format",
            metavar="FORMAT",
            help="markdown, html or slack.",
            show_default="html for a file that ends so, else markdown",
            autocompletion=complete_report_format,
        ),
    ] = None,
    max_size: Annotated[
        int | None,
        typer.Option(
            "--max-size",
            metavar="BYTES",
            min=1,
            help="Leave out the ends of Markdown's longest sections; 65536 fit an issue or a comment.",
            show_default="what GitHub shows of a file, 1048576; none on stdout",
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if the file is not as it would be.")
    ] = False,
    print_context: Annotated[
        bool, typer.Option("--print-context", help="Print the values that the template gets, as JSON.")
    ] = False,
    template: Annotated[
        Path | None,
        typer.Option("--template", metavar="FILE", help="A template of yours, in the place of the report's."),
    ] = None,
    eject: Annotated[
        str | None, typer.Option("--eject", metavar="NAME", help="Print our template of a report, to change it.")
    ] = None,
    show_list: Annotated[bool, typer.Option("--list", help="Say which reports there are.")] = False,
    worktree: Annotated[bool, typer.Option("--worktree", help="Read what is not committed, too.")] = False,
    directory: Directory = Path(),
    rev: Revision = None,
    today: Today = None,
) -> int:
    """Write a report: a document made from the catalog as it was committed.

    It is made from the last commit of the week, so that it can be made again.
    """
    from prodops_cli.cli.editions import Wish, edition
    from prodops_cli.cli.printing import print_lines
    from prodops_cli.cli.progress import progress
    from prodops_cli.cli.templates import ejected, with_template
    from prodops_cli.failure import Misuse
    from prodops_cli.lint.request import SettingsRefused
    from prodops_cli.outputs.choose import load
    from prodops_cli.outputs.encode import indented
    from prodops_cli.outputs.look import Look
    from prodops_cli.reports.rendering import choose
    from prodops_cli.reports.rendering.report import found, report

    if eject is not None:
        sys.stdout.write(ejected(eject))
        return 0
    if show_list:
        print_lines(f"{each.name}{' ID' if each.about else ''}: {each.purpose}" for each in found())
        return 0
    path = None if output == "-" else Path(output)
    if check and path is None:
        raise Misuse("`--check` compares with a file", "name it with -o")
    if rev is not None and worktree:
        raise Misuse("`--rev` and `--worktree` exclude each other", "name one of them")
    wanted = report(name)
    made = choose.load_fitting(format, path, max_size, " ".join(("prodops report", wanted.name, *([id] if id else []))))
    try:
        with progress("Reading the catalog", quiet=False) as tell:
            material = edition(directory, Wish(week, day(today), rev, worktree, path, since, until), tell)
    except SettingsRefused as refused:
        sys.stderr.writelines(f"{line}\n" for line in load("text")(refused.verdict, Look()))
        return WRONG_USAGE
    material = with_template(material, wanted.name, template)
    text = f"{indented(wanted.context(material, id))}\n" if print_context else wanted.text(material, id, made)
    return delivered(text.encode(errors="backslashreplace"), path, check)


def delivered(data: bytes, path: Path | None, check: bool) -> int:
    """Writes the document, or says whether the file is so already."""
    from prodops_cli.trees.writing import write_file

    if path is None:
        sys.stdout.write(data.decode())
        sys.stdout.flush()
        return 0
    if check:
        return int(not path.is_file() or path.read_bytes() != data)
    write_file(path, data)
    return 0
