"""What has to be asked of SYSPRO before a payment can be decided. Pure: the asking is a job's."""

from dataclasses import dataclass

from agent.domain.documents import party_key
from agent.domain.edits import Edit
from agent.domain.facts import ErpFacts, Facts, StripeFacts
from agent.domain.payer import named_customer, payer_of
from agent.domain.payment import agreed_customer, named_invoices, named_purchase_order, payment_of
from agent.domain.sale import sale_of
from agent.domain.settings import Values


@dataclass(frozen=True, slots=True)
class Needs:
    """Questions for SYSPRO; an empty text asks nothing.

    Attributes:
        party: Link key of the payer.
        guest_code: Guest customer of the currency, where the payment may go to it.
        customer_code: Customer that metadata names, as stored.
        email: Address to search customers by.
        tax_number: Tax number to search customers by.
        stock_codes: Stock codes the sale names.
        invoice: Invoice number the payment names, as stored.
        reference: Our reference of the payment.
        day: Day of the payment at the site, CCYY-MM-DD; empty where no money moves.
        invoices: All invoice numbers it names, as stored, in order.
        invoices_explicit: Whether metadata names them.
        purchase_order: Purchase order of the customer that it names.
        currency: SYSPRO code of its currency; empty where none is set.
    """

    party: str = ""
    guest_code: str = ""
    customer_code: str = ""
    email: str = ""
    tax_number: str = ""
    stock_codes: tuple[str, ...] = ()
    invoice: str = ""
    reference: str = ""
    day: str = ""
    invoices: tuple[str, ...] = ()
    invoices_explicit: bool = False
    purchase_order: str = ""
    currency: str = ""


def needs_of(stripe: StripeFacts, policy: Values, edits: tuple[Edit, ...] = ()) -> Needs:
    """Return the questions for one charge; a charge that moves no money asks nothing.

    Args:
        stripe: The charge, with what belongs to it.
        policy: The deciding settings.
        edits: What a person changed on its documents.

    Raises:
        BadJsonError, UnknownCurrencyError, DoesNotFitError: When Stripe's answer cannot be used; ``decide`` says the
            same and holds the payment.
    """
    facts = Facts(policy.text("syspro.company"), stripe, ErpFacts(), read_at=0, edits=edits)
    payment = payment_of(facts, policy)
    if not payment.captured or payment.status != "succeeded":
        return Needs()
    payer = payer_of(facts)
    sale = sale_of(facts, payment.amount, policy)
    named = named_invoices(stripe, policy)
    return Needs(
        party=party_key(payer.id, payment.amount.currency) if payer.id else "",
        guest_code=_guest_code(payer.id, payment.amount.currency, policy),
        customer_code=agreed_customer(stripe, policy) or named_customer(payer.metadata, policy),
        email=payer.email if policy.yes("customers.match_email") else "",
        tax_number=payer.tax_number if policy.yes("customers.match_tax_id") else "",
        stock_codes=tuple(sorted({line.stock_code for line in sale.lines if line.stock_code})),
        invoice=named.number,
        reference=payment.reference,
        day=payment.date,
        invoices=named.numbers,
        invoices_explicit=named.explicit,
        purchase_order=named_purchase_order(stripe, policy),
        currency=policy.table("currencies.to_syspro").get(payment.amount.currency, ""),
    )


def _guest_code(stripe_customer: str, currency: str, policy: Values) -> str:
    may_be_guest = not stripe_customer or policy.text("customers.policy") == "guest"
    return policy.table("customers.guest").get(currency, "") if may_be_guest else ""
