"""What the store says of a payout, a month, and the way between Stripe and SYSPRO."""

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from agent.domain.attempts import Discrepancy, Settlement
from agent.domain.decisions import Decision, Outcome
from agent.domain.documents import Leg, Link, Part, State
from agent.domain.errors import Problem
from agent.domain.events import BalanceTransaction
from agent.domain.facts import ErpFacts, Facts, StripeFacts
from agent.domain.kinds import Allocation
from agent.domain.money import Money
from agent.domain.month_end import Aside
from agent.domain.statements import Group
from agent.ports import Month
from tests.store.builders import (
    COMPANY,
    NOW,
    POSTED,
    apply,
    claim,
    customer,
    decision,
    event,
    facts,
    journal,
    receipt,
    settle,
    subject,
)
from tests.store.legs import cover, in_payout

ZONE = ZoneInfo("UTC")

#: 2026-11-01 in UTC, and the first second of the next month.
NOVEMBER, DECEMBER = 1_793_491_200, 1_796_083_200
DAY_S = 86_400


@pytest.fixture
def books(store):
    return store


def movement(number, minor, *, fee=0, kind="charge", source="", at=NOVEMBER, currency="usd", category=""):
    return BalanceTransaction(
        f"txn_{number}", at, minor, fee, minor - fee, currency, kind, category or kind, source or f"ch_{number}"
    )


def payout_object(**changes):
    trace = {"status": "supported", "value": "TRACE7"}
    plain = {"object": "payout", "amount": 13_447, "currency": "usd", "status": "paid", "trace_id": trace}
    return plain | {"arrival_date": NOVEMBER + 3 * DAY_S} | changes


def decide_payout(store, payout_id="po_1", **changes):
    stripe = StripeFacts(payout_id, "payout", {"payout": payout_object(**changes)})
    made = decision(subject=payout_id, outcome=Outcome.HELD, reason="Not yet.", reason_code="x")
    store.outbox.apply(made, Facts(COMPANY, stripe, ErpFacts(), NOW), subject(payout_id), NOW)


@pytest.fixture
def example(books):
    """The worked example of the accounting design: two payments, a refund, a payout of 134.47."""
    moved = (
        movement(1, 12_000, fee=378),
        movement(2, 5_000, fee=175, at=NOVEMBER + 60, kind="payment", category="charge"),
        movement(3, -3_000, kind="refund", source="re_1", at=NOVEMBER + DAY_S),
        movement(4, -13_447, kind="payout", source="po_1", at=NOVEMBER + 2 * DAY_S),
    )
    books.ledger.store(moved, NOW)
    in_payout(books, "po_1", "txn_1", "txn_2", "txn_3")
    apply(books, receipt("ch_1", minor=12_000))
    settle(books, POSTED)
    cover(books, 1, "ch_1")
    decide_payout(books)
    return books


def test_a_payout_lists_its_movements_with_their_documents(example):
    made = example.statements.payout(COMPANY, "po_1", ZONE)
    assert [line.id for line in made.lines] == ["txn_1", "txn_2", "txn_3", "txn_4"]
    [trace] = made.lines[0].documents
    assert (trace.number, trace.part, trace.kind, trace.state, trace.erp_key) == (
        1,
        "amount",
        "receipt",
        "posted",
        "00042",
    )
    assert (made.lines[0].description, made.lines[0].day, made.lines[0].why) == ("Payment of Ann", "2026-11-01", "")
    assert [line.why for line in made.lines[1:]] == ["not decided yet", "not decided yet", "held: Not yet."]


def test_a_payout_adds_up_and_says_what_stripe_says(example):
    made = example.statements.payout(COMPANY, "po_1", ZONE)
    assert (made.status, made.arrival_day, made.trace, made.amount) == (
        "paid",
        "2026-11-04",
        "TRACE7",
        Money(13_447, "usd"),
    )
    assert (made.total(Group.CHARGES).minor, made.total(Group.FEES).minor, made.wrong) == (17_000, -553, "")


def test_a_payout_that_was_not_decided_is_read_from_the_ledger(books):
    books.ledger.store([movement(1, 500), movement(2, -500, kind="payout", source="po_9")], NOW)
    in_payout(books, "po_9", "txn_1", "txn_2")
    made = books.statements.payout(COMPANY, "po_9", ZONE)
    assert (made.amount, made.status, made.arrival_day, made.wrong) == (Money(500, "usd"), "", "", "")


def test_a_payout_that_only_its_parts_tell_of_has_no_amount_yet(books):
    books.ledger.store([movement(1, 500)], NOW)
    in_payout(books, "po_9", "txn_1")
    assert books.statements.payout(COMPANY, "po_9", ZONE).amount is None


def test_nothing_is_known_of_a_strange_payout(example):
    assert example.statements.payout(COMPANY, "po_7", ZONE) is None
    assert example.statements.payout("OTHER", "po_7", ZONE) is None


def test_a_persons_decision_does_not_hide_what_stripe_said(example):
    ignored = Decision("po_1", Outcome.IGNORED, "By hand.", "ignored_by_person")
    example.outbox.apply(ignored, facts("po_1"), subject("po_1"), NOW)
    assert example.statements.payout(COMPANY, "po_1", ZONE).trace == "TRACE7"


def test_a_trace_and_a_date_that_stripe_does_not_know_stay_empty(books):
    decide_payout(books, trace_id=None, arrival_date=None)
    made = books.statements.payout(COMPANY, "po_1", ZONE)
    assert (made.trace, made.arrival_day, made.lines) == ("", "", ())
    assert "does not say which movements" in made.wrong


def test_what_a_part_capture_gave_back_is_covered_by_the_receipt(books):
    books.ledger.store([movement(1, 900), movement(2, -400, category="partial_capture_reversal", source="ch_1")], NOW)
    in_payout(books, "po_1", "txn_1", "txn_2")
    apply(books, receipt("ch_1", minor=500))
    cover(books, 1, "ch_1")
    made = books.statements.payout(COMPANY, "po_1", ZONE)
    assert [[trace.number for trace in line.documents] for line in made.lines] == [[1], [1]]


def test_a_refunds_own_decision_says_why_nothing_covers_it(example):
    apply(example, subject_id="re_1", outcome=Outcome.IGNORED, reason="Before the start.")
    read = example.statements.payout(COMPANY, "po_1", ZONE)
    assert read.lines[2].why == "ignored: Before the start."
    assert read.lines[2] in read.ignored
    apply(example, subject_id="txn_3", outcome=Outcome.WAITING)
    assert example.statements.payout(COMPANY, "po_1", ZONE).lines[2].why == "waiting"


def test_a_withdrawn_document_covers_nothing(example):
    apply(example, receipt("ch_2", lane="x"), subject_id="ch_2")
    cover(example, 2, "ch_2")
    apply(example, subject_id="ch_2", outcome=Outcome.HELD, reason="?")
    assert example.statements.payout(COMPANY, "po_1", ZONE).lines[1].documents == ()


def test_a_payout_is_in_syspro_only_with_the_entry_that_carries_no_leg(example):
    withdrawal = journal("po_1", "withdraw", legs=(Leg("txn_4", Part.AMOUNT),))
    apply(example, withdrawal, journal("po_1", "deposit"), subject_id="po_1")
    settle(example, POSTED)
    own = example.statements.payout(COMPANY, "po_1", ZONE).lines[3]
    assert [(trace.part, trace.state) for trace in own.documents] == [("amount", "posted"), ("", "pending")]
    assert not own.posted
    settle(example, POSTED)
    assert example.statements.payout(COMPANY, "po_1", ZONE).lines[3].posted


# ---------------------------------------------------------------- the month


def month(store, name="2026-11", opening=None):
    return store.statements.month(Month(COMPANY, name, ZONE, opening or {}), (), 0, NOW)


def test_a_month_in_which_nothing_happened_is_empty(books):
    made = month(books)
    assert (made.movements, made.unsettled, made.in_transit, made.exceptions) == ((), (), (), ())


def test_a_month_opens_moves_and_closes(example):
    example.ledger.store([movement(8, 1_000, fee=10, at=NOVEMBER - 1), movement(9, 7, at=DECEMBER)], NOW)
    [moved] = month(example, opening={"usd": 50, "eur": 0}).movements
    groups = dict(moved.groups)
    assert (moved.opening.minor, moved.closing.minor) == (50 + 990, 50 + 990)
    assert (groups[Group.CHARGES].minor, groups[Group.REFUNDS].minor, groups[Group.FEES].minor) == (
        17_000,
        -3_000,
        -553,
    )
    assert groups[Group.PAYOUT].minor == -13_447


def test_a_currency_that_only_has_an_opening_balance_is_shown(books):
    [moved] = month(books, opening={"eur": 5}).movements
    assert (moved.currency, moved.closing) == ("eur", Money(5, "eur"))


def test_what_was_in_no_payout_at_the_end_of_the_month_is_unsettled(example):
    example.ledger.store(
        [
            movement(5, 300, at=DECEMBER - 1),
            movement(6, 400, at=DECEMBER - 2),
            movement(7, -400, kind="payout", source="po_2", at=DECEMBER + 5),
            movement(8, 200, at=DECEMBER),
        ],
        NOW,
    )
    in_payout(example, "po_2", "txn_6")
    made = month(example)
    assert [line.id for line in made.unsettled] == ["txn_6", "txn_5"]
    assert made.unexplained(made.movements[0]) == Money(0, "usd")
    assert [line.id for line in month(example, "2026-12").unsettled] == ["txn_5", "txn_8"]


def test_what_stripe_holds_in_reserve_is_told_apart_from_what_is_to_be_paid_out(books):
    held, other = (
        replace(movement(number, minor, kind="reserve_hold", category="risk_reserved_funds"), balance_type=balance)
        for number, minor, balance in ((2, -40, "payments"), (3, 40, "risk_reserved"))
    )
    freed = (replace(one, id=f"{one.id}_free", net_minor=-one.net_minor, created_at=DECEMBER) for one in (held, other))
    books.ledger.store([movement(1, 100), held, other, *freed], NOW)
    made = month(books)
    assert [line.id for line in made.unsettled] == ["txn_1", "txn_2"]
    assert made.aside == (Aside("risk_reserved", Money(40, "usd")),)
    assert made.unexplained(made.movements[0]) == Money(0, "usd")
    assert month(books, "2026-12").aside == ()


def test_a_payout_is_in_transit_until_its_day_and_not_after_it_came_back(example):
    assert month(example).in_transit == ()
    decide_payout(example, arrival_date=DECEMBER + DAY_S, status="in_transit")
    [row] = month(example).in_transit
    assert (row.payout_id, row.day, row.arrival_day, row.amount) == (
        "po_1",
        "2026-11-03",
        "2026-12-02",
        Money(13_447, "usd"),
    )
    assert month(example, "2026-12").in_transit == ()
    back = movement(9, 13_447, kind="payout_failure", category="payout_reversal", source="po_1", at=DECEMBER - 5)
    example.ledger.store([back], NOW)
    assert month(example).in_transit == ()


def test_a_payout_of_which_stripe_has_said_nothing_counts_as_in_transit(books):
    books.ledger.store([movement(4, -500, kind="payout", source="po_1")], NOW)
    [row] = month(books).in_transit
    assert (row.status, row.arrival_day) == ("", "")


def test_everything_that_is_open_is_an_exception(example):
    apply(example, receipt("ch_5", lane="a", state=State.HELD, reason="Ask.", reason_code="x"), subject_id="ch_5")
    apply(example, receipt("ch_6", lane="b"), subject_id="ch_6")
    settle(example, Settlement(State.IN_DOUBT, "No answer.", due_at=NOW))
    example.inbox.add([event(7)], NOW)
    [read] = example.inbox.next_subjects(5, NOW)
    example.inbox.postpone(read, Problem("x", "Unreadable."), due_at=None, now=NOW)
    example.discrepancies.replace("clearing", "EDU1", (Discrepancy("EDU1", "x", "It differs."),), NOW)
    found = month(example).exceptions
    assert [(row.what, row.number, row.subject, row.reason) for row in found] == [
        ("held", "2", "ch_5", "Ask."),
        ("in doubt", "3", "ch_6", "No answer."),
        ("held", "", "po_1", "Not yet."),
        ("not read", "", "ch_7", "Unreadable."),
        ("discrepancy", "1", "EDU1", "It differs."),
    ]


def test_a_month_follows_the_sites_time_zone(books):
    books.ledger.store([movement(1, 100, at=NOVEMBER - 3600)], NOW)
    there = Month(COMPANY, "2026-11", ZoneInfo("Europe/Berlin"), {})
    assert [line.day for line in books.statements.month(there, (), 0, NOW).unsettled] == ["2026-11-01"]
    assert dict(books.statements.month(there, (), 0, NOW).movements[0].groups)[Group.CHARGES].minor == 100


@pytest.mark.parametrize("name", ["2026-13", "2026", "11-2026", "2026-1", "", "2026-11-01"])
def test_a_month_that_is_none_is_refused(books, name):
    with pytest.raises(ValueError, match="is no month"):
        month(books, name)


# ---------------------------------------------------------------- the trail


@pytest.fixture
def sold(books):
    """A payment that made a customer and a receipt; both are posted."""
    apply(books, customer(), receipt("ch_1", order_by=2, party="cus_1|usd"))
    for number, key in ((1, "000042"), (2, "000777")):
        [document] = claim(books)
        assert document.id == number
        books.outbox.settle(document, Settlement(State.POSTED, erp_key=key, evidence="Answered"), NOW + 5)
    books.outbox.verified([books.outbox.get(2)], {2: ()}, NOW + 6)
    cover(books, 2, "ch_1")
    books.ledger.store([movement(1, 100)], NOW)
    return books


def steps(store, what):
    return [(row.stripe_id, row.document, row.erp_key) for row in store.statements.trail(COMPANY, what)]


@pytest.mark.parametrize("what", ["ch_1", "txn_1", "000777", "777", "42", "cus_1"])
def test_the_trail_is_found_from_both_ends(sold, what):
    assert steps(sold, what) == [("ch_1", 1, "000042"), ("ch_1", 2, "000777")]


def test_a_step_says_who_decided_on_what_and_what_proves_it(sold):
    row = sold.statements.trail(COMPANY, "777")[1]
    assert (row.object_type, row.at, row.actor, row.outcome, row.flow, row.revision) == (
        "charge", NOW, "engine", "documents", "flow", 1,
    )  # fmt: skip
    assert (row.document_key, row.state, row.amount) == ("EDU1/receipt/payment/ch_1", "posted", Money(100, "usd"))
    assert row.evidence == "Answered. Read back out of SYSPRO."
    assert sold.audit.list(subject="ch_1")[-1].id == row.audit_row


def test_every_decision_about_an_object_is_a_step(sold):
    apply(sold, outcome=Outcome.IGNORED, reason="Refunded at once.", now=NOW + 9)
    last = sold.statements.trail(COMPANY, "ch_1")[-1]
    assert (last.outcome, last.reason, last.document, last.document_key) == ("ignored", "Refunded at once.", 0, "")


def test_a_customer_that_was_found_is_a_step_without_a_document(books):
    link = Link("customer", "cus_5|usd", "0000900", "tax_id")
    books.outbox.apply(decision(links=(link,)), facts(), subject(), NOW)
    [row] = books.statements.trail(COMPANY, "900")
    assert (row.stripe_id, row.outcome, row.erp_key, row.evidence) == (
        "cus_5|usd",
        "linked",
        "0000900",
        "Found by tax id.",
    )


def test_a_trail_of_nothing_is_empty(sold):
    assert steps(sold, "ch_404") == []
    assert sold.statements.trail("OTHER", "ch_1") == ()
    assert steps(sold, "") == []


def test_the_trail_of_a_stretch_of_time_has_its_decisions_alone(sold):
    apply(sold, receipt("ch_2", lane="x"), subject_id="ch_2", now=NOW + 100)
    assert [row.stripe_id for row in sold.statements.trail_between(COMPANY, NOW, NOW + 100)] == ["ch_1", "ch_1"]
    assert [row.stripe_id for row in sold.statements.trail_between(COMPANY, NOW + 1, NOW + 101)] == ["ch_2"]


def decide_about(store, subject_id, kind, charge, *drafts, **rest):
    """Decide a refund, dispute or allocation of a payment."""
    made = decision(*drafts, subject=subject_id, **rest)
    stripe = StripeFacts(subject_id, kind, {kind: {"id": subject_id, "charge": charge}})
    store.outbox.apply(made, Facts(COMPANY, stripe, ErpFacts(), NOW), subject(subject_id), NOW + 10)


@pytest.fixture
def lived(sold):
    """The same payment with a refund, one that came to nothing, a dispute, an allocation, a payout and a correction."""
    sold.ledger.store([movement(2, -30, kind="refund", source="re_1")], NOW)
    in_payout(sold, "po_1", "txn_1", "txn_2")
    to_invoice = receipt("ch_1.P", purpose="allocation", lane="allocation", minor=0)
    body = replace(to_invoice.body, allocations=(Allocation("000100707", Money(100, "usd")),))
    decide_about(sold, "ch_1.P", "allocation", "", replace(to_invoice, body=body, legs=()))
    leg = (Leg("txn_2", Part.AMOUNT),)
    decide_about(
        sold, "re_1", "refund", "ch_1", replace(receipt("re_1", purpose="money", lane="r", minor=-30), legs=leg)
    )
    decide_about(sold, "re_2", "refund", "ch_1", outcome=Outcome.IGNORED, reason="It came back.")
    decide_about(sold, "du_1", "dispute", "ch_1", outcome=Outcome.IGNORED, reason="An inquiry.")
    decide_about(sold, "re_9", "refund", "ch_9", outcome=Outcome.IGNORED, reason="Another payment's.")
    decide_payout(sold)
    again = replace(receipt("ch_1.2", purpose="again", lane="c"), legs=(Leg("ch_1", Part.AMOUNT),))
    apply(sold, again, subject_id="correction|ch_1", now=NOW + 20)
    return sold


@pytest.mark.parametrize("what", ["ch_1", "re_2", "du_1", "ch_1.P", "txn_2", "777", "100707"])
def test_the_trail_of_a_payment_shows_all_that_became_of_it(lived, what):
    told = {row.stripe_id for row in lived.statements.trail(COMPANY, what)}
    assert told == {"ch_1", "ch_1.P", "re_1", "re_2", "du_1", "po_1", "correction|ch_1"}


def test_the_trail_of_a_payout_leaves_its_payments_to_its_statement(lived):
    assert {row.stripe_id for row in lived.statements.trail(COMPANY, "po_1")} == {"po_1"}


def test_a_decision_for_which_no_audit_row_vouches_says_so(sold):
    db = sold._connections.current()
    db.execute("DROP TRIGGER audit_never_goes")
    db.execute("DELETE FROM audit")
    assert {(row.audit_row, row.actor) for row in sold.statements.trail(COMPANY, "ch_1")} == {(0, "")}
