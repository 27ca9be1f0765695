"""Seeds and folders of the simulations."""

import tempfile
from pathlib import Path

import pytest

from tests.simulation.world import make_template

#: Seeds of each simulation in the normal suite, where no `--runs` is given.
USUAL_RUNS = 18

_RAM = Path("/dev/shm")


def pytest_generate_tests(metafunc):
    if "seed" in metafunc.fixturenames:
        config = metafunc.config
        told = any(str(argument).startswith("--runs") for argument in config.invocation_params.args)
        first, runs = config.getoption("seed"), config.getoption("runs") if told else USUAL_RUNS
        metafunc.parametrize("seed", range(first, first + runs))


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
