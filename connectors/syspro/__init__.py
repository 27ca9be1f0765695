"""SYSPRO: documents posted and rows read through e.net business objects.

May import: ``agent.domain``, ``agent.ports``, httpx, lxml. What SYSPRO does that surprises is in BEHAVIOUR.md.
"""
