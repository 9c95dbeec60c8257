"""Every page, in every state worth seeing, on a phone and on a desk, by day and by night."""

import pytest
from playwright.sync_api import Page
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from elearn import clock
from elearn.accounts import throttle
from elearn.accounts.models import Throttle
from elearn.certificates import service
from elearn.certificates.verifying import GUESSES
from elearn.database import db
from elearn.learning import presenting
from tests.browser import looking
from tests.support.pages import NO_PAGES, Scene, press, scenes
from tests.support.world import PASSWORD, World, build

pytestmark = pytest.mark.browser

PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 800}
PARTS = {"stranger": 1, "learner": 3, "other learner": 1, "trainer": 1, "other trainer": 1, "admin": 2}
"""In how many tests the pages of a role are looked at, so that no test is long."""


@pytest.fixture
def world(people, publish) -> World:
    """People in every role, and courses in every state."""
    made = build(people, publish)
    db.session.remove()
    return made


def look_at(page: Page) -> list[str]:
    """Everything that is wrong with a page on a phone and on a desk, light and dark (colours are the same on both)."""
    wrong = [*looking.headings(page), *looking.disorder(page), *looking.shifts(page), *looking.sticks_out(page)]
    wrong += [*looking.small_targets(page), *looking.barriers(page), *looking.unseen_focus(page)]
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(DESK)
    wrong += looking.barriers(page, *looking.COLOURS)
    page.emulate_media(color_scheme="light")
    return [*wrong, *looking.sticks_out(page), *looking.barriers(page)]


def wrong_on(page: Page, looked_at: dict[str, Scene]) -> dict[str, list[str]]:
    """What is wrong with each scene; nothing where nothing is."""
    found = {}
    for name, scene in looked_at.items():
        page.set_viewport_size(PHONE)
        scene.go(page)
        found[name] = look_at(page)
    return {name: wrong for name, wrong in found.items() if wrong}


def test_every_route_that_answers_with_a_page_is_looked_at(app, world):
    routes = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}

    seen = {_endpoint(app, scene.path) for scene in scenes(world).values()} - {None}

    assert seen == routes - set(NO_PAGES)


def _endpoint(app, path):
    try:
        return app.url_map.bind("localhost").match(path.partition("?")[0])[0]
    except RequestRedirect:
        pytest.fail(f"{path} leads elsewhere")
    except HTTPException:
        return None


@pytest.mark.parametrize(("reader", "part"), [(reader, part) for reader, of in PARTS.items() for part in range(of)])
def test_every_page_can_be_read_by_everybody(device, world, reader, part):
    own = {name: scene for name, scene in scenes(world).items() if scene.reader == reader}
    size = -(-len(own) // PARTS[reader])
    looked_at = dict(list(own.items())[part * size : (part + 1) * size])

    with device(world.people[reader], reduced_motion="reduce") as page:
        wrong = wrong_on(page, looked_at)

    assert wrong == {}


def test_a_refusal_can_be_read_by_everybody(device, world):
    request, admin = world.values["certificates.decline"]["enrolment_id"], world.people["admin"]
    service.decline(request, "Lampirkan surat tugas dari unit Anda.", by=admin.id, now=clock.now())
    db.session.remove()

    with device(world.people["other learner"], reduced_motion="reduce") as page:
        wrong = wrong_on(page, {"certificates, declined": Scene("other learner", "/certificates/")})

    assert wrong == {}


def test_a_pause_can_be_read_by_everybody(device, world):
    admin = world.people["admin"]
    for _try in range(throttle.PASSWORD.tries):
        throttle.admit(throttle.PASSWORD, admin.nip, clock.now())
    db.session.remove()
    pause = press("Masuk", ("nip", admin.nip), ("password", PASSWORD))

    with device(reduced_motion="reduce") as page:
        wrong = wrong_on(page, {"pause": Scene("stranger", "/sign-in", pause)})

    assert wrong == {}


def test_a_request_for_patience_can_be_read_by_everybody(device, world):
    with device(reduced_motion="reduce") as page:
        for _guess in range(GUESSES.tries):
            page.request.get("/v/2222222222222222")

        wrong = wrong_on(page, {"too often": Scene("stranger", "/v/2222222222222222")})

    assert db.session.query(Throttle).count()
    assert wrong == {}


def test_a_mistake_of_ours_can_be_read_by_everybody(device, world, monkeypatch):
    monkeypatch.setattr(presenting, "shelf", lambda _standings: 1 / 0)

    with device(world.people["learner"], reduced_motion="reduce") as page:
        wrong = wrong_on(page, {"our mistake": Scene("learner", "/")})

    assert wrong == {}


@pytest.mark.parametrize("reader", ["stranger", "learner", "admin"])
def test_every_page_fits_a_phone_in_english_too(device, world, address, reader):
    wrong = {}

    with device(world.people[reader]) as page:
        page.context.add_cookies([{"name": "language", "value": "en", "url": address}])
        for name, scene in scenes(world).items():
            if scene.reader == reader and not scene.act:
                scene.go(page)
                wrong[name] = [*looking.headings(page), *looking.sticks_out(page), *looking.small_targets(page)]

    assert {name: found for name, found in wrong.items() if found} == {}
