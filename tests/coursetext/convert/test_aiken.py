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
