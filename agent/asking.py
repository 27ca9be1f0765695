"""What people ask of the engine: each is a row that it picks up; ``AgentService`` adds status and settings."""

import json
from collections.abc import Mapping, Sequence

from agent.domain.customers.suggest import Advice
from agent.domain.edits import changes_of
from agent.domain.entries import UNMAPPED
from agent.domain.errors import no_such_document
from agent.domain.marks import UNTIL_RESUMED
from agent.domain.readmodels import Command
from agent.domain.reconciliation import Wish
from agent.domain.resync import ResyncWish
from agent.domain.settings import BadSettingError
from agent.domain.worklist import Verb, WorkFilter
from agent.ports import Clock
from agent.queries import Parts, Queries

#: Most rows of the work list that one word of a person is about.
_MOST_AT_ONCE = 10_000

#: Digits of the longest number that surely fits into the database.
_MOST_DIGITS = 18


class Asking(Queries):
    """Commands; each returns its number, by which :meth:`command` tells what came of it.

    Args:
        parts: The store.
        clock: Time of the agent.
        author: Who asks; kept with every command.
    """

    def __init__(self, parts: Parts, clock: Clock, *, author: str) -> None:
        super().__init__(parts, clock)
        self._author = author

    def pause(self, until_at: int | None = None) -> int:
        """Stop reading and posting until ``until_at`` (Unix seconds UTC), or until somebody resumes."""
        return self._ask("pause", until=UNTIL_RESUMED if until_at is None else str(until_at))

    def resume(self) -> int:
        """Go on after a pause."""
        return self._ask("resume")

    def sync_now(self) -> int:
        """Look at Stripe at once."""
        return self._ask("sync_now")

    def prove(self) -> int:
        """Compare both sides at once."""
        return self._ask("prove")

    def reconcile(self, wish: Wish) -> int:
        """Compare both sides document by document at once; :meth:`reconciled` tells what came of it."""
        told = {"since_at": str(wish.since_at), "until_at": str(wish.until_at), "payout": wish.payout}
        return self._ask("reconcile", **told, matched="yes" if wish.matched else "no")

    def resync(self, wish: ResyncWish, *, preview: bool) -> int:
        """Have a part of the books decided again, or only say what that would do; :meth:`resynced` tells it."""
        told = {"part": wish.part.value, "what": wish.what, "since_at": str(wish.since_at)}
        return self._ask("resync_look" if preview else "resync", **told, until_at=str(wish.until_at))

    def retry(self, what: str) -> int:
        """Decide a document (by number) or a Stripe object (by id) again, with what both systems say now.

        Raises:
            NeedsPerson: When no document has the number.
        """
        self._check_document(what)
        return self._ask("retry", what=what)

    def map_account(self, account: str, ledger_code: str, currency: str = "") -> int:
        """Give an account its ledger code, and have everything decided again that is held for a missing one.

        The engine asks SYSPRO about the code first, and refuses one that does not exist or takes no journals.

        Args:
            account: Name of the account, such as ``fee``, ``bank`` or a reporting category.
            ledger_code: Ledger code in SYSPRO.
            currency: Settlement currency that it is for alone; empty for all.

        Raises:
            BadSettingError: When no SYSPRO currency is set for the currency.
        """
        if currency and currency not in self.values().table("currencies.to_syspro"):
            raise BadSettingError(
                f"No SYSPRO currency is set for {currency.upper()}, so nothing is posted in it. Set"
                " currencies.to_syspro first."
            )
        return self._ask("map", account=account, ledger_code=ledger_code, currency=currency)

    def catalogue_run(self, what: str) -> int:
        """Look at once at what changed in SYSPRO (``changes``), at ``everything`` there, or at Stripe (``check``).

        ``take_out`` takes out of sale what ``catalogue.most_gone`` holds back.
        """
        return self._ask("catalogue", what=what)

    def catalogue_take_out(self, most: int) -> int:
        """Take out of sale what ``catalogue.most_gone`` holds back, unless that is more than ``most`` by now."""
        return self._ask("catalogue", what="take_out", most=str(most))

    def catalogue_again(self, stock_code: str) -> int:
        """Write a stock code to Stripe again that Stripe has refused."""
        return self._ask("catalogue_again", stock_code=stock_code)

    def catalogue_keep(self, stock_code: str, side: str) -> int:
        """End what is asked about a stock code: ``syspro`` overwrites what people made of it, ``stripe`` keeps it."""
        return self._ask("catalogue_keep", stock_code=stock_code, side=side)

    def requests_run(self, what: str) -> int:
        """Look at once at the invoices that changed in SYSPRO (``changes``), or at ``everything`` there."""
        return self._ask("requests", what=what)

    def requests_again(self, invoice: str, customer: str = "") -> int:
        """Ask again for an invoice whose request Stripe refused, or was paid while the invoice stayed open.

        Args:
            invoice: Its number.
            customer: As stored, where another customer may have an invoice of that number; empty for any.
        """
        return self._ask("requests_again", invoice=invoice, customer=customer)

    def customers_run(self, what: str) -> int:
        """Look at once for customers that changed (``changes``), or at ``everything`` on both sides."""
        return self._ask("customers", what=what)

    def customers_link(self, customer: str, stripe_id: str) -> int:
        """Make a SYSPRO customer and a Stripe customer one; an empty ``stripe_id`` makes a new one in Stripe."""
        return self._ask("customers_link", customer=customer, stripe_id=stripe_id)

    def customers_accept_all(self, advice: Advice, least: int) -> int:
        """Accept every suggestion of one sort, of matches those that have ``least`` points and are not ambiguous."""
        return self._ask("customers_accept_all", advice=advice.value, least=str(least))

    def customers_merge(self, gone: str, customer: str) -> int:
        """Have the payments of a customer that SYSPRO no longer has booked to another one."""
        return self._ask("customers_merge", gone=gone, customer=customer)

    def customers_ignore(self, customer: str) -> int:
        """Keep a SYSPRO customer out of Stripe."""
        return self._ask("customers_ignore", customer=customer)

    def customers_refuse(self, customer: str, stripe_id: str) -> int:
        """Never suggest a SYSPRO customer and a Stripe customer as one again."""
        return self._ask("customers_refuse", customer=customer, stripe_id=stripe_id)

    def customers_resolve(self, customer: str, field: str, side: str) -> int:
        """End what is asked about a field of a customer: what ``syspro`` or ``stripe`` says counts."""
        return self._ask("customers_resolve", customer=customer, field=field, side=side)

    def customers_retry(self, customer: str) -> int:
        """Compare a customer again on both sides."""
        return self._ask("customers_retry", customer=customer)

    def alerts_test(self) -> int:
        """Send a test through every way to people that is set."""
        return self._ask("alerts_test")

    def held_for_account(self) -> int:
        """Return how many decisions are held for an account without a ledger code."""
        return len(self._parts.outbox.held_for(self.values().text("syspro.company"), UNMAPPED))

    def ignore(self, what: str, reason: str) -> int:
        """Give up a document (by number) or a Stripe object (by id) for good, with a reason.

        Raises:
            NeedsPerson: When no document has the number.
        """
        self._check_document(what)
        return self._ask("ignore", what=what, reason=reason)

    def edit(self, number: int, told: Mapping[str, str | None]) -> int:
        """Change fields of one document by hand, and have it decided again with that.

        Args:
            number: Number of a document that waits for a person.
            told: Name of a field, such as ``Branch`` or ``2.StockCode`` -> what is to stand there; ``None`` takes back
                what was changed: the mapping gives it again.

        Raises:
            NeedsPerson: When there is no such document, nothing of it can be changed, or what was typed cannot stand
                there.
        """
        form = self.edit_form(number)
        if form is None:
            raise no_such_document(number)
        changes_of(form, told)
        return self._ask("edit", what=str(number), changes=json.dumps(dict(told), ensure_ascii=False))

    def edit_choices(self, number: int) -> int:
        """Ask SYSPRO for the codes that fields of a document take; the command's result is JSON: table -> codes.

        Raises:
            NeedsPerson: When no document has the number.
        """
        self._check_document(str(number))
        return self._ask("edit_choices", what=str(number))

    def restore(self, what: str) -> int:
        """Take back that a document (by number) or a Stripe object (by id) was given up.

        A document waits again as it did before, unless something rests on it by now; an object is decided again.

        Raises:
            NeedsPerson: When no document has the number.
        """
        self._check_document(what)
        return self._ask("restore", what=what)

    def restore_all(self, ignored: Sequence[int]) -> tuple[int, ...]:
        """Take back what commands to ignore gave up, by their numbers; return the commands."""
        found = (self.command(number) for number in ignored)
        return self._ask_all("restore", [{"what": one.arguments["what"]} for one in found if one is not None])

    def reopen(self, number: int) -> int:
        """Take back that a discrepancy was accepted."""
        return self._ask("reopen", what=str(number))

    def unseen(self, number: int) -> int:
        """Take back that a note of a flow has been read."""
        return self._ask("unseen", what=str(number))

    def approve(self, number: int, *, wait_s: int = 0) -> int:
        """Let a document go that waits for approval, as it is.

        Args:
            number: Number of the document.
            wait_s: Seconds until it is posted, in which that can be taken back.

        Raises:
            NeedsPerson: When no document has the number.
        """
        self._check_document(str(number))
        return self._ask("approve", what=str(number), wait_s=str(wait_s))

    def unapprove(self, number: int) -> int:
        """Take back that a document was approved, and what went with it, as long as none of it is being posted.

        Raises:
            NeedsPerson: When no document has the number.
        """
        self._check_document(str(number))
        return self._ask("unapprove", what=str(number))

    def unapprove_all(self, approved: Sequence[int]) -> tuple[int, ...]:
        """Take back what commands to approve let go, by their numbers; return the commands."""
        found = (self.command(number) for number in approved)
        whats = [one.arguments["what"] for one in found if one is not None]
        return self._ask_all("unapprove", [{"what": what, "among": "all"} for what in whats])

    def resolve(self, number: int, erp_key: str) -> int:
        """End a doubt: SYSPRO has the document under ``erp_key``, or (empty) does not have it: it is posted again.

        Raises:
            NeedsPerson: When no document has the number.
        """
        self._check_document(str(number))
        return self._ask("resolve", what=str(number), erp_key=erp_key)

    def accept(self, number: int, reason: str) -> int:
        """Accept a discrepancy as it is, with a reason."""
        return self._ask("accept", what=str(number), reason=reason)

    def seen(self, number: int) -> int:
        """Say that a note of a flow has been read."""
        return self._ask("seen", what=str(number))

    def post_again(self, number: int, reason: str) -> int:
        """Post a document anew that is gone from SYSPRO, under a reference of its own; SYSPRO is searched first.

        Raises:
            NeedsPerson: When no document has the number.
        """
        self._check_document(str(number))
        return self._ask("post_again", what=str(number), reason=reason)

    def adjust(self, number: int, ledger_code: str, reason: str) -> int:
        """Prepare the journal over what clearing differs by for a document; it waits for approval.

        Raises:
            NeedsPerson: When no document has the number.
        """
        self._check_document(str(number))
        return self._ask("adjust", what=str(number), ledger_code=ledger_code, reason=reason)

    def command(self, number: int) -> Command | None:
        """Return a command and what came of it."""
        return self._parts.commands.get(number)

    def _check_document(self, what: str) -> None:
        """Refuse at once a number that the engine would refuse later; Stripe's ids are no numbers."""
        if what.isdecimal() and (len(what) > _MOST_DIGITS or self._parts.outbox.get(int(what)) is None):
            raise no_such_document(what)

    def retry_all(self, wanted: WorkFilter) -> tuple[int, ...]:
        """Decide everything again that a part of the work list shows, up to 10,000 rows; return the commands."""
        rows = self.work(wanted, offset=0, limit=_MOST_AT_ONCE)
        whats = dict.fromkeys(row.what for row in rows if row.verb is Verb.RETRY)
        return self._ask_all("retry", [{"what": what} for what in whats])

    def approve_all(self, wanted: WorkFilter, *, wait_s: int = 0) -> tuple[int, ...]:
        """Let all go that wait for approval in a part of the work list, up to 10,000 rows; return the commands.

        Args:
            wanted: The part of the list.
            wait_s: Seconds until they are posted, in which that can be taken back.
        """
        rows = self.work(wanted, offset=0, limit=_MOST_AT_ONCE)
        whats = dict.fromkeys(row.what for row in rows if row.verb is Verb.APPROVE)
        return self._ask_all("approve", [{"what": what, "among": "all", "wait_s": str(wait_s)} for what in whats])

    def ignore_all(self, wanted: WorkFilter, reason: str) -> tuple[int, ...]:
        """Give up everything that a part of the work list shows, up to 10,000 rows, with a reason.

        What can be neither retried nor approved is left alone.
        """
        rows = self.work(wanted, offset=0, limit=_MOST_AT_ONCE)
        whats = dict.fromkeys(row.what for row in rows if row.verb in {Verb.RETRY, Verb.APPROVE})
        return self._ask_all("ignore", [{"what": what, "reason": reason} for what in whats])

    def _ask_all(self, name: str, arguments: Sequence[Mapping[str, str]]) -> tuple[int, ...]:
        return self._parts.commands.add_all(name, arguments, by=self._author, now=self._clock.now())

    def _ask(self, name: str, **arguments: str) -> int:
        return self._parts.commands.add(name, arguments, by=self._author, now=self._clock.now())
