"""The codes of SYSPRO's lists that a document, a flow or the settings name, and where."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from agent.domain.flows import Flow
from agent.domain.kinds import (
    BODIES,
    Body,
    InvoiceCredit,
    Journal,
    Kind,
    OrderCancel,
    OrderLine,
    SalesOrder,
    Target,
    targets_of,
)
from agent.domain.lists.known import IN_USE, SiteList
from agent.domain.mapping import MappingContent
from agent.domain.portal import PortalToken
from agent.domain.rules import Rule
from agent.domain.settings import SETTINGS, Type, Values

#: Tables of target fields -> their lists.
_TABLES = {one.value: one for one in SiteList}

#: Kinds whose field of a customer names one that need not be there yet.
_NEW = frozenset({Kind.CUSTOMER})

#: Line type of an order whose stock code has to be SYSPRO's own.
_STOCK_LINE = "stock"

#: Setting -> the list that its text, the texts of its table, or its entries come from.
_SETTINGS = {
    "customers.branch": SiteList.BRANCHES,
    "customers.class": SiteList.CUSTOMER_CLASSES,
    "customers.terms": SiteList.TERMS,
    "customers.salesperson": SiteList.SALESPEOPLE,
    "customers.area": SiteList.AREAS,
    "customers.guest": SiteList.CUSTOMERS,
    "customers.price_codes": SiteList.PRICE_CODES,
    "orders.warehouse": SiteList.WAREHOUSES,
    "orders.branch": SiteList.BRANCHES,
    "orders.catch_all": SiteList.PRODUCT_CLASSES,
    "orders.charge_product_class": SiteList.PRODUCT_CLASSES,
    "orders.tax_product_class": SiteList.PRODUCT_CLASSES,
    "orders.rounding_product_class": SiteList.PRODUCT_CLASSES,
    "orders.currency_tax_codes": SiteList.TAX_CODES,
    "orders.freight_tax_code": SiteList.TAX_CODES,
    "orders.charge_tax_code": SiteList.TAX_CODES,
    "posting.product_class": SiteList.PRODUCT_CLASSES,
    "refunds.product_class": SiteList.PRODUCT_CLASSES,
    "currencies.to_syspro": SiteList.CURRENCIES,
    "receipts.bank": SiteList.BANKS,
    "receipts.ledger_code": SiteList.LEDGER,
    "payouts.bank": SiteList.BANKS,
    "accounts.ledger": SiteList.LEDGER,
    "catalogue.price_codes": SiteList.PRICE_CODES,
    "catalogue.product_classes": SiteList.PRODUCT_CLASSES,
    "catalogue.warehouses": SiteList.WAREHOUSES,
    "requests.customers": SiteList.CUSTOMERS,
}

#: Stands in a list of customers for all of them.
EVERYBODY = "*"

#: Setting whose names, not its values, come from a list.
_NAMES = {"orders.tax_rates": SiteList.TAX_CODES, "refunds.stock_codes": SiteList.TAX_CODES}

#: Settings that name codes of SYSPRO's lists.
LISTED = frozenset({*_SETTINGS, *_NAMES})

#: Settings that keep their default where nothing is said, which need not fit the site.
_BY_DEFAULT = frozenset({"currencies.to_syspro"})


@dataclass(frozen=True, slots=True)
class Named:
    """One code that something names.

    Attributes:
        list: The list that it has to be in.
        code: The code.
        place: Where it is named: SYSPRO's element of a document, or the place in a flow or the settings.
        warehouse: Warehouse that has to hold the stock code; empty for any.
        setting: Name of the setting that names it; empty for others.
    """

    list: SiteList
    code: str
    place: str
    warehouse: str = ""
    setting: str = ""


def named_in_body(body: Body) -> tuple[Named, ...]:
    """Return what SYSPRO will look for in its lists when a document is posted; nothing of lists that are not whole."""
    found = list(_of_fields(body, _targets(type(body), body.kind)))
    warehouse = body.warehouse if isinstance(body, SalesOrder) else ""
    # What takes back or cancels by line names the numbers of lines, and nothing of any list.
    lines = () if isinstance(body, InvoiceCredit | OrderCancel) else getattr(body, "lines", ())
    for number, line in enumerate(lines, start=1):
        found += _of_line(line, number, warehouse)
    if isinstance(body, Journal) and body.period and body.year:
        found.append(Named(SiteList.PERIODS, period_code(body.period, body.year), "PostingPeriod"))
    return tuple(one for one in found if one.list not in IN_USE)


def period_code(period: str, year: str) -> str:
    """Return what a ledger period is named as: 5/2026, whether it was written 5 or 05."""
    return f"{period.strip().lstrip('0')}/{year.strip()}"


def named_in_mapping(content: MappingContent) -> tuple[Named, ...]:
    """Return what a mapping names: its flows that are on, and its deciding settings."""
    flows = (one for flow in content.flows.active for one in named_in_flow(flow))
    return (*flows, *named_in_settings(content.policy))


def named_in_flow(flow: Flow) -> tuple[Named, ...]:
    """Return what a flow names by itself: constants, texts that stand in for nothing, and tables that are looked up."""
    found: list[Named] = []
    for number, step in enumerate(flow.steps, start=1):
        if step.off:
            continue
        place = f"Flow {flow.name}: step {number} ({step.kind.value})"
        targets = _targets(BODIES[step.kind], step.kind)
        if step.kind is Kind.JOURNAL:
            targets |= {"PostingPeriod": ("period", SiteList.PERIODS), "PostingYear": ("year", SiteList.PERIODS)}
        found += _of_rules(flow, place, step.fields, targets)
        for kind, rules in step.lines.items():
            targets = _targets(OrderLine, step.kind)
            if kind != _STOCK_LINE:
                targets = {element: one for element, one in targets.items() if one[1] is not SiteList.STOCK}
            found += _of_rules(flow, f"{place}, {kind} line", rules, targets)
    return tuple(found)


def named_in_settings(values: Values) -> tuple[Named, ...]:
    """Return what the settings name; those that nobody set count as far as they are in force."""
    found: list[Named] = []
    for name, one in _SETTINGS.items():
        if name in _BY_DEFAULT and values.texts[name] == SETTINGS[name].default:
            continue
        said = ((place, code) for place, code in _of_setting(name, values) if code)
        found += (Named(one, code, f"Setting {place}", setting=name) for place, code in said)
    for name, one in _NAMES.items():
        found += (Named(one, code, f"Setting {name}", setting=name) for code in values.table(name))
    return tuple(found)


def token_place(name: str) -> str:
    """Return what stands for a setting where a portal token names customers."""
    return f"portal token {name}"


def named_by_tokens(tokens: Iterable[PortalToken]) -> tuple[Named, ...]:
    """Return the customers that the portal's tokens are for."""
    return tuple(
        Named(SiteList.CUSTOMERS, code, f"Portal token {token.name}", setting=token_place(token.name))
        for token in tokens
        for code in token.customers
    )


def _of_setting(name: str, values: Values) -> Iterator[tuple[str, str]]:
    match SETTINGS[name].type:
        case Type.TABLE:
            yield from ((f"{name}, {key}", code) for key, code in values.table(name).items())
        case Type.LIST:
            yield from ((name, code) for code in values.items(name) if code != EVERYBODY)
        case _:
            yield name, values.text(name)


def _targets(body: type[Any], kind: Kind) -> dict[str, tuple[str, SiteList]]:
    """Return element -> (attribute, list) of the fields whose values come from a list."""
    found = {}
    for element, (attribute, target) in targets_of(body).items():
        one = _list_of(attribute, target, kind)
        if one is not None:
            found[element] = (attribute, one)
    return found


def _list_of(attribute: str, target: Target, kind: Kind) -> SiteList | None:
    if target.element == "Customer" and attribute == "customer" and kind not in _NEW:
        return SiteList.CUSTOMERS
    return _TABLES.get(target.table)


def _of_fields(part: object, targets: Mapping[str, tuple[str, SiteList]], where: str = "") -> Iterator[Named]:
    for element, (attribute, one) in targets.items():
        code = getattr(part, attribute)
        if code:
            yield Named(one, code, f"{where}{element}")


def _of_line(line: Any, number: int, warehouse: str) -> Iterator[Named]:
    where = f"line {number}, "
    for one in _of_fields(line, _targets(type(line), Kind.SALES_ORDER), where):
        if one.list is not SiteList.STOCK:
            yield one
        elif line.line_type == _STOCK_LINE:
            yield Named(one.list, one.code, one.place, line.warehouse or warehouse)


def _of_rules(
    flow: Flow, place: str, rules: Mapping[str, Rule], targets: Mapping[str, tuple[str, SiteList]]
) -> Iterator[Named]:
    for element, (_, one) in targets.items():
        for where, code in _given(flow, rules[element]) if element in rules else ():
            if code:
                yield Named(one, code, f"{place}, {element}{where}")


def _given(flow: Flow, rule: Rule) -> Iterable[tuple[str, str]]:
    """Return the codes that a rule can give whatever happens, each with what says it; settings speak for themselves."""
    said = [("", str(rule.value))] if rule.source == "constant" else []
    if rule.source == "lookup" and rule.value.startswith("table."):
        table = flow.tables.get(rule.value.removeprefix("table."), {})
        said += [(f" ({rule.value}, {key})", code) for key, code in table.items()]
    if rule.default:
        said.append((" (default)", str(rule.default)))
    return said
