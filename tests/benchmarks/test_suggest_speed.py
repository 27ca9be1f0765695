"""Suggestions for a whole mapping: the fields of every kind, and two hundred source fields of shops."""

import time

import pytest

from agent.domain.kinds import BODIES, Kind, OrderLine, targets_of
from agent.domain.suggest import Advisor, SourceField, thesaurus_from
from agent.shipped import shipped_thesaurus
from tests.benchmarks.stage import say
from tests.labelled import cases

SOURCES, MOST_S = 200, 2


@pytest.mark.benchmark
def test_suggestions_for_a_whole_mapping():
    sources = [SourceField(case.name, case.samples) for case in cases("suggestions.txt")[::3]][:SOURCES]
    targets = sum(len(targets_of(body)) for body in (*BODIES.values(), OrderLine))
    started = time.process_time()
    thesaurus = thesaurus_from(shipped_thesaurus())
    made = sum(bool(Advisor(thesaurus, kind).suggest(source)) for kind in Kind for source in sources)
    took_s = time.process_time() - started
    say(f"{targets} target fields x {len(sources)} sources, {made} answers", [took_s], " s", f"{MOST_S} s")
    assert targets >= 150
    assert len(sources) == SOURCES
    assert took_s < MOST_S
