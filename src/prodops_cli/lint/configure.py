"""The rules as a catalog's settings want them: which severity, which options, which are off."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.documents.document import Document
from prodops_cli.documents.node import Address
from prodops_cli.findings import READING, Finding, Problem, Severity
from prodops_cli.lint.allow import Unused
from prodops_cli.lint.rule import Rule
from prodops_cli.models.spelling import nearest

LEVELS = {severity.name: severity for severity in Severity}


@dataclass(frozen=True, slots=True)
class Configured:
    """A rule with the options that its settings give; `severity` is None where the rule may choose itself.

    One that is not `is_told` runs only because another listens to it.
    """

    rule: Rule[Any]
    severity: Severity | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    is_on: bool = True
    is_told: bool = True

    @property
    def listens(self) -> bool:
        """Whether it runs after the others, because it looks at what they have said."""
        return self.rule.subject is Unused


class Misconfigured(Exception):
    """The settings say something of rules that can't be."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("rules")
        self.findings = findings


def configured(rules: Iterable[Rule[Any]], catalog: Catalog) -> tuple[Configured, ...]:
    """The rules with a catalog's settings. Raises Misconfigured for what its settings say wrongly."""
    named = {rule.name: rule for rule in rules}
    families = {rule.family for rule in named.values()}
    said = catalog.settings.rules
    problems = [
        problem for name, value in said.items() for problem in wrong(catalog.settings_document, named, name, value)
    ]
    problems += wrong_paths(catalog, named.keys() | families)
    if problems:
        raise Misconfigured(tuple(Finding("settings", "settings", Severity.error, problem) for problem in problems))
    return tuple(as_said(rule, said.get(rule.name)) for rule in named.values())


def as_said(rule: Rule[Any], said: Any) -> Configured:
    """A rule as its settings want it; they have been checked."""
    if isinstance(said, str):
        return Configured(rule, LEVELS.get(said), is_on=said != "off")
    options = dict(said or {})
    return Configured(rule, LEVELS.get(options.pop("severity", "")), options)


def wrong(document: Document, named: Mapping[str, Rule[Any]], name: str, said: Any) -> Iterator[Problem]:
    """What is wrong with the settings of one rule."""
    address: Address = ("rules", name)
    if (rule := named.get(name)) is None:
        yield Problem(document.at(*address, part="key"), f"there is no rule `{name}`; {instead(name, named)}")
    elif said == "off" and rule.family == READING:
        yield Problem(document.at(*address), f"`{name}` can't be switched off: what it finds could not be read")
    elif isinstance(said, dict):
        for key, value in said.items():
            yield from wrong_option(document, rule, (*address, key), value)
    elif said not in (*LEVELS, "off"):
        yield Problem(document.at(*address), f"`{said}` is no severity; write error, warning, notice or off")


def wrong_option(document: Document, rule: Rule[Any], address: Address, value: Any) -> Iterator[Problem]:
    """What is wrong with one option of a rule."""
    name = str(address[-1])
    if name == "severity":
        if value not in LEVELS:
            yield Problem(document.at(*address), f"`{value}` is no severity; write error, warning or notice")
    elif name not in rule.options:
        known = instead(name, rule.options) if rule.options else "it has none"
        yield Problem(document.at(*address, part="key"), f"`{rule.name}` has no option `{name}`; {known}")
    elif not fits(value, rule.options[name]):
        wanted = type(rule.options[name]).__name__
        yield Problem(document.at(*address), f"`{value}` is not what `{name}` takes; write a value of type {wanted}")


def fits(value: Any, default: Any) -> bool:
    """Whether a value is of the type that an option's default has."""
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    if isinstance(default, int | float):
        return isinstance(value, int | float) and value >= 0
    return isinstance(value, type(default))


def wrong_paths(catalog: Catalog, known: Iterable[str]) -> Iterator[Problem]:
    """Names in `per_path` that no rule and no family has."""
    known = sorted(known)
    for index, each in enumerate(catalog.settings.per_path):
        for item, name in enumerate(each.ignore):
            if name not in known:
                place = catalog.settings_document.at("per_path", index, "ignore", item)
                yield Problem(place, f"there is no rule or family `{name}`; {instead(name, known)}")


def instead(name: str, known: Iterable[str]) -> str:
    """What to write instead of a name that does not exist."""
    near = nearest(name, known)
    return f"did you mean `{near}`?" if near else "`prodops explain` lists them"
