"""Suggestions for a whole mapping: the fields of every kind, and two hundred source fields of shops."""

import time

import pytest

from agent.domain.kinds import BODIES, Kind, OrderLine, targets_of
from agent.domain.suggest import (
    Advisor,
    Choice,
    SourceField,
    ValueAdvisor,
    ValueTable,
    thesaurus_from,
    value_words_from,
)
from agent.shipped import shipped_thesaurus, shipped_value_words
from connectors.meaning import installed_meaning
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


MOST_WITH_MODEL_S = 10


@pytest.mark.benchmark
def test_suggestions_for_a_whole_mapping_with_the_model_of_meaning():
    model = installed_meaning()
    if model is None:
        pytest.skip("The extra 'meaning' is not installed.")
    sources = [SourceField(case.name, case.samples) for case in cases("suggestions.txt")[::3]][:SOURCES]
    started = time.process_time()
    thesaurus = thesaurus_from(shipped_thesaurus())
    made = sum(sum(map(bool, Advisor(thesaurus, kind, None, model).suggest_all(sources))) for kind in Kind)
    took_s = time.process_time() - started
    say(f"With the model, {len(sources)} sources, {made} answers", [took_s], " s", f"{MOST_WITH_MODEL_S} s")
    assert took_s < MOST_WITH_MODEL_S


STOCK_CODES, MOST_VALUES_S = 10_000, 10


@pytest.mark.benchmark
def test_products_find_their_codes_among_ten_thousand():
    goods = ("Hex bolt", "Claw hammer", "Work gloves", "Wall paint", "Garden hose", "Safety helmet", "Mains cable")
    choices = [
        Choice(f"{goods[at % len(goods)][:3].upper()}-{at:05}", f"{goods[at % len(goods)]} {at} mm type {at % 97}")
        for at in range(STOCK_CODES)
    ]
    sources = [SourceField(f"prod_{at}", (f"{goods[at % len(goods)]} {at} mm, new",)) for at in range(SOURCES)]
    started = time.process_time()
    advisor = ValueAdvisor(value_words_from(shipped_value_words()), ValueTable.STOCK_CODES, choices)
    made = sum(bool(advisor.suggest(source)) for source in sources)
    took_s = time.process_time() - started
    say(f"{len(choices)} stock codes x {len(sources)} products, {made} answers", [took_s], " s", f"{MOST_VALUES_S} s")
    assert took_s < MOST_VALUES_S
