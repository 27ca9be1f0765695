"""The flows that the program ships; part of the composition root."""

from collections.abc import Sequence
from importlib import resources

#: Folder of the shipped flows in ``resources``.
_FLOWS = "flows"


def shipped_flows() -> Sequence[str]:
    """Return the TOML texts of the shipped flows, by file name."""
    found = (entry for entry in (resources.files("resources") / _FLOWS).iterdir() if entry.name.endswith(".toml"))
    return [entry.read_text("utf-8") for entry in sorted(found, key=lambda entry: entry.name)]
