"""Speak to a running sandbox's own end-points under ``/_sandbox/``, from another process."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import httpx

#: Seconds a sandbox may take; making up trade for a whole year takes a while.
_PATIENCE_S = 600


@dataclass(frozen=True, slots=True)
class SandboxRemote:
    """The control of one sandbox.

    Attributes:
        url: Its base address, without a trailing slash.
    """

    url: str

    def trade(  # noqa: PLR0913 - each says what else happens
        self,
        *,
        charges: int,
        seed: int,
        days: int,
        aftermath: bool = False,
        until_at: int | None = None,
        without: Collection[str] = (),
        rare: bool = False,
    ) -> dict[str, Any]:
        """Let the Stripe sandbox make up ``charges`` payments over ``days`` days.

        Args:
            charges: How many succeed and are captured.
            seed: Same seed, same trade.
            days: Length of the period; with ``aftermath`` it is cut where the trade before ended.
            aftermath: Whether refunds, disputes, payouts and all other movements follow.
            until_at: End of the period, Unix second; with ``aftermath`` the sandbox's clock stands there afterwards.
                ``None`` is the sandbox's present second, and the clock is left alone.
            without: With ``aftermath``: ``refunds``, ``disputes`` or both, to wait for a later call.
            rare: With ``aftermath``: whether rare things happen, too (see ``generate_course``).

        Returns:
            charges and gross by currency; with ``aftermath`` also refunds, disputes, payouts, other_movements, kinds.
        """
        told: dict[str, Any] = {"charges": charges, "seed": seed, "days": days, "aftermath": aftermath}
        told |= {"without": list(without), "rare": rare}
        if until_at is not None:
            told["until_at"] = until_at
        return self._ask("POST", "trading", told)

    def set_clock(self, now_at: int | None) -> None:
        """Stand the sandbox's clock at a Unix second; ``None`` lets it follow the machine again."""
        self._ask("POST", "clock", {"now_at": now_at})

    def state(self) -> dict[str, Any]:
        """Return what the sandbox says of itself; ``now_at`` is its present Unix second."""
        return self._ask("GET", "state", {})

    def add_faults(self, rules: Iterable[Mapping[str, Any]]) -> None:
        """Put fault rules in force; see the sandboxes' package docstrings for the names."""
        for rule in rules:
            self._ask("POST", "faults", rule)

    def clear_faults(self) -> None:
        """End all trouble."""
        self._ask("DELETE", "faults", {})

    def ship_and_invoice(self, *, share: Decimal, seed: int, before: date | None = None) -> dict[str, int]:
        """Let the SYSPRO sandbox's warehouse ship and invoice a share (0 to 1) of the open orders.

        Args:
            share: Part of the open orders to take.
            seed: Same orders and same seed, same choice.
            before: Only orders dated before this day.

        Returns:
            Counts of orders: ``open``, ``chosen``, ``invoiced``, ``waiting``.
        """
        told = {"share": str(share), "seed": seed, "before": before.isoformat() if before else ""}
        return {name: int(count) for name, count in self._ask("POST", "ship_and_invoice", told).items()}

    def raise_price(self, stock_code: str, price_code: str, by: Decimal) -> tuple[Decimal, Decimal]:
        """Let the SYSPRO sandbox's company raise a selling price; return it as it was and as it is."""
        told = {"stock_code": stock_code, "price_code": price_code, "by": str(by)}
        answer = self._ask("POST", "raise_price", told)
        return Decimal(answer["before"]), Decimal(answer["after"])

    def rename_customer(self, customer: str, name: str) -> str:
        """Let the SYSPRO sandbox's company rename a customer; return its name before."""
        return str(self._ask("POST", "rename_customer", {"customer": customer, "name": name})["before"])

    def _ask(self, method: str, what: str, told: Mapping[str, Any]) -> dict[str, Any]:
        answer = httpx.request(method, f"{self.url}/_sandbox/{what}", json=dict(told), timeout=_PATIENCE_S)
        answer.raise_for_status()
        result: dict[str, Any] = answer.json()
        return result
