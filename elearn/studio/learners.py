"""Whose doings count in the figures of a course.

Everybody who takes it, trainers and admins included, but not its owner, where they enrolled after they began to write
it: they know the key. Trying a course as a learner enrols nobody, so it leaves no trace here. Whether somebody counts
is settled when they enrol: were those left out with whom a draft is shared, sharing it would take one learner out of
every figure, and two looks would tell what that learner did.
"""

from sqlalchemy import ColumnElement, select

from elearn.learning.models import Enrolment
from elearn.studio.models import Draft


def counts_in(slug: str) -> ColumnElement[bool]:
    """The condition under which an enrolment counts in the figures of a course."""
    wrote = select(Draft.id).where(
        Draft.slug == slug, Draft.owner_id == Enrolment.user_id, Draft.created_at <= Enrolment.enrolled_at
    )
    return ~wrote.exists()
