"""Look at all products in Stripe for what people changed there, or took away."""

from collections.abc import Callable
from dataclasses import dataclass

from agent.domain.catalogue.merge import differs
from agent.ports import CatalogueStore, Clock, Shelf


@dataclass(frozen=True, slots=True)
class CheckCatalogue:
    """One look; costs a read for each 100 products and each 100 active prices of the account.

    Attributes:
        shelf: Stripe's products and prices.
        store: What we wrote.
        clock: Time of the agent.
        company: SYSPRO company.
        priced: Whether the catalogue has prices.
        stopping: Says whether the engine wants to stop.
    """

    shelf: Shelf
    store: CatalogueStore
    clock: Clock
    company: str
    priced: bool
    stopping: Callable[[], bool]

    def run(self) -> bool:
        """Make due what is not as we wrote it; return whether the look came to its end."""
        missing = self.store.product_ids(self.company)
        standing: set[str] = set()
        for prices in self.shelf.standing_prices() if self.priced else ():
            if self.stopping():
                return False
            standing.update(prices)
        for page in self.shelf.all_products():
            if self.stopping():
                return False
            missing.difference_update(page)
            edited = []
            for one in self.store.of_products(self.company, list(page)):
                # A product that is out of sale may say what it likes.
                if one.written is None or one.wanted is None:
                    continue
                if differs(one.written, one.wanted, page[one.product_id], standing):
                    edited.append(one.stock_code)
            self.store.edited(self.company, edited, self.clock.now())
        self.store.missing(self.company, sorted(missing), self.clock.now())
        return True
