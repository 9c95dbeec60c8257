"""What the tests of signing in share: a person with a password, and how they sign in."""

import re
from datetime import UTC, datetime
from typing import Any

from werkzeug.test import TestResponse

from elearn.accounts.models import User
from elearn.accounts.passwords import hash_password
from elearn.accounts.service import Origin
from tests.support.people import People
from tests.support.visitor import Visitor

NOW = datetime(2026, 11, 24, 1, tzinfo=UTC)
PASSWORD = "kopi pahit di teras"
NEW_PASSWORD = "Tiga7Kambing"
PHONE = Origin("192.0.2.7", "Chrome/Android")
OFFICE = Origin("192.0.2.8", "Firefox/Windows")


def known(people: People, **fields: Any) -> User:
    """A person with a password."""
    return people.create(**{"password_hash": hash_password(PASSWORD), **fields})


def sign_in(
    visitor: Visitor, nip: str, password: str = PASSWORD, path: str = "/sign-in", **fields: str
) -> TestResponse:
    """Send the sign-in form."""
    return visitor.post(path, {"nip": nip, "password": password, **fields})


def without_secrets(page: str) -> str:
    """A page without tokens and what was typed, to compare what it says."""
    return re.sub(r'value="[^"]*"', "", page)
