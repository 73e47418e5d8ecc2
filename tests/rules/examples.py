"""A page's examples as catalogs: what they leave out is filled in, and one rule looks at them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from prodops_cli import rules
from prodops_cli.catalog.load import load
from prodops_cli.documents.decode import decode
from prodops_cli.documents.document import read
from prodops_cli.documents.refusal import Refused
from prodops_cli.findings import READING, Finding
from prodops_cli.fixes.rewrite import rewritten
from prodops_cli.lint.configure import Configured
from prodops_cli.lint.context import Context
from prodops_cli.lint.discover import rules_in
from prodops_cli.lint.page import Example, Expected
from prodops_cli.lint.rule import Rule
from prodops_cli.lint.run import run
from prodops_cli.lint.select import selected
from prodops_cli.models.kinds import KINDS
from prodops_cli.trees.kept import Kept
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.tree import Entry

RULES = rules_in(rules)
TODAY = date(2025, 6, 15)
STAGE = {"prodops.yaml": "", "owners/someone.yaml": "id: someone\nname: Someone\ntype: person\n"}
FOLDERS = {model.folder: model for model in KINDS.values()}


@dataclass(frozen=True)
class Desk:
    """A tree in memory some of whose files are links, or can't be read."""

    memory: MemoryTree
    how: dict[str, str]
    name: str = "example"
    prefix: str = ""
    kept: Kept = field(default_factory=Kept)

    def walk(self, folder: str = "") -> Iterator[Entry]:
        """Everything below a folder; links are no regular files."""
        for entry in self.memory.walk(folder):
            yield Entry(entry.path, regular=self.how.get(entry.path) != "link")

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        if self.how.get(path) == "unreadable":
            raise PermissionError(13, "Permission denied", path)
        return self.memory.read(path)


def found_in(rule: Rule[object], example: Example) -> tuple[Expected, ...]:
    """What a rule finds in an example, in the words of carets."""
    return tuple(sorted(caret(finding) for finding in findings(rule, example)))


def findings(rule: Rule[object], example: Example) -> tuple[Finding, ...]:
    """What a rule finds in an example."""
    head = load(tree(rule, example, before=False))
    base = load(tree(rule, example, before=True)) if any(file.before for file in example.files) else None
    families = {each.name: each.family for each in RULES}
    chosen = selected([Configured(each) for each in RULES], (rule.name,), ())
    return run(chosen, Context(head, TODAY, base, families)).findings


def tree(rule: Rule[object], example: Example, before: bool) -> Desk:
    """The files of an example; those that only one revision shows stand in both, unless they are removed."""
    old = {file.path: file.text for file in example.files if file.before}
    new = {file.path: file.text for file in example.files if not file.before}
    removed = {file.path for file in example.files if file.how == "removed"}
    kept = {path: text for path, text in old.items() if path not in removed}
    files = STAGE | (new | old if before else kept | new)
    how = {file.path: file.how for file in example.files}
    encoding = {path: "latin-1" for path, said in how.items() if said == "latin-1"}
    data = {path: whole(rule, path, text).encode(encoding.get(path, "utf-8")) for path, text in files.items()}
    return Desk(MemoryTree(data), how)


def whole(rule: Rule[object], path: str, text: str) -> str:
    """A document with the required keys that the example leaves out; the family yaml writes all that it means."""
    return text if rule.family == READING else text + missing(path, text)


def missing(path: str, text: str) -> str:
    """The lines that make a single document the smallest valid one of its kind."""
    model = FOLDERS.get(path.partition("/")[0])
    value = single(path, text)
    if model is None or not isinstance(value, dict):
        return ""
    return "".join(f"{key}: {said}\n" for key, said in model.smallest.items() if key not in value)


def single(path: str, text: str) -> object:
    """The value of a file that holds one document that can be read."""
    try:
        documents = read(decode(path, text.encode())).documents
    except Refused:
        return None
    return documents[0].value if len(documents) == 1 and documents[0].item is None else None


def caret(finding: Finding) -> Expected:
    """A finding as its page would show it: of several lines the first, of an empty place one caret."""
    source, span = finding.problem.place.source, finding.problem.place.span
    line, column = source.position(span.start)
    end = min(column + span.stop - span.start, len(source.line(line)) + 1)
    return Expected(finding.path, line, column, max(end, column + 1), finding.problem.message)


def applied(rule: Rule[object], example: Example) -> dict[str, str]:
    """The files of an example after all fixes, as the page shows them."""
    fixes = [finding.problem.fix for finding in findings(rule, example) if finding.problem.fix]
    before = {file.path: whole(rule, file.path, file.text) for file in example.files if not file.before}
    after = rewritten(before, fixes)
    return {path: text.removesuffix(added(rule, example, path, text)) for path, text in after.items()}


def added(rule: Rule[object], example: Example, path: str, text: str) -> str:
    """What was filled in at the end of a file."""
    fillers = (whole(rule, file.path, file.text).removeprefix(file.text) for file in example.files)
    return next((filler for filler in fillers if filler and text.endswith(filler)), "")


def shown(example: Example) -> dict[str, str]:
    """The files that an example shows."""
    return {file.path: file.text for file in example.files if not file.before}
