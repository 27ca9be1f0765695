"""Where releases are announced: a signed manifest, as a file on a share or at an https address.

May import: ``agent.domain``, ``agent.ports``, httpx, nacl. Nothing about this site is sent along.
"""

import base64
import binascii
from pathlib import Path

import httpx
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from agent.domain.errors import Misconfigured, Problem, Transient
from agent.domain.releases import Release, release_of

#: What the name of the signature has beside that of the manifest; it holds 64 bytes as base64.
SIGNATURE = ".sig"

#: Most bytes of a manifest; more is none.
_MOST = 65_536

_PATIENCE_S = 20


def announced(place: str, public_key: str, *, proxy: str = "") -> Release:
    """Return the release that is announced at a place.

    Args:
        place: A file, or an https address.
        public_key: Ed25519 key of whoever releases, as base64.
        proxy: Outgoing proxy; empty for none.

    Raises:
        Misconfigured: When there is no place or key, no manifest, or its signature is not of that key.
        Transient: When the place cannot be reached.
    """
    if not place or not public_key:
        message = "No place for releases is set, so no newer version is looked for."
        press = "Set updates.place and updates.public_key."
        raise Misconfigured(Problem("Nowhere to look", message, press, "updates.off"))
    manifest, signature = (_content(f"{place}{ending}", proxy) for ending in ("", SIGNATURE))
    try:
        VerifyKey(base64.b64decode(public_key)).verify(manifest, base64.b64decode(signature, validate=False))
    except (BadSignatureError, binascii.Error, ValueError) as error:
        message = f"The manifest at {place} is not signed by the key in updates.public_key, so nothing in it counts."
        press = "Do not install anything from there until you know why."
        raise Misconfigured(Problem("The manifest is not genuine", message, press, "updates.signature")) from error
    return release_of(manifest)


def _content(place: str, proxy: str) -> bytes:
    if not place.lower().startswith("https://"):
        return _file(place)
    try:
        with httpx.Client(proxy=proxy or None, timeout=_PATIENCE_S, follow_redirects=False) as client:
            answer = client.get(place)
            answer.raise_for_status()
            return answer.content[:_MOST]
    except httpx.HTTPError as error:
        message = f"{place} does not answer as it should ({type(error).__name__})."
        raise Transient(Problem("The place of releases", message, "Try again later.", "updates.unreachable")) from error


def _file(place: str) -> bytes:
    try:
        with Path(place).open("rb") as file:
            return file.read(_MOST)
    except OSError as error:
        message = f"{place} cannot be read: {error.strerror}."
        raise Transient(
            Problem("The place of releases", message, "Check updates.place.", "updates.unreachable")
        ) from error
