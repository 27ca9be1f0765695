"""The service on the wire: recorded exchanges, headers, paths, sizes, wrapping, hostile documents."""

import json
import re
import sqlite3
from pathlib import Path
from urllib.parse import quote

import pytest
from lxml import etree

from connectors.sandbox.syspro import SiteOptions, open_syspro

RECORDINGS = Path(__file__).parents[3].parent / "shared" / "data" / "syspro" / "recordings"

needs_recordings = pytest.mark.skipif(
    not RECORDINGS.is_dir(), reason="the recorded traffic is not beside this checkout"
)


def exchange(name: str, position: int = -1) -> dict:
    return json.loads((RECORDINGS / f"{name}.json").read_text(encoding="utf-8"))[position]


def replayed(enet, recorded: dict) -> str:
    query = {**recorded["query"]}
    if "UserId" in query:
        query["UserId"] = enet.token
    if "Operator" in query:
        wrong = query["OperatorPassword"] == "bad_password"
        query.update(Operator="AGENT", CompanyId="A", OperatorPassword="bad_password" if wrong else "")
    reply = enet.http.get(recorded["path"], params=query)
    assert reply.status_code == recorded["status"]
    assert reply.headers["Content-Type"] == recorded["headers"]["Content-Type"]
    assert reply.headers["Server"] == recorded["headers"]["Server"]
    return reply.text


def shape(text: str) -> list[str]:
    """Return the outline of a reply: every line with its texts and its values of attributes left out."""
    return [re.sub(r">[^<]+<", "><", re.sub(r"'[^']*'", "''", line)) for line in text.split("\n")]


@needs_recordings
@pytest.mark.parametrize("name", ["logon_error", "successful_logoff", "get_syspro_version"])
def test_recorded_text_comes_back_word_for_word(enet, name):
    recorded = exchange(name)
    assert replayed(enet, recorded) == recorded["body"]


@needs_recordings
def test_recorded_logon_has_the_shape_of_ours(enet):
    token = replayed(enet, exchange("logon"))
    assert re.fullmatch(r"[0-9A-F]{34}  ", token)
    assert re.fullmatch(r"[0-9A-F]{34}  ", exchange("logon")["body"])


@needs_recordings
def test_recorded_logoff_of_an_unknown_session_comes_back_word_for_word(enet):
    recorded = exchange("logoff_error")
    enet.token = recorded["query"]["UserId"]
    assert replayed(enet, recorded) == recorded["body"]


@needs_recordings
def test_recorded_custom_form_comes_back_word_for_word(enet):
    recorded = exchange("comsfm")
    assert replayed(enet, recorded) == recorded["body"]
    assert enet.rows("PorMasterHdr+") == []  # it was ValidateOnly


@needs_recordings
def test_recorded_find_comes_back_but_for_the_rows_of_that_site(enet):
    recorded = exchange("query_query")
    recorded["query"]["XmlIn"] = recorded["query"]["XmlIn"].replace("<Value>02</Value>", "<Value>A100</Value>")
    assert replayed(enet, recorded) == recorded["body"].replace("<StockCode>02<", "<StockCode>A100<")


@needs_recordings
def test_recorded_receipt_is_refused_but_our_transactions_have_its_outline(enet, order):
    recorded = exchange("portor")
    assert replayed(enet, recorded) == "ERROR: e.net exception raised: 100000"  # purchasing is not in this sandbox
    enet.post("SORTOI", order(), OrderStatus="8")
    ours = shape(enet.post("SORTIC", {"SalesOrder": "15563"}).text)
    theirs = shape(recorded["body"].replace("postpurchaseorderreceipts", "postsalesorderinvoice"))
    kept = [line for line in theirs if not re.match(r"<(PurchaseOrder|Line|Grn|LotNumber)>", line)]
    status = ours.index("<StatusOfItems>"), ours.index("</StatusOfItems>") + 1
    without_status = ours[: status[0]] + ours[status[1] :]
    assert [line for line in without_status if not re.match(r"<(SalesOrder|InvoiceNumber)>", line)] == kept


def test_every_answer_is_200_octets_from_http_sys_even_when_it_is_an_error(enet):
    for reply in (enet.get("GetVersion"), enet.get("Logoff", UserId="none"), enet.get("Query/Query", UserId="none")):
        assert reply.status_code == 200
        assert reply.headers["Content-Type"] == "application/octet-stream"
        assert reply.headers["Server"] == "Microsoft-HTTPAPI/2.0"


def test_paths_are_compared_without_case(enet):
    assert enet.http.get("/sysproWCFservice/REST/getVERSION").text == "7.0.0.6"


def test_an_address_that_does_not_exist_is_404(enet):
    assert enet.get("Transaction/Nothing").status_code == 404
    assert enet.http.get("/other").status_code == 404


def test_a_request_line_above_16_kilobytes_is_400_and_nothing_is_done(enet, order):
    long = order(SpecialInstrs="x" * 17_000)
    before = len(enet.rows("SorMaster"))
    document = f"<SalesOrders>{long}</SalesOrders>"
    reply = enet.get("Transaction/Post", UserId=enet.token, BusinessObject="SORTOI", XmlIn=document)
    assert reply.status_code == 400
    assert len(enet.rows("SorMaster")) == before


def _large(enet, document: str) -> str:
    body = (
        f'<TransactionPostLD xmlns="http://SYSPROWcfService"><UserId>{enet.token.strip()}</UserId>'
        f"<BusinessObject>SORTOI</BusinessObject><XmlParameters/><XmlIn><![CDATA[{document}]]></XmlIn>"
        "</TransactionPostLD>"
    )
    address = "/SYSPROWCFService/Rest/Transaction/PostLD"
    return enet.http.post(address, content=body.encode(), headers={"Content-Type": "application/xml"})


def test_a_large_document_goes_by_post_ld(enet):
    line = "<StockLine><StockCode>A100</StockCode><OrderQty>1</OrderQty><OrderUom>EA</OrderUom></StockLine>"
    document = (
        '<?xml version="1.0" encoding="Windows-1252"?><SalesOrders><Orders><OrderHeader><Customer>1</Customer>'
        f"<CustomerPoNumber>big</CustomerPoNumber></OrderHeader><OrderDetails>{line * 200}</OrderDetails></Orders>"
        "</SalesOrders>"
    )
    reply = _large(enet, document)
    assert "<ItemsProcessed>000001</ItemsProcessed>" in reply.text
    assert len(enet.rows("SorDetail", "SalesOrder = '015563'")) == 200


def test_a_site_without_post_ld_answers_404(enet):
    enet.switch(post_large_available=False)
    assert _large(enet, "<SalesOrders/>").status_code == 404


@pytest.mark.parametrize(
    ("how", "pattern"), [("json", r'"[0-9A-F]{34}  "'), ("string", r"<string [^>]*>[0-9A-F]{34}  </string>")]
)
def test_some_hosts_wrap_the_token(enet, how, pattern):
    enet.switch(token_wrapping=how)
    assert re.fullmatch(pattern, enet.logon())


def test_a_token_is_taken_with_and_without_its_blanks(enet):
    for token in (enet.token, enet.token.strip()):
        assert enet.get("GetLogonProfile", UserId=token).text.startswith("<?xml")


def test_the_logon_profile_tells_company_currency_bank_and_warehouse(enet):
    profile = etree.fromstring(enet.get("GetLogonProfile", UserId=enet.token).content)
    told = {node.tag: node.text for node in profile}
    assert told["CompanyName"] == "Northmoor Supply Co."
    assert (told["LocalCurrencyCode"], told["DefaultBank"], told["DefaultWarehouse"]) == ("USD", "FIRST-USD", "FG")
    assert len(told) == 25


def test_replies_are_windows_1252_with_single_quotes_and_a_blank_at_the_end(enet):
    reply = enet.get(
        "Query/Query",
        UserId=enet.token,
        BusinessObject="ARSQRY",
        XmlIn="<Query><Key><Customer>105</Customer></Key></Query>",
    )
    assert reply.content.startswith(b'<?xml version="1.0" encoding="Windows-1252"?>\n<ARStatement Language=\'05\'')
    assert reply.content.endswith(b"</ARStatement>\n ")
    assert "Lange Straße 44".encode("cp1252") in reply.content


def test_characters_that_syspro_cannot_store_become_question_marks(enet, order):
    enet.post("SORTOI", order(SpecialInstrs="Gruß 東京 \N{PARTY POPPER}"))
    assert enet.row("SorMaster").text("SpecialInstrs") == "Gruß ?? ?"


HOSTILE = {
    "entity": '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><Query><TableName>&e;</TableName></Query>',
    "laughs": '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><Query>&b;</Query>',
    "external": '<!DOCTYPE Query SYSTEM "http://127.0.0.1:9/evil.dtd"><Query/>',
    "broken": "<Query><TableName>",
    "nothing": "",
    "deep": "<a>" * 400 + "</a>" * 400,
    "undefined": "<Query>&nosuch;</Query>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_or_broken_document_is_an_error_text_and_reads_nothing(enet, name):
    reply = enet.call("Query/Query", "COMFND", HOSTILE[name])
    assert reply.text.startswith("ERROR")
    assert "root:" not in reply.text
    assert enet.get("GetVersion").text == "7.0.0.6"


def test_hostile_post_ld_is_an_error_text(enet):
    address = "/SYSPROWCFService/Rest/Transaction/PostLD"
    assert enet.http.post(address, content=HOSTILE["laughs"]).text.startswith("ERROR")


def test_sql_in_a_value_stays_a_value(enet):
    condition = {"Column": "StockCode", "Condition": "EQ", "Value": "' OR 1=1; DROP TABLE InvMaster --"}
    found = enet.query("COMFND", {"TableName": "InvMaster", "Where": {"Expression": condition}})
    assert found.one("RowsReturned") == "0"
    named = {**condition, "Column": 'StockCode" = "StockCode" --'}
    assert enet.query("COMFND", {"TableName": "InvMaster", "Where": {"Expression": named}}).errors
    assert len(enet.rows("InvMaster")) == 77


def test_an_object_that_does_not_exist_answers_exception_100000(enet):
    for name in ("ARSPAY", "NOSUCH", ""):
        assert enet.call("Transaction/Post", name, "<A/>").text == "ERROR: e.net exception raised: 100000"


def test_an_object_without_a_licence_answers_the_same(enet, payment):
    enet.switch(unlicensed=("ARSTPY",))
    assert enet.post("ARSTPY", payment("1")).text == "ERROR: e.net exception raised: 100000"


def test_an_object_called_by_the_wrong_method_is_an_error(enet):
    assert enet.call("Query/Query", "SORTOI", "<SalesOrders/>").text.startswith("ERROR")


def test_what_was_done_survives_closing_and_opening_again(tmp_path):
    first = open_syspro(tmp_path)
    first.books.next_number("order")
    version = first.connection.execute("SELECT MAX(TimeStamp) FROM ArCustomer").fetchone()[0]
    first.close()
    again = open_syspro(tmp_path)
    assert again.books.next_number("order") == 15564
    with again.books.transaction():
        again.books.update("ArCustomer", ("000000000000001",), {"Name": "Changed"})
    assert again.books.row("ArCustomer", "000000000000001").raw("TimeStamp") > version
    again.close()
    with pytest.raises(sqlite3.ProgrammingError):
        again.connection.execute("SELECT 1")


def test_a_company_that_was_half_founded_is_founded_again(tmp_path):
    (tmp_path / "sandbox-syspro.founding").write_bytes(b"half")
    sandbox = open_syspro(tmp_path)
    assert len(sandbox.books.rows("ArCustomer")) == 40
    sandbox.close()
    assert [path.name for path in tmp_path.iterdir()] == ["sandbox-syspro.sqlite"]


def test_a_file_that_is_no_sandbox_is_refused(tmp_path):
    (tmp_path / "sandbox-syspro.sqlite").write_bytes(b"this is not a database, surely not one at all" * 9)
    with pytest.raises(sqlite3.DatabaseError):
        open_syspro(tmp_path)


def test_a_company_b_is_another_file_with_nothing_shared(tmp_path):
    sandboxes = [open_syspro(tmp_path, options=SiteOptions(company=company)) for company in ("A", "B")]
    sandboxes[1].books.next_number("order")
    assert sandboxes[0].books.next_number("order") == 15563
    assert {row.text("Company") for row in sandboxes[1].books.rows("GenMaster")} == {"B"}
    assert len(list(tmp_path.glob("*.sqlite"))) == 2
    for sandbox in sandboxes:
        sandbox.close()


def test_ampersands_travel_escaped_twice(enet):
    document = "<Query><TableName>ArCustomer</TableName><Columns><Column>Customer</Column></Columns><Where><Expression><Column>Name</Column><Condition>EQ</Condition><Value>Dunmore &amp; Sons Plumbing</Value></Expression></Where></Query>"
    address = (
        f"/SYSPROWCFService/Rest/Query/Query?UserId={quote(enet.token)}&BusinessObject=COMFND&XmlIn={quote(document)}"
    )
    assert "<Customer>000000000000004</Customer>" in enet.http.get(address).text
