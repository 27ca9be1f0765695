"""A machine that takes notes: its service, its log and its access lists (``agent.ports.machine``)."""

from agent.domain.errors import Misconfigured, Problem
from agent.domain.hosting import ServiceState, ServiceWish


class NotedService:
    """A service that is only a state; ``refuses`` is the sentence with which a step is refused."""

    def __init__(self, state=ServiceState.ABSENT):
        self.now, self.wish, self.steps, self.refuses = state, None, [], {}

    def _step(self, name):
        self.steps.append(name)
        if name in self.refuses:
            raise Misconfigured(Problem("The service refuses", self.refuses[name], code="service.refused"))

    def state(self):
        return self.now

    def account(self):
        return self.wish.account if self.wish else ""

    def line(self):
        return self.wish.line if self.wish else ""

    def point_to(self, line):
        self._step("point_to")
        self.wish = ServiceWish(line, self.account())

    def install(self, wish):
        self._step("install")
        self.wish = wish
        if self.now is ServiceState.ABSENT:
            self.now = ServiceState.STOPPED

    def remove(self):
        self._step("remove")
        self.now, self.wish = ServiceState.ABSENT, None

    def start(self):
        self._step("start")
        self.now = ServiceState.RUNNING

    def stop(self):
        self._step("stop")
        if self.now is not ServiceState.ABSENT:
            self.now = ServiceState.STOPPED


class NotedGuard:
    """Remembers who may open which folder."""

    def __init__(self, asking="S-1-5-21-1-2-3-1001"):
        self.closed, self._asking = {}, asking

    def asking(self):
        return self._asking

    def close_to_others(self, folder, full, *, change=(), add=()):
        assert folder.is_dir()
        self.closed[folder] = {"full": tuple(full), "change": tuple(change), "add": tuple(add)}


class NotedLog:
    """The machine's log as a list."""

    def __init__(self):
        self.entries = []

    def tell(self, gravity, sentence):
        self.entries.append((gravity, sentence))
