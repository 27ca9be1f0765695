"""Decide: what came before, what comes later, and where the goods go."""

from dataclasses import replace

import pytest

from agent.domain.decide import decide
from agent.domain.decisions import Outcome
from agent.domain.facts import ErpFacts
from agent.domain.kinds import Kind
from tests.unit.domain.cases import PAID_AT, booking, charge, facts, mapping, order_of, receipt_of


def test_a_payment_that_paid_an_invoice_before_a_restore_is_booked_where_it_stands():
    erp = ErpFacts(booked_on="000000000000042")
    made = decide(facts(charge(metadata={"syspro_invoice": "77"}), erp=erp), mapping())
    assert [draft.key.kind for draft in made.drafts] == [Kind.RECEIPT]
    assert made.drafts[0].body.customer == "000000000000042"
    assert made.links == ()


def test_a_payment_that_was_given_back_before_it_was_posted_is_posted_so_that_its_refund_can_follow():
    given_back = decide(facts(charge(refunded=True, amount_refunded=1000)), mapping())
    assert given_back.drafts == decide(facts(), mapping()).drafts


@pytest.mark.parametrize(("disputed", "status"), [(True, "S"), (False, "1")])
def test_the_order_of_a_payment_that_is_disputed_already_waits_in_suspense(disputed, status):
    made = decide(replace(facts(), disputed=disputed), mapping())
    assert (made.outcome, order_of(made).order_status) == (Outcome.DOCUMENTS, status)


def test_the_receipt_of_a_disputed_payment_is_posted_like_any_other():
    made = decide(replace(facts(), disputed=True), mapping())
    assert receipt_of(made) == receipt_of(decide(facts(), mapping()))


def test_a_payment_of_before_the_first_day_is_ignored():
    made = decide(replace(facts(), start_at=PAID_AT + 1), mapping())
    assert (made.outcome, made.reason_code) == (Outcome.IGNORED, "payment.before_start")


def test_a_slow_method_waits_for_its_booking_and_takes_its_day():
    slow = charge(payment_method_details={"type": "sepa_debit"})
    assert decide(facts(slow), mapping()).reason_code == "payment.not_booked"
    booked = facts(slow, booked=booking(created_at=PAID_AT + 3 * 86400))
    assert receipt_of(decide(booked, mapping())).payment_date == "2023-11-17"


def test_a_guest_is_delivered_to_the_address_that_the_checkout_asked_for():
    place = {"line1": "1 Quay", "city": "Porto", "country": "PT"}
    asked = {"currency": "usd", "collected_information": {"shipping_details": {"name": "Ann", "address": place}}}
    order = order_of(decide(facts(session=asked), mapping()))
    assert (order.ship_address_1, order.ship_address_2) == ("1 Quay", "Porto")


def test_an_order_is_invoiced_at_once_where_the_site_says_so_and_its_receipt_pays_the_invoice():
    made = decide(facts(), mapping(orders__invoice="at_once"))
    found = {draft.key.kind: draft for draft in made.drafts}
    assert list(found) == [Kind.SALES_ORDER, Kind.ORDER_INVOICE, Kind.RECEIPT]
    assert found[Kind.SALES_ORDER].body.order_status == "8"
    invoice, receipt = found[Kind.ORDER_INVOICE], found[Kind.RECEIPT]
    assert (invoice.body.reference, invoice.needs["sales_order"]) == ("ch_1.N", found[Kind.SALES_ORDER].key)
    [part] = receipt.body.allocations
    assert (part.invoice, part.at_most, receipt.needs["allocations"]) == ("", True, invoice.key)


def test_a_disputed_payment_is_not_invoiced_at_once():
    made = decide(replace(facts(), disputed=True), mapping(orders__invoice="at_once"))
    assert [draft.key.kind for draft in made.drafts] == [Kind.SALES_ORDER, Kind.RECEIPT]
    assert (order_of(made).order_status, receipt_of(made).allocations) == ("S", ())
