"""Questions are answered in threads that stay, so that what others write is noticed."""

from agent.store import Store


def test_what_somebody_else_has_written_is_noticed(room):
    program = room.start()
    with Store.open(room.folder / "home" / "agent.sqlite") as other:
        for number in range(3):
            with room.qtbot.waitSignal(program.watch.changed):
                other.marks.set("somebody", str(number), 1)


def test_a_thousand_questions_need_no_more_than_a_connection_a_lane(room):
    program = room.start()
    before = len(room.desk.store._connections._opened)
    for _ in range(200):
        room.program.reading.ask(program, lambda service: service.version(), lambda _: None)
    room.qtbot.waitUntil(lambda: program.reading.at_rest)
    assert len(room.desk.store._connections._opened) == before
