"""The outline: adding, naming, ordering, removing and bringing back, by forms."""

import pytest

from elearn.coursetext.editing.shape import shape
from elearn.studio import drafts, outlining, removals, taking_in
from tests.support.courses import lesson, small_course

SAPA, DENGAR = "01-mulai/01-sapa.md", "01-mulai/02-dengar.md"


def act(visitor, what, **fields):
    return visitor.post(f"/studio/kursus/{what}", fields)


def titles(draft):
    return [[unit.title for unit in module.units] for module in shape(drafts.files_of(draft.id)).modules]


def test_the_outline_shows_every_module_unit_and_bank(studio, write):
    write({**small_course(), "bank/soal.md": "## ? Apa? {#a}\n\n- [x] Satu\n- [ ] Dua\n"})

    page = studio.get("/studio/kursus/").text

    for words in ("Menyapa", "Mendengarkan", "Kuis akhir", "bank/soal.md", "01-mulai/01-sapa.md"):
        assert words in page


def test_a_new_lesson_opens_in_the_editor(studio, draft):
    answer = act(studio, "add", kind="lesson", folder="01-mulai", title="Menuntaskan")

    assert answer.location == "/studio/kursus/edit/01-mulai/04-menuntaskan.md"
    assert titles(draft) == [["Menyapa", "Mendengarkan", "Kuis akhir", "Menuntaskan"]]


@pytest.mark.parametrize(
    ("kind", "path"),
    [("module", "02-penutup/01-pelajaran-pertama.md"), ("bank", "bank/penutup.md"), ("quiz", "01-mulai/04-penutup.md")],
)
def test_what_is_added_has_its_place(studio, draft, kind, path):
    answer = act(studio, "add", kind=kind, folder="01-mulai", title="Penutup")

    assert answer.location == f"/studio/kursus/edit/{path}"
    assert path in drafts.files_of(draft.id)


def test_another_title_changes_the_title_and_no_path(studio, draft):
    act(studio, "rename", path=SAPA, title="Menyapa dengan senyum")

    assert drafts.files_of(draft.id)[SAPA] == lesson("Menyapa dengan senyum", minutes=4).encode()


def test_the_course_itself_gets_another_title(studio, draft):
    act(studio, "rename", path="course.md", title="Ramah: selalu")

    assert "<h1>Ramah: selalu</h1>" in studio.get("/studio/kursus/").text


def test_a_unit_goes_up_by_a_form_and_keeps_its_history(studio, draft):
    studio.post(f"/studio/kursus/edit/{DENGAR}", {"text": "# Baru\n", "version": "1"})

    act(studio, "move", path=DENGAR, folder="01-mulai", index="0")

    assert titles(draft)[0][:2] == ["Baru", "Menyapa"]
    assert drafts.text_of(draft.id, "01-mulai/01-dengar.md").version == 2


def test_two_units_whose_names_differ_by_their_number_alone_change_places(studio, write):
    draft = write({**small_course(), "01-mulai/02-sapa.md": "# Sapa lagi\n"})

    act(studio, "move", path="01-mulai/02-sapa.md", folder="01-mulai", index="0")

    assert drafts.files_of(draft.id)["01-mulai/01-sapa.md"] == b"# Sapa lagi\n"


def test_modules_change_places(studio, draft):
    act(studio, "add", kind="module", title="Penutup")

    act(studio, "move", path="02-penutup", index="0")

    assert titles(draft)[0] == ["Pelajaran pertama"]


def test_a_unit_of_a_published_course_keeps_its_identity_in_another_module(publish, visit, people, trainer):
    admin = people.create(roles="admin")
    publish(small_course())
    draft = taking_in.take_in("kursus", trainer.id, admin.created_at)
    visitor = visit(admin)
    act(visitor, "add", kind="module", title="Penutup")

    act(visitor, "move", path=SAPA, folder="02-penutup", index="1000")

    moved = shape(drafts.files_of(draft.id)).modules[1].units[-1]
    assert (moved.title, moved.identity) == ("Menyapa", "mulai/sapa")


@pytest.mark.parametrize("path", ["01-mulai", SAPA, "bank/soal.md"])
def test_what_was_removed_comes_back_by_one_button(studio, write, path):
    draft = write({**small_course(), "bank/soal.md": "# Soal\n"})
    before = drafts.files_of(draft.id)

    answer = act(studio, "remove", path=path)
    offered = studio.get(answer.location).text
    gone = path not in drafts.files_of(draft.id) and before != drafts.files_of(draft.id)
    act(studio, "undo", removal=removals.removals(draft.id)[0].id)

    assert gone
    assert "Urungkan" in offered
    assert drafts.files_of(draft.id) == before


def test_a_unit_comes_back_into_its_module_wherever_that_is_now(studio, draft):
    act(studio, "add", kind="module", title="Penutup")
    act(studio, "remove", path=DENGAR)
    act(studio, "move", path="01-mulai", index="1")

    act(studio, "undo", removal=removals.removals(draft.id)[0].id)

    assert "02-mulai/02-dengar.md" in drafts.files_of(draft.id)


def test_a_unit_whose_name_was_taken_meanwhile_comes_back_beside_it(studio, draft):
    act(studio, "remove", path=DENGAR)
    act(studio, "add", kind="lesson", folder="01-mulai", title="Dengar")

    act(studio, "undo", removal=removals.removals(draft.id)[0].id)

    assert sorted(titles(draft)[0]) == ["Dengar", "Kuis akhir", "Mendengarkan", "Menyapa"]


def test_what_came_back_does_not_come_back_twice(studio, draft):
    act(studio, "remove", path=DENGAR)
    removal = removals.removals(draft.id)[0].id
    act(studio, "undo", removal=removal)

    answer = act(studio, "undo", removal=removal)

    assert "Ini sudah dikembalikan sebelumnya." in studio.get(answer.location).text
    assert len(drafts.files_of(draft.id)) == 4


@pytest.mark.parametrize(
    ("what", "fields"),
    [
        ("move", {"path": "01-mulai/09-tiada.md", "folder": "01-mulai", "index": "0"}),
        ("move", {"path": SAPA, "folder": "09-tiada", "index": "0"}),
        ("move", {"path": SAPA, "folder": "01-mulai", "index": "x"}),
        ("remove", {"path": "course.md"}),
        ("remove", {"path": ""}),
        ("rename", {"path": "tiada.md", "title": "A"}),
        ("add", {"kind": "lesson", "folder": "09-tiada", "title": "A"}),
    ],
)
def test_what_is_not_there_changes_nothing_and_is_said(studio, draft, what, fields):
    before = drafts.files_of(draft.id)

    answer = act(studio, what, **fields)

    assert "Susunannya sudah berubah" in studio.get(answer.location).text
    assert drafts.files_of(draft.id) == before


def test_an_unreadable_top_is_shown_in_the_editor_to_be_mended(studio, write):
    write({**small_course(), SAPA: "---\ntags: [\n---\n"})

    answer = act(studio, "rename", path=SAPA, title="Sapa")

    assert answer.location == f"/studio/kursus/edit/{SAPA}"


def test_an_editor_open_at_the_former_place_still_saves(studio, draft):
    act(studio, "move", path=DENGAR, folder="01-mulai", index="0")

    opened = studio.get(f"/studio/kursus/edit/{DENGAR}")
    studio.post(f"/studio/kursus/edit/{DENGAR}", {"text": "# Tetap tersimpan\n", "version": "1"})

    assert opened.location == "/studio/kursus/edit/01-mulai/01-dengar.md"
    assert drafts.files_of(draft.id)["01-mulai/01-dengar.md"] == b"# Tetap tersimpan\n"


def test_the_outline_reads_no_media(draft, trainer):
    drafts.add_file(draft.id, "media/a.png", b"PNG", trainer.id, draft.created_at)

    assert outlining.texts(draft.id)["media/a.png"] == b""


def test_removing_a_text_names_those_that_still_link_to_it(studio, write):
    linking = lesson("Menutup", "Lihat [Menyapa](01-sapa.md).")
    write({**small_course(), "01-mulai/04-tutup.md": linking})

    page = studio.get(studio.post("/studio/kursus/remove", {"path": "01-mulai/01-sapa.md"}).location).text
    other = studio.get(studio.post("/studio/kursus/remove", {"path": "01-mulai/02-dengar.md"}).location).text

    assert "Teks ini masih menautkan yang baru dihapus." in page
    assert '<li><a href="/studio/kursus/edit/01-mulai/04-tutup.md">' in page
    assert "masih menautkan" not in other


@pytest.mark.parametrize(
    ("what", "fields", "leads_to"),
    [
        ("rename", {"path": DENGAR, "title": "Mendengar dulu"}, f"edit/{SAPA}"),
        ("move", {"path": DENGAR, "folder": "01-mulai", "index": "0"}, "edit/01-mulai/02-sapa.md"),
        ("move", {"path": DENGAR, "folder": "tiada", "index": "0"}, f"edit/{SAPA}"),
        ("rename", {"path": DENGAR, "title": ""}, f"edit/{SAPA}"),
    ],
)
def test_a_change_made_beside_a_text_leads_back_to_it_wherever_it_is(studio, draft, what, fields, leads_to):
    assert act(studio, what, open=SAPA, **fields).location == f"/studio/kursus/{leads_to}"


def test_what_was_removed_beside_a_text_can_be_brought_back_there(studio, draft):
    removed = act(studio, "remove", open=SAPA, path=DENGAR).location
    page = studio.get(removed).text
    removal = removed.partition("removed=")[2]

    assert removed.startswith(f"/studio/kursus/edit/{SAPA}?removed=")
    assert f'name="removal" value="{removal}"' in page
    assert act(studio, "undo", open=SAPA, removal=removal).location == f"/studio/kursus/edit/{SAPA}"


def test_a_text_removed_beside_itself_leads_to_the_outline(studio, draft):
    assert act(studio, "remove", open=SAPA, path=SAPA).location.startswith("/studio/kursus/?removed=")
