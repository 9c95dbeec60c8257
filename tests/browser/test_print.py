"""The print edition on A4, as Chromium makes a PDF of it: pages are filled, and modules stand where they should."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from elearn import clock
from elearn.studio import drafts
from tests.support.courses import demo_course, lesson, small_course

pytestmark = pytest.mark.browser

FOOT = 60
"""Points at the foot of a page in which its number stands."""

LONG = "\n\n".join(["Petugas loket menyapa warga, mendengarkan keluhan, lalu menuntaskannya sampai selesai. " * 6] * 9)


@pytest.fixture
def printed(device, people):
    """`printed(files)` is the print edition of a course as a PDF."""
    trainer = people.create("Rudi Hartono", roles="trainer")

    def make(files):
        sources = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
        drafts.create("kursus", "Menyapa warga", sources, trainer.id, clock.now())
        with device(trainer) as page:
            page.goto("/studio/kursus/export/print")
            return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))

    return make


def filled(page):
    """How much of a page has text above its foot, as a share of its height."""
    places = []

    def see(text, transform, matrix, _font, _size):
        place = transform[5] + transform[3] * matrix[5]
        if text.strip() and place > FOOT:
            places.append(place)

    page.extract_text(visitor_text=see)
    height = float(page.mediabox.height)
    return (height - min(places, default=height)) / height


def words_of(page):
    return " ".join(page.extract_text().split())


def modules(*texts):
    files = small_course()
    return files | {
        f"{at:02}-bab-{at}/01-bagian.md": lesson(f"Bagian {at}", text) for at, text in enumerate(texts, start=2)
    }


def mostly_empty(pdf):
    """Which pages have text in less than the upper half, those apart that end the questions or the answers."""
    starts = ("Lembar jawaban" in words_of(page) for page in pdf.pages[1:])
    return [at for at, page in enumerate(pdf.pages[:-1], start=1) if not next(starts) and filled(page) < 0.5]


def test_the_answer_sheet_begins_a_page_of_its_own_so_that_it_can_be_taken_off(printed):
    questions, answers = printed(small_course()).pages

    assert "Lembar jawaban" not in words_of(questions)
    assert words_of(answers).removeprefix("2 / 2 ").startswith("Lembar jawaban")


def test_no_page_of_a_course_with_every_kind_is_mostly_empty(printed):
    pdf = printed(demo_course())

    assert mostly_empty(pdf) == []
    assert len(pdf.pages) <= 7


TALL = '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="900"><rect width="800" height="900"/></svg>'


def test_a_high_picture_is_made_to_leave_no_page_mostly_empty(printed):
    files = small_course() | {"media/tinggi.svg": TALL}
    files["01-mulai/01-sapa.md"] = lesson("Menyapa", "![Papan](../media/tinggi.svg)\n\nWarga menunggu giliran.")

    assert mostly_empty(printed(files)) == []


def test_short_modules_share_pages_and_long_ones_begin_them(printed):
    pdf = printed(modules(LONG, "Pendek.", LONG, "Pendek."))

    pages = list(map(words_of, pdf.pages))
    assert mostly_empty(pdf) == []
    assert [at for at, words in enumerate(pages) if "Pendek." in words] == [2, 4]
    assert [words.partition(" / 6 ")[2][:5] for words in pages[1:4:2]] == ["Bab 2", "Bab 4"]
