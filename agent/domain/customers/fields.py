"""A customer on either side as plain texts, and each side's text in the words of the other.

The address is one text of several lines, so that nobody ever gets the street of one side and the town of the other.
"""

import re
import unicodedata
from collections.abc import Mapping

from agent.domain.erp import CustomerRow
from agent.domain.fitting import fit_address, fit_text

NAME, EMAIL, PHONE, ADDRESS, TAX_ID = "name", "email", "phone", "address", "tax_id"

#: Everything that can be kept in step, in the order in which people read it.
FIELDS = (NAME, EMAIL, PHONE, ADDRESS, TAX_ID)

#: Parts of an address in Stripe, in the order of the lines of its text.
STRIPE_PARTS = ("line1", "line2", "city", "state", "postal_code", "country")

#: Lines of an address in SYSPRO; the postal code is one more line of its text.
SYSPRO_LINES = 5

#: Most characters in SYSPRO (reference, ArCustomer).
_LENGTHS = {NAME: 50, EMAIL: 255, PHONE: 20, TAX_ID: 15}
_POSTAL_LENGTH = 10

_ADDRESSED = re.compile(r"[^\s@;,<>]+@[^\s@;,<>]+\.[^\s@;,<>]+")
_COUNTRY = re.compile(r"[A-Z]{2}")

Texts = Mapping[str, str]
"""Field -> text; empty where nothing is said."""


def syspro_texts(row: CustomerRow) -> dict[str, str]:
    """Return what SYSPRO says of a customer."""
    lines = [tidy(line) for line in row.sold_to[:SYSPRO_LINES]]
    lines += [""] * (SYSPRO_LINES - len(lines))
    postal = tidy(row.sold_to_postal_code)
    return {
        NAME: tidy(row.name),
        EMAIL: tidy(row.email),
        PHONE: tidy(row.telephone),
        ADDRESS: _lines([*lines, postal]),
        TAX_ID: tidy(row.company_tax_number),
    }


def stripe_address(parts: Mapping[str, str]) -> str:
    """Return the text of an address in Stripe's parts; empty where all of them are."""
    return _lines([tidy(parts.get(part, "")) for part in STRIPE_PARTS])


def address_parts(text: str) -> dict[str, str]:
    """Return Stripe's parts of the text of an address."""
    return dict(zip(STRIPE_PARTS, _split(text, len(STRIPE_PARTS)), strict=True))


def address_lines(text: str) -> tuple[list[str], str]:
    """Return SYSPRO's five lines and the postal code of the text of an address."""
    *lines, postal = _split(text, SYSPRO_LINES + 1)
    return lines, postal


def to_stripe(field: str, text: str, lines: Mapping[str, str]) -> str:
    """Return SYSPRO's text as Stripe would have it; empty where there is nothing that Stripe could take.

    Args:
        field: One of :data:`FIELDS`.
        text: SYSPRO's text.
        lines: Number of SYSPRO's address line -> part of the address that it becomes in Stripe.
    """
    if field == EMAIL:
        # SYSPRO's field often holds several addresses, or a word such as "none"; Stripe takes one.
        found = _ADDRESSED.search(text)
        return found.group() if found else ""
    if field != ADDRESS or not text:
        return text
    given, postal = address_lines(text)
    parts = {"postal_code": postal}
    for number, line in enumerate(given, start=1):
        part = lines.get(str(number), "")
        if part and line:
            parts[part] = f"{parts[part]}, {line}" if parts.get(part) else line
    if not _COUNTRY.fullmatch(parts.get("country", "")):
        # Stripe takes the two letters alone.
        parts.pop("country", None)
    return stripe_address(parts)


def to_syspro(field: str, text: str) -> str:
    """Return Stripe's text as SYSPRO can hold it, shortened and in its letters; empty where nothing is left of it."""
    if field != ADDRESS:
        return fit_text(text, _LENGTHS[field], field)[0]
    if not text:
        return ""
    parts = address_parts(text)
    fitted, _ = fit_address(parts)
    postal, _ = fit_text(parts["postal_code"], _POSTAL_LENGTH, "postal code")
    return _lines([*fitted, postal])


def same(field: str, syspro: str, stripe: str, lines: Mapping[str, str]) -> bool:
    """Say whether both sides say the same, as far as each can hold what the other says."""
    there, here = to_stripe(field, syspro, lines), to_syspro(field, stripe)
    return _key(field, there) == _key(field, stripe) or _key(field, here) == _key(field, syspro)


def tidy(text: str) -> str:
    """Return a text on one line, without what cannot be shown."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())


def shown(field: str, text: str) -> str:
    """Return a text for people, on one line."""
    return ", ".join(filter(None, text.split("\n"))) if field == ADDRESS else text


def name_key(text: str) -> str:
    """Return what of a name is compared: no accents, no capitals, no words for a company's form."""
    plain = "".join(
        one for one in unicodedata.normalize("NFKD", text[:_MOST_COMPARED]) if not unicodedata.combining(one)
    )
    words = re.findall(r"\w+", plain.casefold())
    kept = [word for word in words if word not in _FORMS]
    return " ".join(kept or words)


def code_key(text: str) -> str:
    """Return what of a tax number or postal code is compared: letters and digits alone."""
    return "".join(re.findall(r"[A-Z0-9]+", text.upper()))


#: Most characters of a name that are compared.
_MOST_COMPARED = 200

#: Words for the form of a company, which one side has and the other has not.
_FORMS = frozenset({"inc", "ltd", "llc", "limited", "corp", "co", "company", "gmbh", "pty", "plc", "sa", "ag", "bv"})


def _key(field: str, text: str) -> str:
    if field == PHONE:
        return re.sub(r"\D", "", text) or text
    if field == TAX_ID:
        return code_key(text)
    return text.casefold() if field in {EMAIL, ADDRESS} else text


def _lines(lines: list[str]) -> str:
    return "\n".join(lines) if any(lines) else ""


def _split(text: str, count: int) -> list[str]:
    lines = text.split("\n") if text else []
    return (lines + [""] * count)[:count]
