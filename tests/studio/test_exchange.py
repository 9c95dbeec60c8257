"""Questions of other platforms in the studio: seen first, then added; and taken along."""

import html
import io
import re

import pytest

from elearn.coursetext.convert.gift_read import read_gift
from elearn.coursetext.convert.qti_read import read_qti
from elearn.studio import drafts

GIFT = "$CATEGORY: top/Sapa\n\nApa salam pertama? {=Selamat pagi#Ya ~Hai ~Hm}\n\nCeritakan. {}\n\nJam buka? {#8:0.5}\n"
XML = """<quiz><question type="shortanswer"><questiontext format="html">
<text><![CDATA[Apa ini? <img src="@@PLUGINFILE@@/titik.png" alt="Titik">]]></text>
<file name="titik.png" encoding="base64">{}</file></questiontext>
<answer fraction="100"><text>titik</text></answer></question></quiz>"""
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg=="


@pytest.fixture
def convert(studio, draft):
    """Uploads a file of questions and returns the page that follows."""

    def run(data, name="soal.gift", **fields):
        sent = {"file": (io.BytesIO(data.encode()), name), "format": "", "folder": "", "title": "Salam", **fields}
        return studio.post("/studio/kursus/import", sent, content_type="multipart/form-data")

    return run


@pytest.fixture
def add(studio):
    """Sends the form of a report as it stands."""

    def run(page):
        text = page.text
        fields = {
            name: [html.unescape(value) for value in re.findall(rf'name="{name}" value="([^"]*)"', text)]
            for name in ("folder", "title", "picture-name", "picture")
        }
        areas = re.findall(r"<textarea[^>]*>\n?(.*?)</textarea>", text, re.DOTALL)
        return studio.post("/studio/kursus/import/add", {**fields, "text": [html.unescape(each) for each in areas]})

    return run


def test_a_file_is_shown_before_anything_is_added(draft, convert):
    page = convert(GIFT)

    assert "2 soal terbaca sebagai GIFT" in page.text
    assert "soal jenis esai tidak ada padanannya" in page.text.lower()
    assert "- [x] Selamat pagi" in page.text
    assert "bank/salam.md" not in drafts.files_of(draft.id)


def test_confirmed_questions_become_a_bank(draft, convert, add):
    answer = add(convert(GIFT))

    text = drafts.files_of(draft.id)["bank/salam.md"].decode()
    assert "## ? Apa salam pertama? {#apa-salam-pertama}\n\n- [x] Selamat pagi\n  > Ya\n" in text
    assert "- = 7,5..8,5" in text
    assert answer.location.endswith("/studio/kursus/edit/bank/salam.md")


def test_questions_can_become_a_quiz_of_a_module(draft, convert, add):
    add(convert(GIFT, folder="01-mulai"))

    (path,) = [path for path in drafts.files_of(draft.id) if path.endswith("-salam.md")]
    assert path.startswith("01-mulai/")
    assert b"kind: quiz" in drafts.files_of(draft.id)[path]


def test_pictures_come_along_and_are_shown_where_they_stood(draft, convert, add):
    add(convert(XML.format(PNG), name="soal.xml"))

    files = drafts.files_of(draft.id)
    assert "![Titik](../media/titik.webp)" in files["bank/salam.md"].decode()
    assert "media/titik.webp" in files


def test_what_is_no_file_of_questions_is_said_to_be(convert):
    page = convert("<quiz><question></quiz>", name="soal.xml")

    assert "Tidak ada soal yang dapat diambil sebagai Moodle XML" in page.text
    assert "<textarea" not in page.text


def test_adding_nothing_adds_nothing(studio, draft):
    before = drafts.files_of(draft.id)

    studio.post("/studio/kursus/import/add", {})

    assert drafts.files_of(draft.id) == before


def test_the_questions_of_a_course_come_back_from_gift_and_qti(studio, draft, convert, add):
    add(convert(GIFT))

    gift = read_gift("a.gift", studio.get("/studio/kursus/export/gift").data).questions
    qti = read_qti("a.zip", studio.get("/studio/kursus/export/qti").data).questions

    assert "apa-salam-pertama" in [question.id for question in gift]
    assert gift == qti


def test_what_gift_leaves_out_is_told_on_the_page(studio, write):
    write({"course.md": "---\ntitle: A\njp: 1\n---\n", "bank/a.md": "## ? Urutkan\n\n1. satu\n2. dua\n"})

    page = studio.get("/studio/kursus/import")

    assert "soal jenis urutan tidak ada di GIFT" in page.text
