"""Logs: lines of JSON with a request id, and nobody in them."""

import io
import json
import logging

import pytest

from elearn.learning import presenting
from elearn.logs import JsonLines, logger


@pytest.fixture
def lines(app):
    """What is logged meanwhile, as text."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    logger.addHandler(handler)
    level = logger.level
    logger.setLevel(logging.INFO)
    yield stream
    logger.setLevel(level)
    logger.removeHandler(handler)


def test_a_request_is_one_line_of_json_with_the_id_that_its_answer_carries(lines, client):
    response = client.get("/sign-in")

    (line,) = [json.loads(each) for each in lines.getvalue().splitlines()]
    assert line["request"] == response.headers["X-Request-Id"]
    assert (line["method"], line["route"], line["status"]) == ("GET", "/sign-in", 200)


def test_no_two_requests_have_the_same_id(client):
    ids = {client.get("/sign-in").headers["X-Request-Id"] for _ in range(5)}

    assert len(ids) == 5


def test_logs_name_nobody_whatever_is_asked(lines, app, world, visit):
    people = [person for person in world.people.values() if person]
    code = world.values["certificates.verify"]["code"]
    for role, person in world.people.items():
        visitor = visit(person)
        for path in world.pages.values():
            visitor.client.get(path, headers={"User-Agent": "Chrome/Android"})
        visitor.client.get(f"/courses/?q={people[0].nip}")
        visitor.post("/sign-in", {"nip": people[0].nip, "password": f"rahasia {role}"})
        visitor.post("/office/people", {"q": people[0].nip})

    text = lines.getvalue()
    secrets = [code, "rahasia", "127.0.0.1", "Android", "Petugas", *(p.nip for p in people), *(p.name for p in people)]
    assert text.count("\n") > 200
    assert [secret for secret in secrets if secret in text] == []


def test_an_error_is_logged_by_its_kind_and_place_without_what_it_says(lines, people, visit, monkeypatch):
    person = people.create()

    def fail(_standings):
        raise LookupError(f"nobody:\n  {person.nip}\n  {person.name}")

    monkeypatch.setattr(presenting, "shelf", fail)
    response = visit(person).get("/")

    text = lines.getvalue()
    error = next(json.loads(line) for line in text.splitlines() if '"error"' in line)
    assert response.status_code == 500
    assert (error["error"], error["route"]) == ("LookupError", "/")
    assert any("home/views.py" in part for part in error["trace"])
    assert person.nip not in text
    assert person.name not in text


def test_an_error_and_its_request_have_the_same_id(lines, people, visit, monkeypatch):
    monkeypatch.setattr(presenting, "shelf", lambda _standings: 1 / 0)

    response = visit(people.create()).get("/")

    found = {json.loads(line).get("request") for line in lines.getvalue().splitlines()}
    assert found == {response.headers["X-Request-Id"]}
