"""A refund may name the lines of the invoice that it gives back: they are credited whole, so they come to its amount."""

from dataclasses import replace

import pytest

from agent.domain.cases.named_lines import names_lines
from agent.domain.decisions import Outcome
from agent.domain.facts import InvoiceLine, StripeFacts
from tests.unit.domain.cases import policy
from tests.unit.domain.movements import CREDIT, INVOICE, INVOICED, MONEY, bodies, decided, refund, refunded, usd

#: With tax; together the whole invoice.
LINES = tuple(InvoiceLine(number, usd(minor)) for number, minor in ((1, 1800), (2, 9000), (3, 1200)))


def naming(text, *, amount=3000, lines=LINES):
    """A refund that names lines of the invoice."""
    given = refund(amount=amount, metadata={"syspro_invoice_lines": text})
    return refunded(given, erp=replace(INVOICED, invoice_lines=lines))


@pytest.mark.parametrize("credit", ["auto", "sortci"])
def test_a_refund_that_names_invoice_lines_takes_those_back(credit):
    made = decided(naming("3, 1,3"), refunds__credit=credit)
    assert bodies(made)[("invoice_credit", "credit")].lines == (1, 3)
    assert bodies(made)[MONEY].value == usd(-3000)


@pytest.mark.parametrize("amount", [2999, 3001])
def test_lines_that_come_to_another_amount_than_the_refund_hold_it_with_both(amount):
    made = decided(naming("1, 3", amount=amount))
    assert (made.outcome, made.reason_code, made.drafts) == (Outcome.HELD, "refund.lines_differ", ())
    assert "lines 1, 3" in made.reason
    assert f"come to 30.00 USD and are taken back whole; {usd(amount)} are given back" in made.reason


def test_a_line_that_the_invoice_does_not_have_holds_the_refund():
    made = decided(naming("1, 4"))
    assert made.reason_code == "refund.lines_differ"
    assert f"of invoice {INVOICE}, which has no line 4." in made.reason


def test_lines_whose_value_is_not_known_hold_the_refund():
    made = decided(naming("1", lines=()))
    assert made.reason_code == "refund.lines_differ"
    assert "cannot be read in SYSPRO" in made.reason


def test_named_lines_count_for_nothing_where_the_credit_is_made_over_the_amount():
    assert bodies(decided(naming("2"), refunds__credit="arstin"))[CREDIT].value == usd(3000)


@pytest.mark.parametrize("text", ["one", "0", "1;2", "10000", "-1", "1.5"])
def test_lines_that_are_no_line_numbers_hold_the_refund(text):
    made = decided(refunded(refund(metadata={"syspro_invoice_lines": text})))
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "refund.lines")
    assert repr(text) in made.reason


@pytest.mark.parametrize("named", ["9" * 10_000, "1,x", "\u0663", "0", "10000", "-1"])
def test_what_is_no_line_number_is_held_in_a_sentence_of_readable_length(named):
    made = decided(refunded(refund(metadata={"syspro_invoice_lines": named})))
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "refund.lines")
    assert len(made.reason) < 200


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (refund(metadata={"syspro_invoice_lines": "1"}), True),
        (refund(), False),
        ({"metadata": {"syspro_invoice_lines": 1}}, False),
        (None, False),
    ],
    ids=["lines", "none", "no text", "no refund"],
)
def test_lines_are_read_only_for_a_refund_that_names_some(given, named):
    assert names_lines(StripeFacts("re_1", "refund", {"refund": given} if given else {}), policy()) is named
