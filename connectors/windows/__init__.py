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


def runs_for_everybody(name: str) -> bool:
    """Return whether something starts under ``name`` when anybody logs on to this machine.

    Raises:
        NotOnWindowsError: Elsewhere.
    """
    if sys.platform != "win32":
        raise NotOnWindowsError("What starts at log-on is in the Windows registry.")
    import winreg  # noqa: PLC0415 - exists on Windows alone

    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _RUN) as key:
            return bool(winreg.QueryValueEx(key, name)[0])
    except FileNotFoundError:
        return False


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


#: ReportEventW's wType; source: Microsoft, "ReportEventW function (winbase.h)".
_LEVELS = {"error": 1, "warning": 2, "information": 4}

#: Name under which our entries stand in the Application log.
_EVENT_SOURCE = "SYSPRO-Stripe"

#: Longest text that ReportEventW takes, in characters; source as above.
_MOST_EVENT_TEXT = 31_839


def write_event(text: str, level: str) -> None:
    """Write one entry into the Application log.

    Args:
        text: What happened.
        level: ``error``, ``warning`` or ``information``.

    Raises:
        NotOnWindowsError: Elsewhere.
        OSError: When Windows takes no entry.
    """
    if sys.platform != "win32":
        raise NotOnWindowsError("The Event Log is a part of Windows.")
    import ctypes  # noqa: PLC0415 - its Windows half exists on Windows alone

    api = ctypes.WinDLL("advapi32", use_last_error=True)
    api.RegisterEventSourceW.restype = ctypes.c_void_p
    api.RegisterEventSourceW.argtypes = (ctypes.c_wchar_p, ctypes.c_wchar_p)
    api.DeregisterEventSource.argtypes = (ctypes.c_void_p,)
    api.ReportEventW.argtypes = (
        ctypes.c_void_p, ctypes.c_ushort, ctypes.c_ushort, ctypes.c_uint, ctypes.c_void_p, ctypes.c_ushort,
        ctypes.c_uint, ctypes.POINTER(ctypes.c_wchar_p), ctypes.c_void_p,
    )  # fmt: skip
    log = api.RegisterEventSourceW(None, _EVENT_SOURCE)
    if not log:
        raise ctypes.WinError(ctypes.get_last_error())
    try:
        texts = (ctypes.c_wchar_p * 1)(text[:_MOST_EVENT_TEXT])
        if not api.ReportEventW(log, _LEVELS[level], 0, 1, None, 1, 0, texts, None):
            raise ctypes.WinError(ctypes.get_last_error())
    finally:
        api.DeregisterEventSource(log)
