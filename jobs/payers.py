"""Whom Stripe's invoices are for: the Stripe customer of a SYSPRO customer, linked, known from the portal, or made."""

import hashlib

from agent.domain.erp import CUSTOMERS, CustomerRow
from agent.domain.errors import NeedsPerson, Problem
from agent.domain.settings import Values
from agent.ports import CustomerDirectory, CustomerStore, ErpTables, PortalPayers, Till

#: What was begun is looked for among Stripe's customers from a little earlier on: its clock is another.
_EARLIER_S = 600


class FindPayers:
    """``Payers``: finds the Stripe customer of a SYSPRO customer, and makes one where there is none.

    Args:
        links: Customers that are linked.
        payers: Who pays for whose orders in the portal, and for whose invoices.
        till: Where a Stripe customer is made.
        directory: Stripe's customers.
        tables: SYSPRO's tables.
        policy: The settings in force.
    """

    def __init__(
        self,
        links: CustomerStore,
        payers: PortalPayers,
        till: Till,
        directory: CustomerDirectory,
        tables: ErpTables,
        policy: Values,
    ) -> None:
        self._links = links
        self._payers = payers
        self._till = till
        self._directory = directory
        self._tables = tables
        self._policy = policy

    def payer(self, customer: str, *, begun_at: int | None, attempts: int) -> str:
        """Return the Stripe customer of a SYSPRO customer, as stored."""
        company = self._policy.text("syspro.company")
        known = self._links.linked(company, customer) or self._payers.payer(company, customer)
        if known:
            return known
        names = self._policy.items("customers.metadata_keys")
        if not names:
            message = "customers.metadata_keys is empty, so that a Stripe customer would name no SYSPRO customer."
            raise NeedsPerson(Problem("No Stripe customer was made", message, code="requests.set_up"))
        made = "" if begun_at is None else self._begun(customer, names[0], begun_at)
        if not made:
            key = payer_key(company, customer, attempts)
            made = self._till.make_payer(self._row(customer), {names[0]: customer}, key)
        return self._payers.keep_payer(company, customer, made)

    def _begun(self, customer: str, name: str, begun_at: int) -> str:
        """Return the Stripe customer that an interrupted round made; empty where it made none."""
        pages = self._directory.all(begun_at - _EARLIER_S)
        found = (one.id for page in pages for one in page if one.metadata.get(name) == customer)
        return next(found, "")

    def _row(self, customer: str) -> CustomerRow:
        with self._tables.session() as session:
            rows = [row for row in session.rows(CUSTOMERS, "customer", [customer]) if row.customer == customer]
        if not rows:
            message = f"SYSPRO has no customer {customer}, whose invoice is open."
            raise NeedsPerson(Problem("No Stripe customer was made", message, code="requests.no_customer"))
        return rows[0]


def payer_key(company: str, customer: str, attempts: int) -> str:
    """Return the idempotency key under which the Stripe customer of a SYSPRO customer is made, once.

    After an attempt in vain it is another one, because Stripe repeats its first answer, were it of trouble.
    """
    words = f"{company}\npayer\n{customer}\n{attempts or ''}"
    return f"portal-payer-{hashlib.sha256(words.encode()).hexdigest()}"
