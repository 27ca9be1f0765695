"""How a refund takes the sale back in SYSPRO: by which kind of credit note, over which lines, with how much tax."""

from dataclasses import dataclass

from agent.domain.cases.original import Original
from agent.domain.facts import OpenInvoice
from agent.domain.json_reader import JsonReader
from agent.domain.kinds import Kind
from agent.domain.money import Money
from agent.domain.settings import Values


@dataclass(frozen=True, slots=True)
class Credit:
    """What is done with the sale.

    Attributes:
        route: ``sortci``, ``sortch``, ``arstin``, or ``none`` for no credit note.
        cancels: Whether the order is cancelled, because nothing of it was invoiced and all of it is given back.
        pays: What the money is paid out of: ``credit``, ``on_account`` or ``invoice`` (opened again).
        lines: Invoice lines that are credited; empty for all.
        net: Value of the credit before tax.
        tax: Tax within it; ``None`` where SYSPRO reckons it.
        problem: Why it cannot be decided; else empty.
        problem_code: The cause in machine form.
        note: Kind and purpose of the document whose SYSPRO key is the number of the credit note in receivables.
    """

    route: str
    cancels: bool = False
    pays: str = "credit"
    lines: tuple[int, ...] = ()
    net: Money | None = None
    tax: Money | None = None
    problem: str = ""
    problem_code: str = ""
    note: tuple[Kind, str] | None = None


def credit_of(original: Original, amount: Money, refund: JsonReader, *, full: bool, policy: Values) -> Credit:
    """Return how the sale of ``original`` is taken back for ``amount``.

    Args:
        original: What became of the payment.
        amount: What is given back, in the payment's currency.
        refund: Stripe's refund; its metadata may name invoice lines.
        full: Whether all of the payment is given back at once.
        policy: The deciding settings.
    """
    if original.standing != "posted":
        return Credit("none")
    # What paid open invoices and more: what was too much comes back first, for it never paid for a sale.
    overpaid = bool(original.allocations) and _covers(original, amount)
    if overpaid or not original.invoiced or original.cancelled:
        return _before_invoicing(original, amount, full=full, policy=policy)
    lines, problem = _named_lines(refund, policy)
    if problem:
        return Credit("none", problem=problem, problem_code="refund.lines")
    route = _route(policy.text("refunds.credit"), original, full=full, by_lines=bool(lines))
    if route == "none":
        return _without_credit(original, amount)
    net, tax = _split(original.invoice, amount)
    if net is None and route != "sortci":
        problem = (
            f"How much tax is in invoice {original.credited} is not known, so no credit note can be made of a part."
        )
        return Credit("none", problem=problem, problem_code="refund.tax_unknown")
    made = {
        "sortci": (Kind.ORDER_INVOICE, "credit"),
        "sortch": (Kind.ORDER_INVOICE, "credit"),
        "arstin": (Kind.AR_DOCUMENT, "credit"),
    }
    return Credit(route, lines=lines, net=net, tax=tax, note=made[route])


def _before_invoicing(original: Original, amount: Money, *, full: bool, policy: Values) -> Credit:
    """Pay back out of the money on account; a credit note would be one for a sale that never was."""
    left = original.left_on_account
    if not _covers(original, amount):
        there = "nothing" if left is None else str(left)
        what = "The order is" if original.order else "What was paid is"
        problem = (
            f"{what} not invoiced, and of the payment {there} is left on account, less than {amount}."
            " Somebody has used the money for another document."
        )
        return Credit("none", problem=problem, problem_code="refund.not_on_account")
    cancels = full and bool(original.order) and not original.cancelled and policy.yes("refunds.cancel_order")
    return Credit("none", cancels=cancels, pays="on_account")


def _covers(original: Original, amount: Money) -> bool:
    """Say whether what is left of the payment on account is enough for ``amount``."""
    left = original.left_on_account
    return left is not None and left.currency == amount.currency and not left < amount


def _without_credit(original: Original, amount: Money) -> Credit:
    if _covers(original, amount):
        return Credit("none", pays="on_account")
    if original.paid:
        return Credit("none", pays="invoice")
    problem = "No credit note is to be made, and neither money on account nor a paid invoice is there to pay out of."
    return Credit("none", problem=problem, problem_code="refund.nothing_to_pay_from")


def _route(wanted: str, original: Original, *, full: bool, by_lines: bool) -> str:
    if wanted == "auto":
        return "sortci" if original.order and (full or by_lines) else "arstin"
    if wanted == "sortci" and not (original.order and (full or by_lines)):
        # SORTCI takes back whole lines; another amount needs a credit note of its own.
        return "arstin"
    return wanted


def _named_lines(refund: JsonReader, policy: Values) -> tuple[tuple[int, ...], str]:
    """Return the invoice lines that the refund's metadata names, and what is wrong with them."""
    metadata = refund.texts("metadata")
    named = next((metadata[key] for key in policy.items("refunds.lines_keys") if metadata.get(key, "").strip()), "")
    numbers = [part.strip() for part in named.split(",") if part.strip()]
    if not all(part.isdecimal() and 0 < int(part) < 10000 for part in numbers):
        return (), f"The refund names the invoice lines {named!r}, which are no line numbers such as 1, 3."
    return tuple(sorted({int(part) for part in numbers})), ""


def _split(invoice: OpenInvoice | None, amount: Money) -> tuple[Money | None, Money | None]:
    """Split what is given back into net and tax as SYSPRO's own invoice has them; never by a rate.

    A part of the invoice carries the same part of its tax, rounded half up to the minor unit.
    """
    if invoice is None or invoice.value is None or invoice.tax is None or invoice.value.minor <= 0:
        return None, None
    share, whole = amount.minor * invoice.tax.minor, invoice.value.minor
    tax = Money((2 * share + whole) // (2 * whole), amount.currency)
    return amount - tax, tax
