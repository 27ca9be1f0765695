"""What the B2B portal's customers may know, out of SYSPRO's tables (``agent.ports.Shop``)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from agent.domain.catalogue.quantity import Terms, available
from agent.domain.erp import (
    INVOICES,
    ORDER_LINES,
    ORDERS,
    STOCK,
    WAREHOUSE_STOCK,
    CustomerRow,
    InvoiceRow,
    OrderLineRow,
    OrderRow,
    WarehouseRow,
)
from agent.domain.errors import NeedsPerson, Problem
from agent.domain.placing import Placed
from agent.domain.portal import Wish, open_balance
from agent.domain.prices import PriceAnswer
from agent.ports import ErpTables
from jobs.ask_prices import AskPrices
from jobs.place_order import PlaceOrder

#: Documents of SorMaster that are no orders of the customer's; source: reference, section 4 (C credit note).
_CREDIT = "C"


@dataclass(frozen=True, slots=True)
class Counting:
    """How available quantities are counted.

    Attributes:
        terms: Formula of the available quantity.
        warehouses: Those that count; empty for all.
    """

    terms: Terms
    warehouses: Sequence[str] = ()


class TableShop:
    """Answers from the tables.

    Args:
        tables: SYSPRO's tables.
        asking: Answers questions about prices.
        syspro: When prices are asked of SYSPRO itself: setting ``prices.ask_syspro``.
        counting: How available quantities are counted.
        foreign_balance: Setting ``receipts.foreign_balance``.
        placing: Places orders; ``None`` where none are taken.
    """

    def __init__(
        self,
        tables: ErpTables,
        asking: AskPrices,
        *,
        syspro: str,
        counting: Counting,
        foreign_balance: str,
        placing: PlaceOrder | None = None,
    ) -> None:
        self._tables = tables
        self._asking = asking
        self._syspro = syspro
        self._counting = counting
        self._foreign_balance = foreign_balance
        self._placing = placing

    def prices(
        self, customer: str, questions: Sequence[tuple[str, Decimal]]
    ) -> tuple[CustomerRow, Sequence[PriceAnswer]]:
        """Return the customer and the prices, an answer a question in their order."""
        return self._asking.ask(customer, questions, syspro=self._syspro)

    def stock(self, codes: Sequence[str]) -> Mapping[str, tuple[int, str]]:
        """Return the available quantity and the unit of those stock codes that SYSPRO sells."""
        with self._tables.session() as session:
            sold = {row.stock_code: row for row in session.rows(STOCK, "stock_code", codes) if not row.on_hold}
            rows = session.rows(WAREHOUSE_STOCK, "stock_code", sorted(sold)) if sold else ()
        counted = frozenset(self._counting.warehouses)
        held: dict[str, list[WarehouseRow]] = {}
        for row in rows:
            if not counted or row.warehouse in counted:
                held.setdefault(row.stock_code, []).append(row)
        return {
            code: (available(self._counting.terms, held.get(code, ())), row.stock_uom) for code, row in sold.items()
        }

    def orders(self, customer: str) -> Sequence[OrderRow]:
        """Return the customer's orders, newest first; credit notes are not among them."""
        with self._tables.session() as session:
            rows = session.rows(ORDERS, "customer", [customer])
        found = [row for row in rows if row.customer == customer and row.document_type != _CREDIT]
        return sorted(found, key=lambda row: (row.ordered_on or date.min, row.sales_order), reverse=True)

    def order(self, customer: str, number: str) -> tuple[OrderRow, Sequence[OrderLineRow]] | None:
        """Return one order of the customer with its lines; ``None`` also where it is another's."""
        with self._tables.session() as session:
            rows = session.rows(ORDERS, "sales_order", [number])
            mine = [row for row in rows if row.customer == customer and row.document_type != _CREDIT]
            if len(mine) != 1:
                return None
            lines = session.rows(ORDER_LINES, "sales_order", [mine[0].sales_order])
        return mine[0], sorted(lines, key=lambda line: line.line)

    def invoices(self, customer: str, *, only_open: bool) -> Sequence[tuple[InvoiceRow, Decimal | None]]:
        """Return the customer's documents, newest first, with what is open in their own currency."""
        with self._tables.session() as session:
            rows = session.rows(INVOICES, "customer", [customer])
        found = [row for row in rows if row.customer == customer and (row.balance or not only_open)]
        found.sort(key=lambda row: (row.invoiced_on or date.min, row.invoice), reverse=True)
        return [(row, open_balance(row, self._foreign_balance)) for row in found]

    def place(self, customer: str, wish: Wish) -> Placed:
        """Place an order: on a page on which it is paid, or on account."""
        if self._placing is None:
            raise NeedsPerson(Problem("No orders", "Orders cannot be placed here.", code="order.set_up"))
        return self._placing.place(customer, wish)
