"""The site's rules of payment requests, read from its settings once for many invoices."""

from collections.abc import Mapping
from dataclasses import dataclass

from agent.domain.codec import dumps, fingerprint
from agent.domain.decide import UNCERTAIN_CURRENCY
from agent.domain.errors import Misconfigured, Problem
from agent.domain.fitting import DoesNotFitError, pad_key
from agent.domain.posting import SUMMARY, mode_of
from agent.domain.requests.link import Way
from agent.domain.settings import Values

#: Settings after whose change nothing has to be read anew.
_PACE = frozenset(
    f"requests.{name}"
    for name in ("enabled", "every_s", "sweep_every_s", "batch", "most_gone", "days_until_due", "stripe_collects")
)

#: Behind every day that a setting names.
_LAST_DAY = "9999-12-31"

#: Every customer.
ALL = "*"


@dataclass(frozen=True, slots=True)
class Rules:
    """Whose invoices are asked for and how; the settings ``requests.*`` say what each means.

    Attributes:
        company: SYSPRO company id.
        customers: Customer codes as stored; :data:`ALL` among them stands for every one.
        classes: Customer classes.
        custom_field: Custom form field of customers; empty for none.
        custom_values: What it says of a customer whose invoices are asked for.
        currencies: SYSPRO's currency code -> Stripe's.
        uncertain: SYSPRO codes of currencies of which the site has yet to find out how Stripe counts them.
        foreign_balance: How balances of foreign invoices are read.
        label: What the payer reads before the invoice number.
        invoice_key: Metadata key that names the invoice to the charge flow.
        customer_key: Metadata key that names the customer; empty for none.
        way: What an open invoice becomes in Stripe.
        fingerprint: Equal for rules that choose and ask alike.
    """

    company: str
    customers: frozenset[str]
    classes: frozenset[str]
    custom_field: str
    custom_values: frozenset[str]
    currencies: Mapping[str, str]
    uncertain: frozenset[str]
    foreign_balance: str
    label: str
    invoice_key: str
    customer_key: str
    way: Way
    fingerprint: str


def rules_of(values: Values, today: str) -> Rules:
    """Return the rules of the settings in force.

    Args:
        values: The settings.
        today: Day at the site, CCYY-MM-DD; the posting mode of that day and of the last day that names one count.

    Raises:
        Misconfigured: When the charge flow could not pay the invoice of a payment, a customer code fits no customer,
            the custom form field is not read at all, or Stripe's invoices would name no SYSPRO customer.
    """
    invoice_keys, forms = values.items("receipts.invoice_keys"), values.items("syspro.customer_form_fields")
    custom_field = values.text("requests.custom_field")
    if not invoice_keys:
        message = "receipts.invoice_keys is empty, so a payment could not name its invoice to SYSPRO."
        raise _unusable(message, "Name at least one metadata key in receipts.invoice_keys.", "receipts.invoice_keys")
    if SUMMARY in {mode_of(today, values), mode_of(_LAST_DAY, values)}:
        message = "posting.mode is summary, which posts journals alone: a payment would leave its invoice open."
        raise _unusable(message, "Choose another posting.mode, or switch requests.enabled off.", "posting.mode")
    if custom_field and custom_field not in forms:
        message = f"requests.custom_field is {custom_field}, which syspro.customer_form_fields does not name."
        press = f"Add {custom_field} to syspro.customer_form_fields, in its exact spelling."
        raise _unusable(message, press, "requests.custom_field")
    if values.text("requests.as") == Way.INVOICE.value and not values.items("customers.metadata_keys"):
        message = (
            "requests.as is invoice, and customers.metadata_keys is empty, so a Stripe customer could not be made."
        )
        press = "Name at least one metadata key in customers.metadata_keys."
        raise _unusable(message, press, "customers.metadata_keys")
    to_syspro = values.table("currencies.to_syspro")
    uncertain = not values.yes("currencies.ugx_hundredths") and UNCERTAIN_CURRENCY in to_syspro
    texts = {name: text for name, text in values.texts.items() if name.startswith("requests.") and name not in _PACE}
    customers = _checked_customers(values)
    customer_keys, foreign = values.items("customers.metadata_keys"), values.text("receipts.foreign_balance")
    parts = [values.text("syspro.company"), invoice_keys, customer_keys, sorted(customers), dict(to_syspro), foreign]
    return Rules(
        company=values.text("syspro.company"),
        customers=customers,
        classes=frozenset(values.items("requests.customer_classes")),
        custom_field=custom_field,
        custom_values=frozenset(values.items("requests.custom_values")),
        currencies={theirs: ours for ours, theirs in to_syspro.items()},
        uncertain=frozenset({to_syspro[UNCERTAIN_CURRENCY]} if uncertain else ()),
        foreign_balance=foreign,
        label=values.text("requests.label"),
        invoice_key=invoice_keys[0],
        customer_key=customer_keys[0] if customer_keys else "",
        way=Way(values.text("requests.as")),
        fingerprint=fingerprint(dumps([*parts, forms, uncertain, texts])),
    )


def choose_somebody(values: Values) -> bool:
    """Return whether the settings choose customers in any way."""
    named = values.items("requests.customers") or values.items("requests.customer_classes")
    return bool(named or values.text("requests.custom_field"))


def stored_customers(values: Values) -> frozenset[str]:
    """Return what ``requests.customers`` names, as SYSPRO stores it; :data:`ALL` stays.

    Raises:
        DoesNotFitError: When a code is longer than SYSPRO's key.
    """
    numeric, length = values.yes("keys.customer_numeric"), values.integer("keys.customer_length")
    named = values.items("requests.customers")
    return frozenset(code if code == ALL else pad_key(code, numeric=numeric, length=length) for code in named)


def _checked_customers(values: Values) -> frozenset[str]:
    try:
        return stored_customers(values)
    except DoesNotFitError as error:
        message = f"requests.customers names what no customer code of SYSPRO can be. {error}"
        raise _unusable(message, "Correct requests.customers.", "requests.customers") from error


def _unusable(message: str, press: str, code: str) -> Misconfigured:
    return Misconfigured(Problem("The rules of payment requests cannot be used", message, press, code))
