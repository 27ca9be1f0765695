"""SYSPRO's lists are asked about what a person changed by hand, where the site wants lists asked at all."""

import dataclasses

import pytest

from agent.checks import known_of
from agent.domain.errors import Misconfigured, Problem
from agent.domain.lists import Known, Named, SiteList
from agent.domain.settings import Values

NAMED = [Named(SiteList.BRANCHES, "20", "Branch")]


@dataclasses.dataclass
class Home:
    """A home whose SYSPRO is not set up; it counts how often somebody wants it."""

    before_posting: str
    asked: int = 0

    def values(self):
        return Values({"lists.before_posting": self.before_posting})

    def connect(self, _):
        self.asked += 1
        raise Misconfigured(Problem("Not set up", "There is no address."))


@pytest.mark.parametrize(("before_posting", "asked"), [("hold", 1), ("off", 0)])
def test_nothing_is_known_where_syspro_is_not_set_up_or_no_list_is_wanted(before_posting, asked):
    home = Home(before_posting)
    assert known_of(home, NAMED) == Known()
    assert home.asked == asked
