"""Texts become compressed blobs and come back whole, whatever their length."""

import zlib

import pytest

from agent.store.packing import pack, unpack


@pytest.mark.parametrize("length", [0, 1, 4095, 4096, 4097, 100_000])
def test_a_text_comes_back_whole(length):
    text = ("<Item>ü☃</Item>" * (length // 4 + 1))[:length]
    assert unpack(pack(text)) == text


def test_a_short_text_can_be_read_by_any_zlib():
    assert zlib.decompress(pack("<Item/>" * 100)).decode() == "<Item/>" * 100
