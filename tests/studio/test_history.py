"""The history of a file: every version that was kept can be read and taken back, also of removed files."""

import re

from elearn import clock
from elearn.database import db
from elearn.studio import drafts, removals
from tests.support.courses import lesson

PATH = "01-mulai/01-sapa.md"
HISTORY = f"/studio/kursus/history/{PATH}"


def save(draft, text, version, by=None):
    """Save another text over a version of the file."""
    drafts.save_file(draft.id, PATH, text.encode(), version, by or draft.owner_id, clock.now())


def fields_of(page, number):
    """The fields that the button of a version sends."""
    form = re.search(rf'name="file" value="(\d+)">\s*<button[^>]*name="version" value="{number}"', page)
    return {"file": form[1], "version": str(number)}


def test_the_history_says_who_saved_when_and_what_changed_in_lines(studio, draft, people):
    save(draft, "# Menyapa\n\nSatu.\n", 1)
    save(draft, "# Menyapa\n\nSatu.\nDua.\n", 2, people.create("Dewi Lestari", roles="trainer").id)

    page = studio.get(HISTORY).text

    assert "Dewi Lestari" in page
    assert "1 baris masuk, 0 baris keluar" in page
    assert "Dua." in page


def test_an_old_version_can_be_read_whole(studio, draft):
    before = drafts.text_of(draft.id, PATH).data.decode()
    save(draft, "# Lain\n", 1)
    form = fields_of(studio.get(HISTORY).text, 1)

    page = studio.get(f"{HISTORY}?file={form['file']}&version=1").text

    assert before.splitlines()[-1] in page


def test_an_old_version_taken_back_is_a_new_one_and_nothing_is_lost(studio, draft):
    before = drafts.text_of(draft.id, PATH).data
    save(draft, "# Lain\n", 1)

    studio.post(HISTORY, fields_of(studio.get(HISTORY).text, 1))

    now = drafts.text_of(draft.id, PATH)
    assert (now.data, now.version) == (before, 3)
    assert "Versi 2" in studio.get(HISTORY).text


def test_a_removed_file_is_brought_back_from_its_history(studio, draft):
    before = drafts.text_of(draft.id, PATH).data
    removals.remove(draft.id, PATH, clock.now())
    assert f'href="{HISTORY}"' in studio.get("/studio/kursus/history").text

    studio.post(HISTORY, fields_of(studio.get(HISTORY).text, 1))

    assert drafts.text_of(draft.id, PATH).data == before


def test_a_removed_file_whose_path_is_taken_gives_its_text_to_the_one_that_is_there(studio, draft):
    before = drafts.text_of(draft.id, PATH).data
    removals.remove(draft.id, PATH, clock.now())
    drafts.add_file(draft.id, PATH, lesson("Baru").encode(), draft.owner_id, clock.now())
    db.session.commit()
    page = studio.get(HISTORY).text

    studio.post(HISTORY, fields_of(page, 1))

    assert drafts.text_of(draft.id, PATH).data == before
    assert drafts.text_of(draft.id, PATH).version == 2


def test_a_version_of_another_file_is_not_taken_into_this_one(studio, draft):
    answer = studio.post("/studio/kursus/history/course.md", {"file": "999999", "version": "1"})

    assert answer.status_code == 303
    assert drafts.text_of(draft.id, "course.md").version == 1


def test_the_history_is_linked_from_where_it_is_promised(studio, draft):
    outline = studio.get("/studio/kursus/").text

    assert 'href="/studio/kursus/history"' in outline
    assert f'href="{HISTORY}"' in outline


def test_the_heading_names_the_file(studio, draft):
    assert f"<h1>Riwayat: {PATH}</h1>" in studio.get(HISTORY).text
