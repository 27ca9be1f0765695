"""The payment that a refund gives back, as we posted it and as SYSPRO has it now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from agent.domain.allocations import is_allocation
from agent.domain.cases.given_back import MOVING, credited, notes_of, opened
from agent.domain.cases.reckoned import with_read_tax
from agent.domain.decisions import UNDECIDED, Outcome
from agent.domain.documents import State
from agent.domain.facts import Facts, InvoiceLine, OpenInvoice, OrderedLine, OwnDocument, ReadNote
from agent.domain.kinds import Allocation, Kind
from agent.domain.money import Money
from agent.domain.posting import LEFT, NOT_AVAILABLE

#: OrderStatus of an order of which nothing more is invoiced; source: reference, section 4.
COMPLETE = "9"

#: How a payment stands that has no receipt of ours: by the reason code of its latest decision, or else by its outcome.
_BY_CODE = {LEFT: "summary", NOT_AVAILABLE: "not_available"}
_BY_OUTCOME = {UNDECIDED: "moving", Outcome.HELD.value: "stopped"}


@dataclass(frozen=True, slots=True)
class Original:
    """What became of the payment.

    Attributes:
        standing: ``posted``; ``moving`` while it is still to be decided or its documents are on their way; ``stopped``
            when it, or one of them, waits for a person; ``not_available`` while the payment itself waits for its money;
            ``summary`` when a summary journal has it; ``none`` when we made no receipt for it, or a person gave up one
            of them.
        customer: SYSPRO customer that has its receipt.
        order: SYSPRO number of its order or invoice document; empty where a payment paid an invoice that existed.
        invoiced: Whether SYSPRO has invoiced the order, or the sale was an invoice from the start.
        cancelled: Whether the order is cancelled.
        complete: Whether nothing of the order is left to be invoiced.
        last_invoice: The last invoice of its order; empty while nothing of it was invoiced.
        credited: Invoice that a credit takes back, the first of several; empty for none.
        paid: Document that the receipt was allocated to; empty for money on account.
        on_account: Document on account that still holds the payment's money, the one with most of it; ``None`` where
            nothing is left of it.
        also_on_account: The others: money of refunds that came back stands by itself.
        invoices: All invoices of the sale, with value and tax; empty where they were not found.
        lines: Lines of ``credited``, where a refund names some; empty where they are not known.
        open_lines: Lines of its order before anything of it is invoiced, where a refund names some that are to go.
        allocations: How much of the payment went to which document, where it paid open invoices, less what other
            refunds have opened again.
        taken_back: Whether another refund took back the invoice, or lines of it, in sales orders.
        credits: What other refunds took out of credit notes of their own; ``None`` for nothing.
        notes: Notes over the sale that were sent for others, debit notes among them.
        notes_problem: Why it is not known how much tax one of these has; empty where it is known.
        taken_from: Document that SYSPRO has the money of the refund, or of the lost dispute, taken out of, although we
            know of nothing that was sent; empty for none.
    """

    standing: str
    customer: str = ""
    order: str = ""
    invoiced: bool = False
    cancelled: bool = False
    complete: bool = False
    last_invoice: str = ""
    credited: str = ""
    paid: str = ""
    on_account: OpenInvoice | None = None
    also_on_account: tuple[OpenInvoice, ...] = ()
    invoices: tuple[OpenInvoice, ...] = ()
    lines: tuple[InvoiceLine, ...] = ()
    open_lines: tuple[OrderedLine, ...] = ()
    allocations: tuple[Allocation, ...] = ()
    taken_back: bool = False
    credits: Money | None = None
    notes: tuple[OwnDocument, ...] = ()
    notes_problem: str = ""
    taken_from: str = ""

    @property
    def left_on_account(self) -> Money | None:
        """How much of the payment is still on account, above zero; ``None`` for nothing."""
        return None if self.on_account is None else -self.on_account.balance

    @property
    def value(self) -> Money | None:
        """What SYSPRO has invoiced, with tax; ``None`` where that is not known.

        Raises:
            CurrencyMismatchError: When the invoices are in several currencies.
        """
        return _sum([one.value for one in self.invoices])

    def creditable(self, nothing: Money) -> Money | None:
        """Return how much of what SYSPRO has invoiced no refund has credited yet; ``None`` where that is not known."""
        if not self.invoiced:
            return nothing
        value = self.value
        return None if value is None else max(nothing, value - (self.credits or nothing))

    @property
    def tax(self) -> Money | None:
        """Tax within :attr:`value`; ``None`` where that is not known. Raises like it."""
        return _sum([one.tax for one in self.invoices])


def original_of(facts: Facts, charge_id: str) -> Original:
    """Return what became of the payment ``charge_id``."""
    own = [one for one in facts.ours if one.stripe_id == charge_id]
    # A receipt that was posted again stands for the one that SYSPRO has lost.
    receipt = _of_kind(own[::-1], Kind.RECEIPT)
    if receipt is None:
        return Original(_BY_CODE.get(facts.payment_code) or _BY_OUTCOME.get(facts.payment_outcome, "none"))
    sale = _of_kind(own, Kind.SALES_ORDER) or _of_kind(own, Kind.AR_DOCUMENT)
    states = {one.state for one in (receipt, sale) if one is not None}
    if State.CANCELLED.value in states:
        return Original("none")  # a person booked it by hand, so what became of it is not known here
    if states != {State.POSTED.value}:
        return Original("moving" if states <= {State.POSTED.value, *MOVING} else "stopped")
    return _posted(facts, receipt, sale)


def after_others(
    original: Original, others: Sequence[OwnDocument], *, decided: bool, read: Sequence[ReadNote] = ()
) -> Original:
    """Return the payment as it stands for one refund beside ``others``: documents of other refunds of the payment.

    What they credit and pay out is known only when they are posted; a refund that is ``decided`` waits no more. The
    notes for what was given back before the sale was invoiced may be among them; nothing waits for those. ``read`` is
    what SYSPRO says of their credit notes.
    """
    states = {one.state for one in others if not is_allocation(one.stripe_id)} - {
        State.POSTED.value,
        State.CANCELLED.value,
    }
    if original.standing != "posted" or decided or not states:
        taken_back = any(one.kind == Kind.INVOICE_CREDIT.value and one.sent for one in others)
        currency = next((one.balance.currency for one in (original.on_account, *original.invoices) if one), "")
        credits_made = credited(others, Money.zero(currency)) if currency else None
        notes, problem = with_read_tax(notes_of(others), others, read)
        return replace(
            original,
            taken_back=taken_back,
            credits=credits_made or None,
            notes=notes,
            notes_problem=problem,
            allocations=_still_paid(original.allocations, opened(others)),
        )
    return Original("moving" if states <= MOVING else "stopped")


def _still_paid(allocations: Sequence[Allocation], again: Mapping[str, int]) -> tuple[Allocation, ...]:
    """Return what of each invoice is still paid, nothing of those that others have opened again."""
    return tuple(
        replace(one, value=replace(one.value, minor=max(0, one.value.minor - again.get(one.invoice, 0))))
        for one in allocations
    )


def _posted(facts: Facts, receipt: OwnDocument, sale: OwnDocument | None) -> Original:
    erp = facts.erp
    is_invoice = sale is not None and sale.kind == Kind.AR_DOCUMENT.value
    invoice = next(iter(erp.invoices), None)
    on_order = sale is not None and not is_invoice
    # Money that paid no invoice is on account: giving it back takes no sale back.
    invoiced = (
        is_invoice or (on_order and bool(erp.order and erp.order.invoiced)) or bool(not sale and receipt.document)
    )
    credited = sale.erp_key if is_invoice and sale else receipt.document if not sale else ""
    if on_order and erp.order is not None:
        credited = invoice.invoice if invoice else erp.order.last_invoice
    on_account = erp.on_account if erp.on_account and erp.on_account.balance.minor < 0 else None
    # What was on account and is no more was allocated to the invoice of the order since.
    allocated = credited if on_order and invoiced and on_account is None else ""
    return Original(
        standing="posted",
        customer=receipt.customer,
        order=sale.erp_key if sale and on_order else "",
        invoiced=invoiced,
        cancelled=bool(erp.order and erp.order.cancelled),
        complete=bool(erp.order and erp.order.status == COMPLETE),
        last_invoice=erp.order.last_invoice if erp.order else "",
        credited=credited,
        paid=receipt.document or allocated or (sale.erp_key if sale is not None and is_invoice else ""),
        on_account=on_account,
        also_on_account=tuple(one for one in erp.also_on_account if one.balance.minor < 0),
        invoices=erp.invoices,
        lines=erp.invoice_lines,
        open_lines=erp.open_lines,
        allocations=() if sale is not None else receipt.allocations,
        taken_from=erp.taken_from,
    )


def _sum(values: Sequence[Money | None]) -> Money | None:
    known = [value for value in values if value is not None]
    if not known or len(known) < len(values):
        return None
    return sum(known[1:], known[0])


def _of_kind(own: Sequence[OwnDocument], kind: Kind) -> OwnDocument | None:
    return next((one for one in own if one.kind == kind.value), None)
