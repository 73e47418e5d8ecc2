"""What people type of users: `country=DE`, `platform=ios,android`, as values of the declared attributes."""

from collections.abc import Iterable
from typing import Final

from prodops_cli.encounters.asked.conditions import value as in_words
from prodops_cli.encounters.audience import Attributes, Number, term
from prodops_cli.failure import Misuse
from prodops_cli.models.spelling import nearest
from prodops_cli.overlap.audiences.attribute import UNDECLARED, Attribute
from prodops_cli.overlap.audiences.audience import Audience, Constraint
from prodops_cli.overlap.audiences.condition import OneOf
from prodops_cli.overlap.audiences.value import Client, ClientValue, Kind, Term, kind_of
from prodops_cli.overlap.audiences.version import Series
from prodops_cli.phrases import listing

BOOLS: Final = {"true": True, "false": False, "yes": True, "no": False}
WRITTEN: Final[dict[Kind, str]] = {
    "bool": "true or false",
    "number": "a number such as 12",
    "date": "a day such as 2026-09-07",
    "version": "a version such as 6.4",
    "text": "a text",
}


def audience(said: Iterable[str], known: Attributes) -> Audience:
    """An audience in which all that is said must hold. Raises Misuse."""
    return Audience(tuple(Constraint(name, (OneOf(frozenset(terms)),)) for name, terms in pairs(said, known)))


def client(said: Iterable[str], known: Attributes) -> Client:
    """A user of whom this is said; of what is not said, nothing is known. Raises Misuse."""
    found: dict[str, ClientValue] = {}
    for name, terms in pairs(said, known, may_lack=True):
        if name in found:
            raise Misuse(f"`{name}` is said twice", f"say it once: {name}=a,b where a user has several")
        found[name] = one(name, terms, known.get(name, UNDECLARED))
    return found


def one(name: str, terms: tuple[Term, ...], attribute: Attribute) -> ClientValue:
    """A user's value of an attribute: several only where users can have several."""
    values = tuple(each for each in terms if not isinstance(each, Series))
    if len(values) < len(terms):
        raise Misuse(f"a user has one {name}", "write it without a star, such as 6.4")
    if len(values) > 1 and not attribute.many:
        raise Misuse(
            f"a user has one {name}", f"ask for {listing([in_words(each) for each in values], 'or')}, one by one"
        )
    if attribute.many:
        return values
    return values[0] if values else None


def pairs(said: Iterable[str], known: Attributes, *, may_lack: bool = False) -> Iterable[tuple[str, tuple[Term, ...]]]:
    """The attributes with their values. Raises Misuse for what can't be."""
    for each in said:
        name, sign, text = each.partition("=")
        texts = [part.strip() for part in text.split(",") if part.strip()]
        if not sign or not name or not (texts or may_lack):
            raise Misuse(f"`{each}` says nothing of a user", "write attribute=value, such as country=DE")
        if known and name not in known:
            raise Misuse(f"there is no attribute `{name}`", hint(name, known))
        yield name, tuple(declared(part, name, known.get(name, UNDECLARED)) for part in texts)


def declared(text: str, name: str, attribute: Attribute) -> Term:
    """A value that users can have. Raises Misuse."""
    kind = attribute.kind or guessed(text)
    found = BOOLS.get(text.lower(), text) if kind == "bool" else term(text, kind)
    if kind_of(found) != kind:
        raise Misuse(f"`{text}` is no {name}", f"write {WRITTEN[kind]}")
    if attribute.undeclared((found,)):
        raise Misuse(f"no user has the {name} `{text}`", hint(text, map(in_words, attribute.values)))
    return found


def guessed(text: str) -> Kind:
    """What a value seems to be, where no type is declared."""
    if text.lower() in ("true", "false"):
        return "bool"
    return "number" if kind_of(term(Number(text), None)) == "number" else "text"


def hint(word: str, known: Iterable[str]) -> str:
    """Which known word somebody probably meant, else all of them."""
    words = sorted(known)
    near = nearest(word, words)
    return f"did you mean `{near}`?" if near else f"there are {', '.join(words)}"
