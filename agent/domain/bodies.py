"""Fill a kind's dataclass from a field map: each value fitted to the target's declaration."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from agent.domain.expressions import Scope
from agent.domain.fitting import AmountError, Change, DoesNotFitError, fit_amount, fit_number, fit_text
from agent.domain.kinds import FieldType, Target, targets_of
from agent.domain.money import Money
from agent.domain.rules import Rule, apply_rule

_BY_HAND = (
    "It is never rounded by itself: book it by hand, with the rest where your bookkeeper wants it, and ignore it here."
)


@dataclass(frozen=True, slots=True)
class Filled:
    """The result of a field map.

    Attributes:
        values: Attribute name -> fitted value.
        changes: What had to be shortened or rewritten.
        missing: Required fields that came out empty, by SYSPRO's element name.
    """

    values: dict[str, Any]
    changes: tuple[Change, ...]
    missing: tuple[str, ...]


def fill(body: type[Any], rules: Mapping[str, Rule], values: Mapping[str, Any], scope: Scope) -> Filled:
    """Return the attributes of ``body`` that ``rules`` give.

    Raises:
        DoesNotFitError: When a number is no number or too large for SYSPRO's field; ``AmountError`` for an amount.
        BadExpressionError: When an expression cannot be evaluated.
    """
    targets = targets_of(body)
    defaults = {attribute.name: attribute.default for attribute in fields(body)}
    filled: dict[str, Any] = {}
    changes: list[Change] = []
    missing = []
    for element, rule in rules.items():
        name, target = targets[element]
        value, changed = _fit(target, defaults[name], apply_rule(rule, values, scope))
        filled[name] = value
        changes.extend(changed)
        if target.required and value in ("", None):
            missing.append(element)
    return Filled(filled, tuple(changes), tuple(missing))


def fit_parts(values: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[Change, ...]]:
    """Return what no field map gave, fitted: amounts that SYSPRO can hold, and texts on lines that it can store.

    Keys stay as they are: one that was cut would name something else.

    Raises:
        AmountError: When SYSPRO's value fields cannot hold an amount.
    """
    changes: list[Change] = []
    fitted: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, tuple) and all(map(is_dataclass, value)):
            fitted[name] = tuple(_fit_part(part, changes) for part in value)
        else:
            fitted[name] = _checked(value) if isinstance(value, Money) else value
    return fitted, tuple(changes)


def _fit_part(part: Any, changes: list[Change]) -> Any:
    fitted: dict[str, Any] = {}
    for name, target in targets_of(type(part)).values():
        value = getattr(part, name)
        if isinstance(value, Money):
            _checked(value)
        elif isinstance(value, str) and target.length and not target.required and not target.table:
            text, changed = fit_text(value, target.length, target.element)
            if text != value:
                fitted[name] = text
                changes.extend(changed)
    return replace(part, **fitted) if fitted else part


def _fit(target: Target, default: Any, value: Any) -> tuple[Any, tuple[Change, ...]]:
    if target.type is FieldType.MONEY:
        return _amount(target, value), ()
    if isinstance(default, bool):
        return bool(value), ()
    if target.whole:
        return fit_number(_decimal(target, value), target.whole, target.places, target.element), ()
    text = "" if value is None else str(value)
    if target.table and len(text.strip()) > target.length:
        raise DoesNotFitError(
            f"{target.element}: {text.strip()!r} is longer than {target.length} characters; a part of it would name"
            " something else."
        )
    return fit_text(text, target.length, target.element)


def _amount(target: Target, value: Any) -> Money | None:
    if value is None or value == "":
        return None
    if not isinstance(value, Money):
        raise DoesNotFitError(f"{target.element}: {value!r} is no amount with a currency.")
    return _checked(value)


def _checked(value: Money) -> Money:
    """Return ``value`` if SYSPRO's value fields (14,2) can hold it exactly."""
    amount = fit_amount(value).to_decimal()
    if amount != amount.quantize(Decimal("0.01")):
        raise AmountError(f"{value} has more than the two decimals that SYSPRO keeps. {_BY_HAND}")
    return value


def _decimal(target: Target, value: Any) -> Decimal:
    try:
        return Decimal(str(value or 0))
    except InvalidOperation as error:
        raise DoesNotFitError(f"{target.element}: {value!r} is no number.") from error
