"""Rows about who buys: customers, the documents of their accounts, their sales orders and the lines of those."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """A customer (ArCustomer).

    Attributes:
        customer: Code as stored.
        name: Name, 50 characters.
        short_name: Short name, 20 characters.
        email: E-mail address, 255 characters.
        telephone: Telephone.
        contact: Person.
        company_tax_number: Tax number, 15 characters.
        tax_exempt_number: Exemption number.
        tax_status: N taxable, E exempt, O other.
        currency: SYSPRO's currency code; need not be ISO.
        terms_code: Terms.
        branch: Branch.
        area: Area.
        salesperson: Salesperson.
        customer_class: Class.
        price_code: Price code.
        category_price_codes: 26 price codes, for the price categories A to Z in order; empty ones kept.
        buying_groups: Buying groups, empty ones left out, in their order.
        contract_pricing: Whether contract prices count (ContractPrcReqd ``Y``).
        credit_status: 0 to 6, or 9.
        credit_limit: In whole units of the customer's currency.
        credit_check: CreditCheckFlag: T, L, B, N or empty.
        on_hold: Whether the customer is on hold.
        sales_allowed: Whether sales are allowed.
        purchase_order_needed: Whether orders need a purchase order number.
        open_orders: Value of outstanding orders (OutstOrdVal); in which currency is not sure.
        master_account: Master account; empty for none.
        sales_warehouse: Warehouse of sales; empty for none.
        sold_to: Five address lines.
        sold_to_postal_code: Postal code.
        ship_to: Five address lines.
        ship_to_postal_code: Postal code.
        user_field1: UserField1, 10 characters.
        edi_sender_code: EdiSenderCode, 40 characters.
        balance_type: ``I`` open item, ``B`` balance forward.
    """

    customer: str
    name: str
    short_name: str
    email: str
    telephone: str
    contact: str
    company_tax_number: str
    tax_exempt_number: str
    tax_status: str
    currency: str
    terms_code: str
    branch: str
    area: str
    salesperson: str
    customer_class: str
    price_code: str
    category_price_codes: tuple[str, ...]
    buying_groups: tuple[str, ...]
    contract_pricing: bool
    credit_status: str
    credit_limit: Decimal
    credit_check: str
    on_hold: bool
    sales_allowed: bool
    purchase_order_needed: bool
    open_orders: Decimal
    master_account: str
    sales_warehouse: str
    sold_to: tuple[str, ...]
    sold_to_postal_code: str
    ship_to: tuple[str, ...]
    ship_to_postal_code: str
    user_field1: str
    edi_sender_code: str
    balance_type: str


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """A document of a customer's account (ArInvoice): open or paid, until SYSPRO purges it.

    Attributes:
        customer: Customer as stored.
        invoice: Number as stored.
        document_type: I invoice, C credit note, D debit note.
        invoiced_on: Day.
        sales_order: Sales order; empty for none.
        purchase_order: The customer's purchase order.
        terms_code: Terms.
        branch: Branch.
        value: Whole document with tax, in ``currency``.
        balance: InvoiceBal1: in ``currency`` for local customers; for foreign ones the setting
            ``receipts.foreign_balance`` says how it is read.
        tax: Tax within it (TaxPortion); as ``balance``.
        currency: SYSPRO's code.
        rate: Rate to the local currency.
        mul_div: M when a foreign value times the rate is local, D when it is divided.
    """

    customer: str
    invoice: str
    document_type: str
    invoiced_on: date | None
    sales_order: str
    purchase_order: str
    terms_code: str
    branch: str
    value: Decimal
    balance: Decimal
    tax: Decimal
    currency: str
    rate: Decimal
    mul_div: str


@dataclass(frozen=True, slots=True)
class OrderRow:
    """A sales order, or the credit note that an order became (SorMaster).

    Attributes:
        sales_order: Number as stored.
        status: OrderStatus, as the reference has it in section 4; a backslash is one of them.
        cancelled: Whether it was cancelled.
        document_type: O order, B billing, C credit note; others exist.
        customer: Customer as stored.
        purchase_order: The customer's purchase order.
        ordered_on: Day of the order.
        requested_on: Requested day of shipping.
        last_invoice: Number of its last invoice; empty while nothing was invoiced.
        branch: Branch.
        warehouse: Warehouse.
        currency: SYSPRO's code.
        rate: Exchange rate.
        mul_div: M or D, as in :class:`InvoiceRow`.
        alternate_key: AlternateKey, 10 characters.
        ship_to: Five address lines.
        ship_to_postal_code: Postal code.
    """

    sales_order: str
    status: str
    cancelled: bool
    document_type: str
    customer: str
    purchase_order: str
    ordered_on: date | None
    requested_on: date | None
    last_invoice: str
    branch: str
    warehouse: str
    currency: str
    rate: Decimal
    mul_div: str
    alternate_key: str
    ship_to: tuple[str, ...]
    ship_to_postal_code: str


@dataclass(frozen=True, slots=True)
class OrderLineRow:
    """A line of a sales order (SorDetail).

    Attributes:
        sales_order: Number as stored.
        line: Line, from 1.
        line_type: 1 stocked, 4 freight, 5 miscellaneous charge, 6 comment, 7 non-stocked.
        stock_code: Stock code of a merchandise line.
        description: Description of a merchandise line.
        warehouse: Warehouse.
        ordered: Quantity ordered, in ``uom``.
        to_ship: Quantity to ship.
        back_ordered: Quantity on back order.
        uom: Unit of the quantities.
        price: Price before discounts, per ``price_uom``.
        price_uom: Unit of the price.
        discounts: Three percentages.
        product_class: Product class of a merchandise line.
        tax_code: Tax code of a merchandise line.
        comment: Text of a comment, freight or charge line.
        charge: Value of a freight or charge line.
    """

    sales_order: str
    line: int
    line_type: str
    stock_code: str
    description: str
    warehouse: str
    ordered: Decimal
    to_ship: Decimal
    back_ordered: Decimal
    uom: str
    price: Decimal
    price_uom: str
    discounts: tuple[Decimal, ...]
    product_class: str
    tax_code: str
    comment: str
    charge: Decimal
