"""Weeks of believable trade in one call: a web shop and business customers, in dollars, euros and yen."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from connectors.sandbox.stripe.baskets import Baskets, Buyer, Crowd
from connectors.sandbox.stripe.refunds import RefundOrder
from connectors.sandbox.stripe.sales import Sale
from connectors.sandbox.stripe.shop import Shop
from connectors.sandbox.stripe.traded import Traded
from connectors.sandbox.stripe.trading import SETTLES_AFTER_S, Payment

if TYPE_CHECKING:
    from connectors.sandbox.stripe.sandbox import StripeSandbox

_CURRENCIES = ("usd",) * 14 + ("eur",) * 4 + ("jpy",) * 2  # 70, 20 and 10 of a hundred
_EACH = ("usd", "eur", "jpy")
_DAY_S = 86_400
_BANK_ANSWERS_S = 3 * _DAY_S
_BANK_METHODS = {"usd": "us_bank_account", "eur": "sepa_debit"}
_BURST = 10
_RUN_S = 55  # a run of ten purchases fits into a minute
_TOGETHER = 40  # sales committed at once: fast, and readers never wait long


@dataclass(frozen=True, slots=True)
class _Visit:
    """One visit to come: when, in what currency, whose run of purchases it belongs to, and how it ends."""

    at: int
    currency: str
    burst: int | None = None
    ends: str = "sold"


class Market:
    """The sales of one period.

    Args:
        sandbox: Where they happen.
        name: Where chance starts.
        since_at: Start of the period, Unix second.
        until_at: Its end.
        returning: Mail address -> Stripe customer of those who bought before.

    Attributes:
        made: What was made.
        left_held: When and which authorisations will expire after the period.
    """

    def __init__(
        self,
        sandbox: StripeSandbox,
        name: str,
        since_at: int,
        until_at: int,
        returning: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._sandbox = sandbox
        self._trading = sandbox.trading
        self._chance = random.Random(name)  # noqa: S311 - repeatable on purpose
        self._since_at = since_at
        self._until_at = until_at
        self._shop = Shop(sandbox.engine.store, sandbox.trading)
        self._baskets = Baskets(self._shop, self._chance)
        self._crowds = {
            currency: Crowd(sandbox.trading, self._chance, currency, returning) for currency in sorted(set(_CURRENCIES))
        }
        self._bursting: dict[int, Buyer] = {}
        self._orders = 0
        self.made = Traded()
        self.left_held: list[tuple[int, str]] = []

    def run(self, charges: int) -> None:
        """Let it all happen, oldest first."""
        store = self._sandbox.engine.store
        with store.transaction():
            self._shop.open(at=self._since_at)
        visits = sorted(self._visits(charges), key=lambda visit: visit.at)
        for start in range(0, len(visits), _TOGETHER):
            with store.transaction():
                for visit in visits[start : start + _TOGETHER]:
                    self._visit(visit)

    def _visit(self, visit: _Visit) -> None:
        ends = {"sold": self._sell, "failed": self._fail, "held": self._hold}
        ends[visit.ends](visit)

    def _moment(self) -> int:
        """Draw a moment: shops sell by day more than by night."""
        last = self._until_at - _RUN_S
        at = self._chance.randrange(self._since_at, last)
        by_night = not 7 <= (at % _DAY_S) // 3600 <= 21
        if by_night and self._chance.random() < 0.7:
            at = self._chance.randrange(self._since_at, last)
        return at

    def _visits(self, charges: int) -> Iterator[_Visit]:
        bursts = min(max(charges // 120, 2), charges // (2 * _BURST))
        for burst in range(bursts):
            start, currency = self._moment(), self._chance.choice(_CURRENCIES)
            for _ in range(_BURST):
                yield _Visit(start + self._chance.randrange(_RUN_S), currency, burst)
        ends = ["sold"] * (charges - bursts * _BURST)
        ends += ["failed"] * max(1, charges // 20) + ["held"] * max(1, charges // 100)
        for place, end in enumerate(ends):
            # The first three see to it that no currency of the shop is missing, however short the period.
            currency = _EACH[place] if place < len(_EACH) else self._chance.choice(_CURRENCIES)
            yield _Visit(self._moment(), currency, ends=end)

    def _buyer(self, visit: _Visit, *, guests: bool) -> Buyer:
        if visit.burst is None:
            return self._crowds[visit.currency].next(at=visit.at, guests=guests)
        if visit.burst not in self._bursting:
            self._bursting[visit.burst] = self._crowds[visit.currency].next(at=visit.at, guests=False)
        return self._bursting[visit.burst]

    def _sell(self, visit: _Visit) -> None:
        draw = self._chance.random()
        ways: list[tuple[float, Callable[[_Visit], str]]] = [
            (0.45, self._by_checkout),
            (0.65, self._by_intent),
            (0.85, self._by_invoice),
            (0.98, self._by_bare_charge),
            (1.0, self._by_capture),
        ]
        sell = next(way for limit, way in ways if draw < limit)
        charge = self._sandbox.engine.get(sell(visit))
        self.made.add_charge(charge["id"], charge["currency"], charge["amount_captured"])

    def _sale(self, visit: _Visit, *, guests: bool = True, net_prices: bool = False) -> Sale:
        self._orders += 1
        reference = f"W{visit.at % 1_000_000:06d}{self._orders:05d}"
        buyer = self._buyer(visit, guests=guests)
        sale = self._baskets.fill(buyer, visit.currency, reference, net_prices=net_prices)
        self.made.lines += len(sale.lines)
        return sale

    def _payment(self, visit: _Visit, *, by_bank: bool = False) -> Payment:
        """Draw how it is paid; the money shows later, but never after the period."""
        wait = min(SETTLES_AFTER_S + self._chance.randrange(3000), self._until_at - visit.at)
        declines = ("card_declined",) if self._chance.random() < 0.04 else ()
        method = _BANK_METHODS.get(visit.currency)
        in_time = visit.at + _BANK_ANSWERS_S < self._until_at
        if by_bank and method is not None and in_time and self._chance.random() < 0.12:
            return Payment(method, declines, wait, _BANK_ANSWERS_S - self._chance.randrange(_DAY_S))
        return Payment("card", declines, wait)

    def _by_checkout(self, visit: _Visit) -> str:
        payment = self._payment(visit, by_bank=True)
        session = self._trading.checkout(self._sale(visit), at=visit.at, payment=payment)
        return self._charge_of(session["payment_intent"])

    def _by_intent(self, visit: _Visit) -> str:
        sale = self._sale(visit, net_prices=True)
        return self._charge_of(self._trading.intent(sale, at=visit.at, payment=self._payment(visit))["id"])

    def _by_invoice(self, visit: _Visit) -> str:
        sale = self._sale(visit, guests=False)
        payment = replace(self._payment(visit), declines=())
        invoice = self._trading.invoice(sale, at=visit.at, payment=payment)
        paid = self._sandbox.engine.store.all_of("invoice_payment", invoice=invoice["id"])[0]
        return self._charge_of(paid["payment"]["payment_intent"])

    def _by_bare_charge(self, visit: _Visit) -> str:
        return str(self._trading.bare_charge(self._sale(visit, net_prices=True), at=visit.at)["id"])

    def _by_capture(self, visit: _Visit) -> str:
        """Authorise, and capture all of it when the goods leave."""
        sale = self._sale(visit, net_prices=True)
        charge = self._trading.authorise_sale(sale, at=visit.at)
        later = min(visit.at + self._chance.randrange(600, _DAY_S), self._until_at)
        return str(self._trading.capture(charge["id"], at=later)["id"])

    def _charge_of(self, intent_id: str) -> str:
        return str(self._sandbox.engine.get(intent_id)["latest_charge"])

    def _fail(self, visit: _Visit) -> None:
        """Let somebody try and give up: never money."""
        sale = self._sale(visit)
        decline = self._chance.choice(("card_declined", "insufficient_funds", "expired_card", "incorrect_cvc"))
        if self._chance.random() < 0.5:
            session = self._trading.abandoned_checkout(sale, at=visit.at, decline=decline)
            self.made.never_money.append(self._charge_of(session["payment_intent"]))
        else:
            failed = self._trading.failed_attempt(sale.total, sale.currency, at=visit.at, decline=decline)
            self.made.never_money.append(failed["id"])

    def _hold(self, visit: _Visit) -> None:
        """Hold money that is never captured; after a week the bank lets it go."""
        held = self._trading.authorise_sale(self._sale(visit, net_prices=True), at=visit.at)
        expires_at = visit.at + 7 * _DAY_S
        if expires_at < self._until_at:
            self._trading.cancel_authorisation(held["id"], at=expires_at)
        else:
            self.left_held.append((expires_at, held["id"]))
        self.made.never_money.append(held["id"])

    def refund_some(self) -> None:
        """Give back about one charge in twenty, some only in part."""
        for charge_id in self._drawn(0.05):
            charge = self._sandbox.engine.get(charge_id)
            part = self._chance.random() < 0.5 and charge["amount"] > 1
            amount = self._chance.randrange(1, charge["amount"]) if part else None
            order = RefundOrder(charge_id, amount, "requested_by_customer")
            self._trading.refund(order, at=self._later(charge["created"]))

    def dispute_some(self) -> None:
        """Let about one charge in eighty be disputed; half are decided."""
        for charge_id in self._drawn(0.0125):
            charge = self._sandbox.engine.get(charge_id)
            if charge["amount_refunded"] or charge["disputed"]:
                continue
            dispute = self._trading.dispute(charge_id, at=self._later(charge["created"]))
            if self._chance.random() < 0.5:
                won = self._chance.random() < 0.4
                self._trading.close_dispute(dispute["id"], won=won, at=self._later(dispute["created"]))

    def pay_out_daily(self) -> None:
        """Run the account's automatic payouts each midnight; they arrive two days later."""
        account = self._sandbox.account
        first = self._since_at - self._since_at % _DAY_S + _DAY_S
        for midnight in range(first, self._until_at, _DAY_S):
            for payout in account.run_payouts(at=midnight):
                account.complete_reconciliation(payout["id"], at=midnight)
                if payout["arrival_date"] <= self._until_at:
                    account.pay(payout["id"], at=payout["arrival_date"])

    def _drawn(self, share: float) -> list[str]:
        return [charge for charge in self.made.charges if self._chance.random() < share]

    def _later(self, at: int) -> int:
        return min(at + _BANK_ANSWERS_S + self._chance.randrange(3600, 5 * _DAY_S), self._until_at)


def generate_trading(  # noqa: PLR0913 - each says what else happens
    sandbox: StripeSandbox,
    *,
    charges: int,
    seed: int,
    days: int = 60,
    until_at: int,
    refunds: bool = False,
    disputes: bool = False,
    payouts: bool = False,
) -> Traded:
    """Let a web shop and its business customers trade.

    Beside the charges there are failed attempts and authorisations that never become money.

    Args:
        sandbox: Where it happens.
        charges: How many charges succeed and are captured.
        seed: Where chance starts.
        days: Length of the period; 0 is the last minute, for a reader that is already running.
        until_at: Its end, Unix second.
        refunds: Whether some charges are given back.
        disputes: Whether some are disputed.
        payouts: Whether the account pays out each day.
    """
    market = Market(sandbox, f"trading {seed}", until_at - max(days * _DAY_S, 60), until_at)
    market.run(charges)
    with sandbox.engine.store.transaction():
        if refunds:
            market.refund_some()
        if disputes:
            market.dispute_some()
        if payouts:
            market.pay_out_daily()
    return market.made
