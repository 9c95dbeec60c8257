"""What a certificate will say: gathered once, on the day of issue, and then kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from config import Settings
from elearn.accounts.models import User
from elearn.courses.editions import LiveEdition, edition
from elearn.database import db
from elearn.domain.certificate import OutlineRow, Snapshot, certificate_number, outline
from elearn.domain.course import Course
from elearn.domain.hours import local_day
from elearn.extensions import settings
from elearn.learning.completion import Completion
from elearn.organisation.service import names_from_top
from elearn.quizzes.reading import final_score


@dataclass(frozen=True, slots=True)
class Registration:
    """What tells a certificate from all others: its running number of a year, its code, its day of issue."""

    running: int
    code: str
    day: date


def snapshot_of(completion: Completion, registration: Registration) -> Snapshot:
    """The person as the record has them now, and the course as it was when they completed it."""
    read = edition(completion.edition_id)
    user = db.session.get_one(User, completion.user_id, populate_existing=True)
    chosen = settings()
    return Snapshot(
        number=_number(chosen, registration),
        code=registration.code,
        issued_on=registration.day,
        verify_address=f"{chosen.base_url.rstrip('/')}/v/{registration.code}",
        issuer=chosen.issuer,
        signatory_name=chosen.signatory_name,
        signatory_title=chosen.signatory_title,
        place=chosen.place,
        score=final_score(completion.enrolment_id, read.course),
        started_on=local_day(completion.started_at, chosen.zone),
        completed_on=local_day(completion.completed_at, chosen.zone),
        **_person(user, chosen.issuer),
        **_course(read, chosen.organizer),
    )


def _number(chosen: Settings, registration: Registration) -> str:
    return certificate_number(
        chosen.number_template,
        classification=chosen.number_classification,
        running=registration.running,
        unit=chosen.number_unit,
        day=registration.day,
    )


def _person(user: User, issuer: str) -> dict[str, Any]:
    return {
        "name": user.name,
        "nip": user.nip,
        "unit": _unit(names_from_top(user.unit_id), issuer),
        "position": user.position,
        "rank": user.rank,
        "grade": user.grade,
        "status_label": user.status.upper(),
    }


def _unit(names: Sequence[str], issuer: str) -> str:
    """The unit and those above it; the city itself stands in the head of the page already."""
    return ", ".join(name for name in reversed(names) if name != issuer)


def _course(read: LiveEdition, organizer: str) -> dict[str, Any]:
    course = read.course
    return {
        "course": course.title,
        "course_slug": course.slug,
        "competency": course.competency.value,
        "training_kind": course.training_kind,
        "jp": course.jp,
        "organizer": course.organizer or organizer,
        "outline": _outline(course),
        "legal_basis": course.legal_basis,
        "edition": read.number,
        "edition_sha256": read.sha256,
    }


def _outline(course: Course) -> tuple[OutlineRow, ...]:
    modules = [(module.title, sum(unit.minutes for unit in module.units)) for module in course.modules]
    return outline(modules, course.jp)
