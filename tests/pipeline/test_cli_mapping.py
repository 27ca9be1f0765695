"""`flows` and `mapping`: flows are data that a person changes, and every change is a revision."""

import re

import pytest
from click.testing import CliRunner

from agent.cli import main
from agent.domain.kinds import Kind
from tests.pipeline.cli_world import Terminal

SHOP_FLOWS = [
    "charge-to-invoice", "charge-to-order", "charge-to-receipt", "charge-to-summary", "day-to-journal",
    "dispute-to-journal", "movement-to-journal", "payout-to-bank", "receipt-to-invoice", "refund-to-credit",
]  # fmt: skip

HELD = """
[[holds]]
when = { any = [{ field = "payment.amount.minor", over = 100000 }, { field = "payment.weekday", one_of = [6, 7] }] }
code = "big_or_weekend"
reason = "{payer.name} paid {payment.amount}, which somebody wants to see first."

[[gates]]"""


@pytest.fixture
def terminal(tmp_path, clock):
    terminal = Terminal(tmp_path / "home", clock)
    terminal.set_up()
    return terminal


def exported(terminal, tmp_path, name="charge-to-order"):
    target = tmp_path / "flow.toml"
    assert terminal.run("flows", "export", name, "--to", str(target)).exit_code == 0
    return target


def names(terminal, *options):
    return [row["name"] for row in terminal.json("flows", "list", *options)]


def revisions(terminal):
    return terminal.json("mapping", "history")


def test_the_shipped_flows_are_listed_before_anything_was_changed(terminal):
    assert names(terminal) == SHOP_FLOWS
    assert "A payment becomes a customer, a sales order and a receipt" in terminal.run("flows", "list").stdout
    assert revisions(terminal) == []


def test_a_flow_is_shown_with_its_conditions_as_rows(terminal):
    shown = terminal.json("flows", "show", "charge-to-order")
    assert shown["gates"][1]["rows"] == {"all": [{"field": "payment.status", "is": "failed"}]}
    assert shown["steps"][0]["fields"]["Email"] == "payer.email then trim"
    printed = terminal.run("flows", "show", "charge-to-order").stdout
    assert "stock line, StockCode" in printed
    assert "The payment failed, so no money moved." in printed


def test_parts_that_are_switched_off_are_shown_as_that(terminal, tmp_path):
    target = exported(terminal, tmp_path)
    text = target.read_text("utf-8")
    for part in ("[[gates]]", "[[steps]]"):
        text = text.replace(f"\n{part}\n", f"\n{part}\noff = true\n", 1)
    target.write_text(
        text.replace("\n[[gates]]", f"{HELD.replace('[[gates]]', '')}off = true\n\n[[gates]]", 1), "utf-8"
    )
    assert terminal.run("flows", "import", str(target)).exit_code == 0
    shown = terminal.json("flows", "show", "charge-to-order")
    assert [gate["off"] for gate in shown["gates"][:2]] == [True, False]
    assert [hold["off"] for hold in shown["holds"]] == [True]
    assert [step["off"] for step in shown["steps"]][:2] == [True, False]
    printed = terminal.run("flows", "show", "charge-to-order").stdout
    assert "customer (payer), switched off" in printed
    assert printed.count(" off ") >= 2


def test_a_flow_is_exported_changed_and_imported_as_a_revision(terminal, tmp_path):
    target = exported(terminal, tmp_path)
    target.write_text(target.read_text("utf-8").replace("\n[[gates]]", HELD, 1), "utf-8")
    result = terminal.run("flows", "import", str(target), "--comment", "Look at the big ones")
    assert result.exit_code == 0, result.stderr
    assert (
        "Flow charge-to-order: hold big_or_weekend, when: (nothing) -> payment.amount.minor > 100000" in result.stdout
    )
    assert "Revision 1 is in force." in result.stdout
    [revision] = revisions(terminal)
    assert (revision["number"], revision["comment"]) == (1, "Look at the big ones")
    assert revision["author"]
    again = terminal.run("flows", "export", "charge-to-order").stdout
    assert again == target.read_text("utf-8")
    assert {row["name"] for row in terminal.json("flows", "list") if not row["shipped"]} == {"charge-to-order"}
    assert terminal.run("flows", "show", "charge-to-order").stdout.count("approval") == 1


def test_flows_are_copied_ordered_switched_and_removed(terminal):
    assert "added, switched off" in terminal.run("flows", "copy", "charge-to-order", "gift-cards").stdout
    assert names(terminal)[:3] == ["charge-to-invoice", "charge-to-order", "gift-cards"]
    terminal.run("flows", "order", "gift-cards")
    assert names(terminal)[0] == "gift-cards"
    terminal.run("flows", "off", "charge-to-order")
    assert "switched on" in terminal.run("flows", "on", "gift-cards").stdout
    states = {row["name"]: row["on"] for row in terminal.json("flows", "list")}
    assert (states["gift-cards"], states["charge-to-order"]) == (True, False)
    assert "Nothing is different." in terminal.run("flows", "on", "gift-cards").stdout
    terminal.run("flows", "remove", "gift-cards")
    assert "gift-cards" not in names(terminal)
    assert [row["number"] for row in revisions(terminal)] == [5, 4, 3, 2, 1]
    with terminal.store() as store:
        assert store.commands.next().name == "reload"


BAD = {
    "broken TOML": (lambda text: text.replace("format = 1", "format ="), "The flow is no TOML: .*line 2"),
    "no text": (lambda _: b"\xff\xfe", "no text in UTF-8"),
    "a file without end": (lambda _: "#" * 1_000_001, "more than 1,000,000 bytes"),
    "a newer version": (lambda text: text.replace("format = 1", "format = 9"), "format 9 is newer than 1"),
    "an unknown field": (
        lambda text: text.replace("payment.status ==", "payment.statsu =="),
        r"gate 1: there is no field 'payment.statsu' \(line 1, column 1\); is 'payment.status' meant",
    ),
    "a wrong type": (
        lambda text: text.replace(
            'PaymentValue = { path = "payment.amount" }', 'PaymentValue = { path = "payer.name" }'
        ),
        r"step 5 \(receipt\), PaymentValue: takes an amount",
    ),
    "a missing required target": (
        lambda text: text.replace('PaymentValue = { path = "payment.amount" }\n', ""),
        r"step 5 \(receipt\): the required field PaymentValue has no rule",
    ),
    "two posting modes for the same money": (
        lambda text: text.replace('name = "charge-to-order"', 'name = "other"'),
        "two posting modes for the same money",
    ),
    "look-ups in a circle": (
        lambda text: text.replace(
            "\n[[gates]]",
            '\n[values]\na = { lookup = "value.b", key = "payer.id" }\nb = { lookup = "value.a", key = "payer.id" }\n'
            "[[gates]]",
            1,
        ),
        "the values a, b name each other in a circle",
    ),
    "an expression bomb": (
        lambda text: text.replace(
            "!payment.captured && payment.refunded", "[1].map(a, [1].map(b, [1].map(c, 1))).size() > 0"
        ),
        "gate 5: .* takes too long",
    ),
    "a mapping that overflows a field": (
        lambda text: text.replace(
            'Branch = { path = "site.customers.branch" }', 'Branch = { constant = "FAR-TOO-LONG" }'
        ),
        r"step 1 \(customer\), Branch: has 10 characters; 'FAR-TOO-LONG' has 12",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_a_flow_that_cannot_work_is_refused_and_the_revision_in_force_untouched(terminal, tmp_path, case):
    spoil, words = BAD[case]
    terminal.run("flows", "off", "charge-to-summary")
    before = terminal.json("flows", "list"), revisions(terminal)
    target = exported(terminal, tmp_path)
    spoilt = spoil(target.read_text("utf-8"))
    assert spoilt != target.read_text("utf-8")
    if isinstance(spoilt, bytes):
        target.write_bytes(spoilt)
    else:
        target.write_text(spoilt, "utf-8")
    for options in ([], ["--draft"]):
        result = terminal.run("flows", "import", str(target), *options)
        assert result.exit_code == 1, result.stdout
        assert re.search(words, result.stderr), result.stderr
    assert (terminal.json("flows", "list"), revisions(terminal)) == before
    assert "There is no draft" in terminal.run("mapping", "draft").stderr


def test_a_setting_that_no_flow_could_work_with_is_refused(terminal):
    terminal.run("flows", "off", "charge-to-summary")
    result = terminal.run("config", "orders.branch", "FAR-TOO-LONG-A-BRANCH")
    assert result.exit_code == 1
    assert "Branch: has 10 characters; 'FAR-TOO-LONG-A-BRANCH' has 21" in result.stderr
    assert terminal.json("config", "orders.branch")["value"] == ""


def test_a_deciding_setting_makes_a_revision_in_the_name_of_who_changed_it(terminal):
    terminal.run("flows", "off", "charge-to-summary")
    terminal.run("config", "orders.branch", "10")
    terminal.run("config", "stripe.poll_every_s", "60")
    terminal.run("config", "orders.branch", "--unset")
    assert [row["comment"] for row in revisions(terminal)] == [
        "Setting orders.branch",
        "Setting orders.branch",
        "Flow charge-to-summary off",
    ]
    assert terminal.json("mapping", "diff", "1", "2") == ["Setting orders.branch: '' -> '10'"]
    assert "Nothing is different." in terminal.run("mapping", "diff", "1", "3").stdout


def test_rolling_back_is_a_new_revision_with_flows_and_settings_of_then(terminal):
    terminal.run("flows", "off", "charge-to-summary")
    terminal.run("config", "orders.branch", "10")
    terminal.run("flows", "off", "charge-to-order")
    result = terminal.run("mapping", "rollback", "1")
    assert "Setting orders.branch: '10' -> ''" in result.stdout
    assert "Flow charge-to-order: switched on" in result.stdout
    assert "Revision 4 is in force." in result.stdout
    assert terminal.json("config", "orders.branch")["value"] == ""
    assert terminal.json("mapping", "diff", "1", "4") == []
    assert revisions(terminal)[0]["comment"] == "Back to revision 1."
    assert "Back to revision 1." in terminal.run("mapping", "history").stdout


def test_a_revision_that_is_not_there_is_said(terminal):
    for command in (["rollback", "7"], ["diff", "7", "8"]):
        result = terminal.run("mapping", *command)
        assert result.exit_code == 1
        assert "There is no mapping revision 7." in result.stderr


def test_a_draft_changes_nothing_until_it_is_applied(terminal):
    assert "It is in the draft" in terminal.run("flows", "off", "charge-to-order", "--draft").stdout
    terminal.run("flows", "copy", "charge-to-order", "shop", "--draft")
    assert (names(terminal), len(names(terminal, "--draft"))) == (SHOP_FLOWS, len(SHOP_FLOWS) + 1)
    assert terminal.json("mapping", "draft") == [
        "Flow charge-to-order: switched off",
        "Flow shop: added, switched off",
    ]
    assert "switched off" in terminal.run("mapping", "draft").stdout
    assert terminal.json("mapping", "apply")["number"] == 1
    assert len(names(terminal)) == len(SHOP_FLOWS) + 1
    assert "There is no draft" in terminal.run("mapping", "apply").stderr
    terminal.run("flows", "on", "charge-to-order", "--draft")
    assert "There is no draft now." in terminal.run("mapping", "discard").stdout
    assert terminal.run("flows", "list", "--draft").exit_code == 1


@pytest.mark.parametrize("kind", [*(kind.value for kind in Kind), "order_line"])
def test_the_fields_of_every_kind_are_listed(kind):
    shown = CliRunner().invoke(main, ["mapping", "fields", kind])
    assert shown.exit_code == 0
    assert "What it is" in shown.stdout


def test_a_field_is_listed_with_its_declaration():
    shown = CliRunner().invoke(main, ["mapping", "fields", "receipt", "--json"]).stdout
    assert '"element": "Bank"' in shown
    assert '"table": "ApBank"' in shown


def test_the_sources_of_a_subject_are_listed(terminal):
    found = {row["path"]: row for row in terminal.json("mapping", "sources", "charge", "--line")}
    assert found["payment.amount"]["type"] == "money"
    assert "line.stock_code" in found
    assert "refund.amount" in terminal.run("mapping", "sources", "refund").stdout
