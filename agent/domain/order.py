"""Order lines as SYSPRO will take them, and the total that SYSPRO will compute from them.

The total must equal the charge to the cent. A difference within the tolerance becomes a rounding line; beyond it the
order is parked with both totals (BOOKS, "Tax and totals").
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from agent.domain.facts import StockItem
from agent.domain.fitting import fit_number
from agent.domain.money import Money, total
from agent.domain.nearest import absent
from agent.domain.sale import Sale, SaleLine
from agent.domain.settings import Values


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A line before the flow fills its fields.

    Attributes:
        line_type: ``stock``, ``freight`` or ``charge``.
        net: What the payer paid for it before tax, after discount.
        discount: Discount on the whole line.
        tax: Stripe's tax on it.
        quantity: How many; 1 for freight and charges.
        price: Price of one unit before discount and tax; five decimals, SYSPRO's precision.
        stock_code: Stock code; empty for freight and charges.
        description: Text for people.
        uom: Unit of a stock line.
        tax_code: Code that SYSPRO will compute tax by; empty for none.
        states_tax: Whether the order itself says how the line is taxed; else SYSPRO's own set-up does.
        product_class: Product class of a charge.
        metadata: Metadata of the source line.
    """

    line_type: str
    net: Money
    discount: Money
    tax: Money
    quantity: Decimal = Decimal(1)
    price: Decimal = Decimal(0)
    stock_code: str = ""
    description: str = ""
    uom: str = ""
    tax_code: str = ""
    product_class: str = ""
    metadata: Mapping[str, str] | None = None
    states_tax: bool = True

    def view(self) -> dict[str, Any]:
        """Return what a flow's ``line.*`` paths see."""
        names = ("line_type", "quantity", "price", "stock_code", "description", "uom", "product_class", "tax")
        seen: dict[str, Any] = {name: getattr(self, name) for name in names}
        return seen | {
            "discount": self.discount or None,
            "value": self.net,
            "tax_code": self.tax_code if self.states_tax else "",
            "not_taxable": self.states_tax and not self.tax_code,
            "metadata": dict(self.metadata or {}),
        }


@dataclass(frozen=True, slots=True)
class PlannedOrder:
    """The lines, and what stands in the way of posting them.

    Attributes:
        lines: In order.
        problem: A sentence for a person; empty when the order may be posted.
        problem_code: The same in machine form.
    """

    lines: tuple[PlannedLine, ...]
    problem: str = ""
    problem_code: str = ""


def plan_order(
    sale: Sale,
    paid: Money,
    stock: Mapping[str, StockItem],
    policy: Values,
    *,
    exempt: bool = False,
    nearest: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> PlannedOrder:
    """Return the order for ``sale``, its total equal to ``paid`` or the problem said.

    Args:
        sale: What was sold.
        paid: What was paid for it.
        stock: The stock codes of the sale that SYSPRO has.
        policy: Deciding settings.
        exempt: Whether SYSPRO takes no tax from the customer.
        nearest: Stock codes that SYSPRO does not have -> the nearest that it has.
    """
    problems: list[tuple[str, str]] = []
    missing = {code: _missing(code, near, policy) for code, near in nearest.items()}
    lines = [_item(line, stock, policy, problems, missing, exempt=exempt) for line in sale.lines]
    lines += _extras(sale, policy)
    lines = _with_tax_line(lines, policy)
    if not problems and policy.text("orders.price_policy") == "payer":
        lines += _balance(lines, paid, policy, problems)
    problem, code = problems[0] if problems else ("", "")
    return PlannedOrder(tuple(lines), problem, code)


def foreseen_total(lines: "tuple[PlannedLine, ...] | list[PlannedLine]", currency: str, policy: Values) -> Money:
    """Return the order total as SYSPRO will compute it: rounded lines, and tax a line by its code's rate."""
    return total([_foreseen(line, currency, policy) for line in lines], currency)


def _missing(code: str, nearest: Sequence[str], policy: Values) -> str:
    said = absent(f"Stock code {code}", policy.text("orders.warehouse"), nearest)
    return f"{said} Add it, or correct stock_code in Stripe, then retry."


def _item(
    line: SaleLine,
    stock: Mapping[str, StockItem],
    policy: Values,
    problems: list[tuple[str, str]],
    missing: Mapping[str, str],
    *,
    exempt: bool,
) -> PlannedLine:
    item = stock.get(line.stock_code)
    if item is not None and item.on_hold:
        said = f"Stock code {item.code} is on hold in SYSPRO. Release it, then retry."
        problems.append((said, "order.stock_on_hold"))
    if item is None:
        return _without_stock(line, policy, problems, missing)
    planned = _stock_line(line, item.code, item.uom, _tax_code(line, item, policy, exempt=exempt))
    return replace(planned, states_tax=policy.yes("orders.tax_code_change"))


def _tax_code(line: SaleLine, item: StockItem, policy: Values, *, exempt: bool) -> str:
    """Return the code that SYSPRO will tax the line by.

    Where the site does not let an order change tax codes, that is SYSPRO's own set-up, whatever tax Stripe took: a
    stock code without tax stays without, and a currency may have a code of its own.
    """
    if exempt or (policy.yes("orders.tax_code_change") and not line.tax):
        return ""
    if item.tax_code and not _rate(item.tax_code, policy):
        return item.tax_code
    return policy.table("orders.currency_tax_codes").get(line.net.currency, item.tax_code)


def _without_stock(
    line: SaleLine, policy: Values, problems: list[tuple[str, str]], missing: Mapping[str, str]
) -> PlannedLine:
    """Return the line for something that SYSPRO has no stock code for: a charge, or a problem."""
    product_class = policy.text("orders.catch_all")
    if line.stock_code and policy.text("orders.unknown_stock_code") == "park":
        said = missing.get(line.stock_code) or _missing(line.stock_code, (), policy)
        problems.append((said, "order.unknown_stock_code"))
        return _stock_line(line, line.stock_code, line.uom, "")
    if not product_class:
        said = f"{line.description or 'A line'} has no stock code. Set stock_code on the product in Stripe, then retry."
        problems.append((said, "order.no_stock_code"))
    return PlannedLine(
        "charge",
        net=line.net,
        discount=Money.zero(line.net.currency),
        tax=line.tax,
        description=line.description,
        tax_code=policy.text("orders.charge_tax_code") if line.tax else "",
        product_class=product_class,
        metadata=line.metadata,
    )


def _stock_line(line: SaleLine, code: str, uom: str, tax_code: str) -> PlannedLine:
    quantity = fit_number(line.quantity, 12, 6, "OrderQty")
    price = (line.net + line.discount).to_decimal() / quantity if line.price is None else line.price
    return PlannedLine(
        "stock",
        net=line.net,
        discount=line.discount,
        tax=line.tax,
        quantity=quantity,
        price=fit_number(price, 10, 5, "Price"),
        stock_code=code,
        description=line.description,
        uom=uom,
        tax_code=tax_code,
        metadata=line.metadata,
    )


def _extras(sale: Sale, policy: Values) -> list[PlannedLine]:
    """Return the lines for shipping and tip."""
    nothing = Money.zero(sale.shipping.currency)
    product_class = policy.text("orders.charge_product_class")
    lines = []
    if sale.shipping:
        code = policy.text("orders.freight_tax_code") if sale.shipping_tax else ""
        shipping = PlannedLine(
            policy.text("orders.freight"), net=sale.shipping, discount=nothing, tax=sale.shipping_tax,
            description="Shipping", tax_code=code, product_class=product_class,
        )  # fmt: skip
        lines.append(shipping)
    if sale.tip:
        lines.append(_charge(sale.tip, "Tip", product_class))
    return lines


def _with_tax_line(lines: list[PlannedLine], policy: Values) -> list[PlannedLine]:
    """Return the lines as they are where SYSPRO computes tax, else untaxed with Stripe's tax as a charge."""
    if policy.text("orders.tax") == "syspro" or not lines:
        return lines
    currency = lines[0].net.currency
    tax = total([line.tax for line in lines], currency)
    untaxed = [replace(line, tax_code="", states_tax=True) for line in lines]
    return [*untaxed, _charge(tax, "Tax", policy.text("orders.tax_product_class"))] if tax else untaxed


def _balance(
    lines: list[PlannedLine], paid: Money, policy: Values, problems: list[tuple[str, str]]
) -> list[PlannedLine]:
    """Return the rounding line that makes the total equal to the charge, or say why it is not."""
    foreseen = foreseen_total(lines, paid.currency, policy)
    difference = paid - foreseen
    if not difference:
        return []
    product_class = policy.text("orders.rounding_product_class")
    if product_class and abs(difference.minor) <= policy.integer("orders.rounding_tolerance"):
        return [_charge(difference, "Rounding", product_class)]
    problems.append((_why_it_differs(lines, foreseen, paid, policy), "order.total_differs"))
    return []


def _why_it_differs(lines: list[PlannedLine], foreseen: Money, paid: Money, policy: Values) -> str:
    """Return both totals, both taxes where they are the reason, and what to do."""
    said = f"The order comes to {foreseen} in SYSPRO, the payment is {paid}: {paid - foreseen} differ."
    taken = total([line.tax for line in lines], paid.currency)
    ours = total([foreseen_tax(line, paid.currency, policy) for line in lines], paid.currency)
    if taken != ours:
        said += f" Stripe took {taken} tax, SYSPRO will take {ours}."
    return f"{said} Correct what is wrong and retry, or enter the order by hand and ignore it here."


def _charge(value: Money, description: str, product_class: str) -> PlannedLine:
    nothing = Money.zero(value.currency)
    return PlannedLine(
        "charge", net=value, discount=nothing, tax=nothing, description=description, product_class=product_class
    )


def _foreseen(line: PlannedLine, currency: str, policy: Values) -> Money:
    return _foreseen_value(line, currency) + foreseen_tax(line, currency, policy)


def _foreseen_value(line: PlannedLine, currency: str) -> Money:
    if line.line_type != "stock":
        return line.net
    return Money.from_decimal(line.price * line.quantity, currency) - line.discount


def foreseen_tax(line: PlannedLine, currency: str, policy: Values) -> Money:
    """Return the tax that SYSPRO will compute on a line."""
    if not line.tax_code:
        return Money.zero(currency)
    value = _foreseen_value(line, currency).to_decimal()
    return Money.from_decimal(value * _rate(line.tax_code, policy) / 100, currency)


def _rate(tax_code: str, policy: Values) -> Decimal:
    return Decimal(policy.table("orders.tax_rates").get(tax_code, "0"))
