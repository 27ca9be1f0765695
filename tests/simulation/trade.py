"""What happened at Stripe: payments with their lives, and the notices of them, made up from a seed."""

from dataclasses import dataclass, field

from agent.domain.events import BalanceTransaction, Event

START_AT = 1_700_000_000
HOUR_S = 3600

#: Stripe currency -> minor units of one unit.
CURRENCIES = {"usd": 100, "eur": 100, "jpy": 1}

#: Stock codes with the price of one, in units; SYSPRO gets the last one only when a person adds it.
PRICES = {"BOLT": 3, "NUT": 2, "WIDGET": 41}
UNKNOWN = "LATER"


#: An e-mail address that several payers may have.
SHARED = "shop@example.com"


@dataclass(frozen=True)
class Payer:
    """A Stripe customer; `known_as` is the SYSPRO customer that exists already, by currency."""

    id: str
    name: str
    email: str = ""
    known_as: dict = field(default_factory=dict)

    def as_json(self):
        return {"id": self.id, "object": "customer", "name": self.name, "email": self.email or None, "metadata": {}}


@dataclass(frozen=True)
class Charge:
    """One payment and its life; a moment is `None` where it never comes.

    `taken_at` is when it counts as captured, `succeeds_at` when it is no longer pending, `booked_at` when its balance
    transaction appears.
    """

    id: str
    payer: Payer | None
    currency: str
    amount: int
    created_at: int
    captured: int
    lines: str = ""
    manual: bool = False
    fails: bool = False
    taken_at: int | None = None
    succeeds_at: int | None = None
    booked_at: int | None = None

    @property
    def moves_money(self):
        return self.booked_at is not None

    def status(self, now):
        if self.fails and now >= (self.succeeds_at or 0):
            return "failed"
        return "succeeded" if self.succeeds_at is not None and now >= self.succeeds_at else "pending"

    def as_json(self, now):
        taken = self.taken_at is not None and now >= self.taken_at
        return {
            "id": self.id,
            "object": "charge",
            "amount": self.amount,
            "amount_captured": self.captured if taken else 0,
            "amount_refunded": self.amount - self.captured if taken else 0,
            "captured": taken,
            "created": self.created_at,
            "currency": self.currency,
            "status": self.status(now),
            "billing_details": {} if self.payer else {"name": "A guest", "email": f"guest.{self.id}@example.com"},
            "metadata": {"syspro_lines": self.lines} if self.lines else {},
        }

    def booking(self):
        fee = self.captured // 30 + 1
        return BalanceTransaction(
            id=f"txn_{self.id}", created_at=self.booked_at, amount_minor=self.captured, fee_minor=fee,
            net_minor=self.captured - fee, currency=self.currency, type="charge", reporting_category="charge",
            source_id=self.id, fees=(("stripe_fee", fee),),
        )  # fmt: skip


@dataclass(frozen=True)
class Notice:
    """An event as Stripe shows it: from `visible_at` on (`None`: never), and so many times in each list."""

    event: Event
    visible_at: int | None
    copies: int = 1


def payers(rng, number):
    """Return Stripe customers; some are known to SYSPRO by their e-mail address, some have the same one."""
    made = []
    for index in range(1, number + 1):
        payer_id, email = f"cus_{index}", rng.choice(["", f"payer{index}@example.com", SHARED])
        known = email not in {"", SHARED} and rng.random() < 0.3
        known_as = {"usd": f"0000000000005{index:02}"} if known else {}
        made.append(Payer(payer_id, f"Payer Number {index}", email, known_as))
    return made


def charges(rng, number, people):
    """Return payments of all sorts."""
    made = []
    for index in range(1, number + 1):
        payer = None if rng.random() < 0.2 else rng.choice(people)
        currency = rng.choices(list(CURRENCIES), [6, 3, 1])[0]
        created_at = START_AT + rng.randrange(3 * HOUR_S)
        live = rng.choices(list(_LIVES), list(_LIVES.values()))[0]
        made.append(live(rng, f"ch_{index}", payer, currency, created_at))
    return made


def _sold(rng, currency):
    """Return what was sold as metadata, and what it costs in minor units; no lines for a fifth."""
    if rng.random() < 0.2:
        return "", rng.randrange(50, 90_000)
    codes = rng.sample(list(PRICES), rng.randint(1, 3))
    if rng.random() < 0.1:
        codes.append(UNKNOWN)
    sold = [(code, rng.randint(1, 9), PRICES.get(code, 7)) for code in codes]
    text = "; ".join(f"{code}*{quantity}@{price}" for code, quantity, price in sold)
    return text, sum(quantity * price for _, quantity, price in sold) * CURRENCIES[currency]


def _plain(rng, charge_id, payer, currency, at, *, booked_after=0):
    lines, amount = _sold(rng, currency)
    return Charge(
        charge_id, payer, currency, amount, at, amount, lines, taken_at=at, succeeds_at=at, booked_at=at + booked_after
    )


def _booked_late(rng, charge_id, payer, currency, at):
    return _plain(rng, charge_id, payer, currency, at, booked_after=rng.randrange(60, 2 * HOUR_S))


def _authorised(rng, charge_id, payer, currency, at):
    taken_at = at + rng.randrange(600, 30 * HOUR_S)
    lines, amount = _sold(rng, currency)
    return Charge(
        charge_id, payer, currency, amount, at, amount, lines, manual=True, taken_at=taken_at, succeeds_at=at,
        booked_at=taken_at + rng.choice([0, 90]),
    )  # fmt: skip


def _part_captured(rng, charge_id, payer, currency, at):
    amount = rng.randrange(200, 90_000)
    taken_at = at + rng.randrange(600, 30 * HOUR_S)
    return Charge(
        charge_id, payer, currency, amount, at, amount // 2, manual=True, taken_at=taken_at, succeeds_at=at,
        booked_at=taken_at,
    )  # fmt: skip


def _never_captured(rng, charge_id, payer, currency, at):
    lines, amount = _sold(rng, currency)
    return Charge(charge_id, payer, currency, amount, at, amount, lines, manual=True, succeeds_at=at)


def _confirmed_later(rng, charge_id, payer, currency, at):
    succeeds_at = at + rng.randrange(600, 30 * HOUR_S)
    lines, amount = _sold(rng, currency)
    return Charge(
        charge_id, payer, currency, amount, at, amount, lines, taken_at=at, succeeds_at=succeeds_at,
        booked_at=succeeds_at,
    )  # fmt: skip


def _failed(rng, charge_id, payer, currency, at):
    lines, amount = _sold(rng, currency)
    fails_at = at + rng.choice([0, HOUR_S])
    return Charge(charge_id, payer, currency, amount, at, amount, lines, fails=True, taken_at=at, succeeds_at=fails_at)


#: Kinds of lives and how often each occurs.
_LIVES = {
    _plain: 10, _booked_late: 4, _authorised: 2, _part_captured: 2, _confirmed_later: 3, _never_captured: 1, _failed: 2,
}  # fmt: skip


def notices(rng, made, lost, later=()):
    """Return the notices of the payments and what followed: late, twice, in any order, and the share `lost` never."""
    told = [notice for charge in made for notice in _notices_of(rng, charge.id, _happenings(rng, charge), lost)]
    for one in later:
        happened = ((event_type, at, one.id, one.type) for event_type, at in one.happenings())
        told += _notices_of(rng, one.id, happened, lost)
    rng.shuffle(told)
    return told


def _notices_of(rng, name, happened, lost):
    for number, (event_type, at, object_id, object_type) in enumerate(happened, start=1):
        event = Event(f"evt_{name}_{number}", event_type, at, object_id, object_type, livemode=False)
        gone = rng.random() < lost
        yield Notice(event, None if gone else at + rng.choice((0, 0, 30, 600, 3 * HOUR_S)), rng.choice([1, 1, 2]))


def _happenings(rng, charge):
    """Yield type, moment, object and kind of object of each thing that happens to a payment."""
    if not charge.fails and charge.succeeds_at is not None:
        yield "charge.succeeded", charge.succeeds_at, charge.id, "charge"
    if charge.manual and charge.taken_at is not None:
        yield "charge.captured", charge.taken_at, charge.id, "charge"
    if charge.booked_at not in {None, charge.created_at}:
        yield "charge.updated", charge.booked_at, charge.id, "charge"
    if rng.random() < 0.4:
        yield "checkout.session.completed", charge.created_at, f"cs_{charge.id}", "checkout.session"
