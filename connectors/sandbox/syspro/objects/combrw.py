"""COMBRW: browses, which a site must define first; this one has none (reference, section 2.10)."""

from connectors.sandbox.syspro import made_up
from connectors.sandbox.syspro.books import Books
from connectors.sandbox.syspro.calls import BusinessObject, Call
from connectors.sandbox.syspro.troubles import Exceptional


def run(call: Call, _books: Books) -> str:
    """Refuse.

    Raises:
        Exceptional: Always.
    """
    raise Exceptional(made_up.NO_BROWSE.format(call.document.text("BrowseName")))


OBJECT = BusinessObject("COMBRW", ("Query/Browse",), run)
