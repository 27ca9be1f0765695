"""Business objects of SYSPRO: one pure module each, building what is sent and reading what comes back.

May import: ``agent.domain``, lxml, the standard library. No input or output; golden files under ``tests/golden``.
Element names are those of SYSPRO's own schemas as reproduced in public code; what is inferred is said where it stands.
"""
