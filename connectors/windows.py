"""Everything that only Windows can do. Each function says so elsewhere with ``NotOnWindowsError``."""

import sys


class NotOnWindowsError(RuntimeError):
    """The call exists on Windows alone."""


def machine_guid() -> str:
    """Return the identity that Windows gave the installation.

    Source: registry value MachineGuid under SOFTWARE/Microsoft/Cryptography, made by Windows Setup.

    Raises:
        NotOnWindowsError: Elsewhere.
        OSError: When the value cannot be read.
    """
    if sys.platform != "win32":
        raise NotOnWindowsError("The machine GUID is in the Windows registry.")
    import winreg  # noqa: PLC0415 - exists on Windows alone

    with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
        value, _ = winreg.QueryValueEx(key, "MachineGuid")
    return str(value)
