"""The account's ledger: balance transactions, fees, conversion, and the balance that is always their sum.

All amounts are integers in Stripe's minor unit of their currency; all rounding is half up.
"""

import json
from dataclasses import dataclass
from typing import Any

from connectors.sandbox.stripe.engine import Engine
from connectors.sandbox.stripe.resources import terms
from connectors.sandbox.stripe.store import Obj

_MICRO = 1_000_000


def half_up(numerator: int, denominator: int) -> int:
    """Return ``numerator / denominator`` rounded half away from zero."""
    sign = -1 if numerator < 0 else 1
    return sign * ((2 * abs(numerator) + denominator) // (2 * denominator))


def exponent(currency: str) -> int:
    """Return how many decimals Stripe's minor unit of a currency stands for (docs.stripe.com/currencies)."""
    if currency in terms()["zero_decimal"]:
        return 0
    return 3 if currency in terms()["three_decimal"] else 2


@dataclass(frozen=True, slots=True)
class Settled:
    """An amount in the account's own money.

    Attributes:
        amount: Minor units of ``currency``.
        currency: A currency the account holds.
        rate: Major units of ``currency`` for one of the charge's, as text; ``None`` when they are the same.
    """

    amount: int
    currency: str
    rate: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One movement of the balance, before it has an id.

    Attributes:
        kind: Balance transaction ``type``.
        settled: Gross amount; negative leaves the balance.
        source: Id of the object behind it, if any.
        fee_details: Fees taken with it; amounts positive.
        available_after_s: Seconds until it can be paid out; 0 at once.
        category: ``reporting_category``; by the type when ``None``.
        description: Text shown with it.
        balance_type: Which of the account's balances it moves.
    """

    kind: str
    settled: Settled
    source: str | None = None
    fee_details: tuple[Obj, ...] = ()
    available_after_s: int = 0
    category: str | None = None
    description: str | None = None
    balance_type: str = "payments"


class Ledger:
    """Every movement of the account's money."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def rate_of(self, currency: str) -> str:
        """Return the present rate of a currency to US dollars as text; raises ``KeyError`` when it has none."""
        changed: dict[str, str] = self._engine.store.read_meta("rates") or {}
        return str(changed.get(currency) or terms()["rates_to_usd"][currency])

    def set_rate(self, currency: str, rate: str) -> None:
        """Let a currency be worth ``rate`` US dollars (text, six decimals at most) from now on."""
        changed: dict[str, str] = self._engine.store.read_meta("rates") or {}
        self._engine.store.write_meta("rates", {**changed, currency: rate})

    def held(self) -> tuple[str, ...]:
        """Return the currencies in which the account holds a balance."""
        return (*terms()["settlement_currencies"], *self._engine.options.also_held)

    def settle(self, amount: int, currency: str) -> Settled:
        """Return what an amount becomes in the account: itself where the account holds the currency, else dollars."""
        if currency in self.held():
            return Settled(amount, currency)
        target = str(terms()["default_currency"])
        rate = self.rate_of(currency)
        whole, _, decimals = rate.partition(".")
        micro = int(whole) * _MICRO + int(decimals.ljust(6, "0")[:6])
        numerator = amount * micro * 10 ** exponent(target)
        return Settled(half_up(numerator, _MICRO * 10 ** exponent(currency)), target, rate)

    def processing_fee(self, gross: Settled) -> tuple[Obj, ...]:
        """Return the fee details that a payment is booked with; none where fees come later (``fees_with_payment``)."""
        return self.fee_of(gross) if self._engine.options.fees_with_payment else ()

    def fee_of(self, gross: Settled) -> tuple[Obj, ...]:
        """Return the fee details of a payment: 2.9 % and a fixed amount, and the tax on them where fees are taxed."""
        fee = half_up(gross.amount * int(terms()["fee_permille_tenths"]), 1000)
        fee += int(terms()["fixed_fee"].get(gross.currency, 0))
        details = [fee_detail(fee, gross.currency, "stripe_fee", "Stripe processing fees")]
        percent = self._engine.options.fee_tax_percent
        if percent:
            details.append(fee_detail(half_up(fee * percent, 100), gross.currency, "tax", "VAT"))
        return tuple(details)

    def record(self, entry: Entry, *, at: int) -> Obj:
        """Write a balance transaction and return it. Stripe has no events for these."""
        engine = self._engine
        fee = sum(int(detail["amount"]) for detail in entry.fee_details)
        category = entry.category or terms()["reporting_categories"].get(entry.kind, entry.kind)
        body = engine.draft(
            "balance_transaction",
            at,
            amount=entry.settled.amount,
            currency=entry.settled.currency,
            # A JSON number, as Stripe sends it; for information only, never computed with.
            exchange_rate=None if entry.settled.rate is None else json.loads(entry.settled.rate),
            fee=fee,
            fee_details=list(entry.fee_details),
            net=entry.settled.amount - fee,
            available_on=at + entry.available_after_s,
            source=entry.source,
            type=entry.kind,
            reporting_category=category,
            description=entry.description,
            balance_type=entry.balance_type,
        )
        with engine.store.transaction():
            engine.store.insert(body)
            engine.store.run(
                "INSERT INTO money VALUES (?, ?, ?, ?, ?, NULL)",
                (body["id"], body["currency"], body["net"], body["available_on"], entry.balance_type),
            )
        return body

    def bundle(self, currency: str, *, at: int) -> list[tuple[str, int]]:
        """Return id and net of every movement that an automatic payout at ``at`` would take along."""
        rows = self._engine.store.rows(
            "SELECT id, net FROM money WHERE currency = ? AND payout IS NULL AND available_on <= ?"
            " AND balance_type = 'payments' ORDER BY available_on, id",
            (currency, at),
        )
        return [(str(row[0]), int(row[1])) for row in rows]

    def assign(self, ids: list[str], payout: str) -> None:
        """Note that these movements left with a payout."""
        sql = "UPDATE money SET payout = ? WHERE id = ?"
        self._engine.store.run_many(sql, iter([(payout, movement) for movement in ids]))

    def totals(self, *, at: int) -> dict[str, dict[str, int]]:
        """Return net sums by currency: ``available``, ``pending`` and each other balance by its type."""
        rows = self._engine.store.rows(
            "SELECT currency, CASE WHEN balance_type <> 'payments' THEN balance_type"
            " WHEN available_on <= ? THEN 'available' ELSE 'pending' END AS part, sum(net)"
            " FROM money GROUP BY currency, part",
            (at,),
        )
        totals = {currency: {"available": 0, "pending": 0} for currency in self.held()}
        for currency, part, net in rows:
            totals.setdefault(currency, {"available": 0, "pending": 0})[part] = int(net)
        return totals

    def balance(self) -> Obj:
        """Return Stripe's balance object.

        ``connect_reserved`` shows what stands in the ``risk_reserved`` balance, so that all parts together always are
        the sum of ``net`` over all balance transactions.
        """
        totals = self.totals(at=self._engine.clock.now())
        body = self._engine.draft("balance", 0, id=None)
        del body["id"]
        for part in ("available", "pending", "instant_available"):
            column = "available" if part == "instant_available" else part
            body[part] = [_typed(sums[column], currency) for currency, sums in totals.items()]
        body["connect_reserved"] = _plain(totals, "risk_reserved")
        body["issuing"] = {"available": _plain(totals, "issuing")}
        prefunding = _plain(totals, "refund_and_dispute_prefunding")
        nothing = [{"amount": 0, "currency": currency} for currency in totals]
        body["refund_and_dispute_prefunding"] = {"available": prefunding, "pending": nothing}
        return body


def _typed(amount: int, currency: str) -> Obj:
    return {"amount": amount, "currency": currency, "source_types": {"card": amount}}


def _plain(totals: dict[str, dict[str, int]], part: str) -> list[Any]:
    return [{"amount": sums.get(part, 0), "currency": currency} for currency, sums in totals.items()]


def fee_detail(amount: int, currency: str, kind: str, description: str) -> Obj:
    """Return one entry of ``fee_details``; ``amount`` positive, in the settlement currency's minor unit."""
    return {"amount": amount, "application": None, "currency": currency, "description": description, "type": kind}
