"""Conclude from the reply to a posting whose record it names."""

from dataclasses import replace

from agent.domain.fitting import bare_key
from connectors.syspro.xml.reply import Node, Verdict, judge
from connectors.syspro.xml.request import Posted, believable


def concluded(root: Node, expected: str, key: str, *echoes: tuple[str, str]) -> Posted:
    """Return what became of a document.

    Args:
        root: The reply.
        expected: Name of the root that was sent; SYSPRO repeats it, in whatever case.
        key: Key that the reply gives to the new record; empty when it gives none.
        echoes: What was sent and what the reply repeats of it, in pairs; a reply about another record is unclear.
    """
    judgement = judge(root, expected, key=key)
    for sent, answered in echoes:
        whole = believable(answered)
        # Replies may change the case; source: reference, section 3.3.
        if judgement.verdict is Verdict.CLEAN and whole and bare_key(whole).casefold() != bare_key(sent).casefold():
            return Posted(replace(judgement, verdict=Verdict.UNCLEAR, why=f"The answer is about {answered}."))
    return Posted(judgement, believable(key))
