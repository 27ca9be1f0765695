"""A template with its answers becomes a mapping; missing and wrong answers are refused with the place."""

import json
from dataclasses import replace

import pytest

from agent.domain.flow_set import FlowSet
from agent.domain.mapping import MappingContent
from agent.domain.mapping_diff import difference
from agent.domain.settings import Values
from agent.domain.template_filling import filled, present
from agent.domain.templates import BadTemplateError
from tests.unit.domain.test_templates import FLOWS, TEMPLATES

SHOP, BUSINESS, SUMMARY = (TEMPLATES[name] for name in ("web-shop", "b2b-invoices", "summary-journal"))

ACCOUNTS = {
    "clearing_bank": "usd=STRIPE-USD",
    "clearing_account": "usd=1310",
    "bank_account": "1010",
    "fees": "6110",
    "held_money": "1410",
    "dispute_losses": "6200",
    "differences": "7100",
}
SALES = {"sales": "4700", "sales_returns": "4990"}
SHOP_ANSWERS = ACCOUNTS | {
    "guests": "usd=GUEST", "branch": "WEB", "terms": "00", "warehouse": "FG", "charge_class": "WEB", "credit_class": "RTN",
}  # fmt: skip
BUSINESS_ANSWERS = ACCOUNTS | {"credit_class": "RTN"}


def before(flows=FLOWS, **settings):
    return MappingContent(flows, Values({name.replace("__", "."): text for name, text in settings.items()}))


def refused(template, answers, content=None, **options):
    with pytest.raises(BadTemplateError) as error:
        filled(template, answers, content or before(), **options)
    return str(error.value)


def test_a_fresh_site_that_answers_everything_has_all_that_decides():
    after = filled(SHOP, SHOP_ANSWERS, before())
    policy = after.policy
    assert (policy.text("posting.mode"), policy.text("orders.warehouse")) == ("orders", "FG")
    assert policy.table("receipts.bank") == {"usd": "STRIPE-USD"}
    for name in ("orders.catch_all", "orders.charge_product_class", "orders.rounding_product_class"):
        assert policy.text(name) == "WEB"
    assert policy.table("accounts.ledger") == {
        "bank": "1010", "fee": "6110", "dispute": "1410", "reserve": "1410", "transfer": "1410", "refunds": "1410",
        "dispute_loss": "6200", "adjustment": "7100", "fx": "7100", "rounding": "7100",
    }  # fmt: skip
    assert after.flows == FLOWS


def test_what_it_changes_is_said_in_words():
    lines = difference(before(), filled(SHOP, SHOP_ANSWERS, before()))
    assert "Setting orders.warehouse: '' -> 'FG'" in lines


def test_the_first_missing_answer_is_asked_for_and_the_others_are_named():
    told = refused(SHOP, {"warehouse": " ", **{name: text for name, text in ACCOUNTS.items() if name != "fees"}})
    assert told == (
        "Template web-shop: fees is not answered. Which ledger code takes Stripe's fees? Such as 6110-000."
        " Not answered, too: guests, branch, terms, warehouse, charge_class, credit_class."
    )


def test_an_empty_table_is_no_answer_to_what_has_to_be_answered():
    assert "clearing_bank is not answered." in refused(SHOP, SHOP_ANSWERS | {"clearing_bank": "{}"})
    assert filled(SHOP, SHOP_ANSWERS | {"tax_rates": "{}"}, before()).policy.table("orders.tax_rates") == {}


def test_a_question_without_an_example_is_asked_as_it_is():
    [bare] = [question for question in BUSINESS.questions if question.name == "unmatched"]
    assert bare.such_as == ""
    template = replace(BUSINESS, questions=(*BUSINESS.questions[:8], replace(bare, default=None)))
    assert refused(template, ACCOUNTS).endswith("(on_account)?")


def test_wrong_answers_are_named_with_what_would_be_right():
    told = refused(BUSINESS, BUSINESS_ANSWERS | {"unmatched": "away", "clearing_bank": "STRIPE", "waerhouse": "FG"})
    assert "It does not ask for 'waerhouse'." in told
    assert "unmatched: receipts.unmatched: 'away' is not one of hold, on_account." in told
    assert "clearing_bank: 'STRIPE' is no entry of a table; one reads usd=STRIPE-USD" in told


def test_an_answer_to_a_question_it_does_not_ask_is_met_with_the_nearest_one():
    assert "It does not ask for 'warehose'; is warehouse meant?" in refused(SHOP, SHOP_ANSWERS | {"warehose": "FG"})


def test_what_the_site_has_set_counts_where_nothing_is_answered():
    first = filled(SHOP, SHOP_ANSWERS, before())
    assert filled(SHOP, {}, first).text() == first.text()
    assert filled(SHOP, {"warehouse": "RT"}, first).policy.text("orders.warehouse") == "RT"


def test_an_account_that_the_site_gave_a_finer_code_keeps_it():
    codes = json.dumps({"reserve": "1420", "fee": "6110", "fee.tax": "1350"})
    answers = {name: text for name, text in SHOP_ANSWERS.items() if name not in {"fees", "held_money"}}
    table = filled(SHOP, answers, before(accounts__ledger=codes)).policy.table("accounts.ledger")
    assert (table["fee"], table["fee.tax"], table["fee.tax_fee"]) == ("6110", "1350", "1350")
    assert (table["reserve"], table["dispute"]) == ("1420", "1420")


def test_an_answer_takes_the_place_of_the_codes_by_currency():
    content = before(accounts__ledger='{"bank:usd": "1", "bank:eur": "2", "bank_charge": "3"}')
    table = filled(SHOP, SHOP_ANSWERS, content).policy.table("accounts.ledger")
    assert (table["bank"], table["bank_charge"]) == ("1010", "3")
    assert not [name for name in table if name.startswith("bank:")]


def test_what_is_set_is_shown_as_an_answer():
    questions = {question.name: question for question in SHOP.questions}
    policy = before(accounts__ledger='{"bank:usd": "1", "bank:eur": "2"}', orders__warehouse="FG").policy
    assert present(questions["bank_account"], policy) == "eur=2, usd=1"
    assert present(questions["warehouse"], policy) == "FG"
    assert present(questions["fees"], policy) == ""


def test_a_default_counts_where_the_site_has_set_nothing():
    policy = filled(BUSINESS, BUSINESS_ANSWERS, before()).policy
    assert (policy.text("customers.policy"), policy.text("receipts.unmatched")) == ("park", "hold")


def test_an_answer_that_is_the_default_of_its_setting_stands():
    content = before(receipts__unmatched="on_account")
    policy = filled(BUSINESS, BUSINESS_ANSWERS | {"unmatched": "hold"}, content).policy
    assert policy.text("receipts.unmatched") == "hold"


def test_a_currency_without_a_ledger_code_is_refused():
    two = {"clearing_bank": "usd=A, eur=B"}
    told = refused(SHOP, SHOP_ANSWERS | two)
    assert "clearing_account: the bank of eur has no ledger code." in told
    told = refused(SHOP, SHOP_ANSWERS | two | {"clearing_account": "usd=1, eur=2"})
    assert "bank_account: payouts in usd have no ledger code; with several currencies, each has its own." in told


@pytest.mark.parametrize(("chosen", "needed"), [("guest", ["guests"]), ("create", ["branch", "terms"]), ("park", [])])
def test_a_payer_that_is_taken_in_needs_what_a_customer_needs(chosen, needed):
    answers = BUSINESS_ANSWERS | {"new_payers": chosen}
    if not needed:
        assert filled(BUSINESS, answers, before()).policy.text("customers.policy") == chosen
        return
    told = refused(BUSINESS, answers)
    for name in needed:
        assert f"{name}: is needed where customers.policy is {chosen}." in told


def test_a_summary_needs_no_customers():
    policy = filled(SUMMARY, ACCOUNTS | SALES, before()).policy
    assert (policy.text("posting.mode"), policy.table("customers.guest")) == ("summary", {})


def test_a_flow_that_is_off_is_switched_on_and_the_others_stay_as_they_are():
    flows = FLOWS.switched("charge-to-order", on=False).switched("charge-to-invoice", on=False)
    after = filled(SHOP, SHOP_ANSWERS, before(flows)).flows
    assert (after.entry("charge-to-order").on, after.entry("charge-to-invoice").on) == (True, False)


def test_the_posting_mode_can_count_from_a_day_on():
    policy = filled(SUMMARY, ACCOUNTS | SALES, before(), from_day="2026-12-01").policy
    assert policy.text("posting.mode") == "orders"
    assert policy.table("posting.modes_from") == {"2026-12-01": "summary"}
    again = MappingContent(FLOWS, policy)
    assert "say from which day this one counts." in refused(SHOP, SHOP_ANSWERS, again)
    later = filled(SHOP, SHOP_ANSWERS, again, from_day="2027-01-01").policy
    assert later.table("posting.modes_from") == {"2026-12-01": "summary", "2027-01-01": "orders"}


def test_a_day_that_is_none_is_refused():
    assert "'soon' is no day such as 2026-01-31." in refused(SUMMARY, ACCOUNTS | SALES, from_day="soon")


def test_a_program_without_the_flows_is_refused():
    assert "There is no flow charge-to-order;" in refused(SHOP, SHOP_ANSWERS, before(FlowSet()))
