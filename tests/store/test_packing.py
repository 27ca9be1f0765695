"""Texts become compressed blobs and come back whole, whatever their length."""

import zlib

import pytest

from agent.domain.errors import Misconfigured
from agent.store.packing import pack, unpack


@pytest.mark.parametrize("length", [0, 1, 4095, 4096, 4097, 100_000])
def test_a_text_comes_back_whole(length):
    text = ("<Item>ü☃</Item>" * (length // 4 + 1))[:length]
    assert unpack(pack(text)) == text


def test_a_short_text_can_be_read_by_any_zlib():
    assert zlib.decompress(pack("<Item/>" * 100)).decode() == "<Item/>" * 100


@pytest.mark.parametrize("blob", [b"x", pack("<Item/>" * 100)[:-9], zlib.compress(b"\xff\xfe")])
def test_a_damaged_text_is_said_in_words(blob):
    with pytest.raises(Misconfigured, match="is damaged"):
        unpack(blob)
