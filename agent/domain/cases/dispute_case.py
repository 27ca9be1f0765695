"""A dispute: money withdrawn, reinstated or lost (BOOKS, section 3). An inquiry moves no money.

Source: docs.stripe.com/disputes/how-disputes-work: ``warning_*`` is an inquiry; money moves with the balance
transactions of the dispute, whose category is ``dispute`` or ``dispute_reversal``; their fee is Stripe's dispute fee.
"""

from collections.abc import Sequence

from agent.domain.cases.case import Case, site_view
from agent.domain.cases.journals import Journals, Posting
from agent.domain.codec import to_plain
from agent.domain.days import day_at
from agent.domain.documents import Leg, Part
from agent.domain.entries import CLEARING, Entry
from agent.domain.events import BalanceTransaction
from agent.domain.expressions import Scope
from agent.domain.facts import Facts
from agent.domain.fitting import reference_for
from agent.domain.json_reader import JsonReader
from agent.domain.mapping import MappingRevision
from agent.domain.money import Money
from agent.domain.payment import stripe_id
from agent.domain.posting import mode_for, posting_view
from agent.domain.settings import Values


def dispute_case(facts: Facts, mapping: MappingRevision) -> Case:
    """Return the dispute of ``facts`` as flows see it.

    Raises:
        BadJsonError, UnknownCurrencyError: When Stripe's answer cannot be used.
    """
    policy = mapping.policy
    dispute = JsonReader(facts.stripe.objects.get("dispute"), "dispute")
    dispute_id, status = stripe_id(dispute), dispute.text("status")
    created_at = dispute.integer("created")
    moved = [one for one in facts.stripe.balance_transactions if one.created_at >= facts.start_at]
    taken = [one for one in moved if one.amount_minor < 0]
    back = [one for one in moved if one.amount_minor > 0]
    journals = Journals(facts, policy, _postings(taken, back, created_at, facts, policy))
    zone = policy.text("site.time_zone")
    mode = mode_for(facts, day_at(moved[0].created_at if moved else created_at, zone), policy)
    amount = Money(dispute.integer("amount"), dispute.text("currency"))
    settles_in = moved[0].currency if moved else amount.currency
    before_start = bool(facts.stripe.balance_transactions) and not moved
    due_at = dispute.optional_object("evidence_details").optional_integer("due_by")
    values = {
        "dispute": {
            "id": dispute_id,
            "status": status,
            "reason": dispute.optional_text("reason").replace("_", " "),
            "amount": amount,
            "charge": dispute.id_of("charge"),
            "inquiry": status.startswith("warning_"),
            "lost": status == "lost",
            "moved": bool(taken),
            "reinstated": bool(back),
            "before_start": before_start,
            "due_on": day_at(due_at, zone) if due_at else "",
            "needs_response": status in {"needs_response", "warning_needs_response"},
            "syspro_currency": policy.table("currencies.to_syspro").get(settles_in, ""),
            "references": {letter: reference_for(dispute_id, 28) + f".{letter}" for letter in ("W", "I", "L")},
        },
        "posting": posting_view(facts, mode, policy),
        "entry": journals.view(),
        "site": site_view(policy),
    }
    return Case(
        id=dispute_id,
        amount=amount,
        lane=f"dispute|{dispute_id}",
        created_at=created_at,
        values=values,
        scope=Scope(to_plain(values)),
        special=journals.special,
        mode=mode,
    )


def _postings(
    taken: Sequence[BalanceTransaction],
    back: Sequence[BalanceTransaction],
    created_at: int,
    facts: Facts,
    policy: Values,
) -> dict[str, Posting]:
    """Return the three entries; what a summary journal posts already is left out of the first two."""
    zone = policy.text("site.time_zone")
    lost = -sum(one.amount_minor for one in (*taken, *back))
    last = max((one.created_at for one in taken), default=created_at)
    currency = taken[0].currency if taken else "usd"
    loss = (Entry("dispute_loss", lost, "dispute lost"), Entry("dispute", -lost, "dispute lost"))
    return {
        "withdrawn": _withdrawal([one for one in taken if one.id not in facts.elsewhere], created_at, zone, "dispute"),
        "reinstated": _withdrawal(
            [one for one in back if one.id not in facts.elsewhere], created_at, zone, "dispute won"
        ),
        "lost": Posting(day_at(last, zone), currency, loss),
    }


def _withdrawal(moved: Sequence[BalanceTransaction], created_at: int, zone: str, what: str) -> Posting:
    amount = sum(one.amount_minor for one in moved)
    fee = sum(one.fee_minor for one in moved)
    entries = (
        Entry("dispute", -amount, what),
        Entry("fee.dispute", fee, f"fee of {what}"),
        Entry(CLEARING, amount - fee, what),
    )
    legs = tuple(Leg(one.id, part) for one in moved for part in (Part.AMOUNT, Part.FEES))
    first = min((one.created_at for one in moved), default=created_at)
    return Posting(day_at(first, zone), moved[0].currency if moved else "usd", entries, legs)
