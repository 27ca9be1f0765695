"""Rank the target fields of one kind of document for a source field."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from agent.domain.kinds import BODIES, Kind
from agent.domain.kinds.base import FieldType, Target, targets_of
from agent.domain.kinds.credit_note import CreditNoteLine
from agent.domain.kinds.journal import JournalLine
from agent.domain.kinds.sales_order import OrderLine
from agent.domain.suggest.evidence import Evidence, SourceField, plural
from agent.domain.suggest.likeness import ByMeaning, Likeness, Near
from agent.domain.suggest.shapes import CALLED, FOREIGN, SPECIFIC, looks_like
from agent.domain.suggest.thesaurus import ABOVE, ELSEWHERE, LEAF, Heard, Meaning, Name, Thesaurus

#: Below so many percent nothing is suggested; from so many on a suggestion is one that a person would hardly check.
LEAST, CONFIDENT = 50, 80

#: Below so many percent a field is not even offered beside a better one.
_LEAST_BESIDE = 30

#: Most suggestions for one source field.
_MOST = 5

#: No suggestion is surer than this, in percent: a person decides.
_SUREST = 98

#: What the lines of a kind are.
_LINES: Mapping[Kind, type] = {
    Kind.SALES_ORDER: OrderLine,
    Kind.CREDIT_NOTE: CreditNoteLine,
    Kind.JOURNAL: JournalLine,
}

_SHAPES = {
    FieldType.MONEY: "money",
    FieldType.NUMBER: "number",
    FieldType.DAY: "day",
    FieldType.YES_NO: "yes/no",
}

#: How much of the certainty is left, in percent.
_STRANGE_WORD = 45
_HEADER_FOR_LINE, _LINE_FOR_HEADER = 30, 75
_NOT_SPECIFIC, _NOT_GENERIC, _FOREIGN = 35, 70, 40
_TOO_LONG, _NO_LETTER = 80, 60
_NOT_LISTED = 40

#: How much of the doubt is left, in percent.
_IS_SPECIFIC, _IS_GENERIC = 75, 92
_LISTED = 40

#: How sure values alone make that have a shape which hardly anything else has, whatever their name.
_ALONE = {"email": 60, "vat": 60}

#: What is wanted of a field -> a shape that says it more surely than the field's own.
_SURER_SHAPE = {"taxnumber": "vat"}

#: How sure likeness of meaning alone makes, at first and at most; and beside a field that fits.
_ALIKE, _ALIKE_MOST, _ALIKE_BESIDE = 55, 70, 40

#: So many answers are enough, so that likeness of meaning adds none.
_ENOUGH = 3

#: Samples of more characters are words, not the one letter that a field holds.
_LETTERS = 3

_OURS = "Mind that our reference has its place there, by which SYSPRO is searched."

#: So many documents at least say something about what the site does.
_FEW_POSTINGS = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One target field that a source field may fill.

    Attributes:
        element: SYSPRO's element name.
        percent: How sure it is.
        reasons: Why, in sentences.
    """

    element: str
    percent: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A target field with what is known of it."""

    target: Target
    is_ours: bool
    of_line: bool
    shape: str
    meanings: tuple[Meaning, ...]


class Advisor:
    """Suggests for one kind of document.

    Args:
        thesaurus: What names mean.
        kind: The kind whose target fields are ranked; those of its lines are among them.
        evidence: What the site knows.
        likeness: A model of meaning, where there is one.
    """

    def __init__(
        self, thesaurus: Thesaurus, kind: Kind, evidence: Evidence | None = None, likeness: Likeness | None = None
    ) -> None:
        self._thesaurus = thesaurus
        self._kind = kind
        known = evidence or Evidence()
        self._agreement = known.agreement(kind.value)
        # A list may hold every stock code of the site, so it is made ready once.
        self._lists = {
            table: frozenset(code.strip().casefold() for code in codes) for table, codes in known.lists.items()
        }
        self._wanted = list(self._declared())
        fields = [(one.target.element, one.of_line, one.meanings) for one in self._wanted]
        self._by_meaning = ByMeaning(likeness, thesaurus, fields) if likeness else None

    def suggest_all(self, sources: Sequence[SourceField]) -> list[tuple[Suggestion, ...]]:
        """Return for each source field, in their order, the fields that it fits; see `suggest`."""
        if self._by_meaning is not None:
            self._by_meaning.ready(self._thesaurus.read(source.name) for source in sources)
        return [self.suggest(source) for source in sources]

    def suggest(self, source: SourceField) -> tuple[Suggestion, ...]:
        """Return the fields that a source fits, the surest first; empty where nothing fits.

        Beside one that fits, others are named that fit less well: a person may know better.
        """
        name = self._thesaurus.read(source.name)
        best: dict[str, Suggestion] = {}
        for wanted in self._wanted:
            made = self._weighed(wanted, name, source)
            before = best.get(made.element)
            if made.percent >= _LEAST_BESIDE and (before is None or before.percent < made.percent):
                best[made.element] = made
        found = sorted(best.values(), key=lambda one: -one.percent)[:_MOST]
        kept = tuple(found) if found and found[0].percent >= LEAST else ()
        return kept if self._by_meaning is None else self._with_meaning(self._by_meaning, kept, name, source)

    def _with_meaning(
        self, model: ByMeaning, kept: tuple[Suggestion, ...], name: Name, source: SourceField
    ) -> tuple[Suggestion, ...]:
        """Return the answers with those that are alike in meaning: in place of none, or last of too few."""
        if len(kept) >= _ENOUGH:
            return kept
        near = model.beside(name) if kept else model.alone(name)
        there = {one.element for one in kept}
        first = _ALIKE if not kept else min(_ALIKE_BESIDE, kept[-1].percent)
        made = [self._alike(one, first, source) for one in near if one.element not in there]
        least, most = (first * LEAST // _ALIKE, first) if kept else (LEAST, _ALIKE_MOST)
        alike = [replace(one, percent=min(one.percent, most)) for one in made if one.percent >= least]
        return (*kept, *sorted(alike, key=lambda one: -one.percent)[: _ENOUGH - len(kept)])

    def _alike(self, near: Near, percent: int, source: SourceField) -> Suggestion:
        wanted = next(one for one in self._wanted if one.target.element == near.element)
        return self._by_values(Suggestion(near.element, percent, (near.reason,)), wanted, source)

    def _declared(self) -> Iterable[_Wanted]:
        line = _LINES.get(self._kind)
        bodies = ((BODIES[self._kind], False), *(((line, True),) if line else ()))
        for body, of_line in bodies:
            for element, (attribute, target) in targets_of(body).items():
                shape = self._thesaurus.shapes.get(element) or _SHAPES.get(target.type, "")
                meanings = self._thesaurus.meaning_of(element, self._kind.value)
                yield _Wanted(target, attribute == "reference", of_line, shape, meanings)

    def _weighed(self, wanted: _Wanted, name: Name, source: SourceField) -> Suggestion:
        made = self._by_postings(self._by_values(self._by_name(wanted, name), wanted, source), source.name)
        if wanted.is_ours:
            made = replace(made, reasons=(*made.reasons, _OURS))
        return replace(made, percent=min(made.percent, _SUREST))

    def _by_values(self, made: Suggestion, wanted: _Wanted, source: SourceField) -> Suggestion:
        samples = source.filled
        if not samples:
            return made
        made = _by_length(_by_shape(made, wanted, samples), wanted.target, samples)
        return self._by_list(made, wanted.target, samples)

    def _by_name(self, wanted: _Wanted, name: Name) -> Suggestion:
        scored = [(score, way) for way in wanted.meanings if (score := _score(way, name.heard))]
        score, way = max(scored, key=lambda pair: pair[0], default=(0, Meaning({})))
        if any(one.concepts == {ELSEWHERE} and one.near == LEAF for one in name.heard):
            score = score * _STRANGE_WORD // 100
        if name.in_line and not wanted.of_line:
            score = score * _HEADER_FOR_LINE // 100
        elif wanted.of_line and not name.in_line and wanted.target.element not in self._thesaurus.anywhere:
            score = score * _LINE_FOR_HEADER // 100
        words = ", ".join(self._said(one, way) for one in name.heard if one.concepts & way.weights.keys())
        return Suggestion(wanted.target.element, score, (f"Its name says {words}.",) if words else ())

    def _said(self, one: Heard, way: Meaning) -> str:
        meant = " and ".join(self._thesaurus.called[c] for c in sorted(one.concepts & way.weights.keys()))
        return f'"{one.phrase}"' if meant == one.phrase else f'"{one.phrase}" ({meant})'

    def _by_list(self, made: Suggestion, target: Target, samples: tuple[str, ...]) -> Suggestion:
        known = self._lists.get(target.table)
        if not known:
            return made
        hits = sum(sample.strip().casefold() in known for sample in samples)
        if hits == 0:
            return _doubted(made, _NOT_LISTED, f"None of its samples is in SYSPRO's list {target.table}.")
        left = 100 - (100 - _LISTED) * hits // len(samples)
        return _surer(made, left, f"{hits} of {len(samples)} samples are in SYSPRO's list {target.table}.")

    def _by_postings(self, made: Suggestion, path: str) -> Suggestion:
        agreed, seen = self._agreement.get((path, made.element), (0, 0))
        if agreed < _FEW_POSTINGS:
            return made
        reason = f"{agreed} of {seen} {plural(self._kind.value)} of this site had its value in {made.element}."
        return _surer(made, 100 - agreed * 95 // seen, reason)


def _score(way: Meaning, heard: tuple[Heard, ...]) -> int:
    """Return how well a name says one meaning, in percent: all of the meaning, and nothing else."""
    said: dict[str, int] = {}
    explained = everything = 0
    for one in heard:
        counted = one.weight * one.near
        everything += counted
        hit = one.concepts & way.weights.keys()
        if hit:
            explained += counted
            said.update({concept: max(said.get(concept, 0), one.near) for concept in hit})
    if not explained:
        return 0
    # A word further up in the path says nearly as much of the meaning as one at its end.
    covered = sum(
        weight * (100 if said[c] == LEAF else 80 + ABOVE // 5) for c, weight in way.weights.items() if c in said
    )
    recall = covered // sum(way.weights.values())
    precision = explained * 100 // everything
    return way.most * recall * recall * (25 + precision * 3 // 4) // 1_000_000


#: Shapes that are at home in others all the same: our references are made of Stripe's ids.
_NOT_FOREIGN = frozenset(
    {
        ("stripe id", "reference"),
        ("flag", "yes/no"),
        ("calendar day", "day"),
        ("vat", "taxnumber"),
        ("vat", "reference"),
        ("vat", "code"),
    }
)


def _by_shape(made: Suggestion, wanted: _Wanted, samples: tuple[str, ...]) -> Suggestion:
    """Weigh how samples look against how values of the field look."""
    shape = wanted.shape
    foreign = _foreign(shape, samples)
    if foreign:
        return _doubted(made, _FOREIGN, f"Its samples look like {CALLED[foreign]}.")
    if not shape:
        return made
    hits = sum(looks_like(sample, shape) for sample in samples)
    specific = shape in SPECIFIC
    if hits == 0:
        left = _NOT_SPECIFIC if specific else _NOT_GENERIC
        return _doubted(made, left, f"None of its samples looks like {CALLED[shape]}.")
    telling = _SURER_SHAPE.get(shape, shape)
    if telling in _ALONE and all(looks_like(sample, telling) for sample in samples):
        made = replace(made, percent=max(made.percent, _ALONE[telling]))
    left = 100 - (100 - (_IS_SPECIFIC if specific else _IS_GENERIC)) * hits // len(samples)
    return _surer(made, left, f"{hits} of {len(samples)} samples look like {CALLED[shape]}.")


def _by_length(made: Suggestion, target: Target, samples: tuple[str, ...]) -> Suggestion:
    most = target.length if target.type is FieldType.TEXT else 0
    long = sum(len(sample) > most for sample in samples) if most else 0
    if not long:
        return made
    if most == 1 and all(len(sample) > _LETTERS for sample in samples):
        return _doubted(made, _NO_LETTER, "Its samples are words; the field holds one letter.")
    reason = f"{long} of {len(samples)} samples are longer than the {most} characters of the field."
    return _doubted(made, 100 - (100 - _TOO_LONG) * long // len(samples), reason)


def _foreign(shape: str, samples: tuple[str, ...]) -> str:
    """Return the shape of all samples that no value of the field has; empty for none."""
    one = next((one for one in _strange(samples) if one != shape), "")
    return "" if (one, shape) in _NOT_FOREIGN else one


@lru_cache(maxsize=8)
def _strange(samples: tuple[str, ...]) -> tuple[str, ...]:
    """Return the shapes of all samples that are at home in few fields; they are asked about for each field anew."""
    return tuple(one for one in FOREIGN if all(looks_like(sample, one) for sample in samples))


def _surer(made: Suggestion, left: int, reason: str) -> Suggestion:
    """Return a suggestion with ``left`` percent of its doubt."""
    return replace(made, percent=100 - (100 - made.percent) * left // 100, reasons=(*made.reasons, reason))


def _doubted(made: Suggestion, left: int, reason: str) -> Suggestion:
    """Return a suggestion with ``left`` percent of its certainty."""
    return replace(made, percent=made.percent * left // 100, reasons=(*made.reasons, reason))
