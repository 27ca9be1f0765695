"""Ports of the catalogue: Stripe's products and prices, and what the agent remembers of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from agent.domain.catalogue.item import Has
from agent.domain.catalogue.kept import (
    CatalogueFilter,
    CatalogueRow,
    Due,
    Noted,
    ReasonCount,
    ShelfPrice,
    Standing,
    Written,
)


class Shelf(Protocol):
    """Stripe's products and prices.

    Every method may raise ``Transient`` (nobody answered; the same ``key`` again within a day is the same change),
    ``NeedsPerson`` (Stripe refused this one, and did nothing) and ``Misconfigured`` (the key lacks the right).
    """

    def products(self, ids: Sequence[str]) -> Mapping[str, Has]:
        """Return those of the products that exist, with their default price; prices by currency are not among it."""

    def prices(self, product: str) -> Sequence[ShelfPrice]:
        """Return the active prices of a product that we made, or that have taken over one of our lookup keys."""

    def all_products(self) -> Iterator[Mapping[str, Has]]:
        """Yield all products of the account page by page, by id; those of others among them."""

    def standing_prices(self) -> Iterator[Sequence[str]]:
        """Yield, page by page, the ids of the account's prices that are active under our lookup keys."""

    def make_product(self, product: str, fields: Mapping[str, str], key: str) -> None:
        """Make a product without a price."""

    def make_with_price(self, product: str, fields: Mapping[str, str], price: tuple[str, str, str], key: str) -> str:
        """Make a product and a price of it in one call; return the price's id.

        Args:
            product: Id of the product.
            fields: What it says; without a description, for which this call has no place.
            price: Currency, amount (decimal minor units) and lookup key.
            key: Idempotency key.
        """

    def make_price(self, product: str, price: tuple[str, str, str], key: str) -> str:
        """Make a price that takes its lookup key over from whichever price has it; return its id."""

    def change_product(self, product: str, fields: Mapping[str, str], default_price: str, key: str) -> None:
        """Change fields of a product, an empty text unsets one; ``default_price`` is an id, or empty to leave it."""

    def archive_price(self, price: str, key: str) -> None:
        """Archive a price."""


class CatalogueStore(Protocol):
    """What is in Stripe of the catalogue, and what is to be."""

    def sources(self, company: str) -> dict[str, bytes]:
        """Return, by stock code, the hash of what SYSPRO said when it was looked at last."""

    def note(self, company: str, noted: Sequence[Noted], now: int) -> None:
        """Keep what a look at SYSPRO found; what differs from what was wanted becomes due."""

    def gone(self, company: str, stock_codes: Sequence[str], now: int) -> None:
        """Note that SYSPRO no longer has these; what is in Stripe of them becomes due."""

    def sold(self, company: str) -> int:
        """Return how many stock codes are wanted in Stripe."""

    def marks(self, company: str) -> Mapping[str, bytes]:
        """Return the watermarks of SYSPRO's tables, by feed."""

    def set_marks(self, company: str, marks: Mapping[str, bytes]) -> None:
        """Keep the watermarks of SYSPRO's tables; nothing before them is read again."""

    def due(self, company: str, limit: int, now: int, *, leaving: bool = True) -> Sequence[Due]:
        """Return what is to be written to Stripe, longest due first; without what leaves sale where that is held."""

    def leaving(self, company: str) -> tuple[int, int, str]:
        """Return how many stock codes are to leave sale, of how many that are sold, and why one of them is to.

        The second and third are 0 and empty where none is.
        """

    def left(self, company: str) -> int:
        """Return how many stock codes are due, or will be."""

    def begin(self, company: str, stock_codes: Sequence[str], now: int) -> None:
        """Note, durably, that these are being written from now on; done before the first call about any of them."""

    def done(self, company: str, due: Due, written: Written, now: int) -> None:
        """Record what Stripe has now; what was wanted anew since ``due`` was read stays due."""

    def refused(self, company: str, stock_code: str, code: str, reason: str, now: int) -> None:
        """Record that Stripe refused it; it waits until it changes or a person asks for it."""

    def later(self, company: str, stock_code: str, due_at: int, now: int) -> None:
        """Try again at ``due_at``; Stripe is looked at first then, because it may have been done."""

    def of_products(self, company: str, product_ids: Sequence[str]) -> Sequence[Due]:
        """Return what we have in Stripe, of these products."""

    def product_ids(self, company: str) -> set[str]:
        """Return the products that are sold in Stripe."""

    def edited(self, company: str, stock_codes: Sequence[str], now: int) -> None:
        """Make due what people changed in Stripe, to be looked at there."""

    def missing(self, company: str, product_ids: Sequence[str], now: int) -> None:
        """Make due, to be made anew, what is no longer in Stripe."""

    def again(self, company: str, stock_code: str, now: int) -> bool:
        """Write a stock code again that was refused; return whether there is one."""

    def decide(self, company: str, stock_code: str, side: str, now: int) -> bool:
        """End what is asked of a stock code: ``syspro`` overwrites, ``stripe`` stays; return whether anything was."""

    def counts(self, company: str) -> Mapping[Standing, int]:
        """Return how many stock codes stand where."""

    def rows(self, company: str, wanted: CatalogueFilter) -> Sequence[CatalogueRow]:
        """Return stock codes, by code or the last change first."""

    def count(self, company: str, wanted: CatalogueFilter) -> int:
        """Return how many stock codes fit, whatever the limit and the offset."""

    def reasons(self, company: str) -> Sequence[ReasonCount]:
        """Return why stock codes are not sold or lack a price, the most frequent first."""
