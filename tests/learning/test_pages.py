"""Catalogue, course and lesson as a browser without JavaScript meets them."""

import re

import pytest

from elearn.learning import service
from tests.learning.reading import NOW, where
from tests.support.courses import demo_course, lesson, lessons_only, small_course

LESSON = "/courses/kursus/mulai/sapa/"
PRACTICE = "/courses/kursus/langkah/berlatih/"


@pytest.fixture
def learner(people):
    """Somebody who takes no course yet."""
    return people.create()


@pytest.fixture
def browser(learner, visit):
    """The learner's browser."""
    return visit(learner)


def words(html):
    """What a page says, without its markup."""
    return " ".join(re.sub(r"<[^>]+>", " ", html.partition("<main")[2].partition("</main>")[0]).split())


def test_the_catalogue_shows_what_a_course_is(browser, publish):
    publish(small_course("Menyapa warga", jp=2, competency="sociocultural"))

    page = words(browser.get("/courses/").text)

    assert "Menyapa warga" in page
    assert "2 JP" in page
    assert "Sosial kultural" in page
    assert "3 bagian" in page


def test_the_catalogue_shows_only_what_was_searched_for(browser, publish):
    publish(small_course("Menyapa warga"), "satu")
    publish(small_course("Kas daerah"), "dua")

    page = words(browser.get("/courses/?q=kas").text)

    assert "Kas daerah" in page
    assert "Menyapa warga" not in page


def test_a_search_that_finds_nothing_says_what_to_do(browser, publish):
    publish(small_course())

    page = browser.get("/courses/?q=tidak+ada&competency=technical").text

    assert "Belum ada pelatihan yang cocok." in page
    assert 'value="tidak ada"' in page


def test_a_card_shows_how_far_one_has_come(browser, learner, publish):
    publish(lessons_only(count=2))
    _finish(learner, 0)

    assert "Sisa 4 menit" in words(browser.get("/courses/").text)


def test_a_course_page_tells_what_it_rests_on(browser, publish):
    publish(small_course(legal_basis="[UU 25/2009]", valid_as_of="2026-11-24"))

    page = words(browser.get("/courses/kursus/").text)

    assert "UU 25/2009" in page
    assert "Berlaku per 24 November 2026" in page
    assert "belum ditinjau" in page


def test_a_course_past_its_review_says_so(browser, publish):
    publish(small_course(review_due="2024-02-01"))

    assert "dijadwalkan ditinjau pada 1 Februari 2024" in words(browser.get("/courses/kursus/").text)


def test_a_course_that_waits_for_another_shows_the_way_there(browser, publish):
    publish(lessons_only("Dasar"), "dasar")
    publish(small_course(prerequisites="[dasar]"))

    page = browser.get("/courses/kursus/").text

    assert "Selesaikan dulu pelatihan ini:" in page
    assert 'href="/courses/dasar/"' in page
    assert "Mulai pelatihan" not in page


@pytest.mark.parametrize("path", ["/courses/kursus/enrol", LESSON])
def test_the_server_holds_to_prerequisites(browser, learner, publish, path):
    publish(lessons_only("Dasar"), "dasar")
    publish(small_course(prerequisites="[dasar]"))

    answer = browser.post(path, {"action": "complete"})

    assert answer.location == "/courses/kursus/"
    assert not where(learner).enrolled


def test_a_lesson_behind_a_prerequisite_is_not_shown(browser, publish):
    publish(lessons_only("Dasar"), "dasar")
    publish(small_course(prerequisites="[dasar]"))

    answer = browser.get(LESSON)

    assert answer.location == "/courses/kursus/"


def test_beginning_a_course_leads_to_its_first_lesson(browser, publish):
    publish(small_course())

    answer = browser.post("/courses/kursus/enrol")

    assert (answer.status_code, answer.location) == (303, LESSON)


def test_a_begun_course_leads_on_with_one_button(browser, learner, publish):
    publish(small_course())
    _finish(learner, 0)

    page = browser.get("/courses/kursus/").text

    assert "Lanjutkan: Mendengarkan, 7 menit" in page


def test_finishing_a_lesson_leads_to_the_next_one(browser, publish):
    publish(small_course())

    answer = browser.post(LESSON, {"action": "complete"})

    assert answer.location == "/courses/kursus/mulai/dengar/"


def test_finishing_the_last_lesson_leads_to_the_course_and_says_well_done(browser, publish):
    publish(lessons_only(count=1))

    answer = browser.post("/courses/kursus/mulai/bagian-1/", {"action": "complete"})

    assert answer.location == "/courses/kursus/"
    assert "Selamat! Anda menyelesaikan pelatihan ini." in browser.get(answer.location).text


def test_asking_only_for_the_head_of_a_lesson_finishes_nothing(browser, learner, publish):
    publish(small_course())

    browser.client.head(LESSON)

    assert not where(learner).enrolled


def test_a_lesson_knows_its_place_and_neighbours(browser, publish):
    publish(small_course())

    page = browser.get("/courses/kursus/mulai/dengar/").text

    assert "bagian 2 dari 3" in words(page)
    assert 'href="../../mulai/sapa/" rel="prev"' in page
    assert 'href="../../mulai/kuis/" rel="next"' in page


def test_a_finished_lesson_says_when_and_leads_on(browser, learner, publish):
    publish(small_course())
    _finish(learner, 0)

    page = words(browser.get(LESSON).text)

    assert "Selesai 24 November 2026" in page
    assert "Lanjut: Mendengarkan" in page


def test_a_changed_lesson_says_so_and_shows_what_changed(browser, learner, publish):
    publish(small_course())
    _finish(learner, 0)
    publish({**small_course(), "01-mulai/01-sapa.md": lesson("Menyapa", "Warga disapa paling dulu.", minutes=4)})

    page, changes = browser.get(LESSON).text, browser.get(f"{LESSON}changes").text

    assert "diubah sejak Anda baca pada 24 November 2026" in words(page)
    assert 'href="changes"' in page
    assert re.search(r"<del>lebih</del>\s*<ins>paling</ins>", changes)


def test_who_has_not_finished_a_lesson_has_no_changes_to_see(browser, publish):
    publish(small_course())

    assert browser.get(f"{LESSON}changes").location == LESSON


def test_changes_of_a_picture_alone_are_told_without_differences(browser, learner, publish):
    files = demo_course()
    publish(files)
    _finish(learner, 0)
    publish({**files, "media/langkah.svg": str(files["media/langkah.svg"]).replace("#0b6b4f", "#000000")})

    page = browser.get("/courses/kursus/langkah/tiga-langkah/changes").text

    assert "<ins>" not in page
    assert "yang berubah hanya gambar atau susunannya" in page


@pytest.mark.parametrize("formerly", ["mulai/sapa", "lain/nama-lama"])
def test_an_address_that_a_lesson_had_leads_to_the_one_it_has(browser, publish, formerly):
    publish(
        {
            "course.md": small_course()["course.md"],
            "01-mulai/01-salam.md": lesson("Salam", formerly=f"[{formerly}]"),
        }
    )

    answer = browser.get(f"/courses/kursus/{formerly}/")

    assert (answer.status_code, answer.location) == (302, "/courses/kursus/mulai/salam/")


def test_the_address_of_a_lesson_before_it_went_to_another_module_leads_to_it(browser, publish):
    files = {"course.md": small_course()["course.md"], "02-akhir/01-sapa.md": lesson("Sapa", id="mulai/sapa")}
    publish(files)

    answer = browser.get("/courses/kursus/mulai/sapa/")

    assert (answer.status_code, answer.location) == (302, "/courses/kursus/akhir/sapa/")


@pytest.mark.parametrize("path", ["/courses/lain/", "/courses/kursus/mulai/lain/", "/courses/kursus/lain/sapa/"])
def test_what_no_course_has_is_not_found(browser, publish, path):
    publish(small_course())

    assert browser.get(path).status_code == 404


def test_the_place_where_one_stopped_stands_in_the_lesson(browser, publish):
    publish(small_course())
    browser.post("/courses/kursus/enrol")
    browser.get(LESSON)

    answer = browser.post(LESSON, {"action": "place", "place": "5"})

    assert answer.status_code == 204
    assert 'data-place="5"' in browser.get(LESSON).text


def test_a_finished_lesson_begins_at_its_beginning(browser, publish):
    publish(small_course())
    browser.post("/courses/kursus/enrol")
    browser.get(LESSON)
    browser.post(LESSON, {"action": "place", "place": "5"})

    browser.post(LESSON, {"action": "complete"})

    assert 'data-place="0"' in browser.get(LESSON).text


def test_a_practice_answer_is_shown_with_its_verdict_and_why(browser, publish):
    publish(demo_course())
    right = _right(publish(demo_course()))

    page = words(browser.post(PRACTICE, {"question": "l-satu", "q-l-satu": right}).text)

    assert "Pilihan Anda, benar" in page
    assert "Betul, warga datang untuk dilayani." in page
    assert "Baca lagi Tiga langkah" in page


def test_a_practice_question_sent_empty_asks_to_be_filled_in(browser, publish):
    publish(demo_course())

    page = words(browser.post(PRACTICE, {"question": "l-satu"}).text)

    assert "Jawabannya masih kosong." in page
    assert "Jawaban yang benar" not in page


def test_a_lesson_gives_no_answers_away(browser, publish):
    publish(demo_course())

    page = browser.get(PRACTICE).text

    assert "dituntaskan" not in page
    assert "37,5" not in page
    assert "Betul, warga datang" not in page
    assert "is-right" not in page


def test_a_script_gets_the_answered_question_alone(browser, publish):
    right = _right(publish(demo_course()))
    data = {"question": "l-satu", "q-l-satu": right}

    part = browser.post(PRACTICE, data, headers={"X-Fragment": "question"}).text

    assert "<main" not in part
    assert "Pilihan Anda, benar" in part
    assert "l-banyak" not in part


def test_a_practice_question_that_the_lesson_lacks_is_not_found(browser, publish):
    publish(demo_course())

    assert browser.post(PRACTICE, {"question": "l-lain", "q-l-lain": "x"}).status_code == 404


def test_a_copy_of_a_course_shows_its_own_pictures_and_links(browser, publish):
    publish(demo_course(), "asli")
    publish(demo_course(), "salinan")

    original, copy = (browser.get(f"/courses/{slug}/langkah/tiga-langkah/").text for slug in ("asli", "salinan"))

    assert "/courses/asli/media/" in original
    assert "/courses/salinan/media/" in copy
    assert "asli" not in copy


def test_home_has_the_next_thing_one_tap_away(browser, learner, publish):
    publish(small_course())
    _finish(learner, 0)

    page = browser.get("/").text

    assert "Lanjutkan: Mendengarkan, 7 menit" in page
    assert 'href="/courses/kursus/mulai/dengar/"' in page


def test_home_offers_the_piece_that_fits_the_minutes_one_has(browser, publish):
    publish({**small_course(), "01-mulai/01-sapa.md": lesson("Menyapa", minutes=12)})

    page = words(browser.get("/").text)

    assert "5 menit Belum ada yang sesingkat ini." in page
    assert "10 menit Mendengarkan 7 menit" in page
    assert "20 menit Menyapa 12 menit" in page


def _finish(learner, at):
    standing = where(learner)
    service.finish_lesson(learner.id, standing, standing.course.units[at], now=NOW)


def _right(edition):
    question = next(each for each in edition.course.questions() if each.id == "l-satu")
    return next(option.key for option in question.options if option.correct)
