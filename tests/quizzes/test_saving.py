"""Saving answers: what is shown as saved is never lost, and what is newest counts."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import func, select

import config
from elearn.database import db
from elearn.domain.answers import LONGEST_TEXT
from elearn.domain.grading import GRACE
from elearn.frozen import FactsStay
from elearn.quizzes import saving
from elearn.quizzes.models import Attempt, Response
from elearn.quizzes.reading import NoSuchAttempt
from elearn.quizzes.saving import AttemptOver, NothingToSave, Save
from tests.quizzes.taking import MINUTE, NOW, SECOND, Taker
from tests.support.courses import RIGHT, demo_course
from tests.support.processes import environment


def _rows():
    db.session.rollback()
    return db.session.scalar(select(func.count(Response.id)))


def test_a_saved_answer_is_shown(taker):
    somebody = taker()
    attempt_id = somebody.start()

    somebody.save(attempt_id, {"s1": "Benar 1"})

    assert somebody.answer(attempt_id, "s1") == "Benar 1"


def test_every_kind_of_answer_is_kept_and_graded(people, publish):
    somebody = Taker(people.create(), publish(demo_course()))
    attempt_id = somebody.start()

    somebody.save(attempt_id, {f"k-{kind}": words for kind, words in RIGHT.items()}, key="satu")
    somebody.submit(attempt_id)

    assert somebody.look(attempt_id).grade.percent == 100


def test_the_newest_answer_counts(taker):
    somebody = taker()
    attempt_id = somebody.start()

    somebody.save(attempt_id, {"s1": "Salah 1"}, key="satu")
    somebody.save(attempt_id, {"s1": "Benar 1"}, NOW + SECOND, key="dua")

    assert somebody.answer(attempt_id, "s1") == "Benar 1"


def test_a_receipt_says_when_the_server_had_the_answer(taker):
    somebody = taker()
    attempt_id = somebody.start()

    receipt = somebody.save(attempt_id, {"s1": "Benar 1"}, NOW + MINUTE, key="satu").receipt

    assert receipt.saved_at == NOW + MINUTE
    assert len(receipt.code) == 4


def test_the_page_shows_later_the_receipt_that_was_given(taker):
    somebody = taker()
    attempt_id = somebody.start()

    receipt = somebody.save(attempt_id, {"s1": "Benar 1"}, key="satu").receipt

    assert somebody.look(attempt_id).saved.receipts["s1"] == receipt


def test_the_same_request_sent_again_saves_nothing_twice_and_gets_the_same_receipt(taker):
    somebody = taker()
    attempt_id = somebody.start()
    first = somebody.save(attempt_id, {"s1": "Benar 1"}, key="satu")

    again = somebody.save(attempt_id, {"s1": "Benar 1"}, NOW + MINUTE, key="satu")

    assert again.receipt == first.receipt
    assert _rows() == 1


def test_a_request_that_comes_late_again_does_not_go_over_a_newer_answer(taker):
    somebody = taker()
    attempt_id = somebody.start()
    somebody.save(attempt_id, {"s1": "Salah 1"}, key="satu")
    somebody.save(attempt_id, {"s1": "Benar 1"}, key="dua")

    somebody.save(attempt_id, {"s1": "Salah 1"}, NOW + MINUTE, key="satu")

    assert somebody.answer(attempt_id, "s1") == "Benar 1"


def test_the_same_request_sent_many_times_at_once_is_saved_once(app, taker):
    somebody = taker()
    attempt_id, person_id = somebody.start(), somebody.person.id
    given = Save(frozenset(["s1"]), somebody.fields(attempt_id, {"s1": "Benar 1"}), "satu")

    def send(_: int) -> object:
        with app.app_context():
            return saving.save(attempt_id, person_id, given, now=NOW).receipt

    with ThreadPoolExecutor(6) as pool:
        receipts = set(pool.map(send, range(6)))

    assert len(receipts) == 1
    assert _rows() == 1


def test_answers_to_different_questions_sent_at_once_are_all_saved(app, taker):
    somebody = taker(8)
    attempt_id, person_id = somebody.start(), somebody.person.id
    words = {f"s{n}": f"Benar {n}" for n in range(1, 9)}
    saves = [Save(frozenset([id_]), somebody.fields(attempt_id, {id_: said}), id_) for id_, said in words.items()]

    def send(given: Save) -> object:
        with app.app_context():
            return saving.save(attempt_id, person_id, given, now=NOW)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(send, saves))

    assert {id_: somebody.answer(attempt_id, id_) for id_ in words} == words


def test_saves_of_one_page_keep_their_order_whichever_comes_first(taker):
    somebody = taker()
    attempt_id = somebody.start()
    somebody.save(attempt_id, {"s1": "Benar 1"}, key="dua", tab="t", sequence=2)

    somebody.save(attempt_id, {"s1": "Salah 1"}, NOW + SECOND, key="satu", tab="t", sequence=1)

    assert somebody.answer(attempt_id, "s1") == "Benar 1"


def test_an_answer_changed_and_changed_back_is_not_undone_by_the_one_between(taker):
    somebody = taker()
    attempt_id = somebody.start()
    somebody.save(attempt_id, {"s1": "Benar 1"}, key="satu", tab="t", sequence=1)
    somebody.save(attempt_id, {"s1": "Benar 1"}, key="tiga", tab="t", sequence=3)

    somebody.save(attempt_id, {"s1": "Salah 1"}, key="dua", tab="t", sequence=2)

    assert somebody.answer(attempt_id, "s1") == "Benar 1"


def test_a_second_page_goes_over_the_answer_of_the_first(taker):
    somebody = taker()
    attempt_id = somebody.start()
    somebody.save(attempt_id, {"s1": "Salah 1"}, key="satu", tab="satu", sequence=9)

    somebody.save(attempt_id, {"s1": "Benar 1"}, key="dua", tab="dua", sequence=1)

    assert somebody.answer(attempt_id, "s1") == "Benar 1"


def test_an_answer_that_waited_for_a_connection_is_overtaken_by_one_given_since_elsewhere(taker):
    somebody = taker()
    attempt_id = somebody.start()
    somebody.save(attempt_id, {"s1": "Benar 1"}, NOW + 5 * MINUTE, key="dua", tab="laptop", sequence=1)

    came = somebody.save(
        attempt_id, {"s1": "Salah 1"}, NOW + 10 * MINUTE, key="satu", tab="hp", sequence=1, waited=8 * MINUTE
    )

    assert came.overtaken == ("s1",)
    assert somebody.answer(attempt_id, "s1") == "Benar 1"


def test_an_answer_that_waited_but_was_given_last_counts(taker):
    somebody = taker()
    attempt_id = somebody.start()
    somebody.save(attempt_id, {"s1": "Salah 1"}, NOW + MINUTE, key="dua", tab="laptop", sequence=1)

    came = somebody.save(
        attempt_id, {"s1": "Benar 1"}, NOW + 10 * MINUTE, key="satu", tab="hp", sequence=1, waited=8 * MINUTE
    )

    assert came.overtaken == ()
    assert somebody.answer(attempt_id, "s1") == "Benar 1"


def test_an_answer_that_is_taken_away_is_empty_again(taker):
    somebody = taker()
    attempt_id = somebody.start()
    somebody.save(attempt_id, {"s1": "Benar 1"}, key="satu")

    somebody.save(attempt_id, {"s1": None}, NOW + SECOND, key="dua")

    assert somebody.answer(attempt_id, "s1") is None
    assert _rows() == 2


def test_a_form_that_changes_nothing_saves_nothing(taker):
    somebody = taker()
    attempt_id = somebody.start()
    somebody.save(attempt_id, {"s1": "Benar 1", "s2": None})

    somebody.save(attempt_id, {"s1": "Benar 1", "s2": None})

    assert _rows() == 1


def test_an_old_form_does_not_empty_what_another_page_answered(taker):
    somebody = taker()
    attempt_id = somebody.start()
    seen = somebody.look(attempt_id).saved.newest
    somebody.save(attempt_id, {"s1": "Benar 1"}, key="satu", tab="lain", sequence=1)

    somebody.save(attempt_id, {"s1": None, "s2": "Benar 2"}, NOW + MINUTE, seen=seen)

    assert (somebody.answer(attempt_id, "s1"), somebody.answer(attempt_id, "s2")) == ("Benar 1", "Benar 2")


def test_an_old_form_does_not_bring_back_an_answer_that_another_page_changed(taker):
    somebody = taker()
    attempt_id = somebody.start()
    somebody.save(attempt_id, {"s1": "Salah 1"})
    seen = somebody.look(attempt_id).saved.newest
    somebody.save(attempt_id, {"s1": "Benar 1"}, key="satu")

    somebody.save(attempt_id, {"s1": "Salah 1"}, NOW + MINUTE, seen=seen)

    assert somebody.answer(attempt_id, "s1") == "Benar 1"


def test_an_old_form_saves_what_was_changed_in_it(taker):
    somebody = taker()
    attempt_id = somebody.start()
    seen = somebody.look(attempt_id).saved.newest
    somebody.save(attempt_id, {"s1": "Salah 1"}, key="satu")

    somebody.save(attempt_id, {"s1": "Benar 1"}, NOW + MINUTE, seen=seen)

    assert somebody.answer(attempt_id, "s1") == "Benar 1"


def test_a_save_of_one_question_leaves_the_others_as_they_are(taker):
    somebody = taker()
    attempt_id = somebody.start()
    somebody.save(attempt_id, {"s1": "Benar 1", "s2": "Benar 2"}, key="satu")

    somebody.save(attempt_id, {"s2": "Salah 2"}, key="dua")

    assert somebody.answer(attempt_id, "s1") == "Benar 1"


def test_an_answer_to_a_question_that_the_paper_lacks_is_left_out(taker):
    somebody = taker()
    attempt_id = somebody.start()
    fields = {**somebody.fields(attempt_id, {"s1": "Benar 1"}), "q-lain": ["x"]}

    saving.save(attempt_id, somebody.person.id, Save(frozenset(["s1", "lain"]), fields, "satu"), now=NOW)

    assert set(somebody.look(attempt_id).answers) == {"s1"}


def test_a_form_without_any_question_of_the_paper_is_refused_not_receipted(taker):
    somebody = taker()
    attempt_id = somebody.start()

    with pytest.raises(NothingToSave):
        saving.save(attempt_id, somebody.person.id, Save(frozenset(["lain"]), {"q-lain": ["x"]}, "satu"), now=NOW)


def test_a_huge_answer_is_cut_to_what_a_field_takes(people, publish):
    somebody = Taker(people.create(), publish(demo_course()))
    attempt_id = somebody.start()

    somebody.save(attempt_id, {"k-isian": "a" * 200_000})

    assert somebody.look(attempt_id).answers["k-isian"] == "a" * LONGEST_TEXT


def test_odd_characters_are_kept_on_every_database(people, publish):
    somebody = Taker(people.create(), publish(demo_course()))
    attempt_id = somebody.start()
    odd = "\x00\ud800'\"\\ <b>ق🙂"

    somebody.save(attempt_id, {"k-isian": odd})

    assert somebody.look(attempt_id).answers["k-isian"] == "'\"\\ <b>ق🙂"


def test_a_choice_that_the_question_does_not_offer_is_no_answer(taker):
    somebody = taker()
    attempt_id = somebody.start()

    saving.save(attempt_id, somebody.person.id, Save(frozenset(["s1"]), {"q-s1": ["bukan"]}, "satu"), now=NOW)

    assert somebody.look(attempt_id).answers["s1"] is None


def test_nobody_saves_into_the_attempt_of_another(taker, people):
    somebody = taker()
    attempt_id = somebody.start()
    given = Save(frozenset(["s1"]), somebody.fields(attempt_id, {"s1": "Benar 1"}), "satu")

    with pytest.raises(NoSuchAttempt):
        saving.save(attempt_id, people.create().id, given, now=NOW)

    assert _rows() == 0


def test_a_save_after_handing_in_is_refused_and_changes_nothing(taker):
    somebody = taker()
    attempt_id = somebody.finish(right=3)

    with pytest.raises(AttemptOver):
        somebody.save(attempt_id, {"s1": "Salah 1"}, NOW + SECOND, key="satu")

    assert somebody.answer(attempt_id, "s1") == "Benar 1"


def test_the_last_save_on_its_way_at_the_deadline_is_taken(taker):
    somebody = taker(time_limit=20)
    attempt_id = somebody.start()

    somebody.save(attempt_id, {"s1": "Benar 1"}, NOW + 20 * MINUTE + GRACE, key="satu")

    assert somebody.answer(attempt_id, "s1", NOW + 20 * MINUTE) == "Benar 1"


def test_a_save_after_the_time_is_refused_and_what_was_saved_before_is_graded(taker):
    somebody = taker(time_limit=20, passing_score=30)
    attempt_id = somebody.start()
    somebody.save(attempt_id, {"s1": "Benar 1"}, NOW + 19 * MINUTE, key="satu")

    with pytest.raises(AttemptOver):
        somebody.save(attempt_id, {"s2": "Benar 2"}, NOW + 20 * MINUTE + GRACE + SECOND, key="dua")

    attempt = db.session.get_one(Attempt, attempt_id)
    assert (attempt.expired, attempt.earned_numerator, attempt.passed) == (True, 1, True)


def test_an_answer_that_the_server_had_survives_its_sudden_end(settings, taker):
    somebody = taker()
    attempt_id = somebody.start()
    key = somebody.fields(attempt_id, {"s1": "Benar 1"})["q-s1"][0]
    code = f"""
import os, signal
from datetime import datetime, UTC
from elearn.app import create_app
from elearn.quizzes.saving import Save, save
with create_app().app_context():
    given = Save(frozenset(["s1"]), {{"q-s1": ["{key}"]}}, "satu")
    save({attempt_id}, {somebody.person.id}, given, now=datetime(2026, 11, 24, 13, tzinfo=UTC))
    os.kill(os.getpid(), signal.SIGKILL)
"""
    db.session.rollback()

    ended = subprocess.run([sys.executable, "-c", code], env=environment(settings), cwd=config.ROOT, check=False)

    assert ended.returncode < 0
    assert somebody.answer(attempt_id, "s1") == "Benar 1"


def test_a_browser_that_heard_nothing_of_its_save_may_ask_again(taker):
    """The server saved and was gone before it answered: the answer counts once, whatever the browser does next."""
    somebody = taker()
    attempt_id = somebody.start()
    somebody.save(attempt_id, {"s1": "Benar 1"}, key="satu", tab="t", sequence=1)

    again = somebody.save(
        attempt_id, {"s1": "Benar 1"}, NOW + MINUTE, key="satu", tab="t", sequence=1, waited=timedelta(minutes=1)
    )

    assert again.overtaken == ()
    assert again.receipt.saved_at == NOW
    assert _rows() == 1


def test_a_saved_answer_is_a_fact_that_nobody_changes(taker):
    somebody = taker()
    somebody.save(somebody.start(), {"s1": "Benar 1"})
    row = db.session.scalars(select(Response)).one()
    row.answer = "lain"

    with pytest.raises(FactsStay):
        db.session.flush()
    db.session.rollback()
