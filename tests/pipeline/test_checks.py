"""Checks that learn, from the payment to the person: warnings in the work list, holds that one approval releases."""

from dataclasses import replace
from datetime import date

import pytest

from agent.domain.events import Slice
from agent.domain.facts import ErpCustomer
from agent.domain.kinds import Kind
from agent.domain.worklist import Tab, Verb, WorkFilter
from agent.shipped import shipped_templates
from jobs.habits import AREA, WatchDays
from jobs.sweep import WATERMARK
from tests.pipeline.jobs_stage import ANN, BOB, COMPANY, START_AT, Stage, State, paid
from tests.pipeline.modes_stage import site_at

DAY_S = 86_400


def web_shop():
    return next(one for one in shipped_templates() if one.name == "web-shop")


def bought(number, quantity=2, **changes):
    """A payment of so many bolts."""
    return paid(number, lines=f"BOLT*{quantity}@3", amount=300 * quantity, **changes)


@pytest.fixture
def staged(tmp_path):
    """Play payments under some settings."""
    opened = []

    def played(*charges, **settings):
        stage = Stage(tmp_path, *charges, **settings).start()
        opened.append(stage)
        stage.clock.set(max(charge.created_at for charge in charges) + 3600)
        stage.run_all(40)
        return stage

    yield played
    for stage in opened:
        stage.stop()


def needs_you(stage):
    return stage.store.worklist.page(COMPANY, WorkFilter(Tab.NEEDS_YOU), offset=0, limit=50)


USUAL = [bought(number, 2 + number % 3, at=number * 7200) for number in range(12)]


def test_an_unusual_amount_is_a_warning_in_the_work_list_and_is_posted(staged):
    stage = staged(*USUAL, bought(99, 50, at=200_000), checks__amount="warn")
    (row,) = needs_you(stage)
    assert (row.title, row.reason_code, row.verb) == ("ch_99", "check.amount", Verb.ACCEPT)
    assert row.reason.startswith(
        "150.00 USD is an unusual amount: 12 of the last 12 payments of this customer were below"
    )
    assert "ch_99" in stage.posted(Kind.RECEIPT)
    stage.store.discrepancies.close(int(row.what), by="Ann", reason="a big order", now=stage.clock.now())
    stage.run_all()
    assert needs_you(stage) == []


def test_a_payment_made_twice_waits_and_one_approval_lets_it_go(staged):
    stage = staged(bought(1), bought(2, at=240), bought(3, payer=BOB, at=300), checks__duplicate="hold")
    held = stage.rows(state=State.HELD)
    assert {row.kind for row in held} == {Kind.SALES_ORDER, Kind.RECEIPT}
    assert {(row.stripe_id, row.reason_code) for row in held} == {("ch_2", "hold.check_duplicate")}
    assert stage.posted(Kind.CUSTOMER) != []
    assert held[0].reason == "The same customer paid 6.00 USD 4 minutes before, too (ch_1)."
    assert stage.posted(Kind.RECEIPT) == ["ch_1", "ch_3"]
    assert stage.ask("approve", number=held[0].id).ok
    stage.run_all()
    assert sorted(stage.posted(Kind.RECEIPT)) == ["ch_1", "ch_2", "ch_3"]


def test_what_is_off_says_nothing_and_is_no_part_of_the_facts(staged):
    stage = staged(bought(1), bought(2, at=240))
    assert (needs_you(stage), stage.rows(state=State.HELD)) == ([], [])
    (_, kept), *_ = stage.store.decided.between(COMPANY, 0, 2 * START_AT)
    assert kept.habits is None


def test_decisions_with_checks_are_made_again_without_a_difference(staged):
    stage = staged(*USUAL, bought(99, 50, at=200_000), checks__amount="hold", checks__fees="warn")
    again = list(stage._process.service.mapping.replay(0, 2 * START_AT))
    assert len(again) > 12
    assert [one for one in again if one is not None] == []
    assert {row.reason_code for row in stage.rows(state=State.HELD)} == {"hold.check_amount"}


def test_other_terms_at_syspro_are_told_at_the_next_payment(tmp_path):
    known = ErpCustomer("000000000000500", "Ann", ANN.email, "USD", terms="30", branch="10")
    charges = [bought(number, 1 + number, at=number * 2 * DAY_S) for number in range(5)]
    stage = Stage(tmp_path, *charges, existing=[known], checks__customer="hold").start()
    try:
        for charge in charges[:-1]:
            stage.clock.set(charge.created_at + 60)
            stage.run_all()
        assert stage.rows(state=State.HELD) == []
        stage.syspro._existing = [
            replace(one, terms="00") if one.code == known.code else one for one in stage.syspro._existing
        ]
        stage.clock.set(charges[-1].created_at + 60)
        stage.run_all()
        assert {row.reason for row in stage.rows(state=State.HELD)} == {
            "For customer 000000000000500 SYSPRO has the terms 00 instead of 30, which stood there at its last 4 payments."
        }
    finally:
        stage.stop()


def test_what_templates_switch_on_stays_silent_on_clean_trade(tmp_path):
    on = {name: text for name, text in web_shop().settings.items() if name.startswith("checks.")}
    assert set(on.values()) == {"warn"}
    with site_at(tmp_path, **{name.replace(".", "__"): text for name, text in on.items()}) as site:
        site.trade(60, days=20)
        site.run()
        assert sum(row.kind is Kind.SALES_ORDER for row in site.documents()) > 40
        assert [row for row in site.store.reports.discrepancies() if row.code.startswith("check.")] == []


# ---------------------------------------------------------------- days


class Counts:
    """How many payments each day had, by its first second."""

    def __init__(self, quiet):
        self.quiet = quiet

    def payments_between(self, since_at, _until_at):
        return 0 if since_at in self.quiet else 5


#: 2026-11-24 00:00 UTC, a Tuesday.
TUESDAY_AT = 1_795_478_400


def watch(stage, quiet, **settings):
    stage.clock.set(TUESDAY_AT + 3600)
    read = Slice(0, 1, settings.pop("read_until_at", TUESDAY_AT))
    stage.store.inbox.store_slice(WATERMARK, read, (), TUESDAY_AT)
    for name, text in settings.items():
        stage.store.settings.set(name.replace("__", "."), text, by="test", now=TUESDAY_AT)
    values = stage._process.service.values()
    store = stage.store
    return WatchDays(Counts(quiet), store.inbox, store.discrepancies, stage.clock, values).run()


def told(stage):
    return [row.message for row in stage.store.reports.discrepancies() if row.area == AREA]


def test_a_weekday_without_payments_is_told_once_it_is_over_and_read(staged):
    stage = staged(bought(1))
    monday = {TUESDAY_AT - DAY_S}
    assert watch(stage, monday, read_until_at=TUESDAY_AT - 1).done == 0, "not read yet"
    assert watch(stage, monday, checks__quiet_day="off").done == 0, "off"
    assert watch(stage, monday, checks__quiet_day="warn").done == 1
    (sentence,) = told(stage)
    assert sentence.startswith("No payment came on Monday, 2026-11-23. On each of the last 8 Mondays there were some")
    assert date(2026, 11, 23).strftime("%A") == "Monday"
    assert watch(stage, monday).done == 1
    assert len(told(stage)) == 1
    watch(stage, set())
    assert told(stage) == [], "the payments came late"


def test_payments_are_counted_by_day(staged):
    stage = staged(bought(1), bought(2, at=240))
    stage.run("sweep")
    assert stage.store.habits.payments_between(START_AT, START_AT + 240) == 1
    assert stage.store.habits.payments_between(START_AT, START_AT + 241) == 2
