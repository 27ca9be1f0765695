"""A Stripe and a SYSPRO that run on loopback.

Stateful, seeded, with faults on demand. The embedded default behind ``demo``, and what the tests talk to over real
sockets. May import: the standard library, Starlette, uvicorn, and ``agent.domain`` for money only. Nothing here is
imported by the engine: it meets the sandboxes through HTTP, as it meets the real systems.
"""
