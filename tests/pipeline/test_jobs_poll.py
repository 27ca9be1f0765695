"""Poll and sweep: no notice is missed, and what has none is found in Stripe's journal."""

import itertools

import pytest

from agent.domain.errors import Problem, Transient
from agent.domain.events import SWEEP, BalanceTransaction, Event, Slice
from agent.domain.marks import OPENING
from agent.domain.settings import Values
from agent.store import Store
from jobs.poll import START, WATERMARK, Poll
from jobs.sweep import LOOK_BACK_S, Sweep
from tests.fakes import FakeClock
from tests.pipeline.jobs_stage import Kind, Stage, State, event, paid

NOW = 1_700_000_000
DAY_S = 86400
WEEK = "2023-11-07"
DOWN = Problem("Stripe does not answer", "It is tried again.", code="stripe.down")


class Listing:
    """A Stripe that remembers what was asked of it, and fails when told.

    Attributes:
        asked: ``events`` or ``backfill`` with the stretch that was asked for.
        fail_at: Number of the question, from 1, that is not answered.
    """

    def __init__(self, clock):
        self._clock = clock
        self.told = []
        self.booked = []
        self.asked = []
        self.fail_at = 0

    def server_time(self):
        return self._clock.now()

    def events(self, since_at, until_at, types):
        self._note("events", since_at, until_at)
        yield [each for each in self.told if since_at <= each.created_at < until_at and each.type in types]

    def backfill(self, since_at, until_at):
        self._note("backfill", since_at, until_at)
        yield [Event(f"backfill_{since_at}", "charge.succeeded", since_at, "ch_old", "charge", livemode=False)]

    def balance_transactions(self, since_at, until_at):
        self._note("balance_transactions", since_at, until_at)
        yield [each for each in self.booked if since_at <= each.created_at < until_at]

    def _note(self, what, since_at, until_at):
        self.asked.append((what, since_at, until_at))
        if len(self.asked) == self.fail_at:
            raise Transient(DOWN)


class Desk:
    """The store, a listing Stripe and both jobs."""

    def __init__(self, store, **settings):
        self.store = store
        self.clock = FakeClock(NOW)
        self.source = Listing(self.clock)
        values = Values({name.replace("__", "."): text for name, text in settings.items()})
        types = frozenset({"charge.succeeded", "charge.updated"})
        self.poll = Poll(self.source, store.inbox, self.clock, values, types, store.allowance, store.ledger)
        self.sweep = Sweep(self.source, store.ledger, store.inbox, store.marks, self.clock)

    def mark(self, name=WATERMARK):
        return self.store.inbox.watermark(name)

    def stretches(self, what="events"):
        return [(since_at, until_at) for name, since_at, until_at in self.source.asked if name == what]


@pytest.fixture
def desk_of(tmp_path):
    with Store.open(tmp_path / "agent.sqlite") as store:
        yield lambda **settings: Desk(store, **settings)


def told(number, at):
    return Event(f"evt_{number}", "charge.succeeded", at, f"ch_{number}", "charge", livemode=False)


def booked(number, at=NOW - 100, kind="charge"):
    return BalanceTransaction(f"txn_{number}", at, 100, 3, 97, "usd", kind, kind, f"ch_{number}", (("stripe_fee", 3),))


# ---------------------------------------------------------------- poll


def test_without_a_start_day_reading_begins_with_today_at_the_site(desk_of):
    desk = desk_of(site__time_zone="America/New_York")
    desk.poll.run()
    midnight_in_new_york = NOW - (17 * 3600 + 13 * 60 + 20)
    assert desk.mark(START) == midnight_in_new_york
    assert desk.stretches()[0][0] == midnight_in_new_york


def test_the_start_day_is_a_day_of_the_site(desk_of):
    desk = desk_of(stripe__start_on="2023-11-14", site__time_zone="Asia/Tokyo")
    desk.poll.run()
    assert desk.mark(START) == 1_699_887_600


def test_a_start_day_to_come_reads_nothing_yet(desk_of):
    desk = desk_of(stripe__start_on="2024-01-01")
    assert desk.poll.run().done == 0
    assert (desk.source.asked, desk.mark()) == ([], None)


def test_slices_are_listed_oldest_first_without_a_gap(desk_of):
    desk = desk_of(stripe__start_on=WEEK)
    desk.poll.run()
    stretches = desk.stretches()
    assert len(stretches) == 8
    assert all(before[1] == after[0] for before, after in itertools.pairwise(stretches))
    assert all(until_at - since_at <= DAY_S for since_at, until_at in stretches)
    assert stretches[-1][1] == NOW


def test_the_watermark_stays_behind_the_clock_of_stripe(desk_of):
    desk = desk_of(stripe__start_on=WEEK, stripe__hold_back_s="60")
    desk.poll.run()
    assert desk.mark() == NOW - 60


def test_each_look_reaches_back_behind_the_watermark(desk_of):
    desk = desk_of(stripe__look_back_s="900")
    desk.poll.run()
    mark = desk.mark()
    desk.source.asked.clear()
    desk.source.told = [told(1, mark - 890)]
    desk.clock.advance(300)
    assert desk.poll.run().done == 1
    assert desk.stretches() == [(mark - 900, NOW + 300)]


def test_an_event_that_is_listed_again_is_new_only_once(desk_of):
    desk = desk_of()
    desk.source.told = [told(1, NOW - 5)]
    assert desk.poll.run().done == 1
    assert desk.poll.run().done == 0


def test_the_watermark_never_moves_past_a_slice_that_failed(desk_of):
    desk = desk_of(stripe__start_on=WEEK)
    desk.source.fail_at = 3
    with pytest.raises(Transient):
        desk.poll.run()
    assert desk.mark() == desk.stretches()[1][1]
    desk.source.fail_at = 0
    desk.poll.run()
    assert desk.mark() == NOW - 60


def test_a_first_slice_that_fails_leaves_no_watermark(desk_of):
    desk = desk_of()
    desk.source.fail_at = 1
    with pytest.raises(Transient):
        desk.poll.run()
    assert desk.mark() is None


def test_more_than_29_days_behind_the_gap_is_filled_by_lists_before_the_events_go_on(desk_of):
    desk = desk_of(stripe__look_back_s="0")
    desk.poll.run()
    mark = desk.mark()
    desk.source.asked.clear()
    now = desk.clock.advance(40 * DAY_S)
    desk.poll.run()
    kinds = [name for name, _, _ in desk.source.asked]
    assert kinds == sorted(kinds)
    horizon = now - 29 * DAY_S
    lists, events = desk.stretches("backfill"), desk.stretches()
    assert (lists[0][0], lists[-1][1], events[0][0], events[-1][1]) == (mark, horizon, horizon, now)
    assert desk.store.reports.inbox().waiting == len(lists)


def test_a_gap_that_was_filled_halfway_is_filled_on_from_there(desk_of):
    desk = desk_of(stripe__look_back_s="0")
    desk.poll.run()
    desk.source.asked.clear()
    desk.clock.advance(40 * DAY_S)
    desk.source.fail_at = 4
    with pytest.raises(Transient):
        desk.poll.run()
    reached = desk.mark()
    assert reached == desk.stretches("backfill")[2][1]
    desk.source.asked.clear()
    desk.source.fail_at = 0
    desk.poll.run()
    assert desk.stretches("backfill")[0][0] == reached


# ---------------------------------------------------------------- sweep


def test_the_sweep_waits_until_events_were_read(desk_of):
    desk = desk_of()
    assert desk.sweep.run().done == 0
    assert desk.source.asked == []


def test_the_sweep_finds_what_events_missed(desk_of):
    desk = desk_of()
    desk.source.booked = [booked(1), booked(2, kind="stripe_fee")]
    desk.poll.run()
    assert desk.sweep.run().done == 2
    subjects = desk.store.inbox.next_subjects(10, NOW)
    found = {(subject.object_id, subject.object_type, subject.types) for subject in subjects}
    assert found == {("ch_1", "charge", (SWEEP,)), ("txn_2", "balance_transaction", (SWEEP,))}
    assert desk.sweep.run().done == 0


def test_what_stripe_held_before_the_first_day_is_added_up_once(desk_of):
    desk = desk_of()
    desk.source.booked = [booked(1, NOW - 10 * DAY_S), booked(2, NOW - 9 * DAY_S), booked(3)]
    desk.poll.run()
    desk.sweep.run()
    assert desk.store.marks.get(OPENING) == '{"usd": 194}'
    desk.sweep.run()
    assert desk.stretches("balance_transactions").count((0, desk.mark(START))) == 1


def test_the_sweep_leaves_alone_what_an_event_told_of(desk_of):
    desk = desk_of()
    desk.source.told = [told(1, NOW - 100)]
    desk.source.booked = [booked(1)]
    desk.poll.run()
    assert desk.sweep.run().done == 0


def test_the_sweep_begins_where_everything_began_and_goes_on_with_a_look_back(desk_of):
    desk = desk_of(stripe__start_on=WEEK)
    desk.poll.run()
    desk.sweep.run()
    desk.clock.advance(DAY_S)
    desk.sweep.run()
    before, first, second = desk.stretches("balance_transactions")
    assert before == (0, desk.mark(START))
    assert first == (desk.mark(START), NOW)
    assert second == (NOW - LOOK_BACK_S, NOW + DAY_S)


def test_a_sweep_that_fails_does_not_move_its_watermark(desk_of):
    desk = desk_of()
    desk.poll.run()
    desk.source.fail_at = len(desk.source.asked) + 1
    with pytest.raises(Transient):
        desk.sweep.run()
    assert desk.mark("balance_transactions") is None


def test_a_payment_that_no_event_told_of_is_posted_by_the_sweep(tmp_path):
    stage = Stage(tmp_path, paid(1, None), told=[]).start()
    stage.run_all()
    assert stage.states() == {}
    stage.run("sweep")
    stage.run_all()
    assert stage.posted(Kind.RECEIPT) == ["ch_1"]
    stage.stop()


def test_a_payment_that_waited_is_posted_although_the_notice_of_its_capture_never_came(tmp_path):
    charge = paid(1, None, manual=True, taken_at=NOW + 7200, booked_at=NOW + 7200)
    stage = Stage(tmp_path, charge, told=[event(charge)]).start()
    stage.run_all()
    assert stage.decision("ch_1").reason_code == "payment.authorised"
    stage.run("sweep", after_s=7200)
    stage.run_all()
    posted, states = stage.posted(Kind.RECEIPT), stage.states()
    stage.stop()
    assert (posted, states) == (["ch_1"], {State.POSTED: 2})


def test_the_sweep_asks_once_more_when_it_could_not_take_all(desk_of):
    desk = desk_of()
    desk.source.booked = [booked(number, NOW - 100) for number in range(1500)]
    desk.poll.run()
    report = desk.sweep.run()
    assert (report.done, report.more) == (1000, True)
    report = desk.sweep.run()
    assert (report.done, report.more) == (500, False)


def test_the_first_slice_is_stored_with_its_events(desk_of):
    desk = desk_of()
    desk.source.told = [told(1, NOW - 5)]
    desk.poll.run()
    assert desk.store.inbox.store_slice(WATERMARK, Slice(0, 1, 1), desk.source.told, NOW) == 0
