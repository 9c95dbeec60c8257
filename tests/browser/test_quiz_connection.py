"""A quiz in a real browser: answers are saved when given, and a lost connection loses none of them."""

import gzip
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import func, select, update

from elearn import clock
from elearn.accounts.models import SignIn
from elearn.database import db
from elearn.quizzes.models import Response
from tests.quizzes.taking import SECOND, Taker, course_with, quiz_md
from tests.support.browsing import cookies_of, served
from tests.support.courses import demo_course

pytestmark = pytest.mark.browser

LOST = "Koneksi terputus. Jawaban Anda aman di ponsel ini dan dikirim begitu tersambung."
BACK = "Koneksi kembali. Semua jawaban Anda sudah tersimpan."
RECEIPT = re.compile(r"Tersimpan \d\d\.\d\d\.\d\d · kode [0-9A-F]{4}")
WAITING = "Object.keys(JSON.parse(localStorage.getItem('elearn.quiz.' + {id}) ?? '{{}}'))"


class Learner:
    """A learner in an attempt, on a phone."""

    def __init__(self, taker: Taker, browser: Browser, visitor, address: str, began) -> None:
        self.taker, self._browser, self._visitor, self.address = taker, browser, visitor, address
        self.attempt_id = taker.start(began)
        self.path = f"{address}/attempts/{self.attempt_id}"
        db.session.remove()

    @contextmanager
    def device(self, path: str = "/", **options: object) -> Iterator[tuple[BrowserContext, Page]]:
        """Another browser of the same learner, at the attempt."""
        context = self._browser.new_context(viewport={"width": 320, "height": 640}, **options)
        context.set_default_timeout(10_000)
        self.sign_in(context)
        page = context.new_page()
        page.goto(self.path + path)
        try:
            yield context, page
        finally:
            context.close()

    def sign_in(self, context: BrowserContext) -> None:
        """Give a browser the cookie of somebody signed in."""
        context.add_cookies(cookies_of(self._visitor, self.address))

    def answer(self, question: str) -> object:
        """What the server has."""
        return self.taker.answer(self.attempt_id, question, clock.now())


@pytest.fixture
def begin(app, browser, people, publish, visit):
    """`begin(rules…)` lets somebody begin a quiz; `files` for another course, `ago` for how long ago."""
    with served(app) as address:

        def make(questions: int = 7, files=None, ago=0 * SECOND, **rules: object) -> Learner:
            text = files or course_with(quiz_md(questions, shuffle="false", **rules))
            taker = Taker(people.create(), publish(text))
            return Learner(taker, browser, visit(taker.person), address, clock.now() - ago)

        yield make


@pytest.fixture
def learner(begin) -> Learner:
    return begin()


@pytest.fixture
def device(learner) -> Iterator[tuple[BrowserContext, Page]]:
    with learner.device() as opened:
        yield opened


def _choose(page: Page, words: str) -> None:
    page.get_by_label(words).check()


def _receipt(page: Page, question: str):
    return page.locator(f"#q-{question} [data-receipt]")


def _state(page: Page):
    return page.locator("[data-state]")


def _end_sessions(at) -> None:
    db.session.execute(update(SignIn).values(ended_at=at))
    db.session.commit()


def _waiting(learner: Learner, page: Page) -> list[str]:
    return page.evaluate(WAITING.format(id=learner.attempt_id))


def test_an_answer_is_saved_when_it_is_given_and_receipted(learner, device):
    _, page = device

    _choose(page, "Benar 1")

    expect(_receipt(page, "s1")).to_have_text(RECEIPT)
    expect(_state(page)).to_contain_text("Tersimpan ")
    assert learner.answer("s1") == "Benar 1"


def test_a_saved_answer_leaves_nothing_in_the_browser(learner, device):
    _, page = device
    _choose(page, "Benar 1")

    expect(_receipt(page, "s1")).to_have_text(RECEIPT)

    assert _waiting(learner, page) == []


def test_a_lost_connection_is_said_and_the_answers_are_kept(learner, device):
    context, page = device
    context.set_offline(True)

    _choose(page, "Benar 1")
    _choose(page, "Salah 2")

    expect(_state(page)).to_have_text(LOST)
    assert sorted(_waiting(learner, page)) == ["s1", "s2"]


def test_what_was_kept_is_sent_when_the_connection_is_back(learner, device):
    context, page = device
    context.set_offline(True)
    _choose(page, "Benar 1")
    _choose(page, "Salah 2")
    expect(_state(page)).to_have_text(LOST)

    context.set_offline(False)

    expect(_state(page)).to_have_text(BACK)
    assert (learner.answer("s1"), learner.answer("s2")) == ("Benar 1", "Salah 2")
    assert _waiting(learner, page) == []


def test_a_browser_that_is_opened_again_shows_and_sends_what_was_not_sent(learner, device):
    context, page = device
    context.set_offline(True)
    _choose(page, "Benar 1")
    expect(_state(page)).to_have_text(LOST)

    with learner.device(storage_state=context.storage_state()) as (_, again):
        expect(again.get_by_label("Benar 1")).to_be_checked()
        expect(_receipt(again, "s1")).to_have_text(RECEIPT)

    assert learner.answer("s1") == "Benar 1"


def test_loading_the_page_again_keeps_what_was_not_sent(learner, device):
    context, page = device
    page.on("dialog", lambda dialog: dialog.accept())
    context.set_offline(True)
    _choose(page, "Benar 1")
    expect(_state(page)).to_have_text(LOST)
    context.set_offline(False)

    page.reload()

    expect(page.get_by_label("Benar 1")).to_be_checked()
    expect(_receipt(page, "s1")).to_have_text(RECEIPT)


def test_a_server_that_fails_for_a_while_loses_nothing(learner, device):
    _, page = device
    page.route("**/answers", lambda route: route.fulfill(status=503, body="tutup"))
    _choose(page, "Benar 1")
    expect(_state(page)).to_have_text(LOST)

    page.unroute("**/answers")

    expect(_state(page)).to_have_text(BACK)
    assert learner.answer("s1") == "Benar 1"


def test_an_answer_that_was_saved_but_not_acknowledged_is_saved_once(learner, device):
    _, page = device

    def lose_the_reply(route) -> None:
        route.fetch()
        route.abort()

    page.route("**/answers", lose_the_reply, times=1)

    _choose(page, "Benar 1")

    expect(_receipt(page, "s1")).to_have_text(RECEIPT)
    assert db.session.scalar(select(func.count(Response.id))) == 1


def test_an_answer_changed_while_the_first_is_on_its_way_is_the_one_that_counts(learner, device):
    _, page = device
    held = []
    page.route("**/answers", lambda route: held.append(route), times=1)
    with page.expect_request("**/answers"):
        _choose(page, "Salah 1")

    _choose(page, "Benar 1")
    held[0].continue_()

    expect(_receipt(page, "s1")).to_have_text(RECEIPT)
    assert _waiting(learner, page) == []
    assert learner.answer("s1") == "Benar 1"


def test_going_on_saves_first_and_stays_when_it_cannot(learner, device):
    context, page = device
    context.set_offline(True)
    _choose(page, "Benar 1")

    page.get_by_role("button", name="Simpan & lanjut").click()

    expect(_state(page)).to_have_text(LOST)
    assert page.url == f"{learner.path}/"


def test_going_on_saves_what_was_just_given(learner, device):
    _, page = device

    _choose(page, "Benar 5")
    page.get_by_role("button", name="Simpan & lanjut").click()
    page.wait_for_url("**?page=2")

    assert learner.answer("s5") == "Benar 5"


def test_leaving_asks_only_while_something_is_not_saved(learner, device):
    _, page = device
    asked = []
    page.on("dialog", lambda dialog: (asked.append(page.url), dialog.accept()))
    _choose(page, "Benar 1")
    expect(_receipt(page, "s1")).to_have_text(RECEIPT)
    page.goto(f"{learner.address}/privacy")
    page.goto(f"{learner.path}/?page=2")
    page.route("**/answers", lambda route: route.abort())
    _choose(page, "Benar 7")
    expect(_state(page)).to_have_text(LOST)

    page.goto(f"{learner.address}/privacy")

    assert asked == [f"{learner.path}/?page=2"]


def test_whose_session_is_over_hears_it_and_the_answer_is_sent_after_signing_in(learner, device):
    _, page = device
    _end_sessions(clock.now())
    _choose(page, "Benar 1")
    expect(_state(page)).to_contain_text("Sesi Anda sudah berakhir. Jawaban Anda aman di ponsel ini")
    _end_sessions(None)

    page.on("dialog", lambda dialog: dialog.accept())
    _state(page).get_by_role("link", name="Masuk lagi").click()

    expect(_receipt(page, "s1")).to_have_text(RECEIPT)
    assert learner.answer("s1") == "Benar 1"


def test_a_page_whose_token_is_of_another_session_keeps_the_answer_until_it_is_loaded_again(learner, device):
    context, page = device
    context.clear_cookies()
    learner.sign_in(context)
    _choose(page, "Benar 1")
    expect(_state(page)).to_contain_text("Halaman ini sudah terlalu lama terbuka.")

    page.on("dialog", lambda dialog: dialog.accept())
    _state(page).get_by_role("link", name="Muat ulang halaman").click()

    expect(_receipt(page, "s1")).to_have_text(RECEIPT)
    assert learner.answer("s1") == "Benar 1"


def test_a_save_after_handing_in_elsewhere_leads_to_the_result(learner, device):
    _, page = device
    learner.taker.submit(learner.attempt_id, clock.now())

    _choose(page, "Benar 1")
    page.wait_for_url("**/result")

    assert learner.answer("s1") is None
    assert _waiting(learner, page) == []


def test_an_answer_given_later_on_another_device_is_not_overtaken(learner, device):
    context, page = device
    context.set_offline(True)
    _choose(page, "Salah 1")
    expect(_state(page)).to_have_text(LOST)
    with learner.device() as (_, laptop):
        _choose(laptop, "Benar 1")
        expect(_receipt(laptop, "s1")).to_have_text(RECEIPT)

    context.set_offline(False)

    expect(_receipt(page, "s1")).to_contain_text("Yang berlaku jawaban yang lebih baru itu.")
    assert learner.answer("s1") == "Benar 1"


def test_a_second_device_sees_the_newest_answers(learner, device):
    _, page = device
    _choose(page, "Benar 1")
    expect(_receipt(page, "s1")).to_have_text(RECEIPT)

    with learner.device("/?page=1") as (_, laptop):
        expect(laptop.get_by_label("Benar 1")).to_be_checked()


def test_a_second_tab_shows_what_the_first_saved_when_one_comes_back_to_it(learner, device):
    context, page = device
    other = context.new_page()
    other.goto(f"{learner.path}/")
    _choose(page, "Benar 1")
    expect(_receipt(page, "s1")).to_have_text(RECEIPT)

    other.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    expect(other.get_by_label("Benar 1")).to_be_checked()


def test_a_typed_answer_is_saved_while_typing(begin):
    learner = begin(files=_unshuffled())
    with learner.device() as (_, page):
        page.locator("#q-k-isian input[type=text], #q-k-isian input:not([type])").first.press_sequentially("Tangsel")

        expect(_receipt(page, "k-isian")).to_have_text(RECEIPT)

    assert learner.taker.look(learner.attempt_id, clock.now()).answers["k-isian"] == "Tangsel"


def test_a_typed_answer_is_not_lost_when_the_page_is_closed_at_once(begin):
    learner = begin(files=_unshuffled())
    with learner.device() as (context, page):
        page.locator("#q-k-isian input:not([type=hidden])").fill("Tangsel")
        page.close()
        again = context.new_page()
        again.goto(f"{learner.path}/")

        expect(_receipt(again, "k-isian")).to_have_text(RECEIPT)
        expect(again.locator("#q-k-isian input:not([type=hidden])")).to_have_value("Tangsel")


def test_items_are_put_in_order_by_keyboard_and_the_order_is_saved(begin):
    learner = begin(files=_unshuffled())
    with learner.device("/?page=2") as (_, page):
        shown = page.locator("#q-k-urutan .order-text").all_inner_texts()
        down = page.get_by_role("button", name=f"Turunkan: {shown[0]}")
        down.focus()
        page.keyboard.press("Enter")

        expect(_receipt(page, "k-urutan")).to_have_text(RECEIPT)
        expect(down).to_be_focused()
        page.reload()
        expect(page.locator("#q-k-urutan .order-text")).to_have_text([shown[1], shown[0], shown[2]])


def test_an_order_that_was_not_sent_is_shown_again(begin):
    learner = begin(files=_unshuffled())
    with learner.device("/?page=2") as (context, page):
        shown = page.locator("#q-k-urutan .order-text").all_inner_texts()
        context.set_offline(True)
        page.get_by_role("button", name=f"Turunkan: {shown[0]}").click()
        expect(_state(page)).to_have_text(LOST)

        with learner.device("/?page=2", storage_state=context.storage_state()) as (_, again):
            expect(again.locator("#q-k-urutan .order-text")).to_have_text([shown[1], shown[0], shown[2]])


def test_at_the_end_of_the_time_the_attempt_is_handed_in_with_the_last_answer(begin):
    learner = begin(time_limit=1, ago=56 * SECOND)
    with learner.device() as (_, page):
        _choose(page, "Benar 1")

        page.wait_for_url("**/result")

    assert learner.taker.look(learner.attempt_id, clock.now()).grade.earned == 1


def test_the_last_minute_is_announced(begin):
    learner = begin(time_limit=2, ago=52 * SECOND)
    with learner.device() as (_, page):
        expect(page.locator("[data-clock]")).to_have_text("Waktu tinggal 1 menit.", timeout=30_000)
        expect(page.locator("[data-time]")).to_contain_text("Sisa waktu ")


def test_handing_in_sends_first_what_still_waits(learner, device):
    _, page = device
    page.on("dialog", lambda dialog: dialog.accept())
    page.route("**/answers", lambda route: route.abort())
    _choose(page, "Benar 1")
    expect(_state(page)).to_have_text(LOST)
    page.goto(f"{learner.path}/review")
    expect(_state(page)).to_have_text(LOST)
    page.unroute("**/answers")

    page.get_by_role("button", name="Kumpulkan jawaban").click()
    page.wait_for_url("**/result")

    assert learner.taker.look(learner.attempt_id, clock.now()).grade.earned == 1


def test_signing_out_leaves_no_answer_in_the_browser(learner, device):
    _, page = device
    page.on("dialog", lambda dialog: dialog.accept())
    page.route("**/answers", lambda route: route.abort())
    _choose(page, "Benar 1")
    expect(_state(page)).to_have_text(LOST)
    page.goto(f"{learner.address}/account")

    page.get_by_role("button", name="Keluar dari perangkat ini").click()
    page.wait_for_url("**/sign-in*")

    assert _waiting(learner, page) == []


def test_a_whole_quiz_is_taken_without_a_script(learner):
    with learner.device(java_script_enabled=False) as (_, page):
        for n in range(1, 6):
            _choose(page, f"Benar {n}")
        page.get_by_role("button", name="Simpan & lanjut").click()
        for n in (6, 7):
            _choose(page, f"Benar {n}")
        page.get_by_role("button", name="Simpan & tinjau").click()
        page.get_by_role("button", name="Kumpulkan jawaban").click()

        expect(page.locator("main")).to_contain_text("100 dari 100")


def test_no_page_of_a_quiz_is_wider_than_a_small_phone(begin):
    learner = begin(files=_unshuffled())
    with learner.device() as (_, page):
        widths = []
        for path in ("/?page=1", "/?page=2", "/review"):
            page.goto(learner.path + path)
            widths.append(page.evaluate("document.documentElement.scrollWidth"))
        page.get_by_role("button", name="Kumpulkan jawaban").click()
        page.wait_for_url("**/result")
        widths.append(page.evaluate("document.documentElement.scrollWidth"))

    assert widths == [320] * 4


def test_the_script_is_small():
    assert len(gzip.compress(Path("elearn/static/js/quiz.js").read_bytes())) < 6 * 1024


def _unshuffled():
    """Every kind of question, in the order written: five on the first page, matching to blanks behind."""
    files = demo_course()
    files["02-akhir/01-kuis.md"] = files["02-akhir/01-kuis.md"].replace("minutes: 9", "minutes: 9\nshuffle: false")
    return files
