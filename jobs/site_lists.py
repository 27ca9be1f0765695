"""SYSPRO's own lists, read as far as somebody names them and kept for a short while (``agent.ports.ListReader``)."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from agent.domain import erp
from agent.domain.erp import Feed
from agent.domain.errors import AgentError, Transient
from agent.domain.facts import PeriodState
from agent.domain.fitting import bare_key
from agent.domain.lists import Known, Named, SiteList, period_code
from agent.domain.lists.known import ASKED, READ_WHOLE
from agent.ports import Clock, ErpTables, TableSession

#: Most keys among which the nearest are looked for.
_MOST_SIMILAR = 50_000

_NOT_READ = "SYSPRO's open periods were not read lately"

_NO_WAY = "the agent has no way to SYSPRO's tables"


@dataclass(slots=True)
class _Kept:
    """A list as it was read.

    Attributes:
        at: When, Unix seconds UTC.
        codes: Its codes, or those of the asked ones that exist.
        why: Why it could not be read; empty where it was.
    """

    at: int
    codes: set[str] = field(default_factory=set)
    why: str = ""


@dataclass(slots=True)
class SiteLists:
    """Reads the lists through the ERP reader.

    What is there counts for ``keep_s``; what is missing is always looked for again, because somebody may have added it
    since. A list that cannot be read is left alone for as long.

    Attributes:
        tables: SYSPRO's tables; ``None`` where there is no way to them.
        clock: Time of the agent.
        keep_s: How long what was read counts, seconds.
        periods: The open months as they were read last; ``None`` where nobody has read them lately.
        several: Why other periods than the open one may be posted to as well; empty where they may not.
    """

    tables: ErpTables | None
    clock: Clock
    keep_s: int
    periods: Callable[[], PeriodState | None] = lambda: None
    several: str = ""
    _kept: dict[SiteList, _Kept] = field(default_factory=dict)
    _control: dict[str, str] = field(default_factory=dict)
    _warehouses: dict[str, set[str]] = field(default_factory=dict)
    _similar: dict[SiteList, Collection[str]] = field(default_factory=dict)

    def known(self, named: Sequence[Named]) -> Known:
        """Return what SYSPRO has of what is named."""
        known = self._in_tables(named)
        if not any(one.list is SiteList.PERIODS for one in named):
            return known
        found = self.periods()
        if found is None or self.several:
            return replace(known, unread={**known.unread, SiteList.PERIODS: self.several or _NOT_READ})
        period, year = str(found.ledger_period), str(found.ledger_year)
        return replace(known, codes={**known.codes, SiteList.PERIODS: (period_code(period, year), period, year)})

    def _in_tables(self, named: Sequence[Named]) -> Known:
        self._forget()
        readable = [one for one in named if one.list in {*READ_WHOLE, SiteList.LEDGER, *ASKED}]
        if self.tables is None:
            return Known(unread=dict.fromkeys((one.list for one in readable), _NO_WAY))
        missing = [one for one in readable if self._is_missing(one)]
        if missing:
            self._read(self.tables, missing)
        lists = {one.list for one in readable}
        return Known(
            codes={one: kept.codes for one, kept in self._kept.items() if one in lists and not kept.why},
            control=self._control,
            warehouses={code: frozenset(held) for code, held in self._warehouses.items()},
            similar=self._similar,
            unread={one: kept.why for one, kept in self._kept.items() if one in lists and kept.why},
        )

    def _forget(self) -> None:
        old = self.clock.now() - self.keep_s
        for one in [one for one, kept in self._kept.items() if kept.at <= old]:
            del self._kept[one]
            self._similar.pop(one, None)
            if one is SiteList.STOCK:
                self._warehouses.clear()

    def _is_missing(self, named: Named) -> bool:
        kept = self._kept.get(named.list)
        if kept is None:
            return True
        if kept.why:
            return False
        in_warehouse = not named.warehouse or named.warehouse in self._warehouses.get(named.code, ())
        return named.code not in kept.codes or not in_warehouse

    def _read(self, tables: ErpTables, missing: Sequence[Named]) -> None:
        wanted: dict[SiteList, list[Named]] = {}
        for one in missing:
            wanted.setdefault(one.list, []).append(one)
        try:
            with tables.session() as session:
                self._read_each(session, wanted)
        except AgentError as error:
            self._kept |= {which: _Kept(self.clock.now(), why=_why(error)) for which in wanted}

    def _read_each(self, session: TableSession, wanted: Mapping[SiteList, Sequence[Named]]) -> None:
        gone: AgentError | None = None
        for one, named in wanted.items():
            try:
                if gone is not None:
                    raise gone
                self._note(one, self._codes(session, one, named))
            except AgentError as error:
                # Where SYSPRO does not answer at all, it is not asked again for each list.
                gone = error if isinstance(error, Transient) else None
                self._kept[one] = _Kept(self.clock.now(), why=_why(error))

    def _note(self, one: SiteList, codes: Iterable[str]) -> None:
        kept = self._kept.get(one)
        if one in ASKED and kept is not None:
            kept.codes.update(codes)
        else:
            self._kept[one] = _Kept(self.clock.now(), set(codes))

    def _codes(self, session: TableSession, one: SiteList, named: Sequence[Named]) -> Iterable[str]:
        if one is SiteList.LEDGER:
            rows = session.ledger_codes()
            self._control = {row.code: row.description for row in rows if row.control}
            return [row.code for row in rows]
        if one in READ_WHOLE:
            return [row.code for row in session.codes(READ_WHOLE[one])]
        if one is SiteList.CUSTOMERS:
            return self._customers(session, named)
        return self._stock(session, named)

    def _customers(self, session: TableSession, named: Sequence[Named]) -> Iterable[str]:
        asked = _codes_of(named)
        rows = session.rows(erp.CUSTOMERS, "customer", asked)
        # Whoever names a customer may leave out the zeros that SYSPRO stores.
        stored = {bare_key(row.customer) for row in rows}
        found = {row.customer for row in rows} | {code for code in asked if bare_key(code) in stored}
        self._look_around(session, SiteList.CUSTOMERS, erp.CUSTOMERS, set(asked) - found)
        return found

    def _stock(self, session: TableSession, named: Sequence[Named]) -> Iterable[str]:
        housed = _codes_of(one for one in named if one.warehouse)
        held: dict[str, set[str]] = {code: set() for code in housed}
        for row in session.rows(erp.WAREHOUSE_STOCK, "stock_code", housed) if housed else ():
            held.setdefault(row.stock_code, set()).add(row.warehouse)
        self._warehouses.update(held)
        asked = [code for code in _codes_of(named) if not held.get(code)]
        found = {row.stock_code for row in session.rows(erp.STOCK, "stock_code", asked)} if asked else set()
        self._look_around(session, SiteList.STOCK, erp.STOCK, set(asked) - found)
        return found | {code for code, warehouses in held.items() if warehouses}

    def _look_around(self, session: TableSession, one: SiteList, feed: Feed[Any], lacking: set[str]) -> None:
        """Read the keys among which the nearest to what is lacking are; once for as long as the list is kept."""
        if lacking and one not in self._similar:
            keys: list[str] = []
            for page in session.keys(feed):
                keys += chain.from_iterable(page)
                if len(keys) >= _MOST_SIMILAR:
                    break
            self._similar[one] = keys


def _codes_of(named: Iterable[Named]) -> list[str]:
    return list(dict.fromkeys(one.code for one in named))


def _why(error: AgentError) -> str:
    title = error.problem.title.rstrip(".")
    return title if title.startswith("SYSPRO") else f"{title[0].lower()}{title[1:]}"
