"""What is in Stripe of the catalogue, and what is to be."""

import json
import sqlite3
from collections.abc import Mapping, Sequence

from agent import ports
from agent.domain.catalogue.item import Difference, Has, Wanted
from agent.domain.catalogue.kept import CatalogueFilter, CatalogueRow, Due, Noted, ReasonCount, Standing, Written
from agent.domain.catalogue.prices import Remark, shown_amount
from agent.domain.codec import dumps, from_plain, loads
from agent.store import dues
from agent.store.database import Connections
from agent.store.packing import storable

_NOTE = dues.note("catalogue", ("stock_code",), ("product_id", "remarks"), told="remarks", nothing="written = ''")

_UNDECIDED = """
INSERT INTO catalogue (company, stock_code, product_id, source, wanted, remarks, updated_at)
VALUES (:company, :stock_code, :product_id, :source, '', :remarks, :now)
ON CONFLICT (company, stock_code) DO UPDATE SET
    source = excluded.source, remarks = excluded.remarks, updated_at = excluded.updated_at
"""

_GONE = """
UPDATE catalogue SET
    source = x'', remarks = :remarks, wanted = '', revision = revision + 1, attempts = 0, refused = '', asked = '[]',
    updated_at = :now, due_at = :now
WHERE company = :company AND stock_code = :stock_code
"""

_FORGET = """
DELETE FROM catalogue
WHERE company = ? AND stock_code IN (SELECT value FROM json_each(?)) AND written = '' AND begun_at IS NULL
"""

_OF_PRODUCTS = """
SELECT * FROM catalogue
WHERE company = ? AND product_id IN (SELECT value FROM json_each(?)) AND written <> '' AND begun_at IS NULL
"""

_DONE = """
UPDATE catalogue SET
    written = :written, asked = :asked, begun_at = NULL, refused = '', updated_at = :now,
    attempts = 0,
    look = iif(revision = :revision, 0, look),
    overwrite = iif(revision = :revision, 0, overwrite),
    due_at = iif(revision = :revision, NULL, due_at)
WHERE company = :company AND stock_code = :stock_code
"""

_REFUSED = """
UPDATE catalogue SET due_at = NULL, attempts = attempts + 1, refused_code = ?, refused = ?, updated_at = ?
WHERE company = ? AND stock_code = ?
"""

_EDITED = """
UPDATE catalogue SET look = 1, due_at = coalesce(due_at, :now), revision = revision + 1, updated_at = :now
WHERE company = :company AND stock_code IN (SELECT value FROM json_each(:stock_codes))
"""

_MISSING = """
UPDATE catalogue SET written = '', due_at = :now, revision = revision + 1, updated_at = :now
WHERE company = :company AND product_id IN (SELECT value FROM json_each(:product_ids)) AND wanted <> ''
"""

_AGAIN = """
UPDATE catalogue SET due_at = ?, refused = '', revision = revision + 1, updated_at = ?
WHERE company = ? AND stock_code = ? AND refused <> ''
"""

_DECIDE = """
UPDATE catalogue SET
    decided = :decided, asked = '[]', overwrite = :overwrite, look = :overwrite, updated_at = :now,
    due_at = iif(:overwrite, :now, due_at), revision = revision + :overwrite
WHERE company = :company AND stock_code = :stock_code
"""

# Conditions of a list; only those that filter are asked, so that an index answers the others alone.
_AFTER = "stock_code > :after"
_STANDING = "standing = :standing"
_TEXT = "(instr(lower(stock_code), :text) OR instr(lower(wanted), :text))"
_REASON = "EXISTS (SELECT 1 FROM json_each(remarks) AS remark WHERE remark.value ->> '$.code' = :reason)"

# Sold in Stripe, and no longer wanted there.
_LEAVING = "wanted = '' AND written <> '' AND written ->> '$.fields.active' = 'yes'"

_COUNT_LEAVING = f"""
SELECT count(*), min(remarks ->> '$[0].sentence') FROM catalogue
WHERE company = ? AND due_at IS NOT NULL AND {_LEAVING}
"""

_REASONS = """
SELECT remark.value ->> '$.code' AS code, count(*) AS count, min(remark.value ->> '$.sentence') AS example,
    wanted <> '' AS sold
FROM catalogue, json_each(remarks) AS remark WHERE company = ? GROUP BY code, sold ORDER BY count DESC, code
"""

_PUT_MARK = """
INSERT INTO catalogue_marks (company, feed, watermark) VALUES (?, ?, ?)
ON CONFLICT (company, feed) DO UPDATE SET watermark = excluded.watermark
"""


class Catalogue(ports.CatalogueStore):
    """See :class:`agent.ports.CatalogueStore`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._dues = dues.Dues(connections, "catalogue", ("stock_code",), begins=", begun = wanted")

    def sources(self, company: str) -> dict[str, bytes]:
        """Return, by stock code, the hash of what SYSPRO said when it was looked at last."""
        sql = "SELECT stock_code, source FROM catalogue WHERE company = ? AND source <> x''"
        # Row by row: a hundred thousand of them at once are as much memory again.
        with self._connections.reading() as db:
            return dict(iter(db.execute(sql, (company,))))

    def note(self, company: str, noted: Sequence[Noted], now: int) -> None:
        """Keep what a look at SYSPRO found; what differs from what was wanted becomes due."""
        with self._connections.writing() as db:
            for one in noted:
                values = {
                    "company": company,
                    "stock_code": one.stock_code,
                    "product_id": one.product_id,
                    "source": one.source,
                    "wanted": "" if one.wanted is None else storable(dumps(one.wanted)),
                    "remarks": storable(dumps(one.remarks)),
                    "now": now,
                }
                db.execute(_UNDECIDED if one.undecided else _NOTE, values)

    def gone(self, company: str, stock_codes: Sequence[str], now: int) -> None:
        """Note that SYSPRO no longer has these; what is in Stripe of them becomes due."""
        with self._connections.writing() as db:
            db.execute(_FORGET, (company, json.dumps(list(stock_codes))))
            for code in stock_codes:
                remarks = storable(dumps([Remark("gone", f"{code} is no longer in SYSPRO.")]))
                db.execute(_GONE, {"company": company, "stock_code": code, "remarks": remarks, "now": now})

    def sold(self, company: str) -> int:
        """Return how many stock codes are wanted in Stripe."""
        return self._count("wanted <> ''", company)

    def marks(self, company: str) -> Mapping[str, bytes]:
        """Return the watermarks of SYSPRO's tables, by feed."""
        sql = "SELECT feed, watermark FROM catalogue_marks WHERE company = ?"
        return {row[0]: row[1] for row in self._connections.all(sql, (company,))}

    def set_marks(self, company: str, marks: Mapping[str, bytes]) -> None:
        """Keep the watermarks of SYSPRO's tables; nothing before them is read again."""
        with self._connections.writing() as db:
            for feed, watermark in marks.items():
                db.execute(_PUT_MARK, (company, feed, watermark))

    def due(self, company: str, limit: int, now: int, *, leaving: bool = True) -> Sequence[Due]:
        """Return what is to be written to Stripe, longest due first; without what leaves sale where that is held."""
        return [_due_of(row) for row in self._dues.rows(company, limit, now, but="" if leaving else _LEAVING)]

    def leaving(self, company: str) -> tuple[int, int, str]:
        """Return how many stock codes are to leave sale, of how many that are sold, and why one of them is to."""
        row = self._connections.one(_COUNT_LEAVING, (company,))
        assert row is not None
        if not row[0]:
            return 0, 0, ""
        return int(row[0]), int(row[0]) + self._count("wanted <> '' AND written <> ''", company), str(row[1] or "")

    def left(self, company: str) -> int:
        """Return how many stock codes are due, or will be."""
        return self._count("due_at IS NOT NULL", company)

    def begin(self, company: str, stock_codes: Sequence[str], now: int) -> None:
        """Note, durably, that these are being written from now on; done before the first call about any of them."""
        self._dues.begin(company, [(code,) for code in stock_codes], now)

    def done(self, company: str, due: Due, written: Written, now: int) -> None:
        """Record what Stripe has now; what was wanted anew since ``due`` was read stays due."""
        values = {
            "company": company,
            "stock_code": due.stock_code,
            "revision": due.revision,
            "written": "" if written.has is None else storable(dumps(written.has)),
            "asked": storable(dumps(written.asked)),
            "now": now,
        }
        with self._connections.writing() as db:
            db.execute(_DONE, values)

    def refused(self, company: str, stock_code: str, code: str, reason: str, now: int) -> None:
        """Record that Stripe refused it; it waits until it changes or a person asks for it."""
        with self._connections.writing() as db:
            db.execute(_REFUSED, (code, storable(reason), now, company, stock_code))

    def later(self, company: str, stock_code: str, due_at: int, now: int) -> None:
        """Try again at ``due_at``; Stripe is looked at first then, because it may have been done."""
        self._dues.later(company, (stock_code,), due_at, now)

    def of_products(self, company: str, product_ids: Sequence[str]) -> Sequence[Due]:
        """Return what we have in Stripe, of these products."""
        return [_due_of(row) for row in self._connections.all(_OF_PRODUCTS, (company, json.dumps(list(product_ids))))]

    def product_ids(self, company: str) -> set[str]:
        """Return the products that are sold in Stripe."""
        sql = "SELECT product_id FROM catalogue WHERE company = ? AND written <> '' AND wanted <> ''"
        return {row[0] for row in self._connections.all(sql, (company,))}

    def edited(self, company: str, stock_codes: Sequence[str], now: int) -> None:
        """Make due what people changed in Stripe, to be looked at there."""
        values = {"company": company, "stock_codes": json.dumps(list(stock_codes)), "now": now}
        with self._connections.writing() as db:
            db.execute(_EDITED, values)

    def missing(self, company: str, product_ids: Sequence[str], now: int) -> None:
        """Make due, to be made anew, what is no longer in Stripe."""
        values = {"company": company, "product_ids": json.dumps(list(product_ids)), "now": now}
        with self._connections.writing() as db:
            db.execute(_MISSING, values)

    def again(self, company: str, stock_code: str, now: int) -> bool:
        """Write a stock code again that was refused; return whether there is one."""
        with self._connections.writing() as db:
            return db.execute(_AGAIN, (now, now, company, stock_code)).rowcount == 1

    def decide(self, company: str, stock_code: str, side: str, now: int) -> bool:
        """End what is asked of a stock code: ``syspro`` overwrites, ``stripe`` stays; return whether anything was."""
        with self._connections.writing() as db:
            sql = "SELECT asked, decided FROM catalogue WHERE company = ? AND stock_code = ? AND asked <> '[]'"
            row = db.execute(sql, (company, stock_code)).fetchone()
            if row is None:
                return False
            stays = {one.field: one.stripe for one in loads(tuple[Difference, ...], row["asked"])}
            decided = json.loads(row["decided"]) | (stays if side == "stripe" else {})
            values = {
                "company": company,
                "stock_code": stock_code,
                "decided": storable(dumps(decided)),
                "overwrite": int(side == "syspro"),
                "now": now,
            }
            db.execute(_DECIDE, values)
            return True

    def counts(self, company: str) -> Mapping[Standing, int]:
        """Return how many stock codes stand where."""
        found = self._dues.counts(company)
        return {standing: found.get(standing.value, 0) for standing in Standing}

    def rows(self, company: str, wanted: CatalogueFilter) -> Sequence[CatalogueRow]:
        """Return stock codes, by code or the last change first."""
        order = "updated_at DESC, stock_code" if wanted.newest else "stock_code"
        # The codes first: a far page is found in an index, without reading what is left out.
        page = f"SELECT stock_code FROM catalogue WHERE {_fits(wanted)} ORDER BY {order} LIMIT :limit OFFSET :offset"
        sql = f"SELECT * FROM catalogue WHERE company = :company AND stock_code IN ({page}) ORDER BY {order}"
        return [_row_of(row) for row in self._connections.all(sql, _values(company, wanted))]

    def count(self, company: str, wanted: CatalogueFilter) -> int:
        """Return how many stock codes fit, whatever the limit and the offset."""
        row = self._connections.one(f"SELECT count(*) FROM catalogue WHERE {_fits(wanted)}", _values(company, wanted))
        assert row is not None
        return int(row[0])

    def reasons(self, company: str) -> Sequence[ReasonCount]:
        """Return why stock codes are not sold or lack a price, the most frequent first."""
        found = self._connections.all(_REASONS, (company,))
        return [ReasonCount(row["code"], row["count"], row["example"], sold=bool(row["sold"])) for row in found]

    def _count(self, condition: str, company: str) -> int:
        row = self._connections.one(f"SELECT count(*) FROM catalogue WHERE company = ? AND {condition}", (company,))
        assert row is not None
        return int(row[0])


def _fits(wanted: CatalogueFilter) -> str:
    """Return the condition of a list."""
    asked = ((_AFTER, wanted.after), (_STANDING, wanted.standing), (_TEXT, wanted.text), (_REASON, wanted.reason))
    return " AND ".join(["company = :company", *(condition for condition, value in asked if value)])


def _values(company: str, wanted: CatalogueFilter) -> dict[str, str | int]:
    return {
        "company": company,
        "standing": wanted.standing.value if wanted.standing else "",
        "text": storable(wanted.text.lower()),
        "after": wanted.after,
        "reason": wanted.reason,
        "limit": wanted.limit,
        "offset": wanted.offset,
    }


def _due_of(row: sqlite3.Row) -> Due:
    return Due(
        stock_code=row["stock_code"],
        product_id=row["product_id"],
        wanted=loads(Wanted, row["wanted"]) if row["wanted"] else None,
        written=loads(Has, row["written"]) if row["written"] else None,
        decided=json.loads(row["decided"]),
        revision=row["revision"],
        begun_at=row["begun_at"],
        begun=loads(Wanted, row["begun"]) if row["begun"] else None,
        attempts=row["attempts"],
        look=bool(row["look"]),
        overwrite=bool(row["overwrite"]),
    )


def _row_of(row: sqlite3.Row) -> CatalogueRow:
    due = _due_of(row)
    wanted = due.wanted or Wanted({})
    currencies = sorted(wanted.prices, key=lambda currency: (currency != wanted.default, currency))
    remarks = from_plain(tuple[Remark, ...], json.loads(row["remarks"]))
    return CatalogueRow(
        stock_code=due.stock_code,
        product_id=due.product_id,
        standing=Standing(row["standing"]),
        name=wanted.fields.get("name", ""),
        prices={currency: shown_amount(wanted.prices[currency], currency) for currency in currencies},
        reason=row["refused"] or " ".join(remark.sentence for remark in remarks),
        differences=loads(tuple[Difference, ...], row["asked"]),
        updated_at=row["updated_at"],
    )
