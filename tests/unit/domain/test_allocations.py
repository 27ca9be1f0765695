"""Money on account and the invoices of its order, decided by the shipped flow."""

from dataclasses import replace
from importlib import resources

import pytest

from agent.domain.allocations import ALLOCATION, charge_of, is_allocation, subject_for
from agent.domain.decide import decide
from agent.domain.decisions import Outcome
from agent.domain.facts import ErpFacts, ErpOrder, Facts, OpenInvoice, OwnDocument, PeriodState, StripeFacts
from agent.domain.kinds import Allocation
from agent.domain.money import Money
from tests.unit.domain.cases import PAID_AT, mapping

FLOW = (resources.files("resources") / "flows" / "receipt_to_invoice.toml").read_text("utf-8")
ORDER = ErpOrder("000123", "8", "C1", "INV1")


def usd(minor):
    return Money(minor, "usd")


def invoice(number, minor, customer="C1", currency="usd"):
    return OpenInvoice(customer, number, "I", Money(minor, currency))


def on_account(minor=-1000):
    return OpenInvoice("C1", "_CRD01", "C", usd(minor))


def facts(*invoices, left=-1000, order=ORDER, ours=(), periods=None):
    erp = ErpFacts(
        order=order, on_account=on_account(left) if left else None, invoices=invoices, periods=periods
    )  # fmt: skip
    stripe = StripeFacts("ch_1.P", ALLOCATION, {})
    return Facts("EDU1", stripe, erp, read_at=PAID_AT, ours=ours)


def decided(given, **changes):
    return decide(given, mapping(FLOW, **changes))


def earlier(number, state="posted"):
    purpose = "allocation" if number == 1 else f"allocation-{number}"
    return OwnDocument("receipt", purpose, "ch_1.P", state, "2023/11/7")


def test_the_subject_is_told_from_the_payments_own_id():
    assert (subject_for("ch_1"), charge_of("ch_1.P")) == ("ch_1.P", "ch_1")
    assert [is_allocation(name) for name in ("ch_1.P", "ch_1")] == [True, False]


def test_what_the_invoices_take_is_taken_from_the_money_on_account():
    [draft] = decided(facts(invoice("INV1", 300), invoice("INV2", 0), invoice("INV3", 900))).drafts
    taken = (Allocation("_CRD01", usd(-1000), "C"), Allocation("INV1", usd(300)), Allocation("INV3", usd(700)))
    assert (draft.body.allocations, draft.body.value, draft.body.unapplied) == (taken, usd(0), usd(0))
    assert (draft.body.reference, draft.body.customer, draft.body.bank) == ("ch_1.P", "C1", "STRIPE-USD")
    assert (draft.key.purpose, draft.amount, draft.legs) == ("allocation", usd(1000), ())


def test_what_is_left_over_stays_on_account():
    [draft] = decided(facts(invoice("INV1", 300))).drafts
    assert draft.body.allocations == (Allocation("_CRD01", usd(-300), "C"), Allocation("INV1", usd(300)))


@pytest.mark.parametrize(("states", "name"), [(("posted",), "2"), (("posted", "cancelled"), "3"), (("parked",), "")])
def test_a_later_allocation_has_its_own_key_and_reference(states, name):
    ours = tuple(earlier(number, state) for number, state in enumerate(states, start=1))
    [draft] = decided(facts(invoice("INV2", 400), ours=ours)).drafts
    assert draft.body.reference == f"ch_1.P{name}"
    assert draft.key.purpose == ("allocation" if not name else f"allocation-{name}")


@pytest.mark.parametrize(
    ("given", "outcome", "code"),
    [
        (facts(left=0), Outcome.IGNORED, "allocation.done"),
        (facts(left=500), Outcome.IGNORED, "allocation.done"),
        (facts(order=None), Outcome.IGNORED, "allocation.no_order"),
        (facts(order=replace(ORDER, cancelled=True)), Outcome.IGNORED, "allocation.cancelled"),
        (facts(), Outcome.WAITING, "allocation.not_invoiced"),
        (facts(invoice("INV1", 5, "C2")), Outcome.HELD, "allocation.other_customer"),
        (facts(invoice("INV1", 0), order=replace(ORDER, status="9")), Outcome.IGNORED, "allocation.nothing_open"),
        (facts(invoice("INV1", 0)), Outcome.WAITING, "allocation.nothing_open_yet"),
        (facts(invoice("INV1", 5, currency="eur")), Outcome.WAITING, "allocation.nothing_open_yet"),
    ],
)
def test_everything_else_is_said_with_its_reason(given, outcome, code):
    made = decided(given)
    assert (made.outcome, made.reason_code, made.drafts) == (outcome, code, ())
    assert "payment ch_1" in made.reason or "000123" in made.reason


def test_a_site_that_allocates_by_hand_gets_none():
    assert decided(facts(invoice("INV1", 5)), receipts__allocate="none").reason_code == "allocation.by_hand"


def test_without_a_bank_or_an_open_month_it_is_held():
    assert decided(facts(invoice("INV1", 5)), receipts__bank="{}").reason_code == "bank.unmapped"
    closed = facts(invoice("INV1", 5), periods=PeriodState(2024, 5, receivables_year=2024, receivables_month=5))
    assert decided(closed, periods__receivables="hold").reason_code == "period.closed"


@pytest.mark.parametrize("given", [facts(left=0), facts()])
def test_a_flow_without_gates_makes_no_allocation_out_of_nothing(given):
    before, _, after = FLOW.partition("[[gates]]")
    bare = before + "[[steps]]" + after.partition("[[steps]]")[2]
    made = decide(given, mapping(bare))
    assert {draft.state.value for draft in made.drafts} <= {"parked"}
