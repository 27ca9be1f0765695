"""The books, section 5: several currencies. A payment is posted when it is known what it settles as, and not before."""

from dataclasses import replace

from agent.domain.decide import decide
from agent.domain.decisions import Outcome
from agent.domain.documents import Leg, Part
from agent.domain.kinds import Kind
from agent.domain.money import Money
from tests.unit.domain.cases import STOCK, booking, charge, drafts_of, facts, mapping, receipt_of
from tests.unit.domain.movements import decided, effect_of, moved, payout

#: 900,000.00 euros that Stripe has settled as 1,000,000.07 dollars: no rate of six decimals says that.
EUROS, DOLLARS = 90_000_000, 100_000_007
SOLD = charge(amount=EUROS, amount_captured=EUROS, currency="eur")
#: The guest's account in each currency.
SITE = mapping(customers__guest='{"usd": "GUEST", "eur": "GUEST-EUR"}')
BOOKED = booking(amount_minor=DOLLARS, net_minor=DOLLARS - 59)


def paid(given, booked=None, held=("usd",)):
    """Facts of a payment into a company whose own currency is the dollar."""
    found = facts(given, booked=booked, held=held)
    return replace(found, erp=replace(found.erp, stock=STOCK, local_currency="usd"))


def test_a_payment_in_the_currency_of_its_balance_is_posted_when_it_succeeds():
    made = decide(paid(charge()), SITE)
    assert made.outcome is Outcome.DOCUMENTS
    assert (receipt_of(made).value, receipt_of(made).exchange_rate) == (Money(1000, "usd"), 0)


def test_a_payment_in_another_currency_waits_until_stripe_says_what_it_settles_as():
    waiting = decide(paid(SOLD), SITE)
    assert (waiting.outcome, waiting.reason_code, waiting.drafts) == (Outcome.WAITING, "payment.not_settled", ())
    assert decide(paid(SOLD, BOOKED), SITE).outcome is Outcome.DOCUMENTS


def test_it_is_posted_in_the_customers_currency_with_the_rate_that_gives_what_was_settled():
    made = decide(paid(SOLD, BOOKED), SITE)
    receipt = receipt_of(made)
    assert (receipt.value, receipt.bank, str(receipt.exchange_rate)) == (Money(EUROS, "eur"), "STRIPE-USD", "1.111111")


def test_what_a_rate_of_six_decimals_cannot_say_is_left_to_the_payout_and_goes_to_the_exchange_differences_there():
    draft = drafts_of(decide(paid(SOLD, BOOKED), SITE))[Kind.RECEIPT]
    posted = Money.from_decimal(draft.body.value.to_decimal() * draft.body.exchange_rate, "usd").minor
    rest = DOLLARS - posted
    assert (draft.legs, rest) == ((Leg("ch_1", Part.AMOUNT, posted),), 17)
    sale = moved("a", DOLLARS, source="ch_1")
    out = decided(payout(sale, amount=DOLLARS, rests={"txn_a": rest}))
    # Clearing had what the receipt has posted, and is at nothing when the rest is on its account.
    assert effect_of(out) == {"BANK": DOLLARS, "FX": -rest, "CLR": -posted}
