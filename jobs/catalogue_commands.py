"""What people ask of the catalogue: run at once, write again what was refused, say who wins."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from agent.domain.errors import NeedsPerson, Problem
from agent.domain.marks import CATALOGUE_TAKE_OUT, CATALOGUE_WANTED
from agent.domain.readmodels import Command
from agent.domain.settings import Values
from agent.ports import CatalogueStore, Marks

#: What a person may ask for beside looks: that what is held goes out of sale.
TAKE_OUT = "take_out"


@dataclass(frozen=True, slots=True)
class CatalogueCommands:
    """Carries out the commands of the catalogue.

    Attributes:
        store: What is known of the catalogue.
        marks: Where the job finds what is asked for.
        values: Settings.
        wake: Runs jobs at once, by name.
    """

    store: CatalogueStore
    marks: Marks
    values: Values
    wake: Callable[[tuple[str, ...]], None]

    def does(self) -> Mapping[str, Callable[[Command, int], str]]:
        """Return command name -> what carries it out."""
        return {"catalogue": self._run, "catalogue_again": self._again, "catalogue_keep": self._keep}

    def _run(self, command: Command, now: int) -> str:
        self._check_enabled()
        if command.arguments["what"] == TAKE_OUT:
            return self._take_out(command.arguments.get("most", ""), now)
        self.marks.set(CATALOGUE_WANTED, command.arguments["what"], now)
        self.wake(("catalogue",))
        return "Started."

    def _take_out(self, most: str, now: int) -> str:
        """Let go what waits; where a person was shown ``most``, no more than that."""
        leaving, _, _ = self.store.leaving(self._company)
        if not leaving:
            raise _nothing("No stock code waits to be taken out of sale.")
        if most and leaving > int(most):
            raise _nothing(f"{leaving:,} stock codes would go out of sale by now, not {int(most):,}. Look again.")
        self.marks.set(CATALOGUE_TAKE_OUT, str(leaving), now)
        self.wake(("catalogue",))
        return f"{leaving:,} stock codes are taken out of sale."

    def _again(self, command: Command, now: int) -> str:
        self._check_enabled()
        code = command.arguments["stock_code"]
        if not self.store.again(self._company, code, now):
            raise _nothing(f"Stripe has not refused the stock code {code}.")
        self.wake(("catalogue",))
        return f"{code} is written to Stripe again."

    def _keep(self, command: Command, now: int) -> str:
        self._check_enabled()
        code, side = command.arguments["stock_code"], command.arguments["side"]
        if not self.store.decide(self._company, code, side, now):
            raise _nothing(f"Nothing is asked about the stock code {code}.")
        self.wake(("catalogue",))
        if side == "stripe":
            return f"{code} stays in Stripe as people made it, until it is changed there again."
        return f"{code} is written to Stripe as SYSPRO has it."

    @property
    def _company(self) -> str:
        return self.values.text("syspro.company")

    def _check_enabled(self) -> None:
        if not self.values.yes("catalogue.enabled"):
            message = "The catalogue is off; `syspro-stripe config catalogue.enabled yes` switches it on."
            raise NeedsPerson(Problem("The catalogue is off", message, code="catalogue.off"))


def _nothing(message: str) -> NeedsPerson:
    return NeedsPerson(Problem("Nothing to do", message, code="catalogue.nothing"))
