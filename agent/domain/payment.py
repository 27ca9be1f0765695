"""One charge as the flows see it: status, amount, day, settlement, and the invoice it says it pays."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.domain.agreed import is_agreed
from agent.domain.conversion import Conversion, converted
from agent.domain.days import day_at
from agent.domain.events import BalanceTransaction, subject_of
from agent.domain.facts import Facts, StripeFacts
from agent.domain.fitting import DoesNotFitError, pad_key, reference_for
from agent.domain.json_reader import BadJsonError, JsonReader
from agent.domain.money import Money
from agent.domain.settings import Values

_STRIPE_ID = re.compile(r"[!-~]{1,255}")

#: Payment methods whose money moves when the charge is made; an unnamed method counts as one of them.
_AT_ONCE = frozenset({"", "card", "card_present", "interac_present"})


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
        before_start: Whether its money moved before the first moment that is posted.
        books_later: Whether its money moves at another time than the charge was made: captured by hand, or paid by a
            method that the payer's bank confirms later.
        settlement_currency: Currency of the balance it goes to; empty while unknown.
        settles_in: The same for people: ``USD``.
        converts: Whether it settles in another currency than it was made in.
        conversion: Rate and settled amount, once Stripe has booked a converted payment; else ``None``.
        partial: Whether less was captured than was authorised.
        refunded: Whether all of it was given back.
        disputed: Whether the payer's bank disputed it already when it was first decided.
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
    before_start: bool
    books_later: bool
    settlement_currency: str
    settles_in: str
    converts: bool
    conversion: Conversion | None
    partial: bool
    refunded: bool
    disputed: bool
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
    books_later = _books_later(charge, facts.stripe)
    moved_at = booking.created_at if books_later and booking else created_at
    settles_in = _settlement_currency(facts, booking, currency, policy)
    charge_id = stripe_id(charge)
    amount = Money(charge.integer("amount_captured" if captured else "amount"), currency)
    converts = settles_in not in {"", currency}
    return Payment(
        id=charge_id,
        reference=reference_for(charge_id),
        status=charge.text("status"),
        captured=captured,
        amount=amount,
        date=day_at(moved_at, policy.text("site.time_zone")),
        created_at=created_at,
        booked=booking is not None,
        before_start=moved_at < facts.start_at,
        books_later=books_later,
        settlement_currency=settles_in,
        settles_in=settles_in.upper(),
        converts=converts,
        conversion=_conversion(facts.stripe, amount, settles_in) if converts else None,
        partial=captured and charge.integer("amount_captured") < charge.integer("amount"),
        refunded=charge.optional_flag("refunded"),
        disputed=facts.disputed,
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


def metadata_of_payment(stripe: StripeFacts) -> dict[str, str]:
    """Return the metadata of the payment intent and the charge, the charge's own first."""
    charge = JsonReader(stripe.objects["charge"], "charge")
    intent = JsonReader(stripe.objects.get("payment_intent") or {}, "payment intent")
    return {**intent.texts("metadata"), **charge.texts("metadata")}


def agreed_customer(stripe: StripeFacts, policy: Values) -> str:
    """Return the SYSPRO customer, as stored, who agreed to what this payment pays; empty where it does not say.

    Raises:
        DoesNotFitError: When the code is longer than SYSPRO's key.
    """
    metadata = metadata_of_payment(stripe)
    if not is_agreed(metadata):
        return ""
    raw = next((metadata[key] for key in policy.items("customers.metadata_keys") if metadata.get(key)), "")
    return pad_key(raw, numeric=policy.yes("keys.customer_numeric"), length=policy.integer("keys.customer_length"))


@dataclass(frozen=True, slots=True)
class NamedInvoices:
    """The SYSPRO invoices that a payment says it pays.

    Attributes:
        numbers: Numbers as stored in SYSPRO, in the order in which they are paid; empty when none is named.
        explicit: Named for SYSPRO in metadata; a Stripe invoice number only may be one.
        customer: SYSPRO customer, as stored, whose invoices the metadata says they are; empty where it does not say.
    """

    numbers: tuple[str, ...] = ()
    explicit: bool = False
    customer: str = ""

    @property
    def number(self) -> str:
        """The number, where one is named; several are one text, which no invoice is called."""
        return ", ".join(self.numbers)


def named_invoices(stripe: StripeFacts, policy: Values) -> NamedInvoices:
    """Return the invoices named in metadata of charge, payment intent or Stripe invoice, else by the Stripe number.

    Raises:
        DoesNotFitError: When a number named in metadata is longer than SYSPRO's key.
    """
    named = _named(stripe, policy.items("receipts.invoice_keys"))
    invoice = JsonReader(stripe.objects.get("invoice") or {}, "invoice")
    raw = [part for part in named.split(",") if part.strip()] if named else [invoice.optional_text("number")]
    numeric, length = policy.yes("keys.invoice_numeric"), policy.integer("keys.invoice_length")
    try:
        numbers = tuple(pad_key(part, numeric=numeric, length=length) for part in raw if part.strip())
    except DoesNotFitError:
        if named:
            raise
        return NamedInvoices()
    return NamedInvoices(numbers, explicit=bool(named) and bool(numbers), customer=_named_owner(stripe, policy))


def _named_owner(stripe: StripeFacts, policy: Values) -> str:
    """Return the SYSPRO customer that the payment's metadata names; two customers may have invoices of one number."""
    raw = _named(stripe, policy.items("customers.metadata_keys"))
    numeric, length = policy.yes("keys.customer_numeric"), policy.integer("keys.customer_length")
    try:
        return pad_key(raw, numeric=numeric, length=length)
    except DoesNotFitError:
        return ""  # a code of the shop's own: no customer of SYSPRO is called so


def named_purchase_order(stripe: StripeFacts, policy: Values) -> str:
    """Return the customer's purchase order that metadata names; empty for none."""
    return _named(stripe, policy.items("receipts.purchase_order_keys")).strip()


def _named(stripe: StripeFacts, keys: Sequence[str]) -> str:
    """Return what the metadata of charge, payment intent or Stripe invoice says under the first of ``keys``."""
    readers = [JsonReader(stripe.objects.get(role) or {}, role) for role in ("charge", "payment_intent", "invoice")]
    return next(
        (reader.texts("metadata")[key] for reader in readers for key in keys if reader.texts("metadata").get(key)), ""
    )


def _booking(stripe: StripeFacts) -> BalanceTransaction | None:
    found = (entry for entry in stripe.balance_transactions if entry.type in {"charge", "payment"})
    return next(found, None)


def _conversion(stripe: StripeFacts, amount: Money, settles_in: str) -> Conversion | None:
    """Return the conversion of a booked payment; what a part capture gave back belongs to it."""
    moved = [one.amount_minor for one in stripe.balance_transactions if subject_of(one)[1] == "charge"]
    settled = Money(sum(moved), settles_in)
    return converted(amount, settled) if amount.minor > 0 and settled.minor > 0 else None


def _books_later(charge: JsonReader, stripe: StripeFacts) -> bool:
    """Say whether the money moves at another time than the charge was made.

    The day of the movement is then the day of the balance transaction, which has to be known before anything is
    posted; for a card it is the day of the charge, and a booking that comes minutes later changes nothing.
    """
    intent = JsonReader(stripe.objects.get("payment_intent") or {}, "payment intent")
    method = charge.optional_object("payment_method_details").optional_text("type")
    return intent.optional_text("capture_method") == "manual" or method not in _AT_ONCE


def _settlement_currency(facts: Facts, booking: BalanceTransaction | None, currency: str, policy: Values) -> str:
    if booking is not None:
        return booking.currency
    held = policy.items("stripe.settlement_currencies") or facts.settlement_currencies
    return currency if currency in held else ""


def _is_connect(charge: JsonReader) -> bool:
    names = ("application_fee_amount", "application_fee", "transfer_data", "on_behalf_of")
    return any(charge.raw.get(name) for name in names)
