"""SYSPRO's tables as rows with types: what the catalogue, the customers, the prices and the portal are made from.

A :class:`Feed` names one table that can be read by what changed, in whole, and by a few columns. Texts are trimmed, one
blank is empty, keys are as SYSPRO stores them. Prices and quantities are ``Decimal``, as SYSPRO keeps them: they become
:class:`~agent.domain.money.Money` where their currency and its decimals are known.
Source of tables and columns: SYSPRO reference, section 3.5 and its appendices; only columns that are sure are here.
"""

from agent.domain.erp.customers import CustomerRow, InvoiceRow, OrderLineRow, OrderRow
from agent.domain.erp.feeds import (
    BANKED,
    CONTRACT_PRICES,
    CUSTOMER_FORMS,
    CUSTOMERS,
    FEEDS,
    INVOICES,
    LEDGER_ENTRIES,
    ORDER_LINES,
    ORDERS,
    PAYMENTS,
    PRICES,
    STOCK,
    STOCK_FORMS,
    WAREHOUSE_STOCK,
    Feed,
    Key,
    Page,
    StampPage,
    content_hash,
)
from agent.domain.erp.lists import CodeList, CodeRow, FormRow, LedgerRow
from agent.domain.erp.payments import BankedRow, LedgerEntryRow, PaymentRow
from agent.domain.erp.stock import ContractPriceRow, PriceRow, StockRow, WarehouseRow

__all__ = [
    "BANKED",
    "CONTRACT_PRICES",
    "CUSTOMERS",
    "CUSTOMER_FORMS",
    "FEEDS",
    "INVOICES",
    "LEDGER_ENTRIES",
    "ORDERS",
    "ORDER_LINES",
    "PAYMENTS",
    "PRICES",
    "STOCK",
    "STOCK_FORMS",
    "WAREHOUSE_STOCK",
    "BankedRow",
    "CodeList",
    "CodeRow",
    "ContractPriceRow",
    "CustomerRow",
    "Feed",
    "FormRow",
    "InvoiceRow",
    "Key",
    "LedgerEntryRow",
    "LedgerRow",
    "OrderLineRow",
    "OrderRow",
    "Page",
    "PaymentRow",
    "PriceRow",
    "StampPage",
    "StockRow",
    "WarehouseRow",
    "content_hash",
]
