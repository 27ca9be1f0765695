"""Summary journals: what would be receipts and credit notes one by one becomes a line per account and category.

Each movement that is summed up was left to the journal by its own decision, and its legs remember the line.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from agent.domain.documents import Leg, Part
from agent.domain.entries import CLEARING, Entry
from agent.domain.events import BalanceTransaction, subject_of

#: Stripe's ``object`` of the subject -> account, and what its line is called.
_LINES = {"charge": ("sales", "sales"), "refund": ("sales_returns", "refunds"), "dispute": ("dispute", "disputes")}


def amount_entries(parts: Iterable[BalanceTransaction], rates: Mapping[str, int]) -> tuple[Entry, ...]:
    """Return the gross of ``parts``, a line for each category against a line of its own on clearing.

    Args:
        parts: The movements.
        rates: By balance transaction, what it is at the rate of its payment, where Stripe has converted it at another.
    """
    gross: dict[str, list[BalanceTransaction]] = {}
    for one in parts:
        gross.setdefault(subject_of(one)[1], []).append(one)
    entries = []
    for kind, (account, name) in _LINES.items():
        moved = gross.get(kind, [])
        comment, total = f"{name} ({len(moved)})", sum(one.amount_minor for one in moved)
        rated = sum(rates.get(one.id, one.amount_minor) for one in moved)
        entries += [
            Entry(account, -rated, comment, category=name),
            Entry("fx", rated - total, f"{name} at another rate", category=name),
            Entry(CLEARING, total, comment, category=name),
        ]
    return tuple(entries)


def amount_legs(parts: Iterable[BalanceTransaction]) -> tuple[Leg, ...]:
    """Return the amount legs of ``parts``, each with the account of its line; a payment's goes by the payment's id.

    What a part capture gives back may come after its payment was summed up, so it is a leg of its own.
    """
    return tuple(Leg(_key(one), Part.AMOUNT, line=_LINES[subject_of(one)[1]][0]) for one in parts)


def fee_details(one: BalanceTransaction) -> tuple[tuple[str, int], ...]:
    """Return the fee by type; where the details do not add up, the balance transaction's own fee counts."""
    told = sum(minor for _, minor in one.fees)
    return one.fees if told == one.fee_minor else (("stripe_fee", one.fee_minor),)


def fee_on(one: BalanceTransaction, account: str, what: str) -> Iterator[Entry]:
    """Yield the fee of a movement, debits: the tax on it on the account of such tax, all the rest on ``account``."""
    for kind, minor in fee_details(one):
        yield Entry(f"{account}.tax", minor, f"tax on {what}") if kind == "tax" else Entry(account, minor, what)


def fee_entries(parts: Iterable[BalanceTransaction]) -> Iterator[Entry]:
    """Yield the fees of ``parts``, debits; those of disputes go to the account of dispute fees."""
    for one in parts:
        if subject_of(one)[1] == "dispute":
            yield from fee_on(one, "fee.dispute", "fees of disputes")
        else:
            yield from (Entry(f"fee.{kind}", minor, kind.replace("_", " ")) for kind, minor in fee_details(one))


def fee_legs(parts: Iterable[BalanceTransaction]) -> tuple[Leg, ...]:
    """Return the fee legs of ``parts``, where there are fees."""
    return tuple(Leg(one.id, Part.FEES, line="fee") for one in parts if one.fee_minor)


def disputes(parts: Iterable[BalanceTransaction]) -> tuple[BalanceTransaction, ...]:
    """Return those of ``parts`` that belong to disputes: their fees always go with their amounts."""
    return tuple(one for one in parts if subject_of(one)[1] == "dispute")


def without(parts: Iterable[BalanceTransaction], ids: Collection[str]) -> tuple[BalanceTransaction, ...]:
    """Return ``parts`` without the balance transactions named in ``ids``."""
    return tuple(one for one in parts if one.id not in ids)


def _key(one: BalanceTransaction) -> str:
    return subject_of(one)[0] if one.reporting_category == "charge" and one.source_id else one.id
