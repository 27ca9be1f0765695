"""Build, set up, run, update and remove the product under Wine, from nothing:  sh tests/windows."""

import argparse
import time

from installer.build import WINE
from installer.wine.prefix import Prefix, display
from tests.wine.steps import Machine, Steps
from tests.wine.walk import Walk

#: The steps in their order: a short name, what is printed, and what does it.
STEPS = (
    ("build", "build: one folder, two programs, one setup program", Walk.build),
    ("smoke", "contents, sizes, licences, bill of materials, no tests, no secrets, programs start", Walk.smoke),
    ("newer", "a setup program of the next version", Walk.newer_setup),
    ("windows", "a Windows with nothing of ours on it", Walk.windows),
    ("setup", "setup, silent", Walk.setup),
    ("installed", "files, Start menu, registry, service, data folder", Walk.installed),
    ("service", "the service runs", Walk.service),
    ("again", "setup again for operators that are unknown is refused, and the service goes on", Walk.again),
    ("play", "the demo's company against the installed engine: the books show 0", Walk.play),
    ("commands", "reports as files and the portal, by the installed command line", Walk.commands),
    ("window", "the window, the tray icon and its menu; pictures of them", Walk.window),
    ("start", "seconds from start to tray icon", Walk.start_time),
    ("broken", "update with documents on their way, killed in the middle: the old version and its data are back", Walk.broken_update),
    ("update", "update with documents on their way: the new version posts them", Walk.update),
    ("downgrade", "back to the older version is refused with the reason", Walk.downgrade),
    ("uninstall", "uninstall keeps the data", Walk.uninstall),
    ("remove", "setup again finds the data; uninstall removes all, nothing is left", Walk.uninstall_all),
)  # fmt: skip

#: Steps that go on without a Windows.
OUTSIDE = ("build", "smoke", "newer")


def main():
    """Go through the steps; the first that fails ends it with exit code 1."""
    names = [name for name, _, _ in STEPS]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--built", action="store_true", help="Take the build that is there.")
    parser.add_argument("--from", dest="first", choices=names, default=names[0], help="Go on from this step.")
    parser.add_argument("--to", dest="last", choices=names, default=names[-1], help="End with this step.")
    asked = parser.parse_args()
    wanted = STEPS[names.index(asked.first) : names.index(asked.last) + 1]
    if asked.built:
        wanted = [one for one in wanted if one[0] != "build"]
    started, steps = time.monotonic(), Steps()
    with display() as screen:
        walk = Walk(Machine(Prefix(WINE / "prefix", screen)))
        try:
            for name, words, do in wanted:
                if name not in OUTSIDE and name != "windows":
                    walk.wake()
                with steps.step(f"{name}: {words}"):
                    do(walk)
        finally:
            walk.end()
            steps.tell()
    print(f"All {len(wanted)} steps of Windows hold: {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
