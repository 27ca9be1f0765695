"""Days are closed when they are over and read to their end, once each; what comes late goes with a later one."""

from dataclasses import replace

import pytest

from agent.domain.attempts import Settlement
from agent.domain.decisions import Outcome
from agent.domain.documents import DocumentKey, Draft, Leg, Part, State
from agent.domain.events import DAY_CLOSED, Slice
from agent.domain.kinds import Journal, Kind
from agent.domain.settings import Values
from agent.store import Store
from jobs.close_days import CloseDays
from jobs.poll import WATERMARK
from tests.databases import NAME, empty_database
from tests.fakes import FakeClock
from tests.store.builders import COMPANY, NOW, apply, event, moved, settle

#: The day of NOW, and the first moment after it, UTC.
DAY, ENDS_AT = "2023-11-14", 1_700_006_400
LOOK_BACK_S = 900


class Stage:
    def __init__(self, store, **settings):
        self.store, self.clock = store, FakeClock(ENDS_AT + LOOK_BACK_S)
        texts = {"syspro.company": COMPANY, "posting.summary": "day", "stripe.look_back_s": str(LOOK_BACK_S)}
        values = Values(texts | {name.replace("__", "."): text for name, text in settings.items()})
        self.job = CloseDays(store.inbox, store.outbox, store.summaries, self.clock, values)
        self.read_until(ENDS_AT + LOOK_BACK_S)

    def read_until(self, moment):
        self.store.inbox.store_slice(WATERMARK, Slice(0, moment, moment), (), moment)

    def leave(self, number=1, **rest):
        self.store.ledger.store([replace(moved(number), **rest)], NOW)
        apply(self.store, subject_id=f"ch_{number}", outcome=Outcome.WAITING, reason_code="posting.summary")

    def run(self):
        """Close days; return the subjects that wait since."""
        self.job.run()
        return sorted(one.object_id for one in self.store.inbox.next_subjects(10, self.clock.now()))

    def post(self, day, *legs):
        """Let the journal of a day be posted."""
        body = Journal(day, DAY, "USD")
        covered = tuple(Leg(leg, Part.AMOUNT) for leg in legs)
        apply(
            self.store,
            Draft(DocumentKey(COMPANY, Kind.JOURNAL, "summary", day), body, day, 1, legs=covered),
            subject_id=day,
        )
        settle(self.store, Settlement(State.POSTED, erp_key="1"))


@pytest.fixture
def store(tmp_path):
    with Store.open(empty_database(tmp_path / NAME)) as opened:
        yield opened


def test_a_day_that_is_over_is_closed_once_a_currency(store):
    stage = Stage(store)
    stage.leave(1)
    stage.leave(2, currency="eur")
    assert stage.run() == [f"day_{DAY}_eur", f"day_{DAY}_usd"]
    assert stage.job.run().done == 0
    assert {one.types for one in store.inbox.next_subjects(10, stage.clock.now())} == {(DAY_CLOSED,)}


@pytest.mark.parametrize(("back_s", "closed"), [(1, []), (0, [f"day_{DAY}_usd"])])
def test_the_look_back_has_to_have_passed(tmp_path, back_s, closed):
    with Store.open(tmp_path / "a.sqlite") as store:
        values = Values({"syspro.company": COMPANY, "posting.summary": "day", "stripe.look_back_s": "900"})
        job = CloseDays(store.inbox, store.outbox, store.summaries, FakeClock(ENDS_AT + 5000), values)
        assert job.run().done == 0
        store.ledger.store([moved()], NOW)
        apply(store, subject_id="ch_1", outcome=Outcome.WAITING, reason_code="posting.summary")
        moment = ENDS_AT + LOOK_BACK_S - back_s
        store.inbox.store_slice(WATERMARK, Slice(0, moment, moment), (), moment)
        job.run()
        assert [one.object_id for one in store.inbox.next_subjects(10, ENDS_AT + 5000)] == closed


def test_the_day_ends_at_the_site(store):
    stage = Stage(store, site__time_zone="America/Los_Angeles")
    stage.leave()
    assert stage.run() == []
    stage.read_until(ENDS_AT + 8 * 3600 + LOOK_BACK_S)
    assert stage.run() == [f"day_{DAY}_usd"]


def test_where_summaries_go_with_payouts_no_day_is_closed(store):
    stage = Stage(store, posting__summary="payout")
    stage.leave()
    assert stage.run() == []


def test_what_comes_after_the_journal_of_its_day_goes_with_the_last_day(store):
    stage = Stage(store)
    stage.leave(1)
    stage.post(f"day_{DAY}_usd", "ch_1")
    assert stage.run() == []
    stage.leave(2)
    assert stage.run() == []
    stage.read_until(ENDS_AT + 86400 + LOOK_BACK_S)
    assert stage.run() == ["day_2023-11-15_usd"]


def test_a_day_that_a_person_ignored_is_not_asked_for_again(store):
    stage = Stage(store)
    stage.leave()
    apply(store, subject_id=f"day_{DAY}_usd", outcome=Outcome.IGNORED, reason_code="ignored_by_person")
    assert stage.run() == []


def test_an_open_event_of_a_day_is_enough(store):
    stage = Stage(store)
    stage.leave()
    store.inbox.add([event(9, object_id=f"day_{DAY}_usd", object_type="day")], NOW)
    assert stage.job.run().done == 0
