"""Moodle XML in: every kind that the format has, everything else named with its line, and nothing dangerous read."""

from decimal import Decimal
from pathlib import Path

import pytest

from elearn.coursetext.convert.moodle_xml import read_moodle_xml
from elearn.coursetext.findings import sentence
from elearn.domain.course import BLANK, Range

SAMPLE = (Path(__file__).parent / "moodle-docs.xml").read_bytes()
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE q [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><quiz>&b;</quiz>'
OUTSIDE = b'<!DOCTYPE q [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>'
DOCTYPE = b'<!DOCTYPE quiz SYSTEM "https://contoh.id/quiz.dtd"><quiz/>'


def read(data):
    return read_moodle_xml("soal.xml", data)


def asked(place):
    return read(SAMPLE).questions[place]


def test_every_construct_is_converted_or_named():
    imported = read(SAMPLE)

    assert " ".join(question.kind for question in imported.questions) == (
        "single multiple single short number matching ordering blanks"
    )
    assert [(finding.code, finding.line) for finding in imported.findings] == [
        ("import-title", 6),
        ("import-setting", 12),
        ("import-weight", 14),
        ("import-setting", 16),
        ("import-wrong", 21),
        ("import-answer", 26),
        ("import-setting", 28),
        ("import-answer", 32),
        ("import-feedback", 35),
        ("import-setting", 35),
        ("import-setting", 35),
        ("import-weight", 35),
        ("import-kind", 36),
        ("import-kind", 37),
        ("import-description", 38),
        ("import-kind", 39),
    ]


def test_a_choice_keeps_what_surrounds_it():
    question = asked(0)

    assert question.stem == "Berapa **komponen**?\n\n![Alur](../media/alur.png)"
    assert (question.id, question.points, question.fixed_order) == ("komponen-1", 2, True)
    assert question.explanation == "Enam dan *delapan*."
    assert [(option.text, option.correct, option.feedback) for option in question.options] == [
        ("14", True, "Ya"),
        ("6", False, ""),
        ("\\<12\\>", False, ""),
    ]


def test_a_picture_comes_along():
    assert read(SAMPLE).media == {"alur.png": b"halo"}


def test_lines_end_where_moodle_ends_them():
    assert asked(1).stem == "Mana warna?<br>Pilih dua."


def test_tolerance_makes_a_range():
    assert asked(4).ranges == (Range(Decimal("147.18"), Decimal("147.20")),)


ASKED = (
    '<quiz>\n<question type="{}"><questiontext format="html"><text>Apa ini?</text></questiontext>\n{}</question></quiz>'
)
KEY = '<answer fraction="100"><text>a</text></answer>'


def one(kind, inside):
    return read(ASKED.format(kind, inside).encode())


def test_each_number_has_its_own_tolerance():
    imported = one(
        "numerical",
        '<answer fraction="100"><text>3.14</text><tolerance>0.01</tolerance></answer>\n'
        '<answer fraction="50"><text>3.14</text><tolerance>0.5</tolerance></answer>'
        '<answer fraction="0"><text>*</text></answer>',
    )

    assert imported.questions[0].ranges == (Range(Decimal("3.13"), Decimal("3.15")),)
    assert [(each.code, each.line, each.values["answer"]) for each in imported.findings] == [
        ("import-weight", 4, "3.14 ± 0.5")
    ]


@pytest.mark.parametrize(
    ("setting", "code"),
    [
        ("<usecase>1</usecase>", "import-case"),
        ("<defaultgrade>2.5</defaultgrade>", "import-points"),
        ("<defaultgrade>0.5</defaultgrade>", "import-points"),
        ("<defaultgrade>0</defaultgrade>", "import-points"),
        ("<hidden>1</hidden>", "import-hidden"),
        ("<name><text>Ibu kota provinsi, tahun lalu, di daerah yang paling barat sekali</text></name>", "import-title"),
        ("<idnumber>bab 1/2</idnumber>", "import-title"),
        ("<penalty>0.5</penalty>", "import-setting"),
        ("<tags><tag><text>sulit</text></tag></tags>", "import-setting"),
        ("<apa>entah</apa>", "import-setting"),
    ],
)
def test_a_setting_that_is_not_used_is_named(setting, code):
    imported = one("shortanswer", f"{setting}{KEY}")

    assert [(each.code, each.line) for each in imported.findings] == [(code, 3)]
    assert len(imported.questions) == 1


@pytest.mark.parametrize(
    "setting",
    [
        "<usecase>0</usecase><hidden>0</hidden><penalty>0.3333333</penalty><defaultgrade>1.0000000</defaultgrade>",
        "<name><text>Apa</text></name>",
        "<name><text>Ibu kota</text></name>",
    ],
)
def test_what_moodle_writes_anyway_is_nothing_to_name(setting):
    assert one("shortanswer", f"{setting}{KEY}").findings == ()


def test_a_name_becomes_the_identity():
    assert one("shortanswer", f"<name><text>Ibu kota</text></name>{KEY}").questions[0].id == "ibu-kota"


def test_no_sentence_about_moodle_speaks_of_elements():
    sentences = [sentence(finding) for finding in read(SAMPLE).findings]

    assert not [each for each in sentences if "<" in each or "cloze" in each]
    assert any("satuan" in each for each in sentences)


def test_items_stand_in_the_order_of_their_numbers():
    inside = "".join(f'<answer fraction="{n}"><text>{word}</text></answer>' for n, word in ((2, "dua"), (1, "satu")))

    assert one("ordering", inside).questions[0].items == ("satu", "dua")


def test_fields_in_a_text_become_blanks():
    marks = [BLANK.format(number) for number in (1, 2, 3)]

    assert asked(7).stem == "Berdiri {} di {}, luas {}.".format(*marks)
    assert asked(7).blanks == (("2008",), ("Banten", "Prov. Banten"), ("147,2",))


@pytest.mark.parametrize("data", [ENTITIES, OUTSIDE, DOCTYPE])
def test_a_document_type_and_entities_are_refused(data):
    assert [finding.code for finding in read(data).findings] == ["import-entities"]


@pytest.mark.parametrize("data", [b"", b"<quiz>", b"\xff\xfe", b"<a>" * 200 + b"</a>" * 200, b"not xml", b"<quiz/>"])
def test_what_is_no_moodle_xml_is_said_to_be(data):
    imported = read(data)

    assert not imported.questions
    assert len(imported.findings) == 1


def test_formulas_are_formulas_here():
    imported = read_moodle_xml(
        "soal.xml",
        b'<quiz><question type="shortanswer"><questiontext format="html"><text>Luas \\(x^2\\) dan $$y$$?</text>'
        b'</questiontext><answer fraction="100"><text>a</text></answer></question></quiz>',
    )

    assert [question.stem for question in imported.questions] == ["Luas $x^2$ dan $$y$$?"]
