"""How one kind of document is handled at SYSPRO: posted, found again, and compared. One value a kind, no branches.

A kind's module in ``connectors/syspro/kinds/`` gives its :class:`Handling`; ``HANDLINGS`` there lists them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from agent.domain.attempts import Discrepancy, ErpRow
from agent.domain.documents import Document
from agent.domain.settings import Values
from connectors.syspro.session import EnetSession
from connectors.syspro.tables import Tables
from connectors.syspro.xml.reply import Node
from connectors.syspro.xml.request import Posted, Request

Found = Mapping[int, tuple[ErpRow, ...]]
Compared = dict[int, tuple[Discrepancy, ...]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What searching and comparing work with.

    Attributes:
        session: The session.
        tables: SYSPRO's tables through COMFND, in that session.
        values: The settings in force.
    """

    session: EnetSession
    tables: Tables
    values: Values


@dataclass(frozen=True, slots=True)
class Handling:
    """How one kind of document is handled.

    Attributes:
        method: e.net call, such as ``Transaction/Post``.
        business_object: SYSPRO's name of it.
        build: Body -> request. Raises ``DoesNotFitError``.
        parse: Reply and body -> what became of it.
        find: Documents of the kind -> by document id the rows that are theirs; no entry where nothing was found and
            that proves nothing. Raises ``BadReplyError`` when an answer cannot be read, ``Unavailable`` when COMFND is
            not licensed.
        compare: Posted documents of the kind -> by document id every difference. Raises as ``find`` does.
    """

    method: str
    business_object: str
    build: Callable[[Any], Request]
    parse: Callable[[Node, Any], Posted]
    find: Callable[[Reading, Sequence[Document]], Found]
    compare: Callable[[Reading, Sequence[Document]], Compared]
