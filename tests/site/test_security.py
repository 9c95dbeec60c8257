"""What every answer carries, what cookies and hosts allow, where redirects may lead, what logs hold."""

import io
import json
import logging
import re

import pytest

from config import Settings
from elearn.app import create_app
from elearn.logs import JsonLines, logger
from elearn.security import HEADERS, LARGEST_REQUEST, own_address


@pytest.mark.parametrize("path", ["/sign-in", "/", "/nowhere", "/health", "/static/css/app.css", "/v/", "/sw.js"])
def test_every_kind_of_answer_carries_the_headers(client, path):
    headers = client.get(path).headers

    assert {name: headers.get(name) for name in HEADERS} == HEADERS


def test_the_policy_lets_nothing_inline_run(client):
    policy = client.get("/sign-in").headers["Content-Security-Policy"]

    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert not re.search(r"https?:|\*|data:", policy)


def test_a_page_with_a_person_on_it_is_kept_by_no_cache(people, visit):
    assert visit(people.create()).get("/").headers["Cache-Control"] == "no-store"


def test_in_production_the_cookie_is_for_this_host_over_https_alone(database_url):
    settings = Settings(
        secret_key="x" * 40, database_url=database_url, base_url="https://belajar.example", hosts=("belajar.example",)
    )
    app = create_app(settings)

    response = app.test_client().get("/sign-in", base_url="https://belajar.example")

    cookie = response.headers["Set-Cookie"]
    assert cookie.startswith("__Host-elearn=")
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= {part.strip() for part in cookie.split(";")}
    assert "Domain" not in cookie
    assert response.headers["Strict-Transport-Security"].startswith("max-age=31536000")


@pytest.mark.parametrize("host", ["other.example", "belajar.example.evil.example", "127.0.0.1"])
def test_another_host_is_refused(database_url, host):
    settings = Settings(
        secret_key="x" * 40, database_url=database_url, base_url="https://belajar.example", hosts=("belajar.example",)
    )

    response = create_app(settings).test_client().get("/sign-in", base_url=f"https://{host}")

    assert response.status_code == 400


OUTSIDE = [
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "\\\\evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "http:evil.example",
    "",
    "evil",
]


@pytest.mark.parametrize("target", OUTSIDE)
def test_no_redirect_leads_outside(target):
    assert own_address(target) is None


@pytest.mark.parametrize("target", ["/", "/courses/", "/courses/?q=a&b=//c", "/v/ABC"])
def test_a_path_of_this_site_is_a_place_to_go(target):
    assert own_address(target) == target


@pytest.mark.parametrize("target", OUTSIDE)
def test_choosing_a_language_leads_nowhere_else(visit, target):
    response = visit(None).post("/language", {"language": "en", "next": target})

    assert response.headers["Location"] == "/"


def test_a_request_too_large_gets_a_page(people, visit):
    visitor = visit(people.create())

    response = visitor.post("/language", {"language": "id", "next": "x" * (LARGEST_REQUEST + 1)})

    assert response.status_code == 413
    assert 'href="/"' in response.text


def test_an_expired_form_gets_a_page_that_says_so(client):
    response = client.post("/language", data={"csrf_token": "old", "language": "id"})

    assert response.status_code == 400
    assert "Formulir ini sudah kedaluwarsa" in response.text


@pytest.mark.parametrize(("path", "method", "status"), [("/nowhere", "get", 404), ("/courses/", "put", 405)])
def test_an_error_is_a_page_in_the_readers_language_with_a_way_on(client, path, method, status):
    client.set_cookie("language", "en")

    response = getattr(client, method)(path, headers={"X-CSRFToken": "none"})

    assert response.status_code in (status, 400)
    assert '<html lang="en">' in response.text
    assert 'href="/"' in response.text


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


def test_logs_name_nobody(lines, people, visit):
    person = people.create(name="Siti Rahma")
    visitor = visit(person)

    visitor.post("/sign-in", {"nip": person.nip, "password": "rahasia sekali"})
    visitor.get("/account")
    visitor.client.get("/v/RNB4ZFJ5TYFB42AQ")
    visitor.client.get(f"/courses/?q={person.nip}")

    text = lines.getvalue()
    assert text.count("\n") >= 4
    for secret in (person.nip, "Siti", "rahasia", "RNB4ZFJ5TYFB42AQ"):
        assert secret not in text
