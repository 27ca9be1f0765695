"""Charges that more than one thing happens to: refunds that fail and are made again, disputes of what was refunded."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from connectors.sandbox.stripe.course import DAY_S, HOUR_S, Candidate, Scene
from connectors.sandbox.stripe.money import exponent
from connectors.sandbox.stripe.refunds import RefundOrder
from connectors.sandbox.stripe.resources import terms
from connectors.sandbox.stripe.store import Obj
from connectors.sandbox.stripe.trading import SETTLES_AFTER_S, Payment

_EACH_DAYS = 6  # one tangle for so many days of trade
_LEAST = 1_000  # minor units; less cannot be told apart in parts
_PAUSE = (2 * HOUR_S, 6 * DAY_S)


@dataclass(frozen=True, slots=True)
class Tangle:
    """One story in steps, some hours or days apart.

    Attributes:
        kind: Its name.
        steps: What happens, in order: a verb of ``TangleStories``, and per cent of the charge where it takes a part.
        suits: ``card``, ``bank`` (a payment that is not by card), ``foreign`` (converted, made for it), ``any``.
    """

    kind: str
    steps: tuple[tuple[str, int], ...]
    suits: str = "any"


TANGLES = (
    Tangle("tangle_refund_part_then_lost", (("refund", 30), ("dispute", 0), ("lose", 0)), "card"),
    Tangle("tangle_refund_part_then_won", (("refund", 20), ("dispute", 0), ("win", 0)), "card"),
    Tangle("tangle_dispute_part_lost", (("dispute", 40), ("lose", 0)), "card"),
    Tangle("tangle_lost_then_won", (("dispute", 0), ("lose", 0), ("overturn", 0)), "card"),
    Tangle("tangle_part_lost_then_won", (("refund", 20), ("dispute", 30), ("lose", 0), ("overturn", 0)), "card"),
    Tangle("tangle_inquiry_refunded", (("inquire", 0), ("refund", 0), ("lose", 0)), "card"),
    Tangle("tangle_refund_fails_and_again", (("refund", 0), ("fail", 0), ("refund", 0))),
    Tangle("tangle_part_fails_and_all", (("refund", 30), ("refund", 25), ("fail", 0), ("refund", 0))),
    Tangle("tangle_refund_canceled", (("refund_later", 50), ("cancel", 0), ("refund", 50))),
    Tangle("tangle_bank_takes_back", (("take_back", 0),), "bank"),
    Tangle("tangle_foreign_refunded", (("refund", 40), ("rate", 0), ("refund", 0)), "foreign"),
    Tangle("tangle_foreign_refund_fails", (("refund", 0), ("rate", 0), ("fail", 0)), "foreign"),
    Tangle("tangle_foreign_lost", (("dispute", 0), ("rate", 0), ("lose", 0)), "foreign"),
    Tangle("tangle_foreign_lost_then_won", (("dispute", 0), ("lose", 0), ("rate", 0), ("overturn", 0)), "foreign"),
    Tangle("tangle_foreign_won", (("dispute", 0), ("rate", 0), ("win", 0)), "foreign"),
)
_RATE_MOVES = (-70_000, 70_000)  # by so many millionths of itself
_CENTS = 2  # decimals


class TangleStories:
    """Plans tangles and lets them happen."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._steps: Mapping[str, Callable[[int, str, int], None]] = {
            "refund": self._refund,
            "refund_later": self._refund_later,
            "fail": self._fail,
            "cancel": self._cancel,
            "dispute": self._dispute,
            "inquire": self._inquire,
            "lose": self._lose,
            "win": self._win,
            "overturn": self._overturn,
            "take_back": self._take_back,
            "rate": self._rate,
        }

    @property
    def verbs(self) -> Mapping[str, Callable[..., None]]:
        """The steps it knows: verb -> what to call with the moment and what the step was told."""
        return {"tangle": self._go_on, "tangle_foreign": self._foreign}

    def plan(self, left: list[Candidate]) -> None:
        """Put the stretch's tangles on the agenda.

        Args:
            left: Charges that no other story is told about; those chosen are taken out.
        """
        days = (self._scene.until_at - self._scene.since_at) // DAY_S
        for _ in range(max(1, days // _EACH_DAYS)):
            new = [place for place, one in enumerate(TANGLES) if one.kind not in self._scene.course.seen]
            self._tell(self._scene.chance.choice(new or range(len(TANGLES))), left)

    def _tell(self, place: int, left: list[Candidate]) -> None:
        scene, tangle = self._scene, TANGLES[place]
        if tangle.suits == "foreign":
            scene.course.add(scene.between(scene.since_at + 60, scene.until_at - 60), "tangle_foreign", place)
            scene.course.seen.add(tangle.kind)
            return
        for found in left:
            if _suits(tangle, found.charge) and found.charge["id"] not in scene.course.claimed:
                first = max(found.money_at + HOUR_S, scene.since_at + HOUR_S)
                scene.course.add(first + scene.between(*_PAUSE), "tangle", place, 0, found.charge["id"])
                scene.course.claimed.add(found.charge["id"])
                scene.course.seen.add(tangle.kind)
                left.remove(found)
                return

    def _foreign(self, at: int, place: int) -> None:
        """Sell in a currency that the account does not hold."""
        scene, currency = self._scene, self._scene.chance.choice(self._scene.sandbox.options.also_sold)
        payment = Payment(settle_after_s=min(SETTLES_AFTER_S, scene.until_at - at))
        amount = scene.between(2_000, 30_000)
        # The last of three decimals is always zero (docs.stripe.com/currencies).
        amount *= 10 if exponent(currency) > _CENTS else 1
        charge = scene.sandbox.trading.charge(
            amount, currency, at=at, fields={"description": "Order by letter"}, payment=payment
        )
        scene.made.add_charge(charge["id"], currency, amount)
        scene.course.claimed.add(charge["id"])
        scene.course.add(at + SETTLES_AFTER_S + scene.between(*_PAUSE), "tangle", place, 0, charge["id"])

    def _go_on(self, at: int, place: int, step: int, charge: str) -> None:
        verb, percent = TANGLES[place].steps[step]
        self._steps[verb](at, charge, percent)
        if step + 1 < len(TANGLES[place].steps):
            self._scene.course.add(at + self._scene.between(*_PAUSE), "tangle", place, step + 1, charge)
        else:
            self._scene.ended(TANGLES[place].kind)

    def _refund(self, at: int, charge: str, percent: int) -> None:
        self._give_back(at, charge, percent, None)

    def _refund_later(self, at: int, charge: str, percent: int) -> None:
        self._give_back(at, charge, percent, "processing")

    def _give_back(self, at: int, charge: str, percent: int, pending: str | None) -> None:
        scene = self._scene
        amount = self._share(charge, percent) or None
        scene.sandbox.trading.refund(RefundOrder(charge, amount, "requested_by_customer", {}, pending), at=at)
        scene.made.refunds += 1

    def _share(self, charge: str, percent: int) -> int:
        found = self._scene.object(charge)
        least = 10 if exponent(found["currency"]) > _CENTS else 1
        return int(found["amount_captured"]) * percent // 100 // least * least

    def _fail(self, at: int, charge: str, _percent: int) -> None:
        self._scene.sandbox.trading.fail_refund(self._last("refund", charge)["id"], at=at)

    def _cancel(self, at: int, charge: str, _percent: int) -> None:
        self._scene.sandbox.trading.cancel_refund(self._last("refund", charge)["id"], at=at)

    def _dispute(self, at: int, charge: str, percent: int) -> None:
        found = self._scene.object(charge)
        left = found["amount"] - found["amount_refunded"]
        amount = self._share(charge, percent) or left
        self._scene.sandbox.trading.dispute(charge, at=at, amount=amount)
        self._scene.made.disputes += 1

    def _inquire(self, at: int, charge: str, _percent: int) -> None:
        self._scene.sandbox.trading.dispute(charge, at=at, inquiry=True)
        self._scene.made.disputes += 1

    def _lose(self, at: int, charge: str, _percent: int) -> None:
        self._scene.sandbox.trading.close_dispute(self._last("dispute", charge)["id"], won=False, at=at)

    def _win(self, at: int, charge: str, _percent: int) -> None:
        self._scene.sandbox.trading.close_dispute(self._last("dispute", charge)["id"], won=True, at=at)

    def _overturn(self, at: int, charge: str, _percent: int) -> None:
        self._scene.sandbox.trading.overturn_dispute(self._last("dispute", charge)["id"], at=at)

    def _take_back(self, at: int, charge: str, _percent: int) -> None:
        self._scene.sandbox.trading.bank_return(charge, at=at)
        self._scene.made.other_movements += 1

    def _rate(self, _at: int, charge: str, _percent: int) -> None:
        ledger, currency = self._scene.sandbox.account.ledger, self._scene.object(charge)["currency"]
        micro = int(terms()["rates_to_usd"][currency].replace(".", ""))
        micro += micro * self._scene.between(*_RATE_MOVES) // 1_000_000
        ledger.set_rate(currency, f"{micro // 1_000_000}.{micro % 1_000_000:06d}")

    def _last(self, kind: str, charge: str) -> Obj:
        return self._scene.sandbox.engine.store.all_of(kind, charge=charge)[-1]


def _suits(tangle: Tangle, charge: Obj) -> bool:
    card = charge["payment_method_details"]["type"] == "card"
    fits = bool({"card": card, "bank": not card, "any": True}[tangle.suits])
    return fits and bool(charge["amount_captured"] == charge["amount"] >= _LEAST)
