"""Make text, numbers and keys fit SYSPRO's fields, and say what had to change.

SYSPRO stores Windows-1252 in fields of fixed length; over-long values are refused by some objects and cut silently by
others, so we cut first and keep a record. Source: SYSPRO e.net reference, "Truncation" and "Charset".
"""

import hashlib
from base64 import b32encode
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from unidecode import unidecode

from agent.domain.money import SYSPRO_VALUE_LIMIT, Money

_CENT = Decimal("0.01")
_CONTROL = dict.fromkeys((*range(32), 127, 129, 141, 143, 144, 157), " ")


@dataclass(frozen=True, slots=True)
class Change:
    """One value that does not stand in SYSPRO as it stood in Stripe.

    Attributes:
        field: SYSPRO's element name.
        what: ``shortened`` or ``rewritten``.
        before: The value as it was.
        after: The value as it is sent.
    """

    field: str
    what: str
    before: str
    after: str


class DoesNotFitError(ValueError):
    """A number or key cannot be put into the field without changing its meaning."""


class AmountError(DoesNotFitError):
    """An amount that no value field of SYSPRO can hold; in words, but for whose it is."""


def fit_amount(value: Money) -> Money:
    """Return ``value`` if SYSPRO's value fields (14,2) can hold it, whatever they do with a third decimal.

    Raises:
        AmountError: When it is too large.
    """
    if abs(value.to_decimal()) >= SYSPRO_VALUE_LIMIT:
        raise AmountError(
            f"{value} is more than SYSPRO takes in one amount, which is {SYSPRO_VALUE_LIMIT - _CENT:,} at most. Book it"
            " by hand in several parts, then ignore it here."
        )
    return value


def fit_text(value: str, length: int, field: str) -> tuple[str, tuple[Change, ...]]:
    """Return ``value`` in Windows-1252 and at most ``length`` characters, with what changed.

    Characters that Windows-1252 lacks are replaced by the nearest letters (``Ł`` becomes ``L``) or dropped; control
    characters and line ends become blanks; blanks at the ends and doubled blanks go without being reported.
    """
    if len(value) <= length and value.isascii() and value.isprintable() and value == " ".join(value.split()):
        return value, ()  # as most texts are
    tidy = " ".join(value.translate(_CONTROL).split())
    spelled = "".join(_to_cp1252(character) for character in tidy)
    spelled = " ".join(spelled.split())
    changes: list[Change] = []
    if spelled != tidy:
        changes.append(Change(field, "rewritten", tidy, spelled))
    cut = spelled[:length].rstrip()
    if cut != spelled:
        changes.append(Change(field, "shortened", spelled, cut))
    return cut, tuple(changes)


def fit_number(value: Decimal, whole: int, places: int, field: str) -> Decimal:
    """Return ``value`` with at most ``places`` decimals, rounded half up.

    Args:
        value: The number.
        whole: Most digits before the point.
        places: Most digits behind it.
        field: SYSPRO's element name, for the error.

    Raises:
        DoesNotFitError: When the whole part is too large, or the number is not finite.
    """
    limit = Decimal(10) ** whole
    if value.is_finite() and abs(value) < limit:
        rounded = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        if abs(rounded) < limit:
            return rounded
    raise DoesNotFitError(
        f"SYSPRO's {field} takes {whole} digits before the point, and {value} has more. Enter the document by hand in"
        " SYSPRO, then ignore it here."
    )


def pad_key(raw: str, *, numeric: bool, length: int) -> str:
    """Return a SYSPRO key as it is stored: numeric keys padded with zeros on the left to ``length``.

    Source: SYSPRO help "keys": numeric keys are right-aligned and left-padded with zeros to the full field length.

    Raises:
        DoesNotFitError: When the key is longer than ``length``.
    """
    key = raw.strip()
    if len(key) > length:
        raise DoesNotFitError(f"The key {key!r} is longer than {length} characters.")
    return key.zfill(length) if numeric and key.isdecimal() else key


def bare_key(key: str) -> str:
    """Return a SYSPRO key without the zeros that fill up a number: so two spellings of one key are the same text."""
    trimmed = key.strip()
    return (trimmed.lstrip("0") or "0") if trimmed.isascii() and trimmed.isdecimal() else trimmed


def reference_for(stripe_id: str, length: int = 30) -> str:
    """Return our reference for a Stripe object: the id itself, or its start and a hash where it is too long.

    Where a start has no room beside the hash, it is the hash alone. The same id always gives the same reference, so
    SYSPRO can be searched for it.
    """
    if len(stripe_id) <= length:
        return stripe_id
    if length <= 13:
        return short_reference(stripe_id, length)
    return f"{stripe_id[: length - 13]}~{short_reference(stripe_id, 12)}"


def short_reference(stripe_id: str, length: int = 10) -> str:
    """Return ``length`` letters and digits that stand for a Stripe id in a field too short for it."""
    digest = hashlib.sha256(stripe_id.encode()).digest()
    return b32encode(digest).decode()[:length]


def fit_address(address: "dict[str, str]", *, lines: int = 5, length: int = 40) -> tuple[list[str], tuple[Change, ...]]:
    """Return SYSPRO's address lines from Stripe's address, and what changed.

    Stripe has line1, line2, city, state, country; SYSPRO has five lines of 40 characters and a postal code of its
    own. Empty parts leave no gap; city and state share a line.
    """
    town = ", ".join(part for part in (address.get("city", ""), address.get("state", "")) if part.strip())
    parts = [address.get("line1", ""), address.get("line2", ""), town, address.get("country", "")]
    fitted: list[str] = []
    changes: list[Change] = []
    for part in parts:
        field = f"Address line {len(fitted) + 1}"
        text, changed = fit_text(part, length if len(fitted) < lines else 0, field)
        changes.extend(changed)
        if text:
            fitted.append(text)
    return fitted + [""] * (lines - len(fitted)), tuple(changes)


def _to_cp1252(character: str) -> str:
    if "\ud800" <= character <= "\udfff":
        return ""  # half of a surrogate pair, which JSON can hold; unidecode warns about it
    try:
        character.encode("cp1252")
    except UnicodeEncodeError:
        return unidecode(character, errors="ignore").strip("\x00")
    return character
