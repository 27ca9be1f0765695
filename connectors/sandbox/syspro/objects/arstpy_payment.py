"""The ``Payment`` of ARSTPY: what it pays, how it is distributed, into which bank (reference, section 2.4)."""

from collections.abc import Iterable
from decimal import Decimal

from connectors.sandbox.syspro import keys
from connectors.sandbox.syspro.books import Books, Record
from connectors.sandbox.syspro.calls import Call
from connectors.sandbox.syspro.fields import Fields
from connectors.sandbox.syspro.made_up import made_up
from connectors.sandbox.syspro.money import ZERO, Currency, plain
from connectors.sandbox.syspro.periods import Period
from connectors.sandbox.syspro.receipts import Allocation, Receipt, post_receipt
from connectors.sandbox.syspro.receivables import customer_currency, fits, open_item

UNAPPLIED_TEXT = "Unapplied cash"
"""Default purchase order of an unapplied payment (reference, section 2.4)."""


def post_payment(call: Call, books: Books, fields: Fields, period: Period, _warned: list[str]) -> int:
    """Post one payment and return its journal.

    Raises:
        Refused: With everything that is wrong with it.
    """
    customer = needed_customer(books, fields)
    value = fields.number("PaymentValue")
    reference = fields.text("Reference", 30)
    notation = fields.needed("JournalNotation")[:50]
    day = fields.day("PaymentDate", books.today())
    fields.choice("PaymentType", "CSO", "O")
    charge = bank_charge(books, fields)
    fields.stop()
    assert customer is not None
    money = _at_given_rate(fields, customer_currency(books, customer))
    bank = bank_to_use(books, fields, money.code)
    parts = [*_invoices(books, fields, customer), *_unapplied(books, fields, customer)]
    parts.extend(_oldest_first(books, fields, customer, value - _net(parts)))
    parts = _distributed(call, books, fields, customer, value, parts)
    fields.stop()
    receipt = Receipt(
        customer=customer,
        bank=bank,
        money=money,
        day=day,
        period=period,
        reference=reference,
        notation=notation,
        operator=call.operator,
        bank_charge=charge,
        allocations=tuple(parts),
    )
    return post_receipt(books, receipt)


def needed_customer(books: Books, fields: Fields) -> Record | None:
    """Return the customer named, noting a fault when there is none."""
    given = fields.needed("Customer")
    customer = books.row("ArCustomer", keys.customer_key(books.options, given)) if given else None
    if given and customer is None:
        fields.refuse("Customer", made_up("not_on_file", given, "ArCustomer"))
    return customer


def bank_to_use(books: Books, fields: Fields, currency_code: str) -> Record:
    """Return the bank: the one given where the site uses deposit slips, else the operator's.

    A bank takes money in its own currency or, when it is a local one, in any currency at the rate.

    Raises:
        Refused: When the bank is not on file or takes other currencies only.
    """
    given = fields.text("Bank") if books.options.bank_deposit_slip else ""
    bank = books.row("ApBank", given or books.setting("default_bank"))
    if bank is None:
        fields.refuse("Bank", made_up("not_on_file", given, "ApBank"))
    elif bank.text("Currency") not in {currency_code, books.setting("local_currency")}:
        fields.refuse("Bank", made_up("bank_currency", given, bank.text("Currency"), currency_code))
    fields.stop()
    assert bank is not None
    return bank


def bank_charge(books: Books, fields: Fields) -> Decimal:
    """Return what the bank keeps, noting a fault where the site allows no charge or it is below zero."""
    charge = fields.number("BankChargeValue", default=ZERO)
    if charge and not books.options.bank_charges_allowed:
        fields.refuse("BankChargeValue", made_up("bank_charge_refused"))
    if charge < 0:
        fields.refuse("BankChargeValue", made_up("must_be_positive", charge))
    return charge


def _at_given_rate(fields: Fields, money: Currency) -> Currency:
    rate = fields.number("DefaultExchangeRateToUse", 6, ZERO)
    return money.at(rate) if rate > 0 and not money.is_local else money


def _invoices(books: Books, fields: Fields, customer: Record) -> Iterable[Allocation]:
    taken: dict[tuple[str, str], Decimal] = {}
    for element in fields.element.all("InvoiceToPay"):
        line = fields.under(element)
        kind = line.choice("TransactionType", "ICD", "I")
        given = line.needed("Invoice")
        item = open_item(books, customer.text("Customer"), keys.invoice_key(books.options, given), kind)
        if item is None:
            if given:
                line.refuse("Invoice", made_up("not_on_file", given, "ArInvoice"))
            continue
        key = (kind, item.text("Invoice"))
        gross = line.number("GrossPaymentValue", default=item.number("InvoiceBal1") - taken.get(key, ZERO))
        taken[key] = taken.get(key, ZERO) + gross
        if not fits(item, taken[key]):
            line.refuse("GrossPaymentValue", made_up("over_balance", gross, plain(item.number("InvoiceBal1")), given))
        if gross < 0 and item.number("CurrencyValue") > 0 and not books.options.negative_payments_allowed:
            line.refuse("GrossPaymentValue", made_up("negative_refused"))
        yield Allocation(item, gross, line.number("DiscountValue", default=ZERO))


def _unapplied(books: Books, fields: Fields, customer: Record) -> Iterable[Allocation]:
    for element in fields.element.all("UnappliedPayment"):
        line = fields.under(element)
        gross = line.number("GrossPaymentValue")
        if gross == 0:
            line.refuse("GrossPaymentValue", made_up("must_not_be_zero"))
        if gross < 0 and not books.options.negative_payments_allowed:
            line.refuse("GrossPaymentValue", made_up("negative_refused"))
        if customer.text("UnappPayAllowed") == "N":
            line.refuse("GrossPaymentValue", made_up("unapplied_refused", customer.text("Customer")))
        yield Allocation(None, gross, ZERO, line.text("CustomerPurchaseOrder", 30) or UNAPPLIED_TEXT)


def _oldest_first(books: Books, fields: Fields, customer: Record, left: Decimal) -> Iterable[Allocation]:
    """Apply what is left to open invoices by age where AutomaticPaymentsOptions ask for it."""
    options = fields.element.child("AutomaticPaymentsOptions")
    if options is None or options.text("ApplyAutomaticPayments") != "Y":
        return
    order = "InvoiceDate, Invoice" if options.text("AutomaticPaymentsSequence") == "D" else "Invoice"
    where = f"Customer = ? AND DocumentType = 'I' AND InvoiceBal1 > 0 ORDER BY {order}"
    for item in books.rows("ArInvoice", where, customer.text("Customer")):
        gross = min(left, item.number("InvoiceBal1"))
        if gross <= 0:
            return
        left -= gross
        yield Allocation(item, gross)


def _distributed(
    call: Call, books: Books, fields: Fields, customer: Record, value: Decimal, parts: list[Allocation]
) -> list[Allocation]:
    """Apply AutoCorrectPaymentValue: N refuses a difference, Y forces the value, U leaves the rest unapplied."""
    correct = Fields(call.parameters, found=fields.found).choice("AutoCorrectPaymentValue", "NYU", "N")
    rest = value - _net(parts)
    if rest and correct == "U" and (rest > 0 or books.options.negative_payments_allowed):
        if customer.text("UnappPayAllowed") == "N":
            fields.refuse("PaymentValue", made_up("unapplied_refused", customer.text("Customer")))
        parts = [*parts, Allocation(None, rest, ZERO, UNAPPLIED_TEXT)]
    elif rest and correct != "Y":
        fields.refuse("PaymentValue", made_up("not_distributed", plain(value), plain(_net(parts))))
    if _net(parts) < 0 and not books.options.negative_payments_allowed:
        fields.refuse("PaymentValue", made_up("negative_refused"))
    if not value and not _net(parts) and not books.options.zero_payments_allowed:
        fields.refuse("PaymentValue", made_up("must_not_be_zero"))
    if not parts:
        fields.refuse("PaymentValue", made_up("nothing_given"))
    return parts


def _net(parts: list[Allocation]) -> Decimal:
    return sum((part.net for part in parts), ZERO)
