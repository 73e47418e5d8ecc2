"""Numbers as people of all countries write them: `1.234,56 €`, `$1,234.56`, `(12.50)`."""

import re
from collections.abc import Iterable
from typing import Final, Literal, TypeAlias

from prodops_cli.importers.values.unfit import Unfit

Sign: TypeAlias = Literal[",", "."]

SYMBOLS: Final = {"€": "EUR", "£": "GBP", "$": "USD", "₹": "INR", "₺": "TRY", "₩": "KRW", "₪": "ILS", "zł": "PLN"}
CODE: Final = re.compile(r"\b[A-Z]{3}\b")
MONEY: Final = re.compile(rf"{'|'.join(map(re.escape, SYMBOLS))}|{CODE.pattern}")
BLANK: Final = re.compile(r"[\s'’_]")
DIGITS: Final = re.compile(r"\d[\d.,]*|[.,]\d+", re.ASCII)
PLAIN: Final = re.compile(r"\d+(?:\.\d+)?(?:[eE][-+]?\d{1,3})?", re.ASCII)
GROUPED: Final = re.compile(r"\d{1,3}([.,])\d{3}", re.ASCII)
LONGEST: Final = 40


def number(text: str, sign: Sign | None = None) -> float:
    """The number that a text writes; `sign` stands before decimals, where that is not to be seen. Raises Unfit."""
    bare, is_negative = digits_of(text)
    is_price = GROUPED.fullmatch(bare) and MONEY.search(text)  # no price has three decimals
    if len(bare) > LONGEST:
        raise Unfit(f"`{bare[:LONGEST]}…` is no number that anybody counts with", "mend it, or leave the cell empty")
    if sign is None and PLAIN.fullmatch(bare) and not is_price:
        made = float(bare)
    elif DIGITS.fullmatch(bare):
        made = grouped(bare, sign or sign_of(bare), text)
    else:
        raise Unfit(f"`{text}` is no number", "mend it, or leave the cell empty")
    whole = int(made) if made.is_integer() else made
    return -whole if is_negative else whole


def digits_of(text: str) -> tuple[str, bool]:
    """A text without its currency and blanks, and whether it is below zero."""
    bare = BLANK.sub("", MONEY.sub("", text)).replace("−", "-")
    is_owed = bare.startswith("(") and bare.endswith(")")
    bare = bare[1:-1] if is_owed else bare
    return bare.strip("+-") if bare.count("-") <= 1 else bare, is_owed or bare.startswith("-") or bare.endswith("-")


def grouped(bare: str, sign: Sign | None, text: str) -> float:
    """The number of digits with separators. Raises Unfit where one sign could be either of them."""
    if sign is None:
        raise Unfit(f"`{text}` can be read in two ways", 'say which sign stands before decimals: --decimal "," or "."')
    other = "." if sign == "," else ","
    whole, _, decimals = bare.rpartition(sign) if sign in bare else (bare, "", "")
    if sign in whole or other in decimals:
        raise Unfit(f"`{text}` is no number", f"`{sign}` is what stands before decimals here: look at --decimal")
    return float(f"{whole.replace(other, '') or '0'}.{decimals or '0'}")


def sign_of(bare: str) -> Sign | None:
    """The sign before the decimals, where digits show it; None where they don't."""
    last = max(bare.rfind(","), bare.rfind("."))
    if last < 0 or GROUPED.fullmatch(bare):
        return None if last >= 0 else "."
    mark: Sign = "," if bare[last] == "," else "."
    other: Sign = "." if mark == "," else ","
    return other if bare.count(mark) > 1 else mark


def sign_in(texts: Iterable[str]) -> Sign | None:
    """The sign that all numbers of a column have before their decimals, as far as any shows it."""
    found = {sign_of(bare) for bare, _ in map(digits_of, texts) if DIGITS.fullmatch(bare) and not bare.isdecimal()}
    signs = found - {None}
    return next(iter(signs)) if len(signs) == 1 else None


def currency(text: str) -> str | None:
    """The ISO 4217 code of the currency that an amount names; None where it names none."""
    found = MONEY.search(text)
    return SYMBOLS.get(found[0], found[0]) if found else None
