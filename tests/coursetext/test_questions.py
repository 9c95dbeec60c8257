"""Questions: the seven kinds, stems, feedback, explanations, attributes, keys."""

from decimal import Decimal

import pytest

from elearn.domain import answers
from elearn.domain.course import BLANK, QuestionKind, Range
from tests.coursetext.writing import draft, question, read

HEAD = "## ? Berapa komponennya?\n\n"


def test_one_tick_makes_a_single_choice():
    asked = question(f"{HEAD}- [ ] 6\n- [x] 14\n- [ ] 12\n")

    assert asked.kind is QuestionKind.SINGLE
    assert [(option.html, option.correct) for option in asked.options] == [("6", False), ("14", True), ("12", False)]


def test_several_ticks_make_a_multiple_choice():
    assert draft(f"{HEAD}- [x] 6\n- [X] 14\n- [ ] 12\n").kind is QuestionKind.MULTIPLE


def test_one_tick_may_be_a_multiple_choice_by_its_attribute():
    assert draft("## ? Mana? {.multiple}\n\n- [x] 6\n- [ ] 12\n").kind is QuestionKind.MULTIPLE


@pytest.mark.parametrize("bullet", ["-", "*", "+"])
def test_any_bullet_begins_an_option(bullet):
    assert len(draft(f"{HEAD}{bullet} [x] 6\n{bullet} [ ] 12\n").options) == 2


def test_each_line_with_an_equals_sign_is_an_accepted_text():
    asked = question(f"{HEAD}- = Tangerang Selatan\n- = Kota Tangerang Selatan\n")

    assert asked.kind is QuestionKind.SHORT
    assert asked.accepted == ("Tangerang Selatan", "Kota Tangerang Selatan")


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("37,5", "37.5", "37.5"),
        ("37,5 ± 0,5", "37", "38"),
        ("37.5 +- 0.5", "37", "38"),
        ("37 +/- 1", "36", "38"),
        ("30..40", "30", "40"),
        ("-5 .. 5", "-5", "5"),
        ("Rp1.500.000", "1500000", "1500000"),
        ("70%", "70", "70"),
    ],
)
def test_a_number_is_accepted_alone_with_a_tolerance_or_as_a_range(written, low, high):
    asked = draft(f"{HEAD}- = {written}\n")

    assert asked.kind is QuestionKind.NUMBER
    assert asked.ranges == (Range(Decimal(low), Decimal(high)),)


@pytest.mark.parametrize("written", ["25/2009", "007", "empat belas", "14 komponen", "1..", "± 3"])
def test_what_is_no_plain_number_is_a_text(written):
    assert draft(f"{HEAD}- = {written}\n").kind is QuestionKind.SHORT


def test_a_number_in_figures_or_in_words_is_a_text():
    assert draft(f"{HEAD}- = 14\n- = empat belas\n").accepted == ("14", "empat belas")


@pytest.mark.parametrize("arrow", ["->", "→", "=>", "-->"])
def test_an_arrow_makes_a_pair(arrow):
    asked = question(f"{HEAD}- Kompeten {arrow} terus belajar\n- Harmonis {arrow} saling peduli\n")

    assert asked.kind is QuestionKind.MATCHING
    assert [(pair.left, pair.right) for pair in asked.pairs] == [
        ("Kompeten", "terus belajar"),
        ("Harmonis", "saling peduli"),
    ]


def test_an_arrow_in_code_parts_nothing():
    asked = draft(f"{HEAD}- `a -> b` -> panah\n- `c` -> huruf\n")

    assert asked.pairs[0].left.text == "`a -> b`"


def test_a_numbered_list_is_an_order():
    asked = question(f"{HEAD}1. Menyapa\n2. Mendengarkan\n3. Menuntaskan\n")

    assert asked.kind is QuestionKind.ORDERING
    assert [item.html for item in asked.items] == ["Menyapa", "Mendengarkan", "Menuntaskan"]


def test_brackets_in_the_text_are_blanks():
    asked = question("## ? Ada [[14|empat belas]] komponen.\n\nEnam di antaranya [[diumumkan]].\n")

    assert asked.kind is QuestionKind.BLANKS
    assert asked.blanks == (("14", "empat belas"), ("diumumkan",))
    assert BLANK.format(1) in asked.stem
    assert BLANK.format(2) in asked.stem


def test_blanks_may_stand_in_a_table():
    asked = question("## ? Lengkapi.\n\n| Layanan | Hari |\n|---|---|\n| Surat | [[1\\|satu]] |\n")

    assert asked.blanks == (("1", "satu"),)
    assert f"<td>{BLANK.format(1)}</td>" in asked.stem


def test_blanks_may_stand_in_a_list():
    asked = question("## ? Lengkapi.\n\n1. Serahkan [[KTP]]\n2. Tunggu [[nomor]]\n")

    assert asked.kind is QuestionKind.BLANKS


def test_brackets_in_code_are_no_blank():
    assert draft("## ? Apa arti `[[x]]`?\n\n- = isian\n").blanks == ()


def test_the_label_of_a_question_tells_no_blank():
    assert question("## ? Ibu kota Banten adalah [[Serang]].\n").label == "Ibu kota Banten adalah …."


def test_the_id_from_a_stem_tells_no_blank():
    assert draft("## ? Ibu kota Banten adalah [[Serang]].\n").id == "ibu-kota-banten-adalah"


def test_paragraphs_and_tables_before_the_answers_belong_to_the_stem():
    asked = question(f"{HEAD}Bu Rina bertanya.\n\n| a | b |\n|---|---|\n| c | d |\n\n- [x] 6\n- [ ] 12\n")

    assert asked.stem.startswith("<p>Berapa komponennya?</p>\n<p>Bu Rina bertanya.</p>")
    assert "<td>c</td>" in asked.stem


def test_a_plain_list_before_the_answers_belongs_to_the_stem():
    asked, wrong = read(f"{HEAD}- Loket buka pagi\n- Biaya gratis\n\n- [x] 6\n- [ ] 12\n")

    assert wrong == []
    assert len(asked.options) == 2


def test_a_line_of_a_paragraph_that_begins_with_a_number_is_no_list():
    asked, wrong = read(f"{HEAD}Jumlahnya menurut Bu Rina\n14. Benarkah?\n\n- = ya\n")

    assert (asked.accepted, wrong) == (("ya",), [])


def test_a_numbered_list_may_follow_a_paragraph_directly():
    assert draft(f"{HEAD}Urutkan.\n1. Menyapa\n2. Menuntaskan\n").kind is QuestionKind.ORDERING


def test_a_quotation_before_the_answers_belongs_to_the_stem():
    asked = question(f"{HEAD}> Kapan surat saya jadi?\n\n- [x] 6\n- [ ] 12\n")

    assert "blockquote" in asked.stem
    assert asked.explanation == ""


def test_a_quotation_under_an_option_is_its_feedback():
    asked = question(f"{HEAD}- [ ] 6\n  > Baru *enam*.\n- [x] 14\n")

    assert [option.feedback for option in asked.options] == ["Baru <em>enam</em>.", ""]


def test_an_indented_quotation_under_the_last_option_is_feedback_not_explanation():
    asked = question(f"{HEAD}- [ ] 6\n- [x] 14\n\n  > Tepat.\n\n> Penjelasan.\n")

    assert asked.options[1].feedback == "Tepat."
    assert asked.explanation == "<p>Penjelasan.</p>"


def test_feedback_may_have_several_paragraphs():
    asked = question(f"{HEAD}- [ ] 6\n  > Satu.\n  >\n  > Dua.\n- [x] 14\n")

    assert asked.options[0].feedback == "<p>Satu.</p>\n<p>Dua.</p>"


def test_a_quotation_after_the_answers_is_the_explanation():
    asked = question(f"{HEAD}- [ ] 6\n- [x] 14\n\n> Enam untuk penyampaian,\n> delapan di dalam.\n\n> Selesai.\n")

    assert asked.explanation == "<p>Enam untuk penyampaian,\ndelapan di dalam.</p>\n<p>Selesai.</p>"


def test_an_explanation_may_begin_with_code():
    asked = question(f"{HEAD}- [ ] 6\n- [x] 14\n\n> ```\n> - [x] pak\n> ```\n>\n> Begitulah.\n")

    assert "- [x] pak" in asked.explanation
    assert asked.explanation.endswith("<p>Begitulah.</p>")
    assert len(asked.options) == 2


def test_a_sign_of_quotation_inside_of_code_is_code():
    asked = question(f"{HEAD}```\n> bukan kutipan\n```\n\n- [ ] 6\n- [x] 14\n")

    assert "&gt; bukan kutipan" in asked.stem
    assert asked.explanation == ""


def test_a_quotation_after_blanks_is_the_explanation():
    asked = question("## ? Lengkapi.\n\nAda [[14]] komponen.\n\n> Enam dan delapan.\n")

    assert asked.explanation == "<p>Enam dan delapan.</p>"
    assert "Enam" not in asked.stem


def test_a_quotation_with_blanks_in_it_belongs_to_the_stem():
    asked = question("## ? Lengkapi.\n\n> Ada [[14]] komponen.\n")

    assert asked.kind is QuestionKind.BLANKS
    assert asked.explanation == ""


def test_an_option_may_go_on_over_lines():
    asked = question(f"{HEAD}- [x] enam\n  untuk penyampaian\n- [ ] dua belas\n")

    assert asked.options[0].html.split() == ["enam", "untuk", "penyampaian"]


def test_blank_lines_between_options_change_nothing():
    loose = question(f"{HEAD}- [x] 6\n\n- [ ] 12\n\n- [ ] 14\n")
    tight = question(f"{HEAD}- [x] 6\n- [ ] 12\n- [ ] 14\n")

    assert loose == tight


def test_attributes_give_id_points_and_fixed_order():
    asked = question("## ? Mana? {#asas-1 .fixed-order points=2}\n\n- [x] 6\n- [ ] 12\n")

    assert (asked.id, asked.points, asked.fixed_order) == ("asas-1", 2, True)
    assert asked.label == "Mana?"


def test_indonesian_attributes_mean_the_same():
    indonesian = draft("## ? Mana? {#a .jamak .urutan-tetap poin=2}\n\n- [x] 6\n- [ ] 12 {.terakhir}\n")
    english = draft("## ? Mana? {#a .multiple .fixed-order points=2}\n\n- [x] 6\n- [ ] 12 {.last}\n")

    assert (indonesian.kind, indonesian.points, indonesian.fixed_order) == (english.kind, 2, True)
    assert indonesian.options[1].last


def test_an_option_may_be_fixed_at_the_end():
    asked = question(f"{HEAD}- [ ] 6\n- [ ] 12\n- [x] Semua benar {{.last}}\n")

    assert [option.last for option in asked.options] == [False, False, True]
    assert asked.options[2].html == "Semua benar"


def test_a_formula_at_the_end_of_an_option_is_no_attribute():
    assert draft(f"{HEAD}- [x] $x_{{2}}$\n- [ ] 12\n").options[0].text[0].text == "$x_{2}$"


def test_hashes_that_close_a_heading_are_no_part_of_the_stem():
    assert draft("## ? Mana? ##\n\n- = a\n").heading.text == "Mana?"


def test_without_an_id_a_question_is_called_after_its_stem():
    assert draft("## ? Berapa **komponen** [standar](../01-a/b.md)?\n\n- = 14\n").id == "berapa-komponen-standar"


def test_keys_of_options_are_the_same_wherever_and_whether_right_they_stand():
    before = question("## ? Mana? {#m}\n\n- [x] Satu\n- [ ] Dua\n- [ ] Tiga\n")
    after = question("## ? Mana? {#m}\n\n- [ ] Tiga\n- [ ]  Dua\n- [x] Satu\n")

    assert {o.html: o.key for o in before.options} == {o.html: o.key for o in after.options}


def test_keys_of_options_differ_between_questions():
    one = question("## ? Mana? {#a}\n\n- [x] Satu\n- [ ] Dua\n")
    other = question("## ? Mana? {#b}\n\n- [x] Satu\n- [ ] Dua\n")

    assert not {option.key for option in one.options} & {option.key for option in other.options}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("- = Tangerang Selatan\n", "  tangerang   selatan. "),
        ("- = 37,5 ± 0,5\n", "37.25"),
        ("- = 30..40\n", "40"),
    ],
)
def test_a_typed_answer_that_fits_the_key_earns_its_points(text, answer):
    assert answers.score(question(f"{HEAD}{text}"), answer) == 1
