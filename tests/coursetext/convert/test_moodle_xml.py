"""Moodle XML in: every kind that the format has, everything else named with its line, and nothing dangerous read."""

from decimal import Decimal
from pathlib import Path

import pytest

from elearn.coursetext.convert.moodle_xml import read_moodle_xml
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
        ("import-setting", 12),
        ("import-weight", 14),
        ("import-setting", 16),
        ("import-answer", 26),
        ("import-setting", 28),
        ("import-answer", 32),
        ("import-feedback", 35),
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
