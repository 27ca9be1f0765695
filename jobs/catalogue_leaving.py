"""Whether what is to leave sale may: never so much at once that a reading or a setting is likely to be wrong."""

from dataclasses import dataclass, field

from agent.domain.errors import Problem
from agent.domain.marks import CATALOGUE_TAKE_OUT
from agent.ports import CatalogueStore, Clock, Marks

#: So many may always leave at once, whatever share of all they are.
_ALWAYS = 10


@dataclass(slots=True)
class Leaving:
    """The guard of what is sold.

    It asks why nothing: rows that are missing, prices that are missing, and rules that leave out what they should not
    empty a shop alike.

    Attributes:
        store: What is known of the catalogue.
        marks: How many a person let go.
        clock: Time of the agent.
        company: SYSPRO company.
        most_gone: Most stock codes that may leave at once, in per cent of those that are sold.
    """

    store: CatalogueStore
    marks: Marks
    clock: Clock
    company: str
    most_gone: int
    _counted: bool = field(default=False, init=False)
    _held: Problem | None = field(default=None, init=False)

    def forget(self) -> None:
        """Count anew the next time: SYSPRO was looked at."""
        self._counted = False

    def held(self) -> Problem | None:
        """Return why nothing is taken out of sale; ``None`` where what is to leave may."""
        # While something is held, a person may let it go at any time.
        if not self._counted or self._held is not None:
            self._counted, self._held = True, self._looked()
        return self._held

    def _looked(self) -> Problem | None:
        leaving, sold, example = self.store.leaving(self.company)
        let_go = int(self.marks.get(CATALOGUE_TAKE_OUT) or 0)
        if leaving <= _ALWAYS or leaving * 100 <= self.most_gone * sold:
            if let_go:
                self.marks.set(CATALOGUE_TAKE_OUT, "", self.clock.now())
            return None
        if leaving <= let_go:
            # What joins them later was not let go.
            self.marks.set(CATALOGUE_TAKE_OUT, str(leaving), self.clock.now())
            return None
        message = (
            f"{leaving:,} of the {sold:,} stock codes that Stripe sells for SYSPRO company {self.company} would go out "
            f"of sale at once, more than catalogue.most_gone allows ({self.most_gone} per cent), so none of them was "
            f"taken out. One of them: {example}"
        )
        press = (
            "Look whether SYSPRO's database and the settings of the catalogue are right; where they are, "
            "`syspro-stripe catalogue run --take-out` takes them out of sale."
        )
        return Problem("Many stock codes would go out of sale", message, press, "catalogue.most_gone")
