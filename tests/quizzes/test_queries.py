"""Pages of quizzes ask the database a constant number of times."""

import pytest

from elearn import clock
from tests.quizzes.taking import MINUTE
from tests.support.queries import counted

JSON = {"Accept": "application/json"}


@pytest.fixture(params=[3, 30])
def busy(request, taker, visit):
    """A learner in the last of some attempts, with a quiz of some questions; small, and ten times as large."""
    count = request.param
    somebody = taker(count)
    for n in range(count // 3):
        somebody.finish(right=0, now=clock.now() - (100 - n) * MINUTE, wrong=count)
    attempt_id = somebody.start(clock.now() - MINUTE)
    somebody.save(attempt_id, {f"s{n}": f"Salah {n}" for n in range(1, count + 1)}, clock.now() - MINUTE)
    browser = visit(somebody.person)
    browser.get(somebody.address)
    return somebody, browser, attempt_id


def test_saving_an_answer_asks_at_most_four_times(busy):
    somebody, browser, attempt_id = busy
    data = {
        **somebody.fields(attempt_id, {"s1": "Benar 1"}),
        "question": "s1",
        "request_key": "satu",
        "csrf_token": browser.token(),
    }

    with counted() as statements:
        answer = browser.client.post(f"/attempts/{attempt_id}/answers", data=data, headers=JSON)

    assert answer.status_code == 200
    assert len(statements) <= 4


def test_an_attempt_page_asks_at_most_five_times(busy):
    _, browser, attempt_id = busy

    with counted() as statements:
        browser.get(f"/attempts/{attempt_id}/")

    assert 0 < len(statements) <= 5


def test_the_review_asks_at_most_five_times(busy):
    _, browser, attempt_id = busy

    with counted() as statements:
        browser.get(f"/attempts/{attempt_id}/review")

    assert 0 < len(statements) <= 5


def test_the_page_of_a_quiz_asks_at_most_three_times(busy):
    somebody, browser, _ = busy
    address = somebody.address

    with counted() as statements:
        browser.get(address)

    assert 0 < len(statements) <= 3


def test_a_result_asks_at_most_five_times(busy):
    somebody, browser, attempt_id = busy
    somebody.submit(attempt_id, clock.now())

    with counted() as statements:
        browser.get(f"/attempts/{attempt_id}/result")

    assert 0 < len(statements) <= 5
