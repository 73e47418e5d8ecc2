"""Users' templates: what they can change, what is said of mistakes, and that they reach nothing."""

import os
from pathlib import Path

import pytest

from prodops_cli.cli.run import run
from prodops_cli.failure import Misuse
from prodops_cli.reports.material.plain import Row
from prodops_cli.reports.material.templates import templates_in
from prodops_cli.reports.rendering import apart
from prodops_cli.reports.rendering.apart import rendered_apart
from prodops_cli.reports.rendering.faults import fault
from prodops_cli.reports.rendering.html.body import sections
from prodops_cli.reports.rendering.templates import as_message, rendered
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.worktree import WorkTree
from tests.reports.conftest import Repository

WEEK = ("--week", "2026-W36", "--today", "2026-09-08")
SMALL: Row = {"title": {"week": 36}, "things": [{"name": "a|b", "link": "x.yaml"}], "secret": "**x**"}
CANARY = "canary-4711"


def own(text: str, **others: str) -> str:
    """What a template makes of a small context, here: what is rendered apart is the same."""
    texts = {"x.md.j2": text} | {name.replace("__", "/") + ".j2": said for name, said in others.items()}
    try:
        return rendered("x", SMALL, texts)
    except Exception as error:
        raise apart.refused("x", fault(error, texts)) from error


def own_apart(text: str) -> str:
    """What a template makes of a small context in a process of its own."""
    return rendered_apart("x", SMALL, {"x.md.j2": text})


def test_is_rendered_like_ours(context: Row) -> None:
    extended = rendered_apart("weekly", context, {"weekly.md.j2": '{% extends "builtin/weekly.md.j2" %}'})
    assert extended == rendered("weekly", context)


def test_changes_one_block(context: Row) -> None:
    text = '{% extends "builtin/weekly.md.j2" %}{% block watch %}\n## Ours\n\n{{ title.days }}\n{% endblock %}'
    made = rendered_apart("weekly", context, {"weekly.md.j2": text})
    assert "## Ours\n\n31 Aug – 6 Sep 2026\n" in made
    assert "## Watch" not in made
    assert "## Decide" in made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("{{ secret }}", "\\*\\*x\\*\\*\n"),
        ("{{ secret | safe }}", "**x**\n"),
        ('{% include "part.j2" %}', "week 36\n"),
        ('{% include "deep/part.j2" %}', "deep\n"),
        ("{{ things[0] | link }}\n\n{{ definitions() }}", "[a\\|b][1]\n\n[1]: x.yaml\n"),
        ('{% from "builtin/macros.j2" import names %}{{ names(things) }}', "[a\\|b][1]\n"),
    ],
)
def test_can_do_what_ours_can(text: str, made: str) -> None:
    assert own(text, part="week {{ title.week }}", deep__part="deep") == made


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        ("a\n{{ titel }}", "the template x.md.j2, line 2: 'titel' is undefined", "{{ titel }}"),
        ("a\n\n{{ title.wek }}", "x.md.j2, line 3: 'dict object' has no attribute 'wek'", "{{ title.wek }}"),
        ("{% if %}", "x.md.j2, line 1: Expected an expression, got 'end of statement block'", "{% if %}"),
        ("a\n{% for x in y %}", "x.md.j2, line 2: Unexpected end of template.", "{% for x in y %}"),
        ('{% include "part.j2" %}', "part.j2, line 2: division by zero", "{{ 1 / 0 }}"),
        (
            '\n{% include "nowhere.j2" %}',
            "x.md.j2, line 2: there is no template nowhere.j2",
            '{% include "nowhere.j2" %}',
        ),
        ("{{ chart(title) }}", "x.md.j2, line 1: a chart has a kind", "{{ chart(title) }}"),
        ("{{ chart({'kind': 'bars'}) }}", "the chart is no Bars: it has kind, title", ""),
        ("{{ title | nothing }}", "No filter named 'nothing'", ""),
    ],
)
def test_says_what_is_wrong_and_where(text: str, said: str, line: str) -> None:
    with pytest.raises(Misuse) as refused:
        own(text, part="\n{{ 1 / 0 }}")
    assert said in refused.value.sentence
    assert line in refused.value.hint


REACHING = [
    "''.__class__",
    "''.__class__.__mro__[1].__subclasses__()",
    "().__class__.__base__.__subclasses__()",
    "[].__class__.__bases__[0]",
    "{}.__class__",
    "title.__class__.__init__.__globals__",
    "''['__class__']",
    "''|attr('__class__')",
    "''|attr('_'*2~'class'~'_'*2)",
    "''|attr('\\x5f\\x5fclass\\x5f\\x5f')",
    "title|attr('__init__')|attr('__globals__')",
    "[title]|map(attribute='__class__')|list",
    "[title]|map('attr', '__class__')|list",
    "[title]|selectattr('__class__')|list",
    "[title]|groupby('__class__')|list",
    "[title]|sort(attribute='__class__.__name__')|list",
    "[title]|sum(attribute='__class__')",
    "[title]|unique(attribute='__class__.__mro__')|list",
    "[title]|max(attribute='__class__.__name__')",
    "cycler.__init__.__globals__.os.popen('touch X').read()",
    "joiner.__init__.__globals__.os",
    "namespace.__init__.__globals__.os",
    "lipsum.__globals__['os'].popen('touch X').read()",
    "lipsum|attr('__globals__')",
    "dict.__base__.__subclasses__()",
    "range.__class__",
    "definitions.__globals__",
    "definitions.__self__",
    "definitions.__func__.__globals__",
    "chart.__globals__",
    "chart.__code__",
    "chart.__builtins__",
    "self.__init__.__globals__",
    "self._TemplateReference__context",
    "self.__dict__",
    "'{0.__class__.__mro__}'.format('')",
    "'{0.__class__.__init__.__globals__}'.format(title)",
    "'{x.__class__}'.format_map({'x': ''})",
    "'%s'.__mod__",
    "('{0.__cla' ~ 'ss__}').format(title)",
    "('{0.__class__}'|safe).format(title)",
    "('{0.__class__.__base__}'|safe).format_map({'0': title})",
    "'{0[__class__]}'.format(title)",
    "'x'|format.__globals__",
    "''.format.__self__",
    "''.join.__self__.__class__",
    "'a'.encode.__class__",
    "(1).__class__",
    "(1).real.__class__",
    "none.__class__",
    "true.__class__",
    "loop.__class__",
    "varargs.__class__",
    "caller.__class__",
    "request.application.__globals__",
    "config.items()",
    "get_flashed_messages.__globals__",
    "url_for.__globals__",
    "import('os')",
    "__import__('os').system('touch X')",
    "eval('1')",
    "exec('1')",
    "open('/etc/passwd').read()",
    "__builtins__",
    "globals()",
    "os.environ",
    "sys.modules",
    "environment",
    "context.__class__",
    "title.update({'week': 1})",
    "title.clear()",
    "title.pop('week')",
    "title.setdefault('x', 1)",
    "things.append(1)",
    "things.extend([1])",
    "things.sort()",
    "things.clear()",
    "(title.items()|list)[0].__class__",
    "title.items.__self__.__class__",
    "things.__reduce_ex__(2)",
    "title.__getattribute__('__class__')",
    "title|pprint.__globals__",
    "(things|batch(1)).gi_frame",
    "(things|map('upper')).gi_code",
    "(things|map('upper')).gi_frame.f_globals",
    "(things|batch(1)).ag_frame",
]


@pytest.mark.parametrize("attack", REACHING)
def test_reaches_nothing(attack: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANARY", CANARY)
    monkeypatch.chdir(tmp_path)
    try:
        made = rendered("x", SMALL, {"x.md.j2": f"{{{{ {attack.replace('X', str(tmp_path / 'canary'))} }}}}"})
    except Exception as error:  # noqa: BLE001 - most of what is refused is refused by an error
        made = CANARY if CANARY in str(error) else ""
    assert not list(tmp_path.iterdir())
    assert not [secret for secret in (CANARY, "<class", "root:", "function", "/usr", "module") if secret in made], made


GREEDY = [
    "{% for a in range(10 ** 9) %}x{% endfor %}",
    "{{ 'x' * 10 ** 10 }}",
    "{{ ['x'] * 10 ** 10 }}",
    "{{ 'x'.ljust(10 ** 10) }}",
    "{{ '%10000000000d' % 1 }}",
    "{{ '{:>10000000000}'.format('x') }}",
    "{{ 9 ** (9 ** 9) }}",
    "{{ ('x' * 10 ** 8).replace('x', 'y' * 10 ** 4) }}",
    "{% include 'x.md.j2' %}",
    "{% extends 'x.md.j2' %}",
    "{% import 'x.md.j2' as x %}",
    "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    "{% for a in range(99999) %}{% for b in range(99999) %}{% set c = a * b %}{% endfor %}{% endfor %}",
    "{% set n = namespace(t='x' * 1000) %}{% for a in range(60) %}{% set n.t = n.t ~ n.t %}{% endfor %}{{ n.t }}",
    "{{ 'x' | center(10 ** 10) }}",
    "{{ 'x' | indent(10 ** 10, true) }}",
    "{{ [1] | batch(10 ** 10, 1) | list }}",
    "{{ 'x ' * 10 ** 7 | wordwrap(1) }}",
    "{% for a in range(99999) %}{{ 'x' * 999 }}{% endfor %}",
]


HURRIED = apart.BEGIN.replace(
    "\nrender()", "\nfrom prodops_cli.reports.rendering import child\nchild.CPU_SECONDS = 2\nrender()"
)
"""A process that may take less time than it usually may."""


@pytest.mark.parametrize("greedy", GREEDY)
def test_ends(greedy: str, monkeypatch: pytest.MonkeyPatch, rounds: int) -> None:
    monkeypatch.setattr(apart, "SECONDS", 15)
    if rounds == 1:
        monkeypatch.setattr(apart, "BEGIN", HURRIED)
    with pytest.raises(Misuse):
        own_apart(greedy)


def test_says_of_one_that_runs_apart_what_is_wrong_and_where() -> None:
    with pytest.raises(Misuse, match=r"the template x\.md\.j2, line 2: 'titel' is undefined"):
        own_apart("a\n{{ titel }}")


def test_knows_nothing_of_where_it_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANARY", CANARY)
    told = "print(json.dumps({'text': repr(dict(os.environ)) + repr(sys.flags.isolated)}))"
    monkeypatch.setattr(apart, "BEGIN", f"import json, os, sys\n{told}")
    said = own_apart("x")
    assert CANARY not in said
    assert said.endswith("1")


def test_writes_no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "canary"
    monkeypatch.setattr(
        apart,
        "BEGIN",
        "import json, sys\nsys.path[:] = json.loads(sys.argv[1])\n"
        "from prodops_cli.reports.rendering import child\nchild.limit()\n"
        f"with open({str(file)!r}, 'w') as file:\n    file.write('x')\n",
    )
    with pytest.raises(Misuse, match="too much time or memory"):
        own_apart("x")
    assert not file.exists() or not file.read_bytes()


@pytest.fixture
def written(bloom_repository: Repository) -> Repository:
    """Bloom with a template of its own, committed."""
    settings = (bloom_repository.folder / "prodops.yaml").read_text("utf-8") + "report: {templates: looks}\n"
    files = {"prodops.yaml": settings, "looks/weekly.md.j2": "# Ours of week {{ title.week }}\n"}
    bloom_repository.commit("Kim", "2026-09-05T10:00:00Z", files)
    return bloom_repository


def report(written: Repository, *arguments: str) -> int:
    """The exit code."""
    return run(["report", "-C", str(written.folder), *WEEK, *arguments])


def test_replaces_ours_by_its_name(written: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(written) == 0
    assert capsys.readouterr().out == "# Ours of week 36\n"
    assert report(written, "-f", "html") == 0
    assert "<h1 id=" in capsys.readouterr().out


def test_a_file_for_once(written: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "once.j2"
    file.write_text('{% include "weekly.md.j2" %}', "utf-8")
    assert report(written, "--template", str(file)) == 2
    file.write_text("once", "utf-8")
    capsys.readouterr()
    assert report(written, "--template", str(file)) == 0
    assert capsys.readouterr().out == "once\n"


def test_leaves_the_file_as_it_was(written: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output, file = tmp_path / "weekly.md", tmp_path / "once.j2"
    output.write_text("before", "utf-8")
    file.write_text("a\n{{ titel }}", "utf-8")
    assert report(written, "--template", str(file), "-o", str(output)) == 2
    assert output.read_text("utf-8") == "before"
    assert capsys.readouterr().err == (
        "error: the template weekly.md.j2, line 2: 'titel' is undefined\n  hint: the line is `{{ titel }}`\n"
    )


@pytest.mark.parametrize("kind", ["link", "fifo", "folder", "missing", "bytes", "long"])
def test_is_a_regular_file(kind: str, written: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "t.j2"
    match kind:
        case "link":
            file.symlink_to("/etc/passwd")
        case "fifo":
            os.mkfifo(file)
        case "folder":
            file.mkdir()
        case "bytes":
            file.write_bytes(b"\xff")
        case "long":
            file.write_bytes(b"x" * 300_000)
        case _:
            pass
    assert report(written, "--template", str(file)) == 2
    assert "t.j2" in capsys.readouterr().err


@pytest.mark.parametrize("folder", ["nowhere", "..", "../x", "/etc", ".", "", "owners"])
def test_are_in_a_folder_of_the_catalog(folder: str, written: Repository) -> None:
    with pytest.raises(Misuse, match="no template"):
        templates_in(WorkTree(written.folder), folder)


@pytest.mark.parametrize("tree", ["disk", "commit"])
def test_no_link_in_the_folder(tree: str, written: Repository) -> None:
    (written.folder / "looks" / "evil.j2").symlink_to("/etc/passwd")
    written.commit("Kim", "2026-09-06T10:00:00Z", {"owners/x.yaml": "{id: x, name: X, type: team}\n"})
    assert report(written, *(["--worktree"] if tree == "disk" else [])) == 2


def test_only_templates_of_the_folder() -> None:
    files = {"t/a.md.j2": b"a", "t/b/c.j2": b"c", "t/.hidden.j2": b"h", "t/x.txt": b"x", "other/d.j2": b"d"}
    assert templates_in(MemoryTree(files), "t/") == {"a.md.j2": "a", "b/c.j2": "c"}
    assert templates_in(MemoryTree(files), None) == {}


def test_prints_ours(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "--eject", "weekly"]) == 0
    assert "{% block decide %}" in capsys.readouterr().out
    assert run(["report", "--eject", "sections/goals"]) == 0
    assert run(["report", "--eject", "../../pyproject"]) == 2
    assert "there is no template" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("said", "markdown"),
    [
        ("write `a_b`", r"write “a\_b”"),
        ("`a` or `b`", "“a” or “b”"),
        ("`<b>`", "“&lt;b&gt;”"),
        (r"`a\`", r"“a\\”"),
        ("one ` alone", r"one \` alone"),
        ("``", r"\`\`"),
    ],
)
def test_what_a_rule_quotes_is_quoted(said: str, markdown: str) -> None:
    assert as_message(said) == markdown


def test_what_a_rule_quotes_is_no_markup_on_a_page() -> None:
    (section,) = sections(as_message("`<img src=x>` and `*a*`\n"))
    assert section.html == "<p>“&lt;img src=x&gt;” and “*a*”</p>\n"
