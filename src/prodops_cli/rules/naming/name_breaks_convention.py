"""Every id follows its kind's pattern.

Where all metrics are called area, object, measure, people find one without asking,
and see from its name how to read it: `checkout_conversion_rate` is a rate, and it is
checkout's. A name of its own is looked for, not found, and defined a second time.

The patterns stand in prodops.yaml. A word in braces is a word of the vocabulary of
that name; where there is no such vocabulary, it is any one word. `{quarter}` (2025q3),
`{year}` and `{n}` are built in, and `*` is anything.

A version at the end, such as `_v2`, is no part of the name. What is over (completed
experiments, removed metrics, …) keeps its name.

## Bad

```yaml prodops.yaml
naming: {metric: "{area}_{object}_{measure}"}
vocabulary: {area: [checkout, search], measure: [count, rate]}
```
```yaml metrics/chekout_conversion_rate.yaml
id: chekout_conversion_rate
#   ^^^^^^^^^^^^^^^^^^^^^^^ `chekout` is no area; did you mean `checkout`?
```

## Good

```yaml prodops.yaml
naming: {metric: "{area}_{object}_{measure}"}
vocabulary: {area: [checkout, search], measure: [count, rate]}
```
```yaml metrics/checkout_conversion_rate.yaml
id: checkout_conversion_rate
```
```yaml metrics/checkout_conversion_rate_v2.yaml
id: checkout_conversion_rate_v2
```

## Allowing

For a folder, until it is renamed:

    per_path:
      - {paths: ["metrics/legacy/**"], ignore: [name-breaks-convention], reason: renaming until October}
"""

from collections.abc import Sequence

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.entity import Entity
from prodops_cli.models.naming import keeps_to, pattern_of
from prodops_cli.models.pattern import SUCH_AS, Misfit, is_slug
from prodops_cli.phrases import listing

FEW = 8


@rule(Entity, warning)
def check(entity: Entity, context: Context) -> Problems:
    """What is wrong with a word that is to be avoided is said elsewhere."""
    written = next((text for kind, text in context.settings.naming.items() if kind == entity.kind), "")
    if not written or not entity.is_live_on(context.today) or not is_slug(entity.id):
        return
    vocabulary = context.settings.vocabulary
    pattern = pattern_of(written, tuple(vocabulary.words.items()))
    if keeps_to(pattern, entity.id):
        return
    misfits = pattern.misfits(entity.id)
    told = [misfit for misfit in misfits if misfit.text not in vocabulary.avoid]
    if told:
        note = f"the id of each {entity.kind} is built `{written}`"
        yield Problem(entity.at("id"), f"{saying(told)}; {instead(told)}", notes=(note,))
    elif not misfits:
        yield Problem(entity.at("id"), f"`{entity.id}` is not built like `{written}`; give it an id that is")


def saying(misfits: Sequence[Misfit]) -> str:
    """Which pieces of the id are wrong."""
    return listing(
        [f"`{text}` is {'not one word for the' if token.is_any_word else 'no'} {token.name}" for token, text in misfits]
    )


def instead(misfits: Sequence[Misfit]) -> str:
    """What to write in their places."""
    if all(misfit.near for misfit in misfits):
        return f"did you mean {listing([f'`{misfit.near}`' for misfit in misfits])}?"
    if len(misfits) > 1:
        return "the vocabulary in prodops.yaml lists the words"
    token = misfits[0].token
    if not token.words:
        return "write one word" if token.is_any_word else f"write one such as `{SUCH_AS[token.name]}`"
    if len(token.words) <= FEW:
        return f"write {listing(sorted(token.words), 'or')}"
    return f"the vocabulary `{token.name}` in prodops.yaml lists the words"


CASES = """
## Bad: which piece

```yaml prodops.yaml
naming: {metric: "{area}_{object}_{measure}", experiment: "{quarter}-{area}-*", goal: "{quarter}-*"}
vocabulary: {area: [checkout, search], measure: [count, rate, p95], avoid: {cart: basket}}
```
```yaml metrics/metrics.yaml
- id: checkout_page_conversion_rate
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `page_conversion` is not one word for the object; write one word
  name: a
- id: serch_results_cuont
#     ^^^^^^^^^^^^^^^^^^^ `serch` is no area and `cuont` is no measure; did you mean `search` and `count`?
  name: a
- id: billing_refunds_count
#     ^^^^^^^^^^^^^^^^^^^^^ `billing` is no area; write checkout or search
  name: a
- id: billing_refunds_rates
#     ^^^^^^^^^^^^^^^^^^^^^ `billing` is no area and `rates` is no measure; the vocabulary in prodops.yaml lists the
                            words
  name: a
- id: conversion
#     ^^^^^^^^^^ `conversion` is not built like `{area}_{object}_{measure}`; give it an id that is
  name: a
- id: old-name
  name: a
  status: removed
- id: cart_conversion_rate
  name: a
```
```yaml experiments/experiments.yaml
- id: 2025-q3-checkout-one-page
#     ^^^^^^^^^^^^^^^^^^^^^^^^^ `2025-q3` is no quarter; write one such as `2026q3`
  name: a
- id: 2025q3-checkout-one-page
  name: a
```

## Good: nothing is said of it

```yaml owners/anna.yaml
id: anna
```
"""
