"""Disputes that wait for an answer: which are open, and when to say that time runs out. Pure.

Source: docs.stripe.com/disputes/how-disputes-work and api/disputes/object: ``needs_response`` and
``warning_needs_response`` wait for us, ``evidence_details.due_by`` says until when; ``won``, ``lost``,
``warning_closed`` and ``prevented`` are final.
"""

from dataclasses import dataclass

from agent.domain.attempts import Discrepancy
from agent.domain.days import day_at
from agent.domain.facts import StripeFacts
from agent.domain.json_reader import JsonReader
from agent.domain.money import Money

#: Area of the discrepancies, and their code.
DUE = "dispute.due"

#: Type of the made-up events that ask for a fresh decision about a dispute that moved on unnoticed.
WATCH = "dispute.watch"

#: Type of Stripe's event that ends a dispute, and status of one that is lost.
CLOSED = "charge.dispute.closed"
LOST = "lost"

_CLOSED = frozenset({"won", "lost", "warning_closed", "prevented"})
_WAITS = frozenset({"needs_response", "warning_needs_response"})
_DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class Known:
    """A dispute as our latest decision about it has it.

    Attributes:
        id: Stripe id.
        standing: Its status and how many movements it had; see :func:`standing_of`.
        closed: Whether it was over then.
    """

    id: str
    standing: str
    closed: bool


def known(facts: StripeFacts) -> Known:
    """Return a dispute as the facts of a decision have it."""
    return Known(facts.subject, standing_of(facts), closed=_status(facts) in _CLOSED)


def standing_of(facts: StripeFacts) -> str:
    """Return what tells a dispute from itself at another time: its status and how often its money moved."""
    return f"{_status(facts)}_{len(facts.balance_transactions)}"


def alarm(facts: StripeFacts, *, payer: str, now: int, days: int, zone: str) -> Discrepancy | None:
    """Return the alarm of a dispute that has to be answered soon, or ``None``.

    Its words stay the same from day to day, so that what a person accepts stays accepted.

    Args:
        facts: The dispute as Stripe has it now.
        payer: Name of the payer; may be empty.
        now: Unix seconds UTC.
        days: How long before the evidence is due it asks for attention.
        zone: Time zone of the site.

    Raises:
        BadJsonError, UnknownCurrencyError: When Stripe's answer cannot be used.
    """
    dispute = JsonReader(facts.objects.get("dispute"), "dispute")
    due_at = dispute.optional_object("evidence_details").optional_integer("due_by")
    if _status(facts) not in _WAITS or not due_at or due_at - now > days * _DAY_S:
        return None
    amount = Money(dispute.integer("amount"), dispute.text("currency"))
    what = "Inquiry about" if _status(facts).startswith("warning_") else "Dispute of"
    reason = dispute.optional_text("reason").replace("_", " ") or "no reason given"
    whose = f"payment {dispute.id_of('charge')}" + (f" of {payer}" if payer else "")
    message = (
        f"{what} {amount} ({reason}), {whose}: evidence is due by {day_at(due_at, zone)}. Answer it in the Stripe "
        "Dashboard (Payments, Disputes) by submitting evidence, or accept it there."
    )
    return Discrepancy(facts.subject, DUE, message)


def is_lost(facts: StripeFacts) -> bool:
    """Return whether facts are those of a dispute that is lost."""
    return facts.subject_type == "dispute" and _status(facts) == LOST


def _status(facts: StripeFacts) -> str:
    return JsonReader(facts.objects.get("dispute") or {}, "dispute").optional_text("status")
