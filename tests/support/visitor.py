"""A person's browser without JavaScript: follows forms with their real tokens, and looks at every page it fetches."""

import re
import secrets
from datetime import timedelta
from typing import Any

import html5lib
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from elearn import clock
from elearn.accounts.models import SignIn, User
from elearn.accounts.tokens import token_hash
from elearn.database import db

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


class Visitor:
    """A signed-in person's browser, or a stranger's."""

    def __init__(self, client: FlaskClient, person: User | None = None) -> None:
        self.client = client
        self.person = person
        if person is not None:
            self._sign_in(person)

    def _sign_in(self, person: User) -> None:
        token, now = secrets.token_urlsafe(32), clock.now()
        db.session.add(
            SignIn(
                user_id=person.id,
                token_hash=token_hash(token),
                created_at=now,
                seen_at=now,
                expires_at=now + timedelta(hours=1),
            )
        )
        db.session.commit()
        with self.client.session_transaction() as session:
            session["_user_id"] = token
            session["_fresh"] = True

    def get(self, path: str, **options: Any) -> TestResponse:
        """Fetch a page and see that it is one."""
        response = self.client.get(path, **options)
        if response.mimetype == "text/html" and response.status_code not in (301, 302, 303):
            check_page(response.text)
        return response

    def post(self, path: str, data: dict[str, Any] | None = None, **options: Any) -> TestResponse:
        """Send a form with its token."""
        response = self.client.post(path, data={"csrf_token": self.token(), **(data or {})}, **options)
        if response.mimetype == "text/html" and response.status_code == 200 and "<html" in response.text:
            check_page(response.text)
        return response

    def token(self) -> str:
        """A token as a form of this visitor carries it."""
        found = TOKEN.search(self.client.get("/privacy").text)
        assert found, "no form with a token on /privacy"
        return found[1]


def check_page(html: str) -> None:
    """A page is valid HTML with unique ids and one h1 that agrees with the title."""
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    document = parser.parse(html)
    problems = [error for error in parser.errors if error[1] != "unknown-entity"]
    assert not problems, problems[:5]
    ids = [element.get("id") for element in document.iter() if element.get("id")]
    doubles = {id_ for id_ in ids if ids.count(id_) > 1}
    assert not doubles, f"ids more than once: {doubles}"
    headings = ["".join(heading.itertext()).strip() for heading in document.iter("h1")]
    assert len(headings) == 1, f"h1: {headings}"
    title = next(document.iter("title")).text or ""
    assert " ".join(headings[0].split()) in " ".join(title.split()), f"title {title!r} lacks h1 {headings[0]!r}"
