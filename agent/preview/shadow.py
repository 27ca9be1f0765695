"""A shadow month: a preview, and what SYSPRO has for the same money. Reads; writes nothing anywhere."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta

from agent.bootstrap import Home
from agent.domain.days import day_at
from agent.domain.erp import BANKED, INVOICES, LEDGER_ENTRIES, ORDERS, PAYMENTS, InvoiceRow, PaymentRow
from agent.domain.errors import Misconfigured, Problem
from agent.domain.fitting import bare_key
from agent.domain.kinds import SalesOrder
from agent.domain.money import Money
from agent.domain.preview import Preview
from agent.domain.settings import Values
from agent.domain.shadow import Entry, Reading, Rules, Shadow, Side, compared, expected, found, totals
from agent.domain.shadow.entry import NEW_CUSTOMER
from agent.domain.shadow.expected import BANK, ledger_codes
from agent.domain.shadow.found import is_payment, paid_value
from agent.ports import ErpReader, TableSession
from agent.preview.before import EarlierReader, Paid
from agent.preview.run import Progress, Wanted, make_preview, silent

_NO_TABLES = Problem(
    "SYSPRO's tables cannot be read",
    "What people posted stands in SYSPRO's tables, and no way to them is set up.",
    "Set syspro.reader, and the server of SYSPRO's database where it is sql.",
    "shadow.no_tables",
)


def make_shadow(home: Home, wanted: Wanted, rules: Rules, *, progress: Progress = silent) -> Shadow:
    """Return what the agent would have posted since a day, beside what people really posted.

    Args:
        home: The opened home.
        wanted: Mapping and first day.
        rules: How far two postings of the same money may be apart.
        progress: Told what is going on.

    Raises:
        Misconfigured: When the mapping cannot work, or no way to SYSPRO's tables is set up.
        Transient: When Stripe or SYSPRO cannot be read.
        NeedsPerson: When the preview comes to no end, or a row of SYSPRO cannot be read.
    """
    values = home.values()
    last = date.fromisoformat(day_at(home.clock.now(), values.text("site.time_zone")))
    around = timedelta(days=rules.far_days)
    span = wanted.since - around, last + around
    local, payments, paid_on = _posted_by_people(home, span, wanted.since)
    progress("rows of SYSPRO", len(payments), 0)
    paid = _paid(payments, values, wanted.since)
    orders = {row.invoice: row.purchase_order for row in paid_on}

    def as_it_was(erp: ErpReader) -> ErpReader:
        return EarlierReader(erp, paid, orders)

    preview = make_preview(home, wanted, progress=progress, as_it_was=as_it_was)
    ours = expected(preview.documents)
    with _tables(home) as session:
        rows = _read(session, payments, ours, span)
        waiting = _not_invoiced(session, preview, wanted.since, last)
    theirs = found(rows, values, local, _near(ours))
    pairs, elsewhere = compared(ours, theirs.entries, rules, wanted.since.isoformat(), last.isoformat())
    return Shadow(
        wanted.since.isoformat(), last.isoformat(), preview.events, pairs, totals(pairs), elsewhere, theirs.unread,
        waiting,
    )  # fmt: skip


def _posted_by_people(
    home: Home, span: tuple[date, date], since: date
) -> tuple[str, Sequence[PaymentRow], Sequence[InvoiceRow]]:
    """Return SYSPRO's code of the local currency, the payments, and the documents paid since the first day."""
    values = home.values()
    world = home.connect(home)
    try:
        with world.erp.session() as session:
            local = values.table("currencies.to_syspro").get(session.local_currency(), "")
    finally:
        world.close()
    with _tables(home) as tables:
        payments = tables.between(PAYMENTS, *span)
        numbers = sorted({row.invoice for row in payments if row.paid_on is not None and row.paid_on >= since})
        return local, payments, tables.rows(INVOICES, "invoice", numbers)


@contextmanager
def _tables(home: Home) -> Iterator[TableSession]:
    world = home.connect(home)
    try:
        if world.tables is None:
            raise Misconfigured(_NO_TABLES)
        with world.tables.session() as session:
            yield session
    finally:
        world.close()


def _paid(payments: Sequence[PaymentRow], values: Values, since: date) -> Paid:
    """Return what was paid on each document since the first day."""
    currencies = {code.strip(): stripe for stripe, code in values.table("currencies.to_syspro").items()}
    paid: dict[tuple[str, str, str], Money] = {}
    for row in payments:
        currency = currencies.get(row.currency)
        if currency is None or row.paid_on is None or row.paid_on < since or not is_payment(row, values):
            continue
        key = (row.customer, row.invoice, row.document_type)
        paid[key] = paid.get(key, Money.zero(currency)) + Money.from_decimal(paid_value(row, values), currency)
    return paid


def _read(
    session: TableSession, payments: Sequence[PaymentRow], ours: Sequence[Entry], span: tuple[date, date]
) -> Reading:
    """Return SYSPRO's rows on the sides where the agent would post; money on account stands among the invoices."""
    sides = {one.side for one in ours}
    invoices = session.between(INVOICES, *span)
    if Side.SALES not in sides:
        invoices = [row for row in invoices if row.invoice.startswith("_CRD")]
    codes = ledger_codes(ours)
    customers = sorted({row.customer for row in payments} | {row.customer for row in invoices if row.customer})
    return Reading(
        payments=payments,
        invoices=invoices,
        banked=session.rows(BANKED, "customer", customers),
        entries=session.between(LEDGER_ENTRIES, *span, "ledger_code", codes) if codes else (),
    )


def _not_invoiced(session: TableSession, preview: Preview, first: date, last: date) -> int:
    """Return how many sales orders of the days are not invoiced, of the customers for whom we would make one."""
    bodies = (one.body for one in preview.documents)
    customers = {body.customer for body in bodies if isinstance(body, SalesOrder)}
    known = sorted(code for code in customers if code and not code.startswith(NEW_CUSTOMER))
    rows = session.rows(ORDERS, "customer", known) if known else ()
    return sum(
        not (row.last_invoice or row.cancelled) and row.ordered_on is not None and first <= row.ordered_on <= last
        for row in rows
    )


def _near(ours: Sequence[Entry]) -> frozenset[str]:
    """Return the customers and the banks that Stripe's money has to do with."""
    customers = {bare_key(one.customer) for one in ours if one.customer}
    return frozenset(customers | {value for one in ours for name, value in one.details if name == BANK and value})
