"""The lines of an invoice that a refund names: SORTCI takes them back whole, so they must come to its amount."""

import re

from agent.domain.cases.original import Original
from agent.domain.facts import StripeFacts
from agent.domain.json_reader import BadJsonError, JsonReader
from agent.domain.money import Money, total
from agent.domain.settings import Values

#: A line of an invoice; source: SorDetail.SalesOrderLine dec(4,0) of the reference.
_LINE_NUMBER = re.compile(r"[0-9]{1,4}")

#: Most characters of somebody's text that a reason repeats.
_MOST_SHOWN = 60


def named_lines(refund: JsonReader, policy: Values) -> tuple[tuple[int, ...], str]:
    """Return the invoice lines that the refund's metadata names, and what is wrong with them."""
    metadata = refund.texts("metadata")
    named = next((metadata[key] for key in policy.items("refunds.lines_keys") if metadata.get(key, "").strip()), "")
    numbers = [part.strip() for part in named.split(",") if part.strip()]
    if not all(_LINE_NUMBER.fullmatch(part) and int(part) for part in numbers):
        shown = named if len(named) <= _MOST_SHOWN else f"{named[:_MOST_SHOWN]}..."
        return (), f"The refund names the invoice lines {shown!r}, which are no line numbers such as 1, 3."
    return tuple(sorted({int(part) for part in numbers})), ""


def names_lines(stripe: StripeFacts, policy: Values) -> bool:
    """Say whether the subject is a refund that names invoice lines."""
    try:
        return bool(named_lines(JsonReader(stripe.objects.get("refund") or {}, "refund"), policy)[0])
    except BadJsonError:
        return False  # decide() meets the same and holds the subject with the reason


def lines_problem(original: Original, lines: tuple[int, ...], value: Money) -> str:
    """Return why these lines of the invoice are no credit of ``value``; empty where they come to just that."""
    named, invoice = ", ".join(map(str, lines)), original.credited
    known = {one.number: one.value for one in original.lines}
    way = (
        "Correct the lines at the refund in Stripe, or remove them so that the amount alone is credited, and retry; or"
        " credit it by hand and ignore the refund here."
    )
    if not known:
        return f"It names lines {named} of invoice {invoice}, and what those come to cannot be read in SYSPRO. {way}"
    if missing := [str(number) for number in lines if number not in known]:
        return f"It names lines {named} of invoice {invoice}, which has no line {', '.join(missing)}. {way}"
    whole = total([known[number] for number in lines], value.currency)
    if whole == value:
        return ""
    return (
        f"It names lines {named} of invoice {invoice}, which come to {whole} and are taken back whole; {value} are"
        f" given back. {way}"
    )
