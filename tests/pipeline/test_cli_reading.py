"""`status` and `documents`: what a person sees."""

import json

import pytest

from agent.domain.attempts import Settlement
from agent.domain.codec import to_plain
from agent.domain.decisions import Outcome
from agent.domain.documents import State
from agent.domain.errors import Problem
from agent.domain.facts import PeriodState
from agent.domain.marks import DEMO, PERIODS, PROOF
from agent.domain.proof import ProofRow
from agent.domain.reports import JobReport
from agent.worker import record
from connectors.machine import machine_name
from tests.pipeline.cli_world import Terminal
from tests.store.builders import apply, customer, receipt

REASON = {"state": State.PARKED, "reason": "SYSPRO does not have the bank.", "reason_code": "refused"}


@pytest.fixture
def terminal(tmp_path, clock):
    return Terminal(tmp_path / "home", clock)


@pytest.fixture
def parked(terminal):
    """A home with one parked receipt."""
    terminal.set_up()
    with terminal.store() as store:
        apply(store, receipt("ch_1", minor=12_345, **REASON))
    return terminal


def proof(terminal, *, difference=0, **changes):
    row = dict.fromkeys(ProofRow.__slots__, 0) | {"company": "EDU1", "currency": "usd"}
    row |= {"stripe_minor": 123_456, "posted_minor": 123_456, "difference_minor": difference}
    row |= {"syspro_clearing_minor": 123_456, **changes}
    with terminal.store() as store:
        now = terminal.clock.now()
        store.marks.set(PROOF, json.dumps({"at": now, "rows": [row]}), now)


def test_a_fresh_home_says_what_is_not_set_up(terminal):
    result = terminal.run("status")
    assert result.exit_code == 0
    assert "Not set up yet: syspro.base_url" in result.stdout
    assert "config NAME VALUE" in result.stdout


def test_the_verdict_is_the_first_thing_said(terminal):
    words = [line for line in terminal.run("status").stdout.splitlines() if line]
    assert words[0] == "MISCONFIGURED"
    assert words[1].startswith("Not set up yet")


def test_status_is_one_json_object(terminal):
    found = terminal.json("status")
    assert found["verdict"]["overall"] == "misconfigured"
    assert found["documents"]["pending"] == 0
    assert found["inbox"] == {"waiting": 0, "set_aside": 0, "finished": 0}


@pytest.mark.parametrize(("set_up", "code"), [(False, 3), (True, 1)])
def test_monitoring_gets_the_state_as_exit_code(terminal, set_up, code):
    if set_up:
        terminal.set_up()
    assert terminal.run("status", "--exit-code").exit_code == code
    assert terminal.run("status").exit_code == 0


def test_monitoring_hears_nothing_when_all_is_well(terminal):
    terminal.set_up()
    proof(terminal)
    with terminal.engine():
        assert terminal.run("status", "--exit-code").exit_code == 0


def test_what_waits_comes_with_what_to_do(parked):
    shown = " ".join(parked.run("status").stdout.split())
    assert "SYSPRO does not have the bank." in shown
    assert "`syspro-stripe retry 1`, or `syspro-stripe ignore 1 --reason ...`" in shown
    waiting = parked.json("status")["waiting_for_you"]
    assert [one["what"] for one in waiting] == ["1"]


def test_the_problem_of_a_job_comes_with_what_to_press(terminal):
    terminal.set_up()
    problem = Problem("Stripe is not reachable", "Stripe did not answer.", "Look at the proxy.", "stripe.unreachable")
    with terminal.store() as store:
        record(store.marks, "poll", JobReport(problem=problem), terminal.clock.now())
    assert "Stripe did not answer. Look at the proxy." in terminal.run("status").stdout


def test_the_books_show_amounts_in_units_with_their_decimals(terminal):
    terminal.set_up()
    proof(terminal)
    shown = terminal.run("status").stdout
    assert "1,234.56" in shown
    assert "Compared today" in shown


def books_of(terminal, *rows):
    """What `status` shows of these rows, as words by line."""
    now = terminal.clock.now()
    with terminal.store() as store:
        store.marks.set(PROOF, json.dumps({"at": now, "rows": rows}), now)
    return {" ".join(line.split()) for line in terminal.run("status").stdout.splitlines()}


def test_the_books_leave_out_what_no_currency_has(terminal):
    terminal.set_up()
    row = dict.fromkeys(ProofRow.__slots__, 0) | {"company": "EDU1", "currency": "usd", "syspro_ledger_minor": None}
    shown = books_of(terminal, row)
    assert not [line for line in shown if line.startswith(("before the start", "Clearing ledger code"))]
    other = row | {"currency": "eur", "opening_minor": 700, "syspro_ledger_minor": 0}
    shown = books_of(terminal, row, other)
    assert {"before the start 0.00 7.00", "Clearing ledger code - 0.00"} <= shown


def test_a_withdrawn_document_does_not_wait_for_anybody(parked):
    with parked.store() as store:
        apply(store, outcome=Outcome.IGNORED, reason="Not captured.", reason_code="not_captured")
    found = parked.json("status")
    assert (found["documents"]["held"], found["withdrawn"]) == (1, 1)
    assert found["waiting_for_you"] == []
    with parked.engine():
        assert parked.run("status", "--exit-code").exit_code == 0
    assert "of them withdrawn" in parked.run("status").stdout


def test_what_is_not_listed_is_counted(parked):
    with parked.store() as store:
        apply(store, *(receipt(f"ch_{number}", lane=f"{number}", **REASON) for number in range(1, 38)))
    found = parked.json("status")
    assert len(found["waiting_for_you"]) == 20
    shown = " ".join(parked.run("status").stdout.split())
    assert "and 17 more: `syspro-stripe documents --state parked`" in shown
    assert "and 17 more: `syspro-stripe documents --state held`" not in shown


def test_a_setting_that_an_update_made_unusable_is_said_and_stops_no_command(terminal):
    terminal.set_up()
    with terminal.store() as store, store._connections.writing() as db:
        db.execute(
            "INSERT INTO settings VALUES ('retry.first_s', 'often', 'Ann', 1), ('syspro.colour', 'red', 'Ann', 1)"
        )
    found = terminal.json("status")["verdict"]
    assert found["overall"] == "misconfigured"
    assert found["sentence"] == "Not set up yet: retry.first_s (what is set there no longer fits)."
    assert terminal.run("config", "retry.first_s", "7").exit_code == 0
    assert terminal.json("status")["verdict"]["overall"] != "misconfigured"
    assert terminal.run("config", "retry.first_s", "often").exit_code == 3


@pytest.mark.parametrize(
    ("machine", "words"),
    [(machine_name(), "This machine posts."), ("till/4711", "The right to post is with another machine, till.")],
)
def test_the_machine_that_posts_is_named_for_people_and_in_full_for_programs(terminal, machine, words):
    with terminal.store() as store:
        store.lease.hold("engine-1", machine, "EDU1", now=terminal.clock.now(), ttl_s=60)
    shown = terminal.run("status").stdout
    assert words in shown
    assert "engine-1" not in shown
    assert terminal.json("status")["engine"] == f"{machine} (engine-1)"


@pytest.mark.parametrize("width", ["20", "80"])
def test_no_console_is_too_narrow_for_an_amount(terminal, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", width)
    terminal.set_up()
    proof(terminal)
    assert "1,234.56" in terminal.run("status").stdout


def test_books_that_do_not_hold_need_a_person(terminal):
    terminal.set_up()
    proof(terminal, difference=1)
    with terminal.engine():
        assert terminal.run("status", "--exit-code").exit_code == 1


def test_documents_are_listed_with_their_reason(parked):
    shown = " ".join(parked.run("documents").stdout.split())
    assert "123.45 USD" in shown
    assert "Payment of Ann" in shown


def test_a_list_without_documents_says_so(terminal):
    assert "no such documents" in terminal.run("documents").stdout


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (("--state", "parked"), 1),
        (("--state", "posted"), 0),
        (("--kind", "receipt"), 1),
        (("--kind", "customer"), 0),
        (("--text", "ann"), 1),
        (("--text", "bob"), 0),
        (("--limit", "1"), 1),
    ],
)
def test_a_filter_leaves_out_the_others(parked, filters, found):
    assert len(parked.json("documents", *filters)) == found


def test_one_document_is_shown_in_full(parked):
    result = parked.run("documents", "1")
    assert '"reference": "ch_1"' in result.stdout
    assert "SYSPRO does not have the bank." in result.stdout


def test_one_document_is_told_in_words_of_the_trade(parked):
    shown = parked.run("documents", "1").stdout
    assert [" ".join(line.split()) for line in shown.splitlines() if "Payment of Ann" in line] == [
        "What Payment of Ann"
    ]
    assert "Checked in SYSPRO" in shown
    assert "Decision" not in shown


def test_a_document_says_to_which_customer_it_was_posted(terminal):
    terminal.set_up()
    with terminal.store() as store:
        apply(store, customer(), receipt("ch_1", party="cus_1|usd", order_by=2))
        [document] = store.outbox.claim("EDU1", 1, terminal.clock.now())
        settled = Settlement(State.POSTED, erp_key="000000000000042")
        store.outbox.settle(document, settled, terminal.clock.now())
    shown = " ".join(terminal.run("documents", "2").stdout.split())
    assert "SYSPRO customer 000000000000042" in shown
    assert "SYSPRO customer" not in terminal.run("documents", "1").stdout


def test_one_document_is_one_json_object(parked):
    found = parked.json("documents", "1")
    assert found["row"]["state"] == "parked"
    assert found["row"]["amount"] == {"minor": 12_345, "currency": "usd"}
    assert found["body"]["reference"] == "ch_1"


def test_what_went_over_the_wire_is_shown_only_when_asked_for(terminal):
    terminal.set_up()
    with terminal.store() as store:
        apply(store, receipt("ch_1"))
    terminal.run("once")
    assert "<reply/>" not in terminal.run("documents", "1").stdout
    assert terminal.json("documents", "1")["attempts"][0]["reply"] == ""
    assert "<reply/>" in terminal.run("documents", "1", "--wire").stdout


def test_a_document_that_is_not_there_is_one_sentence(terminal):
    result = terminal.run("documents", "9")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "There is no document 9. `documents` lists them.\n"


def test_a_name_cannot_command_the_terminal(terminal):
    with terminal.store() as store:
        draft = receipt("ch_1", **REASON | {"reason": "\x1b[2JAnn [bold]"})
        apply(store, draft)
    shown = terminal.run("documents").stdout
    assert "\x1b" not in shown
    assert "[bold]" in " ".join(shown.split())


def test_periods_lists_what_will_not_fit(parked):
    shown = parked.run("periods").stdout
    assert "SYSPRO has not been asked yet" in shown
    assert "SYSPRO does not have the bank." in shown
    assert "retry NAME" in shown


def test_periods_names_the_open_months(terminal):
    terminal.set_up()
    with terminal.store() as store:
        state = PeriodState(2023, 11, tuple(f"2023-{month:02d}-28" for month in range(1, 13)))
        kept = {"at": terminal.clock.now(), "periods": to_plain(state)}
        store.marks.set(PERIODS, json.dumps(kept), terminal.clock.now())
    shown = terminal.run("periods").stdout
    assert "11 of 2023" in shown
    assert "2023-11-28" in shown
    assert "not known" in shown
    assert "Everything up to now is in SYSPRO." in shown
    assert terminal.json("periods")["ledger_end"] == "2023-11-28"


def test_the_home_of_a_finished_demo_says_so_instead_of_asking_for_a_key(terminal):
    terminal.secrets.set("stripe.key", "")
    with terminal.store() as store:
        store.marks.set(DEMO, "yes", 1)
    verdict = terminal.json("status")["verdict"]
    assert verdict["sentence"].startswith("A finished demo; its sandboxes have ended with it.")
    assert verdict["overall"] not in {"misconfigured", "stopped"}
