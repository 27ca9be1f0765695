"""A database that was put back from a backup does not know what was sent since.

What SYSPRO can be searched for is adopted. What it cannot be searched for may have been posted already, so a person
says whether it was.
"""

from dataclasses import dataclass

from agent.domain.attempts import Settlement
from agent.domain.days import day_at
from agent.domain.documents import Document, State
from agent.domain.kinds import BankReceipt, CashEntry

#: Reason code of what waits for a person because of a restore.
RESTORED = "restored"

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
    """

    until_at: int
    found_at: int


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
