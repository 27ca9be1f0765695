"""An opened home without the outside world: what whoever asks or tells stands on, the command line and the window.

Light on purpose: neither the connectors nor Stripe's library are imported, so that a window opens at once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from agent.domain.settings import Values
from agent.pairs import DATABASE
from agent.ports import Clock, SecretStore
from agent.queries import Parts
from agent.service import AgentService
from agent.shipped import shipped
from agent.store import Store
from connectors.machine import user_name


@dataclass(frozen=True, slots=True)
class Desk:
    """An opened home without the outside world.

    Attributes:
        service: The one door.
        store: Its database, for noticing a change.
        clock: Time of the agent.
    """

    service: AgentService
    store: Store
    clock: Clock


@contextmanager
def open_desk(path: Path, clock: Clock, secrets: SecretStore | None = None) -> Iterator[Desk]:
    """Open a home without the outside world, making it where it is new.

    Args:
        path: The home folder.
        clock: Time of the agent.
        secrets: The secret store; ``None`` for the keyring.

    Raises:
        OSError: When the folder cannot be made.
        Misconfigured: When its database cannot be used.
    """
    path.mkdir(parents=True, exist_ok=True)
    with Store.open(path / DATABASE) as store:
        keyring = _keyring(path, store) if secrets is None else secrets
        service = AgentService(
            parts_of(store), keyring, clock, author=user_name(),
            shipped=shipped(),
        )  # fmt: skip
        yield Desk(service, store, clock)


def parts_of(store: Store) -> Parts:
    """Return the parts of a store that the service reads and writes."""
    return Parts(
        outbox=store.outbox,
        inbox=store.inbox,
        reports=store.reports,
        commands=store.commands,
        settings=store.settings,
        marks=store.marks,
        lease=store.lease,
        allowance=store.allowance,
        audit=store.audit,
        statements=store.statements,
        catalogue=store.catalogue,
        requests=store.requests,
        customers=store.customers,
        revisions=store.revisions,
        decided=store.decided,
        worklist=store.worklist,
        overviews=store.overviews,
        alerts=store.alerts,
        notes=store.notes,
        edits=store.edits,
        version=store.version,
    )


def write_payout_report(service: AgentService, clock: Clock, payout_id: str, path: Path) -> str:
    """Write what a payout is made of to a file and return the report's verdict.

    Args:
        service: The one door.
        clock: Time of the agent.
        payout_id: ``po_`` id of a payout that is known.
        path: Ends with ``.html``, ``.pdf``, ``.csv`` or ``.xlsx``.

    Raises:
        ValueError: When it ends with something else.
        OSError: When the file cannot be written.
    """
    from agent.reporting import Format, payout_report, render  # noqa: PLC0415 - brings the libraries of the formats
    from agent.reporting.speaking import in_language  # noqa: PLC0415 - the same
    from agent.reporting.trail import moment_text  # noqa: PLC0415 - the same

    form = Format(path.suffix.lstrip(".").lower())
    statement = service.payout_statement(payout_id)
    assert statement is not None
    zone = service.zone()
    report = payout_report(statement, f"Made {moment_text(clock.now(), zone)} ({zone}) by the SYSPRO Stripe agent")
    path.write_bytes(render(in_language(report, service.setting("reports.language")), form))
    return report.verdict


def _keyring(path: Path, store: Store) -> SecretStore:
    from agent.keyrings import keyring_of  # noqa: PLC0415 - brings the keyring's back-ends
    from connectors.secrets import SeenSecrets  # noqa: PLC0415 - the same

    return SeenSecrets(keyring_of(path, Values(store.settings.all())))
