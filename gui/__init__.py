"""The face of the agent: a tray icon and a window (PySide6).

No SQL, no HTTP and no decisions: everything is asked of ``agent.service`` and shown as ``agent.domain`` describes it.
``gui.__main__`` alone joins the window with an opened home.
"""
