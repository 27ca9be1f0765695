"""The one door: commands in, read models out. The window and the command line use nothing else.

Queries read the store; commands are rows that the engine picks up. May import ``agent.domain`` and ``agent.ports``.
"""

import json
from collections.abc import Callable

from agent.asking import Asking
from agent.designing import Designing
from agent.domain.catalogue.rules import rules_of as catalogue_rules
from agent.domain.customers.rules import rules_of as customer_rules
from agent.domain.dashboard import dashboard_of
from agent.domain.days import day_at
from agent.domain.documents import State
from agent.domain.errors import Misconfigured, Problem
from agent.domain.marks import DEMO, PAUSED, UNTIL_RESUMED
from agent.domain.requests.rules import rules_of as request_rules
from agent.domain.said import check_said
from agent.domain.settings import SETTINGS, Values, declared, parse
from agent.domain.status import JobStatus, Situation, judge
from agent.domain.status_page import Status
from agent.mappings import NOTHING_SHIPPED, Mappings, Shipped
from agent.ports import Clock, Marks, SecretStore
from agent.queries import Parts
from agent.set_up import SetUp

#: Jobs whose last round the status shows, in this order.
JOBS = (
    "engine",
    "setup",
    "poll",
    "translate",
    "post",
    "resolve",
    "sweep",
    "prove",
    "allocate",
    "periods",
    "disputes",
    "habits",
    "write_back",
    "catalogue",
    "requests",
    "customers",
    "reconcile",
    "housekeeping",
    "beat",
    "commands",
    "alerts",
    "heartbeat",
)


class AgentService(Asking):
    """Queries and commands.

    Args:
        parts: The store.
        secrets: The keyring.
        clock: Time of the agent.
        author: Who asks; kept with every command and setting.
        shipped: What the program ships.

    Attributes:
        mapping: Flows and deciding settings, with their revisions.
        designer: Flows as cards, in the same draft.
        set_up: Setting up, step by step.
    """

    def __init__(
        self,
        parts: Parts,
        secrets: SecretStore,
        clock: Clock,
        *,
        author: str,
        shipped: Shipped = NOTHING_SHIPPED,
    ) -> None:
        super().__init__(parts, clock, author=author)
        self._secrets = secrets
        self.mapping = Mappings(
            revisions=parts.revisions,
            decided=parts.decided,
            settings=parts.settings,
            marks=parts.marks,
            clock=clock,
            author=author,
            shipped=shipped,
            ask=self._ask,
        )
        self.designer = Designing(self.mapping, parts.decided, shipped.examples)
        self.set_up = SetUp(
            marks=parts.marks,
            clock=clock,
            mapping=self.mapping,
            values=self.values,
            missing=self.missing,
            is_used=lambda: any(parts.outbox.counts().values()),
            configure=self.configure,
            ask=self._ask,
        )

    # -- queries

    def status(self) -> Status:
        """Return everything the status page shows."""
        parts, now = self._parts, self._clock.now()
        company = self.values().text("syspro.company")
        counts, inbox = parts.outbox.counts(), parts.reports.inbox()
        held, discrepancies = len(parts.reports.held(company)), len(parts.reports.discrepancies())
        proof, proven_at = self.proof()
        lease = parts.lease.read()
        withdrawn, missing = parts.reports.withdrawn(), tuple(self.missing())
        documents = counts[State.PARKED] + counts[State.HELD] - withdrawn
        catalogue, customers, requests = self.catalogue_waiting(), self.customers_waiting(), self.requests_waiting()
        notes = parts.notes.waiting(company)
        situation = Situation(
            engine_alive=lease is not None and lease.alive(now),
            missing=missing,
            paused=self.paused(),
            waiting=counts[State.PENDING] + counts[State.POSTING] + inbox.waiting,
            needs_you=documents + held + inbox.set_aside + discrepancies + catalogue + customers + requests + notes,
            in_doubt=counts[State.IN_DOUBT],
            jobs=self._jobs(),
            proven_at=proven_at if proof and all(row.holds for row in proof) else 0,
            proof_failed=not all(row.holds for row in proof),
            demo=bool(parts.marks.get(DEMO)),
            setting_up=self.set_up.is_open(missing),
        )
        return Status(
            verdict=judge(situation),
            documents=counts,
            inbox=inbox,
            jobs=situation.jobs,
            proof=proof,
            proven_at=proven_at,
            reads_used=parts.allowance.used(now),
            engine=f"{lease.machine} ({lease.holder})" if lease else "",
            machine=lease.machine if lease else "",
            withdrawn=withdrawn,
            held_decisions=held,
            discrepancies=discrepancies,
            catalogue=catalogue,
            customers=customers,
            requests=requests,
            notes=notes,
            engine_alive=situation.engine_alive,
            paused_until=parts.marks.get(PAUSED) if situation.paused else "",
            setting_up=situation.setting_up,
            demo=situation.demo,
        )

    def paused(self) -> bool:
        """Return whether the agent is paused now."""
        return paused(self._parts.marks, self._clock)

    def engine_alive(self) -> bool:
        """Return whether an engine gives signs of life, so that a command is carried out soon."""
        lease = self._parts.lease.read()
        return lease is not None and lease.alive(self._clock.now())

    def missing(self) -> list[str]:
        """Return required settings and secrets that are empty, and settings whose text no longer fits."""
        secrets = [name for name, setting in SETTINGS.items() if setting.secret and setting.required]
        return self.values().missing() + [name for name in secrets if not self._secrets.get(name)]

    def dashboard(self) -> str:
        """Return the start of the addresses of Stripe's pages about the account's objects; empty for a sandbox."""
        default = SETTINGS["stripe.api_base"].default
        return dashboard_of(self._secrets.get("stripe.key"), self.values().text("stripe.api_base"), default)

    # -- settings

    def configure(self, name: str, text: str) -> None:
        """Set one setting, or keep one secret in the keyring; a running engine takes it over by itself.

        Raises:
            BadSettingError: When the text does not fit.
            Misconfigured: When it is another SYSPRO company than the one whose documents are here.
            NeedsPerson: When no flow in force could work with it.
        """
        if declared(name).secret:
            parse(declared(name), text)
            self._secrets.set(name, text)
        else:
            self._change(name, text)
        self._ask("reload")

    def unset(self, name: str) -> None:
        """Return a setting to its default, or forget a secret."""
        if declared(name).secret:
            self._secrets.set(name, "")
        else:
            self._change(name, None)
        self._ask("reload")

    def _change(self, name: str, text: str | None) -> None:
        """Set or unset a setting; one that decides makes a mapping revision, in the name of who changed it."""
        decides, now = declared(name).decides, self._clock.now()
        if text is not None:
            check_said(name, text, self._parts.settings.all())
        if decides:
            self.mapping.check_setting(name, text)
        if text is None:
            self._parts.settings.unset(name, by=self._author, now=now)
        else:
            self._parts.settings.set(name, text, by=self._author, now=now)
        if decides:
            self.mapping.note_setting(name)

    def setting(self, name: str) -> str:
        """Return the text of a setting in force; a secret only says whether it is there.

        Raises:
            BadSettingError: When there is no such setting.
        """
        if declared(name).secret:
            return "(set)" if self._secrets.get(name) else "(not set)"
        return self.values().texts[name]

    def take_over(self, machine: str) -> None:
        """Give this machine the right to post, after the database was moved on purpose."""
        self._parts.lease.take_over(machine, by=self._author, now=self._clock.now())

    def catalogue_trouble(self) -> Problem | None:
        """Return what stops the catalogue: rules that cannot work, or what ended its last round; none while off."""
        return self._trouble("catalogue", "catalogue.enabled", catalogue_rules)

    def customers_trouble(self) -> Problem | None:
        """Return what stops customers being kept in step, as :meth:`catalogue_trouble` does for the catalogue."""
        return self._trouble("customers", "customer_links.enabled", customer_rules)

    def requests_trouble(self) -> Problem | None:
        """Return what stops the payment requests, as :meth:`catalogue_trouble` does for the catalogue."""
        now = self._clock.now()

        def rules(values: Values) -> object:
            return request_rules(values, day_at(now, values.text("site.time_zone")))

        return self._trouble("requests", "requests.enabled", rules)

    def _trouble(self, job: str, switch: str, rules: Callable[[Values], object]) -> Problem | None:
        values = self.values()
        if not values.yes(switch):
            return None
        try:
            rules(values)
        except Misconfigured as error:
            return error.problem
        return next((one.problem for one in self._jobs() if one.name == job), None)

    def _jobs(self) -> tuple[JobStatus, ...]:
        found = []
        for name in JOBS:
            text = self._parts.marks.get(f"job.{name}")
            if text:
                kept = json.loads(text)
                problem = Problem(**kept["problem"]) if kept["problem"] else None
                misconfigured, every_s = kept.get("misconfigured", False), kept.get("every_s", 0)
                found.append(JobStatus(name, kept["at"], kept["done"], problem, misconfigured, every_s))
        return tuple(found)


def paused(marks: Marks, clock: Clock) -> bool:
    """Return whether the agent is paused now."""
    until = marks.get(PAUSED)
    return until == UNTIL_RESUMED or (until.isdecimal() and int(until) > clock.now())
