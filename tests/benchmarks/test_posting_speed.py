"""Documents posted, against a bare loop that sends the same XML to the same kind of company and reads each answer."""

import time

import pytest

from agent.bootstrap import open_home, real_world
from agent.demo_company import demo_settings
from agent.domain.decisions import Decision, Outcome
from agent.domain.documents import DocumentKey, Draft, State
from agent.domain.events import Subject
from agent.domain.facts import ErpFacts, Facts, StripeFacts
from agent.domain.kinds import Kind, Receipt
from agent.domain.money import Money
from agent.domain.retry import Waits
from agent.sendings import NotedSendings, files_of
from connectors.syspro.client import Call, EnetClient
from connectors.syspro.connection import connection_of
from connectors.syspro.wire import token_of
from connectors.syspro.xml import arstpy
from connectors.syspro.xml.reply import parse_xml
from jobs.beside import Beside
from jobs.post import Post
from tests.benchmarks.stage import SandboxSecrets, say, seconds, stage

pytestmark = pytest.mark.benchmark

#: A round is one batch of each; many short rounds side by side, so that what else the machine does hits both alike.
DOCUMENTS = 100
ROUNDS = 21


def receipt(home, number, round_number):
    guest = home.values().table("customers.guest")["usd"]
    reference = f"ch_bench{round_number:03}{number:06}"
    body = Receipt(
        reference=reference,
        value=Money(1000 + number, "usd"),
        payment_date=time.strftime("%Y-%m-%d"),
        bank="STRIPE-USD",
        customer=guest,
        notation=f"Stripe {reference}",
    )
    key = DocumentKey("A", Kind.RECEIPT, "payment", reference)
    return Draft(key=key, body=body, lane=f"payment|{reference}", order_by=number, amount=body.value)


def fill_outbox(home, round_number):
    now = home.clock.now()
    for number in range(DOCUMENTS):
        draft = receipt(home, number, round_number)
        subject = Subject(draft.key.stripe_id, "charge", (), (), now)
        facts = Facts("A", StripeFacts(subject.object_id, "charge", {}), ErpFacts(), read_at=now)
        decision = Decision(subject.object_id, Outcome.DOCUMENTS, drafts=(draft,))
        home.store.outbox.apply(decision, facts, subject, now)


def post_all(post):
    while post.run().more:
        pass


def bare_loop(client, drafts):
    token = token_of(client.logon())
    for draft in drafts:
        request = arstpy.build(draft.body)
        call = Call("Transaction/Post", "ARSTPY", request.document, request.parameters, writes=True)
        parse_xml(client.send(call, token))
    client.logoff(token)


def test_documents_are_posted_at_seven_tenths_of_a_bare_loop_or_better(tmp_path):
    with (
        stage(tmp_path / "world", 1) as on,
        open_home(tmp_path / "home", secrets=SandboxSecrets()) as home,
        Beside() as writer,
    ):
        for name, text in demo_settings(on.stripe.url, on.syspro.url, now_at=home.clock.now(), days=1).items():
            home.store.settings.set(name, text, by="benchmark", now=1)
        values = home.values()
        world = real_world(home)
        waits = Waits.of(values)
        batch = values.integer("syspro.batch")
        store = home.store
        # As in the engine: the outcome of a document is written down while the next one is sent.
        sendings = NotedSendings(store.sendings, files_of(home.path), home.clock)
        post = Post(
            world.target,
            store.outbox,
            store.links,
            home.clock,
            "A",
            waits,
            batch,
            writer=writer,
            sendings=sendings,
            lease=store.lease,
        )
        ours, bare = [], []
        with EnetClient(connection_of(values, SandboxSecrets())) as client:
            bare_loop(client, [receipt(home, 0, 999)])
            for number in range(ROUNDS):
                fill_outbox(home, number)
                drafts = [receipt(home, each, 500 + number) for each in range(DOCUMENTS)]
                both = [
                    (ours, lambda: post_all(post)),
                    (bare, lambda drafts=drafts: bare_loop(client, drafts)),
                ]
                # Each is the first every other time: whoever comes second meets a warmer machine, or a busier one.
                for figures, work in both if number % 2 else reversed(both):
                    figures.append(DOCUMENTS / seconds(work))
        assert home.store.outbox.counts()[State.POSTED] == DOCUMENTS * ROUNDS
        world.close()
    say("documents a second, ours (searched before, posted, read back)", ours)
    say("documents a second, bare loop (posted only)", bare)
    say("ratio ours / bare, pair by pair", [a / b for a, b in zip(ours, bare, strict=True)], goal="0.7")
