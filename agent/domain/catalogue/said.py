"""What a person may say in a setting of the catalogue; ``agent.domain.said`` asks when it is said."""

from collections.abc import Callable, Mapping

from agent.domain.catalogue.quantity import parse
from agent.domain.expressions import BadExpressionError, compiled
from agent.domain.money import is_currency
from agent.domain.settings import BadSettingError, Values
from agent.domain.tokens import names

#: What ``catalogue.only`` may name.
NAMES = (
    "stock_code",
    "description",
    "long_description",
    "unit",
    "product_class",
    "tax_code",
    "list_price_code",
    "price_category",
    "warehouse",
    "warehouses",
    "kit_type",
    "user_field1",
    "on_hold",
    "custom",
)


def _check_only(values: Values) -> None:
    text = values.text("catalogue.only")
    if not text:
        return
    compiled(text)
    for one in names(text):
        first = one.path.split(".")[0]
        if first not in NAMES:
            why = f"there is no {first}; there are {', '.join(NAMES)}."
            raise BadExpressionError(text, why, one.line, one.column)


def _check_currencies(values: Values) -> None:
    for currency in values.table("catalogue.price_codes"):
        if not is_currency(currency.lower()):
            message = f"catalogue.price_codes: {currency[:20]!r} is no currency that Stripe has, such as usd."
            raise BadSettingError(message)


#: Setting -> what raises an error of an expression, a formula or a setting where it cannot be used.
CHECKS: Mapping[str, Callable[[Values], object]] = {
    "catalogue.only": _check_only,
    "catalogue.available": lambda values: parse(values.text("catalogue.available")),
    "catalogue.price_codes": _check_currencies,
}
