"""Text for people: each finding with the lines that it is about, then what was looked at."""

from collections import Counter
from collections.abc import Iterator

from prodops_cli.findings import Verdict
from prodops_cli.outputs.block import block
from prodops_cli.outputs.look import Ink, Look
from prodops_cli.outputs.screen import wrap
from prodops_cli.outputs.summary import sentences
from prodops_cli.outputs.worth import advice, first, is_many, worth

OF_A_RULE = 10  # findings that are shown of one rule: nobody reads a wall


def render(verdict: Verdict, look: Look) -> Iterator[str]:
    """The findings, how many more there are, and the summary; of many, first those that are worth this week."""
    few = worth(verdict) if is_many(verdict) else ()
    yield from first(few, verdict, look)
    seen: Counter[str] = Counter()
    for finding in verdict.findings:
        seen[finding.rule] += 1
        if seen[finding.rule] <= OF_A_RULE:
            yield from block(finding, look)
            yield ""
    yield from left_out(seen, look)
    ink = Ink.bold if verdict.findings else Ink.green
    for sentence in (*sentences(verdict), *advice(few, verdict)):
        yield from (look.paint(line, ink) for line in wrap(sentence, look.width))


def left_out(seen: Counter[str], look: Look) -> Iterator[str]:
    """How many findings are not shown, and what lists them."""
    more = [(rule, number - OF_A_RULE) for rule, number in seen.most_common() if number > OF_A_RULE]
    for rule, number in more:
        yield f"{number:,} more of {look.paint(rule, Ink.bold)}: prodops lint --select {rule} -f concise"
    if more:
        yield ""
