"""The debit note that reverses a credit note whose tax SYSPRO reckoned itself: it takes back what that note has.

SYSPRO reckons the tax of a credit note that is a sales order line by line. Our own share of the invoice's tax may be a
cent beside it, which a debit note of our reckoning would leave in receivables and tax.
"""

from agent.domain.cases.credit import Credit
from agent.domain.cases.given_back import MOVING
from agent.domain.documents import State
from agent.domain.facts import OwnDocument, ReadNote, StripeFacts
from agent.domain.kinds import Kind
from agent.domain.money import Money

#: Code of a debit note that waits because SYSPRO's own note is not known.
UNKNOWN = "refund.credit_unknown"

_RECKONED = frozenset({"sortci", "sortch"})

_ELSE = "Else book the debit note and the return of the money by hand, and cancel both here."


def is_returned(stripe: StripeFacts) -> bool:
    """Return whether the subject is a refund whose money came back."""
    refund = stripe.objects.get("refund") if stripe.subject_type == "refund" else None
    return bool(refund and refund.get("failure_balance_transaction"))


def number_of_note(stripe: StripeFacts, ours: tuple[OwnDocument, ...]) -> str:
    """Return the number in receivables of a refund's credit note that is a sales order; empty while it has none."""
    return next((one.erp_key for one in _invoicings(stripe, ours) if one.erp_key), "")


def is_on_its_way(stripe: StripeFacts, ours: tuple[OwnDocument, ...]) -> bool:
    """Return whether that credit note is to be invoiced in SYSPRO still, without anybody's help."""
    return not number_of_note(stripe, ours) and any(one.state in MOVING for one in _invoicings(stripe, ours))


def debited(credit: Credit, value: Money, note: ReadNote | None) -> tuple[Money | None, str, str]:
    """Return the tax of the debit note over ``value``; else why it is not known, in words and as a code.

    Money is paid out only of a note over just its amount, so what somebody took off the note before, or credited
    beside it, is tax: net is what the note says, and the rest of ``value`` is the tax.

    Args:
        credit: How the sale was taken back.
        value: What the credit note was made over, with tax.
        note: SYSPRO's own note; ``None`` where it was not asked for, as in facts of earlier versions.
    """
    if note is None or credit.route not in _RECKONED:
        return credit.tax, "", ""
    tax, problem = _of_note(note, value)
    return tax, problem, UNKNOWN if problem else ""


def _of_note(note: ReadNote, value: Money) -> tuple[Money | None, str]:
    found = note.document
    if not note.number:
        return None, (
            "SYSPRO has not invoiced the credit note of this refund, so how much tax it takes back is not known. Press"
            f" Retry when it is invoiced. {_ELSE}"
        )
    if found is None or found.value is None or found.tax is None:
        why = note.why or (
            "SYSPRO does not show it on the customer's account."
            if found is None
            else "It is in a foreign currency: set receipts.foreign_balance to what SYSPRO shows for it."
        )
        return None, (
            f"How much tax is in credit note {note.number}, which this debit note takes back, cannot be read. {why}"
            f" Press Retry when that is put right. {_ELSE}"
        )
    whole, within = abs(found.value.minor), abs(found.tax.minor)
    tax = Money(value.minor - (whole - within), value.currency)
    if found.value.currency != value.currency or not 0 <= tax.minor <= value.minor:
        return None, (
            f"Credit note {note.number} is over {Money(whole, found.value.currency)} in SYSPRO, with"
            f" {Money(within, found.value.currency)} of tax, which does not go with the {value} that were paid out of"
            f" it: somebody has changed it. {_ELSE}"
        )
    return tax, ""


def _invoicings(stripe: StripeFacts, ours: tuple[OwnDocument, ...]) -> list[OwnDocument]:
    """Return the documents that invoice the refund's credit note, the latest first: it may have been posted again."""
    return [
        one
        for one in reversed(ours)
        if one.stripe_id == stripe.subject
        and one.kind == Kind.ORDER_INVOICE.value
        and one.root == "credit"
        and one.state != State.CANCELLED.value
    ]
