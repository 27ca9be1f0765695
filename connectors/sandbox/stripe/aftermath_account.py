"""What happens to the account by itself: payouts on a schedule, reserves, fees, adjustments, and odd charges."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from connectors.sandbox.stripe.course import DAY_S, HOUR_S, Candidate, Scene
from connectors.sandbox.stripe.money import Entry, Settled, fee_detail
from connectors.sandbox.stripe.resources import terms
from connectors.sandbox.stripe.trading import SETTLES_AFTER_S, Payment

_RESERVED_PERCENT = 15
_LEAST_RESERVE = 500  # minor units
_LOOK_AGAIN_S = 7 * HOUR_S
_FEE_TAX_PERCENT = 20
_OVERDRAWN_FIRST = ("jpy", "eur", "usd")  # little is available where little is sold
_SATURDAY = 5
_AGAIN_PERCENT = 8  # of the payouts fail, and of the nights before one begin with an overdraft, where that is wanted
_HELD_FOR_S = 7 * DAY_S  # docs.stripe.com/payments/place-a-hold-on-a-payment-method: seven days online


class PayoutStories:
    """Daily automatic payouts on weekdays, what comes of them, and one that takes money from the bank."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._left: list[Candidate] = []

    @property
    def verbs(self) -> Mapping[str, Callable[..., None]]:
        """The steps it knows: verb -> what to call with the moment and what the step was told."""
        return {
            "overdraw": self._overdraw,
            "pay_out": self._pay_out,
            "debit": self._debit,
            "reconcile": self._reconcile,
            "arrive": self._arrive,
            "fail_payout": self._fail,
        }

    def plan(self, left: list[Candidate]) -> None:
        """Put every weekday's payouts on the agenda.

        Args:
            left: Charges that no other story is told about; one may be refunded to overdraw the balance.
        """
        scene, self._left = self._scene, left
        first = scene.since_at - scene.since_at % DAY_S + DAY_S
        for midnight in range(first, scene.until_at + 1, DAY_S):
            if datetime.fromtimestamp(midnight, UTC).weekday() < _SATURDAY:
                if midnight > scene.at_share(25) and "refunds" not in scene.without:
                    scene.course.add(midnight - 60, "overdraw", midnight)
                scene.course.add(midnight, "pay_out")

    def _overdraw(self, at: int, midnight: int) -> None:
        """Give back more than is available, once: the payout that follows takes the difference from the bank."""
        scene = self._scene
        again = scene.rare and scene.chance.randrange(100) < _AGAIN_PERCENT
        if "payout_negative" in scene.course.seen and not again:
            return
        for currency in _OVERDRAWN_FIRST:
            ready = sum(net for _, net in scene.sandbox.account.ledger.bundle(currency, at=midnight))
            enough = [
                found
                for found in self._left
                if found.charge["currency"] == currency
                and found.charge["amount"] > ready >= 0
                and found.money_at < at
                and found.charge["id"] not in scene.course.claimed
            ]
            if enough:
                chosen = min(enough, key=lambda found: (found.charge["amount"], found.charge["id"])).charge["id"]
                scene.course.claimed.add(chosen)
                scene.course.seen.add("payout_negative")
                scene.course.add(at, "refund", "refund_full", chosen, 0, "")
                scene.course.add(midnight, "debit", currency)
                return

    def _pay_out(self, at: int) -> None:
        """Pay out what is available; a balance below zero waits for later sales."""
        ledger = self._scene.sandbox.account.ledger
        each = terms()["settlement_currencies"]
        self._leave(at, [currency for currency in each if sum(net for _, net in ledger.bundle(currency, at=at)) > 0])

    def _debit(self, at: int, currency: str) -> None:
        self._leave(at, [currency])

    def _leave(self, at: int, currencies: list[str]) -> None:
        scene = self._scene
        if not currencies:
            return
        for payout in scene.sandbox.account.run_payouts(at=at, currencies=currencies):
            scene.made.payouts += 1
            scene.ended("payout" if payout["amount"] > 0 else "payout_negative")
            scene.course.add(at + scene.between(3 * HOUR_S, 9 * HOUR_S), "reconcile", payout["id"])
            arrives_at = payout["arrival_date"] + scene.between(HOUR_S, 4 * HOUR_S)
            scene.course.add(arrives_at, "arrive", payout["id"])

    def _reconcile(self, at: int, payout: str) -> None:
        self._scene.sandbox.account.complete_reconciliation(payout, at=at)

    def _arrive(self, at: int, payout: str) -> None:
        scene = self._scene
        paid = scene.sandbox.account.pay(payout, at=at)
        again = scene.rare and scene.chance.randrange(100) < _AGAIN_PERCENT
        if paid["amount"] > 0 and at > scene.at_share(20) and (scene.course.first_time("payout_failed") or again):
            scene.course.add(at + scene.between(DAY_S, 2 * DAY_S), "fail_payout", payout)

    def _fail(self, at: int, payout: str) -> None:
        scene = self._scene
        scene.sandbox.account.fail_payout(payout, at=at)
        scene.made.other_movements += 1
        scene.ended("payout_failed")


class OddStories:
    """Reserves, fees without a charge, adjustments, a top-up, and charges that are not like the others."""

    def __init__(self, scene: Scene, refund_foreign: Callable[[dict[str, Any], int], None]) -> None:
        self._scene = scene
        self._refund_foreign = refund_foreign

    @property
    def verbs(self) -> Mapping[str, Callable[..., None]]:
        """The steps it knows: verb -> what to call with the moment and what the step was told."""
        return {
            "reserve": self._reserve,
            "release": self._release,
            "fee": self._fee,
            "adjust": self._adjust,
            "top_up": self._top_up,
            "rate": self._rate,
            "foreign": self._foreign,
            "hire": self._hire,
            "capture_part": self._capture_part,
            "hold": self._hold,
            "expire": self._expire,
        }

    @staticmethod
    def charges_among(charges: int, *, first: bool) -> dict[str, int]:
        """Return how many of a stretch's charges are odd: ``foreign`` converted, ``hire`` captured in part."""
        return {"foreign": min(3 if first else 1, charges // 20), "hire": int(first and charges >= 20)}

    def plan(self, odd: Mapping[str, int]) -> None:
        """Put everything on the agenda; after the first stretch only what comes again and again."""
        scene = self._scene
        for place in range(odd["foreign"]):
            scene.course.add(scene.at_share(12 + 22 * place), "foreign", place)
        if odd["hire"]:
            scene.course.add(scene.at_share(18), "hire")
        scene.course.add(scene.at_share(30), "fee", "usd", "separate")
        if not scene.course.first_time("odd"):
            return
        for percent, verb, *told in (
            (10, "hold"),
            (22, "reserve", "usd"),
            (28, "rate", "gbp", "1.281700"),
            (35, "reserve", "eur"),
            (40, "reserve", "jpy"),
            (50, "top_up", "usd", 50_000),
            (55, "fee", "eur", "inside"),
            (60, "adjust", "usd", 320),
            (66, "adjust", "eur", -185),
            (70, "fee", "usd", "separate"),
        ):
            scene.course.add(scene.at_share(int(percent)), str(verb), *told)

    def _reserve(self, at: int, currency: str) -> None:
        """Hold a part of what is available, as soon as it is worth it."""
        scene = self._scene
        available = scene.sandbox.account.ledger.totals(at=at)[currency]["available"]
        amount = available * _RESERVED_PERCENT // 100
        if amount < _LEAST_RESERVE:
            scene.course.add(at + _LOOK_AGAIN_S, "reserve", currency)
            return
        moved = scene.sandbox.account.hold_reserve(amount, currency, at=at)
        scene.made.other_movements += len(moved)
        scene.ended("reserve_hold")
        scene.course.add(at + scene.between(7 * DAY_S, 9 * DAY_S), "release", currency, amount)

    def _release(self, at: int, currency: str, amount: int) -> None:
        moved = self._scene.sandbox.account.release_reserve(amount, currency, at=at)
        self._scene.made.other_movements += len(moved)
        self._scene.ended("reserve_release")

    def _fee(self, at: int, currency: str, tax: str) -> None:
        """Take a fee for screening payments; its tax is a movement of its own, or a fee detail of the same one."""
        scene, text = self._scene, "Radar for Fraud Teams"
        amount = scene.between(150, 900)
        taxed = amount * _FEE_TAX_PERCENT // 100
        if tax == "separate":
            scene.sandbox.account.stripe_fee(amount, currency, text, at=at)
            self._record(Entry("tax_fee", Settled(-taxed, currency), description=f"Tax on {text}"), at)
        else:
            details = (fee_detail(taxed, currency, "tax", "VAT"),)
            entry = Entry("stripe_fee", Settled(-amount, currency), None, details, description=text)
            scene.sandbox.account.record_balance_transaction(entry, at=at)
        scene.made.other_movements += 1
        scene.ended(f"fee_with_tax_{tax}")

    def _record(self, entry: Entry, at: int) -> None:
        self._scene.sandbox.account.record_balance_transaction(entry, at=at)
        self._scene.made.other_movements += 1

    def _adjust(self, at: int, currency: str, amount: int) -> None:
        self._record(Entry("adjustment", Settled(amount, currency), description="Correction by Stripe"), at)
        self._scene.ended("adjustment")

    def _top_up(self, at: int, currency: str, amount: int) -> None:
        self._scene.sandbox.account.top_up(amount, currency, at=at)
        self._scene.made.other_movements += 1
        self._scene.ended("top_up")

    def _rate(self, _at: int, currency: str, rate: str) -> None:
        self._scene.sandbox.account.ledger.set_rate(currency, rate)

    def _foreign(self, at: int, place: int) -> None:
        """Sell in a currency the account does not hold; the first such sale is refunded in part, at another rate."""
        scene = self._scene
        payment = Payment(settle_after_s=min(SETTLES_AFTER_S, scene.until_at - at))
        fields = {"description": "Telephone order"}
        amount = scene.between(2_000, 30_000)
        charge = scene.sandbox.trading.charge(amount, "gbp", at=at, fields=fields, payment=payment)
        scene.made.add_charge(charge["id"], "gbp", amount)
        scene.course.claimed.add(charge["id"])
        scene.ended("charge_foreign")
        if place == 0 and scene.course.first_time("refund_foreign"):
            wait_until_at = scene.until_at if "refunds" in scene.without else scene.at_share(28)
            later = max(at + 2 * DAY_S, wait_until_at + DAY_S)
            self._refund_foreign(charge, later)

    def _hire(self, at: int) -> None:
        fields = {"description": "Deposit for a hired tool"}
        held = self._scene.sandbox.trading.authorise(self._scene.between(15_000, 40_000), "usd", at=at, fields=fields)
        self._scene.course.claimed.add(held["id"])
        self._scene.course.add(min(at + 2 * DAY_S, self._scene.until_at), "capture_part", held["id"])

    def _capture_part(self, at: int, charge: str) -> None:
        scene = self._scene
        part = scene.object(charge)["amount"] * 4 // 10
        scene.sandbox.trading.capture(charge, at=at, amount=part)
        scene.made.add_charge(charge, "usd", part)
        scene.made.other_movements += 1
        scene.ended("capture_part")

    def _hold(self, at: int) -> None:
        fields = {"description": "Deposit that nobody took"}
        held = self._scene.sandbox.trading.authorise(12_500, "usd", at=at, fields=fields)
        self._scene.made.never_money.append(held["id"])
        self._scene.course.add(at + _HELD_FOR_S, "expire", held["id"])

    def _expire(self, at: int, charge: str) -> None:
        self._scene.sandbox.trading.cancel_authorisation(charge, at=at)
        self._scene.ended("authorisation_expired")
