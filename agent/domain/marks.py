"""Names of the marks: small facts about the running engine that its jobs write and the status reads."""

#: Until when nothing is read or posted: Unix seconds UTC, :data:`UNTIL_RESUMED`, or empty.
PAUSED = "paused_until"

#: Value of :data:`PAUSED` for a pause that lasts until somebody resumes.
UNTIL_RESUMED = "resumed"

#: Not empty in the home of a demo, whose sandboxes end with it.
DEMO = "demo"

#: The latest proof as JSON: ``{"at": ..., "rows": [...]}``.
PROOF = "proof"

#: SYSPRO's open months as JSON: ``{"at": ..., "periods": {...}}``.
PERIODS = "periods"

#: Number of the last receipt whose order was looked at; empty where the next round begins at the first.
ALLOCATED_UP_TO = "allocated_up_to"

#: Until when postings were looked at to write their numbers to Stripe, Unix seconds UTC.
WRITTEN_BACK = "written_back"

#: By currency as JSON, Stripe's balance before the first day that is posted, minor units.
OPENING = "opening_balance"

#: The last days before that one as JSON: ``[[currency, day since 1970, minor units], ...]``.
OPENING_DAYS = "opening_days"

#: Day and differences of the proof for which Stripe's movements were last listed again.
LOOKED_AGAIN = "looked_again"

#: References of ours that SYSPRO had and this database had never sent, when that was last looked at, as JSON.
STRANGERS = "strangers"

#: What a pair of an installation has to itself as JSON: its Stripe account and where it posts; empty when refused.
CLAIM = "pair.claim"

#: The draft of a mapping as the text of its content; empty for none.
DRAFT = "mapping.draft"

#: What somebody wants reconciled, as JSON: ``{"command": number, "wish": {...}}``; empty once it is done.
TO_RECONCILE = "to_reconcile"

#: The latest reconciliation as JSON: ``{"command": number or 0, "at": ..., "report": {...}}``.
RECONCILED = "reconciled"

#: Number of the last older document that was read again; empty where the next round begins at the first.
READ_BACK_UP_TO = "read_back_up_to"

#: The latest gap certificate as JSON: ``{"at": ..., "certificate": {...}}``.
CERTIFICATE = "certificate"

#: A stretch in which nothing was read, as JSON, until its certificate is written: ``{"since_at", "until_at"}``.
GAP = "gap"

#: How far the catalogue is, as JSON (``agent.domain.catalogue.progress.Course``).
CATALOGUE = "catalogue"

#: What somebody wants done for the catalogue at once: ``changes``, ``everything`` or ``check``; empty once it is done.
CATALOGUE_WANTED = "catalogue.wanted"

#: How many stock codes a person let go out of sale at once; empty for none.
CATALOGUE_TAKE_OUT = "catalogue.take_out"

#: How far the payment requests are, as JSON (``agent.domain.requests.kept.Course``).
REQUESTS = "requests"

#: What somebody wants looked at for payment requests at once: ``changes`` or ``everything``; empty once it is done.
REQUESTS_WANTED = "requests.wanted"
#: How far the customers on both sides are, as JSON (``agent.domain.customers.kept.Course``).
CUSTOMERS = "customers"

#: What somebody wants done for the customers at once: ``changes`` or ``everything``; empty once it is done.
CUSTOMERS_WANTED = "customers.wanted"

#: What is kept of setting up as JSON (``agent.domain.setup.Kept``); empty where nobody has begun.
SET_UP = "set_up"

#: The look that somebody asked for while setting up, as JSON (``agent.domain.setup.Wanted``); empty once it is done.
SET_UP_WANTED = "set_up.wanted"

#: What of that look is going on, in words.
SET_UP_PROGRESS = "set_up.progress"

#: Beginning of the marks that keep what came of each look, as JSON (``agent.domain.setup.Told``).
SET_UP_TOLD = "set_up.told."

#: Day of the last daily summary at the site, CCYY-MM-DD.
SUMMARY = "alerts.summary"

#: What somebody wants to see of a resync, as JSON: ``{"command": number, "wish": {...}}``; empty once it is done.
RESYNC_WANTED = "resync.wanted"

#: What the latest preview of a resync showed, as JSON (``agent.domain.resync.ResyncTold``).
RESYNC_TOLD = "resync.told"

#: How fast the other systems answer, as JSON (``agent.domain.latency``).
ANSWERS = "answers"
