"""What was sold: order lines in one form, whichever Stripe object they come from.

Sources are tried in this order and the first with lines counts: what the buyer agreed to in the portal, checkout
session, Stripe invoice, the payment intent's amount details, metadata, and at last one line for everything. Source:
Stripe reference, "Where order lines come from".
Amounts are before tax; tax is Stripe's own, never divided out by a rate.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation

from agent.domain.agreed import agreed_in
from agent.domain.edits import stock_codes
from agent.domain.facts import Facts
from agent.domain.fitting import fit_amount
from agent.domain.json_reader import BadJsonError, JsonReader
from agent.domain.money import Money
from agent.domain.payment import metadata_of_payment
from agent.domain.settings import Values

_NUMBERED_LINE = re.compile(r"^line_(\d{1,3})$")
_TEXT_LINE = re.compile(r"^(?P<code>.+?)\s*\*\s*(?P<quantity>\d+(\.\d+)?)\s*@\s*(?P<price>\d+(\.\d+)?)$")

_LEAST_QUANTITY, _QUANTITY_LIMIT = Decimal("0.000001"), Decimal(10**12)

#: Metadata by product id.
_Metadata = Mapping[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class SaleLine:
    """One thing sold.

    Attributes:
        stock_code: What the source calls the stock code; may be unknown to SYSPRO, or empty.
        description: Text for people.
        quantity: How many; positive.
        net: Before tax, after discount, for the whole line.
        discount: Taken off the whole line before tax; zero for none.
        tax: Stripe's tax on the line.
        uom: Unit, where the source names one.
        metadata: Metadata of price, product and line together, the line's own first.
        price: Price of one unit before tax where the buyer agreed to it as such; else it is ``net`` over ``quantity``.
    """

    stock_code: str
    description: str
    quantity: Decimal
    net: Money
    discount: Money
    tax: Money
    uom: str = ""
    metadata: dict[str, str] = field(default_factory=dict)
    price: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Sale:
    """All that one charge paid for.

    Attributes:
        source: ``agreed``, ``session``, ``invoice``, ``amount_details``, ``metadata`` or ``catch_all``.
        lines: The things sold.
        shipping: Shipping before tax.
        shipping_tax: Stripe's tax on shipping.
        tip: Tip, without tax.
    """

    source: str
    lines: tuple[SaleLine, ...]
    shipping: Money
    shipping_tax: Money
    tip: Money


def sale_of(facts: Facts, paid: Money, policy: Values) -> Sale:
    """Return what ``paid`` paid for.

    Raises:
        BadJsonError: When Stripe's answer has a wrong type where we look, or a currency differs from the charge's.
        AmountError: When SYSPRO's fields cannot hold an amount of the sale.
    """
    try:
        sale = next(filter(_has_lines, (read(facts, paid, policy) for read in _SOURCES)), None)
    except InvalidOperation as error:
        raise BadJsonError("An amount or quantity of the sale has too many digits.") from error
    return _edited(_checked(sale or _all_in_one(facts, paid)), facts)


def _has_lines(sale: Sale | None) -> bool:
    return sale is not None and bool(sale.lines)


def _checked(sale: Sale) -> Sale:
    """Return ``sale`` if SYSPRO's fields can hold every amount of it."""
    amounts = [sale.shipping, sale.shipping_tax, sale.tip]
    amounts += [amount for line in sale.lines for amount in (line.net, line.discount, line.tax)]
    for amount in amounts:
        fit_amount(amount)
    return sale


def _edited(sale: Sale, facts: Facts) -> Sale:
    """Return ``sale`` with the stock codes that a person gave its lines, so that tax and total are reckoned by them."""
    codes = stock_codes(facts.edits, facts.stripe.subject)
    if not codes:
        return sale
    lines = enumerate(sale.lines, start=1)
    return replace(sale, lines=tuple(replace(line, stock_code=codes.get(n, line.stock_code)) for n, line in lines))


def _all_in_one(facts: Facts, paid: Money) -> Sale:
    """Return one line for everything, where no source says what was sold."""
    charge = JsonReader(facts.stripe.objects["charge"], "charge")
    nothing = Money.zero(paid.currency)
    text = charge.optional_text("description") or "Payment by Stripe"
    line = SaleLine("", text, Decimal(1), net=paid, discount=nothing, tax=nothing)
    return Sale("catch_all", (line,), nothing, nothing, nothing)


def _from_agreed(facts: Facts, paid: Money, _: Values) -> Sale | None:
    nothing = Money.zero(paid.currency)
    # Without a description the line has SYSPRO's own, as the customer saw it.
    lines = tuple(
        SaleLine(line.stock_code, "", line.quantity, line.net, nothing, line.tax, price=line.price)
        for line in agreed_in(metadata_of_payment(facts.stripe), paid.currency)
    )
    return Sale("agreed", lines, nothing, nothing, nothing)


def _from_session(facts: Facts, paid: Money, policy: Values) -> Sale | None:
    if "session" not in facts.stripe.objects or "line_items" not in facts.stripe.objects:
        return None
    session = JsonReader(facts.stripe.objects["session"], "checkout session")
    _same_currency(session, paid)
    items = JsonReader(facts.stripe.objects["line_items"], "line items")
    shipping = session.optional_object("shipping_cost")
    shipping_tax = shipping.optional_integer("amount_tax")
    return Sale(
        source="session",
        lines=tuple(_session_line(item, paid.currency, policy) for item in items.objects("data")),
        shipping=Money(shipping.optional_integer("amount_total") - shipping_tax, paid.currency),
        shipping_tax=Money(shipping_tax, paid.currency),
        tip=Money.zero(paid.currency),
    )


def _session_line(item: JsonReader, currency: str, policy: Values) -> SaleLine:
    price = item.optional_object("price")
    product = price.optional_object("product")
    metadata = {**product.texts("metadata"), **price.texts("metadata"), **item.texts("metadata")}
    tax = item.optional_integer("amount_tax")
    total = item.integer("amount_total")
    subtotal, discount = item.integer("amount_subtotal"), item.optional_integer("amount_discount")
    # Tax-inclusive prices have the tax inside the subtotal, and inside the discount too: such a discount cannot be told
    # apart without dividing by a rate, so the line then carries its discounted price.
    exclusive = subtotal - discount + tax == total
    return SaleLine(
        stock_code=_stock_code(metadata, policy),
        description=item.optional_text("description") or product.optional_text("name"),
        quantity=_quantity(item, "quantity"),
        net=Money(total - tax, currency),
        discount=Money(discount if exclusive else 0, currency),
        tax=Money(tax, currency),
        uom=product.optional_text("unit_label"),
        metadata=metadata,
    )


def _from_invoice(facts: Facts, paid: Money, policy: Values) -> Sale | None:
    if "invoice" not in facts.stripe.objects:
        return None
    invoice = JsonReader(facts.stripe.objects["invoice"], "invoice")
    _same_currency(invoice, paid)
    listed = JsonReader(facts.stripe.objects.get("products") or {}, "products")
    products = {product.text("id"): product.texts("metadata") for product in listed.objects("data")}
    shipping = invoice.optional_object("shipping_cost")
    shipping_tax = shipping.optional_integer("amount_tax")
    return Sale(
        source="invoice",
        lines=tuple(_invoice_line(line, products, paid.currency, policy) for line in invoice.objects("lines")),
        shipping=Money(shipping.optional_integer("amount_total") - shipping_tax, paid.currency),
        shipping_tax=Money(shipping_tax, paid.currency),
        tip=Money.zero(paid.currency),
    )


def _invoice_line(line: JsonReader, products: _Metadata, currency: str, policy: Values) -> SaleLine:
    discount = sum(entry.integer("amount") for entry in line.objects("discount_amounts"))
    taxes = list(line.objects("taxes"))
    tax = sum(entry.integer("amount") for entry in taxes)
    inclusive = sum(entry.integer("amount") for entry in taxes if entry.optional_text("tax_behavior") == "inclusive")
    details = line.optional_object("pricing").optional_object("price_details")
    price = details.optional_object("price")
    product = products.get(details.id_of("product"), {})
    metadata = {**product, **price.texts("metadata"), **line.texts("metadata")}
    quantity = _quantity(line, "quantity_decimal" if line.raw.get("quantity_decimal") else "quantity")
    return SaleLine(
        stock_code=_stock_code(metadata, policy),
        description=line.optional_text("description"),
        quantity=quantity,
        net=Money(line.integer("amount") - discount - inclusive, currency),
        discount=Money(0 if inclusive else discount, currency),
        tax=Money(tax, currency),
        metadata=metadata,
    )


def _from_amount_details(facts: Facts, paid: Money, _: Values) -> Sale | None:
    if "amount_details_line_items" not in facts.stripe.objects:
        return None
    items = JsonReader(facts.stripe.objects["amount_details_line_items"], "payment intent line items")
    intent = JsonReader(facts.stripe.objects.get("payment_intent") or {}, "payment intent")
    details = intent.optional_object("amount_details")
    return Sale(
        source="amount_details",
        lines=tuple(_amount_details_line(item, paid.currency) for item in items.objects("data")),
        shipping=Money(details.optional_object("shipping").optional_integer("amount"), paid.currency),
        shipping_tax=Money.zero(paid.currency),
        tip=Money(details.optional_object("tip").optional_integer("amount"), paid.currency),
    )


def _amount_details_line(item: JsonReader, currency: str) -> SaleLine:
    quantity = _quantity(item, "quantity")
    discount = Money(item.optional_integer("discount_amount"), currency)
    gross = Money.from_decimal(Money(item.integer("unit_cost"), currency).to_decimal() * quantity, currency)
    return SaleLine(
        stock_code=item.optional_text("product_code"),
        description=item.optional_text("product_name"),
        quantity=quantity,
        net=gross - discount,
        discount=discount,
        tax=Money(item.optional_object("tax").optional_integer("total_tax_amount"), currency),
        uom=item.optional_text("unit_of_measure"),
    )


def _from_metadata(facts: Facts, paid: Money, policy: Values) -> Sale | None:
    """Return lines that the shop's own program left in metadata, as numbered keys or as one text."""
    metadata = metadata_of_payment(facts.stripe)
    nothing = Money.zero(paid.currency)
    numbered = sorted((int(match[1]), key) for key in metadata if (match := _NUMBERED_LINE.match(key)))
    if numbered:
        lines = tuple(_numbered_line(key, metadata[key], paid.currency) for _, key in numbered)
        shipping = _minor_amount(metadata.get("shipping_amount", ""), paid)
        return Sale("metadata", lines, shipping, nothing, nothing)
    text = next((metadata[key] for key in policy.items("orders.lines_keys") if metadata.get(key)), "")
    lines = tuple(_text_line(part, paid.currency) for part in text.split(";") if part.strip())
    shipping, tax = _metadata_amount(metadata, "shipping", paid), _metadata_amount(metadata, "tax", paid)
    return Sale("metadata", _with_tax(lines, tax), shipping, nothing, nothing)


def _text_line(part: str, currency: str) -> SaleLine:
    """Return the line that ``A100*2@12.50`` stands for: code, quantity, unit price before tax in units."""
    match = _TEXT_LINE.match(part.strip())
    if match is None:
        raise BadJsonError(f"The order line {part.strip()!r} in the metadata does not read CODE*QUANTITY@PRICE.")
    quantity, nothing = _above_zero(Decimal(match["quantity"]), f"order line {part.strip()!r}"), Money.zero(currency)
    net = Money.from_decimal(Decimal(match["price"]) * quantity, currency)
    return SaleLine(match["code"], match["code"], quantity, net, nothing, nothing)


def _numbered_line(key: str, text: str, currency: str) -> SaleLine:
    """Return the line of a key ``line_1``: JSON with amounts in minor units, one line a key to fit Stripe's 500."""
    try:
        item = JsonReader(json.loads(text), f"metadata {key}")
    except (ValueError, RecursionError) as error:  # also for numbers too long, and lists too deep, to be read
        raise BadJsonError(f"metadata {key} is no JSON object.") from error
    quantity = _quantity(item, "quantity")
    discount = Money(item.optional_integer("discount_amount"), currency)
    gross = Money.from_decimal(Money(item.integer("unit_amount"), currency).to_decimal() * quantity, currency)
    return SaleLine(
        stock_code=item.optional_text("stock_code"),
        description=item.optional_text("description") or item.optional_text("stock_code"),
        quantity=quantity,
        net=gross - discount,
        discount=discount,
        tax=Money(item.optional_integer("tax_amount"), currency),
    )


def _minor_amount(text: str, paid: Money) -> Money:
    return Money(int(text), paid.currency) if re.fullmatch(r"\d{1,12}", text) else Money.zero(paid.currency)


def _metadata_amount(metadata: dict[str, str], key: str, paid: Money) -> Money:
    text = metadata.get(key, "")
    if not re.fullmatch(r"\d{1,12}(\.\d{1,3})?", text):
        return Money.zero(paid.currency)
    return Money.from_decimal(Decimal(text), paid.currency)


def _with_tax(lines: Sequence[SaleLine], tax: Money) -> tuple[SaleLine, ...]:
    """Return the lines with the whole tax shared out by value, the rest of the division on the last line."""
    base = sum(line.net.minor for line in lines)
    shared: list[SaleLine] = []
    left = tax
    for number, line in enumerate(lines, start=1):
        part = left if number == len(lines) else Money(tax.minor * line.net.minor // base if base else 0, tax.currency)
        left -= part
        shared.append(SaleLine(line.stock_code, line.description, line.quantity, line.net, line.discount, part))
    return tuple(shared)


def _stock_code(metadata: dict[str, str], policy: Values) -> str:
    return next((metadata[key] for key in policy.items("orders.stock_code_keys") if metadata.get(key)), "")


def _quantity(item: JsonReader, name: str) -> Decimal:
    value = item.raw.get(name)
    try:
        quantity = Decimal(1) if value is None else Decimal(str(value))
    except InvalidOperation as error:
        raise BadJsonError(f"{item.where}.{name} is {value!r}, not a quantity.") from error
    return _above_zero(quantity, f"{item.where}.{name}")


def _above_zero(quantity: Decimal, where: str) -> Decimal:
    """Return ``quantity`` if SYSPRO's field (12 digits before the point, 6 behind it) can hold it, perhaps rounded."""
    if not quantity.is_finite() or not _LEAST_QUANTITY <= quantity < _QUANTITY_LIMIT:
        raise BadJsonError(f"{where} is {quantity}, not a quantity between {_LEAST_QUANTITY} and {_QUANTITY_LIMIT}.")
    return quantity


def _same_currency(source: JsonReader, paid: Money) -> None:
    currency = source.text("currency")
    if currency != paid.currency:
        raise BadJsonError(f"The {source.where} is in {currency.upper()}, the charge in {paid.currency.upper()}.")


_SOURCES: tuple[Callable[[Facts, Money, Values], Sale | None], ...] = (
    _from_agreed,
    _from_session,
    _from_invoice,
    _from_amount_details,
    _from_metadata,
)
