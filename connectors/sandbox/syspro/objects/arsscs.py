"""ARSSCS: add, update and delete customers (reference, section 2.6)."""

from decimal import Decimal

from connectors.sandbox.syspro import keys, setups
from connectors.sandbox.syspro.books import Books, Record, Value
from connectors.sandbox.syspro.calls import BusinessObject, Call
from connectors.sandbox.syspro.company import customer_defaults
from connectors.sandbox.syspro.fields import Fields
from connectors.sandbox.syspro.made_up import made_up
from connectors.sandbox.syspro.money import ZERO

ROOT = "setuparcustomer"
VERSION = "7.0.064"
"""Version of the object; made up."""

_TEXTS = (
    "Name ShortName TaxExemptNumber SpecialInstrs PriceCategoryTable Telephone Contact AddTelephone Fax TelephoneExtn"
    " UserField1 ShippingInstrs StateCode SoDefaultDoc Nationality InvCommentCode EdiSenderCode EdiFlag SoDefaultType"
    " Email SoldToAddr1 SoldToAddr2 SoldToAddr3 SoldToAddr4 SoldToAddr5 SoldPostalCode ShipToAddr1 ShipToAddr2"
    " ShipToAddr3 ShipToAddr4 ShipToAddr5 ShipPostalCode State CountyZip City State1 CountyZip1 City1 DefaultOrdType"
    " CompanyTaxNumber DeliveryTerms RouteCode InvDiscCode LineDiscCode"
).split()
"""Elements copied to the column of the same name, not longer than it."""

_CHOICES = {
    "CreditStatus": "01234569",
    "CreditCheckFlag": "TLBN",
    "BalanceType": "IB",
    "TaxStatus": "ENO",
    "DetailMoveReqd": "YN",
    "ContractPrcReqd": "YN",
    "StatementReqd": "YN",
    "BackOrdReqd": "YN",
    "CounterSlsOnly": "YN",
    "CustomerOnHold": "YN",
    "PoNumberMandatory": "YN",
}
_CODES = {
    "Branch": "SalBranch",
    "TermsCode": "TblArTerms",
    "CustomerClass": "TblCustomerClass",
    "Area": "SalArea",
    "Currency": "TblCurrency",
    "PriceCode": "TblSoPriceCode",
    "SalesWarehouse": "InvWhControl",
    **{f"BuyingGroup{number}": "TblSoBuyingGroup" for number in range(1, 6)},
}
"""Elements whose value must be on file, and where."""

_NEEDED = ("Name", "Branch", "TermsCode", "CustomerClass", "Area", "Salesperson")
"""What a new customer must have; which codes are mandatory is a site's setup (reference, section 2.6)."""


def run(call: Call, books: Books) -> str:
    """Add, update or delete the customers of the document."""
    actions = {"Setup/Add": _add, "Setup/Update": _update, "Setup/Delete": _delete}
    action = actions[call.method]
    return setups.run_setup(call, books, ROOT, VERSION, lambda item: action(books, Fields(item)))


def _add(books: Books, fields: Fields) -> setups.Key:
    given = fields.text("Key/Customer")
    automatic = books.options.customer_auto_numbering
    if automatic and given:
        fields.refuse("Key/Customer", made_up("key_not_wanted", given))
    if not automatic:
        _check_new_key(books, fields)
    for name in _NEEDED:
        fields.needed(name)
    values = _values(books, fields, None)
    fields.stop()
    key = keys.next_customer(books) if automatic else keys.customer_key(books.options, given)
    short = fields.text("ShortName") or fields.text("Name")
    row: dict[str, Value] = {
        **customer_defaults(),
        "Currency": books.setting("local_currency"),
        "DateCustAdded": books.today(),
        **values,
        "Customer": key,
        "ShortName": short[:20],
    }
    books.insert("ArCustomer", row)
    books.insert("ArCustomerBal", {"Customer": key})
    return (("Customer", key),)


def _check_new_key(books: Books, fields: Fields) -> None:
    given = fields.needed("Key/Customer")
    fields.short("Key/Customer", books.options.customer_length if given.isdigit() else 15)
    if given and books.exists("ArCustomer", keys.customer_key(books.options, given)):
        fields.refuse("Key/Customer", made_up("already_on_file", given))


def _update(books: Books, fields: Fields) -> setups.Key:
    customer = _existing(books, fields)
    key = customer.text("Customer")
    values = _values(books, fields, customer)
    new_currency = values.get("Currency", customer.text("Currency"))
    if new_currency != customer.text("Currency") and _has_transactions(books, key):
        fields.refuse("Currency", made_up("currency_fixed"))
    fields.stop()
    if values:
        books.update("ArCustomer", (key,), values)
    return (("Customer", key),)


def _delete(books: Books, fields: Fields) -> setups.Key:
    key = _existing(books, fields).text("Customer")
    if _has_transactions(books, key):
        fields.refuse("Key/Customer", made_up("in_use", key))
    fields.stop()
    books.delete("ArCustomer", key)
    books.delete("ArCustomerBal", key)
    return (("Customer", key),)


def _existing(books: Books, fields: Fields) -> Record:
    given = fields.needed("Key/Customer")
    customer = books.row("ArCustomer", keys.customer_key(books.options, given)) if given else None
    if given and customer is None:
        fields.refuse("Key/Customer", made_up("not_on_file", given, "ArCustomer"))
    fields.stop()
    assert customer is not None
    return customer


def _has_transactions(books: Books, key: str) -> bool:
    invoices = books.rows("ArInvoice", "Customer = ? LIMIT 1", key)
    return bool(invoices or books.rows("SorMaster", "CancelledFlag IN ('N', 'Y') AND Customer = ? LIMIT 1", key))


def _values(books: Books, fields: Fields, customer: Record | None) -> dict[str, Value]:
    """Return the columns that the elements given set; elements left out change nothing."""
    columns = books.schema["ArCustomer"]
    values: dict[str, Value] = {}
    for element in fields.element:
        name = element.name
        if name in _TEXTS:
            values[name] = fields.short(name, columns.column(name).size)
        elif name in _CHOICES:
            values[name] = fields.choice(name, _CHOICES[name], customer.text(name) if customer else "")
        elif name in _CODES:
            values[name] = fields.code(books, name, _CODES[name])
    if fields.has("CreditLimit"):
        values["CreditLimit"] = fields.number("CreditLimit", 0, ZERO)
    if fields.has("UserField2"):
        values["UserField2"] = fields.number("UserField2", 2, Decimal(0))
    branch = fields.text("Branch") or (customer.text("Branch") if customer else "")
    for name in ("Salesperson", "Salesperson1", "Salesperson2", "Salesperson3"):
        if fields.has(name):
            values[name] = fields.code(books, name, "SalSalesperson", before=(branch,))
    return {name: value for name, value in values.items() if value != "" or name in _TEXTS}


OBJECT = BusinessObject("ARSSCS", ("Setup/Add", "Setup/Update", "Setup/Delete"), run)
