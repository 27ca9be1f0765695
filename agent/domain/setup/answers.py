"""What a template asks, with the answer that the site's own codes suggest, each with its reason. Pure.

A suggestion is only what stands there before a person accepts it; nothing is in force by it.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from agent.domain.erp import CodeList, CodeRow
from agent.domain.settings import TABLES, Values
from agent.domain.setup.found import Found
from agent.domain.setup.likeness import WISHES, best, mentions
from agent.domain.template_filling import present
from agent.domain.templates import Question, Template

#: Question -> the list from which its answer comes; ledger codes and guests have no such list.
_LISTS: Mapping[str, CodeList] = {
    "clearing_bank": CodeList.BANKS,
    "branch": CodeList.BRANCHES,
    "customer_class": CodeList.CUSTOMER_CLASSES,
    "terms": CodeList.TERMS,
    "area": CodeList.AREAS,
    "price_codes": CodeList.PRICE_CODES,
    "warehouse": CodeList.WAREHOUSES,
    "charge_class": CodeList.PRODUCT_CLASSES,
    "invoice_class": CodeList.PRODUCT_CLASSES,
    "credit_class": CodeList.PRODUCT_CLASSES,
    "tax_codes": CodeList.TAX_CODES,
}

#: Questions that are answered with ledger codes.
_LEDGER = frozenset(
    "clearing_account bank_account fees fee_tax held_money dispute_losses differences sales sales_returns".split()
)

#: Question about customers for guests, and those with one answer for each tax code or currency.
_GUESTS, _RATES, _LENGTH = "guests", "tax_rates", "invoice_length"
_BY_CURRENCY = frozenset("clearing_bank clearing_account bank_account guests price_codes tax_codes".split())


class Why(Enum):
    """Why an answer stands there."""

    SET = "set"
    """The site has set it."""
    NAMED = "named"
    """The name of the code fits."""
    ONLY = "only"
    """There is no other code."""
    LEARNED = "learned"
    """SYSPRO's own rows show it."""
    DEFAULT = "default"
    """The template has it where nothing else is said."""
    NOTHING = "nothing"
    """Nothing suggests an answer."""


@dataclass(frozen=True, slots=True)
class AnswerField:
    """One place for an answer.

    Attributes:
        question: Name of the question.
        entry: Currency or tax code that it is for; empty where there is only one answer.
        ask: The question as a sentence.
        text: What stands there: set, suggested, or empty.
        why: Why.
        choices: What may be chosen; anything may be typed where it is empty.
        required: Whether the template cannot do without.
        such_as: An example.
    """

    question: str
    entry: str
    ask: str
    text: str
    why: Why
    choices: tuple[CodeRow, ...]
    required: bool
    such_as: str = ""


def fields_of(template: Template, found: Found, policy: Values) -> tuple[AnswerField, ...]:
    """Return every place for an answer of a template, what has to be answered first.

    Args:
        template: The template.
        found: What there is on both sides.
        policy: The settings of now; what is set counts more than what is suggested.
    """
    fields = [field for question in template.questions for field in _fields(question, found, policy)]
    return tuple(sorted(fields, key=lambda field: not (field.required or field.text)))


def answers_of(fields: Sequence[AnswerField], texts: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """Return the answers as a template takes them, by question.

    Args:
        fields: The places.
        texts: Question and entry -> what stands there; a place that is not named counts as empty.
    """
    found: dict[str, list[str]] = {}
    for field in fields:
        text = texts.get((field.question, field.entry), "").strip()
        if text:
            found.setdefault(field.question, []).append(f"{field.entry}={text}" if field.entry else text)
    return {question: ", ".join(parts) for question, parts in found.items()}


def derived_settings(found: Found, values: Values) -> dict[str, str]:
    """Return setting -> text for what nobody has to be asked: formats of keys, and currencies both sides have."""
    keys = found.keys
    told = {
        "keys.customer_numeric": _yes_no(keys.customer_numeric),
        "keys.customer_length": str(keys.customer_length or ""),
        "keys.invoice_numeric": _yes_no(keys.invoice_numeric),
        "keys.invoice_length": str(keys.invoice_length or ""),
    }
    currencies, known = values.table("currencies.to_syspro"), {row.code for row in found.codes(CodeList.CURRENCIES)}
    added = {one: one.upper() for one in found.currencies if one not in currencies and one.upper() in known}
    if added:
        told["currencies.to_syspro"] = json.dumps(currencies | added, sort_keys=True)
    return {name: text for name, text in told.items() if text and text != values.texts[name]}


def _yes_no(answer: bool | None) -> str:  # noqa: FBT001 - what was learned, not a switch
    return "" if answer is None else "yes" if answer else "no"


def _fields(question: Question, found: Found, policy: Values) -> Iterator[AnswerField]:
    kept = present(question, policy)
    if question.name in _BY_CURRENCY:
        yield from _by_currency(question, found, _pairs(kept, found.currencies))
    elif question.name == _RATES:
        rates = _pairs(kept, ())
        for row in found.codes(CodeList.TAX_CODES):
            text = rates.get(row.code, "")
            yield _field(question, row.code, text, Why.SET if text else Why.NOTHING, ())
    else:
        choices = _choices(question, found)
        text, why = (kept, Why.SET) if kept else _suggested(question, found, choices)
        yield _field(question, "", text, why, choices)


def _by_currency(question: Question, found: Found, kept: Mapping[str, str]) -> Iterator[AnswerField]:
    choices = _choices(question, found)
    for currency in found.currencies:
        text, why = kept.get(currency, ""), Why.SET
        if not text:
            text, why = _suggested_for(question, found, currency)
        yield _field(question, currency, text, why, choices)


def _suggested_for(question: Question, found: Found, currency: str) -> tuple[str, Why]:
    if habit := found.habits.get(f"{question.name}:{currency}", ""):
        return habit, Why.LEARNED
    named = _best_of_currency(question, found, currency)
    return named, Why.NAMED if named else Why.NOTHING


def _best_of_currency(question: Question, found: Found, currency: str) -> str:
    """Return the code that a currency suggests: among those that name it, else among those that name none."""
    if question.name == _GUESTS:
        return next((one.code for one in found.guests if one.currency.lower() == currency), "")
    if question.name not in WISHES:
        return ""
    rows = [(row.code, row.description, kind) for row, kind in _rows(question, found)]
    own = [row for row in rows if mentions(row, (currency,))]
    others = [row for row in rows if not mentions(row, [row.code.lower() for row in found.codes(CodeList.CURRENCIES)])]
    return best(WISHES[question.name], own) or best(WISHES[question.name], others)


def _suggested(question: Question, found: Found, choices: tuple[CodeRow, ...]) -> tuple[str, Why]:
    if question.name == _LENGTH and found.keys.invoice_length:
        return str(found.keys.invoice_length), Why.LEARNED
    if habit := found.habits.get(question.name, ""):
        return habit, Why.LEARNED
    if question.name in WISHES:
        named = best(WISHES[question.name], [(row.code, row.description, kind) for row, kind in _rows(question, found)])
        if named:
            return named, Why.NAMED
    if len(choices) == 1:
        return choices[0].code, Why.ONLY
    return (question.default, Why.DEFAULT) if question.default else ("", Why.NOTHING)


def _rows(question: Question, found: Found) -> Iterator[tuple[CodeRow, str]]:
    """Yield the codes of a question with the type of their account; other codes have none."""
    if question.name in _LEDGER:
        yield from ((CodeRow(row.code, row.description), row.account_type) for row in found.ledger)
    elif question.name in _LISTS:
        yield from ((row, "") for row in found.codes(_LISTS[question.name]))


def _choices(question: Question, found: Found) -> tuple[CodeRow, ...]:
    if question.name == _GUESTS:
        return tuple(CodeRow(one.code, f"{one.name} ({one.currency})") for one in found.guests)
    if question.setting.choices:
        return tuple(CodeRow(choice) for choice in question.setting.choices)
    return tuple(row for row, _ in _rows(question, found))


def _pairs(kept: str, currencies: Sequence[str]) -> dict[str, str]:
    """Return what is set by entry: a table, or ``usd=A, eur=B``, apart; one text for all counts for every currency."""
    if kept.startswith("{"):
        table: dict[str, str] = json.loads(kept)
        return table
    if "=" not in kept:
        return dict.fromkeys(currencies, kept)
    parts = (part.partition("=") for part in kept.split(","))
    return {name.strip(): text.strip() for name, _, text in parts}


def _field(question: Question, entry: str, text: str, why: Why, choices: tuple[CodeRow, ...]) -> AnswerField:
    return AnswerField(
        question=question.name,
        entry=entry,
        ask=question.ask,
        text=text,
        why=why,
        choices=choices,
        required=question.default is None,
        such_as="" if question.setting.type in TABLES else question.such_as,
    )
