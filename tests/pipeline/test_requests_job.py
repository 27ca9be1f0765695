"""The job of payment requests: fewest calls, a kill around any of them, what Stripe refuses, and a bad reading."""

import pytest

from agent.domain.errors import NeedsPerson, Problem, Transient
from agent.domain.reports import JobReport
from agent.requests import requests_run
from connectors.sandbox.faults import FaultRule
from connectors.sandbox.stripe.trading import Payment
from tests.pipeline.requests_stage import Asking

DAY_S = 86_400


@pytest.fixture
def asking_of(tmp_path):
    opened = []

    def make(**settings):
        opened.append(Asking(tmp_path / str(len(opened)), **settings))
        return opened[-1]

    yield make
    for one in opened:
        one.close()


class Killed(BaseException):
    """The plug is pulled."""


class Mortal:
    """Stripe's payment links in a process that meets `trouble` around its nth change."""

    def __init__(self, links, at, *, after, trouble=Killed):
        self.links, self.left, self.after, self.trouble = links, at, after, trouble

    def __getattr__(self, name):
        found = getattr(self.links, name)
        return self._mortal(found) if name in {"make", "finish", "close"} else found

    def _mortal(self, call):
        def called(*arguments, **named):
            self.left -= 1
            if self.left == 0 and not self.after:
                raise self.trouble
            answer = call(*arguments, **named)
            if self.left == 0:
                raise self.trouble
            return answer

        return called


def fill(asking, count=3, balance="100"):
    for number in range(count):
        asking.tables.invoice(number, balance)


def test_a_new_invoice_is_one_call_and_a_change_two_and_nothing_changed_none(asking_of):
    asking = asking_of()
    fill(asking)
    asking.run()
    # One look at Stripe a process, for links that no record was kept of.
    assert asking.calls() == (["/v1/payment_links"], ["/v1/payment_links"] * 3)
    asking.run()
    asking.run(after_s=DAY_S)
    assert asking.calls() == ([], [])
    old = asking.row(1).link
    asking.tables.invoice(1, "40", value="100")
    asking.run()
    assert asking.calls() == ([], [f"/v1/payment_links/{old}", "/v1/payment_links"])
    asking.tables.invoice(2, "0", value="100")
    asking.run()
    assert asking.calls() == ([], [f"/v1/payment_links/{asking.links()[2]['id']}"])
    assert asking.asked() == {"0": 10000, "1": 4000}


@pytest.mark.parametrize("later_s", [60, 2 * DAY_S], ids=["at once", "after the idempotency keys are gone"])
@pytest.mark.parametrize("after", [False, True], ids=["before the call", "after the call"])
@pytest.mark.parametrize("trouble", [Killed, Transient(Problem("Gone", "Nobody answers."))], ids=["kill", "no answer"])
def test_trouble_around_any_call_makes_no_link_twice(asking_of, trouble, after, later_s):
    asking = asking_of(batch="2")
    fill(asking)
    for at in range(1, 4):
        meet(asking, at, after=after, trouble=trouble, later_s=later_s)
        assert asking.asked() == {str(number): 10000 for number in range(3)}
        assert all(asking.row(number).standing.value == "open" for number in range(3))
        assert len(asking.links(active=True)) == 3
        fill(asking, balance="0")
        asking.run()
        assert asking.asked() == {}
        fill(asking)


@pytest.mark.parametrize("later_s", [60, 2 * DAY_S], ids=["at once", "after the idempotency keys are gone"])
@pytest.mark.parametrize("after", [False, True], ids=["before the call", "after the call"])
def test_a_kill_around_any_call_of_a_change_leaves_one_link_over_what_is_open(asking_of, after, later_s):
    asking = asking_of()
    fill(asking, count=2, balance="99")
    asking.run()
    for at in range(1, 5):
        fill(asking, count=2, balance=str(at))
        meet(asking, at, after=after, trouble=Killed, later_s=later_s)
        assert asking.asked() == {"0": at * 100, "1": at * 100}


def meet(asking, at, *, after, trouble, later_s):
    asking.start(lambda links: Mortal(links, at, after=after, trouble=trouble))
    if trouble is Killed:
        with pytest.raises(Killed):
            asking.run()
    else:
        assert asking.run().problem.title == "Gone"
    asking.start()
    assert asking.run(after_s=later_s).problem is None
    assert asking.run().problem is None


def test_a_lost_database_finds_its_links_again(asking_of):
    asking = asking_of()
    fill(asking)
    asking.run()
    before = asking.links()
    lose(asking)
    asking.tables.invoice(1, "40", value="100")
    asking.tables.purge(2)
    assert asking.run(after_s=2 * DAY_S).problem is None
    assert asking.asked() == {"0": 10000, "1": 4000}
    assert asking.row(0).link == before[0]["id"]
    assert len(asking.links()) == 4


def test_a_lost_database_knows_what_was_paid_meanwhile(asking_of):
    asking = asking_of()
    fill(asking, count=1)
    asking.run()
    asking.pay(0)
    lose(asking)
    asking.run(after_s=2 * DAY_S)
    assert (asking.row(0).standing.value, asking.asked()) == ("paid", {})


def lose(asking):
    with asking.home.store._connections.writing() as db:
        db.execute("DELETE FROM requests")
        db.execute("DELETE FROM marks WHERE name = 'requests'")
    asking.start()


def test_links_that_people_made_are_left_alone(asking_of):
    asking = asking_of()
    fill(asking, count=1)
    price = {"currency": "usd", "unit_amount": 5, "product_data": {"name": "Gift"}}
    theirs = asking.stripe._parts.pay_links.create({"line_items": [{"price_data": price, "quantity": 1}]}, at=1)
    asking.run()
    asking.start()
    asking.run()
    assert asking.stripe.engine.get(theirs["id"])["active"]


def test_a_link_that_is_paid_before_it_is_closed_stops_a_new_one_until_the_invoice_is_settled(asking_of):
    asking = asking_of()
    fill(asking, count=1)
    asking.run()
    asking.pay(0)
    asking.tables.invoice(0, "40", value="100")
    asking.run()
    assert (asking.row(0).standing.value, asking.asked()) == ("paid", {})
    asking.tables.invoice(0, "30", value="100")
    asking.run()
    assert (asking.row(0).standing.value, asking.asked()) == ("paid", {})
    asking.tables.invoice(0, "0", value="100")
    asking.run()
    assert asking.row(0).standing.value == "closed"
    asking.tables.invoice(0, "30", value="100")  # a refund opened it again
    asking.run()
    assert asking.asked() == {"0": 3000}


def test_a_paid_link_is_known_to_be_paid_also_after_a_kill(asking_of):
    asking = asking_of()
    fill(asking, count=1)
    asking.run()
    asking.pay(0)
    asking.tables.invoice(0, "40", value="100")
    meet(asking, 1, after=True, trouble=Killed, later_s=60)
    assert (asking.row(0).standing.value, asking.asked()) == ("paid", {})


def test_a_person_can_have_the_rest_asked_for_after_a_link_was_paid(asking_of):
    asking = asking_of()
    fill(asking, count=1)
    asking.run()
    asking.pay(0)
    asking.tables.invoice(0, "40", value="100")
    asking.run()
    assert asking.home.store.requests.again("A", "0", asking.clock.now())
    asking.run()
    assert asking.asked() == {"0": 4000}


def test_a_link_that_was_used_up_without_the_money_coming_can_be_replaced_by_a_person(asking_of):
    asking = asking_of()
    fill(asking, count=1)
    asking.run()
    first = asking.row(0).link
    asking.stripe.trading.pay_by_link(first, payment=Payment(method="us_bank_account"))
    ask_again(asking)
    assert (asking.row(0).standing.value, asking.asked()) == ("paid", {})
    ask_again(asking)
    assert (asking.asked(), asking.row(0).link != first) == ({"0": 10000}, True)
    second = asking.row(0).link
    ask_again(asking)
    assert (asking.asked(), asking.row(0).link) == ({"0": 10000}, second)


def ask_again(asking):
    assert asking.home.store.requests.again("A", "0", asking.clock.now())
    asking.run()


def test_what_stripe_refuses_waits_for_a_person_and_is_in_nobodys_way(asking_of):
    asking = asking_of()
    asking.tables.invoice(1, "999999999")
    asking.tables.invoice(2, "5")
    asking.start(lambda links: Refusing(links, {"Invoice 1"}))
    assert asking.run().problem is None
    row = asking.row(1)
    assert (row.standing.value, row.reason, asking.asked()) == ("refused", "Too large.", {"2": 500})
    asking.start()
    asking.run()
    assert asking.row(1).standing.value == "refused"
    assert asking.home.store.requests.again("A", "1", asking.clock.now())
    asking.run()
    assert asking.row(1).standing.value == "open"


class Refusing:
    """Stripe, which refuses what is called one of `names`; all where there are none."""

    def __init__(self, links, names=()):
        self.links, self.names = links, names

    def __getattr__(self, name):
        return getattr(self.links, name)

    def make(self, ask, mark, key, *, payer):
        if not self.names or ask.name in self.names:
            raise NeedsPerson(Problem("Refused", "Too large.", code="stripe.refused"))
        return self.links.make(ask, mark, key, payer=payer)


def test_a_recorded_link_that_stripe_does_not_know_is_said_and_is_in_nobodys_way(asking_of):
    asking = asking_of()
    fill(asking, count=2)
    asking.run()
    with asking.stripe.engine.store.transaction():
        asking.stripe.engine.store.run("DELETE FROM objects WHERE id = ?", (asking.row(0).link,))
    fill(asking, count=2, balance="7")
    meet(asking, 1, after=False, trouble=Killed, later_s=60)
    assert (asking.row(0).standing.value, asking.asked()) == ("refused", {"1": 700})


def test_where_stripe_refuses_one_after_the_other_it_is_not_asked_for_ever(asking_of):
    asking = asking_of()
    fill(asking, count=12)
    asking.start(Refusing)
    report = asking.run()
    assert (report.problem.code, report.misconfigured) == ("requests.all_refused", True)
    assert asking.run().problem is report.problem


def test_a_key_without_the_right_stops_the_requests_and_says_what_to_set(asking_of):
    asking = asking_of(key="rk_test_reader")
    asking.stripe.keys.add("rk_test_reader", ["payment_links_read"])
    fill(asking, count=1)
    first = asking.run()
    assert first.misconfigured
    assert "Payment Links: Write" in first.problem.message + first.problem.press
    assert asking.run().problem is first.problem
    assert asking.links() == []


@pytest.mark.parametrize("fault", ["reset_after_commit", "error_500_after_commit", "reset_before", "truncated"])
@pytest.mark.parametrize("later_s", [0, 2 * DAY_S])
def test_lost_answers_make_nothing_twice(asking_of, fault, later_s):
    asking = asking_of()
    fill(asking)
    for _ in range(3):
        # Five tries of one call, and then the round is over.
        asking.stripe.engine.faults.add(FaultRule(fault, {"method": "POST"}, probability=0.7, remaining=8))
        asking.run(after_s=later_s)
    asking.stripe.engine.faults.clear()
    for _ in range(3):
        report = asking.run(after_s=1000 + later_s)
    assert report.problem is None
    assert asking.asked() == {str(number): 10000 for number in range(3)}


def test_many_missing_invoices_are_a_bad_reading_and_close_nothing(asking_of):
    asking = asking_of()
    fill(asking, count=20)
    asking.run()
    for number in range(12):
        asking.tables.purge(number)
    assert asking.run(after_s=DAY_S).problem.code == "requests.most_gone"
    assert len(asking.asked()) == 20
    asking.set("requests.most_gone", "100")
    assert asking.run(after_s=DAY_S).problem is None
    assert len(asking.asked()) == 8


def test_a_customer_who_is_chosen_or_no_longer_is_noticed_by_the_next_reading_of_all(asking_of):
    asking = asking_of(customers="", customer_classes="B2B", custom_field="WEB")
    fill(asking, count=2)
    asking.run()
    assert asking.asked() == {}
    asking.tables.customer("000000000000001", customer_class="B2B")
    asking.run(after_s=DAY_S)
    assert len(asking.asked()) == 2
    asking.tables.customer("000000000000001")
    asking.run(after_s=DAY_S)
    assert asking.asked() == {}
    asking.tables.form("000000000000001", WEB="Y")
    asking.run(after_s=DAY_S)
    assert len(asking.asked()) == 2


def test_credit_notes_with_the_number_of_an_invoice_are_another_document(asking_of):
    asking = asking_of()
    asking.tables.invoice(1, "-50", document_type="C")
    asking.tables.invoice(1, "100")
    asking.run()
    assert asking.asked() == {"1": 10000}
    asking.tables.purge(1)
    asking.run(after_s=DAY_S)
    assert asking.asked() == {}


def test_why_an_invoice_of_a_chosen_customer_is_not_asked_for_is_said(asking_of):
    asking = asking_of()
    asking.tables.invoice(1, "100", currency="ZZZ")
    asking.run()
    assert "currencies.to_syspro" in asking.row(1).reason


def test_trouble_at_syspro_stops_no_writing_and_is_tried_again_later(asking_of):
    asking = asking_of()
    fill(asking, count=1)

    def gone(_feed, _place):
        raise Transient(Problem("SYSPRO is gone", "Nobody answers."))

    asking.tables.trouble = gone
    assert asking.run().problem.title == "SYSPRO is gone"
    assert asking.run(after_s=60).problem is None
    asking.tables.trouble = None
    asking.run()
    assert asking.asked() == {"0": 10000}


def test_where_changes_cannot_be_told_all_is_read_at_the_pace_of_the_sweep(asking_of):
    asking = asking_of()
    asking.tables.tells = False
    fill(asking, count=1)
    asking.run()
    asking.run()
    fill(asking, count=2)
    asking.run()
    assert len(asking.asked()) == 1
    asking.home.store.marks.set("requests.wanted", "changes", asking.clock.now())
    asking.run()
    assert len(asking.asked()) == 2


def test_a_stop_in_the_middle_loses_nothing(asking_of):
    asking = asking_of()
    fill(asking)
    asking.stops = True
    asking.run()
    assert asking.asked() == {}
    asking.stops = False
    asking.run()
    assert len(asking.asked()) == 3


def test_rules_that_cannot_be_used_stop_the_requests_alone_and_off_is_off(asking_of):
    asking = asking_of()
    asking.home.store.settings.set("receipts.invoice_keys", "", by="test", now=1)
    assert requests_run(asking.home, asking.world, lambda: False)().problem.code == "receipts.invoice_keys"
    asking.home.store.settings.set("requests.enabled", "no", by="test", now=1)
    assert requests_run(asking.home, asking.world, lambda: False)() == JobReport()
