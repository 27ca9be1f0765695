"""What must be true of refunds, disputes, payouts and the books after every run."""

from collections import Counter

from agent.domain.kinds import Kind
from agent.domain.readmodels import DocumentFilter
from tests.simulation.world import CLEARING_CODES, COMPANY

#: Kinds of documents that take a sale back in receivables.
CREDITS = (Kind.INVOICE_CREDIT, Kind.AR_DOCUMENT)

_TWO_OUT = """
SELECT leg, part FROM document_legs JOIN documents ON documents.id = document_id AND state = 'posted'
GROUP BY leg, part HAVING count(*) > 1
"""


def check_later(site, store):
    """Raise `AssertionError` with the first promise that was broken."""
    placed = _placed(site)
    for one in site.later:
        _CHECKS[one.type](site, store, one, placed)
    _bare_movements_once(site, placed)
    _documents_are_closed(site)
    _no_leg_twice(store)
    assert not store.reports.held(COMPANY), store.reports.held(COMPANY)


def waiting_minor(site, currency):
    """Fees that no payout has settled: all that may wait at the end."""
    settled = {part.id for one in site.later if one.type == "payout" for part in one.parts}
    left = [one for one in site.stripe.bookings() if one.currency == currency and one.id not in settled]
    own_fees = sum(one.amount_minor for one in left if one.reporting_category == "fee")
    fees = sum(one.fee_minor for one in left if one.reporting_category in {"charge", "refund", "fee"})
    return own_fees - fees


def _placed(site):
    """Reference -> the places of its records among all, in the order of their commits."""
    found = {}
    for place, record in enumerate(site.syspro.records):
        found.setdefault(record.reference, []).append(place)
    for reference, places in found.items():
        kinds = {site.syspro.records[place].kind for place in places}
        assert len(places) == len(kinds) or kinds == {Kind.CUSTOM_FORM}, f"{reference} was posted twice."
    return found


def _refund(site, store, refund, placed):
    out, back = placed.get(f"{refund.id}.M", []), placed.get(f"{refund.id}.R", [])
    credits_made = [place for place in placed.get(f"{refund.id}.C", []) if site.syspro.records[place].kind in CREDITS]
    assert len(credits_made) <= 1, f"{refund.id} has {len(credits_made)} credits."
    if refund.booked_at is None:
        assert not out + back + credits_made, f"{refund.id} never moved money."
    elif refund.returns:
        assert len(out) == len(back) <= 1, f"{refund.id} went out {len(out)} times and came back {len(back)} times."
    else:
        assert (len(out), len(back)) == (1, 0), f"{refund.id} went out {len(out)} times."
    if out:
        record = site.syspro.records[out[0]]
        assert -record.body.value.minor == refund.amount, f"{refund.id} gave back {record.body.value}."
        noted = [*credits_made, *placed.get(f"{refund.id}.N", []), *placed.get(refund.charge.id, [])]
        assert max(noted) < out[0], f"The money of {refund.id} went out before its credit."
    if back:
        assert site.syspro.records[back[0]].body.value.minor == refund.amount
        assert len(placed.get(f"{refund.id}.D", [])) == len(credits_made), f"{refund.id}: its credit was not reversed."


def _dispute(site, store, dispute, placed):
    ended = dispute.ends_at is not None
    wanted = {
        "W": dispute.taken_at is not None,
        "I": ended and (dispute.won or dispute.overturned_at is not None),
        # A loss is journalled, or comes off the account where the sale never was; never both.
        "L or BA": ended and not dispute.won,
        "X": bool(placed.get(f"{dispute.id}.BA")) and _is_cancelled(site, dispute.charge),
    }
    if dispute.overturned_at is not None:
        # What was lost and won before anybody looked is no loss; else it is taken back as it was booked.
        booked = [letter for letter in ("L", "BA") if placed.get(f"{dispute.id}.{letter}")]
        back = [letter for letter in ("O", "CA") if placed.get(f"{dispute.id}.{letter}")]
        assert back == [{"L": "O", "BA": "CA"}[letter] for letter in booked], f"{dispute.id}: {booked}, then {back}."
        wanted["L or BA"] = bool(booked)
    for letters, wants in wanted.items():
        found = [place for letter in letters.split(" or ") for place in placed.get(f"{dispute.id}.{letter}", [])]
        assert len(found) == wants, f"{dispute.id}.{letters} was posted {len(found)} times."


def _is_cancelled(site, charge):
    order = next(record for record in site.syspro.of(Kind.SALES_ORDER) if record.reference == charge.id)
    return site.syspro.receivables.orders[order.key].cancelled


def _payout(site, store, payout, placed):
    found, back = placed.get(payout.id, []), placed.get(f"{payout.id}.R", [])
    returned = payout.fails_at is not None
    assert (len(found), len(back)) == (1, returned), f"{payout.id}: {len(found)} journals, {len(back)} returns."
    fees = sum(part.fee_minor for part in payout.parts if part.reporting_category in {"charge", "refund", "fee"})
    own = -sum(part.amount_minor for part in payout.parts if part.reporting_category == "fee")
    code = CLEARING_CODES[payout.currency]
    cleared = _on(site.syspro.records[found[0]], code)
    assert cleared == -(payout.amount + fees + own), f"{payout.id} took {cleared} out of clearing."
    if returned:
        assert _on(site.syspro.records[back[0]], code) == payout.amount


def _on(record, code):
    assert sum(line.value.minor for line in record.body.lines) == 0
    return sum(line.value.minor for line in record.body.lines if line.ledger_code == code)


_CHECKS = {"refund": _refund, "dispute": _dispute, "payout": _payout}


def _bare_movements_once(site, placed):
    for one in site.stripe.bare.values():
        wants = one.reporting_category != "fee" and one.balance_type != "risk_reserved"
        found = len(placed.get(one.id, []))
        assert found == wants, f"{one.id} was posted {found} times."


def _documents_are_closed(site):
    """Invoice, receipt, refund and notes end with nothing open; only money on account of what is not invoiced is left."""
    for (kind, number), document in site.syspro.receivables.documents.items():
        balance = document.balance.minor
        if number.startswith("_CRD"):
            assert balance <= 0, f"More than was paid went out of {number}."
        elif kind in {"C", "D", "I"}:
            assert balance == 0, f"{kind} {number} of {document.customer} is open with {document.balance}."


def _no_leg_twice(store):
    twice = [tuple(row) for row in store._connections.all(_TWO_OUT)]
    assert not twice, f"Legs of several posted documents: {twice}"
    posted = store.reports.documents(DocumentFilter(limit=1_000_000))
    assert max(Counter((row.kind, row.purpose, row.stripe_id) for row in posted).values()) == 1
