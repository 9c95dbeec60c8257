"""Front matter: keys and their Indonesian aliases, kinds of values, defaults."""

from datetime import date

import pytest

from elearn.coursetext.parse.keys import KEYS, FileKind, ValueKind
from elearn.domain.course import CertificateRule, Competency, Credit, Draw, QuizRules, ShowAnswers, UnitKind
from tests.coursetext.mistakes import singles
from tests.coursetext.writing import ANSWERED, codes, lesson, loaded

ENGLISH = """---
title: Pelayanan prima
jp: 3
organizer: BKPSDM
competency: sociocultural
training_kind: Bimtek
summary: Satu kalimat.
passing_score: 80
certificate: approval
prerequisites: [berakhlak]
legal_basis: [UU 25/2009, PP 96/2012]
valid_as_of: 2026-11-24
review_due: 2027-11-24
reviewed_by: Ibu Rina
authors: [Pak Budi]
language: id
tags: [loket, warga]
---
teks
"""
INDONESIAN = """---
Judul: Pelayanan prima
jam pelajaran: 3
penyelenggara: BKPSDM
kompetensi: sosiokultural
jenis-pelatihan: Bimtek
ringkasan: Satu kalimat.
lulus: 80
sertifikat: persetujuan
prasyarat: [berakhlak]
dasar hukum:
- UU 25/2009
- PP 96/2012
berlaku_per: 2026-11-24
tinjau_lagi: "2027-11-24"
ditinjau_oleh: Ibu Rina
penulis: Pak Budi
bahasa: id
label: [loket, warga]
---
teks
"""


def quiz(lines, text=""):
    files = {"01-loket/02-kuis.md": f"---\ntitle: Kuis\n{lines}---\n{text}", "bank/loket.md": singles([0, 1, 2])}
    return loaded(files).course.units[1]


def test_every_key_of_a_course_is_read():
    course = loaded({"course.md": ENGLISH}).course

    assert (course.title, course.jp, course.organizer, course.training_kind) == (
        "Pelayanan prima",
        3,
        "BKPSDM",
        "Bimtek",
    )
    assert (course.competency, course.certificate) == (Competency.SOCIOCULTURAL, CertificateRule.APPROVAL)
    assert (course.summary, course.prerequisites) == ("Satu kalimat.", ("berakhlak",))
    assert course.legal_basis == ("UU 25/2009", "PP 96/2012")
    assert (course.valid_as_of, course.review_due) == (date(2026, 11, 24), date(2027, 11, 24))
    assert (course.reviewed_by, course.authors, course.tags) == ("Ibu Rina", ("Pak Budi",), ("loket", "warga"))


def test_indonesian_keys_say_the_same():
    assert loaded({"course.md": INDONESIAN}).course == loaded({"course.md": ENGLISH}).course


def test_what_is_left_out_has_its_default():
    course = loaded().course

    assert (course.competency, course.training_kind) == (Competency.TECHNICAL, "Kursus")
    assert (course.certificate, course.language) == (CertificateRule.AUTOMATIC, "id")
    assert (course.valid_as_of, course.reviewed_by, course.organizer) == (None, "", "")


def test_a_key_without_a_value_has_its_default():
    text = "---\ntitle: A\njp: 3\nreviewed_by:\ntags:\nvalid_as_of:\n---\nteks\n"

    result = loaded({"course.md": text})

    assert codes(result) == []
    assert (result.course.reviewed_by, result.course.tags, result.course.valid_as_of) == ("", (), None)


@pytest.mark.parametrize(
    ("written", "read"),
    [("No", "No"), ("2026", "2026"), ("1.50", "1.50"), ("~", "~"), ('"a: b"', "a: b"), ("2026-11-24", "2026-11-24")],
)
def test_a_title_is_the_text_that_was_typed(written, read):
    assert loaded({"course.md": f"---\ntitle: {written}\njp: 3\n---\nteks\n"}).course.title == read


def test_the_summary_is_the_first_sentence_of_the_text_by_default():
    assert loaded().course.summary == "Untuk semua petugas loket."


def test_a_long_first_sentence_is_cut_between_words():
    course = loaded({"course.md": f"---\ntitle: A\njp: 3\n---\n{'kata ' * 100}\n"}).course

    assert len(course.summary) <= 200
    assert course.summary.endswith("kata…")


def test_a_quiz_has_its_rules():
    unit = quiz(
        "kind: quiz\npassing_score: 80\nattempts: 3\nwait_minutes: 10\ntime_limit: 20\ndraw: {bank/loket: 2}\n"
        "shuffle: false\ncredit: proportional\nshow_answers: after_pass\n"
    )

    assert unit.kind is UnitKind.QUIZ
    assert unit.quiz == QuizRules(
        80, 3, 10, 20, (Draw("loket", 2),), False, Credit.PROPORTIONAL, ShowAnswers.AFTER_PASS
    )


def test_a_quiz_in_indonesian_has_the_same_rules():
    unit = quiz(
        "jenis: kuis\nlulus: 80\npercobaan: 3\njeda_menit: 10\nbatas_waktu: 20\nambil: {bank/01-loket.md: 2}\n"
        "acak: tidak\npenilaian: sebanding\ntampilkan_jawaban: setelah_lulus\n"
    )

    assert unit.quiz == QuizRules(
        80, 3, 10, 20, (Draw("loket", 2),), False, Credit.PROPORTIONAL, ShowAnswers.AFTER_PASS
    )


def test_a_quiz_draws_a_number_of_its_own_questions():
    text = f"## ? Siapa?\n\n{ANSWERED}\n## ? Di mana?\n\n{ANSWERED}"

    assert quiz("kind: quiz\ndraw: 1\n", text).quiz.draw == (Draw("", 1),)


def test_a_quiz_without_a_passing_score_has_that_of_its_course():
    course = "---\ntitle: A\njp: 3\npassing_score: 85\n---\nteks\n"
    files = {"course.md": course, "01-loket/02-kuis.md": f"---\ntitle: K\nkind: quiz\n---\n## ? Siapa?\n\n{ANSWERED}"}

    assert loaded(files).course.units[1].quiz.passing_score == 85


def test_a_lesson_may_be_left_out_and_have_its_own_minutes():
    unit = lesson("---\nwajib: tidak\nmenit: 7\n---\n# Judul\n\nteks\n").course.units[0]

    assert (unit.required, unit.minutes) == (False, 7)


def test_no_alias_means_two_keys():
    names = [name for key in KEYS for name in (key.name, *key.aliases)]

    assert len(names) == len(set(names))


def test_every_key_has_an_indonesian_alias():
    assert [key.name for key in KEYS if not key.aliases] == []


@pytest.mark.parametrize("key", [key for key in KEYS if key.kind is ValueKind.CHOICE], ids=lambda key: key.name)
def test_every_choice_has_an_indonesian_alias(key):
    assert all(key.choices.values())


@pytest.mark.parametrize("key", [key for key in KEYS if FileKind.COURSE in key.files], ids=lambda key: key.name)
def test_whatever_kind_of_value_a_key_gets_is_read_or_said(key):
    for value in ("[]", "{}", "[{a: b}]", "{a: [b]}", "''", "-1", "99999999999", "0x1", "é" * 600):
        course = "---\ntitle: A\njp: 3\n---\nteks\n".replace("jp: 3\n", f"jp: 3\n{key.name}: {value}\n")

        result = loaded({"course.md": course})

        assert result.course or result.findings
