"""The kinds of documents as SYSPRO takes them, one module each; may import what connectors may."""

from collections.abc import Mapping

from agent.domain.kinds import Kind
from connectors.syspro.handling import Handling
from connectors.syspro.kinds import (
    adjustment,
    ar_document,
    bank_receipt,
    cash_entry,
    credit_note,
    credit_note_line,
    custom_form,
    customer,
    customer_change,
    invoice_credit,
    journal,
    order_cancel,
    order_invoice,
    receipt,
    sales_order,
)

#: How each kind is handled.
HANDLINGS: Mapping[Kind, Handling] = {
    Kind.SALES_ORDER: sales_order.HANDLING,
    Kind.RECEIPT: receipt.HANDLING,
    Kind.CUSTOMER: customer.HANDLING,
    Kind.CUSTOMER_CHANGE: customer_change.HANDLING,
    Kind.CUSTOM_FORM: custom_form.HANDLING,
    Kind.AR_DOCUMENT: ar_document.HANDLING,
    Kind.ADJUSTMENT: adjustment.HANDLING,
    Kind.INVOICE_CREDIT: invoice_credit.HANDLING,
    Kind.CREDIT_NOTE: credit_note.HANDLING,
    Kind.CREDIT_NOTE_LINE: credit_note_line.HANDLING,
    Kind.ORDER_INVOICE: order_invoice.HANDLING,
    Kind.ORDER_CANCEL: order_cancel.HANDLING,
    Kind.JOURNAL: journal.HANDLING,
    Kind.CASH_ENTRY: cash_entry.HANDLING,
    Kind.BANK_RECEIPT: bank_receipt.HANDLING,
}
