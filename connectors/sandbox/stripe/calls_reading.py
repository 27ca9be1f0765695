"""End-points that only read: every retrieve and every list."""

from collections.abc import Sequence

from connectors.sandbox.stripe.engine import NOUNS
from connectors.sandbox.stripe.errors import bad, missing
from connectors.sandbox.stripe.event_log import Page, type_clauses
from connectors.sandbox.stripe.listing import filter_clauses, list_call, page_of, range_clauses
from connectors.sandbox.stripe.parts import Call, Parts, Reply, Request, shown
from connectors.sandbox.stripe.store import Clause, Obj

# Most values of a filter that takes several.
_MOST_VALUES = {"lookup_keys": 10, "ids": 100}


def _retrieve(kind: str, param: str = "id") -> Call:
    def call(parts: Parts, request: Request) -> Reply:
        parts.engine.row(request.id, kind, param=param)
        return shown(parts, request, request.id)

    return call


def _list(kind: str, equal: Sequence[str] = (), ranges: Sequence[str] = ("created",)) -> Call:
    def call(parts: Parts, request: Request) -> Reply:
        clauses = filter_clauses(request.params, equal)
        for name in ranges:
            column = "created" if name == "created" else f"json_extract(body, '$.{name}')"
            clauses += range_clauses(column, request.params.get(name))
        return _page(parts, request, kind, clauses)

    return call


def _page(parts: Parts, request: Request, kind: str, clauses: list[Clause]) -> Obj:
    page = parts.lister.page(kind, list_call(request.params), clauses, request.path)
    for member in page["data"]:
        parts.viewer.show(member)
    return parts.viewer.expand(page, request.expand)


def _inside(kind: str, name: str, noun: str) -> Call:
    """List what is stored inside an object."""

    def call(parts: Parts, request: Request) -> Reply:
        members = parts.engine.row(request.id, kind, param=_param_of(kind)).inner.get(name, [])
        page = page_of(members, list_call(request.params), noun, request.path)
        return parts.viewer.expand(page, request.expand)

    return call


def _param_of(kind: str) -> str:
    return {"payment_intent": "intent", "checkout.session": "session"}.get(kind, "id")


def _events_list(parts: Parts, request: Request) -> Reply:
    call = list_call(request.params)
    clauses = type_clauses(request.params.get("type"), request.params.get("types"))
    clauses += range_clauses("created", request.params.get("created"))
    page = Page(clauses, call.limit, call.starting_after, call.ending_before)
    texts, more = parts.engine.events.page(page)
    if request.params.get("delivery_success") is False:
        texts, more = [], False  # there is no webhook end-point that could miss one
    # The events are JSON already: joining them is many times faster than building them anew.
    tail = f'],"has_more":{"true" if more else "false"},"url":"/v1/events"}}'
    return f'{{"object":"list","data":[{",".join(texts)}{tail}'


def _events_retrieve(parts: Parts, request: Request) -> Reply:
    return parts.engine.events.text_of(request.id)


def _balance_transactions_list(parts: Parts, request: Request) -> Reply:
    clauses = filter_clauses(request.params, ("currency", "source", "type"))
    clauses += range_clauses("created", request.params.get("created"))
    payout_id = request.params.get("payout")
    if payout_id is not None:
        payout = parts.engine.get(payout_id, "payout", param="payout")
        if not payout["automatic"]:
            raise bad("Balance transaction history can only be filtered on automatic transfers, not manual.")
        clauses.append(Clause("id IN (SELECT id FROM money WHERE payout = ?)", (payout_id,)))
    return _page(parts, request, "balance_transaction", clauses)


def _invoice_payments_list(parts: Parts, request: Request) -> Reply:
    clauses = filter_clauses(request.params, ("invoice", "status"))
    clauses += range_clauses("created", request.params.get("created"))
    intent = (request.params.get("payment") or {}).get("payment_intent")
    if intent is not None:
        clauses.append(Clause("payment_intent = ?", (intent,)))
    return _page(parts, request, "invoice_payment", clauses)


def _checkout_sessions_list(parts: Parts, request: Request) -> Reply:
    clauses = filter_clauses(request.params, ("customer", "payment_intent", "status"))
    clauses += range_clauses("created", request.params.get("created"))
    email = (request.params.get("customer_details") or {}).get("email")
    if email is not None:
        clauses.append(Clause("email = ?", (email,)))
    return _page(parts, request, "checkout.session", clauses)


def _by_flag(kind: str, equal: Sequence[str], flags: Sequence[str], many: Sequence[tuple[str, str]] = ()) -> Call:
    """List with boolean filters, and with filters that take several values."""

    def call(parts: Parts, request: Request) -> Reply:
        clauses = filter_clauses(request.params, equal)
        clauses += range_clauses("created", request.params.get("created"))
        for flag in flags:
            if request.params.get(flag) is not None:
                clauses.append(Clause(f"json_extract(body, '$.{flag}') = ?", (int(request.params[flag]),)))
        for name, column in many:
            if request.params.get(name):
                values = request.params[name]
                if name in _MOST_VALUES and len(values) > _MOST_VALUES[name]:
                    raise bad(f"You may only specify up to {_MOST_VALUES[name]} {name}.", param=name)
                clauses.append(Clause(f"{column} IN ({', '.join('?' * len(values))})", tuple(values)))
        return _page(parts, request, kind, clauses)

    return call


def _charge_refunds(parts: Parts, request: Request) -> Reply:
    parts.engine.get(request.id, "charge")
    return _page(parts, request, "refund", [Clause("charge = ?", (request.id,))])


def _invoice_lines(parts: Parts, request: Request) -> Reply:
    lines = parts.engine.get(request.id, "invoice")["lines"]["data"]
    page = page_of(lines, list_call(request.params), "line_item", request.path)
    return parts.viewer.expand(page, request.expand)


def _tax_ids(parts: Parts, request: Request) -> Reply:
    held = parts.customers.tax_ids(request.id)
    return parts.viewer.expand(page_of(held, list_call(request.params), "tax_id", request.path), request.expand)


def _balance(parts: Parts, _request: Request) -> Reply:
    return parts.ledger.balance()


def _account(parts: Parts, request: Request) -> Reply:
    if request.ids and request.id != parts.engine.account_id:
        raise missing(NOUNS.get("account", "account"), request.id)
    return parts.account.describe()


READING: dict[str, Call] = {
    "events_list": _events_list,
    "events_retrieve": _events_retrieve,
    "charges_list": _list("charge", ("customer", "payment_intent", "transfer_group")),
    "charges_retrieve": _retrieve("charge"),
    "charge_refunds_list": _charge_refunds,
    "payment_intents_list": _list("payment_intent", ("customer", "customer_account")),
    "payment_intents_retrieve": _retrieve("payment_intent", "intent"),
    "payment_intent_lines_list": _inside("payment_intent", "amount_details_line_items", "line item"),
    "checkout_sessions_list": _checkout_sessions_list,
    "checkout_sessions_retrieve": _retrieve("checkout.session", "session"),
    "checkout_session_lines_list": _inside("checkout.session", "line_items", "item"),
    "payment_links_list": _by_flag("payment_link", (), ("active",)),
    "payment_links_retrieve": _retrieve("payment_link", "payment_link"),
    "invoices_list": _list("invoice", ("customer", "collection_method", "status"), ("created", "due_date")),
    "invoices_retrieve": _retrieve("invoice", "invoice"),
    "invoice_lines_list": _invoice_lines,
    "tax_ids_list": _tax_ids,
    "invoice_payments_list": _invoice_payments_list,
    "invoice_payments_retrieve": _retrieve("invoice_payment", "invoice_payment"),
    "customers_list": _list("customer", ("email",)),
    "customers_retrieve": _retrieve("customer"),
    "products_list": _by_flag("product", ("url", "type"), ("active", "shippable"), [("ids", "id")]),
    "products_retrieve": _retrieve("product"),
    "prices_list": _by_flag("price", ("currency", "product", "type"), ("active",), [("lookup_keys", "lookup_key")]),
    "prices_retrieve": _retrieve("price", "price"),
    "refunds_list": _list("refund", ("charge", "payment_intent")),
    "refunds_retrieve": _retrieve("refund"),
    "disputes_list": _list("dispute", ("charge", "payment_intent")),
    "disputes_retrieve": _retrieve("dispute", "dispute"),
    "balance_transactions_list": _balance_transactions_list,
    "balance_transactions_retrieve": _retrieve("balance_transaction"),
    "balance_retrieve": _balance,
    "account_retrieve_own": _account,
    "account_retrieve": _account,
    "payouts_list": _list("payout", ("destination", "status"), ("created", "arrival_date")),
    "payouts_retrieve": _retrieve("payout", "payout"),
    "tax_rates_list": _by_flag("tax_rate", (), ("active", "inclusive")),
    "tax_rates_retrieve": _retrieve("tax_rate", "tax_rate"),
}
