"""A change of a SYSPRO customer (ARSSCS, Setup/Update). Lengths: SYSPRO 7, ArCustomer."""

from dataclasses import dataclass
from typing import Self

from agent.domain.kinds.base import Kind, target


@dataclass(frozen=True, slots=True)
class CustomerChange:
    """New texts for some elements of a customer; elements that are not named stay as they are."""

    code: str = target("Customer", "Customer code as stored.", length=15, required=True, fixed=True)
    elements: tuple[str, ...] = ()
    """Elements that are sent, such as ``Name``; an empty text of one of them unsets it."""
    name: str = target("Name", "Name of the customer.", length=50, default="")
    email: str = target("Email", "E-mail address.", length=255, default="")
    telephone: str = target("Telephone", "Telephone number.", length=20, default="")
    company_tax_number: str = target("CompanyTaxNumber", "Tax registration number.", length=15, default="")
    sold_to_1: str = target("SoldToAddr1", "Address line 1.", length=40, default="")
    sold_to_2: str = target("SoldToAddr2", "Address line 2.", length=40, default="")
    sold_to_3: str = target("SoldToAddr3", "Address line 3.", length=40, default="")
    sold_to_4: str = target("SoldToAddr4", "Address line 4.", length=40, default="")
    sold_to_5: str = target("SoldToAddr5", "Address line 5.", length=40, default="")
    sold_postal_code: str = target("SoldPostalCode", "Postal code.", length=10, default="")

    @property
    def kind(self) -> Kind:
        """Which kind this is."""
        return Kind.CUSTOMER_CHANGE

    @property
    def reference(self) -> str:
        """The customer itself: it either says what was sent, or does not."""
        return self.code

    def with_customer(self, customer: str) -> Self:  # noqa: ARG002 - part of the Body protocol
        """Return itself: it names its customer."""
        return self
