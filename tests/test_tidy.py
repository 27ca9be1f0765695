"""The house of DESIGN.md, proven: layers, sizes, words, and what must never be in the checkout."""

import itertools

import pytest

from tests.house import layers, rules
from tests.house.tree import Source, entries_at_top, product, python, texts

AT_TOP = {"pyproject.toml", "README.md", "agent", "gui", "connectors", "jobs", "resources", "installer", "tests"}


def found(rule, sources):
    return list(itertools.chain.from_iterable(rule(source) for source in sources))


def prove_none(rule, sources):
    """Fail with every finding on a line of its own."""
    if findings := found(rule, sources):
        pytest.fail("\n".join(findings), pytrace=False)


def strangers(names):
    """Names that have no place at the top of the checkout."""
    return sorted(name for name in names if name not in AT_TOP and not name.startswith("."))


def code_among(paths):
    """Python files among data."""
    return [path for path in paths if path.startswith("resources/") and path.endswith((".py", ".pyi", ".pyd", ".so"))]


# ---------------------------------------------------------------- the layers


def test_imports_point_one_way():
    prove_none(layers.crossings, product())


def test_the_oracle_shares_no_code_with_the_product():
    assert len(python("tests/oracle")) > 3
    prove_none(layers.oracle_kept_apart, python("tests/oracle"))


def test_no_import_hides_from_the_layers():
    prove_none(layers.hidden_imports, product() + python("tests/oracle"))


def test_every_library_stays_at_home():
    prove_none(layers.strays, product())


def test_the_domain_and_the_xml_builders_touch_nothing_outside():
    prove_none(layers.outside_reached, product())


def test_what_exists_only_on_windows_stays_in_its_module():
    prove_none(layers.windows_only, product())


def test_nothing_is_used_that_windows_lacks():
    prove_none(rules.posix_only, product())


# ---------------------------------------------------------------- size and words


def test_no_function_is_longer_than_70_lines():
    prove_none(rules.long_functions, product() + python("tests"))


def test_hardly_any_function_is_longer_than_40_lines():
    assert rules.share_of_long_functions(product()) < 0.05


def test_no_file_is_longer_than_400_lines():
    prove_none(rules.long_files, product() + python("tests"))


def test_every_public_name_says_what_it_is():
    prove_none(rules.without_docstring, product())


def test_no_name_says_nothing():
    prove_none(rules.empty_words, product() + python("tests"))


def test_nothing_is_left_for_later():
    prove_none(rules.left_for_later, texts())


# ---------------------------------------------------------------- money, errors, logs


def test_no_float_where_money_passes():
    prove_none(rules.floats, product())


def test_only_the_command_line_prints():
    prove_none(rules.prints, product())


def test_only_the_job_runner_catches_everything():
    prove_none(rules.catch_alls, product())


def test_no_secret_is_logged():
    prove_none(rules.secrets_logged, product())


def test_no_test_sleeps():
    prove_none(rules.sleeps, python("tests"))


def test_no_test_patches_the_product():
    prove_none(rules.patches, python("tests"))


# ---------------------------------------------------------------- the checkout


def test_nothing_stands_at_the_top_that_design_does_not_name():
    assert not strangers(entries_at_top())


def test_resources_are_data():
    assert not code_among(source.path for source in texts())


def test_no_registry_and_no_path_of_one_machine_is_named():
    prove_none(rules.not_ours, texts())


# ---------------------------------------------------------------- the rules themselves can fail

ROOMY = "\n".join(f"    a{number} = {number}" for number in range(70))
HOST = "https://pypi" + ".org/simple"
FOLDER = "cd /wo" + "rk/main"
LATER = "# TO" + "DO: later"

BAD = [
    (layers.crossings, "agent/domain/money.py", "import agent.ports"),
    (layers.crossings, "agent/domain/money.py", "from agent import ports"),
    (layers.crossings, "agent/domain/money.py", "from ..store import outbox"),
    (layers.crossings, "agent/domain/kinds/__init__.py", "from ... import jobs, ports"),
    (layers.crossings, "agent/domain/money.py", "def f():\n    from jobs import poll"),
    (layers.crossings, "agent/ports.py", "from agent.store import outbox"),
    (layers.crossings, "agent/store/outbox.py", "from agent.service import AgentService"),
    (layers.crossings, "agent/service.py", "from jobs.poll import poll"),
    (layers.crossings, "agent/worker.py", "import connectors.stripe.client"),
    (layers.crossings, "agent/worker.py", "from agent.scheduler import Scheduler"),
    (layers.crossings, "agent/bootstrap.py", "import gui"),
    (layers.crossings, "agent/cli.py", "from gui.tray import Tray"),
    (layers.crossings, "agent/cli_reports.py", "from gui.tray import Tray"),
    (layers.crossings, "agent/new_idea.py", "from agent.store import outbox"),
    (layers.crossings, "connectors/stripe/source.py", "from connectors.syspro import client"),
    (layers.crossings, "connectors/stripe/source.py", "from connectors.sandbox import faults"),
    (layers.crossings, "connectors/stripe/source.py", "from agent.service import AgentService"),
    (layers.crossings, "connectors/secrets.py", "from connectors import windows"),
    (layers.crossings, "connectors/sandbox/serving.py", "from agent.domain.documents import State"),
    (layers.crossings, "connectors/sandbox/serving.py", "from agent.domain import documents"),
    (layers.crossings, "connectors/syspro/xml/order.py", "from agent.ports import Clock"),
    (layers.crossings, "connectors/__init__.py", "from connectors.stripe import client"),
    (layers.crossings, "jobs/post.py", "from agent.store import outbox"),
    (layers.crossings, "jobs/post.py", "from agent.service import AgentService"),
    (layers.crossings, "gui/tray.py", "from agent.ports import Clock"),
    (layers.crossings, "gui/tray.py", "from agent.store import outbox"),
    (layers.crossings, "agent/cli.py", "from tests.fakes import FakeClock"),
    (layers.oracle_kept_apart, "tests/oracle/rules.py", "from agent.domain.money import Money"),
    (layers.oracle_kept_apart, "tests/oracle/rules.py", "from tests import fakes"),
    (layers.oracle_kept_apart, "tests/oracle/modes.py", "from tests.oracle.stage import opened"),
    (layers.oracle_kept_apart, "tests/oracle/terms.py", "import stripe"),
    (layers.hidden_imports, "jobs/post.py", "importlib.import_module('gui')"),
    (layers.hidden_imports, "jobs/post.py", "from importlib import import_module\nimport_module('gui')"),
    (layers.hidden_imports, "jobs/post.py", "__import__('gui')"),
    (layers.strays, "jobs/post.py", "import sqlite3"),
    (layers.strays, "agent/service.py", "from sqlite_utils import Database"),
    (layers.strays, "connectors/sandbox/store.py", "import sqlite_utils"),
    (layers.strays, "agent/service.py", "from PySide6 import QtCore"),
    (layers.strays, "agent/service.py", "import httpx"),
    (layers.strays, "connectors/syspro/client.py", "import stripe"),
    (layers.strays, "agent/domain/money.py", "import pydantic"),
    (layers.strays, "agent/ports.py", "import attrs"),
    (layers.strays, "connectors/syspro/xml/order.py", "import httpx"),
    (layers.outside_reached, "agent/domain/money.py", "import time"),
    (layers.outside_reached, "agent/domain/money.py", "from os import environ"),
    (layers.outside_reached, "agent/domain/money.py", "open('file')"),
    (layers.outside_reached, "agent/domain/money.py", "datetime.now(UTC)"),
    (layers.outside_reached, "connectors/syspro/xml/order.py", "date.today()"),
    (layers.windows_only, "agent/service.py", "import winreg"),
    (layers.windows_only, "connectors/notify/mail.py", "import win32api"),
    (layers.windows_only, "agent/service.py", "from ctypes import windll"),
    (layers.windows_only, "agent/service.py", "import ctypes\nctypes.windll.user32"),
    (rules.posix_only, "agent/service.py", "os.fork()"),
    (rules.posix_only, "agent/service.py", "from signal import SIGKILL"),
    (rules.posix_only, "agent/service.py", "path = '/tmp/lease'"),
    (rules.long_functions, "agent/service.py", f"def f():\n{ROOMY}"),
    (rules.long_functions, "agent/service.py", f"class A:\n  async def f(self):\n{ROOMY}"),
    (rules.long_files, "agent/service.py", "a = 1\n" * 401),
    (rules.without_docstring, "agent/service.py", ""),
    (rules.without_docstring, "agent/service.py", '"""."""\ndef f(): pass'),
    (rules.without_docstring, "agent/service.py", '"""."""\nclass A: pass'),
    (rules.without_docstring, "agent/service.py", '"""."""\nclass A:\n    """."""\n    def f(self): pass'),
    (rules.empty_words, "agent/utils.py", ""),
    (rules.empty_words, "agent/helpers/poll.py", ""),
    (rules.empty_words, "agent/service.py", "class PostManager: pass"),
    (rules.empty_words, "agent/service.py", "def handler(): pass"),
    (rules.empty_words, "agent/service.py", "misc_1 = 1"),
    (rules.empty_words, "agent/service.py", "def f(event_handler): pass"),
    (rules.empty_words, "agent/service.py", "self.helper = 1"),
    (rules.left_for_later, "agent/service.py", LATER),
    (rules.left_for_later, "README.md", LATER),
    (rules.left_for_later, "agent/service.py", "raise NotImplemented" + "Error"),
    (rules.floats, "agent/domain/money.py", "a = 0.1"),
    (rules.floats, "jobs/reconcile.py", "float(total)"),
    (rules.floats, "connectors/syspro/xml/order.py", "def f(price: float): pass"),
    (rules.floats, "agent/domain/money.py", "def f() -> list[float]: pass"),
    (rules.floats, "agent/domain/money.py", "class A:\n    price: 'float | None' = None"),
    (rules.prints, "agent/service.py", "print('done')"),
    (rules.catch_alls, "jobs/post.py", "try: pass\nexcept: pass"),
    (rules.catch_alls, "jobs/post.py", "try: pass\nexcept Exception: pass"),
    (rules.catch_alls, "jobs/post.py", "try: pass\nexcept (KeyError, builtins.BaseException): pass"),
    (rules.catch_alls, "jobs/post.py", "with contextlib.suppress(Exception): pass"),
    (rules.secrets_logged, "jobs/post.py", "log.info('in', extra={'password': 1})"),
    (rules.secrets_logged, "jobs/post.py", "self._log.warning('in %s', settings.api_key)"),
    (rules.secrets_logged, "jobs/post.py", "logger.debug(f'in {token}')"),
    (
        rules.secrets_logged,
        "jobs/post.py",
        "logging.getLogger().info('x')\nlogging.error('x', extra=dict(a=self.secret))",
    ),
    (rules.sleeps, "tests/test_post.py", "import time\ntime.sleep(1)"),
    (rules.sleeps, "tests/test_post.py", "from time import sleep"),
    (rules.sleeps, "tests/test_post.py", "qtbot.wait(100)"),
    (rules.patches, "tests/test_post.py", "from unittest.mock import patch"),
    (rules.patches, "tests/test_post.py", "from unittest import mock"),
    (rules.not_ours, "tests/run", FOLDER),
    (rules.not_ours, "README.md", HOST),
]

GOOD = [
    (layers.crossings, "agent/domain/money.py", "from agent.domain.kinds import Kind\nfrom .errors import Problem"),
    (layers.crossings, "agent/bootstrap.py", "from connectors.sandbox import serving\nimport jobs.post"),
    (layers.crossings, "agent/demo.py", "from connectors.sandbox.serving import Server"),
    (layers.crossings, "connectors/portal/app.py", "from agent.service import AgentService"),
    (layers.crossings, "connectors/sandbox/stripe/money.py", "from agent.domain.money import Money, exponent"),
    (layers.crossings, "gui/tray.py", "from agent.service import AgentService\nfrom gui.pages import home"),
    (layers.oracle_kept_apart, "tests/oracle/rules.py", "import json\nfrom tests.oracle import terms"),
    (layers.oracle_kept_apart, "tests/oracle/stage.py", "from agent.once import run_once"),
    (layers.strays, "connectors/sandbox/store.py", "import sqlite3"),
    (layers.strays, "agent/store/outbox.py", "import json\nfrom sqlite_utils import Database"),
    (layers.outside_reached, "jobs/poll.py", "import time"),
    (layers.windows_only, "connectors/windows/registry.py", "import winreg"),
    (layers.windows_only, "installer/build.py", "import winreg"),
    (rules.posix_only, "agent/service.py", "url = '/tmpfiles'\nos.kill(pid, signal.SIGTERM)"),
    (rules.without_docstring, "agent/service.py", '"""."""\ndef _f(): pass\nclass _A:\n    def f(self): pass'),
    (layers.crossings, "agent/scheduler.py", "from agent.worker import Worker"),
    (layers.crossings, "connectors/machine.py", "from connectors import windows"),
    (rules.empty_words, "connectors/syspro/xml/order.py", "misc_charge_line = MiscChargeCode = 1"),
    (rules.empty_words, "agent/service.py", "logging.Handler.handle(record)\nmiscount = utilisation = 1"),
    (rules.floats, "agent/domain/reader.py", "names = {float: 'a number'}\nis_float = isinstance(value, float)"),
    (rules.floats, "agent/scheduler.py", "wait_s: float = 0.5"),
    (rules.prints, "agent/cli.py", "print('done')"),
    (rules.catch_alls, "agent/worker.py", "try: pass\nexcept Exception: pass"),
    (rules.catch_alls, "jobs/post.py", "try: pass\nexcept (KeyError, ExceptionGroup): pass"),
    (
        rules.secrets_logged,
        "jobs/post.py",
        "log.info('token refused', extra={'document': str(document.key), 'erp_key': 1})",
    ),
    (rules.secrets_logged, "jobs/post.py", "problem.error(password)"),
    (rules.sleeps, "tests/test_post.py", "clock.sleep()\nfrom time import monotonic"),
    (rules.left_for_later, "README.md", "A method of ours."),
    (rules.not_ours, "README.md", "https://docs.stripe.com/network/"),
]


@pytest.mark.parametrize(("rule", "path", "text"), BAD)
def test_each_rule_finds_what_it_is_for(rule, path, text):
    assert found(rule, [Source(path, text)])


@pytest.mark.parametrize(("rule", "path", "text"), GOOD)
def test_each_rule_leaves_good_code_alone(rule, path, text):
    assert not found(rule, [Source(path, text)])


def test_one_long_function_in_ten_is_too_much():
    short = "def f():\n    pass\n" * 9
    assert rules.share_of_long_functions([Source("agent/service.py", f"{short}def g():\n{ROOMY}\n")]) == pytest.approx(
        0.1
    )


def test_a_stranger_at_the_top_is_noticed():
    assert strangers(["agent", ".ci", ".gitignore", "README.md", "setup.cfg", "scripts"]) == ["scripts", "setup.cfg"]


def test_code_among_the_data_is_noticed():
    assert code_among(["resources/sql/a.sql", "resources/x.py", "agent/x.py"]) == ["resources/x.py"]


def test_the_house_is_not_empty():
    assert {source.path.split("/")[0] for source in product()} == {"agent", "connectors", "gui", "installer", "jobs"}
