"""The preview: the engine's own jobs on real history, with a SYSPRO that only takes notes.

Part of the composition root. Stripe and SYSPRO are read as they are. What the jobs keep goes into a database of its
own that is gone afterwards.
"""

from agent.preview.run import Wanted, make_preview
from agent.preview.shadow import make_shadow

__all__ = ["Wanted", "make_preview", "make_shadow"]
