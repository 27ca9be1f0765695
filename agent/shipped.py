"""The flows and the thesaurus that the program ships; part of the composition root."""

from collections.abc import Sequence
from importlib import resources

#: Folder of the shipped flows in ``resources``.
_FLOWS = "flows"


#: File of the thesaurus, in a folder of ``resources`` of its own.
_THESAURUS = "thesaurus.toml"


def shipped_flows() -> Sequence[str]:
    """Return the TOML texts of the shipped flows, by file name."""
    found = (entry for entry in (resources.files("resources") / _FLOWS).iterdir() if entry.name.endswith(".toml"))
    return [entry.read_text("utf-8") for entry in sorted(found, key=lambda entry: entry.name)]


def shipped_thesaurus() -> str:
    """Return the TOML text of the thesaurus."""
    return (resources.files("resources") / "thesaurus" / _THESAURUS).read_text("utf-8")
