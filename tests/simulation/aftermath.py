"""What follows the payments at Stripe: refunds, disputes, bare movements and payouts, made up from a seed."""

from dataclasses import dataclass

from agent.domain.events import BalanceTransaction
from tests.simulation.trade import CURRENCIES, HOUR_S, START_AT

#: Fee of a dispute, in minor units of any currency.
DISPUTE_FEE = 1500

#: Moments of the payouts of each currency.
PAYOUTS_AT = (START_AT + 6 * HOUR_S, START_AT + 30 * HOUR_S, START_AT + 90 * HOUR_S)


def moved(name, category, at, minor, currency, source, fee=0, **rest):
    """Return a movement of the balance."""
    kind = {"dispute": "adjustment", "dispute_reversal": "adjustment", "payout_reversal": "payout_failure"}.get(
        category
    )
    return BalanceTransaction(
        id=f"txn_{name}", created_at=at, amount_minor=minor, fee_minor=fee, net_minor=minor - fee, currency=currency,
        type=rest.pop("kind", None) or kind or category, reporting_category=category, source_id=source,
        fees=(("stripe_fee", fee),) if fee else (), **rest,
    )  # fmt: skip


@dataclass(frozen=True)
class Refund:
    """Money given back; `booked_at` is when it left, `settled_at` when the payer's bank confirmed it.

    `fails_at` is when it failed, before or after that; what has left by then comes back.
    """

    id: str
    charge: object
    amount: int
    created_at: int
    booked_at: int | None
    settled_at: int | None
    fails_at: int | None = None

    type = "refund"

    @property
    def currency(self):
        return self.charge.currency

    @property
    def returns(self):
        return self.fails_at is not None and self.booked_at is not None

    def movements(self):
        if self.booked_at is not None:
            yield moved(self.id, "refund", self.booked_at, -self.amount, self.currency, self.id)
        if self.returns:
            yield moved(f"{self.id}_back", "refund_failure", self.fails_at, self.amount, self.currency, self.id)

    def status(self, now):
        if self.fails_at is not None and now >= self.fails_at:
            return "failed"
        return "succeeded" if self.settled_at is not None and now >= self.settled_at else "pending"

    def as_json(self, now):
        booked = [one.id for one in self.movements() if one.created_at <= now]
        own = dict(zip(("balance_transaction", "failure_balance_transaction"), booked, strict=False))
        return _object(self, now) | {"charge": self.charge.id, "reason": None, "metadata": {}} | own

    def objects(self, now):
        return {"refund": self.as_json(now), "charge": self.charge.as_json(now)}

    def happenings(self):
        yield "refund.created", self.created_at
        moments = {self.booked_at, self.settled_at} - {None, self.created_at}
        yield from (("refund.updated", at) for at in sorted(moments))
        if self.fails_at is not None:
            yield "refund.failed", self.fails_at


@dataclass(frozen=True)
class Dispute:
    """A dispute; `taken_at` is when the money left, `ends_at` when it was won or lost (`None`: still open).

    `overturned_at` is when the bank gave the money of a lost one back after all.
    """

    id: str
    charge: object
    created_at: int
    taken_at: int | None
    ends_at: int | None
    won: bool = False
    overturned_at: int | None = None

    type = "dispute"

    @property
    def currency(self):
        return self.charge.currency

    @property
    def amount(self):
        return self.charge.captured

    def movements(self):
        if self.taken_at is not None:
            yield moved(self.id, "dispute", self.taken_at, -self.amount, self.currency, self.id, DISPUTE_FEE)
        back_at = self.ends_at if self.won else self.overturned_at
        if back_at is not None:
            yield moved(f"{self.id}_back", "dispute_reversal", back_at, self.amount, self.currency, self.id)

    def status(self, now):
        if self.overturned_at is not None and now >= self.overturned_at:
            return "won"
        if self.ends_at is not None and now >= self.ends_at:
            return "won" if self.won else "lost"
        taken = self.taken_at is not None and now >= self.taken_at
        return "needs_response" if taken else "warning_needs_response"

    def as_json(self, now):
        shown = [one.id for one in self.movements() if one.created_at <= now]
        rest = {"charge": self.charge.id, "reason": "fraudulent", "evidence_details": {"due_by": START_AT + 9 * 86400}}
        return _object(self, now) | rest | {"balance_transactions": shown}

    def objects(self, now):
        return {"dispute": self.as_json(now), "charge": self.charge.as_json(now)}

    def happenings(self):
        yield "charge.dispute.created", self.created_at
        if self.taken_at is not None:
            yield "charge.dispute.funds_withdrawn", self.taken_at
        if self.ends_at is not None:
            yield "charge.dispute.closed", self.ends_at
            if self.won:
                yield "charge.dispute.funds_reinstated", self.ends_at
        if self.overturned_at is not None:
            yield "charge.dispute.updated", self.overturned_at
            yield "charge.dispute.funds_reinstated", self.overturned_at


@dataclass(frozen=True)
class Payout:
    """A payout of all that moved in one currency since the one before; `parts` are the movements that it settles."""

    id: str
    currency: str
    amount: int
    created_at: int
    completes_at: int
    parts: tuple
    fails_at: int | None = None

    type = "payout"

    def own(self):
        yield moved(self.id, "payout", self.created_at, -self.amount, self.currency, self.id)
        if self.fails_at is not None:
            yield moved(f"{self.id}_back", "payout_reversal", self.fails_at, self.amount, self.currency, self.id)

    movements = own

    def listed(self, now):
        """The movements that Stripe shows with the payout by now."""
        parts = self.parts if now >= self.completes_at else ()
        return (*(one for one in self.own() if one.created_at <= now), *parts)

    def status(self, now):
        if self.fails_at is not None and now >= self.fails_at:
            return "failed"
        return "paid" if now >= self.created_at + 24 * HOUR_S else "in_transit"

    def as_json(self, now):
        booked = [one.id for one in self.own() if one.created_at <= now]
        own = dict(zip(("balance_transaction", "failure_balance_transaction"), booked, strict=False))
        complete = "completed" if now >= self.completes_at else "in_progress"
        rest = {"automatic": True, "reconciliation_status": complete, "arrival_date": self.created_at + 86400}
        return _object(self, now) | rest | own

    def objects(self, now):
        return {"payout": self.as_json(now)}

    def happenings(self):
        yield "payout.created", self.created_at
        yield "payout.reconciliation_completed", self.completes_at
        if self.fails_at is not None:
            yield "payout.failed", self.fails_at


def _object(one, now):
    return {
        "id": one.id, "object": one.type, "amount": one.amount, "currency": one.currency, "created": one.created_at,
        "status": one.status(now),
    }  # fmt: skip


def aftermath(rng, charges):
    """Return everything that follows these payments: refunds, disputes, and bare movements."""
    made = []
    for charge in charges:
        if charge.moves_money:
            life = rng.choices((_nothing, _refunds, _dispute), (50, 38, 12))[0]
            made += life(rng, charge)
    return made


def _nothing(*_):
    return ()


def _refunds(rng, charge):
    """Yield one refund of all or a part, or two of parts; never more than was paid."""
    left = charge.captured
    for number in range(1, rng.choice((1, 1, 2)) + 1):
        amount = left if rng.random() < 0.5 else rng.randint(1, left)
        left -= amount
        yield _refund(rng, charge, f"re_{charge.id[3:]}_{number}", amount)
        if not left:
            return


def _refund(rng, charge, name, amount):
    at = charge.booked_at + rng.randrange(0, rng.choice((2, 12, 50)) * HOUR_S)
    settled_at = at + rng.choice((0, 0, 2 * HOUR_S, 20 * HOUR_S))
    life = rng.choices(("fine", "fails after", "fails before", "fails unbooked", "booked later"), (70, 12, 8, 4, 6))[0]
    if life == "fails after":
        return Refund(
            name, charge, amount, at, at, settled_at, settled_at + rng.randrange(60, rng.choice((2, 20)) * HOUR_S)
        )
    if life == "fails before":
        return Refund(name, charge, amount, at, at, None, at + rng.randrange(60, 20 * HOUR_S))
    if life == "fails unbooked":
        return Refund(name, charge, amount, at, None, None, at + HOUR_S)
    booked_at = at + HOUR_S if life == "booked later" else at
    return Refund(name, charge, amount, at, booked_at, max(settled_at, booked_at))


def _dispute(rng, charge):
    at = charge.booked_at + rng.randrange(0, rng.choice((2, 12, 40)) * HOUR_S)
    taken_at = rng.choice((at, at, at + 12 * HOUR_S, None))
    ends_at = rng.choice((None, taken_at and taken_at + rng.randrange(60, 30 * HOUR_S)))
    won = rng.random() < 0.5
    overturns = ends_at is not None and not won and rng.random() < 0.4
    overturned_at = ends_at + rng.randrange(60, 30 * HOUR_S) if overturns else None
    yield Dispute(f"dp_{charge.id[3:]}", charge, at, taken_at, ends_at, won, overturned_at)


def bare_movements(rng):
    """Return movements without an object of their own: an adjustment, a reserve with both its sides, a fee."""
    at = START_AT + rng.randrange(60, 60 * HOUR_S)
    fee = moved("own_fee", "fee", START_AT + 60, -200, "usd", "", kind="stripe_fee")
    adjusted = moved("adjusted", "other_adjustment", at, rng.choice((-77, 310)), "usd", "", 5, kind="adjustment")
    held = moved("reserve", "risk_reserved_funds", at, -300, "eur", "", kind="reserve_transaction")
    side = moved(
        "reserve_side", "risk_reserved_funds", at, 300, "eur", "", kind="reserve_transaction",
        balance_type="risk_reserved",
    )  # fmt: skip
    return [fee, *((adjusted,) if rng.random() < 0.4 else ()), *((held, side) if rng.random() < 0.3 else ())]


def payouts(rng, movements):
    """Return the payouts of these movements; one that fails gives its money to the next one."""
    made = []
    for currency in CURRENCIES:
        waiting = [one for one in movements if one.currency == currency and one.balance_type != "risk_reserved"]
        for number, at in enumerate(PAYOUTS_AT, start=1):
            parts = tuple(one for one in waiting if one.created_at < at)
            amount = sum(one.net_minor for one in parts)
            if amount <= 0 or rng.random() < 0.2:
                continue
            fails_at = at + rng.randrange(24 * HOUR_S, 50 * HOUR_S) if rng.random() < 0.2 else None
            payout = Payout(
                f"po_{currency}_{number}", currency, amount, at, at + rng.choice((60, HOUR_S)), parts, fails_at
            )
            made.append(payout)
            waiting = [one for one in waiting if one not in parts] + list(payout.own())[1:]
    return made
