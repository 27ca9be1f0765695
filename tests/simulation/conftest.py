"""Seeds and folders of the simulations."""

import tempfile
from pathlib import Path

import pytest

from tests.conftest import runs_of
from tests.simulation.world import make_template

#: Seeds of each simulation in the normal suite, where no `--runs` is given.
USUAL_RUNS = 10

#: How often the engine's process is killed in the normal suite.
USUAL_KILLS = 6

_RAM = Path("/dev/shm")


def pytest_generate_tests(metafunc):
    if "seed" in metafunc.fixturenames:
        first = metafunc.config.getoption("seed")
        metafunc.parametrize("seed", range(first, first + runs_of(metafunc.config, USUAL_RUNS)))


@pytest.fixture
def kills(request):
    """How often to kill the engine; `--runs` says more."""
    return runs_of(request.config, USUAL_KILLS)


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    path = tmp_path_factory.mktemp("template") / "agent.sqlite"
    make_template(path)
    return path


@pytest.fixture
def folder(tmp_path):
    """A folder for one run, in memory where that is possible: each run commits some hundred times."""
    with tempfile.TemporaryDirectory(dir=_RAM if _RAM.is_dir() else tmp_path) as name:
        yield Path(name)
