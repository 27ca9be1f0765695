"""Which keyring an installation keeps its secrets in. May import everything but ``gui``."""

from pathlib import Path

from agent.domain.settings import Values
from agent.pairs import installation_of, pair_name
from connectors.secrets import KeyringSecrets
from connectors.secrets_sealed import FOLDER, SealedKeyring
from connectors.windows.sealing import MachineSealer


def keyring_of(home: Path, values: Values) -> KeyringSecrets:
    """Return the secrets of a home folder: of the whole machine where its setup made the folder for them.

    Args:
        home: The home folder of a pair.
        values: Its settings; ``secrets.kept_in`` may choose another keyring.
    """
    label, pair = str(home.resolve()), pair_name(home)
    folder = installation_of(home) / FOLDER
    chosen = values.text("secrets.kept_in")
    if chosen == "machine" or (chosen == "auto" and is_installed(home)):
        return KeyringSecrets(label, pair=pair, backend=SealedKeyring(folder, MachineSealer()))
    return KeyringSecrets(label, pair=pair)


def is_installed(home: Path) -> bool:
    """Return whether setup made this installation: then its engine is a service, with a folder for its secrets."""
    return (installation_of(home) / FOLDER).is_dir()
