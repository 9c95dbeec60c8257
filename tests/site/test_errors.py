"""Errors are pages in the reader's language, with a way on; a script gets data."""

import pytest

from elearn import clock
from elearn.learning import presenting
from elearn.security import LARGEST_REQUEST
from tests.site import looking
from tests.support.visitor import check_page

SITUATIONS = {
    "a bad request": (400, "Permintaan ini belum bisa dibaca"),
    "an expired form": (400, "Formulir ini sudah kedaluwarsa"),
    "not for this account": (403, "Halaman ini bukan untuk akun Anda"),
    "no such page": (404, "Halaman tidak ditemukan"),
    "not opened that way": (405, "Halaman ini tidak dibuka dengan cara itu"),
    "too large": (413, "Kiriman terlalu besar"),
    "too often": (429, "Tunggu sebentar, ya"),
    "our own mistake": (500, "Ada gangguan di pihak kami"),
}


@pytest.fixture
def meet(people, visit, monkeypatch):
    """Gets into a situation and returns what the browser, or the script, is answered."""
    visitor = visit(people.create())

    def run(situation, language="id", **options):
        visitor.client.set_cookie("language", language)
        token = visitor.token()
        if situation == "our own mistake":
            monkeypatch.setattr(presenting, "shelf", lambda _standings: 1 / 0)
        if situation == "too often":
            return [visitor.client.get("/v/2222222222222222", **options) for _ in range(200)][-1]
        method, path, data = {
            "a bad request": ("POST", "/account/language", {"csrf_token": token, "language": "xx"}),
            "an expired form": ("POST", "/account/language", {"csrf_token": "lama", "language": "id"}),
            "not for this account": ("GET", "/office/", None),
            "no such page": ("GET", "/tidak-ada", None),
            "not opened that way": ("POST", "/courses/", {"csrf_token": token}),
            "too large": ("POST", "/language", {"csrf_token": token, "next": "x" * LARGEST_REQUEST}),
            "our own mistake": ("GET", "/", None),
        }[situation]
        return visitor.client.open(path, method=method, data=data, **options)

    return run


@pytest.mark.parametrize("situation", SITUATIONS)
def test_an_error_says_in_indonesian_what_happened(meet, situation):
    status, heading = SITUATIONS[situation]

    response = meet(situation)

    assert response.status_code == status
    check_page(response.text)
    assert f"<h1>{heading}</h1>" in response.text


@pytest.mark.parametrize("situation", SITUATIONS)
def test_an_error_says_in_english_what_happened(meet, situation):
    status, indonesian = SITUATIONS[situation]

    response = meet(situation, "en")

    assert response.status_code == status
    check_page(response.text)
    assert '<html lang="en">' in response.text
    assert indonesian not in response.text


@pytest.mark.parametrize("situation", SITUATIONS)
def test_an_error_has_a_way_on(meet, situation):
    page = looking.read(meet(situation).text)

    main = next(page.iter("main"))
    assert "/" in {link.get("href") for link in main.iter("a")}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_script_is_answered_with_data(meet, situation):
    status, _heading = SITUATIONS[situation]

    response = meet(situation, headers={"Accept": "application/json"})

    assert (response.status_code, response.mimetype) == (status, "application/json")
    assert set(response.json) == {"error"}


def test_a_pause_says_when_to_come_back(meet):
    response = meet("too often")

    assert response.retry_after > clock.now()


def test_a_mistake_of_ours_shows_nothing_of_its_cause(meet):
    page = meet("our own mistake").text

    assert "ZeroDivisionError" not in page
    assert "Traceback" not in page


def test_a_script_whose_session_ended_is_told_so(visit):
    response = visit(None).client.get("/", headers={"Accept": "application/json"})

    assert response.status_code == 401
