"""Empty databases of the agent: made once, copied for each test, because making one takes longer than most tests."""

import shutil
import tempfile
from functools import cache
from pathlib import Path

from agent.store import Store

#: What the agent calls its database in its home folder.
NAME = "agent.sqlite"


@cache
def _template():
    folder = tempfile.TemporaryDirectory()
    path = Path(folder.name) / NAME
    Store.open(path).close()
    # The folder goes when nobody refers to it any more: at the end of the run.
    return folder, path


def empty_database(path):
    """Put an empty database there, as the agent makes it at its first start."""
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_template()[1], path)
    return path


def empty_home(folder):
    """Put an empty database into a home folder that is to be; return the folder."""
    empty_database(folder / NAME)
    return folder
