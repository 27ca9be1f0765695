"""The pairs of an installation: one Stripe account and one SYSPRO company each, a whole home folder each.

The installation's own folder is the pair ``main``; further ones are the folders in ``pairs`` below it. May import
``agent.domain``, ``agent.ports`` and ``agent.store``.
"""

import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import platformdirs
from filelock import FileLock, Timeout

from agent.domain.errors import AgentError, Misconfigured, NeedsPerson, Problem
from agent.ports import Clock
from agent.store import Store

#: Database of a pair.
DATABASE = "agent.sqlite"

#: Held by the engine of a pair.
LOCK = "engine.lock"

#: Folder with the further pairs.
FOLDER = "pairs"

#: Name of the pair that lies in the installation's own folder.
MAIN = "main"

#: What the folder of a pair is called after it was removed: this, its name, and when.
REMOVED = "removed-"

#: File that asks the engine of a pair to end, because the pair is being removed.
LEAVING = "leaving"

#: Variable that names another data folder: of the system where the engine is a service, so that all agree.
HOME_VARIABLE = "SYSPRO_STRIPE_HOME"

#: Name of the data folder.
_DATA = "syspro-stripe-agent"

_NAME = re.compile(r"[a-z0-9-]{1,40}")


@dataclass(frozen=True, slots=True)
class Pair:
    """One pair.

    Attributes:
        name: Its name; :data:`MAIN` for the installation's own.
        path: Its home folder.
    """

    name: str
    path: Path

    @property
    def leaving(self) -> bool:
        """Whether it is being removed, so that no engine may start for it."""
        return (self.path / LEAVING).exists()


def default_home() -> Path:
    """Return the folder that the variable names, else the platform's.

    That is the folder of all users on Windows, where the engine is a service, and the user's own elsewhere.
    """
    if named := os.environ.get(HOME_VARIABLE, ""):
        return Path(named)
    if sys.platform == "win32":
        return Path(platformdirs.site_data_dir(_DATA, appauthor=False))
    return Path(platformdirs.user_data_dir(_DATA, appauthor=False))


def pairs_of(root: Path) -> list[Pair]:
    """Return the pairs of an installation by name, ``main`` first.

    ``main`` is left out where further ones exist and nothing was ever set for it: then it is only their place.
    """
    further = [Pair(path.name, path) for path in sorted(_further(root))]
    main = [] if further and _is_blank(root) else [Pair(MAIN, root)]
    return main + further


def find_pair(root: Path, name: str) -> Pair:
    """Return the pair with this name; ``main`` is always there.

    Raises:
        Misconfigured: When there is none.
    """
    found = [Pair(MAIN, root)] if name == MAIN else [pair for pair in pairs_of(root) if pair.name == name]
    if not found:
        names = ", ".join(pair.name for pair in pairs_of(root))
        message = f"There is no pair {name} in {root}; there are: {names}."
        raise Misconfigured(Problem("No such pair", message, "`syspro-stripe pairs` lists them.", "pair.unknown"))
    return found[0]


def add_pair(root: Path, name: str) -> Pair:
    """Make a new pair, empty, and return it; a running engine takes it in by itself.

    Raises:
        NeedsPerson: When the name cannot be used, or is in use.
        OSError: When the folder cannot be made.
    """
    if not _NAME.fullmatch(name) or name == MAIN or name.startswith(REMOVED):
        message = f"{name!r} is no name for a pair: a to z, 0 to 9 and -, at most 40; {MAIN} is the installation's own."
        raise NeedsPerson(Problem("No name for a pair", message, code="pair.name"))
    if pair_name(root):
        message = f"{root} is a pair itself; pairs are added to the installation's own folder, {root.parent.parent}."
        raise NeedsPerson(Problem("Pairs have no pairs", message, code="pair.nested"))
    pair = Pair(name, root / FOLDER / name)
    if pair.path.exists():
        raise NeedsPerson(Problem("The pair is there", f"There is a pair {name} already.", code="pair.exists"))
    pair.path.mkdir(parents=True)
    with Store.open(pair.path / DATABASE):
        return pair


def remove_pair(pair: Pair, clock: Clock, *, wait_s: float) -> Path:
    """Take a pair out of the installation, after its engine has ended; its folder stays under another name.

    Args:
        pair: Not ``main``.
        clock: Dates the new name.
        wait_s: Most seconds to wait for the end of its engine.

    Returns:
        The folder that it is now; nothing in it was changed.

    Raises:
        NeedsPerson: When it is ``main``, or its engine does not end in time: it stays then.
        OSError: When the folder cannot be renamed.
    """
    if pair.name == MAIN:
        message = "The pair main is the installation's own folder; it cannot be removed."
        raise NeedsPerson(Problem("main stays", message, code="pair.main"))
    leaving = pair.path / LEAVING
    leaving.touch()
    try:
        with FileLock(pair.path / LOCK, timeout=wait_s):
            pass  # its engine has ended, and none starts while the file is there
        when = datetime.fromtimestamp(clock.now(), UTC)
        return pair.path.rename(pair.path.with_name(f"{REMOVED}{pair.name}-{when:%Y%m%d-%H%M%S}"))
    except Timeout as error:
        message = f"The engine of {pair.name} is still at work; it stays. Try again later."
        raise NeedsPerson(Problem("The engine is busy", message, code="pair.busy")) from error
    finally:
        leaving.unlink(missing_ok=True)


def pair_name(path: Path) -> str:
    """Return the name of the further pair whose home folder this is; empty for any other folder."""
    full = path.resolve()
    return full.name if full.parent.name == FOLDER and _NAME.fullmatch(full.name) else ""


def installation_of(path: Path) -> Path:
    """Return the installation's own folder for the home folder of any of its pairs."""
    full = path.resolve()
    return full.parent.parent if pair_name(path) else full


def names_of(pairs: Sequence[Pair]) -> str:
    """Return the names as a person may give them, such as ``--pair main, --pair us``."""
    return ", ".join(f"--pair {pair.name}" for pair in pairs)


def _further(root: Path) -> list[Path]:
    folder = root / FOLDER
    found = folder.iterdir() if folder.is_dir() else ()
    return [path for path in found if _NAME.fullmatch(path.name) and not path.name.startswith(REMOVED)]


def _is_blank(root: Path) -> bool:
    """Return whether nothing was ever set for the installation's own folder; what cannot be read is not blank."""
    if not (root / DATABASE).exists():
        return True
    try:
        with Store.open(root / DATABASE) as store:
            return not store.settings.all()
    except AgentError:
        return False
