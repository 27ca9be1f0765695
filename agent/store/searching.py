"""What a person types as a question to the words of all documents (:mod:`agent.store.schema_search`)."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal

from agent.domain.worklist import Tab, WorkFilter
from agent.store.packing import storable
from agent.store.schema_search import AMOUNT, MARK

#: What the tokenizer takes for a word; all else parts words.
_WORD = re.compile(r"[^\W_]+")

#: An amount as people write it, with a point or comma for the decimals, and blanks, points or commas for thousands.
_NUMBER = re.compile(r"-?\d{1,3}(?:[.,' ]?\d{3})*(?:[.,]\d{1,3})?|-?\d+(?:[.,]\d{1,3})?")

#: Decimals that Stripe's currencies have.
_DECIMALS = (0, 2, 3)

#: Longest question that is asked; what is longer is nobody's name or key.
_MOST_WORDS = 24

#: Asks for the Stripe customers that are a SYSPRO customer, by its code with zeros or without.
LINKED = """
SELECT DISTINCT substr(stripe_id, 1, instr(stripe_id || '|', '|') - 1) AS payer FROM links
WHERE company = :company AND kind = 'customer' AND ltrim(lower(erp_key), '0') = ltrim(lower(:code), '0') LIMIT 50
"""

#: Finds nothing: no document has this word.
_NOTHING = f'"{MARK}nothing"'


def is_search(wanted: WorkFilter) -> bool:
    """Say whether words are asked for."""
    return bool(wanted.text or wanted.customer)


def match_of(wanted: WorkFilter, payers: Sequence[str]) -> str:
    """Return what FTS5's MATCH is asked for a part of the work list.

    Args:
        wanted: The part; its text, its customer, or both are not empty.
        payers: Stripe ids of the payers that are the customer, where SYSPRO's code names one.
    """
    parts = [f'"{MARK}{_TABS[wanted.tab]}"']
    if wanted.text:
        parts.append(_all_words(wanted.text))
    if wanted.customer:
        parts.append(_any([_all_words(wanted.customer), *map(_exactly, payers)]))
    if wanted.kind is not None:
        parts.append(f'"{MARK}{wanted.kind.value.replace("_", "")}"')
    if wanted.currency:
        parts.append(f'"{MARK}{wanted.currency}"')
    return " AND ".join(parts)


_TABS = {
    Tab.WAITING: "waiting",
    Tab.POSTED: "posted",
    Tab.NEEDS_YOU: "needsyou",
    Tab.IN_DOUBT: "indoubt",
    Tab.IGNORED: "ignored",
}


def _all_words(text: str) -> str:
    """Return the question for all words of a text, each the beginning of one of the document's, or its amount."""
    parts = unicodedata.normalize("NFC", storable(text)).split()[:_MOST_WORDS]
    asked = [question for part in parts if (question := _one(part))]
    return f"({' AND '.join(asked)})" if asked else _NOTHING


def _one(part: str) -> str:
    words = _WORD.findall(part)[:_MOST_WORDS]
    if not words:
        return ""
    whole = " AND ".join([*(f'"{word}"' for word in words[:-1]), f'"{words[-1]}"*'])
    return _any([f"({whole})", *(f'"{AMOUNT}{minor}"' for minor in _minors(part))])


def _exactly(stripe_id: str) -> str:
    words = (f'"{word}"' for word in _WORD.findall(stripe_id))
    return f"({' AND '.join(words)})"


def _any(questions: Iterable[str]) -> str:
    return f"({' OR '.join(questions)})"


def _minors(part: str) -> list[int]:
    """Return the amounts in minor units that a number may mean, whatever the currency's decimals."""
    if not _NUMBER.fullmatch(part):
        return []
    plain = part.lstrip("-")
    whole, point, decimals = _split(plain)
    amount = Decimal(f"{whole}.{decimals}") if point else Decimal(whole)
    shifted = (amount.scaleb(places) for places in _DECIMALS)
    return sorted({int(one) for one in shifted if one == one.to_integral_value()})


def _split(number: str) -> tuple[str, str, str]:
    """Return the digits before and behind the decimal point; three digits behind the last one are thousands."""
    last = max(number.rfind("."), number.rfind(","))
    decimals = number[last + 1 :] if last >= 0 else ""
    if 0 < len(decimals) < 3:
        return re.sub(r"\D", "", number[:last]), ".", decimals
    return re.sub(r"\D", "", number), "", ""
