"""What one SYSPRO site does differently from another, as switches."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


def _operators() -> Mapping[str, str]:
    return {"ADMIN": "", "AGENT": ""}


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """The switches of a site; every default is what the embedded demo uses.

    Attributes:
        company: Company id, 1 to 4 characters.
        company_password: Password of the company.
        operators: Operator codes and their passwords.
        syspro_version: What ``GetVersion`` answers.
        seats: Sessions that may be open at once.
        idle_timeout_s: Seconds after which an unused session ends.
        token_wrapping: How the text of ``Logon`` arrives: ``plain``, ``json`` (quoted) or ``string`` (an XML element).
        post_large_available: Whether ``Transaction/PostLD`` exists; a site without it answers 404.
        unlicensed: Business objects that answer exception 100000 although they exist.
        numeric_keys: Key kinds that are numeric, padded with zeros: ``customer``, ``order``, ``invoice``.
        customer_length: Stored length of a numeric customer key.
        order_length: Stored length of a numeric sales order key.
        invoice_length: Stored length of a numeric invoice key.
        customer_auto_numbering: SYSPRO numbers new customers; ARSSCS then takes no key on add.
        duplicate_po_check: Company option "check duplicate customer PO"; only parameter value ``A`` passes it.
        clean_import_hides_order: A SORTOI import without warnings answers StatusOfItems only (seen on 8.0.161).
        accept_without_credit: Default of AcceptOrdersIfNoCredit, an operator's setting.
        no_credit_suspends: An order accepted without credit goes to status S.
        tax_code_change_allowed: StockTaxCode of a stocked line counts; otherwise it is dropped.
        control_accounts_blocked: GENTJL refuses ledger codes whose ControlAccFlag is set.
        bank_deposit_slip: ARSTPY uses the Bank given; otherwise always the operator's bank.
        bank_charges_allowed: ARSTPY accepts BankChargeValue.
        negative_payments_allowed: ARSTPY accepts a negative receipt (money out); not settled by any public source.
        zero_payments_allowed: ARSTPY accepts a payment of nothing, which moves money between documents; not settled by
            any public source.
        closed_periods: Receivables periods that are closed, of ``C``, ``P``, ``B``.
        closed_ledger_periods: General ledger periods that are closed, as ``"YYYY-PP"``.
    """

    company: str = "A"
    company_password: str = ""
    operators: Mapping[str, str] = field(default_factory=_operators)
    syspro_version: str = "7.0.0.6"
    seats: int = 4
    idle_timeout_s: int = 900
    token_wrapping: str = "plain"  # noqa: S105 - the name of a manner, not a secret
    post_large_available: bool = True
    unlicensed: tuple[str, ...] = ()
    numeric_keys: tuple[str, ...] = ("customer", "order", "invoice")
    customer_length: int = 15
    order_length: int = 6
    invoice_length: int = 15
    customer_auto_numbering: bool = True
    duplicate_po_check: bool = False
    clean_import_hides_order: bool = False
    accept_without_credit: bool = True
    no_credit_suspends: bool = False
    tax_code_change_allowed: bool = False
    control_accounts_blocked: bool = True
    bank_deposit_slip: bool = True
    bank_charges_allowed: bool = True
    negative_payments_allowed: bool = True
    zero_payments_allowed: bool = True
    closed_periods: tuple[str, ...] = ()
    closed_ledger_periods: tuple[str, ...] = ()


def changed(options: SiteOptions, changes: Mapping[str, Any]) -> SiteOptions:
    """Return ``options`` with some switches set anew.

    Args:
        options: What is in force.
        changes: Switch name to value; JSON lists stand for tuples.

    Raises:
        KeyError: When a switch does not exist or its value has another type.
    """
    values: dict[str, Any] = {}
    for name, value in changes.items():
        given = tuple(value) if isinstance(value, list) else value
        if name not in _NAMES or not isinstance(given, type(getattr(options, name))):
            raise KeyError(name)
        values[name] = given
    return dataclasses.replace(options, **values)


_NAMES = frozenset(entry.name for entry in dataclasses.fields(SiteOptions))
