"""Every page, in every state worth it, on a phone and on a desk, by day and by night."""

from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import Page

from elearn import clock
from elearn.accounts import throttle
from elearn.database import db
from elearn.learning import presenting
from tests.browser import looking
from tests.support.courses import RIGHT
from tests.support.world import World, build, reader_of

pytestmark = pytest.mark.browser

PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 800}


@pytest.fixture
def world(people, publish) -> World:
    """People in every role, and courses in every state."""
    made = build(people, publish)
    db.session.remove()
    return made


def look_at(page: Page) -> list[str]:
    """Everything that is wrong with a page on a phone and on a desk, light and dark."""
    wrong = [*looking.headings(page), *looking.shifts(page), *looking.sticks_out(page)]
    wrong += [*looking.barriers(page), *looking.small_targets(page), *looking.unseen_focus(page)]
    page.emulate_media(color_scheme="dark")
    wrong += looking.barriers(page, "color-contrast")
    page.set_viewport_size(DESK)
    wrong += looking.barriers(page, "color-contrast")
    page.emulate_media(color_scheme="light")
    return [*wrong, *looking.sticks_out(page), *looking.barriers(page)]


def wrong_on(device, person, scenes: dict[str, Callable[[Page], object]]) -> dict[str, list[str]]:
    """What is wrong with each scene that a person gets to; nothing where nothing is."""
    found = {}
    with device(person, reduced_motion="reduce") as page:
        for name, go in scenes.items():
            page.set_viewport_size(PHONE)
            go(page)
            found[name] = look_at(page)
    return {name: wrong for name, wrong in found.items() if wrong}


def _press(page: Page, path: str, button: str) -> None:
    page.goto(path)
    page.get_by_role("button", name=button, exact=True).first.click()


def _pages_of(world: World, reader: str, part: int = 0, of: int = 1) -> dict[str, Callable[[Page], object]]:
    """How to get to each page of a reader; of so many parts, one."""
    names = [name for name in world.pages if reader_of(name) == reader][part::of]
    return {name: partial(Page.goto, url=world.pages[name]) for name in names}


def test_every_page_of_a_stranger_can_be_read_by_everybody(device, world):
    assert wrong_on(device, None, _pages_of(world, "stranger")) == {}


@pytest.mark.parametrize("part", [0, 1])
def test_every_page_of_a_learner_can_be_read_by_everybody(device, world, part):
    assert wrong_on(device, world.people["learner"], _pages_of(world, "learner", part, 2)) == {}


def test_every_page_of_the_office_can_be_read_by_everybody(device, world):
    assert wrong_on(device, world.people["admin"], _pages_of(world, "admin")) == {}


def test_what_is_said_to_strangers_can_be_read_by_everybody(device, world):
    admin = world.people["admin"]
    for _try in range(throttle.PASSWORD.tries):
        throttle.admit(throttle.PASSWORD, admin.nip, clock.now())
    db.session.remove()

    def pause(page: Page) -> None:
        page.goto("/sign-in")
        page.get_by_label("NIP").fill(admin.nip)
        page.locator("[name=password]").fill("keliru sekali ini")
        page.get_by_role("button", name="Masuk", exact=True).click()

    scenes = {
        "sign in, wrong": partial(_press, path="/sign-in", button="Masuk"),
        "first sign-in, wrong": partial(_press, path="/first-sign-in", button="Simpan kata sandi dan masuk"),
        "pause": pause,
        "expired form": _send_an_old_form,
    }

    assert wrong_on(device, None, scenes) == {}


def _send_an_old_form(page: Page) -> None:
    page.goto("/sign-in")
    page.evaluate("document.querySelectorAll('[name=csrf_token]').forEach((field) => { field.value = 'lama'; })")
    page.get_by_role("button", name="English", exact=True).click()


def test_what_is_said_to_learners_can_be_read_by_everybody(device, world):
    practice = world.pages["lesson, with practice"]

    def practised(page: Page, words: str) -> None:
        page.goto(practice)
        page.get_by_label(words).check()
        page.locator("[data-question=l-satu]").get_by_role("button").click()
        page.locator("[data-question=l-satu] [data-result]").wait_for()

    scenes = {
        "practised right": partial(practised, words=RIGHT["satu"]),
        "practised wrong": partial(practised, words="Rekan kerja yang baru saja datang"),
        "change password, wrong": partial(_press, path="/account/password", button="Ganti kata sandi"),
        "forbidden": partial(Page.goto, url="/office/"),
        "attempt, handed in": partial(_hand_in, path=world.pages["attempt, last look"]),
    }

    assert wrong_on(device, world.people["learner"], scenes) == {}


def _hand_in(page: Page, path: str) -> None:
    page.goto(path)
    page.get_by_role("button", name="Kumpulkan").click()


def test_what_newcomers_see_can_be_read_by_everybody(device, world):
    names = ("home", "certificates", "hours", "course, not begun")
    scenes = {name: partial(Page.goto, url=world.pages[name]) for name in names}

    assert wrong_on(device, world.people["trainer"], scenes) == {}


def test_what_is_said_to_admins_can_be_read_by_everybody(device, world):
    scenes = {
        "home of an admin": partial(Page.goto, url="/"),
        "new person, wrong": partial(_press, path="/office/people/new", button="Simpan dan buat kode masuk"),
        "decline, wrong": partial(_press, path=world.pages["office, decline"], button="Simpan"),
        "revoke, wrong": partial(_press, path=world.pages["office, revoke"], button="Cabut sertifikat"),
    }

    assert wrong_on(device, world.people["admin"], scenes) == {}


def test_a_mistake_of_ours_can_be_read_by_everybody(device, world, monkeypatch):
    monkeypatch.setattr(presenting, "shelf", lambda _standings: 1 / 0)

    with device(world.people["learner"], reduced_motion="reduce") as page:
        page.goto("/")

        assert look_at(page) == []
