"""Which of a site's codes sounds like what is asked for: words of its name, weighed. Pure.

English, German, Dutch and Afrikaans beginnings of words, as SYSPRO sites name their accounts.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from unidecode import unidecode

#: A code, its description, and the type of its account (A, L, C, R, E; empty for other codes).
Row = tuple[str, str, str]

_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a code should sound like.

    Attributes:
        likes: Beginning of a word -> what it counts.
        dislikes: Beginnings of words with which it is never meant.
        types: Types of account it may have; empty for all.
        least: What the likes have to come to.
    """

    likes: Mapping[str, int]
    dislikes: frozenset[str] = field(default_factory=frozenset)
    types: str = ""
    least: int = 2


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WISHES: Mapping[str, Wish] = {
    "clearing_bank": Wish({"stripe": 4, "clearing": 1, "balance": 1}),
    "clearing_account": Wish(
        {"stripe": 3, "clearing": 2, "balance": 1, "verrechnung": 2},
        _words("fee fees gebuhr held reserve dispute tax refund"), "AL", 4,
    ),
    "bank_account": Wish(
        {"bank": 3, "current": 1, "checking": 1, "girokonto": 3, "cheque": 1},
        _words("stripe charge charges clearing control fee fees interest gebuhr loan overdraft transit"), "AL", 3,
    ),
    "fees": Wish(
        {"stripe": 3, "fee": 2, "gebuhr": 2, "processing": 2, "merchant": 3, "card": 1, "payment": 1, "kosten": 1},
        _words("dispute conversion currency connect tax reclaimable"), "E", 3,
    ),
    "fee_tax": Wish({"fee": 2, "gebuhr": 2, "reclaim": 3, "input": 2, "vorsteuer": 4}, _words("processing"), "AL", 3),
    "held_money": Wish({"held": 3, "dispute": 3, "hold": 2, "einbehalt": 3, "transit": 1}, types="AL"),
    "dispute_losses": Wish(
        {"loss": 2, "dispute": 3, "chargeback": 4, "verlust": 2, "bad": 1}, _words("fee fees held"), "E", 3
    ),
    "differences": Wish({"exchange": 3, "difference": 2, "rounding": 1, "kursdifferenz": 4, "variance": 2}, types="ER"),
    "sales": Wish(
        {"sales": 2, "web": 3, "online": 3, "shop": 1, "erlos": 2, "umsatz": 2, "revenue": 2, "donation": 3},
        _words("cost return returns discount tax"), "R",
    ),
    "sales_returns": Wish({"return": 4, "refund": 3, "retoure": 4, "credit": 1}, _words("cost"), "R", 3),
    "branch": Wish({"web": 4, "online": 4, "shop": 2, "internet": 4, "ecommerce": 4}),
    "customer_class": Wish({"web": 4, "online": 4, "shop": 2, "internet": 4, "retail": 2}),
    "area": Wish({"web": 4, "online": 4, "shop": 2, "internet": 4}),
    "terms": Wish({"paid": 4, "prepaid": 4, "cash": 3, "immediate": 3, "vorkasse": 4, "sofort": 3, "kontant": 3}),
    "warehouse": Wish({"web": 4, "online": 4, "finished": 3, "main": 3, "haupt": 3, "fg": 2, "central": 2}),
    "charge_class": Wish({"web": 4, "charge": 3, "misc": 3, "freight": 3, "service": 2, "serv": 2}),
    "invoice_class": Wish({"web": 4, "online": 4, "service": 3, "serv": 3, "donation": 3}),
    "credit_class": Wish({"rtn": 4, "return": 4, "credit": 3, "crn": 3, "refund": 3}),
}  # fmt: skip
"""Question of a template -> what the code that answers it should sound like."""


def best(wish: Wish, rows: Sequence[Row]) -> str:
    """Return the code that fits a wish best, the first of equals; empty where none fits."""
    fitting = [(score, code) for code, description, kind in rows if (score := _score(wish, code, description, kind))]
    return max(fitting, key=lambda one: one[0])[1] if fitting else ""


def mentions(row: Row, words: Sequence[str]) -> bool:
    """Return whether a code or its description has one of some words, such as a currency."""
    return bool(words_of(f"{row[0]} {row[1]}") & set(words))


def words_of(text: str) -> set[str]:
    """Return the words of a name in plain small letters."""
    return set(_WORD.findall(unidecode(text).lower()))


def _score(wish: Wish, code: str, description: str, kind: str) -> int:
    words = words_of(f"{code} {description}")
    if (wish.types and kind not in wish.types) or words & wish.dislikes:
        return 0
    score = sum(weight for start, weight in wish.likes.items() if any(word.startswith(start) for word in words))
    return score if score >= wish.least else 0
