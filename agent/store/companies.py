"""One home is for one SYSPRO company: what was decided about Stripe's money was decided for that company.

Most questions to the database name no company, because Stripe's ids are asked for; another company would take over what
the first one has posted, and post nothing of it.
"""

from sqlite_utils import Database

from agent.domain.errors import Misconfigured, Problem

_OTHERS = """
SELECT company FROM (
    SELECT company FROM documents WHERE company <> :company UNION ALL
    SELECT company FROM decisions WHERE company <> :company)
LIMIT 1
"""


def refuse_another(db: Database, company: str) -> None:
    """Do nothing where everything in this database belongs to ``company``, or there is nothing yet.

    Raises:
        Misconfigured: When documents or decisions of another company are there.
    """
    found = db.execute(_OTHERS, {"company": company}).fetchone()
    if found is None:
        return
    there = found["company"]
    raise Misconfigured(
        Problem(
            "This home belongs to another company",
            f"What is decided and posted here belongs to SYSPRO company {there}, so company {company or '(none)'}"
            " cannot use it: it would take for posted what only the other one has.",
            f"Set syspro.company to {there} again, and give the second company a home of its own: `syspro-stripe pairs"
            " add NAME`.",
            "company.another",
        )
    )
