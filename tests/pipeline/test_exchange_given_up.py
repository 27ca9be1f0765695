"""Journals over what exchange rates left that a person gave up, accepted, or that SYSPRO refused."""

import json

import pytest

from agent.domain.documents import State
from tests.pipeline.company import Company
from tests.pipeline.test_exchange_left import BY_ITSELF, FX, adjusted, disputed, named


@pytest.fixture
def open_company(tmp_path):
    opened = []

    def make(**settings):
        opened.append(Company(tmp_path, **settings))
        return opened[-1]

    yield make
    for company in opened:
        company.close()


def levels(company):
    return [row.state for row in company.documents() if row.purpose.startswith("exchange")]


def test_a_difference_whose_journal_a_person_gave_up_is_left_to_a_person(open_company):
    company = open_company(**BY_ITSELF)
    disputed(company, won=True, moves="after")
    table = json.loads(company.home.values().texts["accounts.ledger"])
    company.set("accounts.ledger", json.dumps(table | {"fx": "9999-999"}))
    named(company)
    company.run_all()
    assert levels(company) == [State.PARKED]
    [parked] = company.documents(state=State.PARKED)
    assert company.ask("ignore", what=str(parked.id), reason="Booked by hand.")[0].ok
    company.set("accounts.ledger", json.dumps(table))
    [row] = named(company)
    assert levels(company) == [State.CANCELLED]
    assert adjusted(company, row).ok
    assert levels(company) == [State.CANCELLED, State.HELD]


def test_a_difference_that_a_person_has_accepted_is_never_booked_by_itself(open_company):
    company = open_company()
    disputed(company, won=True, moves="after")
    [row] = named(company)
    assert company.ask("accept", number=row.id, reason="Booked by hand.")[0].ok
    company.set("reconcile.exchange", "by_itself")
    assert named(company) == []
    assert levels(company) == []


def test_a_journal_that_syspro_refused_is_sent_again_as_it_is_and_one_that_waits_for_approval_only_by_that(
    open_company,
):
    company = open_company()
    disputed(company, won=True, moves="after")
    [row] = named(company)
    assert adjusted(company, row, "9999-999").ok
    [held] = company.documents(state=State.HELD)
    answer, _ = company.ask("retry", what=str(held.id))
    assert not answer.ok
    assert "waits for approval" in answer.result
    company.ask("approve", number=held.id)
    company.run_all()
    assert levels(company) == [State.PARKED]
    with company.syspro.locked():
        company.syspro.books.connection.execute(
            "UPDATE GenMaster SET GlCode = '9999-999' WHERE trim(GlCode) = ?", (FX,)
        )
    answer, _ = company.ask("retry", what=str(held.id))
    assert answer.ok, answer.result
    company.run_all()
    assert levels(company) == [State.POSTED]
    assert named(company) == []
