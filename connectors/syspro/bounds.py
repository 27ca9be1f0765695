"""How much of a receipt an open document can take: read right before the receipt is sent, because people move money."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from agent.domain.errors import NeedsPerson, Problem
from agent.domain.kinds import Adjustment, Allocation, Body, Receipt
from agent.domain.money import Money
from agent.domain.settings import Values
from connectors.syspro import lookups
from connectors.syspro.balances import BalanceRule
from connectors.syspro.receipts import UNAPPLIED
from connectors.syspro.session import EnetSession
from connectors.syspro.tables import Tables, readable


def within_bounds(receipt: Receipt, session: EnetSession, values: Values) -> Receipt:
    """Return ``receipt`` with each bounded allocation cut to what its document has open; the rest stays on account.

    A document that is not there, or whose balance cannot be told, takes nothing.

    Raises:
        Transient: When SYSPRO cannot be read; nothing was sent.
    """
    if not any(part.at_most for part in receipt.allocations):
        return receipt
    with readable():
        return replace(receipt, allocations=tuple(_taken(receipt, session, values)))


def check_credit_notes(body: Body, whose: str, session: EnetSession, values: Values) -> None:
    """Do nothing where each credit note that ``body`` pays out, or sets off, is over just that.

    SYSPRO reckons the tax of a free-form credit note by its own codes, which may be another one than on the invoice.

    Args:
        body: What is about to be sent.
        whose: The document in words.
        session: The session.
        values: The settings in force.

    Raises:
        NeedsPerson: When one is over another amount: SYSPRO would refuse, or leave a rest open that nobody is told of.
        Transient: When SYSPRO cannot be read; nothing was sent.
    """
    customer, parts = _credit_notes(body)
    for part in parts:
        with readable():
            left = _balance(part, customer, session, values)
        if left is not None and left != part.value:
            raise NeedsPerson(_another_value(part, left, body, whose))


def _credit_notes(body: Body) -> tuple[str, list[Allocation]]:
    """Return the customer, and what is taken out of which of its credit notes, below zero."""
    if isinstance(body, Adjustment):
        taken = [Allocation(body.invoice, -body.value, body.transaction_type)]
    else:
        taken = list(body.allocations) if isinstance(body, Receipt) else []
    notes = [
        part
        for part in taken
        if part.document_type == "C"
        and part.invoice
        and part.value.minor < 0
        and not part.invoice.startswith(UNAPPLIED)
    ]
    return getattr(body, "customer", ""), notes


def _another_value(part: Allocation, left: Money, body: Body, whose: str) -> Problem:
    missing = left - part.value
    way = (
        f"In SYSPRO, credit the missing {missing} by a further credit note, pay both out by hand under the reference"
        f" {body.reference}, then press Retry: it is found by that."
        if missing.minor > 0
        else f"Lower credit note {part.invoice} in SYSPRO by {-missing} against the tax ledger code, then press Retry."
    )
    return Problem(
        title="A credit note has another value",
        message=f"{whose}: credit note {part.invoice} is over {-left} in SYSPRO and not over {-part.value}, because"
        " SYSPRO reckons its tax by its own codes, or somebody has changed it.",
        press=f"{way} For later ones name the line that SYSPRO taxes as the sale was in refunds.stock_codes, or set"
        " refunds.credit to auto.",
        code="syspro.credit_note_value",
    )


def _taken(receipt: Receipt, session: EnetSession, values: Values) -> Iterator[Allocation]:
    for part in receipt.allocations:
        value = min(part.value, _open(part, receipt, session, values)) if part.at_most else part.value
        if value:
            yield replace(part, value=value, at_most=False)


def _open(part: Allocation, receipt: Receipt, session: EnetSession, values: Values) -> Money:
    """Return what the document of an allocation has open, never below nothing."""
    nothing = Money.from_decimal(Decimal(0), part.value.currency)
    return max(_balance(part, receipt.customer, session, values) or nothing, nothing)


def _balance(part: Allocation, customer: str, session: EnetSession, values: Values) -> Money | None:
    """Return the balance of the document of an allocation; ``None`` where it is not there, or cannot be told."""
    if not part.invoice:
        return None
    tables = Tables(session, rows=values.integer("syspro.query_rows"))
    row = lookups.ar_document(tables, customer, part.invoice, part.document_type)
    if row is None:
        return None
    rule = BalanceRule(values.text("receipts.foreign_balance"), session.profile().text("LocalCurrencyCode"))
    try:
        return rule.balance(row, part.value.currency)
    except NeedsPerson:
        return None
