"""Ports of payment requests: Stripe's payment links and invoices, and what the agent remembers of them."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Protocol

from agent.domain.errors import Problem
from agent.domain.requests.kept import Due, Key, Noted, RequestFilter, RequestRow, Standing
from agent.domain.requests.link import Ask, PayLink, SeenLink, Way


class PaymentLinks(Protocol):
    """Stripe's payment links and invoices; each is one that can be paid once.

    Every method may raise ``Transient`` (nobody answered; the same ``key`` again within a day is the same change),
    ``NeedsPerson`` (Stripe refused this one, and did nothing) and ``Misconfigured`` (the key lacks the right).
    """

    def make(self, ask: Ask, mark: str, key: str, *, payer: str) -> SeenLink:
        """Make one that can be paid.

        Args:
            ask: What it asks for, and what it becomes.
            mark: What tells it from those of others.
            key: Idempotency key.
            payer: Stripe customer of a Stripe invoice; payment links have none.
        """

    def finish(self, link: str, ask: Ask, key: str) -> SeenLink:
        """Finish a draft, so that it can be paid."""

    def close(self, link: str, way: Way, key: str) -> SeenLink:
        """Close one and return it as it is then: the answer says whether it was paid."""

    def get(self, link: str, way: Way) -> SeenLink:
        """Return one as it is."""

    def active(self, ways: AbstractSet[Way]) -> Iterator[SeenLink]:
        """Yield all of these ways in the account that can be paid, or be finished; those of others among them."""


class Payers(Protocol):
    """Which Stripe customer pays a SYSPRO customer's orders of the portal, and gets its invoices."""

    def payer(self, customer: str, *, begun_at: int | None, attempt: str) -> str:
        """Return the Stripe customer: the linked one, or one that is made for it once.

        Args:
            customer: SYSPRO customer as stored.
            begun_at: When an interrupted round may have made one, Unix seconds UTC; ``None`` for never.
            attempt: Tells one attempt from another: Stripe repeats its first answer to a key, were it of trouble.

        Raises:
            NeedsPerson: When SYSPRO has no such customer, or Stripe refuses it.
            Transient, Misconfigured: When SYSPRO or Stripe cannot be asked.
        """

    def is_gone(self, payer: str, refused: Problem) -> bool:
        """Return whether Stripe refused because it has the payer no more; then it is forgotten, and another is made.

        Raises:
            NeedsPerson, Transient, Misconfigured: When Stripe cannot be asked.
        """


class RequestStore(Protocol):
    """What is asked for each invoice, and what is to be."""

    def sources(self, company: str) -> dict[Key, bytes]:
        """Return, by invoice, the hash of what was found when SYSPRO was looked at last."""

    def note(self, company: str, noted: Sequence[Noted], now: int) -> None:
        """Keep what a look at SYSPRO found; what differs from what was wanted becomes due."""

    def gone(self, company: str, keys: Sequence[Key], now: int) -> None:
        """Note that SYSPRO no longer has these; their links become due to be closed."""

    def recorded(self, company: str) -> Mapping[str, Way]:
        """Return the ids of all links that are recorded, with what each is."""

    def doubt(self, company: str, keys: Sequence[Key], now: int) -> None:
        """Make these due, whose links in Stripe are not known; invoices that are new here are not to be asked for."""

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

    def again(self, company: str, invoice: str, now: int, *, customer: str = "") -> bool:
        """Ask anew for an invoice that Stripe refused or that has a link; return whether there is one.

        Two customers may have an invoice of the same number; an empty ``customer`` means either.
        A link that can still be paid stays. One that was used up without the money coming, such as a bank's payment
        that failed, is first found to be paid; asked once more, the invoice gets a new one.
        """

    def counts(self, company: str) -> Mapping[Standing, int]:
        """Return how many invoices stand where."""

    def rows(self, company: str, wanted: RequestFilter) -> Sequence[RequestRow]:
        """Return invoices by customer and number."""

    def count(self, company: str, wanted: RequestFilter) -> int:
        """Return how many invoices fit, whatever the limit and the offset."""
