"""The steps: what happens to one Windows from the first setup to the last uninstall, and what must be so after each."""

import json
import subprocess
import sys
import urllib.request
from datetime import UTC, datetime, timedelta
from operator import itemgetter

from installer.build import ROOT, product_version, setup_program
from tests.wine.company import CHARGES, Company
from tests.wine.steps import DATA, FOLDER, NAME, RUN, SERVICE, UNINSTALL, expect, until

#: Where the pictures go.
PICTURES = ROOT / "build" / "windows-pictures"

#: Where the tray icon is on the screen, in pixels.
TRAY = (1270, 790)

#: Payments that are made while the product is updated.
MEANWHILE = 10

START_MENU = "C:\\ProgramData\\Microsoft\\Windows\\Start Menu\\Programs"
EVENTS = "HKLM\\System\\CurrentControlSet\\Services\\EventLog\\Application\\SYSPRO-Stripe"
SERVICE_KEY = f"HKLM\\System\\CurrentControlSet\\Services\\{SERVICE}"

#: Most seconds of its own from start to tray icon.
MOST_START_S = 3.0

#: Times that each start is timed; the quickest counts.
STARTS = 3


class Walk:
    """One walk through the steps.

    Args:
        machine: The Windows.
    """

    def __init__(self, machine):
        self.machine = machine
        self.version = product_version()
        self.newer = ".".join([*self.version.split(".")[:-1], str(int(self.version.split(".")[-1]) + 1)])
        self._company = None
        self._desktop = None

    def wake(self):
        """Show the desktop, where it is not there."""
        if self._desktop is None:
            self._desktop = self.machine.desktop()

    def company(self):
        """Return the demo's company, started where it is not there."""
        if self._company is None:
            self._company = Company(self.machine.prefix)
        return self._company

    def end(self):
        """End whatever still runs."""
        self.machine.prefix.end()
        if self._desktop is not None:
            self._desktop.wait(60)

    # -- the build

    def build(self):
        """Everything from nothing."""
        subprocess.run([sys.executable, "installer/build.py"], cwd=ROOT, check=True)

    def smoke(self):
        """What must not be in it is not in it, what must be is, and its programs start."""
        subprocess.run([sys.executable, "installer/smoke.py"], cwd=ROOT, check=True)

    def newer_setup(self):
        """The same product under the next number."""
        words = [sys.executable, "installer/build.py", "--setup-only", "--quick", "--version", self.newer]
        subprocess.run(words, cwd=ROOT, check=True)

    # -- the first version

    def windows(self):
        """Make the Windows anew."""
        self.machine.prefix.end()
        self.machine.prefix.make()
        self.machine.give_desktop()

    def setup(self):
        """Install silently, with nothing but what is the default."""
        code = self.machine.setup(setup_program(self.version))
        expect(code == 0, f"setup ended with {code}")

    def installed(self):
        """Files, Start menu, registry, data folder."""
        look_at_installation(self.machine, self.version)

    def service(self):
        """The engine runs, under an account of its own."""
        until(lambda: self.machine.state(self.version) == "running", "A running service")
        log = self.machine.path(f"{DATA}\\logs\\agent.log")
        until(log.exists, "The engine's log")

    def again(self):
        """The same setup once more, with operators that nobody knows: refused, and everything goes on as before."""
        code = self.machine.setup(setup_program(self.version), "/OPERATORS=NOWHERE\\Nobody")
        expect(code == 13, f"setup ended with {code}, not with 13")
        look_at_installation(self.machine, self.version)
        self.service()

    def play(self):
        """Payments, refunds, disputes, payouts: all in SYSPRO, and both sides agree."""
        told = self.company().played
        expect(told["ok"], f"the demo does not hold: {told}")
        look_at_books(self.company().ask("settle"))
        sealed = list(self.machine.path(f"{DATA}\\secrets").glob("*.sealed"))
        expect(len(sealed) == 1, "the key is not in the sealed folder")
        expect(b"rk_test_sandbox" not in sealed[0].read_bytes(), "the key can be read")

    def commands(self):
        """What brings libraries of its own works in the built programs, too: files of a report, the portal."""
        yesterday = datetime.now(UTC) - timedelta(days=1)
        for form, begin in (("pdf", b"%PDF"), ("xlsx", b"PK"), ("html", b"<")):
            file = f"{DATA}\\month.{form}"
            words = ["report", "month", f"{yesterday:%Y-%m}", "--home", DATA, "--out", file, "--force"]
            code, said = self.machine.type(*words, version=self.version)
            expect(code == 0, f"the report was not written: {said[-1000:]}")
            expect(self.machine.path(file).read_bytes().lstrip().startswith(begin), f"{file} is something else")
            self.machine.path(file).unlink()
        with self.machine.portal(self.version) as url:
            told = json.loads(urllib.request.urlopen(f"{url}/v1/openapi.json", timeout=60).read())
        expect(told["openapi"], "the portal does not answer")

    def window(self):
        """The window over the installed engine's home, and the task bar with its icon, are seen."""
        machine = self.machine
        window = machine.window(self.version)
        until(lambda: machine.titles("SYSPRO Stripe agent"), "A window")
        machine.picture_at_rest(PICTURES / "window.png")
        expect(window.poll() is None, "the window ended by itself")
        machine.press_tray(TRAY)
        machine.picture_at_rest(PICTURES / "tray.png")
        machine.end_windows()
        window.wait(60)

    def start_time(self):
        """Start to tray icon, beside a bare window of PySide6."""
        program = f"{FOLDER}\\app-{self.version}\\syspro-stripe-tray.exe"
        ours = self.machine.start_time("TrayIconMessageWindow", STARTS, program, "--hidden", "--home", DATA)
        bare = self.machine.start_time_of_python("a bare window", STARTS, "tests.wine.bare_window")
        (passed, own), (passed_bare, own_bare) = (min(taken, key=itemgetter(1)) for taken in (ours, bare))
        print(f"       tray icon after {own} s of its own ({passed} s passed),")
        print(f"       {own / own_bare:.2f} times a bare window's {own_bare} s ({passed_bare} s passed)")
        expect(0 < own < MOST_START_S, f"{own} s of its own are not under {MOST_START_S}")

    # -- the newer version

    def broken_update(self):
        """With documents on their way: the old version and its data are back, and everything is posted once."""
        flying = self.company().ask("sell", MEANWHILE)
        print(f"       on their way: {moving(flying)}")
        codes = self.machine.broken_update(setup_program(self.newer))
        expect(codes == [14, 17], f"the setup and the second one beside it ended with {codes}, not with 14 and 17")
        until(lambda: self.machine.state(self.version) == "running", "The old version")
        look_at_installation(self.machine, self.version)
        expect(not self.machine.path(f"{FOLDER}\\app-{self.newer}").exists(), "the new version's folder is still there")
        expect(not self.machine.path(f"{DATA}\\update.json").exists(), "the update's journal is still there")
        look_at_books(self.company().ask("settle"))

    def update(self):
        """With documents on their way: the new version goes on with them."""
        print(f"       on their way: {moving(self.company().ask('sell', MEANWHILE))}")
        code = self.machine.setup(setup_program(self.newer))
        expect(code == 0, f"setup ended with {code}")
        until(lambda: self.machine.state(self.newer) == "running", "The new version")
        look_at_installation(self.machine, self.newer)
        expect(
            not self.machine.path(f"{FOLDER}\\app-{self.version}").exists(), "the old version's folder is still there"
        )
        look_at_books(self.company().ask("settle"))
        self.company().end()

    def downgrade(self):
        """The older setup program is refused, and nothing is touched."""
        before = self.machine.state(self.newer)
        code = self.machine.setup(setup_program(self.version))
        expect(code == 11, f"setup ended with {code}, not with 11")
        expect(self.machine.state(self.newer) == before, "the engine was disturbed")
        words = ["update", "install", "--home", DATA, "--before", self.newer, "--after", self.version]
        code, said = self.machine.type(*words, version=self.newer)
        expect(code and f"Version {self.newer} is installed, which is newer than {self.version}" in said, said)

    def uninstall(self):
        """Everything but the data goes."""
        self.machine.uninstall()
        look_at_what_is_left(self.machine, data=True)

    def uninstall_all(self):
        """A second setup finds the data; then everything goes."""
        expect(self.machine.setup(setup_program(self.newer)) == 0, "the second setup failed")
        until(lambda: self.machine.state(self.newer) == "running", "A running service")
        _, said = self.machine.type("status", "--json", version=self.newer)
        status = json.loads(said)
        expect(status["documents"]["posted"] > CHARGES, f"the data was not found: {said[-500:]}")
        self.machine.uninstall("/REMOVEDATA")
        look_at_what_is_left(self.machine, data=False)


def look_at_installation(machine, version):
    """What setup has left on the machine."""
    app = machine.path(f"{FOLDER}\\app-{version}")
    for name in ("syspro-stripe.exe", "syspro-stripe-tray.exe", "bill-of-materials.cdx.json", "licences"):
        expect((app / name).exists(), f"{name} is missing")
    expect(machine.path(f"{FOLDER}\\syspro-stripe.cmd").is_file(), "the short cut for consoles is missing")
    expect((machine.path(START_MENU) / NAME / f"{NAME}.lnk").is_file(), "no entry in the Start menu")
    expect(machine.registry(UNINSTALL, "DisplayVersion") == version, "Apps shows no version")
    expect(machine.registry(UNINSTALL, "Publisher"), "Apps shows no publisher")
    expect("--hidden" in machine.registry(RUN, SERVICE), "no tray at log-on")
    expect(f"app-{version}" in machine.registry(RUN, SERVICE), "the tray of another version starts at log-on")
    expect(machine.registry(EVENTS, "EventMessageFile"), "the Event Log does not know the source")
    expect(machine.registry(SERVICE_KEY, "ObjectName").endswith(SERVICE), "the service has no account of its own")
    expect(machine.registry(SERVICE_KEY, "Start") == "0x2", "the service does not start by itself")
    expect(f"app-{version}" in machine.registry(SERVICE_KEY, "ImagePath"), "the service starts something else")
    expect("Tcpip" in machine.registry(SERVICE_KEY, "DependOnService"), "the service does not wait for the network")
    expect(machine.path(f"{DATA}\\secrets").is_dir(), "there is no folder for secrets")


def look_at_books(told):
    """Both sides agree to the cent, nothing is on its way, and every document is there once."""
    expect(told["books"], "there are no books")
    for row in told["books"]:
        expect(
            not row["difference_minor"] and not row["clearing_difference_minor"], f"{row['currency']} differs: {row}"
        )
    expect(not moving(told), f"some are still on their way: {told['documents']}")
    wrong = {name: count for name, count in told["reconciled"].items() if count and name != "matched"}
    expect(not wrong, f"SYSPRO has something else than was sent: {wrong}")
    print(f"       {told['documents']} {told['reconciled']}")


def moving(told):
    """How many documents are on their way."""
    return sum(told["documents"][state] for state in ("pending", "posting", "in_doubt"))


def look_at_what_is_left(machine, *, data):
    """What uninstall has left on the machine."""
    expect(not machine.path(FOLDER).exists(), "the program's folder is still there")
    expect(not machine.registry(UNINSTALL), "Apps still shows it")
    expect(not machine.registry(RUN, SERVICE), "the tray would still start")
    expect(not machine.registry(EVENTS), "the Event Log still knows the source")
    expect(not machine.registry("HKLM\\Software\\SysproStripeAgent"), "its own key is still there")
    expect(not machine.registry(SERVICE_KEY), "the service is still there")
    expect(not (machine.path(START_MENU) / NAME).exists(), "the Start menu still shows it")
    expect(machine.path(DATA).exists() is data, "the data folder is not as asked")
