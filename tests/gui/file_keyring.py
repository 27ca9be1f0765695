"""A keyring in a file, so that a window and its engine process have the same one; for invented secrets alone."""

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

#: Variable that names the file.
PLACE = "SYSPRO_STRIPE_TEST_KEYRING"


class FileKeyring(KeyringBackend):
    """See :class:`keyring.backend.KeyringBackend`."""

    priority = 1

    def get_password(self, service, username):
        return self._all().get(f"{service}|{username}")

    def set_password(self, service, username, password):
        self._write(self._all() | {f"{service}|{username}": password})

    def delete_password(self, service, username):
        kept = self._all()
        if kept.pop(f"{service}|{username}", None) is None:
            raise PasswordDeleteError(username)
        self._write(kept)

    def _all(self):
        path = Path(os.environ[PLACE])
        return json.loads(path.read_text("utf-8")) if path.exists() else {}

    def _write(self, kept):
        Path(os.environ[PLACE]).write_text(json.dumps(kept), "utf-8")
