"""What exchange rates leave on accounts that must end at nothing: read out of SYSPRO in the company's own currency.

Pure. Money of a dispute or a refund goes on to an account and comes off it again. Where that is not in the company's
currency, SYSPRO gives each posting its local value by the rate of its own day; nothing may be left in the money's own
currency while local value is. That is realised exchange difference (BOOKS, section 5). A remainder is named when all
documents of its dispute or refund are over, and ends by a journal over it in the company's currency.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from agent.domain.attempts import Discrepancy
from agent.domain.documents import State
from agent.domain.settings import Values

#: Area of the discrepancies about remainders.
EXCHANGE = "exchange"

#: Names of the accounts that must end at nothing for each dispute and refund.
_ACCOUNTS = frozenset({"dispute", "refunds"})

_FX = "fx"

#: SYSPRO keeps local values to the cent; source: reference, Appendix A (dec 14,2).
_CENT = Decimal("0.01")

_OVER = frozenset({State.POSTED, State.CANCELLED})


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One row of SYSPRO's ledger.

    Attributes:
        reference: What it carries as its reference.
        ledger_code: Account.
        currency: SYSPRO code of the currency that it was posted in.
        value: Debit (+) or credit (-) in that currency.
        local: The same in the company's currency.
        local_currency: SYSPRO code of the company's currency.
    """

    reference: str
    ledger_code: str
    currency: str
    value: Decimal
    local: Decimal
    local_currency: str


@dataclass(frozen=True, slots=True)
class Carrier:
    """A document of ours as far as remainders are concerned.

    Attributes:
        id: Its number.
        key: Its business key as text.
        stripe_id: The Stripe object it exists for.
        reference: Our reference.
        state: Where it stands.
        levels: Whether it is a journal that a person had made over a remainder.
    """

    id: int
    key: str
    stripe_id: str
    reference: str
    state: State
    levels: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """What a summary journal puts on the account of disputes for one of them.

    Attributes:
        document: Number of the journal.
        stripe_id: The dispute.
        value: Debit (+) or credit (-), in the currency of the money.
    """

    document: int
    stripe_id: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Remainder:
    """What is left on one account of one dispute or refund that is over.

    Attributes:
        stripe_id: The dispute or refund.
        ledger_code: Account.
        key: Business key of the latest of its documents on that account.
        documents: Numbers of those documents, oldest first.
        local: Debit (+) or credit (-) that is left, in the company's currency.
        currency: SYSPRO code of the company's currency.
        waiting: Number of the journal over it that is on its way already; 0 for none.
        unseen: Number of one that was posted, and that the account does not show; 0 for none.
        given_up: Number of the latest that a person gave up, who may have booked by hand; 0 for none.
    """

    stripe_id: str
    ledger_code: str
    key: str
    documents: tuple[int, ...]
    local: Decimal
    currency: str
    waiting: int = 0
    unseen: int = 0
    given_up: int = 0


def ending_codes(policy: Values) -> tuple[str, ...]:
    """Return the ledger codes of the accounts that must end at nothing; one that is the exchange difference's is none.

    Args:
        policy: Settings; ``accounts.ledger`` counts, also its entries for single currencies.
    """
    codes = [(name.partition(":")[0], code.strip()) for name, code in policy.table("accounts.ledger").items()]
    ours = {code for account, code in codes if account in _ACCOUNTS and code}
    return tuple(sorted(ours - {code for account, code in codes if account == _FX}))


def remainders(
    rows: Iterable[LedgerRow], carriers: Sequence[Carrier], shares: Sequence[Share] = ()
) -> tuple[Remainder, ...]:
    """Return what is left of disputes and refunds that are over, by account and Stripe object.

    Args:
        rows: SYSPRO's rows on the accounts; those with a reference that no carrier has are somebody else's.
        carriers: All documents of the Stripe objects whose references are among the rows, or that have shares.
        shares: What each dispute has of the rows of summary journals.
    """
    by_reference = {one.reference: one for one in carriers}
    of_object: dict[str, list[Carrier]] = {}
    for carrier in carriers:
        of_object.setdefault(carrier.stripe_id, []).append(carrier)
    groups: dict[tuple[str, str], list[LedgerRow]] = {}
    for stripe_id, row in _told_apart([row for row in rows if row.reference in by_reference], by_reference, shares):
        groups.setdefault((row.ledger_code, stripe_id), []).append(row)
    found = (_remainder(key, group, by_reference, of_object.get(key[1], ())) for key, group in groups.items())
    return tuple(sorted((one for one in found if one is not None), key=lambda one: (one.ledger_code, one.stripe_id)))


def _told_apart(
    rows: Sequence[LedgerRow], by_reference: "dict[str, Carrier]", shares: Sequence[Share]
) -> Iterator[tuple[str, LedgerRow]]:
    """Return each row with its dispute or refund; those of a summary journal by what each dispute has of them.

    All rows of one journal have one rate; the cent that this leaves is the last one's.
    """
    of_document: dict[int, list[Share]] = {}
    for share in shares:
        of_document.setdefault(share.document, []).append(share)
    together: dict[tuple[int, str], list[LedgerRow]] = {}
    for row in rows:
        owner = by_reference[row.reference]
        if owner.id in of_document:
            together.setdefault((owner.id, row.ledger_code), []).append(row)
        else:
            yield owner.stripe_id, row
    for (number, _), summed in together.items():
        yield from _apart(summed, of_document[number])


def _apart(rows: Sequence[LedgerRow], shares: Sequence[Share]) -> Iterator[tuple[str, LedgerRow]]:
    one = max(rows, key=lambda row: abs(row.value))
    left = sum((row.local for row in rows), Decimal(0))
    if not one.value or sum((row.value for row in rows), Decimal(0)) != sum(share.value for share in shares):
        return  # somebody has changed the journal, or its rows carry no value: what is whose cannot be told
    for share in shares[:-1]:
        local = (share.value * one.local / one.value).quantize(_CENT, rounding=ROUND_HALF_UP)
        left -= local
        yield share.stripe_id, replace(one, value=share.value, local=local)
    yield shares[-1].stripe_id, replace(one, value=shares[-1].value, local=left)


def remainder_discrepancy(remainder: Remainder, fx_code: str) -> Discrepancy:
    """Return the discrepancy of a remainder.

    Args:
        remainder: What is left.
        fx_code: Ledger code of realised exchange differences; empty where none is set.
    """
    return Discrepancy(
        remainder.key, f"{EXCHANGE}.left", f"{remainder_sentence(remainder)} {_choice(remainder, fx_code)}"
    )


def remainder_sentence(remainder: Remainder) -> str:
    """Return what is left, where, and of which documents."""
    numbers = " and ".join(map(str, remainder.documents))
    return (
        f"Ledger code {remainder.ledger_code} has {in_local(remainder)} left of {remainder.stripe_id}, which is over"
        f" (document{'s' if len(remainder.documents) > 1 else ''} {numbers}): SYSPRO's exchange rate, or its rounding,"
        " was not the same each time."
    )


def in_local(remainder: Remainder) -> str:
    """Return the amount with SYSPRO's code of the company's currency, such as ``-10.85 USD``."""
    return f"{remainder.local:,f} {remainder.currency}"


def _choice(remainder: Remainder, fx_code: str) -> str:
    if remainder.waiting:
        return f"Document {remainder.waiting} takes it off; `syspro-stripe approve {remainder.waiting}` if it waits."
    if remainder.unseen:
        return (
            f"Document {remainder.unseen} was posted over it, and the ledger does not show that: look for its journal"
            " in SYSPRO, and post it there."
        )
    number, code = remainder.documents[-1], fx_code or "LEDGER-CODE"
    return (
        f"`syspro-stripe adjust {number} --to {code} --reason ...` prepares a journal that takes it to the exchange"
        " differences."
    )


def _remainder(
    of: tuple[str, str], rows: Sequence[LedgerRow], by_reference: "dict[str, Carrier]", known: Sequence[Carrier]
) -> Remainder | None:
    code, stripe_id = of
    # A summary journal belongs to others as well; of it, only its own state counts.
    summaries = {by_reference[row.reference] for row in rows} - set(known)
    documents = [*known, *summaries]
    local = sum((row.local for row in rows), Decimal(0))
    own = [row for row in rows if not by_reference[row.reference].levels]
    if not local or not own or not _is_over(own, documents):
        return None
    on_it = sorted({by_reference[row.reference].id: by_reference[row.reference].key for row in own}.items())
    key = on_it[-1][1]
    if any(one.key == key for one in summaries):
        # Others may have the same journal as their latest.
        key = f"{key.partition('/')[0]}/journal/{EXCHANGE}/{stripe_id}"
    waiting = next((one.id for one in documents if one.levels and one.state not in _OVER), 0)
    numbers = tuple(number for number, _ in on_it)
    seen = {row.reference for row in rows}
    posted = (one for one in documents if one.levels and one.state is State.POSTED)
    unseen = next((one.id for one in posted if one.reference not in seen), 0)
    given_up = max((one.id for one in documents if one.levels and one.state is State.CANCELLED), default=0)
    return Remainder(stripe_id, code, key, numbers, local, own[0].local_currency, waiting, unseen, given_up)


def _is_over(rows: Sequence[LedgerRow], documents: Sequence[Carrier]) -> bool:
    """Say whether nothing more is to come on or off an account.

    In the currency of the money nothing is left then. Where Stripe converts, receivables take it off in the customer's
    currency and the movement puts it on in the settlement currency: both sides being there is as much as can be told.
    """
    if any(one.state not in _OVER for one in documents if not one.levels):
        return False
    sums: dict[str, Decimal] = {}
    for row in rows:
        sums[row.currency] = sums.get(row.currency, Decimal(0)) + row.value
    return len([total for total in sums.values() if total]) != 1
