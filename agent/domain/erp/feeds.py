"""The tables that can be read as a whole and by what changed, and what such a reading yields."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any, Generic, TypeVar

from agent.domain.erp.customers import CustomerRow, InvoiceRow, OrderLineRow, OrderRow
from agent.domain.erp.lists import FormRow
from agent.domain.erp.payments import BankedRow, LedgerEntryRow, PaymentRow
from agent.domain.erp.stock import ContractPriceRow, PriceRow, StockRow, WarehouseRow

Key = tuple[str, ...]
"""A row's key: SYSPRO's key columns in their order, as stored, numbers plain."""

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Feed(Generic[R]):
    """A table that can be read.

    Attributes:
        name: Name of the feed, such as ``stock``.
        row: Type of its rows.
        key: Fields of the row that are SYSPRO's key, in its order.
        lookups: Fields by which rows can be asked for.
    """

    name: str
    row: type[R]
    key: tuple[str, ...]
    lookups: tuple[str, ...]

    def key_of(self, row: R) -> Key:
        """Return the key of one of its rows."""
        return tuple(str(getattr(row, field)) for field in self.key)


STOCK = Feed("stock", StockRow, ("stock_code",), ("stock_code",))
PRICES = Feed("prices", PriceRow, ("stock_code", "price_code"), ("stock_code",))
CONTRACT_PRICES = Feed(
    "contract_prices",
    ContractPriceRow,
    ("contract_type", "holder", "stock_code", "contract"),
    ("stock_code", "holder"),
)
WAREHOUSE_STOCK = Feed("warehouse_stock", WarehouseRow, ("stock_code", "warehouse"), ("stock_code",))
CUSTOMERS = Feed("customers", CustomerRow, ("customer",), ("customer", "email", "company_tax_number"))
INVOICES = Feed("invoices", InvoiceRow, ("customer", "invoice", "document_type"), ("customer", "invoice"))
ORDERS = Feed("orders", OrderRow, ("sales_order",), ("customer", "sales_order"))
ORDER_LINES = Feed("order_lines", OrderLineRow, ("sales_order", "line"), ("sales_order",))
PAYMENTS = Feed(
    "payments", PaymentRow, ("customer", "invoice", "document_type", "entry"), ("customer", "invoice", "reference")
)
BANKED = Feed("banked", BankedRow, ("customer", "invoice", "journal", "bank"), ("customer",))
LEDGER_ENTRIES = Feed(
    "ledger_entries", LedgerEntryRow, ("year", "period", "journal", "entry"), ("ledger_code", "reference")
)
STOCK_FORMS = Feed("stock_forms", FormRow, ("key",), ("key",))
CUSTOMER_FORMS = Feed("customer_forms", FormRow, ("key",), ("key",))

FEEDS: tuple[Feed[Any], ...] = (
    STOCK,
    PRICES,
    CONTRACT_PRICES,
    WAREHOUSE_STOCK,
    CUSTOMERS,
    INVOICES,
    ORDERS,
    ORDER_LINES,
    PAYMENTS,
    BANKED,
    LEDGER_ENTRIES,
    STOCK_FORMS,
    CUSTOMER_FORMS,
)
"""Every feed."""


@dataclass(frozen=True, slots=True)
class Page(Generic[R]):
    """Some rows, and where to go on.

    Attributes:
        rows: Rows; may be none.
        watermark: Where the next reading goes on when this page is done with. Store it in the transaction that stores
            what was made of the rows; its bytes mean nothing to anybody but the reader.
        last: Whether this reading ends with it.
    """

    rows: tuple[R, ...]
    watermark: bytes
    last: bool


@dataclass(frozen=True, slots=True)
class StampPage:
    """Keys and versions of some rows, column by column, because a hundred thousand are compared at once.

    Attributes:
        keys: For each key column of the feed the texts of all rows, as :data:`Key` has them.
        versions: The version of each row: bytes that are equal as long as nobody writes the row.
    """

    keys: tuple[Sequence[str], ...]
    versions: Sequence[bytes]


def content_hash(row: Any) -> bytes:
    """Return 16 bytes that are equal for rows with equal content.

    Decimals count by their value, not by their trailing zeros: SQL and e.net write them differently.
    """
    values = [value if value.__class__ is str else _plain(value) for value in _values_of(row.__class__)(row)]
    return hashlib.blake2b(repr(values).encode(), digest_size=16).digest()


@cache
def _values_of(row: Any) -> Callable[[Any], tuple[Any, ...]]:
    return attrgetter(*(field.name for field in fields(row)))


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value.normalize()) if value else "0"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return sorted(value.items()) if isinstance(value, Mapping) else value
