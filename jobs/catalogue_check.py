"""Look at all products in Stripe for what people changed there, or took away."""

from collections.abc import Callable
from dataclasses import dataclass

from agent.domain.catalogue.merge import differs
from agent.ports import CatalogueStore, Clock, Shelf


@dataclass(frozen=True, slots=True)
class CheckCatalogue:
    """One look; costs a read for each 100 products of the account.

    Attributes:
        shelf: Stripe's products and prices.
        store: What we wrote.
        clock: Time of the agent.
        company: SYSPRO company.
        stopping: Says whether the engine wants to stop.
    """

    shelf: Shelf
    store: CatalogueStore
    clock: Clock
    company: str
    stopping: Callable[[], bool]

    def run(self) -> bool:
        """Make due what is not as we wrote it; return whether the look came to its end."""
        missing = self.store.product_ids(self.company)
        for page in self.shelf.all_products():
            if self.stopping():
                return False
            missing.difference_update(page)
            edited = []
            for one in self.store.of_products(self.company, list(page)):
                there = page[one.product_id]
                # A product that is out of sale may say what it likes.
                if one.written is not None and one.wanted is not None and differs(one.written, there):
                    edited.append(one.stock_code)
            self.store.edited(self.company, edited, self.clock.now())
        self.store.missing(self.company, sorted(missing), self.clock.now())
        return True
