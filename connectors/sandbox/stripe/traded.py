"""What a stretch of made-up trade came to."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Traded:
    """What was made.

    Attributes:
        charges: Ids of the charges that are money, oldest first.
        gross: Their sum by currency, minor units.
        never_money: Ids of failed and uncaptured charges.
        lines: How many lines the sales had.
        refunds: How many refunds were asked for; one that gives back an authorisation is none.
        disputes: How many disputes and inquiries were opened.
        payouts: How many payouts left.
        other_movements: How many balance transactions have another reason: reserves, fees, adjustments, top-ups, the
            rest of a part capture, money of a failed payout.
        kinds: How often each kind of story came to its end, such as ``refund_lines`` or ``dispute_won``.
    """

    charges: list[str] = field(default_factory=list)
    gross: dict[str, int] = field(default_factory=dict)
    never_money: list[str] = field(default_factory=list)
    lines: int = 0
    refunds: int = 0
    disputes: int = 0
    payouts: int = 0
    other_movements: int = 0
    kinds: dict[str, int] = field(default_factory=dict)

    def add_charge(self, charge_id: str, currency: str, captured: int) -> None:
        """Count a charge that is money; ``captured`` in minor units of its currency."""
        self.charges.append(charge_id)
        self.gross[currency] = self.gross.get(currency, 0) + captured
