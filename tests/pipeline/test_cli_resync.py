"""`resync` at the terminal."""

import pytest

from tests.pipeline.cli_world import Terminal


@pytest.fixture
def terminal(tmp_path, clock):
    made = Terminal(tmp_path / "home", clock)
    made.set_up()
    return made


def test_the_preview_says_what_becomes_of_it_and_changes_nothing(terminal):
    said = terminal.run("resync", "object", "ch_1", "--preview").stdout
    assert "no_payment" in said or "leads to no payment" in said
    assert "Nothing was changed" in said
    assert terminal.json("resync", "object", "ch_1", "--preview")["subjects"] == 1


def test_it_is_left_for_the_engine(terminal):
    assert "when it runs" in terminal.run("resync", "payout", "po_1").stdout
    with terminal.store() as store:
        told = store.commands.get(1)
    assert (told.name, told.arguments["part"], told.arguments["what"]) == ("resync", "payout", "po_1")


def test_days_are_whole_days_of_the_site(terminal):
    terminal.run("resync", "days", "--from", "2026-11-01", "--to", "2026-11-03")
    with terminal.store() as store:
        told = store.commands.get(1).arguments
    assert int(told["until_at"]) - int(told["since_at"]) == 3 * 86_400


@pytest.mark.parametrize(
    ("line", "said"), [(("days",), "--from"), (("object",), "id or code"), (("customer", " "), "id or code")]
)
def test_what_is_not_said_is_asked_for(terminal, line, said):
    refused = terminal.run("resync", *line)
    assert refused.exit_code
    assert said in refused.stderr
