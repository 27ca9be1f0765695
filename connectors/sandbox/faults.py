"""Faults on demand: each rule names a fault, where it strikes and how often, drawn from one seed."""

import random
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class FaultRule:
    """One kind of trouble.

    Attributes:
        fault: Name of the fault; each sandbox documents its own.
        match: Values a call must have to be struck, such as ``{"object": "SORTOI"}``; empty strikes every call.
        probability: Chance from 0 to 1 that a matching call is struck.
        remaining: Strikes left; ``None`` never runs out.
        seconds: Length of a stall or a delay, where the fault has one.
    """

    fault: str
    match: Mapping[str, str] = field(default_factory=dict)
    probability: float = 1.0
    remaining: int | None = None
    seconds: float = 0.0


class FaultScript:
    """The rules in force; the same seed and the same calls give the same faults. Safe to share by threads."""

    def __init__(self, *, seed: int = 0) -> None:
        self._random = random.Random(seed)  # noqa: S311 - a repeatable script is the point
        self._rules: list[FaultRule] = []
        self._lock = threading.Lock()

    def add(self, rule: FaultRule) -> None:
        """Put one more rule in force."""
        with self._lock:
            self._rules.append(rule)

    def clear(self) -> None:
        """End all trouble."""
        with self._lock:
            self._rules.clear()

    def strike(self, fault: str, **call: str) -> FaultRule | None:
        """Return the rule that strikes this call with ``fault``, counting it, or ``None``."""
        with self._lock:
            for rule in self._rules:
                if rule.fault != fault or any(call.get(name) != value for name, value in rule.match.items()):
                    continue
                if rule.remaining == 0 or self._random.random() >= rule.probability:
                    continue
                if rule.remaining is not None:
                    rule.remaining -= 1
                return rule
        return None
