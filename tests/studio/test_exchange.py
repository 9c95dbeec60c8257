"""Questions of other platforms in the studio: seen first, then added; and taken along."""

import csv
import html
import io
import re
from base64 import b64encode

import pytest
from PIL import Image

from elearn.coursetext.convert.gift_read import read_gift
from elearn.coursetext.convert.qti_read import read_qti
from elearn.studio import drafts

GIFT = "$CATEGORY: top/Sapa\n\nApa salam pertama? {=Selamat pagi#Ya ~Hai ~Hm}\n\nCeritakan. {}\n\nJam buka? {#8:0.5}\n"
XML = """<quiz><question type="shortanswer"><questiontext format="html">
<text><![CDATA[Apa ini? <img src="@@PLUGINFILE@@/titik.png" alt="Titik">]]></text>
<file name="titik.png" encoding="base64">{}</file></questiontext>
<answer fraction="100"><text>titik</text></answer></question></quiz>"""
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg=="


def picture(colour):
    target = io.BytesIO()
    Image.new("RGB", (20, 20), colour).save(target, "PNG")
    return target.getvalue()


@pytest.fixture
def convert(studio, draft):
    """Uploads a file of questions and returns the page that follows."""

    def run(data, name="soal.gift", **fields):
        sent = {"file": (io.BytesIO(data.encode()), name), "format": "", "folder": "", "title": "Salam", **fields}
        answer = studio.post("/studio/kursus/import", sent, content_type="multipart/form-data")
        return studio.get(answer.location)

    return run


@pytest.fixture
def add(studio):
    """Sends the form of a report as it stands."""

    def run(page):
        text = page.text
        where = html.unescape(re.search(r'action="([^"]*/add)"', text)[1])
        areas = re.findall(r"<textarea[^>]*>\n?(.*?)</textarea>", text, re.DOTALL)
        return studio.post(where, {"text": [html.unescape(each) for each in areas]})

    return run


def test_a_file_is_shown_before_anything_is_added(draft, convert):
    page = convert(GIFT)

    assert "2 soal terbaca sebagai GIFT" in page.text
    assert "soal jenis esai tidak ada padanannya" in page.text.lower()
    assert "- [x] Selamat pagi" in page.text
    assert "bank/salam.md" not in drafts.files_of(draft.id)


def test_confirmed_questions_become_a_bank(draft, convert, add):
    answer = add(convert(GIFT))

    text = drafts.files_of(draft.id)["bank/salam-sapa.md"].decode()
    assert "## ? Apa salam pertama? {#apa-salam-pertama}\n\n- [x] Selamat pagi\n  > Ya\n" in text
    assert "- = 7,5..8,5" in text
    assert answer.location.endswith("/studio/kursus/edit/bank/salam-sapa.md")


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


def test_a_form_that_lacks_a_text_adds_nothing(studio, draft, convert):
    page = convert("$CATEGORY: a\n\nSatu? {T}\n\n$CATEGORY: b\n\nDua? {T}\n")
    before = drafts.files_of(draft.id)

    studio.post(f"{page.request.path}/add", {"text": "## ? Satu"})

    assert drafts.files_of(draft.id) == before


def test_converted_questions_are_their_owners_for_one_draft_and_added_once(studio, draft, convert, add):
    page = convert(GIFT)
    add(page)

    assert studio.get(page.request.path).status_code == 404


def test_two_pictures_of_one_name_stay_with_their_questions(draft, convert, add):
    other = b64encode(picture((0, 0, 255))).decode()
    question = XML.removeprefix("<quiz>").removesuffix("</quiz>")
    add(
        convert(f"<quiz>{question.format(PNG)}{question.replace('Apa', 'Siapa').format(other)}</quiz>", name="soal.xml")
    )

    files = drafts.files_of(draft.id)
    shown = re.findall(r"\(\.\./(media/[^)]+)\)", files["bank/salam.md"].decode())
    assert len(shown) == 2
    assert files[shown[0]] != files[shown[1]]


def test_a_picture_in_a_table_is_shown_under_the_path_that_it_got(draft, convert, add):
    table = "<table><tr><td><img src='@@PLUGINFILE@@/titik.png'></td></tr></table>"
    add(convert(XML.replace("Apa ini?", f"Apa ini? {table}").format(PNG), name="soal.xml"))

    assert '<img src="../media/titik.webp"' in drafts.files_of(draft.id)["bank/salam.md"].decode()


def test_a_picture_that_cannot_be_used_is_named(convert):
    assert "titik.png" in convert(XML.format(b64encode(b"bukan gambar").decode()), name="soal.xml").text


def test_every_one_of_many_findings_can_be_seen(studio, convert):
    page = convert("Satu? {T}\n\n" + "Ceritakan. {}\n\n" * 300 + "".join(f"Angka {{#lima{n}}}\n\n" for n in range(9)))

    rows = list(csv.reader(io.StringIO(studio.get(f"{page.request.path}/remarks").data.decode("utf-8-sig"))))
    assert "309 catatan" in page.text
    assert ", 599, 601\n" in page.text.replace("</p>", "\n")
    assert len(rows) == 310
    assert rows[1][:2] == ["soal.gift", "3"]


def test_many_questions_are_shown_by_their_beginning_and_added_whole(studio, draft, convert, add):
    page = convert("".join(f"Apa nama kota ke {n}? {{=Kota {n} ~Desa {n}}}\n\n" for n in range(2_000)))
    whole = studio.get(f"{page.request.path}/4").text

    add(page)

    assert "<textarea" not in page.text
    assert len(page.data) < 100_000
    assert "Kota 1999" in whole
    assert (
        sum(text.count(b"## ?") for path, text in drafts.files_of(draft.id).items() if path.startswith("bank/s"))
        == 2_000
    )


def test_the_wait_for_a_large_file_is_told_before(studio, draft):
    assert "beberapa detik" in studio.get("/studio/kursus/import").text


def test_the_questions_of_a_course_come_back_from_gift_and_qti(studio, draft, convert, add):
    add(convert(GIFT))

    gift = read_gift("a.gift", studio.get("/studio/kursus/export/gift").data).questions
    qti = read_qti("a.zip", studio.get("/studio/kursus/export/qti").data).questions

    assert "apa-salam-pertama" in [question.id for question in gift]
    assert gift == qti


BLANKS = "## ? Ibu kota [[Serang]] dan [[Bandung]]\n"


def test_what_gift_leaves_out_is_told_on_the_page_and_in_the_file(studio, write):
    write({"course.md": "---\ntitle: A\njp: 1\n---\n", "bank/a.md": BLANKS})

    assert "soal jenis isian di dalam teks tidak ada di GIFT" in studio.get("/studio/kursus/import").text
    assert "// ## ? Ibu kota [[Serang]] dan [[Bandung]]" in studio.get("/studio/kursus/export/gift").text
