"""`template`: one is picked and answered at a terminal, as one mapping revision that can be taken back."""

import pytest

from agent.cli.exits import ExitCode
from tests.pipeline.cli_world import Terminal

ANSWERS = {
    "clearing_bank": "usd=STRIPE-USD",
    "clearing_account": "usd=1310-000",
    "bank_account": "1010-000",
    "sales": "4700-000",
    "sales_returns": "4990-000",
    "fees": "6110-000",
    "held_money": "1410-000",
    "dispute_losses": "6200-000",
    "differences": "7100-000",
}


@pytest.fixture
def terminal(tmp_path, clock):
    terminal = Terminal(tmp_path / "home", clock)
    terminal.set_up()
    return terminal


def typed(**changes):
    answers = ANSWERS | changes
    return [part for name, text in answers.items() if text for part in ("--answer", f"{name}={text}")]


def setting(terminal, name):
    return terminal.json("config", name)["value"]


def test_the_templates_are_listed_with_whom_they_are_for(terminal):
    rows = terminal.json("template", "list")
    assert [row["name"] for row in rows] == [
        "b2b-invoices", "donations", "subscriptions", "summary-journal", "web-shop",
    ]  # fmt: skip
    assert rows[3]["settings"] == {"posting.mode": "summary", "posting.summary": "payout"}
    assert "One journal for each payout" in " ".join(terminal.run("template", "list").stdout.split())


def test_a_template_is_shown_with_its_questions_and_what_is_set_already(terminal):
    rows = {row["name"]: row for row in terminal.json("template", "show", "summary-journal")["questions"]}
    assert rows["clearing_bank"]["present"] == '{"usd": "STRIPE-USD"}'
    assert rows["fee_tax"] | {"ask": "", "present": ""} == {
        "name": "fee_tax",
        "ask": "",
        "settings": ["accounts.ledger:fee.tax", "accounts.ledger:fee.tax_fee"],
        "kind": "text, or one for each currency",
        "choices": [],
        "required": False,
        "default": "",
        "such_as": "1350-000",
        "present": "",
    }
    printed = terminal.run("template", "show", "summary-journal").stdout
    assert "Sets posting.mode to summary" in printed
    assert "(as set)" in printed
    assert 'Use it: syspro-stripe template use summary-journal --answer "clearing_account=..."' in printed
    assert "hold, on_account" in " ".join(terminal.run("template", "show", "b2b-invoices").stdout.split())


def test_a_template_with_its_answers_is_one_revision_in_the_persons_name(terminal):
    result = terminal.run("template", "use", "summary-journal", *typed(), "--comment", "As agreed")
    assert result.exit_code == 0, result.stderr
    assert "Setting posting.mode: 'orders' -> 'summary'" in result.stdout
    assert "Revision 1 is in force." in result.stdout
    [revision] = terminal.json("mapping", "history")
    assert (revision["number"], revision["comment"]) == (1, "As agreed")
    assert revision["author"]
    assert setting(terminal, "posting.mode") == "summary"
    again = terminal.run("template", "use", "summary-journal")
    assert "Nothing is different." in again.stdout
    assert len(terminal.json("mapping", "history")) == 1


def test_another_template_keeps_the_answers_and_rolling_back_takes_it_back(terminal):
    terminal.run("template", "use", "summary-journal", *typed())
    more = {"guests": "usd=GUEST", "invoice_class": "WEB", "credit_class": "RTN"}
    changed = terminal.json("template", "use", "donations", *[f"--answer={name}={text}" for name, text in more.items()])
    assert changed["number"] == 2
    assert "Setting customers.policy: 'create' -> 'guest'" in changed["lines"]
    assert (
        terminal.json("mapping", "history")[0]["comment"] == "Template donations: Donations, or services without stock"
    )
    assert terminal.run("mapping", "rollback", "1").exit_code == 0
    assert (setting(terminal, "posting.mode"), setting(terminal, "customers.policy")) == ("summary", "create")


def test_a_draft_of_a_template_is_put_in_force_later(terminal):
    result = terminal.run("template", "use", "summary-journal", *typed(), "--draft")
    assert "It is in the draft" in result.stdout
    assert setting(terminal, "posting.mode") == "orders"
    assert terminal.json("mapping", "history") == []
    assert terminal.run("mapping", "apply").exit_code == 0
    assert setting(terminal, "posting.mode") == "summary"


def test_a_mode_can_begin_on_a_day(terminal):
    terminal.run("template", "use", "summary-journal", *typed(), "--from", "2027-01-01")
    assert setting(terminal, "posting.mode") == "orders"
    assert setting(terminal, "posting.modes_from") == '{"2027-01-01": "summary"}'


REFUSED = {
    "a missing answer": (
        ["summary-journal", *typed(fees="")],
        "Template summary-journal: fees is not answered. Which ledger code takes Stripe's fees? Such as 6110-000.",
    ),
    "a wrong answer": (
        ["summary-journal", *typed(clearing_account="1310-000")],
        "clearing_account: '1310-000' is no entry of a table; one reads usd=STRIPE-USD",
    ),
    "an unknown template": (["webshop"], "There is no template webshop; there are b2b-invoices, donations,"),
}


@pytest.mark.parametrize(("arguments", "told"), REFUSED.values(), ids=REFUSED)
def test_a_template_that_cannot_be_used_changes_nothing(terminal, arguments, told):
    result = terminal.run("template", "use", *arguments)
    assert result.exit_code == ExitCode.NEEDS_PERSON
    assert told in result.stderr
    assert terminal.json("mapping", "history") == []
    assert setting(terminal, "posting.mode") == "orders"


def test_a_template_that_does_not_go_with_the_sites_own_flows_is_refused(terminal):
    assert terminal.run("flows", "copy", "charge-to-summary", "my-summary").exit_code == 0
    assert terminal.run("flows", "off", "charge-to-summary").exit_code == 0
    assert terminal.run("flows", "on", "my-summary").exit_code == 0
    result = terminal.run("template", "use", "summary-journal", *typed())
    assert result.exit_code == ExitCode.NEEDS_PERSON
    assert "are two posting modes for the same money" in result.stderr


@pytest.mark.parametrize(
    ("answers", "told"),
    [(["fees"], "An answer reads NAME=VALUE"), (["fees=1", "fees=2"], "fees is answered twice.")],
)
def test_answers_that_are_none_are_wrong_usage(terminal, answers, told):
    result = terminal.run("template", "use", "web-shop", *[f"--answer={answer}" for answer in answers])
    assert result.exit_code == ExitCode.WRONG_USAGE
    assert told in result.stderr


def test_answers_are_asked_for_at_the_terminal_until_they_fit(terminal):
    keys = ["", "1310-000", "usd=1310-000", "1010-000", "4990-000", "6110-000", "", "1410-000", "6200-000", "7100-000"]
    lines = "\n".join(keys) + "\n"
    result = terminal.run("template", "use", "summary-journal", "--ask", "--answer", "sales=4700-000", typed=lines)
    assert result.exit_code == 0, result.stderr
    assert "clearing_account: " in result.stderr
    assert "Error: '1310-000' is no entry of a table; one reads usd=STRIPE-USD" in result.stderr
    assert setting(terminal, "receipts.bank") == '{"usd": "STRIPE-USD"}'
    assert setting(terminal, "receipts.ledger_code") == '{"usd": "1310-000"}'
    assert "fee.tax" not in setting(terminal, "accounts.ledger")


def test_asking_begins_with_what_the_draft_says(terminal):
    terminal.run("template", "use", "summary-journal", *typed(), "--draft")
    result = terminal.run("template", "use", "summary-journal", "--ask", "--draft", typed="\n" * 20)
    assert result.exit_code == 0, result.stderr
    assert "[7100-000]" in result.stderr
    assert "Nothing is different." in result.stdout


def test_asking_that_is_broken_off_changes_nothing(terminal):
    result = terminal.run("template", "use", "summary-journal", "--ask", typed="")
    assert result.exit_code == ExitCode.NEEDS_PERSON
    assert setting(terminal, "posting.mode") == "orders"
