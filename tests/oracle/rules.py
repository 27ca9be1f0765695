"""What must stand in SYSPRO, reckoned from Stripe's side alone and the rules of the books, in whole minor units.

Payouts, disputes and movements are the same however sales are posted; sales and refunds are in `modes.py`.
"""

from collections import Counter
from dataclasses import dataclass, field

from tests.oracle import terms as accounts

MILLION = 1_000_000

#: Stripe's own fees: they are taken by themselves, and booked with the payout that lists them.
OWN_FEES = {"fee", "network_cost", "tax"}
SALES = {"charge", "partial_capture_reversal"}
REFUNDS = {"refund", "refund_failure"}
DISPUTES = {"dispute", "dispute_reversal"}
PAYOUTS = {"payout", "payout_reversal"}


@dataclass(frozen=True)
class Lost:
    """A dispute that was lost.

    Attributes:
        dispute: Its id.
        amount: How much, minor units of the payment's currency.
        overturned: Whether the bank changed its mind afterwards.
    """

    dispute: str = ""
    amount: int = 0
    overturned: bool = False


@dataclass
class Expected:
    """What must be there.

    Attributes:
        lines: (reference, ledger code, currency) -> debit (+) or credit (-), minor units of the settlement currency.
        receipts: Reference -> minor units that the customer's account has received, in the customer's currency.
        orders: Reference -> what is known of the order's payment.
        invoices: The same of payments that have an AR invoice each.
        paying: The same of payments whose receipts go to open invoices, or on account.
        named: Payment -> what it says of the invoices that it pays.
        summed: Movements that journals sum up.
        days: Reference -> the day of its documents (CCYY-MM-DD).
        pairs: References of which both are there or neither.
        held: Ids of movements and payouts that wait for a person, with the categories that nobody has mapped.
        returned: References of payments that the payer's bank has taken back: a person may be asked about each.
        lost: Payment -> the dispute of it that was lost in its own currency: what SYSPRO never invoiced of it is no loss.
        sums: Payout -> the journal that sums up what it lists: its own, or one beside it.
        rests: Balance transaction -> what SYSPRO's rate of six decimals leaves over of a converted amount.
    """

    lines: Counter = field(default_factory=Counter)
    receipts: Counter = field(default_factory=Counter)
    orders: dict = field(default_factory=dict)
    invoices: dict = field(default_factory=dict)
    paying: dict = field(default_factory=dict)
    named: dict = field(default_factory=dict)
    summed: list = field(default_factory=list)
    days: dict = field(default_factory=dict)
    pairs: list = field(default_factory=list)
    held: dict = field(default_factory=dict)
    returned: set = field(default_factory=set)
    lost: dict = field(default_factory=dict)
    rests: dict = field(default_factory=dict)
    sums: dict = field(default_factory=dict)

    def entry(self, reference, currency, *parts):
        """Note a balanced entry: pairs of ledger code and minor units."""
        assert sum(minor for _, minor in parts) == 0, (reference, parts)
        for code, minor in parts:
            self.lines[reference, code, currency] += minor

    def was_on_account(self, lost, minor, currency):
        """Note that so much of a lost dispute is no loss, but comes off the customer's account; and back, if overturned."""
        ends = (("L", "BA", 1), ("O", "CA", -1)) if lost.overturned else (("L", "BA", 1),)
        for loss, account, sign in ends:
            self.entry(
                f"{lost.dispute}.{loss}",
                currency,
                (accounts.DISPUTE_LOSS, -sign * minor),
                (accounts.DISPUTED, sign * minor),
            )
            self.lines[f"{lost.dispute}.{account}", accounts.DISPUTED, currency] -= sign * minor


def half_up(numerator, denominator):
    """Division rounded half away from zero."""
    sign = -1 if (numerator < 0) != (denominator < 0) else 1
    return sign * ((2 * abs(numerator) + abs(denominator)) // (2 * abs(denominator)))


def booked_by_rate(amount, currency, settled, settles_in):
    """What SYSPRO books for a converted amount: it knows rates of six decimals only."""
    here, there = 10 ** accounts.EXPONENTS[currency], 10 ** accounts.EXPONENTS[settles_in]
    rate = half_up(settled * here * MILLION, amount * there)
    return half_up(amount * rate * there, here * MILLION)


def platforms(account, expected):
    """What a platform sold for the account (Connect) is left to a person, who knows what was agreed."""
    for charge in account.charges.values():
        if charge["application_fee_amount"]:
            expected.held[charge["id"]] = {"payment.connect"}


def with_payout(one, account, terms):
    """Ledger code -> what a movement costs, where that is booked with its payout and not with its day."""
    if terms.by_day and one.category in SALES | REFUNDS and not _is_of_platform(one, account):
        return Counter()
    return fees_of(one, terms)


def _is_of_platform(one, account):
    return bool(account.charges.get(one.source, {}).get("application_fee_amount"))


def payouts(account, terms, expected):
    """Bank, fees and rests of rates leave clearing with the payout that lists them, or that was made by hand for them."""
    listed = {}
    for one in account.moved:
        if one.payout:
            listed.setdefault(one.payout, []).append(one)
    for payout in account.payouts.values():
        if payout["automatic"] and payout["reconciliation_status"] != "completed":
            continue
        unknown = {
            one.category
            for one in (listed[payout["id"]] if payout["automatic"] else ())
            if _is_alone(one) and one.category not in OWN_FEES and not terms.code_of(one.category, one.currency)
        }
        if unknown:
            expected.held[payout["id"]] = unknown
        else:
            _payout(account, payout, listed.get(payout["id"], ()), terms, expected)


def _payout(account, payout, listed, terms, expected):
    currency, reference = payout["currency"], payout["id"]
    clearing = accounts.CLEARING[currency]
    fees, others = Counter(), Counter()
    for one in listed:
        own = with_payout(one, account, terms)
        (fees if set(own) <= {accounts.BANK_CHARGES} else others).update(own)
        if one.id in expected.rests:
            others[accounts.FX] -= expected.rests[one.id]
    by_receipt = terms.route == "bank_charges" and payout["amount"] > 0
    if not by_receipt or sum(fees.values()) <= 0:
        # No receipt, or no charge that a bank could keep.
        others.update(fees)
        fees = Counter()
    if not by_receipt:
        fees, others = others, Counter()
    bank = accounts.BANK[currency]
    total = payout["amount"] + sum(fees.values())
    # By cash book the money is in transit between a withdrawal here and a deposit there. It knows no entry over nothing:
    # what its fees use up goes straight to the bank by a journal.
    through = accounts.IN_TRANSIT if terms.route == "cashbook" else bank
    reached = through if total else bank
    expected.entry(reference, currency, (reached, payout["amount"]), *fees.items(), (clearing, -total))
    expected.entry(f"{reference}.F", currency, *others.items(), (clearing, -sum(others.values())))
    expected.entry(f"{reference}.B", currency, (bank, payout["amount"]), (reached, -payout["amount"]))
    own_journal = terms.route == "journal" or (not by_receipt if terms.route == "bank_charges" else not total)
    expected.sums[reference] = reference if own_journal else f"{reference}.S"
    for end in ("", ".F", ".B", ".S"):
        expected.days[f"{reference}{end}"] = account.movement(payout["balance_transaction"]).at
    if back := payout.get("failure_balance_transaction"):
        returned = account.movement(back)
        amount = returned.amount
        expected.entry(f"{reference}.R", currency, (through, -amount), (clearing, amount))
        expected.entry(f"{reference}.X", currency, (bank, -amount), (through, amount))
        for end in (".R", ".X"):
            expected.days[f"{reference}{end}"] = returned.at


def fees_of(one, terms):
    """Ledger code -> what a movement costs that is booked with its payout."""
    fees = Counter()
    if one.category in OWN_FEES:
        fees[terms.own_fee_code(one.type)] -= one.amount
    if one.category in OWN_FEES | SALES | REFUNDS | PAYOUTS:
        assert sum(minor for _, minor in one.fees) == one.fee, one
        for kind, minor in one.fees:
            fees[terms.fee_code(kind)] += minor
    return fees


def taxed(fees, code):
    """Fees on one ledger code, but for the tax on them."""
    tax = sum(minor for kind, minor in fees if kind == "tax")
    return (code, sum(minor for _, minor in fees) - tax), (accounts.FEES["tax"], tax)


def disputes(account, terms, expected):
    """Money held by a dispute, its fee, what came back, and the loss."""
    for dispute in account.disputes.values():
        reference = dispute["id"]
        moved = [one for one in account.of(reference) if one.category in DISPUTES]
        for letter, found in (
            ("W", [one for one in moved if one.amount < 0]),
            ("I", [one for one in moved if one.amount > 0]),
        ):
            if found:
                amount, fee, currency = (
                    sum(one.amount for one in found),
                    sum(one.fee for one in found),
                    found[0].currency,
                )
                if letter == "I" and dispute["status"] == "won" and dispute["currency"] != currency:
                    rest = -sum(one.amount for one in moved)  # given back at another rate than it was taken at
                    expected.entry(f"{reference}.F", currency, (accounts.DISPUTED, -rest), (accounts.FX, rest))
                    expected.days[f"{reference}.F"] = found[0].at
                fees = taxed([detail for one in found for detail in one.fees], accounts.DISPUTE_FEES)
                taken = (accounts.DISPUTED, -amount), *fees
                expected.entry(f"{reference}.{letter}", currency, *taken, (accounts.CLEARING[currency], amount - fee))
                expected.days[f"{reference}.{letter}"] = found[0].at
        if reference in account.lost_at:
            loss(account, dispute, moved, expected)


def loss(account, dispute, moved, expected):
    """A loss on the day it was decided; taken back by a mirror when the bank changes its mind."""
    reference, currency = dispute["id"], moved[0].currency
    overturned = dispute["status"] != "lost"
    lost = -sum(one.amount for one in moved if not (overturned and one.amount > 0))
    if not lost:
        return
    expected.entry(f"{reference}.L", currency, (accounts.DISPUTE_LOSS, lost), (accounts.DISPUTED, -lost))
    expected.days[f"{reference}.L"] = account.lost_at[reference]
    if overturned:
        expected.entry(f"{reference}.O", currency, (accounts.DISPUTE_LOSS, -lost), (accounts.DISPUTED, lost))
        expected.pairs.append((f"{reference}.L", f"{reference}.O"))
    if dispute["currency"] == currency and lost == dispute["amount"]:
        expected.lost[dispute["charge"]] = Lost(reference, lost, overturned)


def movements(account, terms, expected):
    """Reserves, adjustments, top-ups and everything else that has no object of its own."""
    for one in account.moved:
        if not _is_alone(one) or one.category in OWN_FEES or one.balance == "risk_reserved":
            continue
        code = terms.code_of(one.category, one.currency)
        if code is None:
            expected.held[one.id] = {one.category}
            continue
        fees = taxed(one.fees, accounts.OTHER_FEES)
        parts = (code, -one.amount), *fees, (accounts.CLEARING[one.currency], one.net)
        expected.entry(one.id, one.currency, *parts)
        expected.days[one.id] = one.at


def _is_alone(one):
    """Whether a movement has no charge, refund, dispute or payout that it belongs to."""
    return one.category not in SALES | REFUNDS | DISPUTES | PAYOUTS or not one.source
