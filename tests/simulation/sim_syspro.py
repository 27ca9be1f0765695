"""A SYSPRO in memory that takes whatever it is sent, also twice (`DocumentTarget` and `ErpReader`)."""

from contextlib import contextmanager
from dataclasses import dataclass

from agent.domain.attempts import Discrepancy, ErpRow
from agent.domain.clearing import ClearingAccount
from agent.domain.errors import Exchange, InDoubt, Misconfigured, NeedsPerson, Transient, Unavailable
from agent.domain.facts import ClearingRow, ErpCustomer, PeriodState, StockItem
from agent.domain.kinds import Kind
from agent.domain.money import Money
from agent.ports import Accepted
from tests.simulation.faults import problem
from tests.simulation.sim_receivables import Receivables


@dataclass(frozen=True)
class Record:
    """Something that was posted; `customer` is its SYSPRO customer, or its own code for one."""

    key: str
    kind: Kind
    reference: str
    customer: str
    body: object


class SimSyspro:
    """The company: its records in the order in which they were committed.

    Attributes:
        records: Customers, orders, receipts and custom form values.
        wrongs: What no agent may ever send, in words.
        refused: References that were refused once.
    """

    def __init__(self, clock, faults, stock, existing, grace_s):
        self._clock = clock
        self._faults = faults
        self._grace_s = grace_s
        self.stock = {code: StockItem(code, f"A {code.lower()}", "EA") for code in stock}
        self._existing = tuple(existing)
        self.records = []
        self.wrongs = []
        self.refused = set()
        self._late = []
        self.receivables = Receivables(self.wrongs)

    # -- what it holds

    def customers(self):
        made = (_customer_of(record) for record in self.of(Kind.CUSTOMER))
        return {customer.code: customer for customer in (*self._existing, *made)}

    def of(self, kind):
        self._land()
        return [record for record in self.records if record.kind is kind]

    def settled_at(self):
        """When the last commit that is under way will have landed."""
        return max((at for at, _ in self._late), default=0)

    def _land(self):
        now = self._clock.now()
        for entry in [entry for entry in self._late if entry[0] <= now]:
            self._late.remove(entry)
            self._commit(entry[1])
        self.receivables.ship(now)

    # -- posting

    @contextmanager
    def session(self):
        self._logon()
        yield _TargetSession(self)

    def reader(self):
        return _Reader(self)

    def post(self, document):
        fault = self._faults.draw("post")
        if fault in _UNDONE:
            self._refuse(fault, document)
        self._check(document)
        if fault == "late":
            self._late.append((self._clock.now() + self._faults.delay_s(self._grace_s), document))
        elif fault != "lost before":
            self._commit(document)
        if fault in {"late", "lost before", "lost after"}:
            raise InDoubt(problem("no answer came"))
        # A clean import does not always say the number of what it made.
        key = "" if fault == "no number" else self.records[-1].key
        return Accepted(key, Exchange("request", "reply"))

    def _refuse(self, fault, document):
        if fault == "refused":
            self.refused.add(document.draft.body.reference)
        raise _UNDONE[fault](problem(f"it was {fault}"))

    def _check(self, document):
        """Note what must never be sent: something for a customer that is not there, or has another currency."""
        body = document.draft.body
        self.receivables.check(body)
        if body.kind in _WITHOUT_CUSTOMER:
            return
        code = body.key_field if body.kind is Kind.CUSTOM_FORM else body.customer
        customer = self.customers().get(code)
        if customer is None:
            self.wrongs.append(f"{document.draft.key} names the customer {code!r}, which does not exist.")
            raise NeedsPerson(problem("no such customer"))
        if body.kind is Kind.SALES_ORDER and body.currency != customer.currency:
            self.wrongs.append(f"{document.draft.key} is in {body.currency}, its customer in {customer.currency}.")

    def _commit(self, document):
        body = document.draft.body
        key = f"{len(self.records) + 1:015}"
        owner = {Kind.CUSTOMER: key, Kind.CUSTOM_FORM: getattr(body, "key_field", "")}.get(body.kind)
        self.records.append(Record(key, body.kind, body.reference, owner or getattr(body, "customer", ""), body))
        self.receivables.commit(key, body, self._clock.now())

    # -- reading

    def clearing_rows(self, codes):
        """Rows of receipts, and of ledger entries on the clearing codes."""
        own = set(codes.values())
        rows = [
            ClearingRow(record.reference, record.key, "receivables", record.customer, record.body.value)
            for record in self.of(Kind.RECEIPT)
        ]
        return rows + [
            ClearingRow(record.reference, record.key, "ledger", "", line.value)
            for record in self.of(Kind.JOURNAL)
            for line in record.body.lines
            if line.ledger_code in own
        ]

    def find(self, documents):
        if self._faults.draw("find"):
            raise Transient(problem("the search failed"))
        return {document.id: tuple(_row(record) for record in self._carriers(document)) for document in documents}

    def read_back(self, documents):
        if self._faults.draw("read_back"):
            raise Transient(problem("it could not be read back"))
        return {document.id: self._differences(document) for document in documents}

    def _carriers(self, document):
        body = document.draft.body
        found = [record for record in self.of(body.kind) if record.reference == body.reference]
        if body.kind is Kind.CUSTOM_FORM:
            return [record for record in found if record.customer == body.key_field]
        return found

    def _differences(self, document):
        bodies = [record.body for record in self._carriers(document)]
        agrees = document.draft.body in bodies
        return () if agrees else (Discrepancy(str(document.draft.key), "read_back", "It is not there as it was sent."),)

    def _logon(self):
        fault = self._faults.draw("logon")
        if fault:
            raise _LOGON[fault](problem(f"logon {fault}"))
        self._land()


#: Kinds that name no customer.
_WITHOUT_CUSTOMER = frozenset(
    {
        *(Kind.CUSTOMER, Kind.CREDIT_NOTE_LINE, Kind.ORDER_INVOICE, Kind.ORDER_CANCEL),
        *(Kind.JOURNAL, Kind.CASH_ENTRY, Kind.BANK_RECEIPT),
    }
)

_UNDONE = {"not delivered": Transient, "unavailable": Unavailable, "refused": NeedsPerson}
_LOGON = {"unavailable": Unavailable, "refused": Misconfigured, "not delivered": Transient}


class _TargetSession:
    def __init__(self, syspro):
        self.find = syspro.find
        self.post = syspro.post
        self.read_back = syspro.read_back


class _Reader:
    """SYSPRO as a source of facts."""

    def __init__(self, syspro):
        self._syspro = syspro

    @contextmanager
    def session(self):
        self._syspro._logon()
        yield self

    def customer(self, code):
        return self._syspro.customers().get(code)

    def customers_by_email(self, email):
        return [customer for customer in self._syspro.customers().values() if customer.email == email]

    def customers_by_tax_number(self, number):
        return [customer for customer in self._syspro.customers().values() if customer.company_tax_number == number]

    def stock(self, codes):
        return {code: self._syspro.stock[code] for code in codes if code in self._syspro.stock}

    def stock_like(self, code):
        return [one for one in self._syspro.stock if one[:1] == code[:1]]

    def open_invoice(self, _):
        return None

    def open_invoices(self, _):
        return ()

    def open_invoices_of_order(self, _):
        return ()

    def receipts(self):
        found = {}
        for record in self._syspro.of(Kind.RECEIPT):
            value = record.body.value
            found[value.currency] = found.get(value.currency, 0) + value.minor
        return found

    def clearing(self, codes):
        found = {currency: Money.zero(currency) for currency in codes}
        for row in self.clearing_rows(codes):
            found[row.value.currency] += row.value
        return {currency: ClearingAccount(money) for currency, money in found.items()}

    def booked_on(self, _):
        return ""

    def taken_from(self, references):
        records = (one for kind in (Kind.RECEIPT, Kind.ADJUSTMENT) for one in self._syspro.of(kind))
        record = next((one for one in records if one.reference in references), None)
        return record.body.allocations[0].invoice if record and record.kind is Kind.RECEIPT else ""

    def find(self, documents):
        return self._syspro.find(documents)

    def order(self, number):
        self._syspro._land()
        return self._syspro.receivables.order(number)

    def orders(self, numbers):
        self._syspro._land()
        return [found for found in map(self._syspro.receivables.order, numbers) if found]

    def order_invoices(self, number):
        return self._syspro.receivables.order_invoices(number)

    def invoice_lines(self, _):
        return ()

    def ordered_lines(self, _):
        return ()

    def on_account(self, reference, _):
        carrier = next((one for one in self._syspro.of(Kind.RECEIPT) if one.reference == reference), None)
        return carrier and self._syspro.receivables.documents.get(("C", f"_CRD{carrier.key}"))

    def ar_document(self, _, number, kind):
        return self._syspro.receivables.documents.get((kind, number))

    def local_currency(self):
        return "usd"

    def periods(self):
        return PeriodState(2026, 11)

    def clearing_rows(self, codes):
        return self._syspro.clearing_rows(codes)


def _customer_of(record):
    return ErpCustomer(record.key, record.body.name, record.body.email, record.body.currency)


def _row(record):
    return ErpRow(record.key, f"{record.kind.value} {record.key} of {record.customer}")
