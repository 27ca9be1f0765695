"""What a sale adds up to: lines, discount, tax and shipping, to the minor unit, as SYSPRO would compute it."""

from dataclasses import dataclass, field
from decimal import Decimal

from connectors.sandbox.stripe.money import half_up
from connectors.sandbox.stripe.store import Obj


@dataclass(frozen=True, slots=True)
class SaleLine:
    """One line of a sale.

    Attributes:
        stock_code: SYSPRO stock code.
        description: Text on the line.
        quantity: Whole units.
        unit_amount: Price of one in minor units; holds the tax when ``inclusive``.
        tax_percent: Tax rate as text, such as ``8.25``.
        inclusive: Whether the price holds the tax.
        discount: Minor units off the whole line.
        unit: Unit of measure.
        price: Stripe price id, where the line has one.
        product: Stripe product id, where the line has one.
    """

    stock_code: str
    description: str
    quantity: int
    unit_amount: int
    tax_percent: str = "0"
    inclusive: bool = False
    discount: int = 0
    unit: str = "EA"
    price: str | None = None
    product: str | None = None

    @property
    def subtotal(self) -> int:
        """Quantity times price, before discount."""
        return self.quantity * self.unit_amount

    @property
    def taxable(self) -> int:
        """What the tax is reckoned on: after discount, without the tax that is inside."""
        after = self.subtotal - self.discount
        return half_up(after * 10_000, 10_000 + self._rate) if self.inclusive else after

    @property
    def tax(self) -> int:
        """Tax of the line, rounded half up per line."""
        if self.inclusive:
            return self.subtotal - self.discount - self.taxable
        return half_up(self.taxable * self._rate, 10_000)

    @property
    def total(self) -> int:
        """What the line adds to the charge."""
        return self.taxable + self.tax

    @property
    def agrees(self) -> bool:
        """Whether tax reckoned on the value before tax gives the same tax, which an inclusive price may miss."""
        return half_up(self.taxable * self._rate, 10_000) == self.tax

    @property
    def _rate(self) -> int:
        """Hundredths of a percent."""
        return int(Decimal(self.tax_percent) * 100)


@dataclass(frozen=True, slots=True)
class Sale:
    """A basket and who buys it.

    Attributes:
        currency: Lower-case code.
        lines: One or more lines.
        shipping: Minor units, without tax.
        tip: Minor units, without tax; only a payment intent says it.
        customer: Stripe customer id, ``None`` for a guest.
        billing: Name, email, phone and address of the buyer (``billing_details``).
        metadata: For the payment intent or charge.
        reference: The shop's own order number.
    """

    currency: str
    lines: tuple[SaleLine, ...]
    shipping: int = 0
    customer: str | None = None
    billing: Obj = field(default_factory=dict)
    metadata: dict[str, str] = field(default_factory=dict)
    reference: str | None = None
    tip: int = 0

    @property
    def subtotal(self) -> int:
        """Sum of the lines before discount; holds the tax of inclusive lines."""
        return sum(line.subtotal for line in self.lines)

    @property
    def discount(self) -> int:
        """Sum of the lines' discounts."""
        return sum(line.discount for line in self.lines)

    @property
    def tax(self) -> int:
        """Sum of the lines' taxes, inclusive ones too."""
        return sum(line.tax for line in self.lines)

    @property
    def total(self) -> int:
        """What the charge is for: lines less discount, with tax, shipping and tip."""
        return sum(line.total for line in self.lines) + self.shipping + self.tip
