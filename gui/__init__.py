"""The tray and the window. May import: ``agent.service``, ``agent.domain`` (read models, enums) and PySide6."""
