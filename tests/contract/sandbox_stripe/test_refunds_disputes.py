"""Refunds and disputes."""

import pytest
import stripe

from connectors.sandbox.stripe import Payment, RefundOrder


@pytest.fixture
def charge(sandbox):
    return sandbox.trading.charge(10_000, "usd", at=sandbox.clock.now() - 10_000)


def test_a_part_refund_moves_its_amount_and_keeps_the_fee(charge, client, types_of):
    refund = client.v1.refunds.create({"charge": charge["id"], "amount": 3000, "reason": "requested_by_customer"})
    movement = client.v1.balance_transactions.retrieve(refund.balance_transaction)
    assert (movement.amount, movement.fee, movement.type) == (-3000, 0, "refund")
    found = client.v1.charges.retrieve(charge["id"])
    assert (found.amount_refunded, found.refunded) == (3000, False)
    assert types_of()[-2:] == ["refund.created", "charge.refunded"]


def test_amount_refunded_is_cumulative(charge, client):
    client.v1.refunds.create({"charge": charge["id"], "amount": 3000})
    client.v1.refunds.create({"payment_intent": charge["payment_intent"]})
    found = client.v1.charges.retrieve(charge["id"], {"expand": ["refunds"]})
    assert (found.amount_refunded, found.refunded) == (10_000, True)
    assert [refund.amount for refund in found.refunds.data] == [7000, 3000]


def test_more_than_is_left_is_refused(charge, client):
    client.v1.refunds.create({"charge": charge["id"], "amount": 9000})
    with pytest.raises(stripe.InvalidRequestError, match="greater than unrefunded amount"):
        client.v1.refunds.create({"charge": charge["id"], "amount": 1001})
    client.v1.refunds.create({"charge": charge["id"], "amount": 1000})
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.refunds.create({"charge": charge["id"]})
    assert refused.value.code == "charge_already_refunded"


def test_a_refund_that_fails_gives_the_money_back(sandbox, charge, client, types_of):
    refund = sandbox.trading.refund(RefundOrder(charge["id"], 4000))
    sandbox.trading.fail_refund(refund["id"])
    found = client.v1.refunds.retrieve(refund["id"], {"expand": ["failure_balance_transaction"]})
    assert (found.status, found.failure_reason) == ("failed", "lost_or_stolen_card")
    assert (found.failure_balance_transaction.amount, found.failure_balance_transaction.type) == (
        4000,
        "refund_failure",
    )
    assert client.v1.charges.retrieve(charge["id"]).amount_refunded == 0
    assert types_of()[-4:] == ["refund.updated", "charge.refund.updated", "refund.failed", "charge.updated"]


def test_a_pending_refund_may_have_its_money_already_or_not(sandbox, charge, client):
    gone = sandbox.trading.refund(RefundOrder(charge["id"], 100, pending="processing"))
    waiting = sandbox.trading.refund(RefundOrder(charge["id"], 200, pending="insufficient_funds"))
    assert (gone["status"], waiting["status"]) == ("pending", "pending")
    assert client.v1.refunds.retrieve(gone["id"]).balance_transaction is not None
    assert client.v1.refunds.retrieve(waiting["id"]).balance_transaction is None
    sandbox.trading.finish_refund(waiting["id"])
    done = client.v1.refunds.retrieve(waiting["id"], {"expand": ["balance_transaction"]})
    assert (done.status, done.balance_transaction.amount) == ("succeeded", -200)


def test_only_a_pending_refund_can_be_canceled(sandbox, charge, client):
    pending = sandbox.trading.refund(RefundOrder(charge["id"], 100, pending="processing"))
    assert client.v1.refunds.cancel(pending["id"]).status == "canceled"
    done = sandbox.trading.refund(RefundOrder(charge["id"], 100))
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.refunds.cancel(done["id"])


def test_refunds_carry_neither_livemode_nor_sign(charge, client):
    refund = client.v1.refunds.create({"charge": charge["id"], "amount": 1, "metadata": {"why": "test"}})
    assert "livemode" not in refund
    assert refund.amount == 1
    assert client.v1.refunds.update(refund.id, {"metadata": {"why": ""}}).metadata.to_dict() == {}


def test_a_bank_payment_is_refunded_as_a_payment_refund(sandbox, client):
    charge = sandbox.trading.charge(5000, "eur", payment=Payment("sepa_debit", bank_answers_after_s=5))
    refund = client.v1.refunds.create({"charge": charge["id"]})
    assert refund.id.startswith("pyr_")
    assert client.v1.balance_transactions.retrieve(refund.balance_transaction).type == "payment_refund"


def test_a_refund_at_another_rate_is_settled_at_that_rate(sandbox, client):
    charge = sandbox.trading.charge(10_000, "gbp")
    sandbox.account.ledger.set_rate("gbp", "1.300000")
    refund = client.v1.refunds.create({"charge": charge["id"]})
    assert client.v1.balance_transactions.retrieve(refund.balance_transaction).amount == -13_000


def test_a_dispute_withdraws_the_money_and_a_fee(sandbox, charge, client, types_of):
    dispute = sandbox.trading.dispute(charge["id"])
    found = client.v1.disputes.retrieve(dispute["id"])
    (movement,) = found.balance_transactions
    assert (movement.amount, movement.fee, movement.net) == (-10_000, 1500, -11_500)
    assert (movement.type, movement.reporting_category) == ("adjustment", "dispute")
    assert client.v1.charges.retrieve(charge["id"]).disputed is True
    assert types_of("charge.dispute") == ["charge.dispute.created", "charge.dispute.funds_withdrawn"]


def test_a_disputed_charge_cannot_be_refunded(sandbox, charge, client):
    sandbox.trading.dispute(charge["id"])
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.refunds.create({"charge": charge["id"]})
    assert refused.value.code == "charge_disputed"


def test_a_won_dispute_brings_the_money_back(sandbox, charge, client, types_of):
    dispute = sandbox.trading.dispute(charge["id"], amount=4000)
    sandbox.trading.close_dispute(dispute["id"], won=True, fee_returned=True)
    found = client.v1.disputes.retrieve(dispute["id"])
    assert found.status == "won"
    assert sum(movement.net for movement in found.balance_transactions) == 0
    assert found.balance_transactions[1].reporting_category == "dispute_reversal"
    assert types_of("charge.dispute")[-2:] == ["charge.dispute.closed", "charge.dispute.funds_reinstated"]


def test_a_lost_dispute_keeps_the_money_away(sandbox, charge, client):
    dispute = sandbox.trading.dispute(charge["id"])
    assert client.v1.disputes.close(dispute["id"]).status == "lost"
    assert len(client.v1.disputes.retrieve(dispute["id"]).balance_transactions) == 1


def test_an_inquiry_moves_no_money_and_leaves_the_charge_refundable(sandbox, charge, client):
    inquiry = sandbox.trading.dispute(charge["id"], inquiry=True)
    assert inquiry["status"] == "warning_needs_response"
    assert inquiry["balance_transactions"] == []
    assert client.v1.refunds.create({"charge": charge["id"], "amount": 1}).status == "succeeded"
    sandbox.trading.close_dispute(inquiry["id"], won=False)
    assert client.v1.disputes.retrieve(inquiry["id"]).status == "warning_closed"


def test_an_inquiry_can_become_a_dispute(sandbox, charge, client, types_of):
    inquiry = sandbox.trading.dispute(charge["id"], inquiry=True)
    sandbox.trading.escalate(inquiry["id"])
    found = client.v1.disputes.retrieve(inquiry["id"])
    assert (found.status, len(found.balance_transactions)) == ("needs_response", 1)
    assert types_of()[-1] == "charge.dispute.funds_withdrawn"


def test_evidence_is_handed_in_over_the_api(sandbox, charge, client):
    dispute = sandbox.trading.dispute(charge["id"])
    found = client.v1.disputes.update(dispute["id"], {"evidence": {"product_description": "bolts"}, "submit": True})
    assert (found.status, found.evidence.product_description) == ("under_review", "bolts")
