"""Links between customers that end: closed inside the caller's transaction, and people are told."""

from sqlite_utils import Database

from agent.domain.attempts import Discrepancy
from agent.store import audit, discrepancies

#: Area of the discrepancies that are found here.
AREA = "customer_links"

_CLOSE = "UPDATE customer_links SET closed_at = ?, closed = ?, due_at = NULL WHERE id = ?"

_OPEN = "SELECT id, customer, stripe_id FROM customer_links WHERE closed_at IS NULL AND company = ?"


def close_erp(db: Database, company: str, customer: str, now: int) -> None:
    """Close the link of a customer that SYSPRO no longer has."""
    for row in db.execute(f"{_OPEN} AND customer = ?", (company, customer)).fetchall():
        there = f"customer {row['stripe_id']} stays in Stripe" if row["stripe_id"] else "none was made in Stripe"
        why = f"SYSPRO has customer {customer} no more: it was deleted, or its code was changed; {there}."
        press = f"Where it has another code now, accept that one with --stripe {row['stripe_id'] or '...'}"
        merged = f"where it was merged into another, `customers merge {customer} OTHER` books its payments there"
        _close(db, row["id"], customer, f"{why} The link is closed. {press}; {merged}.", now)


def close_stripe(db: Database, company: str, stripe_id: str, now: int) -> None:
    """Close the link of a customer that was deleted in Stripe, and think about the SYSPRO customer anew."""
    for row in db.execute(f"{_OPEN} AND stripe_id = ?", (company, stripe_id)).fetchall():
        customer = row["customer"]
        why = f"Stripe customer {stripe_id}, which was SYSPRO customer {customer}, was deleted in Stripe."
        _close(db, row["id"], customer, f"{why} The link is closed; a new suggestion is made.", now)
        db.execute("UPDATE erp_customers SET look = 1 WHERE company = ? AND customer = ?", (company, customer))


def say(db: Database, by: str, action: str, customer: str, detail: str, now: int) -> None:
    """Record in the audit what was done about a customer."""
    audit.record(db, actor=by, action=action, subject=f"customer|{customer}", detail=detail, now=now)


def reopened(db: Database, customer: str, now: int) -> None:
    """Tell people no more about a closed link of a customer that has another one now."""
    discrepancies.replace(db, AREA, f"customer|{customer}", (), now)


def _close(db: Database, number: int, customer: str, why: str, now: int) -> None:
    db.execute(_CLOSE, (now, why, number))
    subject = f"customer|{customer}"
    discrepancies.replace(db, AREA, subject, (Discrepancy(subject, "link_closed", why),), now)
    say(db, audit.ENGINE, "customer.link_closed", customer, why, now)
