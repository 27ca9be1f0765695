import pytest

from agent.store import Store


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "agent.sqlite") as opened:
        yield opened
