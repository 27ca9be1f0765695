"""Which open invoices a payment pays, and when that is for a person to say."""

import pytest

from agent.domain.facts import ErpFacts, OpenInvoice
from agent.domain.kinds import Allocation
from agent.domain.matching import match_invoices
from agent.domain.money import Money
from agent.domain.payer import Account
from tests.unit.domain.cases import charge, facts, policy

OWNER = "000000000000042"
KNOWN = Account(code=OWNER)


def number(last):
    return f"{last:015}"


def usd(minor):
    return Money(minor, "usd")


def invoice(last, minor, *, customer=OWNER, currency="usd", order=""):
    return OpenInvoice(customer, number(last), "I", Money(minor, currency), purchase_order=order)


def match(*open_now, paid=1000, account=KNOWN, metadata=None, booked_on="", roles=None, **settings):
    read = facts(
        charge(metadata=metadata or {}), erp=ErpFacts(open_invoices=open_now, booked_on=booked_on), **(roles or {})
    )
    return match_invoices(read, usd(paid), account, policy(**settings))


def pays(made):
    return [(part.invoice, part.value.minor) for part in made.allocations]


def test_a_named_invoice_is_paid_in_part_or_in_full_and_the_rest_stays_on_account():
    named = {"syspro_invoice": "7"}
    assert pays(match(invoice(7, 1500), metadata=named)) == [(number(7), 1000)]
    assert pays(match(invoice(7, 400), metadata=named)) == [(number(7), 400)]
    assert match(invoice(7, 400), metadata=named).allocations == (Allocation(number(7), usd(400), "I"),)


def test_several_invoices_are_paid_in_the_order_in_which_they_are_named():
    named = {"syspro_invoice": "9, 7, 8, 9"}
    made = match(invoice(7, 300), invoice(8, 900), invoice(9, 500), metadata=named)
    assert pays(made) == [(number(9), 500), (number(7), 300), (number(8), 200)]
    assert pays(match(invoice(7, 300), invoice(9, 1000), metadata={"syspro_invoice": "9,7"})) == [(number(9), 1000)]


def test_the_owner_of_a_named_invoice_may_be_unknown_as_payer():
    named = {"syspro_invoice": "7"}
    assert match(invoice(7, 1000), account=Account(create=True), metadata=named).customer == OWNER
    assert match(invoice(7, 1000), account=Account(code="GUEST", guest=True), metadata=named).customer == OWNER


def test_an_invoice_of_another_customer_than_the_payment_names_is_for_a_person():
    named = {"syspro_invoice": "7", "syspro_customer": "42"}
    assert match(invoice(7, 1000), account=Account(create=True), metadata=named).customer == OWNER
    other = match(invoice(7, 1000, customer=number(43)), account=Account(create=True), metadata=named)
    assert (other.customer, other.problem_code) == ("", "invoice.other_customer")
    assert other.problem.startswith(
        f"The payment names customer {OWNER}, and invoice {number(7)} is customer {number(43)}'s."
    )


def test_a_code_that_no_syspro_customer_can_have_names_nobody():
    named = {"syspro_invoice": "7", "customer_code": "a code of the shop's own, far too long"}
    assert match(invoice(7, 1000), account=Account(create=True), metadata=named).customer == OWNER


def test_the_number_of_a_stripe_invoice_is_used_where_syspro_has_it_open():
    roles = {"invoice": {"number": "7"}}
    assert pays(match(invoice(7, 1500), roles=roles)) == [(number(7), 1000)]
    assert match(invoice(8, 1500), roles=roles).problem_code == "invoice.no_match"


def test_a_purchase_order_pays_the_payers_invoices_of_it_by_number():
    named = {"purchase_order": " PO-1 "}
    made = match(
        invoice(8, 300, order="PO-1"), invoice(7, 200, order="PO-1"), invoice(6, 100, order="PO-2"),
        invoice(5, 100, order="PO-1", customer="other"), metadata=named,
    )  # fmt: skip
    assert pays(made) == [(number(7), 200), (number(8), 300)]


def test_the_one_invoice_over_the_amount_is_paid():
    made = match(
        invoice(7, 1000), invoice(8, 999), invoice(9, 1000, customer="other"), invoice(10, 1000, currency="eur")
    )
    assert pays(made) == [(number(7), 1000)]


@pytest.mark.parametrize(
    ("open_now", "more", "code"),
    [
        ([invoice(7, 1000), invoice(8, 1000)], {}, "invoice.ambiguous"),
        ([invoice(7, 900)], {}, "invoice.no_match"),
        ([], {"account": Account(create=True)}, "invoice.no_match"),
        ([invoice(7, 1000)], {"account": Account(code=OWNER, guest=True)}, "invoice.no_match"),
        ([invoice(7, 1000)], {"metadata": {"syspro_invoice": "7, 8"}}, "invoice.not_open"),
        ([invoice(7, 1000, currency="eur")], {"metadata": {"syspro_invoice": "7"}}, "invoice.not_open"),
        ([], {"metadata": {"po_number": "PO-1"}}, "invoice.no_purchase_order"),
        ([invoice(7, 1000, customer="other")], {"metadata": {"syspro_invoice": "7"}}, "invoice.other_customer"),
        (
            [invoice(7, 500), invoice(8, 500, customer="other")],
            {"metadata": {"syspro_invoice": "7, 8"}},
            "invoice.several_customers",
        ),
    ],
)
def test_what_is_not_sure_is_for_a_person(open_now, more, code):
    made = match(*open_now, **more)
    assert (made.problem_code, made.customer, made.allocations) == (code, "", ())
    assert made.problem.endswith("ignore it here.")


def test_what_fits_nothing_may_stay_on_account():
    made = match(invoice(7, 900), receipts__unmatched="on_account")
    assert (made.problem, made.customer, made.allocations) == ("", "", ())


def test_a_payment_that_was_booked_before_a_restore_is_booked_where_it_stands():
    made = match(invoice(7, 1000), booked_on="000000000000001", metadata={"syspro_invoice": "8"})
    assert (made.customer, made.allocations, made.problem) == ("000000000000001", (), "")
