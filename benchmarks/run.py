"""`make bench`: prodops against its peers and floors, in one run; writes docs/benchmarks.md."""

import argparse
import platform
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from catalogs import TODAY, change, make
from timing import Command, Timing, side_by_side

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
PRODOPS = str(BIN / "prodops")
LINT = (PRODOPS, "lint", "--today", TODAY.isoformat(), "-f", "concise")
CHANGED = 5
PACKAGES = ("check-jsonschema", "yamllint", "typer", "pydantic", "PyYAML")


def main() -> None:
    """Measures, and writes the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[2000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "benchmarks.md")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        sections = [start_up(Path(temporary), asked.rounds)]
        for size in asked.sizes:
            catalog = make(Path(temporary) / str(size), size)
            sections += [against_peers(catalog, asked.rounds), against_a_base(catalog, asked.rounds)]
    text = "\n".join([head(asked.rounds), *sections])
    asked.output.write_text(text, encoding="utf-8")
    print(text)


def start_up(folder: Path, rounds: int) -> str:
    """What a process costs before it does anything, and a small catalog."""
    small = make(folder / "small", 20)
    commands: Mapping[str, Sequence[Command]] = {
        "python -c pass": [(sys.executable, "-c", "pass")],
        "prodops --version": [(PRODOPS, "--version")],
        "import typer": [(sys.executable, "-c", "import typer")],
        "prodops lint, 20 documents": [LINT],
    }
    return table("Start-up", side_by_side(commands, rounds * 3, small), "python -c pass")


def against_peers(catalog: Path, rounds: int) -> str:
    """A lint without anything kept from before, and what reads the same files for other reasons."""
    commands: Mapping[str, Sequence[Command]] = {
        "prodops lint": [LINT],
        "check-jsonschema": list(check_jsonschema(catalog)),
        "yamllint": [(str(BIN / "yamllint"), "-d", "relaxed", ".")],
        "git status": [("git", "status", "--short")],
    }
    documents = len(list(catalog.rglob("*.yaml"))) - 1
    return table(f"{documents:,} documents, cold", side_by_side(commands, rounds, catalog), "prodops lint")


def against_a_base(catalog: Path, rounds: int) -> str:
    """A pull request: some documents are others than they were where it began."""
    change(catalog, CHANGED)
    commands: Mapping[str, Sequence[Command]] = {
        "prodops lint": [LINT],
        "prodops lint --base": [(*LINT, "--base", "main")],
    }
    title = f"{CHANGED} documents changed in {len(list(catalog.rglob('*.yaml'))) - 1:,}"
    return table(title, side_by_side(commands, rounds, catalog), "prodops lint")


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
    git = subprocess.run(["git", "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        "# Benchmarks\n\nWritten by `make bench`: whole processes, run in turn in one session, medians of "
        f"{rounds} rounds or more, with a warm page cache. Machines differ: the ratios are what counts.\n\n"
        f"Python {platform.python_version()} on {platform.system()} {platform.machine()}, git {git}, {versions}.\n"
    )


if __name__ == "__main__":
    main()
