"""Trouble on demand, and the end-points that control it."""

import json
import time

import httpx
import pytest


def orders(enet) -> int:
    return len(enet.rows("SorMaster"))


def test_reset_before_drops_the_connection_and_does_nothing(enet, order):
    enet.fault("reset_before", object="SORTOI")
    with pytest.raises(httpx.TransportError):
        enet.post("SORTOI", order())
    assert orders(enet) == 0


def test_reset_after_commit_drops_the_connection_but_the_order_is_there(enet, order):
    enet.fault("reset_after_commit", object="SORTOI")
    with pytest.raises(httpx.TransportError):
        enet.post("SORTOI", order())
    assert enet.row("SorMaster").text("CustomerPoNumber") == "pi_1"
    assert enet.post("SORTOI", order()).errors  # a second try is a duplicate


def test_a_stall_outlasts_the_client_after_the_commit(enet, order):
    enet.fault("stall", seconds=30, object="SORTOI")
    enet.http.timeout = 0.3
    with pytest.raises(httpx.ReadTimeout):
        enet.post("SORTOI", order())
    assert orders(enet) == 1


def test_a_stall_does_not_hold_the_lock_of_the_service(enet, order):
    enet.fault("stall", seconds=30, object="SORTOI")
    enet.http.timeout = 0.3
    with pytest.raises(httpx.ReadTimeout):
        enet.post("SORTOI", order())
    began = time.monotonic()
    assert enet.get("GetVersion").text == "7.0.0.6"
    assert time.monotonic() - began < 5


def test_stall_before_does_the_work_late(enet, order):
    enet.fault("stall_before", seconds=0.05, object="SORTOI")
    assert enet.post("SORTOI", order()).one("Order/SalesOrder") == "015563"


@pytest.mark.parametrize(("fault", "done"), [("html_page", 0), ("html_after_commit", 1)])
def test_a_page_of_html_comes_instead_of_the_answer(enet, order, fault, done):
    enet.fault(fault, object="SORTOI")
    assert enet.post("SORTOI", order()).text.startswith("<html>")
    assert orders(enet) == done


def test_odd_text_is_neither_xml_nor_an_error_and_nothing_is_done(enet, order):
    enet.fault("odd_text", object="SORTOI")
    text = enet.post("SORTOI", order()).text
    assert not text.startswith(("<", "ERROR"))
    assert orders(enet) == 0


def test_evict_ends_the_session_of_the_call(enet, order):
    enet.fault("evict", path="Transaction/Post")
    assert enet.post("SORTOI", order()).text.startswith("ERROR")
    assert enet.post("SORTOI", order()).text.startswith("ERROR")
    assert orders(enet) == 0


def test_seats_full_refuses_one_logon(enet):
    enet.fault("seats_full", path="Logon")
    assert enet.logon("AGENT").startswith("ERROR")
    assert len(enet.logon("AGENT")) == 36


def test_period_closed_refuses_a_receipt_in_the_reply(enet, payment):
    enet.fault("period_closed", object="ARSTPY")
    reply = enet.post("ARSTPY", payment("18.00"), AutoCorrectPaymentValue="U")
    assert reply.errors == [990030]
    assert reply.one("StatusOfItems/ItemsInvalid") == "00001"
    assert enet.rows("CshArPayments") == []


def test_no_order_number_answers_the_status_alone(enet, order):
    enet.fault("no_order_number")
    reply = enet.post("SORTOI", order())
    assert [node.tag for node in reply.root] == ["StatusOfItems"]
    assert orders(enet) == 1


def test_unlicensed_answers_exception_100000(enet, order):
    enet.fault("unlicensed", object="SORTOI")
    assert enet.post("SORTOI", order()).text == "ERROR: e.net exception raised: 100000"
    assert orders(enet) == 0


def test_json_quoted_and_string_wrapped_hold_the_same_answer(enet):
    plain = enet.query("COMQCO", {}).text
    enet.fault("json_quoted", object="COMQCO")
    assert json.loads(enet.query("COMQCO", {}).text) == plain
    enet.fault("string_wrapped", object="COMQCO")
    wrapped = httpx.Response(200, text=enet.query("COMQCO", {}).text).text
    assert wrapped.startswith("<string ")
    assert "&lt;CompanyQuery" in wrapped


def test_truncated_is_half_of_the_answer_after_the_commit(enet, order):
    whole = len(enet.post("SORTOI", order("pi_0")).text)
    enet.fault("truncated", object="SORTOI")
    assert len(enet.post("SORTOI", order("pi_1")).text) == whole // 2
    assert orders(enet) == 2


def test_bad_charset_is_a_byte_that_windows_1252_does_not_have(enet):
    enet.fault("bad_charset", object="COMQCO")
    reply = enet.get("Query/Query", UserId=enet.token, BusinessObject="COMQCO", XmlIn="<Query/>")
    with pytest.raises(UnicodeDecodeError):
        reply.content.decode("cp1252")


def test_a_rule_strikes_as_often_as_it_says_and_only_what_it_matches(enet):
    enet.fault("html_page", remaining=2, path="GetVersion")
    pages = [enet.get("GetVersion").text.startswith("<html>") for _ in range(3)]
    assert pages == [True, True, False]


class TestControl:
    def test_a_fault_is_added_and_all_are_cleared(self, enet):
        assert (
            enet.http.post("/_sandbox/faults", json={"fault": "html_page", "match": {"path": "GetVersion"}}).json()
            == {}
        )
        assert enet.get("GetVersion").text.startswith("<html>")
        assert enet.http.delete("/_sandbox/faults").status_code == 200
        assert enet.get("GetVersion").text == "7.0.0.6"

    def test_the_clock_is_set_moved_and_let_go(self, enet):
        assert enet.http.post("/_sandbox/clock", json={"now_at": 1_800_000_000}).json() == {"now_at": 1_800_000_000}
        assert enet.http.post("/_sandbox/clock", json={"advance_s": 60}).json() == {"now_at": 1_800_000_060}
        assert enet.http.post("/_sandbox/clock", json={"now_at": None}).json()["now_at"] > 1_700_000_000

    def test_options_change_while_it_runs(self, enet):
        assert enet.http.post("/_sandbox/options", json={"unlicensed": ["COMQCO"], "seats": 9}).status_code == 200
        assert enet.query("COMQCO", {}).text.startswith("ERROR")

    @pytest.mark.parametrize("wrong", [{"no_such_switch": 1}, {"seats": "many"}, {"unlicensed": "SORTOI"}])
    def test_an_option_that_does_not_exist_or_fit_is_422_and_nothing_changes(self, enet, wrong):
        before = enet.sandbox.books.options
        assert enet.http.post("/_sandbox/options", json=wrong).status_code == 422
        assert enet.sandbox.books.options == before

    def test_nonsense_is_422(self, enet):
        assert enet.http.post("/_sandbox/faults", content=b"{").status_code == 422
        assert enet.http.post("/_sandbox/faults", json={"nothing": 1}).status_code == 422

    def test_the_state_counts_rows_and_proves_the_ledger(self, enet):
        state = enet.http.get("/_sandbox/state").json()
        assert state["tables"]["ArCustomer"] == 40
        assert (state["trial_balance"], state["period"], state["sessions"]) == ("0.00", "2026-12", 1)

    def test_there_is_no_way_to_send_sql(self, enet):
        assert enet.http.post("/_sandbox/sql", json={"sql": "DELETE FROM ArCustomer"}).status_code == 404

    def test_a_month_end_moves_every_module_and_opens_the_new_year(self, enet, payment):
        assert enet.http.post("/_sandbox/month_end").json() == {"year": 2027, "month": 1}
        assert enet.http.get("/_sandbox/state").json()["period"] == "2027-01"
        control = enet.row("GenControl")
        assert (control.whole("GlYear"), control.text("CurYrPrdEnd1"), control.text("PrvYrPrdEnd15")) == (
            2027,
            "2027-01-31",
            "2026-12-31",
        )
        stock = enet.row("GenHistory", "GlCode = '1220-000' AND GlYear = 2027")
        before = enet.row("GenHistory", "GlCode = '1220-000' AND GlYear = 2026")
        assert stock.number("BeginYearBalance") == before.number("ClosingBalPer15") > 0
        enet.post("ARSTPY", payment("50.00"), AutoCorrectPaymentValue="U", PostingPeriod="P")
        assert enet.row("CshArPayments").whole("TrnYear") == 2026
