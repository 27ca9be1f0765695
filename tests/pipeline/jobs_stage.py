"""A stage for the jobs: the real store and jobs, a Stripe and a SYSPRO in memory that do what a test tells them."""

from dataclasses import replace

from agent.domain.documents import State
from agent.domain.events import Event
from agent.domain.facts import ErpCustomer
from agent.domain.kinds import Kind
from agent.domain.readmodels import DocumentFilter
from agent.store import Store
from jobs.beside import AtOnce
from tests.databases import empty_database
from tests.fakes import FakeClock
from tests.simulation import world
from tests.simulation.sim_stripe import SimStripe
from tests.simulation.sim_syspro import SimSyspro
from tests.simulation.trade import PRICES, START_AT, Charge, Notice, Payer
from tests.simulation.world import COMPANY, GRACE_S, Process

ANN = Payer("cus_ann", "Ann", "ann@example.com")
BOB = Payer("cus_bob", "Bob", "bob@example.com")


class Script:
    """Troubles as a test writes them: place -> what each next call there meets; an empty text is none."""

    def __init__(self):
        self.next = {}

    def draw(self, place):
        waiting = self.next.get(place, [])
        return waiting.pop(0) if waiting else ""

    def delay_s(self, most_s):
        return most_s - 1


def paid(number, payer=ANN, *, at=0, currency="usd", lines="BOLT*2@3", amount=600, **changes):
    """A payment that succeeded and was booked at once, so many seconds after the start."""
    moment = START_AT + at
    charge = Charge(
        f"ch_{number}", payer, currency, amount, moment, amount, lines, taken_at=moment, succeeds_at=moment,
        booked_at=moment,
    )  # fmt: skip
    return replace(charge, **changes)


def event(charge, event_type="charge.succeeded", *, at=None, name=""):
    moment = charge.created_at if at is None else START_AT + at
    return Event(f"evt_{charge.id}_{name or event_type}", event_type, moment, charge.id, "charge", livemode=False)


class Stage:
    """One site as `tests.simulation.world.Process` needs it.

    Args:
        folder: Where the file is.
        charges: What was paid; each is told by one event unless `told` says otherwise.
        told: The events.
        company: Makes the SYSPRO.
        stripe: Makes the Stripe.
        existing: SYSPRO customers that are there already, beside the guests.
        settings: Settings; `a__b` names `a.b`.
    """

    new_writer = AtOnce

    def __init__(self, folder, *charges, told=None, company=SimSyspro, stripe=SimStripe, existing=(), **settings):
        self.folder = folder
        self.path = folder / "agent.sqlite"
        self.clock = FakeClock(START_AT + 3600)
        self.script = Script()
        events = [event(charge) for charge in charges] if told is None else told
        self.stripe = stripe(self.clock, self.script, charges, [Notice(each, START_AT) for each in events])
        known = [*_guests(), *existing]
        self.syspro = company(self.clock, self.script, PRICES, known, GRACE_S)
        self.recovered = 0
        self._locks = 0
        self._most_records = None
        self._process = None
        empty_database(self.path)
        self._set(settings)

    def _set(self, settings):
        with Store.open(self.path) as store:
            for name, text in (
                world.SETTINGS | {key.replace("__", "."): text for key, text in settings.items()}
            ).items():
                store.settings.set(name, text, by="test", now=START_AT)

    def lock_next(self, writes):
        """Let the next writes find the database locked."""
        self._locks = writes

    def locked(self):
        self._locks -= 1
        return self._locks >= 0

    def stop_after(self, records):
        """Let the engine want to stop as soon as SYSPRO has so many records."""
        self._most_records = records

    def stopping(self):
        return self._most_records is not None and len(self.syspro.records) >= self._most_records

    # -- the process

    def start(self):
        self._process = Process(self)
        self._process.__enter__()
        return self

    def stop(self):
        if self._process is not None:
            self._process.__exit__(None)
            self._process = None

    @property
    def store(self):
        return self._process.store

    @property
    def service(self):
        return self._process.service

    def run(self, *names, after_s=0):
        """Run jobs in order, each once, `after_s` seconds later; return the last one's report."""
        self.clock.advance(after_s)
        report = None
        for name in names or ("poll", "translate", "post"):
            report = self._process.jobs[name]()
        return report

    def run_all(self, rounds=6):
        """Run everything often enough for one customer, its form, its order and its receipt."""
        for _ in range(rounds):
            self.run("poll", "translate", "post")

    def ask(self, name, **arguments):
        """Carry out a command; return it with its result."""
        service = self._process.service
        number = getattr(service, name)(**arguments)
        self._process.commands.run()
        return service.command(number)

    def ask_unchecked(self, name, **arguments):
        """Carry out a command as an older program writes it down, without looking at it first."""
        number = self.store.commands.add(name, arguments, by="somebody", now=self.clock.now())
        self._process.commands.run()
        return self.store.commands.get(number)

    # -- what came of it

    def rows(self, kind=None, state=None):
        found = self.store.reports.documents(DocumentFilter(kind=kind, state=state, limit=1000))
        return sorted(found, key=lambda row: row.id)

    def row(self, kind, stripe_id=""):
        return next(row for row in self.rows(kind) if stripe_id in {"", row.stripe_id})

    def states(self):
        """How many documents are in each state that has any."""
        return {state: count for state, count in self.store.outbox.counts().items() if count}

    def posted(self, kind):
        """The references that SYSPRO has, in the order in which they came."""
        return [record.reference for record in self.syspro.of(kind)]

    def decision(self, stripe_id):
        return self.store.reports.decisions(stripe_id)[0]

    def proof(self):
        """The rows of the latest proof."""
        return self._process.service.proof()[0]


def _guests():
    return [ErpCustomer(code, "Guests", "", world.SYSPRO_CURRENCIES[name]) for name, code in world.GUESTS.items()]


__all__ = ["ANN", "BOB", "COMPANY", "GRACE_S", "START_AT", "Kind", "Stage", "State", "event", "paid"]
