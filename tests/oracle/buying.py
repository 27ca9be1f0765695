"""Customers with open invoices, played: the site bills them, and they pay by number, by order or by the bare amount."""

from dataclasses import dataclass
from random import Random

import httpx

from connectors.sandbox.stripe.refunds import RefundOrder
from connectors.sandbox.stripe.trading import Payment
from tests.oracle.modes import NAMED_BY, ORDER_BY, PAYER_BY
from tests.oracle.terms import EXPONENTS

#: How many invoices the site keeps open, by making new ones.
KEPT_OPEN = 24
GIVEN_BACK = 0.4  # share of the payments of open invoices

_OPERATOR = "AGENT"  # the sandbox's second one; the product works as the first


@dataclass(frozen=True)
class Due:
    """An open invoice; value in hundredths of the customer's currency."""

    number: str
    customer: str
    order: str
    value: int


class Buyers:
    """The customers of one site.

    Args:
        site: The site; its clock says when something happens.
        seed: Where chance starts.
    """

    def __init__(self, site, seed):
        self._site, self._chance, self._orders = site, Random(f"payers {seed}"), 0

    def bill(self):
        """Let the site invoice until enough is open again: one order each, in one invoice or two."""
        documents = [one for one in self._site.company().documents if one.kind == "I"]
        customers = sorted({one.customer for one in documents})
        missing = KEPT_OPEN - sum(one.balance > 0 for one in documents)
        while missing > 0:
            self._orders += 1
            customer, parts = self._chance.choice(customers), self._chance.choice([1, 1, 2])
            for _ in range(parts):
                value = self._chance.randrange(20, 900) * 100 + self._hundredths(customer)
                _post_invoice(self._site.remotes[1].url, customer, value, f"ORDER {self._orders:05d}")
            missing -= parts

    def pay(self):
        """Let some customers pay what is open: a part, all, or more; return the charges."""
        payable = {}
        for one in self._site.company().documents:
            if one.kind == "I" and one.balance > 0:
                due = Due(one.number.lstrip("0"), one.customer, one.reference, one.balance)
                payable.setdefault(one.customer, []).append(due)
        chosen = self._chance.sample(sorted(payable), min(2, len(payable)))
        return [self._chance.choice(self._ways)(self, payable[customer]) for customer in chosen]

    def give_back(self, charges):
        """Let some payments be given back, a part or all of each."""
        for charge in charges:
            if self._chance.random() < GIVEN_BACK:
                paid = self._site.account().charges[charge]["amount"]
                order = RefundOrder(charge, paid * self._chance.choice([5, 50, 100]) // 100, "requested_by_customer")
                self._site.stripe.trading.refund(order, at=self._site.home.clock.now() - 60)

    def _by_numbers(self, due):
        named = self._chance.sample(due, self._chance.randint(1, len(due)))
        return self._pay(due[0].customer, self._share(named), {NAMED_BY: ", ".join(one.number for one in named)})

    def _by_order(self, due):
        order = self._chance.choice(sorted({one.order for one in due}))
        whole = [one for one in due if one.order == order]
        return self._pay(due[0].customer, self._share(whole), {ORDER_BY: order})

    def _by_amount(self, due):
        values = [one.value for one in due]
        unlike = [value for value in values if values.count(value) == 1]
        return self._pay(due[0].customer, self._chance.choice(unlike), {}) if unlike else self._by_numbers(due)

    _ways = (_by_numbers, _by_numbers, _by_order, _by_amount)

    def _share(self, named):
        return sum(one.value for one in named) * self._chance.choice([40, 100, 100, 110]) // 100

    def _hundredths(self, customer):
        """Cents, where the customer's currency has any."""
        return self._chance.randrange(100) if EXPONENTS[self._currency(customer)] else 0

    def _currency(self, customer):
        return self._site.syspro.books.row("ArCustomer", customer).text("Currency").lower()

    def _pay(self, customer, hundredths, metadata):
        trading, at = self._site.stripe.trading, self._site.home.clock.now() - 600
        currency = self._currency(customer)
        amount = hundredths // 10 ** (2 - EXPONENTS[currency])
        payer = trading.customer(at=at, name=f"Customer {customer}", metadata={PAYER_BY: customer})["id"]
        fields = {"customer": payer, "metadata": metadata}
        return trading.charge(amount, currency, at=at, fields=fields, payment=Payment(settle_after_s=60))["id"]


def _post_invoice(url, customer, hundredths, order):
    """Post an invoice as another operator of the site would: through the service, in a session of its own."""
    rest = f"{url}/SYSPROWCFService/Rest"
    asked = {"Operator": _OPERATOR, "OperatorPassword": "", "CompanyId": "A", "CompanyPassword": ""}
    with httpx.Client() as http:
        token = http.get(f"{rest}/Logon", params=asked).text
        item = (
            f"<Item><TransactionType>I</TransactionType><Customer>{customer}</Customer>"
            f"<InvoiceValue>{hundredths // 100}.{hundredths % 100:02d}</InvoiceValue><TaxValue>0</TaxValue>"
            f"<ProductClass>TOOL</ProductClass><Reference>{order}</Reference></Item>"
        )
        told = {"UserId": token, "BusinessObject": "ARSTIN", "XmlIn": f"<PostArInvoices>{item}</PostArInvoices>"}
        told["XmlParameters"] = "<PostArInvoices><Parameters/></PostArInvoices>"
        answer = http.get(f"{rest}/Transaction/Post", params=told).text
        http.get(f"{rest}/Logoff", params={"UserId": token})
    assert "<ItemsProcessed>00001<" in answer, answer
