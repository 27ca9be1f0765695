"""Write XML for e.net: Windows-1252, escaped, numbers plain.

Fitting (``agent.domain.fitting``) has happened before; what still does not fit is refused here, never changed.
Source: SYSPRO integration reference, section 2: declare Windows-1252; escape ``& < >``; dates CCYY-MM-DD; plain
decimals limited to the field, because long decimals were rejected as not numeric (seen live).
"""

import re
from decimal import Decimal

from agent.domain.fitting import DoesNotFitError
from agent.domain.money import Money

DECLARATION = '<?xml version="1.0" encoding="Windows-1252"?>'
#: Decimals of SYSPRO's value fields (14,2).
VALUE_PLACES = 2
#: Decimals of SYSPRO's price fields (15,5).
PRICE_PLACES = 5
#: Decimals of SYSPRO's quantity fields (18,6).
QUANTITY_PLACES = 6

# Tabs and line ends would be folded into blanks by the reader on the other side; no XML can hold the rest.
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def document(root: str, *children: str) -> str:
    """Return a whole document: declaration and root around ``children``, which are XML already."""
    return f"{DECLARATION}<{root}>{''.join(children)}</{root}>"


def group(name: str, *children: str) -> str:
    """Return an element around ``children``, which are XML already."""
    return f"<{name}>{''.join(children)}</{name}>"


def leaf(name: str, value: str) -> str:
    """Return an element with a text, or nothing for an empty text: SYSPRO then takes its own default.

    Raises:
        DoesNotFitError: When the text cannot be written in Windows-1252, or has control characters.
    """
    return needed(name, value) if value else ""


def needed(name: str, value: str) -> str:
    """Return an element with a text, be it empty.

    Raises:
        DoesNotFitError: When the text cannot be written in Windows-1252, or has control characters.
    """
    # Nearly every text is plain ASCII, which needs no closer look.
    if not (value.isascii() and value.isprintable()):
        _check_storable(name, value)
    return f"<{name}>{escaped(value)}</{name}>" if value else f"<{name}/>"


def escaped(value: str) -> str:
    """Return a text in which ``& < >`` are harmless."""
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def flag(name: str, *, yes: bool) -> str:
    """Return an element with Y or N."""
    return f"<{name}>{'Y' if yes else 'N'}</{name}>"


def decimal(name: str, value: Decimal, places: int) -> str:
    """Return an element with a plain number of at most ``places`` decimals, without zeros at its end.

    Raises:
        DoesNotFitError: When the number has more decimals, or is not finite: rounding it here would change money.
    """
    if not value.is_finite():
        raise DoesNotFitError(f"{name}: {value} is not a number.")
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if len(text.partition(".")[2]) > places:
        raise DoesNotFitError(f"{name}: {value:f} has more than {places} decimals.")
    return f"<{name}>{'0' if text == '-0' else text}</{name}>"


def value(name: str, amount: Money) -> str:
    """Return an element with an amount, in units with the two decimals of SYSPRO's value fields.

    Raises:
        DoesNotFitError: When the amount needs a third decimal, as some Kuwaiti dinars do.
    """
    units = amount.to_decimal()
    rounded = units.quantize(Decimal("0.01"))
    if rounded != units:
        raise DoesNotFitError(f"{name}: {amount} has more than {VALUE_PLACES} decimals.")
    return f"<{name}>{rounded:f}</{name}>"


def _check_storable(name: str, value: str) -> None:
    if _CONTROL.search(value):
        raise DoesNotFitError(f"{name}: the text {value!r} has control characters.")
    try:
        value.encode("cp1252")
    except UnicodeEncodeError as error:
        wrong = value[error.start]
        raise DoesNotFitError(f"{name}: SYSPRO cannot store the character {wrong!r} of {value!r}.") from error
