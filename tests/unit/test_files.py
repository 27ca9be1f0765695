"""Files that are replaced as a whole, also while an antivirus holds one for a moment."""

import os
from pathlib import PosixPath, WindowsPath

import pytest

from agent.files import remove_patiently, replace_patiently, write_whole

Here = WindowsPath if os.name == "nt" else PosixPath


class Held(Here):
    """A file that somebody holds for the first tries, as Windows says it."""

    holds = 0
    tried = 0

    def try_it(self):
        type(self).tried += 1
        if type(self).tried <= type(self).holds:
            raise PermissionError(13, "The process cannot access the file")

    def replace(self, target):
        self.try_it()
        return super().replace(target)

    def unlink(self, **options):
        self.try_it()
        super().unlink(**options)


def held(path, times):
    kind = type("HeldFor", (Held,), {"holds": times, "tried": 0})
    return kind(path)


def test_a_file_is_replaced_as_a_whole(tmp_path):
    target = tmp_path / "journal.json"
    write_whole(target, "one")
    write_whole(target, "two")
    assert target.read_text() == "two"
    assert [path.name for path in tmp_path.iterdir()] == ["journal.json"]


def test_a_file_that_is_held_for_a_moment_is_waited_for(tmp_path):
    source = held(tmp_path / "new", 3)
    source.write_text("new")
    replace_patiently(source, tmp_path / "old", again_s=0)
    assert (tmp_path / "old").read_text() == "new"
    assert type(source).tried == 4


def test_a_file_that_stays_held_is_an_error_that_names_it(tmp_path):
    source = held(tmp_path / "new", 1000)
    source.write_text("new")
    with pytest.raises(PermissionError, match="cannot access the file"):
        replace_patiently(source, tmp_path / "old", again_s=0)
    assert not (tmp_path / "old").exists()


def test_a_file_that_is_held_for_a_moment_is_taken_away_after_it(tmp_path):
    file = held(tmp_path / "journal.json", 3)
    file.write_text("{}")
    remove_patiently(file, again_s=0)
    assert not file.exists()
    remove_patiently(file, again_s=0)
