"""A page as its readers take it apart: elements, their attributes, and their words."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

EMPTY = frozenset(("meta", "br", "hr"))


@dataclass
class Element:
    """An element with all that is in it."""

    tag: str
    attributes: dict[str, str]
    inside: "list[Element | str]" = field(default_factory=list)

    @property
    def words(self) -> str:
        """All that it says."""
        return "".join(each if isinstance(each, str) else each.words for each in self.inside)

    def all(self, *tags: str) -> "list[Element]":
        """The elements in it, those of some tags or all, in the page's order."""
        found = [each for each in self.inside if isinstance(each, Element)]
        mine = [(each, each.all(*tags)) for each in found]
        return [one for each, below in mine for one in (*([each] if not tags or each.tag in tags else []), *below)]


class Reader(HTMLParser):
    """Reads a page, and fails where an element is not closed as it was opened."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in EMPTY:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def read(text: str) -> Element:
    """The page, whose elements are all closed."""
    reader = Reader()
    reader.feed(text)
    reader.close()
    assert reader.open == [reader.root]
    return reader.root
