"""The site's rules of customers on both sides, read from its settings once for many customers."""

from collections.abc import Mapping
from dataclasses import dataclass

from agent.domain.codec import dumps, fingerprint
from agent.domain.customers.compare import Comparing, Owner
from agent.domain.customers.fields import FIELDS, STRIPE_PARTS, SYSPRO_LINES, syspro_texts
from agent.domain.customers.kept import ErpNoted
from agent.domain.erp import CustomerRow
from agent.domain.errors import Misconfigured, Problem
from agent.domain.fitting import DoesNotFitError, pad_key
from agent.domain.settings import Values

#: Metadata key that names the SYSPRO customer where the site's own settings name no other.
CUSTOMER_KEY = "syspro_customer"


@dataclass(frozen=True, slots=True)
class Rules:
    """How customers are kept in step; the settings ``customer_links.*`` say what each means.

    Attributes:
        company: SYSPRO company id.
        comparing: Which side owns which field.
        metadata_key: Metadata key that names the SYSPRO customer, one that payments are read by.
        metadata_keys: All keys by which payments are read.
        currencies: SYSPRO's currency code -> Stripe's.
        guests: Customers that all guests share.
        numeric: Whether customer codes are numbers with zeros before them.
        length: Their length.
        auto_accept: Score from which on a suggestion needs no person; 0 for never.
        form_type: Custom form that keeps the Stripe id in SYSPRO.
        form_field: Its field; empty keeps none.
        fingerprint: Equal for equal rules.
    """

    company: str
    comparing: Comparing
    metadata_key: str
    metadata_keys: tuple[str, ...]
    currencies: Mapping[str, str]
    guests: frozenset[str]
    numeric: bool
    length: int
    auto_accept: int
    form_type: str
    form_field: str
    fingerprint: str

    def noted(self, row: CustomerRow) -> ErpNoted:
        """Return what of a SYSPRO customer is kept."""
        texts, left_out = syspro_texts(row), self._left_out(row)
        source = fingerprint(dumps([texts, row.currency, left_out])).encode()
        return ErpNoted(row.customer, row.currency, texts, left_out, source)

    def named(self, metadata: Mapping[str, str]) -> str:
        """Return the SYSPRO customer that metadata names, as SYSPRO would store it; empty for none."""
        raw = next((metadata[key] for key in self.metadata_keys if metadata.get(key)), "")
        try:
            return pad_key(raw, numeric=self.numeric, length=self.length) if raw.strip() else ""
        except DoesNotFitError:
            return ""

    def _left_out(self, row: CustomerRow) -> str:
        code = row.customer
        if code in self.guests:
            return f"{code} is the customer that all guests share."
        if row.currency not in self.currencies:
            return f"{code} is in currency {row.currency or '(none)'}, which is not one of currencies.to_syspro."
        if not row.name.strip():
            return f"{code} has no name in SYSPRO."
        if not row.sales_allowed:
            return f"{code} may not buy (SalesAllowed)."
        return ""


def rules_of(values: Values) -> Rules:
    """Return the rules of the settings in force.

    Raises:
        Misconfigured: When a line of the address goes to a part that Stripe does not have.
    """
    lines = values.table("customer_links.address_lines")
    _check_lines(lines)
    keys = values.items("customers.metadata_keys")
    owners = {name: Owner(values.text(f"customer_links.{name}")) for name in FIELDS}
    currencies = {code: currency for currency, code in values.table("currencies.to_syspro").items()}
    guests = frozenset(values.table("customers.guest").values())
    company = values.text("syspro.company")
    tax_types = values.table("customer_links.tax_id_types")
    texts = [company, keys, sorted(currencies.items()), sorted(guests), lines, tax_types]
    return Rules(
        company=company,
        comparing=Comparing(owners, lines, tax_types),
        metadata_key=CUSTOMER_KEY if CUSTOMER_KEY in keys or not keys else keys[0],
        metadata_keys=keys or (CUSTOMER_KEY,),
        currencies=currencies,
        guests=guests,
        numeric=values.yes("keys.customer_numeric"),
        length=values.integer("keys.customer_length"),
        auto_accept=values.integer("customer_links.auto_accept"),
        form_type=values.text("customers.custom_form_type"),
        form_field=values.text("customers.custom_form_field"),
        fingerprint=fingerprint(dumps([texts, {name: owner.value for name, owner in owners.items()}])),
    )


def _check_lines(lines: Mapping[str, str]) -> None:
    numbers = {str(number) for number in range(1, SYSPRO_LINES + 1)}
    parts = set(STRIPE_PARTS) - {"postal_code"}
    wrong = [f"{number}: {part}" for number, part in lines.items() if number not in numbers or part not in parts]
    if wrong:
        message = f"customer_links.address_lines says {', '.join(wrong)}; lines are 1 to {SYSPRO_LINES}, parts of the "
        message += f"address {', '.join(sorted(parts))}."
        name = "customer_links.address_lines"
        raise Misconfigured(Problem("The customers' rules cannot be used", message, f"Correct {name}.", name))
