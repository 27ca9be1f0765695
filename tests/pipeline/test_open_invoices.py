"""Payments that pay invoices which SYSPRO has open: named, by purchase order, by customer and amount; and back again."""

from decimal import Decimal

import pytest

from agent.domain.documents import State
from connectors.sandbox.stripe.refunds import RefundOrder
from tests.pipeline.modes_stage import DAY_S, NOW_AT, site_at

OWNER = "000000000000001"
LONG, SHORT = "000000000100601", "000000000100604"  # 482.15 and 118.90 of the owner
PAID_AT = NOW_AT - DAY_S


@pytest.fixture
def site(tmp_path):
    with site_at(tmp_path, posting__mode="open_invoices", receipts__unmatched="hold", refunds__credit="none") as site:
        yield site


@pytest.fixture
def payer(site):
    made = site.stripe.trading.customer(at=PAID_AT, name="Owner", metadata={"syspro_customer": OWNER})
    return made["id"]


def pay(site, minor, payer=None, **metadata):
    fields = {"metadata": metadata, "customer": payer} if payer else {"metadata": metadata}
    return site.stripe.trading.charge(minor, "usd", at=PAID_AT, fields=fields)["id"]


def give_back(site, charge, minor):
    site.stripe.trading.refund(RefundOrder(charge, minor, "requested_by_customer"), at=NOW_AT - 60)
    site.at(NOW_AT + 300).run()


def open_now(site, number):
    return str(site.syspro.books.row("ArInvoice", OWNER, number, "I").number("InvoiceBal1"))


def on_account(site):
    rows = site.syspro.books.rows("ArInvoice", '"Customer" = ? AND "Invoice" LIKE ?', OWNER, "_CRD%")
    return [str(row.number("InvoiceBal1")) for row in rows]


def assert_proven(site):
    rows = site.proof()
    assert [(row.difference_minor, row.clearing_difference_minor) for row in rows.values()] == [(0, 0)] * len(rows)
    assert site.documents(state=State.PARKED) == []


def test_a_part_payment_leaves_the_rest_of_the_invoice_open(site):
    pay(site, 40000, syspro_invoice="100601")
    site.run()
    assert (open_now(site, LONG), on_account(site)) == ("82.15", [])
    assert_proven(site)


def test_several_invoices_are_paid_in_order_and_what_is_too_much_stays_on_account(site, payer):
    pay(site, 61105, payer, syspro_invoice="100604, 100601")
    site.run()
    assert (open_now(site, LONG), open_now(site, SHORT), on_account(site)) == ("0.00", "0.00", ["-10.00"])
    assert_proven(site)


def test_several_invoices_that_the_money_does_not_reach_are_paid_as_far_as_it_goes(site):
    pay(site, 20000, syspro_invoice="100604, 100601")
    site.run()
    assert (open_now(site, SHORT), open_now(site, LONG)) == ("0.00", "401.05")


def test_a_purchase_order_names_the_invoices_that_carry_it(site):
    site.syspro.books.update("ArInvoice", (OWNER, SHORT, "I"), {"CustomerPoNumber": "PO-77"})
    pay(site, 11890, purchase_order="PO-77")
    site.run()
    assert (open_now(site, SHORT), open_now(site, LONG)) == ("0.00", "482.15")
    assert_proven(site)


def test_the_one_open_invoice_of_the_payer_over_the_amount_is_paid(site, payer):
    pay(site, 48215, payer)
    site.run()
    assert open_now(site, LONG) == "0.00"
    assert_proven(site)


@pytest.mark.parametrize(
    ("minor", "named", "code"),
    [
        (5000, {}, "invoice.no_match"),
        (5000, {"syspro_invoice": "100601, 999"}, "invoice.not_open"),
        (5000, {"syspro_invoice": "100607"}, "invoice.other_customer"),
        (5000, {"po_number": "PO-99"}, "invoice.no_purchase_order"),
    ],
)
def test_what_cannot_be_matched_is_held_with_the_reason(site, payer, minor, named, code):
    charge = pay(site, minor, payer, **named)
    site.run()
    assert site.code(charge) == code
    assert_proven(site)


def test_two_invoices_over_the_amount_are_for_a_person_to_tell_apart(site, payer):
    site.syspro.books.add("ArInvoice", (OWNER, LONG, "I"), {"InvoiceBal1": Decimal("-363.25")})
    charge = pay(site, 11890, payer)
    site.run()
    assert site.code(charge) == "invoice.ambiguous"


def test_a_refund_opens_the_invoices_again_that_its_payment_paid(site, payer):
    charge = pay(site, 60105, payer, syspro_invoice="100604, 100601")
    site.run()
    give_back(site, charge, 50000)
    assert (open_now(site, LONG), open_now(site, SHORT)) == ("482.15", "17.85")
    assert_proven(site)


def test_a_refund_of_what_was_too_much_leaves_the_invoice_paid(site, payer):
    site.set(refunds__credit="auto")
    charge = pay(site, 50215, payer, syspro_invoice="100601")
    site.run()
    give_back(site, charge, 2000)
    assert (open_now(site, LONG), on_account(site)) == ("0.00", ["0.00"])
    assert_proven(site)


def test_a_refund_of_paid_invoices_can_be_credited_instead(site, payer):
    site.set(refunds__credit="arstin")
    charge = pay(site, 60105, payer, syspro_invoice="100604, 100601")
    site.run()
    give_back(site, charge, 50000)
    assert ("ar_document", "credit") in site.purposes()
    assert (open_now(site, LONG), open_now(site, SHORT)) == ("0.00", "0.00")
    assert_proven(site)
