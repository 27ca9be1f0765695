"""What a home's own postings, and SYSPRO's, say about what is usual there; part of the composition root. Reads only."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from agent.domain.days import day_at
from agent.domain.documents import State
from agent.domain.erp import BANKED, INVOICES, PAYMENTS
from agent.domain.errors import Misconfigured, Problem
from agent.domain.shadow import Reading, found
from agent.domain.suggest import Posting
from agent.domain.suggest.past import lines_of, posting_of, postings_in, telling

if TYPE_CHECKING:
    from agent.bootstrap import Home

#: Most payments whose postings are looked at.
MOST = 500

_NO_TABLES = Problem(
    "SYSPRO's tables cannot be read",
    "What was posted stands in SYSPRO's tables, and no way to them is set up.",
    "Set syspro.reader, and the server of SYSPRO's database where it is sql.",
    "evidence.no_tables",
)


def own_postings(home: "Home") -> Sequence[Posting]:
    """Return what the agent itself has posted for the latest payments, beside what Stripe said of them."""
    payments = home.store.decided.payments(home.values().text("syspro.company"), MOST)
    about = {facts.stripe.subject: facts for facts in payments}
    documents = home.store.outbox.about(list(about))
    return telling(
        posting_of(about[one.draft.key.stripe_id], one.draft.body)
        for one in documents
        if one.state is State.POSTED and one.draft.key.stripe_id in about
    )


def own_lines(home: "Home") -> Sequence[Posting]:
    """Return the lines of goods of the orders that the agent posted for the latest payments."""
    payments = home.store.decided.payments(home.values().text("syspro.company"), MOST)
    documents = home.store.outbox.about([facts.stripe.subject for facts in payments])
    posted = (one.draft.body for one in documents if one.state is State.POSTED)
    return [line for body in posted for line in lines_of(body)]


def syspro_postings(home: "Home", days: int) -> Sequence[Posting]:
    """Return what people posted in SYSPRO within so many days: banks of receipts, branch and terms of invoices.

    Raises:
        Misconfigured: When no way to SYSPRO's tables is set up.
        Transient: When SYSPRO does not answer.
    """
    values = home.values()
    last = date.fromisoformat(day_at(home.clock.now(), values.text("site.time_zone")))
    span = (last - timedelta(days=days), last)
    world = home.connect(home)
    try:
        if world.tables is None:
            raise Misconfigured(_NO_TABLES)
        with world.erp.session() as session:
            local = values.table("currencies.to_syspro").get(session.local_currency(), "")
        with world.tables.session() as tables:
            payments, invoices = tables.between(PAYMENTS, *span), tables.between(INVOICES, *span)
            customers = sorted({row.customer for row in payments} | {row.customer for row in invoices})
            reading = Reading(payments, invoices, tables.rows(BANKED, "customer", customers))
    finally:
        world.close()
    return list(postings_in(found(reading, values, local, ()).entries))
