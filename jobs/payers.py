"""Who pays, and whom Stripe's invoices are for: a SYSPRO customer's Stripe customer, linked, known, or made."""

import hashlib
from dataclasses import dataclass

from agent.domain.customers.kept import StripeCustomer
from agent.domain.erp import CUSTOMERS, CustomerRow
from agent.domain.errors import NeedsPerson, Problem, Transient
from agent.ports import Clock, CustomerDirectory, CustomerStore, ErpTables, PortalPayers, Till

#: What was begun is looked for among Stripe's customers from a little earlier on: its clock is another.
_EARLIER_S = 600

#: How Stripe refuses what names a customer that it does not have: for good, or not at all.
_NOT_THERE = ("stripe.not_found", "stripe.refused.resource_missing", "stripe.refused.customer")

#: Seconds until a customer that is being made is looked for again.
_LOOK_AGAIN_S = 60


@dataclass(frozen=True, slots=True)
class FindPayers:
    """``Payers``: finds the Stripe customer of a SYSPRO customer, and makes one where there is none.

    Attributes:
        links: Customers that are linked.
        payers: Who pays for whose orders in the portal, and for whose invoices.
        till: Where a Stripe customer is made.
        directory: Stripe's customers.
        tables: SYSPRO's tables.
        company: SYSPRO company.
        metadata_key: Metadata key that names the SYSPRO customer, one that payments are read by.
        clock: Time of the agent.
    """

    links: CustomerStore
    payers: PortalPayers
    till: Till
    directory: CustomerDirectory
    tables: ErpTables
    company: str
    metadata_key: str
    clock: Clock

    def payer(self, customer: str, *, begun_at: int | None, attempt: str) -> str:
        """Return the Stripe customer of a SYSPRO customer, as stored."""
        company, key = self.company, self.metadata_key
        linked = self.links.linked(company, customer)
        if linked == "":
            message = f"Customer {customer} is being made in Stripe; what waits for it goes on as soon as it is there."
            raise Transient(
                Problem("A customer is being made", message, code="requests.customer"), retry_after_s=_LOOK_AGAIN_S
            )
        known = linked or self.payers.payer(company, customer)
        if known:
            return known
        made = "" if begun_at is None else self._begun(customer, begun_at)
        if not made:
            once = payer_key(company, customer, attempt, self.payers.gone(company, customer))
            made = self.till.make_payer(self._row(customer), {key: customer}, once)
        return self.payers.keep_payer(company, customer, made)

    def is_gone(self, payer: str, refused: Problem) -> bool:
        """Return whether Stripe refused because it has the payer no more; then it is forgotten."""
        if not refused.code.startswith(_NOT_THERE) or not self._is_deleted(payer):
            return False
        # As the customers' job does when it learns of it.
        self.links.note_stripe(self.company, [(StripeCustomer(payer, deleted=True), "")], self.clock.now())
        return True

    def _is_deleted(self, payer: str) -> bool:
        try:
            return self.directory.read(payer).deleted
        except NeedsPerson as error:
            if not error.problem.code.startswith("stripe.not_found"):
                raise
            return True

    def _begun(self, customer: str, begun_at: int) -> str:
        """Return the Stripe customer that an interrupted round made; empty where it made none."""
        pages = self.directory.all(begun_at - _EARLIER_S)
        found = (one.id for page in pages for one in page if one.metadata.get(self.metadata_key) == customer)
        return next(found, "")

    def _row(self, customer: str) -> CustomerRow:
        with self.tables.session() as session:
            rows = [row for row in session.rows(CUSTOMERS, "customer", [customer]) if row.customer == customer]
        if not rows:
            message = f"SYSPRO has no customer {customer}, whose invoice is open."
            raise NeedsPerson(Problem("No Stripe customer was made", message, code="requests.no_customer"))
        return rows[0]


def payer_key(company: str, customer: str, attempt: str, gone: str) -> str:
    """Return the idempotency key under which the Stripe customer of a SYSPRO customer is made, once.

    After an attempt in vain it is another one, because Stripe repeats its first answer, were it of trouble, or a
    customer that is ``gone`` since.
    """
    words = f"payer\n{company}\n{customer}\n{attempt}\n{gone}"
    return f"portal-payer-{hashlib.sha256(words.encode()).hexdigest()}"
