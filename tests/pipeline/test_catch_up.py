"""An agent that was switched off for weeks ends with the same books as one that never stopped, and certifies the gap."""

import json
from dataclasses import replace

import pytest

from agent.domain.certificate import Certificate
from connectors.sandbox.stripe.event_log import RETENTION_S
from tests.pipeline.two_sandboxes import DAY_S, NOW_AT, TwoSandboxes

START_AT = NOW_AT - 60 * DAY_S

#: Stretches of five days; in the first two both agents run, then one is switched off for 45 days.
STRETCHES = 12
STOPPED = range(2, STRETCHES - 1)

_DOCUMENTS = """
SELECT kind, purpose, stripe_id, state, body,
    (SELECT group_concat(leg || ' ' || part) FROM document_legs WHERE document_id = documents.id) AS legs FROM documents
"""


def documents(site):
    """Key -> state, body and legs; the numbers that SYSPRO gave its customers are its own."""
    found = {}
    for row in site.store._connections.all(_DOCUMENTS):
        body = json.loads(row["body"])
        body.pop("customer", None)
        found[row["kind"], row["purpose"], row["stripe_id"]] = (row["state"], body, row["legs"])
    return found


@pytest.fixture(scope="module", params=[1, 2])
def pair(request, tmp_path_factory):
    """Two agents on the same Stripe account, each with a SYSPRO of its own; one was switched off in between."""
    folder = tmp_path_factory.mktemp("pair")
    with TwoSandboxes(folder / "steady") as steady, TwoSandboxes(folder / "stopped", beside=steady) as stopped:
        steady.at(START_AT)
        for stretch in range(STRETCHES):
            until_at = START_AT + (stretch + 1) * 5 * DAY_S
            steady.trade(5, seed=request.param, since_at=until_at - 5 * DAY_S, until_at=until_at)
            steady.work()
            if stretch not in STOPPED:
                stopped.work()
            steady.at(until_at)
        for site in (steady, stopped):
            site.run("certify", "prove", "reconcile")
        yield steady, stopped


def test_the_gap_is_longer_than_stripe_keeps_its_events():
    assert len(STOPPED) * 5 * DAY_S == 45 * DAY_S > RETENTION_S


def test_both_have_the_same_documents_with_the_same_bodies_and_legs(pair):
    steady, stopped = map(documents, pair)
    assert len(steady) > 100
    assert stopped == steady


def test_both_have_the_same_books_and_they_hold(pair):
    steady, stopped = (site.proof() for site in pair)
    assert stopped == steady
    assert all(row.holds for row in stopped)


def test_nothing_differs_document_by_document(pair):
    _, stopped = pair
    report = stopped.home.service().reconciled().report
    assert report.ok
    assert report.items == ()


def test_the_gap_is_certified_with_a_difference_of_nothing(pair):
    _, stopped = pair
    certificate = stopped.home.service().certificate()
    assert certificate.holds
    assert certificate.until_at - certificate.since_at >= 45 * DAY_S
    assert sum(line.stripe_count for line in certificate.lines) > 50
    assert all(line.difference_minor == 0 and line.stripe_minor == line.ours_minor for line in certificate.lines)
    assert {one.what for one in certificate.documents} >= {"receipt posted", "sales_order posted", "journal posted"}
    assert {one.what for one in certificate.events} >= {"charge.succeeded"}
    rows = stopped.store.audit.list(limit=100_000)
    assert [row.detail for row in rows if row.action == "gap.certified"] == [
        f"{sum(line.stripe_count for line in certificate.lines)} movements; difference in minor units: eur 0, jpy 0, usd 0"
    ]


def test_a_gap_is_certified_once(pair):
    _, stopped = pair
    assert stopped.run("certify").done == 0


def test_what_was_lost_shows_in_the_certificate(pair):
    _, stopped = pair
    made = stopped.home.service().certificate()
    line = made.lines[0]
    assert not replace(made, lines=(replace(line, stripe_minor=line.stripe_minor + 1),)).holds
    assert not replace(made, lines=(replace(line, ours_count=line.ours_count - 1),)).holds
    assert not replace(made, undecided=1).holds
    assert isinstance(made, Certificate)
