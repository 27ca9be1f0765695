"""`catalogue`: how stock codes stand in Stripe, why some are not sold, and who wins."""

import pytest

from agent.domain.catalogue.item import Difference, Has, PriceAt, Wanted
from agent.domain.catalogue.kept import Noted, Written
from agent.domain.catalogue.prices import Remark
from agent.domain.catalogue.progress import Course
from agent.domain.codec import dumps
from agent.domain.errors import NeedsPerson, Problem
from agent.domain.readmodels import Command
from agent.domain.reports import JobReport
from agent.domain.settings import Values
from agent.worker import record
from jobs.carry_out import CarryOut
from jobs.catalogue_commands import CatalogueCommands
from tests.pipeline.cli_world import Terminal

COMPANY = "EDU1"


@pytest.fixture
def terminal(tmp_path, clock):
    made = Terminal(tmp_path / "home", clock)
    made.set_up()
    made.run("config", "catalogue.enabled", "yes")
    return made


def wanted(name):
    return Wanted({"name": name, "active": "yes"}, {"jpy": "80", "usd": "54"}, "usd")


def fill(terminal):
    """One that is sold, one that waits, one refused, one asked about, one that is not sold."""
    now = terminal.clock.now()
    with terminal.store() as store:
        shelf = store.catalogue
        noted = [Noted(code, f"syspro_EDU1_{code}", b"1", wanted(f"Part {code}"), ()) for code in "ABCD"]
        out = Noted("E", "syspro_EDU1_E", b"1", None, (Remark("kit", "E is a kit (kit type K)."),))
        shelf.note(COMPANY, [*noted, out], now)
        due = {one.stock_code: one for one in shelf.due(COMPANY, 10, now)}
        has = Has({"name": "Part A"}, {"usd": PriceAt("p1", "54")}, "p1")
        shelf.done(COMPANY, due["A"], Written(has), now)
        shelf.refused(COMPANY, "C", "stripe.refused", "Stripe does not like it.", now)
        shelf.done(COMPANY, due["D"], Written(has, (Difference("name", "Part D", "Super"),)), now)
        store.marks.set("catalogue", dumps(Course(now - 60, now - 60, 0, "r", now - 60, now, 30, 60)), now)


def test_it_says_that_it_is_off(tmp_path, clock):
    terminal = Terminal(tmp_path / "home", clock)
    terminal.set_up()
    assert "config catalogue.enabled yes" in terminal.run("catalogue", "status").stdout
    assert terminal.json("catalogue", "status")["enabled"] is False


def test_the_status_tells_how_far_it_is_with_rate_and_time_left(terminal):
    fill(terminal)
    told = terminal.run("catalogue", "status").stdout
    assert "30 of 31 stock codes are written, 30 a minute; less than a minute left." in told
    assert "refused by Stripe" in told
    assert "catalogue keep STOCK_CODE" in told
    found = terminal.json("catalogue", "status")
    assert found["counts"] == {"sold": 1, "waiting": 1, "refused": 1, "asked": 1, "not_sold": 1}
    assert (found["left"], found["per_minute"], found["left_s"]) == (1, 30, 2)


def test_the_status_names_what_waits_for_a_person_and_then_that_all_is_in_step(terminal):
    fill(terminal)
    with terminal.store() as store:
        due = store.catalogue.due(COMPANY, 10, terminal.clock.now())
        store.catalogue.done(COMPANY, due[0], Written(Has({})), terminal.clock.now())
    assert "NEEDS YOU" in terminal.run("catalogue", "status").stdout
    with terminal.store() as store, store.catalogue._connections.writing() as db:
        db.execute("UPDATE catalogue SET asked = '[]', refused = ''")
    assert "IN STEP" in terminal.run("catalogue", "status").stdout


def test_the_status_says_what_stops_the_catalogue_instead_of_that_all_is_in_step(terminal):
    refused = terminal.run("config", "catalogue.available", "onhand - 2")
    assert (refused.exit_code != 0, "names onhand" in refused.stderr) == (True, True)
    # As a version before this one may have kept it.
    with terminal.store() as store:
        store.settings.set("catalogue.available", "onhand - 2", by="test", now=1)
    told = terminal.run("catalogue", "status").stdout
    assert ("STOPPED" in told, "IN STEP" in told) == (True, False)
    assert "names onhand" in terminal.json("catalogue", "status")["problem"]["message"]
    with terminal.store() as store:
        store.settings.unset("catalogue.available", by="test", now=1)
        report = JobReport(problem=Problem("SYSPRO is away", "Nobody answers.", "Wait."))
        record(store.marks, "catalogue", report, terminal.clock.now())
    assert "SYSPRO is away. Nobody answers. Wait." in " ".join(terminal.run("catalogue", "status").stdout.split())


def test_a_long_writing_is_told_in_minutes_and_a_fresh_one_without_a_rate(terminal):
    fill(terminal)
    now = terminal.clock.now()
    with terminal.store() as store:
        store.marks.set("catalogue", dumps(Course(started_at=now - 6000, at=now, done=1)), now)
    assert "about 100 minutes left" in terminal.run("catalogue", "status").stdout
    with terminal.store() as store:
        store.marks.set("catalogue", dumps(Course(started_at=now, at=now)), now)
    assert "0 of 1 stock codes are written." in terminal.run("catalogue", "status").stdout


def test_stock_codes_are_listed_by_state_and_text_page_by_page(terminal):
    fill(terminal)
    assert "0.54 USD, 80" in terminal.run("catalogue", "list").stdout
    rows = terminal.json("catalogue", "list", "--state", "asked")["rows"]
    assert rows[0]["differences"] == [{"field": "name", "syspro": "Part D", "stripe": "Super"}]
    assert [row["stock_code"] for row in terminal.json("catalogue", "list", "--state", "refused")["rows"]] == ["C"]
    assert [row["stock_code"] for row in terminal.json("catalogue", "list", "part b")["rows"]] == ["B"]
    first = terminal.run("catalogue", "list", "--limit", "2")
    assert "catalogue list --after 'B'" in first.stdout
    assert [row["stock_code"] for row in terminal.json("catalogue", "list", "--after", "B")["rows"]] == ["C", "D", "E"]
    assert "no such stock code" in terminal.run("catalogue", "list", "nothing").stdout


def test_reasons_are_told_with_an_example(terminal):
    assert "no stock code" in terminal.run("catalogue", "reasons").stdout
    fill(terminal)
    assert "E is a kit" in terminal.run("catalogue", "reasons").stdout
    assert terminal.json("catalogue", "reasons")["reasons"] == [
        {"code": "kit", "count": 1, "example": "E is a kit (kit type K).", "sold": False}
    ]


@pytest.mark.parametrize(
    ("arguments", "name", "told"),
    [
        (["run"], "catalogue", {"what": "changes"}),
        (["run", "--all"], "catalogue", {"what": "everything"}),
        (["run", "--check"], "catalogue", {"what": "check"}),
        (["run", "--take-out"], "catalogue", {"what": "take_out"}),
        (["keep", "D", "--side", "stripe"], "catalogue_keep", {"stock_code": "D", "side": "stripe"}),
        (["retry", "C"], "catalogue_again", {"stock_code": "C"}),
    ],
)
def test_the_engine_is_told(terminal, arguments, name, told):
    assert terminal.run("catalogue", *arguments).exit_code == 0
    with terminal.store() as store:
        while (command := store.commands.next()).name == "reload":
            store.commands.finish(command.id, result="", ok=True, now=1)
        assert (command.name, dict(command.arguments)) == (name, told)


def carry_out(terminal, store, woken, **settings):
    values = Values({"syspro.company": COMPANY, "catalogue.enabled": "yes"} | settings)
    further = CatalogueCommands(store.catalogue, store.marks, values, woken.extend).does()
    return CarryOut(
        store.commands, store.inbox, store.outbox, store.discrepancies, store.marks, terminal.clock, COMPANY,
        woken.extend, lambda: None, further=further,
    )  # fmt: skip


def result(terminal, *arguments, **settings):
    """Type a command and have it carried out; return whether it was, what came of it, and what was woken."""
    number = terminal.json("catalogue", *arguments)["command"]
    woken = []
    with terminal.store() as store:
        carry_out(terminal, store, woken, **settings).run()
        command = store.commands.get(number)
    return command.ok, command.result, woken


def test_what_is_told_is_carried_out(terminal):
    fill(terminal)
    assert result(terminal, "run", "--check") == (True, "Started.", ["catalogue"])
    assert result(terminal, "retry", "C") == (True, "C is written to Stripe again.", ["catalogue"])
    assert result(terminal, "retry", "C")[:2] == (False, "Stripe has not refused the stock code C.")
    assert result(terminal, "keep", "D", "--side", "stripe")[0]
    assert result(terminal, "keep", "D", "--side", "syspro")[:2] == (False, "Nothing is asked about the stock code D.")
    with terminal.store() as store:
        assert store.marks.get("catalogue.wanted") == "check"


def test_what_waits_to_go_out_of_sale_is_let_go_and_nothing_else_is(terminal):
    fill(terminal)
    assert result(terminal, "run", "--take-out")[:2] == (False, "No stock code waits to be taken out of sale.")
    with terminal.store() as store:
        now = terminal.clock.now()
        due = next(one for one in store.catalogue.due(COMPANY, 10, now) if one.stock_code == "B")
        store.catalogue.done(COMPANY, due, Written(Has({"active": "yes"})), now)
        store.catalogue.gone(COMPANY, ["B"], now)
    assert result(terminal, "run", "--take-out") == (True, "1 stock codes are taken out of sale.", ["catalogue"])
    with terminal.store() as store:
        assert store.marks.get("catalogue.take_out") == "1"


def test_a_person_lets_go_no_more_than_was_shown(terminal):
    fill(terminal)
    with terminal.store() as store:
        now = terminal.clock.now()
        store.catalogue.note(COMPANY, [Noted("X", "syspro_EDU1_X", b"1", wanted("Part X"), ())], now)
        for due in store.catalogue.due(COMPANY, 10, now):
            store.catalogue.done(COMPANY, due, Written(Has({"active": "yes"})), now)
        store.catalogue.gone(COMPANY, ["B", "X"], now)
        values = Values({"syspro.company": COMPANY, "catalogue.enabled": "yes"})
        take_out = CatalogueCommands(store.catalogue, store.marks, values, lambda _: None).does()["catalogue"]
        shown = [Command(1, "catalogue", {"what": "take_out", "most": most}, "Ann", now) for most in ("1", "2")]
        with pytest.raises(NeedsPerson, match="2 stock codes would go out of sale by now, not 1"):
            take_out(shown[0], now)
        assert store.marks.get("catalogue.take_out") == ""
        assert take_out(shown[1], now) == "2 stock codes are taken out of sale."
        assert store.marks.get("catalogue.take_out") == "2"


def test_syspro_is_let_win(terminal):
    fill(terminal)
    assert result(terminal, "keep", "D", "--side", "syspro")[1] == "D is written to Stripe as SYSPRO has it."


def test_nothing_is_done_while_it_is_off(terminal):
    fill(terminal)
    ok, said, woken = result(terminal, "run", **{"catalogue.enabled": "no"})
    assert (ok, woken, "The catalogue is off" in said) == (False, [], True)


def test_what_waits_for_a_person_is_in_the_status_of_the_agent(terminal):
    fill(terminal)
    told = terminal.run("status").stdout
    assert "Stripe does not like it." in told
    assert "catalogue retry 'C'" in told
    assert "name: SYSPRO 'Part D', Stripe 'Super'" in told
    with terminal.store() as store:
        store.settings.set("catalogue.enabled", "no", by="test", now=1)
    assert "Stripe does not like it." not in terminal.run("status").stdout
