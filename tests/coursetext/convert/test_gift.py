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
        ("import-wrong", 20),
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


@pytest.mark.parametrize("data", [b"a\n\x00\xff\xe9{T}", b"\xff\xfea", b"PK\x03\x04\x14\x00\xff"])
def test_bytes_that_are_no_text_are_said_to_be(data):
    assert [finding.code for finding in gift(data).findings] == ["import-encoding"]


def test_windows_1252_is_read_and_what_it_changed_is_shown():
    imported = gift("Siapa penulis “Salah Asuhan”? {=Abdoel Moeis – ya ~Rosihan Anwar}\n\nKafé? {T}".encode("cp1252"))

    assert imported.questions[0].stem == "Siapa penulis “Salah Asuhan”?"
    assert imported.questions[1].stem == "Kafé?"
    assert [(each.code, each.line, each.values) for each in imported.findings] == [
        ("import-legacy", 1, {"count": 2, "sample": "“Salah, Asuhan”, –, Kafé"})
    ]


def test_lines_of_both_encodings_are_each_read_in_theirs():
    imported = gift("Café satu? {T}\n\n".encode() + "Café dua? {T}".encode("latin-1"))

    assert [question.stem for question in imported.questions] == ["Café satu?", "Café dua?"]
    assert said(imported) == [("import-legacy", 3)]


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


def test_an_empty_option_is_left_out_and_named():
    imported = gift("Apa?\n{=a\n~\n~b}")

    assert [option.text for option in imported.questions[0].options] == ["a", "b"]
    assert said(imported) == [("import-blank", 3)]


def test_an_option_that_stands_there_twice_is_kept_once_and_named():
    imported = gift("Apa?\n{=a\n~b\n~B}")

    assert [option.text for option in imported.questions[0].options] == ["a", "b"]
    assert said(imported) == [("import-twice", 4)]


def test_an_option_that_is_right_and_wrong_leaves_its_question_out():
    imported = gift("Apa?\n{=a\n~a\n~b}")

    assert (imported.questions, said(imported)) == ((), [("import-same", 3)])


def test_a_left_side_with_two_partners_leaves_its_question_out():
    assert said(gift("Jodohkan\n{=a -> x =a -> y =b -> z}")) == [("import-same", 1)]


def test_signs_in_the_attributes_of_a_tag_are_text_though_nobody_escaped_them():
    imported = gift('Mana? {=Ini <img src="x.png" alt="a~b#c"> ya ~Itu}')

    assert [option.text for option in imported.questions[0].options] == ["Ini ![a\\~b#c](../media/x.png) ya", "Itu"]
    assert said(imported) == [("import-picture", 1)]


def test_a_sign_that_cuts_a_word_among_spaced_answers_is_named():
    imported = gift("Rumus?\n{=y sama\n~x=2 saja\n~z}")

    assert ("import-split", 3) in said(imported)


def test_answers_that_all_stand_without_spaces_are_no_cut_words():
    assert said(gift("Apa? {=a~b~c}")) == []


def test_a_title_becomes_the_identity():
    assert one("::Ibu kota Banten:: Apa? {T}").id == "ibu-kota-banten"


@pytest.mark.parametrize("start", ["// [id:a1]\n::Judul lain::", "::" + "kata yang panjang " * 6 + "::"])
def test_a_title_that_cannot_be_the_identity_is_named(start):
    assert [finding.code for finding in gift(f"{start} Apa? {{T}}").findings] == ["import-title"]


@pytest.mark.parametrize("weight", [-50, 0, -100])
def test_what_wrong_options_take_away_is_said_once(weight):
    imported = gift(f"Dua? {{\n~%50%A\n~%50%B\n~%{weight}%C\n~%{weight}%D}}")

    assert [(each.code, each.line, each.values["weights"]) for each in imported.findings] == [
        ("import-wrong", 4, f"{weight}%")
    ]


@pytest.mark.parametrize("key", ["=8 ~%0%*", "#=8 ~", "#=8 =%0%*", "=8 =%0%*"])
def test_what_catches_every_other_answer_is_nothing_to_name(key):
    imported = gift(f"Jam? {{{key}}}") if "~" not in key or "#" in key else gift(f"Jam? {{{key.replace('~', '=')}}}")

    assert (len(imported.questions), said(imported)) == (1, [])


def test_pairs_that_begin_with_a_percentage_keep_it():
    assert one("Jodohkan {=%50% gula -> manis =asam -> pahit}").pairs[0] == ("%50% gula", "manis")


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


def test_a_question_that_gift_has_no_kind_for_is_a_comment_and_named():
    blanks = SourceQuestion(
        QuestionKind.BLANKS, f"Dari {BLANK.format(1)} ke {BLANK.format(2)} [tag:a]", blanks=(("a",), ("b",))
    )

    exported = write_gift([blanks, SourceQuestion(QuestionKind.SHORT, "Lagi?", accepted=("a",))], "bank/soal.md")

    assert "// ## ? Dari [[a]] ke [[b]]" in exported.data.decode()
    assert "tidak ada di GIFT" in exported.data.decode().split("\n")[0]
    assert [finding.code for finding in exported.findings] == ["export-kind"]
    assert [(question.stem, said(gift(exported.data))) for question in gift(exported.data).questions] == [("Lagi?", [])]


def test_an_order_is_written_as_pairs_of_items_and_numbers():
    ordering = SourceQuestion(QuestionKind.ORDERING, "Urutkan", items=("satu", "dua"))

    exported = write_gift([ordering], "bank/soal.md")

    assert "=satu -> 1\n=dua -> 2" in exported.data.decode()
    assert [finding.code for finding in exported.findings] == ["export-ordering"]
    assert gift(exported.data).questions == (ordering,)


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


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kota? {=Serang->Banten}", "import-one-pair"),
        ("Kota? {~%100%Serang}", "import-one-option"),
        ("::t::{=a ~b}", "import-no-text"),
        ("::t::{=a}", "import-no-text"),
        ("// [tag:ordering]\nUrutkan {=a -> 1}", "import-one-item"),
        ("Kota? {~a ~b}", "import-no-key"),
    ],
)
def test_what_a_question_lacks_is_what_is_said(text, code):
    imported = gift(text)

    assert (imported.questions, [finding.code for finding in imported.findings]) == ((), [code])


@pytest.mark.parametrize("key", ["=a~%-25%b", "=a ~%-25%b ~%-25%c"])
def test_what_a_wrong_option_takes_away_is_named_where_one_is_right(key):
    imported = gift(f"Kota? {{{key}}}")

    assert [(each.code, each.values["weights"]) for each in imported.findings] == [("import-penalty", "25%")]


def test_what_a_wrong_answer_takes_away_is_named_where_it_is_typed():
    assert said(gift("Kota? {=a =%-25%b}")) == [("import-answer", 1)]


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        (r"Luas \\(x^2\\) dan $$y$$? {T}", "Luas $x^2$ dan $$y$$?"),
        (r"Luas \(x^2\) atau \[y\]? {T}", "Luas $x^2$ atau $$y$$?"),
        ("[html]<p>Luas \\\\[\n x \\\\]</p> {T}", "Luas $$x$$"),
        (r"Dari 2\(x\)5 dan \(a\)\(b\) {T}", "Dari &#50;$x$&#53; dan $a$ $b$"),
        (r"[plain]Ketik \(x\) {T}", r"Ketik \\(x\\)"),
        (r"Harga $5 dan $6, atau \(\) {T}", r"Harga \$5 dan \$6, atau \\(\\)"),
    ],
)
def test_formulas_of_moodle_are_formulas_here(text, stem):
    assert one(text).stem == stem


def test_formulas_in_options_and_feedback_are_formulas_too():
    question = one(r"Apa? {=\(a\)#Sebab $$b$$. ~$5}")

    assert [(option.text, option.feedback) for option in question.options] == [("$a$", "Sebab $$b$$."), ("\\$5", "")]


@pytest.mark.parametrize("sign", [r"\(", r"\[", "$$", r"\(x\)"])
def test_signs_of_formulas_without_end_are_done_with_soon(sign):
    assert _time_for((sign * 100_000 + " {T}").encode()) < 8
