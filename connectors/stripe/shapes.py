"""Stripe's JSON as our notices and balance transactions. Pure. May import: ``agent.domain``."""

import hashlib
import re
from typing import Any

from agent.domain.events import BalanceTransaction, Event
from agent.domain.json_reader import BadJsonError, JsonReader
from agent.domain.money import UnknownCurrencyError, exponent

#: Type of an event that stands for a notice nobody could read; it is set aside for a person.
UNREADABLE = "unreadable"

_ID = re.compile(r"[A-Za-z0-9_-]{1,255}")
_TYPE = re.compile(r"[a-z0-9_.]{1,120}")
# Stripe's amounts have at most 12 digits (docs.stripe.com/currencies); anything longer is damage.
_MOST_MINOR = 10**15
_MOST_AT = 2**40
_MOST_PAYLOAD = 10_000
_MOST_WORDS = 500
# A JSON number as it came; never computed with.
_RATE = re.compile(r"[0-9]{1,20}(\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?")


def event_of(item: object, text: str, account: str) -> Event:
    """Return one notice.

    Args:
        item: A member of ``/v1/events``; rendered in whatever API version the account had then, so that only what
            all versions share is read.
        text: The same as JSON text, kept for people.
        account: Connect account that was listed, or empty.

    Raises:
        BadJsonError: When a field that we store has a wrong type; the message names it.
    """
    event = JsonReader(item, "event")
    subject = JsonReader(event.object("data").raw.get("object"), "event.data.object")
    return Event(
        id=_matching(event, "id", _ID),
        type=_matching(event, "type", _TYPE),
        created_at=moment(event),
        object_id=_matching(subject, "id", _ID),
        object_type=_matching(subject, "object", _TYPE),
        livemode=event.flag("livemode"),
        account=event.optional_text("account") or account,
        # Until 2017-05-25 `request` was a bare id; it reads as an empty object.
        request_key=event.optional_object("request").optional_text("idempotency_key")[:255],
        # An event is a pointer; only of what is gone is it the last word, and its payload holds personal data.
        payload=text if event.text("type").endswith(".deleted") else "",
    )


def unreadable_event(item: object, text: str, *, created_at: int, livemode: bool, account: str) -> Event:
    """Return an event that stands for a notice or object that cannot be read, the same each time.

    Args:
        item: What came.
        text: The same as JSON text; kept, shortened.
        created_at: Moment to file it under where it tells none, Unix seconds UTC.
        livemode: The key's mode.
        account: Connect account that was listed, or empty.
    """
    known: Any = item if isinstance(item, dict) else {}
    told_id, told_at = known.get("id"), known.get("created")
    readable = isinstance(told_id, str) and _ID.fullmatch(told_id)
    name = told_id if readable else f"{UNREADABLE}_{hashlib.sha256(text.encode()).hexdigest()[:24]}"
    told = type(told_at) is int and 0 <= told_at < _MOST_AT
    return Event(
        id=name,
        type=UNREADABLE,
        created_at=told_at if told else created_at,
        object_id=name,
        object_type=UNREADABLE,
        livemode=livemode,
        account=account,
        payload=text[:_MOST_PAYLOAD],
    )


def balance_transaction_of(item: object, *, payout_id: str = "") -> BalanceTransaction:
    """Return one movement of Stripe's balance.

    Args:
        item: The decoded object.
        payout_id: The payout it was listed for, if any; the object itself does not tell.

    Raises:
        BadJsonError: When a field has a wrong type, the currency is not in Stripe's table, or the parts do not add up:
            books that were proven with such a movement would be wrong.
    """
    entry = JsonReader(item, "balance transaction")
    entry = JsonReader(item, f"balance transaction {_matching(entry, 'id', _ID)}")
    movement = BalanceTransaction(
        id=entry.text("id"),
        created_at=moment(entry),
        amount_minor=minor(entry, "amount"),
        fee_minor=minor(entry, "fee"),
        net_minor=minor(entry, "net"),
        currency=currency(entry),
        type=_matching(entry, "type", _TYPE),
        reporting_category=_matching(entry, "reporting_category", _TYPE),
        source_id=entry.id_of("source"),
        fees=tuple((_matching(fee, "type", _TYPE), minor(fee, "amount")) for fee in entry.objects("fee_details")),
        available_at=entry.optional_integer("available_on") and moment(entry, "available_on"),
        balance_type=_matching(entry, "balance_type", _TYPE) if entry.optional_text("balance_type") else "",
        exchange_rate=_rate(entry),
        payout_id=payout_id,
        description=entry.optional_text("description")[:_MOST_WORDS],
    )
    _adds_up(movement, entry.where)
    return movement


def moment(reader: JsonReader, name: str = "created") -> int:
    """Return a moment, Unix seconds UTC, of a plausible size."""
    told_at = reader.integer(name)
    if not 0 <= told_at < _MOST_AT:
        raise BadJsonError(f"{reader.where}.{name} is {_digits(told_at)}, not a moment.")
    return told_at


def minor(reader: JsonReader, name: str) -> int:
    """Return an amount in minor units, of a plausible size."""
    amount = reader.integer(name)
    if abs(amount) > _MOST_MINOR:
        raise BadJsonError(f"{reader.where}.{name} is {_digits(amount)}, more than Stripe can move.")
    return amount


def currency(reader: JsonReader) -> str:
    """Return ``currency``, one of Stripe's table."""
    code = reader.text("currency")
    try:
        exponent(code)
    except UnknownCurrencyError as error:
        raise BadJsonError(f"{reader.where}.currency is {code[:12]!r}, which is not in Stripe's table.") from error
    return code


def _rate(reader: JsonReader) -> str:
    """Return ``exchange_rate`` as text: a fraction is decoded as text already, a whole number is not."""
    value = reader.raw.get("exchange_rate")
    text = str(value) if type(value) is int else reader.optional_text("exchange_rate")
    if text and not _RATE.fullmatch(text):
        raise BadJsonError(f"{reader.where}.exchange_rate is {text[:40]!r}, not a rate.")
    return text


def _adds_up(movement: BalanceTransaction, where: str) -> None:
    if movement.net_minor != movement.amount_minor - movement.fee_minor:
        raise BadJsonError(f"{where}.net is not its amount less its fee.")
    if sum(amount for _, amount in movement.fees) != movement.fee_minor:
        raise BadJsonError(f"{where}.fee_details do not add up to its fee.")


def _matching(reader: JsonReader, name: str, pattern: re.Pattern[str]) -> str:
    value = reader.raw.get(name)
    if isinstance(value, str) and pattern.fullmatch(value):
        return value
    raise BadJsonError(f"{reader.where}.{name} is {reader.text(name)[:40]!r}, not one of Stripe's names.")


def _digits(number: int) -> str:
    return str(number) if abs(number) < 10**18 else "a number of more than 18 digits"
