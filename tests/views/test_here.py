"""A rule's examples show the settings that the rule goes by, so that they can be shown as they are here."""

import re
from pathlib import Path

import pytest

from prodops_cli import rules
from prodops_cli.lint.discover import rules_in
from prodops_cli.lint.page import settings_in
from prodops_cli.lint.rule import Rule
from prodops_cli.models.settings import Settings

READ = re.compile(r"\bsettings\.([a-z_]+)")


@pytest.mark.parametrize("rule", rules_in(rules), ids=lambda rule: rule.name)
def test_examples_show_what_their_rule_reads(rule: Rule[object]) -> None:
    code = Path(str(rule.module.__file__)).read_text("utf-8").partition('"""\n\n')[2]
    read = {name for name in READ.findall(code) if name in Settings.model_fields}
    assert read <= set(settings_in(rule)) <= Settings.model_fields.keys()
