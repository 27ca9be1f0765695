"""The interpreter of flows: facts and a mapping revision in, documents or a reason out. Pure.

Preview, shadow month, replay and the real run all call :func:`decide`, so they can never differ.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from agent.domain.bodies import Filled, fill
from agent.domain.codec import to_plain
from agent.domain.decisions import Decision, Outcome
from agent.domain.documents import DocumentKey, Draft, State, party_key
from agent.domain.expressions import BadExpressionError, Scope
from agent.domain.facts import Facts
from agent.domain.fitting import Change, DoesNotFitError, fit_address, reference_for, short_reference
from agent.domain.flows import Flow, Gate, Step
from agent.domain.json_reader import BadJsonError
from agent.domain.kinds import BODIES, Allocation, Kind, OrderLine, OrderOptions
from agent.domain.mapping import MappingRevision
from agent.domain.money import CurrencyMismatchError, UnknownCurrencyError
from agent.domain.order import PlannedOrder, plan_order
from agent.domain.payer import Account, Payer, account_of, payer_of
from agent.domain.payment import NamedInvoice, Payment, named_invoice, payment_of
from agent.domain.rules import Rule, apply_rule
from agent.domain.sale import sale_of
from agent.domain.settings import SETTINGS, Values

#: What a flow's order_by leaves room for between two payments of one second.
_STEPS_PER_SECOND = 100

#: Stripe's objects that paths and expressions may name.
_ROLES = ("charge", "customer", "payment_intent", "session", "invoice")

_ACCOUNT_VIEW = ("code", "party", "create", "guest", "problem", "problem_code")


@dataclass(frozen=True, slots=True)
class _Case:
    """One payment with all that the flow's paths and expressions see."""

    facts: Facts
    mapping: MappingRevision
    payment: Payment
    payer: Payer
    account: Account
    order: PlannedOrder
    values: Mapping[str, Any]
    scope: Scope

    @property
    def pays_invoice(self) -> bool:
        invoice = self.facts.erp.open_invoice
        return invoice is not None and invoice.balance.currency == self.payment.amount.currency


def decide(facts: Facts, mapping: MappingRevision) -> Decision:
    """Return what becomes of the payment in ``facts`` under ``mapping``.

    Never raises for anything that Stripe or SYSPRO may have said: what cannot be used is held, with the field named.
    """
    try:
        case = _case(facts, mapping)
        flow = next((flow for flow in mapping.flows if _wants(flow, case)), None)
        if flow is None:
            return _ended(case, "", Outcome.IGNORED, "No flow wants this payment.", "no_flow")
        return _run(flow, case)
    except (BadJsonError, UnknownCurrencyError, CurrencyMismatchError, DoesNotFitError, BadExpressionError) as error:
        return Decision(facts.stripe.subject, Outcome.HELD, str(error), "facts.unusable", revision=mapping.number)


def _case(facts: Facts, mapping: MappingRevision) -> _Case:
    policy = mapping.policy
    payment = payment_of(facts, policy)
    payer = payer_of(facts)
    account = account_of(payer, facts, payment.amount.currency, policy)
    sale = sale_of(facts, payment.amount, policy)
    order = plan_order(sale, payment.amount, facts.erp.stock, policy, exempt=account.exempt)
    values = {
        **{role: facts.stripe.objects.get(role) or {} for role in _ROLES},
        "payment": _payment_view(payment, policy) | {"sent": facts.sent},
        "payer": _payer_view(payer, payment),
        "account": {name: getattr(account, name) for name in _ACCOUNT_VIEW},
        "sale": {"source": sale.source, "problem": order.problem},
        "invoice_to_pay": _invoice_view(facts, payment, named_invoice(facts.stripe, policy)),
        "site": _site(policy),
    }
    return _Case(facts, mapping, payment, payer, account, order, values, Scope(to_plain(values)))


def _payment_view(payment: Payment, policy: Values) -> dict[str, Any]:
    currency = policy.table("currencies.to_syspro").get(payment.amount.currency, "")
    return _attributes(payment) | {"syspro_currency": currency}


def _payer_view(payer: Payer, payment: Payment) -> dict[str, Any]:
    """Return the payer with our references: one SYSPRO customer for each Stripe customer and currency."""
    party = party_key(payer.id or payment.id, payment.amount.currency)
    return _attributes(payer) | {
        "reference": reference_for(party, 40),
        "short_reference": short_reference(party),
        "address_lines": _numbered(fit_address(payer.address)[0]),
        "delivery_lines": _numbered(fit_address(payer.shipping)[0]),
    }


def _numbered(lines: list[str]) -> dict[str, str]:
    return {f"line{number}": line for number, line in enumerate(lines, start=1)}


def _address_changes(step: Step, payer: Payer) -> tuple[Change, ...]:
    """Return what had to change for the address lines that this step's document carries."""
    changes: tuple[Change, ...] = ()
    if step.kind is Kind.CUSTOMER:
        changes += fit_address(payer.address)[1]
    if step.kind in {Kind.CUSTOMER, Kind.SALES_ORDER}:
        changes += fit_address(payer.shipping)[1]
    return changes


def _invoice_view(facts: Facts, payment: Payment, named: NamedInvoice) -> dict[str, Any]:
    """Return the invoice that is paid; one that this payment has paid already counts as open."""
    invoice = facts.erp.open_invoice
    fits = invoice is not None and invoice.balance.currency == payment.amount.currency
    return {
        "number": named.number,
        "explicit": named.explicit,
        "open": fits or bool(facts.erp.booked_on),
        "customer": invoice.customer if invoice else facts.erp.booked_on,
        "paid_before": bool(facts.erp.booked_on),
    }


def _run(flow: Flow, case: _Case) -> Decision:
    gate = next((gate for gate in flow.gates if case.scope.holds(gate.when)), None)
    if gate is not None:
        return _gated(flow, gate, case)
    drafts = []
    for place, step in enumerate(flow.steps):
        if not step.when or case.scope.holds(step.when):
            drafts.append(_draft(flow, step, place, case))
    link = case.account.link
    return Decision(
        subject=case.facts.stripe.subject,
        outcome=Outcome.DOCUMENTS,
        flow=flow.name,
        revision=case.mapping.number,
        drafts=tuple(drafts),
        links=() if link is None or case.pays_invoice or case.facts.erp.booked_on else (link,),
        amount=case.payment.amount,
    )


def _gated(flow: Flow, gate: Gate, case: _Case) -> Decision:
    return _ended(case, flow.name, gate.outcome, _text(gate.reason, case), _text(gate.code, case))


def _ended(case: _Case, flow: str, outcome: Outcome, reason: str, code: str) -> Decision:
    return Decision(
        subject=case.facts.stripe.subject,
        outcome=outcome,
        reason=reason,
        reason_code=code,
        flow=flow,
        revision=case.mapping.number,
        amount=case.payment.amount,
    )


def _draft(flow: Flow, step: Step, place: int, case: _Case) -> Draft:
    filled = fill(BODIES[step.kind], step.fields, case.values, case.scope)
    special = _SPECIAL.get(step.kind, _nothing_special)(step, case)
    problem, code = _problem(filled, special)
    currency = case.payment.amount.currency
    about_payer = step.about == "payer"
    return Draft(
        key=DocumentKey(
            company=case.mapping.company,
            kind=step.kind,
            purpose=f"{step.purpose}-{currency}" if about_payer else step.purpose,
            stripe_id=case.payer.id if about_payer else case.payment.id,
        ),
        body=BODIES[step.kind](**filled.values, **special.values),
        lane=case.account.party or f"payment|{case.payment.id}",
        order_by=case.payment.created_at * _STEPS_PER_SECOND + place,
        state=State.PARKED if problem else State.PENDING,
        reason=problem,
        reason_code=code,
        party="" if filled.values.get("customer") else case.account.party,
        blocks=step.kind is Kind.CUSTOMER,
        once=about_payer,
        amount=case.payment.amount if step.kind in {Kind.SALES_ORDER, Kind.RECEIPT} else None,
        title=_text(step.title, case),
        flow=flow.name,
        changes=_address_changes(step, case.payer) + filled.changes + special.changes,
        lineage={element: rule.sentence() for element, rule in step.fields.items()},
    )


@dataclass(frozen=True, slots=True)
class _Special:
    """What a kind needs beside its field map."""

    values: dict[str, Any]
    changes: tuple[Any, ...] = ()
    problem: str = ""
    problem_code: str = ""


def _nothing_special(_: Step, __: _Case) -> _Special:
    return _Special({})


def _order(step: Step, case: _Case) -> _Special:
    lines = []
    changes: list[Any] = []
    for number, planned in enumerate(case.order.lines, start=1):
        rules = step.lines.get(planned.line_type, {})
        filled = _line(rules, {**case.values, "line": planned.view() | {"number": number}}, case)
        lines.append(OrderLine(planned.line_type, **filled.values))
        changes.extend(filled.changes)
    policy = case.mapping.policy
    options = OrderOptions(
        allocation_action=policy.text("orders.allocation"),
        use_price_entered=policy.text("orders.price_policy") == "payer",
    )
    values = {"lines": tuple(lines), "options": options}
    return _Special(values, tuple(changes), case.order.problem, case.order.problem_code)


def _line(rules: Mapping[str, Rule], values: Mapping[str, Any], case: _Case) -> Filled:
    uses_expressions = any(rule.source == "cel" for rule in rules.values())
    scope = Scope(to_plain(values)) if uses_expressions else case.scope
    return fill(OrderLine, rules, values, scope)


def _receipt(_: Step, case: _Case) -> _Special:
    """Allocate to the open invoice that the payment names, as far as it is open; the rest stays on account."""
    invoice = case.facts.erp.open_invoice
    if invoice is None or not case.pays_invoice:
        return _Special({})
    value = min(invoice.balance, case.payment.amount, key=lambda money: money.minor)
    return _Special({"allocations": (Allocation(invoice.invoice, value, invoice.document_type),)})


_SPECIAL = {Kind.SALES_ORDER: _order, Kind.RECEIPT: _receipt}


def _problem(filled: Filled, special: _Special) -> tuple[str, str]:
    if filled.missing:
        return f"{filled.missing[0]} is empty, and SYSPRO needs it.", "field.missing"
    return special.problem, special.problem_code


def _wants(flow: Flow, case: _Case) -> bool:
    return flow.subject == case.facts.stripe.subject_type and (not flow.when or case.scope.holds(flow.when))


def _text(template: str, case: _Case) -> str:
    return str(apply_rule(Rule("template", template), case.values, case.scope))


def _attributes(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in type(value).__slots__}


def _site(policy: Values) -> dict[str, Any]:
    """Return the deciding settings as nested maps: ``site.orders.warehouse``."""
    site: dict[str, Any] = {}
    for name, text in policy.texts.items():
        if not SETTINGS[name].decides:
            continue
        group, _, leaf = name.partition(".")
        kind = SETTINGS[name].type.value
        value: Any = policy.table(name) if kind == "table" else policy.items(name) if kind == "list" else text
        site.setdefault(group, {})[leaf] = value
    return site
