"""The secret of a session: it stands in the cookie, and only its hash is kept."""

import secrets
from hashlib import sha256


def new_token() -> str:
    """A token that nobody can guess."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """What is kept of a session's token."""
    return sha256(token.encode()).hexdigest()
