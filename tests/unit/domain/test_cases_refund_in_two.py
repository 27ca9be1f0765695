"""A refund of more than SYSPRO has invoiced: a part is credited, the rest comes off the account."""

from dataclasses import replace

import pytest

from agent.domain.decisions import Outcome
from agent.domain.facts import ErpFacts
from agent.domain.kinds import Allocation
from tests.unit.domain.movements import (
    CREDIT,
    FULL,
    INVOICE,
    MONEY,
    ON_ACCOUNT,
    ORDERED,
    PAID_INVOICE,
    PART_INVOICED,
    bodies,
    decided,
    effect_of,
    invoiced,
    on_account,
    order,
    own,
    receipt_of,
    refund,
    refunded,
    usd,
)


def test_all_of_an_order_that_was_invoiced_in_part_credits_that_part_and_cancels_the_rest():
    made = decided(refunded(FULL, erp=PART_INVOICED), refunds__credit="arstin")
    assert list(bodies(made)) == [("order_cancel", "cancel"), CREDIT, MONEY]
    assert (bodies(made)[CREDIT].value, bodies(made)[CREDIT].tax) == (usd(6000), usd(1000))
    assert receipt_of(made).allocations == (Allocation("", usd(-6000), "C"), Allocation(ON_ACCOUNT, usd(-6000), "C"))
    assert receipt_of(made).unapplied == usd(0)
    assert effect_of(made) == {"SALES": 5000, "TAX": 1000, "AR": 6000, "CLR": -12000}


def test_the_invoice_of_a_part_is_taken_back_whole_with_all_of_the_order():
    made = decided(refunded(FULL, erp=PART_INVOICED))
    assert bodies(made)[("invoice_credit", "credit")].invoice == INVOICE
    assert made.drafts[1].amount == usd(6000)


@pytest.mark.parametrize(
    ("order_is", "settings"),
    [
        ({"status": "9"}, {}),
        ({"status": "\\", "cancelled": True}, {}),
        ({"status": "2"}, {"refunds__cancel_order": "no"}),
    ],
    ids=["complete", "cancelled", "not wanted"],
)
def test_an_order_of_which_nothing_is_to_be_cancelled_is_left_alone(order_is, settings):
    erp = replace(PART_INVOICED, order=order(last_invoice=INVOICE, **order_is))
    made = decided(refunded(FULL, erp=erp), refunds__credit="arstin", **settings)
    assert list(bodies(made)) == [CREDIT, MONEY]


def test_what_another_refund_has_credited_of_the_part_is_not_credited_again():
    other = own("receipt", "money", stripe_id="re_0", allocations=(Allocation("", usd(-2000), "C"),))
    erp = replace(PART_INVOICED, on_account=on_account(6000))
    given = refund(amount=10000)
    listed = {
        "refunded": True,
        "refunds": [{"id": "re_1", "status": "succeeded"}, {"id": "re_0", "status": "succeeded"}],
    }
    facts = refunded(given, erp=erp, ours=(*ORDERED, other))
    objects = facts.stripe.objects | {"charge": facts.stripe.objects["charge"] | listed}
    made = decided(replace(facts, stripe=replace(facts.stripe, objects=objects)))
    assert bodies(made)[CREDIT].value == usd(4000)
    assert receipt_of(made).allocations[1] == Allocation(ON_ACCOUNT, usd(-6000), "C")


def test_what_was_paid_too_much_goes_back_first_and_the_rest_is_credited():
    erp = ErpFacts(invoices=(invoiced(5000, 0),), on_account=on_account(2000))
    made = decided(refunded(refund(amount=6000), ours=PAID_INVOICE, erp=erp))
    assert bodies(made)[CREDIT].value == usd(4000)
    assert receipt_of(made).allocations == (Allocation("", usd(-4000), "C"), Allocation(ON_ACCOUNT, usd(-2000), "C"))


def test_what_was_paid_too_much_goes_back_first_even_where_the_invoices_could_bear_all_of_it():
    erp = ErpFacts(invoices=(invoiced(5000, 0),), on_account=on_account(2000))
    made = decided(refunded(refund(amount=4000), ours=PAID_INVOICE, erp=erp))
    assert bodies(made)[CREDIT].value == usd(2000)
    assert receipt_of(made).allocations[1] == Allocation(ON_ACCOUNT, usd(-2000), "C")


@pytest.mark.parametrize("left", [None, on_account(5999), on_account(6000, "eur")], ids=["none", "less", "eur"])
def test_what_is_neither_invoiced_nor_on_account_is_held(left):
    made = decided(refunded(FULL, erp=replace(PART_INVOICED, on_account=left)))
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "refund.more_than_invoiced")


def test_an_invoice_that_is_credited_in_full_already_leaves_the_money_on_account_alone_to_pay():
    other = own("receipt", "money", stripe_id="re_0", allocations=(Allocation("", usd(-6000), "C"),))
    listed = {"refunded": True, "refunds": [{"id": "re_1", "status": "succeeded"}]}
    facts = refunded(refund(amount=6000), erp=PART_INVOICED, ours=(*ORDERED, other))
    objects = facts.stripe.objects | {"charge": facts.stripe.objects["charge"] | listed}
    made = decided(replace(facts, stripe=replace(facts.stripe, objects=objects)))
    assert list(bodies(made)) == [("order_cancel", "cancel"), MONEY]
