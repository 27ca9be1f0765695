"""Open a Stripe sandbox over one SQLite file."""

import random
from pathlib import Path

from starlette.applications import Starlette

from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.faults import FaultScript
from connectors.sandbox.stripe.application import make_app
from connectors.sandbox.stripe.checkouts import Checkouts
from connectors.sandbox.stripe.control import control_routes
from connectors.sandbox.stripe.customers import Catalogue, Customers
from connectors.sandbox.stripe.disputes import Disputes
from connectors.sandbox.stripe.engine import Engine, StripeOptions
from connectors.sandbox.stripe.event_log import EventLog
from connectors.sandbox.stripe.expansion import Viewer
from connectors.sandbox.stripe.front import Front
from connectors.sandbox.stripe.ids import Ids
from connectors.sandbox.stripe.invoices import Invoices
from connectors.sandbox.stripe.keys import Keys
from connectors.sandbox.stripe.listing import Lister
from connectors.sandbox.stripe.money import Ledger
from connectors.sandbox.stripe.parts import Parts
from connectors.sandbox.stripe.pay_links import PayLinks
from connectors.sandbox.stripe.pay_page import LINK_PATH, PATH, pay_routes
from connectors.sandbox.stripe.payments import Payments
from connectors.sandbox.stripe.payouts import Account
from connectors.sandbox.stripe.rate_limit import RateLimit
from connectors.sandbox.stripe.refunds import Refunds
from connectors.sandbox.stripe.resources import terms
from connectors.sandbox.stripe.store import Obj, Store
from connectors.sandbox.stripe.tills import Tills
from connectors.sandbox.stripe.trading import Trading

FILE_NAME = "sandbox-stripe.sqlite"


class StripeSandbox:
    """One Stripe account: its API as an application, and the hands of its buyers, shops and banks.

    Attributes:
        app: The Starlette application; serve it with ``SandboxServer``.
        trading: Sales, refunds and disputes at any moment.
        account: Payouts, reserves and other movements of the account.
        clock: The sandbox's time.
        faults: The trouble in force.
        options: How the account behaves; may be changed while it runs.
        keys: The API keys it knows.
        limit: The rate limits.
    """

    def __init__(self, engine: Engine) -> None:
        self._parts = _parts(engine)
        self.clock: SandboxClock = engine.clock
        self.faults: FaultScript = engine.faults
        self.options: StripeOptions = engine.options
        self.trading = Trading(self._parts)
        self.account: Account = self._parts.account
        self.keys = Keys(engine.store, engine.account_id, livemode=engine.options.livemode)
        self.limit = RateLimit(engine.options)
        front = Front(self._parts, self.keys, self.limit)
        self.app: Starlette = make_app(front, engine.faults, [*control_routes(self), *pay_routes(self)])

    def pays_at(self, url: str) -> None:
        """Let the pages of new checkout sessions and payment links be ours.

        Args:
            url: Address at which this sandbox is served.
        """
        self.options.pay_at, self.options.link_at = f"{url}{PATH}", f"{url}{LINK_PATH}"

    @property
    def engine(self) -> Engine:
        """The parts below trading and account, for tests that need an exact state."""
        return self._parts.engine

    def totals(self) -> dict[str, dict[str, int]]:
        """Return the balance by currency and part, minor units."""
        return self._parts.ledger.totals(at=self.clock.now())

    def state(self) -> Obj:
        """Return counts of objects and events, and the balance by currency."""
        store = self.engine.store
        counts = dict(store.rows("SELECT kind, count(*) FROM objects WHERE deleted = 0 GROUP BY kind ORDER BY kind"))
        events = int(store.rows("SELECT count(*) FROM events")[0][0])
        return {"now_at": self.clock.now(), "objects": counts, "events": events, "balance": self.totals()}

    def close(self) -> None:
        """Let go of the file; stop the server first."""
        self.engine.store.close()


def _parts(engine: Engine) -> Parts:
    ledger = Ledger(engine)
    payments, catalogue = Payments(engine, ledger), Catalogue(engine)
    tills = Tills(engine, payments)
    return Parts(
        engine=engine,
        ledger=ledger,
        viewer=Viewer(engine),
        lister=Lister(engine),
        customers=Customers(engine),
        catalogue=catalogue,
        payments=payments,
        tills=tills,
        checkouts=Checkouts(engine, payments, tills, catalogue),
        pay_links=PayLinks(engine, catalogue),
        invoices=Invoices(engine, tills),
        refunds=Refunds(engine, ledger),
        disputes=Disputes(engine, ledger),
        account=Account(engine, ledger),
    )


def open_stripe(
    home: Path, *, seed: int = 0, clock: SandboxClock | None = None, options: StripeOptions | None = None
) -> StripeSandbox:
    """Open the sandbox in ``home``, going on with what is there.

    Args:
        home: A directory; the one file ``sandbox-stripe.sqlite`` in it is made when it is not there.
        seed: Where chance starts. The same seed, calls and times give the same ids and amounts.
        clock: The sandbox's time; the machine's when ``None``.
        options: How the account behaves.
    """
    store = Store(home / FILE_NAME)
    # A file that is opened again must not mint the ids it minted before.
    opened = int(store.read_meta("opened") or 0) + 1
    store.write_meta("opened", opened)
    start = f"{seed}:{opened}"
    chosen = StripeOptions() if options is None else options
    time = SandboxClock() if clock is None else clock
    tail = chosen.account_tail or str(terms()["account_tail"])
    ids = Ids(start, tail, livemode=chosen.livemode)
    faults = FaultScript(seed=seed)
    engine = Engine(
        store=store,
        events=EventLog(store, time, ids, faults, livemode=chosen.livemode),
        ids=ids,
        clock=time,
        faults=faults,
        options=chosen,
        chance=random.Random(start),  # noqa: S311 - repeatable on purpose
        account_id=f"acct_1Sandb{tail}"[:21],
    )
    return StripeSandbox(engine)
