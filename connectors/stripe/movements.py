"""Money that is no payment, as Stripe has it now: refunds, disputes, payouts, and movements without an object.

May import: ``agent.domain``, ``agent.ports``. Fields and their types are those of stripe-python 16.1 (Refund, Dispute,
Payout, BalanceTransaction).
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from agent.domain.events import BalanceTransaction
from agent.domain.facts import StripeFacts
from agent.domain.json_reader import BadJsonError, JsonObject, JsonReader
from connectors.stripe.client import Connection, path_of
from connectors.stripe.kept import folded, impersonal, lean, same, shown
from connectors.stripe.shapes import balance_transaction_of, currency, minor, moment

#: Roles in which a refund or payout shows a movement of the balance: the money's way out, and its way back.
_OWN = ("balance_transaction", "failure_balance_transaction")


class Movements:
    """Reads one object that moves money, with all its movements of the balance.

    Attributes:
        readers: By Stripe's ``object``, what reads it by its id; each raises ``BadJsonError`` naming a wrong field.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.readers: Mapping[str, Callable[[str], StripeFacts]] = {
            "refund": self._refund,
            "dispute": self._dispute,
            "payout": self._payout,
            "balance_transaction": self._movement,
        }

    def _refund(self, refund_id: str) -> StripeFacts:
        """Read a refund; one that waits for money has no movement, one that failed has two."""
        refund = self._money("refund", "refunds", refund_id, ["charge.refunds", *_OWN])
        refund.optional_text("status")
        objects: dict[str, JsonObject] = {"refund": lean(folded(refund, "charge", *_OWN))}
        charge = shown(refund, "charge")
        # A refund of a customer's cash balance is of no charge.
        if charge is not None:
            objects["charge"] = {**_lean_charge(charge), "refunds": _siblings(charge)}
        return StripeFacts(refund_id, "refund", objects, tuple(_own(refund)))

    def _dispute(self, dispute_id: str) -> StripeFacts:
        """Read a dispute; an inquiry has no movement, a dispute one or more, which it shows itself."""
        dispute = self._money("dispute", "disputes", dispute_id, ["charge"])
        dispute.text("status")
        _there(dispute, "balance_transactions", "a list")
        movements = tuple(balance_transaction_of(entry.raw) for entry in dispute.objects("balance_transactions"))
        kept = lean(folded(dispute, "charge"))
        kept["balance_transactions"] = [movement.id for movement in movements]
        objects = {"dispute": kept, "charge": _lean_charge(dispute.object("charge"))}
        return StripeFacts(dispute_id, "dispute", objects, movements)

    def _payout(self, payout_id: str) -> StripeFacts:
        """Read a payout and, where Stripe can tell, all that it took along.

        Stripe can tell for automatic payouts once ``reconciliation_status`` is completed. A list that does not sum up
        may have changed while it was read page by page, so it is read once more, and then given as it is.
        """
        payout, listed = self._payout_with_parts(payout_id)
        if not _sums_up(payout, listed):
            payout, listed = self._payout_with_parts(payout_id)
        known = {movement.id: movement for movement in [*_own(payout), *listed]}
        # Of two in one second the payout's own come first, its way out before its way back.
        movements = sorted(known.values(), key=lambda movement: movement.created_at)
        return StripeFacts(payout_id, "payout", {"payout": lean(folded(payout, *_OWN))}, tuple(movements))

    def _payout_with_parts(self, payout_id: str) -> tuple[JsonReader, Sequence[BalanceTransaction]]:
        payout = self._money("payout", "payouts", payout_id, list(_OWN))
        payout.text("status")
        moment(payout, "arrival_date")
        return payout, self._parts(payout_id) if _is_listed(payout) else ()

    def _parts(self, payout_id: str) -> Sequence[BalanceTransaction]:
        """List what a payout took along, its own movement included."""
        pages = self._connection.pages("/v1/balance_transactions", {"payout": payout_id})
        parts = (balance_transaction_of(member.value, payout_id=payout_id) for page in pages for member in page)
        # A list that moves on while it is read can show a member on two pages.
        return tuple({part.id: part for part in parts}.values())

    def _movement(self, movement_id: str) -> StripeFacts:
        """Read a movement that has no object of its own: a fee of the account, a reserve, an adjustment."""
        found = self._connection.get(path_of("balance_transactions", movement_id))
        entry = same(found, "balance_transaction", movement_id)
        movement = balance_transaction_of(entry.raw)
        objects = {"balance_transaction": folded(entry, "source")}
        return StripeFacts(movement_id, "balance_transaction", objects, (movement,))

    def _money(self, kind: str, collection: str, object_id: str, expand: Sequence[str]) -> JsonReader:
        """Return an object of an amount, whose parts that every kind has are checked."""
        params: dict[str, Any] = {"expand": list(expand)}
        found = same(self._connection.get(path_of(collection, object_id), params), kind, object_id)
        minor(found, "amount")
        currency(found)
        moment(found)
        return found


def _own(holder: JsonReader) -> list[BalanceTransaction]:
    """Return the movements that a refund or payout shows as its own."""
    found = [shown(holder, role) for role in _OWN]
    return [balance_transaction_of(entry.raw) for entry in found if entry is not None]


def _is_listed(payout: JsonReader) -> bool:
    automatic = payout.flag("automatic")
    return automatic and payout.text("reconciliation_status") == "completed"


def _sums_up(payout: JsonReader, listed: Sequence[BalanceTransaction]) -> bool:
    """Say whether what a payout took along is its amount; what has no list has nothing to sum up."""
    others = [movement.net_minor for movement in listed if movement.id != payout.id_of("balance_transaction")]
    return not _is_listed(payout) or sum(others) == payout.integer("amount")


def _lean_charge(charge: JsonReader) -> JsonObject:
    if charge.text("object") != "charge":
        raise BadJsonError(f"{charge.where} is another object.")
    charge.text("id")
    return impersonal(charge.raw)


def _siblings(charge: JsonReader) -> list[JsonObject]:
    """Return the latest refunds of a payment, the newest first, as far as Stripe shows them with it."""
    found = charge.objects("refunds")
    return [{"id": refund.text("id"), "status": refund.optional_text("status")} for refund in found]


def _there(holder: JsonReader, name: str, words: str) -> None:
    """Refuse an object without a field that Stripe always sends: taken for empty, money would not have moved."""
    if holder.raw.get(name) is None:
        raise BadJsonError(f"{holder.where}.{name} is missing, not {words}.")
