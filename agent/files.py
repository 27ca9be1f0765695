"""Files of ours that are replaced as a whole: what is read is the old one or the new one, also after a power cut.

An antivirus or an indexer of Windows may hold a file for a moment; a replacement waits for that. May import nothing of
ours.
"""

import os
from pathlib import Path

from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt, wait_fixed

#: How often and how far apart a file that is held is tried: five seconds in all.
_TRIES, _PAUSE_S = 26, 0.2


def write_whole(path: Path, text: str) -> None:
    """Write a text file; it is on the disk when this returns.

    Raises:
        OSError: When it cannot be written, or somebody holds it for longer than five seconds.
    """
    beside = path.with_name(f"{path.name}.new")
    with beside.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    replace_patiently(beside, path)


def replace_patiently(source: Path, target: Path, *, again_s: float = _PAUSE_S) -> None:
    """Put a file in the place of another one, waiting while somebody holds either.

    Raises:
        OSError: When it does not work, or somebody holds one of them for too long.
    """
    _patient(again_s)(source.replace, target)


def remove_patiently(path: Path, *, again_s: float = _PAUSE_S) -> None:
    """Take a file away, waiting while somebody holds it; nothing when there is none.

    Raises:
        OSError: When it does not work, or somebody holds it for too long.
    """
    _patient(again_s)(path.unlink, missing_ok=True)


def _patient(again_s: float) -> Retrying:
    return Retrying(
        retry=retry_if_exception_type(PermissionError), stop=stop_after_attempt(_TRIES), wait=wait_fixed(again_s),
        retry_error_callback=_the_error_itself,
    )  # fmt: skip


def _the_error_itself(state: RetryCallState) -> None:
    assert state.outcome is not None
    state.outcome.result()
