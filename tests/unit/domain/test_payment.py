"""One charge, typed: status, amount, day, settlement, and the invoice it names."""

from dataclasses import replace

import pytest

from agent.domain.fitting import DoesNotFitError
from agent.domain.json_reader import BadJsonError
from agent.domain.money import Money
from agent.domain.payment import NamedInvoices, named_invoices, payment_of
from tests.unit.domain.cases import PAID_AT, booking, charge, facts, policy

MANUAL = {"capture_method": "manual"}


def payment(paid=None, *, zone="UTC", **rest):
    return payment_of(facts(paid, **rest), policy(site__time_zone=zone))


def test_a_captured_payment_is_worth_what_was_captured():
    found = payment(charge(amount=1000, amount_captured=400))
    assert (found.amount, found.partial) == (Money(400, "usd"), True)


def test_an_authorised_payment_is_worth_what_was_authorised():
    found = payment(charge(captured=False, amount_captured=0))
    assert (found.amount, found.captured, found.partial) == (Money(1000, "usd"), False, False)


def test_a_refund_does_not_change_the_amount():
    found = payment(charge(amount_refunded=1000, refunded=True))
    assert (found.amount, found.refunded, found.partial) == (Money(1000, "usd"), True, False)


@pytest.mark.parametrize(
    ("zone", "day"), [("UTC", "2023-11-14"), ("Asia/Tokyo", "2023-11-15"), ("America/New_York", "2023-11-14")]
)
def test_the_day_is_that_of_the_site(zone, day):
    assert payment(zone=zone).date == day


def test_a_card_payment_is_dated_when_it_was_made_whenever_it_is_booked():
    booked = booking(created_at=PAID_AT + 5 * 86400)
    assert payment(booked=booked).date == payment().date == "2023-11-14"


@pytest.mark.parametrize(
    ("paid", "intent"), [(charge(), MANUAL), (charge(payment_method_details={"type": "sepa_debit"}), {})]
)
def test_money_that_moves_later_is_dated_when_it_is_booked(paid, intent):
    booked = booking(created_at=PAID_AT + 5 * 86400)
    found = payment(paid, booked=booked, payment_intent=intent)
    assert (found.books_later, found.booked, found.date) == (True, True, "2023-11-19")
    waiting = payment(paid, payment_intent=intent)
    assert (waiting.books_later, waiting.booked, waiting.date) == (True, False, "2023-11-14")


def test_only_the_booking_of_the_payment_itself_counts():
    assert not payment(booked=booking(type="refund")).booked
    assert payment(booked=booking(type="payment")).booked


def test_what_moved_before_the_first_day_is_told_apart():
    assert payment_of(facts(), policy()).before_start is False
    from_later = payment_of(_starting(PAID_AT + 1), policy())
    assert from_later.before_start is True
    assert payment_of(_starting(PAID_AT), policy()).before_start is False


def _starting(at):
    return replace(facts(), start_at=at)


# ---------------------------------------------------------------- settlement


def test_the_booking_says_in_which_currency_a_payment_settles():
    found = payment(charge(currency="eur"), booked=booking(currency="usd"))
    assert (found.settlement_currency, found.settles_in) == ("usd", "USD")


def test_before_the_booking_a_balance_in_the_same_currency_is_enough():
    assert payment(charge(currency="eur"), held=("eur", "usd")).settlement_currency == "eur"
    assert payment(charge(currency="eur"), held=("usd",)).settlement_currency == ""


def test_the_currencies_that_are_set_come_before_those_that_stripe_shows():
    values = policy(stripe__settlement_currencies="gbp, usd")
    assert payment_of(facts(charge(currency="eur"), held=("eur",)), values).settlement_currency == ""
    assert payment_of(facts(charge(currency="gbp"), held=()), values).settlement_currency == "gbp"


# ---------------------------------------------------------------- what cannot be used


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"amount_captured": "1000"}, "charge.amount_captured is text, not a whole number."),
        ({"captured": None}, "charge.captured is missing, not a yes/no."),
        ({"created": 10**18}, "no calendar has"),
        ({"id": "half \ud83d"}, "no id of Stripe's"),
        ({"id": ""}, "no id of Stripe's"),
    ],
)
def test_a_charge_of_the_wrong_form_is_refused_with_the_field(change, words):
    with pytest.raises(BadJsonError, match=words):
        payment(charge(**change))


# ---------------------------------------------------------------- the invoice it names


def invoice_of(paid=None, **roles):
    return named_invoices(facts(paid, **roles).stripe, policy())


def test_an_invoice_number_in_metadata_is_explicit_and_padded():
    assert invoice_of(charge(metadata={"syspro_invoice": "1007"})) == NamedInvoices(("000000000001007",), explicit=True)
    assert invoice_of(payment_intent={"metadata": {"invoice_number": "1007"}}).explicit


def test_the_number_of_a_stripe_invoice_only_may_be_one_of_syspros():
    assert invoice_of(invoice={"number": "1007"}) == NamedInvoices(("000000000001007",), explicit=False)
    assert invoice_of(invoice={"number": "A-1"}) == NamedInvoices(("A-1",), explicit=False)


def test_metadata_of_a_stripe_invoice_comes_before_its_number():
    assert invoice_of(invoice={"number": "A-1", "metadata": {"syspro_invoice": "8"}}).number == "000000000000008"


@pytest.mark.parametrize("roles", [{}, {"invoice": {"number": None}}, {"invoice": {"number": "  "}}])
def test_most_payments_name_no_invoice(roles):
    assert invoice_of(**roles) == NamedInvoices()


def test_a_number_that_is_too_long_is_refused_only_where_it_was_meant_for_syspro():
    assert invoice_of(invoice={"number": "N" * 40}) == NamedInvoices()
    with pytest.raises(DoesNotFitError, match="longer than 15 characters"):
        invoice_of(charge(metadata={"syspro_invoice": "9" * 40}))
