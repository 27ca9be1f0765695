"""What a release says of itself, and which of two versions is newer. Pure."""

import json
import re
from dataclasses import dataclass

from agent.domain.errors import Misconfigured, Problem
from agent.domain.json_reader import BadJsonError, JsonReader

#: What a version looks like.
_VERSION = re.compile(r"\d{1,5}(\.\d{1,5}){1,3}")


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
    return release


def newer(version: str, than: str) -> bool:
    """Return whether a version is newer than another one."""
    return numbers_of(version) > numbers_of(than)


def numbers_of(version: str) -> tuple[int, ...]:
    """Return a version as numbers, so that 0.10 comes after 0.9."""
    return tuple(int(part) for part in version.split(".") if part.isdecimal())


def _unreadable(why: str) -> Misconfigured:
    message = f"The manifest of releases cannot be read: {why}."
    return Misconfigured(Problem("No manifest", message, "Check updates.place.", "updates.manifest"))
