"""Settings that were changed from their default, as texts."""

from agent import ports
from agent.domain.settings import BadSettingError, Setting, declared, parse
from agent.store import audit, companies
from agent.store.database import Connections

_SET = """
INSERT INTO settings (name, text, author, set_at) VALUES (?, ?, ?, ?)
ON CONFLICT (name) DO UPDATE SET text = excluded.text, author = excluded.author, set_at = excluded.set_at
"""


class Settings(ports.SettingsStore):
    """The settings in force, but for secrets: those live in the keyring alone."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def all(self) -> dict[str, str]:
        """Return the set texts by name; what is not set has its default."""
        return {row["name"]: row["text"] for row in self._connections.all("SELECT name, text FROM settings")}

    def set(self, name: str, text: str, *, by: str, now: int) -> None:
        """Keep ``text`` for the setting ``name``.

        Raises:
            BadSettingError: No such setting, a secret, or a text that does not fit.
            Misconfigured: When it is another SYSPRO company than the one whose documents are here.
        """
        parse(_open_setting(name), text)
        with self._connections.writing_durably() as db:
            if name == "syspro.company":
                companies.refuse_another(db, text.strip())
            before = db.execute("SELECT text FROM settings WHERE name = ?", (name,)).fetchone()
            db.execute(_SET, (name, text, by, now))
            detail = f"{before['text'] if before else 'default'!r} -> {text!r}"
            audit.record(db, actor=by, action="setting.set", subject=name, detail=detail, now=now)

    def unset(self, name: str, *, by: str, now: int) -> None:
        """Go back to the default of the setting ``name``.

        Raises:
            BadSettingError: No such setting, or a secret.
        """
        _open_setting(name)
        with self._connections.writing_durably() as db:
            if db.execute("DELETE FROM settings WHERE name = ?", (name,)).rowcount:
                audit.record(db, actor=by, action="setting.unset", subject=name, detail="-> default", now=now)


def _open_setting(name: str) -> Setting:
    setting = declared(name)
    if setting.secret:
        raise BadSettingError(f"{name} is a secret: it is kept in the keyring, never in the database.")
    return setting
