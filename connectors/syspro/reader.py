"""SYSPRO as a source of facts through COMFND (``agent.ports.ErpReader``); needs no SQL access."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from functools import cached_property

from agent.domain.attempts import ErpRow
from agent.domain.clearing import ClearingAccount
from agent.domain.documents import Document
from agent.domain.errors import Misconfigured, NeedsPerson, Problem
from agent.domain.facts import (
    ClearingRow,
    ErpCustomer,
    ErpOrder,
    InvoiceLine,
    OpenInvoice,
    OrderedLine,
    PeriodState,
    StockItem,
)
from agent.domain.money import Money
from agent.domain.remainders import LedgerRow
from agent.domain.settings import Values
from agent.ports import Clock, SecretStore
from connectors.syspro import balances, clearing, lookups
from connectors.syspro.balances import BalanceRule
from connectors.syspro.finding import Finder
from connectors.syspro.ordered_lines import ordered_lines
from connectors.syspro.receipts import receipt_parts
from connectors.syspro.session import Access, EnetSession
from connectors.syspro.tables import Tables, readable
from connectors.syspro.xml.comfnd import Condition, Row, equal

_CUSTOMER = (
    "Name", "Email", "Currency", "CompanyTaxNumber", "CustomerOnHold", "TaxStatus", "TermsCode", "Branch",
)  # fmt: skip
_STOCK = ("Description", "StockUom", "TaxCode", "ProductClass", "StockOnHold", "SalesOnHold")


class SysproReader:
    """Reads facts through e.net.

    Args:
        values: The settings in force.
        secrets: Where the passwords are.
        clock: Dates the remarks about sessions.
        not_ours: References of rows that another Stripe account of the site has in the same company.
    """

    def __init__(
        self,
        values: Values,
        secrets: SecretStore,
        clock: Clock,
        *,
        not_ours: Callable[[], Collection[str]] = tuple,
        told: Callable[[int], None] = lambda _: None,
    ) -> None:
        self._values = values
        self._not_ours = not_ours
        self._access = Access(values, secrets, clock, told)

    @contextmanager
    def session(self) -> "Iterator[SysproReaderSession]":
        """Log on, alone in this process, and log off at the end.

        Raises:
            Unavailable: When no seat is free, or another session of ours does not end in time.
            Misconfigured: When operator, password or company are refused, or the address cannot be used.
            Transient: When the service cannot be reached.
        """
        with self._access.session() as session:
            yield SysproReaderSession(session, self._values, self._not_ours)

    def close(self) -> None:
        """Close the connections to the service."""
        self._access.close()


class SysproReaderSession:
    """One reading session (``agent.ports.ErpSession``).

    Every method may raise ``Transient`` when SYSPRO does not answer readably, and ``Unavailable`` when COMFND is not
    licensed.
    """

    def __init__(self, session: EnetSession, values: Values, not_ours: Callable[[], Collection[str]]) -> None:
        self._session = session
        self._not_ours = not_ours
        self._values = values
        self._tables = Tables(session, rows=values.integer("syspro.query_rows"))

    def customer(self, code: str) -> ErpCustomer | None:
        """Return the customer with exactly this stored code."""
        return next(iter(self._customers("Customer", [code])), None)

    def customers_by_email(self, email: str) -> Sequence[ErpCustomer]:
        """Return the customers with this e-mail address, as given or in lower case.

        SYSPRO compares case-sensitively (its collation is binary), so other mixtures of capitals are not found.
        """
        wanted = email.strip()
        return self._customers("Email", {wanted, wanted.lower()})

    def customers_by_tax_number(self, number: str) -> Sequence[ErpCustomer]:
        """Return the customers with exactly this company tax number."""
        return self._customers("CompanyTaxNumber", [number.strip()])

    def stock(self, codes: Sequence[str]) -> Mapping[str, StockItem]:
        """Return those of ``codes`` that exist, exactly as spelled."""
        with readable():
            rows = self._tables.matching("InvMaster", _STOCK, "StockCode", codes)
            return {row.text("StockCode"): _stock_item(row) for row in rows}

    def stock_like(self, code: str) -> Sequence[str]:
        """Return stock codes that begin like ``code``, capitals ignored as far as SYSPRO can."""
        with readable():
            return lookups.stock_like(self._tables, code)

    def open_invoice(self, number: str) -> OpenInvoice | None:
        """Return the invoice with this stored number if something of it is open; a credit note is no invoice.

        Raises:
            NeedsPerson: When the number fits documents of several customers, or the balance of a foreign document
                cannot be told.
            Misconfigured: When its currency is in no table of ours.
        """
        has_balance = ((Condition("InvoiceBal1", "GT", "0"),),)
        with readable():
            rows = self._tables.matching("ArInvoice", balances.COLUMNS, "Invoice", [number.strip()], has_balance)
            rows = [row for row in rows if row.text("DocumentType") == "I"]
            if len(rows) > 1:
                raise NeedsPerson(_ambiguous(number, rows))
            return self._open_invoice(rows[0]) if rows else None

    def open_invoices(self, customer: str) -> Sequence[OpenInvoice]:
        """Return the invoices of a customer, as stored, that have something open, by number.

        Raises:
            NeedsPerson: When the balance of a foreign invoice cannot be told.
            Misconfigured: When a currency is in no table of ours.
        """
        with readable():
            return [self._with_order(row) for row in lookups.open_invoices(self._tables, "Customer", customer)]

    def open_invoices_of_order(self, purchase_order: str) -> Sequence[OpenInvoice]:
        """Return the open invoices with this purchase order of the customer, by customer and number; raises as above.

        Our own references stand in that column, too, so a payment's own id finds what was made for it.
        """
        with readable():
            rows = lookups.open_invoices(self._tables, "CustomerPoNumber", purchase_order)
            return [self._with_order(row) for row in rows]

    def booked_on(self, reference: str) -> str:
        """Return the customer on whose account a receipt with this reference stands; empty for none."""
        with readable():
            parts = receipt_parts(self._tables, [("", reference)], self._values).get(reference, [])
        return parts[0].customer if parts else ""

    def taken_from(self, references: Sequence[str]) -> str:
        """Return the document that money with one of these references was taken out of; empty for none."""
        with readable():
            return lookups.taken_from(self._tables, references)

    def find(self, documents: Sequence[Document]) -> Mapping[int, tuple[ErpRow, ...]]:
        """Return, by document id, the rows that carry its reference; none where that proves nothing."""
        with readable():
            return Finder(self._session, self._values).find(documents)

    def order(self, number: str) -> ErpOrder | None:
        """Return the sales order with this number, as stored or not, in whatever state it is; also a credit note.

        Raises:
            NeedsPerson: When the number fits several orders.
        """
        with readable():
            return lookups.order(self._tables, number)

    def orders(self, numbers: Sequence[str]) -> Sequence[ErpOrder]:
        """Return those of the sales orders with these numbers that exist, in as few questions as it takes."""
        with readable():
            return lookups.orders(self._tables, numbers)

    def order_invoices(self, number: str) -> Sequence[OpenInvoice]:
        """Return the invoices of the sales order with this number; a balance may be zero.

        Raises:
            NeedsPerson: When the balance of a foreign invoice cannot be told.
            Misconfigured: When a currency is in no table of ours.
        """
        with readable():
            return [self._open_invoice(row) for row in lookups.order_invoices(self._tables, number)]

    def invoice_lines(self, invoice: OpenInvoice) -> Sequence[InvoiceLine]:
        """Return the lines of an invoice; none where they do not come to it.

        Which currency ArTrnDetail is in for a foreign invoice is not known, so only lines that together come to the
        whole invoice say what each of them comes to.
        """
        with readable():
            rows = lookups.invoice_lines(self._tables, invoice.invoice)
        values: dict[int, Decimal] = {}
        for row in rows:
            number = int(row.number("SalesOrderLine"))
            values[number] = values.get(number, Decimal(0)) + row.number("NetSalesValue") + row.number("TaxValue")
        if invoice.value is None or sum(values.values()) != invoice.value.to_decimal():
            return []
        currency = invoice.value.currency
        return [InvoiceLine(number, Money.from_decimal(value, currency)) for number, value in sorted(values.items())]

    def ordered_lines(self, number: str) -> Sequence[OrderedLine]:
        """Return the lines of a sales order that are not invoiced, as far as their value can be told."""
        with readable():
            return ordered_lines(self._tables, number)

    def on_account(self, reference: str, customer: str) -> OpenInvoice | None:
        """Return the document on account (``_CRDxx``) that a receipt made, a credit; ``None`` if nothing is left.

        Raises:
            NeedsPerson: When something is left of several, or the balance of a foreign one cannot be told.
            Misconfigured: When its currency is in no table of ours.
        """
        with readable():
            row = lookups.on_account(self._tables, reference, customer)
            return None if row is None else self._open_invoice(row)

    def ar_document(self, customer: str, invoice: str, document_type: str) -> OpenInvoice | None:
        """Return one document of a customer's account, open or not; below zero for a credit.

        Raises:
            NeedsPerson: When the number fits several, or the balance of a foreign document cannot be told.
            Misconfigured: When its currency is in no table of ours.
        """
        with readable():
            row = lookups.ar_document(self._tables, customer, invoice, document_type)
            return None if row is None else self._open_invoice(row)

    def local_currency(self) -> str:
        """Return Stripe's code of the company's own currency.

        Raises:
            Misconfigured: When SYSPRO's code of it is in no table of ours.
        """
        return self._stripe_code(self._local_currency)

    def periods(self) -> PeriodState:
        """Return which months are open, as they were when this session first read them.

        Raises:
            Misconfigured: When the ledger has no control record of the company.
        """
        return self._periods

    def clearing_rows(self, ledger_codes: Mapping[str, str]) -> Sequence[ClearingRow]:
        """Return every row of SYSPRO's that carries a reference of ours and moves a clearing account.

        Raises:
            Misconfigured: When a receipt's currency is in no table of ours.
        """
        with readable():
            rows = clearing.clearing_rows(
                self._tables,
                self._values,
                ledger_codes,
                local=self._local_currency,
                stripe_code=self._stripe_code,
            )
        # Asked for after the rows were read: whoever sends one notes its reference before.
        not_ours = self._not_ours()
        return [row for row in rows if row.reference not in not_ours]

    def ledger_rows(self, ledger_codes: Sequence[str]) -> Sequence[LedgerRow]:
        """Return every row of the ledger on these codes, but those of another Stripe account of the site."""
        with readable():
            rows = [row for code in ledger_codes for row in self._ledger_rows(code)]
        not_ours = self._not_ours()
        return [row for row in rows if row.reference not in not_ours]

    def clearing(self, ledger_codes: Mapping[str, str]) -> Mapping[str, ClearingAccount]:
        """Return, by Stripe currency, the clearing ledger code: its balance in that currency, and whose entries it has.

        Sums GenJournalDetail: EntryValue for the local currency, else CurrencyValue of the entries in that currency;
        debit is positive. Source: reference, section 3.5 (columns seen; signs inferred for CurrencyValue).
        """
        with readable():
            return {currency: self._clearing(currency, code) for currency, code in ledger_codes.items() if code}

    def _customers(self, column: str, texts: Iterable[str]) -> list[ErpCustomer]:
        with readable():
            rows = self._tables.matching("ArCustomer", _CUSTOMER, column, texts)
            return [_customer(row) for row in rows]

    def _open_invoice(self, row: Row) -> OpenInvoice:
        rule = BalanceRule(self._values.text("receipts.foreign_balance"), self._local_currency)
        currency = self._stripe_code(row.text("PostCurrency"))
        return OpenInvoice(
            row.text("Customer"),
            row.text("Invoice"),
            row.text("DocumentType"),
            rule.balance(row, currency),
            value=Money.from_decimal(row.number("CurrencyValue"), currency),
            tax=rule.tax(row, currency),
        )

    def _with_order(self, row: Row) -> OpenInvoice:
        return replace(self._open_invoice(row), purchase_order=row.text("CustomerPoNumber"))

    def _clearing(self, currency: str, ledger_code: str) -> ClearingAccount:
        code, local = self._values.table("currencies.to_syspro").get(currency, ""), self._local_currency
        if code == local:
            return clearing.account(self._tables, ledger_code, currency, "", currency)
        return clearing.account(self._tables, ledger_code, currency, code, self._stripe_code(local))

    def _ledger_rows(self, code: str) -> Iterator[LedgerRow]:
        columns = ("Reference", "EntryValue", "CurrencyValue", "PostCurrency")
        for row in self._tables.select("GenJournalDetail", columns, equal("GlCode", code)):
            local = self._local_currency
            currency = row.text("PostCurrency") or local
            value = row.number("EntryValue" if currency == local else "CurrencyValue")
            yield LedgerRow(row.text("Reference"), code, currency, value, row.number("EntryValue"), local)

    @cached_property
    def _periods(self) -> PeriodState:
        with readable():
            return clearing.periods(self._tables, self._values)

    @cached_property
    def _local_currency(self) -> str:
        return self._session.profile().text("LocalCurrencyCode")

    def _stripe_code(self, syspro: str) -> str:
        table = self._values.table("currencies.to_syspro")
        found = next((stripe for stripe, code in table.items() if code.strip() == syspro), "")
        if not found:
            raise Misconfigured(_unmapped(syspro))
        return found


def _customer(row: Row) -> ErpCustomer:
    return ErpCustomer(
        code=row.text("Customer"),
        name=row.text("Name"),
        email=row.text("Email"),
        currency=row.text("Currency"),
        company_tax_number=row.text("CompanyTaxNumber"),
        on_hold=row.text("CustomerOnHold") == "Y",
        tax_status=row.text("TaxStatus") or "N",
        terms=row.text("TermsCode"),
        branch=row.text("Branch"),
    )


def _stock_item(row: Row) -> StockItem:
    return StockItem(
        code=row.text("StockCode"),
        description=row.text("Description"),
        uom=row.text("StockUom"),
        tax_code=row.text("TaxCode"),
        product_class=row.text("ProductClass"),
        # A full hold (F) stops sales; a partial one (P) only where SalesOnHold says so. The letters are convention.
        on_hold=row.text("StockOnHold") in {"F", "Y"} or row.text("SalesOnHold") == "Y",
    )


def _ambiguous(number: str, rows: list[Row]) -> Problem:
    owners = ", ".join(row.text("Customer") for row in rows)
    return Problem(
        title="An invoice number fits several documents",
        message=f"Invoice {number} is open for more than one customer or kind of document: {owners}.",
        press="Name the customer of the payment in Stripe's metadata, then press Retry.",
        code="syspro.invoice_ambiguous",
    )


def _unmapped(code: str) -> Problem:
    return Problem(
        title="A SYSPRO currency is unknown",
        message=f"SYSPRO's currency {code!r} is in no row of the currency table.",
        press="Add it to the setting currencies.to_syspro.",
        code="syspro.currency_unmapped",
    )
