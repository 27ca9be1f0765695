"""Money from and to customers: what a receipt does to the account, the bank and the ledger."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from connectors.sandbox.syspro.books import Books, Record, Value
from connectors.sandbox.syspro.ledger import Entry, Journal, balanced, post_journal
from connectors.sandbox.syspro.money import ZERO, Currency
from connectors.sandbox.syspro.periods import Period
from connectors.sandbox.syspro.receivables import Document, Movement, add_document, move, note_origin

UNAPPLIED_KIND = "C"
"""Document type of an unapplied payment ``_CRDxx`` (reference, section 2.4); its type is inferred."""


@dataclass(frozen=True, slots=True)
class Allocation:
    """One part of a receipt.

    Attributes:
        item: The open document it pays; ``None`` leaves it unapplied.
        gross: What the document goes down by; in the customer's currency.
        discount: Settlement discount within ``gross``.
        purchase_order: Text kept with an unapplied part.
    """

    item: Record | None
    gross: Decimal
    discount: Decimal = ZERO
    purchase_order: str = ""

    @property
    def net(self) -> Decimal:
        """What is received for it."""
        return self.gross - self.discount


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A receipt from one customer into one bank; negative when money goes out.

    Attributes:
        money: The customer's currency at the receipt's rate.
        bank_charge: What the bank kept, in the customer's currency.
    """

    customer: Record
    bank: Record
    money: Currency
    day: date
    period: Period
    reference: str
    notation: str
    operator: str
    bank_charge: Decimal
    allocations: tuple[Allocation, ...]

    @property
    def net(self) -> Decimal:
        """What was received before the bank's charge."""
        return sum((part.net for part in self.allocations), ZERO)


def post_receipt(books: Books, receipt: Receipt) -> int:
    """Post a receipt to the account, the bank and the ledger.

    Returns:
        The receivables journal.
    """
    journal = books.next_number("ar_journal")
    entries = _cash_entries(books, receipt)
    for position, part in enumerate(receipt.allocations, 1):
        entry, invoice = _apply(books, receipt, part, journal)
        entries.append(entry)
        _note_cash(books, receipt, part, invoice, (journal, position))
    books.add("ApBank", (receipt.bank.text("Bank"),), {"CbCurBalance": _in_bank_currency(receipt)})
    books.update("ArCustomer", (receipt.customer.text("Customer"),), {"DateLastPay": receipt.day})
    # Local to local always balances; the rest is what the rate moved between invoice and receipt.
    difference = books.setting("rounding" if receipt.money.is_local else "exchange_variance")
    post_journal(books, _journal(receipt, balanced(entries, difference), journal))
    return journal


def _cash_entries(books: Books, receipt: Receipt) -> list[Entry]:
    local, banked = receipt.money.local, receipt.net - receipt.bank_charge
    discount = sum((part.discount for part in receipt.allocations), ZERO)
    charges, allowed = books.setting("bank_charges"), books.setting("discount_allowed")
    return [
        Entry(receipt.bank.text("CashGlCode"), local(banked), banked),
        Entry(charges, local(receipt.bank_charge), receipt.bank_charge, "Bank charge"),
        Entry(allowed, local(discount), discount, "Settlement discount"),
    ]


def _apply(books: Books, receipt: Receipt, part: Allocation, journal: int) -> tuple[Entry, str]:
    """Post one part; return its ledger entry and the invoice it stands on."""
    movement = Movement(
        kind="P",
        value=part.gross,
        discount=part.discount,
        day=receipt.day,
        period=receipt.period,
        journal=journal,
        reference=receipt.reference,
        notation=receipt.notation,
    )
    if part.item is None:
        item = _unapplied(books, receipt, part)
        note_origin(books, item, movement)
        relieved = receipt.money.local(part.gross)
    else:
        # Read again: an earlier part of the same receipt may have moved the same document.
        item = books.row("ArInvoice", *(part.item.text(name) for name in books.schema["ArInvoice"].key)) or part.item
        relieved = move(books, item, movement)
    invoice = item.text("Invoice")
    return Entry(books.setting("ar_control"), -relieved, -part.gross, invoice), invoice


def _unapplied(books: Books, receipt: Receipt, part: Allocation) -> Record:
    customer = receipt.customer.text("Customer")
    invoice = f"_CRD{books.next_number('unapplied ' + customer):02d}"
    document = Document(
        customer=receipt.customer,
        invoice=invoice,
        kind=UNAPPLIED_KIND,
        day=receipt.day,
        period=receipt.period,
        money=receipt.money,
        value=-part.gross,
        tax=ZERO,
        more={"CustomerPoNumber": part.purchase_order},
    )
    add_document(books, document)
    item = books.row("ArInvoice", customer, invoice, UNAPPLIED_KIND)
    assert item is not None
    return item


def _note_cash(books: Books, receipt: Receipt, part: Allocation, invoice: str, place: tuple[int, int]) -> None:
    """Note one part in the cash book's list of receipts; ``place`` is the journal and its entry."""
    row: dict[str, Value] = {
        "Journal": place[0],
        "EntryNumber": place[1],
        "Customer": receipt.customer.text("Customer"),
        "Invoice": invoice,
        "Bank": receipt.bank.text("Bank"),
        "CbTrnDate": receipt.day,
        "GrossPayment": part.gross,
        "NetPayment": part.net,
        "Reference": receipt.reference,
        "TrnYear": receipt.period.year,
        "TrnMonth": receipt.period.month,
    }
    books.insert("CshArPayments", row)


def _in_bank_currency(receipt: Receipt) -> Decimal:
    banked = receipt.net - receipt.bank_charge
    same = receipt.bank.text("Currency") == receipt.money.code
    return banked if same else receipt.money.local(banked)


def _journal(receipt: Receipt, entries: tuple[Entry, ...], journal: int) -> Journal:
    return Journal(
        year=receipt.period.year,
        period=receipt.period.month,
        day=receipt.day,
        source="AR",
        reference=receipt.reference,
        notation=receipt.notation,
        currency=receipt.money.code,
        operator=receipt.operator,
        entries=entries,
        sub_journal=journal,
    )
