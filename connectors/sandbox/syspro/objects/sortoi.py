"""SORTOI: import of sales orders (reference, section 2.1). Its reply keeps the root ``SalesOrders``."""

from connectors.sandbox.syspro import xmlout
from connectors.sandbox.syspro.books import Books
from connectors.sandbox.syspro.calls import BusinessObject, Call, Outcome, needed_items
from connectors.sandbox.syspro.import_rules import ImportRules, read_rules
from connectors.sandbox.syspro.order_entry import enter_order
from connectors.sandbox.syspro.troubles import Refused
from connectors.sandbox.syspro.xmlin import Element

ROOT = "SalesOrders"
VERSION = "8.0.105"
"""Version of the object, as seen live."""


def run(call: Call, books: Books) -> str:
    """Import every order by itself; VALIDATE does the same and keeps nothing."""
    rules = read_rules(call.parameters, books.options)
    try:
        outcomes = _import(call, books, rules, needed_items(call, "Orders"))
    except Refused as refused:
        outcomes = [Outcome(xmlout.faults(refused.faults), invalid=True)]
    hidden = books.options.clean_import_hides_order or call.strike("no_order_number")
    clean = not any(outcome.invalid or outcome.warned for outcome in outcomes)
    shown = "" if hidden and clean and not rules.validate else _orders(outcomes)
    return xmlout.reply(ROOT, VERSION, shown, _validation(rules, outcomes), _status(outcomes))


def _import(call: Call, books: Books, rules: ImportRules, orders: list[Element]) -> list[Outcome]:
    with books.transaction() as work:
        work.keep = not rules.validate
        return [_import_one(call, books, rules, order) for order in orders]


def _import_one(call: Call, books: Books, rules: ImportRules, order: Element) -> Outcome:
    header = order.child("OrderHeader")
    given = {name: header.text(name) if header else "" for name in ("CustomerPoNumber", "OrderActionType")}
    try:
        with books.savepoint():
            entered = enter_order(books, order, rules, call.operator)
    except Refused as refused:
        at_fault = {fault.path[0] for fault in refused.faults}
        kept = xmlout.leaves((name, text) for name, text in given.items() if name not in at_fault)
        number = "" if "SalesOrder" in at_fault else xmlout.leaf("SalesOrder")
        return Outcome(kept + number + xmlout.faults(refused.faults), invalid=True)
    number = xmlout.leaf("SalesOrder", "" if rules.validate else entered.sales_order)
    body = xmlout.leaves(given.items()) + number + xmlout.warnings(entered.warnings)
    return Outcome(body, warned=bool(entered.warnings))


def _orders(outcomes: list[Outcome]) -> str:
    return "".join(xmlout.node("Order", outcome.body) for outcome in outcomes)


def _validation(rules: ImportRules, outcomes: list[Outcome]) -> str:
    if not rules.validate:
        return ""
    failed = any(outcome.invalid for outcome in outcomes)
    return xmlout.node("ValidationStatus", xmlout.leaf("Status", "Failed" if failed else "Successful"))


def _status(outcomes: list[Outcome]) -> str:
    rejected = sum(outcome.invalid for outcome in outcomes)
    warned = sum(outcome.warned for outcome in outcomes)
    return xmlout.node(
        "StatusOfItems",
        xmlout.leaf("ItemsProcessed", f"{len(outcomes) - rejected:06d}"),
        xmlout.leaf("ItemsRejectedWithWarnings", f"{rejected:06d}"),
        xmlout.leaf("ItemsProcessedWithWarnings", f"{warned:06d}"),
    )


OBJECT = BusinessObject("SORTOI", ("Transaction/Post",), run)
