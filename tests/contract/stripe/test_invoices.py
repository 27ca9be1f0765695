"""Stripe invoices for open invoices, written and read over real sockets."""

import pytest

from agent.domain.errors import NeedsPerson
from agent.domain.requests.link import Ask, Way
from connectors.stripe.requests import StripeRequests

ASK = Ask(48215, "usd", "Invoice 100601", {"syspro_invoice": "100601"}, Way.INVOICE)


@pytest.fixture
def requests(kit):
    return StripeRequests(kit.connection, days_until_due=14, collects=True)


@pytest.fixture
def payer(sandbox):
    return sandbox.trading.customer(name="Ann Ltd", email="ann@example.com")["id"]


def test_an_invoice_is_made_with_its_line_and_paid(requests, sandbox, payer, clock):
    made = requests.make(ASK, "m", "k1", payer=payer)
    assert (made.active, made.paid, made.draft, made.way) == (True, False, False, Way.INVOICE)
    assert (made.mark, made.ask_print) == ("m", ASK.print)
    there = sandbox.engine.get(made.id)
    assert (there["amount_due"], there["auto_advance"], there["customer"]) == (48215, True, payer)
    assert there["due_date"] == clock.now() + 14 * 86_400
    charge = sandbox.trading.pay_invoice(made.id)
    assert (charge["amount"], charge["customer"]) == (48215, payer)
    assert requests.get(made.id, Way.INVOICE).paid


def test_the_same_key_makes_one_invoice(requests, sandbox, payer):
    assert requests.make(ASK, "m", "k1", payer=payer) == requests.make(ASK, "m", "k1", payer=payer)
    assert len(sandbox.engine.store.all_of("invoice")) == 1


def test_a_voided_invoice_can_be_closed_again_and_a_paid_one_says_so(requests, sandbox, payer):
    made = [requests.make(ASK, "m", f"k{number}", payer=payer) for number in range(2)]
    closed = requests.close(made[0].id, Way.INVOICE, "c1")
    assert (closed.active, closed.paid) == (False, False)
    assert sandbox.engine.get(made[0].id)["status"] == "void"
    assert requests.close(made[0].id, Way.INVOICE, "c2") == closed
    sandbox.trading.pay_invoice(made[1].id)
    assert requests.close(made[1].id, Way.INVOICE, "c3").paid


def test_a_draft_is_finished_whatever_of_it_was_done_or_deleted(requests, sandbox, payer):
    for number, lines in enumerate(([], [{"amount": 48215, "description": "Invoice 100601"}])):
        draft = sandbox._parts.invoices.create({"customer": payer, "metadata": {"syspro_request": "m"}}, at=1)["id"]
        if lines:
            sandbox._parts.invoices.add_lines(draft, lines, at=1)
        assert [one.draft for one in requests.active({Way.INVOICE}) if one.id == draft] == [True]
        assert requests.finish(draft, ASK, f"f{number}").active
        assert sandbox.engine.get(draft)["amount_due"] == 48215
    draft = sandbox._parts.invoices.create({"customer": payer}, at=1)["id"]
    assert not requests.close(draft, Way.INVOICE, "c").active
    assert sandbox.engine.store.find(draft) is None


def test_a_draft_that_somebody_changed_is_for_a_person(requests, sandbox, payer):
    draft = sandbox._parts.invoices.create({"customer": payer}, at=1)["id"]
    sandbox._parts.invoices.add_lines(draft, [{"amount": 5}], at=1)
    with pytest.raises(NeedsPerson, match="changed"):
        requests.finish(draft, ASK, "f")


def test_only_what_can_be_paid_or_finished_is_listed(requests, sandbox, payer):
    made = [requests.make(ASK, str(number), f"k{number}", payer=payer) for number in range(3)]
    link = requests.make(Ask(100, "usd", "Invoice 1"), "link", "l", payer="")
    requests.close(made[0].id, Way.INVOICE, "c")
    sandbox.trading.pay_invoice(made[1].id)
    assert [one.mark for one in requests.active({Way.INVOICE})] == ["2"]
    assert {one.mark for one in requests.active(set(Way))} == {"2", "link"}
    assert requests.get(link.id, Way.LINK) == link


def test_what_stripe_refuses_is_for_a_person(requests):
    with pytest.raises(NeedsPerson):
        requests.make(ASK, "m", "k1", payer="cus_none")
    with pytest.raises(NeedsPerson):
        requests.close("in_none", Way.INVOICE, "k2")


@pytest.mark.parametrize("refused", [{"status": "open"}, {"status": "draft", "metadata": 7}])
def test_an_open_invoice_that_stripe_does_not_void_stays_refused(puppet, puppeteer, refused):
    puppet.say("/v1/invoices/in_1/void", {"error": {"message": "No."}}, status=400)
    puppet.say("/v1/invoices/in_1", {"id": "in_1", "amount_paid": 0, "metadata": {}} | refused)
    with pytest.raises(NeedsPerson):
        StripeRequests(puppeteer.connection, days_until_due=1, collects=False).close("in_1", Way.INVOICE, "k")


def test_a_draft_that_is_gone_when_it_is_deleted_is_deleted(puppet, puppeteer):
    puppet.say("/v1/invoices/in_1/void", {"error": {"message": "No."}}, status=400)
    puppet.say("/v1/invoices/in_1", {"id": "in_1", "amount_paid": 0, "metadata": {}, "status": "draft"})
    puppet.say("/v1/invoices/in_1", {"error": {"message": "Gone."}}, status=404)
    requests = StripeRequests(puppeteer.connection, days_until_due=1, collects=False)
    assert not requests.close("in_1", Way.INVOICE, "k").active


def test_a_draft_without_its_balance_is_not_as_documented(puppet, puppeteer):
    puppet.say("/v1/invoices/in_1", {"id": "in_1", "total": 0})
    with pytest.raises(NeedsPerson) as refused:
        StripeRequests(puppeteer.connection, days_until_due=1, collects=False).finish("in_1", ASK, "k")
    assert refused.value.problem.code == "stripe.unusable"
