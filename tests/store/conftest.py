import pytest

from agent.store import Store
from tests.databases import NAME, empty_database


@pytest.fixture
def store(tmp_path):
    with Store.open(empty_database(tmp_path / NAME)) as opened:
        yield opened
