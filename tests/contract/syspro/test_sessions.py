"""One session an operator: alone, shared within a thread, always ended."""

import threading

import pytest

from agent.domain.errors import Unavailable
from tests.contract.syspro import bodies
from tests.contract.syspro.conftest import document

ORDER = document(bodies.order())


def test_session_ends_when_its_user_fails(site):
    with pytest.raises(KeyError), site.target().session():  # noqa: PT012 - the failure is inside the session
        assert site.seats_taken() == 1
        raise KeyError
    assert site.seats_taken() == 0


def test_session_inside_a_session_of_the_same_thread_is_the_same(site):
    with site.target().session() as outer:
        with site.reader().session() as inner:
            assert inner.customer(bodies.CUSTOMER) is not None
            assert site.seats_taken() == 1
        assert outer.find([ORDER]) == {1: ()}
    assert site.seats_taken() == 0


def test_another_thread_waits_until_the_session_has_ended(site):
    target, reader = site.target(), site.reader()
    inside, found = threading.Event(), []

    def read():
        inside.wait(5)
        with reader.session() as session:
            found.append(session.customer(bodies.CUSTOMER))

    thread = threading.Thread(target=read)
    thread.start()
    with target.session() as session:
        inside.set()
        for _ in range(5):
            assert session.find([ORDER]) == {1: ()}
        assert not session.remarks
    thread.join(10)
    assert found[0].code == bodies.CUSTOMER


def test_another_thread_does_not_wait_for_ever(site):
    reader = site.reader(syspro__session_wait_s="1")
    caught = []

    def read():
        try:
            with reader.session():
                pass
        except Unavailable as error:
            caught.append(error.problem.code)

    with site.target().session():
        thread = threading.Thread(target=read)
        thread.start()
        thread.join(10)
    assert caught == ["syspro.session_busy"]


def test_person_who_logs_on_with_the_agents_operator_is_noticed(site):
    with site.target().session() as session:
        site.sandbox.service.sessions.evict("AGENT")
        assert session.find([ORDER]) == {1: ()}
        assert [remark.at for remark in session.remarks] == [site.clock.now()]


def test_other_company_does_not_take_the_session_that_is_in_use(site):
    other = site.reader(syspro__company="B")
    with site.target().session() as session:
        with pytest.raises(Unavailable) as caught, other.session():
            pass
        assert caught.value.problem.code == "syspro.session_busy"
        assert session.find([ORDER]) == {1: ()}
        assert not session.remarks
