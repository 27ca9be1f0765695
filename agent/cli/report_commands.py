"""``report``: a payout, a month or an audit trail as a file for a bookkeeper."""

import os
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any
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

#: The first is the default.
_FORMATS = ("pdf", "html", "csv", "xlsx")

#: What does not belong into the name of a file, on any system.
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")

_MOST_NAME = 100


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


@dataclass(frozen=True, slots=True)
class _File:
    """Where a report goes.

    Attributes:
        form: Format that was named; empty for what the file ends with.
        out: File that was named; ``None`` for a name of ours in the current folder.
        force: Whether a file that exists may be overwritten.
    """

    form: str
    out: Path | None
    force: bool

    def chosen(self, name: str) -> "tuple[Path, str]":
        """Return the file and its format, ``name`` being ours for it, without an ending.

        Raises:
            click.UsageError: When no format is named, or the file exists and may not be overwritten.
        """
        out = self.out or Path(f"{_UNSAFE.sub('-', name)[:_MOST_NAME]}.{self.form or _FORMATS[0]}")
        form = self.form or out.suffix.lstrip(".").lower()
        if form not in _FORMATS:
            raise click.UsageError(f"{out} does not end with one of {', '.join(_FORMATS)}; name a --format.")
        if out.exists() and not self.force:
            raise click.UsageError(f"{out} exists already: name another file with --out, or overwrite it with --force.")
        return out, form


def _file_options(function: Function) -> Function:
    """Add ``--format``, ``--out`` and ``--force``: the argument ``file``."""

    @wraps(function)
    def with_file(*arguments: Any, form: str | None, out: Path | None, force: bool, **options: Any) -> Any:
        return function(*arguments, file=_File(form or "", out, force), **options)

    name = click.option(
        "--out",
        type=click.Path(dir_okay=False, path_type=Path),
        help="File to write.  [default: a file in the current folder that is called by the report]",
    )
    kind = click.option(
        "--format", "form", type=click.Choice(_FORMATS), help="Its format.  [default: what FILE ends with, else pdf]"
    )
    overwrite = click.option("--force", is_flag=True, help="Overwrite a file that exists.")
    return kind(name(overwrite(with_file)))


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
def payout(surroundings: Surroundings, home: Path, payout_id: str, *, file: _File, as_json: bool) -> None:
    """Write what the payout PAYOUT is made of: gross, fees, refunds, disputes, other, net, and every document."""

    def made(desk: Desk, footer: str) -> "Report":
        from agent.reporting import payout_report  # noqa: PLC0415 - brings the libraries of the formats

        statement = desk.service.payout_statement(payout_id)
        if statement is None:
            sentence = f"Nothing is known of the payout {payout_id}. The engine reads payouts while it runs."
            raise Said(sentence, ExitCode.NEEDS_PERSON)
        return payout_report(statement, footer)

    _write(surroundings, home, made, file.chosen(f"payout-{payout_id}"), as_json=as_json)


@report.command()
@click.argument("month", type=MonthText())
@_file_options
@home_option
@json_option
@pass_surroundings
def month(surroundings: Surroundings, home: Path, month: str, *, file: _File, as_json: bool) -> None:
    """Write the month-end pack of MONTH, such as 2026-11: unsettled, in transit, exceptions, proof of clearing."""

    def made(desk: Desk, footer: str) -> "Report":
        from agent.reporting import month_report  # noqa: PLC0415 - brings the libraries of the formats

        return month_report(desk.service.month_end_pack(month), _zone(desk), footer)

    _write(surroundings, home, made, file.chosen(f"month-{month}"), as_json=as_json)


@report.command()
@click.argument("what", metavar="[ID]", required=False)
@click.option("--month", type=MonthText(), help="Instead of ID: everything that was decided in this month.")
@_file_options
@home_option
@json_option
@pass_surroundings
def audit(
    surroundings: Surroundings, home: Path, what: str | None, month: str | None, *, file: _File, as_json: bool
) -> None:
    """Write the audit trail of a Stripe id or SYSPRO key, or of a month, both ways."""
    if (what is None) == (month is None):
        raise click.UsageError("Give either ID or --month.")

    def made(desk: Desk, footer: str) -> "Report":
        from agent.reporting import trail_report  # noqa: PLC0415 - brings the libraries of the formats

        found = desk.service.trail_of_month(month) if month else desk.service.trail(what or "")
        if what and not found:
            raise Said(
                f"Nothing is known of {what}. `documents --text` looks for parts of an id.", ExitCode.NEEDS_PERSON
            )
        return trail_report(what or month or "", found, _zone(desk), footer)

    _write(surroundings, home, made, file.chosen(f"audit-{what or month}"), as_json=as_json)


def _write(
    surroundings: Surroundings,
    home: Path,
    made: "Callable[[Desk, str], Report]",
    file: tuple[Path, str],
    *,
    as_json: bool,
) -> None:
    """Make the report, write it where it is wanted, and say what it says."""
    out, form = file
    with surroundings.desk(home) as desk:
        ready, language = made(desk, _footer(desk)), desk.service.setting("reports.language")
    from agent.reporting import Format, render  # noqa: PLC0415 - brings the libraries of the formats
    from agent.reporting.speaking import in_language  # noqa: PLC0415 - the same

    content = render(in_language(ready, language), Format(form))
    try:
        _replace(out, content)
    except OSError as error:
        why = error.strerror or type(error).__name__
        sentence = f"The report cannot be written to {out}: {why}. Name another file with --out."
        raise Said(sentence, ExitCode.MISCONFIGURED) from error
    if as_json:
        echo_json({"file": out, "format": form, "good": ready.good, "verdict": ready.verdict})
    else:
        click.echo(f"{ready.verdict}\nWritten to {out}.")


def _replace(out: Path, content: bytes) -> None:
    """Write the whole file or leave what is there alone: a full disk must not end the report of last month."""
    number, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.stem[:20]}-", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(content)
        part.replace(out)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _footer(desk: Desk) -> str:
    from agent.reporting.trail import moment_text  # noqa: PLC0415 - brings the libraries of the formats

    zone = _zone(desk)
    return f"Made {moment_text(desk.clock.now(), zone)} ({zone}) by the SYSPRO Stripe agent"


def _zone(desk: Desk) -> ZoneInfo:
    return ZoneInfo(desk.service.values().text("site.time_zone"))
