"""A new SYSPRO customer (ARSSCS, Setup/Add). Lengths: SYSPRO 7, ArCustomer."""

from dataclasses import dataclass
from typing import Self

from agent.domain.kinds.base import Kind, target


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer to create. ``code`` is empty where SYSPRO numbers customers itself."""

    reference: str = target(
        "Reference", "Our reference, kept in the place that settings name.", length=40, required=True
    )
    name: str = target("Name", "Name of the customer.", length=50, required=True)
    currency: str = target(
        "Currency", "SYSPRO currency code; fixed for life.", length=3, required=True, table="TblCurrency", fixed=True
    )
    code: str = target(
        "Customer", "Customer code, where SYSPRO does not number by itself.", length=15, default="", fixed=True
    )
    short_name: str = target("ShortName", "Search name.", length=20, default="")
    reference_field: str = target(
        "ReferenceField", "ArCustomer column that holds our reference.", length=20, default="", fixed=True
    )
    email: str = target("Email", "E-mail address.", length=255, default="")
    telephone: str = target("Telephone", "Telephone number.", length=20, default="")
    contact: str = target("Contact", "Contact person.", length=50, default="")
    branch: str = target("Branch", "Branch.", length=10, table="SalBranch", default="")
    customer_class: str = target("CustomerClass", "Customer class.", length=10, table="TblCustomerClass", default="")
    terms_code: str = target("TermsCode", "Payment terms.", length=2, table="TblArTerms", default="")
    salesperson: str = target("Salesperson", "Salesperson.", length=20, table="SalSalesperson", default="")
    area: str = target("Area", "Geographic area.", length=10, table="SalArea", default="")
    tax_status: str = target("TaxStatus", "E exempt, N taxable, O other.", length=1, default="", fixed=True)
    price_code: str = target("PriceCode", "Price code.", length=10, default="")
    company_tax_number: str = target("CompanyTaxNumber", "Tax registration number.", length=15, default="")
    nationality: str = target("Nationality", "Nationality code.", length=3, default="")
    sold_to_1: str = target("SoldToAddr1", "Address line 1.", length=40, default="")
    sold_to_2: str = target("SoldToAddr2", "Address line 2.", length=40, default="")
    sold_to_3: str = target("SoldToAddr3", "Address line 3.", length=40, default="")
    sold_to_4: str = target("SoldToAddr4", "Address line 4.", length=40, default="")
    sold_to_5: str = target("SoldToAddr5", "Address line 5.", length=40, default="")
    sold_postal_code: str = target("SoldPostalCode", "Postal code.", length=10, default="")
    ship_to_1: str = target("ShipToAddr1", "Delivery address line 1.", length=40, default="")
    ship_to_2: str = target("ShipToAddr2", "Delivery address line 2.", length=40, default="")
    ship_to_3: str = target("ShipToAddr3", "Delivery address line 3.", length=40, default="")
    ship_to_4: str = target("ShipToAddr4", "Delivery address line 4.", length=40, default="")
    ship_to_5: str = target("ShipToAddr5", "Delivery address line 5.", length=40, default="")
    ship_postal_code: str = target("ShipPostalCode", "Delivery postal code.", length=10, default="")

    @property
    def kind(self) -> Kind:
        """Which kind this is."""
        return Kind.CUSTOMER

    def with_customer(self, customer: str) -> Self:  # noqa: ARG002 - part of the Body protocol
        """Return itself: a new customer belongs to no other."""
        return self
