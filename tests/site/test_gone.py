"""When the database is gone, people still get a page in their language, and monitors learn of it."""

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError


@pytest.mark.parametrize(("language", "heading"), [("id", "Ada gangguan di pihak kami"), ("en", None)])
def test_a_signed_in_reader_gets_a_page_of_ours(app, people, visit, monkeypatch, language, heading):
    visitor = visit(people.create())
    visitor.client.set_cookie("language", language)
    monkeypatch.setattr(Engine, "connect", _gone)

    response = visitor.get("/")

    assert response.status_code == 500
    assert f'<html lang="{language}">' in response.text
    assert heading is None or heading in response.text


def test_health_says_that_the_database_is_gone(client, monkeypatch):
    monkeypatch.setattr(Engine, "connect", _gone)

    assert client.get("/health").status_code == 500


def _gone(*_args, **_kwargs):
    raise OperationalError("SELECT 1", {}, Exception("gone"))
