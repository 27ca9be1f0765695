"""The documents of a preview as postings."""

from agent.domain.documents import State
from agent.domain.kinds import (
    Allocation,
    ArDocument,
    BankReceipt,
    CashEntry,
    CashLine,
    Customer,
    InvoiceCredit,
    Journal,
    JournalLine,
    Receipt,
    SalesOrder,
)
from agent.domain.money import Money
from agent.domain.preview import PreviewDocument
from agent.domain.shadow import Side, expected
from agent.domain.shadow.expected import ledger_codes

DAY = "2026-11-10"


def usd(minor):
    return Money(minor, "usd")


def document(body, amount=None, stripe_id="ch_1", purpose="sale"):
    return PreviewDocument(
        body.kind, purpose, stripe_id, "Whose", amount, State.HELD, "", "", "flow", "", "", "", "", "", (), body
    )


def only(body, **more):
    (one,) = expected([document(body, **more)])
    return one


def receipt(*allocations, value=1000):
    return Receipt("ch_1.R", usd(value), DAY, "STRIPE-USD", customer="0001", allocations=allocations)


def test_a_receipt_has_its_bank_and_the_invoices_that_syspro_has():
    one = only(receipt(Allocation("000101", usd(600)), Allocation("000100", usd(400))))
    assert (one.side, one.customer, one.reference, one.day, one.value, one.state) == (
        Side.RECEIPTS, "0001", "ch_1.R", DAY, usd(1000), "held",
    )  # fmt: skip
    assert dict(one.details) == {"Bank": "STRIPE-USD", "Invoice": "100, 101"}
    for unknown in ("~I000001", "", "_CRD~000001"):
        assert dict(only(receipt(Allocation(unknown, usd(5)))).details)["Invoice"] == ""


def test_documents_of_one_payment_share_the_names_that_a_person_may_have_typed():
    order = SalesOrder("PO-77", DAY, "$", (), "0001", branch="10")
    told = expected([document(order, usd(1000)), document(receipt())])
    assert [one.names for one in told] == [frozenset({"ch_1", "po-77", "ch_1.r"})] * 2
    assert (told[0].side, dict(told[0].details)) == (Side.SALES, {"Branch": "10"})


def test_what_moves_no_money_of_its_own_is_left_out():
    nothing = [
        document(Customer("cus_1", "Ann", "$", code="0001")), document(receipt(value=0)),
        document(SalesOrder("PO", DAY, "$", (), "0001")), document(Journal("j", DAY, "$")),
        document(InvoiceCredit("r", "100", DAY)),
    ]  # fmt: skip
    assert expected(nothing) == ()


def test_invoices_go_up_and_credits_down():
    made = ArDocument("ch_1", "I", usd(500), DAY, "WEB", "0001", branch="20", terms_code="30")
    assert only(made).value == usd(500)
    assert dict(only(made).details) == {"Branch": "20", "Terms": "30"}
    assert only(ArDocument("ch_1", "C", usd(500), DAY, "WEB", "0001")).value == usd(-500)
    assert only(InvoiceCredit("re_1", "100", DAY, customer="0001"), amount=usd(300)).value == usd(-300)


def test_journals_and_entries_of_the_cash_book_are_told_by_their_ledger_codes():
    lines = (JournalLine("1310", usd(-500)), JournalLine("6110", usd(300)), JournalLine("6110", usd(200)))
    journal = only(Journal("po_1", DAY, "$", lines=lines))
    assert (journal.side, journal.value) == (Side.LEDGER, usd(1000))
    assert dict(journal.details) == {"Ledger code 1310": "-5.00 USD", "Ledger code 6110": "5.00 USD"}
    out = only(CashEntry("po_1", "STRIPE", "W", usd(500), DAY, lines=(CashLine("1310", usd(500)),)))
    into = only(CashEntry("po_1", "STRIPE", "D", usd(500), DAY, lines=(CashLine("1310", usd(500)),)))
    assert dict(out.details) == {"Ledger code 1310": "5.00 USD"}
    assert dict(into.details) == {"Ledger code 1310": "-5.00 USD"}
    banked = BankReceipt("po_1", "FIRST", "$", usd(500), DAY, "1310", lines=(JournalLine("1310", usd(-500)),))
    assert ledger_codes([journal, only(banked), only(receipt())]) == ("1310", "6110")
