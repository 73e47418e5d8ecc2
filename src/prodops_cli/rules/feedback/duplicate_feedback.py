"""What was heard once stands in the list once.

The same sentence comes in by support, is pasted by sales a week later, and counts twice
when somebody asks what customers want most. One of the two stays, with the mentions of
both; the other says `duplicate_of`.

Two quotes are the same where nearly all of their words are; short ones, where all are.

## Bad

```yaml feedback/winter-pause.yaml
id: winter-pause
received: 2025-03-17
quote: I cancel in October and set all up again in March. Can't the shop sleep?
```
```yaml feedback/shop-sleeps.yaml
id: shop-sleeps
received: 2025-04-02
status: triaged
quote: I cancel in October, and set it all up again in March! Can't the shop sleep?
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ says what `winter-pause` says; add
#        its mentions there, and call this one a duplicate of it
```

## Fixed

```yaml feedback/shop-sleeps.yaml
id: shop-sleeps
received: 2025-04-02
status: duplicate
duplicate_of: winter-pause
quote: I cancel in October, and set it all up again in March! Can't the shop sleep?
```

The fix asks for `--unsafe-fixes`: two customers may use the same words, and the mentions
are yours to add. What is shipped or declined is not compared: who says it again then
says something new.

## Options

`alike`: which part of all words must be the same, from 0.5 to 1 (0.8).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from math import ceil

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.findings import Fix, Problem, Problems, Related, Replace
from prodops_cli.fixes.lists import below_key
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import notice, rule
from prodops_cli.models.feedback import Feedback

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
LEAST_WORDS = 4
"""Of fewer, two customers may well say the same."""
LEAST_ALIKE = 0.5


@rule(Catalog, notice)
def check(catalog: Catalog, context: Context, *, alike: float = 0.8) -> Problems:
    """At the one that came in later, beside the first that says the same."""
    share = min(max(alike, LEAST_ALIKE), 1.0)
    quoted = [(each, words_of(each.quote or "")) for each in compared(catalog)]
    said = [(each, words) for each, words in quoted if len(words) >= LEAST_WORDS]
    told: set[int] = set()
    for earlier, later in candidates([words for _, words in said], share):
        (one, its), (other, others) = said[earlier], said[later]
        if later not in told and len(its & others) >= share * len(its | others):
            told.add(later)
            yield problem(other, one)


def compared(catalog: Catalog) -> list[Feedback]:
    """What is still open, the first to come in first; of two with one id the first."""
    found = [each for each in catalog.all(Feedback) if each.is_live and catalog.get(Feedback, each.id) is each]
    return sorted(found, key=lambda each: (each.received or date.max, each.id))


def words_of(quote: str) -> frozenset[str]:
    """The words of a quote, however they are written."""
    return frozenset(word.replace("’", "'") for word in WORD.findall(quote.casefold()))


def candidates(said: Sequence[frozenset[str]], share: float) -> Iterator[tuple[int, int]]:
    """The pairs that may be alike, by position: such two have one of their rarest words in common."""
    often = Counter(word for words in said for word in words)
    at: defaultdict[str, list[int]] = defaultdict(list)
    for later, words in enumerate(said):
        rarest = sorted(words, key=lambda word: (often[word], word))[: len(words) - ceil(share * len(words)) + 1]
        yield from ((earlier, later) for earlier in sorted({each for word in rarest for each in at[word]}))
        for word in rarest:
            at[word].append(later)


def problem(later: Feedback, earlier: Feedback) -> Problem:
    """What is said of the later one."""
    advice = "add its mentions there, and call this one a duplicate of it"
    return Problem(
        later.at("quote"),
        f"says what `{earlier.id}` says; {advice}",
        related=(Related(earlier.at("quote"), f'"{earlier.title}" said it first'),),
        fix=marked(later, earlier),
        detail=earlier.id,
    )


def marked(later: Feedback, earlier: Feedback) -> Fix | None:
    """The later one called a duplicate; None where nobody knows how to write that."""
    named = None if later.duplicate_of else below_key(later, "status", f"duplicate_of: {earlier.id}")
    if named is None:
        return None
    status = later.at("status")
    called = Replace(status.source, status.span, "duplicate")
    return Fix(f"call it a duplicate of `{earlier.id}`", (named, called), safe=False)


CASES = """
## Bad: short ones to the letter, the third like the first

```yaml feedback/feedback.yaml
- {id: b, name: B, received: 2025-05-02, quote: "There is no line 0!"}
#                                               ^^^^^^^^^^^^^^^^^^^^^ says what `a` says; add its mentions there, and
#                                                 call this one a duplicate of it
- {id: a, name: A, received: 2025-05-01, quote: there is no line 0}
- {id: c, name: C, quote: There IS no line 0…}
#                         ^^^^^^^^^^^^^^^^^^^ says what `a` says; add its mentions there, and call this one a duplicate
#                           of it
```

## Good: too short, other words, known, answered, nothing quoted

```yaml feedback/feedback.yaml
- {id: a, name: A, quote: It is slow}
- {id: b, name: B, quote: It is slow}
- {id: c, name: C, quote: The app is slow on trains in winter}
- {id: d, name: D, quote: The app is slow on my old telephone}
- {id: e, name: E, quote: The app is slow on trains in winter, status: duplicate, duplicate_of: c}
- {id: f, name: F, quote: The app is slow on trains in winter, status: shipped}
- {id: g, name: G}
- {id: h, name: H}
```
"""
