"""The interpreter of flows: facts and a mapping revision in, documents or a reason out. Pure.

Preview, shadow month, replay and the real run all call :func:`decide`, so they can never differ.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from agent.domain.bodies import Filled, fill, fit_parts
from agent.domain.cases import CASES, Case, Special
from agent.domain.decisions import Decision, Note, Outcome
from agent.domain.documents import STEPS_PER_SECOND, DocumentKey, Draft, State
from agent.domain.edits import Edit, Edited, of_document, with_edits
from agent.domain.expressions import BadExpressionError
from agent.domain.facts import Facts
from agent.domain.fitting import AmountError, DoesNotFitError
from agent.domain.flows import Flow, Gate, Step
from agent.domain.habits.checks import findings
from agent.domain.habits.past import Finding
from agent.domain.json_reader import BadJsonError
from agent.domain.kinds import BODIES, targets_of
from agent.domain.mapping import MappingRevision
from agent.domain.money import CurrencyMismatchError, UnknownCurrencyError
from agent.domain.payer import payer_of
from agent.domain.rules import Rule, apply_rule
from agent.domain.wording import MOST_TITLE, readable

#: docs.stripe.com/currencies has it both without decimals and, among the special cases, in hundredths.
UNCERTAIN_CURRENCY = "ugx"

#: Reason code of documents that wait because every document does.
EVERY_HELD = "hold.every"

#: Value of the setting posting.approval with which every document waits.
_EVERY = "every"

#: What a subject is called where it is not called like Stripe's object.
_WORDS = {"charge": "Payment", "balance_transaction": "Movement"}

_EVERY_WAITS = "Every document waits for approval as long as posting.approval is every."

_UNCERTAIN = (
    "Stripe's own pages contradict each other on how Ugandan shillings are counted: whole, or in hundredths. Compare"
    " one payment in Stripe's dashboard with its amount here; where both are the same, set currencies.ugx_hundredths to"
    " yes and retry. Else book them by hand."
)


def decide(facts: Facts, mapping: MappingRevision) -> Decision:
    """Return what becomes of the subject of ``facts`` under ``mapping``.

    Never raises for anything that Stripe or SYSPRO may have said: what cannot be used is held, with the field named.
    """
    try:
        case = CASES[facts.stripe.subject_type](facts, mapping)
        flow = next((flow for flow in mapping.flows if wants(flow, facts, case)), None)
        if flow is None:
            what = facts.stripe.subject_type.replace("_", " ")
            return _ended(case, mapping, "", Outcome.IGNORED, f"No flow wants this {what}.", "no_flow")
        add_own(flow, case)
        gate = next((gate for gate in flow.gates if not gate.off and case.scope.holds(gate.when)), None)
        if gate is not None:
            return _noted(flow, case, _gated(flow, gate, case, mapping))
        if _is_uncertain(case, facts, mapping):
            return _ended(case, mapping, flow.name, Outcome.HELD, _UNCERTAIN, "currency.uncertain")
        return _noted(flow, case, _run(flow, facts, case, mapping))
    except (BadJsonError, UnknownCurrencyError, CurrencyMismatchError, DoesNotFitError, BadExpressionError) as error:
        whose = _whose(facts) if isinstance(error, AmountError) else ""
        return Decision(
            facts.stripe.subject, Outcome.HELD, readable(f"{whose}{error}"), "facts.unusable", revision=mapping.number
        )


def _whose(facts: Facts) -> str:
    """Return which money cannot be written to SYSPRO, as a sentence with a blank behind it."""
    subject, kind = facts.stripe.subject, facts.stripe.subject_type
    what = _WORDS.get(kind, kind.replace("_", " ").capitalize())
    if "charge" in facts.stripe.objects:
        try:
            return f"{what} {subject} of {payer_of(facts).name} cannot be written to SYSPRO. "
        except BadJsonError:
            pass  # it is said without the name, which Stripe's answer does not give
    return f"{what} {subject} cannot be written to SYSPRO. "


def _is_uncertain(case: Case, facts: Facts, mapping: MappingRevision) -> bool:
    """Say whether the subject has to do with a currency about whose minor units Stripe contradicts itself."""
    met = {one.currency for one in facts.stripe.balance_transactions} | (
        {case.amount.currency} if case.amount else set()
    )
    return UNCERTAIN_CURRENCY in met and not mapping.policy.yes("currencies.ugx_hundredths")


def _run(flow: Flow, facts: Facts, case: Case, mapping: MappingRevision) -> Decision:
    drafts = []
    for place, step in enumerate(flow.steps):
        if not step.off and (not step.when or case.scope.holds(step.when)):
            drafts.append(_draft(flow, step, place, case, mapping, facts.edits))
    unusual = findings(facts, case.amount, case.created_at, mapping.policy)
    drafts = _held(flow, drafts, case, unusual, mapping)
    return Decision(
        subject=case.id,
        outcome=Outcome.DOCUMENTS,
        flow=flow.name,
        revision=mapping.number,
        drafts=tuple(drafts),
        links=case.links,
        amount=case.amount,
        warnings=tuple(one for one in unusual if not one.hold),
    )


def _noted(flow: Flow, case: Case, decision: Decision) -> Decision:
    """Return the decision with what the flow tells a person; what waits is decided again, and told then."""
    if not flow.tellings or decision.outcome is Outcome.WAITING:
        return decision
    told = (one for one in flow.tellings if not one.off and (not one.when or case.scope.holds(one.when)))
    notes = tuple(Note(text_of(one.code, case), readable(text_of(one.text, case))) for one in told)
    return replace(decision, notes=notes)


def add_own(flow: Flow, case: Case) -> None:
    """Let the flow's rules see its tables, and its own values, each after those that it names."""
    if flow.tables:
        case.add("table", flow.tables)
    found: dict[str, Any] = {}
    for name, rule in flow.values.items():
        found = found | {name: apply_rule(rule, case.values, case.scope)}
        case.add("value", found)


def _held(
    flow: Flow, drafts: list[Draft], case: Case, unusual: Sequence[Finding], mapping: MappingRevision
) -> list[Draft]:
    """Return the documents, waiting for approval where one of the flow's holds, a check or the site says so.

    What cannot be posted as it is stays parked: approving it would change nothing.
    """
    hold = next((hold for hold in flow.holds if not hold.off and case.scope.holds(hold.when)), None)
    if hold is not None:
        return [_waiting(draft, text_of(hold.reason, case), f"hold.{text_of(hold.code, case)}") for draft in drafts]
    check = next((one for one in unusual if one.hold), None)
    if check is not None:
        # What is made once for a payer, as the customer, other payments need as well: an odd one must not stop them.
        code = f"hold.check_{check.code}"
        drafts = [draft if draft.once else _waiting(draft, check.reason, code) for draft in drafts]
    if mapping.policy.text("posting.approval") == _EVERY:
        drafts = [_waiting(draft, _EVERY_WAITS, EVERY_HELD) for draft in drafts]
    return drafts


def _waiting(draft: Draft, reason: str, code: str) -> Draft:
    pending = draft.state is State.PENDING
    return replace(draft, state=State.HELD, reason=reason, reason_code=code) if pending else draft


def _gated(flow: Flow, gate: Gate, case: Case, mapping: MappingRevision) -> Decision:
    reason, code = text_of(gate.reason, case), text_of(gate.code, case)
    return _ended(case, mapping, flow.name, gate.outcome, reason, code, again=gate.again)


def _ended(  # noqa: PLR0913 - all of an ending, once
    case: Case, mapping: MappingRevision, flow: str, outcome: Outcome, reason: str, code: str, *, again: bool = False
) -> Decision:
    return Decision(
        subject=case.id,
        outcome=outcome,
        reason=readable(reason),
        reason_code=code,
        flow=flow,
        revision=mapping.number,
        amount=case.amount,
        again=again,
    )


def _draft(flow: Flow, step: Step, place: int, case: Case, mapping: MappingRevision, edits: Sequence[Edit]) -> Draft:
    filled = fill(BODIES[step.kind], step.fields, case.values, case.scope)
    special = case.special(step)
    parts, changed = fit_parts(special.values)
    key = _key(step, case, special, mapping)
    edited = with_edits(step.kind, {**filled.values, **parts}, of_document(edits, key.kind, key.purpose, key.stripe_id))
    problem, code = _problem(filled, special, edited, step)
    return Draft(
        key=key,
        body=BODIES[step.kind](**edited.values),
        lane=case.lane,
        order_by=case.created_at * STEPS_PER_SECOND + place,
        state=State.PARKED if problem else State.HELD if special.hold else State.PENDING,
        reason=readable(problem or special.hold),
        reason_code=code or special.hold_code,
        party="" if filled.values.get("customer") else case.party,
        blocks=step.blocks,
        once=step.about == "payer",
        amount=special.amount,
        title=readable(text_of(step.title, case), MOST_TITLE),
        flow=flow.name,
        changes=tuple(one for one in filled.changes if one.field not in edited.lineage) + special.changes + changed,
        lineage={**{element: rule.sentence() for element, rule in step.fields.items()}, **edited.lineage},
        legs=special.legs,
        needs=special.needs,
    )


def _key(step: Step, case: Case, special: Special, mapping: MappingRevision) -> DocumentKey:
    about_payer = step.about == "payer"
    currency = case.amount.currency if case.amount else ""
    return DocumentKey(
        company=mapping.company,
        kind=step.kind,
        purpose=f"{step.purpose}-{currency}" if about_payer else step.purpose + special.suffix,
        stripe_id=case.payer_id if about_payer else case.id,
    )


def _problem(filled: Filled, special: Special, edited: Edited, step: Step) -> tuple[str, str]:
    targets = targets_of(BODIES[step.kind])
    missing = [element for element in filled.missing if edited.values[targets[element][0]] in ("", None)]
    if missing:
        return f"{missing[0]} is empty, and SYSPRO needs it.", "field.missing"
    if special.problem:
        return special.problem, special.problem_code
    return edited.problem, "edit.gone" if edited.problem else ""


def wants(flow: Flow, facts: Facts, case: Case) -> bool:
    """Return whether a flow's trigger wants a subject. Raises ``BadExpressionError`` when its condition cannot tell."""
    if flow.subject != facts.stripe.subject_type or (flow.modes and case.mode not in flow.modes):
        return False
    return not flow.when or case.scope.holds(flow.when)


def text_of(template: str, case: Case) -> str:
    """Return a text with what stands at the paths in its braces."""
    return str(apply_rule(Rule("template", template), case.values, case.scope))
