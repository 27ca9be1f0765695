"""Enter, change and cancel sales orders from an import document (reference, section 2.1)."""

from dataclasses import dataclass, replace
from decimal import Decimal

from connectors.sandbox.syspro import keys
from connectors.sandbox.syspro.allocation import NON_STOCKED, STOCKED, allocate, release, returned
from connectors.sandbox.syspro.books import Books, Record
from connectors.sandbox.syspro.fields import Cautions, Fields
from connectors.sandbox.syspro.import_rules import ImportRules
from connectors.sandbox.syspro.made_up import made_up
from connectors.sandbox.syspro.money import ZERO
from connectors.sandbox.syspro.order_header import header_changes, header_columns, needed_order
from connectors.sandbox.syspro.order_lines import Columns, LineContext, is_line, read_line
from connectors.sandbox.syspro.orders import (
    CANCELLED,
    COMPLETE,
    cancel_order,
    is_invoiced,
    note_outstanding,
    order_lines,
    outstanding_value,
)
from connectors.sandbox.syspro.xmlin import Element


@dataclass(frozen=True, slots=True)
class Entered:
    """What an order of the document became.

    Attributes:
        sales_order: Its number, in stored form.
        warnings: What was warned about, where that was asked for.
    """

    sales_order: str
    warnings: tuple[str, ...] = ()


def enter_order(books: Books, element: Element, rules: ImportRules, operator: str) -> Entered:
    """Add, change or cancel the order in one ``Orders`` element.

    Raises:
        Refused: With everything that is wrong with it.
    """
    header = element.child("OrderHeader")
    fields = Fields(header if header is not None else element)
    action = fields.choice("OrderActionType", "ACD", "A")
    fields.stop()
    details = element.child("OrderDetails")
    cautions = Cautions(rules.ignore_warnings)
    if action == "A":
        number = _add(books, fields, details, rules, cautions, operator)
    elif action == "C":
        number = _change(books, fields, details, rules, cautions, operator)
    else:
        number = _cancel(books, fields)
    return Entered(number, tuple(cautions.texts))


def _add(
    books: Books, fields: Fields, details: Element | None, rules: ImportRules, cautions: Cautions, operator: str
) -> str:
    customer, columns = header_columns(books, fields, rules, cautions)
    context = LineContext(books, customer, rules, cautions, str(columns["Warehouse"]))
    lines = [_read(context, fields, element) for element in _in_sequence(details)]
    if not lines:
        fields.refuse("OrderDetails", made_up("no_lines"), "")
    fields.stop()
    number = str(columns["SalesOrder"]) or keys.next_order(books)
    header: Columns = {**columns, "SalesOrder": number, "Operator": operator, "LastOperator": operator}
    shipping = [_write_line(context, number, position, line) for position, line in enumerate(lines, 1)]
    if header["OrderStatus"] == "1" and not any(shipping):
        header["OrderStatus"] = "2"
    books.insert("SorMaster", {**header, "NextDetailLine": len(lines) + 1})
    value = outstanding_value(books, number)
    _check_credit(books, fields, customer, value, rules, number)
    note_outstanding(books, customer.text("Customer"), value, 1)
    return number


def _change(
    books: Books, fields: Fields, details: Element | None, rules: ImportRules, cautions: Cautions, operator: str
) -> str:
    order = _open_order(books, fields)
    number, customer = order.text("SalesOrder"), books.row("ArCustomer", order.text("Customer"))
    assert customer is not None
    before = outstanding_value(books, number)
    changes = header_changes(books, fields, order)
    credit = order.text("DocumentType") == "C"
    context = LineContext(books, customer, rules, cautions, order.text("Warehouse"), credit=credit)
    next_line = order.whole("NextDetailLine")
    for element in _in_sequence(details):
        next_line += _change_line(context, fields, element, number, next_line)
    fields.stop()
    books.update("SorMaster", (number,), {**changes, "NextDetailLine": next_line, "LastOperator": operator})
    after = outstanding_value(books, number)
    if after > before:
        _check_credit(books, fields, customer, after - before, rules, number)
    note_outstanding(books, customer.text("Customer"), after - before)
    return number


def _cancel(books: Books, fields: Fields) -> str:
    order = _open_order(books, fields)
    number = order.text("SalesOrder")
    invoiced = [line for line in order_lines(books, number) if is_invoiced(line)]
    if invoiced:
        fields.refuse("SalesOrder", made_up("line_invoiced", invoiced[0].whole("SalesOrderLine")))
    fields.stop()
    cancel_order(books, order)
    return number


def _open_order(books: Books, fields: Fields) -> Record:
    order = needed_order(books, fields)
    status = order.text("OrderStatus")
    if status in {CANCELLED, COMPLETE, "*"}:
        fields.refuse("SalesOrder", made_up("order_not_open", order.text("SalesOrder"), status))
    fields.stop()
    return order


def _in_sequence(details: Element | None) -> list[Element]:
    """Return the lines in the order of CustomerPoLine; those without one come last, as they came."""
    lines = [element for element in details or () if is_line(element.name)]
    return sorted(lines, key=_place)


def _place(element: Element) -> int:
    number = element.text("CustomerPoLine")
    return int(number) if number.isascii() and number.isdigit() else 10_000


def _line_fields(fields: Fields, element: Element) -> Fields:
    return fields.under(element, (("CustomerPoLine", element.text("CustomerPoLine")),))


def _read(context: LineContext, fields: Fields, element: Element) -> Columns:
    line = _line_fields(fields, element)
    if line.choice("LineActionType", "ACD", "A") != "A":
        line.refuse("LineActionType", made_up("line_action_refused", line.text("LineActionType")))
    return read_line(context, line)


def _write_line(context: LineContext, number: str, position: int, line: Columns) -> bool:
    """Write a new line; return whether anything of it ships now."""
    quantities = _quantities(context, line)
    key: Columns = {"SalesOrder": number, "SalesOrderLine": position, "SalesOrderInitLine": position}
    context.books.insert("SorDetail", {**key, **line, **quantities})
    return not quantities or quantities["MShipQty"] != ZERO


def _quantities(context: LineContext, line: Columns) -> Columns:
    """Return what ships and what waits of a merchandise line, nothing for the others."""
    if line["LineType"] not in {STOCKED, NON_STOCKED}:
        return {}
    return returned(line) if context.credit else allocate(context.books, line, context.rules.allocation)


def _change_line(context: LineContext, fields: Fields, element: Element, number: str, next_line: int) -> int:
    """Add, change or cancel one line of an existing order; return how many were added."""
    line, books = _line_fields(fields, element), context.books
    action = line.choice("LineActionType", "ACD", "A")
    if action == "A":
        columns = read_line(context, line)
        line.stop()
        _write_line(context, number, next_line, columns)
        return 1
    position = int(line.number("CustomerPoLine", 0))
    existing = books.row("SorDetail", number, position)
    if existing is None:
        line.refuse("CustomerPoLine", made_up("not_on_file", position, "SorDetail"))
    elif is_invoiced(existing):
        line.refuse("CustomerPoLine", made_up("line_invoiced", position))
    line.stop()
    assert existing is not None
    if not context.credit:
        release(books, existing)
    if action == "D":
        books.delete("SorDetail", number, position)
        return 0
    _rewrite_line(replace(context, existing=existing), line, (number, position))
    return 0


def _rewrite_line(context: LineContext, line: Fields, key: tuple[str, int]) -> None:
    columns = read_line(context, line)
    line.stop()
    context.books.update("SorDetail", key, {**columns, **_quantities(context, columns)})


def _check_credit(
    books: Books, fields: Fields, customer: Record, value: Decimal, rules: ImportRules, number: str
) -> None:
    """Refuse or suspend what would go over the credit limit; a limit of 0 is none (inferred)."""
    limit = customer.number("CreditLimit")
    balance = books.row("ArCustomerBal", customer.text("Customer"))
    owed = (balance.number("CurrentBalance1") if balance else ZERO) + customer.number("OutstOrdVal") + value
    if not limit or customer.text("CreditCheckFlag") == "N" or owed <= limit:
        return
    if not rules.without_credit:
        fields.refuse("Customer", made_up("no_credit", customer.text("Customer"), limit))
    elif books.options.no_credit_suspends:
        books.update("SorMaster", (number,), {"OrderStatus": "S"})
    fields.stop()
