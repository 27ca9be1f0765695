"""The debit note that reverses a credit note whose tax SYSPRO reckoned itself: it takes back what that note has."""

from agent.domain.cases.credit import Credit
from agent.domain.cases.given_back import MOVING
from agent.domain.cases.reckoned import ROUTES, invoicings, number_of, tax_within
from agent.domain.facts import OwnDocument, ReadNote, StripeFacts
from agent.domain.money import Money

#: Code of a debit note that waits because SYSPRO's own note is not known.
UNKNOWN = "refund.credit_unknown"

_ELSE = "Else book the debit note and the return of the money by hand, and cancel both here."


def is_returned(stripe: StripeFacts) -> bool:
    """Return whether the subject is a refund whose money came back."""
    refund = stripe.objects.get("refund") if stripe.subject_type == "refund" else None
    return bool(refund and refund.get("failure_balance_transaction"))


def number_of_note(stripe: StripeFacts, ours: tuple[OwnDocument, ...]) -> str:
    """Return the number in receivables of a refund's credit note that is a sales order; empty while it has none."""
    return number_of(ours, stripe.subject, "credit")


def is_on_its_way(stripe: StripeFacts, ours: tuple[OwnDocument, ...]) -> bool:
    """Return whether that credit note is to be invoiced in SYSPRO still, without anybody's help."""
    states = {one.state for one in invoicings(ours, stripe.subject, "credit")}
    return not number_of_note(stripe, ours) and not states.isdisjoint(MOVING)


def debited(credit: Credit, value: Money, note: ReadNote | None) -> tuple[Money | None, str, str]:
    """Return the tax of the debit note over ``value``; else why it is not known, in words and as a code.

    Args:
        credit: How the sale was taken back.
        value: What the credit note was made over, with tax.
        note: SYSPRO's own note; ``None`` where it was not asked for, as in facts of earlier versions.
    """
    if note is None or credit.route not in ROUTES:
        return credit.tax, "", ""
    tax, problem = _of_note(note, value)
    return tax, problem, UNKNOWN if problem else ""


def _of_note(note: ReadNote, value: Money) -> tuple[Money | None, str]:
    if not note.number:
        return None, (
            "SYSPRO has not invoiced the credit note of this refund, so how much tax it takes back is not known. Press"
            f" Retry when it is invoiced. {_ELSE}"
        )
    tax, why = tax_within(note, value)
    if tax is not None:
        return tax, ""
    return None, (
        f"How much tax is in credit note {note.number}, which this debit note takes back, is not known. {why} Press"
        f" Retry when that is put right. {_ELSE}"
    )
