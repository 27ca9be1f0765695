"""What Stripe is to have of a stock code, or why it is not sold there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from operator import attrgetter

from agent.domain.catalogue.item import ACTIVE, METADATA, YES, Wanted
from agent.domain.catalogue.prices import PriceRule, Remark, unit_amount
from agent.domain.catalogue.quantity import available
from agent.domain.catalogue.rules import Rules
from agent.domain.erp import PriceRow, StockRow, WarehouseRow
from agent.domain.expressions import BadExpressionError, Scope

#: What a product is called where its first choice is empty.
_NAMES = ("description", "long_description", "stock_code")

#: Code of the remark that the site's expression cannot be told for a stock code.
_UNUSABLE = "expression.unusable"

#: Texts of a stock code that decide anything; whatever else changes in SYSPRO needs no second look.
_TEXTS = attrgetter(
    "stock_code",
    "description",
    "long_description",
    "stock_uom",
    "alternate_uom",
    "other_uom",
    "product_class",
    "tax_code",
    "list_price_code",
    "price_category",
    "warehouse_to_use",
    "kit_type",
    "stock_on_hold",
    "user_field1",
)
#: Stands between two facts, and in none.
_BETWEEN = "\x1f"
_WAREHOUSE = attrgetter(*(name for name in WarehouseRow.__dataclass_fields__ if name != "stock_code"))


@dataclass(frozen=True, slots=True)
class StockFacts:
    """All that SYSPRO says of a stock code, as far as the rules ask for it.

    Attributes:
        stock: The stock code.
        prices: Its prices, by price code.
        warehouses: What the warehouses hold of it, by warehouse.
        custom: Its custom form: column -> text.
    """

    stock: StockRow
    prices: tuple[PriceRow, ...] = ()
    warehouses: tuple[WarehouseRow, ...] = ()
    custom: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Offer:
    """What becomes of a stock code.

    Attributes:
        wanted: What Stripe is to have; ``None`` where it is not sold.
        remarks: Why it is not sold; where it is sold, which prices were left out and why.
        undecided: The rules cannot be told for it: what is in Stripe stays as it is.
    """

    wanted: Wanted | None
    remarks: tuple[Remark, ...] = ()
    undecided: bool = False


def source_hash(facts: StockFacts, rules: Rules) -> bytes:
    """Return 8 bytes that are equal for equal facts and rules: whatever has them was looked at already.

    A hundred thousand of them are made in each sweep without row versions, so it is one text and one digest.
    """
    stock = facts.stock
    parts = [rules.fingerprint, *_TEXTS(stock), "hold" if stock.sales_on_hold else ""]
    for price in facts.prices:
        parts += (price.price_code, str(price.selling_price), price.basis)
    if facts.warehouses or facts.custom:
        parts.append(repr(([_WAREHOUSE(row) for row in facts.warehouses], sorted(facts.custom.items()))))
    return blake2b(_BETWEEN.join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()


def offer(facts: StockFacts, rules: Rules) -> Offer:
    """Return what becomes of a stock code by the site's rules."""
    left_out = _left_out(facts, rules)
    if left_out is not None:
        return Offer(None, (left_out,), undecided=left_out.code == _UNUSABLE)
    prices, remarks = _prices(facts, rules)
    if rules.prices and not prices:
        return Offer(None, remarks)
    return Offer(Wanted(_fields(facts, rules), prices, next(iter(prices), "")), remarks)


def _left_out(facts: StockFacts, rules: Rules) -> Remark | None:
    """Return why a stock code is not sold, the first reason that counts."""
    stock, code = facts.stock, facts.stock.stock_code
    if not code:
        return Remark("stock.no_code", "A stock code without a code cannot be sold.")
    if rules.product_classes and stock.product_class not in rules.product_classes:
        return Remark("class", f"{code} is in product class {stock.product_class or '(none)'}, which is not sold.")
    if stock.on_hold and not rules.sells_on_hold:
        return Remark("on_hold", f"{code} is on hold in SYSPRO.")
    if stock.kit_type not in {"", "N"} and not rules.sells_kits:
        return Remark("kit", f"{code} is a kit (kit type {stock.kit_type}).")
    if rules.warehouses and not any(row.warehouse in rules.warehouses for row in facts.warehouses):
        return Remark(
            "warehouse", f"{code} is stocked in none of the warehouses {', '.join(sorted(rules.warehouses))}."
        )
    return _by_form(facts, rules) or _by_expression(facts, rules)


def _by_form(facts: StockFacts, rules: Rules) -> Remark | None:
    if not rules.custom_field:
        return None
    value = facts.custom.get(rules.custom_field, "")
    if value and (not rules.custom_values or value in rules.custom_values):
        return None
    said = f"says {value}" if value else "is empty"
    return Remark("custom_field", f"{facts.stock.stock_code}: its custom form field {rules.custom_field} {said}.")


def _by_expression(facts: StockFacts, rules: Rules) -> Remark | None:
    if not rules.only:
        return None
    code = facts.stock.stock_code
    try:
        holds = Scope(_names(facts)).holds(rules.only)
    except BadExpressionError as error:
        return Remark(_UNUSABLE, f"{code}: catalogue.only cannot be told for it: {error}")
    return None if holds else Remark("expression", f"{code} does not fulfil catalogue.only.")


def _names(facts: StockFacts) -> dict[str, object]:
    """Return what an expression may name."""
    stock = facts.stock
    return {
        "stock_code": stock.stock_code,
        "description": stock.description,
        "long_description": stock.long_description,
        "unit": stock.stock_uom,
        "product_class": stock.product_class,
        "tax_code": stock.tax_code,
        "list_price_code": stock.list_price_code,
        "price_category": stock.price_category,
        "warehouse": stock.warehouse_to_use,
        "warehouses": [row.warehouse for row in facts.warehouses],
        "kit_type": stock.kit_type,
        "user_field1": stock.user_field1,
        "on_hold": stock.on_hold,
        "custom": dict(facts.custom),
    }


def _prices(facts: StockFacts, rules: Rules) -> tuple[dict[str, str], tuple[Remark, ...]]:
    """Return the prices by currency, in the order of the settings, and why others are left out."""
    by_code = {price.price_code: price for price in facts.prices}
    found: dict[str, str] = {}
    remarks: list[Remark] = []
    for rule in rules.prices:
        made = _price(facts.stock, by_code.get(rule.price_code), rule)
        if isinstance(made, Remark):
            remarks.append(made)
        else:
            found[rule.currency] = made
    return found, tuple(remarks)


def _price(stock: StockRow, price: PriceRow | None, rule: PriceRule) -> str | Remark:
    if price is None:
        return unit_amount(None, rule, stock.stock_code)
    unit = {"A": stock.alternate_uom, "O": stock.other_uom}.get(price.basis, stock.stock_uom)
    if unit != stock.stock_uom:
        # Stripe's quantity is of the product: a price of another unit would sell a case for the price of a piece.
        sentence = (
            f"{stock.stock_code} has no price in {rule.currency.upper()}: price code {rule.price_code} is per "
            f"{unit or 'a unit without a name'}, and it is sold per {stock.stock_uom}."
        )
        return Remark("price.unit", sentence)
    return unit_amount(price.selling_price, rule, stock.stock_code)


def _fields(facts: StockFacts, rules: Rules) -> dict[str, str]:
    stock = facts.stock
    name = next(filter(None, (_tidy(getattr(stock, field)) for field in (rules.name, *_NAMES))), stock.stock_code)
    about = "" if rules.description == "none" else _tidy(getattr(stock, rules.description))
    fields = {
        "name": name,
        "description": "" if about == name else about,
        "tax_code": rules.tax_codes.get(stock.tax_code, rules.tax_codes.get("*", "")),
        "unit_label": _tidy(stock.stock_uom) if rules.unit_label else "",
        ACTIVE: YES,
        f"{METADATA}{rules.stock_code_key}": stock.stock_code,
        f"{METADATA}syspro_unit": stock.stock_uom,
    }
    if rules.available:
        counted = [row for row in facts.warehouses if not rules.warehouses or row.warehouse in rules.warehouses]
        fields[f"{METADATA}syspro_available"] = str(available(rules.available, counted))
    return fields


def _tidy(text: str) -> str:
    """Return a text on one line, without what cannot be shown."""
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())
