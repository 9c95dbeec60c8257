"""Aiken in, however people write it."""

import pytest

from elearn.coursetext.convert.aiken import read_aiken

SAMPLE = """\ufeffApa warna bendera?
A. Merah putih
B) Biru
ANSWER: A

Manakah *dua*
warna?

a) merah
b. biru yang
sangat tua
c) meja

answer: a, b

Tanpa kunci?
A. satu
B. dua

K.H. Samin bukan pilihan?
A. ya
B. tidak
Jawaban: b.
D. Lain
A. x
ANSWER: C
""".replace("\n", "\r\n")


def read(text):
    return read_aiken("soal.txt", text.encode())


def test_questions_are_read_however_their_letters_are_written():
    first, second, third = read(SAMPLE).questions

    assert [(option.text, option.correct) for option in first.options] == [("Merah putih", True), ("Biru", False)]
    assert second.stem == "Manakah \\*dua\\* warna?"
    assert [option.text for option in second.options if option.correct] == ["merah", "biru yang sangat tua"]
    assert third.stem == "K.H. Samin bukan pilihan?"


def test_what_cannot_be_read_is_named_with_its_line():
    assert [(finding.code, finding.line) for finding in read(SAMPLE).findings] == [
        ("import-no-key", 16),
        ("import-broken", 26),
    ]


@pytest.mark.parametrize("text", ["", "A. x", "ANSWER: A", "hanya teks\n\nlagi", "A. a\n" * 50_000])
def test_a_file_without_a_question_says_so(text):
    assert read(text).findings


def test_a_letter_that_is_left_out_leaves_the_question_out():
    imported = read("Kota?\nA. Serang\nB. Bandung\nD. Medan\nANSWER: A\n\nLagi?\nA. ya\nB. tidak\nANSWER: B")

    assert [question.stem for question in imported.questions] == ["Lagi?"]
    assert [(each.code, each.line, each.values["due"]) for each in imported.findings] == [("import-letters", 4, "C")]


def test_two_options_of_one_letter_leave_the_question_out():
    imported = read("Kota?\nA. Serang\nA. Bandung\nB. Medan\nANSWER: A")

    assert (imported.questions, [each.code for each in imported.findings]) == ((), ["import-letters"])


def test_an_option_before_the_first_letter_leaves_the_question_out():
    imported = read("Kota?\nB. Bandung\nA. Serang\nANSWER: A")

    assert [(each.code, each.line) for each in imported.findings] == [("import-letters", 2)]


@pytest.mark.parametrize("after", ["AA. lagi", "A. lagi", "ab) lagi"])
def test_more_options_than_letters_leave_the_question_out(after):
    letters = "".join(f"{letter}. pilihan {letter}\n" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    imported = read(f"Kota?\n{letters}{after}\nANSWER: A")

    assert [(each.code, each.line) for each in imported.findings] == [("import-many", 28)]


def test_feedback_below_the_key_becomes_the_explanation():
    first, second = read("Satu?\nA. ya\nB. tidak\nANSWER: A\nFEEDBACK: hei\nDua?\nA. ya\nB. tidak\nANSWER: B").questions

    assert (first.explanation, second.stem) == ("hei", "Dua?")


def test_other_notes_below_the_key_are_named():
    imported = read("Satu?\nA. ya\nB. tidak\nANSWER: A\nPOINTS: 2\n\nDua?\nA. ya\nB. tidak\nANSWER: B")

    assert [question.stem for question in imported.questions] == ["Satu?", "Dua?"]
    assert [(each.code, each.line) for each in imported.findings] == [("import-setting", 5)]


def test_options_of_the_same_words_are_kept_once_and_named():
    imported = read("Satu?\nA. ya\nB. tidak\nC. tidak\nANSWER: A")

    assert [option.text for option in imported.questions[0].options] == ["ya", "tidak"]
    assert [(each.code, each.line) for each in imported.findings] == [("import-twice", 4)]


def test_a_question_with_one_option_is_said_to_lack_another():
    imported = read("Kota?\nA. Serang\nANSWER: A")

    assert (imported.questions, [each.code for each in imported.findings]) == ((), ["import-one-option"])
