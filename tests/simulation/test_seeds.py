"""Made-up troubles from seeds: whatever happens on the way, both sides agree at the end."""

import pytest

from tests.simulation.invariants import check
from tests.simulation.world import Flavour, Site, chance, simulate

LOST_REPLIES = {"post": {"lost before": 3, "lost after": 3, "late": 3, "no number": 1}}

WEATHER = {
    "stripe": {"down": 1},
    "logon": {"unavailable": 2, "refused": 1, "not delivered": 2},
    "post": {"not delivered": 2, "unavailable": 2, "refused": 1},
    "find": {"failed": 1},
    "read_back": {"failed": 1},
}

EVERYTHING = WEATHER | {"post": WEATHER["post"] | LOST_REPLIES["post"]}

FLAVOURS = {
    "nothing_goes_wrong": Flavour(),
    "weather": Flavour(faults=WEATHER, rate=0.25),
    "replies_are_lost": Flavour(faults=LOST_REPLIES, rate=0.5),
    "notices_are_lost": Flavour(lost=0.4, skew_s=40),
    "the_process_dies": Flavour(faults=LOST_REPLIES, rate=0.3, crashes=5),
    "an_old_copy_comes_back": Flavour(faults=LOST_REPLIES, rate=0.2, crashes=5, restores=True),
    "a_long_silence": Flavour(faults=WEATHER, rate=0.1, crashes=3, silence_s=32 * 86400, skew_s=-40),
    "the_database_is_locked": Flavour(faults=LOST_REPLIES, rate=0.4, locked=0.1),
    "everything_at_once": Flavour(
        faults=EVERYTHING, rate=0.3, crashes=4, restores=True, lost=0.2, locked=0.05, silence_s=32 * 86400, skew_s=20
    ),
}


@pytest.mark.parametrize("name", FLAVOURS)
def test_both_sides_agree_after(name, seed, folder, template, log_watch):
    site = Site(folder, template, chance(seed), FLAVOURS[name])
    try:
        simulate(site)
        check(site)
    except Exception as error:
        command = f"pytest tests/simulation -k {name} --seed {seed} --runs 1"
        error.add_note(f"Seed {seed}. To repeat it: {command}")
        raise
    finally:
        if site.recovered:
            log_watch.expect("documents in doubt after an interruption")
