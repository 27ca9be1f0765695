"""Both sandboxes and the real jobs in one process, and a site that trades, ships and closes its months."""

import json
import tomllib
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from importlib import resources
from random import Random

from agent.bootstrap import open_home
from agent.demo_company import demo_settings
from agent.domain.disputes import DUE
from agent.domain.documents import State
from agent.domain.habits.past import CHECKS
from agent.domain.posting import PROPOSAL
from agent.domain.readmodels import DocumentFilter
from agent.once import run_once
from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.faults import FaultRule
from connectors.sandbox.remote import SandboxRemote
from connectors.sandbox.serving import SandboxServer
from connectors.sandbox.stripe import open_stripe
from connectors.sandbox.stripe.engine import StripeOptions
from connectors.sandbox.syspro import open_syspro
from connectors.sandbox.syspro.company import customer_defaults
from jobs.habits import AREA
from tests.contract.stripe.stage import QuickPause
from tests.oracle.buying import Buyers
from tests.oracle.compare import asked, differences
from tests.oracle.modes import expect
from tests.oracle.standing import clearing
from tests.oracle.stripe_side import read_account
from tests.oracle.syspro_side import read_company
from tests.oracle.terms import Terms

DAY_S = 86_400
BEGINS_AT = 1_704_153_600  # 2 January 2024
MOST_PASSES = 80
MOST_PROPOSALS = 5  # of one payout: itself, its return, and each once more where its month was closed
PASS_S = 31  # between two passes: longer than any back-off and grace time of the stage
ALL = 1_000_000
RELEASED = 0.6  # share of the stretches after which somebody releases what is proposed

#: A currency of three decimals, which the account does not hold, and whom SYSPRO has for guests who pay in it.
DINARS, DINAR_GUEST = "kwd", "000000000000999"

#: Faults of the demo's script that only wait, and would make the tests wait.
_SLOW = {"stall"}


class Secrets(dict):
    """The sandboxes' keys."""

    def get(self, name):
        return super().get(name, "")


@dataclass
class Trading:
    """One site in the middle of its trade.

    Attributes:
        closed: Ledger periods that are closed, with what stood in each when that was done.
    """

    home: object
    stripe: object
    syspro: object
    remotes: tuple
    clocks: tuple
    path: object
    mode: str = "orders"
    route: str = "journal"
    summary: str = "payout"
    faults: bool = False
    passes: int = 0
    closed: dict = field(default_factory=dict)
    mapped: dict = field(default_factory=dict)

    def trade(self, seed, charges, until_at):
        """Let the shop trade until a moment, and stand all clocks there."""
        self._trouble("trading", self.stripe)
        days = (until_at - BEGINS_AT) // DAY_S
        self.remotes[0].trade(charges=charges, seed=seed, days=days, aftermath=True, until_at=until_at, rare=True)
        self._stand_at(until_at)
        self._trouble("stripe", self.stripe)
        self._trouble("syspro", self.syspro)

    def tomorrow(self):
        """Stand all clocks a day later and return a moment a few minutes before."""
        self._stand_at(self.home.clock.now() + DAY_S)
        return self.home.clock.now() - 600

    def work(self, *, release=True):
        """Let the agent's jobs pass until nothing is left to do; a person retries what trouble has set aside.

        ``release``: whether the person releases what is proposed, too.
        """
        if self.faults:
            for _ in range(3):
                self._pass()
            self.stripe.faults.clear()
            self.syspro.faults.clear()
            self._retry()
        self._come_to_rest()
        self._retry_what_is_parked()
        for _ in range(MOST_PROPOSALS if release else 0):
            if not self._release():
                break
            self._come_to_rest()
            # A month may have been closed since it was proposed.
            self._retry_what_is_parked()

    def _retry_what_is_parked(self):
        if self.home.store.outbox.counts()[State.PARKED]:
            self._retry()
            self._come_to_rest()

    def _release(self):
        """Play the person who releases what is proposed for payouts that Stripe names no movements for, each in turn."""
        rows = self.home.store.reports.documents(DocumentFilter(state=State.HELD, for_person=True, limit=ALL))
        proposed = {row.stripe_id: row.id for row in rows if row.reason_code == PROPOSAL}
        for number in proposed.values():
            self.home.service().approve(number)
        return bool(proposed)

    def _come_to_rest(self):
        quiet = 0
        for _ in range(MOST_PASSES):
            self._pass()
            quiet = quiet + 1 if self._is_quiet() else 0
            if quiet == 2:
                return
        raise AssertionError(f"The agent did not come to rest: {self.home.store.outbox.counts()}")

    def close_month(self):
        """End the site's current month, and remember what stands in it."""
        period = self.remotes[1]._ask("GET", "state", {})["period"]
        year, month = (int(part) for part in period.split("-"))
        self.closed[year, month] = self.company().month((year, month))
        self.remotes[1]._ask("POST", "month_end", {})
        closed = [f"{year}-{month:02d}" for year, month in self.closed]
        self.remotes[1]._ask("POST", "options", {"closed_ledger_periods": closed})

    def ship(self, share, seed):
        return self.remotes[1].ship_and_invoice(share=share, seed=seed)

    def map(self, codes):
        """Play the person who gives ledger codes to accounts, and retries what waited for them."""
        service, held = self.home.service(), [row.subject for row in self.home.store.reports.held("A")]
        told = service.values().table("accounts.ledger")
        self.mapped |= codes
        service.configure("accounts.ledger", _table({**told, **codes}))
        self._pass()
        for subject in held:
            service.retry(subject)
        self.work()

    def account(self):
        return read_account(self.path / "sandbox-stripe.sqlite")

    def company(self):
        return read_company(self.path / "sandbox-syspro.sqlite")

    def terms(self):
        return Terms(mode=self.mode, route=self.route, summary=self.summary, mapped=self.mapped)

    def differences(self):
        """Everything that is not as it must be."""
        account, company, terms = self.account(), self.company(), self.terms()
        return [
            *differences(account, company, terms),
            *self._against_the_proof(account, company, terms),
            *self._closed_months(company),
            *self._held(account, company, terms),
            *self._left_over(),
        ]

    def _held(self, account, company, terms):
        """What waits for a person is what the oracle says, each with a reason."""
        told = {row.subject: row for row in self.home.store.reports.held("A")}
        about = asked(account, company, terms)
        due = {**expect(account, terms).held, **dict.fromkeys(about, "refund")}
        for subject in sorted({*told, *due}):
            if subject not in told and about.get(subject, True):
                yield f"{subject}: nobody is told that it waits for {due[subject]}"
            elif subject in told and subject not in due:
                yield f"{subject}: held for {told[subject].reason}"
            elif subject in told and not told[subject].reason:
                yield f"{subject}: held without a reason"

    def _against_the_proof(self, account, company, terms):
        """The agent's own proof holds, and says the same as both sides."""
        rows, _ = self.home.service().proof()
        balance, stands = account.balance(), clearing(company, terms)
        for row in rows:
            name = row.currency
            if not row.holds or row.syspro_ledger_minor != row.posted_minor:
                yield f"the proof of {name} does not hold: {row}"
            if row.stripe_minor - row.opening_minor != balance.get(name, 0):
                yield f"the proof of {name} has {row.stripe_minor} at Stripe, the oracle {balance.get(name, 0)}"
            if row.posted_minor != stands.get(name, 0):
                yield f"the proof of {name} has {row.posted_minor} posted, the oracle {stands.get(name, 0)}"
        missing = {name for name, minor in balance.items() if minor} - {row.currency for row in rows}
        yield from (f"the proof has no row for {name}" for name in sorted(missing))

    def _closed_months(self, company):
        for period, stood in self.closed.items():
            now = company.month(period)
            for code in sorted({*stood, *now}):
                if stood.get(code, 0) != now.get(code, 0):
                    yield f"{period}: closed month moved on {code} from {stood.get(code, 0)} to {now.get(code, 0)}"

    def _left_over(self):
        store = self.home.store
        for row in store.reports.documents(DocumentFilter(for_person=True, limit=ALL)):
            yield f"{row.stripe_id}: {row.title} is {row.state.value}: {row.reason}"
        yield from (f"{one.object_id} is set aside: {one.reason}" for one in store.reports.set_aside())
        # That a dispute wants an answer, or a payment is unusual, is no difference between the two sides.
        found = (one for one in store.reports.discrepancies() if one.area not in {DUE, AREA, CHECKS})
        yield from (f"discrepancy: {one.message}" for one in found)

    def _trouble(self, name, sandbox):
        """Put one part of the demo's fault script in force."""
        if self.faults:
            for rule in _script()[name]:
                sandbox.faults.add(FaultRule(**rule))

    def _pass(self):
        self.passes += 1
        run_once(self.home)
        self._stand_at(self.home.clock.now() + PASS_S)

    def _stand_at(self, now):
        for clock in self.clocks:
            clock.set(now)

    def _retry(self):
        service, store = self.home.service(), self.home.store
        for row in store.reports.documents(DocumentFilter(state=State.PARKED, limit=ALL)):
            service.retry(str(row.id))
        for one in store.reports.set_aside():
            service.retry(one.object_id)

    def _is_quiet(self):
        store = self.home.store
        counts = store.outbox.counts()
        moving = counts[State.PENDING] + counts[State.POSTING] + counts[State.IN_DOUBT]
        return not moving and not store.reports.inbox().waiting and not store.outbox.unverified("A", 1)


@contextmanager
def opened(path, seed, *, mode="orders", route="journal", summary="payout", **rest):
    """Open a site in `path` that has not begun to trade; ``rest`` is of ``Trading``."""
    path.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        clocks = tuple(SandboxClock(BEGINS_AT) for _ in range(3))
        stripe = open_stripe(path, seed=seed, clock=clocks[0], options=StripeOptions(also_sold=("gbp", DINARS)))
        stack.callback(stripe.close)
        syspro = open_syspro(path, seed=seed, clock=clocks[1])
        stack.callback(syspro.close)
        _know_dinars(syspro)
        urls = [stack.enter_context(SandboxServer(sandbox.app)).url for sandbox in (stripe, syspro)]
        secrets = Secrets({"stripe.key": "rk_test_sandbox"})
        home = stack.enter_context(open_home(path, secrets=secrets, clock=clocks[2], pause=QuickPause()))
        for name, text in {
            **demo_settings(*urls, now_at=BEGINS_AT, days=0, mode=mode, payouts=route),
            **_quick(),
            "posting.summary": summary,
        }.items():
            home.store.settings.set(name, _with_dinars(name, text), by="test", now=BEGINS_AT)
        remotes = tuple(SandboxRemote(url) for url in urls)
        yield Trading(home, stripe, syspro, remotes, clocks, path, mode, route, summary, **rest)


def _know_dinars(syspro):
    """Let the company know a currency of three decimals, and have a customer for guests who pay in it."""
    books = syspro.books
    with syspro.locked():
        rates = {"BuyExchangeRate": Decimal("3.25"), "SellExchangeRate": Decimal("3.25"), "BuyMulDiv": "M"}
        books.insert("TblCurrency", {"Currency": "KWD", "Description": "Kuwaiti Dinar", "NumDecimals": 2, **rates})
        placed = {"TermsCode": "00", "Branch": "WEB", "Area": "WEB", "CustomerClass": "WEB", "Salesperson": "HOUSE"}
        guest = {"Customer": DINAR_GUEST, "Name": "Web shop guest KWD", "Currency": "KWD", "TaxStatus": "E", **placed}
        books.insert("ArCustomer", {**customer_defaults(), **guest})
        books.insert("ArCustomerBal", {"Customer": DINAR_GUEST})


def _with_dinars(name, text):
    told = {"currencies.to_syspro": "KWD", "customers.guest": DINAR_GUEST}.get(name)
    return json.dumps({**json.loads(text), DINARS: told}) if told else text


def run_course(site, *, seed, months, charges):
    """Trade for `months` months in stretches of some days, `charges` payments in all; the agent works in between.

    The site ships and invoices after each stretch, and closes a month some days into the next.
    """
    chance, buyers = Random(f"course {seed}"), Buyers(site, seed) if site.mode == "open_invoices" else None
    ends_at = BEGINS_AT + months * 30 * DAY_S + 5 * DAY_S
    now, left, closes = BEGINS_AT, charges, _next_month(BEGINS_AT)
    while now < ends_at:
        # Half way Stripe begins to tax its fees.
        site.stripe.options.fee_tax_percent = 20 if now > (BEGINS_AT + ends_at) // 2 else 0
        until_at = min(now + chance.randrange(4, 13) * DAY_S + chance.randrange(DAY_S), ends_at)
        made = charges * (until_at - now) // (ends_at - BEGINS_AT) if until_at < ends_at else left
        left -= made
        if buyers:
            buyers.bill()
        site.trade(seed, max(made, 1), until_at)
        paid = buyers.pay() if buyers else []
        site.work(release=chance.random() < RELEASED)
        if buyers:
            buyers.give_back(paid)
        if until_at >= closes + chance.randrange(6) * DAY_S:
            site.close_month()
            closes = _next_month(closes)
        site.ship(Decimal(chance.randrange(3, 10)) / 10, seed)
        now = until_at
    # What was shipped last is allocated, too.
    site.work()


def _next_month(at):
    day = datetime.fromtimestamp(at, UTC).replace(day=1, hour=0, minute=0, second=0)
    return int(day.replace(year=day.year + day.month // 12, month=day.month % 12 + 1).timestamp())


def _quick():
    """Waits that one pass outlasts."""
    return {
        "stripe.timeout_s": "5",
        "syspro.timeout_s": "5",
        "syspro.session_wait_s": "1",
        "retry.first_s": "1",
        "retry.most_s": "20",
        "retry.snooze_s": "5",
        "resolve.grace_s": "10",
    }


def _table(pairs):
    inside = ", ".join(f'"{name}": "{code}"' for name, code in sorted(pairs.items()))
    return f"{{{inside}}}"


def _script():
    text = (resources.files("resources") / "sandbox" / "faults.toml").read_text("utf-8")
    return {name: [rule for rule in rules if rule["fault"] not in _SLOW] for name, rules in tomllib.loads(text).items()}
