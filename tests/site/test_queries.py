"""No request's number of queries grows with the number of people, courses, units or rows."""

import secrets

import pytest
from sqlalchemy import select

from elearn import clock
from elearn.database import db
from elearn.learning import service as learning
from elearn.learning.standing import standing_in
from elearn.quizzes.models import Attempt
from elearn.studio import drafts
from elearn.studio.models import Draft, DraftShare
from elearn.studio.removals import remove
from tests.support.completing import complete
from tests.support.courses import PICTURE, demo_course, lesson, lessons_only, question_kinds, small_course
from tests.support.queries import counted
from tests.support.visitor import Visitor
from tests.support.world import reader_of

MANY = 8

LIMITS = {
    "lesson, changed": 3,
    "lesson, with practice": 3,
    "lesson, completed": 3,
    "home": 5,
    "catalogue": 4,
    "course, begun": 3,
    "course, locked": 5,
    "changes": 3,
    "quiz": 4,
    "attempt": 4,
    "attempt, last look": 4,
    "attempt, result": 6,
    "a saved answer": 5,
    "a practice answer": 5,
    "verification": 3,
    "certificates": 4,
    "hours": 3,
    "account": 6,
    "studio": 5,
    "studio, outline": 7,
    "studio, editor": 8,
    "studio, files": 6,
    "studio, export": 6,
    "studio, print": 6,
    "studio, import": 3,
    "studio, import report": 6,
    "studio, people": 4,
    "studio, publish": 11,
    "studio, review": 11,
    "studio, editions": 4,
    "studio, edition": 4,
    "studio, histories": 4,
    "studio, history": 7,
    "studio, compare": 7,
    "studio, restore": 7,
    "studio, try": 6,
    "studio, try a lesson": 6,
    "studio, try a quiz": 6,
    "office": 6,
    "office, participation": 5,
    "office, people": 4,
    "office, person": 4,
    "office, certificates": 6,
}
"""How many queries each may take, that for who is signed in included."""


@pytest.fixture
def measure(world, visit):
    """Counts the queries of each page and of each answer that is kept, by name."""

    def run():
        visitors = {role: visit(person) for role, person in world.people.items()}
        found = {
            name: _queries(visitors[reader_of(name)], path) for name, path in world.pages.items() if name in LIMITS
        }
        attempt = world.pages["attempt"]
        answer = {"question": "k-isian", "q-k-isian": "Tangerang Selatan"}
        found["a saved answer"] = _queries(visitors["learner"], f"{attempt}answers", answer)
        practice = {"question": "l-isian", "q-l-isian": "Tangerang Selatan"}
        found["a practice answer"] = _queries(visitors["learner"], world.pages["lesson, with practice"], practice)
        return found

    return run


def _queries(visitor: Visitor, path: str, data: dict[str, str] | None = None) -> int:
    """Queries of a request, when the process has read the editions and made the page before."""
    token = visitor.token()
    for _ in range(2):
        sent = {**data, "csrf_token": token, "request_key": secrets.token_hex(8)} if data else None
        with counted() as statements:
            response = visitor.client.post(path, data=sent) if sent else visitor.client.get(path)
        assert response.status_code in (200, 303), (path, response.status)
    return len(statements)


@pytest.fixture
def grow(world, visit, publish, people):
    """Makes more of everything: courses, units, people, completions, certificates, attempts, saves, sessions."""

    def run():
        learner = world.people["learner"]
        basics = publish(lessons_only("Dasar pelayanan", count=1), "dasar")
        approved = publish(small_course("Kas daerah", certificate="approval"), "kas")
        for number in range(MANY):
            complete(people.create(f"Orang {number}"), basics)
            complete(people.create(f"Calon {number}"), approved)
            complete(learner, publish(small_course(f"Ruang {number}"), f"ruang-{number}"))
            publish(small_course(f"Pelatihan {number}"), f"pelatihan-{number}")
            visit(learner)
        _more_units(learner, publish)
        _more_drafts(world.people["trainer"], people)
        _more_attempts(world.pages["attempt, result"], world.pages["attempt"], visit(learner))

    return run


def _more_units(learner, publish):
    """The course that the learner is in the middle of gets more lessons, which the learner reads."""
    more = {f"01-langkah/{at}-tambahan-{at}.md": lesson(f"Tambahan {at}") for at in range(10, 10 + MANY)}
    publish({**demo_course(), **more}, "melayani")
    for at in range(10, 10 + MANY):
        standing = standing_in(learner.id, "melayani")
        unit = standing.edition.unit(f"langkah/tambahan-{at}")
        learning.finish_lesson(learner.id, standing, unit, now=clock.now())


def _more_drafts(trainer, people):
    """The trainer writes more courses; the one that there is has more lessons, pictures, writers and removed files."""
    now = clock.now()
    draft = db.session.scalars(select(Draft).where(Draft.slug == "melayani")).one()
    for number in range(MANY):
        drafts.create(f"draf-{number}", f"Draf {number}", {"course.md": b""}, trainer.id, now)
        db.session.add(DraftShare(draft_id=draft.id, user_id=people.create(f"Rekan {number}", roles="trainer").id))
        added = {
            f"01-langkah/{20 + number}-tulis-{number}.md": lesson(f"Tulis {number}"),
            f"media/{number}.svg": PICTURE,
            f"bank/b-{number}.md": question_kinds(f"b{number}"),
            f"bank/buang-{number}.md": question_kinds(f"c{number}"),
        }
        for path, text in added.items():
            drafts.add_file(draft.id, path, text.encode(), trainer.id, now)
        db.session.commit()
        remove(draft.id, f"bank/buang-{number}.md", now)


def _more_attempts(result, attempt, visitor):
    """The learner tried the quiz more often, and saved more answers in the attempt that is open."""
    handed_in = db.session.get_one(Attempt, int(result.split("/")[2]))
    columns = [column.key for column in Attempt.__table__.columns if column.key not in ("id", "number")]
    for number in range(100, 100 + MANY):
        db.session.add(Attempt(number=number, **{key: getattr(handed_in, key) for key in columns}))
        db.session.commit()
        answer = {"question": "k-isian", "q-k-isian": f"jawaban {number}", "request_key": f"kunci-{number}"}
        visitor.post(f"{attempt}answers", answer)


def test_no_request_asks_more_of_the_database_than_its_limit(measure):
    over = {name: queries for name, queries in measure().items() if queries > LIMITS[name]}

    assert over == {}


def test_no_request_asks_more_of_the_database_when_there_is_more_of_everything(measure, grow):
    before = measure()

    grow()

    after = measure()
    assert {name: (before[name], after[name]) for name in before if after[name] != before[name]} == {}
