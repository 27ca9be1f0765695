"""The fences around all tests hold: no stray log line, no way out of this machine."""

import logging
import socket

import pytest

from tests.conftest import LogWatch, is_loopback

log = logging.getLogger("somebody")


def test_a_test_cannot_look_up_a_host_outside():
    with pytest.raises(RuntimeError, match=r"stay on this machine.*example\.com"):
        socket.getaddrinfo("example.com", 443)


@pytest.mark.parametrize("connect", ["connect", "connect_ex"])
def test_a_test_cannot_connect_to_the_outside(connect):
    with socket.socket() as outgoing, pytest.raises(RuntimeError, match="stay on this machine"):
        getattr(outgoing, connect)(("192.0.2.1", 80))


def test_a_test_can_talk_to_this_machine():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as outgoing:
        assert outgoing.getpeername() == server.getsockname()


@pytest.mark.parametrize("host", [None, "", "localhost", b"localhost", "127.0.0.1", "127.9.9.9", "::1", b"127.0.0.1"])
def test_loopback_is_known_by_all_its_names(host):
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host", ["0.0.0.0", "10.0.0.1", "stripe.com", "localhost.example.com", "::", "127.0.0.1.nip.io"]
)
def test_nothing_else_is_loopback(host):
    assert not is_loopback(host)


def test_a_warning_that_nobody_expects_is_a_complaint():
    watch = LogWatch()
    watch.handle(log.makeRecord("somebody", logging.WARNING, "", 0, "money %s", ("lost",), None))
    assert watch.complaints() == ["Unexpected log line: WARNING somebody: money lost"]


def test_a_warning_that_is_expected_is_none(log_watch):
    log_watch.expect("disk nearly full")
    log.warning("disk nearly full")
    assert log_watch.complaints() == []


def test_an_expected_warning_that_never_comes_is_a_complaint():
    watch = LogWatch()
    watch.expect("disk nearly full")
    assert watch.complaints() == ["Not logged: disk nearly full"]


def test_lines_below_warning_are_nobodys_business(log_watch):
    log.setLevel(logging.DEBUG)
    log.info("document posted")
    assert log_watch.complaints() == []


def test_the_clock_stands_still_until_it_is_moved(clock):
    start = clock.now()
    assert (clock.now(), clock.advance(5), clock.now()) == (start, start + 5, start + 5)


def test_the_clock_runs_backwards_only_when_it_is_set(clock):
    with pytest.raises(ValueError, match="backwards"):
        clock.advance(-1)
    clock.set(10)
    assert clock.now() == 10


def test_a_simulation_runs_its_seeds(seeds, request):
    assert len(seeds) == (request.config.getoption("runs") or 3)
    assert seeds[0] == request.config.getoption("seed")
