"""The kinds of documents: one dataclass each, whose fields carry their own declaration.

A field's :class:`Target` gives SYSPRO's element, length, table of allowed values and help; the editor, the validation,
the template and the help page all come from it. A new kind is a module here, a builder in ``connectors/syspro/xml``
and a golden file.
"""

from agent.domain.kinds.base import Body, Kind, Target, target, targets_of
from agent.domain.kinds.custom_form import CustomForm
from agent.domain.kinds.customer import Customer
from agent.domain.kinds.receipt import Allocation, Receipt
from agent.domain.kinds.sales_order import OrderLine, OrderOptions, SalesOrder

#: The dataclass of each kind.
BODIES: dict[Kind, type[Body]] = {
    Kind.CUSTOMER: Customer,
    Kind.CUSTOM_FORM: CustomForm,
    Kind.SALES_ORDER: SalesOrder,
    Kind.RECEIPT: Receipt,
}

__all__ = [
    "BODIES",
    "Allocation",
    "Body",
    "CustomForm",
    "Customer",
    "Kind",
    "OrderLine",
    "OrderOptions",
    "Receipt",
    "SalesOrder",
    "Target",
    "target",
    "targets_of",
]
