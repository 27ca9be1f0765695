"""The command line: ``syspro-stripe``. May import everything but ``gui``.

Exit codes are those of :mod:`agent.cli.exits`; errors are one sentence on standard error (:mod:`agent.cli.boundary`).
"""

import io
import sys

import click

from agent.cli.alerts_command import alerts_group
from agent.cli.audit_commands import audit
from agent.cli.boundary import Program
from agent.cli.catalogue_command import catalogue
from agent.cli.certificate_command import certificate
from agent.cli.config_commands import config
from agent.cli.customers_command import customers
from agent.cli.demo_command import demo
from agent.cli.documents_command import documents
from agent.cli.engine_commands import check, once, run
from agent.cli.exits import EPILOG
from agent.cli.flows_commands import flows
from agent.cli.map_command import map_account
from agent.cli.mapping_commands import mapping
from agent.cli.pairs_commands import pairs
from agent.cli.people_commands import (
    accept,
    adjust,
    approve,
    ignore,
    pause,
    post_again,
    resolve,
    restore,
    resume,
    retry,
    seen,
    take_over,
)
from agent.cli.periods_command import periods
from agent.cli.portal_commands import portal
from agent.cli.preview_command import preview
from agent.cli.price_command import price
from agent.cli.reconcile_command import reconcile
from agent.cli.replay_command import replay
from agent.cli.report_commands import report
from agent.cli.requests_command import requests_group
from agent.cli.resync_command import resync
from agent.cli.sandbox_commands import sandbox
from agent.cli.service_commands import service
from agent.cli.setup_commands import setup
from agent.cli.shadow_command import shadow
from agent.cli.status_command import status
from agent.cli.template_commands import template
from agent.cli.update_commands import update

__all__ = ["main"]


@click.group(name="syspro-stripe", cls=Program, invoke_without_command=True, epilog=EPILOG)
@click.version_option(package_name="syspro-stripe-agent", message="%(package)s %(version)s")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Keep Stripe and SYSPRO in step, to the cent.

    Each command takes --home DIR, --pair NAME where there are several, and --json where it prints.
    """
    for stream in (sys.stdout, sys.stderr):
        # A console of Windows code page 1252 lacks many letters of customers' names; a question mark has to do.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


for _command in (
    run,
    once,
    status,
    check,
    setup,
    pairs,
    reconcile,
    certificate,
    documents,
    catalogue,
    requests_group,
    customers,
    periods,
    price,
    portal,
    retry,
    resync,
    ignore,
    restore,
    approve,
    resolve,
    accept,
    seen,
    post_again,
    adjust,
    report,
    audit,
    pause,
    resume,
    config,
    template,
    flows,
    mapping,
    preview,
    shadow,
    replay,
    alerts_group,
    map_account,
    take_over,
    service,
    update,
    sandbox,
    demo,
):
    main.add_command(_command)
