"""Posting periods: receivables know current, previous and before previous; the ledger a year and a number.

Months close by a run, not by the date (reference, section 4, "Periods"): the periods stay where they are until
``month_end`` moves them.
"""

import calendar
from dataclasses import dataclass
from datetime import date

from connectors.sandbox.syspro.books import Books
from connectors.sandbox.syspro.calls import Call
from connectors.sandbox.syspro.fields import Fields
from connectors.sandbox.syspro.ledger import PERIODS
from connectors.sandbox.syspro.made_up import made_up

_LETTERS = "CPB"
_BALANCES = {"C": (1,), "P": (1, 2), "B": (1, 2, 3)}


@dataclass(frozen=True, slots=True)
class Period:
    """A receivables period.

    Attributes:
        letter: C current, P previous, B before previous.
        year: Its calendar and ledger year.
        month: Its month, which is its ledger period too.
    """

    letter: str
    year: int
    month: int

    @property
    def balances(self) -> tuple[int, ...]:
        """The balance columns (``InvoiceBal1`` to ``3``) that a posting to this period moves."""
        return _BALANCES[self.letter]


def posting_period(call: Call, books: Books) -> Period:
    """Return the period that the parameter PostingPeriod asks for.

    Raises:
        Refused: When it is none of C, P, B, or is closed.
    """
    fields = Fields(call.parameters)
    letter = fields.choice("PostingPeriod", _LETTERS, "C")
    closed = letter in books.options.closed_periods or call.strike("period_closed")
    if closed:
        fields.refuse("PostingPeriod", made_up("period_closed", letter), letter)
    fields.stop()
    return period_of(books, letter)


def period_of(books: Books, letter: str) -> Period:
    """Return the period C, P or B, open or not."""
    control = books.row("ArControl", "CT")
    assert control is not None
    months = control.whole("ArUpdYear") * 12 + control.whole("ArUpdMonth") - 1 - _LETTERS.index(letter)
    return Period(letter, months // 12, months % 12 + 1)


def ledger_period_open(books: Books, year: int, period: int) -> bool:
    """Return whether journals may go to a ledger period: this year up to the current one, or last year."""
    control = books.row("GenControl", books.options.company)
    assert control is not None
    current_year, current = control.whole("GlYear"), control.whole("GlPeriod")
    in_reach = (year == current_year and 1 <= period <= current) or (
        year == current_year - 1 and 1 <= period <= PERIODS
    )
    return in_reach and f"{year}-{period:02d}" not in books.options.closed_ledger_periods


def period_ends(year: int) -> list[date]:
    """Return the last days of the 15 periods of a year: its months, then three for adjustments at its end."""
    months = [date(year, month, calendar.monthrange(year, month)[1]) for month in range(1, 13)]
    return [*months, *([date(year, 12, 31)] * (PERIODS - 12))]


def month_end(books: Books) -> Period:
    """Move every module on by one month: balances become those of the previous period, and so on back."""
    with books.transaction():
        current = period_of(books, "C")
        year, month = (current.year, current.month + 1) if current.month < 12 else (current.year + 1, 1)
        books.update(
            "ArControl", ("CT",), {"ArUpdYear": year, "ArUpdMonth": month, "SaUpdYear": year, "SaUpdMonth": month}
        )
        books.update("InvControl", ("CT",), {"InvUpdYear": year, "InvUpdMonth": month})
        write_ledger_control(books, year, month)
        if year != current.year:
            _carry_forward(books, year)
        books.connection.execute("UPDATE ArInvoice SET InvoiceBal3 = InvoiceBal2, InvoiceBal2 = InvoiceBal1")
        books.connection.execute(
            "UPDATE ArCustomerBal SET CurrentBalance3 = CurrentBalance2, CurrentBalance2 = CurrentBalance1"
        )
    return Period("C", year, month)


def write_ledger_control(books: Books, year: int, period: int) -> None:
    """Set the ledger's current year and period with the ends of both years' periods."""
    values: dict[str, int | date] = {"GlYear": year, "GlPeriod": period}
    for number, (this, last) in enumerate(zip(period_ends(year), period_ends(year - 1), strict=True), 1):
        values[f"CurYrPrdEnd{number}"] = this
        values[f"PrvYrPrdEnd{number}"] = last
    books.update("GenControl", (books.options.company,), dict(values))


def _carry_forward(books: Books, year: int) -> None:
    """Open the year: balance sheet accounts keep their balance, the result goes to retained earnings."""
    company, earnings = books.options.company, books.setting("retained_earnings")
    opening = {account.text("GlCode"): 0 for account in books.rows("GenMaster", "Company = ?", company)}
    for history in books.rows("GenHistory", "Company = ? AND GlYear = ?", company, year - 1):
        account = books.row("GenMaster", company, history.text("GlCode"))
        keeps = account is not None and account.text("AccountType") in "ALC"
        cents = int(history.number(f"ClosingBalPer{PERIODS}").scaleb(2))
        opening[history.text("GlCode") if keeps else earnings] += cents
    for code, cents in opening.items():
        key = (company, code, year)
        if not books.exists("GenHistory", *key):
            books.insert("GenHistory", {"Company": company, "GlCode": code, "GlYear": year})
        columns = ["BeginYearBalance", *(f"ClosingBalPer{number}" for number in range(1, PERIODS + 1))]
        listed = ", ".join(f"{column} = {column} + {cents}" for column in columns)
        books.connection.execute(f"UPDATE GenHistory SET {listed} WHERE Company = ? AND GlCode = ? AND GlYear = ?", key)
