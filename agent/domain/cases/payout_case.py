"""A payout: money on its way to the bank, and with it the fees of the movements that it settles (BOOKS, sections 3, 4).

Source: docs.stripe.com/payouts/reconciliation: only an automatic payout whose ``reconciliation_status`` is
``completed`` names its movements, its own among them; manual and instant payouts never do.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from agent.domain.cases import summary
from agent.domain.cases.case import Case, Special, site_view
from agent.domain.cases.journals import Journals, Posting
from agent.domain.cases.movement_case import account_of
from agent.domain.cases.proposal import proposal
from agent.domain.codec import to_plain
from agent.domain.days import day_at
from agent.domain.documents import Leg, Part
from agent.domain.entries import BANK_CHARGE, CLEARING, Booked, Entry, booked, ledger_code
from agent.domain.events import WITH_PAYOUT, BalanceTransaction, subject_of
from agent.domain.expressions import Scope
from agent.domain.facts import Facts
from agent.domain.fitting import reference_for
from agent.domain.json_reader import JsonReader
from agent.domain.mapping import MappingRevision
from agent.domain.money import Money
from agent.domain.payment import stripe_id
from agent.domain.posting import PROPOSAL
from agent.domain.settings import Values

#: Subjects whose fees are booked with the payout; disputes and other movements book their own.
_FEES_WITH_PAYOUT = frozenset({"charge", "refund", "payout"})

_FAILED = frozenset({"failed", "canceled"})


@dataclass(frozen=True, slots=True)
class Settled:
    """What a payout settles.

    Attributes:
        out: The payout's own movement, when it is known.
        back: What came back because it failed, when it did.
        parts: The movements that it names, or that are proposed, its own left out.
    """

    out: BalanceTransaction | None
    back: BalanceTransaction | None
    parts: tuple[BalanceTransaction, ...]

    def without_own(self, others: Iterable[BalanceTransaction]) -> tuple[BalanceTransaction, ...]:
        """Return the movements among ``others`` that are not the payout's own."""
        own = {one.id for one in (self.out, self.back) if one is not None}
        return tuple(one for one in others if one.id not in own)


@dataclass(frozen=True, slots=True)
class _Site:
    """Day of the payout at the site, and the site's settings."""

    day: str
    policy: Values

    @property
    def zone(self) -> str:
        return self.policy.text("site.time_zone")

    @property
    def route(self) -> str:
        return self.policy.text("payouts.route")


def payout_case(facts: Facts, mapping: MappingRevision) -> Case:
    """Return the payout of ``facts`` as flows see it.

    Raises:
        BadJsonError, UnknownCurrencyError: When Stripe's answer cannot be used.
    """
    policy = mapping.policy
    payout = JsonReader(facts.stripe.objects.get("payout"), "payout")
    payout_id, created_at = stripe_id(payout), payout.integer("created")
    amount = Money(payout.integer("amount"), payout.text("currency"))
    automatic = payout.flag("automatic")
    settled = _settled(payout, facts)
    named = (*(settled.parts if automatic else ()), *settled.without_own(facts.unsettled))
    difference = _difference(settled, amount) if automatic else 0
    zone = policy.text("site.time_zone")
    moved_at = settled.out.created_at if settled.out else created_at
    site = _Site(day_at(moved_at, zone), policy)
    postings = _postings(settled, named, facts, amount, site)
    proposed = "" if automatic else _proposal(settled, facts, amount)
    unknown = _unknown([one for one in settled.parts if one.created_at >= facts.start_at], policy, amount.currency)
    journals = Journals(facts, policy, postings, cash=site.route != "journal")
    values = {
        "payout": {
            "id": payout_id,
            "reference": reference_for(payout_id),
            "references": {letter: reference_for(payout_id, 28) + f".{letter}" for letter in ("B", "F", "R", "S", "X")},
            "status": payout.text("status"),
            "metadata": payout.texts("metadata"),
            "amount": amount,
            "automatic": automatic,
            "complete": payout.optional_text("reconciliation_status") == "completed",
            "booked": settled.out is not None,
            "returned": settled.back is not None,
            "failed": payout.text("status") in _FAILED,
            "arrives_on": day_at(payout.optional_integer("arrival_date"), zone),
            "trace": payout.optional_object("trace_id").optional_text("value"),
            "parts": len(settled.parts),
            "route": "journal" if postings["payout"].needed else site.route,
            "undecided": facts.summing.undecided,
            "balance_read": facts.balance_read,
            "converted": _converted(settled, amount),
            "difference": _in_words(Money(difference, amount.currency)),
            "unknown": ", ".join(unknown),
            "first_unknown": unknown[0] if unknown else "",
            "before_start": moved_at < facts.start_at,
            "returned_since": settled.back is not None and settled.back.created_at >= facts.start_at,
            "returned_on": postings["return"].day,
            "syspro_currency": policy.table("currencies.to_syspro").get(amount.currency, ""),
            "clearing_code": ledger_code(policy, CLEARING, amount.currency),
            "clearing_bank": policy.table("receipts.bank").get(amount.currency, ""),
            "bank": policy.table("payouts.bank").get(amount.currency, ""),
        },
        "entry": journals.view(),
        "site": site_view(policy),
    }
    return Case(
        id=payout_id,
        amount=amount,
        lane=f"payout|{payout_id}",
        created_at=created_at,
        values=values,
        scope=Scope(to_plain(values)),
        special=lambda step: _held(journals.special(step), proposed),
    )


def _difference(settled: Settled, amount: Money) -> int:
    """Return by how much the movements that are named exceed what left: the payout with its own fee."""
    left = amount.minor if settled.out is None else -settled.out.net_minor
    return sum(one.net_minor for one in settled.parts) - left


def _converted(settled: Settled, amount: Money) -> str:
    """Return what left the balance where that is in another currency than the payout; else empty."""
    out = settled.out
    return "" if out is None or out.currency == amount.currency else str(-Money(out.amount_minor, out.currency))


def _in_words(difference: Money) -> str:
    """Return by how much there is more or less; empty for neither."""
    if not difference:
        return ""
    return f"{difference} more than left" if difference.minor > 0 else f"{-difference} less than left"


def _settled(payout: JsonReader, facts: Facts) -> Settled:
    own, back = payout.id_of("balance_transaction"), payout.id_of("failure_balance_transaction")
    by_id = {one.id: one for one in facts.stripe.balance_transactions}
    out = by_id.pop(own, None)
    returned = by_id.pop(back, None) if back else None
    return Settled(out, returned, tuple(by_id.values()))


def _postings(
    settled: Settled, named: Iterable[BalanceTransaction], facts: Facts, amount: Money, site: _Site
) -> dict[str, Posting]:
    own = [] if settled.out is None else [settled.out]
    # What another payout cost (an instant one) is booked with that, also where this one takes its movement along.
    ours = [*own, *(one for one in named if one.created_at >= facts.start_at and one.reporting_category != "payout")]
    feed = summary.without(ours, facts.summing.fees_elsewhere)
    left = _Left(
        amount=amount,
        legs=tuple(Leg(one.id, Part.AMOUNT) for one in own),
        feed=feed,
        rests=tuple(_rests(ours, facts)),
        rest_legs=_rest_legs(ours, facts),
    )
    summed, summed_legs = _summed(facts)
    route = _route(left, site)
    if route != "journal" and booked(site.policy, amount.currency, summed) == Booked():
        # Amounts that cancel out make no journal beside the payout; it then settles them, too.
        left, summed_legs = replace(left, legs=(*left.legs, *summed_legs)), ()
    whole, legs = (*left.in_full("bank"), *summed), (*left.all_legs, *summed_legs)
    return {
        "payout": Posting(site.day, amount.currency, whole, legs, needed=route == "journal", by_journal=True),
        "summary": Posting(site.day, amount.currency, summed, summed_legs, needed=route != "journal", by_journal=True),
        **_by_cash_book(left, site, needed=route == "cashbook"),
        **_by_receipt(left, site, needed=route == "bank_charges"),
        **_returns(settled.back, amount, site),
    }


@dataclass(frozen=True, slots=True)
class _Left:
    """What leaves clearing with a payout.

    Attributes:
        amount: What reaches the bank.
        legs: The payout's own leg, when its movement is known.
        feed: The movements whose fees are booked with it.
        rests: What rates left over of converted amounts.
        rest_legs: The legs of those.
    """

    amount: Money
    legs: tuple[Leg, ...]
    feed: Sequence[BalanceTransaction]
    rests: tuple[Entry, ...]
    rest_legs: tuple[Leg, ...]

    @property
    def all_legs(self) -> tuple[Leg, ...]:
        return (*self.legs, *_fee_legs(self.feed), *self.rest_legs)

    @property
    def total(self) -> int:
        """What leaves clearing in all, minor units."""
        return self.amount.minor + sum(entry.minor for entry in (*_fees(self.feed), *self.rests))

    def in_full(self, account: str) -> tuple[Entry, ...]:
        """Return the whole in one entry, with the payout on ``account``."""
        reached = Entry(account, self.amount.minor, "payout")
        return (reached, *_fees(self.feed), *self.rests, Entry(CLEARING, -self.total, "payout and fees"))


def _route(left: _Left, site: _Site) -> str:
    """Return how this payout is booked: by a journal, too, where the site's own way has no words for it."""
    # The cash book cannot say a payout that its fees use up, a receipt none that brings nothing into the bank.
    said = {"cashbook": left.total != 0, "bank_charges": left.amount.minor > 0}
    return site.route if said.get(site.route) else "journal"


def _by_cash_book(left: _Left, site: _Site, *, needed: bool) -> dict[str, Posting]:
    currency, transfer = left.amount.currency, Entry("transfer", -left.amount.minor, "payout")
    bank = Entry("bank", left.amount.minor, "payout")
    return {
        "withdrawal": Posting(site.day, currency, left.in_full("transfer"), left.all_legs, needed=needed),
        "deposit": Posting(site.day, currency, (bank, transfer), needed=needed),
    }


def _by_receipt(left: _Left, site: _Site, *, needed: bool) -> dict[str, Posting]:
    """Return the receipt into the bank, and a journal with what the bank's charge cannot say."""
    currency = left.amount.currency
    charged, others = _charged(left.feed, site.policy, currency)
    kept, rest = tuple(_fees(charged)), (*_fees(others), *left.rests)
    charge, beside = sum(entry.minor for entry in kept), sum(entry.minor for entry in rest)
    received = (
        Entry("bank", left.amount.minor, "payout"),
        Entry(BANK_CHARGE, charge, "fees"),
        Entry(CLEARING, -left.amount.minor - charge, "payout and fees"),
    )
    paid = (*rest, Entry(CLEARING, -beside, "fees"))
    own, legs = (*left.legs, *_fee_legs(charged)), (*_fee_legs(others), *left.rest_legs)
    if booked(site.policy, currency, paid) == Booked():
        # Fees that cancel out make no journal; the receipt then settles them, too.
        own, legs = (*own, *legs), ()
    return {
        "receipt": Posting(site.day, currency, received, own, needed=needed),
        "fees": Posting(site.day, currency, paid, legs, needed=needed, by_journal=True),
    }


def _charged(
    feed: Sequence[BalanceTransaction], policy: Values, currency: str
) -> tuple[Sequence[BalanceTransaction], Sequence[BalanceTransaction]]:
    """Return the movements whose fees are the bank's charge, and the others.

    SYSPRO has one ledger code for bank charges, so only fees that belong there can be one; a leg is posted whole. A
    charge that is not above zero is none.
    """
    code = ledger_code(policy, BANK_CHARGE, currency)
    if not code:
        return feed, ()  # which holds the payout until the code is set
    there = {
        one.id for one in feed if {ledger_code(policy, entry.account, currency) for entry in _fees([one])} <= {code}
    }
    charged = [one for one in feed if one.id in there]
    if sum(entry.minor for entry in _fees(charged)) <= 0:
        return (), feed
    return charged, [one for one in feed if one.id not in there]


def _summed(facts: Facts) -> tuple[tuple[Entry, ...], tuple[Leg, ...]]:
    """Return entries and legs of the movements that were left to this payout, with the fees of disputes among them."""
    parts = facts.summing.parts
    own_fees = tuple(summary.fee_entries(summary.disputes(parts)))
    paid = Entry(CLEARING, -sum(entry.minor for entry in own_fees), "fees of disputes", category="disputes")
    legs = (*summary.amount_legs(parts), *summary.fee_legs(summary.disputes(parts)))
    return (*summary.amount_entries(parts, facts.summing.rates), *own_fees, paid), legs


def _returns(back: BalanceTransaction | None, amount: Money, site: _Site) -> dict[str, Posting]:
    """Return the mirrors of the payout itself, by journal and through the cash book; the fees stay paid."""
    legs = () if back is None else (Leg(back.id, Part.AMOUNT),)
    day = site.day if back is None else day_at(back.created_at, site.zone)
    bank, transfer = (Entry(name, amount.minor, "payout returned") for name in ("bank", "transfer"))
    clearing = Entry(CLEARING, -amount.minor, "payout returned")
    # A receipt with a value below zero only warns (reference), so a bank charge's payout comes back by a journal.
    by_cash = back is not None and site.route == "cashbook"
    by_journal = back is not None and not by_cash
    made = {
        "return": ((bank, clearing), legs, by_journal),
        "returned": ((transfer, clearing), legs, by_cash),
        "unpaid": ((bank, _turned(transfer)), (), by_cash),
    }
    return {
        name: Posting(day, amount.currency, entries, covered, reverse=True, needed=needed, by_journal=name == "return")
        for name, (entries, covered, needed) in made.items()
    }


def _turned(entry: Entry) -> Entry:
    return replace(entry, minor=-entry.minor)


def _fees(parts: Iterable[BalanceTransaction]) -> Iterator[Entry]:
    """Yield the fees that are booked with the payout, debits: those of payments and refunds, and Stripe's own."""
    for one in parts:
        if one.reporting_category in WITH_PAYOUT:
            yield Entry(account_of(one), -one.amount_minor, one.type.replace("_", " "))
        if subject_of(one)[1] in _FEES_WITH_PAYOUT or one.reporting_category in WITH_PAYOUT:
            yield from (Entry(f"fee.{kind}", minor, kind.replace("_", " ")) for kind, minor in summary.fee_details(one))


def _rests(parts: Iterable[BalanceTransaction], facts: Facts) -> Iterator[Entry]:
    """Yield what SYSPRO's rates left over of converted amounts, debits: the realised exchange difference."""
    yield from (Entry("fx", -facts.rests[one.id], "rounding of rates") for one in parts if one.id in facts.rests)


def _rest_legs(parts: Iterable[BalanceTransaction], facts: Facts) -> tuple[Leg, ...]:
    keys = ((one.id, subject_of(one)) for one in parts if one.id in facts.rests)
    return tuple(Leg(subject if kind == "charge" else moved, Part.REST) for moved, (subject, kind) in keys)


def _fee_legs(parts: Iterable[BalanceTransaction]) -> tuple[Leg, ...]:
    legs: list[Leg] = []
    for one in parts:
        if one.reporting_category in WITH_PAYOUT:
            legs += [Leg(one.id, Part.AMOUNT), Leg(one.id, Part.FEES)]
        elif one.fee_minor and subject_of(one)[1] in _FEES_WITH_PAYOUT:
            legs.append(Leg(one.id, Part.FEES))
    return tuple(legs)


def _unknown(parts: Sequence[BalanceTransaction], policy: Values, currency: str) -> list[str]:
    """Return the accounts without a ledger code that movements of the payout need which are posted on their own."""
    own = [one for one in parts if subject_of(one)[0] == one.id and one.reporting_category not in WITH_PAYOUT]
    return sorted({name for one in own if not ledger_code(policy, name := account_of(one), currency)})


def _proposal(settled: Settled, facts: Facts, amount: Money) -> str:
    """Return why the documents of a payout wait that names no movements, with what they rest on."""
    beside = [one for one in settled.without_own(facts.unsettled) if one.created_at >= facts.start_at]
    # What is here for what a rate left over has no fee, or one that another payout has booked.
    costs = [one for one in beside if one.fee_minor or one.reporting_category in WITH_PAYOUT]
    feed = summary.without(costs, facts.summing.fees_elsewhere)
    return proposal(
        available=None if facts.available is None else Money(facts.available, amount.currency),
        left=amount if settled.out is None else Money(-settled.out.net_minor, amount.currency),
        fees=Money(sum(entry.minor for entry in _fees(feed)), amount.currency),
        movements=len(feed),
        amounts=len(facts.summing.parts),
        rests=Money(-sum(facts.rests.get(one.id, 0) for one in beside), amount.currency),
    )


def _held(special: Special, proposed: str) -> Special:
    return replace(special, hold=proposed, hold_code=PROPOSAL) if proposed else special
