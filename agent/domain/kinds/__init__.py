"""The kinds of documents: one dataclass each, whose fields carry their own declaration.

A field's :class:`Target` gives SYSPRO's element, length, table of allowed values and help; the editor, the validation,
the template and the help page all come from it. A new kind is a module here, a builder in ``connectors/syspro/xml``
and a golden file.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from agent.domain.kinds.adjustment import Adjustment, is_adjustment
from agent.domain.kinds.ar_document import ArDocument
from agent.domain.kinds.bank_receipt import BankReceipt
from agent.domain.kinds.base import Body, FieldType, Kind, Target, target, targets_of
from agent.domain.kinds.cash_entry import CashEntry, CashLine
from agent.domain.kinds.credit_note import CreditNote, CreditNoteLine, InvoiceCredit
from agent.domain.kinds.custom_form import CustomForm
from agent.domain.kinds.customer import Customer
from agent.domain.kinds.customer_change import CustomerChange
from agent.domain.kinds.journal import Journal, JournalLine
from agent.domain.kinds.order_step import OrderCancel, OrderInvoice
from agent.domain.kinds.receipt import Allocation, Receipt
from agent.domain.kinds.sales_order import OrderLine, OrderOptions, SalesOrder

#: The dataclass of each kind.
BODIES: dict[Kind, type[Body]] = {
    Kind.CUSTOMER: Customer,
    Kind.CUSTOMER_CHANGE: CustomerChange,
    Kind.CUSTOM_FORM: CustomForm,
    Kind.SALES_ORDER: SalesOrder,
    Kind.RECEIPT: Receipt,
    Kind.AR_DOCUMENT: ArDocument,
    Kind.ADJUSTMENT: Adjustment,
    Kind.INVOICE_CREDIT: InvoiceCredit,
    Kind.CREDIT_NOTE: CreditNote,
    Kind.CREDIT_NOTE_LINE: CreditNoteLine,
    Kind.ORDER_INVOICE: OrderInvoice,
    Kind.ORDER_CANCEL: OrderCancel,
    Kind.JOURNAL: Journal,
    Kind.CASH_ENTRY: CashEntry,
    Kind.BANK_RECEIPT: BankReceipt,
}

#: Kinds that SYSPRO keeps in its cash book, which shows in the ledger at once only where the site has it so.
IN_CASH_BOOK = frozenset({Kind.CASH_ENTRY, Kind.BANK_RECEIPT})


def with_keys(body: Body, keys: Mapping[str, str]) -> Body:
    """Return ``body`` with SYSPRO keys that were not known when it was decided.

    Args:
        body: What is about to be posted.
        keys: Attribute -> key; ``allocations`` fills the document that a receipt's allocations leave open.
    """
    if isinstance(body, Receipt):
        return body.paying(keys.get("allocations", ""))
    keyed: Body = replace(cast("Any", body), **keys)
    return keyed


def may_lack(body: Body, attribute: str) -> bool:
    """Return whether ``body`` can be posted although the key for ``attribute`` is not there: it waits for nothing.

    So a receipt goes on account where the invoice that it would pay was refused.
    """
    is_bound = attribute == "allocations" and isinstance(body, Receipt)
    return is_bound and all(part.at_most for part in cast("Receipt", body).allocations)


__all__ = [
    "BODIES",
    "IN_CASH_BOOK",
    "Adjustment",
    "Allocation",
    "ArDocument",
    "BankReceipt",
    "Body",
    "CashEntry",
    "CashLine",
    "CreditNote",
    "CreditNoteLine",
    "CustomForm",
    "Customer",
    "CustomerChange",
    "FieldType",
    "InvoiceCredit",
    "Journal",
    "JournalLine",
    "Kind",
    "OrderCancel",
    "OrderInvoice",
    "OrderLine",
    "OrderOptions",
    "Receipt",
    "SalesOrder",
    "Target",
    "is_adjustment",
    "may_lack",
    "target",
    "targets_of",
    "with_keys",
]
