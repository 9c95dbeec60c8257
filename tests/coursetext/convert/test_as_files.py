"""Imported questions as banks: one for each category, called after it."""

import pytest

from elearn.coursetext.convert.as_files import as_files
from elearn.coursetext.convert.gift_read import read_gift
from elearn.coursetext.convert.moodle_xml import read_moodle_xml

QUESTION = (
    '<question type="shortanswer"><questiontext><text>Apa?</text></questiontext>'
    '<answer fraction="100"><text>a</text></answer></question>'
)


def titles(imported, **how):
    return [each.title for each in as_files(imported.questions, "Soal", **how)]


def gift(*categories):
    text = "\n\n".join(f"$CATEGORY: {category}\n\nApa {category}? {{T}}" for category in categories)
    return read_gift("soal.gift", text.encode())


def moodle(category, more=""):
    data = f'<quiz><question type="category"><category><text>{category}</text></category>{more}</question>{QUESTION}'
    return read_moodle_xml("soal.xml", f"{data}</quiz>".encode())


def test_banks_are_called_after_their_categories():
    assert titles(gift("$course$/top/Layanan/Loket", "Telepon")) == ["Soal: Loket", "Soal: Telepon"]


@pytest.mark.parametrize("imported", [gift("$course$/top/Layanan"), moodle("$course$/top/Layanan")])
def test_a_bank_of_a_lone_category_is_called_after_it_too(imported):
    assert titles(imported) == ["Soal: Layanan"]


@pytest.mark.parametrize("category", ["$course$/top", "$course$", "soal"])
def test_a_category_that_says_nothing_new_is_no_part_of_the_title(category):
    assert titles(gift(category)) == ["Soal"]


def test_a_quiz_has_the_questions_of_all_categories():
    assert titles(gift("Loket", "Telepon"), quiz=True) == ["Soal"]


def test_what_is_told_about_a_category_is_named():
    imported = moodle("Loket", '<info format="html"><text>&lt;p&gt;Untuk petugas baru&lt;/p&gt;</text></info>')

    assert [(each.code, each.line) for each in imported.findings] == [("import-setting", 1)]
    assert "Untuk petugas baru" in imported.findings[0].values["what"].indonesian
