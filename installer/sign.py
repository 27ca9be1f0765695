"""Announce a release: ``python installer/sign.py KEY SETUP NOTES`` writes a signed manifest beside the setup program.

KEY is a file with the private key; where it is missing a new one is made, and its public half printed.
"""

import base64
import hashlib
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from nacl.signing import SigningKey

#: Name of the manifest; that of its signature has ``.sig`` behind it.
MANIFEST = "syspro-stripe.json"


def opened(path: Path) -> SigningKey:
    """Return the private key in a file, made where there is none."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_bytes(base64.b64encode(bytes(SigningKey.generate())))
    return SigningKey(base64.b64decode(path.read_bytes()))


def announce(key: SigningKey, setup: Path, notes: str, day: str) -> Path:
    """Write the manifest of a setup program, signed, and return its path."""
    version = setup.name.removeprefix("syspro-stripe-").removesuffix("-setup.exe")
    digest = hashlib.sha256(setup.read_bytes()).hexdigest()
    told = {"version": version, "released_on": day, "setup": setup.name, "sha256": digest, "notes": notes}
    manifest = setup.with_name(MANIFEST)
    manifest.write_text(json.dumps(told, indent=1, ensure_ascii=False), "utf-8", newline="\n")
    signature = key.sign(manifest.read_bytes()).signature
    manifest.with_name(f"{MANIFEST}.sig").write_bytes(base64.b64encode(signature))
    return manifest


def main() -> None:
    """Announce, and print the public key that sites set as updates.public_key."""
    key = opened(Path(sys.argv[1]))
    manifest = announce(key, Path(sys.argv[2]), " ".join(sys.argv[3:]), datetime.now(UTC).date().isoformat())
    print(f"{manifest} is signed; updates.public_key is {base64.b64encode(bytes(key.verify_key)).decode()}")


if __name__ == "__main__":
    main()
