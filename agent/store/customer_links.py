"""Which SYSPRO customer is which Stripe customer, and what both sides last agreed on."""

import json
import sqlite3
from collections.abc import Mapping, Sequence

from sqlite_utils import Database

from agent import ports
from agent.domain.codec import dumps, from_plain, loads
from agent.domain.customers.compare import Agreed, Conflict, Owner
from agent.domain.customers.fields import NAME
from agent.domain.customers.kept import CustomerFilter, DueLink, LinkRow, LinkState, OnItsWay, Outcome
from agent.domain.customers.suggest import BY_SCORE, Advice
from agent.domain.documents import Link
from agent.domain.errors import NeedsPerson, Problem
from agent.domain.kinds import Kind
from agent.store import closed_links, links
from agent.store.customers import CustomerSides, learn
from agent.store.packing import storable

_DUE = """
SELECT customer_links.*, erp_customers.texts AS syspro, erp_customers.currency
FROM customer_links JOIN erp_customers USING (company, customer)
WHERE company = ? AND due_at <= ? AND closed_at IS NULL AND NOT gone ORDER BY due_at, id LIMIT ?
"""

_LEFT = """
SELECT (SELECT count(*) FROM customer_links WHERE company = :company AND due_at IS NOT NULL AND closed_at IS NULL)
    + (SELECT count(*) FROM erp_customers WHERE company = :company AND look)
"""

_LINK = """
INSERT INTO customer_links (company, customer, stripe_id, origin, made_at, due_at) VALUES (?, ?, ?, ?, ?, ?)
"""

_DONE = """
UPDATE customer_links SET
    stripe_id = :stripe_id, agreed = :agreed, conflicts = :conflicts, sent = :sent, waiting = :waiting,
    decided = iif(revision = :revision, :decided, decided),
    begun_at = NULL, attempts = 0, refused = '', refused_code = '',
    due_at = iif(revision = :revision, :due_at, coalesce(due_at, 0))
WHERE id = :id
"""

_REFUSED = """
UPDATE customer_links SET due_at = NULL, attempts = attempts + 1, refused_code = ?, refused = ? WHERE id = ?
"""

_DECIDE = """
UPDATE customer_links SET decided = ?, due_at = ?, revision = revision + 1 WHERE id = ?
"""

_FOUND = """
FROM customer_links LEFT JOIN erp_customers USING (company, customer)
WHERE company = :company AND customer > :after AND (:state = '' OR state = :state)
    AND (instr(lower(customer), :text) OR instr(lower(stripe_id), :text) OR instr(lower(texts), :text))
"""

_ROWS = f"""
SELECT customer_links.*, coalesce(erp_customers.texts, '{{}}') AS texts {_FOUND}
ORDER BY customer, customer_links.id LIMIT :limit OFFSET :offset
"""

_MERGED = "UPDATE links SET erp_key = ?, origin = 'person' WHERE company = ? AND kind = ? AND erp_key = ?"

_ALL_DUE = """
UPDATE customer_links SET due_at = coalesce(due_at, ?), revision = revision + 1 WHERE company = ? AND closed_at IS NULL
"""


class Customers(CustomerSides, ports.CustomerStore):
    """See :class:`agent.ports.CustomerStore`."""

    def all_due(self, company: str, now: int) -> None:
        """Have everything looked at anew."""
        with self._connections.writing() as db:
            db.execute(_ALL_DUE, (now, company))
            db.execute("UPDATE erp_customers SET look = 1 WHERE company = ?", (company,))

    def link(self, company: str, customer: str, stripe_id: str, *, party: str, by: str, now: int) -> None:
        """Link two customers; an empty ``stripe_id`` has one made."""
        with self._connections.writing() as db:
            _check_free(db, company, customer, stripe_id)
            if stripe_id and party:
                made = Link(Kind.CUSTOMER.value, party, customer, "person")
                if not links.add(db, company, made, now) and not _moved(db, company, made, by, now):
                    raise _refusal(f"Payments of {stripe_id} are booked to another SYSPRO customer than {customer}.")
            if by != BY_SCORE:
                learn(db, company, customer, stripe_id, accepted=True)
            db.execute(_LINK, (company, customer, stripe_id, by, now, now))
            db.execute(
                "UPDATE erp_customers SET advice = '', suggested_id = '', ignored_by = '' "
                "WHERE company = ? AND customer = ?",
                (company, customer),
            )
            # Others to whom this Stripe customer was suggested need another suggestion.
            sql = "UPDATE erp_customers SET look = 1 WHERE company = ? AND suggested_id = ? AND suggested_id <> ''"
            db.execute(sql, (company, stripe_id))
            closed_links.reopened(db, customer, now)
            closed_links.say(db, by, "customer.linked", customer, stripe_id or "a new customer in Stripe", now)

    def merged(self, company: str, gone: str, customer: str, *, by: str, now: int) -> int:
        """Have the payments of a SYSPRO customer that is gone booked to another one."""
        with self._connections.writing() as db:
            for code, is_gone in ((gone, 1), (customer, 0)):
                sql = "SELECT 1 FROM erp_customers WHERE company = ? AND customer = ? AND gone = ?"
                if db.execute(sql, (company, code, is_gone)).fetchone() is None:
                    what = "still has" if is_gone else "has no"
                    raise _refusal(f"SYSPRO {what} customer {code}, as far as it was read.")
            moved = db.execute(_MERGED, (customer, company, Kind.CUSTOMER.value, gone)).rowcount
            closed_links.reopened(db, gone, now)
            closed_links.say(db, by, "customer.merged", customer, f"{gone}: {moved}", now)
            return moved

    def linked(self, company: str, customer: str) -> str | None:
        """Return the Stripe customer that a SYSPRO customer is linked to."""
        sql = "SELECT stripe_id FROM customer_links WHERE closed_at IS NULL AND company = ? AND customer = ?"
        row = self._connections.one(sql, (company, customer))
        return str(row["stripe_id"]) if row else None

    def due(self, company: str, limit: int, now: int) -> Sequence[DueLink]:
        """Return links that are to be looked at."""
        return [_due(row) for row in self._connections.all(_DUE, (company, now, limit))]

    def left(self, company: str) -> int:
        """Return how many links are due, or will be, and how many suggestions are to be made."""
        row = self._connections.one(_LEFT, {"company": company})
        assert row is not None
        return int(row[0])

    def begin(self, link: DueLink, now: int) -> None:
        """Note, durably, that its Stripe customer is being made from now on."""
        with self._connections.writing_durably() as db:
            db.execute("UPDATE customer_links SET begun_at = coalesce(begun_at, ?) WHERE id = ?", (now, link.id))

    def done(self, link: DueLink, outcome: Outcome, now: int) -> None:
        """Record what became of a link."""
        values = {
            "id": link.id,
            "revision": link.revision,
            "stripe_id": outcome.stripe_id,
            "agreed": storable(dumps(outcome.agreed)),
            "decided": dumps(outcome.decided),
            "conflicts": storable(dumps(outcome.conflicts)),
            "sent": outcome.sent,
            "waiting": storable(dumps(outcome.waiting)),
            "due_at": outcome.due_at,
        }
        with self._connections.writing() as db:
            db.execute(_DONE, values)
            if not link.stripe_id and outcome.stripe_id:
                if outcome.party:
                    made = Link(Kind.CUSTOMER.value, outcome.party, link.customer, "created")
                    links.add(db, _company(db, link), made, now)
                closed_links.say(db, "engine", "customer.made", link.customer, outcome.stripe_id, now)

    def refused(self, link: DueLink, code: str, reason: str) -> None:
        """Record that Stripe refused it."""
        with self._connections.writing() as db:
            db.execute(_REFUSED, (code, storable(reason), link.id))

    def later(self, link: DueLink, due_at: int) -> None:
        """Look again at ``due_at``."""
        with self._connections.writing() as db:
            db.execute("UPDATE customer_links SET due_at = ?, attempts = attempts + 1 WHERE id = ?", (due_at, link.id))

    def decide(self, company: str, customer: str, field: str, side: Owner, *, by: str, now: int) -> bool:
        """Keep whose text of a field counts."""
        with self._connections.writing() as db:
            row = _open(db, company, "customer", customer)
            if row is None or field not in {one.field for one in _conflicts(row)}:
                return False
            decided = json.loads(row["decided"]) | {field: side.value}
            db.execute(_DECIDE, (json.dumps(decided, sort_keys=True), now, row["id"]))
            closed_links.say(db, by, "customer.resolved", customer, f"{field}: {side.value}", now)
            return True

    def again(self, company: str, customer: str, now: int) -> bool:
        """Look again at a link."""
        sql = "UPDATE customer_links SET due_at = ?, refused = '', revision = revision + 1"
        with self._connections.writing() as db:
            where = "WHERE company = ? AND customer = ? AND closed_at IS NULL"
            return db.execute(f"{sql} {where}", (now, company, customer)).rowcount > 0

    def rows(self, company: str, wanted: CustomerFilter) -> Sequence[LinkRow]:
        """Return links by SYSPRO customer."""
        return [_row(row) for row in self._connections.all(_ROWS, _asked(company, wanted))]

    def row_count(self, company: str, wanted: CustomerFilter) -> int:
        """Return how many links there are, whatever the limit and the offset."""
        row = self._connections.one(f"SELECT count(*) {_FOUND}", _asked(company, wanted))
        assert row is not None
        return int(row[0])

    def counts(self, company: str) -> tuple[Mapping[LinkState, int], Mapping[Advice, int]]:
        """Return how many links stand where, and how many suggestions of each sort there are."""
        sql = "SELECT state, count(*) FROM customer_links WHERE company = ? GROUP BY state"
        standing = {row[0]: row[1] for row in self._connections.all(sql, (company,))}
        sql = "SELECT advice, count(*) FROM erp_customers WHERE company = ? AND advice <> '' GROUP BY advice"
        advised = {row[0]: row[1] for row in self._connections.all(sql, (company,))}
        states = {state: standing.get(state.value, 0) for state in LinkState}
        return states, {advice: advised.get(advice.value, 0) for advice in Advice}


def _asked(company: str, wanted: CustomerFilter) -> dict[str, str | int]:
    return {
        "company": company,
        "state": wanted.state.value if wanted.state else "",
        "text": storable(wanted.text.lower()),
        "after": wanted.after,
        "limit": wanted.limit,
        "offset": wanted.offset,
    }


def _moved(db: Database, company: str, link: Link, by: str, now: int) -> bool:
    """Have payments booked to another customer, where SYSPRO has the one of before no more; return whether it was so.

    What was posted keeps the code of then, which SYSPRO itself has changed in its own tables.
    """
    before = links.find(db, company, link.kind, link.stripe_id)
    gone = "SELECT 1 FROM erp_customers WHERE company = ? AND customer = ? AND gone"
    if before is None or not db.execute(gone, (company, before.erp_key)).fetchone():
        return False
    links.move(db, company, link)
    closed_links.reopened(db, before.erp_key, now)
    closed_links.say(db, by, "customer.moved", link.erp_key, f"{link.stripe_id}: {before.erp_key} before", now)
    return True


def _check_free(db: Database, company: str, customer: str, stripe_id: str) -> None:
    sql = "SELECT 1 FROM erp_customers WHERE company = ? AND customer = ? AND NOT gone"
    if db.execute(sql, (company, customer)).fetchone() is None:
        raise _refusal(f"SYSPRO has no customer {customer} that was read.")
    mine = _open(db, company, "customer", customer)
    if mine is not None:
        raise _refusal(f"{customer} is linked to {mine['stripe_id'] or 'a customer that is being made'} already.")
    if not stripe_id:
        return
    sql = "SELECT 1 FROM stripe_customers WHERE stripe_id = ? AND NOT deleted"
    if db.execute(sql, (stripe_id,)).fetchone() is None:
        raise _refusal(f"Stripe has no customer {stripe_id} that was read.")
    other = _open(db, company, "stripe_id", stripe_id)
    if other is not None:
        raise _refusal(f"{stripe_id} is linked to SYSPRO customer {other['customer']} already.")


def _open(db: Database, company: str, column: str, key: str) -> sqlite3.Row | None:
    sql = f"SELECT * FROM customer_links WHERE closed_at IS NULL AND company = ? AND {column} = ?"
    found: sqlite3.Row | None = db.execute(sql, (company, key)).fetchone()
    return found


def _company(db: Database, link: DueLink) -> str:
    return str(db.execute("SELECT company FROM customer_links WHERE id = ?", (link.id,)).fetchone()["company"])


def _due(row: sqlite3.Row) -> DueLink:
    return DueLink(
        id=row["id"],
        customer=row["customer"],
        stripe_id=row["stripe_id"],
        currency=row["currency"],
        syspro=json.loads(row["syspro"]),
        agreed=loads(Mapping[str, Agreed], row["agreed"]),  # type: ignore[type-abstract]
        decided=loads(Mapping[str, Owner], row["decided"]),  # type: ignore[type-abstract]
        sent=row["sent"],
        waiting=loads(Mapping[str, OnItsWay], row["waiting"]),  # type: ignore[type-abstract]
        begun_at=row["begun_at"],
        attempts=row["attempts"],
        revision=row["revision"],
    )


def _row(row: sqlite3.Row) -> LinkRow:
    return LinkRow(
        customer=row["customer"],
        name=json.loads(row["texts"]).get(NAME, ""),
        stripe_id=row["stripe_id"],
        state=LinkState(row["state"]),
        reason=row["closed"] or row["refused"],
        conflicts=_conflicts(row),
        origin=row["origin"],
        made_at=row["made_at"],
    )


def _conflicts(row: sqlite3.Row) -> tuple[Conflict, ...]:
    return from_plain(tuple[Conflict, ...], json.loads(row["conflicts"]))  # type: ignore[no-any-return]


def _refusal(message: str) -> NeedsPerson:
    return NeedsPerson(Problem("Not linked", message, code="customers.not_linked"))
