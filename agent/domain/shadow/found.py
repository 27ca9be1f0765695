"""What SYSPRO has, as postings that can be compared with the agent's. Pure.

Source of what the columns mean: SYSPRO reference, sections 2.4 and 3.5. That TrnType P is a payment, the sign of
receipts, and which column holds their value are settings, because public sources do not say.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from agent.domain.erp import BankedRow, InvoiceRow, LedgerEntryRow, PaymentRow
from agent.domain.fitting import bare_key
from agent.domain.kinds import is_adjustment
from agent.domain.money import Money
from agent.domain.settings import Values
from agent.domain.shadow.entry import Entry, Side
from agent.domain.shadow.expected import BANK, BRANCH, INVOICE, TERMS, ledger_value

#: What the number of a document on account begins with (reference, section 2.4).
_ON_ACCOUNT = "_CRD"

#: What a receipt pays that pays no document.
ON_ACCOUNT = "on account"

_NAMES = {"I": "Invoice", "C": "Credit note", "D": "Debit note"}

#: Sources of ledger journals that repeat what the receivables and the sales have (reference, section 3.5).
_REPEATED = frozenset({"AR", "SA"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read.

    Attributes:
        payments: Movements of customers' documents.
        invoices: Documents of customers' accounts.
        banked: Which bank took what, of the customers in question.
        entries: Entries of the ledger codes in question.
    """

    payments: Sequence[PaymentRow] = ()
    invoices: Sequence[InvoiceRow] = ()
    banked: Sequence[BankedRow] = ()
    entries: Sequence[LedgerEntryRow] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """SYSPRO's postings.

    Attributes:
        entries: The postings.
        unread: How many rows have a currency that no setting translates.
    """

    entries: tuple[Entry, ...]
    unread: int


@dataclass(frozen=True, slots=True)
class _Context:
    """What the settings say.

    Attributes:
        currencies: SYSPRO's currency code -> Stripe's.
        local: SYSPRO's code of the company's own currency.
        near: Customers, without zeros, and banks that Stripe's money has to do with.
    """

    values: Values
    currencies: dict[str, str]
    local: str
    near: Collection[str]


@dataclass(frozen=True, slots=True)
class _Typed:
    """A posting of SYSPRO's without its money."""

    side: Side
    key: str
    title: str
    customer: str
    reference: str
    day: date | None
    details: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Paid:
    """One receipt, while its parts are gathered."""

    first: PaymentRow
    value: Decimal = Decimal(0)
    parts: list[tuple[str, Decimal]] = field(default_factory=list)


def found(reading: Reading, values: Values, local: str, near: Collection[str]) -> Found:
    """Return what SYSPRO has as postings.

    Args:
        reading: The rows.
        values: The settings in force.
        local: SYSPRO's code of the company's own currency.
        near: Customers, without zeros, and banks that Stripe's money has to do with.
    """
    currencies = {code.strip(): stripe for stripe, code in values.table("currencies.to_syspro").items()}
    context = _Context(values, currencies, local, near)
    made = [*_receipts(reading, context), *_sales(reading.invoices, context), *_journals(reading.entries, context)]
    return Found(tuple(one for one in made if one is not None), sum(one is None for one in made))


def paid_value(row: PaymentRow, values: Values) -> Decimal:
    """Return what a movement took off its document, in the customer's currency; money received is above zero."""
    value = row.post_value if values.text("receipts.value_column") == "PostValue" else row.value
    return -value if values.yes("receipts.rows_negative") else value


def is_payment(row: PaymentRow, values: Values) -> bool:
    """Return whether a movement is a payment, and no adjustment or credit."""
    return row.movement in values.items("receipts.payment_types") and not is_adjustment(row.reference)


def _receipts(reading: Reading, context: _Context) -> Iterator[Entry | None]:
    paid: dict[tuple[object, ...], _Paid] = {}
    for row in reading.payments:
        if row.paid_on is None or not is_payment(row, context.values):
            continue
        journal = row.journal or row.invoice
        key = (row.customer, row.year, row.month, journal, row.reference, row.currency)
        one = paid.setdefault(key, _Paid(row))
        value = paid_value(row, context.values)
        one.value += value
        one.parts.append((row.invoice, value))
    known = {(one.first.customer, invoice) for one in paid.values() for invoice, _ in one.parts}
    named = {(one.first.customer, one.first.reference, one.first.paid_on): one for one in paid.values()}
    loose: list[InvoiceRow] = []
    for document in reading.invoices:
        if not _is_on_account(document) or (document.customer, document.invoice) in known:
            continue
        # A site may keep no row of a payment for what it left on account: then the reference says whose it is.
        receipt = named.get((document.customer, document.purchase_order, document.invoiced_on))
        if receipt is not None and document.purchase_order:
            receipt.value -= document.value
            receipt.parts.append((document.invoice, -document.value))
        else:
            loose.append(document)
    banks = _banks(reading.banked)
    yield from (_receipt(one, banks, context) for one in paid.values() if one.value)
    yield from (_on_account(one, banks, context) for one in loose if one.invoiced_on is not None and one.value)


def _receipt(paid: _Paid, banks: dict[tuple[str, str, Decimal], set[str]], context: _Context) -> Entry | None:
    first = paid.first
    bank = _bank(first.customer, paid.parts, banks)
    numbers = sorted({bare_key(invoice) for invoice, _ in paid.parts})
    on_account = all(number.startswith(_ON_ACCOUNT) for number in numbers)
    invoice = ON_ACCOUNT if on_account else ", ".join(one for one in numbers if not one.startswith(_ON_ACCOUNT))
    key = f"{first.year}/{first.month}/{first.journal}" if first.journal else numbers[0]
    typed = _Typed(
        Side.RECEIPTS, f"{first.customer} {key} {first.reference}", f"Receipt {key}", first.customer,
        first.reference, first.paid_on, ((BANK, bank), (INVOICE, invoice)),
    )  # fmt: skip
    return _made(typed, paid.value, first.currency, context)


def _on_account(row: InvoiceRow, banks: dict[tuple[str, str, Decimal], set[str]], context: _Context) -> Entry | None:
    bank = _bank(row.customer, [(row.invoice, -row.value)], banks)
    typed = _Typed(
        Side.RECEIPTS, f"{row.customer} {row.invoice}", f"Receipt {row.invoice}", row.customer, row.purchase_order,
        row.invoiced_on, ((BANK, bank), (INVOICE, ON_ACCOUNT)),
    )  # fmt: skip
    return _made(typed, -row.value, row.currency, context)


def _is_on_account(row: InvoiceRow) -> bool:
    return row.invoice.startswith(_ON_ACCOUNT)


def _banks(rows: Iterable[BankedRow]) -> dict[tuple[str, str, Decimal], set[str]]:
    banks: dict[tuple[str, str, Decimal], set[str]] = {}
    for row in rows:
        banks.setdefault((row.customer, row.invoice, abs(row.value)), set()).add(row.bank)
    return banks


def _bank(customer: str, parts: Iterable[tuple[str, Decimal]], banks: dict[tuple[str, str, Decimal], set[str]]) -> str:
    """Return the bank that took a receipt; empty where the cash book does not say, or says several."""
    named = {bank for invoice, value in parts for bank in banks.get((customer, invoice, abs(value)), ())}
    return next(iter(named)) if len(named) == 1 else ""


def _sales(rows: Iterable[InvoiceRow], context: _Context) -> Iterator[Entry | None]:
    for row in rows:
        if _is_on_account(row) or row.invoiced_on is None or not row.value:
            continue
        # The type says which way it goes; whether SYSPRO keeps credits below zero is inferred.
        value = -abs(row.value) if row.document_type == "C" else row.value
        name = _NAMES.get(row.document_type, "Document")
        typed = _Typed(
            Side.SALES, f"{row.customer} {row.document_type} {row.invoice}", f"{name} {bare_key(row.invoice)}",
            row.customer, row.purchase_order, row.invoiced_on, ((BRANCH, row.branch), (TERMS, row.terms_code)),
        )  # fmt: skip
        yield _made(typed, value, row.currency, context)


def _journals(rows: Iterable[LedgerEntryRow], context: _Context) -> Iterator[Entry | None]:
    journals: dict[tuple[int, int, int], list[LedgerEntryRow]] = {}
    for row in rows:
        if row.source not in _REPEATED and row.dated_on is not None:
            journals.setdefault((row.year, row.period, row.journal), []).append(row)
    for entries in journals.values():
        yield from _journal(entries, context)


def _journal(entries: Sequence[LedgerEntryRow], context: _Context) -> Iterator[Entry | None]:
    first = entries[0]
    foreign = first.currency not in {"", context.local}
    currency = context.currencies.get(first.currency or context.local)
    if currency is None:
        yield None
        return
    sums: dict[str, Money] = {}
    for row in entries:
        value = Money.from_decimal(row.currency_value if foreign else row.value, currency)
        sums[row.ledger_code] = sums.get(row.ledger_code, Money.zero(currency)) + value
    value, details = ledger_value(sums)
    key = f"{first.year}/{first.period}/{first.own_journal or first.journal}"
    if value:
        yield Entry(
            Side.LEDGER, f"{first.year}/{first.period}/{first.journal}", "", first.reference, str(first.dated_on),
            value, f"Journal {key}", details=details, near=True,
        )  # fmt: skip


def _made(typed: _Typed, value: Decimal, code: str, context: _Context) -> Entry | None:
    """Return the posting; ``None`` where no setting translates its currency."""
    currency = context.currencies.get(code or context.local)
    if currency is None:
        return None
    near = bare_key(typed.customer) in context.near or dict(typed.details).get(BANK, "") in context.near
    return Entry(
        typed.side, typed.key, typed.customer, typed.reference, str(typed.day), Money.from_decimal(value, currency),
        typed.title, details=typed.details, near=near,
    )  # fmt: skip
