"""What a customer pays for a stock code, worked out from SYSPRO's tables, and beside it what SYSPRO itself says.

Pure. The order is that of the reference, section 3.6, which calls it an approximation: contract of the customer,
contract of a buying group, price code, list price. SORRSL alone knows what SYSPRO would charge, so everything that the
tables cannot tell is a *doubt*: a sentence beside the price. A price without doubts holds as far as the settings do.
Prices are ``Decimal`` with up to five decimals, per unit, before tax unless the stock code says otherwise. Quantity
breaks are never worked out: their columns are not sure.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum

from agent.domain.erp import ContractPriceRow, CustomerRow, PriceRow, StockRow
from agent.domain.settings import Values

#: PriceMethod of stock codes whose prices follow price codes; PriceMethod of contracts with a fixed price.
_BY_CODE, _FIXED = "C", "F"
_FIRST_CATEGORY = ord("A")
#: Quantities that SYSPRO's fields can hold; source: SorDetail.MOrderQty dec(18,6).
_QUANTITY_LIMIT, _QUANTITY_STEP = Decimal(10) ** 12, Decimal("0.000001")
#: What setting ``prices.category_codes`` says.
_UNSURE, _BEFORE, _IGNORED = "unsure", "before", "ignore"


def quantity_of(text: str) -> Decimal:
    """Return the quantity that somebody typed: more than nothing, with at most six decimals.

    Raises:
        ValueError: When it is none; the message says so.
    """
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        number = Decimal("NaN")
    if not (number.is_finite() and 0 < number < _QUANTITY_LIMIT) or number % _QUANTITY_STEP:
        raise ValueError(f"{text[:40]!r} is no quantity such as 12 or 0.5.")
    return number


class Origin(Enum):
    """Where a price comes from."""

    CUSTOMER_CONTRACT = "contract of the customer"
    GROUP_CONTRACT = "contract of a buying group"
    PRICE_CODE = "price code"
    LIST_PRICE = "list price"
    NOWHERE = "nowhere"
    """The tables have no price for this customer."""


@dataclass(frozen=True, slots=True)
class PriceRules:
    """What the site has said about its prices.

    Attributes:
        code_currencies: Price code -> SYSPRO's currency code; codes whose currency was not said are left out.
        category_codes: ``before`` or ``after`` the customer's own price code, ``ignore``, or ``unsure``.
        other_rules: Whether discounts, quantity breaks or promotions, which are not read, may change a price.
    """

    code_currencies: Mapping[str, str] = field(default_factory=dict)
    category_codes: str = _UNSURE
    other_rules: bool = True

    @classmethod
    def of(cls, values: Values) -> "PriceRules":
        """Return the rules that the settings state."""
        return cls(
            code_currencies=values.table("prices.code_currencies"),
            category_codes=values.text("prices.category_codes"),
            other_rules=values.yes("prices.other_rules"),
        )


class PriceBook:
    """Rows of prices and contracts, found by stock code.

    Args:
        prices: Rows of InvPrice.
        contracts: Rows of SorContractPrice; those of others do no harm.
    """

    def __init__(self, prices: Sequence[PriceRow], contracts: Sequence[ContractPriceRow]) -> None:
        self._prices = {(row.stock_code, row.price_code): row for row in prices}
        self._contracts: dict[str, list[ContractPriceRow]] = {}
        for row in contracts:
            self._contracts.setdefault(row.stock_code, []).append(row)

    def price(self, stock_code: str, price_code: str) -> PriceRow | None:
        """Return the price of a stock code in a price code."""
        return self._prices.get((stock_code, price_code)) if price_code else None

    def contracts(self, stock_code: str) -> Sequence[ContractPriceRow]:
        """Return the contract prices of a stock code."""
        return self._contracts.get(stock_code, ())


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about a price.

    Attributes:
        customer: Who asks.
        stock: What for.
        quantity: How many, in the stocking unit; positive.
        on: Day of the order at the site.
    """

    customer: CustomerRow
    stock: StockRow
    quantity: Decimal
    on: date


@dataclass(frozen=True, slots=True)
class Quote:
    """The price that the tables give.

    Attributes:
        price: Per ``uom``; ``None`` where the tables give none.
        uom: Unit.
        origin: Where it comes from.
        source: Name of that contract or price code; for a group's contract ``GROUP/CONTRACT``.
        doubts: Why SYSPRO may charge something else, a sentence each; none where the price is sure.
    """

    price: Decimal | None
    uom: str
    origin: Origin
    source: str = ""
    doubts: tuple[str, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether there is a price and no doubt about it."""
        return self.price is not None and not self.doubts


def price_of(asked: Asked, book: PriceBook, rules: PriceRules) -> Quote:
    """Return the price that SYSPRO's tables give, with every doubt about it."""
    found = _by_contract(asked, book) or _by_code(asked, book, rules)
    doubts = [*found.doubts]
    if found.price is not None:
        doubts += _about(asked, found)
        if rules.other_rules:
            doubts.append("Discounts, quantity breaks or promotions may apply, which are not read from tables.")
    return Quote(found.price, found.uom, found.origin, found.source, tuple(doubts))


def _about(asked: Asked, found: Quote) -> list[str]:
    """Return the doubts that hold wherever a price comes from."""
    assert found.price is not None
    doubts = []
    if found.price <= 0:
        doubts.append("A price of nothing or less is probably an oversight.")
    if found.uom != asked.stock.stock_uom:
        doubts.append(f"The price is for one {found.uom or 'unknown unit'}, not for one {asked.stock.stock_uom}.")
    return doubts


# -- contracts


def _by_contract(asked: Asked, book: PriceBook) -> Quote | None:
    """Return what a contract says, or ``None`` where none counts: the customer's own before those of its groups."""
    customer = asked.customer
    if not customer.contract_pricing:
        return None
    valid = [row for row in book.contracts(asked.stock.stock_code) if _counts(row, asked.on)]
    own = [row for row in valid if row.contract_type == "C" and row.holder == customer.customer]
    if own:
        return _contract_quote(asked, own, Origin.CUSTOMER_CONTRACT)
    groups = customer.buying_groups
    shared = [row for row in valid if row.contract_type == "B" and row.holder in groups]
    shared.sort(key=lambda row: groups.index(row.holder))
    return _contract_quote(asked, shared, Origin.GROUP_CONTRACT) if shared else None


def _counts(row: ContractPriceRow, on: date) -> bool:
    """Tell whether a contract counts on a day; its last day counts whole."""
    return (row.starts_on or date.min) <= on <= (row.expires_on or date.max)


def _contract_quote(asked: Asked, rows: Sequence[ContractPriceRow], origin: Origin) -> Quote:
    """Return the price of the contract that started last, as SYSPRO takes it in practice."""
    chosen = max(rows, key=lambda row: row.starts_on or date.min)
    doubts = [
        f"Contract {_named(rival)} counts as well and differs."
        for rival in rows
        if _is_rival(rival, chosen) and _terms(rival) != _terms(chosen)
    ]
    price: Decimal | None = chosen.fixed_price
    if chosen.method != _FIXED:
        price = None
        doubts.append(f"The contract has no fixed price but the method {chosen.method or 'blank'}, known to SYSPRO.")
    if chosen.fixed_price_code:
        doubts.append(f"The contract names the price code {chosen.fixed_price_code}, which may count instead.")
    if any(chosen.discounts):
        doubts.append("The contract has discounts, which may be taken off.")
    return Quote(price, chosen.fixed_uom or asked.stock.stock_uom, origin, _named(chosen), tuple(doubts))


def _is_rival(row: ContractPriceRow, chosen: ContractPriceRow) -> bool:
    """Tell whether nothing says which of two contracts counts: of one day, or of two groups."""
    return row.starts_on == chosen.starts_on or row.holder != chosen.holder


def _terms(row: ContractPriceRow) -> tuple[object, ...]:
    return row.method, row.fixed_price, row.fixed_uom, row.fixed_price_code, row.discounts


def _named(row: ContractPriceRow) -> str:
    return row.contract if row.contract_type == "C" else f"{row.holder}/{row.contract}"


# -- price codes


def _by_code(asked: Asked, book: PriceBook, rules: PriceRules) -> Quote:
    """Return the price of the customer's price code, or else the list price, in the customer's currency."""
    stock, doubts = asked.stock, []
    if stock.price_method != _BY_CODE:
        doubts.append(f"The stock code's prices follow the method {stock.price_method or 'blank'}, known to SYSPRO.")
    for origin, code in _codes(asked, rules):
        row = book.price(stock.stock_code, code)
        currency = rules.code_currencies.get(code, "")
        if row is None or (currency and currency != asked.customer.currency):
            continue
        if origin is Origin.LIST_PRICE and not currency:
            doubts.append(f"The currency of price code {code} is not set in prices.code_currencies.")
        doubts += _of_category(asked, book, row, rules) if origin is Origin.PRICE_CODE else ()
        return Quote(row.selling_price, _unit(row, stock), origin, code, tuple(doubts))
    doubts.append("No contract, price code or list price of the stock code counts for the customer.")
    return Quote(None, stock.stock_uom, Origin.NOWHERE, doubts=tuple(doubts))


def _codes(asked: Asked, rules: PriceRules) -> list[tuple[Origin, str]]:
    """Return the price codes that may count, in order."""
    own, category = asked.customer.price_code, _category_code(asked)
    codes = [category, own] if rules.category_codes == _BEFORE else [own, category]
    if rules.category_codes == _IGNORED:
        codes = [own]
    return [*((Origin.PRICE_CODE, code) for code in codes), (Origin.LIST_PRICE, asked.stock.list_price_code)]


def _category_code(asked: Asked) -> str:
    """Return the customer's price code for the stock code's price category; empty for none."""
    letter, codes = asked.stock.price_category, asked.customer.category_price_codes
    place = ord(letter) - _FIRST_CATEGORY if len(letter) == 1 else -1
    return codes[place] if 0 <= place < len(codes) else ""


def _of_category(asked: Asked, book: PriceBook, row: PriceRow, rules: PriceRules) -> list[str]:
    """Return the doubt that the price category brings while the site has not said whether it counts."""
    other = book.price(row.stock_code, _category_code(asked))
    if rules.category_codes != _UNSURE or other is None or _is_same_price(row, other):
        return []
    return [f"The price category has the price code {other.price_code} with another price; see prices.category_codes."]


def _is_same_price(row: PriceRow, other: PriceRow) -> bool:
    return (row.selling_price, row.basis) == (other.selling_price, other.basis)


def _unit(row: PriceRow, stock: StockRow) -> str:
    """Return the unit that a price is for; empty where its basis is none that is known."""
    return {"S": stock.stock_uom, "A": stock.alternate_uom, "O": stock.other_uom}.get(row.basis, "")


# -- what SYSPRO itself says


@dataclass(frozen=True, slots=True)
class SysproPrice:
    """SYSPRO's own answer (SORRSL).

    Attributes:
        price: What it would charge, per unit; ``None`` where it refused.
        uom: Unit of the price; empty where the answer names none.
        by_quantity: The second price of the answer (PriceBasedOnQty) or ``None``; which of the two counts is the
            setting ``prices.answer``.
        refusal: SYSPRO's words where it gave no price.
    """

    price: Decimal | None
    uom: str = ""
    by_quantity: Decimal | None = None
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class PriceAnswer:
    """What is known about one price: both answers, where both were asked for.

    Attributes:
        stock_code: Stock code as it was asked for.
        quantity: Quantity as it was asked for.
        stock: The stock code; ``None`` where SYSPRO does not have it.
        tables: The price of the tables; ``None`` without stock code.
        syspro: SYSPRO's answer; ``None`` where it was not asked.
        unasked: Why SYSPRO was not asked although it should have been; empty otherwise.
    """

    stock_code: str
    quantity: Decimal
    stock: StockRow | None = None
    tables: Quote | None = None
    syspro: SysproPrice | None = None
    unasked: str = ""

    @property
    def price(self) -> Decimal | None:
        """The price that holds: SYSPRO's where it was asked, else that of the tables if it is sure."""
        if self.syspro is not None:
            return self.syspro.price
        return self.tables.price if self.tables is not None and self.tables.sure else None

    @property
    def uom(self) -> str:
        """Unit of :attr:`price`."""
        named = self.syspro.uom if self.syspro is not None else ""
        return named or (self.tables.uom if self.tables is not None else "")

    @property
    def differs(self) -> bool:
        """Whether both were asked and do not say the same."""
        if self.syspro is None or self.tables is None:
            return False
        units = {self.syspro.uom, self.tables.uom} - {""}
        return self.syspro.price != self.tables.price or len(units) > 1
