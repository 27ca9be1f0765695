"""The mapping as people change it: read, drafted, put in force, compared, rolled back. Part of the one door.

A revision is what was in force together: flows and deciding settings. It is appended with its author and never changed;
going back appends another one. A draft is kept beside it until it is put in force or discarded.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from agent.domain.editing import FieldMap, FieldRow, SourceRow, Spot, field_maps, sampled, source_rows, with_rule
from agent.domain.errors import NeedsPerson, Problem
from agent.domain.facts import Facts
from agent.domain.flow_set import FlowSet
from agent.domain.flows import BadFlowError, Flow, parse_flow
from agent.domain.kinds import BODIES, targets_of
from agent.domain.mapping import MappingContent, MappingRevision, content_from, revision_from
from agent.domain.mapping_check import checked
from agent.domain.mapping_diff import difference
from agent.domain.marks import DRAFT
from agent.domain.readmodels import StoredRevision
from agent.domain.replay import Different, again, was_decided
from agent.domain.rules import Rule
from agent.domain.settings import Values
from agent.domain.sources import Source
from agent.domain.suggest import Advisor, Candidate, Evidence, SourceField, by_field, thesaurus_from
from agent.domain.template_filling import filled
from agent.domain.templates import BadTemplateError, Template
from agent.ports import Clock, Decided, Marks, Revisions, SettingsStore


@dataclass(frozen=True, slots=True)
class Shipped:
    """What the program ships, read when it is asked for.

    Attributes:
        flows: Gives the flows.
        templates: Gives the templates.
        thesaurus: Gives the text of the thesaurus that suggestions are made with.
        examples: Gives an invented event of each subject, for walks before anything was decided.
    """

    flows: Callable[[], Sequence[str]] = tuple
    templates: Callable[[], Sequence[Template]] = tuple
    thesaurus: Callable[[], str] = str
    examples: Callable[[], Mapping[str, Facts]] = dict


#: Where nothing is shipped, as in a store that is looked at alone.
NOTHING_SHIPPED = Shipped()


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change did.

    Attributes:
        number: The revision that is in force by it; ``None`` where it went into the draft.
        lines: What is different, in words; empty where nothing is.
    """

    number: int | None
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mappings:
    """Queries and commands about the mapping.

    Attributes:
        revisions: What was in force.
        decided: Decisions with their facts.
        settings: The settings that are set.
        marks: Where the draft is kept.
        clock: Time of the agent.
        author: Who changes it.
        shipped: What the program ships.
        ask: Leaves a command for the engine and returns its number.
    """

    revisions: Revisions
    decided: Decided
    settings: SettingsStore
    marks: Marks
    clock: Clock
    author: str
    shipped: Shipped
    ask: Callable[..., int]

    # -- queries

    def content(self, *, draft: bool = False) -> MappingContent:
        """Return the mapping of now: the flows in force, or as shipped, with the settings of now; or the draft.

        Raises:
            NeedsPerson: When a draft is asked for and there is none.
        """
        if draft:
            kept = self.draft()
            if kept is None:
                raise NeedsPerson(_NO_DRAFT)
            return kept
        latest = self.revisions.latest()
        flows = content_from(latest.content).flows if latest else FlowSet()
        return MappingContent(flows.with_shipped(self.shipped.flows()), Values(self.settings.all()))

    def draft(self) -> MappingContent | None:
        """Return the draft, ``None`` where there is none."""
        text = self.marks.get(DRAFT)
        return content_from(text) if text else None

    def templates(self) -> Sequence[Template]:
        """Return the templates of the usual businesses."""
        return self.shipped.templates()

    def template(self, name: str) -> Template:
        """Return the template with a name. Raises ``NeedsPerson`` when there is none."""
        found = {template.name: template for template in self.shipped.templates()}
        if name not in found:
            message = f"There is no template {name}; there are {', '.join(found)}."
            raise NeedsPerson(Problem("No such template", message, "`template list` shows them.", "template.unknown"))
        return found[name]

    def history(self, limit: int) -> list[StoredRevision]:
        """Return the latest revisions, newest first."""
        return self.revisions.list(limit)

    def difference(self, one: int, other: int) -> tuple[str, ...]:
        """Return what revision ``other`` has otherwise than ``one``, in words.

        Raises:
            NeedsPerson: When there is no such revision.
        """
        return difference(content_from(self._revision(one).content), content_from(self._revision(other).content))

    def drafted(self) -> tuple[str, ...]:
        """Return what the draft has otherwise than what is in force. Raises ``NeedsPerson`` when there is none."""
        return difference(self.content(), self.content(draft=True))

    def field_maps(self, name: str, *, draft: bool = False) -> tuple[FieldMap, ...]:
        """Return the field maps of a flow, each field with what its rule gives for what the flow decided last.

        Raises:
            NeedsPerson: When there is no such flow, or no draft.
        """
        content = self.content(draft=draft)
        flow, example = self._flow(content, name), self.example(name)
        if example is None:
            return field_maps(flow)
        mapping = content.revision(0)
        return tuple(sampled(shown, flow, example, mapping) for shown in field_maps(flow))

    def sources(
        self, name: str, *, line: bool = False, found: Sequence[Source] = (), draft: bool = False
    ) -> tuple[SourceRow, ...]:
        """Return what a field of a flow can be filled from, with what it was for what the flow decided last.

        Args:
            name: Name of the flow.
            line: Whether it is a field of an order's line.
            found: What the account's own history has.
            draft: Whether the draft decides.
        """
        content = self.content(draft=draft)
        flow = self._flow(content, name)
        return source_rows(flow, self.example(name), content.revision(0), line=line, found=found)

    def suggested(
        self, spot: Spot, *, found: Sequence[Source] = (), draft: bool = False
    ) -> Mapping[str, tuple[Candidate, ...]]:
        """Return target field -> the source fields that fit it best, with how sure that is and why.

        Args:
            spot: The field map.
            found: What the account's own history has.
            draft: Whether the draft decides.
        """
        step = self._flow(self.content(draft=draft), spot.flow).steps[spot.step - 1]
        rows = self.sources(spot.flow, line=bool(spot.line), found=found, draft=draft)
        fields = (SourceField(row.source.path, tuple(filter(None, (row.sample, row.source.example)))) for row in rows)
        advisor = Advisor(thesaurus_from(self.shipped.thesaurus()), step.kind, Evidence())
        # What the site sets for all documents is filled in already where it is wanted.
        wanted = [one for one in fields if not one.name.startswith("site.")]
        fits = by_field((one, advisor.suggest(one)) for one in wanted if _is_of(one.name, spot))
        # Our references are not given away.
        ours = {name for name, (attribute, _) in targets_of(BODIES[step.kind]).items() if attribute == "reference"}
        return {element: candidates for element, candidates in fits.items() if element not in ours}

    def tried(self, spot: Spot, element: str, rule: Rule, *, draft: bool = False) -> FieldRow:
        """Return a target field as it would be with another rule; nothing is changed by it.

        Raises:
            NeedsPerson: When the rule cannot work.
        """
        content = self.content(draft=draft)
        try:
            text = with_rule(content.flows.entry(spot.flow).text, spot, element, rule)
            flow, example = parse_flow(text), self.example(spot.flow)
            shown = next(one for one in field_maps(flow) if one.spot == spot)
            after = replace(content, flows=content.flows.put(text))
            self._check(after)
        except BadFlowError as error:
            raise NeedsPerson(unusable(error)) from error
        if example is not None:
            shown = sampled(shown, flow, example, after.revision(0))
        return next(row for row in shown.rows if row.target.element == element)

    def example(self, name: str) -> Facts | None:
        """Return the facts of what a flow decided last; ``None`` where it decided nothing yet."""
        company = Values(self.settings.all()).text("syspro.company")
        return next(iter(self.decided.of_flow(company, name, 1)), None)

    def replay(self, since_at: int, until_at: int, *, draft: bool = False) -> Iterator[Different | None]:
        """Make the decisions of ``[since_at, until_at)`` again, with the mapping of now or the draft; nothing is kept.

        Yields:
            For each decision that flows made what comes out otherwise, ``None`` where nothing does.

        Raises:
            NeedsPerson: When the mapping cannot work, or there is no draft.
        """
        now = self._numbered(self.content(draft=draft))
        company = now.company
        known = {now.number: now}
        for row, facts in self.decided.between(company, since_at, until_at):
            if not was_decided(row, facts):
                continue
            if row.revision not in known:
                known[row.revision] = revision_from(row.revision, self._revision(row.revision).content)
            yield again(row, facts, known[row.revision], now)

    def _flow(self, content: MappingContent, name: str) -> Flow:
        try:
            return content.flows.entry(name).flow
        except BadFlowError as error:
            raise NeedsPerson(unusable(error)) from error

    def _numbered(self, content: MappingContent) -> MappingRevision:
        """Return a mapping with the number it has where it is in force, and 0 else."""
        latest = self.revisions.latest()
        in_force = latest is not None and latest.content == content.text()
        self._check(content)
        return content.revision(latest.number if latest and in_force else 0)

    # -- commands

    def change(self, content: MappingContent, comment: str, *, draft: bool = False) -> Changed:
        """Put a mapping in force, or into the draft. What cannot work is refused, and nothing is changed by it.

        Raises:
            NeedsPerson: When it cannot work; the message names flow, place and reason.
        """
        before = (self.draft() or self.content()) if draft else self.content()
        lines = difference(before, content)
        self._check(content)
        if draft:
            self.marks.set(DRAFT, content.text(), self.clock.now())
            return Changed(None, lines)
        self._put_settings(content.policy)
        number = self._append(content, comment)
        self.ask("reload")
        return Changed(number, lines)

    def set_rule(self, spot: Spot, element: str, rule: Rule | None) -> Changed:
        """Fill a field otherwise in the draft, which begins with what is in force; ``None`` fills it by nothing.

        Raises:
            NeedsPerson: When it cannot work; the message names flow, place and reason.
        """
        before = self.draft() or self.content()
        try:
            text = with_rule(before.flows.entry(spot.flow).text, spot, element, rule)
            after = replace(before, flows=before.flows.put(text))
        except BadFlowError as error:
            raise NeedsPerson(unusable(error)) from error
        return self.change(after, "", draft=True)

    def use_template(
        self, name: str, answers: Mapping[str, str], *, from_day: str = "", comment: str = "", draft: bool = False
    ) -> Changed:
        """Put what a template and its answers make of the mapping in force, or into the draft.

        Args:
            name: Name of the template.
            answers: Answers by the question's name.
            from_day: First day (CCYY-MM-DD) of its posting mode; empty for all days.
            comment: Why; kept with the revision.
            draft: Whether it goes into the draft.

        Raises:
            NeedsPerson: When there is no such template, answers are missing or wrong, or the mapping cannot work.
        """
        template = self.template(name)
        before = (self.draft() or self.content()) if draft else self.content()
        try:
            after = filled(template, answers, before, from_day=from_day)
        except BadTemplateError as error:
            press = "Nothing was changed. `template show` lists what it asks for."
            problem = Problem("The template cannot be used", str(error), press, "template.unusable")
            raise NeedsPerson(problem) from error
        return self.change(after, comment or f"Template {template.name}: {template.title}", draft=draft)

    def roll_back(self, number: int, comment: str) -> Changed:
        """Put the flows and deciding settings of an earlier revision in force, as a new revision.

        Raises:
            NeedsPerson: When there is no such revision, or this program cannot work with it.
        """
        return self.change(content_from(self._revision(number).content), comment or f"Back to revision {number}.")

    def apply_draft(self, comment: str) -> Changed:
        """Put the draft in force. Raises ``NeedsPerson`` when there is none, or it cannot work."""
        done = self.change(self.content(draft=True), comment)
        self.discard_draft()
        return done

    def discard_draft(self) -> None:
        """Forget the draft."""
        self.marks.set(DRAFT, "", self.clock.now())

    def look_into_lists(self, *, draft: bool = False, setting: str = "") -> int:
        """Have the engine compare what the mapping names with SYSPRO's own lists.

        The command's result is a JSON list of :class:`~agent.domain.lists.ListFinding`, as ``agent.domain.codec`` says
        it.

        Args:
            draft: Whether the draft is meant.
            setting: Name of the one setting that is looked at; empty for all of the mapping.
        """
        return self.ask("look_into_lists", draft="yes" if draft else "no", setting=setting)

    def check_setting(self, name: str, text: str | None) -> None:
        """Do nothing where the mapping in force can work with a setting; ``None`` stands for its default.

        Before the first revision there is nothing in force that could be disturbed.

        Raises:
            NeedsPerson: When it cannot work; the message names flow, place and reason.
        """
        if self.revisions.latest() is not None:
            self._check(self._with_setting(name, text))

    def note_setting(self, name: str) -> None:
        """Append the revision that a changed deciding setting makes, in the name of who changed it."""
        if self.revisions.latest() is not None:
            self._append(self.content(), f"Setting {name}")

    def _with_setting(self, name: str, text: str | None) -> MappingContent:
        texts = {**self.settings.all(), **({name: text} if text is not None else {})}
        if text is None:
            texts.pop(name, None)
        return MappingContent(self.content().flows, Values(texts))

    def _append(self, content: MappingContent, comment: str) -> int:
        now = self.clock.now()
        return self.revisions.append(content.text(), author=self.author, comment=comment, now=now)

    def _put_settings(self, policy: Values) -> None:
        """Set the deciding settings that are otherwise; the engine makes its revision of them."""
        now, kept = self.clock.now(), Values(self.settings.all()).deciding()
        for name, text in policy.deciding().items():
            if kept[name] != text:
                self.settings.set(name, text, by=self.author, now=now)

    def _check(self, content: MappingContent) -> None:
        try:
            checked(content)
        except BadFlowError as error:
            raise NeedsPerson(unusable(error)) from error

    def _revision(self, number: int) -> StoredRevision:
        found = self.revisions.get(number)
        if found is None:
            message = f"There is no mapping revision {number}."
            raise NeedsPerson(Problem("No such revision", message, "`mapping history` lists them.", "revision.unknown"))
        return found


def unusable(error: BadFlowError) -> Problem:
    """Return what a person is told of a mapping that cannot work."""
    press = "Nothing was changed. Correct it and try again."
    return Problem("The mapping cannot work", str(error), press, "mapping.unusable")


def _is_of(path: str, spot: Spot) -> bool:
    return path.startswith("line.") == bool(spot.line)


_NO_DRAFT = Problem(
    "There is no draft", "There is no draft of the mapping.", "A change with --draft begins one.", "mapping.no_draft"
)
