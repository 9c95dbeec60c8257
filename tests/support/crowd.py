"""A crowd that takes a course: made-up learners with abilities, so that figures have something to say.

Rows are written straight into the tables: what the figures read is what learners leave, not how they left it.
"""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random
from typing import Any

from sqlalchemy import insert

from elearn.accounts.models import User
from elearn.courses.editions import LiveEdition
from elearn.database import Base, db
from elearn.domain import grading
from elearn.domain.codec import to_data
from elearn.domain.course import Option, Question, QuestionKind, Unit, UnitKind
from elearn.learning.models import Enrolment, UnitProgress
from elearn.quizzes.models import Attempt, Response
from elearn.ratings.models import CourseRating
from tests.support.courses import Files, course_md, lesson

BEGAN = datetime(2026, 9, 1, 3, tzinfo=UTC)

COMMENTS = (
    "Contohnya dekat dengan pekerjaan saya.",
    "Bagian terakhir terlalu panjang untuk dibaca di ponsel.",
    "Tolong tambah contoh untuk petugas kebersihan.",
    "Kuisnya jelas.",
)

CROWDED_QUIZ = """---
title: Kuis pelayanan
kind: quiz
show_answers: after_pass
---

## ? Siapa yang disapa lebih dulu? {#sapa}

- [x] Warga yang sudah lama mengantre
- [ ] Rekan kerja yang baru saja datang
- [ ] Siapa pun yang paling kita kenal

## ? Apa saja yang dicatat saat menerima keluhan? {#catat}

- [x] Waktu kejadian
- [x] Layanan yang dikeluhkan
- [ ] Pendapat petugas
- [ ] Nama tetangga warga

## ? Berapa hari kerja batas menjawab keluhan? {#hari}

- = 14

## ? Kapan warga diberi kabar? {#kabar}

- [ ] Setelah urusannya selesai seluruhnya
- [x] Kalau warga bertanya
- [ ] Minggu depan

## ? Urutkan langkah melayani. {#urut}

1. Menyapa
2. Mendengarkan
3. Menuntaskan
"""
"""The key of `kabar` is wrong: who knows best answers otherwise."""


def crowded_course(quiz: str = CROWDED_QUIZ, lessons: int = 4) -> Files:
    """Lessons of growing length and a quiz of five questions, one of them with a wrong key."""
    titles = ("Menyapa warga", "Mendengarkan keluhan", "Mencatat dengan singkat", "Menuntaskan urusan")
    texts = {
        f"01-mulai/{at + 1:02}-bagian-{at + 1}.md": lesson(titles[at % 4], minutes=3 + 2 * at) for at in range(lessons)
    }
    return {"course.md": course_md("Melayani dengan hati"), **texts, "02-akhir/01-kuis.md": quiz}


Row = dict[str, Any]


@dataclass
class Crowd:
    """Takes courses, always the same way for the same seed."""

    seed: int = 1

    def take(self, edition: LiveEdition, size: int, now: datetime = BEGAN) -> list[int]:
        """Let new people take a course; returns their enrolments. About half complete it."""
        chance = Random(self.seed)
        ways = [_way(edition, now + timedelta(days=chance.random() * 20), chance) for _learner in range(size)]
        learners = _insert(User, [_person(now) for _way in ways])
        enrolments = _insert(
            Enrolment,
            [way.enrolment | {"user_id": user_id} for way, user_id in zip(ways, learners, strict=True)],
        )
        for way, enrolment_id in zip(ways, enrolments, strict=True):
            for row in (*way.units, *(attempt for attempt, _saves in way.attempts), *way.ratings):
                row["enrolment_id"] = enrolment_id
        _insert(UnitProgress, [row for way in ways for row in way.units])
        _insert(CourseRating, [row for way in ways for row in way.ratings])
        attempts = [each for way in ways for each in way.attempts]
        ids = _insert(Attempt, [attempt for attempt, _saves in attempts])
        for id_, (_attempt, saves) in zip(ids, attempts, strict=True):
            for row in saves:
                row["attempt_id"] = id_
        _insert(Response, [row for _attempt, saves in attempts for row in saves])
        db.session.commit()
        return enrolments


@dataclass
class _Way:
    """What one learner leaves behind: rows that don't know yet whose they are."""

    enrolment: Row
    units: list[Row] = field(default_factory=list)
    attempts: list[tuple[Row, list[Row]]] = field(default_factory=list)
    ratings: list[Row] = field(default_factory=list)


def _way(edition: LiveEdition, at: datetime, chance: Random) -> _Way:
    way = _Way({"course_id": edition.course_id, "enrolled_at": at})
    ability, completed = chance.random(), chance.random() > 0.05
    for place, unit in enumerate(edition.course.units):
        if not completed or chance.random() < (0.3 if place == 2 else 0.06):
            completed = False
            break
        opened, at = at, at + timedelta(minutes=unit.minutes * (0.5 + chance.random()))
        if unit.kind is UnitKind.QUIZ:
            way.attempts.append(_attempt(edition, unit, ability, opened, chance))
        way.units.append(_progress(unit, opened, at, edition))
        at += timedelta(hours=chance.random() * 40)
    way.enrolment |= {"active_at": at, "completed_at": at if completed else None}
    if completed and chance.random() < 0.7:
        way.ratings.append(_rating(chance, at))
    return way


def _insert(model: type[Base], rows: list[Row]) -> list[int]:
    """Put rows into a table; returns their ids in order, where they have any."""
    if not rows:
        return []
    if not hasattr(model, "id"):
        db.session.execute(insert(model), rows)
        return []
    return list(db.session.scalars(insert(model).returning(model.id, sort_by_parameter_order=True), rows))


_numbers = count(1)


def _person(now: datetime) -> Row:
    number = next(_numbers)
    return {"nip": f"1980{number:014}", "name": f"Peserta {number}", "status": "pns", "created_at": now}


def _progress(unit: Unit, opened: datetime, at: datetime, edition: LiveEdition) -> Row:
    return {
        "identity": unit.identity,
        "opened_at": opened,
        "completed_at": at,
        "completed_hash": unit.text_hash,
        "completed_edition_id": edition.id,
    }


def _attempt(edition: LiveEdition, unit: Unit, ability: float, at: datetime, chance: Random) -> tuple[Row, list[Row]]:
    paper = grading.set_paper(edition.course, unit, edition.number, str(chance.random()))
    given, saves, saved_at = {}, [], at
    for question in paper.questions:
        answer = _answer(question, ability, chance)
        saved_at += timedelta(seconds=15 + chance.random() * 40)
        given[question.id] = answer
        saves.append(
            {"question_id": question.id, "answer": answer, "request_key": question.id,
             "tab": "", "sequence": 0, "saved_at": saved_at}
        )  # fmt: skip
    grade = grading.grade(paper, given)
    earned, of = grade.earned.as_integer_ratio()
    row = {
        "identity": unit.identity, "number": 1, "edition_id": edition.id,
        "seed": "0", "paper": json.dumps(to_data(paper), ensure_ascii=False), "passing_score": grade.passing_score,
        "started_at": at, "submitted_at": saved_at, "earned_numerator": earned, "earned_denominator": of,
        "total": grade.total, "passed": grade.passed,
    }  # fmt: skip
    return row, saves


def _answer(question: Question, ability: float, chance: Random) -> object:
    """Who is able answers right; where the key is wrong, the able choose what they know to be right."""
    knows = chance.random() < 0.15 + 0.85 * ability
    match question.kind:
        case QuestionKind.SINGLE:
            right = next(option.key for option in question.options if _true(question, option))
            return right if knows else chance.choice(question.options).key
        case QuestionKind.MULTIPLE:
            right = sorted(option.key for option in question.options if option.correct)
            return right if knows else right[:1]
        case QuestionKind.NUMBER:
            return "14" if knows else "7"
        case _:
            keys = [item.key for item in question.items]
            return keys if knows else keys[::-1]


def _true(question: Question, option: Option) -> bool:
    """Whether an option is what one should know, whatever the key says."""
    return "selesai seluruhnya" in option.html if question.id == "kabar" else option.correct


def _rating(chance: Random, at: datetime) -> Row:
    answers = {name: min(5, 2 + int(chance.random() * 4)) for name in ("useful", "clear", "practical", "paced")}
    comment = chance.choice(COMMENTS) if chance.random() < 0.4 else ""
    return {**answers, "recommended": 4, "comment": comment,
            "created_at": at}  # fmt: skip
