"""One call to a business object, and the frame that posts its items."""

from collections.abc import Callable
from dataclasses import dataclass

from connectors.sandbox.syspro import xmlout
from connectors.sandbox.syspro.books import Books
from connectors.sandbox.syspro.fields import Fields
from connectors.sandbox.syspro.made_up import made_up
from connectors.sandbox.syspro.troubles import Fault, Refused
from connectors.sandbox.syspro.xmlin import Element


@dataclass(frozen=True, slots=True)
class Call:
    """What a session asks of a business object.

    Attributes:
        method: Path below the base, such as ``Transaction/Post``.
        operator: Operator code of the session.
        document: Root of XmlIn.
        parameters: The ``Parameters`` element of XmlParameters; empty when absent.
        strike: Whether a fault of the script strikes this call, counting it.
    """

    method: str
    operator: str
    document: Element
    parameters: Element
    strike: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class BusinessObject:
    """One business object of the service.

    Attributes:
        name: Six characters, such as ``SORTOI``.
        methods: Paths it answers to.
        run: Answers a call with the text of the reply.
    """

    name: str
    methods: tuple[str, ...]
    run: Callable[[Call, Books], str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item.

    Attributes:
        body: Inner XML of the item in the reply.
        invalid: Whether it was refused.
        warned: Whether it was accepted with warnings.
    """

    body: str
    invalid: bool = False
    warned: bool = False


def post_items(
    call: Call, books: Books, items: list[Element], post: Callable[[Element], Outcome], *, entire: bool
) -> list[Outcome]:
    """Post each item, undoing the refused ones, in one transaction.

    Args:
        call: Its parameters say ValidateOnly and ApplyIfEntireDocumentValid.
        books: What is written to.
        items: What to post, in order.
        post: Posts one item, raising ``Refused`` when it is not acceptable.
        entire: What a blank ApplyIfEntireDocumentValid means.

    Returns:
        One outcome an item; when the whole was undone for a refused item, the others show nothing but their number.
    """
    parameters = Fields(call.parameters)
    whole = parameters.flag("ApplyIfEntireDocumentValid", default=entire)
    with books.transaction() as work:
        outcomes = [_post_one(books, item, post) for item in items]
        refused = any(outcome.invalid for outcome in outcomes)
        work.keep = not (parameters.flag("ValidateOnly") or (whole and refused))
    if refused and not work.keep:
        return [outcome if outcome.invalid else Outcome("") for outcome in outcomes]
    return outcomes


def numbered_items(outcomes: list[Outcome]) -> str:
    """Return the ``Item`` elements of a transaction's reply, key first, then their number, as recorded."""
    return "".join(
        xmlout.node("Item", outcome.body, xmlout.leaf("ItemNumber", f"{number:06d}"))
        for number, outcome in enumerate(outcomes, 1)
    )


def transaction_status(outcomes: list[Outcome]) -> str:
    """Return the status block of a transaction (reference, section 1.5): five digits."""
    invalid = sum(outcome.invalid for outcome in outcomes)
    return xmlout.node(
        "StatusOfItems",
        xmlout.leaf("ItemsProcessed", f"{len(outcomes) - invalid:05d}"),
        xmlout.leaf("ItemsInvalid", f"{invalid:05d}"),
    )


def needed_items(call: Call, path: str = "Item") -> list[Element]:
    """Return the items of the document; a document without any is one refused item.

    Raises:
        Refused: When there is none.
    """
    items = call.document.all(path)
    if not items:
        raise Refused(Fault((path,), "", made_up("no_items")))
    return items


def _post_one(books: Books, item: Element, post: Callable[[Element], Outcome]) -> Outcome:
    try:
        with books.savepoint():
            return post(item)
    except Refused as refused:
        return Outcome(xmlout.faults(refused.faults), invalid=True)
