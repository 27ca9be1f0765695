"""``report``: a payout, a month or an audit trail as a file for a bookkeeper."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from agent.cli.boundary import Said
from agent.cli.exits import ExitCode
from agent.cli.options import Function, home_option, json_option
from agent.cli.show import echo_json
from agent.cli.surroundings import Desk, Surroundings, pass_surroundings
from agent.domain.month_end import month_bounds

if TYPE_CHECKING:
    from agent.reporting.report import Report

_FORMATS = ("html", "pdf", "csv", "xlsx")


class MonthText(click.ParamType[str]):
    """A month such as ``2026-11``."""

    name = "month"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the month as it was typed."""
        try:
            month_bounds(value, ZoneInfo("UTC"))
        except ValueError as error:
            self.fail(str(error), param, ctx)
        return value


def _file_options(function: Function) -> Function:
    """Add ``--format`` and ``--out``: the arguments ``form`` (may be ``None``) and ``out``."""
    out = click.option(
        "--out", type=click.Path(dir_okay=False, writable=True, path_type=Path), required=True, help="File to write."
    )
    form = click.option(
        "--format", "form", type=click.Choice(_FORMATS), help="Its format.  [default: what FILE ends with]"
    )
    return form(out(function))


@click.group()
def report() -> None:
    """Write a report for a bookkeeper.

    HTML and PDF are to read and keep, CSV and XLSX for a spreadsheet.
    """


@report.command()
@click.argument("payout_id", metavar="PAYOUT")
@_file_options
@home_option
@json_option
@pass_surroundings
def payout(
    surroundings: Surroundings, home: Path, payout_id: str, *, form: str | None, out: Path, as_json: bool
) -> None:
    """Write what the payout PAYOUT is made of: gross, fees, refunds, disputes, other, net, and every document."""

    def made(desk: Desk, footer: str) -> "Report":
        from agent.reporting import payout_report  # noqa: PLC0415 - brings the libraries of the formats

        statement = desk.service.payout_statement(payout_id)
        if statement is None:
            sentence = f"Nothing is known of the payout {payout_id}. The engine reads payouts while it runs."
            raise Said(sentence, ExitCode.NEEDS_PERSON)
        return payout_report(statement, footer)

    _write(surroundings, home, made, form=form, out=out, as_json=as_json)


@report.command()
@click.argument("month", type=MonthText())
@_file_options
@home_option
@json_option
@pass_surroundings
def month(surroundings: Surroundings, home: Path, month: str, *, form: str | None, out: Path, as_json: bool) -> None:
    """Write the month-end pack of MONTH, such as 2026-11: unsettled, in transit, exceptions, proof of clearing."""

    def made(desk: Desk, footer: str) -> "Report":
        from agent.reporting import month_report  # noqa: PLC0415 - brings the libraries of the formats

        return month_report(desk.service.month_end_pack(month), _zone(desk), footer)

    _write(surroundings, home, made, form=form, out=out, as_json=as_json)


@report.command()
@click.argument("what", metavar="[ID]", required=False)
@click.option("--month", type=MonthText(), help="Instead of ID: everything that was decided in this month.")
@_file_options
@home_option
@json_option
@pass_surroundings
def audit(  # noqa: PLR0913 - an argument for each option
    surroundings: Surroundings, /, home: Path, what: str | None, month: str | None, *, form: str | None, out: Path,
    as_json: bool,
) -> None:  # fmt: skip
    """Write the audit trail of a Stripe id or SYSPRO key, or of a month, both ways."""
    if (what is None) == (month is None):
        raise click.UsageError("Give either ID or --month.")

    def made(desk: Desk, footer: str) -> "Report":
        from agent.reporting import trail_report  # noqa: PLC0415 - brings the libraries of the formats

        found = desk.service.trail(what) if what else desk.service.trail_of_month(month or "")
        return trail_report(what or month or "", found, _zone(desk), footer)

    _write(surroundings, home, made, form=form, out=out, as_json=as_json)


def _write(
    surroundings: Surroundings,
    home: Path,
    made: "Callable[[Desk, str], Report]",
    *,
    form: str | None,
    out: Path,
    as_json: bool,
) -> None:
    """Make the report, write it where it is wanted, and say what it says."""
    form = form or out.suffix.lstrip(".").lower()
    if form not in _FORMATS:
        raise click.UsageError(f"{out} does not end with one of {', '.join(_FORMATS)}; name the format with --format.")
    with surroundings.desk(home) as desk:
        ready = made(desk, _footer(desk))
    from agent.reporting import Format, render  # noqa: PLC0415 - brings the libraries of the formats

    out.write_bytes(render(ready, Format(form)))
    if as_json:
        echo_json({"file": out, "format": form, "good": ready.good, "verdict": ready.verdict})
    else:
        click.echo(f"{ready.verdict}\nWritten to {out}.")


def _footer(desk: Desk) -> str:
    from agent.reporting.trail import moment_text  # noqa: PLC0415 - brings the libraries of the formats

    zone = _zone(desk)
    return f"Made {moment_text(desk.clock.now(), zone)} ({zone}) by the SYSPRO Stripe agent"


def _zone(desk: Desk) -> ZoneInfo:
    return ZoneInfo(desk.service.values().text("site.time_zone"))
