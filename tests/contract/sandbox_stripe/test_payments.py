"""Charges and payment intents: attempts, captures, banks, fees and other currencies."""

import pytest
import stripe

from connectors.sandbox.stripe import Payment, Sale

DAY_S = 86_400


def movements(client, source):
    return client.v1.balance_transactions.list({"source": source, "limit": 100}).data


def test_the_fee_is_2_9_percent_and_a_fixed_amount_rounded_half_up(sandbox, client):
    for amount, currency, fee in (
        (12000, "usd", 378),
        (5000, "usd", 175),
        (1550, "usd", 75),
        (1000, "jpy", 69),
        (50, "eur", 26),
    ):
        charge = sandbox.trading.charge(amount, currency)
        (movement,) = movements(client, charge["id"])
        assert (movement.amount, movement.fee, movement.net) == (amount, fee, amount - fee)
        assert sum(detail.amount for detail in movement.fee_details) == fee
        assert (movement.type, movement.reporting_category) == ("charge", "charge")


def test_tax_on_fees_is_a_fee_detail_of_its_own(sandbox, client):
    sandbox.options.fee_tax_percent = 20
    charge = sandbox.trading.charge(12000, "usd")
    (movement,) = movements(client, charge["id"])
    assert [(detail.type, detail.amount) for detail in movement.fee_details] == [("stripe_fee", 378), ("tax", 76)]
    assert movement.net == 12000 - 378 - 76


def test_money_comes_first_null_and_then_with_charge_updated(sandbox, client, types_of):
    charge = sandbox.trading.charge(1000, "usd", payment=Payment(settle_after_s=None))
    assert client.v1.charges.retrieve(charge["id"]).balance_transaction is None
    sandbox.trading.settle(charge["id"])
    found = client.v1.charges.retrieve(charge["id"], {"expand": ["balance_transaction"]})
    assert found.balance_transaction.amount == 1000
    assert types_of() == ["payment_intent.created", "charge.succeeded", "payment_intent.succeeded", "charge.updated"]


def test_money_comes_at_once_when_the_account_does_not_capture_asynchronously(sandbox, types_of):
    sandbox.options.automatic_async = False
    charge = sandbox.trading.charge(1000, "usd")
    assert charge["balance_transaction"].startswith("txn_3")
    assert "charge.updated" not in types_of()


def test_failed_attempts_are_charges_under_the_same_intent(sandbox, client, types_of):
    charge = sandbox.trading.charge(2500, "eur", payment=Payment(declines=("card_declined", "insufficient_funds")))
    attempts = client.v1.charges.list({"payment_intent": charge["payment_intent"]}).data
    assert sorted(attempt.status for attempt in attempts) == ["failed", "failed", "succeeded"]
    failed = next(attempt for attempt in attempts if attempt.status == "failed")
    assert (failed.paid, failed.captured, failed.balance_transaction) == (False, False, None)
    assert failed.outcome.type == "issuer_declined"
    assert types_of("charge.") == ["charge.failed", "charge.failed", "charge.succeeded", "charge.updated"]


def test_an_authorisation_is_no_money_until_it_is_captured(sandbox, client, types_of):
    held = sandbox.trading.authorise(3000, "usd")
    found = client.v1.charges.retrieve(held["id"])
    assert (found.status, found.paid, found.captured, found.amount_captured) == ("succeeded", True, False, 0)
    assert found.balance_transaction is None
    assert client.v1.payment_intents.retrieve(held["payment_intent"]).status == "requires_capture"
    sandbox.trading.capture(held["id"])
    assert client.v1.charges.retrieve(held["id"]).amount_captured == 3000
    assert types_of() == [
        "payment_intent.created",
        "charge.succeeded",
        "payment_intent.amount_capturable_updated",
        "charge.captured",
        "payment_intent.succeeded",
    ]


def test_a_part_capture_is_two_movements_and_no_refund(sandbox, client):
    held = sandbox.trading.authorise(3000, "usd")
    sandbox.trading.capture(held["id"], amount=2000)
    found = client.v1.charges.retrieve(held["id"])
    assert (found.amount_captured, found.amount_refunded, found.refunded) == (2000, 1000, False)
    assert client.v1.refunds.list({"charge": held["id"]}).data == []
    moved = {movement.reporting_category: movement for movement in movements(client, held["id"])}
    assert moved["charge"].amount == 3000
    assert moved["partial_capture_reversal"].amount == -1000
    assert sum(movement.net for movement in moved.values()) == 2000 - 88
    assert client.v1.payment_intents.retrieve(held["payment_intent"]).amount_received == 2000


def test_an_authorisation_that_expires_never_becomes_money(sandbox, client, types_of):
    held = sandbox.trading.authorise(3000, "usd")
    sandbox.trading.cancel_authorisation(held["id"])
    found = client.v1.charges.retrieve(held["id"], {"expand": ["refunds"]})
    assert (found.captured, found.refunded) == (False, True)
    assert found.refunds.data[0].reason == "expired_uncaptured_charge"
    assert found.refunds.data[0].balance_transaction is None
    assert movements(client, held["id"]) == []
    assert "charge.expired" in types_of()


def test_what_cannot_be_captured_is_refused(sandbox, client):
    held = sandbox.trading.authorise(3000, "usd")
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.charges.capture(held["id"], {"amount": 3001})
    assert refused.value.code == "amount_too_large"
    client.v1.charges.capture(held["id"])
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.charges.capture(held["id"])
    assert refused.value.code == "charge_already_captured"


def test_a_bank_payment_waits_and_then_succeeds(sandbox, client, types_of):
    charge = sandbox.trading.charge(8000, "eur", payment=Payment("sepa_debit"))
    assert charge["id"].startswith("py_3")
    assert (charge["status"], charge["paid"], charge["captured"]) == ("pending", False, False)
    assert client.v1.payment_intents.retrieve(charge["payment_intent"]).status == "processing"
    sandbox.trading.finish_async(charge["id"])
    (movement,) = movements(client, charge["id"])
    assert (movement.type, movement.reporting_category) == ("payment", "charge")
    assert types_of("charge.") == ["charge.pending", "charge.succeeded"]


def test_a_bank_payment_can_fail_and_be_no_money(sandbox, client, types_of):
    charge = sandbox.trading.charge(8000, "eur", payment=Payment("sepa_debit"))
    sandbox.trading.finish_async(charge["id"], succeeded=False)
    assert client.v1.charges.retrieve(charge["id"]).failure_code == "insufficient_funds"
    assert movements(client, charge["id"]) == []
    assert types_of()[-2:] == ["charge.failed", "payment_intent.payment_failed"]


def test_a_bank_can_take_back_what_it_paid(sandbox, client):
    charge = sandbox.trading.charge(8000, "eur", payment=Payment("sepa_debit", bank_answers_after_s=DAY_S))
    sandbox.trading.bank_return(charge["id"])
    found = client.v1.charges.retrieve(charge["id"], {"expand": ["failure_balance_transaction"]})
    assert (found.failure_balance_transaction.type, found.failure_balance_transaction.amount) == (
        "payment_failure_refund",
        -8000,
    )


def test_a_session_paid_by_a_bank_is_complete_before_it_is_paid(sandbox, lines, types_of):
    session = sandbox.trading.checkout(Sale("eur", lines), payment=Payment("sepa_debit"))
    assert (session["status"], session["payment_status"]) == ("complete", "unpaid")
    charge = sandbox.engine.get(sandbox.engine.get(session["payment_intent"])["latest_charge"])
    sandbox.trading.finish_async(charge["id"])
    assert sandbox.engine.get(session["id"])["payment_status"] == "paid"
    assert types_of("checkout") == ["checkout.session.completed", "checkout.session.async_payment_succeeded"]


def test_a_currency_the_account_does_not_hold_is_settled_in_dollars(sandbox, client):
    charge = sandbox.trading.charge(10_000, "gbp")
    (movement,) = movements(client, charge["id"])
    assert (movement.currency, movement.amount) == ("usd", 12_684)
    assert str(movement.exchange_rate) == "1.2684"
    assert client.v1.charges.retrieve(charge["id"]).currency == "gbp"


@pytest.mark.parametrize(
    ("amount", "currency", "dollars"), [(100_000, "krw", 7330), (1000, "kwd", 325), (333, "mxn", 18)]
)
def test_conversion_knows_stripes_minor_units(sandbox, client, amount, currency, dollars):
    charge = sandbox.trading.charge(amount, currency)
    assert movements(client, charge["id"])[0].amount == dollars


def test_yen_settle_in_yen(sandbox, client):
    charge = sandbox.trading.charge(5000, "jpy")
    (movement,) = movements(client, charge["id"])
    assert (movement.currency, movement.amount, movement.exchange_rate) == ("jpy", 5000, None)


def test_metadata_of_the_intent_is_copied_to_the_charge_once(client):
    intent = client.v1.payment_intents.create(
        {"amount": 700, "currency": "usd", "metadata": {"a": "1"}, "confirm": True, "payment_method": "pm_card_visa"}
    )
    client.v1.payment_intents.update(intent.id, {"metadata": {"b": "2"}})
    assert client.v1.charges.retrieve(intent.latest_charge).metadata.to_dict() == {"a": "1"}
    assert client.v1.payment_intents.retrieve(intent.id).metadata.to_dict() == {"a": "1", "b": "2"}


def test_an_intent_goes_through_its_states_over_the_api(client):
    intent = client.v1.payment_intents.create({"amount": 700, "currency": "USD", "capture_method": "manual"})
    assert (intent.status, intent.currency) == ("requires_payment_method", "usd")
    intent = client.v1.payment_intents.confirm(intent.id, {"payment_method": "pm_card_visa"})
    assert (intent.status, intent.amount_capturable) == ("requires_capture", 700)
    intent = client.v1.payment_intents.capture(intent.id)
    assert (intent.status, intent.amount_received) == ("succeeded", 700)
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.payment_intents.cancel(intent.id)
    assert refused.value.code == "payment_intent_unexpected_state"


def test_a_declined_card_is_402_and_leaves_a_failed_charge(client):
    intent = client.v1.payment_intents.create({"amount": 700, "currency": "usd"})
    with pytest.raises(stripe.CardError) as refused:
        client.v1.payment_intents.confirm(intent.id, {"payment_method": "pm_card_chargeDeclinedInsufficientFunds"})
    assert refused.value.http_status == 402
    found = client.v1.payment_intents.retrieve(intent.id, {"expand": ["latest_charge"]})
    assert found.latest_charge.outcome.reason == "insufficient_funds"
    assert found.last_payment_error.decline_code == "insufficient_funds"


def test_ids_look_like_stripes(sandbox, lines, client):
    customer = sandbox.trading.customer(name="x")
    session = sandbox.trading.checkout(Sale("usd", lines, 0, customer["id"]))
    charge = client.v1.charges.list({"customer": customer["id"]}).data[0]
    assert len(charge.id) == 27
    assert charge.id.startswith("ch_3")
    assert len(customer["id"]) == 18
    assert session["payment_intent"].startswith("pi_3")
    assert session["id"].startswith("cs_test_")
    assert client.v1.events.list({}).data[0].id.startswith("evt_")


def test_money_becomes_available_after_two_days(sandbox, client, clock):
    charge = sandbox.trading.charge(1000, "usd", at=clock.now() - 1000)
    assert movements(client, charge["id"])[0].status == "pending"
    clock.advance(2 * DAY_S)
    assert movements(client, charge["id"])[0].status == "available"


def test_a_bare_charge_has_no_intent_and_may_be_declined(client):
    charge = client.raw_request(
        "post", "/v1/charges", amount=900, currency="usd", source="tok_visa", metadata={"a": "1"}
    )
    assert charge.data["payment_intent"] is None
    with pytest.raises(stripe.CardError):
        client.raw_request("post", "/v1/charges", amount=900, currency="usd", source="tok_chargeDeclined")
