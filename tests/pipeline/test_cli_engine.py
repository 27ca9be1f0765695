"""`run`, `once`, `check` and `demo` over an outside world of the tests."""

import json
import signal
import threading

import pytest
from filelock import FileLock

from agent.bootstrap import LOCK
from agent.cli.surroundings import Surroundings
from agent.demo_result import DemoResult
from agent.domain.documents import State
from agent.domain.errors import Misconfigured, Problem, Transient, Unavailable
from agent.domain.marks import DEMO
from agent.domain.money import Money
from agent.once import run_once
from agent.ports import Permission
from connectors.sandbox.buyer import Buyer
from tests.pipeline.cli_world import STRIPE_KEY, FakeProbe, FakeStripe, FakeSyspro, Terminal
from tests.store.builders import apply, moved, receipt

NOT_SET_UP = "Not set up yet: syspro.base_url, syspro.operator, syspro.company, stripe.key."


@pytest.fixture
def terminal(tmp_path, clock):
    made = Terminal(tmp_path / "home", clock)
    made.set_up()
    return made


def with_a_receipt(terminal):
    """One receipt waits, and Stripe's journal and balance know it."""
    with terminal.store() as store:
        store.ledger.store([moved(1, minor=100, source="ch_1")], terminal.clock.now())
        apply(store, receipt("ch_1", minor=100))
    terminal.stripe = FakeStripe(terminal.clock, {"usd": Money(100, "usd")})


# ---------------------------------------------------------------- once


def test_once_posts_what_is_due_and_proves_it(terminal):
    with_a_receipt(terminal)
    found = terminal.json("once")
    assert {job["name"]: job["done"] for job in found["jobs"]}["post"] == 1
    assert found["proof"][0]["difference_minor"] == 0
    assert found["ok"]


def test_once_does_its_jobs_in_the_order_in_which_work_flows(terminal):
    names = [job["name"] for job in terminal.json("once")["jobs"]]
    assert names == [
        "commands",
        "poll",
        "sweep",
        "disputes",
        "habits",
        "allocate",
        "translate",
        "days",
        "customers",
        "post",
        "resolve",
        "write_back",
        "catalogue",
        "requests",
        "periods",
        "certify",
        "prove",
    ]


def test_once_carries_out_what_people_asked_for(terminal):
    terminal.run("pause")
    with_a_receipt(terminal)
    result = terminal.run("once")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Paused; `syspro-stripe resume` goes on.\n"
    with terminal.store() as store:
        assert store.outbox.get(1).state is State.PENDING
    terminal.run("resume")
    terminal.run("once")
    with terminal.store() as store:
        assert store.outbox.get(1).state is State.POSTED


def test_a_pass_that_is_asked_to_stop_leaves_the_rest(terminal):
    with_a_receipt(terminal)
    with Surroundings(terminal.secrets, terminal.clock, terminal.connect).home(terminal.path) as home:
        done = run_once(home, stopping=lambda: True)
        assert not any(job.done for job in done)
        assert home.store.outbox.get(1).state is State.PENDING


def test_a_pass_tells_how_far_it_is(terminal):
    with_a_receipt(terminal)
    told = []
    with Surroundings(terminal.secrets, terminal.clock, terminal.connect).home(terminal.path) as home:
        run_once(home, progress=lambda *step: told.append(step))
    assert ("post", 1, 1) in told


def test_once_is_a_table_for_people(terminal):
    with_a_receipt(terminal)
    result = terminal.run("once")
    assert result.exit_code == 0
    assert "Everything that could be done is done." in result.stdout


def test_once_says_what_stopped_a_job(terminal, log_watch):
    log_watch.expect("job stopped early")
    with_a_receipt(terminal)
    terminal.syspro = FakeSyspro(Unavailable(Problem("No seat", "No seat of SYSPRO is free.", code="syspro.seats")))
    result = terminal.run("once")
    assert result.exit_code == 1
    assert "No seat of SYSPRO is free." in " ".join(result.stdout.split())


def test_once_leaves_a_home_alone_that_has_an_engine(terminal):
    with FileLock(terminal.path / LOCK):
        result = terminal.run("once")
    assert result.exit_code == 3
    assert "An engine is running already" in result.stderr
    assert "leave it running" in result.stderr


def test_once_gives_the_right_to_post_back(terminal):
    terminal.run("once")
    with terminal.store() as store:
        assert store.lease.read().released


def test_once_does_not_post_from_the_database_of_another_machine(terminal):
    with terminal.store() as store:
        store.lease.hold("engine-1", "another machine", "EDU1", now=terminal.clock.now(), ttl_s=60)
    result = terminal.run("once")
    assert result.exit_code == 3
    assert "take over here" in result.stderr


@pytest.mark.parametrize("command", ["once", "check"])
def test_nothing_is_tried_before_it_is_set_up(tmp_path, clock, command):
    result = Terminal(tmp_path / "fresh", clock).run(command)
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == (
        f"{NOT_SET_UP} Set each with `syspro-stripe config NAME VALUE`, a secret with `syspro-stripe config NAME --secret`.\n"
    )


@pytest.mark.parametrize("command", ["once", "reconcile"])
def test_what_would_ask_the_sandboxes_of_a_demo_says_why_it_cannot(tmp_path, clock, command):
    terminal = Terminal(tmp_path / "fresh", clock)
    with terminal.store() as store:
        store.marks.set(DEMO, "yes", clock.now())
    result = terminal.run(command)
    assert (result.exit_code, result.stdout) == (3, "")
    assert "belongs to a demo" in result.stderr
    assert "stripe.key" not in result.stderr


def test_the_log_of_a_pass_is_json_without_secrets(terminal):
    with_a_receipt(terminal)
    terminal.run("once")
    lines = (terminal.path / "logs" / "agent.log").read_text("utf-8").splitlines()
    posted = next(line for line in map(json.loads, lines) if line.get("job") == "post")
    assert (posted["level"], posted["message"], posted["done"]) == ("INFO", "job done", 1)
    assert STRIPE_KEY not in "".join(lines)


# ---------------------------------------------------------------- run


def stop_when(condition):
    """Ask this process to end, as Ctrl+C would, as soon as `condition` holds."""

    def watch():
        tick = threading.Event()
        for _ in range(3000):
            if condition():
                break
            tick.wait(0.01)
        signal.raise_signal(signal.SIGINT)

    thread = threading.Thread(target=watch)
    thread.start()
    return thread


def engine_has_posted(terminal):
    def posted():
        with terminal.store() as store:
            return store.outbox.counts()[State.POSTED] == 1

    return posted


def test_run_posts_until_it_is_asked_to_stop(terminal):
    with_a_receipt(terminal)
    watching = stop_when(engine_has_posted(terminal))
    result = terminal.run("run")
    watching.join()
    first, last = result.stdout.splitlines()
    assert result.exit_code == 0
    assert "Ctrl+C stops it" in first
    assert last == "The engine has stopped; what was in hand is finished."
    with terminal.store() as store:
        assert store.lease.read().released


def test_a_second_engine_does_not_start(terminal):
    with FileLock(terminal.path / LOCK):
        result = terminal.run("run")
    assert result.exit_code == 3
    assert "An engine is running already" in result.stderr


# ---------------------------------------------------------------- check


def test_check_shows_what_was_granted(terminal):
    result = terminal.run("check")
    assert result.exit_code == 0
    assert "charges_read" in result.stdout


def test_a_missing_right_is_named_with_what_needs_it(terminal):
    terminal.probes += (FakeProbe(Permission("SORTOI", "Sales orders", granted=False, message="Not licensed.")),)
    result = terminal.run("check")
    assert result.exit_code == 1
    assert "Sales orders" in result.stdout
    assert "Not licensed." in result.stdout


@pytest.mark.parametrize(("error", "code"), [(Transient, 4), (Misconfigured, 3)])
def test_a_connection_that_fails_does_not_hide_the_other(terminal, error, code):
    terminal.probes = (FakeProbe(error=error(Problem("SYSPRO", "It did not answer.", "Look.", "x"))), *terminal.probes)
    result = terminal.run("check", "--json")
    assert result.exit_code == code
    rights = json.loads(result.stdout)["rights"]
    assert [(right["name"], right["message"]) for right in rights] == [
        ("SYSPRO", "It did not answer. Look."),
        ("charges_read", ""),
        ("Audit trail", "whole"),
    ]


def test_check_finds_an_audit_trail_that_was_altered(terminal):
    assert "whole" in terminal.run("check").stdout
    with terminal.store() as store, store._connections.writing() as db:
        db.execute("DROP TRIGGER audit_never_changes")
        db.execute("UPDATE audit SET detail = 'nothing' WHERE id = 2")
    result = terminal.run("check")
    assert result.exit_code == 1
    assert "proves that nothing was altered" in result.stdout
    assert "altered rows: 1." in " ".join(result.stdout.split())


# ---------------------------------------------------------------- demo


def demo_that(ok, asked):
    def demo(home, **options):
        options.pop("progress")("Trading", 1, 2)
        asked.update(options)
        return DemoResult({"charges": options["charges"], "books": []}, ok, ["17 sales orders are in SYSPRO."])

    return demo


@pytest.mark.parametrize(("ok", "code"), [(True, 0), (False, 1)])
def test_the_demo_ends_with_one_json_object(terminal, ok, code):
    asked = {}
    terminal.demo = demo_that(ok, asked)
    result = terminal.run("demo", "--headless", "--charges", "7", "--seed", "3", "--faults", "--json")
    assert result.exit_code == code
    assert json.loads(result.stdout.splitlines()[-1]) == {"charges": 7, "books": []}
    assert asked == {
        "charges": 7,
        "seed": 3,
        "faults": True,
        "template": "web-shop",
        "payouts": "journal",
        "stay": None,
    }


@pytest.mark.parametrize(
    ("words", "template"),
    [(["--template", "donations"], "donations"), (["--mode", "summary"], "summary-journal")],
)
def test_the_demo_plays_the_template_that_is_asked_for(terminal, words, template):
    asked = {}
    terminal.demo = demo_that(True, asked)
    assert terminal.run("demo", "--headless", *words).exit_code == 0
    assert asked["template"] == template


def test_the_demo_plays_one_template(terminal):
    result = terminal.run("demo", "--mode", "orders", "--template", "donations")
    assert result.exit_code == 2
    assert "Give only one of --template and --mode." in result.stderr


def test_only_a_company_that_sells_stock_has_a_portal(terminal):
    result = terminal.run("demo", "--portal", "--template", "donations")
    assert (result.exit_code, "sells in the portal" in result.stderr) == (2, True)


def test_a_demo_with_a_portal_ends_when_a_part_of_it_has_ended(terminal):
    looks = []

    def check():
        looks.append(1)
        raise Misconfigured(Problem("Ended", "`syspro-stripe run` ended by itself.", "Start it again.", "x"))

    def demo(home, *, stay, **_):
        stay(DemoResult({"books": []}, True, []), Buyer("http://127.0.0.1:1", "token"), check)
        raise AssertionError("The portal waits on without its engine.")

    terminal.demo = demo
    result = terminal.run("demo", "--portal")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        3,
        "`syspro-stripe run` ended by itself. Start it again.",
    )
    assert "http://127.0.0.1:1/" in result.stdout
    assert looks == [1]


def test_the_demo_tells_people_in_sentences(terminal):
    terminal.demo = demo_that(True, {})
    assert "17 sales orders are in SYSPRO." in terminal.run("demo").stdout
