"""Two pairs of an installation never book the same money: each says which Stripe account it has, and where it posts.

What a pair says is its *claim*, a mark in its own database, kept from the first time on: the pair that has an account
first keeps it, and a later one with the same account is refused. May import ``agent.domain``, ``agent.ports``,
``agent.store``, ``agent.locks`` and ``agent.pairs``.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from agent.domain.codec import dumps, loads
from agent.domain.errors import AgentError, Misconfigured, Problem, Transient
from agent.domain.marks import CLAIM
from agent.domain.settings import Values
from agent.locks import account_lock, company_of
from agent.pairs import DATABASE, MAIN, installation_of, pair_name, pairs_of
from agent.ports import Clock, Marks
from agent.store import Store

#: Settings by settlement currency that keep the money of two pairs in one SYSPRO company apart.
_CLEARING = ("receipts.bank", "receipts.ledger_code")

#: Held while a pair compares its claim with those of the others.
_LOCK = "pairs.lock"
_WAIT_S = 30


@dataclass(frozen=True, slots=True)
class Claim:
    """What one pair says.

    Attributes:
        pair: Its name.
        account: Stripe account and mode; empty where its key may not say.
        company: SYSPRO address and company.
        clearing: Its clearing banks and clearing ledger codes, without their currencies.
    """

    pair: str
    account: str
    company: str
    clearing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """The pair that claims.

    Attributes:
        path: Its home folder.
        marks: Where its claim is kept.
        values: Its settings in force.
        clock: Time of the agent.
        account: Asks Stripe which account its key is for.
    """

    path: Path
    marks: Marks
    values: Values
    clock: Clock
    account: Callable[[], str]


@contextmanager
def claimed(speaker: Speaker) -> Iterator[None]:
    """Have the pair's Stripe account for the length of the block; the claim stays afterwards.

    Raises:
        Misconfigured: When another pair or another engine has it, or the two cannot be told apart.
        Transient: When Stripe does not say which account it is, and there are other pairs.
    """
    account = _account(speaker)
    _claim(speaker, account)
    with ExitStack() as stack:
        try:
            if account:
                stack.enter_context(account_lock(account, speaker.values))
        except Misconfigured:
            speaker.marks.set(CLAIM, "", speaker.clock.now())
            raise
        yield


def conflict_of(speaker: Speaker) -> Problem | None:
    """Return why a pair may not work beside the others, or ``None``; nothing is changed.

    Raises:
        AgentError: When Stripe does not say which account its key is for, and there are other pairs.
    """
    return _conflict(_own(speaker, _account(speaker)), other_claims(speaker.path))


def other_claims(path: Path) -> list[Claim]:
    """Return the claims of the other pairs of the installation; a pair that was never let in has none.

    Raises:
        AgentError: When the database of one cannot be read.
    """
    texts = [store.marks.get(CLAIM) for store in _other_stores(path)]
    return [loads(Claim, text) for text in texts if text]


def other_references(path: Path, values: Values) -> frozenset[str]:
    """Return the references of what the other pairs of the installation have sent to the same SYSPRO company.

    Args:
        path: Home folder of the pair that asks.
        values: Its settings.

    Raises:
        AgentError: When the database of one cannot be read.
    """
    company, found = values.text("syspro.company"), frozenset[str]()
    for store in _other_stores(path):
        if company_of(Values(store.settings.all())) == company_of(values):
            found |= store.reports.references(company)
    return found


def _other_stores(path: Path) -> Iterator[Store]:
    """Yield the database of each other pair, open as long as it is looked at."""
    for pair in pairs_of(installation_of(path)):
        database = pair.path / DATABASE
        if pair.path.resolve() != path.resolve() and database.exists():
            with Store.open(database) as store:
                yield store


def _account(speaker: Speaker) -> str:
    """Return the account; a pair that is alone need not know it, so its trouble is left to the jobs."""
    try:
        return speaker.account()
    except AgentError:
        if other_claims(speaker.path):
            raise
        return ""


def _claim(speaker: Speaker, account: str) -> None:
    own = _own(speaker, account)
    with ExitStack() as stack:
        try:
            stack.enter_context(FileLock(installation_of(speaker.path) / _LOCK, timeout=_WAIT_S, thread_local=False))
        except Timeout as error:
            problem = Problem("Another pair is being let in", "It takes unusually long.", code="pair.lock")
            raise Transient(problem) from error
        conflict = _conflict(own, other_claims(speaker.path))
        speaker.marks.set(CLAIM, "" if conflict else dumps(own), speaker.clock.now())
    if conflict:
        raise Misconfigured(conflict)


def _own(speaker: Speaker, account: str) -> Claim:
    clearing = {text for name in _CLEARING for text in speaker.values.table(name).values() if text}
    name = pair_name(speaker.path) or MAIN
    return Claim(name, account, company_of(speaker.values), tuple(sorted(clearing)))


def _conflict(own: Claim, others: list[Claim]) -> Problem | None:
    for other in others:
        if problem := _between(own, other):
            return problem
    return None


def _between(own: Claim, other: Claim) -> Problem | None:
    if not (own.account and other.account):
        nameless = other.pair if own.account else own.pair
        message = (
            f"Stripe does not tell the key of {nameless} which account it is for, so two pairs could have the same."
        )
        press = f"Give that key the right connected_account_read, or set stripe.account, for the pair {nameless}."
        return Problem("The Stripe accounts cannot be told apart", message, press, "pair.account_unknown")
    if own.account == other.account:
        message = f"The pair {other.pair} has the Stripe account {own.account}; {own.pair} would post its money twice."
        press = "Give this pair the key of another account, or remove one of the two."
        return Problem("Posts twice", message, press, "pair.same_account")
    shared = sorted({*own.clearing} & {*other.clearing})
    if own.company == other.company and shared:
        message = f"The pair {other.pair} posts to the same SYSPRO company with {', '.join(shared)}, too."
        press = (
            "Give each Stripe account clearing banks and ledger codes of its own (receipts.bank, receipts.ledger_code)."
        )
        return Problem("Two Stripe accounts in one clearing account", message, press, "pair.same_clearing")
    return None
