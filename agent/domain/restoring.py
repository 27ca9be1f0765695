"""A database that was put back from a backup does not know what was sent since.

What SYSPRO can be searched for is adopted. What it cannot be searched for may have been posted already, so a person
says whether it was. Money that has come back at Stripe since would hide that it ever left: such a subject is decided as
it stood before as well, and what that decision makes is searched for (see ``jobs.forgotten``).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from agent.domain.attempts import Discrepancy, Settlement
from agent.domain.cases.lost_dispute import is_booked
from agent.domain.days import day_at
from agent.domain.disputes import LOST
from agent.domain.documents import Document, State
from agent.domain.facts import OwnDocument, StripeFacts
from agent.domain.kinds import BankReceipt, CashEntry, Kind

#: Area of the discrepancies that tell of a restore, and reason code of what waits for a person because of one.
RESTORED = "restored"

#: Kinds that SYSPRO can be searched for by a reference of ours: what carries it is ours and nobody else's.
TELLING = frozenset({Kind.RECEIPT, Kind.ADJUSTMENT, Kind.JOURNAL, Kind.AR_DOCUMENT, Kind.CREDIT_NOTE})

#: How much the clocks of Stripe and of this machine may differ. Of money that moved in that time a person is asked in
#: vain; a clock that is further off would post it twice.
_CLOCKS_S = 900


@dataclass(frozen=True, slots=True)
class Noted:
    """A row of the audit that was there when something was sent.

    Attributes:
        number: Its number.
        hash: Its hash.
        at: Unix seconds UTC of the sending.
    """

    number: int
    hash: str
    at: int


@dataclass(frozen=True, slots=True)
class Restored:
    """A restore that was noticed.

    Attributes:
        until_at: Up to when the lost database may have sent something, Unix seconds UTC.
        found_at: When it was noticed, Unix seconds UTC.
        sign: What it was noticed by, in words; empty where an earlier version noticed it.
    """

    until_at: int
    found_at: int
    sign: str = ""


def tells(document: Document) -> bool:
    """Say whether SYSPRO's having a document that was never sent is a sign: it carries our reference."""
    return document.draft.key.kind in TELLING | {Kind.SALES_ORDER}


def noticed(restored: Restored) -> Discrepancy:
    """Return what a person is told about a restore, once."""
    message = (
        f"The agent's database is older than what was sent from it: {restored.sign}. It was put back from a backup, or"
        " another engine posts the same money, or somebody entered it by hand under our reference. What SYSPRO can be"
        " searched for is taken over and not posted again; cash book entries that it does not show one by one wait for"
        " you. Make sure that no other engine posts for this Stripe account, then accept this."
    )
    return Discrepancy("database", "database.older", message)


def may_have_gone(document: Document, restored: Restored) -> bool:
    """Say whether the lost database may have sent a document: money that moved later it cannot have known.

    Stripe says when money moved, this machine when something was sent: their clocks need not agree.
    """
    return document.draft.moved_at <= restored.until_at + _CLOCKS_S


def ask_person(document: Document, restored: Restored) -> Settlement:
    """Return what becomes of a document that may have been sent before the restore."""
    body = document.draft.body
    where = f"bank {body.bank}" if isinstance(body, CashEntry | BankReceipt) else "SYSPRO"
    reason = (
        f"The agent's database was put back from a backup: up to {day_at(restored.until_at, 'UTC')} it sent what it no"
        " longer knows, and the ledger does not show cash book entries one by one, so this may have been posted"
        f" already. Look at {where} for the reference {body.reference}. Where it is there, say `syspro-stripe resolve"
        f" {document.id} --key KEY`; where it is not, `syspro-stripe resolve {document.id} --absent` posts it."
    )
    return Settlement(State.IN_DOUBT, reason, RESTORED, evidence="SYSPRO cannot be searched for it.", counts=False)


def before_it_came_back(stripe: StripeFacts, ours: Sequence[OwnDocument]) -> StripeFacts | None:
    """Return a subject as Stripe showed it before its money came back.

    Args:
        stripe: What Stripe shows now.
        ours: Our own documents about it, and about the payment behind it.

    Returns:
        ``None`` where no money came back, or where our own documents say what was sent before it did.
    """
    own = [one for one in ours if one.stripe_id == stripe.subject]
    if stripe.subject_type == "refund":
        return None if any(one.sent for one in own) else _refund_before(stripe)
    if stripe.subject_type == "dispute":
        return None if is_booked(own) else _dispute_before(stripe)
    return None


def _refund_before(stripe: StripeFacts) -> StripeFacts | None:
    refund = stripe.objects.get("refund") or {}
    returned = _id(refund.get("failure_balance_transaction"))
    moved = tuple(one for one in stripe.balance_transactions if one.id != returned)
    if len(moved) == len(stripe.balance_transactions):
        return None
    then = {name: value for name, value in refund.items() if name != "failure_balance_transaction"}
    objects = {**stripe.objects, "refund": then | {"status": "succeeded"}}
    return replace(stripe, objects=objects, balance_transactions=moved)


def _dispute_before(stripe: StripeFacts) -> StripeFacts | None:
    """Return a dispute as it may have been lost once: a bank may overturn what it has decided."""
    dispute = stripe.objects.get("dispute") or {}
    taken = tuple(one for one in stripe.balance_transactions if (one.amount_minor or one.net_minor) <= 0)
    if dispute.get("status") == LOST or len(taken) == len(stripe.balance_transactions):
        return None
    objects = {**stripe.objects, "dispute": {**dispute, "status": LOST}}
    return replace(stripe, objects=objects, balance_transactions=taken)


def _id(value: object) -> str:
    """Return the id of an object that Stripe shows in full, or by its id alone."""
    found = value.get("id") if isinstance(value, dict) else value
    return found if isinstance(found, str) else ""
