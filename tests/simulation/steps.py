"""Crashes: a process that ends at a chosen step and stays dead, and proxies that count the steps.

A step is the moment after a write to our store or a call to the outside; the moment before one is the moment after the
last. A crash after a mere reading of the store leaves the same world as one before the next write, so it is no step.
"""

from contextlib import contextmanager

from agent.domain.errors import Problem, Transient

#: Methods of the store's parts that write.
WRITES = frozenset(
    "store_slice add add_all postpone apply claim settle settle_all recover still_in_doubt verified release cancel append set set_all unset "
    "store count finish hold beat take_over purge replace note was_restored".split()
)

#: Parts of the store that the jobs use.
PARTS = (
    "inbox outbox links ledger summaries allowance settings revisions commands lease marks audit reports statements decided discrepancies "
    "reconciling housekeeping on_account disputes write_backs sendings catalogue worklist overviews requests customers "
    "habits alerts notes resyncing edits"
).split()


class Crash(BaseException):
    """The process ends here, as if somebody pulled the plug; no error of the program, so nothing may catch it."""


class Steps:
    """Counts the steps of one process and ends it at the one that was asked for."""

    def __init__(self, crash_at=None):
        self.taken = 0
        self.crash_at = crash_at
        self.dead = False

    def alive(self):
        if self.dead:
            raise Crash("A dead process does nothing more.")

    def step(self, where):
        self.alive()
        self.taken += 1
        if self.taken == self.crash_at:
            self.dead = True
            raise Crash(where)


class Stepped:
    """Stands before a port: each call of a method in `counted` (all, when it is not given) ends in a step."""

    def __init__(self, real, steps, counted=None, locked=lambda: False):
        self._real = real
        self._steps = steps
        self._counted = counted
        self._locked = locked

    def __getattr__(self, name):
        method = getattr(self._real, name)
        counts = self._counted is None or name in self._counted

        def call(*args, **kwargs):
            self._steps.alive()
            return self._counting(name, method, args, kwargs) if counts else method(*args, **kwargs)

        return call

    def _counting(self, name, method, args, kwargs):
        if self._locked():
            raise Transient(Problem("Database cannot be used", "Another program keeps it locked.", code="locked"))
        try:
            result = method(*args, **kwargs)
            # What is listed page by page is listed whole here: nothing is written between two pages.
            return iter(list(result)) if hasattr(result, "__next__") else result
        finally:
            self._steps.step(name)


class Gathering:
    """Writes outcomes down in twos, as the engine does when SYSPRO is fast, but always alike; a crash forgets both."""

    def __init__(self):
        self._waiting = []

    def write(self, save, outcome):
        self._waiting.append(outcome)
        if len(self._waiting) == 2:
            self._save(save)
        else:
            self._rest = save

    def finish(self):
        if self._waiting:
            self._save(self._rest)

    def _save(self, save):
        outcomes, self._waiting = self._waiting, []
        save(outcomes)


class SteppedSessions:
    """Stands before a target or reader whose calls happen in sessions."""

    def __init__(self, real, steps):
        self._real = real
        self._steps = steps

    @contextmanager
    def session(self):
        self._steps.alive()
        with self._real.session() as session:
            self._steps.step("the logon")
            yield Stepped(session, self._steps)
        self._steps.step("the logoff")


class SteppedStore:
    """Stands before the store; `locked` says whether a write finds the file locked."""

    def __init__(self, store, steps, locked):
        self.path = store.path
        self.version = store.version
        for name in PARTS:
            setattr(self, name, Stepped(getattr(store, name), steps, WRITES, locked))
