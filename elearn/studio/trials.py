"""Trying a draft as a learner would meet it. What is done in a trial is nobody's record: it travels with its pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from elearn.courses.editions import LiveEdition
from elearn.domain import grading
from elearn.domain.answers import Answer
from elearn.domain.course import Course, Question, Unit
from elearn.domain.grading import Paper
from elearn.domain.progress import Done, progress
from elearn.learning.standing import Standing, UnitRecord
from elearn.quizzes.reading import Saved, Sitting, Tried
from elearn.studio.compiled import Compiled
from elearn.studio.preview import media_address
from elearn.studio.readdressed import readdressed

NOBODY = 0
"""The number that a trial's enrolment, attempt and edition have: no row has it."""


@dataclass(frozen=True)
class Trial:
    """How far somebody came in trying a course: whether they began, which units they did, which quizzes they ended.

    `ended` has for each quiz how many attempts ended, and the seconds since 1970 at which the last one did.
    """

    begun: bool = False
    done: frozenset[str] = frozenset()
    ended: Mapping[str, tuple[int, float]] = field(default_factory=dict)

    def with_done(self, unit: Unit) -> "Trial":
        """The trial, a unit further."""
        return replace(self, begun=True, done=self.done | {unit.identity})

    def with_ended(self, unit: Unit, now: datetime) -> "Trial":
        """The trial, with one more attempt at a quiz."""
        used, _last = self.ended.get(unit.identity, (0, 0.0))
        return replace(self, ended={**self.ended, unit.identity: (used + 1, now.timestamp())})

    def tried(self, unit: Unit) -> tuple[Tried, ...]:
        """The attempts at a quiz as those of a learner; no grades are kept of them."""
        used, last = self.ended.get(unit.identity, (0, 0.0))
        at = datetime.fromtimestamp(last, UTC)
        return tuple(Tried(NOBODY, number, at, None, at, False, None) for number in range(1, used + 1))

    def as_data(self) -> dict[str, Any]:
        """Plain data, to travel with a browser."""
        return {"begun": self.begun, "done": sorted(self.done), "ended": dict(self.ended)}


def trial_of(data: Mapping[str, Any]) -> Trial:
    """The trial that plain data tell of."""
    ended = {identity: (used, last) for identity, (used, last) in data.get("ended", {}).items()}
    return Trial(bool(data.get("begun")), frozenset(data.get("done", ())), ended)


@dataclass(frozen=True)
class TrialPaper:
    """An attempt at a quiz in a trial: the seed that sets its paper, when it began, and the answers so far."""

    seed: str
    started_at: datetime
    answers: Mapping[str, Answer] = field(default_factory=dict)

    def with_answers(self, given: Mapping[str, Answer]) -> "TrialPaper":
        """The attempt with the answers of a page; one that was emptied is gone."""
        both = {**self.answers, **given}
        return replace(self, answers={id_: answer for id_, answer in both.items() if answer is not None})

    def as_data(self) -> dict[str, Any]:
        """Plain data, to travel with the page's form."""
        return {"seed": self.seed, "started": self.started_at.timestamp(), "answers": dict(self.answers)}


def trial_paper_of(data: Mapping[str, Any]) -> TrialPaper:
    """The attempt that plain data tell of."""
    return TrialPaper(data["seed"], datetime.fromtimestamp(data["started"], UTC), data["answers"])


def sound_course(made: Compiled) -> Course | None:
    """The course without the units that have errors, in their own text or in a bank they draw from.

    None where nothing is left that could be tried.
    """
    course, unsound = made.loaded.readable, made.loaded.unsound
    if course is None:
        return None
    modules = (replace(module, units=_sound(module.units, unsound)) for module in course.modules)
    left = tuple(module for module in modules if module.units)
    return replace(course, modules=left) if left else None


def _sound(units: tuple[Unit, ...], unsound: frozenset[str]) -> tuple[Unit, ...]:
    return tuple(unit for unit in units if not unsound & {unit.source, *_banks(unit)})


def _banks(unit: Unit) -> set[str]:
    return {f"bank/{draw.bank}.md" for draw in unit.quiz.draw if draw.bank} if unit.quiz else set()


def trial_edition(slug: str, made: Compiled, course: Course, at: str, now: datetime) -> LiveEdition:
    """The draft as if it were published, with its links leading to the trial's pages at `at`."""
    media = {each.address: media_address(slug, path) for path, each in made.loaded.media.items()}
    moved = readdressed(course, {**media, f"/courses/{slug}/": at})
    return LiveEdition(NOBODY, NOBODY, NOBODY, f"try:{made.sha256}", now, moved)


def trial_standing(edition: LiveEdition, trial: Trial, at: str, now: datetime) -> Standing:
    """Where somebody stands who tries the course."""
    done = [unit for unit in edition.course.units if unit.identity in trial.done]
    records = {each.identity: UnitRecord(each.identity, now, 0, now, each.text_hash, NOBODY) for each in done}
    reached = progress(edition.course, (Done(unit.identity, unit.text_hash) for unit in done))
    enrolment = NOBODY if trial.begun else None
    return Standing(edition, reached, enrolment, now, now, None, records, at=at)


def trial_sitting(
    course: Course, unit: Unit, begun: TrialPaper, now: datetime, *, ended: bool = False, number: int = 1
) -> Sitting:
    """An attempt at a quiz as a learner would meet it; graded once it has ended, by itself where its time is over."""
    paper: Paper = grading.set_paper(course, unit, NOBODY, begun.seed)
    return Sitting(
        id=NOBODY,
        enrolment_id=NOBODY,
        identity=unit.identity,
        number=number,
        edition_id=NOBODY,
        seed=begun.seed,
        started_at=begun.started_at,
        deadline_at=(deadline_at := grading.deadline(paper.rules, begun.started_at)),
        submitted_at=now if ended else None,
        expired=ended and not grading.takes_answers(deadline_at, now),
        paper=paper,
        saved=Saved(begun.answers),
        grade=grading.grade(paper, begun.answers) if ended else None,
    )


def asked(sitting: Sitting, ids: frozenset[str]) -> tuple[Question, ...]:
    """Those questions of a paper that a page asked."""
    return tuple(question for question in sitting.paper.questions if question.id in ids)
