"""A message of Slack: as a webhook takes it, within its limits, and nothing in it but words."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from prodops_cli.reports.material.plain import Row
from prodops_cli.reports.rendering.formats.slack import document
from prodops_cli.reports.rendering.templates import rendered
from tests.reports.test_hostile import PAYLOADS, replaced, says

SCHEMA = json.loads((Path(__file__).parent / "slack.schema.json").read_text("utf-8"))


def message(markdown: str) -> dict[str, list[dict[str, object]]]:
    """The message, which is valid."""
    made: dict[str, list[dict[str, object]]] = json.loads(document(markdown))
    Draft202012Validator(SCHEMA).validate(made)
    return made


def words(value: object) -> str:
    """All texts in it."""
    if isinstance(value, dict):
        return "".join(said if key == "text" and isinstance(said, str) else words(said) for key, said in value.items())
    return "".join(map(words, value)) if isinstance(value, list) else ""


def test_shows_the_first_screen(context: Row) -> None:
    said = words(message(rendered("weekly", context)))
    assert "Saved cards” starts Tue 15 Sep" in said
    assert "the report also tells of: Needs a decision, Experiments" in said
    assert "Amplitude" in said
    assert "| " not in said


CALLS = ["<!channel> <@U1> @here :smile: *b* _i_ <https://evil.example|x>", "x" * 9000]


@pytest.mark.parametrize("payload", [*PAYLOADS, *CALLS])
def test_calls_nobody(context: Row, payload: str) -> None:
    made = message(rendered("weekly", says(replaced(context, payload))))
    assert '"link"' not in json.dumps(made)
    assert '"url"' not in json.dumps(made)


def test_counts_what_has_no_place() -> None:
    made = message("# A\n\n" + "a\n\n" * 80)
    assert len(made["blocks"]) == 50
    assert words(made["blocks"][-1]) == "32 parts more had no place here"


def test_divides_a_long_list() -> None:
    made = message("# A\n\n" + f"- {'word ' * 400}\n" * 5)
    assert [len(each["elements"][0]["elements"]) for each in made["blocks"][1:]] == [1] * 5  # type: ignore[index]


def test_links_lead_to_the_web_alone() -> None:
    said = json.dumps(message("# A\n\n[a](https://a.example) [b](b.yaml) [c](javascript:x)\n"))
    assert said.count('"url"') == 1
    assert "https://a.example" in said


@pytest.mark.parametrize("markdown", ["", "\n", "---\n", "a", "# \n", "```chart\n{}\n```\n"])
def test_of_little_or_nothing(markdown: str) -> None:
    message(f"# A\n\n{markdown}")
