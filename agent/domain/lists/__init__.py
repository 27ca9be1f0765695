"""SYSPRO's own lists, and what documents, flows and settings name of them: compared before SYSPRO refuses. Pure.

What is named is collected (:mod:`~agent.domain.lists.named`), who reads the lists answers with what SYSPRO has
(:mod:`~agent.domain.lists.known`), and the comparison says what is wrong in sentences
(:mod:`~agent.domain.lists.compare`). What could not be read is said to be not checked; nothing is guessed.
"""

from agent.domain.lists.compare import (
    ListFinding,
    Verdict,
    compared,
    findings_from,
    refused,
)
from agent.domain.lists.known import Known, SiteList
from agent.domain.lists.named import (
    Named,
    named_by_tokens,
    named_in_body,
    named_in_flow,
    named_in_mapping,
    named_in_settings,
    period_code,
    token_place,
)

__all__ = [
    "Known",
    "ListFinding",
    "Named",
    "SiteList",
    "Verdict",
    "compared",
    "findings_from",
    "named_by_tokens",
    "named_in_body",
    "named_in_flow",
    "named_in_mapping",
    "named_in_settings",
    "period_code",
    "refused",
    "token_place",
]
