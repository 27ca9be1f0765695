"""How a refund takes the sale back in SYSPRO: by which kind of credit note, over which lines, with how much tax."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from agent.domain.cases.given_back import TAKES_MONEY, UNAPPLIED
from agent.domain.cases.named_lines import lines_problem, named_lines
from agent.domain.cases.note_lines import NoteLines, note_lines
from agent.domain.cases.open_lines import lines_to_cancel
from agent.domain.cases.original import Original
from agent.domain.cases.share import Share
from agent.domain.facts import OpenInvoice, OwnDocument
from agent.domain.json_reader import JsonReader
from agent.domain.kinds import Allocation, Kind
from agent.domain.money import Money
from agent.domain.settings import Values


@dataclass(frozen=True, slots=True)
class Credit:
    """What is done with the sale.

    Attributes:
        route: ``sortci``, ``sortch``, ``arstin``, or ``none`` for no credit note.
        cancels: Whether what is left of the order is cancelled, because all of its payment is given back.
        cancels_lines: Lines of the order that are cancelled before anything of it is invoiced; empty for none.
        pays: What the money is paid out of: ``credit``, ``on_account`` or ``invoice`` (opened again).
        document: Number of the document on account, or of the invoice that is opened again; else empty.
        document_type: Its type.
        spread: How much comes out of which document on account, where one alone has not enough.
        lines: Invoice lines that are credited; empty for all.
        value: Value of the credit note with tax; ``None`` for none.
        rest: What is paid out of the money on account beside the credit note; ``None`` for nothing.
        net: Value of the credit before tax.
        tax: Tax within it; ``None`` where SYSPRO reckons it.
        problem: Why it cannot be decided; else empty.
        problem_code: The cause in machine form.
        note: Kind and purpose of the document whose SYSPRO key is the number of the credit note in receivables.
        form: The lines of a free-form credit note; else ``None``.
    """

    route: str
    cancels: bool = False
    cancels_lines: tuple[int, ...] = ()
    pays: str = "credit"
    document: str = ""
    document_type: str = ""
    spread: tuple[Allocation, ...] = ()
    lines: tuple[int, ...] = ()
    value: Money | None = None
    rest: Money | None = None
    net: Money | None = None
    tax: Money | None = None
    problem: str = ""
    problem_code: str = ""
    note: tuple[Kind, str] | None = None
    form: NoteLines | None = None


#: Kind of a credit note -> route, and the document whose SYSPRO key is its number in receivables.
_NOTES = {
    Kind.INVOICE_CREDIT.value: ("sortci", (Kind.ORDER_INVOICE, "credit")),
    Kind.CREDIT_NOTE.value: ("sortch", (Kind.ORDER_INVOICE, "credit")),
    Kind.AR_DOCUMENT.value: ("arstin", (Kind.AR_DOCUMENT, "credit")),
}
_NOTE_OF = dict(_NOTES.values())

#: Type of money on account; source: reference, section 2.4 (``_CRDxx``; its type is inferred).
_ON_ACCOUNT = "C"


def credit_of(
    original: Original,
    amount: Money,
    refund: JsonReader,
    *,
    share: Share,
    policy: Values,
    own: Sequence[OwnDocument] = (),
) -> Credit:
    """Return how the sale of ``original`` is taken back for ``amount``.

    What was sent stays as it was decided, whatever SYSPRO says by now: it says what our own documents did.

    Args:
        original: What became of the payment.
        amount: What is given back, in the payment's currency.
        refund: Stripe's refund; its metadata may name invoice lines.
        share: How much of the payment it gives back.
        policy: The deciding settings.
        own: Our documents about the refund itself.

    Raises:
        CurrencyMismatchError: When the payment's invoice is in another currency than the refund.
    """
    if original.standing != "posted":
        return Credit("none")
    sent = _as_sent([one for one in own if one.sent], original, amount, policy)
    if sent is not None:
        return sent
    if original.taken_from and original.taken_from == original.paid:
        return Credit("none", pays="invoice", document=original.taken_from, document_type="I")
    if original.taken_from.startswith(UNAPPLIED):
        # Posted before our database was restored: no credit note was made then, and the sale may be invoiced by now.
        cancels = share is not Share.PART and original.cancelled and policy.yes("refunds.cancel_order")
        return Credit(
            "none", cancels=cancels, pays="on_account", document=original.taken_from, document_type=_ON_ACCOUNT
        )
    if not original.invoiced:
        lines = lines_to_cancel(original, amount, refund, share=share, policy=policy, own=own)
        return _before_invoicing(original, amount, lines, everything=share is not Share.PART, policy=policy)
    return _of_invoice(original, amount, refund, share=share, policy=policy)


def _of_invoice(original: Original, amount: Money, refund: JsonReader, *, share: Share, policy: Values) -> Credit:
    """Take back what was invoiced; what was not, or was paid too much, goes back from the account."""
    lines, problem = named_lines(refund, policy)
    if problem:
        return Credit("none", problem=problem, problem_code="refund.lines")
    creditable = original.creditable(Money.zero(amount.currency))
    beyond = creditable is not None and creditable < amount
    part = share is Share.PART
    if policy.text("refunds.credit") == "none" or (_covers(original, amount) and (original.paid or (beyond and part))):
        return _without_credit(original, amount)
    # Of open invoices that are paid, what was paid too much goes first, however much of them could be credited.
    in_two = beyond or (part and bool(original.paid) and not lines and _has_on_account(original, amount))
    if creditable is None or not in_two:
        return _note(original, amount, lines=lines, full=share is Share.ALL, policy=policy)
    return _in_two(original, amount, creditable, share=share, policy=policy)


def _in_two(original: Original, amount: Money, creditable: Money, *, share: Share, policy: Values) -> Credit:
    """Credit a part, and pay the rest out of the money on account: more is given back than is invoiced.

    When all is given back, all that is invoiced is credited and what is left of the order cancelled. Else what was paid
    too much goes first.
    """
    document = original.on_account
    left = original.left_on_account
    if document is None or left is None or left.currency != amount.currency:
        return Credit("none", problem=_too_much(original), problem_code="refund.more_than_invoiced")
    rest = min(left, amount) if share is Share.PART else amount - creditable
    if left < rest or creditable < amount - rest:
        return Credit("none", problem=_too_much(original), problem_code="refund.more_than_invoiced")
    cancels = share is not Share.PART and _may_cancel(original, policy)
    if rest == amount:
        return _out_of(document, cancels=cancels)
    made = _note(original, amount - rest, lines=(), full=share is Share.ALL, policy=policy)
    return replace(made, cancels=cancels, rest=rest, document=document.invoice, document_type=document.document_type)


def _note(original: Original, value: Money, *, lines: tuple[int, ...], full: bool, policy: Values) -> Credit:
    """Return the credit note over ``value``, against which the money is paid out."""
    # SORTCI keeps no reference: a second credit of the same lines would be taken for the first one.
    first = not original.taken_back
    whole = full and len(original.invoices) <= 1 and original.value in {None, value}
    route = _route(policy.text("refunds.credit"), original, whole=whole and first, by_lines=bool(lines) and first)
    if route == "sortci" and lines and (problem := lines_problem(original, lines, value)):
        return Credit("none", problem=problem, problem_code="refund.lines_differ")
    net, tax = split(original, value)
    if net is None and route != "sortci":
        return Credit("none", problem=_tax_unknown(original), problem_code="refund.tax_unknown")
    made = _with_lines(
        Credit(route, lines=lines, value=value, net=net, tax=tax, note=_NOTE_OF[route]), original, policy
    )
    if made.form is not None and made.form.problem:
        return Credit("none", problem=made.form.problem, problem_code="refund.note_differs")
    return made


def _with_lines(credit: Credit, original: Original, policy: Values) -> Credit:
    """Return a free-form credit note with its lines, and the tax that SYSPRO will take of them."""
    form = note_lines(credit.value, credit.tax, original, policy) if credit.route == "sortch" else None
    return credit if form is None else replace(credit, net=form.net, tax=form.tax, form=form)


def _may_cancel(original: Original, policy: Values) -> bool:
    there = bool(original.order) and not original.cancelled and not original.complete
    return there and policy.yes("refunds.cancel_order")


def _tax_unknown(original: Original) -> str:
    if original.notes_problem:
        return f"{original.notes_problem} Else make the credit note by hand and ignore the refund here."
    return (
        f"How much tax is in invoice {original.credited} is not known, so no credit note can be made of a part."
        " Read the invoice in SYSPRO, make the credit note by hand and ignore the refund here."
    )


def _as_sent(own: Sequence[OwnDocument], original: Original, amount: Money, policy: Values) -> Credit | None:
    """Return how the sale was taken back by what was sent; ``None`` where neither credit nor money was."""
    made = next((one for one in own if one.purpose == "credit" and one.kind in _NOTES), None)
    if made is not None:
        return _with_lines(_note_as_sent(made, own, original, amount), original, policy)
    money = [one for one in own if one.purpose in TAKES_MONEY]
    if not money:
        return None
    document = next((one.document for one in money if one.document), "")
    paid = {original.paid, *(one.invoice for one in original.allocations)}
    if document and document in paid:
        return Credit("none", pays="invoice", document=document, document_type="I")
    return Credit("none", pays="on_account", document=document, document_type=_ON_ACCOUNT)


def _note_as_sent(made: OwnDocument, own: Sequence[OwnDocument], original: Original, amount: Money) -> Credit:
    """Return the credit note that was sent, and what is paid out beside it: out of the same document as before."""
    route, note = _NOTES[made.kind]
    value = made.amount or amount
    net, tax = split(original, value)
    # What reverses the note carries the very tax that the note has.
    net, tax = (net, tax) if made.tax is None else (value - made.tax, made.tax)
    found = Credit(route, value=value, net=net, tax=tax, note=note)
    if value == amount:
        return found
    parts = (part for one in own if one.purpose in TAKES_MONEY for part in one.allocations)
    left = original.on_account.invoice if original.on_account else ""
    document = next((part.invoice for part in parts if part.invoice.startswith(UNAPPLIED)), left)
    return replace(found, rest=amount - value, document=document, document_type=_ON_ACCOUNT)


def _covers(original: Original, amount: Money) -> bool:
    left = original.left_on_account
    return left is not None and left.currency == amount.currency and not left < amount


def _has_on_account(original: Original, amount: Money) -> bool:
    left = original.left_on_account
    return left is not None and left.currency == amount.currency and left.minor > 0


def _too_much(original: Original) -> str:
    return (
        f"SYSPRO has invoiced {original.value} of the payment ({original.credited}), which is less. Invoice the rest of"
        " the order and retry, or take the sale back by hand and ignore the refund here."
    )


def _before_invoicing(
    original: Original, amount: Money, goes: tuple[tuple[int, ...], str], *, everything: bool, policy: Values
) -> Credit:
    """Pay back out of the money on account; a credit note would be one for a sale that never was."""
    lines, problem = goes
    if problem:
        return Credit("none", problem=problem, problem_code="refund.lines_differ")
    document = original.on_account
    spread = () if _covers(original, amount) else _spread(original, amount)
    by_receipt = policy.text("refunds.money") == "receipt"
    if document is not None and (_covers(original, amount) or (spread and by_receipt)):
        made = _out_of(document, cancels=everything and _may_cancel(original, policy))
        return replace(made, spread=spread, cancels_lines=lines)
    if spread:
        numbers = ", ".join(f"{one.invoice} ({-one.balance})" for one in _all_on_account(original))
        problem = (
            f"What is left of the payment is on account in several documents, {numbers}, and an adjustment takes out of"
            f" one alone. Pay {amount} back by hand and ignore the refund here."
        )
        return Credit("none", problem=problem, problem_code="refund.several_on_account")
    there = original.left_on_account or "nothing"
    what = "The order is" if original.order else "What was paid is"
    problem = (
        f"{what} not invoiced, and of the payment {there} is left on account, less than {amount}."
        " Somebody has used the money for another document: free it in SYSPRO and retry, or pay back by hand and"
        " ignore the refund here."
    )
    return Credit("none", problem=problem, problem_code="refund.not_on_account")


def _all_on_account(original: Original) -> tuple[OpenInvoice, ...]:
    first = () if original.on_account is None else (original.on_account,)
    return (*first, *original.also_on_account)


def _spread(original: Original, amount: Money) -> tuple[Allocation, ...]:
    """Return how much comes out of which document on account, the largest first; nothing where all are too little."""
    left, parts = amount, []
    for one in _all_on_account(original):
        value = min(-one.balance, left, key=lambda money: money.minor)
        if one.balance.currency == amount.currency and value.minor > 0:
            parts.append(Allocation(one.invoice, -value, one.document_type))
            left -= value
    return () if left else tuple(parts)


def _out_of(document: OpenInvoice, *, cancels: bool = False) -> Credit:
    return Credit(
        "none", cancels=cancels, pays="on_account", document=document.invoice, document_type=document.document_type
    )


def _without_credit(original: Original, amount: Money) -> Credit:
    if original.on_account is not None and _covers(original, amount):
        return _out_of(original.on_account)
    paid = sum((part.value for part in original.allocations), Money.zero(amount.currency))
    if original.allocations and paid < amount:
        numbers = ", ".join(part.invoice for part in original.allocations)
        problem = (
            f"Invoice {numbers} has {paid} of the payment, which is less: the rest went on account, or was given back"
            " before. Without a credit note one refund cannot come out of both: set refunds.credit and retry, or pay it"
            " back in SYSPRO by hand and ignore the refund here."
        )
        return Credit("none", problem=problem, problem_code="refund.more_than_paid")
    if original.paid:
        return Credit("none", pays="invoice", document=original.paid, document_type="I")
    problem = "No credit note is to be made, and neither money on account nor a paid invoice is there to pay out of."
    return Credit("none", problem=problem, problem_code="refund.nothing_to_pay_from")


def _route(wanted: str, original: Original, *, whole: bool, by_lines: bool) -> str:
    if wanted in {"auto", "sortci"}:
        # SORTCI takes back whole lines; another amount needs a credit note of its own.
        return "sortci" if original.order and (whole or by_lines) else "arstin"
    return wanted


def split(original: Original, amount: Money) -> tuple[Money | None, Money | None]:
    """Split what is given back into net and tax as SYSPRO's own invoices have them; never by a rate.

    A part of the invoices carries the same part of their tax, rounded half up to the minor unit, less the tax of the
    notes before it: all parts together carry all of it, to the cent.

    Args:
        original: The payment, with the notes over its sale so far.
        amount: What is given back; below zero for what is taken back of that.
    """
    value, within = original.value, original.tax
    if value is None or within is None or value.minor <= 0 or original.notes_problem:
        return None, None
    before, taxed = 0, 0
    for one in _standing(original.notes):
        sign = 1 if one.root == "credit" else -1
        after = before + sign * (one.amount or amount).minor
        reckoned = _share(after, within, value) - _share(before, within, value)
        taxed += reckoned if one.tax is None else sign * one.tax.minor
        before = after
    least, most = sorted((0, amount.minor))
    # Invoices that came later may carry another part of tax than the notes were made with.
    tax = Money(max(least, min(most, _share(before + amount.minor, within, value) - taxed)), amount.currency)
    return amount - tax, tax


def _standing(notes: Sequence[OwnDocument]) -> Iterator[OwnDocument]:
    """Leave out each note whose tax SYSPRO reckoned and that was reversed, with its reversal: both have the same tax.

    What our share of it would have been does not matter then.
    """
    reckoned = {one.stripe_id for one in notes if one.purpose == "credit" and one.tax is None}
    reversed_ = reckoned & {one.stripe_id for one in notes if one.purpose == "debit"}
    return (one for one in notes if one.stripe_id not in reversed_)


def _share(minor: int, tax: Money, value: Money) -> int:
    """Return the tax within ``minor`` of ``value``, rounded half up."""
    return (2 * minor * tax.minor + value.minor) // (2 * value.minor)
