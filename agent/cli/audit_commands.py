"""``audit``: prove that nothing was altered, and follow one Stripe object or SYSPRO key through the books."""

import re
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from agent.cli.boundary import Said
from agent.cli.exits import ExitCode
from agent.cli.options import home_option, json_option
from agent.cli.show import amount, cell, console, echo_json, heading, table
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.domain.audit import Altered, AuditTrailRow, Examination

_EXPECTED = {
    True: "The expected row has the expected hash.",
    False: "The expected row is gone or has another hash: the chain was written anew since.",
}


@click.group()
def audit() -> None:
    """Prove that nothing was altered, or follow one payment.

    The audit is a chain: each row holds a hash over itself and the row before it, and a digest of the decision, facts,
    document or mapping revision that it is about.
    """


class RowHash(click.ParamType[tuple[int, str]]):
    """A row of the chain with its hash, as ``verify`` prints it: ``1234:9f86d0...``."""

    name = "row:hash"

    def convert(
        self, value: str | tuple[int, str], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, str]:
        """Return number and hash."""
        if isinstance(value, tuple):
            return value
        found = re.fullmatch(r"([0-9]{1,18}):([0-9a-f]{64})", value.strip().lower())
        if found is None:
            self.fail(f"{value!r} is no row with its hash, as `audit verify` prints it.", param, ctx)
        return int(found[1]), found[2]


@audit.command()
@click.option("--expect", type=RowHash(), help="A row and its hash as printed before: it must still be there.")
@home_option
@json_option
@pass_surroundings
def verify(surroundings: Surroundings, home: Path, *, expect: tuple[int, str] | None, as_json: bool) -> None:
    """Find every row that was altered.

    Compares the chain, and each decision with its facts, each document and each mapping revision with what the chain
    says of it. May run while the engine does. Ends with 1 when something was altered.

    The last hash that is printed, kept on paper and given with --expect, proves later that the chain was not written
    anew as a whole.
    """
    with surroundings.desk(home) as desk:
        found = desk.service.examine()
        kept = expect is None or desk.service.audit_hash(expect[0]) == expect[1]
        zone = ZoneInfo(desk.service.values().text("site.time_zone"))
    if as_json:
        fields = {name: getattr(found, name) for name in Examination.__slots__}
        echo_json({"whole": found.whole, "expected": kept, **fields})
    else:
        _print(found, zone)
        if expect:
            click.echo(_EXPECTED[kept])
    click.get_current_context().exit(ExitCode.FINE if found.whole and kept else ExitCode.NEEDS_PERSON)


@audit.command()
@click.argument("what", metavar="ID")
@home_option
@json_option
@pass_surroundings
def trail(surroundings: Surroundings, home: Path, what: str, *, as_json: bool) -> None:
    """Show the trail of a Stripe id or a SYSPRO key.

    ID is the id of a payment, refund, dispute, payout or balance transaction, or SYSPRO's number of a customer, order,
    invoice, credit note, receipt or journal; leading zeros may be left out. Of a payment, all is shown that became of
    it: order, receipt, allocation, refunds, credit notes, disputes, and the payout that settled it.
    """
    with surroundings.desk(home) as desk:
        found = desk.service.trail(what)
        zone = ZoneInfo(desk.service.values().text("site.time_zone"))
    if as_json:
        echo_json(found)
        return
    if not found:
        raise Said(f"Nothing is known of {what}. `documents --text` looks for parts of an id.", ExitCode.NEEDS_PERSON)
    made = table("", "Decided", "Stripe id", "Outcome", "By", "Document", "Amount", "SYSPRO key", "State", "Evidence",
                 right=["Amount"], whole=["Stripe id", "SYSPRO key"])  # fmt: skip
    for row in found:
        made.add_row(*map(cell, _step(row, zone)))
    console().print(made)


def _step(row: AuditTrailRow, zone: ZoneInfo) -> tuple[object, ...]:
    by = ", ".join(filter(None, (row.actor, row.flow, f"revision {row.revision}" if row.revision else "")))
    audited = f", audit row {row.audit_row}" if row.audit_row else ""
    outcome = f"{row.outcome}: {row.reason}" if row.reason else row.outcome
    return (
        _when(row.at, zone),
        row.stripe_id,
        outcome,
        f"{by}{audited}",
        f"{row.document}: {row.title}" if row.document else row.object_type.replace("_", " "),
        amount(row.amount),
        row.erp_key,
        row.state.replace("_", " "),
        row.evidence,
    )


def _print(found: Examination, zone: ZoneInfo) -> None:
    out = console()
    if found.whole:
        heading(out, "whole", "Nothing was altered.", "green")
    else:
        heading(out, "altered", _rows(found.found) + " not what was written.", "red")
        made = table("", "Table", "Row", "When", "Action", "About", "What is wrong", right=["Row"])
        for one in found.altered:
            made.add_row(*map(cell, _cells(one, zone)))
        out.print(made)
        if found.found > len(found.altered):
            out.print(f"and {found.found - len(found.altered):,} more.")
        out.print()
    out.print(
        f"{found.rows:,} rows of the chain, {found.decisions:,} decisions with their facts, {found.documents:,} "
        f"documents and {found.revisions:,} mapping revision{'' if found.revisions == 1 else 's'} were compared."
    )
    if found.unsealed:
        out.print(f"{found.unsealed:,} are from a version of the program that did not seal them.")
    if found.head:
        out.print(f"Last hash: {found.last}:{found.head}")


def _cells(one: Altered, zone: ZoneInfo) -> tuple[object, ...]:
    return one.table, one.row, _when(one.at, zone), one.action, one.subject, one.what


def _when(at: int, zone: ZoneInfo) -> str:
    return f"{datetime.fromtimestamp(at, UTC).astimezone(zone):%Y-%m-%d %H:%M:%S}" if at else ""


def _rows(count: int) -> str:
    return "1 row is" if count == 1 else f"{count:,} rows are"
