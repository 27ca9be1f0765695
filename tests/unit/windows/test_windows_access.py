"""What is known of Windows without a Windows: identifiers of accounts, and what is refused elsewhere."""

import sys

import pytest

from agent.domain.errors import Misconfigured
from agent.domain.hosting import Gravity, ServiceState, ServiceWish
from connectors.windows import NotOnWindowsError, run_at_logon, runs_for_everybody, set_run_at_logon
from connectors.windows.access import WindowsGuard, let_log_on_as_service, service_sid
from connectors.windows.event_log import WindowsEventLog
from connectors.windows.sealing import MachineSealer
from connectors.windows.service import WindowsService, host

elsewhere = pytest.mark.skipif(sys.platform == "win32", reason="says what is refused elsewhere")


def test_the_identifier_of_a_service_s_account_is_the_digest_of_its_name():
    # Microsoft's own example: the account that owns the files of Windows.
    known = "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464"
    assert service_sid("TrustedInstaller") == service_sid("TRUSTEDINSTALLER") == known


@pytest.mark.parametrize("account", ["NT SERVICE\\SysproStripeAgent", "NT AUTHORITY\\NetworkService", "LocalSystem"])
def test_accounts_of_the_system_may_be_services_anyway(account):
    let_log_on_as_service(account)


@elsewhere
def test_there_is_no_service_elsewhere():
    assert WindowsService().state() is ServiceState.ABSENT
    assert WindowsService().account() == ""
    WindowsService().stop()
    WindowsService().remove()


@elsewhere
@pytest.mark.parametrize(
    "call",
    [
        lambda path: WindowsGuard().close_to_others(path, ()),
        lambda _: let_log_on_as_service("SITE\\stripe"),
        lambda _: MachineSealer().seal(b"secret"),
        lambda _: MachineSealer().open(b"sealed"),
        lambda _: host(None),
        lambda _: runs_for_everybody("SysproStripeAgent"),
        lambda _: run_at_logon("SysproStripeAgent"),
        lambda _: set_run_at_logon("SysproStripeAgent", ""),
    ],
)
def test_what_only_windows_can_do_is_refused_elsewhere(call, tmp_path):
    with pytest.raises(NotOnWindowsError):
        call(tmp_path)


@elsewhere
@pytest.mark.parametrize(
    "call",
    [
        lambda service: service.install(ServiceWish("engine.exe")),
        lambda service: service.point_to("engine.exe"),
        lambda service: service.start(),
    ],
)
def test_a_service_that_is_asked_for_elsewhere_is_refused_in_a_sentence(call):
    with pytest.raises(Misconfigured) as met:
        call(WindowsService())
    assert met.value.problem.code == "service.not_windows"


@elsewhere
def test_elsewhere_nothing_is_written_to_an_event_log():
    WindowsEventLog().tell(Gravity.NOTE, "The engine has started.")
