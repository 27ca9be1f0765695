"""Stock codes as SYSPRO says them, and the rules they meet."""

from decimal import Decimal

from agent.domain.catalogue.content import StockFacts
from agent.domain.catalogue.rules import rules_of
from agent.domain.erp import PriceRow, StockRow, WarehouseRow
from agent.domain.settings import Values

_NUMBERS = {"alternate_factor": Decimal(1), "other_factor": Decimal(1), "decimals": 0, "supersession_on": None}
_FLAGS = {"sales_on_hold": False, "price_includes_tax": False}


def stock(code="A100", **changes):
    plain = dict.fromkeys(StockRow.__dataclass_fields__, "") | _NUMBERS | _FLAGS
    usual = {"description": "Hex bolt", "stock_uom": "EA", "product_class": "FAST", "kit_type": "N"}
    return StockRow(**plain | usual | changes | {"stock_code": code})


def price(amount, *, code="A100", price_code="A", basis="S"):
    return PriceRow(code, price_code, Decimal(amount), basis)


def warehouse(name="FG", *, code="A100", **quantities):
    plain = dict.fromkeys(list(WarehouseRow.__dataclass_fields__)[2:], Decimal(0))
    return WarehouseRow(code, name, **plain | {key: Decimal(value) for key, value in quantities.items()})


def facts(amount="0.54", *, warehouses=(), custom=None, prices=None, **changes):
    found = (price(amount),) if prices is None else tuple(prices)
    return StockFacts(stock(**changes), found, tuple(warehouses), custom or {})


def rules(**texts):
    """`price_codes='{...}'` sets `catalogue.price_codes`; a name with a dot is taken as it is."""
    settings = {"syspro.company": "A", "catalogue.price_codes": '{"usd": "A"}', "syspro.stock_form_fields": "WEB"}
    named = {name if "." in name else f"catalogue.{name}": text for name, text in texts.items()}
    return rules_of(Values(settings | named))
