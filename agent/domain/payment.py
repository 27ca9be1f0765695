"""One charge as the flows see it: status, amount, day, settlement, and the invoice it says it pays."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from agent.domain.events import BalanceTransaction
from agent.domain.facts import Facts, StripeFacts
from agent.domain.fitting import DoesNotFitError, pad_key, reference_for
from agent.domain.json_reader import BadJsonError, JsonReader
from agent.domain.money import Money
from agent.domain.settings import Values

_STRIPE_ID = re.compile(r"[!-~]{1,255}")

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Payment:
    """A charge, typed.

    Attributes:
        id: ``ch_`` or ``py_`` id.
        reference: Our reference in SYSPRO.
        status: Stripe's ``status``: ``succeeded``, ``pending`` or ``failed``.
        captured: Whether the money was taken, not only authorised.
        amount: What was captured, in the charge's currency; what is authorised before capture.
        date: Day of the movement at the site, CCYY-MM-DD.
        created_at: Unix seconds UTC of the charge.
        booked: Whether Stripe has booked it (its balance transaction is known).
        manual_capture: Whether it was captured by hand after authorisation.
        settlement_currency: Currency of the balance it goes to; empty while unknown.
        connect: Whether it belongs to a Connect platform's flow of money (fees, transfers).
        description: Stripe's description, or empty.
    """

    id: str
    reference: str
    status: str
    captured: bool
    amount: Money
    date: str
    created_at: int
    booked: bool
    manual_capture: bool
    settlement_currency: str
    connect: bool
    description: str


def payment_of(facts: Facts, policy: Values) -> Payment:
    """Return the charge of ``facts``, typed.

    Raises:
        BadJsonError: When Stripe's answer has a wrong type where we look.
        UnknownCurrencyError: When Stripe's table does not have the currency.
    """
    charge = JsonReader(facts.stripe.objects["charge"], "charge")
    captured = charge.flag("captured")
    currency = charge.text("currency")
    booking = _booking(facts.stripe)
    created_at = charge.integer("created")
    manual = _capture_method(facts.stripe) == "manual"
    moved_at = booking.created_at if manual and booking else created_at
    charge_id = stripe_id(charge)
    return Payment(
        id=charge_id,
        reference=reference_for(charge_id),
        status=charge.text("status"),
        captured=captured,
        amount=Money(charge.integer("amount_captured" if captured else "amount"), currency),
        date=_day(moved_at, policy.text("site.time_zone")),
        created_at=created_at,
        booked=booking is not None,
        manual_capture=manual,
        settlement_currency=_settlement_currency(facts, booking, currency, policy),
        connect=_is_connect(charge),
        description=charge.optional_text("description"),
    )


def stripe_id(reader: JsonReader) -> str:
    """Return the id of one of Stripe's objects.

    Raises:
        BadJsonError: When it is none: keys and references are made of it.
    """
    found = reader.text("id")
    if not _STRIPE_ID.fullmatch(found):
        raise BadJsonError(f"{reader.where}.id is {found!r}, no id of Stripe's.")
    return found


@dataclass(frozen=True, slots=True)
class NamedInvoice:
    """The SYSPRO invoice that a payment says it pays.

    Attributes:
        number: Number as stored in SYSPRO; empty when none is named.
        explicit: Named for SYSPRO in metadata; a Stripe invoice number only may be one.
    """

    number: str = ""
    explicit: bool = False


def named_invoice(stripe: StripeFacts, policy: Values) -> NamedInvoice:
    """Return the invoice named in metadata of charge, payment intent or Stripe invoice, else by the Stripe number.

    Raises:
        DoesNotFitError: When a number named in metadata is longer than SYSPRO's key.
    """
    readers = [JsonReader(stripe.objects.get(role) or {}, role) for role in ("charge", "payment_intent", "invoice")]
    keys = policy.items("receipts.invoice_keys")
    named = next(
        (reader.texts("metadata")[key] for reader in readers for key in keys if reader.texts("metadata").get(key)), ""
    )
    raw = named or readers[2].optional_text("number")
    if not raw.strip():
        return NamedInvoice()
    try:
        number = pad_key(raw, numeric=policy.yes("keys.invoice_numeric"), length=policy.integer("keys.invoice_length"))
    except DoesNotFitError:
        if named:
            raise
        return NamedInvoice()
    return NamedInvoice(number, explicit=bool(named))


def _day(at: int, zone: str) -> str:
    """Return the day of a moment at the site, CCYY-MM-DD."""
    try:
        return (_EPOCH + timedelta(seconds=at)).astimezone(ZoneInfo(zone)).date().isoformat()
    except OverflowError as error:
        raise BadJsonError(f"The payment's moment is {at}, which no calendar has.") from error


def _booking(stripe: StripeFacts) -> BalanceTransaction | None:
    found = (entry for entry in stripe.balance_transactions if entry.type in {"charge", "payment"})
    return next(found, None)


def _capture_method(stripe: StripeFacts) -> str:
    return JsonReader(stripe.objects.get("payment_intent") or {}, "payment intent").optional_text("capture_method")


def _settlement_currency(facts: Facts, booking: BalanceTransaction | None, currency: str, policy: Values) -> str:
    if booking is not None:
        return booking.currency
    held = policy.items("stripe.settlement_currencies") or facts.settlement_currencies
    return currency if currency in held else ""


def _is_connect(charge: JsonReader) -> bool:
    names = ("application_fee_amount", "application_fee", "transfer_data", "on_behalf_of")
    return any(charge.raw.get(name) for name in names)
