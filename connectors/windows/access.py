"""Who may open what, as Windows keeps it: access lists and rights of accounts."""

import hashlib
import re
import struct
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from agent.domain.errors import Misconfigured, Problem
from connectors.windows import NotOnWindowsError

#: Accounts that every Windows has, by their identifiers: the system and the administrators.
_SYSTEM, _ADMINISTRATORS = "S-1-5-18", "S-1-5-32-544"

#: How the names of a service's own account begin, and their identifiers.
_OF_A_SERVICE, _SERVICES = "NT SERVICE\\", "S-1-5-80"

#: What an identifier looks like in writing.
_IDENTIFIER = re.compile(r"S-1-\d+(-\d+)+")

#: Accounts that may log on as a service without being told so.
_BUILT_IN = ("nt service\\", "nt authority\\", "localsystem")


def service_sid(name: str) -> str:
    """Return the identifier of the account that Windows makes for the service ``name``.

    It is the SHA-1 of the name in capitals, five numbers long, so that it is known before the service is.
    """
    digest = hashlib.sha1(name.upper().encode("utf-16-le"), usedforsecurity=False).digest()
    return "-".join((_SERVICES, *map(str, struct.unpack("<5I", digest))))


class WindowsGuard:
    """Sets access lists that nothing above the folder adds to."""

    def asking(self) -> str:
        """Return the identifier of the account that asks: a name may be another domain's, too.

        Empty for the system, and where there is no Windows, which is said by whatever is wanted of the service there.
        """
        if sys.platform != "win32":
            return ""
        import win32api  # noqa: PLC0415 - exists on Windows alone
        import win32security  # noqa: PLC0415 - the same

        token = win32security.OpenProcessToken(win32api.GetCurrentProcess(), win32security.TOKEN_QUERY)
        sid = win32security.GetTokenInformation(token, win32security.TokenUser)[0]
        found = str(win32security.ConvertSidToStringSid(sid))
        return "" if found == _SYSTEM else found

    def close_to_others(
        self, folder: Path, full: Sequence[str], *, change: Sequence[str] = (), add: Sequence[str] = ()
    ) -> None:
        """Let nobody but the system, administrators and these accounts into a folder and what is in it.

        Raises:
            Misconfigured: When an account does not exist or the right to do it is missing.
        """
        if sys.platform != "win32":
            raise NotOnWindowsError("Access lists are Windows' own.")
        import ntsecuritycon  # noqa: PLC0415 - exists on Windows alone
        import pywintypes  # noqa: PLC0415 - the same
        import win32security  # noqa: PLC0415 - the same

        everything = ntsecuritycon.FILE_ALL_ACCESS
        changing = ntsecuritycon.FILE_GENERIC_READ | ntsecuritycon.FILE_GENERIC_WRITE | ntsecuritycon.DELETE
        changing |= ntsecuritycon.FILE_GENERIC_EXECUTE
        adding = ntsecuritycon.FILE_LIST_DIRECTORY | ntsecuritycon.FILE_ADD_FILE | ntsecuritycon.FILE_GENERIC_EXECUTE
        below = win32security.OBJECT_INHERIT_ACE | win32security.CONTAINER_INHERIT_ACE
        system = [win32security.ConvertStringSidToSid(sid) for sid in (_SYSTEM, _ADMINISTRATORS)]
        rights = [
            *((sid, everything, below) for sid in (*system, *map(_sid, full))),
            *((_sid(name), changing, below) for name in change),
            *((_sid(name), adding, 0) for name in add),
        ]
        listed = win32security.ACL()
        for sid, mask, passed_on in rights:
            listed.AddAccessAllowedAceEx(win32security.ACL_REVISION_DS, passed_on, mask, sid)
        ours = win32security.DACL_SECURITY_INFORMATION | win32security.PROTECTED_DACL_SECURITY_INFORMATION
        try:
            win32security.SetNamedSecurityInfo(
                str(folder), win32security.SE_FILE_OBJECT, ours, None, None, listed, None
            )
        except pywintypes.error as error:
            raise _refused(f"The access list of {folder} could not be set: {error.strerror}.") from error


def let_log_on_as_service(account: str) -> None:
    """Give an account the right to log on as a service; the system's own have it.

    Raises:
        Misconfigured: When the account does not exist, or the right to give rights is missing.
        NotOnWindowsError: Elsewhere.
    """
    if account.lower().startswith(_BUILT_IN):
        return
    if sys.platform != "win32":
        raise NotOnWindowsError("Rights of accounts are Windows' own.")
    import pywintypes  # noqa: PLC0415 - exists on Windows alone
    import win32security  # noqa: PLC0415 - the same

    sid = _sid(account)
    try:
        policy = win32security.LsaOpenPolicy(
            None, win32security.POLICY_CREATE_ACCOUNT | win32security.POLICY_LOOKUP_NAMES
        )
        win32security.LsaAddAccountRights(policy, sid, ("SeServiceLogonRight",))
    except pywintypes.error as error:
        raise _refused(f"{account} could not get the right to log on as a service: {error.strerror}.") from error


def _sid(account: str) -> Any:
    """Return the identifier of an account by its name, or as it is written."""
    if sys.platform != "win32":
        raise NotOnWindowsError("Accounts are Windows' own.")
    import pywintypes  # noqa: PLC0415 - exists on Windows alone
    import win32security  # noqa: PLC0415 - the same

    if account.upper().startswith(_OF_A_SERVICE):
        return win32security.ConvertStringSidToSid(service_sid(account[len(_OF_A_SERVICE) :]))
    if _IDENTIFIER.fullmatch(account):
        return win32security.ConvertStringSidToSid(account)
    # Of this machine, as setup programs write it.
    name = account.removeprefix(".\\")
    try:
        return win32security.LookupAccountName(None, name)[0]
    except pywintypes.error as error:
        raise _refused(f"Windows knows no account {account}.") from error


def _refused(message: str) -> Misconfigured:
    return Misconfigured(
        Problem("Windows refuses", message, "Check the name, and run it as administrator.", "windows.refused")
    )
