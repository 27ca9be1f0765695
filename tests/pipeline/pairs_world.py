"""An installation of several pairs over sandboxes: Stripe accounts of their own, companies behind one SYSPRO service."""

import threading
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from agent.bootstrap import open_home
from agent.demo_company import demo_settings
from agent.domain.documents import State
from agent.locks import CompanyLocks
from agent.pairs import MAIN, add_pair, find_pair
from agent.together import Pauses, Together
from connectors.machine import SystemClock
from connectors.sandbox.serving import SandboxServer
from connectors.sandbox.stripe import StripeOptions, generate_trading, open_stripe
from connectors.sandbox.syspro import open_syspro
from connectors.sandbox.syspro.company import read_company
from connectors.sandbox.syspro.options import SiteOptions
from connectors.sandbox.syspro.several import SeveralCompanies

#: How long a test waits for engines before it calls them hung.
PATIENCE_S = 90

DAYS = 5

#: Account tails: the first pair's and the second's.
TAILS = ("B7WZ01zgkW", "C8XA12ahlX")


class OnePurse:
    """Every pair's key of its Stripe sandbox."""

    def get(self, name):
        return "rk_test_sandbox" if name == "stripe.key" else ""

    def set(self, _name, _value):
        raise AssertionError("Nobody changes the key here.")


@dataclass
class Installation:
    """A root folder with its pairs, and the outside that they meet."""

    root: object
    service: SeveralCompanies
    syspro_url: str
    stripes: list
    stripe_urls: list
    clock: SystemClock = field(default_factory=SystemClock)

    def set_up(self, name, *, stripe, company, **changes):
        """Make a pair where it is not there, and give it all its settings."""
        pair = find_pair(self.root, MAIN) if name == MAIN else add_pair(self.root, name)
        now = self.clock.now()
        texts = demo_settings(self.stripe_urls[stripe], self.syspro_url, now_at=now, days=DAYS)
        texts |= {"syspro.company": company, "prove.every_s": "60", "stripe.hold_back_s": "0"}
        self.root.mkdir(exist_ok=True)
        texts |= {setting.replace("__", "."): text for setting, text in changes.items()}
        with self.opened(name) as home:
            for setting, text in texts.items():
                home.store.settings.set(setting, text, by="test", now=now)
            # As the command line does, so that a running engine takes them over.
            home.service().configure("stripe.poll_every_s", "2")
        return pair

    def ledger_code(self, bank):
        """Ledger code of a bank of the demo company."""
        return next(entry["ledger_code"] for entry in read_company()["banks"] if entry["bank"] == bank)

    def trade(self, stripe, charges, seed):
        """Let an account take payments; all of them are days old."""
        generate_trading(self.stripes[stripe], charges=charges, seed=seed, days=DAYS, until_at=self.clock.now())

    @contextmanager
    def opened(self, name):
        """The home of a pair, beside whatever runs."""
        with open_home(find_pair(self.root, name).path, secrets=OnePurse()) as home:
            yield home

    @contextmanager
    def running(self, *, again_s=60, **options):
        """All engines, in this process, for the length of the block; they end in order."""
        companies = CompanyLocks()

        def opener(path):
            return open_home(path, secrets=OnePurse(), companies=companies)

        together = Together(self.root, opener, self.clock, pauses=Pauses(0.1, again_s), **options)
        thread = threading.Thread(target=together.run, name="together")
        thread.start()
        try:
            yield thread
        finally:
            together.stop()
            thread.join(PATIENCE_S)
            assert not thread.is_alive(), "The engines do not end."

    def until(self, done):
        """Wait until something happened."""
        deadline, pause = time.monotonic() + PATIENCE_S, threading.Event()
        while not done():
            assert time.monotonic() < deadline, "It did not happen in time."
            pause.wait(0.05)

    def status(self, name):
        with self.opened(name) as home:
            return home.service().status()

    def problem(self, name):
        """What the pair's engine or its set-up says is wrong; empty for nothing."""
        problems = {job.name: job.problem for job in self.status(name).jobs if job.problem}
        found = problems.get("engine") or problems.get("setup")
        return found.code if found else ""

    def posted(self, name):
        return self.status(name).documents[State.POSTED]

    def quiet(self, name):
        """Whether a pair has read and posted everything there is."""
        found = self.status(name)
        moving = sum(found.documents[state] for state in (State.PENDING, State.POSTING, State.IN_DOUBT))
        return found.documents[State.POSTED] > 0 and not moving and not found.inbox.waiting

    def prove(self, name):
        """Ask a running engine for a proof and return its rows."""
        before = self.status(name).proven_at
        with self.opened(name) as home:
            number = home.service().prove()
            self.until(lambda: home.service().command(number).finished_at is not None)
        self.until(lambda: self.status(name).proven_at > before)
        return self.status(name).proof


@contextmanager
def installation(folder, *, companies=("A", "B"), tails=TAILS):
    """Two Stripe accounts, and as many SYSPRO companies as wanted behind one service."""
    with ExitStack() as stack:
        sites = []
        for company in companies:
            site = open_syspro(folder, options=SiteOptions(company=company))
            stack.callback(site.close)
            sites.append(site)
        service = SeveralCompanies(sites)
        syspro = stack.enter_context(SandboxServer(service.app))
        stripes, urls = [], []
        for number, tail in enumerate(tails):
            place = folder / f"stripe-{number}"
            place.mkdir()
            sandbox = open_stripe(place, seed=number, options=StripeOptions(account_tail=tail, automatic_async=False))
            stack.callback(sandbox.close)
            stripes.append(sandbox)
            urls.append(stack.enter_context(SandboxServer(sandbox.app)).url)
        yield Installation(folder / "home", service, syspro.url, stripes, urls)
