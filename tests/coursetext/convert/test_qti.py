"""QTI 2.1 in and out: what is exported comes back, other platforms' items are read, the rest is named."""

import re
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from elearn.coursetext.convert.from_html import HtmlReader
from elearn.coursetext.convert.html import read_html
from elearn.coursetext.convert.markdown import read_questions
from elearn.coursetext.convert.outcome import Outcome
from elearn.coursetext.convert.qti_read import read_qti
from elearn.coursetext.convert.qti_write import write_qti
from elearn.coursetext.convert.question import SourceOption, SourceQuestion
from elearn.coursetext.convert.settle import settled
from elearn.coursetext.convert.xml import read_xml
from elearn.domain.course import BLANK, QuestionKind, Range
from tests.coursetext.convert import qti_items
from tests.coursetext.convert.asking import questions, several, tame

COURSE = Path(__file__).parents[3] / "content" / "pelayanan-prima"
_LINK = re.compile(r"\]\(([^)]*\.md[^)]*)\)")
patient = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

PIECES = (
    "<b>{}</b>", "<i>{}</i>", "{}<sub>2</sub>", "<p>{}</p>", "<ul><li>{}</li><li>dua</li></ul>", "<ol><li>{}</li></ol>",
    "{}<br>{}", "<code>{}</code>", "<pre>{}</pre>", '<a href="https://a.go.id/x?y=1">{}</a>', "<u>{}</u>", "{}",
    "<table><tr><th>A</th><th>{}</th></tr><tr><td>1</td><td>{}</td></tr></table>", "<blockquote>{}</blockquote>",
    "<details><summary>S</summary>{}</details>", "<h3>{}</h3>", "<del>{}</del>",
    '<a href="../01-awal/02-loket.md#isi">{}</a>', '<a href="02-loket.md">{}</a>',
    '<ol><li>{} <math alttext="x^2"/></li><li>{}</li></ol>', "<ol start='3'><li>{}</li><li>a</li></ol>",
    '<div class="admonition note"><p class="admonition-title">{}</p><p>{}</p><ul><li>a</li></ul></div>',
    '<div class="admonition warning"><p>{} <math display="block" alttext="y"/></p></div>',
    "<details><summary>{}</summary><p>{}</p><p>lagi</p></details>",
)  # fmt: skip
WORDS = (
    "kata",
    "5 < 6",
    "a & b",
    "*bintang*",
    "[x]",
    "1. satu",
    "-",
    "= 5",
    "a -> b",
    "$5",
    "|",
    "`",
    "\\",
    "{.last}",
    "é",
    "#",
    "[[a]]",
)


def _html(pair):
    shape, words = pair
    escaped = [word.replace("&", "&amp;").replace("<", "&lt;") for word in words]
    return "".join(part.replace("{}", word) for part, word in zip(shape, escaped, strict=True))


pieces = some.lists(some.tuples(some.sampled_from(PIECES), some.sampled_from(WORDS)), min_size=1, max_size=4)
markup = pieces.map(lambda found: _html(tuple(zip(*found, strict=True))))


def _block(html):
    return HtmlReader(Outcome("x", ours=True)).quoted(read_html(html))


def _line(html):
    return HtmlReader(Outcome("x", ours=True)).line(read_html(html))


lines = markup.map(_line).filter(lambda text: text.strip())


def again(asked, media=None):
    return read_qti("soal.zip", write_qti(asked, "bank/soal.md", media or {}).data)


@patient
@given(several(questions(texts=tame)))
def test_exported_questions_come_back_the_same(asked):
    assert again(asked).questions == tuple(map(settled, asked))


@patient
@given(several(questions(texts=lines)), markup.map(_block))
def test_formatted_questions_come_back_the_same(asked, explanation):
    formatted = [settled(SourceQuestion(QuestionKind.SHORT, "Apa?", accepted=("a",), explanation=explanation)), *asked]

    assert again(formatted).questions == tuple(map(settled, formatted))


def test_pictures_go_along_and_come_back():
    asked = SourceQuestion(QuestionKind.SHORT, "Apa ini?\n\n![Alur](../media/alur.png)", accepted=("alur",))

    imported = again([asked], {"media/alur.png": PNG})

    assert imported.questions == (asked,)
    assert imported.media == {"alur.png": PNG}


def test_every_link_of_a_course_to_its_lessons_comes_back():
    files = COURSE.rglob("*.md")
    asked = [each for path in files for each in read_questions(path.name, path.read_bytes(), None)]

    kept = [_LINK.findall(each.explanation) for each in again(asked).questions]

    assert kept == [_LINK.findall(each.explanation) for each in asked]
    assert sum(map(len, kept)) > 30


def test_a_link_that_leads_nowhere_any_more_is_named():
    asked = SourceQuestion(
        QuestionKind.SHORT, "Apa?", accepted=("a",), explanation="Lihat [tabel](../media/hilang.pdf)."
    )

    exported = write_qti([asked], "bank/soal.md", {})

    assert [(each.code, each.line, each.values["text"]) for each in exported.findings] == [("export-link", 1, "tabel")]


def test_a_file_that_is_linked_goes_along():
    asked = SourceQuestion(QuestionKind.SHORT, "Apa?", accepted=("a",), explanation="Lihat [ini](../media/alur.png).")

    imported = again([asked], {"media/alur.png": PNG})

    assert (imported.questions, imported.media) == ((asked,), {"alur.png": PNG})


_STEMS = {
    "a numbered list with formulas": "Isi.\n\n3. langkah $x^2$ dan {}\n4. langkah [dua](../01-awal/02-loket.md)",
    "a box": 'Isi.\n\n!!! catatan "Ingat **ini**"\n    Rumus $y$.\n\n    - a\n    - b\n\nLalu {}',
    "a box of another kind": 'Isi.\n\n!!! penting "Awas"\n    $$x$$\n\nLalu {}',
    "a fold": 'Isi.\n\n??? "Buka"\n    Satu.\n\n    Dua.\n\nLalu {}',
}


@pytest.mark.parametrize("stem", _STEMS.values(), ids=_STEMS)
def test_what_stands_around_blanks_comes_back_the_same(stem):
    asked = SourceQuestion(QuestionKind.BLANKS, stem.replace("{}", BLANK.format(1)), blanks=(("a",),))

    imported = again([asked])

    assert (imported.questions, imported.findings) == ((asked,), ())


def test_a_formula_in_a_list_that_has_to_stay_html_is_named():
    body = b'<p>Apa?</p><ol><li>a <math alttext="x^2"/></li></ol>'
    imported = read(qti_items.CHOICE.replace(b"<itemBody>", b"<itemBody>" + body))

    assert "import-element" in [each.code for each in imported.findings]
    assert "<li>a x^2</li>" in imported.questions[0].stem


def read(data):
    return read_qti("soal.xml", data)


def one(data):
    (question,) = read(data).questions
    return question


def test_a_choice_with_prompt_and_feedback_is_read():
    question = one(qti_items.CHOICE)

    assert question == SourceQuestion(
        QuestionKind.SINGLE,
        "Lihat *papan* ini.\n\nApa bunyinya?",
        id="tas",
        points=3,
        options=(SourceOption("Jaga tas Anda.", True, "Ya."), SourceOption("Titipkan **tas**.", False, "Bukan.")),
        explanation="Tas dijaga sendiri.",
        fixed_order=True,
    )


def test_what_earns_something_is_right():
    question = one(qti_items.MAPPED)

    assert [(option.text, option.correct, option.last) for option in question.options] == [
        ("Hidrogen", True, False),
        ("Klor", False, False),
        ("Oksigen", True, True),
    ]


def test_order_and_pairs_follow_the_right_response():
    assert one(qti_items.ORDER).items == ("satu", "dua")
    assert one(qti_items.MATCH).pairs == (("Banten", "Serang"), ("Bali", "Denpasar"))


def test_fields_in_a_sentence_are_blanks():
    question = one(qti_items.BLANKS)

    assert question.stem == f"Matahari {BLANK.format(1)}; umur {BLANK.format(2)}."
    assert question.blanks == (("York",), ("25",))


def test_a_number_with_tolerance_is_a_range():
    assert one(qti_items.NUMBER).ranges == (Range(Decimal("3.13"), Decimal("3.16")),)


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (qti_items.CHOICE, "import-dropped", 7),
        (qti_items.MATCH, "import-answer", 10),
        (qti_items.GAP, "import-kind", 3),
        (qti_items.ESSAY, "import-kind", 3),
        (qti_items.TEXT, "import-description", 2),
        (qti_items.OLD, "import-kind", 1),
        (qti_items.BOMB, "import-entities", 1),
        (b"", "xml-empty", 1),
        (b"PK\x03\x04", "archive-broken", 1),
    ],
)
def test_what_has_no_counterpart_is_named_with_its_line(data, code, line):
    assert [(finding.code, finding.line) for finding in read(data).findings] == [(code, line)]


def test_a_package_is_read_in_the_order_of_its_manifest():
    manifest = (
        '<manifest><resources><resource type="imsqti_item_xmlv2p1" href="b/urut.xml"/>'
        '<resource type="imsqti_item_xmlv2p1" href="tas.xml"/><resource type="imsqti_item_xmlv2p1" href="hilang.xml"/>'
        "</resources></manifest>"
    )
    files = {"imsmanifest.xml": manifest.encode(), "tas.xml": qti_items.CHOICE, "b/urut.xml": qti_items.ORDER}

    imported = read(zipped(files))

    assert [question.id for question in imported.questions] == ["urut", "tas"]
    assert [(finding.file, finding.code) for finding in imported.findings] == [
        ("imsmanifest.xml", "import-dropped"),
        ("tas.xml", "import-dropped"),
    ]


def zipped(files):
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for path, data in files.items():
            archive.writestr(path, data)
    return buffer.getvalue()


def test_an_exported_package_is_well_formed_and_complete():
    asked = SourceQuestion(QuestionKind.SHORT, "Apa & *siapa* < kita?", accepted=('a "b" & c',))

    with ZipFile(BytesIO(write_qti([asked], "bank/soal.md", {}).data)) as archive:
        manifest = read_xml(archive.read("imsmanifest.xml"))
        listed = [file.get("href") for file in manifest.within("file")]
        items = [read_xml(archive.read(path)) for path in listed]

    assert set(listed) == set(archive.namelist()) - {"imsmanifest.xml"}
    assert [node.tag for node in items[0].elements()] == [
        "responseDeclaration",
        "outcomeDeclaration",
        "outcomeDeclaration",
        "itemBody",
        "responseProcessing",
    ]


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cf00000002010100c9fe92ef"
    "0000000049454e44ae426082"
)


@patient
@given(several(questions(texts=tame)).filter(bool))
def test_of_what_was_exported_here_nothing_is_lost(asked):
    assert again(asked).findings == ()


def test_formulas_as_tex_in_foreign_items_are_formulas_here():
    data = qti_items.CHOICE.replace(b"<itemBody>", b"<itemBody><p>Luas \\(x^2\\)</p>")

    assert one(data).stem.startswith("Luas $x^2$")
