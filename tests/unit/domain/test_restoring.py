"""A restored database: which documents it may have sent before, and what a person is asked."""

from dataclasses import replace

import pytest

from agent.domain.documents import STEPS_PER_SECOND, Document, State
from agent.domain.kinds import BankReceipt, CashEntry
from agent.domain.money import Money
from agent.domain.restoring import RESTORED, Restored, ask_person, may_have_gone
from tests.store.builders import NOW, journal

USD = Money(100, "usd")
RESTORE = Restored(until_at=NOW, found_at=NOW + 60)


def document(body, moved_at=NOW):
    draft = replace(journal(), body=body, order_by=moved_at * STEPS_PER_SECOND + 3)
    return Document(12, draft, State.POSTING, "", "", revision=1, due_at=None, attempts=0)


@pytest.mark.parametrize(("moved_at", "may"), [(NOW - 1, True), (NOW, True), (NOW + 900, True), (NOW + 901, False)])
def test_money_that_moved_after_the_last_sending_was_not_sent_before_however_the_clock_goes(moved_at, may):
    assert may_have_gone(document(journal().body, moved_at), RESTORE) is may


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (CashEntry("po_1", "STRIPE-USD", "W", USD, "2026-01-31"), "Look at bank STRIPE-USD for the reference po_1."),
        (
            BankReceipt("po_1", "MAIN", "USD", USD, "2026-01-31", "1310-000"),
            "Look at bank MAIN for the reference po_1.",
        ),
        (journal().body, "Look at SYSPRO for the reference po_1."),
    ],
)
def test_a_person_is_told_where_to_look_and_what_to_say(body, place):
    settlement = ask_person(document(body), RESTORE)
    assert (settlement.state, settlement.reason_code, settlement.due_at) == (State.IN_DOUBT, RESTORED, None)
    assert place in settlement.reason
    assert "put back from a backup: up to 2023-11-14" in settlement.reason
    assert "`syspro-stripe resolve 12 --key KEY`" in settlement.reason
    assert "`syspro-stripe resolve 12 --absent`" in settlement.reason
