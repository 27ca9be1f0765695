"""A small thesaurus for the tests of the suggestions."""

from agent.domain.kinds import Kind
from agent.domain.suggest import Advisor, Evidence, SourceField, thesaurus_from
from agent.shipped import shipped_thesaurus

SMALL = """
format = 1
[concepts]
customer = "customer; kunde; kunden"
number = "number; nummer; nr"
order = "order; bestell"
"purchase order" = "purchase order"
[light]
words = "number=3"
[containers]
words = "metadata custom"
[roots]
words = "charge metadata"
[anywhere]
elements = ""
[lines]
words = "line items"
[elsewhere]
words = "utm; ip address; nummer"
[meanings]
Customer = "customer number; order=60"
[shapes]
Customer = "code"
"""


def small():
    return thesaurus_from(SMALL)


def shipped():
    return thesaurus_from(shipped_thesaurus())


def advise(kind, name, *samples, **evidence):
    """Return what the shipped thesaurus suggests."""
    return Advisor(shipped(), Kind(kind), Evidence(**evidence)).suggest(SourceField(name, samples))


def first(kind, name, *samples, **evidence):
    """Return the surest suggestion; `None` for none."""
    return next(iter(advise(kind, name, *samples, **evidence)), None)
