"""A message of Slack, as Block Kit: the first screen of a report, and a count of what else there is.

Its texts are rich text, in which nothing but a block's own form has a meaning: nobody is called, nothing is a link.
"""

import html
import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from prodops_cli.escape import terminal
from prodops_cli.outputs.shorten import shortened
from prodops_cli.phrases import count

Block: TypeAlias = dict[str, object]
MOST_BLOCKS: Final = 50
LONGEST: Final = 3000
"""How many characters a text may have."""
LONGEST_HEAD: Final = 150
UNNAMED: Final = "A report"
WEB: Final = ("https://", "http://")
STYLES: Final = {"strong": "bold", "em": "italic", "s": "strike", "code_inline": "code"}


def document(text: str) -> str:
    """The message, as a webhook takes it."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    first, rest = screens(tokens)
    nodes = SyntaxTreeNode(first).children
    blocks = [block for node in nodes for block in blocks_of(node)]
    shown = blocks[: MOST_BLOCKS - 1]
    left = [said for said in (more(len(blocks) - len(shown)), contents(rest)) if said]
    shown += [{"type": "context", "elements": [plain(shortened("; ".join(left), LONGEST))]}] if left else []
    message = {"text": html.escape(title(nodes), quote=False), "blocks": shown}
    return json.dumps(message, ensure_ascii=False, indent=2) + "\n"


def screens(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """What stands before the first rule, and what after it."""
    at = next((number for number, token in enumerate(tokens) if token.type == "hr"), len(tokens))
    return tokens[:at], tokens[at:]


def title(nodes: list[SyntaxTreeNode]) -> str:
    """What a notification says."""
    return next((shortened(words(node), LONGEST_HEAD) for node in nodes if node.tag == "h1"), "") or UNNAMED


def blocks_of(node: SyntaxTreeNode) -> Iterator[Block]:
    """The blocks of a heading, a paragraph or a list; what no message can show, such as a chart, has none."""
    match node.type:
        case "heading" if node.tag == "h1":
            yield {"type": "header", "text": plain(shortened(words(node), LONGEST_HEAD) or UNNAMED)}
        case "heading":
            yield rich(section([*styled(node, ("bold",))]))
        case "paragraph":
            yield rich(section([*styled(node, ())]))
        case "bullet_list" | "ordered_list":
            style = "ordered" if node.type == "ordered_list" else "bullet"
            for items in fitting([[*styled(item, ())] for item in node.children]):
                yield rich({"type": "rich_text_list", "style": style, "elements": [section(item) for item in items]})
        case _:
            return


def styled(node: SyntaxTreeNode, styles: tuple[str, ...]) -> Iterator[Block]:
    """The words below a node with how they look; a link leads somewhere only where that is on the web."""
    if node.type in ("text", "code_inline", "softbreak"):
        text = " " if node.type == "softbreak" else terminal(node.content)
        extra = (*styles, STYLES[node.type]) if node.type in STYLES else styles
        yield {"type": "text", "text": text[:LONGEST], **({"style": dict.fromkeys(extra, True)} if extra else {})}
    elif node.type == "link" and str(node.attrs.get("href", "")).startswith(WEB):
        yield {"type": "link", "url": str(node.attrs["href"])[:LONGEST], "text": words(node)[:LONGEST]}
    else:
        for child in node.children:
            yield from styled(child, (*styles, STYLES[node.type]) if node.type in STYLES else styles)


def fitting(items: list[list[Block]]) -> Iterator[list[list[Block]]]:
    """The items of a list, in as many lists as they need."""
    part: list[list[Block]] = []
    for item in items:
        if part and sum(map(length, part)) + length(item) > LONGEST:
            yield part
            part = []
        part.append(item)
    yield part


def length(item: list[Block]) -> int:
    """How many characters the words of an item have."""
    return sum(len(str(each["text"])) for each in item)


def words(node: SyntaxTreeNode) -> str:
    """The words below a node."""
    return "".join(str(each["text"]) for child in node.children for each in styled(child, ()))


def rich(element: Block) -> Block:
    """A block of rich text."""
    return {"type": "rich_text", "elements": [element]}


def section(elements: list[Block]) -> Block:
    """A line of it, cut where it would be too long."""
    kept: list[Block] = []
    room = LONGEST
    for each in elements:
        text = str(each["text"])
        if room > 0 and text:
            kept.append(each | {"text": shortened(text, room) if len(text) > room else text})
        room -= len(text)
    return {"type": "rich_text_section", "elements": kept}


def plain(text: str) -> Block:
    """Words that mean nothing else."""
    return {"type": "plain_text", "text": text, "emoji": False}


def more(number: int) -> str:
    """What had no place."""
    return f"{count(number, 'part')} more had no place here" if number else ""


def contents(rest: list[Token]) -> str:
    """What stands in the report besides."""
    heads = [after for each, after in pairwise(rest) if each.type == "heading_open" and each.tag == "h2"]
    named = [words(SyntaxTreeNode([head])) for head in heads]
    return f"the report also tells of: {', '.join(named)}" if named else ""
