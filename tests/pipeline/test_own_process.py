"""A child of the program that ends by itself is told from one that never started."""

import subprocess

import pytest

from agent.domain.errors import Misconfigured
from agent.own_process import start_own


def test_a_child_that_runs_is_in_order_and_one_that_ended_is_named_with_its_exit_code(tmp_path):
    with start_own(["config", "--home", str(tmp_path), "no.such"], output=subprocess.PIPE) as child:
        child.process.wait(60)
        with pytest.raises(Misconfigured, match=r"`syspro-stripe config` ended by itself \(exit code 3\)"):
            child.check()
        with pytest.raises(Misconfigured, match="`syspro-stripe config` ended before it was ready"):
            child.announced_url()


def test_a_child_that_still_runs_is_in_order(tmp_path):
    with start_own(["sandbox", "stripe", "--port", "0", "--home", str(tmp_path)], output=subprocess.PIPE) as child:
        assert child.announced_url().startswith("http://127.0.0.1:")
        child.check()
