"""New tokens of the portal: 32 bytes of chance."""

import secrets

from agent.domain.portal import TOKEN_START


def new_token() -> str:
    """Return a token that nobody has."""
    return TOKEN_START + secrets.token_urlsafe(32)
