"""Customers on both sides as they were read last, and what is suggested for those without a link."""

import json
import sqlite3
from collections.abc import Sequence

from sqlite_utils import Database

from agent.domain.codec import dumps, from_plain
from agent.domain.customers.fields import (
    ADDRESS,
    EMAIL,
    NAME,
    TAX_ID,
    Texts,
    address_lines,
    address_parts,
    code_key,
    name_key,
    to_stripe,
)
from agent.domain.customers.kept import CustomerFilter, ErpNoted, StripeCustomer, SuggestionRow
from agent.domain.customers.suggest import Advice, Candidate, ErpCustomerFacts, Lessons, Reason, Suggestion
from agent.domain.money import Money
from agent.store import closed_links
from agent.store.database import Connections
from agent.store.packing import storable
from agent.store.portal import forget_payer

_NOTE_ERP = """
INSERT INTO erp_customers (company, customer, currency, texts, email, tax_key, name_key, postal_key, left_out, source)
VALUES (:company, :customer, :currency, :texts, :email, :tax_key, :name_key, :postal_key, :left_out, :source)
ON CONFLICT (company, customer) DO UPDATE SET
    currency = excluded.currency, texts = excluded.texts, email = excluded.email, tax_key = excluded.tax_key,
    name_key = excluded.name_key, postal_key = excluded.postal_key, left_out = excluded.left_out,
    source = excluded.source, gone = 0, look = 1
"""

_NOTE_STRIPE = """
INSERT INTO stripe_customers
    (stripe_id, texts, code, email, tax_key, name_key, postal_key, owes_minor, owes_currency, deleted, read_at)
VALUES
    (:stripe_id, :texts, :code, :email, :tax_key, :name_key, :postal_key, :owes_minor, :owes_currency, 0, :now)
ON CONFLICT (stripe_id) DO UPDATE SET
    texts = excluded.texts, code = excluded.code, email = excluded.email, tax_key = excluded.tax_key,
    name_key = excluded.name_key, postal_key = excluded.postal_key, owes_minor = excluded.owes_minor,
    owes_currency = excluded.owes_currency, deleted = 0, read_at = excluded.read_at
"""

_ERP_LINKS_DUE = """
UPDATE customer_links SET due_at = coalesce(due_at, 0), revision = revision + 1, refused = '', attempts = 0
WHERE company = ? AND closed_at IS NULL AND customer = ?
"""

_STRIPE_LINKS_DUE = """
UPDATE customer_links SET due_at = coalesce(due_at, 0), revision = revision + 1, refused = '', attempts = 0
WHERE company = ? AND closed_at IS NULL AND stripe_id = ?
"""

# SYSPRO customers that may be this Stripe customer are thought about again.
_LOOK = """
UPDATE erp_customers SET look = 1
WHERE company = :company AND NOT gone AND ignored_by = '' AND customer IN (
    SELECT customer FROM erp_customers WHERE email = :email AND email <> ''
    UNION SELECT customer FROM erp_customers WHERE tax_key = :tax_key AND tax_key <> ''
    UNION SELECT customer FROM erp_customers WHERE name_key = :name_key AND name_key <> ''
    UNION SELECT customer FROM erp_customers WHERE postal_key = :postal_key AND postal_key <> ''
    UNION SELECT customer FROM erp_customers WHERE suggested_id = :stripe_id AND suggested_id <> ''
) AND NOT EXISTS (SELECT 1 FROM customer_links AS linked
    WHERE linked.company = :company AND linked.customer = erp_customers.customer AND linked.closed_at IS NULL)
"""

# The SYSPRO customer that metadata names.
_LOOK_NAMED = """
UPDATE erp_customers SET look = 1
WHERE company = :company AND customer = :code AND ignored_by = '' AND NOT EXISTS (SELECT 1 FROM customer_links AS linked
    WHERE linked.company = :company AND linked.customer = erp_customers.customer AND linked.closed_at IS NULL)
"""

_LOOK_SUGGESTED = "UPDATE erp_customers SET look = 1 WHERE company = ? AND suggested_id = ? AND suggested_id <> ''"

_LOOK_AT = "UPDATE erp_customers SET look = 1 WHERE company = ? AND customer IN (SELECT value FROM json_each(?))"

_TO_SUGGEST = """
SELECT *, (SELECT count(*) FROM erp_customers AS others
    WHERE others.company = erp_customers.company AND others.email = erp_customers.email AND others.email <> ''
    AND others.customer <> erp_customers.customer AND NOT others.gone) AS others
FROM erp_customers WHERE company = ? AND look ORDER BY customer LIMIT ?
"""

_FREE = """
NOT deleted AND NOT EXISTS (SELECT 1 FROM customer_links AS linked
        WHERE linked.stripe_id = stripe_customers.stripe_id AND linked.stripe_id <> '' AND linked.closed_at IS NULL)
    AND stripe_id NOT IN (
        SELECT stripe_id FROM customer_refusals WHERE company = :company AND customer = :customer)
"""

_CANDIDATES = f"""
SELECT *, (SELECT count(*) FROM stripe_customers AS others
    WHERE others.email = stripe_customers.email AND others.email <> '' AND NOT others.deleted
    AND others.stripe_id <> stripe_customers.stripe_id) AS others,
    stripe_id IN (SELECT substr(links.stripe_id, 1, instr(links.stripe_id, '|') - 1) FROM links
        WHERE links.company = :company AND links.kind = 'customer' AND links.erp_key = :customer) AS linked
FROM stripe_customers WHERE {_FREE} AND stripe_id IN (
    SELECT stripe_id FROM stripe_customers WHERE email = :email AND email <> ''
    UNION SELECT stripe_id FROM stripe_customers WHERE tax_key = :tax_key AND tax_key <> ''
    UNION SELECT stripe_id FROM stripe_customers WHERE name_key = :name_key AND name_key <> ''
    UNION SELECT stripe_id FROM stripe_customers WHERE postal_key = :postal_key AND postal_key <> ''
    UNION SELECT stripe_id FROM stripe_customers WHERE code = :customer AND code <> ''
    UNION SELECT substr(links.stripe_id, 1, instr(links.stripe_id, '|') - 1) FROM links
        WHERE links.company = :company AND links.kind = 'customer' AND links.erp_key = :customer
) ORDER BY stripe_id LIMIT {{}}
"""

#: Most candidates that are rated; so many share one e-mail address only where it says nothing.
_MOST_CANDIDATES = 200

_SUGGESTED = """
UPDATE erp_customers SET
    advice = ?, suggested_id = ?, score = ?, reasons = ?, ambiguous = ?, look = 0
WHERE company = ? AND customer = ?
"""

_SETTLED = """
UPDATE erp_customers SET advice = '', suggested_id = '', look = 0
WHERE company = ? AND look AND (gone OR ignored_by <> '' OR EXISTS (
    SELECT 1 FROM customer_links AS linked WHERE linked.company = erp_customers.company
        AND linked.customer = erp_customers.customer AND linked.closed_at IS NULL))
"""

_SURE = """
SELECT customer FROM erp_customers
WHERE company = :company AND advice = 'match' AND score >= :score AND NOT ambiguous AND NOT look AND NOT EXISTS (
    SELECT 1 FROM erp_customers AS others WHERE others.company = :company AND +others.advice = 'match'
        AND others.suggested_id = erp_customers.suggested_id AND others.suggested_id <> ''
        AND others.customer <> erp_customers.customer)
ORDER BY customer LIMIT :limit
"""

_JOINED = "FROM erp_customers LEFT JOIN stripe_customers ON stripe_customers.stripe_id = suggested_id"

_SHOWN = f"SELECT erp_customers.*, coalesce(stripe_customers.texts, '{{}}') AS stripe_texts {_JOINED}"

_SUGGESTION = f"{_SHOWN} WHERE company = ? AND customer = ? AND advice <> ''"

_ADVISED = """
WHERE company = :company AND advice <> '' AND customer > :after AND (:advice = '' OR advice = :advice)
    AND (instr(lower(customer), :text) OR instr(lower(erp_customers.texts), :text) OR instr(suggested_id, :text))
"""

_SUGGESTIONS = f"{_SHOWN} {_ADVISED} ORDER BY customer LIMIT :limit OFFSET :offset"

_IGNORE = """
UPDATE erp_customers SET ignored_by = ?, advice = '', suggested_id = ''
WHERE company = ? AND customer = ? AND NOT gone AND customer NOT IN (
    SELECT customer FROM customer_links WHERE customer_links.company = erp_customers.company AND closed_at IS NULL)
"""

_REFUSE = """
INSERT INTO customer_refusals (company, customer, stripe_id, refused_by, refused_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING
"""


_LEARN = """
INSERT INTO customer_lessons (company, reason, accepted, refused)
SELECT DISTINCT company, reason.value ->> '$.code', :accepted, :refused FROM erp_customers, json_each(reasons) AS reason
WHERE company = :company AND customer = :customer AND advice = 'match' AND suggested_id = :stripe_id
ON CONFLICT (company, reason) DO UPDATE SET
    accepted = accepted + excluded.accepted, refused = refused + excluded.refused
"""

# Other suggestions for the reasons of the refused one are made anew, with what was learned.
_LOOK_ALIKE = """
UPDATE erp_customers SET look = 1 WHERE company = :company AND advice = 'match' AND EXISTS (
    SELECT 1 FROM json_each(erp_customers.reasons) AS mine, erp_customers AS refused,
        json_each(refused.reasons) AS theirs
    WHERE refused.company = :company AND refused.customer = :customer
        AND theirs.value ->> '$.code' = mine.value ->> '$.code')
"""


def learn(db: Database, company: str, customer: str, stripe_id: str, *, accepted: bool) -> None:
    """Note inside the caller's transaction that a person accepted, or refused, what was suggested; no other pair."""
    values = {"company": company, "customer": customer, "stripe_id": stripe_id}
    db.execute(_LEARN, values | {"accepted": int(accepted), "refused": int(not accepted)})


class CustomerSides:
    """What is known of customers on either side; :class:`agent.store.customer_links.Customers` adds the links."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    # -- what is there

    def sources(self, company: str) -> dict[str, bytes]:
        """Return, by SYSPRO customer, the hash of what was read of it last."""
        sql = "SELECT customer, source FROM erp_customers WHERE company = ? AND NOT gone"
        return {row[0]: row[1] for row in self._connections.all(sql, (company,))}

    def note_erp(self, company: str, noted: Sequence[ErpNoted]) -> None:
        """Keep what SYSPRO says."""
        with self._connections.writing() as db:
            for one in noted:
                db.execute(_NOTE_ERP, _erp_columns(company, one))
                db.execute(_ERP_LINKS_DUE, (company, one.customer))

    def gone_erp(self, company: str, customers: Sequence[str], now: int) -> None:
        """Note that SYSPRO no longer has these."""
        with self._connections.writing() as db:
            for customer in customers:
                sql = "UPDATE erp_customers SET gone = 1, look = 1 WHERE company = ? AND customer = ?"
                db.execute(sql, (company, customer))
                closed_links.close_erp(db, company, customer, now)

    def note_stripe(
        self, company: str, found: Sequence[tuple[StripeCustomer, str]], now: int, *, compared: bool = False
    ) -> None:
        """Keep what Stripe says."""
        with self._connections.writing() as db:
            for one, named in found:
                if one.deleted:
                    _deleted(db, company, one.id, now)
                else:
                    _note_stripe(db, company, one, named, now, compared=compared)

    def missing_stripe(self, company: str, before_at: int, now: int) -> None:
        """Note as deleted what a whole listing, begun at ``before_at``, did not show."""
        with self._connections.writing() as db:
            sql = "SELECT stripe_id FROM stripe_customers WHERE NOT deleted AND read_at < ?"
            for row in db.execute(sql, (before_at,)).fetchall():
                _deleted(db, company, row["stripe_id"], now)

    def mark(self, company: str) -> bytes:
        """Return the watermark of SYSPRO's customers."""
        row = self._connections.one("SELECT watermark FROM customer_marks WHERE company = ?", (company,))
        return bytes(row["watermark"]) if row else b""

    def set_mark(self, company: str, watermark: bytes) -> None:
        """Keep the watermark."""
        sql = "INSERT INTO customer_marks VALUES (?, ?) ON CONFLICT DO UPDATE SET watermark = excluded.watermark"
        with self._connections.writing() as db:
            db.execute(sql, (company, watermark))

    # -- suggestions

    def to_suggest(self, company: str, limit: int) -> Sequence[ErpCustomerFacts]:
        """Return SYSPRO customers for which a suggestion is to be made."""
        with self._connections.writing() as db:
            db.execute(_SETTLED, (company,))
            rows = db.execute(_TO_SUGGEST, (company, limit)).fetchall()
        return [
            ErpCustomerFacts(row["customer"], json.loads(row["texts"]), row["left_out"], row["others"]) for row in rows
        ]

    def candidates(self, company: str, erp: ErpCustomerFacts) -> Sequence[Candidate]:
        """Return the Stripe customers that are nobody's and share anything with it."""
        values = _erp_keys(erp.texts) | {"company": company, "customer": erp.customer}
        rows = self._connections.all(_CANDIDATES.format(_MOST_CANDIDATES), values)
        return [_candidate(row) for row in rows]

    def lessons(self, company: str) -> Lessons:
        """Return how many suggestions people have accepted and refused, by code of the reason."""
        sql = "SELECT reason, accepted, refused FROM customer_lessons WHERE company = ?"
        return {row["reason"]: (row["accepted"], row["refused"]) for row in self._connections.all(sql, (company,))}

    def suggested(self, company: str, customer: str, suggestion: Suggestion) -> None:
        """Keep a suggestion."""
        reasons = storable(dumps(suggestion.reasons))
        told = (suggestion.advice.value, suggestion.stripe_id, suggestion.score, reasons, int(suggestion.ambiguous))
        with self._connections.writing() as db:
            db.execute(_SUGGESTED, (*told, company, customer))

    def sure(self, company: str, score: int, limit: int) -> Sequence[str]:
        """Return SYSPRO customers whose match is that sure."""
        values = {"company": company, "score": score, "limit": limit}
        return [row["customer"] for row in self._connections.all(_SURE, values)]

    def ignore(self, company: str, customer: str, *, by: str, now: int) -> bool:
        """Note that a SYSPRO customer does not belong into Stripe."""
        with self._connections.writing() as db:
            found = db.execute(_IGNORE, (by, company, customer)).rowcount > 0
            if found:
                closed_links.say(db, by, "customer.ignored", customer, "", now)
        return found

    def refuse(self, company: str, customer: str, stripe_id: str, *, by: str, now: int) -> None:
        """Never suggest these two as one again."""
        with self._connections.writing() as db:
            if db.execute(_REFUSE, (company, customer, stripe_id, by, now)).rowcount:
                learn(db, company, customer, stripe_id, accepted=False)
                db.execute(_LOOK_ALIKE, {"company": company, "customer": customer})
            db.execute(_LOOK_AT, (company, json.dumps([customer])))
            closed_links.say(db, by, "customer.refused", customer, stripe_id, now)

    def suggestion(self, company: str, customer: str) -> SuggestionRow | None:
        """Return what is suggested for one customer."""
        row = self._connections.one(_SUGGESTION, (company, customer))
        return _suggestion(row) if row else None

    def suggestions(self, company: str, wanted: CustomerFilter) -> Sequence[SuggestionRow]:
        """Return suggestions by SYSPRO customer."""
        return [_suggestion(row) for row in self._connections.all(_SUGGESTIONS, _asked(company, wanted))]

    def suggestion_count(self, company: str, wanted: CustomerFilter) -> int:
        """Return how many suggestions there are, whatever the limit and the offset."""
        row = self._connections.one(f"SELECT count(*) {_JOINED} {_ADVISED}", _asked(company, wanted))
        assert row is not None
        return int(row[0])

    def currency(self, company: str, customer: str) -> str:
        """Return SYSPRO's currency code of a customer."""
        sql = "SELECT currency FROM erp_customers WHERE company = ? AND customer = ?"
        row = self._connections.one(sql, (company, customer))
        return str(row["currency"]) if row else ""


def _asked(company: str, wanted: CustomerFilter) -> dict[str, str | int]:
    return {
        "company": company,
        "advice": wanted.advice.value if wanted.advice else "",
        "text": storable(wanted.text.lower()),
        "after": wanted.after,
        "limit": wanted.limit,
        "offset": wanted.offset,
    }


def _note_stripe(
    db: Database, company: str, one: StripeCustomer, named: str, now: int, *, compared: bool
) -> None:  # fmt: skip
    texts = storable(dumps(one.texts))
    keys = _keys(one.texts, address_parts(one.texts.get(ADDRESS, ""))["postal_code"])
    before = db.execute("SELECT * FROM stripe_customers WHERE stripe_id = ?", (one.id,)).fetchone()
    owes = one.owes or Money(0, "usd")
    values = keys | {"stripe_id": one.id, "texts": texts, "code": named, "now": now}
    values |= {"owes_minor": owes.minor, "owes_currency": owes.currency if one.owes else ""}
    db.execute(_NOTE_STRIPE, values)
    same = before is not None and not before["deleted"] and before["texts"] == texts
    if same and (before["code"], before["owes_minor"]) == (named, owes.minor):
        return
    if not compared:
        db.execute(_STRIPE_LINKS_DUE, (company, one.id))
    db.execute(_LOOK, keys | {"company": company, "stripe_id": one.id})
    if named:
        db.execute(_LOOK_NAMED, {"company": company, "code": named})


def _deleted(db: Database, company: str, stripe_id: str, now: int) -> None:
    db.execute("UPDATE stripe_customers SET deleted = 1, read_at = ? WHERE stripe_id = ?", (now, stripe_id))
    db.execute(_LOOK_SUGGESTED, (company, stripe_id))
    closed_links.close_stripe(db, company, stripe_id, now)
    forget_payer(db, company, stripe_id)


def _erp_columns(company: str, one: ErpNoted) -> dict[str, object]:
    kept = {"company": company, "customer": one.customer, "currency": one.currency, "left_out": one.left_out}
    return _erp_keys(one.texts) | kept | {"texts": storable(dumps(one.texts)), "source": one.source}


def _keys(texts: Texts, postal: str) -> dict[str, object]:
    """Return what of a customer is compared to find candidates."""
    email = to_stripe(EMAIL, texts.get(EMAIL, ""), {})
    return {
        "email": storable(email.casefold()),
        "tax_key": code_key(texts.get(TAX_ID, "")),
        "name_key": storable(name_key(texts.get(NAME, ""))),
        "postal_key": code_key(postal),
    }


def _erp_keys(texts: Texts) -> dict[str, object]:
    return _keys(texts, address_lines(texts.get(ADDRESS, ""))[1])


def _candidate(row: sqlite3.Row) -> Candidate:
    owes = Money(row["owes_minor"], row["owes_currency"]) if row["owes_currency"] else None
    return Candidate(
        row["stripe_id"], json.loads(row["texts"]), row["code"], bool(row["linked"]), row["others"], owes
    )  # fmt: skip


def _suggestion(row: sqlite3.Row) -> SuggestionRow:
    return SuggestionRow(
        customer=row["customer"],
        name=json.loads(row["texts"]).get(NAME, ""),
        advice=Advice(row["advice"]),
        stripe_id=row["suggested_id"],
        stripe_name=json.loads(row["stripe_texts"]).get(NAME, ""),
        score=row["score"],
        reasons=from_plain(tuple[Reason, ...], json.loads(row["reasons"])),
        ambiguous=bool(row["ambiguous"]),
    )
