"""What moved the clearing accounts, and which months are open: read out of SYSPRO through COMFND.

Source: reference, section 3.5. GenControl's columns were seen; of ArControl only ArUpdYear and ArUpdMonth are known.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import takewhile

from agent.domain.clearing import ClearingAccount, ForeignEntry
from agent.domain.errors import Misconfigured, Problem, Transient
from agent.domain.facts import ClearingRow, PeriodState
from agent.domain.money import Money
from agent.domain.settings import Values
from connectors.syspro.ledger import key_of
from connectors.syspro.receipts import ReceiptPart, all_receipts
from connectors.syspro.tables import Tables
from connectors.syspro.xml.comfnd import Row, equal
from connectors.syspro.xml.reply import BadReplyError

#: What the ids of the Stripe objects that move money through receivables begin with (docs.stripe.com/api): charges,
#: payments of other methods, refunds of both, disputes old and new, payouts, balance transactions.
_RECEIPT_IDS = ("ch_", "py_", "re_", "pyr_", "dp_", "du_", "po_", "txn_")
#: Further ones that may lead the reference of a journal: transfers, their reversals, top-ups, application fees and
#: their refunds; and the days that summary journals are made for.
_LEDGER_IDS = (*_RECEIPT_IDS, "tr_", "trr_", "tu_", "fee_", "fr_", "day_2")

#: What is told of an entry of the ledger.
_ENTRY = ("Reference", "SubModJournal", "EntryValue", "CurrencyValue", "PostCurrency", "EntryDate")

_PERIODS = range(1, 16)
_THIS_YEAR = tuple(f"CurYrPrdEnd{number}" for number in _PERIODS)
_LAST_YEAR = tuple(f"PrvYrPrdEnd{number}" for number in _PERIODS)
_RECEIVABLES = ("ArUpdYear", "ArUpdMonth")


def clearing_rows(
    tables: Tables,
    values: Values,
    ledger_codes: Mapping[str, str],
    *,
    local: str,
    stripe_code: Callable[[str], str],
) -> list[ClearingRow]:
    """Return the receipts that carry a reference of ours, and the ledger's rows on clearing codes that none repeats.

    Args:
        tables: Where to search.
        values: The settings in force.
        ledger_codes: Settlement currency -> clearing ledger code; an empty code is left out.
        local: SYSPRO code of the company's currency.
        stripe_code: SYSPRO currency -> Stripe's. Raises ``Misconfigured`` for one that is in no table of ours.

    Raises:
        BadReplyError: When an answer cannot be read.
        Unavailable: When COMFND is not licensed.
    """
    receipts = [_receipt_row(part, stripe_code(part.currency)) for part in all_receipts(tables, _RECEIPT_IDS, values)]
    table = values.table("currencies.to_syspro")
    ledger: list[ClearingRow] = []
    for currency, code in ledger_codes.items():
        if code:
            foreign = "" if table.get(currency, "") == local else table.get(currency, "")
            ledger += _ledger_rows(tables, currency, code, foreign)
    rows = _each_once(receipts, ledger)
    return [*rows, *_disagreeing(rows, ledger)] if values.yes("receipts.in_ledger") else rows


def _each_once(receipts: list[ClearingRow], ledger: list[ClearingRow]) -> list[ClearingRow]:
    """Return the receipts, and what only the ledger has: both books are looked at, and no money counts twice.

    A receipt in another currency than the clearing account (Stripe has converted it) counts with the ledger's amount:
    receivables keep it in the customer's currency.
    """
    booked = {(row.reference, row.value.currency) for row in ledger}
    in_ledger = {reference for reference, _ in booked}
    kept = [row for row in receipts if row.reference not in in_ledger or (row.reference, row.value.currency) in booked]
    carried = {row.reference for row in kept}
    return [*kept, *(row for row in ledger if row.reference not in carried)]


def account(tables: Tables, code: str, currency: str, foreign: str, local: str) -> ClearingAccount:
    """Return a clearing ledger code with its balance and the entries that carry no reference of ours.

    Args:
        tables: Where to search.
        code: The ledger code.
        currency: Its settlement currency.
        foreign: SYSPRO's code of that, where it is not the company's own; else empty.
        local: Stripe's code of the company's own currency.

    Raises:
        BadReplyError: When an answer cannot be read.
        Unavailable: When COMFND is not licensed.
    """
    balance, own, others = Decimal(0), set(), []
    for row in tables.select("GenJournalDetail", _ENTRY, equal("GlCode", code)):
        counts = not foreign or row.text("PostCurrency") == foreign
        value = row.number("CurrencyValue" if foreign and counts else "EntryValue")
        reference = row.text("Reference")
        balance += value if counts else 0
        if reference.startswith(_LEDGER_IDS):
            own.add(reference)
        elif value:
            money = Money.from_decimal(value, currency if counts else local)
            others.append(_foreign_entry(row, code, money, counts=counts))
    return ClearingAccount(Money.from_decimal(balance, currency), frozenset(own), tuple(others))


def _foreign_entry(row: Row, code: str, value: Money, *, counts: bool) -> ForeignEntry:
    day = row.day("EntryDate")
    return ForeignEntry(
        code=code,
        year=int(row.number("GlYear")),
        period=int(row.number("GlPeriod")),
        journal=int(row.number("Journal")),
        entry=int(row.number("EntryNumber")),
        key=key_of(row),
        reference=row.text("Reference"),
        day=day.isoformat() if day else "",
        value=value,
        counts=counts,
    )


def _disagreeing(rows: list[ClearingRow], ledger: list[ClearingRow]) -> Iterator[ClearingRow]:
    """Yield what the ledger has of the receipts whose amount is another there: a row for each receipt and currency."""
    receipts: dict[tuple[str, str], list[ClearingRow]] = {}
    for row in rows:
        if row.origin == "receivables":
            receipts.setdefault((row.reference, row.value.currency), []).append(row)
    booked: Counter[tuple[str, str]] = Counter()
    for row in ledger:
        booked[row.reference, row.value.currency] += row.value.minor
    for (reference, currency), own in receipts.items():
        minor = booked[reference, currency]
        if minor != sum(row.value.minor for row in own):
            first = own[0]
            yield ClearingRow(reference, first.key, "ledger", "", Money(minor, currency), repeats=True)


def periods(tables: Tables, values: Values) -> PeriodState:
    """Return which months are open; those of the receivables are 0 where ArControl cannot be read.

    Raises:
        BadReplyError: When an answer cannot be read.
        Misconfigured: When the ledger has no control record of the company.
        Unavailable: When COMFND is not licensed.
    """
    company = values.text("syspro.ledger_company") or values.text("syspro.company")
    columns = ("GlYear", "GlPeriod", *_THIS_YEAR, *_LAST_YEAR)
    rows = tables.select("GenControl", columns, equal("Company", company))
    if not rows:
        raise Misconfigured(_without_control(company))
    year, month = _receivables(tables)
    return PeriodState(
        ledger_year=int(rows[0].number("GlYear")),
        ledger_period=int(rows[0].number("GlPeriod")),
        ledger_ends=_ends(rows[0], _THIS_YEAR),
        ledger_previous_ends=_ends(rows[0], _LAST_YEAR),
        receivables_year=year,
        receivables_month=month,
    )


def _receipt_row(part: ReceiptPart, currency: str) -> ClearingRow:
    value = Money.from_decimal(part.value, currency)
    return ClearingRow(part.reference, part.key, "receivables", part.customer, value)


def _ledger_rows(tables: Tables, currency: str, code: str, foreign: str) -> Iterator[ClearingRow]:
    """Yield the rows of one clearing code in its currency, whose SYSPRO code is ``foreign`` where it is not local."""
    column = "CurrencyValue" if foreign else "EntryValue"
    where = (equal("GlCode", code), *((equal("PostCurrency", foreign),) if foreign else ()))
    # The clearing account holds hardly anything but our rows, so the references are told apart here.
    for row in tables.select("GenJournalDetail", ("Reference", "SubModJournal", column), *where):
        reference, value = row.text("Reference"), row.number(column)
        if value and reference.startswith(_LEDGER_IDS):
            yield ClearingRow(reference, key_of(row), "ledger", "", Money.from_decimal(value, currency))


def _ends(row: Row, columns: Sequence[str]) -> tuple[str, ...]:
    """Return the last days of the periods in order, as far as the site uses them."""
    days = (row.day(column) for column in columns)
    return tuple(day.isoformat() for day in takewhile(lambda day: day is not None, days) if day is not None)


def _receivables(tables: Tables) -> tuple[int, int]:
    """Return year and month of the current receivables period; zeros where this site's COMFND does not give them."""
    try:
        rows = tables.select("ArControl", _RECEIVABLES)
    except BadReplyError:
        return 0, 0
    except Transient as error:
        # SYSPRO answered, and says that it has no such table; any other trouble says nothing about the table.
        if error.problem.code != "syspro.error_text":
            raise
        return 0, 0
    return (int(rows[0].number("ArUpdYear")), int(rows[0].number("ArUpdMonth"))) if len(rows) == 1 else (0, 0)


def _without_control(company: str) -> Problem:
    return Problem(
        title="SYSPRO's ledger does not know the company",
        message=f"SYSPRO's ledger control has no record of the company {company!r}, so open periods cannot be told.",
        press="Set syspro.ledger_company to the company's code in the general ledger.",
        code="syspro.ledger_company",
    )
