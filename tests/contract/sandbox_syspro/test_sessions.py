"""Operators, seats, eviction, idle time."""

import re


def test_every_operator_gets_a_token_of_34_hex_and_two_blanks(enet):
    assert re.fullmatch(r"[0-9A-F]{34}  ", enet.logon("AGENT"))


def test_a_second_logon_of_the_same_operator_ends_the_first(enet):
    second = enet.logon()
    assert enet.get("GetLogonProfile", UserId=enet.token).text.startswith("ERROR")
    assert enet.get("GetLogonProfile", UserId=second).text.startswith("<?xml")


def test_another_operator_does_not_disturb(enet):
    enet.logon("AGENT")
    assert enet.get("GetLogonProfile", UserId=enet.token).text.startswith("<?xml")


def test_a_wrong_password_has_the_recorded_words(enet):
    assert enet.logon(password="wrong") == "ERROR: Invalid operator password"


def test_a_wrong_operator_company_or_company_password_is_an_error(enet):
    assert enet.logon("NOBODY").startswith("ERROR")
    assert enet.logon(company="Z").startswith("ERROR")
    enet.switch(company_password="secret")
    assert enet.logon("AGENT").startswith("ERROR")


def test_no_seat_is_free_when_all_are_taken_and_logging_off_frees_one(enet):
    enet.switch(seats=1)
    assert enet.logon("AGENT").startswith("ERROR")
    assert enet.get("Logoff", UserId=enet.token).text == "0"
    assert re.fullmatch(r"[0-9A-F]{34}  ", enet.logon("AGENT"))


def test_an_idle_session_ends_and_frees_its_seat(enet):
    enet.switch(seats=1)
    enet.sandbox.clock.advance(901)
    assert enet.get("GetLogonProfile", UserId=enet.token).text.startswith("ERROR")
    assert len(enet.logon("AGENT")) == 36


def test_every_call_keeps_a_session_from_going_idle(enet):
    for _ in range(3):
        enet.sandbox.clock.advance(800)
        assert enet.get("GetLogonProfile", UserId=enet.token).text.startswith("<?xml")


def test_logging_off_twice_is_the_recorded_error(enet):
    assert enet.get("Logoff", UserId=enet.token).text == "0"
    expected = "ERROR: Unable to read the SYSPRO base directory registry string BaseDir8"
    assert enet.get("Logoff", UserId=enet.token).text == expected


def test_no_business_object_runs_without_a_session(enet, order):
    enet.token = "0" * 34
    assert enet.post("SORTOI", order()).text.startswith("ERROR")
    assert enet.rows("SorMaster") == []
