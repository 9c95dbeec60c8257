"""A small city: people in every role, courses in every state, and the address of every page for them.

`learner` is in the middle of things; `other` waits for approval; what belongs to one is nobody else's business.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO

from flask import url_for

from elearn import clock
from elearn.accounts.models import SignIn, User
from elearn.accounts.passwords import hash_password
from elearn.certificates import reading, service
from elearn.courses.editions import LiveEdition
from elearn.database import db
from elearn.learning.completion import complete_unit
from elearn.learning.standing import standing_in
from elearn.quizzes import service as quizzes
from elearn.studio import converted, drafts, exchange, remarks
from elearn.studio.outside import draft_called
from elearn.studio.receiving import receive
from elearn.studio.taking_in import take_in
from tests.support.completing import complete, enrol
from tests.support.courses import demo_course, lessons_only, small_course
from tests.support.people import People

PASSWORD = "kopi pahit di teras"
ROLES = ("stranger", "learner", "other learner", "trainer", "other trainer", "admin")

Publish = Callable[..., LiveEdition]


@dataclass(frozen=True)
class World:
    """Who and what there is. `values` are what addresses need, by endpoint; `pages` every page's address by name."""

    people: Mapping[str, User | None]
    values: Mapping[str, Mapping[str, object]]
    pages: Mapping[str, str]

    def address(self, endpoint: str) -> str:
        """Where an endpoint answers in this world."""
        return url_for(endpoint, **self.values.get(endpoint, {}))


def build(people: People, publish: Publish) -> World:
    """Publish the courses, make the people, and let them do what they did."""
    who = _people(people)
    picture = _courses(publish)
    _study(who["learner"], publish)
    submitted, open_one = _attempts(who["learner"])
    valid, revoked, replaced = _certificates(who["learner"], who["admin"], publish)
    waiting = complete(who["other learner"], publish(small_course("Kas daerah", certificate="approval"), "kas"))
    remark = {"slug": "melayani", "remark_id": _write_on(who["trainer"])}
    values = _values(who["learner"], open_one, valid, waiting, picture)
    upload = {"upload_id": _uploaded(who["trainer"])}
    values |= {"studio.answer_remark": remark, "studio.settle_remark": remark, "studio.import_report": upload}
    questions = {"slug": "melayani", "upload_id": _converted(who["trainer"])}
    values |= dict.fromkeys(
        ("studio.add_questions", "studio.converted_questions", "studio.converted_remarks"), questions
    )
    values |= {"studio.converted_text": {**questions, "number": 1}}
    pages = _pages(who["learner"], open_one, submitted, valid, waiting)
    pages |= {"verification, revoked": f"/v/{revoked}", "verification, replaced": f"/v/{replaced}"}
    pages |= {"studio, import report": f"/studio/import/{upload['upload_id']}"}
    pages |= {"studio, questions converted": f"/studio/melayani/import/{questions['upload_id']}"}
    return World({"stranger": None, **who}, values, pages)


def _people(people: People) -> dict[str, User]:
    unit = people.unit("Kelurahan Contoh", "KEL").id
    fields = {"unit_id": unit, "position": "Petugas loket", "password_hash": hash_password(PASSWORD)}
    return {
        "learner": people.create("Siti Rahma", **fields),
        "other learner": people.create("Ahmad Fauzi", **fields, status="pppk"),
        "trainer": people.create("Budi Santoso", roles="trainer", **fields),
        "other trainer": people.create("Dewi Lestari", roles="trainer", **fields),
        "admin": people.create("Ratna Dewi", roles="admin", **fields),
    }


def _courses(publish: Publish) -> str:
    """Publish what nobody has begun yet; returns the name of a picture of the demo course."""
    publish(small_course("Pelayanan lanjutan", prerequisites="[melayani]"), "lanjutan")
    text = str(publish(demo_course(), "melayani").course.units[0].parts)
    return text.partition("/media/")[2].partition('"')[0]


def _study(learner: User, publish: Publish) -> None:
    """The learner read the first lesson, which was changed since, and is in the middle of the second."""
    now = clock.now()
    enrolment_id = enrol(learner, publish(demo_course(), "melayani"), now - timedelta(days=9))
    standing = standing_in(learner.id, "melayani")
    assert standing
    complete_unit(enrolment_id, standing.edition, standing.course.units[0], now=now - timedelta(days=8))
    files = demo_course()
    first = "01-langkah/01-tiga-langkah.md"
    publish({**files, first: str(files[first]).replace("Cerita 3.", "Cerita baru.")}, "melayani")


def _attempts(learner: User) -> tuple[int, int]:
    """An attempt that was handed in empty, and one that is open."""
    now = clock.now()
    standing = standing_in(learner.id, "melayani")
    assert standing
    quiz = standing.course.units[-1]
    first = quizzes.start(learner.id, standing, quiz, now=now - timedelta(hours=1))
    quizzes.submit(first, learner.id, now=now - timedelta(minutes=30))
    return first, quizzes.start(learner.id, standing, quiz, now=now)


def _certificates(learner: User, admin: User, publish: Publish) -> tuple[str, str, str]:
    """The codes of a valid, a revoked and a replaced certificate."""
    now = clock.now()
    for slug, title in (("dasar", "Dasar pelayanan"), ("lama", "Pelatihan lama"), ("salah", "Nama yang salah")):
        complete(learner, publish(lessons_only(title, count=1), slug), now - timedelta(days=1))
    issued = {each.snapshot.course_slug: each for each in reading.of_person(learner.id)}
    service.revoke(issued["lama"].id, "Terbit karena kekeliruan data.", by=admin.id, now=now)
    service.replace(issued["salah"].id, "Nama pada sertifikat keliru.", by=admin.id, now=now)
    return issued["dasar"].code, issued["lama"].code, issued["salah"].code


def _write_on(trainer: User) -> int:
    """The trainer changes a lesson of a published course in the studio, and remarks on it; returns the remark's id."""
    draft, now, path = take_in("melayani", trainer.id, clock.now()), clock.now(), "01-langkah/02-berlatih.md"
    text = drafts.text_of(draft.id, path).data
    drafts.save_file(draft.id, path, text.replace(b"Coba dulu.", b"Coba dulu sendiri."), 1, trainer.id, now)
    return remarks.write(draft.id, path, 6, "Apakah ini cukup jelas?", by=trainer.id, now=now)


def _uploaded(trainer: User) -> int:
    """A text that waits to be made a course, with something to say about it."""
    return receive([("Menyapa.md", BytesIO(b"# Menyapa\n\n## Sapa\n\n![](tiada.png)\n"))], trainer.id, clock.now())


def _converted(trainer: User) -> int:
    """Questions that wait to be added to the trainer's draft, with something to say about them."""
    draft = draft_called("melayani")
    found = exchange.convert(
        draft.id, "soal.gift", b"Siapa menyapa? {=petugas ~tamu}\n\nCeritakan. {}\n", "", "Sapa", ""
    )
    return converted.keep(draft.id, found, trainer.id, clock.now())


def _values(
    learner: User, attempt_id: int, code: str, enrolment_id: int, picture: str
) -> dict[str, Mapping[str, object]]:
    course, lesson_ = {"slug": "melayani"}, {"slug": "melayani", "module": "langkah", "unit": "tiga-langkah"}
    text = {**course, "path": "01-langkah/01-tiga-langkah.md"}
    certificate, attempt, person = {"code": code}, {"attempt_id": attempt_id}, {"user_id": learner.id}
    return {
        "accounts.end_session": {"sign_in_id": _session_of(learner)},
        "certificates.certificate": certificate,
        "certificates.decline": {"enrolment_id": enrolment_id},
        "certificates.download": certificate,
        "certificates.replace": certificate,
        "certificates.revoke": certificate,
        "certificates.verify": certificate,
        "courses.show_media": {"slug": "melayani", "name": picture},
        "learning.enrol": course,
        "learning.show_changes": lesson_,
        "learning.show_course": course,
        "learning.show_unit": lesson_,
        "office.new_code": person,
        "office.person": person,
        "quizzes.review": attempt,
        "quizzes.save_answers": attempt,
        "quizzes.show_attempt": attempt,
        "quizzes.show_result": attempt,
        "quizzes.submit": attempt,
        "ratings.rate": {"slug": "dasar"},
        "studio.edit": text,
        "studio.show_files": course,
        "studio.show_history": text,
        "studio.take_back": text,
        "studio.convert_questions": course,
        "studio.export": course,
        "studio.export_gift": course,
        "studio.export_qti": course,
        "studio.import_questions": course,
        "studio.export_print": course,
        "studio.export_scorm": course,
        "studio.export_zip": course,
        "studio.add": course,
        "studio.files": course,
        "studio.insert": course,
        "studio.move": course,
        "studio.outline": course,
        "studio.people": course,
        "studio.remove": course,
        "studio.rename": course,
        "studio.draft_media": {**course, "name": "langkah.svg"},
        "studio.preview": text,
        "studio.figures": course,
        "studio.figures_csv": {**course, "name": "units"},
        "studio.figures_xlsx": course,
        "studio.question_figures": course,
        "studio.answer_review": course,
        "studio.archive": course,
        "studio.ask_restore": {**course, "number": 1},
        "studio.ask_review": course,
        "studio.bring_back": course,
        "studio.compare": {**course, "old": 1},
        "studio.publish": course,
        "studio.restore": {**course, "number": 1},
        "studio.settle_newer": course,
        "studio.show_edition": {**course, "number": 1},
        "studio.show_edition_unit": {**lesson_, "number": 1},
        "studio.show_editions": course,
        "studio.show_publish": course,
        "studio.show_review": course,
        "studio.try_again": course,
        "studio.try_course": course,
        "studio.try_enrol": course,
        "studio.try_unit": lesson_,
        "studio.withdraw_review": course,
        "studio.write_remark": course,
        "studio.last_saved": text,
        "studio.save": text,
        "studio.save_form": text,
        "studio.undo": course,
        "studio.unshare": course,
        "studio.upload": course,
        "static": {"filename": "css/app.css"},
    }


def _session_of(person: User) -> int:
    """A session of the person on another device."""
    now = clock.now()
    session = SignIn(
        user_id=person.id,
        token_hash="0" * 64,
        device="Chrome/Android",
        created_at=now,
        seen_at=now,
        expires_at=now + timedelta(hours=1),
    )
    db.session.add(session)
    db.session.commit()
    return session.id


def _pages(learner: User, open_one: int, submitted: int, code: str, enrolment_id: int) -> dict[str, str]:
    course = "/courses/melayani"
    return {
        "sign in": "/sign-in",
        "first sign-in": "/first-sign-in",
        "forgot password": "/forgot-password",
        "privacy": "/privacy",
        "offline": "/offline",
        "certificate code": "/v/",
        "verification": f"/v/{code}",
        "verification, unknown": "/v/2222222222222222",
        "not found": "/tidak-ada",
        "home": "/",
        "catalogue": "/courses/",
        "catalogue, nothing found": "/courses/?q=tidakada",
        "course, begun": f"{course}/",
        "course, completed": "/courses/dasar/",
        "course, not begun": "/courses/kas/",
        "course, locked": "/courses/lanjutan/",
        "lesson, changed": f"{course}/langkah/tiga-langkah/",
        "lesson, with practice": f"{course}/langkah/berlatih/",
        "lesson, completed": "/courses/dasar/mulai/bagian-1/",
        "changes": f"{course}/langkah/tiga-langkah/changes",
        "quiz": f"{course}/akhir/kuis/",
        "attempt": f"/attempts/{open_one}/",
        "attempt, last look": f"/attempts/{open_one}/review",
        "attempt, result": f"/attempts/{submitted}/result",
        "rating": "/courses/dasar/rating",
        "certificates": "/certificates/",
        "hours": "/hours",
        "account": "/account",
        "change password": "/account/password",
        "studio": "/studio/",
        "studio, new course": "/studio/new",
        "studio, export": "/studio/melayani/export",
        "studio, questions from elsewhere": "/studio/melayani/import",
        "studio, print": "/studio/melayani/export/print",
        "studio, import": "/studio/import",
        "studio, files": "/studio/melayani/files",
        "studio, people": "/studio/melayani/people",
        "studio, publish": "/studio/melayani/publish",
        "studio, archive": "/studio/melayani/archive",
        "studio, review": "/studio/melayani/review",
        "studio, editions": "/studio/melayani/editions",
        "studio, edition": "/studio/melayani/editions/1/",
        "studio, lesson of an edition": "/studio/melayani/editions/1/langkah/berlatih/",
        "studio, quiz of an edition": "/studio/melayani/editions/1/akhir/kuis/",
        "studio, histories": "/studio/melayani/history",
        "studio, history": "/studio/melayani/history/01-langkah/02-berlatih.md",
        "studio, compare": "/studio/melayani/editions/compare?old=1&new=2",
        "studio, restore": "/studio/melayani/editions/1/restore",
        "studio, try": "/studio/melayani/try/",
        "studio, try a lesson": "/studio/melayani/try/langkah/berlatih/",
        "studio, try a quiz": "/studio/melayani/try/akhir/kuis/",
        "studio, figures": "/studio/melayani/figures",
        "studio, figures of questions": "/studio/melayani/figures/questions",
        "studio, outline": "/studio/melayani/",
        "studio, editor": "/studio/melayani/edit/01-langkah/01-tiga-langkah.md",
        "office": "/office/",
        "office, participation": "/office/participation",
        "office, people": "/office/people",
        "office, new person": "/office/people/new",
        "office, person": f"/office/people/{learner.id}",
        "office, new code": f"/office/people/{learner.id}/code",
        "office, certificates": "/office/certificates/",
        "office, declined certificates": "/office/certificates/?state=declined",
        "office, certificate": f"/office/certificates/{code}",
        "office, decline": f"/office/certificates/requests/{enrolment_id}/decline",
        "office, revoke": f"/office/certificates/{code}/revoke",
        "office, replace": f"/office/certificates/{code}/replace",
    }


STRANGERS = (
    "sign in", "first sign-in", "forgot password", "privacy", "offline", "certificate code", "verification",
    "verification, revoked", "verification, replaced", "verification, unknown", "not found",
)  # fmt: skip
"""Pages that anybody may read."""


def reader_of(page: str) -> str:
    """Whose page it is, seen at its richest."""
    if page in STRANGERS:
        return "stranger"
    if page.startswith("studio"):
        return "trainer"
    return "admin" if page.startswith("office") else "learner"
