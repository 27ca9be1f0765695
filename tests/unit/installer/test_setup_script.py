"""The setup script and what is said about it: only ``sh tests/windows`` runs it."""

import re

import pytest

from installer.build import ROOT

SCRIPT = (ROOT / "installer" / "setup.nsi").read_text("utf-8")


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_exit_code_of_setup_is_explained_to_whoever_rolls_it_out(language):
    codes = set(re.findall(r"(?:Refuse \"[^\"]*\"|SetErrorLevel) (\d+)", SCRIPT))
    page = (ROOT / "resources" / "help" / f"rollout.{language}.md").read_text("utf-8")
    told = next(line for line in page.splitlines() if line.startswith(("- Exit codes", "- Rückgabewerte")))
    assert codes
    assert codes <= set(re.findall(r"\d+", told))


def test_every_sentence_of_setup_is_there_in_both_languages():
    said = re.findall(r"LangString (\w+) \$\{LANG_(\w+)\}", SCRIPT)
    names = {name for name, _ in said}
    assert names
    assert sorted(said) == sorted((name, language) for name in names for language in ("ENGLISH", "GERMAN"))


def test_files_that_somebody_holds_are_tried_again_and_none_is_left_out():
    before, _, after = SCRIPT.partition("  File /r ")
    assert before.rpartition("SetOverwrite")[2].startswith(" try")
    assert after.split("\n", 2)[1].strip() == "${IfNot} ${Errors}"
    assert "File /r" not in after


def test_no_program_is_called_by_its_name_alone_because_one_beside_setup_would_be_found_first():
    called = re.findall(r"(?:nsExec::Exec(?:ToStack)?|!insertmacro Run) '([^']*)'", SCRIPT)
    assert called
    assert all(one.startswith(('"$SYSDIR\\', '"${COMMAND}"', '"$OldApp\\', "${command}")) for one in called), called
