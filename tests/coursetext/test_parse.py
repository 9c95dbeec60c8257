"""Text in its pieces: front matter, prose, the reach of a question, code, definitions."""

from elearn.coursetext.parse.source import read_source
from elearn.coursetext.parse.structure import read_structure
from elearn.domain.course import Question
from tests.coursetext.writing import ANSWERED, lesson, places


def structure(text):
    return read_structure("pelajaran.md", read_source("pelajaran.md", text.encode()).lines)


def kinds_of_parts(result):
    return ["soal" if isinstance(part, Question) else "teks" for part in result.course.units[0].parts]


def test_a_heading_with_a_question_mark_begins_a_question_at_any_level():
    pieces = structure("# ? Satu\n## ? Dua\n##### ? Lima\n")

    assert [block.heading.text for block in pieces.questions] == ["Satu", "Dua", "Lima"]


def test_a_heading_that_only_ends_in_a_question_mark_asks_nothing():
    pieces = structure("## Mengapa menyapa?\n")

    assert pieces.questions == ()


def test_a_question_ends_at_the_next_heading():
    pieces = structure("## ? Satu\n- = a\n## Lanjutan\nteks\n")

    assert [line.text for line in pieces.questions[0].lines] == ["- = a"]


def test_a_question_ends_at_a_rule_and_the_lesson_goes_on():
    result = lesson(f"# Judul\n\nSebelum.\n\n## ? Siapa? {{#siapa}}\n\n{ANSWERED}\n---\n\nSesudah.\n")

    assert kinds_of_parts(result) == ["teks", "soal", "teks"]
    assert result.course.units[0].parts[2] == "<p>Sesudah.</p>"


def test_a_question_in_a_fence_is_no_question():
    pieces = structure("```\n## ? Bukan soal\n```\n## ? Soal\n")

    assert [block.whole.number for block in pieces.questions] == [4]


def test_a_fence_closes_only_with_its_own_sign():
    pieces = structure("````\n```\n## ? Bukan\n~~~\n````\n## ? Soal\n")

    assert [block.whole.number for block in pieces.questions] == [6]


def test_a_question_directly_below_a_paragraph_stands_apart_from_it():
    result = lesson(f"# Judul\nSebelum.\n## ? Siapa?\n{ANSWERED}")

    assert kinds_of_parts(result) == ["teks", "soal"]


def test_a_question_below_a_list_stands_apart_from_it():
    result = lesson(f"# Judul\n\n- satu\n- dua\n## ? Siapa?\n{ANSWERED}")

    assert kinds_of_parts(result) == ["teks", "soal"]


def test_a_footnote_below_a_question_belongs_to_the_lesson():
    result = lesson(f"# Judul\n\nAda catatan[^1].\n\n## ? Siapa?\n\n{ANSWERED}\n[^1]: Catatan itu.\n")

    assert "Catatan itu." in result.course.units[0].parts[1 + 1]


def test_a_link_defined_anywhere_in_the_file_serves_its_questions():
    text = f"# Judul\n\nteks\n\n## ? Siapa?\n\n{ANSWERED}>\n> Baca [di sini][a].\n\n[a]: https://tangerangselatankota.go.id\n"

    result = lesson(text)

    assert 'href="https://tangerangselatankota.go.id"' in result.course.units[0].questions[0].explanation


def test_an_abbreviation_is_explained_in_questions_too():
    text = "# Judul\n\n## ? Apa itu?\n\nKepanjangan SKM.\n\n- = survei\n\n> Ya.\n\n*[SKM]: Survei Kepuasan\n"

    result = lesson(text)

    assert '<abbr title="Survei Kepuasan">SKM</abbr>' in result.course.units[0].questions[0].stem


def test_what_is_wrong_below_front_matter_and_questions_has_its_true_line():
    text = f"---\ntitle: Judul\n---\nteks\n\n## ? Siapa?\n\n{ANSWERED}\n---\n\nlihat [ini](tidak-ada.md)\n"

    result = lesson(text)

    assert places(result, "broken-link") == [
        ("01-loket/01-menyapa.md", text.split("\n").index("lihat [ini](tidak-ada.md)") + 1)
    ]


def test_what_is_wrong_in_feedback_has_its_true_line():
    result = lesson(
        "# Judul\n\n## ? Siapa?\n\n- [x] Warga\n  > Baca\n  > [ini](tidak-ada.md).\n- [ ] Rekan\n- [ ] Tamu\n\n> Ya.\n"
    )

    assert places(result, "broken-link") == [("01-loket/01-menyapa.md", 7)]


def test_what_is_wrong_in_an_explanation_has_its_true_line():
    result = lesson("# Judul\n\n## ? Siapa?\n\n- = Warga\n\n> Ya.\n>\n> Baca [ini](tidak-ada.md).\n")

    assert places(result, "broken-link") == [("01-loket/01-menyapa.md", 9)]


def test_one_rule_after_another_makes_no_heading():
    result = lesson(f"# Judul\n\n## ? Siapa?\n\n{ANSWERED}\n---\n---\n\nteks\n")

    assert result.findings == ()


def test_a_question_caught_in_html_is_said_and_not_lost():
    result = lesson(f"# Judul\n\n<details>\n\n## ? Siapa?\n\n{ANSWERED}\n---\n\n</details>\n")

    assert places(result, "question-inside") == [("01-loket/01-menyapa.md", 5)]


def test_the_first_top_heading_is_the_title_and_not_repeated_in_the_text():
    result = lesson("# Menyapa *warga*\n\nteks\n")

    assert result.course.units[0].title == "Menyapa warga"
    assert result.course.units[0].parts == ("<p>teks</p>",)


def test_a_title_in_front_matter_wins_over_the_heading():
    result = lesson("---\njudul: Dari atas\n---\n# Dari teks\n\nteks\n")

    assert result.course.units[0].title == "Dari atas"
    assert places(result, "two-titles") == [("01-loket/01-menyapa.md", 4)]


def test_a_byte_order_mark_and_any_line_end_read_the_same():
    plain = lesson("---\ntitle: Judul\n---\nteks\n\n- satu\n- dua\n").course
    windows = lesson("\ufeff---\r\ntitle: Judul\r\n---\r\nteks\r\n\r\n- satu\r\n- dua\r\n").course

    assert windows == plain


def test_a_lesson_of_one_part_has_no_marks_left_in_its_text():
    result = lesson(f"# Judul\n\nteks\n\n## ? Siapa?\n\n{ANSWERED}")

    assert "\ue000" not in "".join(part for part in result.course.units[0].parts if isinstance(part, str))
