"""Whatever documents come, in whatever order: the ledger balances and every sub-ledger agrees with it."""

import shutil
import tempfile
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.syspro import ledger_balance, open_syspro, trial_balance
from connectors.sandbox.syspro.money import currency
from connectors.sandbox.syspro.orders import outstanding_value
from connectors.sandbox.syspro.periods import month_end
from connectors.sandbox.syspro.service import Request

NOON = 1_796_126_400

CUSTOMERS = {"1": "USD", "3": "USD", "8": "USD", "17": "USD", "101": "EUR", "201": "JPY", "301": "GBP", "902": "EUR"}
STOCK = ("A100", "RARE-CHISEL", "BOLT-M8X20", "BOOK-KNOTS", "HOSE 3/4 IN")

values = st.decimals("-60", "400", places=2).map(str)
customers = st.sampled_from(sorted(CUSTOMERS))
numbers = st.integers(0, 6)
rates = st.sampled_from(["", "1.1", "0.0071", "0.9"])


def order(customer: str, lines: list, freight: str, status: str) -> tuple[str, str]:
    stock = "".join(
        f"<StockLine><CustomerPoLine>{n}</CustomerPoLine><LineActionType>A</LineActionType><StockCode>{code}</StockCode>"
        f"<OrderQty>{quantity}</OrderQty><OrderUom>{'MT' if code.startswith('HOSE') else 'EA'}</OrderUom>"
        f"<LineDiscPercent1>{discount}</LineDiscPercent1></StockLine>"
        for n, (code, quantity, discount) in enumerate(lines, 1)
    )
    charge = f"<FreightLine><CustomerPoLine>50</CustomerPoLine><FreightValue>{freight}</FreightValue><FreightTaxCode>A</FreightTaxCode></FreightLine>"
    header = f"<OrderHeader><Customer>{customer}</Customer><OrderActionType>A</OrderActionType></OrderHeader>"
    document = f"<S><Orders>{header}<OrderDetails>{stock}{charge}</OrderDetails></Orders></S>"
    parameters = f"<S><Parameters><CheckForCustomerPoNumbers>N</CheckForCustomerPoNumbers><OrderStatus>{status}</OrderStatus><AllocationAction>A</AllocationAction></Parameters></S>"
    return document, parameters


lines = st.lists(
    st.tuples(st.sampled_from(STOCK), st.integers(1, 4), st.sampled_from(["0", "12.5"])), min_size=1, max_size=3
)
documents = st.one_of(
    st.tuples(st.just("order"), customers, lines, values, st.sampled_from("18")),
    st.tuples(st.just("invoice"), numbers, st.sampled_from("CPB")),
    st.tuples(st.just("credit"), numbers),
    st.tuples(st.just("cancel"), numbers),
    st.tuples(st.just("change"), numbers, st.integers(1, 6)),
    st.tuples(
        st.just("receipt"), customers, values, rates, st.sampled_from("NYU"), st.sampled_from("CPB"), st.booleans()
    ),
    st.tuples(st.just("note"), customers, values, st.sampled_from("ICD"), rates, st.booleans()),
    st.tuples(st.just("journal"), values, values, st.sampled_from(["", "EUR", "JPY"])),
    st.tuples(
        st.just("cash"),
        st.sampled_from(["STRIPE-USD", "STRIPE-EUR", "STRIPE-JPY"]),
        values,
        st.sampled_from("DW"),
        rates,
    ),
    st.tuples(st.just("month end")),
)


class Driver:
    """Sends documents straight to the service, without HTTP, for speed."""

    def __init__(self, sandbox) -> None:
        self.sandbox = sandbox
        self.books = sandbox.books
        logon = Request("Logon", {"operator": "ADMIN", "companyid": "A"})
        self.token = sandbox.service.answer(logon)

    def post(self, name: str, document: str, parameters: str = "") -> str:
        arguments = {"userid": self.token, "businessobject": name, "xmlin": document, "xmlparameters": parameters}
        return self.sandbox.service.answer(Request("Transaction/Post", arguments))

    def play(self, document: tuple) -> str:
        kind, *told = document
        return getattr(self, kind.replace(" ", "_"))(*told)

    def order(self, *told) -> str:
        return self.post("SORTOI", *order(*told))

    def invoice(self, number: int, period: str) -> str:
        document = f"<P><Item><SalesOrder>{self.existing('SorMaster', 'SalesOrder', number)}</SalesOrder></Item></P>"
        return self.post("SORTIC", document, f"<P><Parameters><PostingPeriod>{period}</PostingPeriod></Parameters></P>")

    def existing(self, table: str, column: str, number: int) -> str:
        """Return one of the keys there are, so that most documents meet something."""
        found = [row.text(column) for row in self.books.rows(table, f"1 ORDER BY {column}")]
        return found[number % len(found)] if found else "999999"

    def credit(self, number: int) -> str:
        invoice = self.existing("ArTrnSummary", "Invoice", number)
        return self.post("SORTCI", f"<P><Item><InvoiceNumber>{invoice}</InvoiceNumber></Item></P>")

    def cancel(self, number: int) -> str:
        return self.post(
            "SORTOX", f"<P><Item><SalesOrder>{self.existing('SorMaster', 'SalesOrder', number)}</SalesOrder></Item></P>"
        )

    def change(self, number: int, quantity: int) -> str:
        line = f"<StockLine><CustomerPoLine>1</CustomerPoLine><LineActionType>C</LineActionType><OrderQty>{quantity}</OrderQty></StockLine>"
        header = f"<OrderHeader><OrderActionType>C</OrderActionType><SalesOrder>{self.existing('SorMaster', 'SalesOrder', number)}</SalesOrder></OrderHeader>"
        document = f"<S><Orders>{header}<OrderDetails>{line}</OrderDetails></Orders></S>"
        return self.post("SORTOI", document, "<S><Parameters><AllocationAction>A</AllocationAction></Parameters></S>")

    def receipt(self, customer: str, value: str, rate: str, correct: str, period: str, pays: bool) -> str:  # noqa: FBT001
        key = customer.zfill(15)
        item = next(iter(self.books.rows("ArInvoice", "Customer = ? AND InvoiceBal1 <> 0 LIMIT 1", key)), None)
        line = ""
        if pays and item is not None:
            gross = min(abs(Decimal(value)), abs(item.number("InvoiceBal1"))).copy_sign(item.number("InvoiceBal1"))
            line = f"<InvoiceToPay><TransactionType>{item.text('DocumentType')}</TransactionType><Invoice>{item.text('Invoice')}</Invoice><GrossPaymentValue>{gross}</GrossPaymentValue></InvoiceToPay>"
        payment = (
            f"<Customer>{customer}</Customer><PaymentValue>{value}</PaymentValue><JournalNotation>x</JournalNotation>"
            f"<Bank>STRIPE-{CUSTOMERS[customer]}</Bank><DefaultExchangeRateToUse>{rate}</DefaultExchangeRateToUse>{line}"
        )
        parameters = f"<P><Parameters><AutoCorrectPaymentValue>{correct}</AutoCorrectPaymentValue><PostingPeriod>{period}</PostingPeriod></Parameters></P>"
        return self.post("ARSTPY", f"<P><Item><Payment>{payment}</Payment></Item></P>", parameters)

    def note(self, customer: str, value: str, kind: str, rate: str, existing: bool) -> str:  # noqa: FBT001
        item = next(
            iter(self.books.rows("ArInvoice", "Customer = ? AND DocumentType = 'I' LIMIT 1", customer.zfill(15))), None
        )
        more = (
            f"<PostToExistingInvoice>Y</PostToExistingInvoice><Invoice>{item.text('Invoice')}</Invoice>"
            if existing and item
            else ""
        )
        told = (
            f"<TransactionType>{kind}</TransactionType><Customer>{customer}</Customer><InvoiceValue>{value}</InvoiceValue>"
            f"<TaxValue>0.07</TaxValue><ProductClass>TOOL</ProductClass><ExchangeRate>{rate}</ExchangeRate>"
            f"<GenerateInvoiceNumber>Y</GenerateInvoiceNumber>{more}"
        )
        return self.post("ARSTIN", f"<P><Item>{told}</Item></P>")

    def journal(self, first: str, second: str, code: str) -> str:
        amounts = {"6110-000": first, "1010-000": second, "1310-000": str(-Decimal(first) - Decimal(second))}
        entries = "".join(
            f"<JournalDetails><LedgerCode>{account}</LedgerCode><EntryAmount>{amount}</EntryAmount></JournalDetails>"
            for account, amount in amounts.items()
        )
        return self.post(
            "GENTJL", f"<P><Item><PostJournal>Y</PostJournal><Currency>{code}</Currency>{entries}</Item></P>"
        )

    def cash(self, bank: str, value: str, way: str, rate: str) -> str:
        told = (
            f"<Bank>{bank}</Bank><DepositOrWithdrawal>{way}</DepositOrWithdrawal><TransactionValue>{value}</TransactionValue>"
            f"<ExchangeRate>{rate}</ExchangeRate><LedgerDistribution><LedgerCode>6110-000</LedgerCode><LedgerValue>{value}</LedgerValue></LedgerDistribution>"
        )
        return self.post("CSHTWD", f"<P><Item><AddTransaction>{told}</AddTransaction></Item></P>")

    def month_end(self) -> str:
        month_end(self.books)
        return "<done/>"


def check(driver: Driver) -> None:
    books, connection = driver.books, driver.sandbox.connection
    assert trial_balance(connection) == 0
    items = books.rows("ArInvoice")
    local = [
        currency(books, item.text("PostCurrency")).at(item.number("ConvRate")).local(item.number("InvoiceBal1"))
        for item in items
    ]
    assert sum(local) == ledger_balance(connection, "1100-000")[0]
    owed: dict[str, Decimal] = defaultdict(Decimal)
    for item in items:
        owed[item.text("Customer")] += item.number("InvoiceBal1")
    for balance in books.rows("ArCustomerBal"):
        assert balance.number("CurrentBalance1") == owed[balance.text("Customer")]
    check_orders(books)
    for control in books.rows("GenJournalCtl"):
        assert control.number("DebitAmount") == control.number("CreditAmount")


def check_orders(books) -> None:
    allocated: dict[str, Decimal] = defaultdict(Decimal)
    outstanding: dict[str, Decimal] = defaultdict(Decimal)
    for found in books.rows("SorMaster", "CancelledFlag = 'N' AND DocumentType <> 'C'"):
        outstanding[found.text("Customer")] += outstanding_value(books, found.text("SalesOrder"))
        for line in books.rows("SorDetail", "SalesOrder = ? AND MInvoicePrinted <> 'Y'", found.text("SalesOrder")):
            allocated[line.text("MStockCode")] += line.number("MShipQty")
    for held in books.rows("InvWarehouse"):
        assert held.number("QtyAllocated") == allocated[held.text("StockCode")]
        assert held.number("QtyOnHand") >= 0
    for customer in books.rows("ArCustomer"):
        assert customer.number("OutstOrdVal") == outstanding[customer.text("Customer")]


@given(st.lists(documents, max_size=25))
def test_every_sub_ledger_agrees_with_a_ledger_that_balances(founded, told):
    with tempfile.TemporaryDirectory() as home:
        shutil.copy(founded, home)
        sandbox = open_syspro(Path(home), clock=SandboxClock(NOON))
        try:
            driver = Driver(sandbox)
            for document in told:
                assert driver.play(document).startswith("<"), document
            check(driver)
        finally:
            sandbox.close()


def test_a_refused_document_leaves_no_trace(enet, order, payment):
    def everything() -> list[str]:
        own = ("sqlite_", "_sandbox")
        return [line for line in enet.sandbox.connection.iterdump() if not any(name in line for name in own)]

    before = everything()
    enet.post(
        "SORTOI",
        order(lines=[{"CustomerPoLine": 1, "StockCode": "A100", "OrderQty": 1, "OrderUom": "EA"}, {"StockCode": "X"}]),
    )
    enet.post(
        "SORTOI",
        order(customer="11", lines=[{"StockCode": "A180", "OrderQty": 9, "OrderUom": "EA"}]),
        AcceptOrdersIfNoCredit="N",
    )
    enet.post("ARSTPY", [payment("5.00"), payment("5.00", customer="777")], AutoCorrectPaymentValue="U")
    enet.post("ARSTPY", payment("5.00"), AutoCorrectPaymentValue="U", ValidateOnly="Y")
    enet.post(
        "GENTJL",
        {
            "JournalDetails": [
                {"LedgerCode": "1010-000", "EntryAmount": "1"},
                {"LedgerCode": "1310-000", "EntryAmount": "-2"},
            ]
        },
    )
    assert everything() == before
