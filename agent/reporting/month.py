"""The month-end pack as a report."""

from collections.abc import Iterator
from datetime import tzinfo

from agent.domain.money import Money, total
from agent.domain.month_end import ExceptionRow, MonthEndPack, Movement, PayoutRow, currencies_of
from agent.domain.proof import ProofRow
from agent.domain.statements import Group, StatementLine
from agent.domain.wording import counted
from agent.reporting.report import Cell, Report, Row, Section, Style, columns_of, lines_of, words
from agent.reporting.trail import moment_text

_MOVED = ("Opening", *(group.value for group in Group), "Closing", "Not paid out", "Unexplained")
_MOVEMENTS = columns_of((("Currency", 16), *((label, 26) for label in _MOVED)), right=_MOVED)

_PROOF_FIELDS = (
    ("Stripe", "stripe_minor"),
    ("Before start", "opening_minor"),
    ("Posted", "posted_minor"),
    ("Waiting", "waiting_minor"),
    ("Held", "held_minor"),
    ("In doubt", "in_doubt_minor"),
    ("Ignored", "ignored_minor"),
    ("Difference", "difference_minor"),
    ("SYSPRO", "syspro_clearing_minor"),
    ("To posted", "clearing_difference_minor"),
    ("Ledger code", "syspro_ledger_minor"),
)
_PROOF = columns_of(
    (("Currency", 16), *((label, 24) for label, _ in _PROOF_FIELDS), ("Agrees", 14)),
    right=tuple(label for label, _ in _PROOF_FIELDS),
)

_AMOUNTS = ("Gross", "Fee", "Net", "Amount")
_UNSETTLED = columns_of(
    (
        ("Day", 22),
        ("Movement", 24),
        ("Balance transaction", 52),
        ("Payment", 62),
        ("Currency", 16),
        ("Gross", 26),
        ("Fee", 22),
        ("Net", 26),
    ),
    right=_AMOUNTS,
)
_ASIDE = columns_of((("Balance at Stripe", 80), ("Currency", 16), ("Amount", 30)), right=_AMOUNTS)
_BALANCES = {
    "risk_reserved": "Reserve",
    "issuing": "Issuing",
    "refund_and_dispute_prefunding": "Prefunding of refunds and disputes",
}
_IN_TRANSIT = columns_of(
    (("Left Stripe", 24), ("Payout", 60), ("Status", 30), ("Day at the bank", 30), ("Currency", 16), ("Amount", 30)),
    right=_AMOUNTS,
)
_EXCEPTIONS = columns_of(
    (("What", 24), ("No.", 14), ("About", 60), ("Whose money", 44), ("Currency", 16), ("Amount", 26), ("Why", 90)),
    right=(*_AMOUNTS, "No."),
)


def month_report(pack: MonthEndPack, zone: tzinfo, made: str) -> Report:
    """Return the report of a month.

    Args:
        pack: What the month holds.
        zone: The site's time zone.
        made: When and where it is made, in words.
    """
    sections = (
        Section(
            "Stripe's balance",
            _MOVEMENTS,
            tuple(_movement(pack, movement) for movement in pack.movements),
            "From the first to the last second of the month, in the site's time zone.",
            "Nothing has moved.",
        ),
        Section("Proof of the clearing account", _PROOF, tuple(map(_proof, pack.proof)), _proof_note(pack, zone)),
        Section("Not yet paid out", _UNSETTLED, tuple(_unsettled(pack)), "At the end of the month."),
        *_kept_aside(pack),
        Section(
            "In transit to the bank",
            _IN_TRANSIT,
            tuple(_in_transit(pack)),
            "At the end of the month.",
        ),
        Section(
            "Exceptions",
            _EXCEPTIONS,
            tuple(map(_exception, pack.exceptions)),
            "All that is open now.",
        ),
    )
    return Report(
        title="Month-end pack",
        subtitle=pack.month,
        good=pack.can_close,
        verdict=_verdict(pack),
        facts=(
            ("SYSPRO company", pack.company),
            ("Month", pack.month),
            ("Not yet paid out", counted(len(pack.unsettled), "movement", "movements")),
            *((("Kept in other balances", ", ".join(str(one.amount) for one in pack.aside)),) if pack.aside else ()),
            ("In transit", counted(len(pack.in_transit), "payout", "payouts")),
            ("Exceptions", f"{len(pack.exceptions):,}"),
        ),
        steps=(),
        paper=sections,
        sheets=sections,
        made=made,
    )


def _verdict(pack: MonthEndPack) -> str:
    if not pack.proof:
        return "The books have not been compared yet, so the month is not proven."
    if not pack.proven:
        return "The clearing account does not agree; see the proof."
    open_now = f"{counted(len(pack.exceptions), 'exception has', 'exceptions have')} to be settled."
    if not pack.over:
        so_far = open_now if pack.exceptions else "Nothing is open."
        return f"The month is not over yet; so far the clearing account agrees. {so_far}"
    if not pack.proven_since:
        return "The books were compared last before the month ended, so the month as a whole is not proven yet."
    if pack.exceptions:
        return f"The clearing account agrees. {open_now}"
    return "The clearing account agrees to the cent, and nothing is open."


def _proof_note(pack: MonthEndPack, zone: tzinfo) -> str:
    when = moment_text(pack.proven_at, zone)
    return f"As compared on {when}: Stripe's balance and SYSPRO's of that moment." if when else "Not compared yet."


def _movement(pack: MonthEndPack, movement: Movement) -> Row:
    currency, unexplained = movement.currency, pack.unexplained(movement)
    amounts = (movement.opening, *(money for _, money in movement.groups), movement.closing)
    return Row((currency.upper(), *amounts, pack.unsettled_in(currency), unexplained))


def _proof(row: ProofRow) -> Row:
    amounts = tuple(_amount(getattr(row, field), row.currency) for _, field in _PROOF_FIELDS)
    style = Style.PLAIN if row.holds else Style.ALERT
    return Row((row.currency.upper(), *amounts, "yes" if row.holds else "no"), style)


def _amount(minor: int | None, currency: str) -> Money | None:
    return None if minor is None else Money(minor, currency)


def _unsettled(pack: MonthEndPack) -> Iterator[Row]:
    for currency in currencies_of(pack.unsettled):
        lines = [line for line in pack.unsettled if line.net.currency == currency]
        yield from map(_line, lines)
        gross, net = total([line.gross for line in lines], currency), pack.unsettled_in(currency)
        fee = -total([line.fee for line in lines], currency)
        yield Row(("Total", None, None, None, currency.upper(), gross, fee, net), Style.TOTAL)


def _kept_aside(pack: MonthEndPack) -> Iterator[Section]:
    if pack.aside:
        rows = tuple(
            Row((_BALANCES.get(one.balance, words(one.balance)), one.amount.currency.upper(), one.amount))
            for one in pack.aside
        )
        note = "At the end of the month. No payout brings it unless Stripe releases it."
        yield Section("Kept by Stripe in other balances", _ASIDE, rows, note)


def _line(line: StatementLine) -> Row:
    payment = lines_of(line.description or line.why, line.source_id)
    currency = line.net.currency.upper()
    return Row((line.day, words(line.category), line.id, payment, currency, line.gross, -line.fee, line.net))


def _in_transit(pack: MonthEndPack) -> Iterator[Row]:
    for currency in sorted({row.amount.currency for row in pack.in_transit}):
        yield from (_payout(row) for row in pack.in_transit if row.amount.currency == currency)
        cells = ("Total", None, None, None, currency.upper(), pack.in_transit_in(currency))
        yield Row(cells, Style.TOTAL)


def _payout(row: PayoutRow) -> Row:
    status = words(row.status) or "not read yet"
    day = row.arrival_day or "not known yet"
    return Row((row.day, row.payout_id, status, day, row.amount.currency.upper(), row.amount))


def _exception(row: ExceptionRow) -> Row:
    currency = row.amount.currency.upper() if row.amount else ""
    cells: tuple[Cell, ...] = (row.what, row.number, row.subject, row.title, currency, row.amount, row.reason)
    return Row(cells)
