"""What documents do to each account."""

from agent.domain.documents import State
from agent.domain.kinds import (
    Adjustment,
    ArDocument,
    BankReceipt,
    CashEntry,
    CashLine,
    Journal,
    JournalLine,
    Kind,
    Receipt,
    SalesOrder,
)
from agent.domain.money import Money
from agent.domain.preview import PreviewDocument, account_totals

DAY = "2026-11-20"


def usd(minor):
    return Money(minor, "usd")


BODIES = [
    SalesOrder("ch_1", DAY, "USD"),
    Receipt("ch_1", usd(1000), DAY, "CLR"),
    Receipt("re_1.M", usd(-300), DAY, "CLR"),
    Receipt("ch_1.P", usd(0), DAY, "CLR"),
    ArDocument("ch_2.I", "I", usd(500), DAY, "WEB"),
    ArDocument("re_2.C", "C", usd(200), DAY, "RTN"),
    Adjustment("re_1.A", usd(50), "1370", "C"),
    Journal("po_1", DAY, "USD", lines=(JournalLine("6000", usd(59)), JournalLine("1310", usd(-59)))),
    CashEntry("po_1", "CLR", "W", usd(900), DAY, lines=(CashLine("1000", usd(900)),)),
    CashEntry("po_1.B", "MAIN", "D", usd(900), DAY, lines=(CashLine("1000", usd(900)),)),
    BankReceipt(
        "po_2", "MAIN", "USD", usd(100), DAY, "1310",
        lines=(JournalLine("1100", usd(97)), JournalLine("6000", usd(3)), JournalLine("1310", usd(-100))),
    ),
]  # fmt: skip


def test_each_account_has_its_debits_and_credits():
    found = {one.account: (one.debit_minor, one.credit_minor) for one in account_totals(BODIES)}
    assert found == {
        "bank CLR": (1000, 300 + 900),
        "receivables": (300 + 500 + 50, 1000 + 200),
        "sales WEB": (0, 500),
        "sales RTN": (200, 0),
        "1370": (0, 50),
        "6000": (59 + 3, 0),
        "1310": (0, 59 + 100),
        "1000": (900, 900),
        "bank MAIN": (900, 0),
        "1100": (97, 0),
    }


def test_the_totals_add_up_to_nothing():
    assert sum(one.balance_minor for one in account_totals(BODIES)) == 0
    assert account_totals([]) == ()


def test_what_would_be_sent_is_one_text_as_an_attempt_keeps_it():
    values = dict.fromkeys(PreviewDocument.__slots__, "") | {
        "kind": Kind.RECEIPT, "amount": None, "state": State.POSTED, "changes": (), "body": BODIES[1],
    }  # fmt: skip
    sent = PreviewDocument(**(values | {"method": "Transaction/Post", "business_object": "ARSTPY", "document": "<x/>"}))
    assert sent.wire == "Transaction/Post ARSTPY\n\n<x/>"
    assert PreviewDocument(**values).wire == ""
