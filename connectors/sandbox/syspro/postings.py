"""The frame that most transaction objects share: something read once, then every item, then the status."""

from collections.abc import Callable
from typing import TypeVar

from connectors.sandbox.syspro import xmlout
from connectors.sandbox.syspro.books import Books
from connectors.sandbox.syspro.calls import (
    Call,
    Outcome,
    needed_items,
    numbered_items,
    post_items,
    transaction_status,
)
from connectors.sandbox.syspro.troubles import Refused
from connectors.sandbox.syspro.xmlin import Element

Shared = TypeVar("Shared")
"""What is read once for all items, such as the posting period."""


def run_posting(
    call: Call,
    books: Books,
    reply: tuple[str, str],
    shared: Callable[[], Shared],
    post: Callable[[Element, Shared], Outcome],
    *,
    entire: bool = False,
) -> str:
    """Post every ``Item`` of the document and answer with their outcomes and the status block.

    Args:
        call: The call.
        books: What is written to.
        reply: Root of the reply, lower case, and version of the object.
        shared: Reads what all items share; may raise ``Refused``.
        post: Posts one item; may raise ``Refused``.
        entire: What a blank ApplyIfEntireDocumentValid means for the object.
    """
    root, version = reply
    try:
        items, common = needed_items(call), shared()
    except Refused as refused:
        outcomes = [Outcome(xmlout.faults(refused.faults), invalid=True)]
    else:
        outcomes = post_items(call, books, items, lambda item: post(item, common), entire=entire)
    return xmlout.reply(root, version, numbered_items(outcomes), transaction_status(outcomes))
