"""Every page in every state worth seeing: whose it is, where it stands, what its reader does there first.

To the pages that the world has anyway come those that only appear after something was done.
"""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from elearn.security import LARGEST_REQUEST
from tests.support.courses import RIGHT
from tests.support.world import World, reader_of

Act = Callable[[Page], object]


@dataclass(frozen=True)
class Scene:
    """What somebody of a role sees at an address, after they did something there."""

    reader: str
    path: str
    act: Act | None = None

    def go(self, page: Page) -> None:
        """Get there."""
        page.goto(self.path)
        if self.act:
            self.act(page)


NO_PAGES = {
    "certificates.download": "a PDF",
    "courses.show_media": "a picture, a sound, a file",
    "pages.health": "data for a machine",
    "pages.service_worker": "a script",
    "studio.converted_remarks": "a table",
    "studio.converted_text": "a text as it would be written into a file",
    "studio.draft_media": "a picture, a sound, a file",
    "studio.export_gift": "questions for another system",
    "studio.export_qti": "questions for another system",
    "studio.export_scorm": "a package",
    "studio.export_zip": "files",
    "studio.figures_csv": "a table",
    "studio.figures_xlsx": "tables",
    "studio.last_saved": "data for a script",
    "static": "styles, scripts and pictures",
}
"""What answers without being a page."""


SETTLED = """() => new Promise((done) => {
    const mark = () => done(window.settled = performance.now());
    requestAnimationFrame(() => requestAnimationFrame(mark));
})"""
"""Note in the page that what its reader asked for has been drawn: what moves from here on moves by itself."""


def press(button: str, *typed: tuple[str, str]) -> Act:
    """Type into fields, by name, and press a button that leads to a page."""

    def act(page: Page) -> None:
        for name, text in typed:
            page.locator(f"main [name='{name}']").fill(text)
        with page.expect_navigation():
            page.get_by_role("button", name=button, exact=True).first.click()

    return act


def tamper(field: str, value: str, button: str) -> Act:
    """Send a form with something in it that the page didn't put there."""

    def act(page: Page) -> None:
        page.evaluate(
            "([name, value]) => document.getElementsByName(name).forEach((field) => { field.value = value; })",
            [field, value],
        )
        press(button)(page)

    return act


def practise(**answers: str) -> Act:
    """Answer practice questions in place, with a choice or with words; what is left empty is asked for again."""

    def act(page: Page) -> None:
        for question, words in answers.items():
            box = page.locator(f"[data-question=l-{question}]")
            choice = box.get_by_label(words, exact=True) if words else box.locator("never")
            if choice.count():
                choice.check()
            elif words:
                box.get_by_role("textbox").fill(words)
            box.get_by_role("button", name="Periksa jawaban").click()
            page.locator(f"[data-question=l-{question}] [data-result]").wait_for()
        page.evaluate(SETTLED)

    return act


def begin_quiz(page: Page) -> None:
    """Begin the small course's quiz, and answer it."""
    press("Mulai kuis")(page)
    page.get_by_label("Warga yang sudah lama mengantre").check()
    page.get_by_text("Tersimpan").first.wait_for()
    page.evaluate(SETTLED)


def pass_quiz(page: Page) -> None:
    """Hand in what was answered."""
    with page.expect_navigation():
        page.get_by_role("link", name="Lanjutkan percobaan").click()
    press("Simpan & tinjau")(page)
    press("Kumpulkan jawaban")(page)


def scenes(world: World) -> dict[str, Scene]:
    """Every page of a world, by name, in an order in which what was done before doesn't spoil what comes after."""
    plain = {name: Scene(reader_of(name), path) for name, path in world.pages.items()}
    return {**plain, **_said_to_strangers(), **_said_to_learners(world), **_said_to_others(), **_said_to_admins(world)}


def _said_to_strangers() -> dict[str, Scene]:
    return {
        "sign in, wrong": Scene("stranger", "/sign-in", press("Masuk")),
        "first sign-in, wrong": Scene("stranger", "/first-sign-in", press("Simpan kata sandi dan masuk")),
        "bad request": Scene("learner", "/account", tamper("language", "xx", "Simpan bahasa")),
        "method not allowed": Scene("stranger", "/language"),
        "too large": Scene("stranger", "/privacy", tamper("next", "x" * LARGEST_REQUEST, "English")),
        "expired form": Scene("stranger", "/privacy", tamper("csrf_token", "lama", "English")),
    }


def _said_to_learners(world: World) -> dict[str, Scene]:
    lesson = world.pages["lesson, with practice"]
    right = {"satu": str(RIGHT["satu"]), "isian": str(RIGHT["isian"])}
    wrong = {"satu": "Rekan kerja yang baru saja datang", "isian": "Bogor", "banyak": "Nama tetangga warga"}
    return {
        "catalogue, filtered": Scene("learner", "/courses/?competency=technical&length=short"),
        "practised right": Scene("learner", lesson, practise(**right)),
        "practised wrong": Scene("learner", lesson, practise(**wrong)),
        "practised nothing": Scene("learner", lesson, practise(bilangan="")),
        "change password, wrong": Scene("learner", "/account/password", press("Ganti kata sandi")),
        "account, language saved": Scene("learner", "/account", press("Simpan bahasa")),
        "account, others signed out": Scene("learner", "/account", press("Keluarkan semua perangkat lain")),
        "forbidden": Scene("learner", "/office/"),
        "attempt, second page": Scene("learner", world.pages["attempt"] + "?page=2"),
        "attempt, handed in": Scene("learner", world.pages["attempt, last look"], press("Kumpulkan jawaban")),
        "quiz, attempts ended": Scene("learner", world.pages["quiz"]),
    }


def _said_to_others() -> dict[str, Scene]:
    quiz = "/courses/kas/mulai/kuis/"
    return {
        "certificates, waiting": Scene("other learner", "/certificates/"),
        "course, waiting for approval": Scene("other learner", "/courses/kas/"),
        "home of a newcomer": Scene("trainer", "/"),
        "certificates, none": Scene("trainer", "/certificates/"),
        "hours, none": Scene("trainer", "/hours"),
        "course of a newcomer": Scene("trainer", "/courses/melayani/"),
        "quiz, not begun": Scene("other trainer", quiz),
        "attempt, saved": Scene("other trainer", quiz, begin_quiz),
        "attempt, passed": Scene("other trainer", quiz, pass_quiz),
        "quiz, passed": Scene("other trainer", quiz),
    }


def _said_to_admins(world: World) -> dict[str, Scene]:
    office, person = world.pages["office, certificates"], world.pages["office, person"]
    revoked, replaced = (world.pages[f"verification, {end}"].removeprefix("/v/") for end in ("revoked", "replaced"))
    new = press("Simpan dan buat kode masuk", ("nip", "12"), ("name", ""))
    declined = press("Simpan", ("reason", "Lampirkan surat tugas dari unit Anda."))
    return {
        "home of an admin": Scene("admin", "/"),
        "office, nobody found": Scene("admin", "/office/people", press("Cari", ("q", "tidakada"))),
        "office, nobody takes part": Scene("admin", "/office/participation", press("Tampilkan", ("q", "tidakada"))),
        "office, new person, wrong": Scene("admin", "/office/people/new", new),
        "office, person saved": Scene("admin", person, press("Simpan")),
        "office, person, wrong": Scene("admin", person, press("Simpan", ("name", ""))),
        "office, code": Scene("admin", world.pages["office, new code"], press("Buat kode")),
        "office, certificate, revoked": Scene("admin", office + revoked),
        "office, certificate, replaced": Scene("admin", office + replaced),
        "office, no certificate found": Scene("admin", office, press("Cari", ("q", "tidakada"))),
        "office, nothing approved": Scene("admin", office, press("Setujui yang dicentang")),
        "office, decline, wrong": Scene("admin", world.pages["office, decline"], press("Simpan")),
        "office, revoke, wrong": Scene("admin", world.pages["office, revoke"], press("Cabut sertifikat")),
        "office, replace, wrong": Scene("admin", world.pages["office, replace"], press("Terbitkan pengganti")),
        "office, declined": Scene("admin", world.pages["office, decline"], declined),
        "office, declined requests": Scene("admin", office + "?state=declined"),
        "office, approved": Scene("admin", office + "?state=declined", _approve),
        "office, nothing waits": Scene("admin", office),
    }


def _approve(page: Page) -> None:
    page.locator("main [name=enrolment]").first.check()
    press("Setujui yang dicentang")(page)
