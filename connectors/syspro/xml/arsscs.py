"""ARSSCS: add a customer (Setup/Add), or change one (Setup/Update).

Source: reference, section 2.6: inputs from SYSPRO's own schemas; reply ``setuparcustomer/item/key/customer`` and
RecordsRead / RecordsInvalid seen. ``Key/Customer`` stays empty where SYSPRO numbers customers itself.
"""

from agent.domain.fitting import DoesNotFitError
from agent.domain.kinds import Customer, CustomerChange, targets_of
from connectors.syspro.xml.build import document, flag, group, leaf, needed
from connectors.syspro.xml.reply import Node, judge
from connectors.syspro.xml.request import Posted, Request, believable

ROOT = "SetupArCustomer"

#: Longest reference that each column can keep whole; source: reference, Appendix A, ArCustomer.
REFERENCE_LENGTHS = {"UserField1": 10, "EdiSenderCode": 40, "ShortName": 20}
# Our own declarations that are no elements of the item.
_NOT_ELEMENTS = {"Reference", "ReferenceField", "Customer"}
#: Columns of ArCustomer that an addition may fill; they are called as the elements are.
COLUMNS = tuple(
    dict.fromkeys((*(name for name in targets_of(Customer) if name not in _NOT_ELEMENTS), *REFERENCE_LENGTHS))
)


def build(customer: Customer, *, validate: bool = False) -> Request:
    """Return the parameters and the document that add ``customer``.

    Args:
        customer: The customer; its ``reference_field`` says which column keeps our reference.
        validate: Only ask SYSPRO whether it would take it.

    Raises:
        DoesNotFitError: When a text does not fit, or the column cannot keep the reference whole: a shortened one could
            not be searched for.
    """
    key = group("Key", needed("Customer", customer.code))
    fields = (leaf(element, text) for element, text in elements_of(customer).items())
    return Request(_parameters(validate=validate), document(ROOT, group("Item", key, *fields)))


def build_change(change: CustomerChange, *, validate: bool = False) -> Request:
    """Return the parameters and the document that change a customer; elements that are not named are left out.

    Args:
        change: What is to be said; an element whose text is empty is sent empty.
        validate: Only ask SYSPRO whether it would take it.

    Raises:
        DoesNotFitError: When a text does not fit.
    """
    key = group("Key", needed("Customer", change.code))
    fields = (needed(element, text) for element, text in changes_of(change).items())
    return Request(_parameters(validate=validate), document(ROOT, group("Item", key, *fields)))


def changes_of(change: CustomerChange) -> dict[str, str]:
    """Return the elements that a change names, with their texts; columns have the same names."""
    attributes = targets_of(CustomerChange)
    return {element: str(getattr(change, attributes[element][0])) for element in change.elements}


def _parameters(*, validate: bool) -> str:
    parameters = group(
        "Parameters",
        leaf("IgnoreWarnings", "N"),
        flag("ApplyIfEntireDocumentValid", yes=True),
        flag("ValidateOnly", yes=validate),
    )
    return document(ROOT, parameters)


def elements_of(customer: Customer) -> dict[str, str]:
    """Return the elements of the item with their texts, our reference in its column; columns have the same names.

    Raises:
        DoesNotFitError: When the column is unknown or too short for the reference.
    """
    texts = {
        element: str(getattr(customer, attribute))
        for element, (attribute, _) in targets_of(Customer).items()
        if element not in _NOT_ELEMENTS
    }
    column = customer.reference_field
    if column in {"", "none"}:
        return texts
    if len(customer.reference) > REFERENCE_LENGTHS.get(column, 0):
        raise DoesNotFitError(f"{column}: it cannot keep the reference {customer.reference!r}.")
    return {**texts, column: customer.reference}


def parse(root: Node) -> Posted:
    """Return what became of the customer; its key is the customer code as SYSPRO writes it."""
    return Posted(judge(root, ROOT), believable(root.text("item/key/customer")))
