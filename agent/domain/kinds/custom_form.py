"""One custom form field (COMSFM). Keeps the full Stripe id where people at the site can see it."""

from dataclasses import dataclass, replace
from typing import Self

from agent.domain.kinds.base import Kind, target


@dataclass(frozen=True, slots=True)
class CustomForm:
    """One value in one custom form field of one record."""

    form_type: str = target(
        "FormType", "Form the field is on; CUS for customers by SYSPRO's convention.", length=6, required=True
    )
    field_name: str = target("FieldName", "Name of the custom form field.", length=20, required=True)
    value: str = target("AlphaValue", "The text to keep.", length=100, required=True, fixed=True)
    key_field: str = target(
        "KeyField", "Key of the record; the customer of the payment when empty.", length=30, default="", fixed=True
    )

    @property
    def kind(self) -> Kind:
        """Which kind this is."""
        return Kind.CUSTOM_FORM

    @property
    def reference(self) -> str:
        """The value itself: the field is looked up by its record and holds nothing else."""
        return self.value

    def with_customer(self, customer: str) -> Self:
        """Return the same value on the record of ``customer``."""
        return replace(self, key_field=customer)
