"""Figures of the first page, payouts and audit pages from the store."""

from zoneinfo import ZoneInfo

import pytest

from agent.domain.decisions import Outcome
from agent.domain.documents import Leg, Part
from agent.domain.money import Money
from agent.store import overviews
from tests.store.builders import COMPANY, NOW, POSTED, apply, journal, moved, receipt, settle

UTC = ZoneInfo("UTC")


def test_posted_documents_are_counted_by_the_hour(store):
    apply(store, receipt("ch_1", lane="a"), receipt("ch_2", lane="b"))
    settle(store, POSTED, now=NOW)
    assert store.overviews.posted_by_hour(NOW + 1, 3) == (0, 0, 2)
    assert store.overviews.posted_by_hour(NOW + 3601, 3) == (0, 2, 0)
    assert store.overviews.posted_by_hour(NOW, 3) == (0, 0, 0)


def test_what_moved_is_summed_by_its_outcome(store):
    store.ledger.store([moved(1, minor=100, fee=3), moved(2, minor=50)], NOW)
    apply(store, receipt("ch_1"))
    settle(store, POSTED)
    # The fee waits for its payout.
    assert store.overviews.moved(COMPANY, NOW, NOW + 1) == [
        ("usd", "none", 1, 50),
        ("usd", "posted", 1, 100),
        ("usd", "waiting", 1, -3),
    ]
    assert store.overviews.moved(COMPANY, NOW + 1, NOW + 2) == []
    assert store.overviews.payments_since(NOW) == 2
    assert store.overviews.payments_since(NOW + 1) == 0


def test_payouts_are_listed_with_what_their_movements_add_up_to(store):
    paid = moved(9, minor=-147, kind="payout", source="po_1")
    store.ledger.store([moved(1, minor=100, fee=3), moved(2, minor=50), paid], NOW)
    with store._connections.writing() as db:
        db.execute("UPDATE balance_transactions SET payout_id = 'po_1' WHERE id <> 'txn_9'")
    apply(store, receipt("ch_1"))
    settle(store, POSTED)
    (found,) = store.overviews.payouts(COMPANY, UTC, before_at=NOW + 1, limit=10)
    assert (found.payout_id, found.day, found.status) == ("po_1", "2023-11-14", "")
    assert (found.amount, found.parts, found.movements, found.unposted) == (Money(147, "usd"), Money(147, "usd"), 2, 3)
    assert not found.ties
    assert not store.overviews.payouts(COMPANY, UTC, before_at=NOW, limit=10)


def test_a_payout_ties_only_when_its_own_money_and_all_fees_are_posted(store):
    paid = moved(9, minor=-147, kind="payout", source="po_1")
    store.ledger.store([moved(1, minor=100, fee=3), moved(2, minor=50), paid], NOW)
    with store._connections.writing() as db:
        db.execute("UPDATE balance_transactions SET payout_id = 'po_1' WHERE id <> 'txn_9'")

    def unposted():
        (found,) = store.overviews.payouts(COMPANY, UTC, before_at=NOW + 1, limit=10)
        assert found.ties is not bool(found.unposted)
        return found.unposted

    for number in (1, 2):
        apply(store, receipt(f"ch_{number}", lane=str(number)), subject_id=f"ch_{number}")
        settle(store, POSTED)
    # Both receipts are in SYSPRO; the fee of the first and the payout itself are not.
    assert unposted() == 2
    legs = (Leg("txn_9", Part.AMOUNT), Leg("txn_1", Part.FEES))
    apply(store, journal("po_1", legs=legs), subject_id="po_1")
    assert unposted() == 2
    settle(store, POSTED)
    assert unposted() == 0


def test_a_payout_ties_only_when_the_entry_that_carries_no_leg_is_posted_too(store):
    store.ledger.store([moved(1, minor=147), moved(9, minor=-147, kind="payout", source="po_1")], NOW)
    with store._connections.writing() as db:
        db.execute("UPDATE balance_transactions SET payout_id = 'po_1' WHERE id = 'txn_1'")
    apply(store, receipt("ch_1"), subject_id="ch_1")
    settle(store, POSTED)
    withdrawal = journal("po_1", "withdraw", legs=(Leg("txn_9", Part.AMOUNT),))
    apply(store, withdrawal, journal("po_1", "deposit"), subject_id="po_1")
    settle(store, POSTED)
    (found,) = store.overviews.payouts(COMPANY, UTC, before_at=NOW + 1, limit=10)
    assert (found.unposted, found.ties) == (1, False)
    settle(store, POSTED)
    (found,) = store.overviews.payouts(COMPANY, UTC, before_at=NOW + 1, limit=10)
    assert (found.unposted, found.ties) == (0, True)


def test_a_movement_that_is_ignored_with_a_reason_is_not_awaited(store):
    store.ledger.store([moved(1, minor=147), moved(9, minor=-147, kind="payout", source="po_1")], NOW)
    with store._connections.writing() as db:
        db.execute("UPDATE balance_transactions SET payout_id = 'po_1' WHERE id = 'txn_1'")

    def unposted():
        (found,) = store.overviews.payouts(COMPANY, UTC, before_at=NOW + 1, limit=10)
        assert found.unposted == len(store.statements.payout(COMPANY, "po_1", UTC).awaited)
        return found.unposted

    assert unposted() == 2
    apply(store, subject_id="ch_1", outcome=Outcome.IGNORED, reason="Before the start.")
    assert unposted() == 1
    apply(store, subject_id="po_1", outcome=Outcome.IGNORED, reason="Before the start.")
    assert unposted() == 0
    # What was decided of the movement itself counts before what was decided of its payment.
    apply(store, subject_id="txn_1", outcome=Outcome.WAITING)
    assert unposted() == 1


def test_an_ignored_payout_with_an_entry_that_is_not_posted_is_awaited(store):
    store.ledger.store([moved(1, minor=147), moved(9, minor=-147, kind="payout", source="po_1")], NOW)
    with store._connections.writing() as db:
        db.execute("UPDATE balance_transactions SET payout_id = 'po_1' WHERE id = 'txn_1'")
    apply(store, receipt("ch_1"), subject_id="ch_1")
    apply(store, journal("po_1", "deposit"), subject_id="po_1", outcome=Outcome.IGNORED, reason="By hand.")
    (found,) = store.overviews.payouts(COMPANY, UTC, before_at=NOW + 1, limit=10)
    assert found.unposted == len(store.statements.payout(COMPANY, "po_1", UTC).awaited) == 2


def test_the_audit_is_read_page_by_page(store):
    assert store.overviews.last_audit_row() == 0
    for number in range(1, 6):
        store.audit.append("Ann", "test", str(number), "", NOW)
    assert store.overviews.last_audit_row() == 5
    assert [row.subject for row in store.overviews.audit_rows(4, 3)] == ["4", "3", "2"]


@pytest.mark.parametrize(
    ("sql", "index"),
    [
        (overviews._POSTED, "COVERING INDEX attempts_posted"),
        (overviews._PAYMENTS, "COVERING INDEX balance_transactions_by_moment"),
        (overviews._PAYOUTS, "balance_transactions_payouts"),
    ],
)
def test_figures_come_from_their_indexes(store, sql, index):
    values = {"since_at": 1, "until_at": 2, "before_at": 3, "limit": 4} if ":" in sql else (1,)
    plan = [row["detail"] for row in store._connections.all(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert any(index in step for step in plan), plan
