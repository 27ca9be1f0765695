"""The fewest calls from the payment links and Stripe invoices that Stripe has of an invoice to what it is to have.

An invoice has at most one link that can be paid. A link that asks for another amount is closed before the next one is
made, and only the answer to that says whether somebody has paid it meanwhile: then nothing new is made, because the
money is on its way to the invoice. A Stripe invoice whose making was broken off is finished, not made once more.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from agent.domain.requests.link import Ask, PayLink, SeenLink, Way


@dataclass(frozen=True, slots=True)
class CloseLink:
    """Close a link by its id: nobody can pay it any more."""

    id: str
    way: Way = Way.LINK


@dataclass(frozen=True, slots=True)
class MakeLink:
    """Make a link."""

    ask: Ask


@dataclass(frozen=True, slots=True)
class FinishLink:
    """Finish a draft, so that it can be paid."""

    id: str
    ask: Ask


Step = CloseLink | MakeLink | FinishLink


def next_step(links: Sequence[PayLink], wanted: Ask | None) -> Step | None:
    """Return the next call; ``None`` when Stripe has what it is to have.

    Args:
        links: Our links of the invoice in Stripe.
        wanted: What the payer is to be asked for; ``None`` for nothing.
    """
    usable = (link for link in links if link.active and not link.paid)
    fits = next((link for link in usable if wanted is not None and link.ask == wanted), None)
    for link in links:
        if link.active and link is not fits:
            return CloseLink(link.id, link.way)
    if wanted is None or waits_for_money(links):
        return None
    if fits is not None:
        return FinishLink(fits.id, wanted) if fits.draft else None
    return MakeLink(wanted)


def waits_for_money(links: Sequence[PayLink]) -> bool:
    """Return whether one of the links was paid, and that money has yet to reach the invoice."""
    return any(link.paid for link in links)


def closed(links: Sequence[PayLink], seen: SeenLink) -> tuple[PayLink, ...]:
    """Return the links after Stripe has closed one, with what it said of it then."""
    return tuple(
        replace(link, active=False, paid=seen.paid, draft=False) if link.id == seen.id else link for link in links
    )


def finished(links: Sequence[PayLink], seen: SeenLink) -> tuple[PayLink, ...]:
    """Return the links after Stripe has finished a draft, as it is then."""
    return tuple(seen.as_ours(link.ask) if link.id == seen.id else link for link in links)


def kept(links: Sequence[PayLink], wanted: Ask | None) -> tuple[PayLink, ...]:
    """Return the links to remember when all calls are made: those that can be paid, and one that was.

    Where nothing is asked any more the money has arrived, or none is due: an invoice that SYSPRO opens again is asked
    for anew.
    """
    if wanted is None:
        return tuple(link for link in links if link.active)
    return tuple(link for link in links if link.active or link.paid)


def found_again(
    known: Sequence[PayLink], seen: Sequence[SeenLink], wanted: Ask | None
) -> tuple[PayLink, ...]:  # fmt: skip
    """Return what Stripe has of an invoice after a writing that was broken off.

    Args:
        known: The links that were recorded.
        seen: The recorded links as Stripe has them now, and every active one that carries the invoice's mark.
        wanted: What the payer is to be asked for; a link that carries its print asks for just that.
    """
    asks = {link.id: link.ask for link in known}
    unique = {one.id: one for one in seen}

    def ask_of(one: SeenLink) -> Ask | None:
        made_now = wanted is not None and one.ask_print == wanted.print and one.way is wanted.way
        return asks.get(one.id) or (wanted if made_now else None)

    return tuple(one.as_ours(ask_of(one)) for one in unique.values())
