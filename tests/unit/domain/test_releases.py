"""Manifests of releases: what is none is refused in one sentence."""

import json

import pytest

from agent.domain.errors import Misconfigured
from agent.domain.releases import release_of

WHOLE = {"version": "1.4.0", "released_on": "2026-11-30", "setup": "setup.exe", "sha256": "0" * 64}


def test_a_manifest_tells_of_its_release():
    assert release_of(json.dumps(WHOLE).encode()).version == "1.4.0"


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"\xff",
        b"[]",
        b"{}",
        json.dumps(WHOLE | {"version": 1}).encode(),
        json.dumps(WHOLE | {"version": "v"}).encode(),
    ],
)
def test_what_is_no_manifest_is_refused(manifest):
    with pytest.raises(Misconfigured, match="cannot be read"):
        release_of(manifest)
