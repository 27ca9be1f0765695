"""What answers customers' questions, made for a home; part of the composition root.

SYSPRO ends an operator's first session when the same operator logs on again, so whoever asks beside a running engine
logs on as ``syspro.query_operator``, or reads by SQL alone.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from agent.domain.catalogue.quantity import BadFormulaError, Terms, parse
from agent.domain.errors import Misconfigured, Problem
from agent.domain.fitting import pad_key
from agent.domain.prices import PriceRules
from agent.domain.settings import Values
from agent.ports import CustomerDirectory, ErpTables, PriceAuthority, Till
from agent.requests import payers_of
from connectors.portal.access import Access
from connectors.portal.app import Portal
from connectors.portal.cache import Cache
from connectors.portal.rates import Rates
from connectors.stripe.client import Connection as StripeConnection
from connectors.stripe.directory import StripeDirectory
from connectors.stripe.till import StripeTill
from connectors.syspro.prices import SysproPrices, as_query_operator
from connectors.syspro.reading import tables_of
from jobs.ask_prices import AskPrices
from jobs.place_order import PlaceOrder
from jobs.shop import Counting, TableShop

if TYPE_CHECKING:
    from agent.bootstrap import Home

#: Seconds that a question waits until another question's session at e.net has ended.
_WAIT_S = 10


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


@contextmanager
def asking_tables(home: "Home", *, alone: bool) -> "Iterator[ErpTables]":
    """Open SYSPRO's tables, with the settings of now; arguments and errors are those of :func:`asking_prices`."""
    with ExitStack() as stack:
        yield _opened(home, stack, alone=alone)[0]


@contextmanager
def open_portal(home: "Home") -> "Iterator[Portal]":
    """Open all that the portal works with, with the settings of now; an engine may run, or start at any time.

    Raises:
        Misconfigured: When it is off, or SYSPRO cannot be reached without disturbing the engine.
    """
    values, clock = home.values(), home.clock
    if not values.yes("portal.enabled"):
        raise Misconfigured(_off())
    with ExitStack() as stack:
        tables, authority = _opened(home, stack, alone=False)
        asking = AskPrices(tables, authority, PriceRules.of(values), lambda: today_of(home))
        till, directory = _stripe(home, stack)
        shop = TableShop(
            tables,
            asking,
            syspro=values.text("prices.ask_syspro"),
            counting=Counting(_terms(values), values.items("portal.warehouses")),
            foreign_balance=values.text("receipts.foreign_balance"),
            placing=PlaceOrder(
                tables,
                asking,
                till,
                payers_of(home, till, directory, tables),
                home.store.portal_orders,
                values,
                clock,
                lambda: today_of(home),
            ),
        )
        access = Access(
            home.store.portal_tokens,
            lambda: home.secrets.get("portal.signing_key"),
            values.text("syspro.company"),
            lambda code: stored_customer(code, values),
            clock,
            requests=Rates(values.integer("portal.requests_per_minute"), clock),
            wrong=Rates(values.integer("portal.wrong_tokens_per_minute"), clock),
        )
        yield Portal(
            shop,
            access,
            Cache(values.integer("portal.cache_s"), clock),
            values.integer("portal.at_once"),
            values.integer("portal.most_items"),
            values.yes("portal.example_page"),
        )


def _stripe(home: "Home", stack: ExitStack) -> tuple[Till, CustomerDirectory]:
    """Return Stripe as the place where orders are paid, and its customers; nothing is called yet."""
    stripe = StripeConnection(home.values(), home.secrets, home.store.allowance, home.clock, pause=home.pause)
    stack.callback(stripe.close)
    return StripeTill(stripe), StripeDirectory(stripe)


def stored_customer(code: str, values: Values) -> str:
    """Return a customer's code as SYSPRO stores it at this site.

    Raises:
        DoesNotFitError: When it is longer than SYSPRO's key.
    """
    length = values.integer("keys.customer_length")
    return pad_key(code, numeric=values.yes("keys.customer_numeric"), length=length)


def today_of(home: "Home") -> date:
    """Return what day it is at the site."""
    zone = ZoneInfo(home.values().text("site.time_zone"))
    return datetime.fromtimestamp(home.clock.now(), UTC).astimezone(zone).date()


def _opened(home: "Home", stack: ExitStack, *, alone: bool) -> tuple[ErpTables, PriceAuthority | None]:
    """Return SYSPRO's tables and SYSPRO itself, as whoever may be used; they are closed with ``stack``."""
    values, secrets = home.values(), home.secrets
    own = bool(values.text("syspro.query_operator"))
    if own:
        values, secrets = as_query_operator(values, secrets, wait_s=_WAIT_S)
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


def _off() -> Problem:
    return Problem(
        title="The portal is off",
        message="The portal is off, as it is until somebody wants it.",
        press="`syspro-stripe config portal.enabled yes` turns it on.",
        code="portal.off",
    )


def _terms(values: Values) -> Terms:
    try:
        return parse(values.text("portal.available"))
    except BadFormulaError as error:
        message = f"The setting portal.available cannot be used: {error}"
        raise Misconfigured(Problem("A formula cannot be read", message, "Correct it.", "portal.available")) from error
