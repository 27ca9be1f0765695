"""Lines of an order that a refund names before anything is invoiced: they go where they come to just the refund."""

from dataclasses import replace
from decimal import Decimal

import pytest

from agent.domain.decisions import Outcome
from agent.domain.facts import OrderedLine
from tests.unit.domain import test_allocations, test_late_notes
from tests.unit.domain.movements import (
    MONEY,
    OPEN_ORDER,
    ORDER,
    ORDERED,
    bodies,
    decided,
    effect_of,
    order,
    own,
    refund,
    refunded,
    usd,
)

GOES = {"refunds__before_invoice": "cancel_lines", "orders__tax_rates": '{"A": "20"}'}
CANCELLED = ("order_cancel", "lines")
#: 18.00 and 12.00 with a fifth of tax, and one without.
LINES = (OrderedLine(1, Decimal("15.00"), "A"), OrderedLine(2, Decimal(70)), OrderedLine(3, Decimal("10.004"), "A"))


def naming(text="1, 3", *, amount=3000, lines=LINES, ours=ORDERED, erp=OPEN_ORDER, **changes):
    """A refund that names lines of the order, of which nothing is invoiced."""
    given = refund(amount=amount, metadata={"syspro_invoice_lines": text} if text else {})
    return refunded(given, erp=replace(erp, open_lines=lines), ours=ours, **changes)


def test_lines_that_come_to_the_refund_are_cancelled_before_the_money_is_paid_back():
    made = decided(naming(), **GOES)
    assert list(bodies(made)) == [CANCELLED, MONEY]
    cancel = bodies(made)[CANCELLED]
    assert (cancel.lines, cancel.sales_order, cancel.reference) == ((1, 3), ORDER, "re_1.XL")
    assert made.drafts[0].blocks
    assert effect_of(made) == {"AR": 3000, "CLR": -3000}


@pytest.mark.parametrize(
    ("facts", "settings"),
    [
        (naming(), {}),
        (naming(""), GOES),
        (naming(amount=12000), GOES),
        (naming(erp=replace(OPEN_ORDER, order=order(cancelled=True))), GOES),
        (naming(erp=replace(OPEN_ORDER, order=order(status="9"))), GOES),
    ],
    ids=["not wanted", "none named", "all is given back", "cancelled", "complete"],
)
def test_else_no_line_is_cancelled(facts, settings):
    assert CANCELLED not in bodies(decided(facts, **settings))


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (naming(amount=2999), f"names lines 1, 3 of order {ORDER}, which come to 30.00 USD and are cancelled whole; 29.99 USD"),
        (naming("1, 4"), "which has no open line 4"),
        (naming(lines=()), "cannot be read in SYSPRO"),
        (naming("1", lines=(OrderedLine(1, Decimal(30), "Z"),)), "orders.tax_rates has no rate"),
        (naming("one"), "no line numbers"),
    ],
)  # fmt: skip
def test_lines_that_do_not_come_to_the_refund_hold_it_and_say_why(facts, words):
    made = decided(facts, **GOES)
    assert (made.outcome, made.reason_code, made.drafts) == (Outcome.HELD, "refund.lines_differ", ())
    assert words in made.reason


def test_what_cannot_be_paid_back_cancels_nothing():
    made = decided(naming(erp=replace(OPEN_ORDER, on_account=None)), **GOES)
    assert (made.reason_code, made.drafts) == ("refund.not_on_account", ())


def test_lines_that_are_cancelled_already_are_not_looked_for_on_the_order():
    gone = own("order_cancel", "lines", stripe_id="re_1", erp_key=ORDER)
    assert MONEY in bodies(decided(naming(lines=(), ours=(*ORDERED, gone)), **GOES))


def off_the_order(name="re_1", state="posted"):
    return own("order_cancel", "lines", state, stripe_id=name, customer="C1")


@pytest.mark.parametrize(("state", "made"), [("posted", False), ("cancelled", True)])
def test_what_was_cancelled_on_the_order_is_not_credited_on_its_invoice(state, made):
    ours = (test_late_notes.PAID, test_late_notes.took(300), off_the_order(state=state))
    facts = test_late_notes.facts(test_late_notes.invoice(300), left=0, ours=ours)
    drafts = test_late_notes.drafts(test_allocations.decided(facts, refunds__product_class="RTN"))
    assert (("ar_document", "credit") in drafts) is made


def test_a_note_for_another_refund_that_failed_is_debited_beside_lines_that_went():
    back = test_late_notes.took(-200, "re_2", purpose="returned")
    ours = (
        test_late_notes.PAID, test_late_notes.took(300), off_the_order(), test_late_notes.took(200, "re_2"), back,
        test_late_notes.note(200), test_late_notes.settled(),
    )  # fmt: skip
    facts = test_late_notes.facts(test_late_notes.invoice(0), left=-200, ours=ours)
    debit = test_late_notes.drafts(test_allocations.decided(facts, refunds__product_class="RTN"))[
        ("ar_document", "debit-2")
    ]
    assert debit.body.value == usd(200)
