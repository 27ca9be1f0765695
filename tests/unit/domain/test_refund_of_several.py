"""A refund without a credit note of a payment that paid several invoices: none is opened further than it was paid."""

from dataclasses import replace

import pytest

from agent.domain.decisions import Outcome
from agent.domain.documents import State
from agent.domain.facts import ErpFacts
from agent.domain.kinds import Allocation
from tests.unit.domain.movements import (
    bodies,
    decided,
    effect_of,
    failed,
    on_account,
    own,
    receipt_of,
    refund,
    refunded,
    usd,
)

PAID = (Allocation("INV1", usd(4000)), Allocation("INV2", usd(6000)))
RECEIPT = own(
    "receipt", "payment", erp_key="2023/11/1", document="INV1", allocations=PAID, flow="charge-to-receipt"
)  # fmt: skip
ADJUSTMENT = ("adjustment", "adjustment")


def given(amount, *sent, money="cashbook", back=False):
    facts = refunded(refund(amount=amount), ours=(RECEIPT, *sent), charged=10000)
    return decided(failed(facts) if back else facts, refunds__credit="none", refunds__money=money)


def test_a_part_opens_the_last_invoice_again_whatever_way_the_money_goes():
    body = bodies(given(6000))[ADJUSTMENT]
    assert (body.invoice, body.value, body.transaction_type) == ("INV2", usd(6000), "I")
    assert receipt_of(given(6000, money="receipt")).allocations == (Allocation("INV2", usd(-6000)),)


def test_what_goes_beyond_one_invoice_is_not_adjusted_on_one_alone():
    made = given(10000)
    [adjustment] = [draft for draft in made.drafts if draft.key.kind.value == "adjustment"]
    assert (adjustment.state, adjustment.reason_code) == (State.PARKED, "refund.several_invoices")
    assert adjustment.blocks
    assert "INV2 (60.00 USD), INV1 (40.00 USD)" in adjustment.reason


@pytest.mark.parametrize("amount", [6000, 10000])
def test_a_receipt_that_comes_back_pays_the_very_invoices_that_were_opened(amount):
    parts = receipt_of(given(amount, money="receipt")).allocations
    money = own("receipt", "money", stripe_id="re_1", document=parts[0].invoice, allocations=parts, amount=usd(-amount))
    back = bodies(given(amount, money, money="receipt", back=True))["receipt", "returned"]
    assert back.allocations == tuple(Allocation(one.invoice, -one.value) for one in parts)


@pytest.mark.parametrize("money", ["receipt", "cashbook"])
def test_what_was_paid_too_much_as_well_is_held_without_a_credit_note(money):
    # Of 110.00 the invoices took 100.00, and 10.00 are on account.
    facts = replace(
        refunded(refund(amount=11000), ours=(RECEIPT,), charged=11000), erp=ErpFacts(on_account=on_account(1000))
    )
    made = decided(facts, refunds__credit="none", refunds__money=money)
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "refund.more_than_paid")
    assert "Invoice INV1, INV2 has 100.00 USD of the payment" in made.reason


def test_a_second_refund_opens_what_the_first_has_left_paid():
    parts = receipt_of(given(6000, money="receipt")).allocations
    first = own("receipt", "money", stripe_id="re_0", document="INV2", allocations=parts)
    assert receipt_of(given(4000, first, money="receipt")).allocations == (Allocation("INV1", usd(-4000)),)
    back = own("receipt", "returned", stripe_id="re_0", allocations=(Allocation("INV2", usd(6000)),))
    assert receipt_of(given(4000, first, back, money="receipt")).allocations == (Allocation("INV2", usd(-4000)),)


def test_a_refund_of_more_than_others_have_left_paid_is_held():
    parts = receipt_of(given(10000, money="receipt")).allocations
    first = own("receipt", "money", stripe_id="re_0", document="INV2", allocations=parts)
    for money in ("receipt", "cashbook"):
        assert given(1000, first, money=money).reason_code == "refund.more_than_paid"


def test_what_came_off_one_invoice_goes_back_to_it_whatever_others_opened_since():
    parts = (Allocation("INV2", usd(-4000)),)
    money = own("receipt", "money", stripe_id="re_1", document="INV2", allocations=parts, amount=usd(-4000))
    other = own("receipt", "money", stripe_id="re_2", document="INV2", allocations=(Allocation("INV2", usd(-2000)),))
    back = bodies(given(4000, money, other, money="receipt", back=True))["receipt", "returned"]
    assert back.allocations == (Allocation("INV2", usd(4000)),)


def test_an_adjustment_is_taken_back_on_the_very_invoice():
    sent = own("adjustment", "adjustment", stripe_id="re_1", document="INV2")
    made = given(6000, sent, back=True)
    body = bodies(made)["adjustment", "returned_adjustment"]
    assert (body.invoice, body.value, body.transaction_type) == ("INV2", usd(-6000), "I")
    assert effect_of(made) == {}
