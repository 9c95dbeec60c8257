"""A trainer edits a file and runs one command, while learners are in the course: everybody loses nothing."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import config
from elearn.database import db
from tests.support.courses import Files, demo_course
from tests.support.hands import Thumb
from tests.support.processes import environment

pytestmark = pytest.mark.browser

COURSE = "/courses/melayani/"
LESSON = f"{COURSE}langkah/tiga-langkah/"
FIRST = "01-langkah/01-tiga-langkah.md"
BANK = "bank/akhir.md"


@pytest.fixture
def command(app, settings, tmp_path) -> Callable[[Files], int]:
    """`command(files)` writes the course folder and runs `flask courses publish` on it; returns how it ended."""

    def run(files: Files) -> int:
        folder = tmp_path / "melayani"
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(str(text), encoding="utf-8")
        return _flask("courses", "publish", folder, env=environment(settings))

    return run


def _flask(*arguments: str | Path, env: dict[str, str]) -> int:
    asked = [sys.executable, "-m", "flask", *map(str, arguments)]
    return subprocess.run(asked, cwd=config.ROOT, env=env, capture_output=True, check=False, timeout=60).returncode


@pytest.fixture
def learners(publish, people):
    """Two who may take a course that is passed only when every answer is right."""
    publish(demo_course(passing_score=100), "melayani")
    both = people.create("Siti Rahma"), people.create("Ahmad Fauzi")
    db.session.remove()
    return both


def _edited() -> Files:
    """The course once a trainer has rewritten a sentence and corrected which option of a question is right."""
    files = demo_course(passing_score=100)
    bank, lesson = str(files[BANK]), str(files[FIRST])
    bank = bank.replace("- [x] Warga yang sudah", "- [ ] Warga yang sudah").replace("- [ ] Rekan", "- [x] Rekan")
    return {**files, BANK: bank, FIRST: lesson.replace("Cerita 3. Seorang warga", "Cerita 3. Seorang ibu")}


def _begin_quiz(page: Page) -> None:
    page.goto(f"{COURSE}akhir/kuis/")
    page.get_by_role("button", name="Mulai kuis").click()
    expect(page.locator("[data-question]")).to_have_count(5)


def _answer_page(page: Page, button: str) -> None:
    """Answer what stands on the page as the first edition has it, and go on."""
    Thumb(page).answer_all()
    page.get_by_role("button", name=button).click()


def _finish_quiz(page: Page) -> None:
    expect(page.locator("[data-question]")).to_have_count(2)
    _answer_page(page, "Simpan & tinjau")
    page.get_by_role("button", name="Kumpulkan").click()


def test_a_lesson_that_was_read_stays_done_and_shows_what_a_new_edition_changed(device, learners, command):
    with device(learners[0]) as page:
        page.goto(COURSE)
        page.get_by_role("button", name="Mulai pelatihan").click()
        page.get_by_role("button", name="Selesai & lanjutkan").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Berlatih")
        page.goto(COURSE)
        before = page.locator(".course-progress progress").get_attribute("value")

        assert command(_edited()) == 0
        page.reload()

        expect(page.locator(".course-progress progress")).to_have_attribute("value", before)
        page.get_by_role("link", name="Tiga langkah Pelajaran, diubah sejak Anda baca").click()
        expect(page.get_by_text("Pelajaran ini diubah sejak Anda baca")).to_be_visible()
        page.get_by_role("link", name="Lihat apa yang berubah").click()
        expect(page.locator("del")).to_have_text("warga")
        expect(page.locator("ins")).to_have_text("ibu")


def test_who_is_in_a_lesson_finishes_it_after_a_new_edition_came_out(device, learners, command):
    with device(learners[0]) as page:
        page.goto(COURSE)
        page.get_by_role("button", name="Mulai pelatihan").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Tiga langkah")

        assert command(_edited()) == 0
        page.get_by_role("button", name="Selesai & lanjutkan").click()

        expect(page.get_by_role("heading", level=1)).to_have_text("Berlatih")


def test_an_attempt_is_graded_by_its_own_paper_and_one_begun_later_by_the_new_edition(device, learners, command):
    with device(learners[0]) as early, device(learners[1]) as late:
        _begin_quiz(early)
        _answer_page(early, "Simpan & lanjut")

        assert command(_edited()) == 0
        _finish_quiz(early)
        _begin_quiz(late)
        _answer_page(late, "Simpan & lanjut")
        _finish_quiz(late)

        expect(early.locator(".score .big-number")).to_have_text(re.compile(r"^100\s"))
        expect(late.locator(".score .big-number")).to_have_text(re.compile(r"^85\s"))


def test_a_course_with_a_mistake_is_not_published_and_learners_go_on_reading_the_old_text(device, learners, command):
    files = _edited()
    with device(learners[0]) as page:
        status = command({**files, FIRST: f"{files[FIRST]}\n![](../media/hilang.svg)\n"})
        page.goto(LESSON)

        expect(page.get_by_text("Cerita 3. Seorang warga")).to_be_attached()
    assert status == 1
