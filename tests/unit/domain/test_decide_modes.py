"""Decide over all shipped flows: what becomes of payments, refunds, disputes, payouts and days in each posting mode."""

from dataclasses import replace
from importlib import resources

import pytest

from agent.domain.decide import decide
from agent.domain.decisions import Outcome
from agent.domain.documents import DocumentKey, Leg, Part, State
from agent.domain.events import BalanceTransaction
from agent.domain.facts import CustomerMatch, ErpFacts, Facts, OpenInvoice, OwnDocument, StripeFacts, Summing
from agent.domain.flows import check_exclusive, parse_flow
from agent.domain.kinds import Allocation, Kind
from agent.domain.mapping import MappingRevision
from agent.domain.money import Money
from tests.unit.domain.cases import (
    PAID_AT,
    STOCK,
    booking,
    charge,
    customer,
    drafts_of,
    facts,
    line_item,
    lines,
    policy,
    session,
    syspro_customer,
)

FLOWS = tuple(
    parse_flow(entry.read_text("utf-8"))
    for entry in sorted((resources.files("resources") / "flows").iterdir(), key=lambda entry: entry.name)
)
CODES = {
    "accounts.ledger": '{"bank": "1000", "fee": "6000", "fee.dispute": "6100", "dispute": "1400", "dispute_loss": "6200",'
    ' "sales": "4000", "sales_returns": "4900", "transfer": "1300", "refunds": "1370"}',
    "receipts.ledger_code": '{"usd": "1310"}',
    "payouts.bank": '{"usd": "BANK"}',
    "posting.product_class": "WEB",
    "refunds.product_class": "RTN",
}
DAY = "2023-11-14"


def usd(minor):
    return Money(minor, "usd")


def revision(**changes):
    texts = CODES | {name.replace("__", "."): text for name, text in changes.items()}
    return MappingRevision(7, FLOWS, policy(**texts))


def made_of(read, **changes):
    return decide(read, revision(**changes))


def kinds(decision):
    return [draft.key.kind for draft in decision.drafts]


def moved(number, minor, category="charge", *, fee=0, source=None, payout="", at=PAID_AT, kind=""):
    return BalanceTransaction(
        f"txn_{number}", at, minor, fee, minor - fee, "usd", kind or category, category,
        source or f"{_PREFIX[category]}_{number}", (("stripe_fee", fee),) if fee else (), payout_id=payout,
    )  # fmt: skip


_PREFIX = {"charge": "ch", "refund": "re", "dispute": "dp", "dispute_reversal": "dp", "payout": "po", "fee": "txn"}


def test_the_shipped_flows_share_no_money():
    check_exclusive(FLOWS)


# ---------------------------------------------------------------- payments


def test_a_payment_in_mode_invoices_is_an_invoice_with_stripes_tax_and_a_receipt_that_pays_it():
    roles = {"session": session(), "line_items": lines(line_item(900, tax=100)), "customer": customer()}
    read = facts(erp=ErpFacts(stock=STOCK), **roles)
    decision = made_of(read, posting__mode="invoices")
    assert kinds(decision) == [Kind.CUSTOMER, Kind.CUSTOM_FORM, Kind.AR_DOCUMENT, Kind.RECEIPT]
    invoice, receipt = drafts_of(decision)[Kind.AR_DOCUMENT], drafts_of(decision)[Kind.RECEIPT]
    assert (invoice.body.transaction_type, invoice.body.value, invoice.body.tax) == ("I", usd(1000), usd(100))
    assert (invoice.body.reference, receipt.body.reference, invoice.blocks) == ("ch_1.I", "ch_1", True)
    assert receipt.body.allocations == (Allocation("", usd(1000), "I"),)
    assert receipt.needs == {"allocations": DocumentKey("EDU1", Kind.AR_DOCUMENT, "sale", "ch_1")}
    assert receipt.legs == (Leg("ch_1", Part.AMOUNT),)


def test_an_invoice_whose_lines_do_not_come_to_the_payment_is_parked():
    roles = {"session": session(), "line_items": lines(line_item(900, tax=50))}
    draft = drafts_of(made_of(facts(**roles), posting__mode="invoices"))[Kind.AR_DOCUMENT]
    assert (draft.state, draft.reason_code) == (State.PARKED, "invoice.total_differs")
    assert "comes to 9.50 USD, the payment is 10.00 USD" in draft.reason


def test_a_payment_of_an_open_invoice_makes_no_second_invoice():
    open_one = OpenInvoice("000000000000042", "000000000000007", "I", usd(1000))
    read = facts(charge(metadata={"syspro_invoice": "7"}), erp=ErpFacts(open_invoice=open_one))
    decision = made_of(read, posting__mode="invoices")
    assert kinds(decision) == [Kind.RECEIPT]
    assert decision.drafts[0].body.allocations == (Allocation("000000000000007", usd(1000), "I"),)
    booked = made_of(replace(read, erp=ErpFacts(booked_on="000000000000042")), posting__mode="invoices")
    assert (kinds(booked), booked.drafts[0].body.allocations) == ([Kind.RECEIPT], ())


def test_a_payment_in_mode_open_invoices_is_a_receipt_for_their_customer():
    open_one = OpenInvoice("000000000000042", "000000000000007", "I", usd(400))
    read = facts(charge(metadata={"syspro_invoice": "7"}), erp=ErpFacts(open_invoices=(open_one,)), customer=customer())
    decision = made_of(read, posting__mode="open_invoices")
    assert kinds(decision) == [Kind.RECEIPT]
    receipt = decision.drafts[0].body
    assert (receipt.customer, receipt.unapplied) == ("000000000000042", usd(600))


def test_a_payer_found_by_the_amount_is_linked_and_one_found_by_an_invoice_is_not():
    known = syspro_customer()
    open_one = OpenInvoice(known.code, "000000000000007", "I", usd(1000))
    erp = ErpFacts(matches=(CustomerMatch(known, "email"),), open_invoices=(open_one,))
    decision = made_of(facts(erp=erp, customer=customer()), posting__mode="open_invoices")
    assert [link.erp_key for link in decision.links] == [known.code]
    booked = replace(erp, booked_on="000000000000001")
    assert made_of(facts(erp=booked, customer=customer()), posting__mode="open_invoices").links == ()


def test_what_fits_no_open_invoice_is_held_or_goes_on_account():
    read = facts(erp=ErpFacts(), customer=customer())
    held = made_of(read, posting__mode="open_invoices")
    assert (held.outcome, held.reason_code) == (Outcome.HELD, "invoice.no_match")
    assert held.reason.startswith("Ann Ltd paid 10.00 USD. No open invoice of the payer is over 10.00 USD")
    decision = made_of(read, posting__mode="open_invoices", receipts__unmatched="on_account")
    assert kinds(decision) == [Kind.CUSTOMER, Kind.CUSTOM_FORM, Kind.RECEIPT]
    assert decision.drafts[-1].body.allocations == ()


def test_the_account_of_a_payer_is_a_problem_only_where_the_money_goes_on_account():
    read = facts(erp=ErpFacts(), customer=customer())
    settings = {"posting__mode": "open_invoices", "customers__policy": "park", "receipts__unmatched": "on_account"}
    assert made_of(read, **settings).reason_code == "customer.unknown"


def test_a_payment_in_summary_mode_makes_nothing_and_is_left_to_its_payout_or_day():
    decision = made_of(facts(), posting__mode="summary")
    assert (decision.outcome, decision.reason_code) == (Outcome.WAITING, "posting.summary")
    assert decision.reason == "10.00 USD that are booked by one journal with the others of their payout."
    assert made_of(facts(), posting__mode="summary", posting__summary="day").reason.endswith("of their day.")


def test_a_payment_that_a_summary_has_booked_stays_there_whatever_the_settings_say():
    read = replace(facts(), elsewhere={"ch_1": "po_1"}, kept_mode="orders")
    assert made_of(read, posting__mode="orders").reason_code == "posting.summary"


def test_the_mode_of_a_payment_is_that_of_its_day():
    changes = {"posting__modes_from": f'{{"{DAY}": "summary"}}'}
    assert made_of(facts(), **changes).reason_code == "posting.summary"
    assert kinds(made_of(facts(charge(created=PAID_AT - 86400)), **changes)) == [Kind.SALES_ORDER, Kind.RECEIPT]


@pytest.mark.parametrize("mode", ["orders", "invoices"])
def test_a_payment_that_is_posted_on_settlement_waits_for_its_money(mode):
    read = facts(booked=booking(available_at=PAID_AT + 86400))
    waits = made_of(read, posting__mode=mode, posting__when="settlement")
    assert (waits.outcome, waits.reason_code) == (Outcome.WAITING, "posting.not_available")
    assert "on 2023-11-15" in waits.reason
    later = replace(read, read_at=PAID_AT + 86400)
    assert made_of(later, posting__mode=mode, posting__when="settlement").outcome is Outcome.DOCUMENTS


# ---------------------------------------------------------------- refunds


def refund(amount=400, **changes):
    given = {
        "id": "re_1", "object": "refund", "amount": amount, "currency": "usd", "charge": "ch_1", "created": PAID_AT,
        "status": "succeeded", "balance_transaction": "txn_1", "metadata": {},
    }  # fmt: skip
    stripe = StripeFacts(
        "re_1", "refund", {"refund": given, "charge": charge()}, (moved(1, -amount, "refund", source="re_1"),)
    )
    return replace(Facts("EDU1", stripe, ErpFacts(), read_at=PAID_AT), **changes)


def receipt(*allocations, state="posted"):
    return OwnDocument(
        "receipt", "payment", "ch_1", state, "r", "C1", usd(1000),
        document=allocations[0].invoice if allocations else "", allocations=allocations,
    )  # fmt: skip


def test_a_refund_follows_its_payment():
    per_payment = refund(ours=(receipt(Allocation("I1", usd(1000))),))
    assert made_of(per_payment, posting__mode="summary", refunds__credit="none").outcome is Outcome.DOCUMENTS
    assert made_of(refund(payment_code="posting.summary"), posting__mode="orders").reason_code == "posting.summary"
    assert made_of(refund(payment_code="posting.not_available")).reason_code == "refund.payment_not_available"
    assert made_of(refund(), posting__mode="orders").reason_code == "refund.payment_unknown"
    assert made_of(refund(), posting__mode="summary").reason_code == "posting.summary"
    assert made_of(refund(elsewhere={"txn_1": "po_1"}, ours=per_payment.ours)).reason_code == "posting.summary"


def test_a_refund_opens_again_what_its_payment_paid_last_invoice_first():
    paid = (Allocation("I1", usd(300)), Allocation("I2", usd(300)))
    decision = made_of(refund(ours=(receipt(*paid),)), refunds__credit="none")
    assert decision.drafts[0].body.allocations == (Allocation("I2", usd(-300)), Allocation("I1", usd(-100)))
    less = made_of(refund(200, ours=(receipt(*paid),)), refunds__credit="none")
    assert less.drafts[0].body.allocations == (Allocation("I2", usd(-200)),)


def open_document(invoice, minor, *, value=None, tax=None):
    return OpenInvoice("C1", invoice, "I", usd(minor), value=value, tax=tax)


def test_a_refund_of_several_paid_invoices_is_credited_with_the_tax_of_all():
    paid = (Allocation("I1", usd(300)), Allocation("I2", usd(300)))
    both = (
        open_document("I1", 0, value=usd(300), tax=usd(50)),
        open_document("I2", 0, value=usd(300), tax=usd(10)),
    )
    read = refund(ours=(receipt(*paid),), erp=ErpFacts(invoices=both))
    assert made_of(read).drafts[0].body.tax == usd(40)
    unknown = replace(read, erp=ErpFacts(invoices=(both[0], open_document("I2", 0, value=usd(300)))))
    assert made_of(unknown).reason_code == "refund.tax_unknown"


def test_what_was_paid_too_much_is_given_back_first():
    left = OpenInvoice("C1", "_CRD01", "C", usd(-400))
    read = refund(ours=(receipt(Allocation("I1", usd(600))),), erp=ErpFacts(on_account=left))
    [draft] = made_of(read).drafts
    assert draft.body.allocations == (Allocation("_CRD01", usd(-400), "C"),)


def test_money_that_only_stands_on_account_is_given_back_from_there_or_not_at_all():
    left = OpenInvoice("C1", "_CRD01", "C", usd(-1000))
    [draft] = made_of(refund(ours=(receipt(),), erp=ErpFacts(on_account=left))).drafts
    assert draft.body.allocations == (Allocation("_CRD01", usd(-400), "C"),)
    gone = made_of(refund(ours=(receipt(),)))
    assert gone.reason_code == "refund.not_on_account"
    assert "What was paid is not invoiced" in gone.reason


def test_a_refund_of_an_invoice_of_ours_is_credited_or_opens_it_again():
    sale = OwnDocument("ar_document", "sale", "ch_1", "posted", "I9", "C1")
    known = ErpFacts(invoices=(open_document("I9", 0, value=usd(1000), tax=usd(100)),))
    read = refund(ours=(receipt(), sale), erp=known)
    note = made_of(read).drafts[0]
    assert (note.key.kind, note.body.transaction_type, note.body.tax) == (Kind.AR_DOCUMENT, "C", usd(40))
    [money] = made_of(read, refunds__credit="none").drafts
    assert money.body.allocations == (Allocation("I9", usd(-400), "I"),)


# ---------------------------------------------------------------- disputes


def dispute(status, *movements, **changes):
    given = {
        "id": "dp_1", "object": "dispute", "amount": 1000, "currency": "usd", "charge": "ch_1", "created": PAID_AT,
        "status": status, "reason": "fraudulent",
    }  # fmt: skip
    return replace(
        Facts("EDU1", StripeFacts("dp_1", "dispute", {"dispute": given}, movements), ErpFacts(), 1), **changes
    )


TAKEN = moved(2, -1000, "dispute", fee=1500, source="dp_1")
BACK = moved(3, 1000, "dispute_reversal", source="dp_1")


def purposes(decision):
    return [draft.key.purpose for draft in decision.drafts]


def test_a_dispute_in_summary_mode_is_left_to_its_payout_until_it_is_lost():
    assert made_of(dispute("under_review", TAKEN), posting__mode="summary").reason_code == "posting.summary"
    assert made_of(dispute("won", TAKEN, BACK), posting__mode="summary").reason_code == "posting.summary"
    assert purposes(made_of(dispute("lost", TAKEN), posting__mode="summary")) == ["withdrawn", "lost"]
    booked = dispute("lost", TAKEN, elsewhere={"txn_2": "po_1"})
    assert purposes(made_of(booked, posting__mode="orders")) == ["lost"]
    assert purposes(made_of(dispute("won", TAKEN, BACK))) == ["withdrawn", "reinstated"]
    assert purposes(made_of(dispute("lost", TAKEN, BACK, elsewhere={"txn_3": "po_1"}))) == ["withdrawn"]


# ---------------------------------------------------------------- payouts and days


SOLD, GIVEN_BACK = moved(5, 2000, fee=60, payout="po_1"), moved(6, -500, "refund", payout="po_1")
OUT = moved(9, 0, "payout", source="po_1", kind="payout")


def payout(*parts, amount, summing, **changes):
    own = replace(OUT, amount_minor=-amount, net_minor=-amount)
    given = {
        "id": "po_1", "object": "payout", "amount": amount, "currency": "usd", "created": PAID_AT, "automatic": True,
        "status": "paid", "arrival_date": PAID_AT, "reconciliation_status": "completed", "balance_transaction": own.id,
    }  # fmt: skip
    stripe = StripeFacts("po_1", "payout", {"payout": given}, (own, *parts))
    return replace(Facts("EDU1", stripe, ErpFacts(), 1, summing=summing), **changes)


def lines_of(draft):
    return sorted((line.ledger_code, line.value.minor, line.comment) for line in draft.body.lines)


def test_a_payout_has_a_line_for_each_account_and_category_that_was_left_to_it():
    read = payout(SOLD, GIVEN_BACK, amount=1440, summing=Summing((SOLD, GIVEN_BACK)))
    [draft] = made_of(read, posting__mode="summary").drafts
    assert lines_of(draft) == [
        ("1000", 1440, "payout"),
        ("1310", -1500, "payout and fees"),
        ("1310", -500, "refunds (1)"),
        ("1310", 2000, "sales (1)"),
        ("4000", -2000, "sales (1)"),
        ("4900", 500, "refunds (1)"),
        ("6000", 60, "stripe fee"),
    ]
    assert set(draft.legs) == {
        Leg("txn_9", Part.AMOUNT), Leg("txn_5", Part.FEES), Leg("ch_5", Part.AMOUNT, line="sales"),
        Leg("txn_6", Part.AMOUNT, line="sales_returns"),
    }  # fmt: skip


def test_a_payout_takes_only_what_was_left_to_it():
    read = payout(SOLD, GIVEN_BACK, amount=1440, summing=Summing((GIVEN_BACK,)))
    [draft] = made_of(read, posting__mode="summary").drafts
    assert [line for line in lines_of(draft) if line[0] == "4000"] == []
    assert Leg("ch_5", Part.AMOUNT, line="sales") not in draft.legs


def test_a_dispute_that_was_left_to_a_payout_brings_its_fee_along():
    read = payout(replace(TAKEN, payout_id="po_1"), SOLD, amount=-560, summing=Summing((SOLD, TAKEN)))
    [draft] = made_of(read, posting__mode="summary").drafts
    assert [line for line in lines_of(draft) if line[0] in {"1400", "6100"}] == [
        ("1400", 1000, "disputes (1)"),
        ("6100", 1500, "fees of disputes"),
    ]
    assert {Leg("txn_2", Part.AMOUNT, line="dispute"), Leg("txn_2", Part.FEES, line="fee")} <= set(draft.legs)


def test_a_payout_leaves_fees_to_the_journals_of_days():
    read = payout(SOLD, amount=1940, summing=Summing(fees_elsewhere=("txn_5",)))
    [draft] = made_of(read, posting__mode="summary", posting__summary="day").drafts
    assert lines_of(draft) == [("1000", 1940, "payout"), ("1310", -1940, "payout and fees")]


def test_a_payout_waits_for_the_decisions_about_its_movements():
    read = payout(SOLD, amount=1940, summing=Summing(undecided=2))
    decision = made_of(read, posting__mode="summary")
    assert (decision.outcome, decision.reason_code, decision.again) == (Outcome.WAITING, "payout.undecided", True)


def test_sales_without_a_ledger_code_hold_the_payout_and_name_the_account():
    read = payout(SOLD, amount=1940, summing=Summing((SOLD,)))
    decision = made_of(read, accounts__ledger='{"bank": "1000", "fee": "6000", "transfer": "1300"}')
    assert (decision.outcome, decision.reason_code) == (Outcome.HELD, "account.unmapped")
    assert "No ledger code is set for sales." in decision.reason


def test_by_the_cash_book_what_was_left_has_a_journal_of_its_own():
    read = payout(SOLD, amount=1940, summing=Summing((SOLD,)))
    decision = made_of(read, payouts__route="cashbook")
    assert purposes(decision) == ["withdrawal", "deposit-bank", "summary"]
    assert decision.drafts[-1].body.reference == "po_1.S"
    assert lines_of(decision.drafts[-1]) == [("1310", 2000, "sales (1)"), ("4000", -2000, "sales (1)")]


def test_a_payout_that_its_fees_cancel_out_is_a_journal_also_by_the_cash_book():
    fee = moved(7, -60, "fee", payout="po_1", source="txn_7", kind="stripe_fee")
    read = payout(fee, amount=-60, summing=Summing())
    decision = made_of(read, payouts__route="cashbook")
    assert purposes(decision) == ["payout"]
    assert lines_of(decision.drafts[0]) == [("1000", -60, "payout"), ("6000", 60, "stripe fee")]


def day(subject=f"day_{DAY}_usd", **summing):
    return Facts("EDU1", StripeFacts(subject, "day", {}), ErpFacts(), 1, summing=Summing(**summing))


def test_a_day_is_one_journal_of_all_that_was_left_to_it():
    [draft] = made_of(day(parts=(SOLD, GIVEN_BACK, TAKEN))).drafts
    assert lines_of(draft) == [
        ("1310", -1560, "fees"),
        ("1310", -1000, "disputes (1)"),
        ("1310", -500, "refunds (1)"),
        ("1310", 2000, "sales (1)"),
        ("1400", 1000, "disputes (1)"),
        ("4000", -2000, "sales (1)"),
        ("4900", 500, "refunds (1)"),
        ("6000", 60, "stripe fee"),
        ("6100", 1500, "fees of disputes"),
    ]
    assert (draft.body.date, draft.body.currency, draft.amount) == (DAY, "USD", usd(-1060))
    assert draft.body.reference.startswith("day_20231114_usd~")
    assert len(draft.body.reference) <= 30
    assert {leg.line for leg in draft.legs} == {"sales", "sales_returns", "dispute", "fee"}


def test_another_stripe_account_has_another_reference_for_the_same_day():
    ours, theirs = (made_of(day(parts=(part,))).drafts[0].body.reference for part in (SOLD, GIVEN_BACK))
    assert ours != theirs


def test_a_fee_that_a_payout_has_booked_stays_out_of_the_day():
    [draft] = made_of(day(parts=(SOLD,), fees_elsewhere=("txn_5",))).drafts
    assert lines_of(draft) == [("1310", 2000, "sales (1)"), ("4000", -2000, "sales (1)")]


def test_a_fee_whose_parts_do_not_add_up_counts_as_a_whole():
    [draft] = made_of(day(parts=(replace(SOLD, fees=(("tax", 1),)),))).drafts
    assert ("6000", 60, "stripe fee") in lines_of(draft)


@pytest.mark.parametrize(
    ("read", "outcome", "code"),
    [
        (day(undecided=1), Outcome.WAITING, "day.undecided"),
        (day(), Outcome.IGNORED, "day.nothing"),
        (day("day_2023-11-14_gbp", parts=(SOLD,)), Outcome.HELD, "account.unmapped"),
        (day("day_yesterday"), Outcome.HELD, "facts.unusable"),
        (day("day_2023-02-31_usd"), Outcome.HELD, "facts.unusable"),
    ],
)
def test_a_day_that_cannot_be_booked_says_why(read, outcome, code):
    decision = made_of(read)
    assert (decision.outcome, decision.reason_code) == (outcome, code)


def test_a_day_without_a_syspro_currency_is_held():
    decision = made_of(day(parts=(SOLD,)), currencies__to_syspro="{}")
    assert decision.reason_code == "currency.unmapped"
