"""Setting up: what both systems have suggests the answers, what is learned becomes settings, a preview becomes figures."""

import dataclasses

import pytest

from agent.domain.codec import dumps, loads
from agent.domain.decisions import Outcome
from agent.domain.documents import State
from agent.domain.erp import CodeList, CodeRow, CustomerRow, LedgerRow
from agent.domain.errors import Problem
from agent.domain.flow_set import FlowSet
from agent.domain.kinds import Journal, Kind
from agent.domain.mapping import MappingContent
from agent.domain.money import Money
from agent.domain.preview import AccountTotal, Preview, PreviewDocument
from agent.domain.readmodels import DecisionRow, SetAside
from agent.domain.settings import SETTINGS, Values, parse
from agent.domain.setup import (
    Access,
    CauseCount,
    CustomerNote,
    Found,
    Kept,
    KeyFormats,
    Right,
    StateSum,
    Step,
    Told,
    Tried,
    Why,
    answers_of,
    derived_settings,
    fields_of,
    holds_back,
    summary_of,
)
from agent.domain.setup.found import formats_of, habits_of
from agent.domain.setup.likeness import WISHES, best
from agent.domain.template_filling import filled
from agent.shipped import shipped_flows, shipped_templates

TEMPLATES = {template.name: template for template in shipped_templates()}

FOUND = Found(
    account="acct_1 test",
    currencies=("eur", "usd"),
    company="EDU1",
    lists={
        "banks": (
            CodeRow("FIRST", "First Bank, current"),
            CodeRow("STR-EUR", "Stripe EUR"),
            CodeRow("STR-USD", "Stripe USD"),
        ),
        "branches": (CodeRow("10", "Head office"), CodeRow("20", "Online shop")),
        "terms": (CodeRow("30", "30 days"), CodeRow("C", "Cash")),
        "warehouses": (CodeRow("A1", ""),),
        "currencies": (CodeRow("EUR"), CodeRow("USD"), CodeRow("CHF")),
        "product_classes": (CodeRow("TOOL"), CodeRow("RTN")),
        "tax_codes": (CodeRow("A"), CodeRow("E")),
    },
    ledger=(
        LedgerRow("1010", "Current account, First Bank", "A", control=False),
        LedgerRow("1020", "Bank EUR", "A", control=False),
        LedgerRow("1310", "Stripe clearing USD", "A", control=False),
        LedgerRow("1320", "Verrechnung Stripe EUR", "A", control=False),
        LedgerRow("1410", "Money held by disputes", "A", control=False),
        LedgerRow("6100", "Stripe-Gebühren", "E", control=False),
        LedgerRow("6200", "Losses from disputes", "E", control=False),
        LedgerRow("7100", "Exchange differences", "E", control=False),
    ),
    keys=KeyFormats(customer_numeric=False, customer_length=7, invoice_numeric=True, invoice_length=15),
    guests=(CustomerNote("WEB001", "Web guest", "USD"),),
    habits={"salesperson": "HOUSE", "price_codes:eur": "E"},
)


def fields(name, found=FOUND, **settings):
    values = Values({key.replace("__", "."): text for key, text in settings.items()})
    return {(one.question, one.entry): one for one in fields_of(TEMPLATES[name], found, values)}


def test_codes_whose_names_fit_are_suggested_for_each_currency():
    shown = fields("web-shop")
    texts = {place: one.text for place, one in shown.items() if one.why is Why.NAMED}
    assert texts == {
        ("clearing_bank", "eur"): "STR-EUR",
        ("clearing_bank", "usd"): "STR-USD",
        ("clearing_account", "eur"): "1320",
        ("clearing_account", "usd"): "1310",
        ("bank_account", "eur"): "1020",
        ("bank_account", "usd"): "1010",
        ("fees", ""): "6100",
        ("held_money", ""): "1410",
        ("dispute_losses", ""): "6200",
        ("differences", ""): "7100",
        ("guests", "usd"): "WEB001",
        ("branch", ""): "20",
        ("terms", ""): "C",
        ("credit_class", ""): "RTN",
    }


def test_what_nothing_suggests_stays_empty_and_offers_the_codes_there_are():
    charge = fields("web-shop")["charge_class", ""]
    assert (charge.text, charge.why, charge.required) == ("", Why.NOTHING, True)
    assert [row.code for row in charge.choices] == ["TOOL", "RTN"]
    assert fields("web-shop")["guests", "eur"].text == ""


def test_the_only_code_a_learned_length_and_a_default_are_said_as_such():
    shown = fields("web-shop")
    assert (shown["warehouse", ""].text, shown["warehouse", ""].why) == ("A1", Why.ONLY)
    assert (shown["invoice_length", ""].text, shown["invoice_length", ""].why) == ("15", Why.LEARNED)
    b2b = fields("b2b-invoices", dataclasses.replace(FOUND, keys=KeyFormats()))
    assert (b2b["unmatched", ""].text, b2b["unmatched", ""].why) == ("hold", Why.DEFAULT)
    assert b2b["invoice_length", ""].why is Why.DEFAULT


def test_what_most_customers_have_is_suggested_as_learned():
    shown = fields("web-shop")
    assert (shown["salesperson", ""].text, shown["salesperson", ""].why) == ("HOUSE", Why.LEARNED)
    assert (shown["price_codes", "eur"].text, shown["price_codes", "eur"].why) == ("E", Why.LEARNED)
    assert shown["price_codes", "usd"].why is Why.NOTHING


def test_the_habit_of_the_site_is_what_most_of_its_customers_have():
    rows = [customer("A", "USD"), customer("B", "USD"), customer("B", "USD"), customer("", "EUR", "E")]
    assert habits_of(rows) == {"salesperson": "B", "price_codes:usd": "1", "price_codes:eur": "E"}


def customer(salesperson, currency, price_code="1"):
    names = [field.name for field in dataclasses.fields(CustomerRow)]
    told = {"salesperson": salesperson, "currency": currency, "price_code": price_code}
    return CustomerRow(**(dict.fromkeys(names, "") | told))


def test_what_the_site_has_set_counts_more_than_a_suggestion():
    shown = fields(
        "web-shop",
        receipts__bank='{"usd": "OLD"}',
        accounts__ledger='{"fee": "6999", "bank": "1999"}',
        orders__tax_rates='{"A": "8.25"}',
    )
    assert (shown["clearing_bank", "usd"].text, shown["clearing_bank", "usd"].why) == ("OLD", Why.SET)
    assert shown["clearing_bank", "eur"].why is Why.NAMED
    assert (shown["fees", ""].text, shown["fees", ""].why) == ("6999", Why.SET)
    assert shown["bank_account", "eur"].text == shown["bank_account", "usd"].text == "1999"
    assert (shown["tax_rates", "A"].text, shown["tax_rates", "E"].text) == ("8.25", "")


def test_answers_that_differ_by_currency_are_told_apart_again():
    shown = fields("web-shop", accounts__ledger='{"bank:usd": "1001", "bank:eur": "1002"}')
    assert shown["bank_account", "usd"].text == "1001"
    assert shown["bank_account", "eur"].text == "1002"


def test_what_has_to_be_answered_comes_first():
    order = [one.required or bool(one.text) for one in fields("web-shop").values()]
    assert order == sorted(order, reverse=True)


def test_accepted_suggestions_fill_the_template():
    shown = fields("web-shop")
    texts = {place: one.text or "TOOL" for place, one in shown.items() if one.text or one.required}
    texts["guests", "eur"] = " "
    answers = answers_of(tuple(shown.values()), texts)
    assert answers["clearing_bank"] == "eur=STR-EUR, usd=STR-USD"
    assert answers["guests"] == "usd=WEB001"
    content = filled(TEMPLATES["web-shop"], answers, MappingContent(FlowSet().with_shipped(shipped_flows()), Values()))
    assert content.policy.text("orders.warehouse") == "A1"


def test_nothing_is_suggested_where_nothing_was_found():
    shown = fields("summary-journal", Found(currencies=("usd",)))
    assert not [one for one in shown.values() if one.text]


def test_formats_of_keys_and_currencies_become_settings():
    found = dataclasses.replace(FOUND, currencies=("chf", "usd", "sek"))
    told = derived_settings(found, Values())
    assert told["keys.customer_numeric"] == "no"
    assert told["keys.customer_length"] == "7"
    assert told["keys.invoice_length"] == "15"
    assert Values(told).table("currencies.to_syspro")["chf"] == "CHF"
    assert "sek" not in told["currencies.to_syspro"]
    assert "keys.invoice_numeric" not in told, "it is so by default"
    for name, text in told.items():
        parse(SETTINGS[name], text)


def test_nothing_is_set_where_no_row_tells():
    assert derived_settings(Found(currencies=("usd",)), Values()) == {}


@pytest.mark.parametrize(
    ("keys", "format_of"),
    [
        (["0001", "0002"], (True, 4)),
        (["0001", "WEB1"], (False, 4)),
        (["1", "0002"], (False, 4)),
        (["", ""], (None, 0)),
    ],
)
def test_the_format_of_keys_is_learned_from_those_that_are_stored(keys, format_of):
    formats = formats_of(keys, ())
    assert (formats.customer_numeric, formats.customer_length) == format_of
    assert (formats.invoice_numeric, formats.invoice_length) == (None, 0)


def test_a_code_with_a_wrong_type_or_a_word_that_excludes_it_is_no_suggestion():
    wish = WISHES["fees"]
    assert best(wish, [("1", "Stripe processing fees", "A"), ("2", "Stripe dispute fees", "E")]) == ""


def test_every_question_that_may_be_wished_for_is_one_of_a_template():
    asked = {question.name for template in TEMPLATES.values() for question in template.questions}
    assert set(WISHES) <= asked
    assert {which.value for which in CodeList} >= set(FOUND.lists)


def test_a_connection_works_when_nothing_that_is_needed_is_missing():
    fine = Right("charge_read", "Payments.", granted=True)
    missing = Right("payout_read", "Payouts.", granted=False)
    strong = Right("Transfers", "Nothing.", granted=True, needed=False)
    access = Access((Tried("Stripe", (fine, strong)), Tried("SYSPRO", (fine, missing))))
    assert access.of("Stripe").works
    assert not access.of("SYSPRO").works
    assert access.of("SYSPRO").answers
    assert access.of("Nobody") is None
    assert (missing.is_missing, strong.is_missing, strong.is_too_strong, fine.is_too_strong) == (
        True,
        False,
        True,
        False,
    )
    broken = Tried("Stripe", problem=Problem("No", "No answer."))
    assert not broken.works
    assert not broken.answers


def test_nothing_is_posted_between_the_first_step_and_the_launch():
    assert not holds_back(None)
    assert holds_back(Kept(Step.ACCESS))
    assert not holds_back(Kept(Step.LAUNCHED))


def document(state, amount, reason="", code="", title="Somebody"):
    return PreviewDocument(
        Kind.JOURNAL, "p", "ch_1", title, amount, state, reason, code, "flow", "", "", "", "", "", (),
        Journal("r", "2026-11-01", ()),
    )  # fmt: skip


def decision(outcome, code=""):
    return DecisionRow(1, "A", "ch_2", outcome, f"Because {code}.", code, "flow", 1, None, 1, 0)


def test_a_preview_in_figures():
    usd = Money(500, "usd")
    preview = Preview(
        since_at=1,
        until_at=2,
        events=9,
        documents=(
            document(State.POSTED, usd),
            document(State.POSTED, usd),
            document(State.POSTED, None),
            document(State.PARKED, usd, "No stock.", "stock", "Ada"),
            document(State.HELD, usd, "No stock.", "stock", "Bea"),
        ),
        decisions=(decision(Outcome.HELD, "guest"), decision(Outcome.WAITING), decision(Outcome.IGNORED)),
        unreadable=(SetAside("ch_9", "charge", 1, 1, "Unreadable.", "bad"),),
        accounts=(AccountTotal("1310", "usd", 5, 0),),
    )
    told = summary_of(preview)
    assert (told.events, told.movements, told.held, told.waiting, told.ignored) == (9, 3, 2, 1, 1)
    assert StateSum(State.POSTED, "usd", 2, 1000) in told.sums
    assert told.count(State.POSTED) == 3
    assert told.causes[0] == CauseCount("stock", "No stock.", "Ada", 2)
    assert {cause.code for cause in told.causes} == {"stock", "guest", "bad"}
    assert loads(Told, dumps(Told(3, preview=told))).preview == told


def test_what_was_found_can_be_kept():
    assert loads(Told, dumps(Told(3, found=FOUND))).found == FOUND
