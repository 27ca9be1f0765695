"""A keyring for the whole machine: each secret is a file, sealed with the machine's own key, in a folder of its own.

The account at the window is not that of the engine, and a keyring of Windows belongs to one account. Here the access
list of the folder decides: the engine and administrators may read, operators may add a file and read none. So a new
secret is a new file with the next number; the highest one counts, and whoever may take the older ones away does so.
A file that an antivirus holds for a moment is waited for: it is not one that this account may not read.
May import: ``agent.domain``, ``agent.ports``, keyring.
"""

import re
from contextlib import suppress
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import KeyringError
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt, wait_fixed

from agent.domain.codec import fingerprint
from agent.ports import Sealer
from connectors.secrets import ClosedToAccountError

#: Folder of the secrets, below the installation's own.
FOLDER = "secrets"

#: Windows' numbers of a file, or a part of it, that another program holds; source: WinError.h.
_HELD = frozenset({32, 33})
#: How often and how far apart such a file is tried: five seconds in all.
_TRIES, _PAUSE_S = 26, 0.2

_NUMBERED = re.compile(r"\.(\d{1,9})\.sealed$")


class SealedKeyring(KeyringBackend):
    """The secrets of one installation.

    Args:
        folder: Where they lie; made at the first one where it is missing.
        sealer: Seals and opens.
        again_s: Seconds between two tries of a file that somebody holds.
    """

    # Never chosen by the keyring library itself: it is handed to whom it is for.
    priority = 0

    def __init__(self, folder: Path, sealer: Sealer, *, again_s: float = _PAUSE_S) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._patiently = Retrying(
            retry=retry_if_exception(_is_held), stop=stop_after_attempt(_TRIES), wait=wait_fixed(again_s),
            retry_error_callback=_the_error_itself,
        )  # fmt: skip
        self._folder = folder
        self._sealer = sealer

    def get_password(self, service: str, username: str) -> str | None:
        """Return the secret, ``None`` where there is none.

        Raises:
            ClosedToAccountError: When this account may not read it.
            KeyringError: When it was sealed on another machine, or the disk does not give it.
        """
        files = self._files(service, username)
        if not files:
            return None
        try:
            plain = self._sealer.open(self._patiently(files[-1].read_bytes))
        except OSError as error:
            if isinstance(error, PermissionError) and not _is_held(error):
                raise ClosedToAccountError from None
            raise KeyringError(type(error).__name__) from None
        return plain.decode() or None

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret; an empty one stands for none.

        Raises:
            ClosedToAccountError: When this account may not add one.
            KeyringError: When the machine does not seal, or the disk does not take it.
        """
        files = self._files(service, username)
        number = int(_number(files[-1])) + 1 if files else 1
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            # Made where it stays: a file that is moved here would bring its own access list along.
            with (self._folder / f"{_name(service, username)}.{number:09}.sealed").open("xb") as file:
                file.write(self._sealer.seal(password.encode()))
        except PermissionError:
            raise ClosedToAccountError from None
        except OSError as error:
            raise KeyringError(type(error).__name__) from None
        for older in files:
            # An operator may add, but not take away; the engine does with the next one that it keeps itself.
            with suppress(OSError):
                older.unlink()

    def delete_password(self, service: str, username: str) -> None:
        """Forget a secret."""
        self.set_password(service, username, "")

    def _files(self, service: str, username: str) -> list[Path]:
        """Return the files of a secret, the one that counts last."""
        found = [
            path for path in self._folder.glob(f"{_name(service, username)}.*.sealed") if _NUMBERED.search(path.name)
        ]
        return sorted(found, key=_number)


def _is_held(error: BaseException) -> bool:
    return getattr(error, "winerror", 0) in _HELD


def _the_error_itself(state: RetryCallState) -> None:
    assert state.outcome is not None
    state.outcome.result()


def _name(service: str, username: str) -> str:
    return fingerprint(f"{service}|{username}")[:32]


def _number(path: Path) -> str:
    found = _NUMBERED.search(path.name)
    assert found is not None
    return found[1].zfill(9)
