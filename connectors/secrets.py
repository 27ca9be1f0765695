"""Secrets in the keyring of the account that runs the engine, or in environment variables for headless use.

May import: ``agent.domain``, ``agent.ports``, keyring. Values are never logged and never part of an error.

Windows has a keyring for each user account: what a person enters under their own account, the engine's account cannot
read. So the engine's account has to write what the engine is to read.
"""

import os
from collections.abc import Mapping

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, NoKeyringError

from agent.domain.errors import Misconfigured, Problem

#: First part of the service under which the keyring lists our secrets.
SERVICE = "syspro-stripe-agent"
#: Most bytes in UTF-16 that the Windows Credential Manager keeps (wincred.h, CRED_MAX_CREDENTIAL_BLOB_SIZE, 5 * 512).
MOST_BYTES = 2560

#: Code of the refusal of a secret that is there, but not for the account that asks.
CLOSED_TO_ACCOUNT = "secrets.closed_to_account"


class ClosedToAccountError(KeyringError):
    """The secret is kept for other accounts."""


class KeyringSecrets:
    """``SecretStore`` over the system's keyring.

    Args:
        label: Which installation and company the secrets belong to; two on one machine do not share them.
        pair: Pair whose environment variables count; empty for the installation's own.
        environ: The environment; the process's own where ``None``.
        backend: The keyring; the system's where ``None``.
    """

    def __init__(
        self,
        label: str,
        *,
        pair: str = "",
        environ: Mapping[str, str] | None = None,
        backend: KeyringBackend | None = None,
    ) -> None:
        self._service = f"{SERVICE}/{label}" if label else SERVICE
        self._pair = pair
        self._environ = os.environ if environ is None else environ
        self._backend = backend

    def get(self, name: str) -> str:
        """Return the secret of the setting ``name``; empty when there is none, or no keyring to keep it.

        Raises:
            Misconfigured: When there is a keyring but it does not open.
        """
        given = self._environ.get(variable_of(name, self._pair), "")
        if given:
            return given
        try:
            return self._keyring().get_password(self._service, name) or ""
        except NoKeyringError:
            return ""
        except KeyringError as error:
            problem = _closed(name, error)
        raise Misconfigured(problem)

    def set(self, name: str, value: str) -> None:
        """Keep ``value`` for the setting ``name``; an empty value forgets it.

        Raises:
            Misconfigured: When an environment variable decides, the value is too long, or no keyring takes it.
        """
        self._check(name, value)
        try:
            if self._kept(name, value):
                return
            problem = _no_keyring(name, self._pair)
        except NoKeyringError:
            problem = _no_keyring(name, self._pair)
        except KeyringError as error:
            problem = _closed(name, error)
        # Outside of the `except`: what a keyring raises may hold the value.
        raise Misconfigured(problem)

    def _kept(self, name: str, value: str) -> bool:
        """Write, and say whether it can be read back: a keyring may be one that forgets everything."""
        opened = self._keyring()
        if value:
            opened.set_password(self._service, name, value)
        elif self._is_there(opened, name):
            opened.delete_password(self._service, name)
        try:
            return (opened.get_password(self._service, name) or "") == value
        except ClosedToAccountError:
            return True  # whoever may add a secret need not be allowed to read one

    def _is_there(self, opened: KeyringBackend, name: str) -> bool:
        try:
            return opened.get_password(self._service, name) is not None
        except ClosedToAccountError:
            return True

    def _check(self, name: str, value: str) -> None:
        variable = variable_of(name, self._pair)
        if self._environ.get(variable):
            message = f"The environment variable {variable} decides {name}, so a value in the keyring would not count."
            raise Misconfigured(
                Problem("A variable decides this secret", message, f"Change or remove {variable}.", "secrets.variable")
            )
        size = len(value.encode("utf-16-le", "surrogatepass"))
        if size > MOST_BYTES:
            raise Misconfigured(_unfit(name, size))

    def _keyring(self) -> KeyringBackend:
        return self._backend or keyring.get_keyring()


class SeenSecrets:
    """``SecretStore`` for whoever gives secrets and asks whether they are there: one that is closed to it is there.

    Args:
        kept: The secrets.
    """

    def __init__(self, kept: KeyringSecrets) -> None:
        self._kept = kept

    def get(self, name: str) -> str:
        """Return the secret of the setting ``name``; ``(closed)`` when it is there for other accounts alone.

        Raises:
            Misconfigured: As :meth:`KeyringSecrets.get`.
        """
        try:
            return self._kept.get(name)
        except Misconfigured as error:
            if error.problem.code != CLOSED_TO_ACCOUNT:
                raise
            return "(closed)"

    def set(self, name: str, value: str) -> None:
        """Keep ``value`` for the setting ``name``; an empty value forgets it.

        Raises:
            Misconfigured: As :meth:`KeyringSecrets.set`.
        """
        self._kept.set(name, value)


def variable_of(name: str, pair: str = "") -> str:
    """Return the environment variable of the setting ``name``.

    ``stripe.key`` is ``SYSPRO_STRIPE_STRIPE_KEY``; that of the pair ``us-east`` ``SYSPRO_STRIPE_US_EAST_STRIPE_KEY``.
    """
    words = f"{pair}.{name}" if pair else name
    return f"SYSPRO_STRIPE_{words.upper().replace('.', '_').replace('-', '_')}"


def _unfit(name: str, size: int) -> Problem:
    most = MOST_BYTES // 2
    message = f"{name} may have at most {most} characters, which is what Windows keeps; this has {size // 2}."
    return Problem("The secret is too long", message, "Check what was pasted.", "secrets.too_long")


def _no_keyring(name: str, pair: str) -> Problem:
    message = f"This machine has no keyring, so {name} cannot be kept."
    press = f"Set the environment variable {variable_of(name, pair)} for the engine instead."
    return Problem("No keyring", message, press, "secrets.no_keyring")


def _closed(name: str, error: KeyringError) -> Problem:
    if isinstance(error, ClosedToAccountError):
        message = f"{name} is kept for the engine's account and administrators; this account may not use it."
        press = "Let an administrator do it, or run it as the engine's account."
        return Problem("The secret is not for this account", message, press, CLOSED_TO_ACCOUNT)
    message = f"The keyring did not open for {name} ({type(error).__name__})."
    press = f"Unlock the keyring of the engine's account, or set the environment variable {variable_of(name)}."
    return Problem("The keyring does not open", message, press, "secrets.closed")
