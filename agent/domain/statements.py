"""The statement of one payout: what it is made of, and what does not add up.

Pure. Days are texts, CCYY-MM-DD in the site's time zone; ``*_at`` is Unix seconds UTC. Which movement belongs where is
decided by Stripe's ``reporting_category``, because its ``type`` calls a dispute an adjustment
(docs.stripe.com/reports/reporting-categories).
"""

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from enum import Enum

from agent.domain.json_reader import JsonObject, JsonReader
from agent.domain.money import Money, total


class Group(Enum):
    """What a movement counts as; the value is what the reports call it."""

    CHARGES = "Payments"
    """Payments, less what a part capture gave back and what the payer's bank took back."""
    REFUNDS = "Refunds"
    """Refunds, and refunds that failed and came back."""
    DISPUTES = "Disputes"
    """Money that disputes took and gave back."""
    OTHER = "Other"
    """Everything else: top-ups, reserves, Connect, adjustments."""
    FEES = "Fees"
    """Fees of all movements, and movements that are fees or tax on them."""
    PAYOUT = "Payout"
    """The payout itself, and its return when it failed."""


#: Order in which a statement adds up; the payout itself is what they add up to.
PARTS = (Group.CHARGES, Group.REFUNDS, Group.DISPUTES, Group.OTHER, Group.FEES)

_GROUPS = {
    "charge": Group.CHARGES,
    "partial_capture_reversal": Group.CHARGES,
    "charge_failure": Group.CHARGES,
    "refund": Group.REFUNDS,
    "refund_failure": Group.REFUNDS,
    "dispute": Group.DISPUTES,
    "dispute_reversal": Group.DISPUTES,
    "fee": Group.FEES,
    "tax": Group.FEES,
    "network_cost": Group.FEES,
    "payout": Group.PAYOUT,
    "payout_reversal": Group.PAYOUT,
}


def group_of(category: str) -> Group:
    """Return what a movement with this ``reporting_category`` counts as."""
    return _GROUPS.get(category, Group.OTHER)


@dataclass(frozen=True, slots=True)
class DocumentTrace:
    """A document that covers a leg, or belongs to the payout without covering one.

    Attributes:
        number: Its number in the outbox.
        part: Which leg: ``amount`` or ``fees``; empty for one that only belongs to it.
        kind: Value of its kind.
        title: Whose money, in words.
        state: Value of its state.
        erp_key: SYSPRO's key once posted; else empty.
    """

    number: int
    part: str
    kind: str
    title: str
    state: str
    erp_key: str


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One balance transaction.

    Attributes:
        id: ``txn_`` id.
        day: Day of the movement.
        category: Stripe's ``reporting_category``.
        source_id: Object that moved the money; may be empty.
        description: Whose money, in words; may be empty.
        gross: Stripe's ``amount``, signed.
        fee: Stripe's ``fee``, positive when it costs us.
        net: Stripe's ``net``.
        documents: Documents that cover its legs, oldest first.
        why: Why no document covers it, or the outcome of its decision; empty where documents tell.
        ignored: Whether it was decided that no document is to cover it; ``why`` has the reason.
    """

    id: str
    day: str
    category: str
    source_id: str
    description: str
    gross: Money
    fee: Money
    net: Money
    documents: tuple[DocumentTrace, ...] = ()
    why: str = ""
    ignored: bool = False

    @property
    def posted(self) -> bool:
        """Whether its amount and its fee are in SYSPRO: each has a document, and every one of those is posted."""
        covered = {document.part for document in self.documents}
        whole = bool(covered) and (not self.gross or "amount" in covered) and (not self.fee or "fees" in covered)
        return whole and all(document.state == "posted" for document in self.documents)


@dataclass(frozen=True, slots=True)
class Step:
    """One bar of a waterfall.

    Attributes:
        label: What it stands for.
        amount: How far it goes, signed.
        start: Where it begins.
        is_total: Whether it stands on the ground: what all before it add up to.
    """

    label: str
    amount: Money
    start: Money
    is_total: bool = False

    @property
    def end(self) -> Money:
        """Where it ends."""
        return self.start + self.amount


@dataclass(frozen=True, slots=True)
class PayoutStatement:
    """What a payout is made of.

    Attributes:
        payout_id: ``po_`` id.
        company: SYSPRO company id.
        currency: Settlement currency, lower case.
        status: Stripe's ``status``; empty when it was not read yet.
        arrival_day: Day on which the bank has it, or is to have it; empty when unknown.
        trace: The bank's reference; empty when unknown.
        amount: What Stripe pays out; below zero when the bank is debited; ``None`` while Stripe has not said it.
        lines: Its balance transactions, oldest first, the payout's own among them.
    """

    payout_id: str
    company: str
    currency: str
    status: str
    arrival_day: str
    trace: str
    amount: Money | None
    lines: tuple[StatementLine, ...]

    def group(self, line: StatementLine) -> Group:
        """Return what a line counts as here: an earlier payout that came back is no part of the payout itself."""
        found = group_of(line.category)
        return Group.OTHER if found is Group.PAYOUT and line.source_id != self.payout_id else found

    @property
    def parts(self) -> tuple[StatementLine, ...]:
        """All lines but the payout's own."""
        return tuple(line for line in self.lines if self.group(line) is not Group.PAYOUT)

    def lines_of(self, group: Group) -> tuple[StatementLine, ...]:
        """Return the lines of one group."""
        return tuple(line for line in self.lines if self.group(line) is group)

    def total(self, group: Group) -> Money:
        """Return the sum of one group; the fees are those of all parts and the payout's own, below zero for a cost."""
        amounts = [line.gross for line in self.lines_of(group)]
        if group is Group.FEES:
            amounts += [-line.fee for line in (*self.parts, *self._own)]
        return total(amounts, self.currency)

    @property
    def net(self) -> Money:
        """What the parts add up to, less the payout's own fee: what there is to pay out."""
        return total([*(line.net for line in self.parts), *(-line.fee for line in self._own)], self.currency)

    @property
    def _own(self) -> tuple[StatementLine, ...]:
        """The payout's own movement, in the payout's currency; a fee of its return makes it no smaller."""
        own = self.lines_of(Group.PAYOUT)
        return tuple(line for line in own if line.category == "payout" and line.fee.currency == self.currency)

    @property
    def difference(self) -> Money:
        """The net less the payout; nothing when the statement is whole."""
        return self.net - (self.amount if self.amount is not None else Money.zero(self.currency))

    @property
    def wrong(self) -> str:
        """What does not add up, as a sentence; empty when all does."""
        if self.amount is None:
            return "Stripe has not said yet how much this payout is."
        if not self.parts and self.amount:
            return f"Stripe does not say which movements make up this payout of {self.amount}."
        if self.difference:
            return f"The movements add up to {self.net}, the payout is {self.amount}: {self.difference} is unexplained."
        return ""

    @property
    def unposted(self) -> tuple[StatementLine, ...]:
        """The lines that are not wholly in SYSPRO."""
        return tuple(line for line in self.lines if not line.posted)

    @property
    def ignored(self) -> tuple[StatementLine, ...]:
        """Those of them that will never be there, each with its reason."""
        return tuple(line for line in self.unposted if line.ignored)

    @property
    def awaited(self) -> tuple[StatementLine, ...]:
        """Those of them that are still to get there."""
        return tuple(line for line in self.unposted if not line.ignored)

    @property
    def failed(self) -> bool:
        """Whether nothing reached the bank."""
        return self.status == "failed"

    def waterfall(self) -> tuple[Step, ...]:
        """Return the way from gross to net; a group in which nothing moved is left out, gross and net never are."""
        steps, at = [], Money.zero(self.currency)
        for group in PARTS:
            amount = self.total(group)
            if amount or group is Group.CHARGES:
                steps.append(Step("Gross" if group is Group.CHARGES else group.value, amount, at))
                at += amount
        steps.append(Step("Net", at, Money.zero(self.currency), is_total=True))
        return tuple(steps)


@dataclass(frozen=True, slots=True)
class PayoutHeader:
    """What Stripe's payout object says of itself.

    Attributes:
        currency: Settlement currency, lower case.
        status: Stripe's ``status``.
        arrival_day: Day on which the bank has it, or is to have it; empty when unknown.
        trace: The bank's reference (``trace_id``), empty when unknown.
        amount: What is paid out.
    """

    currency: str
    status: str
    arrival_day: str
    trace: str
    amount: Money


def payout_header(payout: JsonObject) -> PayoutHeader:
    """Return what a payout object of Stripe's says.

    ``arrival_date`` is a day at midnight UTC (inferred from Stripe's examples), so it is read in UTC.

    Raises:
        BadJsonError: When a field is missing or has another form.
    """
    reader = JsonReader(payout, "payout")
    arrival_at = reader.optional_integer("arrival_date")
    currency = reader.text("currency")
    trace = payout.get("trace_id")
    return PayoutHeader(
        currency=currency,
        status=reader.optional_text("status"),
        arrival_day=day_of(arrival_at, UTC) if arrival_at else "",
        trace=JsonReader(trace, "payout.trace_id").optional_text("value") if trace else "",
        amount=Money(reader.integer("amount"), currency),
    )


def day_of(at: int, zone: tzinfo) -> str:
    """Return the day of a moment, CCYY-MM-DD in ``zone``."""
    return datetime.fromtimestamp(at, UTC).astimezone(zone).date().isoformat()
