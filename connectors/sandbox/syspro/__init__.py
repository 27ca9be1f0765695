"""A SYSPRO company behind an e.net REST service, for the demo and the tests; state in one SQLite file.

``open_syspro(home)`` opens it, ``SandboxServer(sandbox.app)`` serves it under ``/SYSPROWCFService/Rest``. Operators
``ADMIN`` and ``AGENT`` have no password; the company is ``A``. How it behaves is what ``SiteOptions`` say; what public
sources do not know is inferred and says so where it stands, and words that SYSPRO certainly says differently are in
``made_up.py``.

Faults of the script, by name; ``match`` takes ``path`` (``Transaction/Post``) and ``object`` (``SORTOI``):

====================  ==================================================================================
``reset_before``      the connection is dropped, nothing is done
``reset_after_commit``  the call is done, then the connection is dropped without an answer
``stall_before``      ``seconds`` pass, then the call is done
``stall``             the call is done, then ``seconds`` pass before the answer
``html_page``         an HTML page instead of an answer, nothing is done
``html_after_commit``  the same after the call is done
``odd_text``          a runtime message instead of an answer, nothing is done
``evict``             the session of the call has just been ended
``seats_full``        a logon finds no free seat
``period_closed``     the receivables period asked for is closed
``no_order_number``   a clean SORTOI import answers with StatusOfItems only
``unlicensed``        the business object answers exception 100000
``json_quoted``       the answer comes as a JSON string
``string_wrapped``    the answer comes inside ``<string>``
``truncated``         half of the answer comes, after the call is done
``bad_charset``       the answer holds a byte that Windows-1252 does not have
====================  ==================================================================================
"""

from connectors.sandbox.syspro.app import SysproSandbox, open_syspro
from connectors.sandbox.syspro.ledger import ledger_balance, trial_balance
from connectors.sandbox.syspro.options import SiteOptions

__all__ = ["SiteOptions", "SysproSandbox", "ledger_balance", "open_syspro", "trial_balance"]
