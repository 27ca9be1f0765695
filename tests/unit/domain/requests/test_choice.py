"""Whose open invoices are asked for, over how much, and why others are not."""

import pytest

from agent.domain.erp.open_value import local_value, open_value
from agent.domain.errors import Misconfigured
from agent.domain.requests.choice import choose, chosen, is_open, source_hash
from agent.domain.requests.link import Ask, Way
from tests.unit.domain.requests.rows import OWNER, customer, invoice, rules

BIG = "000000000100601"


def test_an_open_invoice_of_a_chosen_customer_is_asked_for_over_what_is_open():
    found = choose(invoice(balance="82.15", value="482.15"), rules(), is_chosen=True)
    metadata = {"syspro_invoice": BIG, "syspro_customer": OWNER}
    assert (found.ask, found.reason) == (Ask(8215, "usd", "Invoice 100601", metadata), "")


def test_the_names_in_the_metadata_are_those_that_payments_are_read_by():
    texts = {"receipts.invoice_keys": "bill, other", "customers.metadata_keys": ""}
    found = choose(invoice("WEB-7"), rules(label="Rechnung", **texts), is_chosen=True)
    assert (found.ask.name, dict(found.ask.metadata)) == ("Rechnung WEB-7", {"bill": "WEB-7"})


@pytest.mark.parametrize(("currency", "minor"), [("YEN", 1500), ("EUR", 150000)])
def test_amounts_are_in_stripes_minor_units(currency, minor):
    assert choose(invoice(balance="1500", currency=currency), rules(), is_chosen=True).ask.minor == minor


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"balance": "0"}, "nothing open"),
        ({"balance": "-5"}, "nothing open"),
        ({"currency": "ZZZ"}, "currencies.to_syspro"),
        ({"currency": "UGX"}, "currencies.ugx_hundredths"),
        ({"number": "1,2"}, "comma"),
        ({"balance": "0.3", "currency": "YEN"}, "less than Stripe's smallest unit"),
        ({"balance": "50", "value": "100", "currency": "EUR", "rate": "1.1"}, "receipts.foreign_balance"),
    ],
)
def test_what_cannot_be_asked_for_says_why(changes, told):
    found = choose(invoice(**changes), rules(), is_chosen=True)
    assert found.ask is None
    assert told in found.reason


def test_a_currency_that_stripe_does_not_have_is_not_asked_in():
    odd = rules(**{"currencies.to_syspro": '{"usd": "$"}'})
    assert "currencies.to_syspro" in choose(invoice(currency="EUR"), odd, is_chosen=True).reason


def test_ugandan_shillings_are_asked_in_once_the_site_has_confirmed_them():
    confirmed = rules(**{"currencies.ugx_hundredths": "yes"})
    assert choose(invoice(balance="5", currency="UGX"), confirmed, is_chosen=True).ask.minor == 500


@pytest.mark.parametrize("document_type", ["C", "D"])
def test_credit_and_debit_notes_are_never_asked_for(document_type):
    note = invoice(document_type=document_type)
    assert choose(note, rules(), is_chosen=True).ask is None
    assert not is_open(note)


def test_an_invoice_of_somebody_else_is_not_asked_for():
    assert choose(invoice(), rules(), is_chosen=False).ask is None
    assert is_open(invoice())


@pytest.mark.parametrize(
    ("settings", "row", "custom", "expected"),
    [
        ({}, customer(), {}, True),
        ({}, customer("000000000000002"), {}, False),
        ({}, None, {}, False),
        ({"customers": "*"}, customer("000000000000002"), {}, True),
        ({"customers": "", "customer_classes": "B2B"}, customer(customer_class="B2B"), {}, True),
        ({"customers": "", "customer_classes": "B2B"}, customer(), {}, False),
        ({"customers": "", "custom_field": "WEB"}, customer(), {"WEB": "Y"}, True),
        ({"customers": "", "custom_field": "WEB"}, customer(), {"WEB": "N"}, False),
        ({"customers": "", "custom_field": "WEB"}, customer(), {}, False),
        ({"customers": ""}, customer(), {"WEB": "Y"}, False),
    ],
)
def test_customers_are_chosen_by_code_class_or_custom_field(settings, row, custom, expected):
    assert chosen(row, custom, rules(**settings)) is expected


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"receipts.invoice_keys": ""}, "receipts.invoice_keys"),
        ({"posting.mode": "summary"}, "posting.mode"),
        ({"posting.modes_from": '{"2026-11-01": "summary"}'}, "posting.mode"),
        ({"posting.modes_from": '{"2026-12-01": "summary"}'}, "posting.mode"),
        ({"posting.mode": "summary", "posting.modes_from": '{"2026-12-01": "orders"}'}, "posting.mode"),
        ({"custom_field": "OTHER"}, "requests.custom_field"),
        ({"customers": "1234567890123456"}, "requests.customers"),
        ({"as": "invoice", "customers.metadata_keys": ""}, "customers.metadata_keys"),
    ],
)
def test_rules_that_cannot_work_are_refused(settings, told):
    with pytest.raises(Misconfigured) as refused:
        rules(**settings)
    assert refused.value.problem.code == told


def test_a_summary_that_is_over_is_in_nobodys_way():
    assert rules(**{"posting.mode": "summary", "posting.modes_from": '{"2026-11-01": "orders"}'}).invoice_key


def test_only_what_decides_changes_the_fingerprint():
    assert rules(batch="7").fingerprint == rules().fingerprint
    assert rules(label="Bill").fingerprint != rules().fingerprint


def test_the_hash_tells_whether_anything_is_to_be_asked_anew():
    source = source_hash(invoice(), rules(), is_chosen=True)
    assert source == source_hash(invoice(balance="482.150"), rules(), is_chosen=True)
    assert source != source_hash(invoice(), rules(), is_chosen=False)
    assert source != source_hash(invoice(), rules(label="Bill"), is_chosen=True)
    assert source != source_hash(invoice(balance="1"), rules(), is_chosen=True)


@pytest.mark.parametrize(
    ("balance", "foreign", "rate", "mul_div", "expected"),
    [
        ("50", "invoice", "2", "M", "50"),
        ("50", "local", "2", "M", "25"),
        ("50", "local", "2", "D", "100"),
        ("50", "local", "0", "M", None),
        ("100", "unpaid", "0", "M", "100"),
        ("200", "unpaid", "2", "M", "100"),
        ("50", "unpaid", "2", "D", "100"),
        ("70", "unpaid", "2", "M", None),
        ("0", "unpaid", "2", "M", "0"),
    ],
)
def test_what_is_open_on_a_foreign_invoice_is_read_as_the_site_says(balance, foreign, rate, mul_div, expected):
    row = invoice(balance=balance, value="100", rate=rate)
    found = open_value(
        row.balance, whole=row.value, rate=row.rate, mul_div=mul_div, foreign=foreign, local=False
    )  # fmt: skip
    assert (None if found is None else str(found.normalize() + 0)) == (
        None if expected is None else str(row.value.__class__(expected).normalize() + 0)
    )


def test_a_local_document_needs_no_rate():
    row = invoice()
    assert (
        open_value(row.balance, whole=row.value, rate=row.rate, mul_div="", foreign="unpaid", local=True) == row.balance
    )
    assert local_value(row.value, row.rate * 0, "M") is None


def test_the_site_says_what_an_open_invoice_becomes():
    assert choose(invoice(BIG), rules(), is_chosen=True).ask.way is Way.LINK
    assert choose(invoice(BIG), rules(**{"as": "invoice"}), is_chosen=True).ask.way is Way.INVOICE
    assert rules(**{"as": "invoice"}).fingerprint != rules().fingerprint
    # How Stripe collects, and by when, changes none that are made.
    assert rules(days_until_due="7", stripe_collects="yes").fingerprint == rules().fingerprint
