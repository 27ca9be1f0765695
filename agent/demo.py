"""The demo: an invented distributor, both sandboxes and the real engine, each in a process of its own.

Everything runs on loopback. The engine is the same program with the same jobs as on a customer's server; only the two
addresses it calls are ours. May import everything but ``gui``.
"""

import subprocess
import threading
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from decimal import Decimal
from importlib import resources
from pathlib import Path
from typing import Any, Protocol

from agent.bootstrap import Home, open_home
from agent.demo_catalogue import Keeping, keep_catalogue
from agent.demo_company import (
    catalogue_settings,
    chart_of_accounts,
    customer_settings,
    selling_settings,
    site_settings,
    template_answers,
)
from agent.demo_customers import Meeting, keep_customers
from agent.demo_result import DemoResult, posted_by, result_of
from agent.demo_selling import Selling, keep_selling, open_counter
from agent.domain.documents import State
from agent.domain.errors import Misconfigured, Problem
from agent.domain.kinds import Kind
from agent.domain.marks import CATALOGUE_WANTED, CUSTOMERS_WANTED, DEMO, PROOF, REQUESTS_WANTED
from agent.domain.readmodels import DocumentFilter
from agent.domain.reconciliation import Wish
from agent.own_process import start_own
from agent.service import AgentService
from connectors.sandbox.buyer import Buyer
from connectors.sandbox.remote import SandboxRemote
from connectors.sandbox.stripe.sandbox import FILE_NAME

#: Days of trading that the demo makes up.
DAYS = 60

#: The last of them: trade after the company has shipped and invoiced what it sold before.
_SECOND_LEG_DAYS = 15

#: Share of the open orders that the company ships in between.
_SHIPPED = Decimal("0.7")

#: Keys of the sandboxes; they open nothing else.
SANDBOX_SECRETS = {"SYSPRO_STRIPE_STRIPE_KEY": "rk_test_sandbox"}

#: Key with which the portal opens Stripe's pages.
_PORTAL_KEY = "sk_test_sandbox"

#: Template of a company that sells stock: its portal takes orders, and its payers get payment links.
_SELLS = "web-shop"

#: Told what is going on: what, how much is done, how much there is (0 when unknown).
Progress = Callable[[str, int, int], None]

#: Called while everything still runs: the result, the portal where there is one, and what raises ``Misconfigured``
#: when a part of it has ended by itself.
Stay = Callable[[DemoResult, Buyer | None, Callable[[], None]], None]

_LOOK_AGAIN_S = 0.1
_ALL = 1_000_000


class Running(Protocol):
    """An engine, or another part of the demo, that runs."""

    def check(self) -> None:
        """Raise ``Misconfigured`` when it has ended by itself."""


@dataclass(frozen=True, slots=True)
class Stage:
    """The running sandboxes and the opened home."""

    home: Home
    service: AgentService
    stripe: SandboxRemote
    syspro: SandboxRemote
    systems: Sequence[Running]


#: Starts the engine of a home folder, for the length of the block.
StartEngine = Callable[[Path], AbstractContextManager[Running]]


def child_engine(path: Path) -> AbstractContextManager[Running]:
    """Run the engine as a child of the demo."""
    return start_own(["run", "--home", str(path)], environment=SANDBOX_SECRETS)


def run_demo(  # noqa: PLR0913 - one argument for each thing that a demo can choose
    path: Path,
    *,
    charges: int,
    seed: int,
    faults: bool,
    progress: Progress,
    template: str = _SELLS,
    payouts: str = "journal",
    engine: StartEngine = child_engine,
    slowness: int = 1,
    stay: Stay | None = None,
) -> DemoResult:
    """Trade, run the engine until nothing is left to do, prove, and stop everything.

    Args:
        path: Home folder; ``agent.sqlite``, ``sandbox-stripe.sqlite`` and ``sandbox-syspro.sqlite`` stay in it.
        charges: Payments to make up in this run.
        seed: Same seed, same trading.
        faults: Whether both sandboxes play the full fault script.
        progress: Told what is going on.
        template: Template that the company has picked.
        payouts: Route of payouts.
        engine: What runs the engine.
        slowness: How many times as long as usual everything may take.
        stay: Called at the end, while everything still runs and time goes on.

    Raises:
        Misconfigured: When a demo was played in the folder before, or a sandbox or the engine does not start.
    """
    started = time.monotonic()
    _refuse_second(path)
    script = _script() if faults else {"trading": [], "stripe": [], "syspro": []}
    with stage(path, seed, template, payouts) as on:
        _set(on.home, catalogue_settings() | customer_settings() | (selling_settings() if template == _SELLS else {}))
        progress("Making up trade", 0, charges)
        on.stripe.add_faults(script["trading"])
        first_until = on.home.clock.now() - _SECOND_LEG_DAYS * 86400
        second = charges * _SECOND_LEG_DAYS // DAYS
        kinds = _trade(on, charges - second, seed, DAYS - _SECOND_LEG_DAYS, first_until)
        on.stripe.add_faults(script["stripe"])
        on.syspro.add_faults(script["syspro"])
        with ExitStack() as stack:
            buyer, parts = None, [*on.systems, stack.enter_context(engine(path))]
            patience_s = slowness * (600 + 5 * charges if faults else 120 + charges)
            waiter = _Waiter(on, parts, progress, charges, time.monotonic() + patience_s)
            _work(on, waiter, first_until)
            progress("The company ships and invoices", 0, 0)
            on.syspro.ship_and_invoice(share=_SHIPPED, seed=seed)
            progress("Making up more trade", 0, charges)
            now = on.home.clock.now()
            kinds += _trade(on, second, seed, _SECOND_LEG_DAYS, now)
            _work(on, waiter, now)
            if faults:
                _mend(on, waiter)
            kept = {"catalogue": _keep_catalogue(on, waiter), "customers": _keep_customers(on, waiter)}
            # What the portal sells is told beside what the trade came to.
            posted = posted_by(on.home)
            if template == _SELLS:
                buyer, portal = stack.enter_context(open_counter(on.home, path, _PORTAL_KEY))
                parts.append(portal)
                kept |= _keep_selling(on, waiter, buyer)
            _prove(on, waiter)
            _reconcile(on, waiter)
            traded = {"charges": charges, **posted, "kinds": dict(sorted(kinds.items()))}
            result = result_of(on.home, traded, kept, time.monotonic() - started)
            if stay is not None:
                on.stripe.set_clock(None)
                stay(result, buyer, waiter.check)
        return result


def _trade(on: Stage, charges: int, seed: int, days: int, until_at: int) -> Counter[str]:
    """Let the shop trade; return how often each kind of story about money came to its end."""
    made = on.stripe.trade(charges=charges, seed=seed, days=days, until_at=until_at, aftermath=True)
    return Counter(made["kinds"])


def _refuse_second(path: Path) -> None:
    if (path / FILE_NAME).exists():
        message = f"{path} holds a demo that was played before, and trade goes on from where it ended."
        raise Misconfigured(Problem("A demo was played here", message, "Name a new folder, or none.", "demo.again"))


@contextmanager
def stage(path: Path, seed: int, template: str = "web-shop", payouts: str = "journal") -> Iterator[Stage]:
    """Open the home, start both sandboxes on it, and set the demo company up as a person does: by a template."""
    with ExitStack() as stack:
        home = stack.enter_context(open_home(path))
        urls, systems = {}, []
        for name in ("stripe", "syspro"):
            arguments = ["sandbox", name, "--port", "0", "--home", str(path), "--seed", str(seed)]
            process = stack.enter_context(start_own(arguments, output=subprocess.PIPE))
            urls[name] = process.announced_url()
            systems.append(process)
        now = home.clock.now()
        _set(home, site_settings(urls["stripe"], urls["syspro"], now_at=now, days=DAYS, payouts=payouts))
        _use(home.service(), template, payouts)
        # The sandboxes end with the demo, and their keys open nothing else, so none is kept.
        home.store.marks.set(DEMO, "yes", now)
        remotes = SandboxRemote(urls["stripe"]), SandboxRemote(urls["syspro"])
        yield Stage(home, home.service(), *remotes, systems)


def _use(service: AgentService, name: str, payouts: str) -> None:
    """Put a template in force with the company's answers, then the finer chart of accounts that it keeps."""
    asked = {question.name for question in service.mapping.template(name).questions}
    service.mapping.use_template(name, {name: text for name, text in template_answers().items() if name in asked})
    service.configure("accounts.ledger", chart_of_accounts(payouts))


def _set(home: Home, settings: dict[str, str]) -> None:
    for setting, text in settings.items():
        home.store.settings.set(setting, text, by="demo", now=home.clock.now())


class _Waiter:
    """Waits for the engine, tells how far it is, and gives up when a part dies or it takes far too long."""

    def __init__(self, on: Stage, parts: Sequence[Running], progress: Progress, charges: int, deadline: float) -> None:
        self._on = on
        self._parts = parts
        self._progress = progress
        self._charges = charges
        self._deadline = deadline
        self._pause = threading.Event()

    def until(self, what: str, done: Callable[[], bool]) -> None:
        """Wait until ``done`` says so.

        Raises:
            Misconfigured: When a part ended, or nothing came of it in time.
        """
        while not done():
            self.check()
            if time.monotonic() > self._deadline:
                message = f"{what} took longer than a demo should; `syspro-stripe status` says where it stands."
                raise Misconfigured(Problem("The demo did not come to an end", message, code="demo.slow"))
            posted = self._on.home.store.outbox.counts()[State.POSTED]
            self._progress(what, posted, 0)
            self._pause.wait(_LOOK_AGAIN_S)

    def check(self) -> None:
        """Raise ``Misconfigured`` when a part has ended by itself."""
        for part in self._parts:
            part.check()


def _work(on: Stage, waiter: _Waiter, until_at: int) -> None:
    """Let the engine read, decide and post everything that happened until then (Unix seconds UTC)."""
    store = on.home.store
    read_until = until_at - on.service.values().integer("stripe.hold_back_s")
    on.service.sync_now()
    waiter.until("Reading Stripe", lambda: (store.inbox.watermark("events") or 0) >= read_until)
    # Events come first: what they do not tell of, Stripe's journal does.
    on.service.sync_now()
    waiter.until("Reading Stripe", lambda: (store.inbox.watermark("balance_transactions") or 0) >= until_at)
    waiter.until("Posting to SYSPRO", lambda: _quiet(on))


def _mend(on: Stage, waiter: _Waiter) -> None:
    """Play the person: the trouble is over, so whatever was set aside is retried."""
    on.stripe.clear_faults()
    on.syspro.clear_faults()
    parked = on.service.documents(DocumentFilter(state=State.PARKED, limit=_ALL))
    asked = [on.service.retry(str(row.id)) for row in parked]
    asked += [on.service.retry(item.object_id) for item in on.home.store.reports.set_aside()]
    asked.append(on.service.sync_now())
    waiter.until("Carrying out retries", lambda: all(_finished(on, number) for number in asked))
    waiter.until("Posting what was retried", lambda: _quiet(on))


def _prove(on: Stage, waiter: _Waiter) -> None:
    before = on.home.store.marks.get(PROOF)
    asked = on.service.prove()
    waiter.until("Proving", lambda: _finished(on, asked) and on.home.store.marks.get(PROOF) != before)


def _keep_catalogue(on: Stage, waiter: _Waiter) -> dict[str, Any]:
    def ask(what: str) -> None:
        asked = on.service.catalogue_run(what)
        wanted, store = on.home.store.marks, on.home.store.catalogue
        company = on.service.values().text("syspro.company")
        waiter.until(
            "Writing the catalogue to Stripe",
            lambda: _finished(on, asked) and not wanted.get(CATALOGUE_WANTED) and not store.left(company),
        )

    return keep_catalogue(Keeping(on.home, on.syspro, ask))


def _keep_customers(on: Stage, waiter: _Waiter) -> dict[str, Any]:
    store, company = on.home.store, on.service.values().text("syspro.company")

    def done(number: int) -> bool:
        return _finished(on, number) and not store.marks.get(CUSTOMERS_WANTED) and not store.customers.left(company)

    def ask(what: str) -> None:
        asked = on.service.customers_run(what)
        waiter.until("Keeping customers in step", lambda: done(asked))

    def accept(customer: str, stripe_id: str) -> None:
        asked = on.service.customers_link(customer, stripe_id)
        waiter.until("Linking a customer", lambda: done(asked))

    kept = keep_customers(Meeting(on.home, on.syspro, ask, accept))
    waiter.until("Posting to SYSPRO", lambda: _quiet(on))
    return kept


def _reconcile(on: Stage, waiter: _Waiter) -> None:
    """Compare both sides document by document, once, with the months that SYSPRO has open beside it."""
    now = on.home.clock.now()
    asked = on.service.reconcile(Wish(now - (DAYS + 2) * 86400, now + 1))
    waiter.until("Reconciling", lambda: (told := on.service.reconciled()) is not None and told.command == asked)
    waiter.until("Reading SYSPRO's months", lambda: on.service.closing().periods is not None)
    # What a reconciliation finds undecided is decided after it.
    waiter.until("Posting to SYSPRO", lambda: _quiet(on))


def _finished(on: Stage, number: int) -> bool:
    command = on.service.command(number)
    return command is not None and command.finished_at is not None


def _quiet(on: Stage) -> bool:
    """Return whether nothing is waiting, on its way, or posted without having been read back.

    What waits behind a customer that SYSPRO refused moves only when a person retries that customer.
    """
    store = on.home.store
    counts = store.outbox.counts()
    moving = counts[State.POSTING] + counts[State.IN_DOUBT]
    stuck = DocumentFilter(state=State.PARKED, kind=Kind.CUSTOMER, limit=1)
    moving += 0 if on.service.documents(stuck) else counts[State.PENDING]
    company = on.service.values().text("syspro.company")
    return not moving and not store.reports.inbox().waiting and not store.outbox.unverified(company, 1)


def _keep_selling(on: Stage, waiter: _Waiter, buyer: Buyer) -> dict[str, dict[str, Any]]:
    def ask() -> None:
        asked = on.service.requests_run("everything")
        store, company = on.home.store, on.service.values().text("syspro.company")
        waiter.until(
            "Asking for open invoices",
            lambda: (
                _finished(on, asked)
                and not store.marks.get(REQUESTS_WANTED)
                and not store.requests.due(company, 1, on.home.clock.now())
            ),
        )

    def work() -> None:
        # The engine reads what is older than it holds back.
        paid_at = on.stripe.state()["now_at"]
        until_at = paid_at + on.service.values().integer("stripe.hold_back_s") + 1
        on.stripe.set_clock(until_at + 1)
        _work(on, waiter, until_at)

    return keep_selling(Selling(on.home, buyer, ask, work))


def _script() -> dict[str, list[dict[str, Any]]]:
    text = (resources.files("resources") / "sandbox" / "faults.toml").read_text("utf-8")
    script: dict[str, list[dict[str, Any]]] = tomllib.loads(text)
    return script
