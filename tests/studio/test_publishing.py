"""Publishing from the studio: what the page says, and what it refuses."""

from contextlib import contextmanager
from dataclasses import replace

from sqlalchemy import func, select

from elearn import clock
from elearn.courses.editions import live
from elearn.courses.models import Edition
from elearn.database import db
from elearn.learning.models import Enrolment
from elearn.quizzes.models import Attempt
from elearn.studio import drafts
from tests.studio.pages import seen
from tests.support.completing import enrol
from tests.support.courses import QUIZ, lesson, small_course

PUBLISH = "/studio/kursus/publish"


def changed(draft, path="01-mulai/01-sapa.md", text=None, version=1):
    """Write something else into a file of the draft."""
    data = (text or lesson("Menyapa dulu", minutes=4)).encode()
    drafts.save_file(draft.id, path, data, version, draft.owner_id, clock.now())


def press(visitor, page=None, **fields):
    """Press the page's button, as it was shown."""
    html = page or visitor.get(PUBLISH).text
    return visitor.post(PUBLISH, {**seen(html), **fields})


def test_a_draft_without_errors_becomes_the_edition_that_learners_read(studio, draft):
    response = press(studio)

    assert response.status_code == 303
    assert live("kursus").number == 1
    assert db.session.get_one(Edition, live("kursus").id).published_by == draft.owner_id


def test_before_the_first_edition_the_page_says_what_everybody_will_find(studio, draft):
    page = " ".join(studio.get(PUBLISH).text.split())

    assert "semua pegawai menemukan pelatihan ini di katalog" in page
    assert "1 modul, 3 bagian" in page
    assert "2 JP bagi yang menyelesaikannya" in page


def test_after_publishing_there_is_nothing_to_publish(studio, draft):
    press(studio)

    assert "Tidak ada yang perlu diterbitkan." in studio.get(PUBLISH).text


def test_errors_stop_publishing_and_lead_to_their_lines(studio, draft):
    changed(draft, text=lesson("Menyapa", "Baris satu.\n\n![](tidak-ada.png)"))

    page = studio.get(PUBLISH).text

    assert "/studio/kursus/edit/01-mulai/01-sapa.md?line=7" in page
    assert "Terbitkan pelatihan" not in page


def test_a_draft_with_errors_is_not_published_by_a_form_sent_all_the_same(studio, draft):
    page = studio.get(PUBLISH).text
    changed(draft, text=lesson("Menyapa", "![](tidak-ada.png)"))

    press(studio, page)

    assert live("kursus") is None


def test_the_page_says_in_words_what_learners_will_notice(studio, draft):
    press(studio)
    changed(draft)

    page = studio.get(PUBLISH).text

    assert "“Menyapa” sekarang berjudul “Menyapa dulu”." in page


def test_the_page_counts_who_is_in_mid_course_and_says_what_happens_to_them(studio, draft, people):
    press(studio)
    enrol(people.create(), live("kursus"))
    data = lesson("Menutup", minutes=3).encode()
    db.session.add(drafts.add_file(draft.id, "01-mulai/04-tutup.md", data, draft.owner_id, clock.now()))
    db.session.commit()

    page = studio.get(PUBLISH).text

    assert "1 orang sedang mengikuti pelatihan ini." in page
    assert "1 orang mendapat bagian wajib tambahan." in page


def test_a_draft_changed_since_the_page_was_opened_is_not_published(studio, draft):
    page = studio.get(PUBLISH).text
    changed(draft)

    press(studio, page)

    assert live("kursus") is None
    assert "Draf berubah sejak halaman itu dibuka." in studio.get(PUBLISH).text


def test_of_two_who_publish_at_once_the_second_is_told(studio, draft, visit, people):
    admin = visit(people.create(roles="admin"))
    press(studio)
    changed(draft)
    mine, theirs = studio.get(PUBLISH).text, admin.get(PUBLISH).text
    press(studio, mine)

    press(admin, theirs)

    assert live("kursus").number == 2
    assert "Orang lain baru saja menerbitkan edisi baru." in admin.get(PUBLISH).text


def test_an_edition_from_outside_the_studio_has_to_be_settled_first(studio, draft, publish):
    press(studio)
    changed(draft)
    publish({**small_course(), "01-mulai/02-dengar.md": lesson("Mendengar", minutes=7)})

    page = studio.get(PUBLISH).text
    press(studio, page)

    assert "Gabungkan ke draf" in page
    assert live("kursus").number == 2


def settle(studio, choice):
    studio.post(f"{PUBLISH}/newer", {**seen(studio.get(PUBLISH).text), "choice": choice})


def outside(studio, draft, publish):
    """The draft has a change of its own, and an edition that came past the studio another one."""
    press(studio)
    changed(draft)
    publish({**small_course(), "01-mulai/02-dengar.md": lesson("Mendengar", minutes=7)})


def test_merging_keeps_what_the_draft_and_what_the_edition_changed(studio, draft, publish):
    outside(studio, draft, publish)

    settle(studio, "merge")

    files = drafts.files_of(draft.id)
    assert b"Menyapa dulu" in files["01-mulai/01-sapa.md"]
    assert b"title: Mendengar\n" in files["01-mulai/02-dengar.md"]
    assert "Terbitkan edisi 3" in studio.get(PUBLISH).text


def test_taking_the_edition_makes_the_draft_equal_to_it_and_keeps_what_it_had(studio, draft, publish):
    outside(studio, draft, publish)

    settle(studio, "take")

    assert "Tidak ada yang perlu diterbitkan." in studio.get(PUBLISH).text
    file = drafts.text_of(draft.id, "01-mulai/01-sapa.md")
    assert (file.version, b"Menyapa dulu" in file.data) == (3, False)


def test_keeping_the_draft_lets_it_replace_the_edition(studio, draft, publish):
    outside(studio, draft, publish)

    settle(studio, "keep")
    press(studio)

    assert live("kursus").number == 3
    assert [unit.title for unit in live("kursus").course.units][:2] == ["Menyapa dulu", "Mendengarkan"]


def test_where_a_review_is_required_an_unapproved_draft_is_not_published(app, studio, draft):
    page = studio.get(PUBLISH).text
    with required(app):
        press(studio, page)
        answer = studio.get(PUBLISH).text

    assert live("kursus") is None
    assert "Draf ini perlu disetujui peninjau sebelum terbit." in answer
    assert "Terbitkan pelatihan" not in answer


def test_an_archived_course_leaves_the_catalogue_and_is_not_begun(studio, draft, people, visit):
    press(studio)
    learner = visit(people.create())

    studio.post("/studio/kursus/archive")

    assert "Menyapa warga" not in learner.get("/courses/").text
    learner.post("/courses/kursus/enrol")
    assert enrolments() == 0
    assert "tidak dapat dimulai lagi" in learner.get("/courses/kursus/").text


def test_who_takes_an_archived_course_goes_on(studio, draft, people, visit):
    press(studio)
    person = people.create()
    enrol(person, live("kursus"))
    learner = visit(person)

    studio.post("/studio/kursus/archive")

    assert "Menyapa warga" in learner.get("/courses/").text
    assert learner.get("/courses/kursus/mulai/sapa/").status_code == 200


def test_nobody_is_asked_for_an_archived_prerequisite(studio, draft, people, visit, publish):
    press(studio)
    publish(small_course("Lanjutan", prerequisites="[kursus]"), "lanjutan")
    learner = visit(people.create())
    assert "Selesaikan dulu pelatihan ini:" in learner.get("/courses/lanjutan/").text

    studio.post("/studio/kursus/archive")

    assert "Selesaikan dulu pelatihan ini:" not in learner.get("/courses/lanjutan/").text


def test_a_course_that_is_brought_back_can_be_begun(studio, draft, people, visit):
    press(studio)
    studio.post("/studio/kursus/archive")

    studio.post("/studio/kursus/archive/undo")

    visit(people.create()).post("/courses/kursus/enrol")
    assert enrolments() == 1


def enrolments():
    return db.session.scalar(select(func.count()).select_from(Enrolment))


@contextmanager
def required(app):
    """Only what was approved is published."""
    before = app.extensions["settings"]
    app.extensions["settings"] = replace(before, review_required=True)
    try:
        yield
    finally:
        app.extensions["settings"] = before


def test_an_error_of_a_file_that_no_editor_opens_leads_nowhere(studio, draft):
    db.session.add(drafts.add_file(draft.id, "media/gambar.png", b"bukan gambar", draft.owner_id, clock.now()))
    db.session.commit()

    page = studio.get(PUBLISH).text

    assert "<code>media/gambar.png</code>" in page
    assert "/edit/media/" not in page


def test_changes_and_people_in_mid_course_are_shown_also_while_errors_stand(studio, draft, people):
    press(studio)
    enrol(people.create(), live("kursus"))
    changed(draft, text=lesson("Menyapa dulu", "![](tidak-ada.png)"))

    page = studio.get(PUBLISH).text

    assert "“Menyapa” sekarang berjudul “Menyapa dulu”." in page
    assert "1 orang sedang mengikuti pelatihan ini." in page
    assert 'class="button button-large"' not in page


def test_two_versions_that_were_left_in_a_text_are_not_published(studio, draft):
    merged = "# Menyapa\n\n<<<<<< Tulisan Ratna\nSatu.\n====== Tulisan Anda\nDua.\n>>>>>> Sampai di sini\n"
    changed(draft, text=merged)

    press(studio)

    assert live("kursus") is None
    assert "masih ada tulisan dua orang" in studio.get(PUBLISH).text


def test_the_page_counts_what_the_editor_asks_too(studio, draft):
    quiz = drafts.text_of(draft.id, "01-mulai/03-kuis.md").data.decode()
    before = studio.get(PUBLISH).text
    changed(draft, path="01-mulai/03-kuis.md", text=quiz.replace(" {#sapa}", ""))

    page = studio.get(PUBLISH).text

    assert "belum punya id" in page
    assert "belum punya id" not in before


def test_the_page_names_those_whom_fewer_attempts_shut_out(studio, draft, people):
    press(studio)
    learner = people.create()
    enrolment = enrol(learner, live("kursus"))
    rules = {"seed": "s", "paper": "{}", "passing_score": 70, "started_at": clock.now(), "submitted_at": clock.now()}
    db.session.add(
        Attempt(enrolment_id=enrolment, identity="mulai/kuis", number=1, edition_id=live("kursus").id, **rules)
    )
    db.session.commit()
    changed(draft, "01-mulai/03-kuis.md", QUIZ.replace("kind: quiz", "kind: quiz\nattempts: 1"))

    page = " ".join(studio.get(PUBLISH).text.split())

    assert "1 orang tidak dapat mencoba kuisnya lagi" in page


def test_another_picture_under_the_same_name_is_noticed(studio, write, trainer):
    draft = write({**small_course(), "media/a.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'})
    press(studio)
    other = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M1 1"/></svg>'
    changed(draft, "media/a.svg", other)

    page = studio.get(PUBLISH).text

    assert "1 gambar atau berkas berubah isinya." in page
    assert "Peserta tidak akan melihat perbedaan" not in page
