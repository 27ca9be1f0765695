"""The outside world, one folder a system, the same files in each.

A connector may import ``agent.domain``, ``agent.ports`` and its own library; never another connector.
"""
