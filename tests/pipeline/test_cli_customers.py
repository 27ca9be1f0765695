"""`customers`: who is who, who may be whom, and whose words count."""

import pytest

from agent.domain.customers.compare import Agreed, Conflict
from agent.domain.customers.fields import NAME
from agent.domain.customers.kept import CustomerFilter, ErpNoted, Outcome, StripeCustomer
from agent.domain.customers.suggest import Advice, Reason, Suggestion
from agent.domain.settings import Values
from jobs.carry_out import CarryOut
from jobs.customers_commands import CustomerCommands
from tests.pipeline.cli_world import Terminal
from tests.unit.domain.customers import people

COMPANY = "EDU1"


@pytest.fixture
def terminal(tmp_path, clock):
    made = Terminal(tmp_path / "home", clock)
    made.set_up()
    made.run("config", "customer_links.enabled", "yes")
    return made


def code(number):
    return f"{number:015}"


def fill(terminal):
    """Customer 1 is linked, 2 has a conflict, 3 is refused, 4 may be cus_4, 5 would be new, 6 stays out."""
    now = terminal.clock.now()
    with terminal.store() as store:
        kept = store.customers
        kept.note_erp(COMPANY, [ErpNoted(code(n), "USD", people.syspro(f"Name {n}"), "", b"1") for n in range(1, 7)])
        there = [(StripeCustomer(f"cus_{n}", people.stripe(f"Stripe {n}")), "") for n in range(1, 5)]
        kept.note_stripe(COMPANY, there, now)
        for number in (1, 2, 3):
            kept.link(COMPANY, code(number), f"cus_{number}", party="", by="test", now=now)
        links = {one.customer: one for one in kept.due(COMPANY, 10, now)}
        agreed = {NAME: Agreed("a", "b")}
        kept.done(links[code(1)], Outcome("cus_1", agreed, {}, (), 0, {}, None), now)
        conflict = Conflict(NAME, "Name 2", "Stripe 2")
        kept.done(links[code(2)], Outcome("cus_2", agreed, {}, (conflict,), 0, {}, None), now)
        kept.refused(links[code(3)], "stripe.refused", "Stripe does not like it.")
        why = (Reason("name", 30, "Both are called so."),)
        kept.suggested(COMPANY, code(4), Suggestion(Advice.MATCH, "cus_4", 30, why, ambiguous=True))
        kept.suggested(COMPANY, code(5), Suggestion(Advice.NEW, reasons=why))
        kept.suggested(COMPANY, code(6), Suggestion(Advice.IGNORE, score=100, reasons=why))


def test_it_says_that_it_is_off(tmp_path, clock):
    terminal = Terminal(tmp_path / "home", clock)
    terminal.set_up()
    assert "config customer_links.enabled yes" in terminal.run("customers", "status").stdout
    assert terminal.json("customers", "status")["enabled"] is False


def test_the_status_counts_links_and_suggestions(terminal):
    assert "says the same on both sides" in terminal.run("customers", "status").stdout
    fill(terminal)
    assert "NEEDS YOU" in terminal.run("customers", "status").stdout
    assert terminal.json("customers", "status") == {
        "enabled": True,
        "links": {"in_step": 1, "waiting": 0, "conflict": 1, "refused": 1, "closed": 0},
        "suggestions": {"match": 1, "new": 1, "ignore": 1},
        "problem": None,
    }
    with terminal.store() as store, store.customers._connections.writing() as db:
        db.execute("DELETE FROM customer_links WHERE state <> 'in_step'")
    assert "customers suggestions" in terminal.run("customers", "status").stdout


def test_the_status_says_what_stops_the_customers(terminal):
    terminal.run("config", "customer_links.address_lines", '{"SoldToAddr1": "nowhere"}')
    told = terminal.json("customers", "status")["problem"]
    assert told["code"] == "customer_links.address_lines"
    said = " ".join(terminal.run("customers", "status").stdout.split())
    assert said.startswith("STOPPED")
    assert told["press"] in said
    terminal.run("config", "customer_links.enabled", "no")
    assert terminal.json("customers", "status")["problem"] is None


def test_links_are_listed_by_state_and_text_page_by_page(terminal):
    fill(terminal)
    assert "Stripe does not like it." in terminal.run("customers", "list").stdout
    rows = terminal.json("customers", "list", "--state", "conflict")["rows"]
    assert rows[0]["conflicts"] == [{"field": "name", "syspro": "Name 2", "stripe": "Stripe 2"}]
    assert [row["customer"] for row in terminal.json("customers", "list", "name 3")["rows"]] == [code(3)]
    assert f"customers list --after '{code(2)}'" in terminal.run("customers", "list", "--limit", "2").stdout
    assert [row["stripe_id"] for row in terminal.json("customers", "list", "--after", code(2))["rows"]] == ["cus_3"]
    assert "No such customer" in terminal.run("customers", "list", "nobody").stdout


def test_suggestions_are_listed_with_score_and_reasons(terminal):
    assert "Nothing is suggested." in terminal.run("customers", "suggestions").stdout
    fill(terminal)
    told = terminal.run("customers", "suggestions").stdout
    assert "Both are called so. Another one is as likely." in " ".join(told.split())
    (row,) = terminal.json("customers", "suggestions", "--advice", "match")["rows"]
    assert (row["stripe_id"], row["stripe_name"], row["score"]) == ("cus_4", "Stripe 4", 30)


def test_conflicts_are_listed_with_both_values(terminal):
    assert "changed nothing at once" in terminal.run("customers", "conflicts").stdout
    fill(terminal)
    told = terminal.run("customers", "conflicts").stdout
    assert "Name 2" in told
    assert "Stripe 2" in told
    assert terminal.json("customers", "conflicts")["rows"][0]["customer"] == code(2)


@pytest.mark.parametrize(
    ("arguments", "name", "told"),
    [
        (["run"], "customers", {"what": "changes"}),
        (["run", "--all"], "customers", {"what": "everything"}),
        (["accept", code(4)], "customers_link", {"customer": code(4), "stripe_id": "cus_4"}),
        (["accept", code(5)], "customers_link", {"customer": code(5), "stripe_id": ""}),
        (["accept", code(6)], "customers_ignore", {"customer": code(6)}),
        (["accept", "4", "--stripe", "cus_9"], "customers_link", {"customer": "4", "stripe_id": "cus_9"}),
        (["accept", "4", "--new"], "customers_link", {"customer": "4", "stripe_id": ""}),
        (["accept", "4", "--ignore"], "customers_ignore", {"customer": "4"}),
        (["accept-all"], "customers_accept_all", {"advice": "match", "least": "80"}),
        (["accept-all", "--advice", "new", "--least", "30"], "customers_accept_all", {"advice": "new", "least": "30"}),
        (["refuse", code(4)], "customers_refuse", {"customer": code(4), "stripe_id": "cus_4"}),
        (["refuse", "5", "--stripe", "cus_1"], "customers_refuse", {"customer": "5", "stripe_id": "cus_1"}),
        (["resolve", "2", "name", "--side", "stripe"], "customers_resolve",
         {"customer": "2", "field": "name", "side": "stripe"}),
        (["merge", "2", "1"], "customers_merge", {"gone": "2", "customer": "1"}),
        (["retry", "3"], "customers_retry", {"customer": "3"}),
    ],
)  # fmt: skip
def test_the_engine_is_told(terminal, arguments, name, told):
    fill(terminal)
    assert terminal.run("customers", *arguments).exit_code == 0
    with terminal.store() as store:
        while (command := store.commands.next()).name == "reload":
            store.commands.finish(command.id, result="", ok=True, now=1)
        assert (command.name, dict(command.arguments)) == (name, told)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["accept", code(1)], "Nothing is suggested"),
        (["accept", "1" * 40], "longer than"),
        (["refuse", code(5)], "No Stripe customer is suggested"),
    ],
)
def test_what_cannot_be_told_is_refused_at_once(terminal, arguments, said):
    fill(terminal)
    result = terminal.run("customers", *arguments)
    assert result.exit_code != 0
    assert said in result.stderr


def result(terminal, *arguments, **settings):
    """Tell the engine, and let it carry that out: ok, what it says, and what it woke."""
    assert terminal.run("customers", *arguments).exit_code == 0
    woken = []
    with terminal.store() as store:
        values = Values({"syspro.company": COMPANY, "customer_links.enabled": "yes"} | settings)
        further = CustomerCommands(store.customers, store.marks, values, woken.extend).does()
        CarryOut(
            store.commands, store.inbox, store.outbox, store.discrepancies, store.marks, terminal.clock, COMPANY,
            woken.extend, lambda: None, further=further,
        ).run()  # fmt: skip
        command = store.commands.get(max(row[0] for row in store.commands._connections.all("SELECT id FROM commands")))
    return command.ok, command.result, woken


def test_what_is_told_is_carried_out(terminal):
    fill(terminal)
    assert result(terminal, "run") == (True, "Started.", ["customers"])
    assert result(terminal, "retry", code(3)) == (True, f"{code(3)} is compared again.", ["customers"])
    assert result(terminal, "retry", "9")[:2] == (False, f"{code(9)} has no link.")
    assert result(terminal, "resolve", code(2), "email", "--side", "stripe")[0] is False
    assert "becomes what SYSPRO says" in result(terminal, "resolve", code(2), "name", "--side", "syspro")[1]
    assert "never suggested" in result(terminal, "refuse", code(4))[1]
    assert "becomes a new customer" in result(terminal, "accept", code(5))[1]
    assert "stays out of Stripe" in result(terminal, "accept", code(6))[1]
    assert "is linked to" in result(terminal, "accept", code(5), "--new")[1]


def test_many_suggestions_are_accepted_at_once_and_what_is_not_sure_stays(terminal):
    fill(terminal)
    now, why = terminal.clock.now(), (Reason("name", 90, "Both are called so."),)
    with terminal.store() as store:
        kept = store.customers
        kept.note_erp(COMPANY, [ErpNoted(code(n), "USD", people.syspro(f"Name {n}"), "", b"1") for n in range(7, 13)])
        kept.note_stripe(COMPANY, [(StripeCustomer(f"cus_{n}", people.stripe("X")), "") for n in range(7, 11)], now)
        for number, there, score in ((7, 7, 90), (8, 8, 80), (9, 9, 79), (11, 10, 95), (12, 10, 95)):
            kept.suggested(COMPANY, code(number), Suggestion(Advice.MATCH, f"cus_{there}", score, why))
        kept.suggested(COMPANY, code(10), Suggestion(Advice.NEW, reasons=why))
        kept.link(COMPANY, code(9), "", party="", by="test", now=now)
    told = result(terminal, "accept-all")
    assert told == (True, "2 suggestions are accepted.", ["customers"])
    assert result(terminal, "accept-all", "--advice", "new")[1] == "2 suggestions are accepted."
    assert result(terminal, "accept-all", "--advice", "ignore")[1] == "1 suggestion is accepted."
    with terminal.store() as store:
        linked = {number: store.customers.linked(COMPANY, code(number)) for number in (7, 8, 11)}
        left = {row.customer for row in store.customers.suggestions(COMPANY, CustomerFilter())}
    assert linked == {7: "cus_7", 8: "cus_8", 11: None}
    # Ambiguous, and two that are one another's rivals.
    assert left == {code(4), code(11), code(12)}


def test_what_cannot_be_accepted_stays_and_is_counted(terminal):
    fill(terminal)
    with terminal.store() as store:
        kept, why = store.customers, (Reason("name", 90, "Both are called so."),)
        # Linked meanwhile to somebody else: cus_1 is taken.
        kept.suggested(COMPANY, code(4), Suggestion(Advice.MATCH, "cus_1", 90, why))
    assert result(terminal, "accept-all")[1] == "0 suggestions are accepted. 1 could not be, and stay for you."


def test_nothing_is_done_while_it_is_off(terminal):
    ok, said, woken = result(terminal, "run", **{"customer_links.enabled": "no"})
    assert (ok, woken, "not kept" in said) == (False, [], True)


def test_what_waits_for_a_person_is_in_the_status_of_the_agent(terminal):
    fill(terminal)
    told = " ".join(terminal.run("status").stdout.split())
    assert "name: SYSPRO 'Name 2', Stripe 'Stripe 2'" in told
    assert f"customers resolve {code(2)} name --side" in told
    assert f"customers retry {code(3)}" in told
