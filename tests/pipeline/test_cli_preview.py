"""`preview` and `replay`: what would be, told to a person and to a program."""

import pytest

from agent.domain.events import Event
from agent.domain.facts import StripeFacts
from tests.pipeline.cli_world import FakeStripe, FakeSyspro, Terminal
from tests.unit.domain.cases import PAID_AT, booking, charge

DAY_S = 86_400


class TwoSales(FakeStripe):
    """A payment that succeeded and one that failed."""

    def events(self, since_at, until_at, types):
        told = [
            Event(f"evt_{name}", "charge.succeeded", PAID_AT, name, "charge", livemode=False)
            for name in ("ch_good", "ch_bad")
        ]
        yield [event for event in told if since_at <= PAID_AT < until_at and event.type in types]

    def read(self, subject):
        status = "succeeded" if subject.object_id == "ch_good" else "failed"
        metadata = {"po_no": "PO [77]"}
        paid = charge(id=subject.object_id, status=status, metadata=metadata)
        booked = (booking(source_id=subject.object_id),) if status == "succeeded" else ()
        return StripeFacts(subject.object_id, "charge", {"charge": paid}, booked)


class Company(FakeSyspro):
    def customer(self, _):
        return None

    def customers_by_email(self, _):
        return ()

    def stock(self, _):
        return {}

    def open_invoice(self, _):
        return None


@pytest.fixture
def terminal(tmp_path, clock):
    terminal = Terminal(tmp_path / "home", clock)
    terminal.set_up()
    clock.advance(3600)
    terminal.stripe, terminal.syspro = TwoSales(clock), Company()
    for name, value in (
        ("customers.guest", '{"usd": "GUEST"}'),
        ("orders.catch_all", "WEB"),
        ("orders.charge_product_class", "WEB"),
        ("stripe.start_on", "2023-11-14"),
    ):
        assert terminal.run("config", name, value).exit_code == 0
    return terminal


def test_a_preview_tells_what_would_be_posted_and_what_not(terminal):
    result = terminal.run("preview", "--days", "2")
    assert result.exit_code == 0, result.stderr
    shown = result.stdout
    assert "2 events of Stripe, 2 movements decided." in shown
    assert "2 would be posted" in shown
    assert "Receipt from Ann Lee, 10.00 USD" in shown
    assert "The payment failed, so no money moved." in shown
    assert "bank STRIPE-USD" in shown
    assert "<?xml" not in shown
    assert terminal.syspro.taken == {}
    with terminal.store() as store:
        assert sum(store.outbox.counts().values()) == 0
        assert store.revisions.latest() is None


def test_a_preview_shows_what_would_be_sent(terminal):
    shown = terminal.run("preview", "--from", "2023-11-13", "--xml", "--all").stdout
    assert "Transaction/Post ARSTPY" in shown
    assert "<Reference>ch_good</Reference>" in shown


def test_a_preview_is_one_json_object(terminal):
    found = terminal.json("preview")
    assert [one["kind"] for one in found["documents"]] == ["sales_order", "receipt"]
    assert {one["account"] for one in found["accounts"]} == {"bank STRIPE-USD", "receivables"}
    assert {row["outcome"] for row in found["decisions"]} == {"documents", "ignored"}


def test_a_preview_of_a_draft_shows_what_the_draft_would_do(terminal):
    terminal.run("flows", "off", "charge-to-order", "--draft")
    shown = terminal.run("preview", "--draft").stdout
    assert "No flow wants this charge." in shown
    assert "0" in next(line for line in shown.splitlines() if "Documents that would be posted" in line)
    assert "No flow wants this charge." not in terminal.run("preview").stdout


class ManySales(TwoSales):
    """Thirty payments, a second apart: an order and a receipt each."""

    def events(self, since_at, until_at, types):
        told = [
            Event(
                f"evt_{number}", "charge.succeeded", PAID_AT + number, f"ch_good{number:02}", "charge", livemode=False
            )
            for number in range(30)
        ]
        yield [event for event in told if since_at <= event.created_at < until_at and event.type in types]

    def read(self, subject):
        paid = charge(id=subject.object_id, created=PAID_AT + int(subject.object_id[-2:]))
        booked = (booking(id=f"txn_{subject.object_id}", source_id=subject.object_id),)
        return StripeFacts(subject.object_id, "charge", {"charge": paid}, booked)


def receipts_in(shown):
    return sum("Receipt from Ann Lee" in line for line in shown.splitlines())


def test_a_long_list_is_cut_and_says_so(terminal, clock):
    terminal.stripe = ManySales(clock)
    shown = terminal.run("preview").stdout
    assert "60 would be posted" in shown
    assert "... and 10 more; --all prints them." in shown
    assert receipts_in(shown) < 30
    whole = terminal.run("preview", "--all").stdout
    assert "more; --all" not in whole
    assert receipts_in(whole) == 30
    assert len(terminal.json("preview")["documents"]) == 60


def test_what_flows_would_tell_is_shown(terminal, tmp_path):
    target = tmp_path / "flow.toml"
    terminal.run("flows", "export", "charge-to-order", "--to", str(target))
    telling = (
        '\n[[notify]]\nwhen = "payment.amount.minor > 500"\ncode = "big"\ntext = "Look at {payer.name}."\n\n[[gates]]'
    )
    target.write_text(target.read_text("utf-8").replace("\n[[gates]]", telling, 1), "utf-8")
    assert terminal.run("flows", "import", str(target)).exit_code == 0
    assert "Look at {payer.name}." in terminal.run("flows", "show", "charge-to-order").stdout
    assert terminal.json("flows", "show", "charge-to-order")["notify"][0]["rows"] is not None
    shown = terminal.run("preview").stdout
    assert "What flows would tell" in shown
    assert "Look at Ann Lee." in shown
    assert [one["text"] for one in terminal.json("preview")["notes"]] == ["Look at Ann Lee."] * 2
    with terminal.store() as store:
        assert store.notes.list("EDU1", -1) == []
    terminal.run("once")
    status = terminal.run("status").stdout
    assert "Look at Ann Lee." in status
    assert "syspro-stripe seen 1" in status
    assert terminal.run("seen", "1").exit_code == 0


def test_what_is_before_the_first_day_is_not_read(terminal):
    found = terminal.json("preview", "--from", "2023-11-15")
    assert (found["events"], found["documents"]) == (0, [])


def test_a_preview_of_an_agent_that_is_not_set_up_says_what_is_missing(tmp_path, clock):
    result = Terminal(tmp_path / "home", clock).run("preview")
    assert result.exit_code == 3
    assert "Not set up yet" in result.stderr


def test_replay_makes_the_decisions_again(terminal):
    assert terminal.run("once").exit_code in {0, 1}
    first = ("replay", "--from", "2023-11-14")
    assert terminal.json(*first) == {"decisions": 2, "different": []}
    assert "2 decisions made again, 0 of them otherwise." in terminal.run(*first).stdout
    terminal.run("flows", "off", "charge-to-order", "--draft")
    [bad, good] = terminal.json(*first, "--draft")["different"]
    assert good["lines"][0] == "Outcome: documents -> ignored (no_flow)"
    assert bad["lines"][0] == "Outcome: ignored (payment.failed) -> ignored (no_flow)"
    shown = terminal.run(*first, "--draft").stdout
    assert "ch_good 10.00 USD (decision 2, revision" in shown
    assert "2 of them otherwise" in shown
    wrong = terminal.run("replay", "--from", "2023-11-14", "--to", "2023-11-13")
    assert (wrong.exit_code, "--to lies before --from" in wrong.stderr) == (2, True)
    assert "There is no draft" in _without_draft(terminal).stderr


def _without_draft(terminal):
    terminal.run("mapping", "discard")
    return terminal.run("replay", "--from", "2023-11-14", "--draft")


def test_metadata_of_the_history_joins_the_sources(terminal):
    terminal.run("once")
    found = {row["path"]: row for row in terminal.json("mapping", "sources", "charge")}
    assert found["charge.metadata.po_no"]["found"] == 2
    assert "PO [77]" in terminal.run("mapping", "sources", "charge").stdout


def test_a_key_of_the_history_fills_a_field_and_comes_out_in_syspro(terminal, tmp_path):
    terminal.run("once")
    [path] = [row["path"] for row in terminal.json("mapping", "sources", "charge") if row["found"]]
    assert not [row for row in terminal.json("mapping", "sources", "payout") if row["found"]]
    target = tmp_path / "flow.toml"
    terminal.run("flows", "export", "charge-to-order", "--to", str(target))
    branch = 'Branch = { path = "site.orders.branch" }'
    text = target.read_text("utf-8").replace(branch, f'{branch}\nSpecialInstrs = {{ path = "{path}" }}')
    target.write_text(text, "utf-8")
    assert terminal.run("flows", "import", str(target)).exit_code == 0
    shown = terminal.run("preview", "--xml", "--all").stdout
    assert "<SpecialInstrs>PO [77]</SpecialInstrs>" in shown
