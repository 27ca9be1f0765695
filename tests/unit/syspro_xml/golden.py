"""Golden files: what a builder made when somebody last looked at it, an element a line."""

from pathlib import Path

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "syspro"


def spread(xml):
    return xml.replace("><", ">\n<") + "\n"


def check_golden(name, xml):
    """Compare with the golden file; to renew one, delete it, run the test twice and read the difference."""
    path = GOLDEN / f"{name}.xml"
    if not path.exists():
        path.write_bytes(spread(xml).encode("cp1252"))
        raise AssertionError(f"{path.name} was written; read it, then run again.")
    assert spread(xml) == path.read_bytes().decode("cp1252")
