"""After the order: it is invoiced at once where the site says so, and money on account goes to the invoice later."""

from contextlib import contextmanager
from dataclasses import replace

import pytest

from agent.domain.decisions import Outcome
from agent.domain.documents import State
from agent.domain.facts import ErpOrder
from agent.domain.kinds import Kind
from agent.domain.reconcile import Standing
from connectors.sandbox.stripe import RefundOrder
from jobs.allocate import Allocate
from tests.pipeline.company import DAY_S, Company


@pytest.fixture
def company_of(tmp_path):
    """Open a company with the settings of a test."""
    opened = []

    def make(**rest):
        opened.append(Company(tmp_path, **rest))
        return opened[-1]

    yield make
    for company in opened:
        company.close()


def on_account(company):
    return [row for row in company.rows("ArInvoice") if row.text("Invoice").startswith("_CRD")]


def invoices(company):
    return company.rows("ArInvoice", "DocumentType = 'I' AND CustomerPoNumber LIKE 'ch_%'")


def sold_and_posted(company, **sale):
    charge = company.sale(**sale)
    company.run_all()
    assert {row.state for row in company.documents()} == {State.POSTED}
    return charge


def allocated(company, rounds=2):
    for _ in range(rounds):
        company.run("allocate", "translate", "post")


def test_money_on_account_goes_to_the_invoice_once_syspro_has_one(company_of):
    company = company_of()
    charge = sold_and_posted(company)
    company.ship()
    allocated(company)
    [document] = company.documents(text=f"{charge}.P")
    assert (document.kind, document.state, document.purpose) == (Kind.RECEIPT, State.POSTED, "allocation")
    assert [row.number("InvoiceBal1") for row in (*on_account(company), *invoices(company))] == [0, 0]
    assert not company.store.reports.discrepancies()


def test_allocating_moves_nothing_on_clearing_and_the_books_still_hold(company_of):
    company = company_of()
    sold_and_posted(company)
    before = company.proof()
    company.ship()
    allocated(company)
    assert [row.syspro_clearing_minor for row in company.proof()] == [row.syspro_clearing_minor for row in before]
    assert all(row.holds for row in company.proof())


def test_reconciliation_knows_our_own_allocations(company_of):
    company = company_of()
    sold_and_posted(company)
    company.ship()
    allocated(company)
    company.run("reconcile")
    assert company.service.reconciled().report.items == ()
    assert not company.store.reports.discrepancies()


def test_an_allocation_that_was_lost_in_syspro_is_named_and_can_be_made_anew(company_of):
    company = company_of()
    charge = sold_and_posted(company)
    company.ship()
    subject = f"{charge}.P"
    balances = {row.text("Invoice"): row.number("InvoiceBal1") for row in (*on_account(company), *invoices(company))}
    allocated(company)
    with company.syspro.locked():
        db = company.syspro.connection
        db.execute("DELETE FROM ArInvoicePay WHERE trim(Reference) = ?", (subject,))
        for number, balance in balances.items():
            values = (str(balance), str(balance), number)
            db.execute("UPDATE ArInvoice SET InvoiceBal1 = ?, InvoiceBal2 = ? WHERE trim(Invoice) = ?", values)
        db.commit()
    company.run("reconcile")
    (item,) = company.service.reconciled().report.items
    assert (item.standing, item.stripe_id) == (Standing.MISSING, subject)
    (message,) = [row.message for row in company.store.reports.discrepancies() if row.subject == item.key]
    assert f"`syspro-stripe retry {subject}`" in message
    company.ask("retry", what=subject)
    company.run_all()
    assert [row.purpose for row in company.documents(text=subject)] == ["allocation", "allocation-2"]
    assert [row.number("InvoiceBal1") for row in (*on_account(company), *invoices(company))] == [0, 0]


def test_an_order_that_is_not_invoiced_yet_is_left_alone(company_of):
    company = company_of()
    charge = sold_and_posted(company)
    assert company.run("allocate").done == 0
    assert company.store.reports.decisions(f"{charge}.P") == []


def test_a_payment_that_is_allocated_is_asked_about_no_more(company_of):
    company = company_of()
    sold_and_posted(company)
    company.ship()
    allocated(company)
    assert company.store.on_account.open_receipts("A", 0, 10) == []


def test_a_persons_own_allocation_leaves_nothing_to_do(company_of):
    company = company_of()
    charge = sold_and_posted(company)
    company.ship()
    with company.syspro.locked():
        company.syspro.connection.execute("UPDATE ArInvoice SET InvoiceBal1 = 0, InvoiceBal2 = 0, InvoiceBal3 = 0")
        company.syspro.connection.commit()
    allocated(company)
    decision = company.decision(f"{charge}.P")
    assert (decision.outcome, decision.reason_code) == (Outcome.IGNORED, "allocation.done")
    assert company.documents(text=f"{charge}.P") == []
    assert company.store.on_account.open_receipts("A", 0, 10) == []


def test_only_what_a_person_has_left_over_is_allocated(company_of):
    company = company_of()
    charge = sold_and_posted(company)
    company.ship()
    with company.syspro.locked():
        company.syspro.connection.execute("UPDATE ArInvoice SET InvoiceBal1 = -400 WHERE Invoice LIKE '_CRD%'")
        company.syspro.connection.commit()
    allocated(company)
    [document] = company.documents(text=f"{charge}.P")
    assert (document.state, document.amount.minor) == (State.POSTED, 400)
    assert [row.number("InvoiceBal1") for row in (*on_account(company), *invoices(company))] == [0, 6]
    allocated(company)
    assert company.decision(f"{charge}.P").reason_code == "allocation.done"


def test_what_syspro_refuses_to_allocate_is_parked_and_decided_again_on_retry(company_of):
    company = company_of()
    charge = sold_and_posted(company)
    company.ship()
    company.run("allocate", "translate")
    with company.syspro.locked():
        company.syspro.connection.execute("UPDATE ArInvoice SET InvoiceBal1 = 0 WHERE Invoice LIKE '_CRD%'")
        company.syspro.connection.commit()
    company.run("post")
    [document] = company.documents(text=f"{charge}.P")
    assert document.state is State.PARKED
    assert company.run("allocate").done == 0
    command, _ = company.ask("retry", what=str(document.id))
    company.run("translate", "post")
    assert (command.ok, company.decision(f"{charge}.P").reason_code) == (True, "allocation.done")


def test_a_cancelled_order_leaves_its_money_on_account_and_is_asked_about_no_more(company_of):
    company = company_of()
    charge = sold_and_posted(company)
    with company.syspro.locked():
        company.syspro.connection.execute("UPDATE SorMaster SET CancelledFlag = 'Y', OrderStatus = '\\'")
        company.syspro.connection.commit()
    allocated(company)
    assert company.decision(f"{charge}.P").reason_code == "allocation.cancelled"
    assert company.run("allocate").done == 0


def test_a_site_that_allocates_by_hand_is_left_alone(company_of):
    company = company_of(receipts__allocate="none")
    sold_and_posted(company)
    company.ship()
    allocated(company)
    assert [row.number("InvoiceBal1") for row in on_account(company)] == [-10]


class Counting:
    """SYSPRO's orders, of which none is invoiced; keeps how many were asked for in each question."""

    def __init__(self):
        self.asked = []

    @contextmanager
    def session(self):
        yield self

    def orders(self, numbers):
        self.asked.append(len(numbers))
        return [ErpOrder(number, "1", "1") for number in numbers]


def test_all_orders_are_asked_about_at_once(company_of):
    company = company_of()
    for _ in range(7):
        company.sale()
    company.run_all(12)
    orders, store = Counting(), company.store
    job = Allocate(orders, store.on_account, store.inbox, store.marks, company.clock, company.home.values())
    assert (job.run().done, orders.asked) == (0, [7])


def test_a_site_whose_syspro_takes_no_payment_of_nothing_has_the_allocation_parked(company_of):
    company = company_of()
    charge = sold_and_posted(company)
    company.syspro.books.options = replace(company.syspro.books.options, zero_payments_allowed=False)
    company.ship()
    allocated(company)
    [document] = company.documents(text=f"{charge}.P")
    assert document.state is State.PARKED


def test_after_a_few_refusals_no_more_allocations_are_made(company_of):
    company = company_of()
    for _ in range(5):
        company.sale()
    company.run_all(8)
    company.syspro.books.options = replace(company.syspro.books.options, zero_payments_allowed=False)
    company.ship()
    allocated(company)
    sold = company.sale()
    company.run_all()
    company.ship()
    assert company.run("allocate").problem.code == "allocate.refused"
    assert company.store.reports.decisions(f"{sold}.P") == []


def test_an_ignored_allocation_stays_ignored(company_of):
    company = company_of()
    charge = sold_and_posted(company)
    company.ship()
    company.ask("ignore", what=f"{charge}.P", reason="Allocated to another order.")
    allocated(company)
    assert company.documents(text=f"{charge}.P") == []


def test_sync_now_looks_for_invoiced_orders_as_well(company_of):
    _, woken = company_of().ask("sync_now")
    assert "allocate" in woken


# ---------------------------------------------------------------- invoiced at once


def test_an_order_that_is_invoiced_at_once_is_paid_by_its_receipt(company_of):
    company = company_of(orders__invoice="at_once")
    charge = sold_and_posted(company)
    [invoice] = company.documents(kind=Kind.ORDER_INVOICE)
    [row] = invoices(company)
    assert (invoice.state, invoice.erp_key) == (State.POSTED, row.text("Invoice"))
    assert (row.number("InvoiceBal1"), on_account(company)) == (0, [])
    assert company.body(invoice)["reference"] == f"{charge}.N"
    assert all(row.holds for row in company.proof())
    assert not company.store.reports.discrepancies()


def test_where_syspro_refuses_to_invoice_the_money_still_goes_on_account(company_of):
    company = company_of(orders__invoice="at_once")
    company.sale()
    company.run("poll", "translate", "post")
    with company.syspro.locked():
        company.syspro.connection.execute("UPDATE SorMaster SET OrderStatus = '1'")
        company.syspro.connection.commit()
    company.run_all()
    states = {row.kind: row.state for row in company.documents()}
    assert (states[Kind.ORDER_INVOICE], states[Kind.RECEIPT]) == (State.PARKED, State.POSTED)
    assert [row.number("InvoiceBal1") for row in on_account(company)] == [-10]
    company.ship()
    allocated(company)
    assert [row.number("InvoiceBal1") for row in (*on_account(company), *invoices(company))] == [0, 0]


def test_what_an_invoice_at_once_cannot_take_stays_on_account(company_of):
    company = company_of(orders__invoice="at_once")
    company.sale()
    for _ in range(2):
        company.run("poll", "translate", "post")
    with company.syspro.locked():
        company.syspro.connection.execute("UPDATE ArInvoice SET InvoiceBal1 = 700 WHERE CustomerPoNumber LIKE 'ch_%'")
        company.syspro.connection.commit()
    company.run_all()
    assert [row.number("InvoiceBal1") for row in (*on_account(company), *invoices(company))] == [-3, 0]
    assert not company.store.reports.discrepancies()


def test_an_order_that_was_invoiced_by_hand_meanwhile_is_not_invoiced_twice(company_of):
    company = company_of(orders__invoice="at_once")
    company.sale()
    company.run("poll", "translate", "post")
    company.ship()
    company.run_all()
    [invoice] = company.documents(kind=Kind.ORDER_INVOICE)
    assert (invoice.state, len(invoices(company))) == (State.POSTED, 1)


def test_a_part_refund_after_the_allocation_is_paid_out_of_the_invoice_again(company_of):
    company = company_of(refunds__credit="none")
    charge = sold_and_posted(company)
    company.ship()
    allocated(company)
    company.stripe.trading.refund(RefundOrder(charge, 400))
    company.run_all(6, after_s=DAY_S)
    assert company.documents(text="re_")[0].state is State.POSTED
    assert [row.number("InvoiceBal1") for row in invoices(company)] == [4]


# ---------------------------------------------------------------- given back before it was invoiced


def open_documents(company):
    """Number and balance of every open document of those who bought, in SYSPRO's own decimals."""
    buyers = {row.text("Customer") for row in company.rows("SorMaster", "CustomerPoNumber LIKE 'ch_%'")}
    rows = [row for row in company.rows("ArInvoice") if row.text("Customer") in buyers]
    return {row.text("Invoice"): row.number("InvoiceBal1") for row in rows if row.number("InvoiceBal1")}


def gave_back(company, charge, amount):
    refund = company.stripe.trading.refund(RefundOrder(charge, amount))["id"]
    company.run_all(6, after_s=DAY_S)
    return refund


@pytest.mark.parametrize("money", ["receipt", "cashbook", "journal"])
@pytest.mark.parametrize("credit", ["auto", "sortch"])
def test_what_was_given_back_before_the_invoice_is_credited_on_it(company_of, credit, money):
    company = company_of(refunds__credit=credit, refunds__money=money)
    charge = sold_and_posted(company)
    gave_back(company, charge, 400)
    company.ship()
    allocated(company, 6)
    assert open_documents(company) == {}
    [note] = [row for row in company.documents(text=f"{charge}.P") if row.kind in {Kind.AR_DOCUMENT, Kind.CREDIT_NOTE}]
    assert (note.state, note.amount.minor) == (State.POSTED, 400)
    before = len(company.documents())
    allocated(company, 2)
    assert len(company.documents()) == before
    company.run("reconcile")
    assert company.service.reconciled().report.items == ()
    assert not company.store.reports.discrepancies()
    assert all(row.holds for row in company.proof())


def test_a_refund_that_fails_after_it_was_credited_on_the_invoice_leaves_nothing_open(company_of):
    company = company_of()
    charge = sold_and_posted(company)
    refund = gave_back(company, charge, 400)
    company.ship()
    allocated(company, 6)
    company.stripe.trading.fail_refund(refund)
    company.run_all(6, after_s=DAY_S)
    allocated(company, 6)
    assert open_documents(company) == {}
    assert {row.state for row in company.documents()} == {State.POSTED}
    assert not company.store.reports.discrepancies()


def test_a_refund_that_failed_before_the_invoice_leaves_nothing_open(company_of):
    company = company_of()
    charge = sold_and_posted(company)
    refund = gave_back(company, charge, 400)
    company.stripe.trading.fail_refund(refund)
    company.run_all(6, after_s=DAY_S)
    company.ship()
    allocated(company, 6)
    assert open_documents(company) == {}
    assert company.documents(kind=Kind.AR_DOCUMENT) == []


def test_a_site_without_credit_notes_is_told_which_invoice_stays_open_because_of_which_refund(company_of):
    company = company_of(refunds__credit="none")
    charge = sold_and_posted(company)
    refund = gave_back(company, charge, 400)
    company.ship()
    allocated(company, 6)
    decision = company.decision(f"{charge}.P")
    [invoice] = invoices(company)
    assert (decision.outcome, decision.reason_code) == (Outcome.HELD, "allocation.refunded")
    assert invoice.text("Invoice") in decision.reason
    assert refund in decision.reason
    assert invoice.number("InvoiceBal1") == 4


def test_where_people_allocate_the_credit_note_is_made_all_the_same(company_of):
    company = company_of(receipts__allocate="none")
    charge = sold_and_posted(company)
    gave_back(company, charge, 400)
    company.ship()
    allocated(company, 6)
    assert sorted(open_documents(company).values()) == [-6, -4, 10]
    assert [row.kind for row in company.documents(text=f"{charge}.P")] == [Kind.AR_DOCUMENT]
