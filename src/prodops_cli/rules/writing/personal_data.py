"""Nobody's address or number stands in a text.

What is in git stays there: a customer's address in a quote, or a colleague's number in a
description, is copied with each clone, and nobody can delete it when they ask. Say who it
is by the id of their document, and of a customer say only what they are.

A person's own document holds their address at work; ids in other systems and a team's
channel may be addresses, too. Addresses of roles (`support@…`, `noreply@…`) and those at
example.com are nobody's. A metric's expression and filter are let pass: it is code.

## Bad

```yaml feedback/vat-number.yaml
id: vat-number
quote: Please write to jane.roe@shop.example when it works.
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the address `j…@shop.example` stands here; remove it, or
#                                                           name the person's id
```

## Good

```yaml feedback/vat-number.yaml
id: vat-number
quote: Please write to me when it works.
```

## Allowing

`# prodops: allow personal-data -- the press office's public number` beside the text.
"""

import re
from collections.abc import Iterator

from prodops_cli.catalog.catalog import references_of
from prodops_cli.documents.node import Address, Value
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.entity import Entity

MAIL = re.compile(
    r"(?<![\w.+%/@-])(?P<who>[a-z0-9][\w.+-]{0,63})@(?P<host>(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24})(?![\w-])",
    re.IGNORECASE,
)
ROLES = re.compile(
    r"(?:abuse|accounts?|admin|billing|contact|dpo|feedback|git|hello|help|hi|hr|info|it|legal|mail|marketing|office|ops|"
    r"postmaster|press|privacy|sales|security|service|support|team|webmaster|"
    r"(?:no|do-?not)[-_.]?reply)(?:[-_.+].*)?",
    re.IGNORECASE,
)
NOBODYS = re.compile(
    r"(?:.+\.)?example\.(?:com|net|org)|.+\.(?:gif|html|jpe?g|js|md|pdf|png|py|sql|svg|webp|ya?ml)", re.IGNORECASE
)
COUNTRY = (
    r"(?:1(?=[ .(-]*[2-9])|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]"
    r"|(?:2[1-69]|3[578]|42|5[09]|6[7-9]|8[0578]|9[679])[0-9])"
)
ABROAD = re.compile(
    rf"(?<![\w+.,-])\+{COUNTRY}(?P<by>[ .-]?)(?:\(0?\)(?P=by))?"
    r"\(?[0-9]{1,4}\)?(?:(?P=by)[0-9]{2,8}){1,5}(?![\w%])"
)
PHONE = r"\b(?:cell|fax|mobile?|phone|tel|telephone|whatsapp)\b"
DATE = r"[0-9]{2}[/-][0-9]{2}[/-][0-9]{4}"
AT_HOME = re.compile(
    rf"{PHONE}[ .:]{{0,3}}(?!{DATE})"
    r"(?P<number>(?:\+[1-9]|\(?0[1-9]|\([2-9][0-9]{2}\))[0-9()/ -]{5,18}[0-9])(?![\w%])"
    r"|(?<![\w(])(?P<american>\([2-9][0-9]{2}\) [2-9][0-9]{2}-[0-9]{4})(?![\w-])",
    re.IGNORECASE,
)
USER_OF_URL = re.compile(r"://[^\s/@]*@")
"""What stands before the host of an address such as postgres://reader:…@host, which is no e-mail address."""

THOUSANDS = re.compile(r"\+[0-9]{1,3}(?:[ .][0-9]{3})+")
FEWEST_DIGITS, MOST_DIGITS, ALONE = 8, 15, 11
MARKS = ("@", "+", "cell", "fax", "mobil", "phone", "tel", "whatsapp")
AMERICAN = re.compile(r"\([2-9]")
"""One of them is in the text of every document that has an address or a number."""

ELSEWHERE = frozenset({("external",), ("definition", "expression"), ("definition", "filter")})
CONTACTS = frozenset({("email",), ("handles",), ("channel",), ("on_call",), ("codeowners",)})


@rule(Entity, error)
def check(entity: Entity, context: Context) -> Problems:
    """Also in what is over: it is as public as the rest."""
    text = entity.document.source.text.lower()
    if not any(mark in text for mark in MARKS) and not AMERICAN.search(text):
        return
    spared = ELSEWHERE | CONTACTS if entity.kind == "owner" else ELSEWHERE
    if found := tuple((address, each) for address, text in texts(entity.document.value, spared) for each in said(text)):
        references = {reference.address for reference in references_of(entity)}
        for address, (what, shown) in found:
            if address not in references:
                message = f"the {what} `{shown}` stands here; remove it, or name the person's id"
                yield Problem(entity.at(*address), message, detail=shown)


def texts(value: Value, spared: frozenset[Address], address: Address = ()) -> Iterator[tuple[Address, str]]:
    """The texts of a document that people have written, and where."""
    if isinstance(value, str):
        yield address, value
    elif isinstance(value, dict):
        for key, part in value.items():
            if (*address, key) not in spared and (address or not (key == "id" or key.startswith("x-"))):
                yield from texts(part, spared, (*address, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from texts(part, spared, (*address, index))


def said(text: str) -> Iterator[tuple[str, str]]:
    """The addresses and numbers in a text, so that nobody learns them from the message; each once."""
    yield from dict.fromkeys((*addresses(text), *numbers(text)))


def addresses(text: str) -> Iterator[tuple[str, str]]:
    """The e-mail addresses of people."""
    if "@" not in text:
        return
    for found in MAIL.finditer(USER_OF_URL.sub("://", text)):
        if not ROLES.fullmatch(found["who"]) and not NOBODYS.fullmatch(found["host"]):
            yield "address", f"{found['who'][0]}…@{found['host']}"


def numbers(text: str) -> Iterator[tuple[str, str]]:
    """The telephone numbers: with a country, or where the text says that it is one."""
    for found in AT_HOME.finditer(text):
        number = found["number"] or found["american"]
        if FEWEST_DIGITS - 1 <= digits(number) <= MOST_DIGITS:
            yield "telephone number", f"{number[:3]}…"
    for found in ABROAD.finditer(text):
        least = FEWEST_DIGITS if found["by"] else ALONE
        if least <= digits(found.group()) <= MOST_DIGITS and not THOUSANDS.fullmatch(found.group()):
            yield "telephone number", f"{found.group()[:3]}…"


def digits(text: str) -> int:
    """How many digits there are."""
    return sum(character.isdigit() for character in text)


CASES = """
## Bad: all sorts

```yaml tools/miro.yaml
id: miro
description: Ask J.Roe+miro@mail.shop.example.
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the address `J…@mail.shop.example` stands here; remove it, or name the
                                               person's id
purpose: "Call +49 30 1234567 or tel. 030/1234567"
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the telephone number `030…` stands here; remove it, or name the
                                                   person's id
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the telephone number `+49…` stands here; remove it, or name the
                                                   person's id
links:
  - {title: "+4915112345678", url: "mailto:anna@acme.example"}
#           ^^^^^^^^^^^^^^^^ the telephone number `+49…` stands here; remove it, or name the person's id
#                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ the address `a…@acme.example` stands here; remove it, or
                                                              name the person's id
  - {title: "+33 6 12 34 56 78", url: (415) 555-2671}
#           ^^^^^^^^^^^^^^^^^^^ the telephone number `+33…` stands here; remove it, or name the person's id
#                                     ^^^^^^^^^^^^^^ the telephone number `(41…` stands here; remove it, or name the
                                                     person's id
  - {title: "+1-415-555-2671", url: "+44 (0)20 7946 0958"}
#           ^^^^^^^^^^^^^^^^^ the telephone number `+1-…` stands here; remove it, or name the person's id
```
```yaml owners/anna.yaml
id: anna
description: At home anna@private.example
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the address `a…@private.example` stands here; remove it, or name the person's
                                          id
```

## Good: contacts, roles, code, numbers of other things

```yaml owners/anna.yaml
id: anna
email: anna@acme.example
handles: {slack: anna@acme.example}
```
```yaml metrics/metrics.yaml
- id: a
  name: a
  definition: {expression: "email = 'anna@acme.example'", filter: "email <> 'test.user@acme.example'"}
  description: |
    +12 345 678 EUR in 2025-01-01, +3.4 -2.5 7.25 10.50 %, +0.031, order 4711-0815-2342, version 1.10.2, +2025-01-01,
    1+1234567890, ISBN 978-3-16-148410-0, 10.0.0.1, 2025-06-15T09:00:00+02:00, logo@2x.png, react@18.2.0, @acme/growth,
    git@github.com:acme/x.git, support@acme.example, no-reply@acme.example, jane@example.com, email like '%@acme.com',
    mobile 1200000 users, mobile: 0.5, phone 2025, 5 @ 3.50, https://medium.com/@anna, +15 % to +20 %, +10000000 users,
    postgres://reader:x1@db.acme.example, mobile (2025-01-01 to 2025-02-01), mobile 0.031 0.045 0.012,
    n=+1234567890, +10 12 14 16 18,
    +100 200 300 40, fax 01-02-2025, https://user@host/path, DE89370400440532013000, amount (250) 3000-1000
- {id: b, name: b, owner: anna@acme.example, external: {jira: anna@acme.example}}
- {id: c, name: c, x-contact: anna@acme.example}
```
"""
