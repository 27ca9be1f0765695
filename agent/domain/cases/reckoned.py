"""Notes over a sale whose tax SYSPRO reckoned itself: how much of it they have is what SYSPRO's own note says.

SYSPRO reckons the tax of a credit note that is a sales order line by line. Our own share of the invoice's tax may be a
cent beside it, which every later note of the sale, or the note's reversal, would leave in receivables and tax.
"""

from collections.abc import Sequence
from dataclasses import replace

from agent.domain.allocations import is_allocation
from agent.domain.documents import State
from agent.domain.facts import OwnDocument, ReadNote
from agent.domain.kinds import Kind
from agent.domain.money import Money

#: Routes whose credit notes are sales orders.
ROUTES = frozenset({"sortci", "sortch"})

_KINDS = frozenset({Kind.INVOICE_CREDIT.value, Kind.CREDIT_NOTE.value})


def invoicings(ours: Sequence[OwnDocument], stripe_id: str, purpose: str) -> list[OwnDocument]:
    """Return the documents that invoice a note, the latest first: it may have been posted again.

    Args:
        ours: Our documents.
        stripe_id: What the note is about.
        purpose: Purpose of the note's own document, without the number of a correction.
    """
    return [
        one
        for one in reversed(ours)
        if one.stripe_id == stripe_id
        and one.kind == Kind.ORDER_INVOICE.value
        and _plain(one.purpose) == purpose
        and one.state != State.CANCELLED.value
    ]


def number_of(ours: Sequence[OwnDocument], stripe_id: str, purpose: str) -> str:
    """Return the number in receivables of a note that is a sales order; empty while it has none."""
    return next((one.erp_key for one in invoicings(ours, stripe_id, purpose) if one.erp_key), "")


def numbers_to_read(ours: Sequence[OwnDocument]) -> tuple[str, ...]:
    """Return the numbers in receivables of the notes among our documents whose tax a later note has to know."""
    return tuple(dict.fromkeys(number for one in ours if (number := _number(one, ours))))


def with_read_tax(
    notes: Sequence[OwnDocument], ours: Sequence[OwnDocument], read: Sequence[ReadNote]
) -> tuple[tuple[OwnDocument, ...], str]:
    """Return the notes with the tax that SYSPRO has of them, and why that is not known of one; else empty.

    A note that was not read keeps our own share: facts of earlier versions, and notes that a person made by hand.

    Args:
        notes: Notes over a sale.
        ours: The documents that they are among.
        read: What SYSPRO says of them.
    """
    found = {one.number: one for one in read}
    made = [_with_tax(one, found.get(_number(one, ours))) for one in notes]
    return tuple(one for one, _ in made), next((why for _, why in made if why), "")


def tax_within(note: ReadNote, value: Money) -> tuple[Money | None, str]:
    """Return the tax in a credit note that ``value`` was paid out of; ``None``, and why, where it is not known.

    Money is paid out only of a note over just its amount, so what somebody took off the note before, or credited
    beside it, is tax: net is what the note says, and the rest of ``value`` is the tax.
    """
    found = note.document
    if found is None or found.value is None or found.tax is None:
        return None, note.why or (
            "SYSPRO does not show it on the customer's account."
            if found is None
            else "It is in a foreign currency: set receipts.foreign_balance to what SYSPRO shows for it."
        )
    whole, within = abs(found.value.minor), abs(found.tax.minor)
    tax = Money(value.minor - (whole - within), value.currency)
    if found.value.currency != value.currency or not 0 <= tax.minor <= value.minor:
        return None, (
            f"It is over {Money(whole, found.value.currency)} in SYSPRO, with {Money(within, found.value.currency)} of"
            f" tax, which does not go with the {value} that were paid out of it: somebody has changed it."
        )
    return tax, ""


def _with_tax(note: OwnDocument, read: ReadNote | None) -> tuple[OwnDocument, str]:
    if read is None or note.amount is None:
        return note, ""
    tax, why = tax_within(read, note.amount)
    if tax is not None:
        return replace(note, tax=tax), ""
    return note, (
        f"How much tax is in credit note {read.number}, which takes back a part of the same sale, is not known, so the"
        f" tax of what is left is not. {why} Press Retry when that is put right."
    )


def _number(one: OwnDocument, ours: Sequence[OwnDocument]) -> str:
    """Return the number of a note that SYSPRO has reckoned and that stands; else empty."""
    if one.kind not in _KINDS or one.tax is not None or not one.sent or one.stripe_id in _reversed(ours):
        return ""
    return number_of(ours, one.stripe_id, _plain(one.purpose))


def _reversed(ours: Sequence[OwnDocument]) -> set[str]:
    """Return the refunds that failed: their debit notes have what their credit notes have, so neither counts."""
    return {one.stripe_id for one in ours if one.purpose == "debit" and one.sent and not is_allocation(one.stripe_id)}


def _plain(purpose: str) -> str:
    """Return a purpose without the number of a correction."""
    return purpose.partition("#")[0]
