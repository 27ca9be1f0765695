"""SYSPRO's lists are read once for a while; what is missing is looked for again, and what cannot be read is said."""

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pytest

from agent.domain.erp import CodeList, CodeRow, LedgerRow
from agent.domain.errors import Misconfigured, Problem, Transient
from agent.domain.facts import PeriodState
from agent.domain.lists import Named, SiteList, Verdict, compared
from jobs.site_lists import SiteLists
from tests.fakes import FakeClock


@dataclass
class Row:
    customer: str = ""
    stock_code: str = ""
    warehouse: str = ""


class Tables:
    """SYSPRO's tables in memory that count what they are asked (``agent.ports.ErpTables``)."""

    def __init__(self):
        self.asked, self.errors = Counter(), {}
        self.branches, self.stock, self.customers = ["10"], {"BOLT": {"FG"}}, ["042"]

    @contextmanager
    def session(self):
        self._ask("session")
        yield self

    def codes(self, which):
        self._ask(which)
        return [CodeRow(code) for code in (self.branches if which is CodeList.BRANCHES else ["FG"])]

    def ledger_codes(self):
        self._ask("ledger")
        return [LedgerRow("1", "Control", "A", control=True), LedgerRow("2", "Fees", "E", control=False)]

    def rows(self, feed, field, values):
        self._ask(feed.name)
        if feed.name == "warehouse_stock":
            return [Row(stock_code=code, warehouse=one) for code in values for one in self.stock.get(code, ())]
        if field == "customer":
            return [Row(customer=code) for code in self.customers if {code, code.lstrip("0")} & set(values)]
        return [Row(stock_code=code) for code in values if code in self.stock]

    def keys(self, feed):
        self._ask(f"keys of {feed.name}")
        yield tuple((code,) for code in (self.stock if feed.name == "stock" else self.customers))

    def _ask(self, what):
        self.asked[what] += 1
        if what in self.errors:
            raise self.errors[what]


BRANCH, BOLT = Named(SiteList.BRANCHES, "10", "Branch"), Named(SiteList.STOCK, "BOLT", "StockCode", "FG")


def reader(tables, clock=None, keep_s=300):
    return SiteLists(tables, clock or FakeClock(1000), keep_s)


def test_what_is_there_is_read_once_for_a_while():
    tables, clock = Tables(), FakeClock(1000)
    lists = reader(tables, clock)
    for _ in range(3):
        assert compared([BRANCH, BOLT], lists.known([BRANCH, BOLT])) == ()
    assert tables.asked == {"session": 1, CodeList.BRANCHES: 1, "warehouse_stock": 1}
    clock.advance(300)
    lists.known([BRANCH, BOLT])
    assert (tables.asked[CodeList.BRANCHES], tables.asked["warehouse_stock"]) == (2, 2)


def test_what_is_missing_is_looked_for_again_each_time():
    tables = Tables()
    lists = reader(tables)
    elsewhere = Named(SiteList.STOCK, "BOLT", "StockCode", "RM")
    nobody = Named(SiteList.CUSTOMERS, "43", "Customer")
    found = compared([elsewhere, nobody], lists.known([elsewhere, nobody]))
    assert [one.verdict for one in found] == [Verdict.ELSEWHERE, Verdict.MISSING]
    tables.stock["BOLT"].add("RM")
    tables.customers.append("043")
    assert compared([elsewhere, nobody], lists.known([elsewhere, nobody])) == ()
    assert tables.asked["keys of customers"] == 1


def test_the_keys_for_the_nearest_are_read_once():
    tables = Tables()
    lists = reader(tables)
    for code in ("BOLTS", "BOLD"):
        (found,) = compared(asked := [Named(SiteList.STOCK, code, "StockCode")], lists.known(asked))
        assert found.nearest == ("BOLT",)
    assert tables.asked["keys of stock"] == 1


def test_a_list_that_cannot_be_read_is_not_checked_and_left_alone_for_a_while():
    tables = Tables()
    tables.errors[CodeList.BRANCHES] = Misconfigured(Problem("A table is missing", "SalBranch is not there."))
    lists = reader(tables)
    ledger = Named(SiteList.LEDGER, "1", "LedgerCode")
    branch, control = compared([BRANCH, ledger], lists.known([BRANCH, ledger]))
    assert branch.message == "Branch 10 was not checked: a table is missing."
    assert control.verdict is Verdict.CONTROL
    lists.known([BRANCH])
    assert tables.asked[CodeList.BRANCHES] == 1


def test_a_syspro_that_does_not_answer_is_asked_once_not_for_each_list():
    tables = Tables()
    tables.errors[CodeList.BRANCHES] = Transient(Problem("SYSPRO cannot be reached.", ""))
    found = compared([BRANCH, BOLT], reader(tables).known([BRANCH, BOLT]))
    assert [one.verdict for one in found] == [Verdict.NOT_CHECKED] * 2
    assert found[1].message == "Stock code BOLT was not checked: SYSPRO cannot be reached."
    assert tables.asked == {"session": 1, CodeList.BRANCHES: 1}


def test_a_session_that_cannot_be_opened_checks_nothing():
    tables = Tables()
    tables.errors["session"] = Transient(Problem("SYSPRO cannot be reached", ""))
    assert [one.verdict for one in compared([BRANCH], reader(tables).known([BRANCH]))] == [Verdict.NOT_CHECKED]


def test_without_a_way_to_the_tables_nothing_is_checked():
    asked = [BRANCH, Named(SiteList.SALESPEOPLE, "ANN", "Salesperson")]
    branch, person = compared(asked, reader(None).known(asked))
    assert branch.message == "Branch 10 was not checked: the agent has no way to SYSPRO's tables."
    assert person.verdict is Verdict.NOT_CHECKED


def test_of_very_many_keys_only_some_are_read_for_the_nearest():
    class Endless(Tables):
        def keys(self, _):
            for page in range(1000):
                self.asked["page"] += 1
                yield tuple((f"{page}-{number}",) for number in range(1000))

    tables = Endless()
    reader(tables).known([Named(SiteList.STOCK, "4711", "StockCode")])
    assert tables.asked["page"] == 50


PERIOD = Named(SiteList.PERIODS, "10/2026", "PostingPeriod")


@pytest.mark.parametrize("tables", [Tables(), None], ids=["tables", "no tables"])
def test_open_periods_are_those_that_were_read_last(tables):
    lists = SiteLists(tables, FakeClock(1000), 300, lambda: PeriodState(2026, 11))
    (found,) = compared([PERIOD], lists.known([PERIOD]))
    assert found.message == "Ledger period 10/2026 is not open in SYSPRO; open is 11/2026."
    assert compared([replace(PERIOD, code="11/2026")], lists.known([PERIOD])) == ()


@pytest.mark.parametrize(
    ("periods", "several", "why"),
    [
        (None, "", "SYSPRO's open periods were not read lately"),
        (PeriodState(2026, 11), "the site keeps several open", "the site keeps several open"),
    ],
)
def test_periods_that_nobody_knows_are_not_checked(periods, several, why):
    lists = SiteLists(Tables(), FakeClock(1000), 300, lambda: periods, several)
    found = compared([PERIOD, BRANCH], lists.known([PERIOD, BRANCH]))
    assert [one.message for one in found] == [f"Ledger period 10/2026 was not checked: {why}."]
