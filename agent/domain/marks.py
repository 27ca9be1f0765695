"""Names of the marks: small facts about the running engine that its jobs write and the status reads."""

#: Until when nothing is read or posted: Unix seconds UTC, :data:`UNTIL_RESUMED`, or empty.
PAUSED = "paused_until"

#: Value of :data:`PAUSED` for a pause that lasts until somebody resumes.
UNTIL_RESUMED = "resumed"

#: The latest proof as JSON: ``{"at": ..., "rows": [...]}``.
PROOF = "proof"

#: By currency as JSON, Stripe's balance before the first day that is posted, minor units.
OPENING = "opening_balance"

#: What somebody wants reconciled, as JSON: ``{"command": number, "wish": {...}}``; empty once it is done.
TO_RECONCILE = "to_reconcile"

#: The latest reconciliation as JSON: ``{"command": number or 0, "at": ..., "report": {...}}``.
RECONCILED = "reconciled"

#: The latest gap certificate as JSON: ``{"at": ..., "certificate": {...}}``.
CERTIFICATE = "certificate"

#: A stretch in which nothing was read, as JSON, until its certificate is written: ``{"since_at", "until_at"}``.
GAP = "gap"
