from dataclasses import replace

import pytest

from agent.domain.attempts import Settlement
from agent.domain.decisions import Outcome
from agent.domain.documents import Leg, Part, State
from agent.domain.facts import StripeFacts
from agent.domain.readmodels import BooksRow
from tests.store.builders import (
    COMPANY,
    NOW,
    apply,
    decision,
    event,
    facts,
    journal,
    moved,
    parked,
    receipt,
    settle,
    subject,
)

POSTED = Settlement(State.POSTED, erp_key="1")


def books(store, company=COMPANY):
    return {row.currency: row for row in store.reports.books(company)}


def usd(**minor):
    return BooksRow("usd", **{f"{name}_minor": minor.get(name, 0) for name in PARTS})


PARTS = ("posted", "waiting", "held", "in_doubt", "ignored")


def pay(store, number=1, *, settlement=None, minor=100, **rest):
    """Decide payment `number` in a lane of its own, send it, and settle it."""
    apply(store, receipt(f"ch_{number}", minor=minor, lane=str(number), **rest), subject_id=f"ch_{number}")
    if settlement:
        for document in store.outbox.claim(COMPANY, 10, NOW):
            store.outbox.settle(document, settlement, NOW)


#: A leg of 100 of which SYSPRO's rate books 99.
RATE = (Leg("ch_1", Part.AMOUNT, 99),)


def send(store, draft, **decided):
    """Decide a document and post it."""
    apply(store, draft, **decided)
    for document in store.outbox.claim(COMPANY, 10, NOW):
        store.outbox.settle(document, POSTED, NOW)


def test_an_empty_ledger_has_no_books(store):
    assert store.reports.books(COMPANY) == []


def test_a_payment_that_no_event_told_of_is_waiting(store):
    store.ledger.store([moved(minor=100, fee=3, fees=(("stripe_fee", 3),))], NOW)
    assert books(store) == {"usd": usd(waiting=97)}


@pytest.mark.parametrize(
    ("settlement", "part"),
    [
        (None, "waiting"),
        (Settlement(State.PENDING, due_at=NOW), "waiting"),
        (Settlement(State.IN_DOUBT, due_at=NOW), "in_doubt"),
        (Settlement(State.PARKED), "held"),
        (POSTED, "posted"),
    ],
)
def test_the_amount_of_a_payment_is_where_its_receipt_is(store, settlement, part):
    store.ledger.store([moved(minor=100, fee=3)], NOW)
    pay(store, settlement=settlement)
    expected = {"waiting": -3}
    expected[part] = expected.get(part, 0) + 100
    assert books(store) == {"usd": usd(**expected)}


def test_a_receipt_that_is_being_sent_is_in_doubt(store):
    store.ledger.store([moved()], NOW)
    pay(store)
    store.outbox.claim(COMPANY, 1, NOW)
    assert books(store)["usd"].in_doubt_minor == 100


def test_a_cancelled_receipt_is_ignored(store):
    store.ledger.store([moved()], NOW)
    apply(store, parked())
    assert books(store)["usd"].held_minor == 100
    store.outbox.cancel(1, by="Ann", reason="Paid in cash.", now=NOW)
    assert books(store) == {"usd": usd(ignored=100)}


@pytest.mark.parametrize(
    ("outcome", "part"),
    [
        (Outcome.IGNORED, "ignored"),
        (Outcome.HELD, "held"),
        (Outcome.WAITING, "waiting"),
        (Outcome.DOCUMENTS, "waiting"),
    ],
)
def test_without_a_receipt_the_latest_decision_counts(store, outcome, part):
    store.ledger.store([moved()], NOW)
    apply(store, outcome=Outcome.HELD)
    apply(store, outcome=outcome)
    assert books(store) == {"usd": usd(**{part: 100})}


def test_a_receipt_that_was_withdrawn_because_the_payment_is_ignored_is_ignored(store):
    store.ledger.store([moved()], NOW)
    apply(store, receipt())
    apply(store, outcome=Outcome.IGNORED)
    assert books(store) == {"usd": usd(ignored=100)}


def test_a_movement_that_was_not_decided_yet_is_waiting(store):
    store.ledger.store([moved(minor=-500, kind="payout", source="po_1")], NOW)
    assert books(store) == {"usd": usd(waiting=-500)}


def test_a_receipt_stands_for_the_payment_alone(store):
    store.ledger.store([moved(1), moved(2, minor=-100, kind="refund", source="re_1")], NOW)
    pay(store, settlement=POSTED)
    assert books(store) == {"usd": usd(posted=100, waiting=-100)}


def test_what_a_part_capture_gave_back_goes_with_the_receipt(store):
    store.ledger.store([moved(1), moved(2, minor=-40, kind="partial_capture_reversal", source="ch_1")], NOW)
    pay(store, settlement=POSTED)
    assert books(store) == {"usd": usd(posted=60)}


REVERSAL = moved(2, minor=-40, kind="partial_capture_reversal", source="ch_1")


def test_what_a_part_capture_gave_back_after_its_payment_was_summed_up_waits_for_a_journal_of_its_own(store):
    store.ledger.store([moved(1)], NOW)
    apply(store, outcome=Outcome.WAITING, reason_code="posting.summary")
    apply(store, journal("po_1", legs=(Leg("ch_1", Part.AMOUNT, line="sales"),)), subject_id="po_1")
    settle(store, POSTED)
    store.ledger.store([REVERSAL], NOW)
    assert books(store) == {"usd": usd(posted=100, waiting=-40)}
    assert [one.moved.id for one in store.summaries.left_before(COMPANY, NOW + 1000)] == ["txn_2"]
    apply(store, journal("po_2", legs=(Leg("txn_2", Part.AMOUNT, line="sales"),)), subject_id="po_2")
    settle(store, POSTED)
    assert books(store) == {"usd": usd(posted=60)}
    assert store.summaries.left_before(COMPANY, NOW + 1000) == []
    with store.reconciling.expected(COMPANY) as (_, legs):
        assert {leg.leg: leg.minor for leg in legs} == {"ch_1": 100, "txn_2": -40}


def test_what_a_part_capture_gave_back_goes_with_the_receipt_whatever_is_summed_up(store):
    store.ledger.store([moved(1), REVERSAL], NOW)
    pay(store, settlement=POSTED)
    with store.reconciling.expected(COMPANY) as (_, legs):
        assert {leg.leg: leg.minor for leg in legs} == {"ch_1": 60}


def test_each_leg_has_the_outcome_of_the_document_that_posts_it(store):
    store.ledger.store([moved(1, minor=100, fee=3), moved(2, minor=-97, kind="payout", source="po_1")], NOW)
    pay(store, settlement=POSTED)
    legs = (Leg("txn_2", Part.AMOUNT), Leg("txn_1", Part.FEES))
    apply(store, journal("po_1", legs=legs), subject_id="po_1")
    assert books(store) == {"usd": usd(posted=100, waiting=-100)}
    settle(store, POSTED)
    assert books(store) == {"usd": usd(posted=0)}


def test_of_several_documents_for_a_leg_the_one_that_is_furthest_counts(store):
    store.ledger.store([moved(1, minor=-50, kind="topup", source="tu_1")], NOW)
    legs = (Leg("txn_1", Part.AMOUNT),)
    apply(store, journal("txn_1", legs=legs, state=State.PARKED, reason="No."), subject_id="txn_1")
    apply(store, journal("txn_1b", legs=legs), subject_id="txn_1b")
    settle(store, POSTED)
    assert books(store) == {"usd": usd(posted=-50)}


def test_what_a_rate_leaves_over_counts_once_also_where_the_document_was_posted_again(store):
    store.ledger.store([moved(minor=100)], NOW)
    send(store, replace(receipt(), legs=RATE))
    assert books(store) == {"usd": usd(posted=99, waiting=1)}
    send(store, replace(receipt(purpose="payment#2"), legs=RATE), subject_id="correction|ch_1")
    assert books(store) == {"usd": usd(posted=99, waiting=1)}


def test_a_rate_of_a_document_that_was_withdrawn_leaves_nothing_over(store):
    store.ledger.store([moved(minor=100)], NOW)
    apply(store, replace(parked(), legs=RATE))
    send(store, receipt(purpose="other"))
    assert books(store) == {"usd": usd(posted=100)}
    assert store.ledger.rests(COMPANY, ["txn_1"], "po_1") == {}


def test_a_document_that_is_given_up_leaves_nothing_over_for_its_payout(store):
    store.ledger.store([moved(minor=100)], NOW)
    apply(store, replace(parked(), legs=RATE))
    assert store.ledger.rests(COMPANY, ["txn_1"], "po_1") == {"txn_1": 1}
    assert store.outbox.cancel(1, by="Ann", reason="By hand.", now=NOW) == ""
    assert store.ledger.rests(COMPANY, ["txn_1"], "po_1") == {}
    assert books(store) == {"usd": usd(ignored=100)}


@pytest.mark.parametrize("kind", ["charge", "refund"])
def test_who_gives_a_document_up_is_told_what_its_payout_has_booked_of_it_already(store, kind):
    store.ledger.store([moved(minor=100, kind=kind, source="ch_1")], NOW)
    leg = "ch_1" if kind == "charge" else "txn_1"
    apply(store, replace(parked(), legs=(Leg(leg, Part.AMOUNT, 99),)))
    send(store, journal("po_1", legs=(Leg(leg, Part.REST),)), subject_id="po_1")
    told = store.outbox.cancel(1, by="Ann", reason="By hand.", now=NOW)
    assert told.startswith("Book it by hand without 0.01 USD with payout po_1:")
    assert store.outbox.get(1).reason == f"By hand. {told}"
    assert books(store) == {"usd": usd(posted=1, ignored=99)}


def test_what_a_waiting_payout_has_of_a_document_that_is_given_up_stays_with_it(store):
    store.ledger.store([moved(minor=100)], NOW)
    apply(store, replace(parked(), legs=RATE))
    held = replace(
        journal("po_1", legs=(Leg(RATE[0].key, Part.REST),)), state=State.HELD, reason="Look.", reason_code="look"
    )
    apply(store, held, subject_id="po_1")
    told = store.outbox.cancel(1, by="Ann", reason="By hand.", now=NOW)
    assert told.startswith("Book it by hand without 0.01 USD with payout po_1:")
    assert store.ledger.rests(COMPANY, ["txn_1"], "po_1") == {"txn_1": 1}
    assert books(store) == {"usd": usd(held=1, ignored=99)}


def test_what_a_rest_is_expected_to_be_is_not_reckoned_from_a_document_that_was_withdrawn(store):
    store.ledger.store([moved(minor=100)], NOW)
    apply(store, replace(parked(), legs=(Leg("ch_1", Part.AMOUNT, 97),)))
    send(store, replace(receipt(purpose="other"), legs=RATE))
    send(store, journal("po_1", legs=(Leg("ch_1", Part.REST),)), subject_id="po_1")
    with store.reconciling.expected(COMPANY) as (_, legs):
        assert [leg.minor for leg in legs if leg.part == "rest"] == [1]


def test_fees_of_a_held_dispute_are_held_with_it(store):
    store.ledger.store([moved(1, minor=-80, fee=15, kind="dispute", source="dp_1")], NOW)
    apply(store, subject_id="dp_1", outcome=Outcome.HELD)
    assert books(store) == {"usd": usd(held=-95)}


def test_fees_that_do_not_add_up_count_with_the_fee_of_the_balance_transaction(store):
    store.ledger.store([moved(minor=100, fee=5, fees=(("stripe_fee", 3),))], NOW)
    assert books(store)["usd"].total_minor == 95


def test_currencies_and_companies_have_books_of_their_own(store):
    store.ledger.store([moved(1), moved(2, minor=7, currency="jpy")], NOW)
    pay(store, settlement=POSTED)
    assert books(store) == {"usd": usd(posted=100), "jpy": BooksRow("jpy", 0, 7, 0, 0, 0)}
    assert books(store, "OTHER")["usd"].posted_minor == 0


def test_the_five_parts_always_add_up_to_the_net(store):
    kinds = ("charge", "payment", "refund", "payout", "adjustment", "stripe_fee")
    rows = [moved(n, minor=(-1) ** n * n * 7, fee=n % 5, kind=kinds[n % 6], source=f"ch_{n % 17}") for n in range(200)]
    store.ledger.store(rows, NOW)
    for number in range(12):
        pay(store, number, settlement=(POSTED, None, Settlement(State.IN_DOUBT), Settlement(State.PARKED))[number % 4])
    assert books(store)["usd"].total_minor == sum(row.net_minor for row in rows)


def test_a_balance_transaction_that_is_listed_again_is_brought_up_to_date(store):
    assert store.ledger.store([moved(1, minor=100, fees=(("stripe_fee", 1), ("tax", 2)), fee=3)], NOW) == 1
    assert store.ledger.store([moved(1, minor=90, fees=(("stripe_fee", 2),), fee=2), moved(2)], NOW) == 1
    kept = {row.id: row for row in store.ledger.undecided(10, NOW)}
    assert (kept["txn_1"].amount_minor, kept["txn_1"].fees) == (90, (("stripe_fee", 2),))
    assert store.ledger.store([], NOW) == 0


def test_the_payout_that_took_a_movement_along_is_not_forgotten(store):
    listed = replace(moved(1), payout_id="po_1")
    store.ledger.store([listed], NOW)
    store.ledger.store([replace(moved(1), description="Listed with all others")], NOW)
    assert store.ledger.undecided(10, NOW) == [replace(listed, description="Listed with all others")]


def test_a_page_that_names_a_balance_transaction_twice_keeps_the_last(store):
    assert store.ledger.store([moved(1, fees=(("a", 1),)), moved(1, minor=5, fees=(("b", 1),))], NOW) == 1
    assert store.ledger.undecided(10, NOW)[0] == moved(1, minor=5, fees=(("b", 1),))


def test_subjects_that_were_never_decided_are_found(store):
    store.ledger.store([moved(1), moved(2), moved(3), moved(4, kind="refund"), moved(5, kind="payment")], NOW)
    apply(store, subject_id="ch_1", outcome=Outcome.IGNORED)
    store.inbox.add([event(2)], NOW)
    assert [row.source_id for row in store.ledger.undecided(10, NOW)] == ["ch_3", "ch_4", "ch_5"]
    assert len(store.ledger.undecided(1, NOW)) == 1


def test_a_subject_with_several_movements_is_found_once(store):
    rows = [
        moved(1, minor=-80, kind="dispute", source="dp_1"),
        moved(2, minor=80, kind="dispute_reversal", source="dp_1"),
    ]
    store.ledger.store(rows, NOW)
    assert [row.id for row in store.ledger.undecided(10, NOW)] == ["txn_1"]


@pytest.mark.parametrize("outcome", [Outcome.DOCUMENTS, Outcome.IGNORED])
def test_a_subject_that_was_decided_before_its_latest_movement_is_found(store, outcome):
    taken, back = (moved(number, minor=80, kind="dispute", source="dp_1") for number in (1, 2))
    store.ledger.store([taken], NOW)
    apply(store, subject_id="dp_1", outcome=outcome, known=[taken])
    assert store.ledger.undecided(10, NOW) == []
    store.ledger.store([taken, back], NOW)
    assert [row.source_id for row in store.ledger.undecided(10, NOW)] == ["dp_1"]


def test_a_movement_that_the_decision_about_its_subject_did_not_know_is_undecided_until_a_document_posts_it(store):
    known, more = (moved(number, minor=-80, kind="refund", source="re_1") for number in (1, 2))
    store.ledger.store([known, more, moved(3), moved(4, source="ch_3")], NOW)
    apply(store, subject_id="re_1", known=[known])
    apply(store, subject_id="ch_3", known=[moved(3)])
    posted = replace(journal("re_1"), legs=(Leg("txn_1", Part.AMOUNT),))
    apply(store, posted, subject_id="re_1", known=[known])
    assert [one.id for one in store.reconciling.undecided(NOW, NOW + 1)] == ["txn_2"]
    apply(store, subject_id="re_1", known=[known, more])
    assert store.reconciling.undecided(NOW, NOW + 1) == []


def test_what_a_person_ignores_is_not_looked_for_again(store):
    store.ledger.store([moved(1)], NOW)
    unread = replace(facts(), stripe=StripeFacts("ch_1", "charge", {}))
    store.outbox.apply(decision(outcome=Outcome.IGNORED), unread, subject(), NOW)
    assert store.ledger.undecided(10, NOW) == []


def test_what_waits_for_its_payout_is_not_looked_for_again(store):
    store.ledger.store([moved(1, minor=-5, kind="stripe_fee", source="")], NOW)
    fee = moved(1, minor=-5, kind="stripe_fee", source="")
    apply(store, subject_id="txn_1", outcome=Outcome.WAITING, reason_code="movement.with_payout", known=[fee])
    assert store.ledger.undecided(10, NOW) == []


def test_fees_that_nothing_has_posted_yet_are_found_for_a_payout_without_a_list(store):
    rows = [
        moved(1, fee=3), moved(2, fee=0), moved(3, minor=-5, kind="stripe_fee", source=""),
        moved(4, minor=-80, fee=15, kind="dispute", source="dp_1"), moved(5, fee=3, currency="eur"), moved(6, fee=4),
    ]  # fmt: skip
    store.ledger.store(rows, NOW)
    apply(store, journal("po_1", legs=(Leg("txn_6", Part.FEES),)), subject_id="po_1")
    assert [row.id for row in store.ledger.unsettled(COMPANY, "usd", NOW + 1, "po_2")] == ["txn_1", "txn_3"]
    assert store.ledger.unsettled(COMPANY, "usd", NOW, "po_2") == []


def test_the_fees_that_a_payout_proposes_are_proposed_again_when_it_is_decided_again(store):
    store.ledger.store([moved(1, fee=3)], NOW)
    apply(store, journal("po_1", legs=(Leg("txn_1", Part.FEES),)), subject_id="po_1")
    assert [row.id for row in store.ledger.unsettled(COMPANY, "usd", NOW + 1, "po_1")] == ["txn_1"]
    assert store.ledger.unsettled(COMPANY, "usd", NOW + 1, "po_2") == []


def test_fees_of_a_document_that_was_withdrawn_wait_for_the_next_payout(store):
    store.ledger.store([moved(1, fee=3)], NOW)
    apply(store, journal("po_1", legs=(Leg("txn_1", Part.FEES),)), subject_id="po_1")
    apply(store, subject_id="po_1", outcome=Outcome.HELD)
    assert [row.id for row in store.ledger.unsettled(COMPANY, "usd", NOW + 1, "po_2")] == ["txn_1"]
