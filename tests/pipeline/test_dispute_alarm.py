"""The alarm of a dispute whose evidence is due soon."""

from dataclasses import replace

import pytest

from agent.bootstrap import real_world
from agent.domain.disputes import DUE
from agent.domain.errors import NeedsPerson, Problem
from agent.domain.status import Overall
from jobs.watch_disputes import WatchDisputes
from tests.pipeline.company import DAY_S, NOW_AT, Company


@pytest.fixture
def company(tmp_path):
    opened = Company(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def dispute(company):
    """A posted payment that is disputed now; evidence is due in seven days."""
    charge = company.sale()
    company.run_all()
    found = company.stripe.trading.dispute(charge, at=NOW_AT + 60)
    company.run_all(after_s=200)
    return found


def alarms(company):
    return [row for row in company.store.reports.discrepancies() if row.area == DUE]


def watch(company, days):
    company.clock.set(NOW_AT + 60 + days * DAY_S)
    return company.run("disputes", "translate")


def test_no_alarm_while_there_is_time(company, dispute):
    watch(company, 3)
    assert alarms(company) == []


def test_an_alarm_says_whose_money_why_and_until_when(company, dispute):
    watch(company, 5)
    [row] = alarms(company)
    assert row.subject == dispute["id"]
    assert "Dispute of 10.00 USD (fraudulent), payment ch_" in row.message
    assert "evidence is due by 2026-12-08" in row.message
    assert "Stripe Dashboard" in row.message


def test_an_alarm_stays_one_and_counts_for_the_status(company, dispute):
    for days in (5, 6, 8):
        watch(company, days)
    assert len(alarms(company)) == 1
    status = company.service.status()
    assert (status.discrepancies, status.verdict.overall in {Overall.NEEDS_YOU, Overall.STOPPED}) == (1, True)


def test_an_alarm_ends_when_the_dispute_is_answered(company, dispute):
    watch(company, 5)
    company.stripe.trading.respond(dispute["id"], {"uncategorized_text": "It was delivered."})
    watch(company, 5)
    assert alarms(company) == []


def test_an_alarm_ends_when_an_event_has_told_the_end(company, dispute):
    watch(company, 5)
    company.stripe.trading.close_dispute(dispute["id"], won=False)
    company.run_all()
    company.run("disputes")
    assert alarms(company) == []


def test_a_dispute_that_was_lost_without_an_event_is_decided_again(company, dispute):
    company.stripe.trading.close_dispute(dispute["id"], won=False)
    report = company.run("disputes")
    assert report.done == 1
    company.run("translate", "post")
    assert [row.purpose for row in company.documents(text=dispute["id"])] == ["withdrawn", "cancel", "account"]
    assert company.run("disputes").done == 0


def test_what_a_person_accepts_stays_closed(company, dispute):
    watch(company, 5)
    company.ask("accept", number=alarms(company)[0].id, reason="We let it go.")
    watch(company, 6)
    assert alarms(company) == []


class OnlyOne:
    """Stripe that gives one dispute as it is; others are refused, or have an amount that is none."""

    def __init__(self, real, readable, fault):
        self.real, self.readable, self.fault = real, readable, fault

    def read(self, subject):
        if subject.object_id == self.readable:
            return self.real.read(subject)
        if self.fault == "refused":
            raise NeedsPerson(Problem("Refused", "Stripe does not have it."))
        if self.fault == "nothing":
            return None
        facts = self.real.read(subject)
        return replace(facts, objects={**facts.objects, "dispute": {**facts.objects["dispute"], "amount": "?"}})


@pytest.mark.parametrize("fault", ["refused", "unusable", "nothing"])
def test_a_dispute_that_cannot_be_read_does_not_hide_the_others(company, dispute, fault):
    company.stripe.trading.dispute(company.sale(), at=NOW_AT + 60)
    company.run_all(8)
    company.clock.set(NOW_AT + 6 * DAY_S)
    store, world = company.store, real_world(company.home)
    job = WatchDisputes(
        OnlyOne(world.reader, dispute["id"], fault), store.disputes, store.inbox, store.outbox, store.discrepancies,
        store.reports, company.clock, company.home.values(),
    )  # fmt: skip
    report = job.run()
    world.close()
    assert [row.subject for row in alarms(company)] == [dispute["id"]]
    assert bool(report.problem) is (fault != "nothing")
