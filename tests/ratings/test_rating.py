"""The closing questionnaire: offered to who completed a course, never asked for."""

import pytest
from sqlalchemy import func, select

from elearn import clock
from elearn.database import db
from elearn.domain.questionnaire import Opinion
from elearn.learning.models import Enrolment
from elearn.ratings import service
from elearn.ratings.models import CourseRating
from tests.support.completing import complete, enrol
from tests.support.courses import lessons_only

PAGE = "/courses/kursus/rating"
ALL = {"useful": "5", "clear": "4", "practical": "3", "paced": "2", "recommended": "1", "comment": "Bagus.\r\nSekali."}


@pytest.fixture
def course(publish):
    return publish(lessons_only())


@pytest.fixture
def learner(people, course):
    person = people.create()
    complete(person, course)
    return person


@pytest.fixture
def theirs(learner, visit):
    return visit(learner)


def enrolment(learner, course):
    of = Enrolment.user_id == learner.id, Enrolment.course_id == course.course_id
    return db.session.scalars(select(Enrolment.id).where(*of)).one()


def kept():
    return db.session.scalars(select(CourseRating)).all()


def test_answers_and_comment_are_kept(theirs):
    answer = theirs.post(PAGE, ALL)

    rating = kept()[0]
    assert answer.location == "/courses/kursus/"
    assert (rating.useful, rating.clear, rating.practical, rating.paced, rating.recommended) == (5, 4, 3, 2, 1)
    assert rating.comment == "Bagus.\nSekali."


def test_every_statement_may_be_left_alone(theirs):
    theirs.post(PAGE, {"clear": "4"})

    assert (kept()[0].clear, kept()[0].useful) == (4, None)


def test_a_comment_alone_is_enough(theirs):
    theirs.post(PAGE, {"comment": "Bagus."})

    assert kept()[0].comment == "Bagus."


def test_nothing_said_is_nothing_kept(theirs):
    page = theirs.post(PAGE, {"comment": " \n "})

    assert "Belum ada yang diisi" in page.text
    assert kept() == []


def test_a_changed_opinion_replaces_the_one_before(theirs, learner, course):
    theirs.post(PAGE, ALL)

    theirs.post(PAGE, {"useful": "1"})

    assert service.opinion_of(enrolment(learner, course)) == Opinion(useful=1)


def test_what_was_said_before_is_kept_so_that_figures_change_by_fives(theirs):
    theirs.post(PAGE, ALL)

    theirs.post(PAGE, {"useful": "1"})

    assert [rating.useful for rating in kept()] == [5, 1]


def test_the_same_opinion_sent_twice_is_kept_once(theirs):
    theirs.post(PAGE, ALL)

    theirs.post(PAGE, ALL)

    assert len(kept()) == 1


def test_the_page_shows_what_was_answered_before(theirs):
    theirs.post(PAGE, ALL)

    page = theirs.get(PAGE).text

    assert page.count(" checked") == 5
    assert "Bagus.\nSekali." in page


@pytest.mark.parametrize("value", ["0", "6", "x", "5; DROP"])
def test_an_answer_outside_the_scale_is_refused(theirs, value):
    page = theirs.post(PAGE, {"useful": value})

    assert "Pilih salah satu yang tersedia." in page.text
    assert kept() == []


def test_a_comment_that_is_too_long_is_refused_and_stays_in_the_form(theirs):
    page = theirs.post(PAGE, {"comment": "x" * 2001})

    assert "Paling banyak 2000 huruf." in page.text
    assert "x" * 2001 in page.text


def test_who_has_not_completed_the_course_is_led_back_to_it(people, course, visit):
    person = people.create()
    enrol(person, course)

    answer = visit(person).post(PAGE, ALL)

    assert answer.location == "/courses/kursus/"
    assert kept() == []


def test_the_service_keeps_no_opinion_of_who_has_not_completed_the_course(people, course):
    enrolment_id = enrol(people.create(), course)

    with pytest.raises(service.NotCompleted):
        service.rate(enrolment_id, Opinion(useful=5), now=clock.now())


def test_who_does_not_take_the_course_is_led_to_it(people, course, visit):
    assert visit(people.create()).get(PAGE).location == "/courses/kursus/"


def test_a_completed_course_offers_the_questionnaire_before_its_certificate(theirs):
    page = theirs.get("/courses/kursus/").text

    assert 0 < page.index(f'href="{PAGE}"') < page.index("Lihat sertifikat")


def test_a_course_that_is_not_completed_offers_none(people, course, visit):
    person = people.create()
    enrol(person, course)

    assert PAGE not in visit(person).get("/courses/kursus/").text


def test_the_certificate_is_there_without_an_opinion(theirs):
    page = theirs.get("/certificates/").text

    assert "Unduh PDF" in page
    assert f'href="{PAGE}"' in page
    assert db.session.scalar(select(func.count()).select_from(CourseRating)) == 0


def test_the_questionnaire_can_be_passed_over(theirs):
    assert 'href="/certificates/"' in theirs.get(PAGE).text.partition("<form")[2]
