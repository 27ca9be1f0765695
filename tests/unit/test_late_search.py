"""A search for what came late that ends in the middle: nothing is counted twice, and nothing is said to be looked at."""

import json

import pytest

from agent.domain.errors import NeedsPerson, Problem
from agent.domain.late import day_of
from agent.domain.marks import LOOKED_AGAIN, OPENING, OPENING_DAYS
from agent.domain.proof import ProofRow
from jobs.late import Late
from tests.unit.domain.movements import DAY_S, moved

FIRST, SECOND = moved("first", -500, "other_adjustment"), moved("second", -700, "other_adjustment")
STARTED_AT = FIRST.created_at - DAY_S
EARLY = moved("early", -300, "other_adjustment", at=-3 * DAY_S)
DIFFERS = (ProofRow("A", "usd", 0, 0, 0, 0, 0, 0, 0, 0, None, -500, 0),)


class EndsHereError(Exception):
    """The program ends."""


class Clock:
    def now(self):
        return FIRST.created_at + DAY_S


class Source:
    """Stripe's list, which cannot be read after so many pages."""

    def __init__(self, pages, early=(), readable=99):
        self.pages, self.early, self.readable = pages, early, readable

    def server_time(self):
        return FIRST.created_at + DAY_S

    def balance_transactions(self, _, until_at):
        if until_at <= STARTED_AT:
            yield list(self.early)
            return
        for place, page in enumerate(self.pages):
            if place >= self.readable:
                raise NeedsPerson(Problem("Unreadable", "A page cannot be read.", code="unreadable"))
            yield list(page)


class Ledger:
    def __init__(self):
        self.stored = set()

    def unknown(self, ids):
        return frozenset(ids) - self.stored

    def store(self, page, _):
        self.stored |= {one.id for one in page}


class Inbox:
    def __init__(self):
        self.events = []

    def watermark(self, _):
        return STARTED_AT

    def add(self, events, _):
        self.events += events
        return len(events)


class Discrepancies:
    def __init__(self):
        self.named = []

    def replace(self, _, subject, found, __):
        self.named += [subject] if found else []


class Marks(dict):
    """Marks of a program that ends after so many writes."""

    writes = 99

    def get(self, name):
        return super().get(name, "")

    def set(self, name, value, now):
        self.set_all({name: value}, now)

    def set_all(self, values, _):
        if not self.writes:
            raise EndsHereError
        self.writes -= 1
        self.update(values)


def late(source, marks, **parts):
    return Late(
        source, parts.get("ledger", Ledger()), Inbox(), parts.get("named", Discrepancies()), marks, Clock()
    )  # fmt: skip


def test_what_was_read_before_the_list_ended_is_named_and_the_list_is_read_again():
    named, ledger, marks = Discrepancies(), Ledger(), Marks()
    search = late(Source([[FIRST], [SECOND]], readable=1), marks, named=named, ledger=ledger)
    with pytest.raises(NeedsPerson):
        search.look(DIFFERS)
    assert named.named == ["txn_first"]
    assert LOOKED_AGAIN not in marks
    assert late(Source([[FIRST], [SECOND]]), marks, named=named, ledger=ledger).look(DIFFERS)
    assert named.named == ["txn_first", "txn_second"]
    assert not late(Source([[FIRST], [SECOND]]), marks).look(DIFFERS)


@pytest.mark.parametrize("writes", range(4))
def test_what_came_late_before_the_first_day_is_counted_once_wherever_the_program_ends(writes):
    marks = Marks({OPENING: '{"usd": 1000}', OPENING_DAYS: json.dumps([["usd", day_of(EARLY), 0]])})
    marks.writes = writes
    try:
        late(Source([], [EARLY]), marks).look(DIFFERS)
    except EndsHereError:
        marks.writes = 99
    late(Source([], [EARLY]), marks).look(DIFFERS)
    assert json.loads(marks[OPENING]) == {"usd": 700}
