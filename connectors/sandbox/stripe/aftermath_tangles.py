"""Charges that more than one thing happens to: refunds that fail and are made again, disputes of what was refunded."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from connectors.sandbox.stripe.course import DAY_S, HOUR_S, Candidate, Scene
from connectors.sandbox.stripe.refunds import RefundOrder
from connectors.sandbox.stripe.store import Obj
from connectors.sandbox.stripe.trading import SETTLES_AFTER_S, Payment

_EACH_DAYS = 6  # one tangle for so many days of trade
_LEAST = 1_000  # minor units; less cannot be told apart in parts
_SECOND = "second_refunds"
_PAUSE = (2 * HOUR_S, 6 * DAY_S)


@dataclass(frozen=True, slots=True)
class Tangle:
    """One story in steps, some hours or days apart.

    Attributes:
        kind: Its name.
        steps: What happens, in order: a verb of ``TangleStories``, and per cent of the charge where it takes a part.
        suits: ``card``, ``bank`` (a payment that is not by card), ``pounds`` (converted, made for it), ``any``.
        second: Whether what came back is given back a second time.
    """

    kind: str
    steps: tuple[tuple[str, int], ...]
    suits: str = "any"
    second: bool = False


TANGLES = (
    Tangle("tangle_refund_part_then_lost", (("refund", 30), ("dispute", 0), ("lose", 0)), "card"),
    Tangle("tangle_refund_part_then_won", (("refund", 20), ("dispute", 0), ("win", 0)), "card"),
    Tangle("tangle_dispute_part_lost", (("dispute", 40), ("lose", 0)), "card"),
    Tangle("tangle_lost_then_won", (("dispute", 0), ("lose", 0), ("overturn", 0)), "card"),
    Tangle("tangle_part_lost_then_won", (("refund", 20), ("dispute", 30), ("lose", 0), ("overturn", 0)), "card"),
    Tangle("tangle_inquiry_refunded", (("inquire", 0), ("refund", 0), ("lose", 0)), "card"),
    Tangle("tangle_refund_fails_and_again", (("refund", 0), ("fail", 0), ("refund", 0)), second=True),
    Tangle("tangle_part_fails_and_all", (("refund", 30), ("refund", 25), ("fail", 0), ("refund", 0)), second=True),
    Tangle("tangle_refund_canceled", (("refund_later", 50), ("cancel", 0), ("refund", 50))),
    Tangle("tangle_bank_takes_back", (("take_back", 0),), "bank"),
    Tangle("tangle_pounds_refunded", (("refund", 40), ("rate", 0), ("refund", 0)), "pounds"),
    Tangle("tangle_pounds_refund_fails", (("refund", 0), ("rate", 0), ("fail", 0)), "pounds"),
    Tangle("tangle_pounds_lost", (("dispute", 0), ("rate", 0), ("lose", 0)), "pounds"),
    Tangle("tangle_pounds_lost_then_won", (("dispute", 0), ("lose", 0), ("rate", 0), ("overturn", 0)), "pounds"),
    Tangle("tangle_pounds_won", (("dispute", 0), ("rate", 0), ("win", 0)), "pounds"),
)
_RATES = (1_190_000, 1_340_000)  # US dollars for a pound, millionths


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
        return {"tangle": self._go_on, "tangle_pounds": self._pounds}

    def plan(self, left: list[Candidate]) -> None:
        """Put the stretch's tangles on the agenda.

        Args:
            left: Charges that no other story is told about; those chosen are taken out.
        """
        days = (self._scene.until_at - self._scene.since_at) // DAY_S
        for _ in range(max(1, days // _EACH_DAYS)):
            may = [place for place, one in enumerate(TANGLES) if not one.second or _SECOND not in self._scene.without]
            new = [place for place in may if TANGLES[place].kind not in self._scene.course.seen]
            self._tell(self._scene.chance.choice(new or may), left)

    def _tell(self, place: int, left: list[Candidate]) -> None:
        scene, tangle = self._scene, TANGLES[place]
        if tangle.suits == "pounds":
            scene.course.add(scene.between(scene.since_at + 60, scene.until_at - 60), "tangle_pounds", place)
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

    def _pounds(self, at: int, place: int) -> None:
        """Sell in pounds, which the account does not hold."""
        scene, amount = self._scene, self._scene.between(2_000, 30_000)
        payment = Payment(settle_after_s=min(SETTLES_AFTER_S, scene.until_at - at))
        charge = scene.sandbox.trading.charge(
            amount, "gbp", at=at, fields={"description": "Order by letter"}, payment=payment
        )
        scene.made.add_charge(charge["id"], "gbp", amount)
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
        amount = scene.object(charge)["amount_captured"] * percent // 100 or None
        scene.sandbox.trading.refund(RefundOrder(charge, amount, "requested_by_customer", {}, pending), at=at)
        scene.made.refunds += 1

    def _fail(self, at: int, charge: str, _percent: int) -> None:
        self._scene.sandbox.trading.fail_refund(self._last("refund", charge)["id"], at=at)

    def _cancel(self, at: int, charge: str, _percent: int) -> None:
        self._scene.sandbox.trading.cancel_refund(self._last("refund", charge)["id"], at=at)

    def _dispute(self, at: int, charge: str, percent: int) -> None:
        found = self._scene.object(charge)
        left = found["amount"] - found["amount_refunded"]
        amount = found["amount_captured"] * percent // 100 or left
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

    def _rate(self, _at: int, _charge: str, _percent: int) -> None:
        micro = self._scene.between(*_RATES)
        self._scene.sandbox.account.ledger.set_rate("gbp", f"{micro // 1_000_000}.{micro % 1_000_000:06d}")

    def _last(self, kind: str, charge: str) -> Obj:
        return self._scene.sandbox.engine.store.all_of(kind, charge=charge)[-1]


def _suits(tangle: Tangle, charge: Obj) -> bool:
    card = charge["payment_method_details"]["type"] == "card"
    fits = bool({"card": card, "bank": not card, "any": True}[tangle.suits])
    return fits and bool(charge["amount_captured"] == charge["amount"] >= _LEAST)
