"""CSHTWD: cash book deposits and withdrawals (reference, section 2.9; the reply's shape is inferred)."""

from decimal import Decimal

from connectors.sandbox.syspro import xmlout
from connectors.sandbox.syspro.books import Books, Record
from connectors.sandbox.syspro.calls import BusinessObject, Call, Outcome
from connectors.sandbox.syspro.fields import Fields
from connectors.sandbox.syspro.ledger import Entry, Journal, balanced, post_journal
from connectors.sandbox.syspro.made_up import made_up
from connectors.sandbox.syspro.money import ZERO, Currency, currency, plain
from connectors.sandbox.syspro.periods import Period, posting_period
from connectors.sandbox.syspro.postings import run_posting
from connectors.sandbox.syspro.xmlin import Element

ROOT = "postcbdepositswithdrawals"
VERSION = "7.0.016"
"""Version of the object; made up."""


def run(call: Call, books: Books) -> str:
    """Post every transaction added; changing and reconciling are not available here."""
    return run_posting(
        call,
        books,
        (ROOT, VERSION),
        lambda: posting_period(call, books),
        lambda item, period: _post(call, books, item, period),
    )


def _post(call: Call, books: Books, item: Element, period: Period) -> Outcome:
    fields = Fields(item)
    added = item.child("AddTransaction")
    if added is None:
        other = next((element.name for element in item), "")
        fields.refuse(other or "AddTransaction", made_up("not_supported" if other else "nothing_given", other), "")
    fields.stop()
    assert added is not None
    number, bank = _add(call, books, fields.under(added), period)
    key = (
        ("Bank", bank),
        ("TrnYear", period.year),
        ("TrnMonth", f"{period.month:02d}"),
        ("Journal", f"{number:010d}"),
    )
    return Outcome(xmlout.node("Key", xmlout.leaves(key)))


def _add(call: Call, books: Books, fields: Fields, period: Period) -> tuple[int, str]:
    bank = _bank(books, fields)
    fields.needed("DepositOrWithdrawal")
    sign = 1 if fields.choice("DepositOrWithdrawal", "DW", "D") == "D" else -1
    value = fields.number("TransactionValue")
    if value <= 0 and fields.has("TransactionValue"):
        fields.refuse("TransactionValue", made_up("must_be_positive", value))
    day = fields.day("TransactionDate", books.today())
    money = _money(books, fields, bank)
    lines = [_line(books, fields.under(element), money, sign) for element in fields.element.all("LedgerDistribution")]
    spread = -sign * sum((entry.value for entry in lines), ZERO)
    if spread != value:
        fields.refuse("TransactionValue", made_up("not_distributed", plain(value), plain(spread)))
    fields.stop()
    number = books.next_number("cash_journal")
    banked = Entry(bank.text("CashGlCode"), sign * money.local(value), sign * value)
    journal = Journal(
        year=period.year,
        period=period.month,
        day=day,
        source="CS",
        reference=fields.text("Reference", 30),
        notation=fields.text("Narration", 100),
        currency=money.code,
        operator=call.operator,
        entries=balanced([banked, *lines], books.setting("rounding" if money.is_local else "exchange_variance")),
        sub_journal=number,
    )
    post_journal(books, journal)
    books.add("ApBank", (bank.text("Bank"),), {"CbCurBalance": sign * value})
    return number, bank.text("Bank")


def _bank(books: Books, fields: Fields) -> Record:
    given = fields.needed("Bank")
    bank = books.row("ApBank", given) if given else None
    if given and bank is None:
        fields.refuse("Bank", made_up("not_on_file", given, "ApBank"))
    fields.stop()
    assert bank is not None
    return bank


def _money(books: Books, fields: Fields, bank: Record) -> Currency:
    """Return the bank's currency, at the rate given where it is foreign."""
    own, given = bank.text("Currency"), fields.text("PostingCurrency")
    if given and given != own:
        fields.refuse("PostingCurrency", made_up("bank_currency", bank.text("Bank"), own, given))
    money, rate = currency(books, own), fields.number("ExchangeRate", 6, ZERO)
    return money.at(rate) if rate > 0 and not money.is_local else money


def _line(books: Books, line: Fields, money: Currency, sign: int) -> Entry:
    code = line.needed("LedgerCode") and line.code(books, "LedgerCode", "GenMaster", before=(books.options.company,))
    value: Decimal = -sign * line.number("LedgerValue")
    return Entry(code, money.local(value), value, line.text("LedgerNotation", 100))


OBJECT = BusinessObject("CSHTWD", ("Transaction/Post",), run)
