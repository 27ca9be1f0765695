"""What answers customers' questions, made for a home; part of the composition root.

SYSPRO ends an operator's first session when the same operator logs on again, so whoever asks beside a running engine
logs on as ``syspro.query_operator``, or reads by SQL alone.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from agent.domain.errors import Misconfigured, Problem
from agent.domain.prices import PriceRules
from agent.ports import ErpTables, PriceAuthority
from connectors.syspro.prices import SysproPrices, as_query_operator
from connectors.syspro.reading import tables_of
from jobs.ask_prices import AskPrices

if TYPE_CHECKING:
    from agent.bootstrap import Home


@contextmanager
def asking_prices(home: "Home", *, alone: bool) -> "Iterator[AskPrices]":
    """Open what answers questions about prices, with the settings of now.

    Args:
        home: The opened home.
        alone: Whether no engine runs, so that its operator may be used where no other is set.

    Raises:
        Misconfigured: When SYSPRO cannot be reached without disturbing the engine, or a setting cannot be used.
    """
    with ExitStack() as stack:
        tables, authority = _opened(home, stack, alone=alone)
        yield AskPrices(tables, authority, PriceRules.of(home.values()), lambda: today_of(home))


def today_of(home: "Home") -> date:
    """Return what day it is at the site."""
    zone = ZoneInfo(home.values().text("site.time_zone"))
    return datetime.fromtimestamp(home.clock.now(), UTC).astimezone(zone).date()


def _opened(home: "Home", stack: ExitStack, *, alone: bool) -> tuple[ErpTables, PriceAuthority | None]:
    """Return SYSPRO's tables and SYSPRO itself, as whoever may be used; they are closed with ``stack``."""
    values, secrets = home.values(), home.secrets
    own = bool(values.text("syspro.query_operator"))
    if own:
        values, secrets = as_query_operator(values, secrets)
    if not own and not alone and values.text("syspro.reader") != "sql":
        raise Misconfigured(_no_operator())
    tables = tables_of(values, secrets, home.clock)
    stack.callback(tables.close)
    if not own and not alone:
        return tables, None
    authority = SysproPrices(values, secrets, home.clock)
    stack.callback(authority.close)
    return tables, authority


def _no_operator() -> Problem:
    return Problem(
        title="SYSPRO cannot be asked beside the engine",
        message="The engine runs and uses SYSPRO's operator; a second logon of that operator would end its session.",
        press="Set syspro.query_operator to an operator for questions, or set syspro.reader to sql.",
        code="syspro.no_query_operator",
    )
