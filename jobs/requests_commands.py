"""What people ask of the payment requests: look at once, and ask again for an invoice."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from agent.domain.errors import NeedsPerson, Problem
from agent.domain.marks import REQUESTS_WANTED
from agent.domain.readmodels import Command
from agent.domain.settings import Values
from agent.ports import Marks, RequestStore


@dataclass(frozen=True, slots=True)
class RequestCommands:
    """Carries out the commands of the payment requests.

    Attributes:
        store: What is asked.
        marks: Where the job finds what is asked for.
        values: Settings.
        wake: Runs jobs at once, by name.
    """

    store: RequestStore
    marks: Marks
    values: Values
    wake: Callable[[tuple[str, ...]], None]

    def does(self) -> Mapping[str, Callable[[Command, int], str]]:
        """Return command name -> what carries it out."""
        return {"requests": self._run, "requests_again": self._again}

    def _run(self, command: Command, now: int) -> str:
        self._check_enabled()
        self.marks.set(REQUESTS_WANTED, command.arguments["what"], now)
        self.wake(("requests",))
        return "Started."

    def _again(self, command: Command, now: int) -> str:
        self._check_enabled()
        invoice, customer = command.arguments["invoice"], command.arguments.get("customer", "")
        if not self.store.again(self.values.text("syspro.company"), invoice, now, customer=customer):
            message = f"Invoice {invoice} is not asked for, and no request for it was refused; or it is being written."
            raise NeedsPerson(Problem("Nothing to do", message, code="requests.nothing"))
        self.wake(("requests",))
        return f"Stripe is looked at, and invoice {invoice} is asked for over what is open in SYSPRO."

    def _check_enabled(self) -> None:
        if not self.values.yes("requests.enabled"):
            message = "Payment requests are off; `syspro-stripe config requests.enabled yes` switches them on."
            raise NeedsPerson(Problem("Payment requests are off", message, code="requests.off"))
