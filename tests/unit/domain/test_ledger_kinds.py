"""Journals and cash book entries: their fields against SYSPRO's own sizes."""

import pytest

from agent.domain.codec import body_from, body_text
from agent.domain.kinds import BankReceipt, CashEntry, CashLine, Journal, JournalLine, targets_of
from agent.domain.money import Money

USD = Money(100, "usd")
LINES = (JournalLine("1310-000", USD), JournalLine("1010-000", -USD, "Payout"))
BODIES = (
    Journal("po_1", "2026-01-31", "USD", post=False, authorize="A", lines=LINES),
    CashEntry("txn_1", "STRIPE-USD", "W", USD, "2026-01-31", lines=(CashLine("6110-000", USD),)),
    BankReceipt("po_1", "MAIN", "USD", USD, "2026-01-31", "1310-000", charge=Money(3, "usd"), lines=LINES),
)
# Sizes of SYSPRO 7: columns of GenJournalCtl and GenJournalDetail, or SYSPRO's documentation of the business object.
SIZES = {
    Journal: {"Reference": 30, "JournalDate": 10, "Currency": 3, "Notation": 100, "AuthorizeJournal": 1},
    JournalLine: {"LedgerCode": 35, "Comment": 100},
    CashEntry: {"Reference": 30, "Bank": 15, "DepositOrWithdrawal": 1, "TransactionDate": 10, "PostingPeriod": 1},
    CashLine: {"LedgerCode": 35},
}


@pytest.mark.parametrize(
    ("body", "element", "size"), [(body, element, size) for body, row in SIZES.items() for element, size in row.items()]
)
def test_every_field_is_as_long_as_in_syspro(body, element, size):
    assert targets_of(body)[element][1].length == size


@pytest.mark.parametrize("body", BODIES)
def test_ledger_document_belongs_to_no_customer_and_survives_being_stored(body):
    assert body.with_customer("000000000000004") is body
    assert body_from(body.kind, body_text(body)) == body


def test_journal_is_posted_at_once_unless_settings_say_otherwise():
    assert Journal("po_1", "2026-01-31", "USD").post
