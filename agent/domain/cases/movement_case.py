"""A movement of Stripe's balance that has no object of its own: fees without a charge, reserves, adjustments, top-ups.

Each reporting category has an account name; the site gives the names their ledger codes. A category without one is
held, and with it the payout that lists it. Source of the categories: docs.stripe.com/reports/reporting-categories.
"""

from collections.abc import Mapping

from agent.domain.cases.case import Case, site_view
from agent.domain.cases.journals import Journals, Posting
from agent.domain.cases.summary import fee_on
from agent.domain.codec import to_plain
from agent.domain.days import day_at
from agent.domain.documents import Leg, Part
from agent.domain.entries import CLEARING, Entry
from agent.domain.events import WITH_PAYOUT, BalanceTransaction, unnamed_by
from agent.domain.expressions import Scope
from agent.domain.facts import Facts
from agent.domain.fitting import reference_for
from agent.domain.json_reader import BadJsonError
from agent.domain.mapping import MappingRevision
from agent.domain.money import Money

#: Reporting category -> account, where the account is not called like the category.
ACCOUNTS: Mapping[str, str] = {
    "topup": "bank",
    "topup_reversal": "bank",
    "risk_reserved_funds": "reserve",
    "reserved_funds": "reserve",
    "connect_reserved_funds": "reserve",
    "other_adjustment": "adjustment",
    "contribution": "adjustment.contribution",
    "payout_minimum_balance_hold": "reserve",
    "payout_minimum_balance_release": "reserve",
    # Money for a connected account; ``transfer`` is the cash book's own account, where payouts are on their way.
    "transfer": "connect.transfer",
    "transfer_reversal": "connect.transfer",
}

#: ``balance_type`` of the reserve's own side of a reserve movement.
_RESERVE_SIDE = "risk_reserved"


#: Most characters of Stripe's words that titles and reasons repeat.
_MOST_WORDS = 100


def account_of(transaction: BalanceTransaction) -> str:
    """Return the account name of a movement that is its own subject."""
    category = transaction.reporting_category
    if category in WITH_PAYOUT:
        # What Stripe takes without a charge (Radar, Billing) is called like the fee of a payment.
        own = ".own" if transaction.type == "stripe_fee" else ""
        return f"fee.{transaction.type}{own}"
    name = category or transaction.type or "unknown"
    return ACCOUNTS.get(name, name)


def movement_case(facts: Facts, mapping: MappingRevision) -> Case:
    """Return the movement of ``facts`` as flows see it.

    Raises:
        BadJsonError: When the facts have no balance transaction, or one at an impossible moment.
    """
    moved = next(iter(facts.stripe.balance_transactions), None)
    if moved is None:
        raise BadJsonError(f"Stripe shows no movement {facts.stripe.subject}.")
    policy = mapping.policy
    day = day_at(moved.created_at, policy.text("site.time_zone"))
    account = account_of(moved)
    what = " ".join(moved.description.split())[:_MOST_WORDS] or moved.reporting_category.replace("_", " ")
    entries = (
        Entry(account, -moved.amount_minor, what),
        *fee_on(moved, "fee", f"fee of {what}"),
        Entry(CLEARING, moved.net_minor, what),
    )
    legs = (Leg(moved.id, Part.AMOUNT), Leg(moved.id, Part.FEES))
    journals = Journals(facts, policy, {"movement": Posting(day, moved.currency, entries, legs)})
    amount = Money(moved.amount_minor, moved.currency)
    values = {
        "movement": {
            "id": moved.id,
            "reference": reference_for(moved.id),
            "category": moved.reporting_category,
            "type": moved.type,
            "what": what,
            "source": moved.source_id,
            "unnamed": unnamed_by(moved).replace("charge", "payment"),
            "amount": amount,
            "account": account,
            "day": day,
            "syspro_currency": policy.table("currencies.to_syspro").get(moved.currency, ""),
            "with_payout": moved.reporting_category in WITH_PAYOUT,
            "reserve_side": moved.balance_type == _RESERVE_SIDE,
            "before_start": moved.created_at < facts.start_at,
        },
        "entry": journals.view(),
        "site": site_view(policy),
    }
    return Case(
        id=moved.id,
        amount=amount,
        lane=f"movement|{moved.id}",
        created_at=moved.created_at,
        values=values,
        scope=Scope(to_plain(values)),
        special=journals.special,
    )
