"""A learner who takes a quiz through the services, at moments that the test names."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from elearn.accounts.models import User
from elearn.courses.editions import LiveEdition
from elearn.database import db
from elearn.domain.answers import field_name
from elearn.domain.course import Question, QuestionKind, Unit, UnitKind
from elearn.learning.standing import Standing, standing_in
from elearn.quizzes import reading, saving, service
from elearn.quizzes.saving import Save, Saving
from tests.support.courses import course_md, lesson

NOW = datetime(2026, 11, 24, 13, tzinfo=UTC)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


def quiz_md(questions: int = 3, title: str = "Kuis akhir", wording: str = "", **rules: object) -> str:
    """A quiz of single choices `s1`, `s2`, …; the option `Benar` is the right one, and s2 says why."""
    front = "".join(f"{key}: {value}\n" for key, value in rules.items())
    return f"---\ntitle: {title}\nkind: quiz\n{front}---\n\nBacalah pelan-pelan.\n\n" + "".join(
        f"## ? Soal nomor {n}{wording}? {{#s{n}}}\n\n- [x] Benar {n}\n- [ ] Salah {n}\n  > Lihat lagi bagian {n}.\n"
        f"- [ ] Keliru {n}\n\n> Bagian {n} menjelaskannya.\n\n"
        for n in range(1, questions + 1)
    )


def course_with(quiz: str, bank: str = "") -> dict[str, str | bytes]:
    """A course of two lessons and a quiz, perhaps with a bank."""
    files: dict[str, str | bytes] = {
        "course.md": course_md(),
        "01-mulai/01-sapa.md": lesson("Menyapa", minutes=4),
        "01-mulai/02-dengar.md": lesson("Mendengarkan", minutes=7, required="false"),
        "01-mulai/03-kuis.md": quiz,
    }
    return {**files, "bank/soal.md": bank} if bank else files


def key_of(question: Question, words: str) -> str:
    """The key of the option, right side or item that reads so."""
    keys = {option.html: option.key for option in question.options}
    keys |= {pair.left: pair.left_key for pair in question.pairs} | {
        pair.right: pair.right_key for pair in question.pairs
    }
    keys |= {item.html: item.key for item in question.items}
    return {re.sub(r"<[^>]+>", "", html): key for html, key in keys.items()}[words]


def fields_of(question: Question, words: object) -> dict[str, list[str]]:
    """The fields that a form has when a question is answered in words; left out where it is left alone."""
    name = field_name(question.id)
    match question.kind, words:
        case _, None:
            return {}
        case QuestionKind.SINGLE, str():
            return {name: [key_of(question, words)]}
        case QuestionKind.MULTIPLE, tuple():
            return {name: [key_of(question, each) for each in words]}
        case QuestionKind.MATCHING, Mapping():
            return {
                field_name(question.id, key_of(question, left)): [key_of(question, right)]
                for left, right in words.items()
            }
        case QuestionKind.ORDERING, tuple():
            return {field_name(question.id, key_of(question, each)): [str(at)] for at, each in enumerate(words, 1)}
        case QuestionKind.BLANKS, tuple():
            return {field_name(question.id, str(at)): [text] for at, text in enumerate(words, 1)}
        case _:
            return {name: [str(words)]}


class Taker:
    """Takes the last quiz of a course."""

    def __init__(self, person: User, edition: LiveEdition) -> None:
        self.person = person
        self.slug = edition.course.slug

    @property
    def standing(self) -> Standing:
        """Where the learner stands now, in the edition of now."""
        found = standing_in(self.person.id, self.slug)
        assert found is not None
        return found

    @property
    def unit(self) -> Unit:
        """The quiz as it is now."""
        return [unit for unit in self.standing.course.units if unit.kind is UnitKind.QUIZ][-1]

    @property
    def address(self) -> str:
        """The address of the quiz."""
        return f"/courses/{self.slug}/{self.unit.address}/"

    def start(self, now: datetime = NOW) -> int:
        """Begin an attempt."""
        return service.start(self.person.id, self.standing, self.unit, now=now)

    def look(self, attempt_id: int, now: datetime = NOW) -> reading.Sitting:
        """The attempt as it is shown, read anew."""
        db.session.rollback()
        return service.look(attempt_id, self.person.id, now=now)

    def fields(self, attempt_id: int, words: Mapping[str, object]) -> dict[str, list[str]]:
        """The fields of a form in which questions are answered in words."""
        questions = {question.id: question for question in self._paper(attempt_id).questions}
        return {name: values for id_, said in words.items() for name, values in fields_of(questions[id_], said).items()}

    def save(self, attempt_id: int, words: Mapping[str, object], now: datetime = NOW, **options: object) -> Saving:
        """Save answers given in words, as a form without a script unless `options` say more."""
        given = Save(frozenset(words), self.fields(attempt_id, words), **options)
        return saving.save(attempt_id, self.person.id, given, now=now)

    def answer(self, attempt_id: int, question_id: str, now: datetime = NOW) -> object:
        """What counts as the answer to a question of single choice, in words."""
        question = next(each for each in self._paper(attempt_id).questions if each.id == question_id)
        key = self.look(attempt_id, now).answers.get(question_id)
        return next((option.html for option in question.options if option.key == key), key)

    def submit(self, attempt_id: int, now: datetime = NOW) -> None:
        """Hand the attempt in."""
        service.submit(attempt_id, self.person.id, now=now)

    def finish(self, right: int, now: datetime = NOW, wrong: int = 0) -> int:
        """Begin, answer the first questions right and the next ones wrong, hand in; returns the attempt's id."""
        attempt_id = self.start(now)
        words = {f"s{n}": f"Benar {n}" for n in range(1, right + 1)}
        words |= {f"s{n}": f"Salah {n}" for n in range(right + 1, right + wrong + 1)}
        if words:
            self.save(attempt_id, words, now)
        self.submit(attempt_id, now)
        return attempt_id

    def _paper(self, attempt_id: int) -> "reading.Paper":
        return reading.sitting(attempt_id, self.person.id).paper
