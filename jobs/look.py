"""Look: try both connections, and look around in both systems, for somebody who is setting up. Nothing is changed.

May import ``agent.domain`` and ``agent.ports``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from agent.domain.codec import dumps, loads
from agent.domain.erp import CUSTOMERS, INVOICES, CodeList, CodeRow, CustomerRow
from agent.domain.errors import AgentError, Problem
from agent.domain.marks import SET_UP_PROGRESS, SET_UP_TOLD, SET_UP_WANTED
from agent.domain.readmodels import Command
from agent.domain.reports import JobReport
from agent.domain.settings import Values
from agent.domain.setup import Access, CustomerNote, Found, Look, Right, Told, Tried, Wanted
from agent.domain.setup.found import MOST_CUSTOMERS, MOST_LEDGER_CODES, formats_of, habits_of
from agent.domain.setup.likeness import words_of
from agent.ports import Clock, ErpReader, ErpTables, EventSource, Marks, Permission, Probe, TableSession

T = TypeVar("T")

#: Words in the name of a customer that stands for people without an account.
_GUEST_WORDS = frozenset(
    "guest guests web online shop cash counter walk stripe gast kasse laufkunde barverkauf".split()
)

#: Invoices whose numbers are looked at.
_MOST_INVOICES = 1_000

#: Job of the engine that looks.
LOOK_JOB = "look"

_BUG = Problem(
    "The look met an error of the program",
    "It came to no end because of an error of the program; the log of today says where. Nothing was changed.",
    "Try again; send us the log of today if it stays.",
    "setup.bug",
)


@dataclass(slots=True)
class LookAround:
    """The job: does the look that somebody asked for, if any, and keeps what came of it.

    Attributes:
        marks: Where it is asked for and kept.
        clock: Time of the agent.
        looks: What does each look.
        stopping: Says whether the engine wants to stop.
    """

    marks: Marks
    clock: Clock
    looks: Mapping[Look, Callable[[], Told]]
    stopping: Callable[[], bool] = lambda: False

    def run(self) -> JobReport:
        """Look, if somebody wants it."""
        text = self.marks.get(SET_UP_WANTED)
        if not text:
            return JobReport()
        look = loads(Wanted, text).look
        told: Told | None = Told(self.clock.now(), _BUG)
        try:
            told = self.looks[look]()
        except AgentError as error:
            # An engine that ends, or starts anew with other settings, looks again after that.
            told = None if self.stopping() else Told(self.clock.now(), error.problem)
        finally:
            if told is not None:
                self._end(look, told, text)
        return JobReport(done=1, more=bool(self.marks.get(SET_UP_WANTED)) and told is not None)

    def _end(self, look: Look, told: Told, asked: str) -> None:
        self._keep(f"{SET_UP_TOLD}{look.value}", dumps(told))
        self._keep(SET_UP_PROGRESS, "")
        # Another look may have been asked for meanwhile; it waits for its turn.
        if self.marks.get(SET_UP_WANTED) == asked:
            self._keep(SET_UP_WANTED, "")

    def _keep(self, mark: str, text: str) -> None:
        self.marks.set(mark, text, self.clock.now())


@dataclass(frozen=True, slots=True)
class LookCommands:
    """Carries out what people ask for while they set up.

    Attributes:
        marks: Where the job finds what is asked for.
        wake: Runs jobs at once, by name.
    """

    marks: Marks
    wake: Callable[[tuple[str, ...]], None]

    def does(self) -> Mapping[str, Callable[[Command, int], str]]:
        """Return command name -> what carries it out."""
        return {"look": self._look}

    def _look(self, command: Command, now: int) -> str:
        wanted = Wanted(Look(command.arguments["what"]), command.id)
        self.marks.set(SET_UP_WANTED, dumps(wanted), now)
        self.wake((LOOK_JOB,))
        return "Started."


def access(probes: Sequence[Probe]) -> Access:
    """Try every connection; one that fails as a whole stops no other."""
    return Access(tuple(map(_tested, probes)))


def _tested(probe: Probe) -> Tried:
    try:
        return Tried(probe.system, tuple(map(_right, probe.probe())))
    except AgentError as error:
        return Tried(probe.system, problem=error.problem)


def _right(found: Permission) -> Right:
    return Right(found.name, found.needed_for, found.granted, found.needed, found.message)


@dataclass(slots=True)
class Discover:
    """Looks around in both systems; what cannot be read is said, and the rest is read all the same.

    Attributes:
        account: Says which Stripe account is read; empty where the key may not say.
        source: Stripe's balance.
        erp: SYSPRO's months and currency.
        tables: SYSPRO's lists; ``None`` where there is no way to them.
        values: Settings.
        progress: Told what is being read.
    """

    account: Callable[[], str]
    source: EventSource
    erp: ErpReader
    tables: ErpTables | None
    values: Values
    progress: Callable[[str], None]

    def found(self) -> Found:
        """Return what there is.

        Raises:
            AgentError: When Stripe or SYSPRO do not answer at all.
        """
        self.progress("Stripe")
        account, currencies = self.account(), sorted(self.source.balance())
        self.progress("SYSPRO")
        with self.erp.session() as session:
            local, periods = session.local_currency(), session.periods()
        rest = Found() if self.tables is None else self._tables(self.tables)
        return Found(
            account=account,
            currencies=tuple(currencies) or (local,),
            company=self.values.text("syspro.company"),
            companies=rest.companies,
            local_currency=local,
            lists=rest.lists,
            ledger=rest.ledger,
            periods=periods,
            keys=rest.keys,
            guests=rest.guests,
            habits=rest.habits,
            troubles=rest.troubles,
        )

    def _tables(self, tables: ErpTables) -> Found:
        troubles: list[str] = []
        companies = _tried(tables.companies, "companies", troubles)
        with tables.session() as session:
            lists = dict(self._lists(session, troubles))
            self.progress("ledger codes")
            ledger = _tried(session.ledger_codes, "ledger codes", troubles)
            self.progress("customers")
            customers = _tried(lambda: _customers(session), "customers", troubles)
            self.progress("invoices")
            invoices = _tried(lambda: _invoices(session), "invoices", troubles)
        guests = [row for row in customers if words_of(row.name) & _GUEST_WORDS]
        usable = [row for row in ledger if not row.control]
        if len(usable) > MOST_LEDGER_CODES:
            troubles.append(f"Only the first {MOST_LEDGER_CODES:,} of {len(usable):,} ledger codes are offered.")
        return Found(
            companies=tuple(companies),
            lists=lists,
            ledger=tuple(usable[:MOST_LEDGER_CODES]),
            keys=formats_of([row.customer for row in customers], invoices),
            guests=tuple(CustomerNote(row.customer, row.name, row.currency) for row in guests),
            # A shop's buyers are more like its guests than like its trade customers.
            habits=habits_of(customers) | habits_of(guests),
            troubles=tuple(troubles),
        )

    def _lists(self, session: TableSession, troubles: list[str]) -> Iterator[tuple[str, tuple[CodeRow, ...]]]:
        for which in CodeList:
            name = which.value.replace("_", " ")
            self.progress(name)
            found = _tried(lambda: session.codes(which), name, troubles)  # noqa: B023 - called at once
            yield which.value, tuple(found)


def _tried(read: Callable[[], Sequence[T]], name: str, troubles: list[str]) -> Sequence[T]:
    """Return what can be read; what cannot is nothing, and is said."""
    try:
        return read()
    except AgentError as error:
        troubles.append(f"{name.capitalize()} could not be read: {error.problem.message}")
        return ()


def _customers(session: TableSession) -> Sequence[CustomerRow]:
    rows = (row for page in session.changes(CUSTOMERS) for row in page.rows)
    return list(islice(rows, MOST_CUSTOMERS))


def _invoices(session: TableSession) -> Sequence[str]:
    keys = (key for page in session.keys(INVOICES) for key in page)
    return [number for _, number, _ in islice(keys, _MOST_INVOICES)]
