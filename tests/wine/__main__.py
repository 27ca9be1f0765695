"""Build, set up, run, update and remove the product under Wine, from nothing:  sh tests/windows."""

import argparse
import subprocess
import sys
import time

from installer.build import ROOT, WINE, product_version, setup_program
from installer.wine.prefix import Prefix, display
from tests.wine.steps import DATA, FOLDER, NAME, RUN, SERVICE, UNINSTALL, Machine, expect, step, until

#: Where the pictures go.
PICTURES = ROOT / "build" / "windows-pictures"

#: Payments that the demo's company takes.
CHARGES = 12


def main():
    """Go through all steps; the first that fails ends it with exit code 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--built", action="store_true", help="Take the build that is there.")
    asked = parser.parse_args()
    started = time.monotonic()
    if not asked.built:
        with step("build: one folder, two programs, one setup program"):
            subprocess.run([sys.executable, "installer/build.py"], cwd=ROOT, check=True)
    with step("smoke: contents, sizes, licences, bill of materials"):
        subprocess.run([sys.executable, "installer/smoke.py"], cwd=ROOT, check=True)
    version = product_version()
    newer = ".".join([*version.split(".")[:-1], str(int(version.split(".")[-1]) + 1)])
    with step(f"a setup program of {newer}, to update to"):
        words = [sys.executable, "installer/build.py", "--setup-only", "--quick", "--version", newer]
        subprocess.run(words, cwd=ROOT, check=True)
    with display() as screen:
        prefix = Prefix(WINE / "prefix", screen)
        with step("a Windows with nothing of ours on it"):
            prefix.end()
            prefix.make()
        # Wine ends with its last program; a desktop stays, and has the task bar with the tray.
        desktop = prefix.start(["explorer", f"/desktop={SERVICE},1280x800"])
        try:
            walk(Machine(prefix), version, newer)
        finally:
            prefix.end()
            desktop.wait(60)
    print(f"All steps of Windows: {time.monotonic() - started:.0f} s")


def walk(machine, version, newer):
    """The way of one installation."""
    setup = setup_program(version)
    with step(f"setup {version}, silent"):
        code = machine.setup(setup)
        expect(code == 0, f"setup ended with {code}")
    with step("files, Start menu, registry, data folder"):
        look_at_installation(machine, version)
    with step("the service runs, under an account of its own, from the new folder"):
        until(lambda: machine.state(version) == "running", "A running service")
    with step(f"the demo's company with {CHARGES} payments against the installed engine: the books show 0"):
        play(machine)
    with step("the window and its tray icon"):
        show_window(machine, version)
    update(machine, version, newer)
    with step("uninstall keeps the data"):
        machine.uninstall()
        look_at_what_is_left(machine, data=True)
    with step("setup again finds the data; uninstall removes all"):
        expect(machine.setup(setup) == 0, "the second setup failed")
        machine.uninstall("/REMOVEDATA")
        look_at_what_is_left(machine, data=False)


def show_window(machine, version):
    """The window opens over the installed engine's home; a picture of it and of the task bar is kept."""
    window = machine.window(version)
    until(lambda: machine.titles("SYSPRO Stripe agent"), "A window")
    machine.picture(PICTURES / "window.png")
    expect(window.poll() is None, "the window ended by itself")
    machine.end_windows()
    window.wait(60)


def update(machine, version, newer):
    """An update that is killed is put back, one that is not succeeds, and there is no way down again."""
    with step(f"update to {newer}, killed in the middle: {version} is back and runs"):
        code = machine.broken_update(setup_program(newer))
        expect(code == 14, f"setup ended with {code}, not with 14")
        until(lambda: machine.state(version) == "running", "The old version")
        look_at_installation(machine, version)
        expect(not machine.path(f"{FOLDER}\\app-{newer}").exists(), "the new version's folder is still there")
    with step(f"update to {newer}"):
        code = machine.setup(setup_program(newer))
        expect(code == 0, f"setup ended with {code}")
        until(lambda: machine.state(newer) == "running", "The new version")
        look_at_installation(machine, newer)
        expect(not machine.path(f"{FOLDER}\\app-{version}").exists(), "the old version's folder is still there")
    with step(f"back to {version} is refused"):
        code = machine.setup(setup_program(version))
        expect(code == 11, f"setup ended with {code}, not with 11")
        expect(machine.state(newer) == "running", "the engine was disturbed")


def look_at_installation(machine, version):
    """What setup has left on the machine."""
    app = machine.path(f"{FOLDER}\\app-{version}")
    for name in (
        "syspro-stripe.exe",
        "syspro-stripe-engine.exe",
        "syspro-stripe-tray.exe",
        "bill-of-materials.cdx.json",
    ):
        expect((app / name).is_file(), f"{name} is missing")
    expect(machine.path(f"{FOLDER}\\syspro-stripe.cmd").is_file(), "the short cut for consoles is missing")
    start_menu = machine.path("C:\\ProgramData\\Microsoft\\Windows\\Start Menu\\Programs") / NAME / f"{NAME}.lnk"
    expect(start_menu.is_file(), "no entry in the Start menu")
    expect(machine.registry(UNINSTALL, "DisplayVersion") == version, "Apps shows no version")
    expect(machine.registry(UNINSTALL, "Publisher"), "Apps shows no publisher")
    expect("--hidden" in machine.registry(RUN, SERVICE), "no tray at log-on")
    key = f"HKLM\\System\\CurrentControlSet\\Services\\{SERVICE}"
    expect(machine.registry(key, "ObjectName").endswith(SERVICE), "the service has no account of its own")
    expect(f"app-{version}" in machine.registry(key, "ImagePath"), "the service starts something else")
    expect("Tcpip" in machine.registry(key, "DependOnService"), "the service does not wait for the network")
    expect(machine.path(f"{DATA}\\secrets").is_dir(), "there is no folder for secrets")


def play(machine):
    """Payments, refunds, disputes, payouts: all in SYSPRO, and both sides agree."""
    code, summary = machine.play(CHARGES)
    expect(code == 0, f"the demo does not hold: {summary['documents']} {summary['held']}")
    for row in summary["books"]:
        expect(not row["difference_minor"] and not row["clearing_difference_minor"], f"{row['currency']} differs")
    expect(len(list(machine.path(f"{DATA}\\secrets").glob("*.sealed"))) == 1, "the key is not in the sealed folder")
    print(f"       {summary['documents']}")


def look_at_what_is_left(machine, *, data):
    """What uninstall has left on the machine."""
    expect(not machine.path(FOLDER).exists(), "the program's folder is still there")
    expect(not machine.registry(UNINSTALL), "Apps still shows it")
    expect(not machine.registry(RUN, SERVICE), "the tray would still start")
    expect(not machine.registry(f"HKLM\\System\\CurrentControlSet\\Services\\{SERVICE}"), "the service is still there")
    expect(
        not machine.path("C:\\ProgramData\\Microsoft\\Windows\\Start Menu\\Programs").joinpath(NAME).exists(), "a link"
    )
    expect(machine.path(DATA).exists() is data, "the data folder is not as asked")


if __name__ == "__main__":
    main()
