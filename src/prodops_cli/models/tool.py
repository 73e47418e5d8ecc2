"""Tools: the product stack and its vendors."""

from datetime import date
from typing import ClassVar, Final, Literal, TypeAlias

from prodops_cli.models.entity import Owned
from prodops_cli.models.part import Part
from prodops_cli.models.reference import OwnerRef, PracticeRef
from prodops_cli.models.values import Count, Day, Duration, Flag, Number, Slug, Text, earlier

Classification: TypeAlias = Literal["public", "internal", "confidential", "restricted"]
"""From the least to the most careful."""

TIMES_A_YEAR: Final = {"month": 12, "year": 1}
"""How often a price for each month or year is paid in a year."""


class Vendor(Part):
    """Who sells a tool."""

    name: Text | None = None
    """The company."""
    url: Text | None = None
    """Its address."""


class DataUse(Part):
    """What data a tool handles."""

    classification: Classification | None = None
    """How careful one must be with the data in it."""
    flow: Literal["in", "out", "both"] | None = None
    """Whether data flows into the tool, out of it, or both ways."""
    processor_agreement: Text | None = None
    """The address of the data processing agreement."""


class Contract(Part):
    """What was signed, and until when."""

    start: Day | None = None
    """The first day."""
    renewal: Day | None = None
    """The day on which it renews."""
    notice: Duration | None = None
    """How long before the renewal one must cancel."""
    auto_renew: Flag | None = None
    """Whether it renews itself."""
    decision: Literal["renew", "renegotiate", "cancel"] | None = None
    """What was decided for the next renewal."""
    ends: Day | None = None
    """The last day, where it ends."""

    @property
    def decide_by(self) -> date | None:
        """The last day on which one can still give notice; the renewal itself where no notice is agreed."""
        if self.renewal is None or self.notice is None:
            return self.renewal
        return earlier(self.renewal, self.notice)

    @property
    def last_day(self) -> date | None:
        """The last day on which it holds, where that is decided."""
        return self.ends or (self.renewal if self.decision == "cancel" else None)


class Cost(Part):
    """What a tool costs."""

    amount: Number | None = None
    """How much, in `currency`, for each `per`."""
    currency: Text | None = None
    """The currency's ISO 4217 code, such as EUR."""
    per: Literal["month", "year", "once"] | None = None
    """How often it is paid."""
    basis: Literal["flat", "seat", "usage"] | None = None
    """What the amount is counted by."""
    cost_center: Slug | None = None
    """Which budget pays."""

    def in_words(self, seats: int | None) -> str:
        """`84,000 EUR a year` for that many seats; empty where no amount is written."""
        if self.amount is None:
            return ""
        is_each = self.basis == "seat"
        amount = f"{self.amount * (seats if is_each and seats else 1):,.2f}".removesuffix(".00")
        currency = f" {self.currency}" if self.currency else ""
        often = f" a {self.per}" if self.per in ("month", "year") else ""
        return f"{amount}{currency}{often}{' a seat' if is_each and not seats else ''}"


class Seats(Part):
    """How many seats there are, and how many are used."""

    purchased: Count | None = None
    """Seats paid for."""
    assigned: Count | None = None
    """Seats given to somebody."""
    active: Count | None = None
    """Seats that somebody used lately."""
    counted_on: Day | None = None
    """The day of the count."""

    @property
    def idle(self) -> int | None:
        """Seats that are paid for and that nobody used lately; None where that is not known."""
        if self.purchased is None or self.active is None:
            return None
        return max(0, self.purchased - self.active)


class Tool(Owned):
    """A tool of the product stack. `owner` is the person who answers for budget and decisions."""

    kind: ClassVar[str] = "tool"
    folder: ClassVar[str] = "tools"
    smallest: ClassVar[dict[str, str]] = Owned.smallest | {"status": "adopted"}

    status: Literal["evaluating", "trial", "adopted", "hold", "retiring", "retired"] | None
    """Where it stands in its life."""
    technical_owner: OwnerRef | None = None
    """Who answers for set-up and integration."""
    admins: tuple[OwnerRef, ...] | None = None
    """Who can administer it: two or more, so that nobody is locked out."""
    vendor: Vendor | None = None
    """Who sells it."""
    purpose: Text | None = None
    """What it is for, here."""
    capabilities: tuple[Slug, ...] | None = None
    """What it can do, in the words of the vocabulary `capability`."""
    criticality: Literal["tier1", "tier2", "tier3"] | None = None
    """How bad it is when it is down; tier1 is the worst."""
    auth: Literal["sso", "password", "api_key"] | None = None
    """How people sign in."""
    data: DataUse | None = None
    """What data it handles."""
    contract: Contract | None = None
    """What was signed."""
    cost: Cost | None = None
    """What it costs."""
    seats: Seats | None = None
    """How many seats there are."""
    trial_ends: Day | None = None
    """The last day of a trial."""
    request_access: Text | None = None
    """Where people ask for access."""
    practice: PracticeRef | None = None
    """How it is used here."""
    overlap_reason: Text | None = None
    """Why there are two tools with one capability."""

    @property
    def is_live(self) -> bool:
        """Whether anybody still uses it."""
        return self.status != "retired"

    @property
    def yearly(self) -> tuple[str, float] | None:
        """The currency, and the amount for all seats in a year; None where that isn't written, or was paid once."""
        cost = self.cost
        if cost is None or cost.amount is None or cost.per not in TIMES_A_YEAR:
            return None
        seats = self.seats.purchased if self.seats else None
        units = seats if cost.basis == "seat" else 1
        return None if units is None else (cost.currency or "", cost.amount * TIMES_A_YEAR[cost.per] * units)

    @property
    def price(self) -> str:
        """`84,000 EUR a year` for all seats; empty where no amount is written."""
        return self.cost.in_words(self.seats.purchased if self.seats else None) if self.cost else ""
