"""What refunds and lost disputes of one payment have taken out of it, told by our own documents alone.

Money that leaves before SYSPRO has invoiced the sale comes off the money on account; what leaves later is credited.
"""

from collections.abc import Iterable, Iterator

from agent.domain.documents import State
from agent.domain.facts import OwnDocument
from agent.domain.kinds import Kind
from agent.domain.money import Money

#: Purposes of the documents that take money out of receivables, and of those that put it back.
TAKES_MONEY = frozenset({"money", "adjustment", "rest", "account"})
_PUTS_BACK = frozenset({"returned", "returned_adjustment", "returned_rest", "account_back", "debit_adjustment"})

#: Purpose of the document that cancels lines of an order.
LINES = "lines"

#: How numbers of documents on account begin; source: reference, section 2.4.
UNAPPLIED = "_CRD"

_IN_RECEIVABLES = frozenset({Kind.RECEIPT.value, Kind.ADJUSTMENT.value})
_NOTES = frozenset({Kind.AR_DOCUMENT.value, Kind.CREDIT_NOTE.value, Kind.INVOICE_CREDIT.value})
_SIDES = frozenset({"credit", "debit"})
_OVER = frozenset({State.POSTED.value, State.CANCELLED.value})

#: States in which a document will be posted, or found not to be, without anybody's help.
MOVING = frozenset({State.PENDING.value, State.POSTING.value, State.IN_DOUBT.value})


def lane_of(charge_id: str) -> str:
    """Return the lane of what is taken out of one payment: each stands on what the one before has left."""
    return f"refund|{charge_id}"


def from_account(own: Iterable[OwnDocument], nothing: Money) -> dict[str, Money]:
    """Return, by refund or dispute, what it took off the money on account and has not put back.

    Args:
        own: Our documents about the payment, its refunds and its disputes.
        nothing: Zero of the payment's currency.
    """
    return _taken(own, nothing, on_account=True)


def off_their_orders(own: Iterable[OwnDocument]) -> frozenset[str]:
    """Return the refunds whose lines were cancelled on the order: its invoice is without them."""
    cancelled = (one for one in own if one.kind == Kind.ORDER_CANCEL.value and one.root == LINES and one.sent)
    return frozenset(one.stripe_id for one in cancelled)


def to_be_credited(own: Iterable[OwnDocument], nothing: Money) -> dict[str, Money]:
    """Return of :func:`from_account` what is on the order's invoice all the same."""
    known = tuple(own)
    off = off_their_orders(known)
    return {refund: value for refund, value in from_account(known, nothing).items() if refund not in off}


def credited(own: Iterable[OwnDocument], nothing: Money) -> Money:
    """Return what they took out of credit notes of their own and have not put back."""
    return sum(_taken(own, nothing, on_account=False).values(), nothing)


def opened(own: Iterable[OwnDocument]) -> dict[str, int]:
    """Return, by invoice, how far it is open again by what was sent to take money out of it or put it back; minor."""
    found: dict[str, int] = {}
    for one in own:
        if one.sent and one.kind in _IN_RECEIVABLES and one.root in TAKES_MONEY | _PUTS_BACK:
            for part in one.allocations:
                found[part.invoice] = found.get(part.invoice, 0) - part.value.minor
    return found


def notes_of(own: Iterable[OwnDocument]) -> tuple[OwnDocument, ...]:
    """Return the credit notes among our documents that take a sale back, and the debit notes that reverse them."""
    sent = (one for one in own if one.sent and one.kind in _NOTES and one.root in _SIDES)
    return tuple(one for one in sent if one.amount is not None)


def on_their_way(own: Iterable[OwnDocument]) -> str:
    """Return how money stands that is still on its way, out or back, so that it is not known what is left.

    Returns:
        ``moving`` where it gets there by itself, ``stopped`` where it waits for a person; empty where all is there.
    """
    states = {one.state for one in own if one.root in TAKES_MONEY | _PUTS_BACK} - _OVER
    if not states:
        return ""
    return "moving" if states <= MOVING else "stopped"


def _taken(own: Iterable[OwnDocument], nothing: Money, *, on_account: bool) -> dict[str, Money]:
    known = [one for one in own if one.sent and one.kind in _IN_RECEIVABLES]
    back = {one.stripe_id for one in known if one.root in _PUTS_BACK}
    found: dict[str, Money] = {}
    for one in known:
        # A correction stands for the document that it corrects.
        if one.purpose in TAKES_MONEY and one.stripe_id not in back:
            value = sum(_values(one, on_account=on_account), nothing)
            found[one.stripe_id] = found.get(one.stripe_id, nothing) + value
    return {refund: value for refund, value in found.items() if value}


def _values(one: OwnDocument, *, on_account: bool) -> Iterator[Money]:
    for part in one.allocations:
        if part.document_type == "C" and part.invoice.startswith(UNAPPLIED) is on_account:
            yield -part.value
