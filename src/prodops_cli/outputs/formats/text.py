"""Text for people: each finding with the lines that it is about, then what was looked at.

A terminal and a log show their end: with many findings, those to begin with stand there, below all others.
"""

from collections import Counter
from collections.abc import Iterator

from prodops_cli.findings import Verdict
from prodops_cli.outputs.block import block
from prodops_cli.outputs.look import Ink, Look
from prodops_cli.outputs.screen import shown, wrap
from prodops_cli.outputs.summary import sentences
from prodops_cli.outputs.worth import advice, is_many, section, worth
from prodops_cli.phrases import listing

OF_A_RULE, OF_MANY = 10, 3  # findings that are shown of one rule, of few and of many: nobody reads a wall


def render(verdict: Verdict, look: Look) -> Iterator[str]:
    """The findings, how many more there are, of many those that are worth this week, and the summary."""
    most = OF_MANY if is_many(verdict) else OF_A_RULE
    seen: Counter[str] = Counter()
    for finding in verdict.findings:
        seen[finding.rule] += 1
        if seen[finding.rule] <= most:
            yield from block(finding, look)
            yield ""
    yield from left_out(seen, most, look)
    yield from section(worth(verdict) if is_many(verdict) else (), verdict, look)
    ink = Ink.bold if verdict.findings else Ink.green
    for sentence in (*sentences(verdict), *advice(verdict, look.where)):
        yield from (look.paint(line, ink) for line in wrap(sentence, look.width))


def left_out(seen: Counter[str], most: int, look: Look) -> Iterator[str]:
    """How many findings are not shown, and what lists them, for the first rule to begin with."""
    if more := [(rule, number - most) for rule, number in seen.most_common() if number > most]:
        (rule, number), *others = more
        told = listing([f"{number:,} more of {rule}", *(f"{number:,} of {rule}" for rule, number in others)])
        asked = shown(f" {look.asked}" if look.asked else "")
        yield from wrap(f"Not shown: {told}. To see all of a rule:", look.width)
        yield from (f"  prodops lint --select {rule} -f concise{asked}", "")
