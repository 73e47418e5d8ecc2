"""Which rules run: those that are named, by themselves or by their family, without those that are not wanted."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from prodops_cli.failure import Misuse
from prodops_cli.lint.configure import Configured
from prodops_cli.models.spelling import nearest


def selected(rules: Sequence[Configured], select: Iterable[str], ignore: Iterable[str]) -> tuple[Configured, ...]:
    """The rules that run: all where none is selected. A rule that is selected runs even if the settings say off.

    Where one is selected that listens to the others, they run for it, and are not told. Raises Misuse for a name that
    no rule and no family has.
    """
    wanted, unwanted = frozenset(select), frozenset(ignore)
    known = {name for each in rules for name in (each.rule.name, each.rule.family)}
    for name in sorted((wanted | unwanted) - known):
        near = nearest(name, known)
        hint = f"did you mean `{near}`?" if near else "`prodops explain` lists them"
        raise Misuse(f"there is no rule and no family `{name}`", hint)
    if wanted:
        chosen = [replace(each, is_on=each.is_on or each.rule.name in wanted) for each in rules if names(each) & wanted]
        others = rules if any(each.listens for each in chosen) else ()
        rules = chosen + [replace(each, is_told=False) for each in others if not names(each) & wanted]
    return tuple(each for each in rules if not names(each) & unwanted)


def names(each: Configured) -> frozenset[str]:
    """What a rule can be called."""
    return frozenset((each.rule.name, each.rule.family))
