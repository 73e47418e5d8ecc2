"""What libyaml takes for something else than YAML 1.2 does: refused, since it would be read wrongly without a word."""

import re

from yaml.events import AliasEvent, CollectionStartEvent, ScalarEvent

from prodops_cli.documents.complaint import offset_of
from prodops_cli.documents.refusal import NotYaml, Refused
from prodops_cli.documents.source import Source, Span

QUESTION = re.compile(r"(?<![^\s\[{,])\?\S")
BEHIND_A_NAME = " \t\r\n,[]{}"


def may_ask(source: Source) -> bool:
    """Whether a word begins with `?`: in brackets libyaml takes that for the sign of a key."""
    return "?" in source.text and QUESTION.search(source.text) is not None


def check_question(source: Source, key: ScalarEvent) -> None:
    """A key whose `?` was cut off. Raises Refused."""
    start = offset_of(key.start_mark) - 1
    if start >= 0 and source.text[start] == "?":
        problem = "a value in brackets can't begin with `?`"
        raise Refused(NotYaml(source, Span(start, start + 1), problem, "put it in quotes"))


def check_name(source: Source, event: ScalarEvent | CollectionStartEvent | AliasEvent) -> None:
    """An anchor or an alias of which libyaml has read the beginning for its name. Raises Refused."""
    named = f"{'*' if isinstance(event, AliasEvent) else '&'}{event.anchor}"
    start = source.text.index(named, offset_of(event.start_mark))
    stop = start + len(named)
    rest = source.text[stop : stop + 1].strip(BEHIND_A_NAME)
    if rest:
        problem = f"the name `{named}` goes on with `{rest}`"
        action = "write a space behind it, use letters, digits, `-` and `_`, or put all of it in quotes"
        raise Refused(NotYaml(source, Span(start, stop + 1), problem, action))
