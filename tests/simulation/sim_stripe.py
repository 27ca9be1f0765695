"""A Stripe in memory: what it shows depends on the clock alone (`EventSource` and `ObjectReader`)."""

from agent.domain.errors import Transient
from agent.domain.events import BalanceTransaction, Event
from agent.domain.facts import StripeFacts
from agent.domain.money import Money
from tests.simulation.faults import problem
from tests.simulation.trade import CURRENCIES, START_AT

#: Events are shown so long.
KEPT_S = 30 * 86400


class SimStripe:
    """The world of `charges` and `notices`; every call may meet a fault."""

    def __init__(self, clock, faults, charges, notices, skew_s=0):
        self._clock = clock
        self._faults = faults
        self._skew_s = skew_s
        self.charges = {charge.id: charge for charge in charges}
        self.notices = notices

    def server_time(self):
        self._weather()
        return self._clock.now() + self._skew_s

    def events(self, since_at, until_at, types):
        self._weather()
        now = self._clock.now()
        for notice in self.notices:
            event = notice.event
            shown = notice.visible_at is not None and notice.visible_at <= now and event.created_at > now - KEPT_S
            if shown and since_at <= event.created_at < until_at and event.type in types:
                yield [event] * notice.copies
                self._weather()

    def backfill(self, since_at, until_at):
        self._weather()
        for charge in self.charges.values():
            if since_at <= charge.created_at < until_at and charge.created_at <= self._clock.now():
                yield [_made_up(charge)]

    def balance_transactions(self, since_at, until_at):
        self._weather()
        for booking in self.bookings():
            if since_at <= booking.created_at < until_at:
                yield [booking]

    def balance(self):
        self._weather()
        found = {currency: Money.zero(currency) for currency in CURRENCIES}
        for booking in self.bookings():
            found[booking.currency] += Money(booking.net_minor, booking.currency)
        return found

    def read(self, subject):
        self._weather()
        charge = self.charges[subject.object_id.removeprefix("cs_")]
        now = self._clock.now()
        objects = {"charge": charge.as_json(now)}
        if charge.payer is not None:
            objects["customer"] = charge.payer.as_json()
        if charge.manual:
            objects["payment_intent"] = {"id": f"pi_{charge.id}", "capture_method": "manual"}
        booked = charge.moves_money and charge.booked_at <= now
        return StripeFacts(charge.id, "charge", objects, (charge.booking(),) if booked else ())

    def bookings(self):
        """Everything that moved the balance by now: the payments, and a fee of Stripe's own."""
        now = self._clock.now()
        moved = [charge.booking() for charge in self.charges.values() if charge.moves_money]
        return [booking for booking in (*moved, _OWN_FEE) if booking.created_at <= now]

    def ends_at(self):
        """When everything has happened that will."""
        moments = [START_AT]
        for charge in self.charges.values():
            moments += [charge.created_at, charge.taken_at, charge.succeeds_at, charge.booked_at]
        moments += [notice.visible_at for notice in self.notices]
        return max(moment for moment in moments if moment is not None)

    def _weather(self):
        if self._faults.draw("stripe"):
            raise Transient(problem("Stripe did not answer"))


_OWN_FEE = BalanceTransaction(
    id="txn_own_fee", created_at=START_AT + 60, amount_minor=-200, fee_minor=0, net_minor=-200, currency="usd",
    type="stripe_fee", reporting_category="fee", source_id="",
)  # fmt: skip


def _made_up(charge):
    return Event(f"backfill_{charge.id}", "charge.succeeded", charge.created_at, charge.id, "charge", livemode=False)
