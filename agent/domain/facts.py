"""Facts: all that a decision is based on, read once and stored with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from agent.domain.documents import Link
from agent.domain.events import BalanceTransaction
from agent.domain.json_reader import JsonObject
from agent.domain.money import Money


@dataclass(frozen=True, slots=True)
class StripeFacts:
    """What Stripe says about one payment, re-read at our pinned API version.

    Attributes:
        subject: Id of the object that is decided, such as ``ch_...``.
        subject_type: Stripe's ``object`` of it, such as ``charge``.
        objects: Stripe's JSON by role: ``charge``, ``customer``, ``payment_intent``, ``session``, ``line_items`` (list
            object), ``invoice``, ``products`` (list object, of an invoice's lines), ``amount_details_line_items``
            (list object). A role that does not exist is absent.
        balance_transactions: Movements of the balance that belong to the subject and are known by now.
    """

    subject: str
    subject_type: str
    objects: Mapping[str, JsonObject]
    balance_transactions: tuple[BalanceTransaction, ...] = ()


@dataclass(frozen=True, slots=True)
class ErpCustomer:
    """A SYSPRO customer, values trimmed."""

    code: str
    name: str
    email: str
    currency: str
    company_tax_number: str = ""
    on_hold: bool = False
    tax_status: str = "N"

    @property
    def exempt(self) -> bool:
        """Whether SYSPRO takes no tax from the customer (TaxStatus E)."""
        return self.tax_status == "E"


@dataclass(frozen=True, slots=True)
class CustomerMatch:
    """A SYSPRO customer that may be the payer, and why: ``metadata``, ``email`` or ``tax_id``."""

    customer: ErpCustomer
    origin: str


@dataclass(frozen=True, slots=True)
class StockItem:
    """A stock code as SYSPRO has it; codes that SYSPRO lacks are absent from the facts."""

    code: str
    description: str
    uom: str
    tax_code: str = ""
    product_class: str = ""
    on_hold: bool = False


@dataclass(frozen=True, slots=True)
class OpenInvoice:
    """An AR document with a balance.

    Attributes:
        customer: SYSPRO customer it belongs to.
        invoice: Number as stored.
        document_type: I, C or D.
        balance: What is open, in the invoice's currency.
    """

    customer: str
    invoice: str
    document_type: str
    balance: Money


@dataclass(frozen=True, slots=True)
class ErpFacts:
    """What SYSPRO says, read for one decision.

    Attributes:
        link: The payer's stored link in the payment's currency, if any.
        payer: The customer that the link, or the guest account, leads to, as SYSPRO has it.
        matches: Customers that may be the payer, best reason first; read only where there is no link.
        stock: Stock codes that the payment names, as SYSPRO has them.
        open_invoice: The invoice that the payment names, if SYSPRO has it open.
        booked_on: Customer on whose account a receipt of this payment stands already, where the invoice it names is
            not open (any more); empty for none.
    """

    link: Link | None = None
    payer: ErpCustomer | None = None
    matches: tuple[CustomerMatch, ...] = ()
    stock: Mapping[str, StockItem] = field(default_factory=dict)
    open_invoice: OpenInvoice | None = None
    booked_on: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything one decision sees; immutable, stored, and enough to decide again.

    Attributes:
        company: SYSPRO company id.
        stripe: Stripe's side.
        erp: SYSPRO's side.
        read_at: Unix seconds UTC when they were read.
        settlement_currencies: Currencies in which Stripe holds a balance for us.
        start_at: First moment that is posted, Unix seconds UTC; what moved before it is ignored.
        sent: Whether a document of this subject was sent before; the facts of SYSPRO are those of then.
    """

    company: str
    stripe: StripeFacts
    erp: ErpFacts
    read_at: int
    settlement_currencies: tuple[str, ...] = ()
    sent: bool = False
    start_at: int = 0
