"""What publishing a draft would mean: what stops it, what learners notice, who is in mid-course."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from sqlalchemy import select

from elearn.courses.editions import LiveEdition, live
from elearn.courses.models import EditionFile
from elearn.coursetext.findings import Finding
from elearn.coursetext.levels import Level
from elearn.database import db
from elearn.domain.course import Course
from elearn.domain.course_changes import Notice, Noticed, course_changes
from elearn.domain.draft_state import DraftState, draft_state
from elearn.studio import reviews
from elearn.studio.compiled import Compiled, compiled
from elearn.studio.drafts import files_of
from elearn.studio.mid_course import MidCourse, mid_course
from elearn.studio.models import Draft
from elearn.studio.reviews import ReviewShown


@dataclass(frozen=True)
class Plan:
    """A draft as it would be published now, beside the edition that learners read."""

    draft: Draft
    compiled: Compiled
    live: LiveEdition | None
    review: ReviewShown | None
    notices: tuple[Notice, ...] = ()
    people: MidCourse | None = None

    @property
    def course(self) -> Course | None:
        """The course that learners would read, as far as it can be read while there are errors."""
        return self.compiled.loaded.readable

    @property
    def texts(self) -> frozenset[str]:
        """The files that an editor opens."""
        return frozenset(path for path in self.compiled.files if path.endswith(".md"))

    @property
    def errors(self) -> Sequence[Finding]:
        """What stops it."""
        return [finding for finding in self.compiled.loaded.findings if finding.level is Level.ERROR]

    @property
    def warnings(self) -> Sequence[Finding]:
        """What doesn't stop it, and is better mended."""
        return [finding for finding in self.compiled.loaded.findings if finding.level is not Level.ERROR]

    @property
    def unchanged(self) -> bool:
        """Whether learners read these bytes already."""
        return self.live is not None and self.live.sha256 == self.compiled.sha256

    @property
    def overtaken(self) -> bool:
        """Whether there is an edition that the draft wasn't made from: it came from a folder, past the studio."""
        return self.live is not None and self.live.id != self.draft.base_edition_id and not self.unchanged

    @property
    def approved(self) -> bool:
        """Whether somebody else approved of these very bytes."""
        return self.review is not None and self.review.approves(self.compiled.sha256)

    @property
    def state(self) -> DraftState:
        """Where the course stands."""
        return draft_state(
            archived=self.draft.archived_at is not None,
            in_review=self.review is not None and self.review.open,
            published=self.live is not None,
            unpublished_changes=not self.unchanged,
        )

    def stopped(self, *, review_required: bool) -> bool:
        """Whether it can't be published as it stands."""
        unready = bool(self.errors) or self.unchanged or self.overtaken or self.draft.archived_at is not None
        return unready or (review_required and not self.approved)


def plan(draft: Draft, today: date) -> Plan:
    """What publishing a draft would mean now; a constant number of queries."""
    made = compiled(draft.slug, files_of(draft.id), today)
    current = live(draft.slug)
    review = reviews.latest(draft.id)
    course = made.loaded.readable
    if current is None or course is None:
        return Plan(draft, made, current, review)
    notices = (*course_changes(current.course, course), *_of_media(current, made))
    return Plan(draft, made, current, review, notices, mid_course(current, course))


def _of_media(current: LiveEdition, made: Compiled) -> Iterator[Notice]:
    """Files of media whose bytes are others under the same name: no text tells of it. One query."""
    wanted = EditionFile.edition_id == current.id, EditionFile.path.startswith("media/", autoescape=True)
    before = {
        row.path: row.sha256 for row in db.session.execute(select(EditionFile.path, EditionFile.sha256).where(*wanted))
    }
    changed = [
        path for path, digest in before.items() if path in made.files and sha256(made.files[path]).hexdigest() != digest
    ]
    if changed:
        yield Notice(
            Noticed.MEDIA, new=len(changed), labels=tuple(path.removeprefix("media/") for path in sorted(changed))
        )
