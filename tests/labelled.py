"""The labelled sets of the suggestions: cases of `tests/data`, parted into one for tuning and one that is held out."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from agent.domain.suggest import Choice, Proposal

NONE = "none"

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Case:
    """A source field of a kind, and the elements that are right for it; `none` where nothing is."""

    kind: str
    name: str
    samples: tuple
    right: tuple

    @property
    def is_held_out(self):
        """Whether it is in the part that nothing is tuned on: by the name's own letters, so that all of it is."""
        letters = re.sub(r"[^a-z0-9]", "", self.name.split(".")[-1].lower())
        return hashlib.sha256(letters.encode()).digest()[0] % 2 == 1

    @property
    def wants_none(self):
        return self.right == (NONE,)


@dataclass(frozen=True)
class ValueCase:
    """A value, what else is said of it, the choices of its list, and the codes that are right; `none` where none is."""

    table: str
    choices: tuple
    name: str
    samples: tuple
    right: tuple

    @property
    def is_held_out(self):
        """Whether it is in the part that nothing is tuned on: by its own letters, in whatever list it stands."""
        letters = re.sub(r"[^a-z0-9]", "", f"{self.name}{''.join(self.samples)}".lower())
        return hashlib.sha256(letters.encode()).digest()[0] % 2 == 1

    @property
    def wants_none(self):
        return self.right == (NONE,)


@dataclass
class Figures:
    """How often suggestions were right."""

    cases: int = 0
    fitting: int = 0
    first: int = 0
    first_three: int = 0
    nothing: int = 0
    nothing_said: int = 0
    confident: int = 0
    confident_wrong: int = 0

    def __str__(self):
        return (
            f"{self.cases} cases: top-1 {self.first / self.fitting:.3f}, top-3 {self.first_three / self.fitting:.3f} "
            f"of {self.fitting} that fit; nothing said of {self.nothing_said} of {self.nothing} that fit nothing; "
            f"confident {self.confident}, confident and wrong {self.confident_wrong} "
            f"({self.confident_wrong / self.cases:.1%} of all)"
        )


def cases(file):
    """Return the cases of one file of `tests/data`."""
    found, kind = [], ""
    for line in (_DATA / file).read_text("utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            name, samples, right = line.split(" | ")
            found.append(Case(kind, name, _parts(samples, ";"), _parts(right, ",")))
    return found


def value_cases(file):
    """Return the cases of a file of values; choices are made by `Choice` of the product."""
    found, table, choices = [], "", []
    for line in (_DATA / file).read_text("utf-8").splitlines():
        if line.startswith("["):
            table, choices = line.strip("[]").split(" of ")[0], []
        elif line.startswith("= "):
            choices.append(_choice(table, *_parts(line[2:], "|")))
        elif line and not line.startswith("#"):
            said, right = _parts(line, "|")
            name, *samples = _parts(said, ";")
            found.append(ValueCase(table, tuple(choices), name, tuple(samples), _parts(right, ",")))
    return found


def _choice(table, code, description, more=""):
    if table == "accounts":
        return Choice(code, description, account_type=more[0], control=more.endswith("*"))
    return Choice(code, description, percent=more)


def figures(labelled, suggest, confident):
    """Return the figures of `suggest(case) -> suggestions` for cases."""
    made = Figures()
    for case in labelled:
        _count(made, case, suggest(case), confident)
    return made


def _count(made, case, found, confident):
    said = [one.code if isinstance(one, Proposal) else one.element for one in found] or [NONE]
    right = said[0] in case.right
    made.cases += 1
    if case.wants_none:
        made.nothing += 1
        made.nothing_said += right
    else:
        made.fitting += 1
        made.first += right
        made.first_three += any(one in case.right for one in said[:3])
    if found and found[0].percent >= confident:
        made.confident += 1
        made.confident_wrong += not right


def _parts(text, mark):
    return tuple(part.strip() for part in text.split(mark))
