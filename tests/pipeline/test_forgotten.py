"""A backup of our own database is put back, and money that the lost one had sent has come back at Stripe since."""

import pytest

from agent.domain.decisions import Outcome
from agent.domain.documents import State
from agent.domain.readmodels import DocumentFilter
from connectors.sandbox.stripe.refunds import RefundOrder
from tests.pipeline.company import DAY_S
from tests.pipeline.test_lost_disputes import DISPUTED, LOSS, disputed, on_code
from tests.pipeline.test_part_invoiced import allocated, company_of, open_values, sold, sql
from tests.pipeline.test_restored import copy_of
from tests.simulation.aftermath import Refund
from tests.simulation.sim_syspro import SimSyspro
from tests.simulation.trade import HOUR_S, START_AT, Charge
from tests.simulation.world import GRACE_S, Flavour, Process, Site, chance, make_template

__all__ = ["company_of"]


def put_back(company, backup):
    backup.backup(company.store._connections.current().conn)
    backup.close()
    company.start()
    company.run_all(16, after_s=DAY_S)


def assert_whole(company):
    """All is posted and proven; that the old copy was noticed is the only thing that a person is told."""
    assert {row.state for row in company.documents()} == {State.POSTED}, [row.reason for row in company.documents()]
    company.run("reconcile")
    assert company.service.reconciled().report.items == ()
    assert {row.area for row in company.store.reports.discrepancies()} <= {"restored"}
    assert all(row.holds for row in company.proof())


def purposes(company, prefix):
    return [row.purpose for row in company.documents() if row.stripe_id.startswith(prefix)]


@pytest.mark.parametrize("money", ["receipt", "journal"])
@pytest.mark.parametrize("known", ["nothing", "the payment", "the refund as pending"])
@pytest.mark.parametrize("shipped", [False, True])
def test_a_refund_that_failed_since_is_taken_back_although_the_old_database_never_sent_it(
    company_of, money, known, shipped
):
    company = company_of(refunds__money=money)
    sql(company, "UPDATE AdmTax SET CurTaxRate = 0")
    backup = copy_of(company)
    charge = company.sale(1000, "usd")
    company.run_all()
    if shipped:
        company.ship()
        allocated(company)
    if known != "nothing":
        backup = copy_of(company)
    refund = company.stripe.trading.refund(RefundOrder(charge, 300))["id"]
    if known == "the refund as pending":
        company.run("poll", "translate", after_s=5)
        assert next(row.state for row in company.documents() if row.stripe_id == refund) is State.PENDING
        backup = copy_of(company)
    company.run_all(8)
    sent = purposes(company, "re_")
    company.clock.advance(DAY_S)
    company.stripe.trading.fail_refund(refund)
    put_back(company, backup)
    assert purposes(company, "re_")[: len(sent)] == sent
    assert "returned" in purposes(company, "re_")
    allocated(company)
    assert {row.state for row in company.documents()} == {State.POSTED}
    assert all(row.holds for row in company.proof())
    assert sum(open_values(company)) == (0 if shipped else -10)
    # That money on account was set against the invoice moved nothing, so nobody misses it; it is named all the same.
    company.run("reconcile")
    unknown = [f"{charge}.P"] if shipped and known == "nothing" else []
    assert [item.key for item in company.service.reconciled().report.items] == unknown


def test_a_refund_that_failed_before_anything_of_it_was_sent_leaves_no_trace_after_a_restore_either(company_of):
    company = company_of()
    sql(company, "UPDATE AdmTax SET CurTaxRate = 0")
    charge = company.sale(1000, "usd")
    company.run_all()
    backup = copy_of(company)
    refund = company.stripe.trading.refund(RefundOrder(charge, 300))["id"]
    company.stripe.trading.fail_refund(refund)
    put_back(company, backup)
    assert purposes(company, "re_") == []
    decision = company.decision(refund)
    assert (decision.outcome, decision.reason_code) == (Outcome.IGNORED, "refund.returned")
    assert_whole(company)


@pytest.mark.parametrize("lost", ["journal", "credit_note"])
@pytest.mark.parametrize("shipped", [False, True])
def test_a_loss_that_was_overturned_since_is_taken_back_although_the_old_database_never_booked_it(
    company_of, lost, shipped
):
    company = company_of(disputes__lost=lost)
    charge = sold(company)
    if shipped:
        company.ship()
        allocated(company)
    backup = copy_of(company)
    dispute = disputed(company, charge)
    booked = purposes(company, dispute)
    assert len(booked) > 1
    company.clock.advance(DAY_S)
    company.stripe.trading.overturn_dispute(dispute)
    put_back(company, backup)
    assert set(booked) < set(purposes(company, dispute))
    assert (on_code(company, DISPUTED), on_code(company, LOSS)) == (0, 0)
    assert {row.state for row in company.documents()} == {State.POSTED}
    assert all(row.holds for row in company.proof())


def test_a_dispute_that_was_won_asks_and_posts_nothing_more(company_of):
    company = company_of()
    charge = sold(company)
    backup = copy_of(company)
    dispute = disputed(company, charge, lost=False)
    company.stripe.trading.close_dispute(dispute, won=True)
    put_back(company, backup)
    assert purposes(company, dispute) == ["withdrawn", "reinstated"]
    assert_whole(company)


class HurriedSyspro(SimSyspro):
    """While it is asked whether it has a refund's documents, something else happens once."""

    meanwhile = staticmethod(lambda: None)

    def reader(self):
        session = super().reader()
        found = session.find

        def find(documents):
            rows, happens = found(documents), self.meanwhile
            self.meanwhile = lambda: None
            happens()
            return rows

        session.find = find
        return session


def test_a_refund_that_goes_out_while_it_is_found_to_have_failed_is_decided_again(tmp_path):
    template = tmp_path / "template.sqlite"
    make_template(template)
    paid = Charge(
        "ch_1", None, "usd", 600, START_AT, 600, "BOLT*2@3",
        taken_at=START_AT, succeeds_at=START_AT, booked_at=START_AT,
    )  # fmt: skip
    out_at, fails_at = START_AT + 2 * HOUR_S, START_AT + 4 * HOUR_S
    refund = Refund("re_1", paid, 600, out_at, out_at, out_at, fails_at)
    site = Site(tmp_path, template, chance(1), Flavour(), charges=[paid], company=HurriedSyspro, later=[refund])
    with Process(site) as process:
        for at in (START_AT + HOUR_S, out_at + HOUR_S):
            site.clock.set(at)
            for job in ("poll", "translate", "post", "post", "post", "translate")[: 6 if at < out_at else 2]:
                process.run(job)
        site.clock.set(fails_at + HOUR_S)
        site.syspro.meanwhile = lambda: [process.run("post") for _ in range(3)]
        process.run("poll")
        for _ in range(6):
            process.run("translate")
            process.run("post")
            site.clock.advance(GRACE_S)
        made = [row.purpose for row in process.store.reports.documents(DocumentFilter(limit=99))]
    assert sorted(made[:3]) == ["cancel", "money", "returned"]
