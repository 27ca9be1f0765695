"""What the demo says at its end."""

from agent.demo_result import posted_in_words
from agent.domain.kinds import Kind


def test_one_document_of_a_kind_is_not_said_as_many():
    said = posted_in_words(dict.fromkeys(Kind, 1) | {Kind.AR_DOCUMENT: 0, Kind.CREDIT_NOTE: 0, Kind.RECEIPT: 2})
    assert said == (
        "1 sales order and 2 receipts (money out too) are in SYSPRO.",
        "1 credit note, 1 cancelled order and 1 journal stand for refunds, disputes, payouts, fees and all other movements.",
    )
