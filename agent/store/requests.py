"""What is asked for each open invoice, and our payment links or invoices in Stripe."""

import sqlite3
from collections.abc import Mapping, Sequence

from agent import ports
from agent.domain.codec import dumps, loads
from agent.domain.money import Money
from agent.domain.requests.kept import Due, Key, Noted, RequestFilter, RequestRow, Standing
from agent.domain.requests.link import Ask, PayLink, Way
from agent.domain.requests.plan import waits_for_money
from agent.store import dues
from agent.store.database import Connections
from agent.store.packing import storable

_NOTE = dues.note("requests", ("customer", "invoice"), ("reason",), told="reason", nothing="links = '[]'")

_DOUBT = """
INSERT INTO requests (company, customer, invoice, source, wanted, due_at, begun_at, updated_at)
VALUES (?, ?, ?, x'', '', ?, ?, ?)
ON CONFLICT (company, customer, invoice) DO UPDATE SET
    begun_at = coalesce(begun_at, excluded.begun_at), due_at = excluded.due_at
"""

# What was recorded before there were Stripe invoices says no way.
_RECORDED = """
SELECT link.value ->> '$.id', coalesce(link.value ->> '$.way', 'payment_link')
FROM requests, json_each(links) AS link WHERE company = ?
"""

_DONE = """
UPDATE requests SET
    links = :links, paid = :paid, begun_at = NULL, attempts = 0, refused = '', updated_at = :now,
    due_at = iif(revision = :revision, NULL, due_at)
WHERE company = :company AND customer = :customer AND invoice = :invoice
"""

_REFUSED = """
UPDATE requests SET due_at = NULL, attempts = attempts + 1, refused = ?, updated_at = ?
WHERE company = ? AND customer = ? AND invoice = ?
"""

# Forgets that a link was paid, and that one only. Stripe is looked at first: a link that seemed open may be used up.
_AGAIN = """
UPDATE requests SET
    due_at = :now, begun_at = coalesce(begun_at, :now), updated_at = :now,
    refused = '', paid = 0, revision = revision + 1,
    links = (
        SELECT coalesce(json_group_array(json(link.value)), '[]') FROM json_each(links) AS link
        WHERE NOT link.value ->> '$.paid'
    )
WHERE company = :company AND ltrim(invoice, '0') = ltrim(:invoice, '0') AND standing IN ('refused', 'paid', 'open')
    AND (:customer = '' OR customer = :customer)
"""

_FOUND = """
FROM requests
WHERE company = :company AND (customer, invoice) > (:customer, :invoice) AND (:standing = '' OR standing = :standing)
    AND (instr(lower(customer), :text) OR instr(lower(invoice), :text))
"""

_ROWS = f"SELECT * {_FOUND} ORDER BY customer, invoice LIMIT :limit OFFSET :offset"


class Requests(ports.RequestStore):
    """See :class:`agent.ports.RequestStore`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._dues = dues.Dues(connections, "requests", ("customer", "invoice"))

    def sources(self, company: str) -> dict[Key, bytes]:
        """Return, by invoice, the hash of what was found when SYSPRO was looked at last."""
        sql = "SELECT customer, invoice, source FROM requests WHERE company = ? AND source <> x''"
        return {(row[0], row[1]): row[2] for row in self._connections.all(sql, (company,))}

    def note(self, company: str, noted: Sequence[Noted], now: int) -> None:
        """Keep what a look at SYSPRO found; what differs from what was wanted becomes due."""
        with self._connections.writing() as db:
            for one in noted:
                values = {
                    "company": company,
                    "customer": one.customer,
                    "invoice": one.invoice,
                    "source": one.source,
                    "wanted": "" if one.ask is None else storable(dumps(one.ask)),
                    "reason": storable(one.reason),
                    "now": now,
                }
                db.execute(_NOTE, values)

    def gone(self, company: str, keys: Sequence[Key], now: int) -> None:
        """Note that SYSPRO no longer has these; their links become due to be closed."""
        absent = [Noted(*key, b"", None, f"Invoice {key[1]} is no longer in SYSPRO.") for key in keys]
        self.note(company, absent, now)

    def recorded(self, company: str) -> Mapping[str, Way]:
        """Return the ids of all links that are recorded, with what each is."""
        return {row[0]: Way(row[1]) for row in self._connections.all(_RECORDED, (company,))}

    def doubt(self, company: str, keys: Sequence[Key], now: int) -> None:
        """Make these due, whose links in Stripe are not known; invoices that are new here are not to be asked for."""
        with self._connections.writing() as db:
            for key in keys:
                db.execute(_DOUBT, (company, *key, now, now, now))

    def due(self, company: str, limit: int, now: int) -> Sequence[Due]:
        """Return what is to be written to Stripe, longest due first."""
        return [_due_of(row) for row in self._dues.rows(company, limit, now)]

    def begin(self, company: str, keys: Sequence[Key], now: int) -> None:
        """Note, durably, that these are being written from now on; done before the first call about any of them."""
        self._dues.begin(company, keys, now)

    def done(self, company: str, due: Due, links: Sequence[PayLink], now: int) -> None:
        """Record what Stripe has now; what was wanted anew since ``due`` was read stays due."""
        values = {
            "company": company,
            "customer": due.customer,
            "invoice": due.invoice,
            "revision": due.revision,
            "links": storable(dumps(list(links))),
            "paid": int(waits_for_money(links)),
            "now": now,
        }
        with self._connections.writing() as db:
            db.execute(_DONE, values)

    def refused(self, company: str, due: Due, reason: str, now: int) -> None:
        """Record that Stripe refused it; it waits until it changes or a person asks for it."""
        with self._connections.writing() as db:
            db.execute(_REFUSED, (storable(reason), now, company, *due.key))

    def later(self, company: str, due: Due, due_at: int, now: int) -> None:
        """Try again at ``due_at``; Stripe is looked at first then, because it may have been done."""
        self._dues.later(company, due.key, due_at, now)

    def again(self, company: str, invoice: str, now: int, *, customer: str = "") -> bool:
        """Ask anew for an invoice that Stripe refused or that has a link; return whether there is one."""
        values = {"company": company, "customer": customer, "invoice": invoice, "now": now}
        with self._connections.writing() as db:
            return db.execute(_AGAIN, values).rowcount > 0

    def counts(self, company: str) -> Mapping[Standing, int]:
        """Return how many invoices stand where."""
        found = self._dues.counts(company)
        return {standing: found.get(standing.value, 0) for standing in Standing}

    def rows(self, company: str, wanted: RequestFilter) -> Sequence[RequestRow]:
        """Return invoices by customer and number."""
        return [_row_of(row) for row in self._connections.all(_ROWS, _asked(company, wanted))]

    def count(self, company: str, wanted: RequestFilter) -> int:
        """Return how many invoices fit, whatever the limit and the offset."""
        row = self._connections.one(f"SELECT count(*) {_FOUND}", _asked(company, wanted))
        assert row is not None
        return int(row[0])


def _asked(company: str, wanted: RequestFilter) -> dict[str, str | int]:
    customer, invoice = wanted.after
    return {
        "company": company,
        "customer": customer,
        "invoice": invoice,
        "standing": wanted.standing.value if wanted.standing else "",
        "text": storable(wanted.text.lower()),
        "limit": wanted.limit,
        "offset": wanted.offset,
    }


def _due_of(row: sqlite3.Row) -> Due:
    return Due(
        customer=row["customer"],
        invoice=row["invoice"],
        wanted=loads(Ask, row["wanted"]) if row["wanted"] else None,
        links=loads(tuple[PayLink, ...], row["links"]),
        revision=row["revision"],
        begun_at=row["begun_at"],
        attempts=row["attempts"],
    )


def _row_of(row: sqlite3.Row) -> RequestRow:
    due = _due_of(row)
    payable = next((link for link in due.links if link.active), None)
    link = payable or next(iter(due.links), None)
    return RequestRow(
        customer=due.customer,
        invoice=due.invoice,
        standing=Standing(row["standing"]),
        amount=str(Money(due.wanted.minor, due.wanted.currency)) if due.wanted else "",
        url=payable.url if payable else "",
        link=link.id if link else "",
        reason=row["refused"] or row["reason"],
        updated_at=row["updated_at"],
    )
