"""What has to be asked of SYSPRO before a payment can be decided."""

import pytest

from agent.domain.fitting import DoesNotFitError
from agent.domain.json_reader import BadJsonError
from agent.domain.money import UnknownCurrencyError
from agent.domain.needs import Needs, needs_of
from tests.unit.domain.cases import charge, customer, facts, line_item, lines, policy, session


def needs(paid=None, *, settings=(), **roles):
    return needs_of(facts(paid, **roles).stripe, policy(**dict(settings)))


def test_a_payment_asks_for_payer_stock_codes_and_invoice():
    payer = customer(metadata={"syspro_customer": "42"}, tax_ids={"data": [{"value": "GB1"}]})
    items = lines(line_item(code="NUT"), line_item(code="BOLT"), line_item(code="BOLT"), line_item(code=""))
    found = needs(charge(metadata={"syspro_invoice": "1007"}), customer=payer, session=session(), line_items=items)
    assert (found.party, found.customer_code, found.email) == ("cus_1|usd", "000000000000042", "ann@example.com")
    assert (found.tax_number, found.stock_codes, found.invoice) == ("GB1", ("BOLT", "NUT"), "000000000001007")


def test_an_agreed_order_asks_for_the_customer_that_it_names_before_the_payers():
    line = '{"stock_code": "BOLT", "quantity": "1", "price": "10", "tax": 0}'
    intent = {"id": "pi_1", "metadata": {"agreed_1": line, "syspro_customer": "6"}}
    payer = customer(metadata={"syspro_customer": "42"})
    assert needs(payment_intent=intent, customer=payer).customer_code == "000000000000006"
    # Any other payment is its payer's: shops write many things to a payment.
    other = {"id": "pi_1", "metadata": {"syspro_customer": "6"}}
    assert needs(payment_intent=other, customer=payer).customer_code == "000000000000042"


def test_a_payment_tells_its_day_and_all_that_it_says_it_pays():
    found = needs(charge(metadata={"syspro_invoice": "8, 7", "po_number": " PO-1 "}))
    assert (found.day, found.currency, found.purchase_order) == ("2023-11-14", "USD", "PO-1")
    assert (found.invoices, found.invoices_explicit) == (("000000000000008", "000000000000007"), True)
    assert found.invoice == "000000000000008, 000000000000007"
    assert (needs().invoices, needs().invoices_explicit, needs().purchase_order) == ((), False, "")


def test_a_guest_asks_for_the_guest_account():
    found = needs()
    assert (found.party, found.guest_code, found.stock_codes, found.invoice) == ("", "GUEST-USD", (), "")


def test_a_payer_with_an_account_of_its_own_does_not_ask_for_the_guests():
    assert needs(customer=customer()).guest_code == ""
    assert needs(customer=customer(), settings={"customers__policy": "guest"}).guest_code == "GUEST-USD"


def test_only_what_the_site_matches_by_is_asked():
    payer = customer(tax_ids={"data": [{"value": "GB1"}]})
    found = needs(customer=payer, settings={"customers__match_email": "no", "customers__match_tax_id": "no"})
    assert (found.email, found.tax_number) == ("", "")


@pytest.mark.parametrize("change", [{"status": "failed"}, {"status": "pending"}, {"captured": False}])
def test_a_payment_that_moves_no_money_asks_nothing(change):
    assert needs(charge(**change)) == Needs()


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"amount_captured": None}, BadJsonError),
        ({"currency": "xxx"}, UnknownCurrencyError),
        ({"metadata": {"syspro_invoice": "9" * 30}}, DoesNotFitError),
    ],
)
def test_what_cannot_be_used_is_refused_in_the_words_of_decide(change, error):
    with pytest.raises(error):
        needs(charge(**change))


def test_a_customer_code_that_is_too_long_is_refused():
    with pytest.raises(DoesNotFitError):
        needs(customer=customer(metadata={"customer_code": "9" * 16}))
