"""The engine as a service of Windows: installed, controlled, hosted."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from agent.domain.errors import Misconfigured, Problem
from agent.domain.hosting import SERVICE, ServiceState, ServiceWish
from connectors.windows import NotOnWindowsError

_DISPLAY = "SYSPRO Stripe agent"
_DESCRIPTION = "Keeps Stripe and SYSPRO in step. Works with nobody logged on; its tray icon shows how it stands."

#: Services of Windows without which nothing can be reached.
_NETWORK = ("Tcpip", "Dnscache")

#: Milliseconds after which an engine that crashed is started again: the first time, the second, every further one.
_AGAIN_MS = (10_000, 60_000, 300_000)
#: Seconds without a crash after which the next one is the first.
_FORGOTTEN_S = 86_400

#: Seconds that a start may take, and a stop: what is in hand is finished first.
_START_S, _STOP_S = 120, 120

#: Error numbers of Windows: WinError.h.
_ACCESS_DENIED, _INVALID_LEVEL, _NO_SERVICE, _NOT_ACTIVE, _RUNS_ALREADY, _LATE = 5, 124, 1060, 1062, 1056, 1053

#: What is said of the error numbers that a person can do something about.
_SAID = {
    _ACCESS_DENIED: "this account may not; an administrator has to",
    1057: "the account does not exist, or its password is wrong",
    1069: "its account could not log on: the password is wrong, or it has no right to log on as a service",
    1068: "a service that it needs, such as the network's, does not start",
    1072: "it is being removed; close the services window and try again",
}


class Hosted(Protocol):
    """What runs in the service."""

    def run(self) -> int:
        """Run until it is stopped; return 0 when it was asked to."""

    def stop(self) -> None:
        """Ask for its end."""


class WindowsService:
    """The service as the machine's own control knows it."""

    def state(self) -> ServiceState:
        """Return what it is doing."""
        if sys.platform != "win32":
            return ServiceState.ABSENT
        import win32service  # noqa: PLC0415 - exists on Windows alone

        states = {
            win32service.SERVICE_STOPPED: ServiceState.STOPPED,
            win32service.SERVICE_START_PENDING: ServiceState.STARTING,
            win32service.SERVICE_RUNNING: ServiceState.RUNNING,
            win32service.SERVICE_STOP_PENDING: ServiceState.STOPPING,
        }
        with _opened("asked", win32service.SERVICE_QUERY_STATUS) as service:
            if service is None:
                return ServiceState.ABSENT
            return states.get(win32service.QueryServiceStatus(service)[1], ServiceState.RUNNING)

    def may_control(self) -> bool:
        """Return whether this account may start and stop it."""
        if sys.platform != "win32":
            return False
        import win32service  # noqa: PLC0415 - exists on Windows alone

        try:
            with _opened("asked", win32service.SERVICE_START | win32service.SERVICE_STOP) as service:
                return service is not None
        except Misconfigured:
            return False

    def account(self) -> str:
        """Return the account it runs under; empty when there is none."""
        return self._configured(7)

    def line(self) -> str:
        """Return its command line; empty when there is none."""
        return self._configured(3)

    @staticmethod
    def _configured(place: int) -> str:
        """Return one part of what QueryServiceConfig tells."""
        if sys.platform != "win32":
            return ""
        import win32service  # noqa: PLC0415 - exists on Windows alone

        with _opened("asked", win32service.SERVICE_QUERY_CONFIG) as service:
            return "" if service is None else str(win32service.QueryServiceConfig(service)[place] or "")

    def point_to(self, line: str) -> None:
        """Let it start with another command line from now on; all else stays."""
        if sys.platform != "win32":
            raise _not_windows()
        import win32service  # noqa: PLC0415 - exists on Windows alone

        same, rights = win32service.SERVICE_NO_CHANGE, win32service.SERVICE_CHANGE_CONFIG
        with _opened("changed", rights | win32service.SERVICE_QUERY_CONFIG) as service:
            if service is None:
                raise _no_service()
            # Said again: not every Windows keeps what it needs where nothing is said of that.
            needs = list(win32service.QueryServiceConfig(service)[6] or _NETWORK)
            win32service.ChangeServiceConfig(service, same, same, same, line, None, False, needs, None, None, None)

    def install(self, wish: ServiceWish) -> None:
        """Make it, or change the one that is there; it is not started."""
        if sys.platform != "win32":
            raise _not_windows()
        import win32service  # noqa: PLC0415 - exists on Windows alone

        from connectors.windows.access import let_log_on_as_service  # noqa: PLC0415 - the same

        let_log_on_as_service(wish.account)
        # The account that it has already is left alone: Windows would ask for its password again.
        stays = wish.account.lower() == self.account().lower() and not wish.password
        kinds = (
            win32service.SERVICE_WIN32_OWN_PROCESS, win32service.SERVICE_AUTO_START,
            win32service.SERVICE_ERROR_NORMAL, wish.line, None, 0, list(_NETWORK), None if stays else wish.account,
            wish.password or None,
        )  # fmt: skip
        with _opened("changed", win32service.SERVICE_ALL_ACCESS) as service:
            if service is not None:
                win32service.ChangeServiceConfig(service, *kinds, _DISPLAY)
                self._refine(service)
                return
        with _refused("made"):
            controls = win32service.OpenSCManager(None, None, win32service.SC_MANAGER_ALL_ACCESS)
            made = win32service.CreateService(controls, SERVICE, _DISPLAY, win32service.SERVICE_ALL_ACCESS, *kinds)
            self._refine(made)
            win32service.CloseServiceHandle(made)
            win32service.CloseServiceHandle(controls)

    @staticmethod
    def _refine(service: Any) -> None:
        """Say what it is, when it is started again, and how long it may take to start and to finish what is in hand."""
        if sys.platform != "win32":
            return
        import win32service  # noqa: PLC0415 - exists on Windows alone

        again = [(win32service.SC_ACTION_RESTART, wait_ms) for wait_ms in _AGAIN_MS]
        crash = {"ResetPeriod": _FORGOTTEN_S, "RebootMsg": "", "Command": "", "Actions": again}
        for level, value in (
            (win32service.SERVICE_CONFIG_DESCRIPTION, _DESCRIPTION),
            (win32service.SERVICE_CONFIG_FAILURE_ACTIONS, crash),
            (win32service.SERVICE_CONFIG_FAILURE_ACTIONS_FLAG, True),
            (win32service.SERVICE_CONFIG_DELAYED_AUTO_START_INFO, True),
            # Windows itself gives 10 seconds before it goes on with shutting down; source: SERVICE_PRESHUTDOWN_INFO.
            (win32service.SERVICE_CONFIG_PRESHUTDOWN_INFO, _STOP_S * 1000),
        ):
            try:
                win32service.ChangeServiceConfig2(service, level, value)
            except win32service.error as error:
                # A Windows that does not know a refinement goes without it.
                if error.winerror != _INVALID_LEVEL:
                    raise

    def remove(self) -> None:
        """Stop it and take it out; nothing when there is none."""
        if sys.platform != "win32":
            return
        import win32service  # noqa: PLC0415 - exists on Windows alone

        self.stop()
        with _opened("removed", win32service.SERVICE_ALL_ACCESS) as service:
            if service is not None:
                win32service.DeleteService(service)

    def start(self) -> None:
        """Start it and wait until it runs."""
        if sys.platform != "win32":
            raise _not_windows()
        import win32service  # noqa: PLC0415 - exists on Windows alone

        with _opened("started", win32service.SERVICE_START | win32service.SERVICE_QUERY_STATUS) as service:
            if service is None:
                raise _no_service()
            try:
                win32service.StartService(service, None)
            # On a busy machine it may run although Windows lost patience with it; what it does then is looked at below.
            except win32service.error as error:
                if error.winerror not in {_RUNS_ALREADY, _LATE}:
                    raise
        if not _settled(self.state, ServiceState.RUNNING, _START_S):
            raise _not_done("started", "it ended at once, or does not answer; its log and the event log say why")

    def stop(self) -> None:
        """Stop it and wait until it has ended; nothing when it does not run."""
        if sys.platform != "win32":
            return
        import win32service  # noqa: PLC0415 - exists on Windows alone

        with _opened("stopped", win32service.SERVICE_STOP | win32service.SERVICE_QUERY_STATUS) as service:
            if service is None:
                return
            try:
                win32service.ControlService(service, win32service.SERVICE_CONTROL_STOP)
            except win32service.error as error:
                if error.winerror != _NOT_ACTIVE:
                    raise
        if not _settled(self.state, ServiceState.STOPPED, _STOP_S):
            raise _not_done("stopped", f"it has not ended after {_STOP_S} seconds")


def host(engine: Hosted) -> None:
    """Run an engine as the service, for the length of its life; only what Windows starts as a service may call it.

    Raises:
        NotOnWindowsError: Elsewhere.
        Misconfigured: When it was not Windows' service control that started this process.
    """
    if sys.platform != "win32":
        raise NotOnWindowsError("Services are Windows' own.")
    import servicemanager  # noqa: PLC0415 - exists on Windows alone
    import win32service  # noqa: PLC0415 - the same
    import win32serviceutil  # noqa: PLC0415 - the same
    import winerror  # noqa: PLC0415 - the same

    class Service(win32serviceutil.ServiceFramework):  # type: ignore[misc]
        _svc_name_ = SERVICE

        def GetAcceptedControls(self) -> int:
            # Told before a shutdown begins, there is time to finish what is in hand.
            return int(super().GetAcceptedControls()) | win32service.SERVICE_ACCEPT_PRESHUTDOWN

        def SvcStop(self) -> None:
            self.ReportServiceStatus(win32service.SERVICE_STOP_PENDING, waitHint=_STOP_S * 1000)
            engine.stop()

        def SvcOther(self, control: int) -> None:
            if control == win32service.SERVICE_CONTROL_PRESHUTDOWN:
                self.SvcStop()

        def SvcRun(self) -> None:
            self.ReportServiceStatus(win32service.SERVICE_RUNNING)
            code = engine.run()
            ours = winerror.ERROR_SERVICE_SPECIFIC_ERROR if code else winerror.NO_ERROR
            self.ReportServiceStatus(win32service.SERVICE_STOPPED, win32ExitCode=ours, svcExitCode=code)

    with _refused("hosted"):
        servicemanager.Initialize(SERVICE, None)
        servicemanager.PrepareToHostSingle(Service)
        servicemanager.StartServiceCtrlDispatcher()


@contextmanager
def _opened(what: str, rights: int) -> Iterator[Any]:
    """Yield the handle of the service, ``None`` when there is none."""
    if sys.platform != "win32":
        yield None
        return
    import win32service  # noqa: PLC0415 - exists on Windows alone

    with _refused(what):
        controls = win32service.OpenSCManager(None, None, win32service.SC_MANAGER_CONNECT)
        service = None
        try:
            try:
                service = win32service.OpenService(controls, SERVICE, rights)
            except win32service.error as error:
                if error.winerror != _NO_SERVICE:
                    raise
            yield service
        finally:
            if service is not None:
                win32service.CloseServiceHandle(service)
            win32service.CloseServiceHandle(controls)


@contextmanager
def _refused(what: str) -> Iterator[None]:
    """Turn what Windows refuses into a sentence."""
    if sys.platform != "win32":
        yield
        return
    import pywintypes  # noqa: PLC0415 - exists on Windows alone

    try:
        yield
    except pywintypes.error as error:
        raise _not_done(what, _SAID.get(error.winerror, f"{error.strerror} ({error.winerror})")) from error


def _settled(state: Callable[[], ServiceState], wanted: ServiceState, wait_s: int) -> bool:
    """Wait for a state and return whether it came."""
    import threading  # noqa: PLC0415 - only here
    import time  # noqa: PLC0415 - the same

    until = time.monotonic() + wait_s
    while (now := state()) is not wanted and time.monotonic() < until:
        if now is ServiceState.ABSENT:
            break
        threading.Event().wait(0.2)
    return state() is wanted


def _no_service() -> Misconfigured:
    message = "There is no service of the engine on this machine."
    return Misconfigured(
        Problem("No service", message, "Run the setup program, or `syspro-stripe run`.", "service.none")
    )


def _not_windows() -> Misconfigured:
    message = "Services are Windows' own; here the engine has none."
    return Misconfigured(Problem("No service here", message, "Run `syspro-stripe run`.", "service.not_windows"))


def _not_done(what: str, why: str) -> Misconfigured:
    message = f"The service of the engine could not be {what}: {why}."
    return Misconfigured(Problem("The service refuses", message, "", "service.refused"))
