"""Templates: every shipped one can work, and what is no template is refused with the place and the reason."""

import pytest

from agent.domain.flow_set import Entry, FlowSet
from agent.domain.flows import check_exclusive
from agent.domain.mapping import MappingContent
from agent.domain.mapping_check import checked
from agent.domain.settings import SETTINGS, Values, parse
from agent.domain.template_filling import filled
from agent.domain.templates import BadTemplateError, Place, check_template, parse_questions, parse_template
from agent.shipped import shipped_flows, shipped_templates

FLOWS = FlowSet().with_shipped(shipped_flows())
TEMPLATES = {template.name: template for template in shipped_templates()}

QUESTIONS = """
[warehouse]
ask = "Which warehouse?"
sets = ["orders.warehouse"]

[fees]
ask = "Which ledger code takes fees?"
sets = ["accounts.ledger:fee", "accounts.ledger:bank_charge"]
such_as = "6110"

[unmatched]
ask = "What becomes of the rest?"
sets = ["receipts.unmatched"]
default = "hold"
"""

SMALL = """
format = 1
name = "small"
title = "Small shop"
audience = "A small shop."
flows = ["charge-to-order", "refund-to-credit", "dispute-to-journal", "payout-to-bank", "movement-to-journal"]
questions = ["warehouse", "fees", "unmatched"]
[defaults]
unmatched = "on_account"
[settings]
"posting.mode" = "orders"
"""


def questions():
    return parse_questions(QUESTIONS)


def example(question):
    return question.such_as or question.default


# ---------------------------------------------------------------- the shipped ones


def test_there_is_one_for_each_of_the_usual_businesses():
    assert list(TEMPLATES) == ["b2b-invoices", "donations", "subscriptions", "summary-journal", "web-shop"]


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
def test_a_shipped_template_names_flows_and_settings_that_there_are(template):
    check_template(template, FLOWS)
    check_exclusive([FLOWS.entry(name).flow for name in template.flows])
    assert template.title
    assert template.audience.endswith(".")
    for name, text in template.settings.items():
        parse(SETTINGS[name], text)
    assert len({question.name for question in template.questions}) == len(template.questions)


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
def test_the_examples_of_its_questions_are_answers_with_which_it_can_be_put_in_force(template):
    before = MappingContent(FLOWS, Values({"syspro.company": "EDU1"}))
    answers = {question.name: example(question) for question in template.questions}
    after = filled(template, answers, before)
    checked(after)
    assert after.policy.text("posting.mode") == template.mode
    assert all(after.policy.texts[name] == text for name, text in template.settings.items())


def test_every_question_is_asked_by_some_template_and_ends_with_what_is_asked():
    asked = {question.name: question for template in TEMPLATES.values() for question in template.questions}
    for question in asked.values():
        assert "?" in question.ask
        assert question.default is not None or question.such_as, question.name


# ---------------------------------------------------------------- reading


def test_a_template_is_read_with_its_questions_and_its_own_defaults():
    template = parse_template(SMALL, questions())
    warehouse, fees, unmatched = template.questions
    assert (template.mode, warehouse.default, unmatched.default) == ("orders", None, "on_account")
    assert fees.places == (Place("accounts.ledger", "fee"), Place("accounts.ledger", "bank_charge"))
    assert (warehouse.kind, unmatched.kind, fees.kind) == ("text", "choice", "text, or one for each currency")
    assert unmatched.setting.choices == ("hold", "on_account")


BROKEN = {
    "no TOML": ("format = 1", "format = ", "The template is no TOML:"),
    "another format": ("format = 1", "format = 2", "Template small: format 2 is not 1, the one this program reads."),
    "no name": ('name = "small"', "", "Template (without name): 'name' is missing."),
    "a strange key": ("format = 1", "format = 1\nfor = 1", "Template small: there is no 'for'; there are audience,"),
    "no mode": ('"posting.mode" = "orders"', "", "Template small: it sets no posting.mode."),
    "an unknown mode": ('= "orders"', '= "order"', "Template small: posting.mode: 'order' is not one of orders,"),
    "an unknown setting": ('"posting.mode"', '"posting.mood"', "Template small: There is no setting 'posting.mood'."),
    "a setting that does not decide": (
        '"posting.mode" = "orders"',
        '"posting.mode" = "orders"\n"prove.every_s" = "60"',
        "Template small: prove.every_s does not decide what is posted, so no template sets it.",
    ),
    "an unknown question": ('"fees", ', '"fee", ', "Template small: there is no question fee."),
    "a default of what is not asked": ('unmatched = "on', 'area = "on', "Template small: there is no question area."),
    "a wrong default": ('= "on_account"', '= "away"', "Template small: receipts.unmatched: 'away' is not one of hold,"),
    "a setting that is asked as well": (
        '"posting.mode" = "orders"',
        '"posting.mode" = "orders"\n"orders.warehouse" = "FG"',
        "Template small: orders.warehouse is both set and asked for.",
    ),
    "flows that are no list": ('flows = ["charge-to-order", ', 'flows = [1, "charge-to-order", ', "flows is a list of"),
    "settings that are no table": (
        '[settings]\n"posting.mode" = "orders"',
        "",
        "Template small: 'settings' is missing.",
    ),
}


@pytest.mark.parametrize(("was", "now", "told"), BROKEN.values(), ids=BROKEN)
def test_what_is_no_template_is_refused_with_the_place(was, now, told):
    assert was in SMALL
    with pytest.raises(BadTemplateError) as refused:
        parse_template(SMALL.replace(was, now, 1), questions())
    assert told in str(refused.value)


BROKEN_QUESTIONS = {
    "no TOML": ("[fees]", "[fees", "The questions are no TOML:"),
    "nothing it sets": ('sets = ["orders.warehouse"]', "", "Question warehouse: 'sets' is missing."),
    "an empty list": ('["orders.warehouse"]', "[]", "Question warehouse: sets is a list of texts."),
    "a text for a list": ('["orders.warehouse"]', '"orders.warehouse"', "Question warehouse: sets is a list of texts."),
    "an entry of what is no table": (
        "orders.warehouse",
        "orders.warehouse:fee",
        "Question warehouse: orders.warehouse is no table, so it has no entry fee.",
    ),
    "a strange key": ('such_as = "6110"', 'like = "6110"', "Question fees: there is no 'like'; there are ask,"),
    "a wrong default": ('"hold"', '"held"', "Question unmatched: receipts.unmatched: 'held' is not one of hold,"),
}


@pytest.mark.parametrize(("was", "now", "told"), BROKEN_QUESTIONS.values(), ids=BROKEN_QUESTIONS)
def test_what_is_no_question_is_refused_with_the_place(was, now, told):
    with pytest.raises(BadTemplateError) as refused:
        parse_questions(QUESTIONS.replace(was, now, 1))
    assert told in str(refused.value)


# ---------------------------------------------------------------- its flows

WRONG_FLOWS = {
    "an unknown flow": ('"charge-to-order", ', '"charge-to-orders", ', "There is no flow charge-to-orders;"),
    "no flow for payments": (
        '"charge-to-order", ',
        '"charge-to-invoice", ',
        "one flow has to want payments in mode orders; there are none.",
    ),
    "no flow for refunds": ('"refund-to-credit", ', "", "no flow is about a refund."),
    "no flow for movements": (', "movement-to-journal"', "", "no flow is about a balance transaction."),
}


@pytest.mark.parametrize(("was", "now", "told"), WRONG_FLOWS.values(), ids=WRONG_FLOWS)
def test_a_template_that_leaves_money_without_a_flow_is_refused(was, now, told):
    with pytest.raises(BadTemplateError) as refused:
        check_template(parse_template(SMALL.replace(was, now, 1), questions()), FLOWS)
    assert told in str(refused.value)


def test_two_posting_modes_for_the_same_money_are_refused():
    text = FLOWS.entry("charge-to-invoice").text.replace('mode = ["invoices"]', "")
    flows = FlowSet((*FLOWS.entries, Entry(text.replace('"charge-to-invoice"', '"all-of-them"'))))
    both = parse_template(SMALL.replace('"charge-to-order", ', '"charge-to-order", "all-of-them", '), questions())
    with pytest.raises(BadTemplateError, match="in mode orders; there are charge-to-order, all-of-them"):
        check_template(both, flows)
