# ruff: noqa: E501 - a table of texts
"""Whatever stands in a catalog, every command ends with a documented exit code, and never with a bug's."""

import json
import os
from pathlib import Path

import pytest

from prodops_cli.cli.run import run

EXP = "id: t\nname: T\nowner: a\ntype: ab_test\nstatus: running\n"
METRIC = "id: m\nname: M\nowner: a\ndescription: d\nstatus: active\ndirection: increase\n"
FILES: dict[str, dict[str, str | bytes]] = {
    "nothing": {"owners/a.yaml": ""},
    "comment": {"owners/a.yaml": "# later\n"},
    "null": {"owners/a.yaml": "~\n"},
    "scalar": {"owners/a.yaml": "just words\n"},
    "number": {"owners/a.yaml": "12\n"},
    "list of scalars": {"owners/a.yaml": "- a\n- 1\n- ~\n"},
    "list of lists": {"owners/a.yaml": "- - a\n"},
    "empty list": {"owners/a.yaml": "[]\n"},
    "empty mapping": {"owners/a.yaml": "{}\n"},
    "many documents": {"owners/a.yaml": "---\n---\n---\nid: a\n---\n"},
    "bytes": {"owners/a.yaml": b"\xff\xfe\x00"},
    "late bytes": {"owners/a.yaml": b"id: a\nname: \xe9\n"},
    "nul": {"owners/a.yaml": b"id: \x00\n"},
    "mark": {"owners/a.yaml": b"\xef\xbb\xbfid: a\nname: A\ntype: person\n"},
    "windows": {"owners/a.yaml": "id: a\r\nname: A\r\ntype: person\r\n"},
    "old mac": {"owners/a.yaml": "id: a\rname: A\rtype: person\r"},
    "tabs": {"owners/a.yaml": "id:\ta\n\tname: A\n"},
    "deep": {"owners/a.yaml": "[" * 20000},
    "deep mapping": {"owners/a.yaml": "{a: " * 500},
    "question marks": {"owners/a.yaml": "? " * 500},
    "bomb": {"owners/a.yaml": "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join('*' + chr(97 + n) for _ in range(9))}]\n" for n in range(9)
    )},
    "circle": {"owners/a.yaml": "&a {id: *a}\n"},
    "merge": {"owners/a.yaml": "x: &x {a: 1}\n<<: *x\n"},
    "tags": {"owners/a.yaml": "id: !!python/object/apply:os.system [ls]\n"},
    "long key": {"owners/a.yaml": f"{'k' * 2000}: 1\n"},
    "long scalar": {"owners/a.yaml": f"id: {'k' * 300_000}\n"},
    "long number": {"owners/a.yaml": f"id: {'9' * 5000}\n"},
    "large": {"owners/a.yaml": "# x\n" * 300_000},
    "id is a list": {"owners/a.yaml": "id: [a]\nname: A\ntype: person\n"},
    "id is a number": {"owners/a.yaml": "id: 2026\nname: A\ntype: person\n"},
    "id is empty": {"owners/a.yaml": "id:\nname: A\ntype: person\n"},
    "id is spaces": {"owners/a.yaml": "id: '  '\nname: A\ntype: person\n"},
    "id is hostile": {"owners/a.yaml": "id: \"::error::x\\e[31m\"\nname: \"\\u202E\"\ntype: person\n"},
    "kind is a list": {"owners/a.yaml": "kind: [owner]\nid: a\n"},
    "kind is another": {"owners/a.yaml": "kind: metric\nid: a\n"},
    "dates": {"experiments/t.yaml": f"{EXP}start: 0001-01-01\nend: 9999-12-31\nsurfaces: [a]\n"},
    "impossible dates": {"experiments/t.yaml": f"{EXP}start: 2026-02-30\nend: 2026-13-01T25:00:00Z\n"},
    "long durations": {"experiments/t.yaml": f"{EXP}start: 2026-01-01\nduration: 999999999y\nsurfaces: [a]\n"},
    "endless numbers": {"experiments/t.yaml": f"{EXP}traffic: .inf\nmetrics: {{primary: [{{metric: m, mde: .nan}}]}}\n"},
    "huge weights": {"experiments/t.yaml": f"{EXP}variants: [{{key: a, weight: {'9' * 39}}}, {{key: b, weight: 0}}]\n"},
    "odd audiences": {
        "experiments/t.yaml": f"{EXP}start: 2026-09-01\nsurfaces: [a]\naudience: {{c: [], d: {{gt: x, lt: 1}}, e: {{in: [.nan]}}}}\n",
        "experiments/u.yaml": f"{EXP.replace('id: t', 'id: u')}start: 2026-09-01\nsurfaces: [a]\naudience: {{e: {{in: [.inf, 1.10]}}}}\n",
    },
    "itself": {"experiments/t.yaml": f"{EXP}requires: [t]\nexcludes: [t]\nholdout: t\nreplaced_by: t\n"},
    "owners in a circle": {"owners/a.yaml": "id: a\nname: A\ntype: team\nparent: a\nlead: a\nmembers: [a]\nmanager: a\nsuccessor: a\nleft: 2020-01-01\n"},
    "values of a metric": {"metrics/m.yaml": f"{METRIC}inputs: [m]\nvalue: {{current: .nan, previous: .inf}}\ntarget: {{op: gt, value: -.inf, by: 2026-01-01}}\n"},
    "sql": {"metrics/m.yaml": f"{METRIC}definition: {{language: sql, expression: \"'''\\\"\\\"/* -- $$\"}}\n"},
    "goal": {"goals/g.yaml": "id: g\nname: G\nowner: a\nperiod: 2026-Q9\nkey_results: [{metric: m, baseline: 1, target: 1, current: .nan}]\n"},
    "goal of no length": {"goals/g.yaml": "id: g\nname: G\nowner: a\nperiod: {start: 2026-10-01, end: 2026-01-01}\nkey_results: [{target: 0, baseline: 0}]\n"},
    "tool": {"tools/t.yaml": "id: t\nname: T\nowner: a\nstatus: adopted\ncontract: {renewal: 0001-01-01, notice: 99999y}\ncost: {amount: 1.0e+308, per: month}\nseats: {purchased: 0, active: 9}\n"},
    "settings of no sense": {"prodops.yaml": "naming: {metric: '{'}\nvocabulary: {'': []}\nattributes: {e: {type: version, values: [x, 1.0]}}\n", "metrics/m.yaml": METRIC},
    "a name with a line break": {"owners/a\nb.yaml": "id: a\n"},
    "a name like an option": {"owners/-rf.yaml": "id: a\n"},
}  # fmt: skip
COMMANDS = (
    ("lint", "--fail-on", "never"),
    ("lint", "-f", "json", "-f", "concise", "-f", "github"),
    ("lint", *(f"-f{name}" for name in ("markdown", "sarif", "gitlab", "junit", "rdjsonl"))),
    ("report", "weekly", "--worktree"),
    ("report", "weekly", "--worktree", "--print-context"),
    ("list", "owner"),
    ("list", "experiment", "-f", "csv"),
    ("list", "metric", "-f", "json"),
    ("show", "owner", "a"),
    ("overlap", "--all"),
    ("overlap", "--calendar"),
    ("overlap", "--matrix"),
    ("overlap", "--capacity"),
    ("seen-by", "c=1", "e=x"),
    ("seen-by", "-f", "json"),
    ("overlap", "--all", "-f", "json"),
    ("overlap", "--surface", "a", "--start", "2026-09-07"),
    ("show", "t"),
    ("show", "m", "-f", "json"),
)


@pytest.fixture
def catalog(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A catalog with the files of a name."""
    files: dict[str, str | bytes] = {"prodops.yaml": "", "owners/z.yaml": "id: z\nname: Z\ntype: person\n"} | FILES[
        request.param
    ]
    for path, text in files.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("catalog", FILES, indirect=True)
def test_ends_as_documented(catalog: Path, command: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    code = run([*command, "-C", str(catalog), "--today", "2026-09-07"])
    printed = capsys.readouterr()
    assert code in (0, 1, 2, 3), printed.err
    assert "Traceback" not in printed.out + printed.err
    assert printed.out or printed.err


@pytest.mark.parametrize("catalog", sorted(FILES.keys() - {"windows", "old mac", "mark", "dates"}), indirect=True)
def test_every_finding_has_a_place_in_its_file(catalog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["lint", "-f", "json", "--fail-on", "notice", "-C", str(catalog), "--today", "2026-09-07"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert findings or code == 0
    for finding in findings:
        lines = (catalog / finding["path"]).read_bytes().decode(errors="replace").replace("\r\n", "\n").count("\n") + 1
        assert 1 <= finding["start"]["line"] <= lines + (catalog / finding["path"]).read_bytes().count(b"\r")
        assert finding["start"]["column"] >= 1


def test_links_and_fifos_are_not_opened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "owners").mkdir()
    (tmp_path / "prodops.yaml").touch()
    (tmp_path / "secret").write_text("id: secret\n")
    (tmp_path / "owners" / "link.yaml").symlink_to(tmp_path / "secret")
    os.mkfifo(tmp_path / "owners" / "fifo.yaml")
    assert run(["lint", "-f", "concise", "--fail-on", "warning", "-C", str(tmp_path)]) == 1
    assert capsys.readouterr().out.count("skipped-file") == 2
