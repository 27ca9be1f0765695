"""Troubles drawn from a seed, until calm comes."""

from agent.domain.errors import Problem


class Faults:
    """Draws troubles.

    Args:
        rng: Where chance comes from.
        rate: Part of the calls that meet trouble, from 0 to 1.
        weights: Trouble -> weight, for each place where it may happen.
    """

    def __init__(self, rng, rate, weights):
        self._rng = rng
        self._rate = rate
        self._weights = weights

    def draw(self, place):
        """Return the trouble of this call, or an empty text."""
        weights = self._weights.get(place)
        if not weights or self._rng.random() >= self._rate:
            return ""
        return self._rng.choices(list(weights), list(weights.values()))[0]

    def delay_s(self, most_s):
        return self._rng.randrange(1, most_s)

    def end(self):
        """From now on all is calm."""
        self._rate = 0


def problem(words):
    return Problem("Simulated", words, code=f"simulated.{words.replace(' ', '_')}")
