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


#: Key of what starts when the person logs on; source: Microsoft, "Run and RunOnce Registry Keys".
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"


def run_at_logon(name: str) -> str:
    """Return the command line that starts under ``name`` when this person logs on; empty where there is none.

    Raises:
        NotOnWindowsError: Elsewhere.
    """
    if sys.platform != "win32":
        raise NotOnWindowsError("What starts at log-on is in the Windows registry.")
    import winreg  # noqa: PLC0415 - exists on Windows alone

    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
            return str(winreg.QueryValueEx(key, name)[0])
    except FileNotFoundError:
        return ""


def set_run_at_logon(name: str, line: str) -> None:
    """Let a command line start under ``name`` when this person logs on; an empty one removes it.

    Raises:
        NotOnWindowsError: Elsewhere.
        OSError: When the registry cannot be written.
    """
    if sys.platform != "win32":
        raise NotOnWindowsError("What starts at log-on is in the Windows registry.")
    import winreg  # noqa: PLC0415 - exists on Windows alone

    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
        if line:
            winreg.SetValueEx(key, name, 0, winreg.REG_SZ, line)
        elif run_at_logon(name):
            winreg.DeleteValue(key, name)
