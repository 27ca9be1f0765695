"""Flows that cannot work are refused with the place and the reason, before they are in force."""

import pytest

from agent.domain.cases.case import site_view
from agent.domain.flow_checks import check_flow, findings
from agent.domain.flows import BadFlowError, parse_flow
from tests.unit.domain.cases import policy
from tests.unit.domain.mode_cases import FLOWS
from tests.unit.domain.test_flows import SMALL

SITE = site_view(policy())

ORDER = """
[[steps]]
kind = "sales_order"
purpose = "sale"
title = "Order"
[steps.fields]
CustomerPoNumber = { path = "payment.reference" }
OrderDate = { path = "payment.date" }
Currency = { path = "payment.syspro_currency" }
[steps.lines.stock]
StockCode = { path = "line.stock_code" }
Price = { path = "line.price" }
LineDiscValue = { path = "line.discount" }
StockNotTaxable = { path = "line.not_taxable" }
"""


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
def test_the_shipped_flows_can_work(flow):
    check_flow(flow, SITE)


def told(text, site=SITE):
    return [str(finding) for finding in findings(parse_flow(text), site)]


OURS = "Flow small: step 1 (receipt), Reference: holds our reference, by which SYSPRO is searched"

BROKEN = {
    "our reference from elsewhere": ('path = "payment.reference"', 'path = "payer.name"', OURS),
    "our reference always the same": ('path = "payment.reference"', 'constant = "STRIPE"', OURS),
    "our reference cut": (
        'path = "payment.reference"',
        'path = "payment.reference", transforms = ["truncate:5"]',
        OURS,
    ),
    "our reference in a text": ('path = "payment.reference"', 'template = "S {payment.reference}"', OURS),
    "our reference by an expression without one": ('path = "payment.reference"', 'cel = "payer.name"', OURS),
    "a subject that is none": (
        'subject = "charge"',
        'subject = "charges"',
        "Flow small: trigger: there is no subject 'charges'; there are charge, refund,",
    ),
    "a gate with an unknown field": (
        "payment.status == 'failed'",
        "payment.booked &&\\n  payment.statsu == 'failed'",
        "Flow small: gate 1: there is no field 'payment.statsu' (line 2, column 3); is 'payment.status' meant?",
    ),
    "a reason with an unknown field": (
        "It failed.",
        "{payer.nmae}: it failed.",
        "Flow small: gate 1: there is no field 'payer.nmae'; is 'payer.name' meant?",
    ),
    "a trigger with an unknown field": (
        'subject = "charge"',
        'subject = "charge"\nwhen = "refund.open"',
        "Flow small: trigger: there is no field 'refund.open' (line 1, column 1);",
    ),
    "a telling with an unknown field": (
        "[[gates]]",
        '[[notify]]\ncode = "x"\ntext = "{payer.nmae} paid."\n[[gates]]',
        "Flow small: notify 1: there is no field 'payer.nmae'; is 'payer.name' meant?",
    ),
    "a path to nowhere": (
        'path = "payment.reference"',
        'path = "qqqq.zzzz"',
        "Flow small: step 1 (receipt), Reference: there is no field 'qqqq.zzzz'.",
    ),
    "an expression with an unknown field": (
        '{ constant = "STRIPE" }',
        '{ cel = "site.receipts.bnak" }',
        "Bank: there is no field 'site.receipts.bnak' (line 1, column 1); is 'site.receipts.bank' meant?",
    ),
    "a template with an unknown field": (
        '{ constant = "STRIPE" }',
        '{ template = "{line.number}" }',
        "Bank: there is no field 'line.number'",
    ),
    "a table that is not there": (
        '{ constant = "STRIPE" }',
        '{ lookup = "table.banks", key = "payment.settlement_currency" }',
        "Bank: there is no field 'table.banks'",
    ),
    "a value that is not there": (
        '{ constant = "STRIPE" }',
        '{ path = "value.bank" }',
        "Bank: there is no field 'value.bank'",
    ),
    "a value with an unknown field": (
        "[[gates]]",
        '[values]\nbank = { path = "payment.bank" }\n[[gates]]',
        "Flow small: value bank: there is no field 'payment.bank'",
    ),
    "a text for an amount": (
        'path = "payment.amount"',
        'path = "payer.name"',
        "PaymentValue: takes an amount with its currency, so the path of one; payer.name gives text.",
    ),
    "a number for an amount": ('path = "payment.amount"', 'path = "payment.amount.minor"', "gives number."),
    "a computed amount": (
        'path = "payment.amount"',
        'cel = "payment.amount"',
        "PaymentValue: takes an amount with its currency, so the path of one; expression payment.amount gives none.",
    ),
    "a written amount": ('path = "payment.amount"', "constant = 10", "so the path of one; 10 is none."),
    "an amount for a text": (
        'constant = "STRIPE"',
        'path = "payment.amount"',
        "Bank: takes a text (the transform money",
    ),
    "a list for a text": ('constant = "STRIPE"', 'path = "sale.unknown_codes"', "gives list."),
    "a text for a day": ('path = "payment.date"', 'path = "payer.name"', "PaymentDate: takes a day"),
    "a template for a day": ('path = "payment.date"', 'template = "{payment.date}"', "PaymentDate: takes a day"),
    "a day that is none": ('path = "payment.date"', 'constant = "soon"', "PaymentDate: takes a day"),
    "a code that is too long": (
        'constant = "STRIPE"',
        'constant = "STRIPE-CLEARING-USD"',
        "step 1 (receipt), Bank: has 15 characters; 'STRIPE-CLEARING-USD' has 19.",
    ),
    "a template that is too long": (
        'constant = "STRIPE"',
        'template = "STRIPE-CLEARING-{payment.settles_in}"',
        "Bank: has 15 characters; the template's own text has 16.",
    ),
    "a table whose value is too long": (
        '{ constant = "STRIPE" }',
        '{ lookup = "table.banks", key = "payment.settles_in" }\n[tables.banks]\nUSD = "STRIPE-CLEARING-USD"',
        "Bank: has 15 characters; 'STRIPE-CLEARING-USD' has 19.",
    ),
    "the same document twice": (
        "[steps.fields]",
        """[steps.fields]
Reference = { path = "payment.reference" }
PaymentValue = { path = "payment.amount" }
PaymentDate = { path = "payment.date" }
Bank = { constant = "OTHER" }
[[steps]]
kind = "receipt"
purpose = "payment"
title = "Again"
[steps.fields]""",
        "step 2 (receipt): makes the same document as step 1; give it another purpose, or a condition to one.",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_flow_that_cannot_work_is_refused_with_place_and_reason(case):
    before, after, words = BROKEN[case]
    assert before in SMALL
    [finding] = told(SMALL.replace(before, after))
    assert words in finding


LINES = {
    "a text for yes or no": ('path = "line.not_taxable"', 'path = "line.uom"', "takes yes or no; line.uom gives text."),
    "a word for yes or no": ('path = "line.not_taxable"', 'constant = "no"', "takes yes or no (true or false); 'no'"),
    "a text for a number": (
        'path = "line.price"',
        'path = "line.description"',
        "takes a number; line.description gives",
    ),
    "a number that is none": ('path = "line.price"', 'constant = "x"', "takes a number; 'x' is none."),
    "a number too large": ('path = "line.price"', "constant = 12345678901", "has 10 digits before the point"),
    "a number without end": ('path = "line.price"', 'constant = "Infinity"', "has 10 digits before the point"),
}


@pytest.mark.parametrize("case", LINES)
def test_a_line_that_cannot_work_is_refused_with_place_and_reason(case):
    before, after, words = LINES[case]
    [finding] = told(SMALL + ORDER.replace(before, after))
    assert words in finding
    assert "step 2 (sales_order), stock line, " in finding


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('path = "line.price"', "constant = 7.5"),
        ('path = "line.price"', 'path = "line.metadata.price"'),
        ('path = "line.price"', 'cel = "line.quantity"'),
        ('path = "line.not_taxable"', "constant = true"),
        ('path = "line.not_taxable"', "cel = \"line.uom == 'EA'\""),
        ('path = "line.stock_code"', 'path = "line.value", transforms = ["money"]'),
        ('path = "payment.date" }\nCurr', 'path = "charge.created", transforms = ["date"] }\nCurr'),
        ('path = "payment.date" }\nCurr', 'constant = "2026-11-20" }\nCurr'),
    ],
)
def test_what_fits_is_not_refused(before, after):
    assert before in ORDER
    assert told(SMALL + ORDER.replace(before, after)) == []


def test_a_setting_that_would_overflow_a_field_is_refused_unless_the_rule_cuts_it():
    by_setting = SMALL.replace('constant = "STRIPE"', 'path = "site.orders.warehouse"')
    long = site_view(policy(orders__warehouse="A-VERY-LONG-WAREHOUSE"))
    assert told(by_setting) == []
    assert "has 15 characters; 'A-VERY-LONG-WAREHOUSE' has 21." in told(by_setting, long)[0]
    cut = by_setting.replace('warehouse"', 'warehouse", transforms = ["truncate:15"]')
    assert told(cut, long) == []
    banks = SMALL.replace('constant = "STRIPE"', 'lookup = "site.receipts.bank", key = "payment.settlement_currency"')
    assert told(banks) == []
    assert told(banks.replace('"site.receipts.bank"', '"site.orders.warehouse"')) == []


def test_all_findings_are_listed_and_the_first_is_said():
    text = SMALL.replace("payment.reference", "payment.x").replace("STRIPE", "S" * 20)
    assert len(told(text)) == 2
    with pytest.raises(BadFlowError, match=r"step 1 \(receipt\), Reference: .* And 1 more."):
        check_flow(parse_flow(text), SITE)
    check_flow(parse_flow(SMALL), SITE)
    with pytest.raises(BadFlowError, match=r"meant\?$"):
        check_flow(parse_flow(SMALL.replace("payment.reference", "payment.referenc")), SITE)
