"""What goes wrong with customers on both sides: refusals, outages, interruptions; the rest goes on."""

from dataclasses import replace
from decimal import Decimal

import pytest

from agent.customers import customers_job, customers_run
from agent.domain.customers.kept import LinkState
from agent.domain.customers.suggest import Advice
from agent.domain.errors import Misconfigured, NeedsPerson, Problem, Transient
from agent.domain.reports import JobReport
from tests.pipeline.customers_stage import Kept

ALDER = "000000000000001"
WHY = Problem("Refused", "Stripe does not like it.", code="stripe.refused")


@pytest.fixture
def kept(tmp_path):
    made = Kept(tmp_path)
    made.worlds = []
    yield made
    for world in made.worlds:
        world.close()
    made.close()


def connected(kept):
    kept.worlds.append(kept.home.connect(kept.home))
    return kept.worlds[-1]


class Struck:
    """Stripe's customers (`agent.ports.CustomerDirectory`), of which one call fails."""

    def __init__(self, inner, name, error):
        self.inner, self.name, self.error = inner, name, error

    def __getattr__(self, name):
        if name == self.name and self.error is not None:
            raise self.error
        return getattr(self.inner, name)


def job_with(kept, name, error):
    """The job, whose calls `name` of Stripe's customers fail."""
    world = connected(kept)
    struck = Struck(world.directory, name, error)
    return customers_job(kept.home, replace(world, directory=struck), lambda: False), struck


def linked(kept, code=ALDER):
    row = kept.here(code)
    stripe_id = kept.in_stripe(name=row.text("Name"), email=row.text("Email"))
    kept.keep()
    kept.tell("customers_link", customer=code, stripe_id=stripe_id)
    return stripe_id


def test_what_stripe_refuses_waits_for_a_person_and_is_in_nobodys_way(kept):
    first = linked(kept)
    job, struck = job_with(kept, "change", NeedsPerson(WHY))
    assert job.run().problem is None
    assert (kept.link(ALDER).state, kept.link(ALDER).reason) == (LinkState.REFUSED, "Stripe does not like it.")
    struck.error = None
    assert job.run().done == 0
    kept.tell("customers_retry", customer="1")
    job.run()
    assert kept.link(ALDER).state is LinkState.IN_STEP
    assert kept.there(first)["metadata"]["syspro_customer"] == ALDER


def test_an_outage_of_stripe_is_waited_for(kept):
    linked(kept)
    job, struck = job_with(kept, "change", Transient(WHY))
    assert job.run().problem == WHY
    struck.error = None
    assert job.run().done == 0  # it backs off
    kept.clock.advance(60)
    assert job.run().done == 1
    assert kept.link(ALDER).state is LinkState.IN_STEP


def test_a_missing_right_ends_the_job_until_the_settings_change(kept):
    linked(kept)
    job, struck = job_with(kept, "change", Misconfigured(WHY))
    assert job.run() == JobReport(problem=WHY, misconfigured=True)
    struck.error = None
    assert job.run() == JobReport(problem=WHY, misconfigured=True)


def test_syspro_out_of_reach_does_not_stop_what_is_due(kept):
    stripe_id = linked(kept)
    kept.home.store.settings.set("syspro.base_url", "http://127.0.0.1:9/Rest", by="test", now=1)
    job, _ = job_with(kept, "", None)
    kept.clock.advance(90_000)
    report = job.run()
    assert (report.problem is not None, report.done) == (True, 1)
    assert kept.there(stripe_id)["metadata"]["syspro_customer"] == ALDER
    assert job.run().problem is None  # SYSPRO is asked again after a while


def test_a_new_customer_whose_answer_was_lost_is_made_once(kept):
    kept.keep()
    kept.tell("customers_link", customer="1", stripe_id="")
    job, struck = job_with(kept, "make", None)

    def lost(*arguments, **named):
        struck.inner.make(*arguments, **named)
        raise Transient(WHY)

    struck.make = lost
    assert job.run().problem == WHY
    del struck.make
    kept.clock.advance(200_000)
    job.run()
    assert kept.link(ALDER).state is LinkState.IN_STEP
    assert len(kept.stripe.engine.store.all_of("customer")) == 1


def test_a_customer_that_cannot_be_read_is_told_and_the_others_go_on(kept):
    stripe_id = linked(kept)
    kept.keep(after_s=31)
    broken = kept.in_stripe(name="Broken")
    kept.edit_stripe(broken, email=7)
    kept.edit_stripe(stripe_id, name="Edited")
    assert "customer" in kept.run("customers", after_s=600).problem.message
    assert kept.there(stripe_id)["name"] == "Alder Creek Cabinets"
    assert kept.run("customers", after_s=600).problem is None
    assert "1 of Stripe's customers" in kept.run("customers", after_s=700_000).problem.message
    assert kept.link(ALDER).state is LinkState.IN_STEP


def test_stopping_loses_nothing(kept):
    kept.in_stripe(name="Alder Creek Cabinets")
    world = connected(kept)
    for enough in range(6):
        steps = iter([False] * enough)
        customers_job(kept.home, world, lambda steps=steps: next(steps, True)).run()
    kept.keep()
    assert kept.suggestion(ALDER).advice is Advice.MATCH


def test_the_same_open_amount_is_a_reason(kept):
    open_invoices = kept.rows("ArInvoice", "PostCurrency = 'USD'")
    code = open_invoices[0].text("Customer")
    balance = sum((row.number("InvoiceBal1") for row in open_invoices if row.text("Customer") == code), Decimal(0))
    assert balance > 0
    kept.in_stripe(name=kept.here(code).text("Name"), balance=int(balance * 100), currency="usd")
    kept.keep()
    assert [reason.code for reason in kept.suggestion(code).reasons] == ["name", "open_amount"]


def test_rules_that_cannot_be_used_stop_the_customers_alone(kept):
    kept.set("customer_links.address_lines", '{"9": "line1"}')
    assert kept.jobs["customers"]().misconfigured
    assert kept.jobs["catalogue"]().problem is None


def test_without_a_way_to_stripes_customers_nothing_is_done(kept):
    world = replace(connected(kept), directory=None)
    assert customers_run(kept.home, world, lambda: False) is JobReport


def test_other_rules_compare_every_link_again(kept):
    stripe_id = linked(kept)
    kept.keep(after_s=31)
    kept.edit_stripe(stripe_id, phone="555 0100")
    kept.keep(after_s=600)
    kept.set("customer_links.phone", "nobody")
    kept.edit_stripe(stripe_id, phone="555 0200")
    kept.keep(after_s=600)
    assert kept.there(stripe_id)["phone"] == "555 0200"
    kept.set("customer_links.phone", "syspro")
    kept.keep(after_s=600)
    assert kept.there(stripe_id)["phone"] == (kept.here(ALDER).text("Telephone") or "555 0200")


def test_what_one_of_two_payers_was_booked_to_is_not_linked_to_another_by_score(kept):
    kept.set("customer_links.auto_accept", "50")
    kept.clock.advance(10)
    row = kept.here(ALDER)
    stripe_id = kept.in_stripe(name=row.text("Name"), email=row.text("Email"))
    with kept.store.customers._connections.writing() as db:
        made = "INSERT INTO links VALUES ('A', 'customer', ?, ?, 'person', 1)"
        db.execute(made, (f"{stripe_id}|usd", "GONE"))
    kept.keep()
    assert kept.link(ALDER) is None
    assert kept.suggestion(ALDER).ambiguous
