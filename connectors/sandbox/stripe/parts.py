"""The parts that an end-point works with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from connectors.sandbox.stripe.checkouts import Checkouts
from connectors.sandbox.stripe.customers import Catalogue, Customers
from connectors.sandbox.stripe.disputes import Disputes
from connectors.sandbox.stripe.engine import Engine
from connectors.sandbox.stripe.expansion import Viewer
from connectors.sandbox.stripe.invoices import Invoices
from connectors.sandbox.stripe.listing import Lister
from connectors.sandbox.stripe.money import Ledger
from connectors.sandbox.stripe.parameters import Rule
from connectors.sandbox.stripe.pay_links import PayLinks
from connectors.sandbox.stripe.payments import Payments
from connectors.sandbox.stripe.payouts import Account
from connectors.sandbox.stripe.refunds import Refunds
from connectors.sandbox.stripe.store import Obj
from connectors.sandbox.stripe.tills import Tills


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything the end-points share."""

    engine: Engine
    ledger: Ledger
    viewer: Viewer
    lister: Lister
    customers: Customers
    catalogue: Catalogue
    payments: Payments
    tills: Tills
    checkouts: Checkouts
    pay_links: PayLinks
    invoices: Invoices
    refunds: Refunds
    disputes: Disputes
    account: Account


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One call of Stripe's API.

    Attributes:
        name: Its table in ``stripe_endpoints.toml``.
        needs: Permission a restricted key must have.
        is_list: Whether it takes the paging parameters.
        params: Rules of its other parameters.
    """

    name: str
    needs: str
    is_list: bool
    params: Mapping[str, Rule]


@dataclass(frozen=True, slots=True)
class Request:
    """One checked call: ids in the path, typed parameters, the path itself, the present Unix second."""

    ids: tuple[str, ...]
    params: dict[str, Any]
    path: str
    at: int

    @property
    def id(self) -> str:
        """The first id in the path."""
        return self.ids[0]

    @property
    def fields(self) -> dict[str, Any]:
        """The parameters without those that only shape the answer."""
        return {name: value for name, value in self.params.items() if name != "expand"}

    @property
    def expand(self) -> list[str]:
        """Paths to expand."""
        return list(self.params.get("expand", []))


# What is sent: an object, or JSON text that is ready.
Reply: TypeAlias = "Obj | str"
Call: TypeAlias = Callable[[Parts, Request], Reply]


def shown(parts: Parts, request: Request, object_id: str) -> Obj:
    """Return an object as the answer of a call: up to date and expanded."""
    return parts.viewer.expand(parts.viewer.load(object_id), request.expand)
