"""Ways to people outside of the window: mail, Teams, Slack, any webhook, the Windows Event Log; and the heartbeat.

May import: ``agent.domain``, ``agent.ports``, httpx and Python's mail library. Addresses and passwords are secrets:
none is part of an error or a log.
"""
