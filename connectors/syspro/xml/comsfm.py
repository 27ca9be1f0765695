"""COMSFM: write one custom form field (Setup/Update, or Setup/Add where it has no value yet).

Source: reference, section 2.7: one recorded exchange with FormType ``POR``. The other form types (CUS, STK, ORD) are
SYSPRO's convention and unsure, and so is which of Update and Add an existing value needs.
"""

from dataclasses import dataclass

from agent.domain.kinds import CustomForm
from connectors.syspro.xml.build import document, flag, group, needed
from connectors.syspro.xml.reply import Node, judge
from connectors.syspro.xml.request import Posted, Request

ROOT = "SetupCustomForm"


@dataclass(frozen=True, slots=True)
class FormTable:
    """Where the values of a form type can be read.

    Attributes:
        table: The table; custom fields live in the table's name with a plus sign.
        key: Its key column, which holds KeyField.
        fixed: Further key columns with the value they must have.
    """

    table: str
    key: str
    fixed: tuple[tuple[str, str], ...] = ()


#: Form type -> its table; source: reference, section 3.2. The live order has a blank invoice number.
TABLES = {
    "CUS": FormTable("ArCustomer+", "Customer"),
    "STK": FormTable("InvMaster+", "StockCode"),
    "ORD": FormTable("CusSorMaster+", "SalesOrder", (("InvoiceNumber", ""),)),
}


def build(form: CustomForm, *, validate: bool = False) -> Request:
    """Return the parameters and the document that write ``form``; the same for Update and Add.

    Raises:
        DoesNotFitError: When a text does not fit.
    """
    key = group(
        "Key",
        needed("FormType", form.form_type),
        needed("KeyField", form.key_field),
        needed("FieldName", form.field_name),
    )
    item = group("Item", key, needed("AlphaValue", form.value))
    parameters = group("Parameters", flag("ValidateOnly", yes=validate))
    return Request(document(ROOT, parameters), document(ROOT, item))


def parse(root: Node, form: CustomForm) -> Posted:
    """Return what became of the value; its key is made of form type, record and field."""
    return Posted(judge(root, ROOT), form_key(form))


def form_key(form: CustomForm) -> str:
    """Return the key that our links keep for a custom form value, such as ``CUS/000000000000004/STRIPEID``."""
    return f"{form.form_type}/{form.key_field}/{form.field_name}"
