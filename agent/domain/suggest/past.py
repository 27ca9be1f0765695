"""What a site has posted, as evidence: from its own decisions, and from what people posted in SYSPRO. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from agent.domain.facts import Facts
from agent.domain.fitting import bare_key
from agent.domain.kinds import Body, Kind, SalesOrder
from agent.domain.kinds.base import targets_of
from agent.domain.money import Money
from agent.domain.shadow.entry import Entry, Side
from agent.domain.shadow.expected import BANK, BRANCH, TERMS
from agent.domain.suggest.evidence import Posting, Usual, usual_value

#: Most source fields of one payment that are kept.
_MOST = 200

#: How deep Stripe's objects are read.
_DEPTH = 4

_CUSTOMER = "Customer"

#: What a line of an order is called among the kinds of documents.
ORDER_LINE = "order_line"

#: SYSPRO's own postings -> kind and elements of the agent's that are the same.
_ELEMENTS = {
    Side.RECEIPTS: (Kind.RECEIPT.value, {BANK: "Bank"}),
    Side.SALES: (Kind.AR_DOCUMENT.value, {BRANCH: "Branch", TERMS: "InvoiceTerms"}),
}


def posting_of(facts: Facts, body: Body) -> Posting:
    """Return what was posted for a payment, beside what Stripe said of it.

    Source fields are named by role and path, as in flows; those of the charge also without its name.
    """
    sources: dict[str, str] = {}
    for role, value in facts.stripe.objects.items():
        for path, text in _scalars(value, role, _DEPTH):
            sources[path] = text
            if role == "charge":
                sources[path.partition(".")[2]] = text
    kept = dict(list(sources.items())[:_MOST])
    fields = {
        element: bare_key(text) if element == _CUSTOMER else text
        for element, (attribute, _) in targets_of(type(body)).items()
        if (text := _text(getattr(body, attribute)))
    }
    return Posting(body.kind.value, kept, fields)


def lines_of(body: Body) -> Iterator[Posting]:
    """Yield the lines of goods of a posted order, by their descriptions, which are what Stripe calls a product."""
    for line in body.lines if isinstance(body, SalesOrder) else ():
        if line.stock_code and line.description:
            fields = {"StockCode": line.stock_code} | ({"StockTaxCode": line.tax_code} if line.tax_code else {})
            yield Posting(ORDER_LINE, {"description": line.description}, fields)


def telling(postings: Iterable[Posting]) -> tuple[Posting, ...]:
    """Return the postings without the sources that never changed: one value fits many fields by chance."""
    every = list(postings)
    values: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in every:
        for path, value in one.sources.items():
            values[one.kind, path].add(value)
    changing = {key for key, found in values.items() if len(found) > 1}
    return tuple(
        Posting(one.kind, {path: one.sources[path] for path in one.sources if (one.kind, path) in changing}, one.fields)
        for one in every
    )


def postings_in(entries: Iterable[Entry]) -> Iterator[Posting]:
    """Yield what people posted in SYSPRO: the banks of receipts, branch and terms of invoices, by customer."""
    for entry in entries:
        kind, names = _ELEMENTS.get(entry.side, ("", {}))
        fields = {names[name]: value for name, value in entry.details if value and name in names}
        if kind and fields and entry.customer and entry.value.minor > 0:
            yield Posting(kind, {}, fields | {_CUSTOMER: bare_key(entry.customer)})


def usual_by(postings: Sequence[Posting], kind: str, element: str, by: str) -> tuple[Usual, ...]:
    """Return what a field mostly had for each value of another one, those with most postings first.

    Args:
        postings: What was posted.
        kind: Name of the kind.
        element: SYSPRO's element that is asked about, such as ``Bank``.
        by: SYSPRO's element whose values are told apart, such as ``Customer``.
    """
    own: Mapping[str, list[Posting]] = defaultdict(list)
    for one in postings:
        if one.kind == kind and one.fields.get(by) and one.fields.get(element):
            own[one.fields[by]].append(one)
    counts = Counter({value: len(some) for value, some in own.items()})
    order = sorted(counts, key=lambda value: (-counts[value], value))
    found = (usual_value(own[value], kind, element, by=by, of=value) for value in order)
    return tuple(one for one in found if one is not None)


def _scalars(value: Any, path: str, depth: int) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        if depth:
            for name, inner in value.items():
                yield from _scalars(inner, f"{path}.{name}", depth - 1)
    elif isinstance(value, str | int | bool) and (text := _text(value)):
        yield path, text


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Money):
        return f"{value.to_decimal():f}"
    return "" if value is None else str(value).strip()
