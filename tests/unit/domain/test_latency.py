"""How fast the other systems answer."""

from agent.domain.latency import MEASURED, Answers, answers_from, answers_of, answers_text


def test_the_usual_time_is_the_middle_of_the_latest_calls():
    assert answers_of([10, 1000, 30], 7) == Answers(30, 30, 7, 3)
    assert answers_of([9999, *[20] * MEASURED], 7) == Answers(20, 20, 7, MEASURED)


def test_what_is_kept_is_read_again():
    found = {"SYSPRO": Answers(30, 40, 7, 3)}
    assert answers_from(answers_text(found)) == found
    assert answers_from("") == {}
