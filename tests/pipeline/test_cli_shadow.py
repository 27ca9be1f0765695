"""`shadow`: the agent's month beside the people's, told to a person and to a program."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from agent.domain import erp
from agent.domain.days import day_at
from agent.domain.erp import PaymentRow
from agent.domain.errors import Problem, Transient
from tests.pipeline import test_cli_preview
from tests.unit.domain.cases import PAID_AT

DAY = date.fromisoformat(day_at(PAID_AT, "UTC"))

terminal = test_cli_preview.terminal


def paid(**changes):
    row = PaymentRow("GUEST", "_CRD01", "C", 1, "P", DAY, 2023, 11, 77, "Card", Decimal(10), Decimal(10), "USD", "10")
    return replace(row, **changes)


class Tables:
    """SYSPRO's tables with some payments that people posted (``agent.ports.ErpTables``)."""

    def __init__(self, *payments):
        self.payments = payments

    @contextmanager
    def session(self):
        yield self

    def between(self, feed, first, last, *_):
        rows = self.payments if feed is erp.PAYMENTS else ()
        return [row for row in rows if first <= row.paid_on <= last]

    def rows(self, *_):
        return []

    def codes(self, _):
        """Say that the lists cannot be read, so that nothing is held for what they lack."""
        raise Transient(Problem("SYSPRO's lists cannot be read", "They are not part of this test."))

    def close(self):
        return


@pytest.fixture
def people(terminal):
    """Let people have posted."""

    def posted(*payments):
        connect = type(terminal).connect
        terminal.connect = lambda home: replace(connect(terminal, home), tables=Tables(*payments))
        return terminal

    return posted


def test_a_month_beside_the_peoples_is_told_to_a_person(people):
    terminal = people(paid(post_value=Decimal(11)), paid(journal=78, customer="OTHER", post_value=Decimal(500)))
    shown = terminal.run("shadow", "--from", "2023-11-13").stdout
    assert "2 events of Stripe, beside what SYSPRO has." in shown
    assert "1 posted otherwise." in shown
    assert "Amount: agent 10.00 USD, SYSPRO 11.00 USD" in shown
    assert "Receipt 2023/11/77 of GUEST, Card" in shown
    assert "1 more of SYSPRO's postings have nothing to do with" in shown
    assert terminal.syspro.taken == {}


def test_what_is_the_same_is_printed_when_all_is_asked_for(people):
    terminal = people(paid(), paid(journal=79, currency="CHF"))
    shown = terminal.run("shadow", "--from", "2023-11-13").stdout
    assert ("posted as the agent would" in shown, "1 rows are in currencies" in shown) == (False, True)
    assert "1 posted as the agent would" in terminal.run("shadow", "--from", "2023-11-13", "--all").stdout


def test_doubles_and_forgotten_payments_come_with_what_to_do(people):
    shown = people(paid(), paid(journal=78)).run("shadow", "--from", "2023-11-13").stdout
    assert "1 posted more than once. Reverse all but one of them in SYSPRO." in shown
    assert "2 in Stripe, posted by nobody." in people().run("shadow", "--from", "2023-11-13").stdout


def test_a_shadow_is_one_json_object(people):
    terminal = people(paid(reference="ch_good", paid_on=DAY + timedelta(days=5)))
    told = terminal.json("shadow", "--from", "2023-11-13")
    (pair,) = [one for one in told["pairs"] if one["verdict"] == "differs"]
    assert [one["field"] for one in pair["differences"]] == ["Day"]
    assert pair["ours"]["value"] == {"minor": 1000, "currency": "usd"}
    assert pair["theirs"][0]["title"] == "Receipt 2023/11/77"
    assert {one["verdict"] for one in told["totals"]} >= {"differs"}
    assert "names" not in pair["ours"]


def test_long_lists_are_cut_and_days_that_contradict_each_other_are_refused(people):
    many = [paid(journal=100 + number, post_value=Decimal(1000 + number)) for number in range(60)]
    assert "... and 10 more; --all prints them." in people(*many).run("shadow", "--from", "2023-11-13").stdout
    wrong = people().run("shadow", "--near", "9", "--far", "3")
    assert (wrong.exit_code, "--near is more than --far" in wrong.stderr) == (2, True)


def test_without_tables_it_says_what_to_set(terminal):
    result = terminal.run("shadow")
    assert result.exit_code != 0
    assert "no way to them is set up. Set syspro.reader" in result.stderr
