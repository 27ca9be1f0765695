"""The model of meaning: only what was measured is used, nothing leaves the machine, and it helps more than it hurts."""

import json
import os
import subprocess
import sys
from functools import cache

import pytest

from agent.domain.errors import Misconfigured
from agent.domain.kinds import Kind
from agent.domain.suggest import CONFIDENT, Advisor, SourceField, thesaurus_from
from agent.shipped import shipped_thesaurus
from connectors.meaning import Meaning, installed_meaning, prove_pinned
from tests.house.tree import TOP
from tests.labelled import cases, figures

FILES = ("suggestions.txt", "suggestions_systems.txt", "suggestions_seen.txt", "suggestions_found.txt")
FRESH = "suggestions_fresh.txt"

installed = pytest.mark.skipif(installed_meaning() is None, reason="The extra 'meaning' is not installed.")


@pytest.mark.parametrize("content", [b"other", None], ids=["another", "missing"])
def test_a_file_that_is_not_the_one_that_was_measured_is_refused_with_its_place(tmp_path, content):
    if content:
        (tmp_path / "weights.npz").write_bytes(content)
    with pytest.raises(Misconfigured) as refused:
        prove_pinned(tmp_path, {"weights.npz": "0" * 64})
    assert str(tmp_path / "weights.npz") in refused.value.problem.message
    assert "--no-model" in refused.value.problem.press


def test_what_is_as_it_was_measured_is_used(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    prove_pinned(tmp_path, {"a": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"})


def test_nothing_is_alike_where_there_is_nothing_to_compare():
    assert Meaning().alike("city", []) == ()


@installed
def test_words_of_several_languages_are_alike_by_what_they_mean():
    city, invoice = installed_meaning().alike("Stadt", ["city", "invoice number"])
    assert city > 700 > invoice


@cache
def answers(with_model):
    """Return what is suggested for every case, read in one go by kind."""
    thesaurus, model = thesaurus_from(shipped_thesaurus()), installed_meaning() if with_model else None
    found = {}
    every = [case for file in (*FILES, FRESH) for case in cases(file)]
    for kind in {case.kind for case in every}:
        sources = list(dict.fromkeys(SourceField(case.name, case.samples) for case in every if case.kind == kind))
        made = Advisor(thesaurus, Kind(kind), None, model).suggest_all(sources)
        found |= {(kind, source): one for source, one in zip(sources, made, strict=True)}
    return found


def measured(labelled, with_model):
    found = answers(with_model)
    made = figures(labelled, lambda case: found[case.kind, SourceField(case.name, case.samples)], CONFIDENT)
    print(f"\n{'with' if with_model else 'without'} the model: {made}")  # noqa: T201 - figures are printed
    return made


@installed
@pytest.mark.parametrize("fresh", [True, False], ids=["fresh", "held-out"])
def test_with_the_model_more_names_find_their_field_and_none_is_surely_wrong(fresh):
    labelled = cases(FRESH) if fresh else [case for file in FILES for case in cases(file) if case.is_held_out]
    without, with_it = measured(labelled, with_model=False), measured(labelled, with_model=True)
    assert with_it.first >= without.first
    assert with_it.first_three > without.first_three
    assert with_it.nothing_said >= without.nothing_said - 1
    assert with_it.confident_wrong == without.confident_wrong


@installed
def test_all_held_out_names_together_reach_what_is_promised_with_the_model():
    made = measured([case for file in (*FILES, FRESH) for case in cases(file) if case.is_held_out], with_model=True)
    assert made.first >= 0.9 * made.fitting
    assert made.first_three >= 0.97 * made.fitting
    assert made.confident_wrong <= 0.03 * made.cases


def suggest(tmp_path, *options):
    file = tmp_path / "sources.json"
    file.write_text(json.dumps([{"name": "metadata.kota", "samples": ["Leeds"]}]), "utf-8")
    command = [sys.executable, "-m", "tests.pipeline.offline", "mapping", "suggest", "--kind", "customer"]
    command += ["--sources", str(file), "--json", *options]
    done = subprocess.run(command, cwd=TOP, capture_output=True, text=True, timeout=120, check=False, env=os.environ)
    assert (done.returncode, done.stderr) == (0, "")
    [row] = json.loads(done.stdout)
    return row["suggestions"]


@installed
def test_no_packet_leaves_the_machine_with_the_model_and_it_can_be_left_out(tmp_path):
    found = suggest(tmp_path)
    assert found[0]["reasons"][0].startswith("It is similar in meaning to ")
    assert suggest(tmp_path, "--no-model") == []
