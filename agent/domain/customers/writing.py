"""What is written to SYSPRO about a customer: documents for the outbox, so that each is made once and read back."""

from collections.abc import Mapping
from dataclasses import replace

from agent.domain.customers.fields import ADDRESS, EMAIL, NAME, PHONE, TAX_ID, address_lines
from agent.domain.documents import STEPS_PER_SECOND, DocumentKey, Draft
from agent.domain.kinds import CustomerChange, CustomForm, Kind

#: Object of the subjects whose documents are about a link.
SUBJECT = "customer_link"

_ELEMENTS: Mapping[str, tuple[str, str]] = {
    NAME: ("Name", "name"),
    EMAIL: ("Email", "email"),
    PHONE: ("Telephone", "telephone"),
    TAX_ID: ("CompanyTaxNumber", "company_tax_number"),
}


def subject_of(customer: str, number: str) -> str:
    """Return the subject of a change of a SYSPRO customer, which no other decision takes back."""
    return f"{SUBJECT}|{customer}|{number}"


def purpose_of(customer: str, number: str) -> str:
    """Return the purpose of the document of a change."""
    return f"link-{customer}-{number}"


def change_of(customer: str, texts: Mapping[str, str]) -> CustomerChange:
    """Return the body that writes these texts.

    Args:
        customer: Customer code as stored.
        texts: Field -> SYSPRO's text, as :func:`agent.domain.customers.fields.to_syspro` gives it.
    """
    body = CustomerChange(customer)
    for field, text in texts.items():
        if field == ADDRESS:
            lines, postal = address_lines(text)
            named = {f"sold_to_{place}": line for place, line in enumerate(lines, start=1)}
            elements = (*(f"SoldToAddr{place}" for place in range(1, len(lines) + 1)), "SoldPostalCode")
            body = replace(body, elements=(*body.elements, *elements), sold_postal_code=postal, **named)
        else:
            element, attribute = _ELEMENTS[field]
            named = {attribute: text}
            body = replace(body, elements=(*body.elements, element), **named)
    return body


def change_draft(
    company: str, customer: str, stripe_id: str, number: str, texts: Mapping[str, str], now: int
) -> Draft:  # fmt: skip
    """Return the document that writes these texts to SYSPRO.

    Args:
        company: SYSPRO company id.
        customer: Customer code as stored.
        stripe_id: Stripe customer whose words they are.
        number: Number of the link and of the change, which no other has.
        texts: Field -> SYSPRO's text.
        now: Unix seconds UTC.
    """
    return Draft(
        key=DocumentKey(company, Kind.CUSTOMER_CHANGE, purpose_of(customer, number), stripe_id),
        body=change_of(customer, texts),
        lane=f"{SUBJECT}|{customer}",
        order_by=now * STEPS_PER_SECOND,
        title=f"Change of customer {customer} as in Stripe",
    )


def form_draft(company: str, customer: str, stripe_id: str, form: tuple[str, str], now: int) -> Draft:
    """Return the document that keeps the Stripe id in a custom form field.

    Args:
        company: SYSPRO company id.
        customer: Customer code as stored.
        stripe_id: Stripe customer.
        form: Type of the form, and name of the field.
        now: Unix seconds UTC.
    """
    return Draft(
        key=DocumentKey(company, Kind.CUSTOM_FORM, f"link-{customer}", stripe_id),
        body=CustomForm(form[0], form[1], stripe_id, customer),
        lane=f"{SUBJECT}|{customer}",
        order_by=now * STEPS_PER_SECOND,
        title=f"Stripe id of customer {customer}",
    )
