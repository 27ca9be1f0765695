"""Read the header of an order into columns of ``SorMaster`` (reference, section 2.1, OrderHeader)."""

from connectors.sandbox.syspro import keys
from connectors.sandbox.syspro.books import Books, Record, Value
from connectors.sandbox.syspro.fields import Cautions, Fields
from connectors.sandbox.syspro.import_rules import ImportRules
from connectors.sandbox.syspro.made_up import made_up
from connectors.sandbox.syspro.money import ZERO
from connectors.sandbox.syspro.receivables import customer_currency

BLANK = "{blank}"
"""Clears an address field on change (reference, section 2.1)."""

_TEXTS = {
    "CustomerName": "CustomerName",
    "ShippingInstrs": "ShippingInstrs",
    "ShippingInstrsCode": "ShippingInstrsCod",
    "ShippingInstrsCod": "ShippingInstrsCod",
    "SpecialInstrs": "SpecialInstrs",
    "Email": "Email",
    "ShipAddress1": "ShipAddress1",
    "ShipAddress2": "ShipAddress2",
    "ShipAddress3": "ShipAddress3",
    "ShipAddress3Locality": "ShipAddress3Loc",
    "ShipAddress4": "ShipAddress4",
    "ShipAddress5": "ShipAddress5",
    "ShipPostalCode": "ShipPostalCode",
    "AlternateReference": "AlternateKey",
    "OrderType": "OrderType",
    "LanguageCode": "LanguageCode",
    "Nationality": "Nationality",
    "DeliveryTerms": "DeliveryTerms",
    "TaxExemptNumber": "TaxExemptNumber",
    "CompanyTaxNumber": "CompanyTaxNo",
    "State": "State",
    "CountyZip": "CountyZip",
}
"""Header element to the column that takes its text, cut to the column."""

_PO_LENGTH = 30


def header_columns(
    books: Books, fields: Fields, rules: ImportRules, cautions: Cautions
) -> tuple[Record, dict[str, Value]]:
    """Return the customer and the columns of a new order; faults are noted in ``fields``.

    Raises:
        Refused: At once when there is no such customer.
    """
    customer = _customer(books, fields, rules)
    _check_hold(fields, customer, rules, cautions)
    _check_currency(fields, customer)
    money = customer_currency(books, customer)
    day = fields.day("OrderDate", books.today())
    branch = fields.code(books, "Branch", "SalBranch", customer.text("Branch"))
    warehouse = fields.code(books, "Warehouse", "InvWhControl", rules.warehouse or customer.text("SalesWarehouse"))
    columns: dict[str, Value] = {
        "SalesOrder": _manual_number(books, fields, rules),
        "OrderStatus": rules.status,
        "ActiveFlag": "Y",
        "CancelledFlag": "N",
        "DocumentType": "B" if rules.order_type == "BIL" else "O",
        "Customer": customer.text("Customer"),
        "CustomerPoNumber": _purchase_order(books, fields, customer, rules),
        "OrderDate": day,
        "EntrySystemDate": books.today(),
        "ReqShipDate": fields.day("RequestedShipDate", day),
        "Branch": branch,
        "Area": fields.code(books, "Area", "SalArea", customer.text("Area")),
        "Salesperson": _salesperson(books, fields, branch, customer),
        "Warehouse": warehouse,
        "InvTermsOverride": fields.code(books, "InvoiceTerms", "TblArTerms", customer.text("TermsCode")),
        "Currency": money.code,
        "ExchangeRate": money.rate,
        "MulDiv": "M",
        "TaxExemptFlag": fields.choice("TaxExemptionStatus", "ENO", customer.text("TaxStatus")),
        "SalesOrderSource": "SORTOI",
        **{f"DiscPct{n}": fields.number(f"OrderDiscPercent{n}", 2, ZERO) for n in (1, 2, 3)},
    }
    return customer, {**columns, **_address(books, fields, customer), **_texts(fields)}


def header_changes(books: Books, fields: Fields, order: Record) -> dict[str, Value]:
    """Return the columns that a change sets: elements given, and nothing for those left out."""
    changes: dict[str, Value] = {name: "" if value == BLANK else value for name, value in _texts(fields).items()}
    if fields.has("NewCustomerPoNumber"):
        changes["CustomerPoNumber"] = fields.short("NewCustomerPoNumber", _PO_LENGTH)
    for name, table, column in (
        ("InvoiceTerms", "TblArTerms", "InvTermsOverride"),
        ("Area", "SalArea", "Area"),
        ("Warehouse", "InvWhControl", "Warehouse"),
    ):
        if fields.has(name):
            changes[column] = fields.code(books, name, table)
    if fields.has("RequestedShipDate"):
        changes["ReqShipDate"] = fields.day("RequestedShipDate", books.today())
    if fields.has("Salesperson"):
        changes["Salesperson"] = fields.code(books, "Salesperson", "SalSalesperson", before=(order.text("Branch"),))
    return changes


def needed_order(books: Books, fields: Fields, name: str = "SalesOrder") -> Record:
    """Return the sales order named.

    Raises:
        Refused: When none is named or there is none.
    """
    given = fields.needed(name)
    order = books.row("SorMaster", keys.order_key(books.options, given)) if given else None
    if given and order is None:
        fields.refuse(name, made_up("not_on_file", given, "SorMaster"))
    fields.stop()
    assert order is not None
    return order


def _customer(books: Books, fields: Fields, rules: ImportRules) -> Record:
    given = fields.text("Customer") or rules.customer or fields.needed("Customer")
    customer = books.row("ArCustomer", keys.customer_key(books.options, given)) if given else None
    if given and customer is None:
        fields.refuse("Customer", made_up("not_on_file", given, "ArCustomer"), given)
    fields.stop()
    assert customer is not None
    return customer


def _check_hold(fields: Fields, customer: Record, rules: ImportRules, cautions: Cautions) -> None:
    if customer.text("CustomerOnHold") != "Y":
        return
    trouble = made_up("customer_on_hold", customer.text("Customer"))
    if rules.warn_on_hold:
        cautions.note(fields, "Customer", trouble)
    else:
        fields.refuse("Customer", trouble)


def _check_currency(fields: Fields, customer: Record) -> None:
    given, own = fields.text("Currency"), customer.text("Currency")
    if given and given != own:
        fields.refuse("Currency", made_up("currency_differs", given, own))


def _manual_number(books: Books, fields: Fields, rules: ImportRules) -> str:
    """Return the number to use, blank for the next one; one given without permission is ignored."""
    given = fields.text("SalesOrder")
    if not rules.manual_number or not given:
        return ""
    number = keys.order_key(books.options, given)
    if books.exists("SorMaster", number):
        fields.refuse("SalesOrder", made_up("already_on_file", given))
    return number


def _purchase_order(books: Books, fields: Fields, customer: Record, rules: ImportRules) -> str:
    given = fields.short("CustomerPoNumber", _PO_LENGTH)
    mandatory = rules.po_check == "Y" or (rules.po_check == "C" and customer.text("PoNumberMandatory") == "Y")
    if not given and mandatory:
        fields.refuse("CustomerPoNumber", made_up("po_mandatory"))
    # The company option lets only A pass; without it N refuses (reference, section 2.1).
    allowed = rules.duplicates == "A" or (rules.duplicates == "Y" and not books.options.duplicate_po_check)
    if given and not allowed:
        where = "CancelledFlag = 'N' AND CustomerPoNumber = ? AND Customer = ? AND DocumentType <> 'C' LIMIT 1"
        for other in books.rows("SorMaster", where, given, customer.text("Customer")):
            fields.refuse("CustomerPoNumber", made_up("duplicate_po", given, other.text("SalesOrder")))
    return given


def _salesperson(books: Books, fields: Fields, branch: str, customer: Record) -> str:
    if fields.has("Salesperson"):
        return fields.code(books, "Salesperson", "SalSalesperson", before=(branch,))
    return customer.text("Salesperson")


def _address(books: Books, fields: Fields, customer: Record) -> dict[str, Value]:
    lines = [f"{kind}{number}" for kind in ("ShipToAddr",) for number in range(1, 6)]
    code = fields.text("MultiShipCode")
    source: Record | None = customer
    if code:
        source = books.row("ArMultAddress", customer.text("Customer"), code)
        if source is None:
            fields.refuse("MultiShipCode", made_up("not_on_file", code, "ArMultAddress"))
            source = customer
    elif not customer.text("ShipToAddr1"):
        lines = [f"SoldToAddr{number}" for number in range(1, 6)]
    assert source is not None
    postal = "ShipPostalCode" if lines[0].startswith("Ship") else "SoldPostalCode"
    address: dict[str, Value] = {f"ShipAddress{number}": source.text(name) for number, name in enumerate(lines, 1)}
    named: dict[str, Value] = {"CustomerName": customer.text("Name"), "Email": customer.text("Email")}
    return {**named, **address, "ShipPostalCode": source.text(postal), "MultiShipCode": code}


def _texts(fields: Fields) -> dict[str, Value]:
    return {column: fields.text(name) for name, column in _TEXTS.items() if fields.has(name)}
