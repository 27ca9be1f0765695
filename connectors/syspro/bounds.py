"""How much of a receipt an open document can take: read right before the receipt is sent, because people move money."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from agent.domain.errors import NeedsPerson
from agent.domain.kinds import Allocation, Receipt
from agent.domain.money import Money
from agent.domain.settings import Values
from connectors.syspro import lookups
from connectors.syspro.balances import BalanceRule
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


def _taken(receipt: Receipt, session: EnetSession, values: Values) -> Iterator[Allocation]:
    for part in receipt.allocations:
        value = min(part.value, _open(part, receipt, session, values)) if part.at_most else part.value
        if value:
            yield replace(part, value=value, at_most=False)


def _open(part: Allocation, receipt: Receipt, session: EnetSession, values: Values) -> Money:
    """Return what the document of an allocation has open, never below nothing."""
    nothing = Money.from_decimal(Decimal(0), part.value.currency)
    if not part.invoice:
        return nothing
    tables = Tables(session, rows=values.integer("syspro.query_rows"))
    row = lookups.ar_document(tables, receipt.customer, part.invoice, part.document_type)
    if row is None:
        return nothing
    rule = BalanceRule(values.text("receipts.foreign_balance"), session.profile().text("LocalCurrencyCode"))
    try:
        left = rule.balance(row, part.value.currency)
    except NeedsPerson:
        return nothing
    return max(left, nothing)
