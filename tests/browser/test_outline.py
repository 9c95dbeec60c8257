"""The outline of a course by keyboard and by mouse, without leaving the page."""

import pytest
from playwright.sync_api import expect

from elearn import clock
from elearn.studio import drafts
from tests.support.courses import small_course

pytestmark = pytest.mark.browser

WIDE = {"width": 1000, "height": 800}


@pytest.fixture
def trainer(people):
    """A trainer with a draft of a small course."""
    person = people.create("Budi Santoso", roles="trainer")
    files = {path: text.encode() for path, text in small_course().items()}
    drafts.create("kursus", "Menyapa warga", files, person.id, clock.now())
    return person


def test_an_arrow_key_moves_a_lesson_and_keeps_the_focus_on_it(device, trainer):
    with device(trainer) as page:
        page.goto("/studio/kursus/")

        page.get_by_role("link", name="Mendengarkan", exact=True).press("Alt+ArrowUp")

        expect(page.locator("[data-unit] a.outline-title").first).to_have_text("Mendengarkan")
        expect(page.get_by_role("link", name="Mendengarkan", exact=True)).to_be_focused()
        expect(page.locator("[data-told]")).to_have_text("Urutannya sudah diubah.")


def test_a_mouse_drags_a_lesson_to_another_place(device, trainer):
    with device(trainer, viewport=WIDE) as page:
        page.goto("/studio/kursus/")

        page.locator("[data-drag]").nth(2).drag_to(page.locator("[data-unit]").first)

        expect(page.locator("[data-unit] a.outline-title")).to_have_text(["Kuis akhir", "Menyapa", "Mendengarkan"])
