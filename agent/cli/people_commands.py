"""What a person tells the engine: retry, ignore, restore, approve, resolve, accept, pause, resume, take-over."""

from pathlib import Path
from zoneinfo import ZoneInfo

import click

from agent.cli.asking import tell_engine
from agent.cli.boundary import Said
from agent.cli.exits import ExitCode
from agent.cli.options import NUMBER, home_option, json_option
from agent.cli.surroundings import Desk, Surroundings, pass_surroundings
from agent.cli.times import Length, moment
from connectors.machine import machine_name


@click.command()
@click.argument("what")
@home_option
@json_option
@pass_surroundings
def retry(surroundings: Surroundings, home: Path, what: str, *, as_json: bool) -> None:
    """Decide a document or payment again.

    With what Stripe and SYSPRO say now. WHAT is a document's number or a Stripe id such as ch_...
    """
    with surroundings.desk(home) as desk:
        tell_engine(surroundings, desk, desk.service.retry(what), as_json=as_json)


@click.command()
@click.argument("what")
@click.option("--reason", required=True, help="Why; it is kept for the books.")
@home_option
@json_option
@pass_surroundings
def ignore(surroundings: Surroundings, home: Path, what: str, reason: str, *, as_json: bool) -> None:
    """Give a document or payment up for good.

    WHAT is a document's number or a Stripe id such as ch_...
    """
    if not reason.strip():
        raise click.UsageError("The reason is empty; the books need one.")
    with surroundings.desk(home) as desk:
        tell_engine(surroundings, desk, desk.service.ignore(what, reason.strip()), as_json=as_json)


@click.command()
@click.argument("what")
@home_option
@json_option
@pass_surroundings
def restore(surroundings: Surroundings, home: Path, what: str, *, as_json: bool) -> None:
    """Take back that a document or payment was ignored.

    A document waits again as it did before, unless something was decided on it since. WHAT is a document's number or a
    Stripe id such as ch_...
    """
    with surroundings.desk(home) as desk:
        tell_engine(surroundings, desk, desk.service.restore(what), as_json=as_json)


@click.command()
@click.argument("document", type=NUMBER)
@click.option("--key", help="SYSPRO's key of the document, where you found it.")
@click.option("--absent", is_flag=True, help="SYSPRO does not have it; it is posted again.")
@home_option
@json_option
@pass_surroundings
def resolve(
    surroundings: Surroundings, home: Path, document: int, key: str | None, *, absent: bool, as_json: bool
) -> None:
    """Say what became of a document in doubt.

    For a document of which SYSPRO shows more than one candidate. Look in SYSPRO first: --absent posts it again.
    """
    if absent == bool(key and key.strip()):
        raise click.UsageError("Give either --key KEY or --absent.")
    with surroundings.desk(home) as desk:
        tell_engine(surroundings, desk, desk.service.resolve(document, (key or "").strip()), as_json=as_json)


@click.command()
@click.argument("document", type=NUMBER)
@click.option("--undo", is_flag=True, help="Take that back, as long as the document is not being posted.")
@home_option
@json_option
@pass_surroundings
def approve(surroundings: Surroundings, home: Path, document: int, *, undo: bool, as_json: bool) -> None:
    """Let a document go that waits for approval, as it is."""
    with surroundings.desk(home) as desk:
        told = desk.service.unapprove(document) if undo else desk.service.approve(document)
        tell_engine(surroundings, desk, told, as_json=as_json)


@click.command()
@click.argument("discrepancy", type=NUMBER)
@click.option("--reason", default="", help="Why it is right as it is; it is kept for the books.")
@click.option("--undo", is_flag=True, help="Take back that it was accepted: it is open again.")
@home_option
@json_option
@pass_surroundings
def accept(surroundings: Surroundings, home: Path, discrepancy: int, reason: str, *, undo: bool, as_json: bool) -> None:
    """Accept a discrepancy as it is.

    DISCREPANCY is the number that `status` shows.
    """
    if undo:
        with surroundings.desk(home) as desk:
            tell_engine(surroundings, desk, desk.service.reopen(discrepancy), as_json=as_json)
        return
    if not reason.strip():
        raise click.UsageError("The reason is empty; the books need one.")
    with surroundings.desk(home) as desk:
        tell_engine(surroundings, desk, desk.service.accept(discrepancy, reason.strip()), as_json=as_json)


@click.command()
@click.argument("note", type=NUMBER)
@click.option("--undo", is_flag=True, help="Take that back: the note is unread again.")
@home_option
@json_option
@pass_surroundings
def seen(surroundings: Surroundings, home: Path, note: int, *, undo: bool, as_json: bool) -> None:
    """Say that a note of a flow has been read.

    NOTE is the number that `status` shows.
    """
    with surroundings.desk(home) as desk:
        told = desk.service.unseen(note) if undo else desk.service.seen(note)
        tell_engine(surroundings, desk, told, as_json=as_json)


@click.command("post-again")
@click.argument("document", type=NUMBER)
@click.option("--reason", required=True, help="Why; it is kept for the books.")
@home_option
@json_option
@pass_surroundings
def post_again(surroundings: Surroundings, home: Path, document: int, reason: str, *, as_json: bool) -> None:
    """Post a document anew that is gone from SYSPRO.

    SYSPRO is searched first; the new document has a reference of its own.
    """
    if not reason.strip():
        raise click.UsageError("The reason is empty; the books need one.")
    with surroundings.desk(home) as desk:
        tell_engine(surroundings, desk, desk.service.post_again(document, reason.strip()), as_json=as_json)


@click.command()
@click.argument("document", type=NUMBER)
@click.option("--to", "ledger_code", required=True, help="Ledger code that takes the other side.")
@click.option("--reason", required=True, help="Why; it is kept for the books.")
@home_option
@json_option
@pass_surroundings
def adjust(
    surroundings: Surroundings, home: Path, document: int, ledger_code: str, reason: str, *, as_json: bool
) -> None:
    """Prepare a journal over what a document differs by.

    It takes the difference out of clearing, or what exchange rates left of a dispute or refund that is over off its
    account, and waits for `approve`.
    """
    if not reason.strip() or not ledger_code.strip():
        raise click.UsageError("The reason or the ledger code is empty; the books need both.")
    with surroundings.desk(home) as desk:
        number = desk.service.adjust(document, ledger_code.strip(), reason.strip())
        tell_engine(surroundings, desk, number, as_json=as_json)


@click.command()
@click.option("--for", "for_s", type=Length(), help="How long, such as 30m, 1h or 2d.")
@click.option("--until", help="Until when, such as 14:30 or 2026-01-31T14:30, in the site's time zone.")
@home_option
@json_option
@pass_surroundings
def pause(surroundings: Surroundings, home: Path, for_s: int | None, until: str | None, *, as_json: bool) -> None:
    """Stop reading and posting for a while.

    Without an option until `resume`.
    """
    if for_s is not None and until is not None:
        raise click.UsageError("Give either --for or --until.")
    with surroundings.desk(home) as desk:
        until_at = desk.clock.now() + for_s if for_s is not None else _until(desk, until)
        tell_engine(surroundings, desk, desk.service.pause(until_at), as_json=as_json)


@click.command()
@home_option
@json_option
@pass_surroundings
def resume(surroundings: Surroundings, home: Path, *, as_json: bool) -> None:
    """Go on after a pause."""
    with surroundings.desk(home) as desk:
        tell_engine(surroundings, desk, desk.service.resume(), as_json=as_json)


@click.command("take-over")
@click.option("--yes", is_flag=True, help="Do not ask.")
@home_option
@pass_surroundings
def take_over(surroundings: Surroundings, home: Path, *, yes: bool) -> None:
    """Give this machine the right to post.

    For a database that was moved here on purpose.
    """
    with surroundings.desk(home) as desk:
        machine = machine_name()
        question = f"Only one machine may post. Will no other machine post from a copy of {home} from now on?"
        if not yes and not click.confirm(question, err=True):
            raise Said("Nothing was changed. Stop the other machine's engine first.", ExitCode.NEEDS_PERSON)
        desk.service.take_over(machine)
        click.echo(f"This machine ({machine}) has the right to post. `syspro-stripe run` starts the engine.")


def _until(desk: Desk, text: str | None) -> int | None:
    if text is None:
        return None
    zone = ZoneInfo(desk.service.values().text("site.time_zone"))
    try:
        return moment(text.strip(), desk.clock.now(), zone)
    except ValueError as error:
        hint = "is no time to come, such as 14:30 or 2026-01-31T14:30"
        raise click.BadParameter(f"{text!r} {hint} ({error}).", param_hint="--until") from error
