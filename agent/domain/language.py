"""The engine's sentences in another language.

The engine makes its sentences in English, from templates in its sources, in flows and in what a site has written, and
stores, compares and logs them so. Whoever shows one to a person hands it to :class:`Language`: the template that it was
made from is found again, and what stood in it is put into the template's translation. So one catalogue serves whatever
was stored before, and nothing that is decided or found again depends on a language.

A sentence that no template fits is shown as it is: what SYSPRO or Stripe answered, and what a site has written itself.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element, fromstring

#: Context of the engine's sentences in the catalogue.
ENGINE = "engine"

#: A place in a template.
_PLACE = re.compile(r"\{(\w+)\}")

#: Between what can be said side by side, the strongest first.
_JOINTS = (re.compile(r"[.!?] "), re.compile(r"[:;] "), re.compile(r"(?:,| and| or| ->) "))

#: In what stands in one place of a template, the sign that it may be more than one sentence.
_SEVERAL = re.compile(r"[.!?;:] ")

_AMOUNT = re.compile(r"(?<![\w.,-])-?\d{1,3}(?:,?\d{3})*(?:\.\d+)?(?= [A-Z]{3}\b)|^-?\d{1,3}(?:,?\d{3})*\.\d\d$")
_DAY = re.compile(r"(?<![\w./-])\d{4}-\d\d-\d\d(?![\w/-])")

#: What has no language: one word with a digit in it, such as an amount, a day or a number of SYSPRO's.
_VALUE = re.compile(r"\S*\d\S*(?: [A-Z]{3})?|[A-Z]{3}|")

#: Most joints of a text at which it is taken apart; what is longer holds something that others have written.
_MOST_JOINTS = 24

#: Most templates of which the values are looked at; those that say most themselves come first.
_MOST_READINGS = 4

#: Sentences that are remembered with their translation: a screen shows the same ones again and again.
_REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Message:
    """One text of a catalogue.

    Attributes:
        context: Where it belongs to.
        source: The English text.
        forms: Its translations, one a plural form; empty where it is not translated.
        is_finished: Whether the translator has finished it.
    """

    context: str
    source: str
    forms: tuple[str, ...]
    is_finished: bool


def read_catalogue(content: bytes) -> list[Message]:
    """Return the texts of a catalogue of Qt Linguist's (a ``.ts`` file).

    Raises:
        ParseError: When it is no XML.
    """
    tree = fromstring(content)  # noqa: S314 - shipped with the program
    return [
        _message(context.findtext("name") or "", message)
        for context in tree.iter("context")
        for message in context.iter("message")
    ]


def _message(context: str, message: Element) -> Message:
    translation = message.find("translation")
    assert translation is not None
    forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
    return Message(
        context,
        message.findtext("source") or "",
        tuple(form for form in forms if form),
        translation.get("type") is None,
    )


@dataclass(frozen=True, slots=True)
class Template:
    """An English sentence with places for values.

    Attributes:
        literals: What stands before, between and behind the places.
        names: Names of the places.
    """

    literals: tuple[str, ...]
    names: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Template":
        """Return the template that reads ``text``; ``{name}`` is a place."""
        parts = _PLACE.split(text)
        return cls(tuple(parts[::2]), tuple(parts[1::2]))

    @property
    def weight(self) -> int:
        """How many characters it says itself."""
        return sum(len(literal) for literal in self.literals)

    def match(self, text: str) -> tuple[str, ...] | None:
        """Return what stands in its places, or ``None`` where ``text`` was not made from it."""
        first, *middle, last = self.literals
        if not text.startswith(first) or not text.endswith(last):
            return None
        place, end, found = len(first), len(text) - len(last), []
        for literal in middle:
            at = text.find(literal, place, end)
            if at < 0:
                return None
            found.append(text[place:at])
            place = at + len(literal)
        return (*found, text[place:end]) if place <= end else None


@dataclass(frozen=True, slots=True)
class _Said:
    """A text in the language.

    Attributes:
        text: What it says.
        known: How many characters of the English text were known.
        is_one: Whether it is surely one sentence, so that nothing better is to be found by taking it apart.
    """

    text: str
    known: int
    is_one: bool = False


class Language:
    """Says the engine's sentences in one language.

    Args:
        texts: English template -> its translation; one without says itself.
        number: Writes a number such as ``-1,234.50`` as the language does.
        day: Writes a day, CCYY-MM-DD, as the language does.
    """

    def __init__(self, texts: Mapping[str, str], number: Callable[[str], str], day: Callable[[str], str]) -> None:
        self._number, self._day = number, day
        self._whole: dict[str, str] = {}
        # By the words at both ends; what each says most of stands first, because most are told apart by it at once.
        self._templates: dict[tuple[str, str], list[tuple[str, Template, str]]] = {}
        for source, said in texts.items():
            template = Template.of(source)
            if template.names:
                anchor = max(template.literals, key=len)
                self._templates.setdefault(_ends(template), []).append((anchor, template, said))
            else:
                self._whole[source] = said
        self.say = lru_cache(_REMEMBERED)(self._say)

    def _say(self, text: str) -> str:
        """Return an English sentence of the engine in this language; one of somebody else as it is."""
        return "\n".join(self._line(line) for line in text.split("\n")) if self._templates else text

    def _line(self, text: str) -> str:
        said = self._best(text, {})
        return said.text if said.known else text

    def _best(self, text: str, seen: dict[str, _Said]) -> _Said:
        """Return the reading of ``text`` of which most is known."""
        if text not in seen:
            # What is being read is not known yet where it stands in itself.
            seen[text] = self._value(text)
            found = self._whole_of(text, seen)
            if found is None or not found.is_one:
                found = max(filter(None, (found, self._parts_of(text, seen))), key=lambda one: one.known, default=None)
            seen[text] = found or seen[text]
        return seen[text]

    def _whole_of(self, text: str, seen: dict[str, _Said]) -> _Said | None:
        """Return what the template that says most itself makes of the whole of ``text``."""
        core = text.strip()
        if not core:
            return None
        before, _, behind = text.partition(core)
        if core in self._whole:
            return _Said(f"{before}{self._whole[core]}{behind}", len(core), is_one=True)
        found = sorted(self._matches(core), key=lambda one: -one[0].weight)
        if not found:
            return None
        readings = []
        for template, said, values in found[:_MOST_READINGS]:
            inner = [self._best(value, seen) for value in values]
            line = _filled(said, template.names, values, inner)
            known = template.weight + sum(one.known for one in inner)
            readings.append(_Said(f"{before}{line}{behind}", known, is_one=not any(map(_SEVERAL.search, values))))
        return max(readings, key=lambda one: one.known)

    def _matches(self, text: str) -> Iterable[tuple[Template, str, tuple[str, ...]]]:
        first, last = text.split(" ", 1)[0], text.rsplit(" ", 1)[-1]
        for ends in ((first, last), (first, ""), ("", last), ("", "")):
            for anchor, template, said in self._templates.get(ends, ()):
                if anchor in text and (values := template.match(text)) is not None:
                    yield template, said, values

    def _parts_of(self, text: str, seen: dict[str, _Said]) -> _Said | None:
        """Return what is made of ``text`` where it is two things side by side, one of which is known."""
        for joint in _JOINTS:
            cuts = list(joint.finditer(text))[:_MOST_JOINTS]
            heads = [
                (found, cut, self._whole_of(text[:cut], seen) or self._value(text[:cut]))
                for found in reversed(cuts)
                # A sentence ends with its full stop; what a comma parts does not.
                for cut in sorted({found.end() - 1, found.start()} - {0}, reverse=True)
            ]
            known = [one for one in heads if one[2].known or _is_value(text[: one[1]])]
            known.sort(key=lambda one: (not one[2].is_one, -one[2].known))
            # One begins with a value as often as with a sentence.
            tried = known[:_MOST_READINGS] + [one for one in known[_MOST_READINGS:] if not one[2].known][-1:]
            if tried:
                return max(
                    (
                        self._joined(head, text[cut : found.end()], self._best(text[found.end() :], seen))
                        for found, cut, head in tried
                    ),
                    key=lambda one: one.known,
                )
            for found in cuts:
                rest = self._whole_of(text[found.end() :], seen)
                if rest is not None:
                    return self._joined(self._value(text[: found.start()]), found[0], rest)
        return self._continued(text, seen)

    def _continued(self, text: str, seen: dict[str, _Said]) -> _Said | None:
        """Return what is made of ``text`` where it is something of others that a sentence of ours goes on with."""
        for blank in list(re.finditer(" (?=[a-z]+ )", text))[:_MOST_JOINTS]:
            rest = self._whole_of(text[blank.end() :], seen)
            if rest is not None and rest.is_one:
                return self._joined(self._value(text[: blank.start()]), " ", rest)
        return None

    def _joined(self, head: _Said, between: str, rest: _Said) -> _Said:
        word = between.strip()
        said = between.replace(word, self._whole[word]) if word in self._whole else between
        return _Said(f"{head.text}{said}{rest.text}", head.known + rest.known)

    def _value(self, text: str) -> _Said:
        """Return what has no translation, with its amounts and days as the language writes them."""
        local = _AMOUNT.sub(lambda found: self._number(found[0]), text)
        return _Said(_DAY.sub(lambda found: self._day(found[0]), local), 0)


def _filled(said: str, names: Sequence[str], values: Sequence[str], inner: Sequence[_Said]) -> str:
    """Return a translation with what stands in its places; in a command, between backquotes, that is as it was."""
    as_it_was = dict(zip(names, values, strict=True))
    translated = {name: one.text for name, one in zip(names, inner, strict=True)}

    def value(place: re.Match[str]) -> str:
        in_command = said.count("`", 0, place.start()) % 2
        return (as_it_was if in_command else translated)[place[1]]

    return _PLACE.sub(value, said)


def _is_value(text: str) -> bool:
    return _VALUE.fullmatch(text) is not None


def _ends(template: Template) -> tuple[str, str]:
    """Return the words that everything made from a template begins and ends with; empty where a place cuts one."""
    first, last = template.literals[0], template.literals[-1]
    return first.partition(" ")[0] if " " in first else "", last.rpartition(" ")[2] if " " in last else ""
