"""Look at SYSPRO for the catalogue: what changed, what is gone, and what Stripe is to have of it.

No call to Stripe is made here: what differs from what was wanted becomes due, and is written by another part.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from typing import Any

from agent.domain.catalogue.content import StockFacts, offer, source_hash
from agent.domain.catalogue.ids import product_id
from agent.domain.catalogue.kept import Noted
from agent.domain.catalogue.rules import Rules
from agent.domain.erp import PRICES, STOCK, STOCK_FORMS, WAREHOUSE_STOCK, Feed, PriceRow, StockRow, WarehouseRow
from agent.domain.errors import Problem
from agent.ports import CatalogueStore, Clock, TableSession

#: Stock codes whose rows are looked up together.
_CHUNK = 500

#: Where less than one in so many differs, they are looked up; else all rows are read page by page.
_FEW = 5


@dataclass(frozen=True, slots=True)
class ReadCatalogue:
    """One look at SYSPRO.

    Attributes:
        store: What is known of the catalogue.
        clock: Time of the agent.
        rules: The site's rules.
        stopping: Says whether the engine wants to stop.
    """

    store: CatalogueStore
    clock: Clock
    rules: Rules
    stopping: Callable[[], bool]

    def changed(self, session: TableSession) -> tuple[bool, Problem | None]:
        """Look at what changed since the last look; see :data:`jobs.looking.Look`.

        The watermarks move when everything before them is noted: what was broken off is read again.
        """
        codes: set[str] = set()
        marks = self._drained(session, codes.update)
        for chunk in _chunks(sorted(codes)):
            if self.stopping():
                return False, None
            rows = session.rows(STOCK, "stock_code", chunk)
            self._note(session, rows, {})
            gone = set(chunk) - {row.stock_code for row in rows}
            self.store.gone(self.rules.company, sorted(gone), self.clock.now())
        self.store.set_marks(self.rules.company, marks)
        return True, None

    def everything(self, session: TableSession) -> tuple[bool, Problem | None]:
        """Look at all stock codes, and note what is gone.

        It is a :data:`jobs.looking.Look`. Where rows have versions, only those whose versions differ are read.
        """
        # Whatever changes from here on is seen by the next look, even if the reading below misses it.
        told: set[str] = set()
        marks = self._drained(session, told.update) if session.tells_changes() else {}
        prints = self._prints(session)
        known = self.store.sources(self.rules.company)
        if self.stopping():
            return False, None
        # What was told is looked at whatever its versions: after a restore old numbers come again.
        differ = () if prints is None else (code for code in prints if known.get(code) != prints[code] or code in told)
        some = list(islice(differ, len(known) // _FEW + 1))
        if prints is not None and len(some) * _FEW < len(known):
            finished = self._looked_up(session, sorted(told.union(some)), prints)
            left: Iterable[str] = known.keys() - prints.keys()
        else:
            finished = self._paged(session, known, prints, told)
            left = known
        if not finished:
            return False, None
        self.store.gone(self.rules.company, sorted(left), self.clock.now())
        self.store.set_marks(self.rules.company, marks)
        return True, None

    def _looked_up(self, session: TableSession, codes: Sequence[str], prints: Mapping[str, bytes]) -> bool:
        """Read some stock codes; return whether it came to its end."""
        for chunk in _chunks(codes):
            if self.stopping():
                return False
            self._note(session, session.rows(STOCK, "stock_code", chunk), {}, prints)
        return True

    def _paged(
        self, session: TableSession, known: dict[str, bytes], prints: Mapping[str, bytes] | None, told: set[str]
    ) -> bool:
        """Read all stock codes page by page and take them out of ``known``; return whether it came to its end."""
        for page in session.changes(STOCK):
            if self.stopping():
                return False
            if prints is None:
                self._note(session, page.rows, known)
            else:
                codes = {row.stock_code for row in page.rows}
                anew = {code for code in codes if known.get(code) != prints.get(code) or code in told}
                self._note(session, [row for row in page.rows if row.stock_code in anew], {}, prints)
            for row in page.rows:
                known.pop(row.stock_code, None)
        return True

    def _prints(self, session: TableSession) -> dict[str, bytes] | None:
        """Return, by stock code, what is equal as long as nobody writes a row of it; ``None`` without versions.

        That is the versions of its rows, which are read much faster than the rows themselves.
        """
        stamps = session.stamps(STOCK)
        if stamps is None:
            return None
        found: dict[str, bytes] = {}
        for page in stamps:
            found.update(zip(page.keys[0], page.versions, strict=True))
        counts = {rule.price_code for rule in self.rules.prices}
        for feed in self._feeds()[1:]:
            for page in session.stamps(feed) or ():
                price_codes = page.keys[1] if feed is PRICES else ()
                told: Iterable[tuple[str, bytes]] = zip(page.keys[0], page.versions, strict=True)
                if price_codes:
                    told = (pair for pair, price_code in zip(told, price_codes, strict=True) if price_code in counts)
                for code, version in told:
                    if code in found:
                        found[code] += version
        rules = self.rules.fingerprint.encode()
        for code, versions in found.items():
            found[code] = blake2b(rules + versions, digest_size=8).digest()
        return found

    def _drained(self, session: TableSession, tell: Callable[[Iterable[str]], None]) -> dict[str, bytes]:
        """Return the watermarks of now, and tell the stock codes that changed since the last ones."""
        marks = self.store.marks(self.rules.company)
        found: dict[str, bytes] = {}
        for feed in self._feeds():
            for page in session.changes(feed, marks.get(feed.name, b"")):
                tell(feed.key_of(row)[0] for row in page.rows)
                found[feed.name] = page.watermark
        return found

    def _feeds(self) -> tuple[Feed[Any], ...]:
        """Return the tables that decide anything; all have the stock code first in their key."""
        return (
            STOCK,
            *((PRICES,) if self.rules.prices else ()),
            *((WAREHOUSE_STOCK,) if self.rules.reads_warehouses else ()),
            *((STOCK_FORMS,) if self.rules.reads_forms else ()),
        )

    def _note(
        self,
        session: TableSession,
        rows: Sequence[StockRow],
        known: Mapping[str, bytes],
        prints: Mapping[str, bytes] | None = None,
    ) -> None:
        """Note what became of these stock codes, but for those that are known as they are."""
        if not rows:
            return
        noted = []
        for facts in self._facts(session, rows):
            code = facts.stock.stock_code
            source = (prints or {}).get(code) or source_hash(facts, self.rules)
            if known.get(code) != source:
                noted.append(self._noted(facts, source))
        if noted:
            self.store.note(self.rules.company, noted, self.clock.now())

    def _noted(self, facts: StockFacts, source: bytes) -> Noted:
        found, code = offer(facts, self.rules), facts.stock.stock_code
        product = product_id(self.rules.company, code)
        return Noted(code, product, source, found.wanted, found.remarks, found.undecided)

    def _facts(self, session: TableSession, rows: Sequence[StockRow]) -> Iterator[StockFacts]:
        rules, codes = self.rules, [row.stock_code for row in rows]
        prices = self._prices(session, codes) if rules.prices else {}
        warehouses: dict[str, list[WarehouseRow]] = defaultdict(list)
        for held in session.rows(WAREHOUSE_STOCK, "stock_code", codes) if rules.reads_warehouses else ():
            warehouses[held.stock_code].append(held)
        forms = session.rows(STOCK_FORMS, "key", codes) if rules.reads_forms else ()
        custom = {form.key: form.fields for form in forms}
        for row in rows:
            code = row.stock_code
            yield StockFacts(row, tuple(prices.get(code, ())), tuple(warehouses.get(code, ())), custom.get(code, {}))

    def _prices(self, session: TableSession, codes: Sequence[str]) -> Mapping[str, Sequence[PriceRow]]:
        """Return the prices of stock codes, of the price codes that count."""
        counts = {rule.price_code for rule in self.rules.prices}
        found: dict[str, list[PriceRow]] = defaultdict(list)
        for price in session.rows(PRICES, "stock_code", codes):
            if price.price_code in counts:
                found[price.stock_code].append(price)
        return found


def _chunks(codes: Sequence[str]) -> Iterator[Sequence[str]]:
    return (codes[start : start + _CHUNK] for start in range(0, len(codes), _CHUNK))
