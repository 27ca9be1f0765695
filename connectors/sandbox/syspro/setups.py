"""The frame of setup objects: each record is shown again in lower case (reference, section 1.5)."""

from collections.abc import Callable

from connectors.sandbox.syspro import xmlout
from connectors.sandbox.syspro.books import Books
from connectors.sandbox.syspro.calls import Call, Outcome, needed_items, post_items
from connectors.sandbox.syspro.troubles import Fault, Refused
from connectors.sandbox.syspro.xmlin import Element

Key = tuple[tuple[str, str], ...]
"""Names and texts of a record's key, shown in the reply."""


def run_setup(call: Call, books: Books, root: str, version: str, post: Callable[[Element], Key]) -> str:
    """Set up every item and answer with their keys.

    Args:
        call: The call; its method says add, update or delete.
        books: What is written to.
        root: Root of the reply, lower case.
        version: Version of the object.
        post: Sets up one item and returns its key; raises ``Refused`` when it is not acceptable.
    """
    try:
        items = needed_items(call)
    except Refused as refused:
        outcomes = [Outcome(xmlout.faults(refused.faults), invalid=True)]
    else:
        outcomes = post_items(call, books, items, lambda item: _post(item, post), entire=True)
    body = "".join(xmlout.node("item", outcome.body) for outcome in outcomes)
    status = xmlout.node(
        "StatusOfItems",
        xmlout.leaf("RecordsRead", len(outcomes)),
        xmlout.leaf("RecordsInvalid", sum(outcome.invalid for outcome in outcomes)),
    )
    return xmlout.reply(root, version, body, status)


def _post(item: Element, post: Callable[[Element], Key]) -> Outcome:
    try:
        return Outcome(_key(post(item)))
    except Refused as refused:
        given = tuple((element.name, element.value) for element in item.child("Key") or ())
        inside = {fault.path[-1] for fault in refused.faults if fault.path[0] == "Key"}
        key = _key(tuple(pair for pair in given if pair[0] not in inside), refused.faults)
        rest = [_lowered(fault) for fault in refused.faults if fault.path[0] != "Key"]
        return Outcome(key + xmlout.faults(rest), invalid=True)


def _key(pairs: Key, found: tuple[Fault, ...] = ()) -> str:
    inside = [_lowered(Fault(fault.path[1:], fault.value, fault.trouble)) for fault in found if fault.path[0] == "Key"]
    return xmlout.node("key", xmlout.leaves((name.lower(), text) for name, text in pairs), xmlout.faults(inside))


def _lowered(fault: Fault) -> Fault:
    return Fault(tuple(name.lower() for name in fault.path), fault.value, fault.trouble)
