"""What people say about customers: who is who, who is not, and whose words count."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from agent.domain.customers.compare import Owner
from agent.domain.customers.kept import CustomerFilter, SuggestionRow
from agent.domain.customers.rules import Rules, rules_of
from agent.domain.customers.suggest import Advice
from agent.domain.errors import NeedsPerson, Problem
from agent.domain.fitting import DoesNotFitError, pad_key
from agent.domain.marks import CUSTOMERS_WANTED
from agent.domain.readmodels import Command
from agent.domain.settings import Values
from agent.ports import CustomerStore, Marks
from jobs.customers_suggest import party_of

#: Most suggestions that one word of a person is about.
_MOST_AT_ONCE = 10_000

#: Name of the job.
JOB = ("customers",)


@dataclass(frozen=True, slots=True)
class CustomerCommands:
    """Carries out the commands about customers.

    Attributes:
        store: What is known.
        marks: Where the job finds what is asked for.
        values: Settings.
        wake: Runs jobs at once, by name.
    """

    store: CustomerStore
    marks: Marks
    values: Values
    wake: Callable[[tuple[str, ...]], None]

    def does(self) -> Mapping[str, Callable[[Command, int], str]]:
        """Return command name -> what carries it out."""
        return {
            "customers": self._run,
            "customers_link": self._link,
            "customers_accept_all": self._accept_all,
            "customers_ignore": self._ignore,
            "customers_merge": self._merge,
            "customers_refuse": self._refuse,
            "customers_resolve": self._resolve,
            "customers_retry": self._retry,
        }

    def _run(self, command: Command, now: int) -> str:
        self._check_enabled()
        self.marks.set(CUSTOMERS_WANTED, command.arguments["what"], now)
        self.wake(JOB)
        return "Started."

    def _link(self, command: Command, now: int) -> str:
        code, stripe_id = self._code(command), command.arguments["stripe_id"]
        rules = rules_of(self.values)
        party = party_of(rules, self.store.currency(rules.company, code), stripe_id)
        self.store.link(rules.company, code, stripe_id, party=party, by=command.author, now=now)
        self.wake(JOB)
        if not stripe_id:
            return f"{code} becomes a new customer in Stripe."
        return f"{code} and {stripe_id} are one customer from now on."

    def _accept_all(self, command: Command, now: int) -> str:
        self._check_enabled()
        advice, least = Advice(command.arguments["advice"]), int(command.arguments["least"])
        done, left, rules = 0, 0, rules_of(self.values)
        for row in self._suggested(advice, least):
            try:
                self._accept(row, rules, command.author, now)
            except NeedsPerson:
                # Its payments are another's, or somebody was faster: the suggestion stays for a person.
                left += 1
            else:
                done += 1
        self.wake(JOB)
        stay = f" {left:,} could not be, and stay for you." if left else ""
        told = "1 suggestion is" if done == 1 else f"{done:,} suggestions are"
        return f"{told} accepted.{stay}"

    def _accept(self, row: SuggestionRow, rules: Rules, by: str, now: int) -> None:
        if row.advice is Advice.IGNORE:
            self.store.ignore(self._company, row.customer, by=by, now=now)
            return
        party = party_of(rules, self.store.currency(rules.company, row.customer), row.stripe_id)
        self.store.link(rules.company, row.customer, row.stripe_id, party=party, by=by, now=now)

    def _suggested(self, advice: Advice, least: int) -> Sequence[SuggestionRow]:
        """Return what is accepted at once; of matches only those that nobody else is as likely for."""
        if advice is not Advice.MATCH:
            return self.store.suggestions(self._company, CustomerFilter(limit=_MOST_AT_ONCE, advice=advice))
        sure = self.store.sure(self._company, least, _MOST_AT_ONCE)
        return [row for row in (self.store.suggestion(self._company, one) for one in sure) if row is not None]

    def _merge(self, command: Command, now: int) -> str:
        gone, into = self._code(command, "gone"), self._code(command)
        moved = self.store.merged(self._company, gone, into, by=command.author, now=now)
        payers = "1 payer" if moved == 1 else f"{moved:,} payers"
        return f"Payments of {payers} of {gone} are booked to {into} from now on."

    def _ignore(self, command: Command, now: int) -> str:
        code = self._code(command)
        if not self.store.ignore(self._company, code, by=command.author, now=now):
            raise _nothing(f"SYSPRO has no customer {code} without a link.")
        return f"{code} stays out of Stripe."

    def _refuse(self, command: Command, now: int) -> str:
        code, stripe_id = self._code(command), command.arguments["stripe_id"]
        self.store.refuse(self._company, code, stripe_id, by=command.author, now=now)
        self.wake(JOB)
        return f"{code} and {stripe_id} are never suggested as one customer again."

    def _resolve(self, command: Command, now: int) -> str:
        code, name, side = self._code(command), command.arguments["field"], command.arguments["side"]
        if not self.store.decide(self._company, code, name, Owner(side), by=command.author, now=now):
            raise _nothing(f"Nothing is asked about {name} of customer {code}.")
        self.wake(JOB)
        return f"{name} of {code} becomes what {'SYSPRO' if side == Owner.SYSPRO.value else 'Stripe'} says."

    def _retry(self, command: Command, now: int) -> str:
        code = self._code(command)
        if not self.store.again(self._company, code, now):
            raise _nothing(f"{code} has no link.")
        self.wake(JOB)
        return f"{code} is compared again."

    @property
    def _company(self) -> str:
        return self.values.text("syspro.company")

    def _code(self, command: Command, name: str = "customer") -> str:
        """Return the SYSPRO customer of a command as SYSPRO stores it."""
        self._check_enabled()
        numeric, length = self.values.yes("keys.customer_numeric"), self.values.integer("keys.customer_length")
        try:
            return pad_key(command.arguments[name], numeric=numeric, length=length)
        except DoesNotFitError as error:
            raise _nothing(str(error)) from error

    def _check_enabled(self) -> None:
        if not self.values.yes("customer_links.enabled"):
            message = "Customers are not kept; `syspro-stripe config customer_links.enabled yes` switches that on."
            raise NeedsPerson(Problem("Customers are not kept", message, code="customers.off"))


def _nothing(message: str) -> NeedsPerson:
    return NeedsPerson(Problem("Nothing to do", message, code="customers.nothing"))
