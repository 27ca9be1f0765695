"""`requests`: how the invoices that are asked for stand, each with its link, and asking again."""

import json

import pytest

from agent.domain.codec import dumps
from agent.domain.marks import REQUESTS
from agent.domain.requests.kept import Course, Noted, RequestFilter, Standing
from agent.domain.requests.link import Ask, PayLink
from agent.domain.settings import Values
from jobs.carry_out import CarryOut
from jobs.requests_commands import RequestCommands
from tests.pipeline.cli_world import Terminal

COMPANY, OWNER = "EDU1", "000000000000001"


@pytest.fixture
def terminal(tmp_path, clock):
    made = Terminal(tmp_path / "home", clock)
    made.set_up()
    made.run("config", "requests.enabled", "yes")
    made.run("config", "requests.customers", "1")
    return made


def fill(terminal):
    """One that can be paid, one that waits, one that was paid, one refused, one that is not asked for."""
    now = terminal.clock.now()
    with terminal.store() as store:
        requests = store.requests
        ask = Ask(48215, "usd", "Invoice")
        noted = [Noted(OWNER, f"00{number}", b"1", ask, "") for number in range(1, 5)]
        requests.note(COMPANY, [*noted, Noted(OWNER, "005", b"1", None, "Invoice 005 has nothing open.")], now)
        due = {one.invoice: one for one in requests.due(COMPANY, 10, now)}
        requests.done(COMPANY, due["001"], [PayLink("plink_1", "https://pay.example.com/1", ask)], now)
        requests.done(COMPANY, due["003"], [PayLink("plink_3", "u3", ask, active=False, paid=True)], now)
        requests.refused(COMPANY, due["004"], "Stripe does not like it.", now)


def test_it_says_that_it_is_off(tmp_path, clock):
    terminal = Terminal(tmp_path / "home", clock)
    terminal.set_up()
    assert "config requests.enabled yes" in terminal.run("requests", "status").stdout
    assert terminal.json("requests", "status")["enabled"] is False


def test_the_status_counts_and_says_what_to_do(terminal):
    assert "IN STEP" in terminal.run("requests", "status").stdout
    fill(terminal)
    assert "WRITING" in terminal.run("requests", "status").stdout
    with terminal.store() as store:
        (due,) = store.requests.due(COMPANY, 10, terminal.clock.now())
        store.requests.done(COMPANY, due, [], terminal.clock.now())
    assert "requests retry INVOICE" in terminal.run("requests", "status").stdout.replace("\n", " ")
    counts = {"open": 2, "waiting": 0, "paid": 1, "refused": 1, "closed": 1}
    assert terminal.json("requests", "status")["counts"] == counts
    terminal.run("config", "requests.customers", "")
    assert "No customer is chosen" in terminal.run("requests", "status").stdout


def test_a_customer_code_that_is_too_long_is_refused_when_it_is_said(terminal):
    refused = terminal.run("config", "requests.customers", "1, 1234567890123456")
    assert refused.exit_code != 0
    assert "requests.customers: The key '1234567890123456' is longer than 15" in refused.stdout + refused.stderr
    with terminal.store() as store:
        assert store.settings.all()["requests.customers"] == "1"
    # How long a code may be is the site's own.
    terminal.run("config", "keys.customer_length", "10")
    assert terminal.run("config", "requests.customers", "12345678901").exit_code != 0
    assert terminal.run("config", "requests.customers", "1234567890, *").exit_code == 0


def test_the_status_says_what_stops_the_requests(terminal):
    terminal.run("config", "requests.customers", "123456789012345")
    terminal.run("config", "keys.customer_length", "10")
    told = " ".join(terminal.run("requests", "status").stdout.split())
    assert "STOPPED" in told
    assert "'123456789012345' is longer than 10 characters. Correct requests.customers." in told
    assert terminal.json("requests", "status")["problem"]["code"] == "requests.customers"
    terminal.run("config", "requests.enabled", "no")
    assert terminal.json("requests", "status")["problem"] is None


def test_the_status_says_what_ended_the_last_round(terminal):
    problem = {"title": "SYSPRO did not answer", "message": "Nothing was read.", "press": "", "code": "x"}
    with terminal.store() as store:
        kept = {"at": 1, "done": 0, "problem": problem}
        store.marks.set("job.requests", json.dumps(kept), terminal.clock.now())
    assert "STOPPED SYSPRO did not answer. Nothing was read." in " ".join(
        terminal.run("requests", "status").stdout.split()
    )


def test_the_status_names_customers_that_syspro_does_not_have(terminal):
    unknown = tuple(f"99{number}" for number in range(12))
    with terminal.store() as store:
        store.marks.set(REQUESTS, dumps(Course(scanned_at=1, swept_at=1, unknown=unknown)), terminal.clock.now())
    told = " ".join(terminal.run("requests", "status").stdout.split())
    assert "NEEDS YOU" in told
    assert "SYSPRO has no customer 990, 991," in told
    assert "and 2 more: correct requests.customers" in told
    assert terminal.json("requests", "status")["unknown"] == list(unknown)


def test_each_invoice_is_listed_with_its_link(terminal):
    fill(terminal)
    assert "482.15 USD" in terminal.run("requests", "list").stdout
    (row,) = terminal.json("requests", "list", "--state", "open")["rows"]
    assert (row["invoice"], row["url"], row["link"]) == ("001", "https://pay.example.com/1", "plink_1")
    (paid,) = terminal.json("requests", "list", "--state", "paid")["rows"]
    assert (paid["url"], paid["link"]) == ("", "plink_3")
    assert terminal.json("requests", "list", "--state", "refused")["rows"][0]["reason"] == "Stripe does not like it."
    assert terminal.json("requests", "list", "--state", "closed")["rows"][0]["amount"] == ""
    assert [one["invoice"] for one in terminal.json("requests", "list", "002")["rows"]] == ["002"]
    first = terminal.run("requests", "list", "--limit", "4").stdout.replace("\n", " ")
    assert f"requests list --after {OWNER} 004" in first
    assert [one["invoice"] for one in terminal.json("requests", "list", "--after", OWNER, "004")["rows"]] == ["005"]
    assert "no such invoice" in terminal.run("requests", "list", "nothing").stdout


def test_what_open_invoices_become_is_one_of_two(terminal):
    refused = terminal.run("config", "requests.as", "letter")
    assert refused.exit_code != 0
    assert "payment_link" in refused.stdout + refused.stderr
    assert terminal.run("config", "requests.as", "invoice").exit_code == 0


def result(terminal, *arguments, **settings):
    """Type a command and have it carried out; return whether it was, what came of it, and what was woken."""
    number, woken = terminal.json("requests", *arguments)["command"], []
    values = Values({"syspro.company": COMPANY, "requests.enabled": "yes"} | settings)
    with terminal.store() as store:
        further = RequestCommands(store.requests, store.marks, values, woken.extend).does()
        CarryOut(
            store.commands, store.inbox, store.outbox, store.discrepancies, store.marks, terminal.clock, COMPANY,
            woken.extend, lambda: None, further=further,
        ).run()  # fmt: skip
        command = store.commands.get(number)
    return command.ok, command.result, woken


def test_what_is_told_is_carried_out(terminal):
    fill(terminal)
    assert result(terminal, "run") == (True, "Started.", ["requests"])
    assert result(terminal, "run", "--all")[0]
    with terminal.store() as store:
        assert store.marks.get("requests.wanted") == "everything"
    assert result(terminal, "retry", "4")[:2] == (
        True,
        "Stripe is looked at, and invoice 4 is asked for over what is open in SYSPRO.",
    )
    assert result(terminal, "retry", "003")[0]
    assert "is not asked for" in result(terminal, "retry", "005")[1]
    assert {row["invoice"] for row in terminal.json("requests", "list", "--state", "waiting")["rows"]} == {
        "002", "003", "004",
    }  # fmt: skip


def test_of_two_customers_with_an_invoice_of_the_same_number_the_one_that_is_named_is_asked_again(terminal):
    fill(terminal)
    with terminal.store() as store:
        now, ask = terminal.clock.now(), Ask(100, "usd", "Invoice")
        store.requests.note(COMPANY, [Noted("OTHER", "003", b"1", ask, "")], now)
        (due,) = [one for one in store.requests.due(COMPANY, 10, now) if one.customer == "OTHER"]
        store.requests.done(COMPANY, due, [PayLink("plink_9", "u9", ask, active=False, paid=True)], now)
        assert store.requests.again(COMPANY, "003", now, customer="OTHER")
        paid = store.requests.rows(COMPANY, RequestFilter(Standing.PAID))
    assert [one.customer for one in paid] == [OWNER]


def test_nothing_is_done_while_it_is_off(terminal):
    ok, said, woken = result(terminal, "run", **{"requests.enabled": "no"})
    assert (ok, woken, "are off" in said) == (False, [], True)


def test_what_stripe_refused_is_in_the_status_of_the_agent(terminal):
    fill(terminal)
    told = " ".join(terminal.run("status").stdout.split())
    assert "Stripe does not like it." in told
    assert "requests retry 004" in told
    terminal.run("config", "requests.enabled", "no")
    assert "Stripe does not like it." not in terminal.run("status").stdout
