"""The lines of a free-form credit note come to just what is given back, as SYSPRO reckons their tax, or none is made."""

from dataclasses import replace

import pytest

from agent.domain.cases.note_lines import note_lines
from agent.domain.cases.original import Original
from agent.domain.decisions import Outcome
from agent.domain.kinds import Kind
from tests.unit.domain.cases import policy
from tests.unit.domain.movements import INVOICED, ORDERED, bodies, decided, failed, invoiced, own, refund, refunded, usd

LINE, CENT = ("credit_note_line", "credit"), ("credit_note_line", "rounding")


def noted(amount=3000, *, sale=(12000, 2000), ours=ORDERED, **settings):
    """The decision about a refund of a sale of 120.00 with 20.00 tax; A is taxed by 20 %, B by 5 %."""
    facts = refunded(refund(amount=amount), erp=replace(INVOICED, invoices=(invoiced(*sale),)), ours=ours)
    return decided(
        facts, **({"refunds__credit": "sortch", "refunds__stock_codes": '{"A": "R20", "B": "R5"}'} | settings)
    )


def posted(made):
    """Code and price of every line."""
    found = bodies(made)
    return [(found[key].stock_code, str(found[key].price)) for key in (LINE, CENT) if key in found]


@pytest.mark.parametrize(
    ("sale", "line"),
    [((12000, 2000), ("R20", "25.00000")), ((10500, 500), ("R5", "28.57000")), ((12000, 0), ("REFUND", "30.00000"))],
    ids=["20 %", "5 %", "no tax"],
)
def test_the_line_is_the_one_that_syspro_taxes_as_the_sale_was(sale, line):
    assert posted(noted(sale=sale)) == [line]


@pytest.mark.parametrize("sale", [(12000, 2000), (12000, 0)])
def test_a_cent_of_a_sale_is_taxed_as_all_of_it(sale):
    assert posted(noted(1, sale=sale)) == [("REFUND" if sale[1] == 0 else "R20", "0.01000")]


def test_what_the_tax_leaves_of_the_refund_is_a_line_without_tax():
    # 26.92 before tax, of which SYSPRO takes 5.38.
    made = noted(3231, sale=(12000, 2001))
    assert posted(made) == [("R20", "26.92000"), ("REFUND", "0.01000")]
    assert [draft.key.kind for draft in made.drafts][:4] == [
        Kind.CREDIT_NOTE,
        Kind.CREDIT_NOTE_LINE,
        Kind.CREDIT_NOTE_LINE,
        Kind.ORDER_INVOICE,
    ]
    assert bodies(made)[CENT].product_class == "ROUND"


def test_what_the_tax_has_too_much_comes_off_the_line():
    # Of 25.01 before tax SYSPRO would take 5.00, which are 30.01; of 25.04 it would take 5.01, of 24.99 it takes 5.00.
    assert posted(noted(3000, sale=(12000, 1996))) == [("R20", "25.00000")]
    assert posted(noted(3000, sale=(12000, 1984))) == [("R20", "24.99000"), ("REFUND", "0.01000")]


@pytest.mark.parametrize(
    "settings",
    [
        {"refunds__stock_codes": "{}"},
        {"refunds__stock_codes": '{"B": "R5"}'},
        {"refunds__stock_codes": '{"C": "RC"}'},
    ],
    ids=["none named", "another rate", "no rate known"],
)
def test_a_note_that_syspro_would_reckon_otherwise_is_held_with_both_totals(settings):
    made = noted(**settings)
    assert (made.outcome, made.reason_code, made.drafts) == (Outcome.HELD, "refund.note_differs", ())
    assert "30.00 USD are given back" in made.reason
    assert ("comes to 26.25 USD" if "R5" in settings["refunds__stock_codes"] else "comes to 25.00 USD") in made.reason
    assert "The sale has 5.00 USD tax in that" in made.reason


def test_a_sale_at_several_rates_is_held_and_the_reason_says_what_can_be_done():
    # 60.00 and a fifth of it, and 48.00 without tax.
    made = noted(sale=(12000, 1200))
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "refund.note_differs")
    assert "several tax rates" in made.reason
    assert "set refunds.credit to auto" in made.reason


@pytest.mark.parametrize("settings", [{"orders__rounding_product_class": ""}, {"orders__rounding_tolerance": "0"}])
def test_a_cent_is_held_where_the_site_has_no_place_for_it(settings):
    assert noted(3231, sale=(12000, 2001), **settings).reason_code == "refund.note_differs"


def test_a_code_that_bears_tax_is_none_for_a_sale_without():
    made = noted(sale=(12000, 0), refunds__stock_codes='{"C": "REFUND"}')
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "refund.note_differs")
    assert "REFUND" in made.reason
    assert "refunds.stock_codes" in made.reason


def test_two_codes_with_the_same_rate_are_not_guessed_between():
    made = noted(refunds__stock_codes='{"A": "R20", "A2": "R20-2"}', orders__tax_rates='{"A": "20", "A2": "20"}')
    assert made.reason_code == "refund.note_differs"
    assert "R20 (tax code A), R20-2 (tax code A2)" in made.reason


def test_the_tax_code_of_the_currency_is_the_one_that_counts():
    same = {"refunds__stock_codes": '{"A": "R20", "A2": "R20-2"}', "orders__tax_rates": '{"A": "20", "A2": "20"}'}
    assert posted(noted(**same, orders__currency_tax_codes='{"usd": "A2"}')) == [("R20-2", "25.00000")]


def test_a_sale_of_so_little_that_no_rate_shows_names_the_line_without_tax_too():
    assert "REFUND (no tax)" in noted(1, sale=(2, 0)).reason


def test_a_note_that_was_sent_keeps_its_line_whatever_the_settings_say_now():
    ours = (*ORDERED, own("credit_note", "credit", stripe_id="re_1", amount=usd(3000), erp_key="C1"))
    assert posted(noted(ours=ours, refunds__stock_codes="{}")) == [("REFUND", "25.00000")]


def test_the_debit_note_of_a_failed_refund_has_the_tax_that_syspro_took():
    facts = failed(refunded(refund(amount=3231), erp=replace(INVOICED, invoices=(invoiced(12000, 2001),))))
    made = decided(facts, refunds__credit="sortch", refunds__stock_codes='{"A": "R20"}')
    assert bodies(made)[("ar_document", "debit")].tax == usd(538)


@pytest.mark.parametrize(("value", "tax"), [(None, None), (usd(3000), None), (usd(3000), usd(500))])
def test_of_a_sale_that_is_not_known_there_are_no_lines(value, tax):
    assert note_lines(value, tax, Original("posted"), policy()) is None
