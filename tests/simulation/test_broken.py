"""The simulation can fail: each of these breaks one promise on purpose, and the invariants catch it."""

from dataclasses import replace

from agent.domain.attempts import Settlement
from agent.domain.documents import State
from agent.domain.kinds import Kind
from agent.domain.money import Money
from agent.domain.reports import JobReport
from tests.simulation.invariants import check
from tests.simulation.sim_syspro import SimSyspro
from tests.simulation.test_seeds import FLAVOURS, LOST_REPLIES
from tests.simulation.world import COMPANY, Flavour, Process, Site, chance, simulate

#: Seeds that are tried until the breach shows.
TRIES = range(1, 16)


class BlindSyspro(SimSyspro):
    """Its search never finds anything."""

    def find(self, documents):
        return {document.id: () for document in documents}


class ShortSyspro(SimSyspro):
    """It books a cent too little on each receipt."""

    def _commit(self, document):
        super()._commit(document)
        record = self.records[-1]
        if record.kind is Kind.RECEIPT:
            value = record.body.value
            body = replace(record.body, value=value - Money(1, value.currency))
            self.records[-1] = replace(record, body=body)


class HastyProcess(Process):
    """It sends again at once whatever is in doubt, on hope."""

    def __enter__(self):
        super().__enter__()
        self.jobs["resolve"] = self._send_again
        return self

    def _send_again(self):
        now = self.site.clock.now()
        for document in self.store.outbox.in_doubt(COMPANY, 100, now + 10**6):
            self.store.outbox.settle(document, Settlement(State.PENDING, due_at=now), now)
        return self.jobs["post"]()


class BlindSweepProcess(Process):
    """It never looks for what events missed."""

    def __enter__(self):
        super().__enter__()
        self.jobs["sweep"] = JobReport
        return self


def first_complaint(folder, template, flavour, *, about="", company=SimSyspro, process_of=Process):
    """Return what the invariants say of the first seed that breaks one, or the one that `about` names."""
    for seed in TRIES:
        place = folder / str(seed)
        place.mkdir()
        site = Site(place, template, chance(seed), flavour, company=company)
        try:
            simulate(site, process_of)
            check(site)
        except AssertionError as error:
            if about in str(error):
                return str(error)
    return "nothing"


def test_a_search_that_never_finds_anything_is_caught(folder, template):
    flavour = Flavour(faults=LOST_REPLIES, rate=0.5)
    assert "posted twice" in first_complaint(folder, template, flavour, company=BlindSyspro)


def test_an_old_copy_without_the_search_before_sending_is_caught(folder, template, log_watch):
    flavour = Flavour(crashes=5, restores=True)
    assert "posted twice" in first_complaint(folder, template, flavour, about="posted twice", company=BlindSyspro)
    # Whether a crash met a posting before the first seed was caught is the seed's.
    log_watch.allow("documents in doubt after an interruption")


def test_sending_again_on_hope_is_caught(folder, template):
    flavour = Flavour(faults={"post": {"late": 1}}, rate=0.5)
    complaint = first_complaint(folder, template, flavour, about="posted twice", process_of=HastyProcess)
    assert "posted twice" in complaint


def test_a_receipt_that_is_a_cent_short_is_caught(folder, template):
    assert first_complaint(folder, template, Flavour(), company=ShortSyspro) != "nothing"


def test_a_payment_that_nobody_noticed_is_caught(folder, template):
    flavour = FLAVOURS["notices_are_lost"]
    assert "never posted" in first_complaint(folder, template, flavour, process_of=BlindSweepProcess)
