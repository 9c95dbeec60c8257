"""Courses coming and going whole: zip, SCORM, print; a zip or plain Markdown taken in as a course."""

import io
import re
import zipfile
from datetime import timedelta

import pytest
from flask import request

from elearn import clock
from elearn.coursetext import archive
from elearn.coursetext.archive import pack, unpack
from elearn.database import db
from elearn.studio import drafts, receiving
from elearn.studio.models import Draft
from elearn.studio.upload_models import CourseUpload
from tests.support.courses import PICTURE, course_md, demo_course, lesson, small_course

BROKEN = {"course.md": "---\ntitle: A\n---\n"}


def zipped(files, folder=""):
    target = io.BytesIO()
    sources = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
    pack(target, sources, folder)
    return target.getvalue()


def send(visitor, *files):
    """Upload files, each a name and bytes; follows nothing."""
    sent = [(io.BytesIO(data), name) for name, data in files]
    return visitor.post("/studio/import", {"file": sent}, content_type="multipart/form-data")


def most_bytes(studio, address):
    """How many bytes a page of the studio takes from the trainer."""
    with studio.client as client:
        client.get(address)
        return request.max_content_length


def drafts_there():
    return {draft.slug: draft.title for draft in db.session.query(Draft)}


def sheet_of(page):
    return page.partition("print-answers")


def test_the_zip_holds_the_draft_byte_for_byte(studio, draft):
    answer = studio.get("/studio/kursus/export/zip")

    unpacked = unpack(io.BytesIO(answer.data))
    assert (unpacked.folder, unpacked.files) == ("kursus", drafts.files_of(draft.id))
    assert "kursus.zip" in answer.headers["Content-Disposition"]


def test_the_zip_of_a_draft_makes_the_same_course_again(studio, draft):
    data = studio.get("/studio/kursus/export/zip").data
    studio.post(send(studio, ("kursus.zip", data)).location, {"slug": "kembar"})

    twin = db.session.query(Draft).filter_by(slug="kembar").one()
    assert drafts.files_of(twin.id) == drafts.files_of(draft.id)


def test_a_course_with_errors_can_be_taken_along_and_not_played(studio, write):
    write(BROKEN)

    page = studio.get("/studio/kursus/export").text
    assert "/studio/kursus/export/zip" in page
    assert "/studio/kursus/export/scorm" not in page


@pytest.mark.parametrize("shape", ["scorm", "print"])
def test_a_course_with_errors_is_not_played_nor_printed(studio, write, shape):
    write(BROKEN)

    answer = studio.get(f"/studio/kursus/export/{shape}")

    assert answer.location == "/studio/kursus/export"
    assert "Masih ada yang harus diperbaiki, jadi" in studio.get(answer.location).text


def test_the_scorm_package_is_a_zip_with_its_manifest_on_top(studio, draft):
    answer = studio.get("/studio/kursus/export/scorm")

    names = zipfile.ZipFile(io.BytesIO(answer.data)).namelist()
    assert {"imsmanifest.xml", "index.html", "course.js"} <= set(names)


def test_the_page_says_that_keys_lie_in_the_package(studio, draft):
    assert "Kunci jawaban ikut di dalam paket" in studio.get("/studio/kursus/export").text


def test_the_page_says_how_the_score_of_a_package_is_made(studio, draft):
    assert "rata-rata dari nilai terbaik setiap kuis" in studio.get("/studio/kursus/export").text


def test_the_print_holds_every_text_and_question_with_answers_apart(studio, write):
    write(demo_course())

    questions, _title, answers = sheet_of(studio.get("/studio/kursus/export/print").text)

    assert "Petugas loket melayani warga" in questions
    assert questions.count('class="exercise"') == answers.count('class="answer"') == 14
    assert "37 sampai 38" in answers
    assert "dituntaskan" in answers
    assert "dituntaskan" not in questions.partition("Lengkapi kalimat ini")[2]


def test_the_answers_of_the_print_fit_its_questions(studio, write):
    write(demo_course())

    questions, _title, answers = sheet_of(studio.get("/studio/kursus/export/print").text)

    number = re.search(r"Soal (\d+)</strong></p>\s*<div class=\"prose\"><p>Urutkan", questions)[1]
    shown = re.findall(r"letter\">(\w)</span> <span>(\w+)<", questions.partition("Urutkan")[2])[:3]
    letters = {text: name for name, text in shown}
    right = ", ".join(letters[text] for text in ("Menyapa", "Mendengarkan", "Menuntaskan"))
    assert right in answers.partition(f"Soal {number}:")[2].partition("</p>")[0]


def test_the_answers_can_be_left_out(studio, draft):
    page = studio.get("/studio/kursus/export/print?answers=0").text

    assert "Siapa yang disapa lebih dulu?" in page
    assert "Warga datang untuk dilayani." not in page


def test_another_sheet_has_another_order_and_the_same_sheet_the_same(studio, write):
    write(demo_course())
    first, again, second = (
        re.findall(
            'Soal .*?</p>\\s*<div class="prose"><p>(.*?)</p>', studio.get(f"/studio/kursus/export/print?sheet={n}").text
        )
        for n in (1, 1, 2)
    )

    assert first == again
    assert first != second
    assert sorted(first) == sorted(second)


def test_short_courses_are_printed_closely_and_long_ones_are_not(studio, write):
    files = small_course()
    write(files)
    short = studio.get("/studio/kursus/export/print").text
    words = "\n\n".join(["Petugas loket menyapa warga. " * 20] * 30)
    write({**files, "01-mulai/01-sapa.md": lesson("Menyapa", words)}, slug="panjang")
    long = studio.get("/studio/panjang/export/print").text

    assert ["printed compact" in page for page in (short, long)] == [True, False]


def test_pictures_of_the_print_are_those_of_the_draft(studio, write):
    write(demo_course())

    ((picture, address),) = re.findall(r'(<img src="([^"]+)".*?>)', studio.get("/studio/kursus/export/print").text)

    assert "lazy" not in picture
    assert studio.get(address).data == PICTURE.encode()


def test_links_between_units_lead_inside_of_the_print(studio, write):
    files = small_course()
    files["01-mulai/02-dengar.md"] = lesson("Dengar", "## Bagian\n\n[Lihat](01-sapa.md), [bagian](#bagian)")
    write(files)

    page = studio.get("/studio/kursus/export/print").text

    assert 'href="#unit-1"' in page
    assert '<h4 id="unit-2-isi-bagian">' in page
    assert 'href="#unit-2-isi-bagian"' in page


def test_an_import_is_shown_before_anything_is_made(studio):
    answer = send(studio, ("pelayanan-prima.zip", zipped(small_course(), "pelayanan-prima")))

    page = studio.get(answer.location).text
    assert "Mendengarkan" in page
    assert 'value="pelayanan-prima"' in page
    assert drafts_there() == {}


def test_an_import_becomes_a_course_of_its_trainer(studio):
    report = send(studio, ("kursus.zip", zipped(small_course()))).location

    answer = studio.post(report, {"slug": "menyapa"})

    assert answer.location == "/studio/menyapa/"
    assert drafts_there() == {"menyapa": "Menyapa warga"}
    assert db.session.query(CourseUpload).count() == 0


def test_plain_texts_with_a_picture_become_a_course(studio):
    texts = ("Menyapa.md", b"# Menyapa\n\n![Alur](alur.svg)\n"), ("alur.svg", PICTURE.encode()), ("catatan.txt", b"x")

    report = send(studio, *texts).location

    page = studio.get(report).text
    assert "catatan.txt" in page
    assert "ditinggalkan" in page
    studio.post(report, {"slug": "menyapa"})
    assert studio.get("/studio/menyapa/media/alur.svg").data == PICTURE.encode()


def test_what_is_to_be_mended_is_said_and_the_course_can_be_made(studio):
    report = send(studio, ("a.zip", zipped({**small_course(), "01-mulai/01-sapa.md": "![](x.png)"}))).location

    assert "01-mulai/01-sapa.md" in studio.get(report).text
    assert studio.post(report, {"slug": "menyapa"}).status_code == 303


def test_a_hostile_zip_is_refused_with_a_sentence_and_nothing_is_kept(studio):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as written:
        written.writestr("course.md", course_md())
        written.writestr("../../luar.md", "x")

    answer = send(studio, ("a.zip", target.getvalue()))

    assert "menunjuk ke luar folder" in answer.text
    assert db.session.query(CourseUpload).count() == 0


def test_a_file_with_a_path_for_a_name_is_taken_by_its_last_part(studio):
    report = send(studio, ("../../sapa.md", b"# Sapa\n\nHalo.\n")).location

    studio.post(report, {"slug": "sapa"})

    assert set(drafts.files_of(db.session.query(Draft).one().id)) == {"course.md", "01-sapa/01-sapa.md"}


@pytest.mark.parametrize("files", [[("a.zip", bytes(100_001))], [("a.md", bytes(60_000)), ("b.md", bytes(60_000))]])
def test_what_is_larger_than_the_limit_is_refused_with_a_sentence(studio, monkeypatch, files):
    for module in (archive, receiving):
        monkeypatch.setattr(module, "LARGEST_ARCHIVE", 100_000)

    answer = send(studio, *files)

    assert "lebih dari 0,1 MB" in answer.text


def test_fifty_megabytes_may_be_sent_to_an_import_and_not_elsewhere(studio, draft):
    assert most_bytes(studio, "/studio/import") > archive.LARGEST_ARCHIVE
    assert most_bytes(studio, "/studio/new") < 1_000_000


@pytest.mark.parametrize("files", [[], [(f"{number}.md", b"x") for number in range(101)]])
def test_nothing_or_too_much_at_once_is_sent_back(studio, files):
    answer = send(studio, *files)

    assert answer.location == "/studio/import"
    assert "Pilih satu zip" in studio.get("/studio/import").text


@pytest.mark.parametrize("slug", ["", "Bukan Slug", "import", "kursus", "a" * 61])
def test_an_address_that_cannot_be_is_asked_for_again(studio, draft, slug):
    report = send(studio, ("a.zip", zipped(small_course()))).location

    answer = studio.post(report, {"slug": slug})

    assert answer.status_code == 200
    assert 'aria-invalid="true"' in answer.text
    assert set(drafts_there()) == {"kursus"}


def test_an_upload_is_its_senders_alone(studio, visit, people):
    report = send(studio, ("a.zip", zipped(small_course()))).location
    other = visit(people.create("Ratna Dewi", roles="admin"))

    assert (other.get(report).status_code, other.post(report, {"slug": "a"}).status_code) == (404, 404)


def test_an_upload_is_forgotten_after_a_day(trainer):
    now = clock.now()
    upload_id = receiving.receive([("a.md", io.BytesIO(b"# A\n"))], trainer.id, now)

    with pytest.raises(receiving.NoSuchUpload):
        receiving.received(upload_id, trainer.id, now + timedelta(days=1, seconds=1))


def test_a_new_upload_takes_the_place_of_the_one_before(studio):
    send(studio, ("a.md", b"# A\n"))
    second = send(studio, ("b.md", b"# B\n")).location

    assert "Susunan" in studio.get(second).text
    assert db.session.query(CourseUpload).count() == 1


def test_old_uploads_of_anybody_go_when_a_new_one_comes(trainer, people):
    now = clock.now()
    receiving.receive([("a.md", io.BytesIO(b"# A\n"))], people.create().id, now - timedelta(days=2))
    receiving.receive([("b.md", io.BytesIO(b"# B\n"))], trainer.id, now)

    assert [upload.owner_id for upload in db.session.query(CourseUpload)] == [trainer.id]


SCRIPTED = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>'


def test_media_that_no_course_may_have_are_left_out_of_an_import_and_named(studio):
    report = send(studio, ("kursus.zip", zipped({**small_course(), "media/jahat.svg": SCRIPTED}))).location

    page = studio.get(report).text
    studio.post(report, {"slug": "menyapa"})

    assert "media/jahat.svg" in page
    assert "berkas ini ditinggalkan" in page
    assert studio.get("/studio/menyapa/media/jahat.svg").status_code == 404


def test_a_drawing_with_a_script_that_stands_in_a_draft_is_not_served(studio, write):
    write({**small_course(), "media/jahat.svg": SCRIPTED})

    assert studio.get("/studio/kursus/media/jahat.svg").status_code == 404


def test_media_of_a_draft_are_served_under_headers_that_let_nothing_run(studio, write):
    write({**small_course(), "media/alur.svg": PICTURE})

    headers = studio.get("/studio/kursus/media/alur.svg").headers

    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "sandbox" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
