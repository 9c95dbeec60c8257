"""What holds for every template and every error page."""

import re
from pathlib import Path

import pytest
from flask import Flask, render_template
from flask.testing import FlaskClient
from werkzeug.exceptions import InternalServerError

import elearn
from elearn.errors import PAGES
from tests.support.visitor import Visitor, check_page

TEMPLATES = Path(elearn.__file__).parent / "templates"
NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))


@pytest.mark.parametrize("name", NAMES)
def test_every_template_compiles(app: Flask, name: str) -> None:
    assert app.jinja_env.get_template(name).name == name


@pytest.mark.parametrize("name", NAMES)
def test_no_template_holds_style_or_script_of_its_own(name: str) -> None:
    text = (TEMPLATES / name).read_text(encoding="utf-8")

    assert re.findall(r"<style|\sstyle=|\son[a-z]+=|javascript:", text) == []
    assert [tag for tag in re.findall(r"<script[^>]*>", text) if "src=" not in tag] == []


@pytest.mark.parametrize("page", [*PAGES, "expired_form"])
def test_every_error_has_a_page_with_a_way_on(app: Flask, page: int | str) -> None:
    with app.test_request_context("/"):
        html = render_template(f"errors/{page}.html")

    check_page(html)
    assert '<a class="button" href="/">' in html


def test_a_broken_page_needs_neither_the_database_nor_a_session(app: Flask) -> None:
    text = (TEMPLATES / "errors/500.html").read_text(encoding="utf-8")

    assert not re.search(r"extends|current_user|csrf|url_for|get_flashed", text)
    assert app.error_handler_spec[None][None][Exception]
    assert InternalServerError.code in PAGES


def test_a_stranger_sees_no_menu_but_a_way_to_sign_in(client: FlaskClient) -> None:
    page = client.get("/privacy").text

    assert "Menu utama" not in page
    assert 'href="/sign-in"' in page


@pytest.mark.parametrize(("roles", "shown"), [("", False), ("admin", True)])
def test_only_an_admin_sees_the_way_to_the_office(visit, people, roles: str, shown: bool) -> None:  # type: ignore[no-untyped-def]
    browser: Visitor = visit(people.create(roles=roles))

    assert ('href="/office/"' in browser.get("/").text) is shown


def test_the_menu_marks_where_one_is(visit, people) -> None:  # type: ignore[no-untyped-def]
    browser: Visitor = visit(people.create())

    page = browser.get("/courses/").text

    assert re.findall(r'href="([^"]+)" aria-current="page"', page) == ["/courses/"]


def test_the_language_can_be_changed_without_losing_the_page(visit, people) -> None:  # type: ignore[no-untyped-def]
    browser: Visitor = visit(people.create())

    answer = browser.post("/language", {"language": "en", "next": "/courses/?q=loket"})

    assert answer.location == "/courses/?q=loket"
    assert '<html lang="en">' in browser.get("/courses/").text
