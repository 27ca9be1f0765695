"""Stripe's lists: newest first, cursors, filters (docs.stripe.com/api/pagination)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from connectors.sandbox.stripe.engine import NOUNS, Engine
from connectors.sandbox.stripe.errors import bad, missing
from connectors.sandbox.stripe.store import FACETS, Clause, Obj

DEFAULT_LIMIT = 10
_BOUNDS = {"gt": ">", "gte": ">=", "lt": "<", "lte": "<=", "eq": "="}


@dataclass(frozen=True, slots=True)
class ListCall:
    """The paging parameters of one list call."""

    limit: int
    starting_after: str | None
    ending_before: str | None

    @property
    def cursor_param(self) -> str:
        """Name of the cursor's parameter."""
        return "starting_after" if self.ending_before is None else "ending_before"


def list_call(params: Mapping[str, Any]) -> ListCall:
    """Return the paging of a call.

    Raises:
        StripeRefusal: 400 when both cursors are given.
    """
    call = ListCall(params.get("limit", DEFAULT_LIMIT), params.get("starting_after"), params.get("ending_before"))
    if call.starting_after is not None and call.ending_before is not None:
        raise bad("You may only specify one of these parameters: starting_after, ending_before.")
    return call


def range_clauses(column: str, bounds: Mapping[str, int] | None) -> list[Clause]:
    """Return the conditions of a ``created``-like parameter on a column or SQL expression."""
    return [Clause(f"{column} {_BOUNDS[bound]} ?", (number,)) for bound, number in (bounds or {}).items()]


def filter_clauses(params: Mapping[str, Any], names: Sequence[str]) -> list[Clause]:
    """Return equality conditions for those of ``names`` that were given: by column, else by the object's own field."""
    clauses = []
    for name in names:
        value = params.get(name)
        if value is None:
            continue
        column = name if name in FACETS else f"json_extract(body, '$.{name}')"
        clauses.append(Clause(f"{column} = ?", (value,)))
    return clauses


class Lister:
    """Answers lists of stored objects."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def page(self, kind: str, call: ListCall, clauses: Sequence[Clause], url: str) -> Obj:
        """Return one page of a kind as Stripe's list object."""
        forwards = call.ending_before is not None
        cursor = call.ending_before or call.starting_after
        where = list(clauses)
        if cursor is not None:
            row = self._engine.store.find(cursor)
            if row is None or row.kind != kind:
                raise missing(NOUNS.get(kind, kind), cursor, param=call.cursor_param, status=400)
            where.append(
                Clause(f"(created, seq) {'>' if forwards else '<'} (?, ?)", (row.body.get("created", 0), row.seq))
            )
        order = "ASC" if forwards else "DESC"
        found = self._engine.store.select(kind, where, order=order, limit=call.limit + 1)
        kept = found[: call.limit]
        return as_list(kept[::-1] if forwards else kept, more=len(found) > call.limit, url=url)


def page_of(members: list[Obj], call: ListCall, noun: str, url: str) -> Obj:
    """Return one page of objects that live inside another, in the order given."""
    ids = [member["id"] for member in members]
    cursor = call.ending_before or call.starting_after
    if cursor is not None and cursor not in ids:
        raise missing(noun, cursor, param=call.cursor_param, status=400)
    if call.ending_before is not None:
        end = ids.index(call.ending_before)
        start = max(0, end - call.limit)
        return as_list(members[start:end], more=start > 0, url=url)
    start = 0 if call.starting_after is None else ids.index(call.starting_after) + 1
    return as_list(members[start : start + call.limit], more=len(members) > start + call.limit, url=url)


def as_list(members: list[Obj], *, more: bool, url: str) -> Obj:
    """Return Stripe's list object."""
    return {"object": "list", "data": members, "has_more": more, "url": url}
