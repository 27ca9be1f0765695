"""Open invoices as Stripe's own invoices: made once whatever breaks off, for the right customer, voided when settled."""

from decimal import Decimal

import pytest

from agent.domain.erp import CUSTOMERS
from agent.domain.requests.kept import RequestFilter
from connectors.sandbox.faults import FaultRule
from connectors.stripe.requests import StripeRequests
from tests.pipeline.modes_stage import site_at
from tests.pipeline.requests_stage import Asking
from tests.unit.domain.requests import rows
from tests.unit.domain.requests.rows import OWNER

DAY_S = 86_400
LONG, SHORT = "000000000100601", "000000000100604"  # 482.15 and 118.90 of the owner
INVOICES, CUSTOMER = "/v1/invoices", "/v1/customers"


@pytest.fixture
def asking_of(tmp_path):
    opened = []

    def make(**settings):
        opened.append(Asking(tmp_path / str(len(opened)), **{"as": "invoice"} | settings))
        return opened[-1]

    yield make
    for one in opened:
        one.close()


class Killed(BaseException):
    """The plug is pulled."""


class MortalConnection:
    """Stripe in a process that is killed around its nth change."""

    def __init__(self, connection, at, *, after):
        self.connection, self.left, self.after = connection, at, after

    def __getattr__(self, name):
        found = getattr(self.connection, name)
        return self._mortal(found) if name in {"post", "delete"} else found

    def _mortal(self, call):
        def called(*arguments, **named):
            self.left -= 1
            if self.left == 0 and not self.after:
                raise Killed
            answer = call(*arguments, **named)
            if self.left == 0:
                raise Killed
            return answer

        return called


def fill(asking, count=2, balance="100"):
    for number in range(count):
        asking.tables.invoice(number, balance)


def paths(found, wanted):
    return [path.replace(wanted, "IN") for path in found]


def test_a_new_invoice_is_three_calls_and_the_customer_one_more_and_nothing_changed_none(asking_of):
    asking = asking_of()
    fill(asking, count=1)
    asking.run()
    made = asking.row(0).link
    writes = paths(asking.calls()[1], made)
    assert writes == [CUSTOMER, INVOICES, f"{INVOICES}/IN/add_lines", f"{INVOICES}/IN/finalize"]
    asking.run()
    asking.run(after_s=DAY_S)
    assert asking.calls() == ([], [])
    asking.tables.invoice(1, "5")
    asking.run()
    assert len(asking.calls()[1]) == 3  # the customer is known
    asking.tables.invoice(0, "0", value="100")
    asking.run()
    assert asking.calls()[1] == [f"{INVOICES}/{made}/void"]
    assert asking.payable() == {"1": 500}


def test_a_stripe_invoice_asks_its_customer_for_what_is_open_and_names_the_syspro_invoice(asking_of):
    asking = asking_of(days_until_due="14")
    asking.tables.put(CUSTOMERS, rows.customer(name="Ann Ltd", email="ann@example.com"))
    asking.tables.invoice(7, "100")
    asking.run()
    made, row = asking.invoices()[0], asking.row(7)
    customer = asking.stripe.engine.get(made["customer"])
    assert (customer["name"], customer["metadata"]) == ("Ann Ltd", {"syspro_customer": OWNER})
    assert (made["status"], made["amount_due"], made["auto_advance"], made["total_taxes"]) == ("open", 10000, False, [])
    assert made["lines"]["data"][0]["description"] == "Invoice 7"
    assert made["metadata"]["syspro_invoice"] == "7"
    assert (row.standing.value, row.url, row.link) == ("open", made["hosted_invoice_url"], made["id"])


@pytest.mark.parametrize("later_s", [60, 2 * DAY_S], ids=["at once", "after the idempotency keys are gone"])
@pytest.mark.parametrize("after", [False, True], ids=["before the call", "after the call"])
@pytest.mark.parametrize("at", range(1, 8))
def test_a_kill_around_any_call_makes_no_invoice_twice(asking_of, at, after, later_s):
    asking = asking_of()
    fill(asking)
    meet(asking, at, after=after, later_s=later_s)
    assert asking.payable() == {"0": 10000, "1": 10000}
    assert len(asking.invoices()) == 2  # finished where it was begun
    assert [asking.row(number).standing.value for number in range(2)] == ["open", "open"]


@pytest.mark.parametrize("after", [False, True], ids=["before the call", "after the call"])
@pytest.mark.parametrize("at", range(1, 9))
def test_a_kill_around_any_call_of_a_change_leaves_one_invoice_over_what_is_open(asking_of, at, after):
    asking = asking_of()
    fill(asking)
    asking.run()
    fill(asking, balance="7")
    meet(asking, at, after=after, later_s=2 * DAY_S)
    assert asking.payable() == {"0": 700, "1": 700}
    assert len(asking.invoices(status="void")) == 2


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_draft_that_was_broken_off_is_deleted_when_its_amount_has_changed(asking_of, at):
    asking = asking_of()
    fill(asking, count=1)
    with pytest.raises(Killed):
        start_mortal(asking, at, after=True).run()
    assert len(asking.invoices(status="draft")) == (at < 3)
    asking.tables.invoice(0, "60", value="100")
    asking.start()
    asking.run(after_s=2 * DAY_S)
    assert (asking.payable(), asking.invoices(status="draft")) == ({"0": 6000}, [])


def start_mortal(asking, at, *, after):
    mortal = MortalConnection(asking.quick, at, after=after)
    asking.start(lambda _: StripeRequests(mortal, days_until_due=30, collects=False))
    return asking


def meet(asking, at, *, after, later_s):
    start_mortal(asking, at, after=after)
    try:
        asking.run()
    except Killed:
        asking.start()
    assert asking.run(after_s=later_s).problem is None
    assert asking.run().problem is None


@pytest.mark.parametrize("fault", ["reset_after_commit", "error_500_after_commit", "reset_before", "truncated"])
@pytest.mark.parametrize("later_s", [0, 2 * DAY_S])
def test_lost_answers_make_no_invoice_twice(asking_of, fault, later_s):
    asking = asking_of()
    fill(asking, count=3)
    for _ in range(3):
        asking.stripe.engine.faults.add(FaultRule(fault, {"method": "POST"}, probability=0.7, remaining=8))
        asking.run(after_s=later_s)
    asking.stripe.engine.faults.clear()
    for _ in range(3):
        report = asking.run(after_s=1000 + later_s)
    assert report.problem is None
    assert asking.payable() == {str(number): 10000 for number in range(3)}


@pytest.mark.parametrize("later_s", [60, 2 * DAY_S])
@pytest.mark.parametrize("after", [False, True])
def test_a_kill_around_the_making_of_a_customer_makes_none_twice(asking_of, after, later_s):
    asking = asking_of()
    fill(asking)
    asking.start(till=lambda till: MortalTill(till, after=after))
    with pytest.raises(Killed):
        asking.run()
    asking.start()
    asking.run(after_s=later_s)
    made = asking.stripe.engine.store.all_of("customer")
    assert [one["metadata"] for one in made] == [{"syspro_customer": OWNER}]
    assert asking.payable() == {"0": 10000, "1": 10000}


class MortalTill:
    """Stripe in a process that is killed around the making of a customer."""

    def __init__(self, till, *, after):
        self.till, self.after = till, after

    def make_payer(self, customer, metadata, key):
        if self.after:
            self.till.make_payer(customer, metadata, key)
        raise Killed


def test_another_policy_closes_the_ones_and_makes_the_others(asking_of):
    asking = asking_of()
    fill(asking)
    asking.run()
    asking.set("requests.as", "payment_link")
    asking.run()
    assert (asking.payable(), asking.asked()) == ({}, {"0": 10000, "1": 10000})
    asking.set("requests.as", "invoice")
    asking.run()
    assert (asking.payable(), asking.asked()) == ({"0": 10000, "1": 10000}, {})


def test_the_linked_stripe_customer_gets_the_invoice(asking_of):
    asking = asking_of()
    made = asking.stripe.trading.customer(at=1, name="Ann")["id"]
    sql = (
        "INSERT INTO customer_links (company, customer, stripe_id, origin, made_at, due_at) "
        "VALUES ('A', ?, ?, 'person', 1, NULL)"
    )
    with asking.home.store._connections.writing() as db:
        db.execute(sql, (OWNER, made))
    fill(asking, count=1)
    asking.run()
    assert asking.invoices()[0]["customer"] == made
    assert CUSTOMER not in asking.calls()[1]


def test_while_the_customers_job_makes_a_customer_no_second_one_is_made(asking_of):
    asking = asking_of()
    sql = (
        "INSERT INTO customer_links (company, customer, stripe_id, origin, made_at, due_at) "
        "VALUES ('A', ?, '', 'person', 1, 1)"
    )
    with asking.home.store._connections.writing() as db:
        db.execute(sql, (OWNER,))
    fill(asking, count=1)
    assert "is being made in Stripe" in asking.run().problem.message
    assert asking.stripe.engine.store.all_of("customer") == []
    made = asking.stripe.trading.customer(at=1, name="Ann")["id"]
    with asking.home.store._connections.writing() as db:
        db.execute("UPDATE customer_links SET stripe_id = ?", (made,))
    assert asking.run(after_s=61).problem is None
    assert [one["customer"] for one in asking.invoices()] == [made]


def test_a_customer_with_a_balance_in_stripe_gets_no_invoice_over_another_amount(asking_of):
    asking = asking_of()
    made = asking.stripe.trading.customer(at=1, name="Ann", balance=-500)["id"]
    asking.home.store.portal_payers.keep_payer("A", OWNER, made)
    fill(asking, count=1)
    asking.run()
    assert (asking.row(0).standing.value, asking.invoices()) == ("refused", [])
    assert "has a balance" in asking.row(0).reason


def test_a_stripe_invoice_that_was_paid_meanwhile_stops_a_new_one(asking_of):
    asking = asking_of()
    fill(asking, count=1)
    asking.run()
    asking.stripe.trading.pay_invoice(asking.row(0).link)
    asking.tables.invoice(0, "40", value="100")
    asking.run()
    assert (asking.row(0).standing.value, asking.payable()) == ("paid", {})
    asking.tables.invoice(0, "0", value="100")
    asking.run()
    assert asking.row(0).standing.value == "closed"


def test_an_invoice_that_a_person_voided_in_stripe_is_no_trouble_when_it_is_closed(asking_of):
    asking = asking_of()
    fill(asking, count=1)
    asking.run()
    asking.stripe._parts.invoices.void(asking.row(0).link, at=asking.clock.now())
    asking.tables.invoice(0, "0", value="100")
    assert asking.run().problem is None
    assert asking.row(0).standing.value == "closed"


def test_a_lost_database_finds_its_invoices_again(asking_of):
    asking = asking_of()
    fill(asking)
    asking.run()
    with asking.home.store._connections.writing() as db:
        db.execute("DELETE FROM requests")
        db.execute("DELETE FROM marks WHERE name = 'requests'")
    asking.tables.purge(1)
    asking.start()
    asking.run(after_s=2 * DAY_S)
    assert (asking.payable(), len(asking.invoices())) == ({"0": 10000}, 2)


def test_a_key_without_the_right_says_what_to_set(asking_of):
    asking = asking_of(key="rk_test_reader")
    asking.stripe.keys.add("rk_test_reader", ["invoice_read", "customer_write"])
    fill(asking, count=1)
    first = asking.run()
    assert first.misconfigured
    assert "Invoices: Write" in first.problem.message + first.problem.press


def test_a_customer_who_is_gone_from_syspro_is_said(asking_of):
    asking = asking_of()
    fill(asking, count=1)
    asking.start(lambda links: Vanishing(links, asking.tables))
    asking.run()
    assert (asking.row(0).standing.value, asking.invoices()) == ("refused", [])
    assert "SYSPRO has no customer" in asking.row(0).reason


class Vanishing:
    """Stripe, while a customer of SYSPRO vanishes between the look and the writing."""

    def __init__(self, links, tables):
        self.links, self.tables = links, tables

    def __getattr__(self, name):
        return getattr(self.links, name)

    def active(self, ways):
        self.tables.held[CUSTOMERS.name].clear()
        return self.links.active(ways)


ODD = ["A/1", 'Q"2', "SP ACE 3", "Ünï 4", "x" * 20, "%2F", "'", "0", "-5"]


@pytest.mark.parametrize("way", ["invoice", "payment_link"])
def test_odd_invoice_numbers_are_asked_for_and_known_again(asking_of, way):
    asking = asking_of(**{"as": way})
    for number in ODD:
        asking.tables.invoice(number, "0.01")
    asking.tables.invoice("ZERO", "0", value="1")
    asking.tables.invoice("NEGATIVE", "-3")
    asking.tables.invoice("FIVE", "0.00001")
    asking.tables.invoice("CURRENCY", "5", currency="QQQ")
    asking.tables.invoice("A,B", "5")
    assert asking.run().problem is None
    asked = asking.payable() if way == "invoice" else asking.asked()
    assert asked == dict.fromkeys(ODD, 1)
    told = {number: asking.row(number).reason for number in ("FIVE", "CURRENCY", "A,B")}
    assert "less than Stripe's smallest unit" in told["FIVE"]
    assert "currencies.to_syspro does not name" in told["CURRENCY"]
    assert "has a comma" in told["A,B"]
    for number in ODD:
        asking.tables.invoice(number, "0", value="0.01")
    asking.run()
    assert (asking.payable(), asking.asked()) == ({}, {})


# -- over both sockets: paid in Stripe, allocated in SYSPRO


@pytest.fixture
def site(tmp_path):
    settings = {"requests__enabled": "yes", "requests__customers": "1", "requests__sweep_every_s": "300"}
    with site_at(tmp_path, **settings, requests__as="invoice") as site:
        yield site


def later(site, seconds=3600):
    site.at(site.clock.now() + seconds).run()


def row(site, number):
    return next(one for one in site.home.service().request_rows(RequestFilter()) if one.invoice == number)


def balance(site, number):
    return str(site.syspro.books.row("ArInvoice", OWNER, number, "I").number("InvoiceBal1"))


@pytest.mark.parametrize("mode", ["orders", "invoices", "open_invoices"])
def test_a_stripe_invoice_that_is_paid_pays_the_invoice_in_syspro(site, mode):
    site.set(posting__mode=mode)
    site.run()
    made = row(site, LONG).link
    site.stripe.trading.pay_invoice(made, at=site.clock.now() + 60)
    later(site)
    later(site)
    assert (balance(site, LONG), row(site, LONG).standing.value) == ("0.00", "closed")
    kinds = {kind for kind, _ in site.purposes()}
    assert "receipt" in kinds
    assert "sales_order" not in kinds
    assert [one.difference_minor for one in site.proof().values() if one.difference_minor] == []


def test_what_is_paid_or_cancelled_in_syspro_is_voided_in_stripe(site):
    site.run()
    made = row(site, SHORT).link
    site.syspro.books.add("ArInvoice", (OWNER, SHORT, "I"), {"InvoiceBal1": -Decimal("118.90")})
    later(site)
    assert site.stripe.engine.get(made)["status"] == "void"
    assert row(site, SHORT).standing.value == "closed"
