"""Exceptions: everything that is open and keeps a month from being closed. Nothing here writes."""

import sqlite3
from collections.abc import Iterator

from sqlite_utils import Database

from agent.domain.documents import WITHDRAWN
from agent.domain.month_end import ExceptionRow
from agent.store import rows
from agent.store.reports import DISCREPANCIES, HELD, SET_ASIDE

_DOCUMENTS = """
SELECT id, kind, purpose, stripe_id, title, amount_minor, amount_currency, state, reason FROM documents
WHERE company = ? AND state IN ('held', 'parked', 'in_doubt') AND reason_code <> ? ORDER BY id
"""


def open_now(db: Database, company: str) -> tuple[ExceptionRow, ...]:
    """Return documents, decisions, events and discrepancies that wait for a person, or whose outcome is unknown."""
    return (*_documents(db, company), *_decisions(db, company), *_others(db))


def _documents(db: Database, company: str) -> Iterator[ExceptionRow]:
    for row in db.execute(_DOCUMENTS, (company, WITHDRAWN)):
        yield _exception(row, row["state"].replace("_", " "), str(row["id"]), row["stripe_id"], row["title"])


def _decisions(db: Database, company: str) -> Iterator[ExceptionRow]:
    for row in db.execute(HELD, {"company": company}):
        yield _exception(row, "held", "", row["subject"], "")


def _others(db: Database) -> Iterator[ExceptionRow]:
    for row in db.execute(SET_ASIDE):
        yield ExceptionRow("not read", "", row["object_id"], row["object_type"], None, row["reason"])
    for row in db.execute(DISCREPANCIES):
        yield ExceptionRow("discrepancy", str(row["id"]), row["subject"], "", None, row["message"])


def _exception(row: sqlite3.Row, what: str, number: str, subject: str, title: str) -> ExceptionRow:
    return ExceptionRow(what, number, subject, title, rows.money_of(row), row["reason"])
