"""Setting up as people do it, step by step, with nothing posted before the last one. Part of the one door.

The engine looks at both systems when it is asked to; what came of it is kept, and so is where one stands.
May import ``agent.domain``, ``agent.ports`` and ``agent.mappings``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from agent.domain.codec import dumps, loads
from agent.domain.errors import NeedsPerson, Problem
from agent.domain.marks import DEMO, SET_UP, SET_UP_PROGRESS, SET_UP_TOLD, SET_UP_WANTED
from agent.domain.settings import Values, declared
from agent.domain.setup import (
    AnswerField,
    Approval,
    Found,
    Kept,
    Look,
    SetUpState,
    Step,
    Told,
    Wanted,
    answers_of,
    derived_settings,
    fields_of,
)
from agent.mappings import Changed, Mappings
from agent.ports import Clock, Marks

_NOT_FOUND = Problem(
    "SYSPRO was not looked at yet",
    "What SYSPRO has is not known yet, so nothing can be suggested.",
    "Look at both systems first: `syspro-stripe setup discover`, or the second page of the wizard.",
    "setup.not_discovered",
)


@dataclass(frozen=True, slots=True)
class SetUp:
    """Queries and commands about setting up.

    Attributes:
        marks: Where it is kept.
        clock: Time of the agent.
        mapping: Flows and deciding settings.
        values: Returns the settings in force.
        missing: Returns required settings and secrets that are empty.
        is_used: Says whether there are documents.
        configure: Sets one setting, or keeps one secret.
        ask: Asks the engine for something, by the name of the command; returns its number.
    """

    marks: Marks
    clock: Clock
    mapping: Mappings
    values: Callable[[], Values]
    missing: Callable[[], Sequence[str]]
    is_used: Callable[[], bool]
    configure: Callable[[str, str], None]
    ask: Callable[..., int]

    # -- queries

    def state(self) -> SetUpState:
        """Return where setting up stands, with what the latest looks found."""
        kept, missing, told = kept_of(self.marks), tuple(self.missing()), {}
        for look in Look:
            if text := self.marks.get(f"{SET_UP_TOLD}{look.value}"):
                told[look] = loads(Told, text)
        found = kept or Kept(self._step(kept, missing))
        wanted = self.marks.get(SET_UP_WANTED)
        looking = loads(Wanted, wanted).look if wanted else None
        progress = self.marks.get(SET_UP_PROGRESS) if wanted else ""
        return SetUpState(found.step, kept is not None, found, told, looking, progress, missing)

    def is_open(self, missing: Sequence[str]) -> bool:
        """Return whether the site is not launched yet.

        Args:
            missing: Required settings and secrets that are empty.
        """
        return self._step(kept_of(self.marks), missing) is not Step.LAUNCHED

    def _step(self, kept: Kept | None, missing: Sequence[str]) -> Step:
        """Return where it stands; a home that works or has worked without the wizard, or is a demo's, is launched."""
        if kept is not None:
            return kept.step
        is_new = bool(missing) and not self.marks.get(DEMO) and not self.is_used()
        return Step.ACCESS if is_new else Step.LAUNCHED

    def found(self) -> Found:
        """Return what the latest look at both systems found.

        Raises:
            NeedsPerson: When there was none, or it was in vain.
        """
        text = self.marks.get(f"{SET_UP_TOLD}{Look.DISCOVER.value}")
        told = loads(Told, text) if text else None
        if told is None or told.found is None:
            raise NeedsPerson((told.problem if told else None) or _NOT_FOUND)
        return told.found

    def fields(self, template: str) -> tuple[AnswerField, ...]:
        """Return the places for answers of a template, with what is suggested.

        Raises:
            NeedsPerson: When there is no such template, or SYSPRO was not looked at yet.
        """
        return fields_of(self.mapping.template(template), self.found(), self.values())

    def fields_later(self, template: str) -> tuple[AnswerField, ...]:
        """Return the same of a site that is set up, whose look at SYSPRO may be long gone: then little is suggested.

        Raises:
            NeedsPerson: When there is no such template.
        """
        values = self.values()
        try:
            found = self.found()
        except NeedsPerson:
            found = Found(currencies=tuple(values.table("receipts.bank")))
        return fields_of(self.mapping.template(template), found, values)

    # -- commands

    def enter(self, texts: Mapping[str, str]) -> None:
        """Keep addresses, names and secrets of the connections; from now on nothing is posted until the launch.

        What was found with others is forgotten.

        Args:
            texts: Setting or secret -> text; empty secrets are left as they are.

        Raises:
            BadSettingError: When a text does not fit; those before it are kept.
            Misconfigured: When the keyring does not take a secret.
        """
        self._begin()
        kept = self.values().texts
        for name, text in texts.items():
            if bool(text) if declared(name).secret else text != kept[name]:
                self._forget(*Look)
                self.configure(name, text)

    def look(self, look: Look) -> int:
        """Ask the engine to look at something; :meth:`state` tells what came of it."""
        self._begin()
        return self.ask("look", what=look.value)

    def go(self, step: Step) -> None:
        """Note where somebody stands, so that they come back to it."""
        self._begin()
        self._keep(replace(self._kept(), step=step))

    def accept(self, template: str, texts: Mapping[tuple[str, str], str]) -> Changed:
        """Put a template with its answers in force, and the formats of keys that were found; nothing is posted by it.

        Args:
            template: Name of the template.
            texts: Question and entry of each place -> its answer.

        Raises:
            NeedsPerson: When an answer is missing or wrong; the message names each.
        """
        self._begin()
        fields = self.fields(template)
        for name, text in derived_settings(self.found(), self.values()).items():
            self.configure(name, text)
        changed = self.mapping.use_template(template, answers_of(fields, texts))
        self._forget(Look.PREVIEW)
        self._keep(replace(self._kept(), step=Step.VALIDATE, template=template))
        return changed

    def try_company(self, company: str) -> None:
        """Post to another SYSPRO company, a copy to try it with; it is previewed against that company first.

        Raises:
            BadSettingError: When the text is no company.
            Misconfigured: When documents of another company are here already.
        """
        self._begin()
        self.configure("syspro.company", company)
        self._forget(Look.PREVIEW)
        self._keep(replace(self._kept(), step=Step.VALIDATE, test_company=True))

    def launch(self, approval: Approval, start_on: str) -> None:
        """Let the agent work.

        Args:
            approval: What becomes of the first documents.
            start_on: First day whose payments are posted, CCYY-MM-DD; empty for the day of the first run.

        Raises:
            NeedsPerson: When something is not set up yet; the message names it.
        """
        if missing := self.missing():
            message = f"Not set up yet: {', '.join(missing)}."
            raise NeedsPerson(Problem("Not set up yet", message, "Go back to the access.", "setup.missing"))
        self._begin()
        self.configure("posting.approval", approval.value)
        self.configure("stripe.start_on", start_on)
        self._keep(replace(self._kept(), step=Step.LAUNCHED))
        self.ask("reload")

    def _begin(self) -> None:
        if kept_of(self.marks) is None:
            self._keep(Kept(Step.ACCESS))

    def _kept(self) -> Kept:
        return kept_of(self.marks) or Kept(Step.ACCESS)

    def _keep(self, kept: Kept) -> None:
        self._set(SET_UP, dumps(kept))

    def _forget(self, *looks: Look) -> None:
        for look in looks:
            self._set(f"{SET_UP_TOLD}{look.value}", "")

    def _set(self, mark: str, text: str) -> None:
        self.marks.set(mark, text, self.clock.now())


def kept_of(marks: Marks) -> Kept | None:
    """Return what is kept of setting up, ``None`` where nobody has begun."""
    text = marks.get(SET_UP)
    return loads(Kept, text) if text else None
