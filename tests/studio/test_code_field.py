"""The editor offers CodeMirror where its file is, and lets no other page write styles."""

import re

import pytest

from elearn.security import POLICY
from elearn.studio import writing

PAGE = "/studio/kursus/edit/01-mulai/01-sapa.md"
NONCE = re.compile(r"style-src 'self' 'nonce-([\w-]{20,})'; ")


@pytest.fixture
def bundled(monkeypatch):
    """The address of a file that is there, whether CodeMirror was bundled or not."""
    monkeypatch.setattr(writing, "CODEMIRROR", "js/app.js")


@pytest.fixture
def not_bundled(monkeypatch):
    monkeypatch.setattr(writing, "CODEMIRROR", "vendor/none.js")


def test_without_its_file_the_editor_says_nothing_of_it_and_keeps_the_strict_policy(not_bundled, studio, draft):
    page = studio.get(PAGE)

    assert "data-codemirror" not in page.text
    assert "Editor sederhana" not in page.text
    assert page.headers["Content-Security-Policy"] == POLICY


def test_with_its_file_the_editor_names_it_with_the_hash_of_its_content(bundled, studio, draft):
    page = studio.get(PAGE).text

    assert re.search(r'data-codemirror="/static/js/app\.js\?v=[0-9a-f]{12}"', page)


def test_styles_may_carry_a_nonce_that_stands_in_the_page_and_is_new_each_time(bundled, studio, draft):
    pages = [studio.get(PAGE), studio.get(PAGE)]

    nonces = [NONCE.search(page.headers["Content-Security-Policy"])[1] for page in pages]
    assert len(set(nonces)) == 2
    assert all(f'nonce="{nonce}"' in page.text for nonce, page in zip(nonces, pages, strict=True))


def test_nothing_else_of_the_policy_changes_for_it(bundled, studio, draft):
    policy = studio.get(PAGE).headers["Content-Security-Policy"]

    assert NONCE.sub("style-src 'self'; ", policy) == POLICY


def test_a_page_without_the_editor_has_no_nonce(bundled, studio, draft):
    assert studio.get("/studio/kursus/").headers["Content-Security-Policy"] == POLICY
