"""Locks of this machine: one engine a home, a SYSPRO company and a Stripe account. May import ``agent.domain``.

They are files, so they hold between processes as well as between the pairs of one, and end with the process, also when
it crashes.
"""

import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import platformdirs
from filelock import FileLock, Timeout

from agent.domain.codec import fingerprint
from agent.domain.errors import Misconfigured, Problem
from agent.domain.settings import Values

#: Held in the installation's folder by the one process that runs its engines.
RUN_LOCK = "run.lock"

#: Code of the refusal of a second engine.
RUNNING = "engine.running"


class CompanyLocks:
    """The SYSPRO companies that the engines of one process serve; those of another process are refused.

    Pairs of one process may share a company: they take turns at its session. Safe to share by threads.
    """

    def __init__(self) -> None:
        self._changing = threading.Lock()
        self._held: dict[Path, tuple[ExitStack, int]] = {}

    @contextmanager
    def held(self, values: Values, home: Path) -> Iterator[None]:
        """Hold the company of these settings for the length of the block; nothing while none is set.

        Raises:
            Misconfigured: When another process serves it.
        """
        if not values.text("syspro.company"):
            yield
            return
        path = _machine_lock(company_of(values))
        with self._changing:
            stack, count = self._held.get(path, (ExitStack(), 0))
            if not count:
                stack.enter_context(only_one(path, home))
            self._held[path] = stack, count + 1
        try:
            yield
        finally:
            with self._changing:
                stack, count = self._held.pop(path)
                if count > 1:
                    self._held[path] = stack, count - 1
                else:
                    stack.close()


@contextmanager
def only_one(path: Path, home: Path) -> Iterator[None]:
    """Hold a lock file for the length of the block.

    Args:
        path: The file.
        home: Whose engine wants it, for people.

    Raises:
        Misconfigured: When somebody else holds it.
    """
    with ExitStack() as stack:
        try:
            # Not bound to the thread that took it: pairs that share a company may let it go in any order.
            stack.enter_context(FileLock(path, timeout=0, thread_local=False))
        except Timeout as error:
            raise _already_running(home) from error
        yield


@contextmanager
def account_lock(account: str, values: Values) -> Iterator[None]:
    """Be the only engine on this machine that reads a Stripe account, whatever installation it belongs to.

    Args:
        account: Its id and mode.
        values: The settings in force: another address of Stripe is another Stripe.

    Raises:
        Misconfigured: When another engine reads it.
    """
    with ExitStack() as stack:
        try:
            path = _machine_lock(f"{values.text('stripe.api_base')}|{account}")
            stack.enter_context(FileLock(path, timeout=0, thread_local=False))
        except Timeout as error:
            message = f"Another engine on this machine reads the Stripe account {account}: both would post its money."
            press = "Stop the other engine, or give this one the key of another account."
            raise Misconfigured(Problem("Posts twice", message, press, "pair.account_in_use")) from error
        yield


def company_of(values: Values) -> str:
    """Return which SYSPRO company these settings mean: a copied home is another home, but the same company."""
    return f"{values.text('syspro.base_url')}|{values.text('syspro.company')}"


def machine_file(folder: str, place: str, ending: str) -> Path:
    """Return a file of this machine that stands for ``place``, in a folder that is made where it is new."""
    path = _machine_folder() / folder
    path.mkdir(parents=True, exist_ok=True)
    return path / f"{fingerprint(place)}.{ending}"


def _machine_folder() -> Path:
    """Return where the accounts of a machine meet: on Windows the service and a person's own start are two of them."""
    if sys.platform == "win32":
        return platformdirs.site_data_path("syspro-stripe-agent", appauthor=False)
    return platformdirs.user_state_path("syspro-stripe-agent", appauthor=False)


def _machine_lock(place: str) -> Path:
    return machine_file("locks", place, "lock")


def _already_running(home: Path) -> Misconfigured:
    message = f"An engine is running already, for {home} or for the same SYSPRO company; it does the same by itself."
    return Misconfigured(Problem("One engine is enough", message, "Stop it first, or leave it running.", RUNNING))
