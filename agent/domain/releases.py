"""What a release says of itself, and which of two versions is newer. Pure."""

import json
import re
from dataclasses import dataclass

from agent.domain.errors import Misconfigured, Problem
from agent.domain.json_reader import BadJsonError, JsonReader

#: What a version looks like.
_VERSION = re.compile(r"\d{1,5}(\.\d{1,5}){1,3}")
#: What the name of a setup program looks like, which is no path, and its digest.
_SETUP, _SHA256 = re.compile(r"[A-Za-z0-9._-]{1,120}"), re.compile(r"[0-9a-fA-F]{64}")


@dataclass(frozen=True, slots=True)
class Release:
    """One released version.

    Attributes:
        version: Such as ``1.4.0``.
        released_on: Day of its release, CCYY-MM-DD.
        setup: Name of the setup program, which lies beside the manifest.
        sha256: Digest of the setup program, in hexadecimal.
        notes: What has changed, in a sentence or two.
    """

    version: str
    released_on: str
    setup: str
    sha256: str
    notes: str = ""


def release_of(manifest: bytes) -> Release:
    """Return the release that a manifest tells of; its signature has been checked before.

    Raises:
        Misconfigured: When it is none.
    """
    try:
        told = JsonReader(json.loads(manifest), "the manifest")
        release = Release(
            told.text("version"), told.text("released_on"), told.text("setup"), told.text("sha256"),
            told.optional_text("notes"),
        )  # fmt: skip
    except (BadJsonError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise _unreadable(str(error)) from error
    if not _VERSION.fullmatch(release.version):
        raise _unreadable(f"{release.version!r} is no version")
    if not _SETUP.fullmatch(release.setup):
        raise _unreadable(f"{release.setup[:120]!r} is no name of a setup program")
    if not _SHA256.fullmatch(release.sha256):
        raise _unreadable("its digest is no SHA-256")
    return release


def refuse_older(release: Release, seen: str) -> None:
    """Refuse what announces an older version than was announced before: somebody may have put an old manifest in place.

    Args:
        release: What is announced; its signature has been checked before.
        seen: The newest version that the same key ever announced here; empty for none.

    Raises:
        Misconfigured: When it is older.
    """
    if seen and newer(seen, release.version):
        message = (
            f"Version {release.version} of {release.released_on} is announced, but {seen} was announced before: "
            "somebody has put an older manifest in its place."
        )
        press = "Ask whoever looks after that place. If the newer version was withdrawn, there will be a newer one yet."
        raise Misconfigured(Problem("An older manifest", message, press, "updates.older"))


def newer(version: str, than: str) -> bool:
    """Return whether a version is newer than another one."""
    return numbers_of(version) > numbers_of(than)


def numbers_of(version: str) -> tuple[int, ...]:
    """Return a version as numbers, so that 0.10 comes after 0.9."""
    return tuple(int(part) for part in version.split(".") if part.isdecimal())


def _unreadable(why: str) -> Misconfigured:
    message = f"The manifest of releases cannot be read: {why}."
    return Misconfigured(Problem("No manifest", message, "Check updates.place.", "updates.manifest"))
