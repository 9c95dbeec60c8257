"""The result: what was right and why, what to read again, and what comes next."""

import re

import pytest

from elearn import clock
from tests.quizzes.pages import buttons, words
from tests.quizzes.taking import MINUTE, Taker, course_with, quiz_md
from tests.support.courses import RIGHT, demo_course, lesson


@pytest.fixture
def result(taker, visit):
    """`result(right, wrong, rules…)` gives the result page of an attempt that was just handed in."""

    def make(right: int, wrong: int = 0, **rules: object) -> str:
        somebody = taker(**rules)
        attempt_id = somebody.finish(right=right, now=clock.now(), wrong=wrong)
        return visit(somebody.person).get(f"/attempts/{attempt_id}/result").text

    return make


def test_the_score_stands_beside_the_passing_score(result):
    page = words(result(2, passing_score=60))

    assert "66 dari 100, batas kelulusan 60" in page
    assert "2 dari 3 poin" in page
    assert "Lulus" in page


def test_not_passed_is_said_kindly(result):
    page = words(result(1, 2))

    assert "Belum lulus" in page
    assert "gagal" not in page.lower()


def test_the_result_says_what_was_right_and_why(result):
    page = words(result(1, 2))

    assert page.count("Pilihan Anda, benar") == 1
    assert page.count("Pilihan Anda, belum tepat") == 2
    assert page.count("Jawaban yang benar") == 2
    assert "Bagian 2 menjelaskannya." in page


def test_the_result_gives_the_feedback_of_the_chosen_option_alone(result):
    page = words(result(1, 1))

    assert "Lihat lagi bagian 2." in page
    assert "Lihat lagi bagian 3." not in page


def test_a_question_left_out_is_named_so(result):
    assert words(result(1)).count("Soal ini tidak Anda jawab.") == 2


@pytest.mark.parametrize(("rule", "right"), [("after_pass", 0), ("never", 3)])
def test_answers_stay_hidden_where_the_rule_says_so(result, rule, right):
    page = result(right, show_answers=rule)

    assert "menjelaskannya" not in page
    assert "Benar 1" not in page


def test_the_page_says_when_hidden_answers_will_be_shown(result):
    assert "terlihat setelah Anda lulus" in words(result(0, show_answers="after_pass"))


def test_answers_are_shown_after_passing_where_the_rule_says_so(result):
    assert "Bagian 2 menjelaskannya." in words(result(3, show_answers="after_pass"))


def test_every_kind_of_question_is_explained(people, publish, visit):
    somebody = Taker(people.create(), publish(demo_course()))
    attempt_id = somebody.start(clock.now())
    somebody.save(attempt_id, {f"k-{kind}": said for kind, said in RIGHT.items()}, clock.now())
    somebody.submit(attempt_id, clock.now())

    page = words(visit(somebody.person).get(f"/attempts/{attempt_id}/result").text)

    assert len(re.findall(r"Soal \d · 1 dari 1 poin", page)) == 7
    assert "belum tepat" not in page.lower()


def test_partly_right_answers_show_their_share(people, publish, visit):
    files = demo_course(passing_score=100)
    files["02-akhir/01-kuis.md"] = files["02-akhir/01-kuis.md"].replace(
        "minutes: 9", "minutes: 9\ncredit: proportional"
    )
    somebody = Taker(people.create(), publish(files))
    attempt_id = somebody.start(clock.now())
    somebody.save(attempt_id, {"k-rumpang": ("didengarkan", "salah")}, clock.now())
    somebody.submit(attempt_id, clock.now())

    page = words(visit(somebody.person).get(f"/attempts/{attempt_id}/result").text)

    assert "0,5 dari 7 poin" in page
    assert "Sebagian sudah benar" in page


def _missed_s2(people, publish, explanation):
    quiz = quiz_md().replace("> Bagian 2 menjelaskannya.", f"> {explanation}")
    somebody = Taker(people.create(), publish(course_with(quiz)))
    attempt_id = somebody.start(clock.now())
    somebody.save(attempt_id, {"s1": "Benar 1", "s2": "Salah 2", "s3": "Benar 3"}, clock.now())
    somebody.submit(attempt_id, clock.now())
    return somebody, f"/attempts/{attempt_id}/result"


def test_what_to_read_again_is_linked(people, publish, visit):
    somebody, address = _missed_s2(people, publish, "Baca [lagi](02-dengar.md).")

    page = visit(somebody.person).get(address).text

    assert "Baca ulang" in words(page)
    assert page.count('class="unit" href="/courses/kursus/mulai/dengar/"') == 1
    assert 'class="unit" href="/courses/kursus/mulai/sapa/"' not in page


def test_what_to_read_again_is_linked_where_it_stands_now(people, publish, visit):
    somebody, address = _missed_s2(people, publish, "Baca [lagi](02-dengar.md).")
    moved = course_with(quiz_md())
    del moved["01-mulai/02-dengar.md"]
    moved["02-lanjut/01-menyimak.md"] = lesson("Menyimak", formerly="[mulai/dengar]")
    publish(moved)

    page = visit(somebody.person).get(address).text

    assert 'class="unit" href="/courses/kursus/lanjut/menyimak/"' in page


def test_a_lesson_that_is_gone_is_not_named_to_be_read_again(people, publish, visit):
    somebody, address = _missed_s2(people, publish, "Baca [lagi](02-dengar.md).")
    less = course_with(quiz_md())
    del less["01-mulai/02-dengar.md"]
    publish(less)

    assert "Baca ulang" not in words(visit(somebody.person).get(address).text).replace("Baca ulang bagian", "")


def test_the_next_attempt_is_one_tap_away(result):
    assert buttons(result(0)) == ["Mulai percobaan ke-2"]


def test_the_result_says_when_the_next_attempt_opens(result):
    page = words(result(0, wait_minutes=60))

    assert re.search(r"Percobaan berikutnya terbuka .*\d\d\.\d\d WIB\.", page)


def test_without_attempts_left_the_result_says_whom_to_ask(result):
    assert "Semua percobaan sudah Anda pakai." in words(result(0, attempts=1))


def test_after_passing_the_next_unit_is_one_tap_away(people, publish, visit):
    files = {**course_with(quiz_md()), "02-lagi/01-penutup.md": "# Penutup\n\nSampai jumpa.\n"}
    somebody = Taker(people.create(), publish(files))
    attempt_id = somebody.finish(right=3, now=clock.now())

    assert buttons(visit(somebody.person).get(f"/attempts/{attempt_id}/result").text) == ["Lanjut: Penutup"]


def test_the_result_of_a_quiz_that_is_gone_is_still_shown_by_its_paper(people, publish, visit):
    somebody = Taker(people.create(), publish(course_with(quiz_md())))
    attempt_id = somebody.finish(right=1, now=clock.now(), wrong=1)
    publish(course_with(lesson("Penutup")))

    page = words(visit(somebody.person).get(f"/attempts/{attempt_id}/result").text)

    assert "Soal nomor 1?" in page
    assert "Belum lulus" in page


def test_an_old_result_reads_as_it_did_whatever_is_published_later(people, publish, visit):
    somebody = Taker(people.create(), publish(course_with(quiz_md())))
    attempt_id = somebody.finish(right=1, now=clock.now() - MINUTE, wrong=1)
    publish(course_with(quiz_md(wording=" yang baru")))

    page = words(visit(somebody.person).get(f"/attempts/{attempt_id}/result").text)

    assert "Soal nomor 1?" in page
    assert "yang baru" not in page
