"""Setting up, in the order of a project: access, discover, configure, validate, launch. Pure.

Before the last step nothing is posted. What was found and chosen is kept, so that one may leave and come back.
"""

from agent.domain.setup.answers import AnswerField, Why, answers_of, derived_settings, fields_of
from agent.domain.setup.found import Access, CustomerNote, Found, KeyFormats, Right, Tried
from agent.domain.setup.steps import Approval, Kept, Look, SetUpState, Step, Told, Wanted, holds_back
from agent.domain.setup.summary import CauseCount, PreviewSummary, StateSum, summary_of

__all__ = [
    "Access",
    "AnswerField",
    "Approval",
    "CauseCount",
    "CustomerNote",
    "Found",
    "Kept",
    "KeyFormats",
    "Look",
    "PreviewSummary",
    "Right",
    "SetUpState",
    "StateSum",
    "Step",
    "Told",
    "Tried",
    "Wanted",
    "Why",
    "answers_of",
    "derived_settings",
    "fields_of",
    "holds_back",
    "summary_of",
]
