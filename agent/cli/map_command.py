"""``map``: give an account its ledger code, and release what waits for it, in one step."""

import re
from pathlib import Path

import click

from agent.cli.asking import tell_engine
from agent.cli.options import home_option, json_option
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.domain.entries import CLEARING

#: Longest ledger code; source: GenMaster.GlCode varchar(35).
_LONGEST = 35

_ACCOUNT = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")
_CURRENCY = re.compile(r"[a-z]{3}")


@click.command("map")
@click.argument("account")
@click.argument("ledger_code")
@click.option("--currency", default="", help="Settlement currency that it is for alone, such as usd.")
@home_option
@json_option
@pass_surroundings
def map_account(
    surroundings: Surroundings, home: Path, account: str, ledger_code: str, currency: str, *, as_json: bool
) -> None:
    """Give an account its ledger code, and release what waits.

    ACCOUNT is the name that the held item says, such as fee, dispute or other_adjustment. The engine asks SYSPRO about
    the ledger code first; then everything that is held for an account without one is decided again.
    """
    account, ledger_code, currency = account.strip().lower(), ledger_code.strip(), currency.strip().lower()
    if not _ACCOUNT.fullmatch(account):
        raise click.BadParameter(
            f"{account!r} is no account's name, such as fee or dispute_loss.", param_hint="ACCOUNT"
        )
    if not ledger_code or len(ledger_code) > _LONGEST:
        raise click.BadParameter(f"A ledger code has 1 to {_LONGEST} characters.", param_hint="LEDGER-CODE")
    if currency and not _CURRENCY.fullmatch(currency):
        raise click.BadParameter(f"{currency!r} is no currency such as usd.", param_hint="--currency")
    if account == CLEARING and not currency:
        raise click.UsageError("The clearing account has a ledger code for each currency: give --currency.")
    with surroundings.desk(home) as desk:
        number = desk.service.map_account(account, ledger_code, currency)
        tell_engine(surroundings, desk, number, as_json=as_json)
