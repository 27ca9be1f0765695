"""Flows: data that says which events make which documents, refused with place and reason when it cannot work."""

import pytest

from agent.domain.decisions import Outcome
from agent.domain.events import MAX_TYPES_PER_REQUEST
from agent.domain.flows import BadFlowError, check_exclusive, parse_flow, wanted_events
from agent.domain.kinds import Kind
from tests.unit.domain.cases import SHIPPED

SMALL = """
format = 1
name = "small"
title = "A small flow"
[trigger]
subject = "charge"
events = ["charge.succeeded"]
[[gates]]
when = "payment.status == 'failed'"
outcome = "ignored"
code = "failed"
reason = "It failed."
[[steps]]
kind = "receipt"
purpose = "payment"
title = "Receipt"
[steps.fields]
Reference = { path = "payment.reference" }
PaymentValue = { path = "payment.amount" }
PaymentDate = { path = "payment.date" }
Bank = { constant = "STRIPE" }
"""


def test_a_flow_is_read_from_its_text():
    flow = parse_flow(SMALL)
    assert (flow.name, flow.title, flow.subject, flow.when) == ("small", "A small flow", "charge", "")
    assert [(gate.outcome, gate.code) for gate in flow.gates] == [(Outcome.IGNORED, "failed")]
    [step] = flow.steps
    assert (step.kind, step.purpose, step.about, step.when) == (Kind.RECEIPT, "payment", "subject", "")
    assert set(step.fields) == {"Reference", "PaymentValue", "PaymentDate", "Bank"}


def test_the_shipped_flow_works_and_fits_one_request():
    flow = parse_flow(SHIPPED)
    assert [step.kind for step in flow.steps] == [
        Kind.CUSTOMER,
        Kind.CUSTOM_FORM,
        Kind.SALES_ORDER,
        Kind.ORDER_INVOICE,
        Kind.RECEIPT,
    ]
    assert [step.about for step in flow.steps] == ["payer", "payer", "subject", "subject", "subject"]
    assert set(flow.steps[2].lines) == {"stock", "freight", "charge"}
    assert "charge.succeeded" in flow.events
    assert len(flow.events) <= MAX_TYPES_PER_REQUEST


def test_the_events_of_all_flows_are_wanted():
    other = SMALL.replace("charge.succeeded", "charge.captured")
    assert wanted_events([parse_flow(SMALL), parse_flow(other)]) == {"charge.succeeded", "charge.captured"}
    assert wanted_events([]) == frozenset()


BROKEN = {
    "no TOML": ("format = 1", "format =", "The flow is no TOML"),
    "another format": (
        "format = 1",
        "format = 2",
        "Flow small: format 2 is newer than 1, the newest this program reads. Update the program",
    ),
    "no format": ("format = 1", "", "format None is not 1"),
    "an unknown posting mode": (
        'subject = "charge"',
        'subject = "charge"\nmode = ["weekly"]',
        "there is no posting mode 'weekly'; there are orders, invoices,",
    ),
    "no name": ('name = "small"', "", "Flow \\(without name\\): 'name' is missing"),
    "no title": ('title = "A small flow"', "", "Flow small: 'title' is missing"),
    "no trigger": ('subject = "charge"', "", "'subject' is missing"),
    "no events": ('events = ["charge.succeeded"]', "events = 7", "Flow small: "),
    "a trigger that cannot be read": ('subject = "charge"', 'subject = "charge"\nwhen = "payment."', "'payment.'"),
    "a gate that cannot be read": (
        "payment.status == 'failed'",
        "payment.status ==",
        r"Flow small: gate 1: 'payment.status ==' \(line 1, column 18\): mismatched input",
    ),
    "a gate that makes documents": ('"ignored"', '"documents"', "a gate ends with ignored, waiting or held"),
    "a gate with an unknown outcome": ('"ignored"', '"maybe"', "'maybe' is not a valid Outcome"),
    "a gate without a reason": ('reason = "It failed."', "", "'reason' is missing"),
    "an unknown kind": ('kind = "receipt"', 'kind = "ledger"', "'ledger' is not a valid Kind"),
    "no purpose": ('purpose = "payment"', "", "'purpose' is missing"),
    "a step about something else": (
        'kind = "receipt"',
        'kind = "receipt"\nabout = "bank"',
        r"step 1 \(receipt\): about is payer or subject, not 'bank'",
    ),
    "a step condition that cannot be read": (
        'kind = "receipt"',
        'kind = "receipt"\nwhen = "(("',
        r"Flow small: step 1 \(receipt\): '\(\(' \(line 1, column 3\)",
    ),
    "an unknown field": ("Bank =", "Bnak =", r"step 1 \(receipt\): there is no field 'Bnak'; there are Reference,"),
    "a required field without a rule": (
        'PaymentDate = { path = "payment.date" }',
        "",
        r"step 1 \(receipt\): the required field PaymentDate has no rule",
    ),
    "a rule that is none": ('{ constant = "STRIPE" }', '"STRIPE"', r"step 1 \(receipt\), Bank: a rule reads"),
    "a rule with two sources": ('constant = "STRIPE"', 'constant = "S", path = "x"', "Bank: a rule has exactly one"),
    "an unknown word": (
        'title = "A small flow"',
        'title = "A"\ntilte = "B"',
        "the flow: there is no 'tilte'; there are",
    ),
    "an unknown word in a gate": ('code = "failed"', 'code = "failed"\nwhy = "x"', "gate 1: there is no 'why'"),
    "rows that cannot work": (
        "when = \"payment.status == 'failed'\"",
        'when = { all = [{ field = "payment.status", like = "x" }] }',
        "gate 1: payment.status: a row has exactly one operator",
    ),
    "a hold without a reason": ("[[gates]]", '[[holds]]\nwhen = "true"\ncode = "x"\n[[gates]]', "'reason' is missing"),
    "an unknown word in a telling": (
        "[[gates]]",
        '[[notify]]\ncode = "x"\nreason = "y"\n[[gates]]',
        "notify 1: there is no 'reason'; there are when, code, text",
    ),
    "a telling without a text": ("[[gates]]", '[[notify]]\ncode = "x"\n[[gates]]', "'text' is missing"),
    "values in a circle": (
        "[[gates]]",
        """[values]
a = { lookup = "table.t", key = "value.b" }
b = { cel = "value.c + 'x'" }
c = { template = "{value.a}" }
d = { constant = "x" }
[[gates]]""",
        "the values a, b, c name each other in a circle",
    ),
    "a value that needs itself": ("[[gates]]", '[values]\na = { path = "value.a" }\n[[gates]]', "the values a name"),
    "a table of tables": ("[[gates]]", "[tables.t.u]\na = 'x'\n[[gates]]", "table t: a table has a text for each name"),
    "a table that is none": ("[[gates]]", "[tables]\nt = 'x'\n[[gates]]", "table t: a table has a text for each name"),
    "lines of an unknown type": (
        "[steps.fields]",
        '[steps.lines.gift]\nStockCode = { path = "x" }\n[steps.fields]',
        r"step 1 \(receipt\): there is no line type 'gift'; there are stock,",
    ),
    "a line with an unknown field": (
        "[steps.fields]",
        '[steps.lines.stock]\nColour = { path = "x" }\n[steps.fields]',
        r"step 1 \(receipt\), stock line: there is no field 'Colour'",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_flow_that_cannot_work_is_refused_with_place_and_reason(case):
    before, after, words = BROKEN[case]
    assert before in SMALL
    with pytest.raises(BadFlowError, match=words):
        parse_flow(SMALL.replace(before, after))


def flow(name, *, mode="", when="", subject="charge"):
    trigger = f'subject = "{subject}"' + (f"\nmode = {mode}" if mode else "") + (f'\nwhen = "{when}"' if when else "")
    return parse_flow(SMALL.replace('name = "small"', f'name = "{name}"').replace('subject = "charge"', trigger))


def test_a_flow_may_be_for_some_posting_modes_only():
    assert flow("some", mode='["orders", "invoices"]').modes == {"orders", "invoices"}
    assert flow("all").modes == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ({}, {}, "one and other are two posting modes for the same money: both want each charge in every mode"),
        ({"mode": '["orders"]'}, {}, "in orders"),
        ({}, {"mode": '["summary"]', "when": "true"}, "in summary"),
        ({"mode": '["orders", "summary"]'}, {"mode": '["summary", "orders"]'}, "in orders and summary"),
        ({"when": "true"}, {"when": "true"}, r'Say in their triggers which modes each is for \(mode = \["orders"\]\)'),
    ],
)
def test_two_flows_for_the_same_money_are_refused(one, other, words):
    with pytest.raises(BadFlowError, match=words):
        check_exclusive([flow("one", **one), flow("other", **other)])


def test_flows_for_different_money_stand_beside_each_other():
    check_exclusive([flow("one", mode='["orders"]'), flow("other", mode='["invoices"]')])
    check_exclusive([flow("one"), flow("other", subject="refund")])
    check_exclusive([flow("special", when="payment.refunded"), flow("rest")])
    with pytest.raises(BadFlowError, match="the same name"):
        check_exclusive([flow("one"), flow("one", subject="refund")])


def test_a_flow_without_steps_is_refused():
    with pytest.raises(BadFlowError, match="'steps' is missing"):
        parse_flow(SMALL[: SMALL.index("[[steps]]")])
