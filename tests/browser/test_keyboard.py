"""Whoever uses a keyboard gets everywhere and back, and always sees where they are."""

import pytest
from playwright.sync_api import Page, Route, expect

from elearn.database import db
from tests.browser import looking
from tests.browser.conftest import until
from tests.support.pages import scenes
from tests.support.world import World, build

pytestmark = pytest.mark.browser


@pytest.fixture
def world(people, publish) -> World:
    """People in every role, and courses in every state."""
    made = build(people, publish)
    db.session.remove()
    return made


@pytest.mark.parametrize("reader", ["stranger", "learner", "admin"])
def test_the_tab_key_reaches_everything_on_every_page_and_leaves_again(device, world, reader):
    wrong = {}

    with device(world.people[reader], reduced_motion="reduce") as page:
        for name, scene in scenes(world).items():
            if scene.reader == reader and not scene.act:
                scene.go(page)
                wrong[name] = looking.lost_on_the_keyboard(page)

    assert {name: found for name, found in wrong.items() if found} == {}


def _focused(page: Page) -> str:
    return page.evaluate("document.activeElement.textContent.trim()")


def test_the_first_link_of_a_page_is_seen_and_leads_to_its_content(device, world):
    with device(world.people["learner"], reduced_motion="reduce") as page:
        page.goto("/")
        page.keyboard.press("Tab")
        expect(page.locator(".skip")).to_be_focused()
        expect(page.locator(".skip")).to_be_in_viewport(ratio=1)

        page.keyboard.press("Enter")
        page.keyboard.press("Tab")

        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
        assert "Lanjutkan" in _focused(page)


def test_nothing_moves_when_a_slow_picture_comes(device, world):
    def slowly(route: Route) -> None:
        page.wait_for_timeout(300)
        route.continue_()

    with device(world.people["learner"], reduced_motion="reduce") as page:
        page.route("**/media/**", slowly)

        with page.expect_response("**/media/**"):
            page.goto(world.pages["lesson, changed"])
        until(page, "[...document.images].every((image) => image.complete)")

        assert looking.shifts(page) == []
