"""Editions: every one can be read, compared, and put back into the draft without losing anything."""

import pytest
from sqlalchemy import select

from elearn import clock
from elearn.courses.editions import live
from elearn.database import db
from elearn.studio import drafts
from elearn.studio.models import DraftFile, DraftRevision
from tests.studio.pages import seen
from tests.support.courses import demo_course, lesson

SAPA = "01-mulai/01-sapa.md"
EDITIONS = "/studio/kursus/editions"


def save(draft, title, version):
    drafts.save_file(draft.id, SAPA, lesson(title, minutes=4).encode(), version, draft.owner_id, clock.now())


@pytest.fixture
def two_editions(studio, draft):
    """A draft published twice; its first lesson got another title in between."""
    for version, title in enumerate(("Menyapa satu", "Menyapa dua"), 1):
        save(draft, title, version)
        studio.post("/studio/kursus/publish", seen(studio.get("/studio/kursus/publish").text))
    return draft


def test_every_edition_is_listed_with_who_published_it(studio, two_editions):
    page = studio.get(EDITIONS).text

    assert page.index("Edisi 2") < page.index("Edisi 1")
    assert page.count("Budi Santoso") == 2


def test_an_earlier_edition_is_read_as_learners_saw_it(studio, two_editions):
    outline, unit = studio.get(f"{EDITIONS}/1/").text, studio.get(f"{EDITIONS}/1/mulai/sapa/").text

    assert "Menyapa satu" in outline
    assert "Warga disapa lebih dulu." in unit


def test_links_of_an_edition_stay_in_it_and_its_pictures_are_shown(studio, write):
    write(demo_course(), "melayani")
    studio.post("/studio/melayani/publish", seen(studio.get("/studio/melayani/publish").text))

    practice = studio.get("/studio/melayani/editions/1/langkah/berlatih/").text
    lesson_page = studio.get("/studio/melayani/editions/1/langkah/tiga-langkah/").text

    assert 'href="/studio/melayani/editions/1/langkah/tiga-langkah/"' in practice
    assert 'src="/courses/melayani/media/' in lesson_page


def test_two_editions_are_compared_in_words_and_line_by_line(studio, two_editions):
    page = studio.get(f"{EDITIONS}/compare?old=1&new=2").text

    assert "“Menyapa satu” sekarang berjudul “Menyapa dua”." in page
    assert "title: Menyapa <mark>satu</mark></del>" in page
    assert "title: Menyapa <mark>dua</mark></ins>" in page


@pytest.mark.parametrize("path", ["/9/", "/9/restore", "/1/mulai/tidak-ada/", "/compare?old=9", "/compare?old=1&new=9"])
def test_what_no_edition_has_is_not_found(studio, two_editions, path):
    assert studio.get(EDITIONS + path).status_code == 404


def restore(studio, page=None):
    return studio.post(f"{EDITIONS}/1/restore", seen(page or studio.get(f"{EDITIONS}/1/restore").text))


def test_restoring_asks_when_the_draft_has_unpublished_changes(studio, two_editions):
    before = studio.get(f"{EDITIONS}/1/restore").text

    save(two_editions, "Belum terbit", 3)

    question = "Draf ini memuat perubahan yang belum terbit."
    assert question not in before
    assert question in studio.get(f"{EDITIONS}/1/restore").text


def test_restoring_puts_the_edition_into_the_draft_and_learners_still_read_the_newest(studio, two_editions):
    restore(studio)

    assert b"Menyapa satu" in drafts.files_of(two_editions.id)[SAPA]
    assert live("kursus").number == 2


def test_restoring_loses_nothing_that_the_draft_had(studio, two_editions):
    save(two_editions, "Belum terbit", 3)
    drafts.add_file(two_editions.id, "01-mulai/09-baru.md", b"# Baru\n", two_editions.owner_id, clock.now())
    db.session.commit()

    restore(studio)

    kept = db.session.scalars(select(DraftRevision.data)).all()
    removed = db.session.scalars(select(DraftFile.path).where(DraftFile.removed_at.is_not(None))).all()
    assert any(b"Belum terbit" in data for data in kept)
    assert removed == ["01-mulai/09-baru.md"]


def test_a_restored_edition_is_published_as_a_new_one(studio, two_editions):
    restore(studio)

    studio.post("/studio/kursus/publish", seen(studio.get("/studio/kursus/publish").text))

    assert live("kursus").number == 3
    assert live("kursus").course.units[0].title == "Menyapa satu"


def test_a_draft_changed_since_the_question_was_asked_is_not_replaced(studio, two_editions):
    page = studio.get(f"{EDITIONS}/1/restore").text
    save(two_editions, "Sementara itu", 3)

    restore(studio, page)

    assert b"Sementara itu" in drafts.files_of(two_editions.id)[SAPA]
