"""`make bench`: prodops against its peers and floors, in one run; writes docs/benchmarks.md."""

import argparse
import json
import platform
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from compileall import compile_dir
from importlib.metadata import version
from pathlib import Path

import engine
from catalogs import TODAY, change, go_on, make
from timing import Command, Timing, side_by_side

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
PRODOPS = str(BIN / "prodops")
LINT = (PRODOPS, "lint", "--today", TODAY.isoformat(), "-f", "concise")
COLD = (*LINT, "--no-cache")
REPORT = (PRODOPS, "report", "weekly", "--today", TODAY.isoformat())
CHANGED = 5
WEEKS = 8
ONE_CHANGED = "prodops lint, one file changed"
LARGE = 100_000
ENGINE = ROOT / "benchmarks" / "engine.py"
PACKAGES = ("check-jsonschema", "yamllint", "typer", "pydantic", "PyYAML")


def main() -> None:
    """Measures, and writes the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[2000])
    parser.add_argument("--large", action="store_true", help=f"also {LARGE:,} documents, which takes an hour")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "benchmarks.md")
    asked = parser.parse_args()
    compile_dir(ROOT / "src", quiet=1)  # as pip does with all that it installs, and so with the peers
    with tempfile.TemporaryDirectory() as temporary:
        sections = [start_up(Path(temporary), asked.rounds)]
        for size in asked.sizes:
            catalog = make(Path(temporary) / str(size), size)
            sections += [
                against_peers(catalog, asked.rounds),
                against_git(catalog, asked.rounds),
                against_a_base(catalog, asked.rounds),
                over_weeks(catalog, asked.rounds),
            ]
        if asked.large:
            sections.append(against_git(make(Path(temporary) / "large", LARGE), asked.rounds))
    text = "\n".join([head(asked.rounds), *sections, overlap_engine()])
    asked.output.write_text(text, encoding="utf-8")
    print(text)


def start_up(folder: Path, rounds: int) -> str:
    """What a process costs before it does anything, and a small catalog."""
    small = make(folder / "small", 20)
    commands: Mapping[str, Sequence[Command]] = {
        "python -c pass": [(sys.executable, "-c", "pass")],
        "prodops --version": [(PRODOPS, "--version")],
        "import typer": [(sys.executable, "-c", "import typer")],
        "prodops lint --no-cache, 20 documents": [COLD],
        "prodops lint, 20 documents, unchanged": [LINT],
    }
    return table("Start-up", side_by_side(commands, rounds * 3, small), "python -c pass")


def against_peers(catalog: Path, rounds: int) -> str:
    """A lint without anything kept from before, and what reads the same files for other reasons."""
    commands: Mapping[str, Sequence[Command]] = {
        "prodops lint --no-cache": [COLD],
        "check-jsonschema": list(check_jsonschema(catalog)),
        "yamllint": [(str(BIN / "yamllint"), "-d", "relaxed", ".")],
    }
    title = f"{documents_in(catalog):,} documents, cold"
    return table(title, side_by_side(commands, rounds, catalog), "prodops lint --no-cache")


def against_git(catalog: Path, rounds: int) -> str:
    """A lint of all, of what was linted before, and of what has changed since, beside a look at each file."""
    commands: Mapping[str, Sequence[Command]] = {
        "git status": [("git", "status", "--short")],
        "prodops lint --no-cache": [COLD],
        ONE_CHANGED: [edited(catalog)],
        "prodops lint": [LINT],
    }
    timings = side_by_side(commands, rounds, catalog)
    return table(f"{documents_in(catalog):,} documents, linted before", timings, "git status")


def edited(catalog: Path) -> Command:
    """Writes into one file, and lints: all rules run again."""
    file = next(catalog.glob("owners/*.yaml")).relative_to(catalog)
    return ("sh", "-c", f'echo "# more" >> {file} && exec "$@"', "edit", *LINT)


def documents_in(catalog: Path) -> int:
    """How many documents a catalog has."""
    return len(list(catalog.rglob("*.yaml"))) - 1


def against_a_base(catalog: Path, rounds: int) -> str:
    """A pull request: some documents are others than they were where it began."""
    change(catalog, CHANGED)
    commands: Mapping[str, Sequence[Command]] = {
        ONE_CHANGED: [edited(catalog)],
        "prodops lint --base": [(*LINT, "--base", "main")],
    }
    title = f"{CHANGED} documents changed in {documents_in(catalog):,}"
    return table(title, side_by_side(commands, rounds, catalog), ONE_CHANGED)


def over_weeks(catalog: Path, rounds: int) -> str:
    """The digest, which looks back over weeks; nearly all documents are the same in all of them."""
    go_on(catalog, WEEKS)
    commands: Mapping[str, Sequence[Command]] = {ONE_CHANGED: [edited(catalog)], "prodops report weekly": [REPORT]}
    title = f"{WEEKS} weeks of {documents_in(catalog):,} documents"
    return table(title, side_by_side(commands, rounds, catalog), ONE_CHANGED)


def overlap_engine() -> str:
    """What comparing experiments costs, without reading them: seconds of the processor, each case in one process."""
    cases = {
        "10,000, few meet": (10_000, 2_000, 2_000),
        "100,000, few meet": (100_000, 20_000, 2_000),
        "10,000, all at once on 300 pages": (10_000, 300, 1),
    }
    lines = [
        f"| {name} | {engine.row(json.loads(output((sys.executable, str(ENGINE), *map(str, case)))))}"
        for name, case in cases.items()
    ]
    title = "| experiments | meet | finding candidates | comparing them | shares | capacity | peak memory |"
    return "\n".join(["## The overlap engine", "", title, "|---|---:|---:|---:|---:|---:|---:|", *lines, ""])


def output(command: Command) -> str:
    """What a process prints."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def check_jsonschema(catalog: Path) -> list[Command]:
    """The same files against our own schemas: one process for each kind."""
    return [
        (str(BIN / "check-jsonschema"), "--schemafile", str(ROOT / "schemas" / f"{kind}.schema.json"), *files)
        for folder, kind in (
            ("owners", "owner"),
            ("tools", "tool"),
            ("metrics", "metric"),
            ("goals", "goal"),
            ("experiments", "experiment"),
        )
        if (files := sorted(str(path.relative_to(catalog)) for path in (catalog / folder).rglob("*.yaml")))
    ]


def table(title: str, timings: Mapping[str, Timing], floor: str) -> str:
    """A section of the page."""
    rows = [row(name, timing, timings[floor]) for name, timing in timings.items()]
    return "\n".join([f"## {title}", "", f"| | median | of {floor} | peak memory |", "|---|---:|---:|---:|", *rows, ""])


def row(name: str, timing: Timing, floor: Timing) -> str:
    """One command's median, as a multiple of the floor's, and its memory."""
    ratio = timing.seconds / floor.seconds
    return f"| {name} | {timing.seconds * 1000:,.0f} ms | {ratio:.1f} × | {timing.mebibytes:,.0f} MiB |"


def head(rounds: int) -> str:
    """What was measured on."""
    git = output(("git", "--version")).split()[-1]
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        "# Benchmarks\n\nWritten by `make bench`: whole processes, run in turn in one session, medians of "
        f"{rounds} rounds or more, with a warm page cache. Machines differ: the ratios are what counts.\n\n"
        f"Python {platform.python_version()} on {platform.system()} {platform.machine()}, git {git}, {versions}.\n"
    )


if __name__ == "__main__":
    main()
