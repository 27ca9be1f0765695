"""Ports of payment requests: Stripe's payment links, and what the agent remembers of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from agent.domain.requests.kept import Due, Key, Noted, RequestFilter, RequestRow, Standing
from agent.domain.requests.link import Ask, PayLink, SeenLink


class PaymentLinks(Protocol):
    """Stripe's payment links.

    Every method may raise ``Transient`` (nobody answered; the same ``key`` again within a day is the same change),
    ``NeedsPerson`` (Stripe refused this one, and did nothing) and ``Misconfigured`` (the key lacks the right).
    """

    def make(self, ask: Ask, mark: str, key: str) -> SeenLink:
        """Make a link that can be paid once.

        Args:
            ask: What it asks for.
            mark: What tells it from links of others.
            key: Idempotency key.
        """

    def close(self, link: str, key: str) -> SeenLink:
        """Close a link and return it as it is then: the answer says whether it was paid."""

    def get(self, link: str) -> SeenLink:
        """Return a link as it is."""

    def active(self) -> Iterator[SeenLink]:
        """Yield all links of the account that can be paid; those of others among them."""


class RequestStore(Protocol):
    """What is asked for each invoice, and what is to be."""

    def sources(self, company: str) -> dict[Key, bytes]:
        """Return, by invoice, the hash of what was found when SYSPRO was looked at last."""

    def note(self, company: str, noted: Sequence[Noted], now: int) -> None:
        """Keep what a look at SYSPRO found; what differs from what was wanted becomes due."""

    def gone(self, company: str, keys: Sequence[Key], now: int) -> None:
        """Note that SYSPRO no longer has these; their links become due to be closed."""

    def due(self, company: str, limit: int, now: int) -> Sequence[Due]:
        """Return what is to be written to Stripe, longest due first."""

    def begin(self, company: str, keys: Sequence[Key], now: int) -> None:
        """Note, durably, that these are being written from now on; done before the first call about any of them."""

    def done(self, company: str, due: Due, links: Sequence[PayLink], now: int) -> None:
        """Record what Stripe has now; what was wanted anew since ``due`` was read stays due."""

    def refused(self, company: str, due: Due, reason: str, now: int) -> None:
        """Record that Stripe refused it; it waits until it changes or a person asks for it."""

    def later(self, company: str, due: Due, due_at: int, now: int) -> None:
        """Try again at ``due_at``; Stripe is looked at first then, because it may have been done."""

    def again(self, company: str, invoice: str, now: int) -> bool:
        """Ask anew for an invoice that Stripe refused or whose link was paid; return whether there is one."""

    def counts(self, company: str) -> Mapping[Standing, int]:
        """Return how many invoices stand where."""

    def rows(self, company: str, wanted: RequestFilter) -> Sequence[RequestRow]:
        """Return invoices by customer and number."""
