"""Calls are measured where they are made, and kept where the window reads them."""

from agent.call_times import CallTimes
from agent.domain.latency import Answers, answers_from
from agent.domain.marks import ANSWERS
from tests.fakes import FakeClock


class Marks:
    def __init__(self):
        self.kept, self.writes = {}, 0

    def get(self, name):
        return self.kept.get(name, "")

    def set(self, name, value, now):
        self.kept[name], self.writes = value, self.writes + 1


def test_only_what_has_changed_is_kept():
    clock, marks = FakeClock(), Marks()
    calls = CallTimes(clock)
    calls.keep(marks)
    assert marks.writes == 0
    calls.of("Stripe")(120)
    calls.of("SYSPRO")(40)
    calls.of("SYSPRO")(60)
    calls.keep(marks)
    calls.keep(marks)
    assert marks.writes == 1
    assert answers_from(marks.get(ANSWERS)) == {
        "Stripe": Answers(120, 120, clock.now(), 1),
        "SYSPRO": Answers(60, 50, clock.now(), 2),
    }
