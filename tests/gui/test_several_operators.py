"""Several operators of one terminal server: each has a window and a tray of one home, and nobody has two."""

from gui.single import Single


def test_every_operator_has_a_window_of_the_home_and_a_second_start_brings_the_first_one_up(
    qtbot, monkeypatch, tmp_path
):
    windows = {}
    for person in ("ann", "bob"):
        monkeypatch.setenv("LOGNAME", person)
        windows[person] = Single(tmp_path)
        assert windows[person].take()
    with qtbot.waitSignal(windows["bob"].called):
        assert not Single(tmp_path).take()
    for window in windows.values():
        window.give_back()
