"""Rows of some days: payments, documents and ledger entries, whoever posted them."""

from datetime import date
from decimal import Decimal

from agent.domain import erp
from connectors.sandbox.syspro import by_hand

FIRST, LAST = date(2026, 11, 3), date(2026, 11, 5)


def receipts(*days, **changes):
    told = {"customer": "1", "value": Decimal("12.50")} | changes
    return [by_hand.Receipt(**told, day=day, reference=f"Card {day.day}") for day in days]


def test_payments_of_some_days_come_whole_and_both_ends_count(company):
    company.type(*receipts(date(2026, 11, 2), FIRST, LAST, date(2026, 11, 6)))
    with company.tables().session() as session:
        found = session.between(erp.PAYMENTS, FIRST, LAST)
        (one,) = session.rows(erp.PAYMENTS, "reference", ["Card 3"])
        banked = session.rows(erp.BANKED, "customer", ["1"])
    assert [row.reference for row in found] == ["Card 3", "Card 5"]
    assert found[0] == one
    assert (one.customer, one.movement, one.paid_on, one.post_value, one.value, one.currency) == (
        "000000000000001", "P", FIRST, Decimal("12.50"), Decimal("12.50"), "USD",
    )  # fmt: skip
    assert {(row.invoice, row.bank, row.value) for row in banked} >= {(one.invoice, banked[0].bank, Decimal("12.50"))}


def test_some_days_of_some_customers_or_ledger_codes_alone(company):
    company.type(*receipts(FIRST), *receipts(FIRST, customer="3"))
    lines = [("6110-000", Decimal(5)), ("1310-000", Decimal(-5))]
    company.type(by_hand.Journal(day=LAST, currency="USD", lines=lines, reference="Fees"))
    with company.tables().session() as session:
        paid = session.between(erp.PAYMENTS, FIRST, LAST, "customer", ["3"])
        entries = session.between(erp.LEDGER_ENTRIES, FIRST, LAST, "ledger_code", ["6110-000"])
        assert session.between(erp.LEDGER_ENTRIES, FIRST, FIRST, "ledger_code", ["6110-000"]) == []
        assert session.between(erp.PAYMENTS, FIRST, LAST, "customer", [""]) == []
    assert [row.customer for row in paid] == ["000000000000003"]
    assert [(row.reference, row.value, row.source, row.dated_on) for row in entries] == [("Fees", 5, "", LAST)]


def test_documents_of_some_days(company):
    with company.tables().session() as session:
        everything = [row for page in session.changes(erp.INVOICES) for row in page.rows]
        days = sorted({row.invoiced_on for row in everything})
        found = session.between(erp.INVOICES, days[0], days[0])
    assert found == [row for row in everything if row.invoiced_on == days[0]]
