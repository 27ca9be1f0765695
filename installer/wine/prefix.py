"""A Windows of our own: one Wine prefix, its display, and how programs are run in it."""

import os
import queue
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from installer.wine.python import compile_dll

_STUBS = Path(__file__).parent / "stubs.c"

#: Libraries of Windows that Wine lacks, and Qt and Rust need; they stand in the prefix alone, never beside a Python.
STUBBED = ("icuuc", "mscms", "bcryptprimitives")

#: Lets services take five minutes to answer: a machine that builds and tests is slow.
_PATIENT = ["reg", "add", r"HKLM\System\CurrentControlSet\Control", "/v", "ServicesPipeTimeout", "/t", "REG_DWORD",
            "/d", "300000", "/f"]  # fmt: skip

#: Seconds in which the last words of a program that has ended arrive.
_LAST_WORDS_S = 2

#: Seconds that one program may take unless told otherwise.
_PATIENCE_S = 600


@dataclass(frozen=True, slots=True)
class Prefix:
    """One Windows.

    Attributes:
        folder: Where it lies.
        display: The X display, such as ``:77``.
    """

    folder: Path
    display: str
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def drive(self) -> Path:
        """Return its drive C."""
        return self.folder / "drive_c"

    @property
    def ready(self) -> bool:
        """Whether it was made to its end."""
        return (self.folder / "ready").exists()

    def environment(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return the variables of a program in it, with ``more`` beside them."""
        ours = {
            "WINEPREFIX": str(self.folder),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            # No browser, no .NET, no menus of the desktop.
            "WINEDLLOVERRIDES": "mscms=n;mshtml=;mscoree=;winemenubuilder.exe=d",
            "DISPLAY": self.display,
            "PYTHONUTF8": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_", "VIRTUAL_"))}
        return {**kept, **ours, **self.extra, **(more or {})}

    def run(
        self,
        command: Sequence[str],
        *,
        more: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        wait_s: float = _PATIENCE_S,
    ) -> subprocess.CompletedProcess[str]:
        """Run a program of Windows to its end; its output and errors are one text.

        Raises:
            subprocess.TimeoutExpired: When it takes longer than ``wait_s``.
        """
        # Pipes, because Python under Wine does not find streams of another kind at times; the input stays open.
        process = subprocess.Popen(  # noqa: S603 - programs that the caller made
            ["wine", *command],  # noqa: S607 - Debian's
            env=self.environment(more), cwd=cwd, text=True, errors="replace",
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        said: list[str] = []
        listener = threading.Thread(target=_listen, args=(process, said), daemon=True)
        listener.start()
        try:
            code = process.wait(wait_s)
        finally:
            process.kill()
        # Services that Wine started beside it keep the pipe open after its end.
        listener.join(_LAST_WORDS_S)
        return subprocess.CompletedProcess(command, code, "".join(said))

    def start(self, command: Sequence[str], more: Mapping[str, str] | None = None) -> "subprocess.Popen[str]":
        """Start a program of Windows and leave it running."""
        return subprocess.Popen(  # noqa: S603 - programs that the caller made
            ["wine", *command],  # noqa: S607 - Debian's
            env=self.environment(more), text=True, errors="replace",
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    @contextmanager
    def talk(
        self, command: Sequence[str], *, cwd: Path | None = None
    ) -> Iterator[tuple["subprocess.Popen[str]", "queue.Queue[str | None]"]]:
        """Run a program of Windows for the length of the block, and yield it and what it says, line by line.

        The last line is ``None``. A program that still runs at the end is killed.
        """
        process = subprocess.Popen(  # noqa: S603 - programs that the caller made
            ["wine", *command],  # noqa: S607 - Debian's
            env=self.environment(), cwd=cwd, text=True, errors="replace", bufsize=1,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        lines = queue.Queue[str | None]()

        def listen() -> None:
            assert process.stdout is not None
            for line in process.stdout:
                lines.put(line)
            lines.put(None)

        threading.Thread(target=listen, daemon=True).start()
        try:
            yield process, lines
        finally:
            process.kill()
            process.wait()

    def make(self) -> None:
        """Make it anew, as a Windows 10 with what Wine lacks of it.

        Raises:
            RuntimeError: When Wine does not do as told.
        """
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        for command in (["wineboot", "--init"], ["winecfg", "-v", "win10"], _PATIENT):
            done = self.run(command, wait_s=180)
            if done.returncode:
                raise RuntimeError(f"wine {' '.join(command)} ended with {done.returncode}: {done.stdout[-500:]}")
        self.wait()
        for name in STUBBED:
            compile_dll(_STUBS, self.drive / "windows" / "system32" / f"{name}.dll", f"-D{name.upper()}", "-ladvapi32")
        (self.folder / "ready").touch()

    def wait(self) -> None:
        """Wait until its registry is on the disk and none of its programs runs."""
        subprocess.run(["wineserver", "-w"], env=self.environment(), timeout=120, check=False)  # noqa: S607 - Debian's

    def end(self) -> None:
        """End whatever still runs in it."""
        subprocess.run(["wineserver", "-k"], env=self.environment(), timeout=60, check=False)  # noqa: S607 - Debian's

    def path(self, windows: str) -> Path:
        """Return where a path of its drive C lies on this machine."""
        return self.drive.joinpath(*windows.removeprefix("C:\\").split("\\"))


def inside(path: Path) -> str:
    """Return the name that a path of this machine has for programs of Windows."""
    return "Z:" + str(path.resolve()).replace("/", "\\")


def _listen(process: "subprocess.Popen[str]", said: list[str]) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        said.append(line)  # noqa: PERF402 - whoever waits may take what is there before the end


@contextmanager
def display() -> Iterator[str]:
    """Keep an X display for the length of the block and yield its name."""
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"],  # noqa: S607 - Debian's
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert screen.stdout is not None
    try:
        # It takes the first free number and tells which.
        yield f":{screen.stdout.readline().strip()}"
    finally:
        screen.terminate()
        screen.wait(30)
