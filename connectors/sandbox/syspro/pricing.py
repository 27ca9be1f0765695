"""The price SYSPRO would charge: contract of customer or buying group, price code, list (reference, section 3.6)."""

from dataclasses import dataclass
from decimal import Decimal

from connectors.sandbox.syspro.books import Books, Record


@dataclass(frozen=True, slots=True)
class Price:
    """A selling price before tax, per stocking unit, in the customer's currency.

    Attributes:
        code: Price code it comes from; blank for a contract.
        contract: Contract it comes from; blank otherwise.
    """

    value: Decimal
    code: str = ""
    contract: str = ""


def price_for(books: Books, customer: Record, stock: Record) -> Price | None:
    """Return the price of a stock code for a customer, or ``None`` when nothing is set up.

    A contract counts through the whole of its last day; of several the latest start wins.
    """
    contract = _contract(books, customer, stock.text("StockCode"))
    if contract is not None:
        return Price(contract.number("FixedPrice"), contract=contract.text("Contract"))
    local = customer.text("Currency") == books.setting("local_currency")
    codes = [customer.text("PriceCode"), stock.text("ListPriceCode") if local else ""]
    for code in codes:
        found = books.row("InvPrice", stock.text("StockCode"), code) if code else None
        if found is not None:
            return Price(found.number("SellingPrice"), code=code)
    return None


def _contract(books: Books, customer: Record, stock_code: str) -> Record | None:
    if customer.text("ContractPrcReqd") != "Y":
        return None
    groups = [customer.text(f"BuyingGroup{number}") for number in range(1, 6)]
    holders = [("C", customer.text("Customer")), *(("B", group) for group in groups if group)]
    today = books.today().isoformat()
    where = (
        "ContractType = ? AND CustomerBuyGrp = ? AND StockCode = ? AND StartDate <= ? AND ExpiryDate >= ?"
        " ORDER BY StartDate DESC LIMIT 1"
    )
    for kind, holder in holders:
        found = books.rows("SorContractPrice", where, kind, holder, stock_code, today, today)
        if found:
            return found[0]
    return None
