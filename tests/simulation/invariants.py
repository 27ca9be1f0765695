"""What must be true after every run, whatever happened on the way."""

from collections import Counter

from agent.domain.codec import loads
from agent.domain.decisions import Outcome
from agent.domain.disputes import DUE
from agent.domain.documents import REPLACEABLE, TRANSITIONS, State, party_key
from agent.domain.fitting import short_reference
from agent.domain.kinds import Kind
from agent.domain.money import Money
from agent.domain.readmodels import DocumentFilter
from agent.domain.restoring import RESTORED
from agent.store import Store
from tests.simulation.invariants_later import check_later, waiting_minor
from tests.simulation.trade import SHARED
from tests.simulation.world import BANKS, CLEARING_CODES, COMPANY, GUESTS, SYSPRO_CURRENCIES


def check(site):
    """Raise `AssertionError` with the first promise that was broken."""
    _each_payment_once(site)
    _nothing_for_what_moved_no_money(site)
    _right_customer_bank_and_amount(site)
    _no_customer_twice(site)
    _customer_before_order_before_receipt(site)
    assert not site.syspro.wrongs, site.syspro.wrongs
    with Store.open(site.path) as store:
        _states_changed_as_allowed(store)
        _posted_documents_name_what_is_there(site, store)
        check_later(site, store)
        _books_agree(site, store)
        assert store.audit.examine().altered == ()
        assert not _discrepancies(site, store), _discrepancies(site, store)


def _discrepancies(site, store):
    """Open discrepancies, but for orders of disputed payments where an old copy came back.

    That copy knew nothing of the order, and decides it again in suspense: SYSPRO's order is not, and a person is told.
    That the copy was noticed is no broken promise, nor are disputes that should be answered soon.
    """
    disputed = {f"{COMPANY}/sales_order/sale/{one.charge.id}" for one in site.later if one.type == "dispute"}
    told = disputed if site.flavour.restores else set()
    fine = {DUE, RESTORED} if site.flavour.restores else {DUE}
    return [row for row in store.reports.discrepancies() if row.subject not in told and row.area not in fine]


def _counted(site, kind):
    return Counter(record.reference for record in site.syspro.of(kind))


def _each_payment_once(site):
    for kind in (Kind.SALES_ORDER, Kind.RECEIPT):
        posted = _counted(site, kind)
        twice = [charge for charge in site.charges if posted[charge.id] > 1]
        assert not twice, f"{kind.value} posted twice: {twice}"
        never = [charge for charge in site.charges if charge.moves_money and not posted[charge.id]]
        assert not never, f"{kind.value} never posted: {never}"


def _nothing_for_what_moved_no_money(site):
    idle = {charge.id for charge in site.charges if not charge.moves_money}
    assert not idle & {record.reference for record in site.syspro.records}


def _right_customer_bank_and_amount(site):
    orders = {record.reference: record for record in site.syspro.of(Kind.SALES_ORDER)}
    for receipt in site.syspro.of(Kind.RECEIPT):
        if receipt.reference not in site.stripe.charges:
            continue  # money of a refund
        charge = site.stripe.charges[receipt.reference]
        paid = Money(charge.captured, charge.currency)
        order = orders[charge.id]
        assert receipt.body.value == paid
        assert receipt.body.bank == BANKS[charge.currency]
        assert receipt.customer == order.customer
        assert receipt.customer in _accounts(site, charge), f"{charge.id} went to {receipt.customer}."
        assert site.syspro.customers()[order.customer].currency == SYSPRO_CURRENCIES[charge.currency]
        assert _total(order.body, charge.currency) == paid


def _accounts(site, charge):
    """SYSPRO customers that a payment may be booked to."""
    if charge.payer is None:
        return {GUESTS[charge.currency]}
    if charge.currency in charge.payer.known_as:
        return {charge.payer.known_as[charge.currency]}
    same = [payer for payer in site.payers.values() if payer.id == charge.payer.id or _share(payer, charge.payer)]
    references = {short_reference(party_key(payer.id, charge.currency)) for payer in same}
    return {record.key for record in site.syspro.of(Kind.CUSTOMER) if record.reference in references}


def _share(one, other):
    """Whether two payers are one to SYSPRO because they have the same e-mail address."""
    return one.email == other.email == SHARED


def _total(order, currency):
    total = Money.zero(currency)
    for line in order.lines:
        value = line.value or Money.from_decimal(line.price * line.quantity, currency)
        total += value - (line.discount or Money.zero(currency))
    return total


def _no_customer_twice(site):
    twice = [reference for reference, count in _counted(site, Kind.CUSTOMER).items() if count > 1]
    assert not twice, f"Customers posted twice: {twice}"
    shared = Counter(record.body.currency for record in site.syspro.of(Kind.CUSTOMER) if record.body.email == SHARED)
    assert set(shared.values()) <= {1}, f"One e-mail address became several customers: {shared}"


def _customer_before_order_before_receipt(site):
    """Check the order of commits; what was refused once steps aside, so only its customer must still come first."""
    place = {(record.kind, record.reference): number for number, record in enumerate(site.syspro.records)}
    made = {record.key: number for number, record in enumerate(site.syspro.records) if record.kind is Kind.CUSTOMER}
    for record in site.syspro.of(Kind.SALES_ORDER):
        assert made.get(record.customer, -1) < place[Kind.SALES_ORDER, record.reference]
        refused = record.reference in site.syspro.refused or "LATER" in site.stripe.charges[record.reference].lines
        assert refused or place[Kind.SALES_ORDER, record.reference] < place[Kind.RECEIPT, record.reference]


def _states_changed_as_allowed(store):
    stands = {}
    for row in reversed(store.audit.list(limit=1_000_000)):
        if not row.action.startswith("document."):
            continue
        change = row.detail.split(":")[0].split(" -> ")
        after = State(change[-1])
        if row.action == "document.made":
            assert row.subject not in stands
        else:
            before = State(change[0])
            assert stands[row.subject] is before, f"{row.subject} was {stands[row.subject]}, not {before}."
            replaced = row.action == "document.replaced" and {before, after} <= REPLACEABLE
            stays = row.action == "document.covers" and before is after
            assert replaced or stays or after in TRANSITIONS[before], f"{row.subject}: {row.detail}"
        stands[row.subject] = after
    assert stands == {_key(row): row.state for row in _documents(store)}


def _key(row):
    return f"{row.company}/{row.kind.value}/{row.purpose}/{row.stripe_id}"


def _documents(store):
    return store.reports.documents(DocumentFilter(limit=1_000_000))


def _posted_documents_name_what_is_there(site, store):
    there = {(record.kind, record.key) for record in site.syspro.records}
    for row in _documents(store):
        if row.reason_code == "withdrawn" and (row.kind is Kind.CUSTOMER or _ended_otherwise(store, row)):
            continue  # a customer that another payer with the same address had made, or what came to nothing at Stripe
        assert row.state is State.POSTED, f"{_key(row)} is {row.state.value}: {row.reason}"
        assert (row.kind, row.erp_key) in there, f"{_key(row)} names {row.erp_key!r}."


def _ended_otherwise(store, row):
    """Whether the latest decision takes nothing back of what was posted: it posts in another way, or nothing at all."""
    latest = store.reports.decisions(row.stripe_id)[0]
    return latest.outcome in {Outcome.IGNORED, Outcome.DOCUMENTS}


def _books_agree(site, store):
    rows = loads(dict, store.marks.get("proof"))["rows"]
    balance = {currency: money.minor for currency, money in site.stripe.balance().items() if money}
    assert {row["currency"]: row["stripe_minor"] for row in rows if row["stripe_minor"]} == balance
    cleared = Counter()
    for row in site.syspro.clearing_rows(CLEARING_CODES):
        cleared[row.value.currency] += row.value.minor
    for row in rows:
        assert row["company"] == COMPANY
        assert row["difference_minor"] == row["clearing_difference_minor"] == 0, row
        assert row["posted_minor"] == cleared[row["currency"]] == row["syspro_ledger_minor"], row
        assert row["waiting_minor"] == waiting_minor(site, row["currency"]), row
        assert row["held_minor"] == row["in_doubt_minor"] == 0, row
