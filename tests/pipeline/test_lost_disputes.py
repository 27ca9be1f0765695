"""A lost dispute, from the withdrawal to the last document: invoiced, in part, or never; and overturned afterwards."""

from decimal import Decimal

import pytest

from agent.domain.documents import State
from agent.domain.kinds import Kind
from connectors.sandbox.stripe import RefundOrder
from connectors.sandbox.stripe.money import Entry, Settled
from tests.pipeline.company import DAY_S
from tests.pipeline.test_part_invoiced import allocated, cancelled, company_of, open_values, sold, sql

__all__ = ["company_of"]

DISPUTED, LOSS, EXCHANGE = "1410-000", "6200-000", "7100-000"


def disputed(company, charge, *, lost=True, **changes):
    """Dispute a payment, let the agent work, and let the bank decide ten days later; return the dispute's id."""
    dispute = company.stripe.trading.dispute(charge, **changes)["id"]
    company.run_all(4, after_s=DAY_S)
    company.clock.advance(10 * DAY_S)
    if lost:
        company.stripe.trading.close_dispute(dispute, won=False)
    company.run_all(8, after_s=DAY_S)
    return dispute


def overturned(company, dispute):
    company.stripe.trading.overturn_dispute(dispute)
    company.run_all(8, after_s=DAY_S)


def on_code(company, code):
    return sum(row.number("EntryValue") for row in company.rows("GenJournalDetail", "GlCode = ?", code))


def assert_all_posted(company):
    assert {row.state for row in company.documents()} == {State.POSTED}, [row.reason for row in company.documents()]
    company.run("reconcile")
    assert company.service.reconciled().report.items == ()
    assert not company.store.reports.discrepancies()
    assert all(row.holds for row in company.proof())


BOTH = pytest.mark.parametrize("lost", ["journal", "credit_note"])


@BOTH
def test_what_was_never_invoiced_comes_off_the_account_and_its_order_is_cancelled(company_of, lost):
    company = company_of(disputes__lost=lost)
    charge = sold(company)
    disputed(company, charge)
    assert (on_code(company, DISPUTED), on_code(company, LOSS), open_values(company)) == (0, 0, [])
    assert cancelled(company) == ["Y"]
    allocated(company)
    assert_all_posted(company)


@BOTH
def test_a_suspended_order_is_cancelled_too(company_of, lost):
    company = company_of(disputes__lost=lost)
    sql(company, "UPDATE AdmTax SET CurTaxRate = 0")
    charge = company.sale()
    dispute = company.stripe.trading.dispute(charge)["id"]
    company.run_all(4, after_s=DAY_S)
    assert company.rows("SorMaster", "CustomerPoNumber LIKE 'ch_%'")[0].text("OrderStatus") == "S"
    company.stripe.trading.close_dispute(dispute, won=False)
    company.run_all(6, after_s=DAY_S)
    assert (on_code(company, DISPUTED), open_values(company), cancelled(company)) == (0, [], ["Y"])
    assert_all_posted(company)


@pytest.mark.parametrize(("lost", "loss"), [("journal", 4), ("credit_note", 0)])
@pytest.mark.parametrize("allocate_first", [True, False])
def test_of_a_part_invoiced_order_that_part_alone_is_a_loss_or_credited(company_of, lost, loss, allocate_first):
    company = company_of(disputes__lost=lost)
    charge = sold(company)
    company.ship()
    if allocate_first:
        allocated(company)
    disputed(company, charge)
    allocated(company)
    assert (on_code(company, DISPUTED), on_code(company, LOSS), open_values(company)) == (0, loss, [])
    assert cancelled(company) == ["Y"]
    assert_all_posted(company)


@BOTH
def test_a_sale_that_was_invoiced_after_the_dispute_began_is_taken_as_it_is_when_it_is_lost(company_of, lost):
    company = company_of(disputes__lost=lost)
    charge = company.sale()
    company.run_all()
    dispute = company.stripe.trading.dispute(charge)["id"]
    company.run_all(4, after_s=DAY_S)
    company.ship()
    allocated(company)
    company.stripe.trading.close_dispute(dispute, won=False)
    company.run_all(6, after_s=DAY_S)
    assert (on_code(company, DISPUTED), open_values(company), cancelled(company)) == (0, [], ["N"])
    assert on_code(company, LOSS) == (10 if lost == "journal" else 0)
    assert_all_posted(company)


def test_where_orders_are_not_cancelled_the_order_goes_on_and_the_dispute_is_a_loss(company_of):
    company = company_of(refunds__cancel_order="no", disputes__lost="credit_note")
    charge = sold(company)
    disputed(company, charge)
    assert (on_code(company, DISPUTED), on_code(company, LOSS), cancelled(company)) == (0, 10, ["N"])
    assert_all_posted(company)


def test_a_dispute_of_a_part_of_what_is_not_invoiced_is_a_loss_because_the_order_goes_on(company_of):
    company = company_of(disputes__lost="credit_note")
    charge = sold(company)
    disputed(company, charge, amount=300)
    assert (on_code(company, DISPUTED), on_code(company, LOSS), cancelled(company)) == (0, 3, ["N"])
    assert_all_posted(company)


def test_what_refunds_left_of_a_payment_is_disputed_as_a_whole(company_of):
    company = company_of()
    charge = sold(company)
    company.stripe.trading.refund(RefundOrder(charge, 400))
    company.run_all(4, after_s=DAY_S)
    disputed(company, charge, amount=600)
    assert (on_code(company, DISPUTED), on_code(company, LOSS), open_values(company)) == (0, 0, [])
    assert cancelled(company) == ["Y"]
    assert_all_posted(company)


def test_the_loss_has_the_day_on_which_the_dispute_was_closed(company_of):
    company = company_of()
    charge = company.sale()
    company.run_all()
    company.ship()
    allocated(company)
    company.stripe.trading.dispute(charge)
    company.run_all(4, after_s=DAY_S)
    [dispute] = {row.stripe_id for row in company.documents() if row.stripe_id.startswith(("dp_", "du_"))}
    company.clock.advance(12 * DAY_S)
    company.stripe.trading.close_dispute(dispute, won=False)
    company.run_all(6, after_s=3 * DAY_S)
    days = {row.text("Reference"): row.text("DocumentDate")[:10] for row in company.rows("GenJournalDetail")}
    assert days[f"{dispute}.L"] == "2026-12-14"
    assert_all_posted(company)


@BOTH
@pytest.mark.parametrize("invoiced", ["never", "in part", "all"])
def test_a_lost_dispute_that_is_overturned_is_taken_back_by_new_documents(company_of, lost, invoiced):
    company = company_of(disputes__lost=lost)
    charge = sold(company) if invoiced == "in part" else company.sale()
    company.run_all()
    if invoiced != "never":
        company.ship()
        allocated(company)
    dispute = disputed(company, charge)
    overturned(company, dispute)
    allocated(company)
    assert (on_code(company, DISPUTED), on_code(company, LOSS)) == (0, 0)
    assert open_values(company) == {"never": [-10], "in part": [-6], "all": []}[invoiced]
    assert_all_posted(company)
    assert company.documents(kind=Kind.JOURNAL, text=f"{dispute}")
    company.run_all(4, after_s=DAY_S)
    command, _ = company.ask("retry", what=dispute)
    company.run_all(4)
    assert command.ok
    assert_all_posted(company)


def test_a_loss_waits_while_its_payment_waits_for_a_person(company_of):
    company = company_of(receipts__bank="{}")
    charge = company.sale()
    company.run_all()
    dispute = disputed(company, charge)
    assert company.decision(charge).reason_code == "bank.unmapped"
    assert company.decision(dispute).reason_code == "dispute.payment_stopped"
    assert on_code(company, LOSS) == 0
    company.set("receipts.bank", '{"usd": "STRIPE-USD"}')
    company.ask("retry", what=charge)
    company.run_all(4)
    company.run("sweep")
    company.run_all(4, after_s=DAY_S)
    assert (on_code(company, DISPUTED), on_code(company, LOSS), open_values(company)) == (0, 0, [])
    assert_all_posted(company)


def won_in_part(company, dispute, back, rate=None, status="won"):
    """Let the dispute end with less given back than was taken, which no sandbox does by itself."""
    account, at = company.stripe.account, company.clock.now()
    entry = Entry("adjustment", Settled(back, "usd", rate), dispute, category="dispute_reversal")
    moved = account.record_balance_transaction(entry, at=at)
    engine = company.stripe.engine
    known = engine.get(dispute, "dispute")["balance_transactions"]
    engine.change(dispute, {"status": status, "balance_transactions": [*known, moved]}, "charge.dispute.closed", at=at)
    company.run_all(6, after_s=DAY_S)


def test_the_rest_of_a_dispute_that_is_won_in_part_is_a_loss_once_a_person_says_so(company_of):
    company = company_of()
    dispute = disputed(company, sold(company), lost=False)
    taken = on_code(company, DISPUTED)
    won_in_part(company, dispute, 250)
    (held,) = [row for row in company.documents() if row.state is State.HELD]
    assert (held.purpose, held.stripe_id, held.reason_code) == ("kept", dispute, "dispute.won_in_part")
    rest = taken - Decimal("2.50")
    assert (on_code(company, DISPUTED), on_code(company, LOSS)) == (rest, 0)
    assert all(row.holds for row in company.proof())
    company.ask("approve", number=held.id)
    company.run_all(4)
    assert (on_code(company, DISPUTED), on_code(company, LOSS)) == (0, rest)
    assert_all_posted(company)


@pytest.mark.parametrize("status", ["won", "lost"])
def test_of_a_converted_dispute_the_part_that_stays_away_is_a_loss_and_what_the_rate_changed_is_exchange(
    company_of, status
):
    company = company_of()
    charge = company.sale(10_000, "gbp", at=company.clock.now() - 9 * DAY_S)
    company.run("sweep")
    company.run_all()
    dispute = disputed(company, charge, lost=False)
    taken = on_code(company, DISPUTED)
    # Of 100.00 pounds 75.00 come back, a twentieth dearer than a pound was taken for.
    rate = (taken / 100 * Decimal("1.05")).quantize(Decimal("0.0001"))
    back = (Decimal(75) * rate).quantize(Decimal("0.01"))
    before = on_code(company, EXCHANGE)
    won_in_part(company, dispute, int(back * 100), str(rate), status)
    for held in (row for row in company.documents() if row.state is State.HELD):
        company.ask("approve", number=held.id)
    company.run_all(4)
    loss = taken / 4
    assert (on_code(company, DISPUTED), on_code(company, LOSS)) == (0, loss)
    assert on_code(company, EXCHANGE) - before == taken - loss - back
    assert_all_posted(company)
