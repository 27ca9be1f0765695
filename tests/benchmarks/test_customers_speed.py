"""Five thousand customers on both sides: suggested, linked, left alone while nothing changes, and one in a hundred renamed."""

from dataclasses import replace

import pytest

from agent.bootstrap import open_home
from agent.customers import customers_job
from agent.domain.customers.fields import FIELDS, TAX_ID, syspro_texts, to_stripe
from agent.domain.customers.kept import LinkState, StripeCustomer
from agent.domain.customers.suggest import Advice
from agent.domain.erp import CUSTOMERS, INVOICES
from agent.domain.readmodels import Command
from agent.domain.settings import Values
from agent.world import World
from jobs.customers_commands import CustomerCommands
from tests.benchmarks.stage import SandboxSecrets, say, seconds
from tests.fakes import FakeClock
from tests.pipeline.catalogue_stage import Tables
from tests.unit.domain.customers import people

pytestmark = pytest.mark.benchmark

COUNT, ROUNDS = 5_000, 3
NOW_AT = 1_796_119_200
SETTINGS = {
    "syspro.company": "A",
    "customer_links.enabled": "yes",
    "customer_links.batch": "500",
    "currencies.to_syspro": '{"usd": "USD"}',
}
LINES = Values({}).table("customer_links.address_lines")


class Directory:
    """Stripe's customers in memory, counted."""

    def __init__(self):
        self.held, self.reads, self.writes = {}, 0, 0

    def read(self, stripe_id):
        self.reads += 1
        return self.held[stripe_id]

    def all(self, since_at=0):
        found = list(self.held.values())
        for start in range(0, len(found), 100):
            self.reads += 1
            yield found[start : start + 100]

    def change(self, stripe_id, texts, metadata, _key, *, tax_type=""):
        self.writes += 1
        there = self.held[stripe_id]
        made = replace(there, texts={**there.texts, **texts}, metadata={**there.metadata, **metadata})
        self.held[stripe_id] = made
        return made


class Source:
    """Stripe's events: none, so that only what is asked for is read."""

    def __init__(self, clock):
        self.clock = clock

    def server_time(self):
        return self.clock.now()

    def events(self, *_):
        return iter(())


def row(number, name=""):
    name = name or f"Company {number * 7919 % 100_000} of Street {number}"
    lines = (f"{number} Mill Road", "", "Salem", "OR", "US")
    return people.row(
        f"{number:015}", name=name, email=f"info@company{number}.com", sold_to=lines, sold_to_postal_code=f"{number:05}"
    )


def filled():
    tables, directory = Tables(), Directory()
    tables.held |= {CUSTOMERS.name: {}, INVOICES.name: {}}
    for number in range(COUNT):
        tables.put(CUSTOMERS, row(number))
        texts = syspro_texts(row(number))
        there = {name: to_stripe(name, texts[name], LINES) if name != TAX_ID else "" for name in FIELDS}
        directory.held[f"cus_{number}"] = StripeCustomer(f"cus_{number}", there, {})
    return tables, directory


def finish(job, clock, after_s):
    clock.advance(after_s)
    while (report := job.run()).more:
        assert report.problem is None


def bare(tables, directory):
    with tables.session() as session:
        for _ in session.changes(CUSTOMERS):
            pass
    for _ in directory.all():
        pass


def test_customers_cost_what_changed(tmp_path):
    clock = FakeClock(NOW_AT)
    tables, directory = filled()
    with open_home(tmp_path / "home", secrets=SandboxSecrets(), clock=clock) as home:
        for name, text in SETTINGS.items():
            home.store.settings.set(name, text, by="bench", now=NOW_AT)
        world = World(Source(clock), None, None, None, (), tables=tables, directory=directory)
        job = customers_job(home, world, lambda: False)
        first = seconds(lambda: finish(job, clock, 0))
        say("both sides read, and all suggestions made", [first], " s")
        say("a suggestion", [first / COUNT * 1000], " ms")
        commands = CustomerCommands(home.store.customers, home.store.marks, home.values(), lambda _: None).does()
        told = {"advice": Advice.MATCH.value, "least": "80"}
        accept = lambda: commands["customers_accept_all"](Command(1, "", told, "bench", NOW_AT), clock.now())  # noqa: E731
        say("all suggestions accepted at once", [seconds(accept)], " s")
        linked = seconds(lambda: finish(job, clock, 31))
        say("a linked customer read, compared, written", [linked / COUNT * 1000], " ms")
        assert home.store.customers.counts("A")[0][LinkState.IN_STEP] == COUNT
        assert directory.writes == COUNT  # its SYSPRO code in the metadata
        before = directory.writes
        looks = [seconds(lambda: finish(job, clock, 700_000)) for _ in range(ROUNDS)]
        say("both sides read again with nothing changed", looks, " s")
        say("the same rows and listing, nothing done with them", [seconds(lambda: bare(tables, directory))], " s")
        changes = [seconds(lambda: finish(job, clock, 600)) for _ in range(ROUNDS)]
        say("look for changes with nothing changed", changes, " s")
        assert directory.writes == before
        reads = directory.reads
        for number in range(0, COUNT, 100):
            tables.put(CUSTOMERS, row(number, f"Renamed {number}"))
        say("1 % renamed: looked at and written", [seconds(lambda: finish(job, clock, 600))], " s")
        assert (directory.writes - before, directory.reads - reads) == (COUNT // 100, COUNT // 100)
        assert min(changes) < 1.0
