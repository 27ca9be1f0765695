"""Who paid: the SYSPRO customer a payment belongs to, in the order link, metadata, e-mail, tax number, policy."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from agent.domain.agreed import is_agreed
from agent.domain.documents import Link, party_key
from agent.domain.facts import CustomerMatch, ErpFacts, Facts
from agent.domain.fitting import pad_key
from agent.domain.json_reader import JsonReader
from agent.domain.payment import agreed_customer, metadata_of_payment, stripe_id
from agent.domain.settings import Values

#: The reasons for a match, strongest first; a weaker one is looked at only where the stronger found nobody.
ORIGINS = ("metadata", "email", "tax_id")


@dataclass(frozen=True, slots=True)
class Payer:
    """The payer as the flows see it.

    Attributes:
        id: Stripe customer id; empty for a guest.
        name: Name for SYSPRO: company, person, or e-mail address.
        email: E-mail address, or empty.
        phone: Telephone number, or empty.
        tax_number: First tax id, or empty.
        address: Stripe's address parts by name.
        shipping_name: Name on the delivery address.
        shipping: Delivery address parts by name.
        metadata: The Stripe customer's metadata.
    """

    id: str
    name: str
    email: str
    phone: str
    tax_number: str
    address: dict[str, str] = field(default_factory=dict)
    shipping_name: str = ""
    shipping: dict[str, str] = field(default_factory=dict)
    metadata: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Account:
    """Which SYSPRO customer the payment goes to.

    Attributes:
        code: SYSPRO customer, or empty where one has yet to be created.
        party: Link key of the payer; empty for a guest account.
        create: Whether a customer document is needed.
        guest: Whether it is the account that all guests of a currency share.
        exempt: Whether SYSPRO takes no tax from it.
        link: A link found now, to be stored with the decision.
        problem: Why there is no account: a sentence for a person; empty when all is well.
        problem_code: The same in machine form.
    """

    code: str = ""
    party: str = ""
    create: bool = False
    guest: bool = False
    exempt: bool = False
    link: Link | None = None
    problem: str = ""
    problem_code: str = ""


def payer_of(facts: Facts) -> Payer:
    """Return the payer of a charge, read from its customer, else from its billing details.

    Raises:
        BadJsonError: When Stripe's answer has a wrong type where we look.
    """
    charge = JsonReader(facts.stripe.objects["charge"], "charge")
    customer = JsonReader(facts.stripe.objects.get("customer") or {}, "customer")
    deleted = bool(customer.raw.get("deleted"))
    billing = charge.optional_object("billing_details")
    person = JsonReader({}, "customer") if deleted else customer
    delivery = _delivery(facts, charge, person)
    email = person.optional_text("email") or billing.optional_text("email") or charge.optional_text("receipt_email")
    name = _name(person, "business_name") or _name(person, "name") or _name(billing, "name")
    return Payer(
        id=stripe_id(customer) if customer.raw else "",
        name=name or _name(person, "individual_name") or email or "Stripe customer",
        email=email,
        phone=person.optional_text("phone") or billing.optional_text("phone"),
        tax_number=next((tax.text("value") for tax in person.objects("tax_ids")), ""),
        address=_address(_first_filled(person.optional_object("address"), billing.optional_object("address"))),
        shipping_name=_name(delivery, "name"),
        shipping=_address(delivery.optional_object("address")),
        metadata=person.texts("metadata"),
    )


def _name(person: JsonReader, field: str) -> str:
    """Return a name on one line; one of blanks alone is none."""
    return " ".join(person.optional_text(field).split())


def account_of(payer: Payer, facts: Facts, currency: str, policy: Values) -> Account:
    """Return the SYSPRO customer for ``payer`` in ``currency`` (Stripe's code), or what stands in the way.

    An order that was agreed to in the portal goes to the customer who agreed, or to a person, and to nobody else.
    """
    party = party_key(payer.id, currency) if payer.id else ""
    erp = facts.erp
    if is_agreed(metadata_of_payment(facts.stripe)):
        return _account_agreed(payer, facts, currency, policy)
    if party and erp.link is not None:
        return Account(code=erp.link.erp_key, party=party, exempt=erp.payer is not None and erp.payer.exempt)
    matched = _matched(erp, currency, policy)
    named = named_customer(payer.metadata, policy)
    if named and not any(match.origin == "metadata" for match in matched):
        return Account(
            problem=f"{payer.name} is customer {named} by Stripe's metadata, and SYSPRO has no such customer in "
            f"{currency.upper()}. Correct the metadata or the customer, then retry.",
            problem_code="customer.named_unknown",
        )
    if len(matched) == 1:
        return _account_of_match(matched[0], party)
    if len(matched) > 1:
        codes = ", ".join(match.customer.code for match in matched)
        words = {"metadata": "customer code", "email": "e-mail address", "tax_id": "tax number"}[matched[0].origin]
        return Account(
            problem=f"The {words} of {payer.name} fits more than one SYSPRO customer: {codes}. Name the right one in "
            "the metadata of Stripe's customer, then retry.",
            problem_code="customer.ambiguous",
        )
    return _account_by_policy(payer, party, erp, currency, policy)


def _account_agreed(payer: Payer, facts: Facts, currency: str, policy: Values) -> Account:
    """Return the account of the customer who agreed to an order: the payment names it, whatever became of the payer.

    A page of an older version names nobody; then the payer's link or metadata has to.
    """
    named, link = agreed_customer(facts.stripe, policy), facts.erp.link
    deleted = bool((facts.stripe.objects.get("customer") or {}).get("deleted"))
    party = party_key(payer.id, currency) if payer.id else ""
    if link is not None and named in {"", link.erp_key}:
        return Account(code=link.erp_key, party=party, exempt=facts.erp.payer is not None and facts.erp.payer.exempt)
    if link is not None:
        return Account(
            problem=f"{payer.name} paid an order of customer {named}, and its payer at Stripe is linked to customer "
            f"{link.erp_key}. Correct the customer in the payment's metadata or the link, then retry.",
            problem_code="customer.agreed_other",
        )
    found = [match for match in _matched(facts.erp, currency, policy) if match.origin == "metadata"]
    if found:
        # A customer that Stripe deleted is linked to nobody: its id would stand in SYSPRO for one that can pay.
        return _account_of_match(found[0], "" if deleted else party)
    whose = f"customer {named}, which SYSPRO does not have in {currency.upper()}" if named else "a customer not named"
    return Account(
        problem=f"{payer.name} paid an order that was agreed to in the portal, of {whose}. Name the customer in the "
        "payment's metadata in Stripe, then retry.",
        problem_code="customer.agreed_unknown",
    )


def named_customer(metadata: dict[str, str], policy: Values) -> str:
    """Return the SYSPRO customer that metadata names, as stored; empty for none.

    Raises:
        DoesNotFitError: When the code is longer than SYSPRO's key.
    """
    raw = next((metadata[key] for key in policy.items("customers.metadata_keys") if metadata.get(key)), "")
    return pad_key(raw, numeric=policy.yes("keys.customer_numeric"), length=policy.integer("keys.customer_length"))


def _matched(erp: ErpFacts, currency: str, policy: Values) -> Sequence[CustomerMatch]:
    """Return the matches of the strongest reason that has any in the payment's currency."""
    wanted = policy.table("currencies.to_syspro").get(currency)
    for origin in ORIGINS:
        found = [match for match in erp.matches if match.origin == origin and match.customer.currency == wanted]
        if found:
            return found
    return ()


def _account_of_match(match: CustomerMatch, party: str) -> Account:
    link = Link("customer", party, match.customer.code, match.origin) if party else None
    return Account(code=match.customer.code, party=party, link=link, exempt=match.customer.exempt)


def _account_by_policy(payer: Payer, party: str, erp: ErpFacts, currency: str, policy: Values) -> Account:
    choice = policy.text("customers.policy")
    if choice == "create" and payer.id:
        return Account(party=party, create=True, exempt=policy.text("customers.tax_status") == "E")
    if choice == "park":
        return Account(
            problem=f"SYSPRO has no customer for {payer.name}. Create one with this e-mail address, or name one in the "
            "metadata of Stripe's customer, then retry.",
            problem_code="customer.unknown",
        )
    guest = policy.table("customers.guest").get(currency, "")
    if not guest:
        return Account(
            problem=f"{payer.name} paid in {currency.upper()}, and no guest customer is set for that currency. Set "
            "customers.guest, then retry.",
            problem_code="customer.no_guest",
        )
    return Account(code=guest, guest=True, exempt=erp.payer is not None and erp.payer.exempt)


def _delivery(facts: Facts, charge: JsonReader, person: JsonReader) -> JsonReader:
    """Return name and address to deliver to: as the checkout asked for it, else the charge's, else the customer's.

    A guest has nothing but the billing details where no shipping was asked for. Source: Checkout Session,
    ``collected_information.shipping_details``.
    """
    session = JsonReader(facts.stripe.objects.get("session") or {}, "checkout session")
    asked = session.optional_object("collected_information").optional_object("shipping_details")
    guest = JsonReader({}, "nobody") if person.raw else charge.optional_object("billing_details")
    places = (asked, charge.optional_object("shipping"), person.optional_object("shipping"), guest)
    return next((place for place in places if any(place.optional_object("address").raw.values())), guest)


def _address(reader: JsonReader) -> dict[str, str]:
    names = ("line1", "line2", "city", "state", "postal_code", "country")
    return {name: reader.optional_text(name) for name in names}


def _first_filled(first: JsonReader, second: JsonReader) -> JsonReader:
    return first if any(first.raw.values()) else second
