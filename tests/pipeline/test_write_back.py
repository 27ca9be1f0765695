"""SYSPRO's numbers in Stripe's metadata: off by default, on by setting, and never in the way of posting."""

import pytest

from agent.bootstrap import real_world
from agent.domain.documents import State
from agent.domain.errors import Problem, Transient
from agent.domain.kinds import Kind
from agent.domain.retry import Waits
from agent.domain.status import Overall
from agent.worker import Worker
from connectors.sandbox.stripe import RefundOrder
from jobs.write_back import WriteBack
from tests.pipeline.company import Company


@pytest.fixture
def company_of(tmp_path):
    """Open a company whose key may write, with the settings of a test."""
    opened = []

    def make(key="sk_test_sandbox", **rest):
        opened.append(Company(tmp_path, key=key, **{"stripe__write_back": "yes", **rest}))
        return opened[-1]

    yield make
    for company in opened:
        company.close()


def metadata(company, object_id):
    return company.stripe.engine.get(object_id)["metadata"]


def posted(company):
    company.run("write_back")  # from now on
    charge = company.sale()
    company.run_all()
    return charge


def key_of(company, kind, stripe_id):
    return next(row.erp_key for row in company.documents(kind=kind) if row.stripe_id == stripe_id)


def test_a_payment_gets_the_numbers_of_order_receipt_and_customer(company_of):
    company = company_of()
    charge = posted(company)
    assert company.run("write_back").done == 1
    found = metadata(company, charge)
    assert found["syspro_order"] == key_of(company, Kind.SALES_ORDER, charge)
    assert found["syspro_receipt"] == key_of(company, Kind.RECEIPT, charge)
    assert found["syspro_customer"] == company.body(company.documents(kind=Kind.RECEIPT)[0])["customer"]


def test_a_refund_gets_the_number_of_its_credit_note(company_of):
    company = company_of()
    charge = posted(company)
    company.ship()
    refund = company.stripe.trading.refund(RefundOrder(charge, 400))["id"]
    company.run_all(8, after_s=120)
    company.run("write_back")
    assert metadata(company, refund) == {"syspro_credit_note": key_of(company, Kind.AR_DOCUMENT, refund)}


def test_what_is_written_is_not_written_again_and_changes_no_decision(company_of):
    company = company_of()
    charge = posted(company)
    company.run("write_back")
    before = company.documents()
    company.run_all(after_s=600)
    assert company.run("write_back").done == 0
    assert [(row.id, row.state) for row in company.documents()] == [(row.id, row.state) for row in before]
    assert not company.store.reports.discrepancies()
    assert metadata(company, charge)["syspro_order"]


def test_the_metadata_that_was_there_stays(company_of):
    company = company_of()
    company.run("write_back")
    charge = company.stripe.trading.charge(1000, "usd", fields={"metadata": {"cart": "77"}})["id"]
    company.run_all()
    company.run("write_back")
    assert metadata(company, charge)["cart"] == "77"


def test_nothing_is_written_unless_the_site_wants_it(company_of):
    company = company_of(stripe__write_back="no")
    charge = posted(company)
    company.run("write_back")
    assert metadata(company, charge) == {}


def test_what_was_posted_before_stays_as_it_is(company_of):
    company = company_of()
    charge = company.sale()
    company.run_all()
    company.clock.advance(3600)
    company.run("write_back")
    assert metadata(company, charge) == {}


def test_a_missing_right_is_said_once_and_stops_the_writing_alone(company_of):
    company = company_of(key="rk_test_sandbox")
    charge = posted(company)
    first = company.run("write_back")
    assert (first.misconfigured, first.problem.code) == (True, "stripe.permission.charge_write")
    assert "Charges and Refunds: Write" in first.problem.press
    asked = company.store.allowance.used(company.clock.now())
    assert company.run("write_back").problem == first.problem
    assert company.store.allowance.used(company.clock.now()) == asked
    assert {row.state for row in company.documents()} == {State.POSTED}
    company.keyring.set("stripe.key", "sk_test_sandbox")
    company.start()
    assert company.run("write_back").done == 1
    assert metadata(company, charge)["syspro_order"]


class Moody:
    """Stripe's metadata that nobody answers for at first."""

    def __init__(self, troubles):
        self.troubles, self.written = troubles, []

    def write(self, object_type, object_id, metadata, key):
        if self.troubles:
            self.troubles -= 1
            raise Transient(Problem("No answer", "Nobody answered."))
        self.written.append((object_type, object_id, metadata, key))


def test_a_write_that_meets_trouble_is_made_again_after_its_back_off(company_of):
    company = company_of()
    charge = posted(company)
    writer, store, waits = Moody(2), company.store, Waits.of(company.home.values())
    job = WriteBack(writer, store.write_backs, store.marks, company.clock, "A", waits)
    assert job.run().problem.title == "No answer"
    assert (job.run().problem, writer.troubles) == (None, 1)  # not due yet
    company.clock.advance(waits.most_s)
    assert job.run().problem.title == "No answer"
    company.clock.advance(waits.most_s)
    assert job.run().done == 1
    assert [(kind, name) for kind, name, _, _ in writer.written] == [("charge", charge)]


def test_a_document_that_is_not_read_back_yet_is_waited_for(company_of):
    company = company_of()
    charge = posted(company)
    with company.store._connections.writing() as db:
        db.execute("UPDATE documents SET verified_at = NULL")
    assert company.run("write_back").done == 0
    company.run("resolve")
    assert company.run("write_back", after_s=60).done == 1
    assert metadata(company, charge)["syspro_order"]


def test_a_payment_that_stripe_no_longer_has_is_left(company_of):
    company = company_of()
    posted(company)
    writes = company.store.write_backs
    writes.done("A", "ch_none", {})
    with company.store._connections.writing() as db:
        db.execute("UPDATE write_backs SET stripe_id = 'ch_gone'")
        db.execute("UPDATE documents SET stripe_id = 'ch_gone' WHERE stripe_id LIKE 'ch_%'")
    assert company.run("write_back").problem is None
    assert writes.due("A", 10, company.clock.now() + 10**6) == []


def test_the_status_says_what_is_missing_and_no_more_when_it_is_off_again(company_of, log_watch):
    log_watch.expect("job stopped early")
    company = company_of(key="rk_test_sandbox")
    posted(company)
    worker = Worker("write_back", company.jobs["write_back"], **worker_parts(company))
    worker.once()
    verdict = company.service.status().verdict
    assert (verdict.overall, "charge_write" in verdict.sentence) == (Overall.MISCONFIGURED, True)
    company.set("stripe.write_back", "no")
    Worker("write_back", company.jobs["write_back"], **worker_parts(company)).once()
    assert company.service.status().verdict.overall is not Overall.MISCONFIGURED


def worker_parts(company):
    return {
        "marks": company.store.marks, "clock": company.clock, "after": lambda *_: None, "stopping": lambda: False
    }  # fmt: skip


def test_check_asks_for_the_right_to_write_only_where_it_is_needed(company_of):
    company = company_of()
    names = [row.name for row in probed(company)]
    assert "charge_write" in names
    company.set("stripe.write_back", "no")
    assert "charge_write" not in [row.name for row in probed(company)]


def probed(company):
    world = real_world(company.home)
    try:
        return world.probes[0].probe()
    finally:
        world.close()
