"""The sandbox's shipped facts: object shapes, account terms, calls and keys. Read once a process."""

import json
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from connectors.sandbox.stripe.store import Obj


def text(name: str) -> str:
    """Return one of the sandbox's files."""
    return (resources.files("resources") / "sandbox" / name).read_text(encoding="utf-8")


@cache
def _shape_texts() -> dict[str, str]:
    shapes = json.loads(text("stripe_shapes.json"))["shapes"]
    return {kind: json.dumps(shape) for kind, shape in shapes.items()}


def blank(kind: str) -> Obj:
    """Return a new, neutral object of a Stripe kind with every field its API version has."""
    shape: Obj = json.loads(_shape_texts()[kind])
    return shape


@cache
def terms() -> dict[str, Any]:
    """Return what the account costs and holds; see ``stripe_terms.toml`` for units."""
    return tomllib.loads(text("stripe_terms.toml"))


@cache
def movements() -> list[dict[str, Any]]:
    """Return the kinds of movements that no sale, refund, dispute or payout causes; see ``stripe_movements.toml``."""
    kinds: list[dict[str, Any]] = tomllib.loads(text("stripe_movements.toml"))["movements"]
    return kinds


@cache
def endpoints() -> dict[str, Any]:
    """Return every call the sandbox answers; see ``stripe_endpoints.toml``."""
    return tomllib.loads(text("stripe_endpoints.toml"))


@cache
def first_keys() -> dict[str, Any]:
    """Return the API keys of a fresh sandbox; see ``stripe_keys.toml``."""
    return tomllib.loads(text("stripe_keys.toml"))
