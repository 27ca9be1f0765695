"""The outside as the composition root hands it to the jobs: ports alone. May import ``agent.ports``."""

from collections.abc import Callable
from dataclasses import dataclass

from agent.ports import (
    CustomerDirectory,
    DocumentTarget,
    ErpReader,
    ErpTables,
    EventSource,
    MetadataWriter,
    ObjectReader,
    PaymentLinks,
    Probe,
    Shelf,
    Till,
)


@dataclass(frozen=True, slots=True)
class World:
    """The outside, as the jobs see it through the ports.

    Attributes:
        source: Stripe as a stream of notices.
        reader: Stripe's objects.
        target: Where documents go.
        erp: SYSPRO's rows.
        probes: Live tests of both connections.
        close: Closes all connections.
        account: Says which Stripe account is read, and its mode; empty where the key may not say.
        tables: SYSPRO's tables in bulk; ``None`` where there is no way to them.
        shelf: Stripe's products and prices.
        payment_links: Stripe's payment links and invoices.
        directory: Stripe's customers.
        till: Where a payer is made in Stripe.
    """

    source: EventSource
    reader: ObjectReader
    target: DocumentTarget
    erp: ErpReader
    probes: tuple[Probe, ...]
    writer: MetadataWriter | None = None
    close: Callable[[], None] = lambda: None
    account: Callable[[], str] = lambda: ""
    tables: ErpTables | None = None
    shelf: Shelf | None = None
    payment_links: PaymentLinks | None = None
    directory: CustomerDirectory | None = None
    till: Till | None = None
