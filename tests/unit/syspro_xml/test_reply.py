"""Reading replies: forgiving about form, strict about success."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.syspro.wire import decoded, unwrapped
from connectors.syspro.xml import reply as replies
from connectors.syspro.xml.reply import BadReplyError, Verdict, error_nodes, judge, parse_xml, warnings
from tests.unit.syspro_xml.replies import error, reply, status, text_of

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">'
    + "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1 if n > 1 else str()};" * 10}">' for n in range(1, 10))
    + "]><lolz>&lol9;</lolz>"
)


def test_names_are_found_without_case_and_without_prefix():
    inner = "<salesorder>015562</salesorder><SALSLS:Name> Hal </SALSLS:Name>"
    root = parse_xml(f"<SorDetail xmlns:SALSLS='x'>{inner}</SorDetail>")
    assert root.name == "sordetail"
    assert root.text("SalesOrder") == "015562"
    assert root.text("name") == "Hal"


def test_first_of_a_repeated_child_counts():
    root = parse_xml("<a><b>1</b><b>2</b><c/></a>")
    assert root.texts() == {"b": "1", "c": ""}
    assert [node.value for node in root.all("B")] == ["1", "2"]


def test_missing_path_is_empty():
    root = parse_xml("<a><b/></a>")
    assert root.first("b/c/d") is None
    assert root.text("x/y") == ""


def test_comments_are_no_children():
    assert [child.name for child in parse_xml("<a><!-- x --><b/></a>")] == ["b"]


@pytest.mark.parametrize("text", ["", "0", "ERROR: x", "<a>", "<a></b>", "<a>&undefined;</a>", "<a>\x00</a>", "{}"])
def test_what_is_no_xml_is_our_own_error(text):
    with pytest.raises(BadReplyError):
        parse_xml(text)


def test_entity_bomb_is_refused_before_it_is_read():
    with pytest.raises(BadReplyError, match="document type"):
        parse_xml(BOMB)


def test_external_entity_is_refused():
    with pytest.raises(BadReplyError, match="document type"):
        parse_xml('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>')


def test_nesting_without_end_is_refused():
    with pytest.raises(BadReplyError):
        parse_xml("<a>" * 5000 + "</a>" * 5000)


def test_reply_that_is_too_long_is_not_even_parsed():
    with pytest.raises(BadReplyError, match="larger"):
        parse_xml("<" + "a" * replies.MOST_CHARACTERS)


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_but_our_own_error(body):
    try:
        root = parse_xml(unwrapped(decoded(body)))
    except BadReplyError:
        return
    judge(root, "SalesOrders")


@given(st.text(alphabet="<>/ab&;'\"= \n\ufffdx![]-?", max_size=80))
def test_no_near_xml_raises_anything_but_our_own_error(text):
    try:
        root = parse_xml(unwrapped(text))
    except BadReplyError:
        return
    judge(root, "a")


# ---------------------------------------------------------------- error nodes and warnings


def test_element_at_fault_is_read_with_path_value_number_and_words():
    inner = f"<Item>{error('stockcode', '1004', '240004', 'Stock code 1004 not found')}</Item>"
    (found,) = error_nodes(reply("setupinvwarehouse", inner))
    assert (found.path, found.element) == ("Item/stockcode", "stockcode")
    assert (found.value, found.number, found.description) == ("1004", "240004", "Stock code 1004 not found")


def test_blank_input_at_fault_has_an_empty_value():
    (found,) = error_nodes(reply("x", error("Customer", "", "100030", "cannot be spaces")))
    assert found.value == ""


def test_two_lines_with_the_same_fault_are_two():
    lines = error("StockCode", "A", "240004", "no A") + error("StockCode", "B", "240004", "no B")
    assert [found.value for found in error_nodes(reply("x", lines))] == ["A", "B"]


def test_blank_description_is_an_error_too():
    assert len(error_nodes(reply("x", "<a><ErrorDescription/></a>"))) == 1


def test_error_number_alone_counts_only_above_zero():
    assert error_nodes(reply("x", "<a><ErrorNumber>000000</ErrorNumber></a>")) == ()
    assert len(error_nodes(reply("x", "<a><ErrorNumber>7</ErrorNumber></a>"))) == 1


def test_error_on_the_root_itself_has_no_path():
    (found,) = error_nodes(reply("x", "<ErrorDescription>all wrong</ErrorDescription>"))
    assert (found.path, found.element) == ("", "")


def test_warnings_are_read_whatever_their_child_is_called():
    inner = "<WarningMessages><WarningDescription>Low stock</WarningDescription><Text>Odd</Text></WarningMessages>"
    assert warnings(reply("x", inner, "<WarningDescription>Late</WarningDescription>")) == ("Low stock", "Odd", "Late")


# ---------------------------------------------------------------- judging


def test_clean_reply_is_clean_with_or_without_a_status_block():
    assert judge(reply("postx", status(ItemsProcessed="00001", ItemsInvalid="00000")), "PostX").verdict is Verdict.CLEAN
    assert judge(reply("postx"), "PostX").verdict is Verdict.CLEAN


@pytest.mark.parametrize(
    "counts",
    [
        {"RecordsRead": "1", "RecordsInvalid": "1"},
        {"ItemsProcessed": "00000", "ItemsInvalid": "00001"},
        {"ItemsProcessed": "000001", "ItemsRejectedWithWarnings": "000001"},
        {"JournalsProcessed": "0", "PostingsInvalid": "2"},
    ],
)
def test_counted_as_invalid_is_refused(counts):
    assert judge(reply("postx", status(**counts)), "PostX").verdict is Verdict.REFUSED


def test_error_node_is_refused_even_without_counts():
    judgement = judge(reply("postx", error("Bank", "B", "1", "no")), "PostX")
    assert judgement.verdict is Verdict.REFUSED
    assert judgement.errors[0].description == "no"


@pytest.mark.parametrize(
    ("root", "inner", "key"),
    [
        ("html", "<body/>", ""),
        ("postx", error("Bank", "B", "1", "no"), "015562"),
        ("postx", status(ItemsProcessed="00001", ItemsInvalid="00001"), ""),
        ("postx", status(ItemsProcessed="many", ItemsInvalid="00000"), ""),
        ("postx", status(ItemsInvalid="-1") + status(ItemsInvalid="1"), ""),
    ],
    ids=["another document", "error and key", "invalid and processed", "no number", "no number before a number"],
)
def test_reply_that_contradicts_itself_is_unclear(root, inner, key):
    judgement = judge(reply(root, inner), "PostX", key=key)
    assert judgement.verdict is Verdict.UNCLEAR
    assert judgement.why


def test_counts_of_several_blocks_add_up():
    blocks = status(ItemsInvalid="0") + status(ItemsInvalid="1")
    assert judge(reply("postx", blocks), "PostX").verdict is Verdict.REFUSED


def test_undefined_byte_does_not_stop_the_reading():
    raw = text_of("postx", "<Name>x</Name>").encode("cp1252").replace(b"x</Name>", b"\x81</Name>")
    assert parse_xml(decoded(raw)).text("Name") == "\ufffd"
