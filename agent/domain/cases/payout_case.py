"""A payout: money on its way to the bank, and with it the fees of the movements that it settles (BOOKS, sections 3, 4).

Source: docs.stripe.com/payouts/reconciliation: only an automatic payout whose ``reconciliation_status`` is
``completed`` names its movements, its own among them; manual and instant payouts never do.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from agent.domain.cases import summary
from agent.domain.cases.case import Case, Special, site_view
from agent.domain.cases.journals import Journals, Posting
from agent.domain.cases.movement_case import account_of
from agent.domain.codec import to_plain
from agent.domain.days import day_at
from agent.domain.documents import Leg, Part
from agent.domain.entries import CLEARING, Entry, ledger_code
from agent.domain.events import WITH_PAYOUT, BalanceTransaction, subject_of
from agent.domain.expressions import Scope
from agent.domain.facts import Facts
from agent.domain.fitting import reference_for
from agent.domain.json_reader import JsonReader
from agent.domain.mapping import MappingRevision
from agent.domain.money import Money
from agent.domain.payment import stripe_id
from agent.domain.settings import Values

#: Subjects whose fees are booked with the payout; disputes and other movements book their own.
_FEES_WITH_PAYOUT = frozenset({"charge", "refund", "payout"})

_FAILED = frozenset({"failed", "canceled"})

_PROPOSED = (
    "Stripe names no movements for a manual payout. Proposed are the fees of all movements before it that no payout has"
    " settled yet. Approve it, or ignore it and book it by hand."
)


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
    named = settled.parts if automatic else facts.unsettled
    difference = _difference(settled, amount) if automatic else 0
    zone = policy.text("site.time_zone")
    moved_at = settled.out.created_at if settled.out else created_at
    postings = _postings(settled, named, facts, amount, (day_at(moved_at, zone), zone))
    unknown = _unknown(settled.parts, policy, amount.currency)
    journals = Journals(facts, policy, postings)
    values = {
        "payout": {
            "id": payout_id,
            "reference": reference_for(payout_id),
            "references": {letter: reference_for(payout_id, 28) + f".{letter}" for letter in ("B", "R", "S", "X")},
            "status": payout.text("status"),
            "amount": amount,
            "automatic": automatic,
            "complete": payout.optional_text("reconciliation_status") == "completed",
            "booked": settled.out is not None,
            "returned": settled.back is not None,
            "failed": payout.text("status") in _FAILED,
            "arrives_on": day_at(payout.optional_integer("arrival_date"), zone),
            "trace": payout.optional_object("trace_id").optional_text("value"),
            "parts": len(settled.parts),
            "route": _route(postings["withdrawal"], policy),
            "undecided": facts.summing.undecided,
            "summed": len(facts.summing.parts),
            "difference": str(Money(difference, amount.currency)) if difference else "",
            "unknown": ", ".join(unknown),
            "first_unknown": unknown[0] if unknown else "",
            "before_start": moved_at < facts.start_at,
            "syspro_currency": policy.table("currencies.to_syspro").get(amount.currency, ""),
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
        special=lambda step: _held(journals.special(step), proposed=not automatic),
    )


def _route(withdrawal: Posting, policy: Values) -> str:
    """Return how the payout is booked; where payout and fees cancel out, the cash book has no entry of nothing."""
    moves = any(entry.minor for entry in withdrawal.entries if entry.account == CLEARING)
    return policy.text("payouts.route") if moves else "journal"


def _difference(settled: Settled, amount: Money) -> int:
    """Return by how much the movements that are named exceed what left: the payout with its own fee."""
    left = amount.minor if settled.out is None else -settled.out.net_minor
    return sum(one.net_minor for one in settled.parts) - left


def _settled(payout: JsonReader, facts: Facts) -> Settled:
    own, back = payout.id_of("balance_transaction"), payout.id_of("failure_balance_transaction")
    by_id = {one.id: one for one in facts.stripe.balance_transactions}
    out = by_id.pop(own, None)
    returned = by_id.pop(back, None) if back else None
    return Settled(out, returned, tuple(by_id.values()))


def _postings(
    settled: Settled, named: Iterable[BalanceTransaction], facts: Facts, amount: Money, when: tuple[str, str]
) -> dict[str, Posting]:
    day, zone = when
    own = [] if settled.out is None else [settled.out]
    ours = [*own, *(one for one in named if one.created_at >= facts.start_at)]
    feed = summary.without(ours, facts.summing.fees_elsewhere)
    fees = [*_fees(feed), *_rests(ours, facts)]
    paid = Entry("bank", amount.minor, "payout")
    total = amount.minor + sum(entry.minor for entry in fees)
    legs = (*(Leg(one.id, Part.AMOUNT) for one in own), *_fee_legs(feed), *_rest_legs(ours, facts))
    back = () if settled.back is None else (Leg(settled.back.id, Part.AMOUNT),)
    back_on = day if settled.back is None else day_at(settled.back.created_at, zone)
    transfer = (Entry("bank", amount.minor, "payout"), Entry("transfer", -amount.minor, "payout"))
    through_cash = (Entry("transfer", amount.minor, "payout"), *fees, Entry(CLEARING, -total, "payout and fees"))
    summed, summed_legs = _summed(facts)
    returned = (Entry("bank", amount.minor, "payout returned"), Entry(CLEARING, -amount.minor, "payout returned"))
    whole = (paid, *fees, Entry(CLEARING, -total, "payout and fees"), *summed)
    return {
        "payout": Posting(day, amount.currency, whole, (*legs, *summed_legs)),
        "summary": Posting(day, amount.currency, summed, summed_legs),
        "withdrawal": Posting(day, amount.currency, through_cash, legs),
        "deposit": Posting(day, amount.currency, transfer),
        "return": Posting(back_on, amount.currency, returned, back, reverse=True),
    }


def _summed(facts: Facts) -> tuple[tuple[Entry, ...], tuple[Leg, ...]]:
    """Return entries and legs of the movements that were left to this payout, with the fees of disputes among them."""
    parts = facts.summing.parts
    own_fees = tuple(summary.fee_entries(summary.disputes(parts)))
    paid = Entry(CLEARING, -sum(entry.minor for entry in own_fees), "fees of disputes", category="disputes")
    legs = (*summary.amount_legs(parts), *summary.fee_legs(summary.disputes(parts)))
    return (*summary.amount_entries(parts), *own_fees, paid), legs


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


def _held(special: Special, *, proposed: bool) -> Special:
    if not proposed:
        return special
    return Special(
        special.values, legs=special.legs, amount=special.amount, hold=_PROPOSED, hold_code="payout.proposal"
    )
