"""People edit on both sides at random while both systems fail; at the end both agree, and nothing more is written."""

import random

import pytest

from agent.domain.customers.fields import EMAIL, NAME, PHONE, same
from agent.domain.customers.kept import LinkState
from connectors.sandbox.faults import FaultRule
from tests.pipeline.customers_stage import Kept

ALDER = "000000000000001"

#: Field -> column in SYSPRO.
COLUMNS = {NAME: "Name", EMAIL: "Email", PHONE: "Telephone"}

WORDS = {
    NAME: ["Alder", "Birch & Co", "Zażółć 🛶", "x" * 80, "alder"],
    EMAIL: ["a@b.com", "c@d.com", "A@B.com"],
    PHONE: ["555 0100", "+1 (555) 0100", "15550200"],
}

FAULTS = ["reset_before", "reset_after_commit", "html_page", "html_after_commit", "odd_text", "evict", "truncated"]


@pytest.mark.parametrize("seed", range(6))
def test_both_sides_agree_in_the_end_whatever_happens(tmp_path, seed):
    chance = random.Random(seed)
    owners = {f"customer_links__{name}": chance.choice(["syspro", "stripe", "both"]) for name in COLUMNS}
    kept = Kept(tmp_path, **owners)
    try:
        run(kept, chance)
    finally:
        kept.close()


def run(kept, chance):
    row = kept.here(ALDER)
    # What is empty in Stripe never travels, so both begin with all of it.
    stripe_id = kept.in_stripe(name=row.text("Name"), email=row.text("Email"), phone=row.text("Telephone"))
    kept.keep()
    kept.tell("customers_link", customer="1", stripe_id=stripe_id)
    for _ in range(8):
        edit(kept, chance, stripe_id)
        kept.syspro.faults.add(FaultRule(chance.choice(FAULTS), {"object": "ARSSCS"}, remaining=1))
        kept.run("customers", "post", "resolve", after_s=chance.choice([31, 600, 90_000]))
        kept.run("post", "resolve", after_s=31)
    kept.syspro.faults.clear()
    settle(kept)
    for name, column in COLUMNS.items():
        assert same(name, kept.here(ALDER).text(column), kept.there(stripe_id)[name] or "", {}), name
    assert kept.link(ALDER).state is LinkState.IN_STEP
    before = kept.writes(), kept.store.outbox.counts()
    kept.keep()
    kept.posted()
    assert (kept.writes(), kept.store.outbox.counts()) == before


def edit(kept, chance, stripe_id):
    name = chance.choice(list(COLUMNS))
    word = chance.choice(WORDS[name])
    if chance.random() < 0.5:
        kept.edit_stripe(stripe_id, **{name: word})
    else:
        kept.edit_syspro(ALDER, **{COLUMNS[name]: word.encode("cp1252", "ignore").decode("cp1252")[:20]})


def settle(kept):
    """Let everything arrive; a person decides whatever is asked."""
    for _ in range(6):
        kept.keep()
        kept.posted(after_s=1000)
        for one in kept.link(ALDER).conflicts:
            kept.tell("customers_resolve", customer="1", field=one.field, side="syspro")
