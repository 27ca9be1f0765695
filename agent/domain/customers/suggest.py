"""Which Stripe customer a SYSPRO customer may be, with a score and the reasons; a person says whether it is so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from agent.domain.customers.fields import (
    ADDRESS,
    EMAIL,
    NAME,
    TAX_ID,
    Texts,
    address_lines,
    address_parts,
    code_key,
    name_key,
    shown,
    to_stripe,
)
from agent.domain.money import Money

#: Code of the reason that payments are booked so already; no refusal makes that less true.
LINK = "link"

#: Who links what is sure, in the place of a person.
BY_SCORE = "score"

#: Highest score.
CERTAIN = 100

#: Below this score two customers are not suggested as one.
LEAST = 25

#: A second candidate as near as this to the best one makes the suggestion ambiguous.
_NEAR = 10

#: Equal letters in per cent from which on two names are alike.
_ALIKE = 85


#: So many acceptances are taken for granted, so that the first refusals do not undo a reason.
_BENEFIT = 20

Lessons = Mapping[str, tuple[int, int]]
"""Code of a reason -> how many suggestions with it people have accepted, and refused."""


class Advice(Enum):
    """What is suggested."""

    MATCH = "match"
    """The two are one customer."""
    NEW = "new"
    """Stripe has no such customer; one is made."""
    IGNORE = "ignore"
    """It does not belong into Stripe."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for a match.

    Attributes:
        code: ``link``, ``metadata``, ``tax_id``, ``email``, ``name``, ``address`` or ``open_amount``.
        points: What it adds to the score.
        sentence: In words.
    """

    code: str
    points: int
    sentence: str


@dataclass(frozen=True, slots=True)
class ErpCustomerFacts:
    """A SYSPRO customer to be matched.

    Attributes:
        customer: Code as stored.
        texts: What SYSPRO says.
        left_out: Why it does not belong into Stripe; empty where it does.
        others_with_email: How many other SYSPRO customers have its e-mail address.
        open_amounts: What is open on its account, in all, by currency.
    """

    customer: str
    texts: Texts
    left_out: str = ""
    others_with_email: int = 0
    open_amounts: Mapping[str, Money] | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A Stripe customer that may be it.

    Attributes:
        stripe_id: Its id.
        texts: What Stripe says.
        code: SYSPRO customer that its metadata names, as stored; empty for none.
        linked: Whether payments of it are booked to the SYSPRO customer already.
        others_with_email: How many other Stripe customers have its e-mail address.
        owes: What it owes by Stripe's balance of the customer; ``None`` for nothing.
    """

    stripe_id: str
    texts: Texts
    code: str = ""
    linked: bool = False
    others_with_email: int = 0
    owes: Money | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What is suggested for a SYSPRO customer.

    Attributes:
        advice: What to do.
        stripe_id: The Stripe customer of a match; empty for others.
        score: 0 to 100.
        reasons: Why.
        ambiguous: Whether another candidate is as likely, or nearly.
    """

    advice: Advice
    stripe_id: str = ""
    score: int = 0
    reasons: tuple[Reason, ...] = ()
    ambiguous: bool = False


def suggest(
    erp: ErpCustomerFacts, candidates: Sequence[Candidate], lines: Mapping[str, str], lessons: Lessons | None = None
) -> Suggestion:
    """Return what to suggest; the best candidate first, the smallest id where several are equally good.

    Args:
        erp: The SYSPRO customer.
        candidates: Stripe customers that are nobody's yet, without those that a person has refused for it.
        lines: Number of SYSPRO's address line -> part of the address in Stripe.
        lessons: What people have made of suggestions; a reason that they refuse counts less.
    """
    if erp.left_out:
        return Suggestion(Advice.IGNORE, score=CERTAIN, reasons=(Reason("left_out", CERTAIN, erp.left_out),))
    rated = [
        (min(CERTAIN, sum(one.points for one in why)), one.stripe_id, why)
        for one, why in _rated(erp, candidates, lines, lessons or {})
    ]
    rated.sort(key=lambda one: (-one[0], one[1]))
    if not rated or rated[0][0] < LEAST:
        return Suggestion(Advice.NEW, reasons=(Reason("none", 0, f"No customer in Stripe looks like {erp.customer}."),))
    score, stripe_id, reasons = rated[0]
    ambiguous = len(rated) > 1 and score - rated[1][0] < _NEAR
    return Suggestion(Advice.MATCH, stripe_id, score, reasons, ambiguous)


def _rated(
    erp: ErpCustomerFacts, candidates: Sequence[Candidate], lines: Mapping[str, str], lessons: Lessons
) -> list[tuple[Candidate, tuple[Reason, ...]]]:
    return [
        (one, tuple(_learned(why, lessons) for rate in _RATES if (why := rate(erp, one, lines)) is not None))
        for one in candidates
    ]


def _learned(reason: Reason, lessons: Lessons) -> Reason:
    """Return a reason with fewer points where people have refused suggestions for it, and say so."""
    accepted, refused = lessons.get(reason.code, (0, 0))
    if not refused or reason.code == LINK:
        return reason
    points = reason.points * (accepted + _BENEFIT) // (accepted + refused + _BENEFIT)
    told = f"{refused:,} of {accepted + refused:,} suggestions for this reason were refused."
    return Reason(reason.code, points, f"{reason.sentence} {told}")


def _link(erp: ErpCustomerFacts, one: Candidate, _: Mapping[str, str]) -> Reason | None:
    if not one.linked:
        return None
    return Reason(LINK, CERTAIN, f"Payments of {one.stripe_id} are booked to {erp.customer} already.")


def _metadata(erp: ErpCustomerFacts, one: Candidate, _: Mapping[str, str]) -> Reason | None:
    if not one.code or one.code != erp.customer:
        return None
    return Reason("metadata", CERTAIN, f"The metadata in Stripe names {erp.customer}.")


def _tax_id(erp: ErpCustomerFacts, one: Candidate, _: Mapping[str, str]) -> Reason | None:
    ours, theirs = code_key(erp.texts.get(TAX_ID, "")), code_key(one.texts.get(TAX_ID, ""))
    if not ours or ours != theirs:
        return None
    return Reason("tax_id", 60, f"Both have the tax number {erp.texts[TAX_ID]}.")


def _email(erp: ErpCustomerFacts, one: Candidate, lines: Mapping[str, str]) -> Reason | None:
    ours, theirs = to_stripe(EMAIL, erp.texts.get(EMAIL, ""), lines), one.texts.get(EMAIL, "")
    if not ours or ours.casefold() != theirs.casefold():
        return None
    others = erp.others_with_email + one.others_with_email
    if others:
        # Stripe lets any number of customers have one address, and so does SYSPRO.
        return Reason("email", 25, f"Both have the e-mail address {ours}, and so have {others} more.")
    return Reason("email", 50, f"Both have the e-mail address {ours}, and nobody else has.")


def _name(erp: ErpCustomerFacts, one: Candidate, _: Mapping[str, str]) -> Reason | None:
    ours, theirs = name_key(erp.texts.get(NAME, "")), name_key(one.texts.get(NAME, ""))
    if not ours or not theirs:
        return None
    if ours == theirs:
        return Reason("name", 30, f"Both are called {erp.texts[NAME]}.")
    if round(100 * SequenceMatcher(None, ours, theirs, autojunk=False).ratio()) >= _ALIKE:
        return Reason("name", 15, f"{erp.texts[NAME]} and {one.texts[NAME][:60]} are alike.")
    return None


def _address(erp: ErpCustomerFacts, one: Candidate, lines: Mapping[str, str]) -> Reason | None:
    _, postal = address_lines(erp.texts.get(ADDRESS, ""))
    parts = address_parts(one.texts.get(ADDRESS, ""))
    if not postal or code_key(postal) != code_key(parts["postal_code"]):
        return None
    ours = address_parts(to_stripe(ADDRESS, erp.texts[ADDRESS], lines))
    if name_key(ours["line1"]) and name_key(ours["line1"]) == name_key(parts["line1"]):
        return Reason("address", 20, f"Both are at {shown(ADDRESS, one.texts[ADDRESS])}.")
    return Reason("address", 5, f"Both have the postal code {postal}.")


def _open_amount(erp: ErpCustomerFacts, one: Candidate, _: Mapping[str, str]) -> Reason | None:
    owes = one.owes
    if owes is None or owes.minor <= 0 or (erp.open_amounts or {}).get(owes.currency) != owes:
        return None
    return Reason("open_amount", 15, f"Both have {owes} open.")


_RATES = (_link, _metadata, _tax_id, _email, _name, _address, _open_amount)
