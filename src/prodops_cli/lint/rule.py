"""A rule: a function that looks at one subject and says what is wrong, with the page that explains it."""

import inspect
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from prodops_cli.findings import Problems, Severity
from prodops_cli.lint.context import Context

Subject = TypeVar("Subject")
Options = ParamSpec("Options")

error, warning, notice = Severity.error, Severity.warning, Severity.notice


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject]):
    """`check` is called once for each `subject` of a catalog; its keyword arguments are the rule's options.

    Where it says something, also at a related place, those rules are not told that it speaks `instead_of`.
    """

    name: str
    family: str
    subject: type[Subject]
    severity: Severity
    check: Callable[..., Problems]
    module: ModuleType
    instead_of: tuple[str, ...] = ()

    @property
    def page(self) -> str:
        """What explains it: its module's docstring."""
        return inspect.cleandoc(self.module.__doc__ or "")

    @property
    def cases(self) -> str:
        """Examples that only test, in the notation of the page; they stand at the end of the module."""
        return inspect.cleandoc(getattr(self.module, "CASES", ""))

    @property
    def options(self) -> Mapping[str, Any]:
        """The options with their defaults."""
        parameters = inspect.signature(self.check).parameters.values()
        return {each.name: each.default for each in parameters if each.kind is each.KEYWORD_ONLY}

    @property
    def summary(self) -> str:
        """What should hold, in one sentence."""
        return self.page.strip().partition("\n")[0]


def rule(
    subject: type[Subject], severity: Severity, instead_of: tuple[str, ...] = ()
) -> Callable[[Callable[Concatenate[Subject, Context, Options], Problems]], Rule[Subject]]:
    """Makes a rule of a function; the name, the family and the page are those of its module."""

    def make(check: Callable[Concatenate[Subject, Context, Options], Problems]) -> Rule[Subject]:
        family, name = check.__module__.split(".")[-2:]
        module = sys.modules[check.__module__]
        return Rule(name.replace("_", "-"), family, subject, severity, check, module, instead_of)

    return make
