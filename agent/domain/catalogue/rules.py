"""The site's rules of the catalogue, read from its settings once for many stock codes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from agent.domain.catalogue.prices import PriceRule
from agent.domain.catalogue.quantity import BadFormulaError, Terms, parse
from agent.domain.codec import dumps, fingerprint
from agent.domain.decide import UNCERTAIN_CURRENCY as UNCERTAIN
from agent.domain.errors import Misconfigured, Problem
from agent.domain.expressions import BadExpressionError, compiled
from agent.domain.settings import Values

T = TypeVar("T")

#: Settings of the catalogue after whose change nothing has to be read anew: pace, and who wins.
_PACE = frozenset(
    f"catalogue.{name}" for name in ("enabled", "conflicts", "every_s", "sweep_every_s", "check_every_s", "batch")
)

#: Metadata key that names the stock code where the site's own settings name no other.
STOCK_CODE_KEY = "syspro_stock_code"


@dataclass(frozen=True, slots=True)
class Rules:
    """What is sold, how it is called, and at which prices; the settings ``catalogue.*`` say what each means.

    Attributes:
        company: SYSPRO company id.
        stock_code_key: Metadata key that names the stock code, one that payments are read by.
    """

    company: str
    prices: tuple[PriceRule, ...]
    product_classes: frozenset[str]
    warehouses: frozenset[str]
    sells_on_hold: bool
    sells_kits: bool
    custom_field: str
    custom_values: frozenset[str]
    only: str
    name: str
    description: str
    tax_codes: Mapping[str, str]
    unit_label: bool
    available: Terms
    stock_code_key: str
    fingerprint: str

    @property
    def reads_forms(self) -> bool:
        """Whether custom forms decide anything."""
        return bool(self.custom_field) or "custom" in self.only

    @property
    def reads_warehouses(self) -> bool:
        """Whether quantities or warehouses decide anything."""
        return bool(self.warehouses or self.available) or "warehouses" in self.only


def rules_of(values: Values) -> Rules:
    """Return the rules of the settings in force.

    Raises:
        Misconfigured: When the expression or the formula cannot be read, or the custom form field is not read at all.
    """
    zero = values.text("catalogue.zero_price") == "free"
    hundredths = values.yes("currencies.ugx_hundredths")
    keys = values.items("orders.stock_code_keys")
    prices = values.table("catalogue.price_codes")
    only = values.text("catalogue.only")
    forms = values.items("syspro.stock_form_fields")
    _check_form_field(values.text("catalogue.custom_field"), forms)
    if only:
        _checked(compiled, "catalogue.only", only)
    texts = {name: text for name, text in values.texts.items() if name.startswith("catalogue.") and name not in _PACE}
    return Rules(
        company=values.text("syspro.company"),
        prices=tuple(
            PriceRule(currency.lower(), code, zero=zero, uncertain=currency.lower() == UNCERTAIN and not hundredths)
            for currency, code in prices.items()
        ),
        product_classes=frozenset(values.items("catalogue.product_classes")),
        warehouses=frozenset(values.items("catalogue.warehouses")),
        sells_on_hold=values.text("catalogue.on_hold") == "sell",
        sells_kits=values.text("catalogue.kits") == "sell",
        custom_field=values.text("catalogue.custom_field"),
        custom_values=frozenset(values.items("catalogue.custom_values")),
        only=only,
        name=values.text("catalogue.name"),
        description=values.text("catalogue.description"),
        tax_codes=values.table("catalogue.tax_codes"),
        unit_label=values.yes("catalogue.unit_label"),
        available=_checked(parse, "catalogue.available", values.text("catalogue.available")),
        stock_code_key=STOCK_CODE_KEY if STOCK_CODE_KEY in keys or not keys else keys[0],
        fingerprint=fingerprint(dumps([values.text("syspro.company"), keys, forms, hundredths, texts])),
    )


def _check_form_field(name: str, read: tuple[str, ...]) -> None:
    """Refuse a field that would be empty for every stock code, because nobody reads it: nothing would be sold."""
    if name and name not in read:
        message = f"catalogue.custom_field is {name}, which is not read: syspro.stock_form_fields does not name it."
        press = f"Add {name} to syspro.stock_form_fields, in its exact spelling."
        raise Misconfigured(Problem("The catalogue's rules cannot be used", message, press, "catalogue.custom_field"))


def _checked(read: Callable[[str], T], name: str, text: str) -> T:
    try:
        return read(text)
    except (BadExpressionError, BadFormulaError) as error:
        problem = Problem("The catalogue's rules cannot be used", str(error), f"Correct {name}.", name)
        raise Misconfigured(problem) from error
