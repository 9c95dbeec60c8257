"""From what stops publishing straight to its line in the editor."""

import pytest
from playwright.sync_api import expect

from elearn import clock
from elearn.database import db
from elearn.studio import drafts
from tests.support.courses import lesson, small_course

pytestmark = pytest.mark.browser


def test_an_error_leads_to_its_line_in_the_editor(people, device):
    trainer = people.create("Budi Santoso", roles="trainer")
    files = {path: str(text).encode() for path, text in small_course().items()}
    files["01-mulai/01-sapa.md"] = lesson("Menyapa", "Baris satu.\n\n![](tidak-ada.png)").encode()
    drafts.create("kursus", "Menyapa warga", files, trainer.id, clock.now())
    db.session.remove()

    with device(trainer) as page:
        page.goto("/studio/kursus/publish")
        page.get_by_role("link", name="01-mulai/01-sapa.md, baris 7").first.click()
        expect(page.locator("[data-source]")).to_be_focused()
        chosen = page.evaluate("getSelection().toString()")

    assert chosen == "![](tidak-ada.png)"
