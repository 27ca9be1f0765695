"""Facts: all that a decision is based on, read once and stored with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from agent.domain.allocations import ALLOCATION, charge_of
from agent.domain.documents import SENT, Link, State
from agent.domain.edits import Edit
from agent.domain.events import BalanceTransaction
from agent.domain.habits.past import Habits
from agent.domain.json_reader import BadJsonError, JsonObject, JsonReader
from agent.domain.kinds import Allocation, JournalLine
from agent.domain.money import Money


@dataclass(frozen=True, slots=True)
class StripeFacts:
    """What Stripe says about one object, re-read at our pinned API version.

    Attributes:
        subject: Id of the object that is decided: ``ch_...``, ``re_...``, ``dp_...``, ``po_...``; ``txn_...`` for a
            movement that has no object of its own.
        subject_type: Stripe's ``object`` of it, such as ``charge``, ``refund`` or ``balance_transaction``.
        objects: Stripe's JSON by role: ``refund``, ``dispute``, ``payout``, ``charge``, ``customer``,
            ``payment_intent``, ``session``, ``line_items`` (list object), ``invoice``, ``products`` (list object, of an
            invoice's lines), ``amount_details_line_items`` (list object), ``balance_transaction``. A role that does not
            exist is absent. With a refund or dispute the charge has no names and addresses.
        balance_transactions: Movements of the balance that belong to the subject and are known by now.
    """

    subject: str
    subject_type: str
    objects: Mapping[str, JsonObject]
    balance_transactions: tuple[BalanceTransaction, ...] = ()

    @property
    def payment(self) -> str:
        """The payment that a refund gives back, a dispute is about, or an allocation moves; else empty."""
        if self.subject_type == ALLOCATION:
            return charge_of(self.subject)
        if self.subject_type not in {"refund", "dispute"}:
            return ""
        try:
            return JsonReader(self.objects.get(self.subject_type), self.subject_type).id_of("charge")
        except BadJsonError:
            return ""  # decide() meets the same and holds the subject with the reason

    @property
    def carried(self) -> tuple[str, ...]:
        """The Stripe ids that documents about the subject carry: its own, and its payer's."""
        payer = (self.objects.get("customer") or {}).get("id")
        return (self.subject, payer) if isinstance(payer, str) else (self.subject,)

    @property
    def payout_movement(self) -> BalanceTransaction | None:
        """The movement by which a payout left, once it is known; it may have taken those of other payouts along."""
        own = (self.objects.get("payout") or {}).get("balance_transaction")
        named = own.get("id") if isinstance(own, Mapping) else own
        return next((one for one in self.balance_transactions if one.id == named), None)


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
    terms: str = ""
    branch: str = ""

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
        value: The whole document with tax, where it was read; in the same currency.
        tax: Tax within ``value``.
        purchase_order: The customer's purchase order on it, where it was read.
    """

    customer: str
    invoice: str
    document_type: str
    balance: Money
    value: Money | None = None
    tax: Money | None = None
    purchase_order: str = ""


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """What a line of an invoice comes to, with tax, in the invoice's currency; its number is that of the order line."""

    number: int
    value: Money


@dataclass(frozen=True, slots=True)
class OrderedLine:
    """A line of an order that is not invoiced.

    Attributes:
        number: Its number on the order.
        net: What it comes to before tax, after discount, in the order's currency; not rounded.
        tax_code: Code that SYSPRO taxes it by; empty for none.
    """

    number: int
    net: Decimal
    tax_code: str = ""


@dataclass(frozen=True, slots=True)
class ReadNote:
    """A credit note of ours whose tax SYSPRO has reckoned, as SYSPRO has it.

    Attributes:
        number: Its number in receivables; empty where we know none.
        document: The note; ``None`` where it was not found, or cannot be told.
        why: Why it cannot be told, in words; empty where it can, or was not found.
    """

    number: str = ""
    document: OpenInvoice | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class ErpOrder:
    """A sales order as SYSPRO has it now.

    Attributes:
        number: Number as stored.
        status: ``OrderStatus``: 1 open, 8 ready to invoice, 9 complete, and the others of the reference, section 4.
        customer: Customer as stored.
        last_invoice: Number of its last invoice; empty while nothing of it was invoiced.
        cancelled: Whether it was cancelled.
    """

    number: str
    status: str
    customer: str
    last_invoice: str = ""
    cancelled: bool = False

    @property
    def invoiced(self) -> bool:
        """Whether anything of it was invoiced."""
        return bool(self.last_invoice)


@dataclass(frozen=True, slots=True)
class PeriodState:
    """Which months SYSPRO has open.

    Attributes:
        ledger_year: Current ledger year.
        ledger_period: Current period of it.
        ledger_ends: Last day, CCYY-MM-DD, of each period of the current ledger year, in order; empty when unknown.
        ledger_previous_ends: The same for the year before.
        receivables_year: Calendar or financial year of the current receivables month, 0 when unknown.
        receivables_month: That month, 0 when unknown.
    """

    ledger_year: int
    ledger_period: int
    ledger_ends: tuple[str, ...] = ()
    ledger_previous_ends: tuple[str, ...] = ()
    receivables_year: int = 0
    receivables_month: int = 0


@dataclass(frozen=True, slots=True)
class ClearingRow:
    """One row of SYSPRO's that carries a reference of ours and moves the clearing account.

    Attributes:
        reference: Our reference.
        key: SYSPRO's key of the posting, such as ``2026/11/1234``; may be empty.
        origin: ``receivables`` (ArInvoicePay) or ``ledger`` (GenJournalDetail).
        customer: Customer it stands on; empty in the ledger.
        value: Money into clearing (+) or out of it (-), in the clearing account's currency.
        repeats: Whether it is the ledger's row of a receipt that receivables show, too, where the two books do not
            agree; such a row counts in no sum.
    """

    reference: str
    key: str
    origin: str
    customer: str
    value: Money
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class OwnDocument:
    """A document of ours about the same Stripe object, as our outbox has it; what a later decision stands on.

    Attributes:
        kind: Value of the kind.
        purpose: Purpose of its key.
        stripe_id: Stripe id of its key.
        state: Value of its state.
        erp_key: SYSPRO's key once posted; else empty.
        customer: SYSPRO customer it is for; empty where it has none.
        amount: The money it stands for, if any.
        document: AR document that a receipt is allocated to, or that an adjustment closes; empty for money on account.
        flow: Name of the flow that made it.
        allocations: What a receipt, or an adjustment, does to which documents; one without a number stands for the
            document that this one needs.
        reference: Our reference in SYSPRO.
        rate: Local currency for one unit of the customer's, where a receipt says it; else zero.
        tax: Tax that a note names; ``None`` where it names none, as where SYSPRO reckons it.
        bank: SYSPRO bank that a receipt went into; else empty.
        lines: Lines of a journal; else empty.
    """

    kind: str
    purpose: str
    stripe_id: str
    state: str
    erp_key: str
    customer: str = ""
    amount: Money | None = None
    document: str = ""
    flow: str = ""
    allocations: tuple[Allocation, ...] = ()
    reference: str = ""
    rate: Decimal = Decimal(0)
    tax: Money | None = None
    bank: str = ""
    lines: tuple[JournalLine, ...] = ()

    @property
    def root(self) -> str:
        """The purpose without the number of a correction, or of a later one of the same step."""
        return self.purpose.partition("#")[0].partition("-")[0]

    @property
    def sent(self) -> bool:
        """Whether SYSPRO has it, or may have it."""
        return State(self.state) in SENT


@dataclass(frozen=True, slots=True)
class ErpFacts:
    """What SYSPRO says, read for one decision.

    Attributes:
        link: The payer's stored link in the payment's currency, if any.
        payer: The customer that the link, or the guest account, leads to, as SYSPRO has it.
        matches: Customers that may be the payer, best reason first; read only where there is no link.
        stock: Stock codes that the payment names, as SYSPRO has them.
        nearest_stock: Stock codes that it names and SYSPRO does not have -> the nearest that there are.
        open_invoice: The invoice that the payment names, if SYSPRO has it open.
        open_invoices: Open invoices that the payment may pay (mode ``open_invoices``): those that it names, else those
            of the purchase order that it names, else all of the payer's.
        booked_on: Customer on whose account a receipt of this payment stands already, where the invoice it names is
            not open (any more); empty for none.
        taken_from: Document that the money of this refund, or of this lost dispute, was taken out of already, where we
            do not know of having sent it: our database is an older one than SYSPRO's; empty for none.
        order: The sales order of the payment that a refund or dispute is about, as SYSPRO has it now.
        on_account: What is left on account of that payment's receipt, a credit: its balance is below zero.
        also_on_account: The same of what stands by itself beside it: money of refunds that came back; each below zero.
        invoices: The invoices of that order, those with nothing open included.
        invoice_lines: Lines of the first of these; read where a refund names lines, empty where they are not known.
        open_lines: Lines of the order, where a refund names some before anything is invoiced and the site wants them
            cancelled; those whose value is not known are left out.
        local_currency: Stripe's code of the company's own currency; read where money was converted, else empty.
        periods: Which months are open; read where a document has to name one.
        credit_note: Our credit note of a refund, where its money has come back; ``None`` where it was not asked for.
        notes: Our credit notes for other refunds of the payment, where SYSPRO has reckoned their tax and they stand.
    """

    link: Link | None = None
    payer: ErpCustomer | None = None
    matches: tuple[CustomerMatch, ...] = ()
    stock: Mapping[str, StockItem] = field(default_factory=dict)
    nearest_stock: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    open_invoice: OpenInvoice | None = None
    open_invoices: tuple[OpenInvoice, ...] = ()
    booked_on: str = ""
    taken_from: str = ""
    order: ErpOrder | None = None
    on_account: OpenInvoice | None = None
    also_on_account: tuple[OpenInvoice, ...] = ()
    invoices: tuple[OpenInvoice, ...] = ()
    invoice_lines: tuple[InvoiceLine, ...] = ()
    periods: PeriodState | None = None
    local_currency: str = ""
    credit_note: ReadNote | None = None
    notes: tuple[ReadNote, ...] = ()
    open_lines: tuple[OrderedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Summing:
    """What a summary journal sums up, read for one payout or day.

    Attributes:
        parts: Movements that their own decisions left to it, and that no document posts yet.
        fees_elsewhere: Balance transactions among those a payout settles whose fees another summary books.
        undecided: How many subjects of the payout or day were never decided, so that it is not known yet whether they
            are left to it.
        rates: By balance transaction of a refund that Stripe has converted, what it is at its payment's rate, minor
            units; what it moved beyond that is an exchange difference.
    """

    parts: tuple[BalanceTransaction, ...] = ()
    fees_elsewhere: tuple[str, ...] = ()
    undecided: int = 0
    rates: Mapping[str, int] = field(default_factory=dict)


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
        disputed: Whether a payment was disputed already when it was first decided.
        ours: Our own documents about the subject, and about the payment that it gives back.
        closed_at: When a lost dispute was closed, Unix seconds UTC: by its event, else when first read so; 0 for none.
        rests: For a payout, by balance transaction, what SYSPRO's rates left over of converted amounts, minor units.
        unsettled: For a payout: the movements before it that it does not name, and whose fees no document posts yet.
        available: For a payout that names no movements: what was available at Stripe before it, minor units.
        balance_read: Whether all movements before such a payout were read, so that ``available`` is what was there.
        elsewhere: Leg key -> payout or day whose document posts that amount of the subject already.
        kept_mode: Posting mode in which a part of the subject was sent before; empty where nothing was.
        payment_outcome: That of the latest decision about the payment behind it; ``undecided`` before, empty for none.
        payment_code: Reason code of that decision.
        summing: For a payout or a day, what its summary journal sums up.
        habits: What was usual before a payment; ``None`` where no check asks.
        edits: What a person changed on documents of the subject, or of its payer.
    """

    company: str
    stripe: StripeFacts
    erp: ErpFacts
    read_at: int
    settlement_currencies: tuple[str, ...] = ()
    sent: bool = False
    start_at: int = 0
    ours: tuple[OwnDocument, ...] = ()
    unsettled: tuple[BalanceTransaction, ...] = ()
    available: int | None = None
    balance_read: bool = True
    disputed: bool = False
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    kept_mode: str = ""
    payment_outcome: str = ""
    payment_code: str = ""
    summing: Summing = Summing()
    closed_at: int = 0
    rests: Mapping[str, int] = field(default_factory=dict)
    habits: Habits | None = None
    edits: tuple[Edit, ...] = ()
