"""The ``Adjustments`` and ``MiscellaneousReceipt`` of ARSTPY (reference, section 2.4)."""

from decimal import Decimal

from connectors.sandbox.syspro import keys
from connectors.sandbox.syspro.books import Books, Record
from connectors.sandbox.syspro.calls import Call
from connectors.sandbox.syspro.fields import Fields
from connectors.sandbox.syspro.ledger import Entry, Journal, balanced, post_journal
from connectors.sandbox.syspro.made_up import made_up
from connectors.sandbox.syspro.money import ZERO, Currency, currency, plain
from connectors.sandbox.syspro.objects.arstpy_payment import bank_charge, bank_to_use, needed_customer
from connectors.sandbox.syspro.periods import Period
from connectors.sandbox.syspro.receivables import Movement, customer_currency, move, open_item


def post_adjustments(call: Call, books: Books, fields: Fields, period: Period, _warned: list[str]) -> int:
    """Adjust open documents; a positive value raises the balance, a negative one lowers it (sign inferred).

    Returns:
        The receivables journal.

    Raises:
        Refused: Also when the customer is on hold (reference, section 4).
    """
    customer = needed_customer(books, fields)
    if customer is not None and customer.text("CustomerOnHold") == "Y":
        fields.refuse("Customer", made_up("customer_on_hold", customer.text("Customer")))
    lines = [fields.under(element) for element in fields.element.all("InvoiceToAdjust")]
    if not lines:
        fields.refuse("InvoiceToAdjust", made_up("nothing_given"))
    fields.stop()
    assert customer is not None
    journal = books.next_number("ar_journal")
    for line in lines:
        _adjust(call, books, line, customer, (period, journal))
    return journal


def post_miscellaneous(call: Call, books: Books, fields: Fields, period: Period, warned: list[str]) -> int:
    """Receive money that belongs to no customer: Dr the bank and its charge, Cr the ledger code given.

    That the bank receives less by its charge is inferred.

    Returns:
        The cash book journal.

    Raises:
        Refused: With everything that is wrong with it; a negative value only warns unless warnings are errors.
    """
    value, charge = fields.number("MiscellaneousReceiptValue"), bank_charge(books, fields)
    if value == 0:
        fields.refuse("MiscellaneousReceiptValue", made_up("must_not_be_zero"))
    _warn_negative(call, fields, value, warned)
    fields.needed("JournalNotation")
    fields.day("MiscellaneousReceiptDate", books.today())
    company = (books.options.company,)
    fields.needed("CreditLedgerCode")
    codes = [fields.code(books, name, "GenMaster", before=company) for name in ("DebitLedgerCode", "CreditLedgerCode")]
    code = fields.code(books, "Currency", "TblCurrency")
    fields.stop()
    bank = bank_to_use(books, fields, code or _bank_currency(books, fields))
    money, banked = currency(books, code or bank.text("Currency")), value - charge
    if not codes[0]:
        same = bank.text("Currency") == money.code
        books.add("ApBank", (bank.text("Bank"),), {"CbCurBalance": banked if same else money.local(banked)})
    entries = [
        Entry(codes[0] or bank.text("CashGlCode"), money.local(banked), banked),
        Entry(books.setting("bank_charges"), money.local(charge), charge, "Bank charge"),
        Entry(codes[1], -money.local(value), -value),
    ]
    difference = books.setting("rounding" if money.is_local else "exchange_variance")
    return _post_cash(books, fields, (period, call.operator), money, balanced(entries, difference))


def _post_cash(
    books: Books, fields: Fields, place: tuple[Period, str], money: Currency, entries: tuple[Entry, ...]
) -> int:
    period, operator = place
    number = books.next_number("cash_journal")
    journal = Journal(
        year=period.year,
        period=period.month,
        day=fields.day("MiscellaneousReceiptDate", books.today()),
        source="CS",
        reference=fields.text("Reference", 30),
        notation=fields.text("JournalNotation", 100),
        currency=money.code,
        operator=operator,
        entries=entries,
        sub_journal=number,
    )
    post_journal(books, journal)
    return number


def _warn_negative(call: Call, fields: Fields, value: Decimal, warned: list[str]) -> None:
    if value >= 0:
        return
    if call.parameters.text("IgnoreWarnings") == "Y":
        warned.append(made_up("negative_receipt").text)
    else:
        fields.refuse("MiscellaneousReceiptValue", made_up("negative_receipt"))


def _bank_currency(books: Books, fields: Fields) -> str:
    bank = books.row("ApBank", fields.text("Bank") or books.setting("default_bank"))
    return bank.text("Currency") if bank else books.setting("local_currency")


def _adjust(call: Call, books: Books, line: Fields, customer: Record, place: tuple[Period, int]) -> None:
    period, journal = place
    kind, given = line.choice("TransactionType", "ICD", "I"), line.needed("Invoice")
    item = open_item(books, customer.text("Customer"), keys.invoice_key(books.options, given), kind)
    if given and item is None:
        line.refuse("Invoice", made_up("not_on_file", given, "ArInvoice"))
    value = line.number("AdjustmentValue")
    if value == 0:
        line.refuse("AdjustmentValue", made_up("must_not_be_zero"))
    notation = line.needed("JournalNotation")
    account = line.code(
        books, "AdjustmentLedgerCode", "GenMaster", books.setting("adjustments"), before=(books.options.company,)
    )
    if item is not None and abs(value) > abs(item.number("InvoiceBal1")) and value * item.number("InvoiceBal1") < 0:
        line.refuse("AdjustmentValue", made_up("over_balance", value, plain(item.number("InvoiceBal1")), given))
    line.stop()
    assert item is not None
    movement = Movement(
        kind="A",
        value=-value,
        discount=ZERO,
        day=books.today(),
        period=period,
        journal=journal,
        reference=line.text("Reference", 30),
        notation=notation[:50],
    )
    control = -move(books, item, movement)
    money = customer_currency(books, customer)
    _post_adjustment(books, movement, (control, value, account), money, call.operator)


def _post_adjustment(
    books: Books, movement: Movement, amounts: tuple[Decimal, Decimal, str], money: Currency, operator: str
) -> None:
    control, value, account = amounts
    entries = [Entry(books.setting("ar_control"), control, value), Entry(account, -control, -value)]
    journal = Journal(
        year=movement.period.year,
        period=movement.period.month,
        day=movement.day,
        source="AR",
        reference=movement.reference,
        notation=movement.notation,
        currency=money.code,
        operator=operator,
        entries=tuple(entries),
        sub_journal=movement.journal,
    )
    post_journal(books, journal)
