"""Stripe: events polled outbound, objects re-read at a pinned API version.

May import: ``agent.domain``, ``agent.ports``, the stripe library. What Stripe does that surprises is in BEHAVIOUR.md.
"""
