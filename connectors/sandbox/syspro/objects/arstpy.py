"""ARSTPY: receivables payments, adjustments and miscellaneous receipts (reference, section 2.4).

The reply's shape was not found publicly; what is built here is inferred: ``Item`` with a ``Key`` of year, month and
journal, then ``ItemNumber``; at the end the transaction's status block.
"""

from connectors.sandbox.syspro import xmlout
from connectors.sandbox.syspro.books import Books
from connectors.sandbox.syspro.calls import BusinessObject, Call, Outcome
from connectors.sandbox.syspro.fields import Fields
from connectors.sandbox.syspro.made_up import made_up
from connectors.sandbox.syspro.objects.arstpy_other import post_adjustments, post_miscellaneous
from connectors.sandbox.syspro.objects.arstpy_payment import post_payment
from connectors.sandbox.syspro.periods import Period, posting_period
from connectors.sandbox.syspro.postings import run_posting
from connectors.sandbox.syspro.xmlin import Element

ROOT = "postarpayment"
VERSION = "7.0.037"
"""Version of the object; made up."""

_KINDS = {"Payment": post_payment, "Adjustments": post_adjustments, "MiscellaneousReceipt": post_miscellaneous}


def run(call: Call, books: Books) -> str:
    """Post every item and answer with the journals used."""
    return run_posting(
        call,
        books,
        (ROOT, VERSION),
        lambda: posting_period(call, books),
        lambda item, period: _post(call, books, item, period),
        entire=True,
    )


def _post(call: Call, books: Books, item: Element, period: Period) -> Outcome:
    journals: list[int] = []
    warned: list[str] = []
    fields = Fields(item)
    for element in item:
        post = _KINDS.get(element.name)
        if post is not None:
            journals.append(post(call, books, fields.under(element), period, warned))
    if not journals:
        fields.refuse("Payment", made_up("nothing_given"))
        fields.stop()
    key = xmlout.node("Key", *(_key(period, journal) for journal in journals[:1]))
    return Outcome(key + xmlout.warnings(warned), warned=bool(warned))


def _key(period: Period, journal: int) -> str:
    return xmlout.leaves(
        (("TrnYear", period.year), ("TrnMonth", f"{period.month:02d}"), ("Journal", f"{journal:010d}"))
    )


OBJECT = BusinessObject("ARSTPY", ("Transaction/Post",), run)
