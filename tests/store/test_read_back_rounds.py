"""Older documents are read again by turns: a share each night, all of them within the nights that are set."""

from contextlib import contextmanager

import pytest

from agent.domain.marks import READ_BACK_UP_TO
from agent.domain.settings import Values
from agent.store import Store
from jobs.read_back import ReadBack
from tests.store.builders import COMPANY, apply, receipt

DAY_S = 86_400
NOW = 100 * DAY_S
#: The days before this are older ones.
SINCE_AT = 65 * DAY_S
OLDER = 1_300

DOCUMENTS = f"""
WITH RECURSIVE numbers (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n < {OLDER})
INSERT INTO documents (company, kind, purpose, stripe_id, body, fingerprint, lane, order_by, draft_state, draft_reason,
    draft_reason_code, party, blocks, once, title, flow, changes, lineage, revision, decision_id, state, reason,
    reason_code, erp_key, created_at, updated_at, sent_at, verified_at)
SELECT company, kind, purpose, 'ch_' || n, body, fingerprint, 'lane' || n, n, draft_state, draft_reason,
    draft_reason_code, '', blocks, once, title, flow, changes, lineage, revision, decision_id, 'posted', '', '', n,
    1, 1, n, 1
FROM documents, numbers WHERE id = 1
"""


class Asked:
    """SYSPRO that has everything as it was posted, and notes what it was asked for."""

    def __init__(self):
        self.numbers = []

    @contextmanager
    def session(self):
        yield self

    def read_back(self, documents):
        self.numbers += [document.id for document in documents]
        return {document.id: () for document in documents}


class Standing:
    """A clock that stands still."""

    def now(self):
        return NOW


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "agent.sqlite") as opened:
        apply(opened, receipt("ch_1"))
        db = opened._connections.current()
        db.execute("UPDATE documents SET state = 'posted', party = '', sent_at = 1, verified_at = 1, erp_key = '1'")
        db.execute(DOCUMENTS)
        yield opened


@pytest.fixture
def night(store):
    """Read back once; return what it came to, and the numbers that were read."""

    def run(since_at=SINCE_AT, stopping=lambda: False, **settings):
        asked = Asked()
        texts = {"syspro.company": COMPANY} | {name.replace("__", "."): text for name, text in settings.items()}
        job = ReadBack(
            store.reconciling, store.outbox, store.links, store.marks, asked, Standing(), Values(texts), stopping
        )
        return job.run(since_at), asked.numbers

    return run


def test_each_night_reads_the_next_share_until_the_round_is_complete(night):
    first, numbers = night()
    assert (first.older, first.older_read, first.older_up_to_at) == (OLDER, 500, 500)
    assert numbers == list(range(1, 501))
    second, numbers = night()
    assert (numbers[0], numbers[-1], second.older_up_to_at) == (501, 1000, 1000)
    third, numbers = night()
    assert (numbers[0], numbers[-1], len(numbers)) == (1001, OLDER, 300)
    assert (third.older_read, third.older_up_to_at) == (300, 0)
    assert night()[1][0] == 1


def test_the_share_is_as_large_as_the_nights_that_are_set_need(night):
    told, numbers = night(reconcile__older_nights="2")
    assert (told.older_read, len(numbers)) == (650, 650)
    assert len(night(reconcile__older_nights="2")[1]) == 650
    # The round ended exactly where the second share did, and the next night begins the next one.
    assert night(reconcile__older_nights="2")[1][0] == 1


def test_a_day_long_ago_is_read_from_there_on_in_full(night):
    told, numbers = night(since_at=1)
    assert (told.since_at, told.older, told.read, len(numbers)) == (1, 0, OLDER, OLDER)


def test_a_stop_in_the_middle_is_told_and_the_round_goes_on_from_there(store, night):
    answers = iter([False, False, False])
    told, numbers = night(stopping=lambda: next(answers, True))
    assert told.cut_short
    assert len(numbers) < 500
    assert store.marks.get(READ_BACK_UP_TO) == str(numbers[-1])
    assert night()[1][0] == numbers[-1] + 1
