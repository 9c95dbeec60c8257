"""Figures of a course as they are read from what its learners did."""

from datetime import timedelta

import pytest

from elearn import clock
from elearn.database import db
from elearn.learning.models import Enrolment
from elearn.ratings.models import CourseRating
from elearn.studio import drafts
from elearn.studio.course_figures import NotPublished, figures_of
from elearn.studio.models import DraftShare
from elearn.studio.taking_in import take_in
from tests.support.crowd import BEGAN, Crowd, crowded_course
from tests.support.queries import counted

LATER = BEGAN + timedelta(days=90)


@pytest.fixture
def course(publish):
    return publish(crowded_course(), "ramai")


def enrol(course, *people):
    db.session.add_all(
        Enrolment(user_id=each.id, course_id=course.course_id, enrolled_at=BEGAN, active_at=BEGAN) for each in people
    )
    db.session.commit()


def enrolled():
    found = figures_of("ramai", LATER).figures
    return found.enrolled if found else None


def rate(enrolments, **answers):
    rows = [CourseRating(enrolment_id=each, created_at=BEGAN, **answers) for each in enrolments]
    db.session.add_all(rows)
    db.session.commit()


def test_a_course_without_an_edition_has_no_figures(write):
    write(slug="baru")

    with pytest.raises(NotPublished):
        figures_of("baru", LATER)


def test_a_crowd_gives_every_figure(course):
    Crowd().take(course, 200)

    known = figures_of("ramai", LATER)

    assert known.figures
    assert known.ratings
    assert known.figures.most_stop_at == course.course.units[1]
    assert known.figures.days == 4
    assert [quiz.unit.title for quiz in known.scores] == ["Kuis pelayanan"]
    assert len(known.ratings.agreements) == 5


def test_a_quiz_that_was_removed_keeps_its_scores(course, publish):
    Crowd().take(course, 200)
    before = figures_of("ramai", LATER).scores

    publish({path: text for path, text in crowded_course().items() if "kuis" not in path}, "ramai")

    found = figures_of("ramai", LATER)
    assert before
    assert (found.scores, found.gone) == ((), before)


def test_other_courses_do_not_count(course, publish):
    Crowd().take(publish(crowded_course(), "lain"), 20)

    assert enrolled() is None


def test_its_owner_does_not_count(course, people, trainer):
    take_in("ramai", trainer.id, BEGAN)
    Crowd().take(course, 10)

    enrol(course, trainer, *(people.create() for _one in range(4)))

    assert enrolled() == 10


def test_who_took_it_before_they_began_to_write_it_counts(course, people, trainer):
    take_in("ramai", trainer.id, LATER)
    Crowd().take(course, 10)

    enrol(course, trainer, *(people.create() for _one in range(4)))

    assert enrolled() == 15


def test_sharing_a_draft_takes_no_learner_out_of_the_figures(course, people, trainer):
    draft = take_in("ramai", trainer.id, BEGAN)
    helper = people.create(roles="trainer")
    Crowd().take(course, 9)
    enrol(course, helper)

    db.session.add(DraftShare(draft_id=draft.id, user_id=helper.id))
    db.session.commit()

    assert enrolled() == 10


def test_trainers_of_other_courses_count(course, people, trainer):
    take_in("ramai", trainer.id, clock.now())
    other = people.create(roles="trainer")
    drafts.create("lain", "Lain", {}, other.id, clock.now())
    Crowd().take(course, 9)

    enrol(course, other)

    assert enrolled() == 10


def test_everybody_counts_in_a_course_that_has_no_draft(course, trainer):
    Crowd().take(course, 9)

    enrol(course, trainer)

    assert enrolled() == 10


def test_four_opinions_are_not_told(course):
    rate(Crowd().take(course, 0) or [], useful=5)
    learners = _without_ratings(course, 9)

    rate(learners[:4], useful=5, comment="Bagus.")

    assert figures_of("ramai", LATER).ratings is None


def test_comments_are_told_from_five_opinions_on_in_an_order_that_says_nothing_of_time(course):
    learners = _without_ratings(course, 10)
    for number, each in enumerate(learners[:5]):
        rate([each], useful=5, comment=f"Komentar {number}")

    first = figures_of("ramai", LATER).ratings
    rate(learners[5:], comment="Yang terakhir")
    second = figures_of("ramai", LATER).ratings

    assert first
    assert second
    as_they_came = [f"Komentar {number}" for number in range(5)]
    assert sorted(first.comments) == as_they_came
    assert list(first.comments) not in (as_they_came, as_they_came[::-1])
    assert [each for each in second.comments if each != "Yang terakhir"] == list(first.comments)


def _without_ratings(course, size):
    learners = Crowd().take(course, size)
    db.session.execute(CourseRating.__table__.delete())
    db.session.commit()
    return learners


@pytest.mark.parametrize("size", [10, 300])
def test_the_figures_of_a_course_take_five_queries_however_many_take_it(course, size):
    Crowd().take(course, size)
    figures_of("ramai", LATER)

    with counted() as asked:
        figures_of("ramai", LATER)

    assert len(asked) == 5
