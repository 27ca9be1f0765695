"""A closed day in one currency: one journal for all movements of it that their own decisions left to a summary.

The day is a subject of our own making; Stripe knows none. Its id is ``day_2026-11-20_usd``.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from agent.domain.cases import summary
from agent.domain.cases.case import Case, site_view
from agent.domain.cases.journals import Journals, Posting
from agent.domain.codec import to_plain
from agent.domain.days import closes_at
from agent.domain.entries import CLEARING, Booked, Entry, booked
from agent.domain.events import BalanceTransaction
from agent.domain.expressions import Scope
from agent.domain.facts import Facts
from agent.domain.fitting import short_reference
from agent.domain.json_reader import BadJsonError
from agent.domain.mapping import MappingRevision
from agent.domain.money import Money
from agent.domain.settings import Values

_ID = re.compile(r"day_(2\d{3}-\d{2}-\d{2})_([a-z]{3})")


def day_id(day: str, currency: str) -> str:
    """Return the id of a day (CCYY-MM-DD) in a settlement currency."""
    return f"day_{day}_{currency}"


def day_and_currency(subject: str) -> tuple[str, str]:
    """Return day and currency of a day's id.

    Raises:
        BadJsonError: When it is none.
    """
    found = _ID.fullmatch(subject)
    if found is None:
        raise BadJsonError(f"{subject!r} names no day and currency such as day_2026-11-20_usd.")
    try:
        date.fromisoformat(found[1])
    except ValueError as error:
        raise BadJsonError(f"{subject!r} names a day that no calendar has.") from error
    return found[1], found[2]


def day_case(facts: Facts, mapping: MappingRevision) -> Case:
    """Return the day of ``facts`` as flows see it.

    Raises:
        BadJsonError: When its id is none.
    """
    policy = mapping.policy
    day, currency = day_and_currency(facts.stripe.subject)
    parts = facts.summing.parts
    amount = Money(sum(one.amount_minor for one in parts), currency)
    journals = Journals(facts, policy, {"summary": _posting(day, currency, facts, policy)})
    values = {
        "day": {
            "id": facts.stripe.subject,
            "day": day,
            "amount": amount,
            "parts": len(parts),
            "undecided": facts.summing.undecided,
            "reference": _reference(day, currency, parts),
            "syspro_currency": policy.table("currencies.to_syspro").get(currency, ""),
        },
        "entry": journals.view(),
        "site": site_view(policy),
    }
    return Case(
        id=facts.stripe.subject,
        amount=amount,
        lane=facts.stripe.subject,
        created_at=closes_at(day, policy.text("site.time_zone")),
        values=values,
        scope=Scope(to_plain(values)),
        special=journals.special,
    )


def _posting(day: str, currency: str, facts: Facts, policy: Values) -> Posting:
    parts = facts.summing.parts
    entries = _entries(parts, facts)
    if booked(policy, currency, entries) == Booked():
        # A refund that came back on its day, say: all lines cancel out, and nothing but this journal has the legs. So
        # it says what came and what went apart.
        came, went = ([one for one in parts if (one.amount_minor > 0) is sign] for sign in (True, False))
        back = (replace(entry, category=f"{entry.category} back") for entry in _entries(went, facts))
        entries = (*_entries(came, facts), *back)
    feed = summary.without(parts, facts.summing.fees_elsewhere)
    return Posting(day, currency, entries, (*summary.amount_legs(parts), *summary.fee_legs(feed)))


def _entries(parts: Sequence[BalanceTransaction], facts: Facts) -> tuple[Entry, ...]:
    fees = tuple(summary.fee_entries(summary.without(parts, facts.summing.fees_elsewhere)))
    paid = Entry(CLEARING, -sum(entry.minor for entry in fees), "fees", category="fees")
    return (*summary.amount_entries(parts, facts.summing.rates), *fees, paid)


def _reference(day: str, currency: str, parts: tuple[BalanceTransaction, ...]) -> str:
    """Return a reference that no other Stripe account's agent makes for the same day: its first movement is in it."""
    first = min((one.id for one in parts), default="")
    return f"day_{day.replace('-', '')}_{currency}~{short_reference(first)}"
