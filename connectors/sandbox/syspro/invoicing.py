"""Turn an order or credit note into an invoice: account, sales history, stock, ledger (reference, section 2.2)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from connectors.sandbox.syspro import keys
from connectors.sandbox.syspro.allocation import COMMENT, FREIGHT, MISCELLANEOUS, STOCKED
from connectors.sandbox.syspro.books import Books, Record, Value
from connectors.sandbox.syspro.ledger import Entry, Journal, balanced, post_journal
from connectors.sandbox.syspro.money import CENT, ZERO, Currency, currency
from connectors.sandbox.syspro.orders import (
    COMPLETE,
    is_invoiced,
    line_value,
    note_outstanding,
    order_lines,
    outstanding_value,
)
from connectors.sandbox.syspro.periods import Period
from connectors.sandbox.syspro.receivables import Document, add_document

CREDIT = "C"
"""Document type of a credit note, of an order and of an invoice."""


@dataclass(frozen=True, slots=True)
class Billed:
    """One line as invoiced; negative values and quantities on a credit note.

    Attributes:
        line: The order line.
        quantity: In the stocking unit; 0 for charges.
        net: Before tax, in the order's currency.
        tax: In the order's currency.
        cost: In local currency.
        sales_code: Ledger code of the sale.
    """

    line: Record
    quantity: Decimal
    net: Decimal
    tax: Decimal
    cost: Decimal
    sales_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Billing:
    """An order being invoiced."""

    order: Record
    customer: Record
    money: Currency
    day: date
    period: Period
    operator: str
    invoice: str
    register: int
    lines: tuple[Billed, ...]

    @property
    def kind(self) -> str:
        """Document type of the invoice."""
        return CREDIT if self.order.text("DocumentType") == CREDIT else "I"

    @property
    def reference(self) -> str:
        """What the ledger entries are found by: the customer's purchase order, else the invoice."""
        return self.order.text("CustomerPoNumber") or self.invoice

    def total(self, name: str) -> Decimal:
        """Return the sum of ``net``, ``tax`` or ``cost`` over the lines."""
        return sum((getattr(billed, name) for billed in self.lines), ZERO)


def billable_lines(books: Books, order: Record) -> list[Record]:
    """Return what of an order can be invoiced now: shipped merchandise, and charges; comments go along."""
    lines = [line for line in order_lines(books, order.text("SalesOrder")) if not is_invoiced(line)]
    charges = {FREIGHT, MISCELLANEOUS}
    return [line for line in lines if line.text("LineType") in charges or line.number("MShipQty") > 0]


def invoice_order(books: Books, order: Record, day: date, period: Period, operator: str) -> str:
    """Invoice what can be invoiced of an order.

    Returns:
        The invoice number, in stored form.
    """
    customer = books.row("ArCustomer", order.text("Customer"))
    assert customer is not None
    money = currency(books, order.text("Currency"))
    if order.text("DocumentType") == CREDIT:
        # A credit note takes the rate it was raised with, which is that of the invoice it credits.
        money = money.at(order.number("ExchangeRate"))
    billing = Billing(
        order=order,
        customer=customer,
        money=money,
        day=day,
        period=period,
        operator=operator,
        invoice=keys.next_invoice(books),
        register=books.next_number("register"),
        lines=tuple(_bill(books, order, line, money) for line in billable_lines(books, order)),
    )
    before = outstanding_value(books, order.text("SalesOrder"))
    _add_to_account(books, billing)
    _write_history(books, billing)
    _post_sale(books, billing)
    _post_cost(books, billing)
    for billed in billing.lines:
        _finish_line(books, billed)
    _finish_order(books, billing, before)
    return billing.invoice


def _bill(books: Books, order: Record, line: Record, money: Currency) -> Billed:
    credit = order.text("DocumentType") == CREDIT
    sign = Decimal(-1 if credit else 1)
    merchandise = line.text("LineType") not in {FREIGHT, MISCELLANEOUS}
    net = line_value(books, order, line, line.number("MShipQty"), money)
    quantity = line.number("MShipQty") * line.number("MConvFactOrdUm") if merchandise else ZERO
    cost = (quantity * line.number("MUnitCost")).quantize(CENT) if merchandise else ZERO
    tax = _tax(books, order, line, net, money)
    return Billed(line, sign * quantity, sign * net, sign * tax, sign * cost, _sales_code(books, line))


def _tax(books: Books, order: Record, line: Record, net: Decimal, money: Currency) -> Decimal:
    """Return the tax of a line, rounded by line; none for an exempt order or a blank code."""
    if order.text("TaxExemptFlag") == "E":
        return ZERO
    tax = books.row("AdmTax", _tax_code(line))
    return money.rounded(net * tax.number("CurTaxRate") / 100) if tax else ZERO


def _tax_code(line: Record) -> str:
    return line.text("NMscTaxCode" if line.text("LineType") in {FREIGHT, MISCELLANEOUS} else "MTaxCode")


def _product_class(line: Record) -> str:
    return line.text("NMscProductCls" if line.text("LineType") == MISCELLANEOUS else "MProductClass")


def _sales_code(books: Books, line: Record) -> str:
    if line.text("LineType") == FREIGHT:
        return books.setting("freight_sales")
    described = books.row("SalProductClass", _product_class(line))
    return described.text("SalesGlCode") if described else books.setting("misc_sales")


def _add_to_account(books: Books, billing: Billing) -> None:
    order, tax = billing.order, billing.total("tax")
    document = Document(
        customer=billing.customer,
        invoice=billing.invoice,
        kind=billing.kind,
        day=billing.day,
        period=billing.period,
        money=billing.money,
        value=billing.total("net") + tax,
        tax=tax,
        more={
            "SalesOrder": order.text("SalesOrder"),
            "CustomerPoNumber": order.text("CustomerPoNumber"),
            "Branch": order.text("Branch"),
            "Area": order.text("Area"),
            "Salesperson": order.text("Salesperson"),
            "TermsCode": order.text("InvTermsOverride"),
        },
    )
    add_document(books, document)
    key = (billing.customer.text("Customer"),)
    books.update("ArCustomer", key, {"DateLastSale": billing.day})
    books.add("ArCustomer", key, {"InvoiceCount": Decimal(1)})


def _write_history(books: Books, billing: Billing) -> None:
    """Write the sales register: one summary, one row of detail a line."""
    order = billing.order
    key: dict[str, Value] = {
        "TrnYear": billing.period.year,
        "TrnMonth": billing.period.month,
        "Register": billing.register,
        "Invoice": billing.invoice,
        "SummaryLine": 1,
    }
    common = ("Branch", "Salesperson", "Customer", "OrderType", "CustomerPoNumber", "Area", "SalesOrder")
    shared: dict[str, Value] = {**key, **{name: order.text(name) for name in common}}
    shared.update({"InvoiceDate": billing.day, "DocumentType": billing.kind})
    summary: dict[str, Value] = {
        **shared,
        **_totals(billing),
        "ExchangeRate": billing.money.rate,
        "MulDiv": "M",
        "Currency": billing.money.code,
        "MerchandiseCost": billing.total("cost"),
        "TermsCode": order.text("InvTermsOverride"),
        "CreditedInvoice": order.text("EntInvoice"),
        "Operator": billing.operator,
    }
    books.insert("ArTrnSummary", summary)
    for number, billed in enumerate(billing.lines, 1):
        books.insert("ArTrnDetail", {**shared, "DetailLine": number, **_detail(billing, billed)})


def _totals(billing: Billing) -> dict[str, Value]:
    """Return the values of the register, local and foreign, by kind of line."""
    kinds = {FREIGHT: ("FreightValue", "ForeignFreightVal"), MISCELLANEOUS: ("OtherValue", "ForeignOtherVal")}
    sums = {"MerchandiseValue": ZERO, "ForeignMerchVal": ZERO}
    sums.update(dict.fromkeys((name for names in kinds.values() for name in names), ZERO))
    for billed in billing.lines:
        local, foreign = kinds.get(billed.line.text("LineType"), ("MerchandiseValue", "ForeignMerchVal"))
        sums[local] += billing.money.local(billed.net)
        sums[foreign] += billed.net
    tax = billing.total("tax")
    return {**sums, "TaxValue": billing.money.local(tax), "ForeignTaxVal": tax}


def _detail(billing: Billing, billed: Billed) -> dict[str, Value]:
    line = billed.line
    return {
        "StockCode": line.text("MStockCode"),
        "Warehouse": line.text("MWarehouse"),
        "ProductClass": _product_class(line),
        "TaxCode": _tax_code(line),
        "TaxStatus": billing.order.text("TaxExemptFlag"),
        "CustomerClass": billing.customer.text("CustomerClass"),
        "QtyInvoiced": billed.quantity,
        "NetSalesValue": billing.money.local(billed.net),
        "TaxValue": billing.money.local(billed.tax),
        "CostValue": billed.cost,
        "LineType": line.text("LineType"),
        "PriceCode": line.text("MPriceCode"),
        "ContractPrcNum": line.text("MContract"),
        "SalesOrderLine": line.whole("SalesOrderLine"),
        "TransactionGlCode": billed.sales_code,
        "PostValue": billed.net,
        "PostCurrency": billing.money.code,
        "PostConvRate": billing.money.rate,
        "PostMulDiv": "M",
        "GlIntYear": billing.period.year,
        "GlIntPeriod": billing.period.month,
    }


def _post_sale(books: Books, billing: Billing) -> None:
    """Post Dr receivables, Cr sales, charges and tax; a cent lost in conversion goes to rounding."""
    local, total = billing.money.local, billing.total("net") + billing.total("tax")
    entries = [Entry(books.setting("ar_control"), local(total), total, f"Invoice {billing.invoice}")]
    values: dict[str, Decimal] = {}
    for billed in billing.lines:
        values[billed.sales_code] = values.get(billed.sales_code, ZERO) + billed.net
        tax = books.row("AdmTax", _tax_code(billed.line)) if billed.tax else None
        if tax is not None:
            values[tax.text("TaxGlCode")] = values.get(tax.text("TaxGlCode"), ZERO) + billed.tax
    entries.extend(Entry(code, -local(value), -value) for code, value in values.items())
    post_journal(books, _journal(billing, balanced(entries, books.setting("rounding")), billing.money.code))


def _post_cost(books: Books, billing: Billing) -> None:
    """Post Dr cost of sales, Cr stock, in local currency, for stocked lines."""
    entries: list[Entry] = []
    for billed in billing.lines:
        if billed.cost and billed.line.text("LineType") == STOCKED:
            described = books.row("SalProductClass", _product_class(billed.line))
            assert described is not None
            entries.append(Entry(described.text("CostGlCode"), billed.cost, billed.cost))
            entries.append(Entry(described.text("StockGlCode"), -billed.cost, -billed.cost))
    if entries:
        post_journal(books, _journal(billing, tuple(entries), books.setting("local_currency")))


def _journal(billing: Billing, entries: tuple[Entry, ...], code: str) -> Journal:
    return Journal(
        year=billing.period.year,
        period=billing.period.month,
        day=billing.day,
        source="SA",
        reference=billing.reference,
        notation=f"Invoice {billing.invoice}",
        currency=code,
        operator=billing.operator,
        entries=entries,
        sub_journal=billing.register,
        sub_invoice=billing.invoice,
    )


def _finish_line(books: Books, billed: Billed) -> None:
    """Take the stock out (or back in) and mark what was invoiced; a back order stays open with what it waits for."""
    line = billed.line
    key = (line.text("SalesOrder"), line.whole("SalesOrderLine"))
    kind, waiting = line.text("LineType"), line.number("MBackOrderQty")
    if kind == STOCKED:
        _move_stock(books, billed)
    if kind in {FREIGHT, MISCELLANEOUS}:
        books.update("SorDetail", key, {"NMscInvCharge": "Y"})
    elif waiting > 0:
        books.update("SorDetail", key, {"MShipQty": ZERO, "MStockQtyToShp": ZERO, "MOrderQty": waiting})
    elif kind != COMMENT:
        books.update("SorDetail", key, {"MInvoicePrinted": "Y"})


def _move_stock(books: Books, billed: Billed) -> None:
    key = (billed.line.text("MStockCode"), billed.line.text("MWarehouse"))
    sold = {"QtyOnHand": -billed.quantity, "MtdQtySold": billed.quantity, "YtdQtySold": billed.quantity}
    # A credit note has set nothing aside.
    allocated = {"QtyAllocated": -billed.quantity} if billed.quantity > 0 else {}
    books.add("InvWarehouse", key, {**sold, **allocated})


def _finish_order(books: Books, billing: Billing, before: Decimal) -> None:
    number = billing.order.text("SalesOrder")
    merchandise = [line for line in order_lines(books, number) if line.text("LineType") != COMMENT]
    done = all(is_invoiced(line) for line in merchandise)
    values: dict[str, Value] = {
        "OrderStatus": COMPLETE if done else "2",
        "ActiveFlag": "N" if done else "Y",
        "LastInvoice": billing.invoice,
        "DateLastInvPrt": billing.day,
        "InvoiceCount": billing.order.whole("InvoiceCount") + 1,
    }
    books.update("SorMaster", (number,), values)
    if billing.kind != CREDIT:
        customer = billing.customer.text("Customer")
        note_outstanding(books, customer, outstanding_value(books, number) - before, -1 if done else 0)
