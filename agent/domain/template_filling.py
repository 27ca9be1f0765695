"""A template with its answers becomes a mapping. Pure; nothing is in force by it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from agent.domain.answers import written
from agent.domain.entries import BANK, ledger_code
from agent.domain.mapping import MappingContent
from agent.domain.settings import SETTINGS, BadSettingError, Values, parse
from agent.domain.templates import BadTemplateError, Place, Question, Template, check_template

_MODES_FROM = "posting.modes_from"

#: What has to be set where customers.policy, as a template asks or sets it, has a value.
_POLICY_NEEDS = {"guest": ("customers.guest",), "create": ("customers.branch", "customers.terms")}


def filled(
    template: Template, answers: Mapping[str, str], before: MappingContent, *, from_day: str = ""
) -> MappingContent:
    """Return the mapping that a template and its answers make of an earlier one.

    What is not answered stays as the site has set it; where it has set nothing, the question's default counts. Flows
    that the template does not name stay as they are: the posting mode says which of them has a payment.

    Args:
        template: The template.
        answers: Answers by the question's name.
        before: The mapping it begins with.
        from_day: First day (CCYY-MM-DD) of its posting mode, where earlier days keep theirs; empty for all days.

    Raises:
        BadTemplateError: When answers are missing or wrong; the message names every place with its reason.
        BadFlowError: When the mapping before has a flow that is none.
    """
    check_template(template, before.flows)
    texts = dict(before.policy.texts)
    problems = [*_unknown(template, answers), *_answered(template, answers, texts)]
    if problems:
        raise _refused(template, problems)
    _set(template, texts, from_day)
    policy = Values(texts)
    problems = [*_without_account(policy), *_without_customer(template, policy)]
    if problems:
        raise _refused(template, problems)
    flows = before.flows
    for name in template.flows:
        flows = flows.switched(name, on=True)
    return MappingContent(flows, policy)


def present(question: Question, policy: Values) -> str:
    """Return what the site has set already for a question, as its answer; empty where it has set nothing."""
    return next(filter(None, (_present(place, policy.texts) for place in question.places)), "")


def _refused(template: Template, problems: Iterable[str]) -> BadTemplateError:
    return BadTemplateError(f"Template {template.name}: {' '.join(problems)}")


def _unknown(template: Template, answers: Mapping[str, str]) -> Iterator[str]:
    names = [question.name for question in template.questions]
    for name in answers:
        if name not in names:
            near = get_close_matches(name, names, n=1)
            yield f"It does not ask for {name!r}{f'; is {near[0]} meant?' if near else '.'}"


def _answered(template: Template, answers: Mapping[str, str], texts: dict[str, str]) -> Iterator[str]:
    """Put all answers into ``texts``; say which are wrong or missing."""
    missing = []
    for question in template.questions:
        try:
            if not _answer(question, answers.get(question.name, "").strip(), texts):
                missing.append(question)
        except ValueError as error:
            yield f"{question.name}: {error}"
    if missing:
        first, *others = missing
        example = f" Such as {first.such_as}." if first.such_as else ""
        yield f"{first.name} is not answered. {first.ask}{example}"
        if others:
            yield f"Not answered, too: {', '.join(question.name for question in others)}."


def _answer(question: Question, answer: str, texts: dict[str, str]) -> bool:
    """Put an answer, or what counts without one, into ``texts``; return whether there is either."""
    if answer:
        for place in question.places:
            _put(place, answer, texts)
    lacking = [place for place in question.places if not _present(place, texts)]
    # An answer stands although it is the setting's own default; an empty table is no answer.
    if not lacking or (answer and question.setting.default != "{}"):
        return True
    rest = next(filter(None, (_present(place, texts) for place in question.places)), question.default)
    if rest:
        for place in lacking:
            _put(place, rest, texts)
    return rest is not None


def _put(place: Place, answer: str, texts: dict[str, str]) -> None:
    found = written(SETTINGS[place.setting], place.entry, answer)
    if place.entry and isinstance(found, dict):
        table = parse(SETTINGS[place.setting], texts[place.setting])
        found = {name: code for name, code in table.items() if not _is_of(name, place)} | found
    texts[place.setting] = found if isinstance(found, str) else json.dumps(found, sort_keys=True)


def _present(place: Place, texts: Mapping[str, str]) -> str:
    setting = SETTINGS[place.setting]
    text = texts[place.setting]
    if not place.entry:
        return "" if text == setting.default else text
    table: dict[str, str] = parse(setting, text)
    codes = {name: code.strip() for name, code in table.items() if code.strip() and _is_of(name, place)}
    if place.entry in codes:
        return codes[place.entry]
    return ", ".join(f"{name.partition(':')[2]}={code}" for name, code in sorted(codes.items()))


def _is_of(name: str, place: Place) -> bool:
    return name == place.entry or name.startswith(f"{place.entry}:")


def _set(template: Template, texts: dict[str, str], from_day: str) -> None:
    """Set what the template sets; its posting mode from a day on, where one is given."""
    changes: dict[str, str] = parse(SETTINGS[_MODES_FROM], texts[_MODES_FROM])
    settings = dict(template.settings)
    if from_day:
        settings["posting.mode"] = texts["posting.mode"]
        settings[_MODES_FROM] = json.dumps(changes | {from_day: template.mode}, sort_keys=True)
        try:
            parse(SETTINGS[_MODES_FROM], settings[_MODES_FROM])
        except BadSettingError as error:
            raise _refused(template, [str(error)]) from error
    elif changes:
        message = f"The posting mode of this site changes by day ({_MODES_FROM}); say from which day this one counts."
        raise _refused(template, [message])
    texts |= settings


def _without_account(policy: Values) -> Iterator[str]:
    """Say for which currencies that Stripe pays out something is without a ledger code."""
    clearing = policy.table("receipts.ledger_code")
    for currency in policy.table("receipts.bank"):
        if not clearing.get(currency, "").strip():
            yield f"clearing_account: the bank of {currency} has no ledger code."
        elif not ledger_code(policy, BANK, currency):
            yield f"bank_account: payouts in {currency} have no ledger code; with several currencies, each has its own."


def _without_customer(template: Template, policy: Values) -> Iterator[str]:
    """Say what a payer that SYSPRO does not have would lack."""
    asked = {place.setting: question.name for question in template.questions for place in question.places}
    if "customers.policy" not in asked and "customers.policy" not in template.settings:
        return
    chosen = policy.text("customers.policy")
    for name in _POLICY_NEEDS.get(chosen, ()):
        if policy.texts[name] == SETTINGS[name].default:
            yield f"{asked.get(name, name)}: is needed where customers.policy is {chosen}."
