"""``service``: what setup and an administrator type, and what the machine is asked for."""

import json

import pytest
from click.testing import CliRunner

from agent.cli import main
from agent.cli.surroundings import Surroundings
from agent.domain.errors import Misconfigured, Problem
from agent.domain.hosting import OWN_ACCOUNT, ServiceState
from tests.machine import NotedGuard, NotedService

DATA = "secrets"


class Machine:
    """A machine with a person at its command line."""

    def __init__(self, **options):
        self.service, self.guard = NotedService(), NotedGuard(**options)

    def type(self, *words, env=None):
        around = Surroundings(service=self.service, guard=self.guard)
        return CliRunner().invoke(main, ["service", *words], obj=around, env=env)


@pytest.fixture
def machine():
    return Machine()


def test_the_service_is_installed_for_the_data_folder_under_an_account_of_its_own(machine, tmp_path):
    result = machine.type("install", "--home", str(tmp_path / "data"))
    assert result.exit_code == 0, result.output
    assert machine.service.wish.account == OWN_ACCOUNT
    assert "service host --home" in machine.service.wish.line
    assert str(tmp_path / "data") in machine.service.wish.line
    assert machine.service.state() is ServiceState.STOPPED


def test_the_data_folder_is_closed_to_all_but_the_engine_and_the_operators(machine, tmp_path):
    machine.type("install", "--home", str(tmp_path), "--operators", "SITE\\Accounting", "--operators", "SITE\\Boss")
    operators = ("SITE\\Accounting", "SITE\\Boss")
    assert machine.guard.closed[tmp_path] == {"full": (OWN_ACCOUNT,), "change": operators, "add": ()}


def test_operators_may_give_secrets_and_read_none(machine, tmp_path):
    machine.type("install", "--home", str(tmp_path), "--operators", "SITE\\Accounting")
    closed = {"full": (OWN_ACCOUNT,), "change": (), "add": ("SITE\\Accounting",)}
    assert machine.guard.closed[tmp_path / DATA] == closed


def test_the_password_of_an_account_comes_from_the_environment_and_is_not_said(machine, tmp_path):
    words = ("install", "--home", str(tmp_path), "--account", "SITE\\stripe")
    result = machine.type(*words, env={"SYSPRO_STRIPE_SERVICE_PASSWORD": "Correct Horse"})
    assert (machine.service.wish.account, machine.service.wish.password) == ("SITE\\stripe", "Correct Horse")
    assert "Correct Horse" not in result.output


def test_installing_again_leaves_account_and_access_as_they_are(machine, tmp_path):
    machine.type("install", "--home", str(tmp_path), "--account", "SITE\\stripe$", "--operators", "SITE\\Accounting")
    machine.guard.closed.clear()
    machine.type("install", "--home", str(tmp_path))
    assert machine.service.wish.account == "SITE\\stripe$"
    assert not machine.guard.closed


def test_an_account_that_is_named_later_gets_access(machine, tmp_path):
    machine.type("install", "--home", str(tmp_path))
    machine.type("install", "--home", str(tmp_path), "--account", "SITE\\stripe$")
    assert machine.guard.closed[tmp_path]["full"] == ("SITE\\stripe$",)


def test_an_account_that_is_named_later_takes_nothing_from_the_operators(machine, tmp_path):
    machine.type("install", "--home", str(tmp_path), "--operators", "SITE\\Accounting", "--operators", "SITE\\Büro 2")
    machine.type("install", "--home", str(tmp_path), "--account", "SITE\\stripe$")
    assert machine.guard.closed[tmp_path]["change"] == ("SITE\\Accounting", "SITE\\Büro 2")
    assert machine.guard.closed[tmp_path / DATA]["add"] == ("SITE\\Accounting", "SITE\\Büro 2")


@pytest.mark.parametrize(("asking", "operators"), [("S-1-5-21-1-2-3-1001", ("S-1-5-21-1-2-3-1001",)), ("", ())])
def test_whoever_installs_is_the_operator_unless_it_is_the_system(tmp_path, asking, operators):
    machine = Machine(asking=asking)
    machine.type("install", "--home", str(tmp_path))
    assert machine.guard.closed[tmp_path]["change"] == operators


def test_what_the_machine_refuses_is_one_sentence(machine, tmp_path):
    machine.service.refuses["install"] = "The account does not exist."
    result = machine.type("install", "--home", str(tmp_path))
    assert result.exit_code == 3
    assert result.stderr.strip() == "The account does not exist."
    assert not machine.guard.closed
    assert not (tmp_path / DATA).exists()


def test_a_restart_lets_the_engine_finish_first(machine):
    machine.type("restart")
    assert machine.service.steps == ["stop", "start"]


@pytest.mark.parametrize(
    ("now", "words", "code"),
    [
        (ServiceState.RUNNING, "The service runs", 0),
        (ServiceState.STARTING, "is starting", 0),
        (ServiceState.STOPPED, "is stopped", 1),
        (ServiceState.ABSENT, "is not installed", 1),
    ],
)
def test_the_state_is_said_in_words_and_as_exit_code(machine, now, words, code):
    machine.service.now = now
    result = machine.type("state")
    assert words in result.stdout
    assert result.exit_code == code


def test_the_state_is_told_to_programs(machine):
    machine.service.now = ServiceState.RUNNING
    assert json.loads(machine.type("state", "--json").stdout) == {"state": "running", "account": ""}


def test_a_removed_service_leaves_the_data_alone(machine, tmp_path):
    machine.type("install", "--home", str(tmp_path))
    result = machine.type("remove")
    assert "the data folder is as it was" in result.stdout
    assert machine.service.state() is ServiceState.ABSENT
    assert tmp_path.is_dir()


def test_operators_that_were_refused_are_not_remembered(tmp_path):
    class Refusing(NotedGuard):
        def close_to_others(self, folder, full, *, change=(), add=()):
            if "NOWHERE\\Nobody" in change:
                raise Misconfigured(Problem("Windows refuses", "Windows knows no account NOWHERE\\Nobody."))
            super().close_to_others(folder, full, change=change, add=add)

    machine = Machine()
    machine.guard = Refusing()
    assert machine.type("install", "--home", str(tmp_path), "--operators", "SITE\\Accounting").exit_code == 0
    assert machine.type("install", "--home", str(tmp_path), "--operators", "NOWHERE\\Nobody").exit_code == 3
    assert machine.type("install", "--home", str(tmp_path), "--account", "SITE\\stripe$").exit_code == 0
    assert machine.guard.closed[tmp_path]["change"] == ("SITE\\Accounting",)
