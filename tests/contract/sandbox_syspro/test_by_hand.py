"""A person posts at SYSPRO's own screens, by the same rules as everybody."""

from datetime import date
from decimal import Decimal

import httpx
import pytest

from connectors.sandbox.syspro import by_hand

DAY = date(2026, 11, 28)


def typed(enet, *what):
    with enet.sandbox.locked():
        by_hand.post(enet.sandbox.books, *what)


def receipt(**changes):
    return by_hand.Receipt(**{"customer": "1", "value": Decimal("12.50"), "day": DAY, "reference": "Card 17"} | changes)


def test_a_receipt_by_hand_stands_on_account_with_the_persons_reference(enet):
    typed(enet, receipt())
    row = enet.row("ArInvoicePay", "Reference = 'Card 17'")
    assert (row.text("Customer"), row.number("PostValue"), row.text("JournalDate")) == (
        "000000000000001", Decimal("12.50"), "2026-11-28",
    )  # fmt: skip
    assert enet.row("GenJournalCtl", "Reference = 'Card 17'").text("Operator") == by_hand.OPERATOR
    assert enet.trial_balance() == 0


def test_the_same_receipt_twice_is_two_journals(enet):
    typed(enet, receipt(), receipt())
    assert len({row.whole("Journal") for row in enet.rows("ArInvoicePay", "Reference = 'Card 17'")}) == 2


def test_a_receipt_by_hand_pays_an_invoice_and_money_is_given_back(enet):
    typed(enet, receipt(value=Decimal("482.15"), invoice="100601"), receipt(value=Decimal("-2.00"), reference="Back"))
    assert enet.row("ArInvoice", "Invoice = '000000000100601'").number("InvoiceBal1") == 0
    assert enet.row("ArInvoicePay", "Reference = 'Back'").number("PostValue") == -2


def test_invoices_credit_notes_and_journals_by_hand(enet):
    classes = [row.text("ProductClass") for row in enet.rows("SalProductClass")]
    made = {"customer": "1", "value": Decimal("30.00"), "day": DAY, "product_class": classes[0]}
    typed(
        enet,
        by_hand.Invoice(**made, reference="Inv hand"),
        by_hand.Invoice(**made, reference="Cr hand", kind="C"),
        by_hand.Journal(
            day=DAY, currency="USD", reference="Fees", lines=[("6110-000", Decimal(5)), ("1310-000", Decimal(-5))]
        ),
    )
    assert enet.row("ArInvoice", "CustomerPoNumber = 'Inv hand'").number("CurrencyValue") == 30
    assert enet.row("ArInvoice", "CustomerPoNumber = 'Cr hand'").number("CurrencyValue") == -30
    assert {row.number("EntryValue") for row in enet.rows("GenJournalDetail", "Reference = 'Fees'")} == {5, -5}
    assert enet.trial_balance() == 0


def test_what_syspro_refuses_is_refused_by_hand_as_well(enet):
    with pytest.raises(ValueError, match="SYSPRO refuses what was typed"):
        typed(enet, receipt(customer="NOBODY"))
    assert enet.rows("ArInvoicePay", "Reference = 'Card 17'") == []


def test_another_process_lets_a_person_post(enet):
    url = f"{enet.http.base_url}".rstrip("/") + "/_sandbox/by_hand"
    told = {"what": "receipt", "customer": "1", "value": "12.50", "day": "2026-11-28", "reference": "Card 17"}
    assert httpx.post(url, json=told).status_code == 200
    assert enet.row("ArInvoicePay", "Reference = 'Card 17'").number("PostValue") == Decimal("12.50")
    assert httpx.post(url, json=told | {"customer": "NOBODY"}).status_code == 422
