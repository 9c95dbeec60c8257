"""Pages of figures full of figures, and the questionnaire, as `test_every_page` looks at pages."""

from datetime import timedelta

import pytest

from elearn import clock
from elearn.studio.taking_in import take_in
from tests.browser import looking
from tests.browser.test_every_page import look_at
from tests.support.crowd import CROWDED_QUIZ, Crowd, crowded_course

pytestmark = pytest.mark.browser

REWORDED = CROWDED_QUIZ.replace("Siapa yang disapa lebih dulu?", "Siapa yang Anda sapa pertama kali?")


def test_figures_of_a_crowd_are_seen_and_read_by_everybody(device, people, publish):
    trainer = people.create("Budi Santoso", "trainer")
    Crowd().take(publish(crowded_course(), "ramai"), 200, clock.now() - timedelta(days=120))
    take_in("ramai", trainer.id, clock.now())
    Crowd(5).take(publish(crowded_course(REWORDED), "ramai"), 200, clock.now() - timedelta(days=80))

    with device(trainer, reduced_motion="reduce") as page:
        page.goto("/studio/ramai/figures")
        wrong = look_at(page)
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto("/studio/ramai/figures/questions")
        wrong += look_at(page)

    assert wrong == []


def test_figures_of_a_quiz_that_was_removed_are_seen_and_read_by_everybody(device, people, publish):
    trainer = people.create("Budi Santoso", "trainer")
    course = crowded_course()
    Crowd().take(publish(course, "ramai"), 60, clock.now() - timedelta(days=120))
    publish({path: text for path, text in course.items() if "kuis" not in path}, "ramai")
    take_in("ramai", trainer.id, clock.now())

    with device(trainer, reduced_motion="reduce") as page:
        wrong = []
        for path in ("figures", "figures/questions"):
            page.set_viewport_size({"width": 320, "height": 640})
            page.goto(f"/studio/ramai/{path}")
            page.locator("main section > details > summary").click()
            wrong += [*looking.headings(page), *looking.sticks_out(page), *looking.barriers(page)]

    assert wrong == []


def test_by_whom_an_option_was_chosen_is_seen_on_a_phone_without_scrolling_sideways(device, people, publish):
    trainer = people.create("Budi Santoso", "trainer")
    Crowd().take(publish(crowded_course(), "ramai"), 200, clock.now() - timedelta(days=120))
    take_in("ramai", trainer.id, clock.now())

    with device(trainer) as page:
        page.goto("/studio/ramai/figures/questions")
        cells = page.locator(".options td").evaluate_all("all => all.map(each => each.getBoundingClientRect().right)")
        scrolled = page.locator(".table-wrap").evaluate_all(
            "all => all.filter(each => each.scrollWidth > each.clientWidth)"
        )

    assert cells
    assert max(cells) <= 320
    assert scrolled == []
