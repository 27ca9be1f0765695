"""Posting modes: which documents a movement of money becomes, and when. Exactly one mode for the same money.

The mode of a movement is that of its day at the site, so that changing the mode takes effect from a day on. What was
sent keeps the mode it was sent with, and what a summary journal posts stays there, whatever the settings say later.
"""

from typing import Any

from agent.domain.days import day_at
from agent.domain.facts import Facts
from agent.domain.settings import Values
from agent.domain.settings_table import POSTING_MODES

ORDERS, INVOICES, OPEN_INVOICES, SUMMARY = POSTING_MODES

#: Reason code of a decision that leaves the movement to the summary journal of its payout or day.
LEFT = "posting.summary"

#: Reason code of a payment that waits until its money is available.
NOT_AVAILABLE = "posting.not_available"

#: Reason code of a document that proposes what goes with a payout whose movements Stripe does not name.
PROPOSAL = "payout.proposal"


def mode_of(day: str, policy: Values) -> str:
    """Return the posting mode of a day at the site: that of the last change not after it.

    Args:
        day: CCYY-MM-DD.
        policy: The deciding settings.
    """
    changes = policy.table("posting.modes_from")
    past = [since for since in changes if since <= day]
    return changes[max(past)] if past else policy.text("posting.mode")


def uses_summary(policy: Values) -> bool:
    """Return whether any day is posted in summary mode."""
    return SUMMARY in {policy.text("posting.mode"), *policy.table("posting.modes_from").values()}


def mode_for(facts: Facts, day: str, policy: Values) -> str:
    """Return the mode in which the subject of ``facts`` is posted.

    Args:
        facts: They say what became of it before.
        day: Its own day at the site, CCYY-MM-DD.
        policy: The deciding settings.
    """
    return SUMMARY if facts.elsewhere else facts.kept_mode or mode_of(day, policy)


def posting_view(facts: Facts, mode: str, policy: Values) -> dict[str, Any]:
    """Return what flows see of mode and moment.

    ``due`` says whether the money may be posted: when it is charged, or not before it is available at Stripe (its
    balance transaction's ``available_on``), by ``posting.when``. What was sent before stays due.
    """
    booked = next(iter(facts.stripe.balance_transactions), None)
    at_once = policy.text("posting.when") == "charge" or facts.sent
    return {
        "mode": mode,
        "due": at_once or (booked is not None and booked.available_at <= facts.read_at),
        "available_on": day_at(booked.available_at, policy.text("site.time_zone")) if booked else "",
        "summary": policy.text("posting.summary"),
        "booked_with": next(iter(facts.elsewhere.values()), ""),
    }
