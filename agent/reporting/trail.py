"""The audit trail between Stripe and SYSPRO as a report, both ways."""

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo

from agent.domain.audit import AuditTrailRow, by_erp_key
from agent.domain.wording import counted
from agent.reporting.report import MINUS, Cell, Report, Row, Section, columns_of, lines_of, words

_RIGHT = ("Amount",)

_FROM_STRIPE = columns_of(
    (
        ("Decided", 30),
        ("Stripe object", 66),
        ("Outcome", 34),
        ("By", 62),
        ("Document", 60),
        ("Amount", 34),
        ("SYSPRO key", 44),
        ("State and evidence", 60),
    ),
    right=_RIGHT,
)

_FROM_SYSPRO = columns_of(
    (("SYSPRO key", 44), ("Document", 76), ("Stripe object", 64), ("Amount", 34), ("Decided", 34), ("State", 26)),
    right=_RIGHT,
)

_AMOUNTS = "An amount is the whole document's: a payout's journal takes its fees out of clearing together with it."

_SHEET = columns_of(
    (
        ("Decided", 20),
        ("Stripe id", 32),
        ("Object", 18),
        ("Outcome", 12),
        ("Reason", 40),
        ("Actor", 14),
        ("Flow", 24),
        ("Revision", 10),
        ("Audit row", 10),
        ("Document", 10),
        ("Document key", 44),
        ("Title", 30),
        ("Amount", 14),
        ("Currency", 10),
        ("State", 12),
        ("SYSPRO key", 20),
        ("Evidence", 40),
    ),
    right=("Amount", "Revision", "Audit row", "Document"),
)


def trail_report(what: str, trail: tuple[AuditTrailRow, ...], zone: tzinfo, made: str) -> Report:
    """Return the report of a trail.

    Args:
        what: What it is about: a Stripe id, a SYSPRO key, a month.
        trail: Its steps, oldest first.
        zone: The site's time zone.
        made: When and where it is made, in words.
    """
    back = by_erp_key(trail)
    unvouched = sum(1 for row in trail if row.outcome != "linked" and not row.audit_row)
    from_stripe = Section(
        "From Stripe to SYSPRO", _FROM_STRIPE, _rows(trail, zone, _forward), _AMOUNTS, "Nothing was decided about it."
    )
    from_syspro = Section(
        "From SYSPRO to Stripe", _FROM_SYSPRO, _rows(back, zone, _backward), empty="SYSPRO has no document of it."
    )
    return Report(
        title="Audit trail",
        subtitle=what,
        good=bool(trail) and not unvouched,
        verdict=_verdict(trail, unvouched),
        facts=(("Steps", f"{len(trail):,}"), ("With a SYSPRO key", f"{len(back):,}")),
        steps=(),
        paper=(from_stripe, from_syspro),
        sheets=(Section("Audit trail", _SHEET, _rows(trail, zone, _sheet_row)),),
        made=made,
    )


def _verdict(trail: tuple[AuditTrailRow, ...], unvouched: int) -> str:
    if not trail:
        return "Nothing is known of it: neither Stripe's ids nor SYSPRO's keys here have this name."
    if unvouched:
        what = counted(unvouched, "step is", "steps are")
        return f"{what} from before the audit kept decisions, which nothing vouches for."
    return "A row of the audit chain vouches for every decision; the command audit verify proves that none was altered."


def _rows(
    trail: tuple[AuditTrailRow, ...], zone: tzinfo, cells: Callable[[AuditTrailRow, tzinfo], tuple[Cell, ...]]
) -> tuple[Row, ...]:
    return tuple(Row(cells(row, zone)) for row in trail)


def _forward(row: AuditTrailRow, zone: tzinfo) -> tuple[Cell, ...]:
    return (
        moment_text(row.at, zone),
        lines_of(row.stripe_id, words(row.object_type)),
        lines_of(row.outcome, row.reason),
        lines_of(_by(row), f"mapping revision {row.revision}" if row.revision else "", _audit(row)),
        lines_of(row.title, _kind(row)),
        _amount(row),
        row.erp_key,
        lines_of(words(row.state), row.evidence),
    )


def _backward(row: AuditTrailRow, zone: tzinfo) -> tuple[Cell, ...]:
    return (
        row.erp_key,
        lines_of(row.title, _kind(row)),
        lines_of(row.stripe_id, words(row.object_type)),
        _amount(row),
        moment_text(row.at, zone),
        words(row.state or row.outcome),
    )


def _sheet_row(row: AuditTrailRow, zone: tzinfo) -> tuple[Cell, ...]:
    return (
        moment_text(row.at, zone),
        row.stripe_id,
        row.object_type,
        row.outcome,
        row.reason,
        row.actor,
        row.flow,
        row.revision,
        row.audit_row or None,
        row.document or None,
        row.document_key,
        row.title,
        row.amount,
        row.amount.currency.upper() if row.amount else "",
        row.state,
        row.erp_key,
        row.evidence,
    )


def _amount(row: AuditTrailRow) -> str:
    """Return the amount with its currency: a trail may go through several."""
    return "" if row.amount is None else str(row.amount).replace("-", MINUS)


def _by(row: AuditTrailRow) -> str:
    return f"{row.actor}, flow {row.flow}" if row.actor and row.flow else row.actor or row.flow


def _audit(row: AuditTrailRow) -> str:
    return f"audit row {row.audit_row}" if row.audit_row else ""


def _kind(row: AuditTrailRow) -> str:
    # The key is company/kind/purpose/Stripe id.
    kind = row.document_key.split("/")[1] if row.document else row.object_type
    number = f", document {row.document}" if row.document else ""
    return f"{words(kind).capitalize()}{number}" if row.document or row.erp_key else ""


def moment_text(at: int, zone: tzinfo) -> str:
    """Return a moment for people, in ``zone``; nothing for 0."""
    return f"{datetime.fromtimestamp(at, UTC).astimezone(zone):%Y-%m-%d %H:%M:%S}" if at else ""
