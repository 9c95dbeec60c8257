"""A crowd that takes a course: made-up learners with abilities, so that figures have something to say.

Rows are written straight into the tables: what the figures read is what learners leave, not how they left it.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random

from sqlalchemy import func, insert, select

from elearn.accounts.models import User
from elearn.courses.editions import LiveEdition
from elearn.database import db
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


@dataclass
class Crowd:
    """Takes courses, always the same way for the same seed."""

    seed: int = 1

    def take(self, edition: LiveEdition, size: int, now: datetime = BEGAN) -> list[int]:
        """Let new people take a course; returns their enrolments. About half complete it."""
        chance = Random(self.seed)
        learners = _people(size, now)
        enrolments = _ids(Enrolment, size)
        rows, attempts, responses, done, ratings = [], [], [], [], []
        attempt_ids = iter(_ids(Attempt, size * sum(unit.kind is UnitKind.QUIZ for unit in edition.course.units)))
        for enrolment_id, user_id in zip(enrolments, learners, strict=True):
            ability = chance.random()
            at = now + timedelta(days=chance.random() * 20)
            row = {"id": enrolment_id, "user_id": user_id, "course_id": edition.course_id, "enrolled_at": at}
            completed = chance.random() > 0.05
            for place, unit in enumerate(edition.course.units):
                if not completed or chance.random() < (0.3 if place == 2 else 0.06):
                    completed = False
                    break
                opened, at = at, at + timedelta(minutes=unit.minutes * (0.5 + chance.random()))
                if unit.kind is UnitKind.QUIZ:
                    attempt_id = next(attempt_ids)
                    attempt, given = _attempt(attempt_id, enrolment_id, edition, unit, ability, opened, chance)
                    attempts.append(attempt)
                    responses += given
                done.append(_progress(enrolment_id, unit, opened, at, edition))
                at += timedelta(hours=chance.random() * 40)
            rows.append(row | {"active_at": at, "completed_at": at if completed else None})
            if completed and chance.random() < 0.7:
                ratings.append(_rating(enrolment_id, chance, at))
        left = {Enrolment: rows, UnitProgress: done, Attempt: attempts, Response: responses, CourseRating: ratings}
        for model, values in left.items():
            if values:
                db.session.execute(insert(model), values)
        db.session.commit()
        return enrolments


_numbers = count(1)


def _people(size: int, now: datetime) -> list[int]:
    ids = _ids(User, size)
    values = [
        {"id": id_, "nip": f"19900101201501{next(_numbers):04}"[:18], "name": f"Peserta {id_}", "status": "pns",
         "created_at": now} for id_ in ids
    ]  # fmt: skip
    if values:
        db.session.execute(insert(User), values)
    return ids


def _ids(model: type, size: int) -> list[int]:
    first = (db.session.scalar(select(func.max(model.id))) or 0) + 1
    return list(range(first, first + size))


def _progress(enrolment_id: int, unit: Unit, opened: datetime, at: datetime, edition: LiveEdition) -> dict[str, object]:
    return {
        "enrolment_id": enrolment_id,
        "identity": unit.identity,
        "opened_at": opened,
        "completed_at": at,
        "completed_hash": unit.text_hash,
        "completed_edition_id": edition.id,
    }


def _attempt(
    id_: int, enrolment_id: int, edition: LiveEdition, unit: Unit, ability: float, at: datetime, chance: Random
) -> tuple[dict[str, object], list[dict[str, object]]]:
    paper = grading.set_paper(edition.course, unit, edition.number, str(chance.random()))
    given, saves, saved_at = {}, [], at
    for question in paper.questions:
        answer = _answer(question, ability, chance)
        saved_at += timedelta(seconds=15 + chance.random() * 40)
        given[question.id] = answer
        saves.append(
            {"attempt_id": id_, "question_id": question.id, "answer": answer, "request_key": f"{id_}-{question.id}",
             "tab": "", "sequence": 0, "saved_at": saved_at}
        )  # fmt: skip
    grade = grading.grade(paper, given)
    earned, of = grade.earned.as_integer_ratio()
    row = {
        "id": id_, "enrolment_id": enrolment_id, "identity": unit.identity, "number": 1, "edition_id": edition.id,
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


def _rating(enrolment_id: int, chance: Random, at: datetime) -> dict[str, object]:
    answers = {name: min(5, 2 + int(chance.random() * 4)) for name in ("useful", "clear", "practical", "paced")}
    comment = chance.choice(COMMENTS) if chance.random() < 0.4 else ""
    return {"enrolment_id": enrolment_id, **answers, "recommended": 4, "comment": comment,
            "created_at": at, "changed_at": at}  # fmt: skip
