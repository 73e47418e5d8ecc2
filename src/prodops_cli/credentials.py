"""Credentials: keys, tokens and passwords in a text, and the text without them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

SEEN = 4
"""How many characters of a key are shown: by them its owner knows which one it is, and no more."""

FORMS = {
    "a key of AWS": r"(?:AKIA|ASIA)[0-9A-Z]{16}(?![0-9A-Za-z])",
    "a token of GitHub": r"(?:gh[pousr]_[0-9A-Za-z]{36}|github_pat_[0-9A-Za-z_]{22})[0-9A-Za-z_]*",
    "a token of GitLab": r"glpat-[0-9A-Za-z_-]{20,}",
    "a token of Slack": r"xox[abeprs]-[0-9A-Za-z-]{10,}",
    "a key of Stripe": r"[rs]k_live_[0-9A-Za-z]{16,}",
    "a key of Google": r"AIza[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])",
    "a private key": r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----",
    "a password": r"[a-z][a-z0-9+.-]{0,20}://[^\s/:@\"'<>]{1,99}:(?P<password>[^\s/@\"'<>]{1,199})@(?=[\w.-])",
}
CREDENTIAL = re.compile(
    "|".join(f"(?<![0-9A-Za-z])(?P<f{number}>{form})" for number, form in enumerate(FORMS.values()))
)
KINDS = tuple(FORMS)
MARKS = (
    "AKIA",
    "ASIA",
    "ghp_",
    "gho_",
    "ghu_",
    "ghs_",
    "ghr_",
    "github_pat_",
    "glpat-",
    "xox",
    "k_live_",
    "AIza",
    "-----BEGIN",
    "@",
)
"""One of them is in every text that holds a credential; a search for each costs a twentieth of one for the forms."""
STAND_IN = re.compile(r"[$%{<*x.…].*|pass(?:word|wd)?|pw|secret|token|hidden|redacted", re.IGNORECASE)
"""What documentation writes in the place of a password."""


class Credential(NamedTuple):
    """What stands at `start` to `stop` in a text; `secret` begins what nobody may see, up to `end`."""

    kind: str
    start: int
    stop: int
    secret: int
    end: int


def credentials(text: str) -> Iterator[Credential]:
    """The credentials in a text, in its order."""
    if not any(mark in text for mark in MARKS):
        return
    for found in CREDENTIAL.finditer(text):
        if not found["password"]:
            kind = KINDS[int((found.lastgroup or "f0")[1:])]
            yield Credential(kind, *found.span(), found.start() + SEEN, found.end())
        elif not STAND_IN.fullmatch(found["password"]):
            yield Credential("a password", *found.span(), *found.span("password"))


def concealed(text: str) -> str:
    """The text, as long as it is, with stars in the place of every secret."""
    for found in credentials(text):
        text = f"{text[: found.secret]}{'*' * (found.end - found.secret)}{text[found.end :]}"
    return text
