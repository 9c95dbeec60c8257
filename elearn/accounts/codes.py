"""One-time codes: what an admin hands to a person, so that they can set a password of their own."""

import hmac
import re
import secrets
from datetime import timedelta

from elearn.domain.certificate import ALPHABET

LENGTH = 8
"""8 of 30 characters: 39 bits, guessed at ten times a quarter of an hour."""

VALID = timedelta(days=7)


def new_code() -> str:
    """A code that nobody can foresee, of characters that nobody mistakes."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def read_code(typed: str) -> str | None:
    """The code that a person typed, in any case, with or without separators; None when it can't be one."""
    bare = re.sub(r"[\s\-–.]", "", typed).upper().replace("U", "V")
    return bare if len(bare) == LENGTH and all(char in ALPHABET for char in bare) else None


def code_hash(secret: str, nip: str, code: str) -> str:
    """What is kept of a code. Keyed, for a code is short enough to be found from a bare hash."""
    return hmac.digest(secret.encode(), f"one-time-code:{nip}:{code}".encode(), "sha256").hex()
