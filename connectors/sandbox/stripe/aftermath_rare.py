"""What happens to an account once in a while: fees long after their charge, and every other kind of movement."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from connectors.sandbox.stripe.baskets import Baskets, Crowd
from connectors.sandbox.stripe.course import DAY_S, HOUR_S, Scene
from connectors.sandbox.stripe.money import Entry, Settled
from connectors.sandbox.stripe.resources import movements, terms
from connectors.sandbox.stripe.shop import Shop
from connectors.sandbox.stripe.trading import SETTLES_AFTER_S, Payment

_EACH_DAYS = 5  # one bare movement for so many days of trade
_LATE_EACH_DAYS = 12
_LATE_FEE = (DAY_S, 40 * DAY_S)  # so that some fall into a month that is closed for their charge
_MOVED = (60, 900)  # minor units: never enough to empty a balance
_AGAIN_PERCENT = 25

#: Steps that `OddStories` knows, with what they are told, drawn again and again.
_AGAIN: tuple[tuple[Any, ...], ...] = (
    ("reserve", "usd"),
    ("reserve", "eur"),
    ("top_up", "usd", 41_000),
    ("top_up", "eur", 23_500),
    ("fee", "eur", "inside"),
    ("fee", "jpy", "separate"),
    ("hold",),
    ("hire",),
)
_RATES = (1_190_000, 1_340_000)  # US dollars for a pound, millionths


class RareStories:
    """Plans what is rare and lets it happen."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    @property
    def verbs(self) -> Mapping[str, Callable[..., None]]:
        """The steps it knows: verb -> what to call with the moment and what the step was told."""
        return {
            "move": self._move,
            "late_sale": self._late_sale,
            "late_fee": self._late_fee,
            "tipped_sale": self._tipped_sale,
            "platform_sale": self._platform_sale,
        }

    def plan(self) -> None:
        """Put the stretch's rare events on the agenda; every kind of movement comes once before any comes again."""
        scene = self._scene
        days = (scene.until_at - scene.since_at) // DAY_S
        for _ in range(max(1, days // _EACH_DAYS)):
            scene.course.add(self._moment(), "move", self._next_kind())
        for _ in range(days // _LATE_EACH_DAYS + int(scene.chance.randrange(_LATE_EACH_DAYS) < days % _LATE_EACH_DAYS)):
            scene.course.add(self._moment(), "late_sale", scene.chance.choice(terms()["settlement_currencies"]))
        for story in ("tipped_sale", "platform_sale"):
            again = scene.chance.randrange(100) < _AGAIN_PERCENT
            if scene.course.first_time(story) or again:
                scene.course.add(self._moment(), story, scene.chance.choice(terms()["settlement_currencies"]))
        if "odd" in scene.course.seen and scene.course.stretches:
            self._plan_again()

    def _plan_again(self) -> None:
        scene = self._scene
        for step in _AGAIN:
            if scene.chance.randrange(100) < _AGAIN_PERCENT:
                scene.course.add(self._moment(), *step)
        micro = scene.between(*_RATES)
        scene.course.add(self._moment(), "rate", "gbp", f"{micro // 1_000_000}.{micro % 1_000_000:06d}")

    def _moment(self) -> int:
        scene = self._scene
        return scene.between(scene.since_at + 60, scene.until_at - 60)

    def _next_kind(self) -> int:
        kinds = movements()
        new = [place for place in range(len(kinds)) if f"movement_{place}" not in self._scene.course.seen]
        chosen = self._scene.chance.choice(new or range(len(kinds)))
        self._scene.course.seen.add(f"movement_{chosen}")
        return chosen

    def _move(self, at: int, place: int) -> None:
        """Let the balance move by itself; nothing tells of it but the balance transaction."""
        scene, kind = self._scene, movements()[place]
        sign = {"+": 1, "-": -1}.get(kind["sign"]) or scene.chance.choice((1, -1))
        currency = scene.chance.choice(terms()["settlement_currencies"])
        settled = Settled(sign * scene.between(*_MOVED), currency)
        text = kind["type"].replace("_", " ").capitalize()
        balance = kind.get("balance", "payments")
        entry = Entry(kind["type"], settled, category=kind["category"], description=text, balance_type=balance)
        scene.sandbox.account.record_balance_transaction(entry, at=at)
        scene.made.other_movements += 1
        scene.ended(f"movement_{kind['type']}")

    def _late_sale(self, at: int, currency: str) -> None:
        """Sell without a fee; Stripe takes that days or weeks later, as a movement of its own."""
        scene, options = self._scene, self._scene.sandbox.options
        payment = Payment(settle_after_s=min(SETTLES_AFTER_S, scene.until_at - at))
        amount = scene.between(2_000, 30_000)
        options.fees_with_payment = False
        try:
            fields = {"description": "Counter sale"}
            charge = scene.sandbox.trading.charge(amount, currency, at=at, fields=fields, payment=payment)
        finally:
            options.fees_with_payment = True
        scene.made.add_charge(charge["id"], currency, amount)
        scene.course.claimed.add(charge["id"])
        later = at + SETTLES_AFTER_S + HOUR_S + scene.between(*_LATE_FEE)
        scene.course.add(later, "late_fee", charge["id"], currency, amount)

    def _tipped_sale(self, at: int, currency: str) -> None:
        """Sell to a guest who gives a tip."""
        scene, trading = self._scene, self._scene.sandbox.trading
        buyer = Crowd(trading, scene.chance, currency, {}).guest()
        shop = Shop(scene.sandbox.engine.store, trading)
        sale = Baskets(shop, scene.chance).fill(buyer, currency, f"T{at:011d}", net_prices=True)
        payment = Payment(settle_after_s=min(SETTLES_AFTER_S, scene.until_at - at))
        intent = trading.intent(replace(sale, tip=scene.between(*_MOVED)), at=at, payment=payment)
        self._sold(intent["latest_charge"], "tipped_sale")

    def _platform_sale(self, at: int, currency: str) -> None:
        """Sell through a platform (Connect), which takes its fee."""
        scene, amount = self._scene, self._scene.between(5_000, 30_000)
        payment = Payment(settle_after_s=min(SETTLES_AFTER_S, scene.until_at - at))
        fields = {"description": "Sold on a market place", "application_fee_amount": amount // 20}
        charge = scene.sandbox.trading.charge(amount, currency, at=at, fields=fields, payment=payment)
        self._sold(charge["id"], "platform_sale")

    def _sold(self, charge_id: str, story: str) -> None:
        charge = self._scene.object(charge_id)
        self._scene.made.add_charge(charge_id, charge["currency"], charge["amount"])
        self._scene.course.claimed.add(charge_id)
        self._scene.ended(story)

    def _late_fee(self, at: int, charge: str, currency: str, amount: int) -> None:
        scene = self._scene
        details = scene.sandbox.account.ledger.fee_of(Settled(amount, currency))
        fee = sum(int(detail["amount"]) for detail in details)
        text = f"Processing fee of {charge}"
        scene.sandbox.account.record_balance_transaction(
            Entry("stripe_fee", Settled(-fee, currency), charge, description=text), at=at
        )
        scene.made.other_movements += 1
        scene.ended("late_fee")
