"""Send one document and conclude from the reply what became of it."""

from dataclasses import replace

from agent.domain.documents import Document
from agent.domain.errors import AgentError, Exchange
from agent.domain.fitting import DoesNotFitError, pad_key
from agent.domain.kinds import Kind, Receipt
from agent.domain.settings import Values
from agent.ports import Accepted
from connectors.syspro.bounds import check_credit_notes, within_bounds
from connectors.syspro.client import Call
from connectors.syspro.composing import Composed, compose, title_of
from connectors.syspro.errors import Occasion, refused, trouble
from connectors.syspro.finding import Finder
from connectors.syspro.kinds import HANDLINGS
from connectors.syspro.session import EnetSession
from connectors.syspro.tables import readable
from connectors.syspro.xml.reply import Verdict
from connectors.syspro.xml.request import Posted

#: Kinds whose key may be a number padded with zeros, and how the settings about it begin.
_PADDED = {Kind.CUSTOMER: "keys.customer", Kind.AR_DOCUMENT: "keys.invoice"}


class Poster:
    """Postings in one session.

    Args:
        session: The session.
        finder: Looks up what SYSPRO took without giving it a key.
        values: The settings in force.
    """

    def __init__(self, session: EnetSession, finder: Finder, values: Values) -> None:
        self._session = session
        self._finder = finder
        self._values = values

    def post(self, document: Document) -> Accepted:
        """Send ``document``, exactly once; a custom form value that cannot be updated is added.

        Raises:
            Transient: Not delivered.
            Unavailable: No session or licence; nothing was done.
            NeedsPerson: Refused, or impossible to write; nothing was done.
            InDoubt: Sent, without an answer that can be trusted.
        """
        check_credit_notes(document.draft.body, title_of(document), self._session, self._values)
        if isinstance(document.draft.body, Receipt):
            document = self._bounded(document, document.draft.body)
        composed = compose(document)
        posted, exchange = self._send(document, composed)
        if composed.business_object == "COMSFM" and posted.judgement.verdict is Verdict.REFUSED:
            # Whether a first value needs Add is not known; the refused Update did nothing.
            posted, exchange = self._send(document, replace(composed, method="Setup/Add"))
        return self._concluded(document, posted, exchange)

    def _bounded(self, document: Document, receipt: Receipt) -> Document:
        body = within_bounds(receipt, self._session, self._values)
        return document if body is receipt else replace(document, draft=replace(document.draft, body=body))

    def _send(self, document: Document, composed: Composed) -> tuple[Posted, Exchange]:
        request, whose = composed.request, title_of(document)
        call = Call(
            composed.method,
            composed.business_object,
            request.document,
            request.parameters,
            writes=True,
            whose=whose,
        )
        root, exchange = self._session.write(call)
        return HANDLINGS[document.draft.body.kind].parse(root, document.draft.body), exchange

    def _concluded(self, document: Document, posted: Posted, exchange: Exchange) -> Accepted:
        judgement = posted.judgement
        if judgement.verdict is Verdict.REFUSED:
            not_now = self._values.items("syspro.not_now_numbers")
            raise refused(title_of(document), judgement.errors, exchange, not_now=not_now)
        occasion = Occasion(writes=True, whose=title_of(document))
        if judgement.verdict is Verdict.UNCLEAR:
            raise trouble("syspro.odd_answer", occasion, words=judgement.why, exchange=exchange)
        key = self._stored(document, posted.key) or self._looked_up(document, occasion, exchange)
        return Accepted(key, exchange, judgement.warnings)

    def _looked_up(self, document: Document, occasion: Occasion, exchange: Exchange) -> str:
        """Return the key of a record that was taken without one; a clean import may not return it (seen on 8.0.161)."""
        try:
            with readable():
                rows = self._finder.find([document]).get(document.id, ())
        except AgentError as error:
            raise trouble("syspro.not_found", occasion, words=error.problem.message, exchange=exchange) from error
        if len(rows) != 1:
            words = " ".join(row.described for row in rows)
            raise trouble("syspro.not_found", occasion, words=words, exchange=exchange)
        return rows[0].key

    def _stored(self, document: Document, key: str) -> str:
        """Return a customer code or invoice number as SYSPRO stores it, since later documents name it.

        Other keys stay as they came.
        """
        setting = _PADDED.get(document.draft.body.kind)
        if setting is None or not key:
            return key
        numeric, length = self._values.yes(f"{setting}_numeric"), self._values.integer(f"{setting}_length")
        try:
            return pad_key(key, numeric=numeric, length=length)
        except DoesNotFitError:
            return key
