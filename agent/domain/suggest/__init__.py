"""Suggestions: which target field a source field fits, how sure that is, and why, in words.

Pure, without a model and without a network: names are read with a thesaurus of accounting, samples by their shape, and
where they are given SYSPRO's own lists and what the site has posted.
"""

from agent.domain.suggest.advisor import CONFIDENT, LEAST, Advisor, Suggestion
from agent.domain.suggest.evidence import Evidence, Posting, SourceField, Usual, usual_value
from agent.domain.suggest.reading import BadSourcesError, lists_from, postings_from, sources_from
from agent.domain.suggest.thesaurus import BadThesaurusError, Thesaurus, thesaurus_from

__all__ = [
    "CONFIDENT",
    "LEAST",
    "Advisor",
    "BadSourcesError",
    "BadThesaurusError",
    "Evidence",
    "Posting",
    "SourceField",
    "Suggestion",
    "Thesaurus",
    "Usual",
    "lists_from",
    "postings_from",
    "sources_from",
    "thesaurus_from",
    "usual_value",
]
