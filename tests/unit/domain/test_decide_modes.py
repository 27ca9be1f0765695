"""Decide over all shipped flows: what becomes of payments, refunds and disputes in each posting mode."""

from dataclasses import replace

import pytest

from agent.domain.decisions import Outcome
from agent.domain.documents import DocumentKey, Leg, Part, State
from agent.domain.facts import CustomerMatch, ErpFacts, Facts, OpenInvoice, OwnDocument, StripeFacts
from agent.domain.flows import check_exclusive
from agent.domain.kinds import Allocation, Kind
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
    session,
    syspro_customer,
)
from tests.unit.domain.mode_cases import BACK, DAY, FLOWS, TAKEN, kinds, made_of, moved, purposes, usd


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


def test_a_refund_that_failed_closes_again_what_it_opened():
    paid = (Allocation("I1", usd(300)), Allocation("I2", usd(300)))
    read = refund(ours=(receipt(*paid),), sent=True)
    given = read.stripe.objects["refund"] | {"status": "failed", "failure_balance_transaction": "txn_8"}
    came_back = moved(8, 400, "refund", source="re_1")
    stripe = replace(
        read.stripe,
        objects=read.stripe.objects | {"refund": given},
        balance_transactions=(*read.stripe.balance_transactions, came_back),
    )
    decision = made_of(replace(read, stripe=stripe), refunds__credit="none")
    assert decision.drafts[-1].body.allocations == (Allocation("I2", usd(300)), Allocation("I1", usd(100)))


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


def test_a_dispute_in_summary_mode_is_left_to_its_payout_until_it_is_lost():
    assert made_of(dispute("under_review", TAKEN), posting__mode="summary").reason_code == "posting.summary"
    assert made_of(dispute("won", TAKEN, BACK), posting__mode="summary").reason_code == "posting.summary"
    assert purposes(made_of(dispute("lost", TAKEN), posting__mode="summary")) == ["withdrawn", "lost"]
    booked = dispute("lost", TAKEN, elsewhere={"txn_2": "po_1"})
    assert purposes(made_of(booked, posting__mode="orders")) == ["lost"]
    assert purposes(made_of(dispute("won", TAKEN, BACK))) == ["withdrawn", "reinstated"]
    assert purposes(made_of(dispute("lost", TAKEN, BACK, elsewhere={"txn_3": "po_1"}))) == ["withdrawn"]


def test_a_dispute_won_at_another_rate_books_its_return_itself_so_that_nothing_stays_on_its_account():
    euros = {"id": "dp_1", "object": "dispute", "amount": 900, "currency": "eur", "charge": "ch_1", "created": PAID_AT}
    euros |= {"status": "won", "reason": "fraudulent"}
    less = replace(BACK, amount_minor=-TAKEN.amount_minor - 30, net_minor=-TAKEN.amount_minor - 30)
    same = replace(BACK, amount_minor=-TAKEN.amount_minor, net_minor=-TAKEN.amount_minor)

    def won(back, **elsewhere):
        facts = replace(dispute("won", TAKEN, back), elsewhere=elsewhere)
        read = replace(facts, stripe=replace(facts.stripe, objects={"dispute": euros}))
        codes = '{"fee.dispute": "6100", "dispute": "1400", "fx": "7100"}'
        return made_of(read, posting__mode="summary", accounts__ledger=codes)

    assert purposes(won(less)) == ["withdrawn", "reinstated", "difference"]
    assert purposes(won(less, txn_2="po_1")) == ["reinstated", "difference"]
    assert won(same).reason_code == "posting.summary"
    assert purposes(won(less, txn_2="po_1", txn_3="po_2")) == ["difference"]
