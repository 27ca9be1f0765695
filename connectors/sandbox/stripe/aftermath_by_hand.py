"""Payouts that somebody makes by hand beside the automatic ones: paid, instant, canceled, failed, fetched back.

Stripe names no movements for any of them (docs.stripe.com/payouts/reconciliation).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from connectors.sandbox.stripe.course import DAY_S, HOUR_S, Scene
from connectors.sandbox.stripe.resources import terms
from connectors.sandbox.stripe.store import Obj

_EACH_DAYS = 8  # one such payout for so many days of trade
_LEAST = 500  # minor units; nobody fetches less
_LOOK_AGAIN_S = 7 * HOUR_S
_SHARES = (30, 60, 100)  # per cent of what is available


@dataclass(frozen=True, slots=True)
class ByHand:
    """How a payout by hand goes.

    Attributes:
        kind: Its name.
        instant: Whether it arrives at once, for a fee of its own.
        then: What becomes of it when it did not simply arrive: a verb of ``ByHandStories``.
        wait_s: Seconds until then, fewest and most.
    """

    kind: str
    instant: bool = False
    then: str = ""
    wait_s: tuple[int, int] = (0, 0)


BY_HAND = (
    ByHand("payout_by_hand"),
    ByHand("payout_instant", instant=True),
    ByHand("payout_canceled", then="cancel_payout", wait_s=(HOUR_S, 8 * HOUR_S)),
    ByHand("payout_by_hand_failed", then="refuse_payout", wait_s=(DAY_S, 3 * DAY_S)),
    ByHand("payout_fetched_back", then="fetch_back", wait_s=(DAY_S, 5 * DAY_S)),
)


class ByHandStories:
    """Plans payouts by hand and lets them happen."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    @property
    def verbs(self) -> Mapping[str, Callable[..., None]]:
        """The steps it knows: verb -> what to call with the moment and what the step was told."""
        return {
            "pay_by_hand": self._pay_out,
            "arrive_by_hand": self._arrive,
            "cancel_payout": self._cancel,
            "refuse_payout": self._refuse,
            "fetch_back": self._fetch_back,
        }

    def plan(self) -> None:
        """Put the stretch's payouts by hand on the agenda; every kind comes once before any comes again."""
        scene = self._scene
        for _ in range(max(1, (scene.until_at - scene.since_at) // DAY_S // _EACH_DAYS)):
            new = [place for place, one in enumerate(BY_HAND) if one.kind not in scene.course.seen]
            place = scene.chance.choice(new or range(len(BY_HAND)))
            scene.course.seen.add(BY_HAND[place].kind)
            currency = scene.chance.choice(terms()["settlement_currencies"])
            # Many so late that the stretch ends before an automatic payout takes what they left.
            first = max(scene.since_at, scene.until_at - scene.chance.choice((DAY_S, scene.until_at)))
            scene.course.add(scene.between(first + 60, scene.until_at - 60), "pay_by_hand", place, currency)

    def _pay_out(self, at: int, place: int, currency: str) -> None:
        """Fetch a share of what is available, as soon as it is worth it."""
        scene, told = self._scene, BY_HAND[place]
        account = scene.sandbox.account
        available = account.ledger.totals(at=at)[currency]["available"]
        amount = available * scene.chance.choice(_SHARES) // 100
        if told.instant:
            amount = account.largest_instant(amount)
        if amount < _LEAST:
            scene.course.add(at + _LOOK_AGAIN_S, "pay_by_hand", place, currency)
            return
        method = "instant" if told.instant else "standard"
        payout = account.create_payout({"amount": amount, "currency": currency, "method": method}, at=at)
        scene.made.payouts += 1
        if told.then != "cancel_payout":
            arrives_at = payout["arrival_date"] + scene.between(60, 4 * HOUR_S)
            scene.course.add(arrives_at, "arrive_by_hand", payout["id"], place)
        else:
            scene.course.add(at + scene.between(*told.wait_s), told.then, payout["id"], place)

    def _arrive(self, at: int, payout: str, place: int) -> None:
        scene, told = self._scene, BY_HAND[place]
        scene.sandbox.account.pay(payout, at=at)
        if told.then:
            scene.course.add(at + scene.between(*told.wait_s), told.then, payout, place)
        else:
            scene.ended(told.kind)

    def _cancel(self, at: int, payout: str, place: int) -> None:
        self._came_back(self._scene.sandbox.account.cancel_payout(payout, at=at), place)

    def _refuse(self, at: int, payout: str, place: int) -> None:
        self._came_back(self._scene.sandbox.account.fail_payout(payout, at=at), place)

    def _fetch_back(self, at: int, payout: str, place: int) -> None:
        """Fetch a paid payout back: a payout of its own, which takes the money from the bank."""
        scene = self._scene
        back = scene.sandbox.account.reverse_payout(payout, at=at)
        scene.made.payouts += 1
        scene.course.add(back["arrival_date"] + scene.between(60, 4 * HOUR_S), "arrive_by_hand", back["id"], 0)
        scene.ended(BY_HAND[place].kind)

    def _came_back(self, _payout: Obj, place: int) -> None:
        self._scene.made.other_movements += 1
        self._scene.ended(BY_HAND[place].kind)
