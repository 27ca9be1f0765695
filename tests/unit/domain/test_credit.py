"""Whether credit allows an order without payment, from what SYSPRO's tables show."""

from datetime import date
from decimal import Decimal

import pytest

from agent.domain.credit import UNLIMITED, credit_left
from agent.domain.erp import InvoiceRow
from agent.domain.errors import NeedsPerson
from agent.domain.settings import Values
from tests.unit.domain import test_prices

ON = {"portal.on_account": "yes"}


def customer(**changes):
    plain = {"credit_limit": Decimal(1000), "credit_status": "0", "open_orders": Decimal(0), "master_account": ""}
    return test_prices.customer(**plain | {"currency": "USD", "terms_code": "30"} | changes)


def document(balance, **changes):
    plain = {
        "customer": "1", "invoice": "1", "document_type": "I", "invoiced_on": date(2026, 1, 1), "sales_order": "",
        "purchase_order": "", "terms_code": "30", "branch": "", "value": Decimal(100), "balance": Decimal(balance),
        "tax": Decimal(0), "currency": "USD", "rate": Decimal(1), "mul_div": "M",
    }  # fmt: skip
    return InvoiceRow(**plain | changes)


def left(who, *documents, currency="usd", **settings):
    policy = Values(ON | {name.replace("__", "."): text for name, text in settings.items()})
    return credit_left(who, documents, currency, policy)


def refused(*arguments, **settings):
    with pytest.raises(NeedsPerson) as error:
        left(*arguments, **settings)
    return error.value.problem.code


def test_what_is_open_and_what_is_ordered_is_taken_from_the_limit():
    who = customer(open_orders=Decimal("200.50"))
    assert left(who, document("100.01"), document("-30", document_type="C")) == 72_949


def test_more_than_the_limit_leaves_less_than_nothing():
    assert left(customer(), document("1000.01")) == -1


def test_a_limit_is_counted_in_the_minor_units_of_its_currency_and_never_rounded_up():
    who = customer(currency="JPY")
    assert left(who, document("0.5", currency="JPY"), currency="jpy") == 999


def test_no_limit_is_nothing_unless_the_site_says_otherwise():
    who = customer(credit_limit=Decimal(0))
    assert left(who) == 0
    assert left(who, portal__no_limit="unlimited") is UNLIMITED
    assert left(customer(), portal__no_limit="unlimited") == 100_000


def test_an_account_needs_the_sites_word_a_status_and_terms_of_its_choice_and_no_master_account():
    assert refused(customer(), portal__on_account="no") == "order.no_account"
    assert refused(customer(credit_status="3")) == "order.no_account"
    assert left(customer(credit_status="3"), portal__credit_statuses="0,3") == 100_000
    assert refused(customer(), portal__account_terms="60") == "order.no_account"
    assert left(customer(), portal__account_terms="60,30") == 100_000
    assert refused(customer(master_account="9")) == "order.no_account"


def test_a_balance_that_cannot_be_told_is_no_credit():
    foreign = {"rate": Decimal("1.2"), "currency": "EUR"}
    who = customer(currency="EUR")
    assert refused(who, document("50", **foreign), currency="eur") == "order.credit_unknown"
    assert left(who, document("50", **foreign), currency="eur", receipts__foreign_balance="invoice") == 95_000
    assert refused(who, document("50"), currency="eur") == "order.credit_unknown"


def test_open_orders_in_an_unsure_currency_are_no_credit_where_the_customer_may_be_foreign():
    who = customer(open_orders=Decimal(10))
    assert refused(who) == "order.credit_unknown"
    assert left(who, document("100")) == 89_000
    assert left(who, portal__open_orders="customer") == 99_000
    assert left(customer()) == 100_000
