"""Texts on the wire: wrappings, encodings, tokens."""

from urllib.parse import quote

import pytest

from connectors.syspro import wire
from connectors.syspro.xml.build import document, leaf

TOKEN = "3EA613166FE4BF47925DF1CEA14E910100"


@pytest.mark.parametrize(
    "text",
    [
        f"{TOKEN}  ",
        f'"{TOKEN}  "',
        f'<string xmlns="http://schemas.microsoft.com/2003/10/Serialization/">{TOKEN}  </string>',
    ],
    ids=["plain", "json", "string element"],
)
def test_token_is_found_in_every_wrapping(text):
    assert wire.token_of(wire.unwrapped(text)) == TOKEN


@pytest.mark.parametrize("text", ["", "0", "ERROR: no", "3EA6", f"{TOKEN}-X", "<html/>", "g" * 34])
def test_anything_else_is_no_token(text):
    assert wire.token_of(wire.unwrapped(text)) == ""


def test_xml_inside_wrappings_comes_out():
    assert wire.unwrapped('"<a>\\n<b/></a>"') == "<a>\n<b/></a>"
    assert wire.unwrapped("<string>&lt;a&gt;x &amp;amp; y&lt;/a&gt;</string>") == "<a>x &amp; y</a>"


@pytest.mark.parametrize("text", ['"not json\\"', '"\\x"', "<string>", "<string><a/></string>", "<stringy>x</stringy>"])
def test_broken_wrapping_is_left_alone(text):
    assert wire.unwrapped(text) == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (b"caf\xe9 \x80", "café €"),
        (b"\x81", "\ufffd"),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "café"),
        ("<a>é</a>".encode("utf-16"), "<a>é</a>"),
        ('<?xml version="1.0" encoding="UTF-8"?><a>é</a>'.encode(), '<?xml version="1.0" encoding="UTF-8"?><a>é</a>'),
    ],
)
def test_replies_are_windows_1252_unless_they_say_otherwise(body, text):
    assert wire.decoded(body) == text


def test_exception_100000_means_not_licensed():
    assert wire.is_not_licensed("ERROR: e.net exception raised: 100000")
    assert not wire.is_not_licensed("ERROR: e.net exception raised: 1000001")
    assert not wire.is_not_licensed("<a>100000</a>")


@pytest.mark.parametrize("text", ["", "plain", "%41 & 100 %", "<a b='ü'>☃ %25</a>", "".join(map(chr, range(0x180)))])
def test_query_string_escapes_as_the_standard_library_does(text):
    query = wire.query_string({"XmlIn": text})
    assert query.decode() == f"XmlIn={quote(text, safe='')}"


@pytest.mark.parametrize("arguments", [{}, {"UserId": "T"}, {"UserId": "T", "XmlIn": "<a>ü %</a>"}])
def test_the_length_of_a_query_string_is_known_without_making_it(arguments):
    assert wire.query_length(arguments) == len(wire.query_string(arguments))


def test_query_string_escapes_what_the_xml_has_escaped_once_more():
    xml = document("A", leaf("B", "x & y + é"))
    query = wire.query_string({"UserId": "T", "XmlIn": xml})
    assert query.startswith(b"UserId=T&XmlIn=%3C%3Fxml%20")
    assert b"x%20%26amp%3B%20y%20%2B%20%C3%A9" in query


def test_large_document_carries_documents_in_cdata_and_escapes_the_rest():
    xml = document("A", leaf("B", "]]> & <"))
    body = wire.large_document({"UserId": "T&", "XmlIn": xml}).decode()
    assert "<UserId>T&amp;</UserId>" in body
    assert f"<XmlIn><![CDATA[{xml}]]></XmlIn>" in body
    assert body.count("]]>") == 1


def test_redaction_hides_every_secret_but_no_empty_one():
    assert wire.redacted("a pass b", "pass", "") == "a (hidden) b"


def test_redaction_hides_what_looks_like_a_token():
    assert wire.redacted(f"session {TOKEN} ended") == "session (hidden) ended"
