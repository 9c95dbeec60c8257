"""An attempt without a script: page by page, every page saved on the way, a last look, handed in."""

import pytest

from elearn import clock
from elearn.domain.answers import field_name
from tests.quizzes.pages import buttons, filled_form, words
from tests.quizzes.taking import MINUTE, Taker, course_with, quiz_md
from tests.support.courses import RIGHT, demo_course

JSON = {"Accept": "application/json"}


@pytest.fixture
def sitting(taker, visit):
    """`sitting(questions, rules…)` gives a learner in an attempt, their browser and the attempt's address."""

    def make(questions: int = 7, **rules: object):
        somebody = taker(questions, shuffle="false", **rules)
        return somebody, visit(somebody.person), f"/attempts/{somebody.start(clock.now())}"

    return make


def _id(address):
    return int(address.split("/")[2])


def _send(browser, address, fields, **options):
    return browser.post(f"{address}/answers", fields, **options)


def test_five_questions_stand_on_a_page(sitting):
    _, browser, address = sitting(7)

    first, second = (words(browser.get(f"{address}/?page={n}").text) for n in (1, 2))

    assert [f"Soal nomor {n}?" in first for n in range(1, 8)] == [True] * 5 + [False] * 2
    assert [f"Soal nomor {n}?" in second for n in range(1, 8)] == [False] * 5 + [True] * 2


def test_nothing_on_the_page_tells_the_right_answer(sitting):
    _, browser, address = sitting()

    page = browser.get(f"{address}/").text

    assert "menjelaskannya" not in page
    assert "Lihat lagi" not in page


@pytest.mark.parametrize(("wanted", "shown"), [("0", 1), ("-3", 1), ("99", 2), ("x", 1), ("9" * 30, 2)])
def test_a_page_that_is_not_there_becomes_the_nearest(sitting, wanted, shown):
    _, browser, address = sitting(7)

    assert f"Halaman {shown} dari 2" in words(browser.get(f"{address}/?page={wanted}").text)


def test_saving_a_page_leads_to_the_next(sitting):
    _, browser, address = sitting()

    went = _send(browser, address, {**filled_form(browser.get(f"{address}/").text), "go": "2"})

    assert (went.status_code, went.location) == (303, f"{address}/?page=2")


def test_what_was_chosen_is_saved_on_the_way_and_filled_in_again(sitting):
    somebody, browser, address = sitting()
    chosen = somebody.fields(_id(address), {"s2": "Benar 2", "s4": "Salah 4"})

    _send(browser, address, {**filled_form(browser.get(f"{address}/").text), **chosen, "go": "2"})

    form = filled_form(browser.get(f"{address}/?page=1").text)
    assert {name: form.get(name) for name in ("q-s2", "q-s4", "q-s1")} == {**chosen, "q-s1": None}


def test_every_kind_of_answer_is_filled_in_again(people, publish, visit):
    somebody = Taker(people.create(), publish(demo_course()))
    attempt_id = somebody.start(clock.now())
    given = somebody.fields(attempt_id, {f"k-{kind}": said for kind, said in RIGHT.items()})
    somebody.save(attempt_id, {f"k-{kind}": said for kind, said in RIGHT.items()}, clock.now())

    browser = visit(somebody.person)
    shown = {}
    for n in (1, 2):
        shown |= filled_form(browser.get(f"/attempts/{attempt_id}/?page={n}").text)

    assert {name: sorted(values) for name, values in shown.items() if name.startswith("q-")} == {
        name: sorted(values) for name, values in given.items()
    }


def test_the_way_back_saves_too(sitting):
    somebody, browser, address = sitting()
    chosen = somebody.fields(_id(address), {"s7": "Benar 7"})

    went = _send(browser, address, {**filled_form(browser.get(f"{address}/?page=2").text), **chosen, "go": "1"})

    assert went.location == f"{address}/?page=1"
    assert somebody.answer(_id(address), "s7", clock.now()) == "Benar 7"


def test_a_page_that_was_open_for_long_does_not_undo_what_another_page_changed(sitting):
    somebody, browser, address = sitting()
    somebody.save(_id(address), {"s1": "Salah 1"}, clock.now())
    old = filled_form(browser.get(f"{address}/?page=1").text)
    somebody.save(_id(address), {"s1": "Benar 1"}, clock.now(), key="lain")

    _send(browser, address, {**old, "go": "2"})

    assert somebody.answer(_id(address), "s1", clock.now()) == "Benar 1"


def test_coming_back_leads_to_the_first_page_with_something_to_answer(sitting):
    somebody, browser, address = sitting()
    somebody.save(_id(address), {f"s{n}": f"Benar {n}" for n in range(1, 6)}, clock.now())

    assert "Halaman 2 dari 2" in words(browser.get(f"{address}/").text)


def test_a_saved_answer_shows_its_receipt(sitting):
    somebody, browser, address = sitting()
    receipt = somebody.save(_id(address), {"s1": "Benar 1"}, clock.now(), key="satu").receipt

    page = words(browser.get(f"{address}/?page=1").text)

    assert f"kode {receipt.code}" in page
    assert "Tersimpan " in page


def test_the_last_page_leads_to_the_review(sitting):
    _, browser, address = sitting()
    html = browser.get(f"{address}/?page=2").text

    went = _send(browser, address, {**filled_form(html), "go": "review"})

    assert buttons(html) == ["Simpan & tinjau"]
    assert went.location == f"{address}/review"


def test_the_review_says_what_is_not_answered_and_leads_there(sitting):
    somebody, browser, address = sitting()
    somebody.save(_id(address), {f"s{n}": f"Benar {n}" for n in range(1, 6)}, clock.now())

    html = browser.get(f"{address}/review").text

    assert "Masih ada 2 soal yang belum lengkap." in words(html)
    assert f'href="{address}/?page=2#q-s7"' in html
    assert words(html).count("belum dijawab") == 2


def test_the_review_says_when_everything_is_answered(sitting):
    somebody, browser, address = sitting(1)
    somebody.save(_id(address), {"s1": "Benar 1"}, clock.now())

    assert "Semua soal sudah terjawab." in words(browser.get(f"{address}/review").text)


def test_handing_in_leads_to_the_result(sitting):
    _, browser, address = sitting()

    went = browser.post(f"{address}/submit")

    assert (went.status_code, went.location) == (303, f"{address}/result")
    assert "Belum lulus" in words(browser.get(went.location).text)


@pytest.mark.parametrize("page", ["/", "/review"])
def test_pages_of_an_attempt_that_is_handed_in_lead_to_its_result(sitting, page):
    somebody, browser, address = sitting()
    somebody.submit(_id(address), clock.now())

    assert browser.get(address + page).location == f"{address}/result"


def test_the_result_of_an_open_attempt_leads_back_to_it(sitting):
    _, browser, address = sitting()

    assert browser.get(f"{address}/result").location == f"{address}/"


@pytest.mark.parametrize("page", ["/", "/review", "/result"])
def test_nobody_sees_the_attempt_of_another(sitting, people, visit, page):
    _, _, address = sitting()

    assert visit(people.create()).get(address + page).status_code == 404


@pytest.mark.parametrize("page", ["/answers", "/submit"])
def test_nobody_sends_anything_to_the_attempt_of_another(sitting, people, visit, page):
    somebody, _, address = sitting()

    assert visit(people.create()).post(address + page, {"question": "s1"}).status_code == 404
    assert somebody.look(_id(address), clock.now()).open


@pytest.mark.parametrize("number", ["0", "2147483647", "2147483648", "99999999999999999999", "-1", "x"])
def test_an_attempt_that_does_not_exist_is_a_page_of_its_own(sitting, number):
    _, browser, _ = sitting()

    assert browser.get(f"/attempts/{number}/").status_code == 404


def test_the_time_limit_stands_on_the_page_by_the_clock_of_the_server(sitting):
    _, browser, address = sitting(time_limit=20)

    page = browser.get(f"{address}/").text

    assert "Waktu sampai" in words(page)
    assert "data-time=" in page


def test_an_expired_attempt_leads_from_its_page_to_its_result(taker, visit):
    somebody = taker(time_limit=20)
    attempt_id = somebody.start(clock.now() - 60 * MINUTE)

    went = visit(somebody.person).get(f"/attempts/{attempt_id}/", follow_redirects=True)

    assert went.request.path == f"/attempts/{attempt_id}/result"
    assert "Waktunya habis" in words(went.text)


def test_a_form_sent_after_the_time_says_that_what_was_saved_counts(taker, visit):
    somebody = taker(time_limit=20)
    began = clock.now() - 60 * MINUTE
    attempt_id = somebody.start(began)
    somebody.save(attempt_id, {"s1": "Benar 1"}, began + MINUTE)
    late = somebody.fields(attempt_id, {"s2": "Benar 2"})

    went = _send(visit(somebody.person), f"/attempts/{attempt_id}", {"question": "s2", **late}, follow_redirects=True)

    assert "Yang dinilai adalah jawaban yang tersimpan sebelumnya." in words(went.text)
    assert somebody.look(attempt_id).grade.earned == 1


# ---------- What a script hears ----------


def _save_as_script(somebody, browser, address, **more):
    fields = somebody.fields(_id(address), {"s1": "Benar 1"})
    data = {"question": "s1", "request_key": "satu", "tab": "t", "sequence": "1", **fields, **more}
    return _send(browser, address, data, headers=JSON)


def test_a_script_hears_the_receipt(sitting):
    somebody, browser, address = sitting(time_limit=20)

    told = _save_as_script(somebody, browser, address).json

    receipt = somebody.look(_id(address), clock.now()).saved.receipts["s1"]
    assert told["code"] == receipt.code
    assert len(told["saved_at"]) == len("20.14.05")
    assert told["overtaken"] == []
    assert 1190 <= told["left"] <= 1200


def test_without_a_time_limit_a_script_hears_of_none(sitting):
    somebody, browser, address = sitting()

    assert _save_as_script(somebody, browser, address).json["left"] is None


def test_a_script_hears_which_answer_was_overtaken(sitting):
    somebody, browser, address = sitting()
    somebody.save(_id(address), {"s1": "Salah 1"}, clock.now(), key="lain", tab="lain", sequence=1)

    told = _save_as_script(somebody, browser, address, waited="60000").json

    assert told["overtaken"] == ["s1"]


def test_a_script_that_saves_too_late_hears_where_the_result_is(sitting):
    somebody, browser, address = sitting()
    somebody.submit(_id(address), clock.now())

    answer = _save_as_script(somebody, browser, address)

    assert (answer.status_code, answer.json["address"]) == (409, f"{address}/result")


def test_a_script_of_who_is_signed_out_hears_so(sitting, visit):
    somebody, _, address = sitting()

    answer = _save_as_script(somebody, visit(None), address)

    assert (answer.status_code, answer.is_json) == (401, True)


def test_a_script_with_an_old_token_hears_so_and_nothing_is_saved(sitting):
    somebody, browser, address = sitting()

    answer = _save_as_script(somebody, browser, address, csrf_token="kemarin")

    assert (answer.status_code, answer.json["error"]) == (400, "expired-form")
    assert somebody.look(_id(address), clock.now()).answers == {}


def test_a_script_may_send_the_token_in_a_header(sitting):
    somebody, browser, address = sitting()
    fields = somebody.fields(_id(address), {"s1": "Benar 1"})

    answer = browser.client.post(
        f"{address}/answers", data={"question": "s1", **fields}, headers={**JSON, "X-CSRFToken": browser.token()}
    )

    assert answer.status_code == 200


@pytest.mark.parametrize(
    "wrong",
    [
        {"question": "lain"},
        {"question": ""},
        {"request_key": "x" * 65},
        {"tab": "<script>"},
    ],
)
def test_a_request_that_no_script_of_ours_makes_is_refused(sitting, wrong):
    somebody, browser, address = sitting()

    assert _save_as_script(somebody, browser, address, **wrong).status_code == 400


@pytest.mark.parametrize("field", ["sequence", "waited", "seen"])
@pytest.mark.parametrize("value", ["-1", "9" * 40, "x", ""])
def test_odd_numbers_beside_an_answer_do_no_harm(sitting, field, value):
    somebody, browser, address = sitting()

    assert _save_as_script(somebody, browser, address, **{field: value}).status_code == 200


def test_a_request_too_large_to_be_an_answer_is_refused(sitting):
    somebody, browser, address = sitting()

    answer = _save_as_script(somebody, browser, address, **{field_name("s1"): "x" * 300_000})

    assert (answer.status_code, answer.is_json) == (413, True)


@pytest.mark.parametrize("page", ["/", "/result"])
def test_a_question_with_code_brings_the_colours_of_code(people, publish, visit, page):
    quiz = quiz_md().replace("nomor 1? {#s1}\n", "nomor 1? {#s1}\n\n```python\nprint(1)\n```\n")
    somebody = Taker(people.create(), publish(course_with(quiz)))
    attempt_id = somebody.start(clock.now()) if page == "/" else somebody.finish(right=0, now=clock.now())

    html = visit(somebody.person).get(f"/attempts/{attempt_id}{page}").text

    assert "css/code.css" in html


def test_a_page_without_code_does_not_load_its_colours(sitting):
    _, browser, address = sitting()

    assert "css/code.css" not in browser.get(f"{address}/").text
