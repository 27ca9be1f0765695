"""Suggestions: which target field a source field fits, how sure that is, and why, in words.

Pure, without a model and without a network: names are read with a thesaurus of accounting, samples by their shape, and
where they are given SYSPRO's own lists and what the site has posted.
"""

from agent.domain.suggest.advisor import CONFIDENT, LEAST, Advisor, Suggestion
from agent.domain.suggest.by_field import Candidate, by_field
from agent.domain.suggest.evidence import Evidence, Posting, SourceField, Usual, usual_value
from agent.domain.suggest.reading import BadSourcesError, choices_from, lists_from, postings_from, sources_from
from agent.domain.suggest.thesaurus import BadThesaurusError, Thesaurus, thesaurus_from
from agent.domain.suggest.value_words import BadValueWordsError, ValueWords, value_words_from
from agent.domain.suggest.values import CONFIDENT_VALUE, LEAST_VALUE, Choice, Proposal, ValueAdvisor, ValueTable

__all__ = [
    "CONFIDENT",
    "CONFIDENT_VALUE",
    "LEAST",
    "LEAST_VALUE",
    "Advisor",
    "BadSourcesError",
    "BadThesaurusError",
    "BadValueWordsError",
    "Candidate",
    "Choice",
    "Evidence",
    "Posting",
    "Proposal",
    "SourceField",
    "Suggestion",
    "Thesaurus",
    "Usual",
    "ValueAdvisor",
    "ValueTable",
    "ValueWords",
    "by_field",
    "choices_from",
    "lists_from",
    "postings_from",
    "sources_from",
    "thesaurus_from",
    "usual_value",
    "value_words_from",
]
