"""The worked example of the books, between both sandboxes over real sockets, read back from SYSPRO's own ledger."""

import json
import shutil
from contextlib import ExitStack
from decimal import Decimal

import pytest

from agent.bootstrap import open_home, outside_jobs
from agent.demo_company import demo_settings
from agent.domain.documents import State
from agent.domain.kinds import Kind
from agent.domain.readmodels import DocumentFilter
from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.serving import SandboxServer
from connectors.sandbox.stripe import RefundOrder, open_stripe
from connectors.sandbox.stripe.sales import Sale, SaleLine
from connectors.sandbox.syspro.app import open_syspro
from connectors.sandbox.syspro.warehouse import ship_and_invoice
from tests.databases import empty_home

NOW_AT = 1_795_000_000
DAY_S = 86_400

#: The site's chart of accounts (see ``resources/sandbox/company.toml``).
CLR, BANK, FEE, AR, TAX = "1310-000", "1010-000", "6110-000", "1100-000", "2200-000"
SALES, RETURNS, STOCK, COST_OF_SALES = "4200-000", "4990-000", "1220-000", "5200-000"
DISP, DISP_FEE, DISP_LOSS = "1410-000", "6120-000", "6200-000"

ROUNDS = 12


class Secrets:
    """Secrets of the sandboxes, as far as the jobs ask for them."""

    def get(self, name):
        return "rk_test_sandbox" if name == "stripe.key" else ""


class Desk:
    """Both sandboxes, the agent's home between them, and its jobs."""

    def __init__(self, home, jobs, stripe, syspro, clock):
        self.home, self.jobs, self.stripe, self.syspro, self.clock = home, jobs, stripe, syspro, clock
        self._before = self._balances()

    def run(self):
        """Run all jobs until everything is posted."""
        for _ in range(ROUNDS):
            for name in ("poll", "sweep", "disputes", "translate", "post", "resolve"):
                self.jobs[name]()
            self.clock.advance(60)
        self.jobs["prove"]()
        waiting = [
            f"{row.kind.value} {row.stripe_id} is {row.state.value}: {row.reason}"
            for row in self.home.store.reports.documents(DocumentFilter(limit=100))
            if row.state is not State.POSTED
        ]
        assert not waiting, waiting
        assert not self.home.store.reports.held("A"), self.home.store.reports.held("A")
        assert not self.home.store.reports.set_aside()

    def moved(self):
        """What each ledger code moved by since the beginning, debits positive."""
        now = self._balances()
        moved = {code: now.get(code, 0) - self._before.get(code, 0) for code in {*now, *self._before}}
        return {code: Decimal(cents).scaleb(-2) for code, cents in moved.items() if cents}

    def _balances(self):
        rows = self.syspro.connection.execute("SELECT GlCode, sum(EntryValue) FROM GenJournalDetail GROUP BY GlCode")
        return dict(rows)

    def posted(self, kind):
        found = self.home.store.reports.documents(DocumentFilter(kind=kind, limit=100))
        return [(row.stripe_id[:3], row.purpose) for row in reversed(found)]

    def proof(self):
        rows = json.loads(self.home.store.marks.get("proof"))["rows"]
        return next(row for row in rows if row["currency"] == "usd")


@pytest.fixture(scope="module")
def founded(tmp_path_factory):
    """A folder with a SYSPRO company just founded; copied, since founding takes a while."""
    home = tmp_path_factory.mktemp("company")
    syspro = open_syspro(home, seed=3, clock=SandboxClock(NOW_AT))
    # The example's tax is a fifth, which no code of the company is; the table counts ten-thousandths of a percent.
    syspro.connection.execute("UPDATE AdmTax SET CurTaxRate = 200000 WHERE TaxCode = 'A'")
    syspro.close()
    return home


@pytest.fixture
def desk_of(tmp_path, founded):
    """Make the desk, with further settings."""
    with ExitStack() as stack:
        yield lambda **settings: _open(stack, tmp_path, founded, settings)


@pytest.fixture
def desk(desk_of):
    return desk_of()


def _open(stack, folder, founded, settings):
    clock = SandboxClock(NOW_AT)
    shutil.copytree(founded, folder, dirs_exist_ok=True)
    stripe, syspro = open_stripe(folder, seed=3, clock=clock), open_syspro(folder, seed=3, clock=clock)
    stack.callback(stripe.close)
    stack.callback(syspro.close)
    urls = [stack.enter_context(SandboxServer(sandbox.app)).url for sandbox in (stripe, syspro)]
    home = stack.enter_context(open_home(empty_home(folder / "home"), secrets=Secrets(), clock=clock))
    told = demo_settings(*urls, now_at=NOW_AT, days=10) | settings
    told |= {"syspro.timeout_s": "20", "orders.tax_rates": json.dumps({"A": "20", "E": "0"})}
    for name, text in told.items():
        home.store.settings.set(name, text, by="test", now=NOW_AT)
    jobs = stack.enter_context(outside_jobs(home, stopping=lambda: False))
    return Desk(home, jobs, stripe, syspro, clock)


def sell(desk):
    """Sell A (100.00 and tax) to a new customer, and let customer 1 pay 50.00 of an open invoice."""
    then = NOW_AT - 5 * DAY_S
    ann = desk.stripe.trading.customer(at=then, name="Ann Archer", email="ann@archer.example")
    product = desk.stripe.trading.product(at=then, name="Socket set", metadata={"stock_code": "A150"})
    price = desk.stripe.trading.price(at=then, product=product["id"], currency="usd", unit_amount=10_000)
    line = SaleLine("A150", "Socket set", 1, 10_000, "20", price=price["id"], product=product["id"])
    billing = {"name": "Ann Archer", "email": "ann@archer.example"}
    desk.stripe.trading.checkout(Sale("usd", (line,), customer=ann["id"], billing=billing), at=then)
    fields = {"metadata": {"syspro_invoice": "100604"}}
    return desk.stripe.trading.charge(5_000, "usd", at=then + 60, fields=fields)


def charge_of(desk, amount):
    found = [
        json.loads(body) for (body,) in desk.stripe.engine.store.rows("SELECT body FROM objects WHERE kind = 'charge'")
    ]
    return next(charge["id"] for charge in found if charge["amount"] == amount)


def ship(desk):
    ship_and_invoice(desk.syspro.books, share=Decimal(1), seed=1)


def pay_out(desk):
    desk.clock.advance(7 * DAY_S)
    (payout,) = desk.stripe.account.run_payouts(currencies=["usd"])
    desk.stripe.account.complete_reconciliation(payout["id"])
    desk.run()
    return payout


#: Cost of the one thing that was sold, out of stock.
COST = {STOCK: Decimal("-41.00"), COST_OF_SALES: Decimal("41.00")}

#: The example's entries by ledger code; a code that is absent did not move in the end, clearing before all.
EXAMPLE = COST | {
    SALES: Decimal("-100.00"),
    RETURNS: Decimal("25.00"),
    TAX: Decimal("-15.00"),
    AR: Decimal("-50.00"),
    BANK: Decimal("134.47"),
    FEE: Decimal("5.53"),
}


def test_each_step_of_the_worked_example_is_the_entry_that_the_books_say(desk):
    sell(desk)
    desk.run()
    assert desk.moved() == {CLR: Decimal("170.00"), AR: Decimal("-170.00")}
    ship(desk)
    sold = COST | {SALES: Decimal("-100.00"), TAX: Decimal("-20.00")}
    assert desk.moved() == sold | {CLR: Decimal("170.00"), AR: Decimal("-50.00")}
    desk.stripe.trading.refund(RefundOrder(charge_of(desk, 12_000), 3_000))
    desk.run()
    credited = {RETURNS: Decimal("25.00"), TAX: Decimal("-15.00")}
    assert desk.moved() == sold | credited | {CLR: Decimal("140.00"), AR: Decimal("-50.00")}
    assert desk.posted(Kind.AR_DOCUMENT) == [("re_", "credit")]
    assert pay_out(desk)["amount"] == 13_447
    assert desk.moved() == EXAMPLE
    assert (desk.proof()["stripe_minor"], desk.proof()["posted_minor"], desk.proof()["waiting_minor"]) == (0, 0, 0)


@pytest.mark.parametrize("payouts", ["journal", "cashbook"])
@pytest.mark.parametrize("money", ["receipt", "journal", "cashbook"])
def test_the_worked_example_is_the_same_by_every_route(desk_of, money, payouts):
    desk = desk_of(**{"refunds.money": money, "payouts.route": payouts})
    sell(desk)
    desk.run()
    ship(desk)
    desk.stripe.trading.refund(RefundOrder(charge_of(desk, 12_000), 3_000))
    desk.run()
    pay_out(desk)
    assert desk.moved() == EXAMPLE
    assert desk.proof()["difference_minor"] == desk.proof()["clearing_difference_minor"] == 0


@pytest.mark.parametrize("shipped", [True, False])
def test_a_whole_refund_leaves_nothing_but_its_fee(desk, shipped):
    sell(desk)
    desk.run()
    if shipped:
        ship(desk)
    desk.stripe.trading.refund(RefundOrder(charge_of(desk, 12_000)))
    desk.run()
    # Before the invoice the order is cancelled, and nothing was ever sold; after it the invoice is credited as it was.
    steps = desk.posted(Kind.INVOICE_CREDIT if shipped else Kind.ORDER_CANCEL)
    assert steps == [("re_", "credit" if shipped else "cancel")]
    moved = desk.moved()
    assert (moved.pop(CLR), moved.pop(AR)) == (Decimal("50.00"), Decimal("-50.00"))
    assert sum(moved.values()) == 0
    assert TAX not in moved
    assert desk.proof()["clearing_difference_minor"] == 0


@pytest.mark.parametrize("won", [True, False])
def test_a_dispute_holds_the_money_and_gives_it_back_or_loses_it(desk, won):
    charge = sell(desk)
    desk.run()
    dispute = desk.stripe.trading.dispute(charge["id"])
    desk.run()
    held = {CLR: Decimal("105.00"), AR: Decimal("-170.00"), DISP: Decimal("50.00"), DISP_FEE: Decimal("15.00")}
    assert desk.moved() == held
    desk.stripe.trading.close_dispute(dispute["id"], won=won)
    desk.run()
    ended = {CLR: Decimal("155.00")} if won else {CLR: Decimal("105.00"), DISP_LOSS: Decimal("50.00")}
    assert desk.moved() == {AR: Decimal("-170.00"), DISP_FEE: Decimal("15.00")} | ended
    proof = desk.proof()
    assert proof["stripe_minor"] == proof["posted_minor"] + proof["waiting_minor"]
    assert proof["clearing_difference_minor"] == 0
    assert proof["waiting_minor"] == -(378 + 175)


def test_a_payout_that_fails_is_in_clearing_again(desk):
    sell(desk)
    desk.run()
    payout = pay_out(desk)
    assert desk.moved() == {BANK: Decimal("164.47"), FEE: Decimal("5.53"), AR: Decimal("-170.00")}
    desk.stripe.account.fail_payout(payout["id"])
    desk.run()
    assert desk.moved() == {CLR: Decimal("164.47"), FEE: Decimal("5.53"), AR: Decimal("-170.00")}
    assert desk.proof()["stripe_minor"] == desk.proof()["posted_minor"] == 16_447
