"""GIFT in and out: every construct is converted or named with its line, and what is exported comes back."""

from decimal import Decimal
from pathlib import Path
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from elearn.coursetext.convert.gift_read import read_gift
from elearn.coursetext.convert.gift_write import sayable, write_gift
from elearn.coursetext.convert.question import SourceQuestion
from elearn.coursetext.convert.settle import settled
from elearn.domain.course import BLANK, QuestionKind, Range
from tests.coursetext.convert.asking import SIGNS, questions, several

SAMPLE = (Path(__file__).parent / "moodle-docs.gift").read_bytes()
patient = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def gift(text):
    return read_gift("soal.gift", text.encode() if isinstance(text, str) else text)


def one(text):
    (question,) = gift(text).questions
    return question


def said(imported):
    return [(finding.code, finding.line) for finding in imported.findings]


@patient
@given(several(questions()))
def test_exported_questions_come_back_the_same(asked):
    kept = tuple(each for each in map(settled, asked) if sayable(each))

    imported = gift(write_gift(asked, "bank/soal.md").data)

    assert imported.questions == kept


def test_a_side_of_a_pair_that_looks_like_a_weight_comes_back():
    pairs = (("%50%", "separuh"), ("%100% hadir", "%0%"))
    asked = settled(SourceQuestion(QuestionKind.MATCHING, "Pasangkan", pairs=pairs))

    imported = gift(write_gift([asked], "bank/soal.md").data)

    assert [question.pairs for question in imported.questions] == [asked.pairs]


@patient
@given(some.lists(some.sampled_from((*SIGNS, "\n", "\n\n", "{", "}", "{#", "=", "~", "->", "::a::")), max_size=30))
def test_any_text_gives_questions_or_findings(signs):
    imported = gift(" ".join(signs))

    assert imported.questions or imported.findings
    assert all(finding.line >= 1 for finding in imported.findings)


def test_every_construct_of_the_documentation_is_converted_or_named():
    imported = gift(SAMPLE)

    assert " ".join(question.kind for question in imported.questions) == (
        "single single single multiple number number number short short matching blanks single single single single"
    )
    assert said(imported) == [
        ("import-weight", 12),
        ("import-feedback", 30),
        ("import-feedback", 31),
        ("import-weight", 31),
        ("import-answer", 36),
        ("import-weight", 36),
        ("import-answer", 42),
        ("import-kind", 49),
        ("import-description", 51),
        ("import-broken", 59),
        ("import-broken", 61),
        ("import-number", 63),
        ("import-no-key", 65),
    ]


@pytest.mark.parametrize("change", [lambda data: data.replace(b"\n", b"\r\n"), lambda data: b"\xef\xbb\xbf" + data])
def test_line_ends_and_a_byte_order_mark_change_nothing(change):
    assert gift(change(SAMPLE)) == gift(SAMPLE)


def test_utf_16_with_its_mark_is_read():
    assert gift(SAMPLE.decode().encode("utf-16")).questions == gift(SAMPLE).questions


def test_bytes_that_are_no_text_are_said_to_be():
    assert said(gift(b"a\n\xff\xe9{T}")) == [("import-encoding", 2)]


def test_categories_stay_with_their_questions():
    assert [question.category for question in gift(SAMPLE).questions][3:5] == [
        "$course$/top/Tokoh",
        "$course$/top/Angka",
    ]


def test_the_feedback_of_true_and_false_goes_to_the_option_that_it_is_about():
    question = one("Matahari terbit di barat.{FALSE#Salah, di timur.#Tepat!####Di timur.}")

    assert [(option.text, option.correct, option.feedback) for option in question.options] == [
        ("Benar", False, "Salah, di timur."),
        ("Salah", True, "Tepat!"),
    ]
    assert question.explanation == "Di timur."


def test_escaped_signs_are_text():
    question = one("[plain]a? {=a\\=b\\{c\\}\\: \\~ \\# \\\\ ~x}")

    assert question.options[0].text == "a=b\\{c\\}: \\~ # \\\\"


def test_a_short_answer_in_a_sentence_is_a_blank():
    question = one("Berdiri tahun {=2008 =dua ribu delapan} sebagai kota.")

    assert question.stem == f"Berdiri tahun {BLANK.format(1)} sebagai kota."
    assert question.blanks == (("2008", "dua ribu delapan"),)


def test_options_in_a_sentence_leave_a_line_in_it():
    assert one("Ada di {~Jawa =Banten} ya.").stem == "Ada di \\_\\_\\_\\_\\_ ya."


@pytest.mark.parametrize(
    ("key", "low", "high"),
    [
        ("#5", "5", "5"),
        ("#5:0.5", "4.5", "5.5"),
        ("#-1..2,5", "-1", "2.5"),
        ("#1e3:0", "1000", "1000"),
        ("#.5", ".5", ".5"),
    ],
)
def test_numbers_with_tolerance_and_ranges_are_read(key, low, high):
    assert one(f"Berapa? {{{key}}}").ranges == (Range(Decimal(low), Decimal(high)),)


def test_html_is_turned_into_markdown():
    question = gift(SAMPLE).questions[-3]

    assert question.stem == "Rumus air?\n\n- cair"
    assert question.options[0].text == "H<sub>2</sub>O"
    assert question.options[0].feedback == "*ya*"


def test_a_question_that_gift_has_no_kind_for_is_named():
    ordering = SourceQuestion(QuestionKind.ORDERING, "Urutkan", items=("a", "b"))

    exported = write_gift([ordering], "bank/soal.md")

    assert (exported.data, [finding.code for finding in exported.findings]) == (b"", ["export-kind"])


def test_a_huge_file_is_read_in_time_that_grows_with_it():
    small, large = (_time_for(SAMPLE * copies) for copies in (40, 160))

    assert large < 4 * small * 2.5


HOSTILE = ["{" * 300_000, "a{=" + "b=" * 200_000 + "}", "::" * 200_000, "\\" * 300_001, "a{#" * 90_000]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_made_to_keep_the_reader_busy_is_done_with_soon(text):
    assert _time_for(text.encode()) < 8


def _time_for(data):
    begun = process_time()
    gift(data)
    return process_time() - begun
