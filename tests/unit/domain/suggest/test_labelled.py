"""How good the suggestions are, measured on names that nothing was tuned on."""

from functools import cache

import pytest

from agent.domain.kinds import Kind
from agent.domain.suggest import CONFIDENT, Advisor, Evidence, Posting, SourceField, thesaurus_from
from agent.shipped import shipped_thesaurus
from tests.labelled import cases, figures

SHOPS, SYSTEMS, SEEN = "suggestions.txt", "suggestions_systems.txt", "suggestions_seen.txt"
FOUND, FRESH = "suggestions_found.txt", "suggestions_fresh.txt"
EVERY = (SHOPS, SYSTEMS, SEEN, FOUND, FRESH)


@cache
def advisor(kind):
    return Advisor(thesaurus_from(shipped_thesaurus()), Kind(kind))


def suggest(case):
    return advisor(case.kind).suggest(SourceField(case.name, case.samples))


def held_out(*files):
    return [case for file in files for case in cases(file) if case.is_held_out]


def test_the_set_is_large_and_half_of_it_is_held_out():
    every = [case for file in EVERY for case in cases(file)]
    assert len(every) >= 400
    assert sum(case.wants_none for case in every) >= 80
    assert 0.4 < len(held_out(*EVERY)) / len(every) < 0.6


def test_no_case_is_there_twice_with_different_answers():
    every = [case for file in EVERY for case in cases(file)]
    answers = {(case.kind, case.name): case.right for case in every}
    assert all(answers[case.kind, case.name] == case.right for case in every)


# Of shops' names the thesaurus and the cases are of one hand, one after the other, so the first figure flatters. Names
# of other systems reached 0.76 at the first try, names seen in public code 0.89, names found by language 0.82; then the
# thesaurus learned the languages and the programs that they come from as a whole, so that these figures are no longer
# those of new names. The fresh ones were labelled after that: their figure is what a new shop may expect.
@pytest.mark.parametrize(
    ("file", "first", "first_three"),
    [(SHOPS, 0.97, 0.98), (SYSTEMS, 0.92, 0.93), (SEEN, 0.96, 0.96), (FOUND, 0.95, 0.95), (FRESH, 0.9, 0.93)],
    ids=["shops", "systems", "seen", "found", "fresh"],
)
def test_names_that_were_held_out_find_their_field(file, first, first_three):
    made = figures(held_out(file), suggest, CONFIDENT)
    print(f"\n{file}, held out: {made}")  # noqa: T201 - figures are printed
    assert made.first >= first * made.fitting
    assert made.first_three >= first_three * made.fitting
    assert made.confident_wrong <= 0.035 * made.cases


def test_names_of_which_nothing_was_learned_find_their_field():
    made = figures(cases(FRESH), suggest, CONFIDENT)
    print(f"\n{FRESH}, all of it: {made}")  # noqa: T201 - figures are printed
    assert made.first >= 0.9 * made.fitting
    assert made.first_three >= 0.93 * made.fitting
    assert made.confident_wrong <= 0.03 * made.cases


def test_all_names_that_were_held_out_together_find_their_field():
    made = figures(held_out(*EVERY), suggest, CONFIDENT)
    assert made.first >= 0.96 * made.fitting
    assert made.first_three >= 0.97 * made.fitting
    assert made.confident_wrong <= 0.03 * made.cases


def past(case, right, wrong):
    """So many postings whose value went to the right field, and so many in which the field had another."""
    fields = [{case.right[0]: f"v{number}" if number < right else "other"} for number in range(right + wrong)]
    empty = case.wants_none
    return tuple(
        Posting(case.kind, {case.name: f"v{number}"}, {} if empty else one) for number, one in enumerate(fields)
    )


# This is the mechanism's figure: that the postings of a site show the right field is assumed here, not measured.
@pytest.mark.parametrize(("right", "wrong", "first"), [(3, 0, 0.97), (7, 3, 0.95)])
def test_what_the_site_posted_finds_names_that_say_nothing(right, wrong, first):
    def with_past(case):
        evidence = Evidence(postings=past(case, right, wrong))
        return Advisor(thesaurus_from(shipped_thesaurus()), Kind(case.kind), evidence).suggest(
            SourceField(case.name, case.samples)
        )

    made = figures(held_out(SYSTEMS), with_past, CONFIDENT)
    print(f"\n{SYSTEMS}, held out, {right} of {right + wrong} postings agree: {made}")  # noqa: T201 - figures are printed
    assert made.first >= first * made.fitting
    assert made.confident_wrong <= 0.03 * made.cases


def test_what_fits_nothing_gets_no_suggestion():
    made = figures(held_out(*EVERY), suggest, CONFIDENT)
    print(f"\nAll, held out: {made}")  # noqa: T201 - figures are printed
    assert made.nothing_said >= 0.9 * made.nothing
    assert made.confident_wrong <= 0.03 * made.confident
