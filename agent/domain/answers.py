"""Answers as a person types them, as the texts that settings keep.

A table is typed as ``usd=STRIPE-USD, eur=STRIPE-EUR``, which no shell takes apart; JSON does as well.
"""

import json
from typing import Any

from agent.domain.money import is_currency
from agent.domain.settings import TABLES, Setting, parse


def written(setting: Setting, entry: str, answer: str) -> dict[str, str] | str:
    """Return what an answer gives a setting.

    Args:
        setting: The setting.
        entry: Name in its table where only one entry is meant, such as ``fee``; else empty.
        answer: What was typed.

    Returns:
        For an entry what stands in the table by it: ``{"fee": "6110"}``, or ``{"fee:usd": "6110"}``. For a table all of
        it. Else the text of the setting.

    Raises:
        ValueError: When it fits neither; the message says why and what would.
    """
    if entry:
        return _entries(setting, entry, answer)
    if setting.type not in TABLES:
        parse(setting, answer)
        return answer
    text = answer if answer.startswith("{") else json.dumps(_pairs(answer))
    table: dict[str, str] = parse(setting, text)
    return table


def _entries(setting: Setting, entry: str, answer: str) -> dict[str, str]:
    pairs: dict[str, Any] = _pairs(answer) if "=" in answer else {"": answer}
    unknown = [name for name in pairs if name and not is_currency(name.lower())]
    if unknown:
        raise ValueError(f"{unknown[0]!r} is no currency that Stripe has, such as usd.")
    table = {f"{entry}:{name.lower()}" if name else entry: code for name, code in pairs.items()}
    parse(setting, json.dumps(table))
    return table


def _pairs(answer: str) -> dict[str, str]:
    """Return the table that ``usd=A, eur=B`` stands for."""
    pairs: dict[str, str] = {}
    for part in filter(None, map(str.strip, answer.split(","))):
        name, equals, value = (text.strip() for text in part.partition("="))
        if not (name and equals and value):
            raise ValueError(f"{part!r} is no entry of a table; one reads usd=STRIPE-USD, and a comma parts them.")
        if name in pairs:
            raise ValueError(f"{name!r} is there twice.")
        pairs[name] = value
    return pairs
