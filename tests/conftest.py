"""What all tests share: no stray log lines, no network but loopback, a clock, and repeatable randomness."""

import ipaddress
import logging
import os
import shutil
import socket
import sys
import tempfile
from pathlib import Path

import certifi
import pytest
from hypothesis import settings

_TOP = str(Path(__file__).resolve().parents[1])
if _TOP not in sys.path:
    sys.path.insert(0, _TOP)

from tests.fakes import FakeClock  # noqa: E402 - the checkout has to be importable first

# No test opens the keyring of whoever runs it; those about keyrings bring their own.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

#: What this process needs for all its tests; it goes at the end.
RUN_FOLDER = Path(tempfile.mkdtemp(prefix="syspro-stripe-"))

# The locks that engines take for the whole machine are those of this process: tests run side by side, and beside a
# developer's own engine.
os.environ["XDG_STATE_HOME"] = str(RUN_FOLDER)

# No test needs the machine's certificate authorities, and reading all of them takes longer than most tests.
_authority = RUN_FOLDER / "one-authority.pem"
_authority.write_text(certifi.contents().partition("-----END CERTIFICATE-----")[0] + "-----END CERTIFICATE-----\n")
os.environ["SSL_CERT_FILE"], os.environ["SSL_CERT_DIR"] = str(_authority), str(RUN_FOLDER)

# A parent that has looked at its terminal (pytest-xdist) tells the width of it; output is for no terminal here.
os.environ.pop("COLUMNS", None)

# `--hypothesis-profile long` looks much further; by default a run can be repeated to the letter.
settings.register_profile("ci", derandomize=True, deadline=None, database=None)
settings.register_profile("long", deadline=None, max_examples=3000)
settings.load_profile("ci")


def pytest_unconfigure():
    shutil.rmtree(RUN_FOLDER, ignore_errors=True)


def pytest_addoption(parser):
    group = parser.getgroup("simulations")
    group.addoption("--seed", type=int, default=1, help="First seed of the simulations (default 1).")
    group.addoption(
        "--months", type=int, default=0, help="How long the oracle's trade lasts (default: a short course)."
    )
    group.addoption(
        "--runs", type=int, default=None, help="How many seeds each simulation runs (each has its own default)."
    )


def runs_of(config, usual):
    """Return the number after `--runs`; `usual` where none is given."""
    runs = config.getoption("runs")
    return usual if runs is None else runs


@pytest.fixture
def seeds(request):
    """The seeds of a simulation: `--runs` of them, beginning with `--seed`."""
    first = request.config.getoption("seed")
    return range(first, first + runs_of(request.config, 3))


@pytest.fixture
def clock():
    """A clock that stands still until the test moves it."""
    return FakeClock()


class LogWatch(logging.Handler):
    """Collects log lines of level WARNING and above; those a test does not expect fail it."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self._lines = []
        self._expected = []
        self._allowed = []

    def allow(self, text):
        """Let the test log lines that contain `text`; there may be none."""
        self._allowed.append(text)

    def expect(self, text):
        """Let the test log lines that contain `text`; it fails when there is none."""
        self._expected.append(text)

    def emit(self, record):
        self._lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def complaints(self):
        """What was logged but not expected, and what was expected but not logged."""
        known = [*self._expected, *self._allowed]
        unexpected = [line for line in self._lines if not any(text in line for text in known)]
        missing = [text for text in self._expected if not any(text in line for line in self._lines)]
        return [f"Unexpected log line: {line}" for line in unexpected] + [f"Not logged: {text}" for text in missing]


@pytest.fixture(autouse=True)
def log_watch():
    """Fail the test on an unexpected warning; `log_watch.expect("text")` lets one pass."""
    watch = LogWatch()
    logging.getLogger().addHandler(watch)
    yield watch
    logging.getLogger().removeHandler(watch)
    if complaints := watch.complaints():
        pytest.fail("\n".join(complaints), pytrace=False)


class OutsideWorldError(RuntimeError):
    """A test tried to reach something beyond this machine. Not an OSError, so that no connector takes it for weather."""


def is_loopback(host):
    """Tell whether a host name or address never leaves this machine."""
    if host in {None, "", "localhost", b"localhost"}:
        return True
    try:
        return ipaddress.ip_address(host.decode() if isinstance(host, bytes) else host).is_loopback
    except ValueError:
        return False


@pytest.fixture(scope="session", autouse=True)
def _only_loopback():
    real_connect, real_connect_ex, real_lookup = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def check(host):
        if not is_loopback(host):
            raise OutsideWorldError(f"Tests stay on this machine; this one asked for {host!r}.")

    def connect(self, address):
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            check(address[0])
        return real_connect(self, address)

    def connect_ex(self, address):
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            check(address[0])
        return real_connect_ex(self, address)

    def lookup(host, *args, **kwargs):
        check(host)
        return real_lookup(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect)
        patch.setattr(socket.socket, "connect_ex", connect_ex)
        patch.setattr(socket, "getaddrinfo", lookup)
        yield
