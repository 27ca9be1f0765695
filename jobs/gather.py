"""Gather what a decision about one subject needs from SYSPRO and from our own outbox: nothing is asked twice."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from decimal import Decimal

from agent.domain.allocations import ALLOCATION, subject_for
from agent.domain.cases.converted_dispute import OF_RATE
from agent.domain.cases.dispute_case import dispute_reference
from agent.domain.cases.given_back import TAKES_MONEY, lane_of
from agent.domain.cases.lost_dispute import is_booked
from agent.domain.cases.named_lines import names_lines
from agent.domain.cases.open_lines import cancels_lines
from agent.domain.cases.reckoned import numbers_to_read
from agent.domain.cases.refund_references import money_references
from agent.domain.cases.reversal import is_on_its_way, is_returned, number_of_note
from agent.domain.disputes import is_lost
from agent.domain.documents import WITHDRAWN, Document
from agent.domain.errors import NeedsPerson
from agent.domain.events import BalanceTransaction
from agent.domain.facts import (
    CustomerMatch,
    ErpCustomer,
    ErpFacts,
    ErpOrder,
    Facts,
    OpenInvoice,
    OwnDocument,
    PeriodState,
    ReadNote,
    StockItem,
    StripeFacts,
)
from agent.domain.fitting import DoesNotFitError
from agent.domain.json_reader import BadJsonError
from agent.domain.kinds import Adjustment, Allocation, Body, Journal, Kind, Receipt
from agent.domain.money import UnknownCurrencyError
from agent.domain.nearest import nearest_codes
from agent.domain.needs import Needs, needs_of
from agent.domain.posting import OPEN_INVOICES, ORDERS, SUMMARY, mode_for
from agent.domain.settings import Values
from agent.ports import ErpReader, ErpSession, Ledger, Links, Outbox, Sent


@dataclass(slots=True)
class Asking:
    """SYSPRO's answers for one batch: logged on at the first question, nothing asked twice."""

    erp: ErpReader
    stack: ExitStack
    _session: ErpSession | None = None
    _periods: PeriodState | None = None
    _known: dict[str, StockItem | None] = field(default_factory=dict)
    _customers: dict[str, ErpCustomer | None] = field(default_factory=dict)
    _like: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def session(self) -> ErpSession:
        """The session; logged on at the first question."""
        if self._session is None:
            self._session = self.stack.enter_context(self.erp.session())
        return self._session

    def periods(self) -> PeriodState:
        """Return which months are open, as of the first time it was asked."""
        if self._periods is None:
            self._periods = self.session.periods()
        return self._periods

    def stock(self, codes: tuple[str, ...]) -> Mapping[str, StockItem]:
        """Return those of the stock codes that exist."""
        unknown = [code for code in codes if code not in self._known]
        if unknown:
            found = self.session.stock(unknown)
            self._known.update({code: found.get(code) for code in unknown})
        return {code: item for code in codes if (item := self._known[code]) is not None}

    def nearest_stock(self, codes: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
        """Return, for those of the stock codes that do not exist, the nearest that do."""
        lacking = [code for code in codes if self._known[code] is None]
        for code in lacking:
            if code not in self._like:
                self._like[code] = nearest_codes(code, self.session.stock_like(code))
        return {code: self._like[code] for code in lacking}

    def customer(self, code: str) -> ErpCustomer | None:
        """Return the customer with this stored code, if there is one."""
        if code and code not in self._customers:
            self._customers[code] = self.session.customer(code)
        return self._customers.get(code)

    def matches(self, needs: Needs) -> tuple[CustomerMatch, ...]:
        """Return the customers that may be the payer; a weaker reason is asked for only when stronger ones fail."""
        if needs.customer_code:
            customer = self.customer(needs.customer_code)
            return () if customer is None else (CustomerMatch(customer, "metadata"),)
        found = self.session.customers_by_email(needs.email) if needs.email else ()
        if found:
            return tuple(CustomerMatch(customer, "email") for customer in found)
        found = self.session.customers_by_tax_number(needs.tax_number) if needs.tax_number else ()
        return tuple(CustomerMatch(customer, "tax_id") for customer in found)


@dataclass(frozen=True, slots=True)
class Gather:
    """Asks by the type of the subject.

    Attributes:
        company: SYSPRO company.
        policy: The deciding settings.
        links: Known customers.
        outbox: Our own documents.
        ledger: Our copy of Stripe's journal.
    """

    company: str
    policy: Values
    links: Links
    outbox: Outbox
    ledger: Ledger

    def ours(self, stripe: StripeFacts) -> tuple[OwnDocument, ...]:
        """Return our own documents about the subject, and about the payment behind it."""
        if stripe.subject_type == "charge":
            return ()
        charge = stripe.payment
        found = self.outbox.about([stripe.subject, *filter(None, [charge])])
        if stripe.subject_type == "dispute":
            # What was withdrawn books nothing of it.
            found = [one for one in found if one.reason_code != WITHDRAWN]
        if charge:
            known = {document.id for document in found}
            others = self.outbox.refunds_in(self.company, lane_of(charge))
            others += self._late_notes(charge)
            found += [one for one in others if one.id not in known and one.reason_code != WITHDRAWN]
        return tuple(self._own(document) for document in found)

    def _late_notes(self, charge: str) -> list[Document]:
        """Return the notes for what was given back of a payment before its order was invoiced."""
        about = self.outbox.about([subject_for(charge)])
        return [one for one in about if one.draft.key.kind in {Kind.AR_DOCUMENT, Kind.CREDIT_NOTE}]

    def erp(self, facts: Facts, asking: Asking) -> ErpFacts:
        """Return what SYSPRO says about the subject of ``facts``. Raises what the session raises."""
        stripe = facts.stripe
        gather: Mapping[str, Callable[[], ErpFacts]] = {
            "charge": lambda: self._payment(facts, asking),
            "refund": lambda: self._refund(stripe, facts.ours, asking),
            "dispute": lambda: self._dispute(stripe, facts.ours, asking),
            ALLOCATION: lambda: self._allocation(stripe, facts.ours, asking),
        }
        journals: Callable[[], ErpFacts] = lambda: ErpFacts(periods=asking.periods())  # noqa: E731 - a default
        return gather.get(stripe.subject_type, journals)()

    def _payment(self, facts: Facts, asking: Asking) -> ErpFacts:
        """Ask what the payment's posting mode needs; a part of a summary journal needs nothing."""
        stripe = facts.stripe
        try:
            needs = needs_of(stripe, self.policy, facts.edits)
        except (BadJsonError, UnknownCurrencyError, DoesNotFitError):
            return ErpFacts()  # decide() meets the same and holds the payment with the reason
        mode = mode_for(facts, needs.day, self.policy)
        if mode == SUMMARY:
            return ErpFacts()
        link = self.links.find(self.company, "customer", needs.party) if needs.party else None
        payer = ErpFacts(
            link=link,
            payer=asking.customer(link.erp_key if link else needs.guest_code),
            matches=() if link else asking.matches(needs),
            stock=asking.stock(needs.stock_codes) if mode == ORDERS else {},
            nearest_stock=asking.nearest_stock(needs.stock_codes) if mode == ORDERS else {},
            local_currency=self._local(stripe, asking),
            periods=self._periods(asking),
        )
        return self._open(payer, needs, asking) if mode == OPEN_INVOICES else _named(payer, needs, asking)

    def _open(self, payer: ErpFacts, needs: Needs, asking: Asking) -> ErpFacts:
        """Ask for the open invoices that the payment names, or for those of the order it names, or of the payer."""
        session = asking.session
        found = [invoice for number in needs.invoices if (invoice := session.open_invoice(number)) is not None]
        if not found and not needs.invoices_explicit:
            ordered = needs.purchase_order
            owner = "" if ordered else _owner(payer, needs)
            found += session.open_invoices_of_order(ordered) if ordered else ()
            found += session.open_invoices(owner) if owner else ()
        # What is not open (any more) may have been paid by this very payment, before a database was restored.
        return replace(payer, open_invoices=tuple(found), booked_on=session.booked_on(needs.reference))

    def _local(self, stripe: StripeFacts, asking: Asking) -> str:
        """Return the company's own currency where Stripe has converted money; nothing else asks for it."""
        source = stripe.objects.get("refund") or stripe.objects.get("charge") or {}
        converts = any(one.currency != source.get("currency") for one in stripe.balance_transactions)
        return asking.session.local_currency() if converts else ""

    def rests(self, stripe: StripeFacts, unnamed: Sequence[BalanceTransaction]) -> Mapping[str, int]:
        """Return, for a payout, what SYSPRO's rates left over of the converted amounts that it settles.

        Args:
            stripe: The subject.
            unnamed: What goes with a payout although Stripe does not name it.
        """
        if stripe.subject_type != "payout":
            return {}
        ids = [one.id for one in (*stripe.balance_transactions, *unnamed)]
        return self.ledger.rests(self.company, ids, stripe.subject)

    def _refund(self, stripe: StripeFacts, ours: tuple[OwnDocument, ...], asking: Asking) -> ErpFacts:
        """Ask how the payment stands by now: whether its order is invoiced, and what is left of its money."""
        charge = stripe.payment
        posted = {one.kind: one for one in ours if one.erp_key and one.stripe_id == charge}
        receipt, order = posted.get(Kind.RECEIPT.value), posted.get(Kind.SALES_ORDER.value)
        document = posted.get(Kind.AR_DOCUMENT.value)
        if receipt is None:
            return ErpFacts()
        session = asking.session
        found = session.order(order.erp_key) if order else None
        invoices = tuple(session.order_invoices(order.erp_key)) if order and found and found.invoiced else ()
        # Where there is no order, the payment paid invoices: one of ours, or those that SYSPRO had already.
        numbers = [] if order else [document.erp_key] if document else [one.invoice for one in receipt.allocations]
        left = self._on_account(charge, receipt.customer, ours, session)
        named = names_lines(stripe, self.policy)
        asked = (session.ar_document(receipt.customer, number, "I") for number in numbers)
        invoices += tuple(one for one in asked if one is not None)
        return ErpFacts(
            taken_from=session.taken_from(references) if (references := _forgotten_references(stripe, ours)) else "",
            order=found,
            invoices=invoices,
            invoice_lines=tuple(session.invoice_lines(invoices[0])) if order and invoices and named else (),
            open_lines=tuple(session.ordered_lines(found.number)) if found and self._goes(found, named=named) else (),
            on_account=next(iter(left), None),
            also_on_account=tuple(left[1:]),
            local_currency=self._local(stripe, asking),
            periods=self._periods(asking, needed=self.policy.text("refunds.money") != "receipt"),
            credit_note=self._credit_note(stripe, ours, asking),
            notes=_notes(receipt.customer, [one for one in ours if one.stripe_id != stripe.subject], asking),
        )

    def _goes(self, order: ErpOrder, *, named: bool) -> bool:
        """Say whether lines that a refund names may be cancelled on its order."""
        return named and cancels_lines(self.policy) and not order.invoiced and not order.cancelled

    def waits_for_note(self, stripe: StripeFacts) -> bool:
        """Say whether a refund whose money came back has a credit note that is still on its way to SYSPRO."""
        return is_returned(stripe) and is_on_its_way(stripe, self.ours(stripe))

    def erp_of_then(self, sent: Sent, stripe: StripeFacts, asking: Asking) -> ErpFacts:
        """Return what SYSPRO said when something was sent; a credit note that is to be reversed, as it is now."""
        if not is_returned(stripe) or any(key.purpose.partition("#")[0] == "debit" for key in sent.keys):
            return sent.facts.erp
        return replace(sent.facts.erp, credit_note=self._credit_note(stripe, self.ours(stripe), asking))

    def ours_of_then(self, sent: Sent, stripe: StripeFacts) -> tuple[OwnDocument, ...]:
        """Return our own documents when something was sent; what is booked of a dispute's rate, as it is now.

        That stays where, and with the text, with which it was booked.
        """
        others = (one for one in sent.facts.ours if one.stripe_id != stripe.subject or one.purpose not in OF_RATE)
        now = self.ours(stripe) if stripe.subject_type == "dispute" else ()
        return (*others, *(one for one in now if one.stripe_id == stripe.subject and one.purpose in OF_RATE))

    def _credit_note(self, stripe: StripeFacts, ours: tuple[OwnDocument, ...], asking: Asking) -> ReadNote | None:
        """Return the credit note whose tax SYSPRO has reckoned, where the refund's money came back."""
        if not is_returned(stripe):
            return None
        number = number_of_note(stripe, ours)
        if not number:
            return ReadNote()
        paid = (one.customer for one in ours if _is_receipt(one, "payment") and one.stripe_id == stripe.payment)
        return _note(next(paid, ""), number, asking)

    def _on_account(
        self, charge: str, customer: str, ours: tuple[OwnDocument, ...], session: ErpSession
    ) -> list[OpenInvoice]:
        """Return where the payment's money is on account, most of it first: what came back stands by itself.

        A receipt that was posted again has a reference of its own.
        """
        paid = [one.reference for one in ours if _is_receipt(one, "payment") and one.stripe_id == charge]
        returned = [one.reference for one in ours if _is_receipt(one, "returned")]
        found = [left for reference in (*paid, *returned) if (left := session.on_account(reference, customer))]
        return sorted(found, key=lambda document: document.balance.minor)

    def _dispute(self, stripe: StripeFacts, ours: tuple[OwnDocument, ...], asking: Asking) -> ErpFacts:
        """Ask which months are open, and about the sale, which a lost dispute may take back."""
        asks = is_lost(stripe) or _waits_for_note(stripe, ours)
        known = self._refund(stripe, ours, asking) if asks else ErpFacts()
        return replace(known, periods=asking.periods())

    def _allocation(self, stripe: StripeFacts, ours: tuple[OwnDocument, ...], asking: Asking) -> ErpFacts:
        """Ask what is left on account of a payment, and how the invoices of its order stand."""
        charge = stripe.payment
        own = {one.kind: one for one in ours if one.stripe_id == charge and one.erp_key}
        receipt, sale = own.get(Kind.RECEIPT.value), own.get(Kind.SALES_ORDER.value)
        if receipt is None or sale is None:
            return ErpFacts()
        session = asking.session
        left = self._on_account(charge, receipt.customer, ours, session)
        if not left and not any(one.root in TAKES_MONEY for one in ours):
            return ErpFacts()
        return ErpFacts(
            on_account=next(iter(left), None),
            also_on_account=tuple(left[1:]),
            order=session.order(sale.erp_key),
            invoices=tuple(session.order_invoices(sale.erp_key)),
            periods=self._periods(asking),
            notes=_notes(receipt.customer, ours, asking),
        )

    def _periods(self, asking: Asking, *, needed: bool = False) -> PeriodState | None:
        """Return which months are open, where the policy for receivables, or something else, needs to know."""
        return asking.periods() if needed or self.policy.text("periods.receivables") != "current" else None

    def _own(self, document: Document) -> OwnDocument:
        draft = document.draft
        link = self.links.find(self.company, "customer", draft.party) if draft.party else None
        return OwnDocument(
            kind=draft.key.kind.value,
            purpose=draft.key.purpose,
            stripe_id=draft.key.stripe_id,
            state=document.state.value,
            erp_key=document.erp_key,
            customer=str(getattr(draft.body, "customer", "")) or (link.erp_key if link else ""),
            amount=draft.amount,
            document=_paid_by(draft.body),
            flow=draft.flow,
            allocations=_allocated(draft.body),
            reference=draft.body.reference,
            rate=getattr(draft.body, "exchange_rate", Decimal(0)),
            tax=getattr(draft.body, "tax", None),
            bank=str(getattr(draft.body, "bank", "")),
            lines=draft.body.lines if isinstance(draft.body, Journal) else (),
        )


def _notes(customer: str, ours: Sequence[OwnDocument], asking: Asking) -> tuple[ReadNote, ...]:
    """Return the credit notes among our documents whose tax SYSPRO has reckoned: what is left of it is for others."""
    return tuple(_note(customer, number, asking) for number in numbers_to_read(ours))


def _note(customer: str, number: str, asking: Asking) -> ReadNote:
    try:
        return ReadNote(number, asking.session.ar_document(customer, number, "C"))
    except NeedsPerson as error:
        return ReadNote(number, why=" ".join(filter(None, (error.problem.message, error.problem.press))))


def _is_receipt(one: OwnDocument, purpose: str) -> bool:
    return one.kind == Kind.RECEIPT.value and one.root == purpose and bool(one.erp_key)


def _waits_for_note(stripe: StripeFacts, ours: tuple[OwnDocument, ...]) -> bool:
    """Say whether a dispute's credit note is to be sent still, although it may have been overturned since."""
    return any(one.root == "credit" and not one.sent for one in ours if one.stripe_id == stripe.subject)


def _forgotten_references(stripe: StripeFacts, ours: tuple[OwnDocument, ...]) -> tuple[str, ...]:
    """Return our references of what takes money out of receivables, where our own database has sent none of it."""
    own = [one for one in ours if one.stripe_id == stripe.subject and one.sent]
    if stripe.subject_type == "refund":
        return () if own else money_references(stripe.subject)
    return () if is_booked(own) else (dispute_reference(stripe.subject, "BA"),)


def _owner(payer: ErpFacts, needs: Needs) -> str:
    """Return the customer whose open invoices may be the payer's; empty where there is none, or several may be."""
    if payer.link is not None:
        return payer.link.erp_key
    owners = [match.customer.code for match in payer.matches if match.customer.currency == needs.currency]
    return owners[0] if len(owners) == 1 else ""


def _named(payer: ErpFacts, needs: Needs, asking: Asking) -> ErpFacts:
    """Ask for the open invoice that the payment names."""
    if not needs.invoice:
        return payer
    invoice = asking.session.open_invoice(needs.invoice)
    # An invoice that is not open may have been paid by this very payment, before a database was restored.
    booked_on = asking.session.booked_on(needs.reference) if invoice is None else ""
    return replace(payer, open_invoice=invoice, booked_on=booked_on)


def _paid_by(body: Body) -> str:
    if isinstance(body, Adjustment):
        return body.invoice
    return body.allocations[0].invoice if isinstance(body, Receipt) and body.allocations else ""


def _allocated(body: Body) -> tuple[Allocation, ...]:
    if isinstance(body, Adjustment):
        return (Allocation(body.invoice, -body.value, body.transaction_type),)
    return body.allocations if isinstance(body, Receipt) else ()
