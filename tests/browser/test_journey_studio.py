"""A trainer who never wrote a course makes one on a phone, from an empty account to what learners open."""

import re

import pytest
from playwright.sync_api import Page, expect

from elearn.courses.editions import live
from elearn.domain.course import QuestionKind

pytestmark = pytest.mark.browser

ANSWERS = {
    "Soal pilihan": {"Pilihan 1": "Warga", "Pilihan 2": "Rekan"},
    "Soal pilihan jamak": {"Pilihan 1": "Senyum", "Pilihan 2": "Salam", "Pilihan 3": "Keluh"},
    "Soal isian": {"Jawaban yang diterima": "Selamat pagi\nPagi"},
    "Soal bilangan": {"Bilangan": "37,5 ± 0,5"},
    "Soal menjodohkan": {"Kiri 1": "Pagi", "Kanan 1": "Siang", "Kiri 2": "Sore", "Kanan 2": "Malam"},
    "Soal mengurutkan": {"Langkah dalam urutan yang benar": "Sapa\nDengar\nBantu"},
    "Soal melengkapi": {"Kalimat dengan bagian kosong": "Ibu kota Banten adalah [[Serang]]."},
}
RIGHT = {"Soal pilihan": ["Pilihan 1 benar"], "Soal pilihan jamak": ["Pilihan 1 benar", "Pilihan 2 benar"]}
RECEIPT = re.compile(r"Tersimpan \d\d\.\d\d\.\d\d")


def ask(page: Page, kind: str) -> None:
    """Write a question of a kind by its form."""
    page.locator("summary", has_text="Soal").last.click()
    page.get_by_role("button", name=kind, exact=True).click()
    page.get_by_label("Pertanyaan").fill(f"Bagaimana menyapa ({kind.lower()})?")
    for label, text in ANSWERS[kind].items():
        page.get_by_label(label, exact=True).fill(text)
    for label in RIGHT.get(kind, []):
        page.get_by_label(label, exact=True).check()
    page.get_by_label("Pembahasan").fill("Begitulah kesepakatan kita.")
    page.get_by_role("button", name="Sisipkan soal").click()
    expect(page.locator("[data-question-dialog]")).to_be_hidden()


def test_an_empty_account_becomes_a_published_course_with_every_kind_of_question(people, device):
    trainer, learner = people.create("Budi Santoso", roles="trainer"), people.create("Siti Rahmawati")

    with device(trainer) as page:
        page.goto("/studio/")
        page.get_by_role("link", name="Pelatihan baru").click()
        page.get_by_label("Judul").fill("Menyapa warga")
        page.get_by_role("button", name="Buat pelatihan").click()
        page.get_by_label("Judul baru").first.fill("Kuis semua jenis")
        page.get_by_role("button", name="+ Kuis", exact=True).first.click()
        for kind in ANSWERS:
            ask(page, kind)
        expect(page.locator("[data-saved]")).to_have_text(RECEIPT)
        page.goto("/studio/menyapa-warga/publish")
        page.get_by_role("button", name="Terbitkan").click()
        expect(page.locator("main")).to_contain_text("terbit")

    quiz = next(unit for unit in live("menyapa-warga").course.units if unit.title == "Kuis semua jenis")
    begun_with = QuestionKind.SINGLE
    assert [question.kind for question in quiz.questions] == [begun_with, *QuestionKind]
    with device(learner) as page:
        page.goto("/courses/")
        page.get_by_role("link", name="Menyapa warga").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Menyapa warga")
        expect(page.locator("main")).to_contain_text("Kuis semua jenis")
