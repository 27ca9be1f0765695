"""Orchestration: what the engine does again and again, each job in three steps: gather, decide, apply.

May import: ``agent.domain`` and ``agent.ports``; never a concrete store or connector.
"""
