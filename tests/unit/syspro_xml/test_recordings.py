"""Every recorded exchange with a real site reads as the reference says."""

import json
from pathlib import Path

import pytest

from agent.domain.kinds import CustomForm
from connectors.syspro import wire
from connectors.syspro.xml import comfnd, comsfm
from connectors.syspro.xml.comfnd import Select
from connectors.syspro.xml.reply import Verdict, judge, parse_xml

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "data" / "syspro" / "recordings"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="The recordings are not beside this checkout.")


def exchanges(name):
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def answer(exchange):
    return wire.unwrapped(wire.decoded(exchange["body"].encode("cp1252")))


def logons():
    found = [exchange for path in FOLDER.glob("*.json") for exchange in exchanges(path.stem)]
    return [exchange for exchange in found if exchange["path"].lower().endswith("/logon")]


def test_every_logon_gives_a_token_or_an_error():
    answers = [answer(exchange) for exchange in logons()]
    assert len(answers) >= 6
    assert [text for text in answers if not wire.token_of(text)] == ["ERROR: Invalid operator password"]
    assert all(len(wire.token_of(text)) == 34 for text in answers if not wire.is_error(text))


def test_version_is_plain_text():
    assert answer(exchanges("get_syspro_version")[0]) == "7.0.0.6"


def test_logoff_answers_zero_or_an_error():
    assert answer(exchanges("successful_logoff")[1]) == "0"
    assert wire.is_error(answer(exchanges("logoff_error")[0]))


def test_posting_without_a_status_block_is_clean():
    root = parse_xml(answer(exchanges("portor")[1]))
    assert judge(root, "PostPurchaseOrderReceipts").verdict is Verdict.CLEAN
    assert root.text("Item/Key/Grn") == "P00013151"


def test_custom_form_reply_is_clean():
    root = parse_xml(answer(exchanges("comsfm")[1]))
    judgement = judge(root, comsfm.ROOT)
    assert judgement.verdict is Verdict.CLEAN
    assert root.text("item/key/fieldname") == "TempPO"


def test_custom_form_request_has_the_recorded_elements():
    recorded = parse_xml(exchanges("comsfm")[1]["query"]["XmlIn"])
    built = parse_xml(comsfm.build(CustomForm("POR", "TempPO", "Y", "U03679")).document)
    assert [(node.name, node.value) for node in built.whole()] == [(node.name, node.value) for node in recorded.whole()]


def test_query_reply_gives_its_row():
    (row,) = comfnd.parse(parse_xml(answer(exchanges("query_query")[1])), "InvMaster")
    assert row.text("StockCode") == "02"


def test_query_request_has_the_recorded_elements():
    recorded = parse_xml(exchanges("query_query")[1]["query"]["XmlIn"])
    select = Select("InvMaster", ("StockCode",), (comfnd.equal("StockCode", "02"),), ("StockCode",), 5)
    built = parse_xml(comfnd.build(select))
    assert [(node.name, node.value) for node in built.whole()] == [(node.name, node.value) for node in recorded.whole()]
