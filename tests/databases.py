"""Empty databases of the agent: made once, copied for each test, because making one takes longer than most tests."""

import shutil
from functools import cache

from agent.store import Store
from tests.conftest import RUN_FOLDER

#: What the agent calls its database in its home folder.
NAME = "agent.sqlite"


@cache
def _template():
    path = RUN_FOLDER / NAME
    Store.open(path).close()
    return path


def empty_database(path):
    """Put an empty database there, as the agent makes it at its first start."""
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_template(), path)
    return path


def empty_home(folder):
    """Put an empty database into a home folder that is to be; return the folder."""
    empty_database(folder / NAME)
    return folder
