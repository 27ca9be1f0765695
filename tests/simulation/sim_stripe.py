"""A Stripe in memory: what it shows depends on the clock alone (`EventSource` and `ObjectReader`)."""

from dataclasses import replace

from agent.domain.errors import Transient
from agent.domain.events import Event
from agent.domain.facts import StripeFacts
from agent.domain.money import Money
from tests.simulation.aftermath import moved
from tests.simulation.faults import problem
from tests.simulation.trade import CURRENCIES, START_AT

#: Events are shown so long.
KEPT_S = 30 * 86400


#: A fee of Stripe's own.
OWN_FEE = moved("own_fee", "fee", START_AT + 60, -200, "usd", "", kind="stripe_fee")


class SimStripe:
    """The world of `charges`, of what followed them, and of `notices`; every call may meet a fault."""

    def __init__(self, clock, faults, charges, notices, skew_s=0, *, later=(), bare=(OWN_FEE,)):
        self._clock = clock
        self._faults = faults
        self._skew_s = skew_s
        self.charges = {charge.id: charge for charge in charges}
        self.later = {one.id: one for one in later}
        self.bare = {one.id: one for one in bare}
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
        for one in (*self.charges.values(), *self.later.values()):
            if since_at <= one.created_at < until_at and one.created_at <= self._clock.now():
                yield [_made_up(one)]

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
        now = self._clock.now()
        if subject.object_id in self.bare:
            found = self.bare[subject.object_id]
            return StripeFacts(found.id, "balance_transaction", {"balance_transaction": {"id": found.id}}, (found,))
        if subject.object_id in self.later:
            return self._later(self.later[subject.object_id], now)
        return self._charge(self.charges[subject.object_id.removeprefix("cs_")], now)

    def _later(self, one, now):
        moved = one.listed(now) if one.type == "payout" else one.movements()
        payout = one.id if one.type == "payout" and now >= one.completes_at else ""
        listed = (replace(each, payout_id=payout) for each in moved if each.created_at <= now)
        return StripeFacts(one.id, one.type, one.objects(now), tuple(listed))

    def _charge(self, charge, now):
        disputed = any(one.type == "dispute" and one.charge == charge for one in self._happened(now))
        objects = {"charge": charge.as_json(now) | {"disputed": disputed}}
        if charge.payer is not None:
            objects["customer"] = charge.payer.as_json()
        if charge.manual:
            objects["payment_intent"] = {"id": f"pi_{charge.id}", "capture_method": "manual"}
        booked = charge.moves_money and charge.booked_at <= now
        return StripeFacts(charge.id, "charge", objects, (charge.booking(),) if booked else ())

    def _happened(self, now):
        return [one for one in self.later.values() if one.created_at <= now]

    def bookings(self):
        """Everything that moved the balance by now: payments, what followed them, and movements of their own."""
        now = self._clock.now()
        moved = [charge.booking() for charge in self.charges.values() if charge.moves_money]
        moved += [booking for one in self.later.values() for booking in one.movements()]
        return [booking for booking in (*moved, *self.bare.values()) if booking.created_at <= now]

    def ends_at(self):
        """When everything has happened that will."""
        moments = [START_AT, *(one.created_at for one in self.bare.values())]
        for charge in self.charges.values():
            moments += [charge.created_at, charge.taken_at, charge.succeeds_at, charge.booked_at]
        for one in self.later.values():
            moments += [at for _, at in one.happenings()]
        moments += [notice.visible_at for notice in self.notices]
        return max(moment for moment in moments if moment is not None)

    def _weather(self):
        if self._faults.draw("stripe"):
            raise Transient(problem("Stripe did not answer"))


def _made_up(one):
    kind = getattr(one, "type", "charge")
    event_type = {"charge": "charge.succeeded", "dispute": "charge.dispute.created"}.get(kind, f"{kind}.created")
    return Event(f"backfill_{one.id}", event_type, one.created_at, one.id, kind, livemode=False)
