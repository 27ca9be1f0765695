"""Write the catalogue to Stripe: a few stock codes a round, each with the fewest calls, nothing made twice.

Before the first call about a stock code it is noted that it has begun. What was broken off, by a kill or without an
answer, is looked up first: products by their own id, their prices by lookup key. Idempotency keys guard the first day
(docs.stripe.com/api/idempotent_requests), the look-up guards for ever.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from agent.domain.catalogue.ids import lookup_key
from agent.domain.catalogue.item import Has, PriceAt
from agent.domain.catalogue.kept import Due, ShelfPrice, Written
from agent.domain.catalogue.merge import Conflicts, Merged, after, keeps_price, merge, reprices
from agent.domain.catalogue.plan import ArchivePrice, ChangeProduct, MakePrice, MakeProduct, Step, plan
from agent.domain.codec import dumps, fingerprint
from agent.domain.errors import NeedsPerson, Problem
from agent.ports import CatalogueStore, Clock, Shelf
from jobs.writing import Round, Tally


@dataclass(slots=True)
class WriteCatalogue:
    """Rounds of writing.

    Attributes:
        shelf: Stripe's products and prices.
        store: What is due.
        clock: Time of the agent.
        company: SYSPRO company.
        policy: Who wins where people changed something in Stripe.
        order: How a round is written.
        batch: Most stock codes in one round.
    """

    shelf: Shelf
    store: CatalogueStore
    clock: Clock
    company: str
    policy: Conflicts
    order: Round
    batch: int

    def round(self, tally: Tally, *, takes_out: bool) -> None:
        """Write what is due, at most a batch; see :meth:`jobs.writing.Round.write`.

        Args:
            tally: What is counted.
            takes_out: Whether what is sold no longer is taken out of sale.
        """
        now = self.clock.now()
        due = self.store.due(self.company, self.batch, now, leaving=takes_out)
        if not due:
            return
        seen = self._seen(due)
        self.store.begin(self.company, [one.stock_code for one in due], now)
        self.order.write(due, _Desk(self, seen, now), tally)

    def written(self, due: Due, there: Has | None, *, looked: bool, tally: Tally) -> Written:
        """Make the calls about one stock code and return what to remember."""
        merged = self._merged(due, there, looked=looked)
        if there is not None and merged is not None and keeps_price(merged.kept):
            # As people made it: what of ours theirs took the place of is not archived behind their backs.
            there = replace(there, stale=())
        calls = _Calls(self.shelf, due, there or Has({}), tally)
        for step in plan(there, merged.wanted if merged else None):
            calls.make(step)
        if merged is None:
            return Written(None if there is None else calls.has)
        base = due.written or calls.has
        return Written(after(base, calls.has, merged.kept), merged.asked)

    def _merged(self, due: Due, there: Has | None, *, looked: bool) -> Merged | None:
        if due.wanted is None:
            return None
        if not looked or there is None or due.written is None or due.overwrite:
            return Merged(due.wanted, frozenset(), ())
        return merge(due, due.written, there, due.wanted, self.policy)

    def _seen(self, due: Sequence[Due]) -> Mapping[str, Has | None]:
        """Return what Stripe has, by stock code, of those about which that is not sure."""
        asking = self.policy is not Conflicts.SYSPRO
        doubtful = [
            one for one in due if one.begun_at is not None or one.attempts or one.look or (asking and reprices(one))
        ]
        others = [one for one in due if one not in doubtful and asking and one.written is not None]
        products = self.shelf.products([one.product_id for one in others])
        found: dict[str, Has | None] = {one.stock_code: _as_ours(one, products) for one in others}
        return found | dict(self.deeply(doubtful))

    def deeply(self, due: Sequence[Due]) -> Mapping[str, Has | None]:
        """Return what Stripe has, by stock code, with every price that we made and did not archive."""
        products = self.shelf.products([one.product_id for one in due])
        found: dict[str, Has | None] = {}
        for one in due:
            there = _as_ours(one, products)
            found[one.stock_code] = there and _with_prices(one, there, self.shelf.prices(one.product_id))
        return found


@dataclass(frozen=True, slots=True)
class _Desk:
    """Writes one stock code after the other."""

    writing: WriteCatalogue
    seen: Mapping[str, Has | None]
    begun_at: int

    def write(self, due: Due, tally: Tally) -> None:
        """Make the calls about one stock code."""
        writing, looked = self.writing, due.stock_code in self.seen
        begun = due if due.begun_at is not None else replace(due, begun_at=self.begun_at)
        try:
            written = writing.written(begun, self.seen.get(due.stock_code, due.written), looked=looked, tally=tally)
        except NeedsPerson:
            # A product of this id may be there already: made by a database that is no more.
            there = None if looked or due.written is not None else writing.deeply([begun]).get(due.stock_code)
            if there is None:
                raise
            written = writing.written(begun, there, looked=True, tally=tally)
        writing.store.done(writing.company, begun, written, writing.clock.now())

    def refused(self, due: Due, problem: Problem) -> None:
        """Record that Stripe refused it."""
        writing = self.writing
        writing.store.refused(writing.company, due.stock_code, problem.code, problem.message, writing.clock.now())

    def later(self, due: Due, due_at: int) -> None:
        """Have it tried again at ``due_at``."""
        self.writing.store.later(self.writing.company, due.stock_code, due_at, self.writing.clock.now())


@dataclass(slots=True)
class _Calls:
    """The calls about one stock code, and what Stripe has after each."""

    shelf: Shelf
    due: Due
    has: Has
    tally: Tally

    def make(self, step: Step) -> None:
        """Make one call."""
        due = self.due
        key = fingerprint(dumps([due.product_id, due.revision, due.begun_at, due.attempts, type(step).__name__, step]))
        self._call(step, f"syspro-{key}")
        self.tally.calls += 1

    def _call(self, step: Step, key: str) -> None:
        product, has = self.due.product_id, self.has
        if isinstance(step, MakeProduct):
            if step.currency:
                price = self.shelf.make_with_price(product, step.fields, self._price(step.currency, step.amount), key)
                prices = {step.currency: PriceAt(price, step.amount)}
                self.has = replace(has, fields=dict(step.fields), prices=prices)
            else:
                self.shelf.make_product(product, step.fields, key)
                self.has = replace(has, fields=dict(step.fields))
        elif isinstance(step, MakePrice):
            price = self.shelf.make_price(product, self._price(step.currency, step.amount), key)
            self.has = replace(has, prices={**has.prices, step.currency: PriceAt(price, step.amount)})
        elif isinstance(step, ChangeProduct):
            default = has.prices[step.default].id if step.default else ""
            self.shelf.change_product(product, step.fields, default, key)
            self.has = replace(has, fields={**has.fields, **step.fields}, default=default or has.default)
        else:
            self._archive(step, key)

    def _archive(self, step: ArchivePrice, key: str) -> None:
        self.shelf.archive_price(step.id, key)
        prices = {currency: price for currency, price in self.has.prices.items() if price.id != step.id}
        stale = tuple(one for one in self.has.stale if one != step.id)
        self.has = replace(self.has, prices=prices, stale=stale)

    def _price(self, currency: str, amount: str) -> tuple[str, str, str]:
        return currency, amount, lookup_key(self.due.product_id, currency)


def _as_ours(due: Due, products: Mapping[str, Has]) -> Has | None:
    """Return what Stripe has of a stock code: of its fields only those that are ours."""
    there = products.get(due.product_id)
    if there is None:
        return None
    names = [name for some in (due.wanted, due.begun, due.written) if some is not None for name in some.fields]
    fields = {name: there.fields.get(name, "") for name in dict.fromkeys(names)}
    known = due.written or Has({})
    return Has(fields, known.prices, there.default, known.stale)


def _with_prices(due: Due, there: Has, prices: Sequence[ShelfPrice]) -> Has:
    """Return what Stripe has with its prices as they were just read; those that were replaced are to be archived."""
    some = [one.prices for one in (due.wanted, due.begun, due.written) if one is not None]
    currencies = dict.fromkeys(currency for prices_of in some for currency in prices_of)
    by_key = {one.lookup_key: one.price for one in prices if one.lookup_key}
    keys = {currency: lookup_key(due.product_id, currency) for currency in currencies}
    found = {currency: by_key[key] for currency, key in keys.items() if key in by_key}
    present = {price.id for price in found.values()}
    return replace(there, prices=found, stale=tuple(one.price.id for one in prices if one.price.id not in present))
