"""Home: is everything right, and up to when? And the window around it."""

import dataclasses
import json

import pytest

from agent.domain.hosting import ServiceState
from agent.domain.latency import Answers, answers_text
from agent.domain.marks import ANSWERS
from agent.domain.proof import ProofRow
from gui.viewmodels.home import pace_text
from tests.store.builders import NOW, POSTED, apply, moved, parked, receipt, settle


def prove(room, *, difference=0):
    row = {
        "company": "EDU1", "currency": "usd", "stripe_minor": 12300, "opening_minor": 0, "posted_minor": 12300,
        "waiting_minor": 0, "held_minor": 0, "in_doubt_minor": 0, "ignored_minor": 0, "syspro_clearing_minor": 12300,
        "syspro_ledger_minor": None, "difference_minor": difference, "clearing_difference_minor": 0,
    }  # fmt: skip
    assert ProofRow(**row)
    room.store.marks.set("proof", json.dumps({"at": NOW, "rows": [row]}), NOW)


def job(room, name, problem=None, every_s=300):
    kept = {"at": NOW, "done": 0, "problem": problem, "misconfigured": False, "every_s": every_s}
    room.store.marks.set(f"job.{name}", json.dumps(kept), NOW)


def tiles(page):
    row = page.proof.tiles
    widgets = [row.itemAt(place).widget() for place in range(row.count())]
    return [widget.accessibleName() for widget in widgets if widget]


def test_the_proof_is_the_largest_thing_and_says_up_to_when(room):
    prove(room)
    room.engine_lives()
    room.start()
    page = room.page("home")
    assert tiles(page) == ["EDU1 · USD: 0.00. Stripe 123.00 · SYSPRO 123.00"]
    assert page.proof.sentence.text().startswith("Stripe and SYSPRO agree to the cent, up to today 10:13")
    assert page.chip.word() == "Proven"


def test_a_difference_is_shown_as_it_is(room):
    prove(room, difference=-42)
    room.engine_lives()
    room.start()
    page = room.page("home")
    assert tiles(page)[0].startswith("EDU1 · USD: \N{MINUS SIGN}0.42.")
    assert "did not agree" in page.proof.sentence.text()
    assert page.chip.word() == "Needs you"


def test_before_the_first_proof_the_page_says_when_it_comes(room):
    room.start()
    page = room.page("home")
    assert tiles(page) == []
    assert page.proof.sentence.text().startswith("Nothing was compared yet.")


def test_today_s_money_is_told_by_what_became_of_it(room):
    room.store.ledger.store([moved(1, minor=10000), moved(2, minor=2500), moved(3, minor=50, currency="eur")], NOW)
    apply(room.store, receipt("ch_1"))
    settle(room.store, POSTED, now=NOW)
    room.start()
    page = room.page("home")
    assert page.flow.picture.accessibleDescription() == "In SYSPRO 100.00 USD; On the way 25.00 USD"
    page.flow._buttons["eur"].click()
    assert page.flow.picture.accessibleDescription() == "On the way 0.50 EUR"


def test_connections_say_what_is_in_the_way(room):
    job(room, "poll", {"title": "Stripe does not answer", "message": "m", "press": "", "code": "c"})
    job(room, "post")
    room.engine_lives()
    room.start()
    page = room.page("home")
    assert [one.text.whole() for one in page.systems.lines.values()] == [
        "Stripe does not answer",
        "answers, today 10:13\N{NARROW NO-BREAK SPACE}PM",
        "runs on machine",
    ]


def test_connections_say_how_fast_they_answer_and_when_they_did_last(room):
    job(room, "poll")
    job(room, "post", {"title": "SYSPRO does not answer", "message": "No licence is free.", "press": "", "code": "c"})
    answered = {"Stripe": Answers(120, 95, NOW, 30), "SYSPRO": Answers(2400, 1500, NOW - 600, 12)}
    room.store.marks.set(ANSWERS, answers_text(answered), NOW)
    room.engine_lives()
    room.start()
    stripe, syspro, engine = room.page("home").systems.lines.values()
    assert (stripe.text.whole(), stripe.more.whole()) == (
        "answers, today 10:13\N{NARROW NO-BREAK SPACE}PM", "in 120 ms, usually 95 ms",
    )  # fmt: skip
    assert (syspro.text.whole(), syspro.more.whole(), syspro.toolTip()) == (
        "SYSPRO does not answer", "last answer today 10:03\N{NARROW NO-BREAK SPACE}PM", "No licence is free.",
    )  # fmt: skip
    assert not engine.more.isVisible()
    assert pace_text(2400) == "2.4 s"


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (ServiceState.RUNNING, "its service runs"),
        (ServiceState.STOPPED, "its service is stopped"),
        (ServiceState.STARTING, "its service is starting"),
        (ServiceState.STOPPING, "its service is stopping"),
        (ServiceState.ABSENT, ""),
    ],
)
def test_the_engine_says_what_its_service_is_doing(room, state, said):
    class Hosted:
        def state(self):
            return state

        def may_control(self):
            return False

    room.joins = dataclasses.replace(room.joins, service=Hosted())
    room.engine_lives()
    room.start()
    engine = list(room.page("home").systems.lines.values())[-1]
    room.qtbot.waitUntil(lambda: engine.more.whole() == said)
    assert engine.more.isVisible() is bool(said)


def test_next_runs_are_moments_or_rhythms(room):
    job(room, "poll")
    job(room, "post", every_s=5)
    room.engine_lives()
    room.start()
    page = room.page("home")
    assert page.runs._shown == [
        ("Read Stripe", "today 10:18\N{NARROW NO-BREAK SPACE}PM"),
        ("Post to SYSPRO", "every 5 seconds"),
    ]
    room.store.lease.release()
    room.settled()
    assert {text for _, text in page.runs._shown} == {"when the engine runs"}


def test_posted_documents_and_reads_are_figures(room):
    apply(room.store, receipt("ch_1"))
    settle(room.store, POSTED, now=NOW)
    room.store.allowance.count(2500, NOW)
    room.start()
    page = room.page("home")
    assert page.hours.accessibleDescription().endswith("0, 1")
    assert page.allowance.percent.text() == "25 %"
    assert page.allowance.text.text() == "2,500 of 10,000 reads in 30 days"


def test_a_silent_engine_is_said_on_every_page(room):
    program = room.start()
    assert program.window.banner.isVisible()
    room.engine_lives()
    room.settled()
    assert not program.window.banner.isVisible()
    room.clock.advance(61)
    room.settled()
    assert program.window.banner.isVisible()


def test_the_work_list_is_one_press_away_when_something_waits(room):
    apply(room.store, parked())
    room.engine_lives()
    program = room.start()
    page = room.page("home")
    assert program.window.navigation.buttons["work"].accessibleName() == "Work list  (1)"
    page.proof.open.click()
    assert program.window.current() is program.window.pages["work"]


def test_commands_of_the_page_reach_the_engine(room):
    room.start()
    page = room.page("home")
    page.sync_now.click()
    page.proof.prove.click()
    room.qtbot.waitUntil(lambda: [name for name, _ in room.commands()] == ["sync_now", "prove"])


def test_pictures_are_saved_as_svg_and_png(room, tmp_path):
    room.store.ledger.store([moved(1, minor=10000)], NOW)
    room.start()
    page = room.page("home")
    for name in ("flow.svg", "flow.png"):
        page.flow.picture.save(tmp_path / name)
    assert "<svg" in (tmp_path / "flow.svg").read_text()
    assert (tmp_path / "flow.png").read_bytes().startswith(b"\x89PNG")
